package main

import (
	"context"

	"github.com/spf13/cobra"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
	"ocoprint/internal/register"
)

var (
	revokedOK = message.Define("cli-revoked", "Đã ghi thu hồi {n} giấy chứng nhận. Nhớ công bố lại: ocoprint site build.",
		"{n} certificates are revoked. Publish again: ocoprint site build.")
	suspendedOK = message.Define("cli-suspended", "Đã ghi tạm đình chỉ {n} giấy chứng nhận.", "{n} certificates are suspended.")
	liftedOK    = message.Define("cli-lifted", "Đã bỏ đình chỉ {n} giấy chứng nhận.", "The suspension of {n} certificates is lifted.")
)

type ruling struct {
	decision, clause, reason string
	date, day, until         dateFlag
}

func (r *ruling) bind(c *cobra.Command) {
	c.Flags().StringVar(&r.decision, "decision", "", "số quyết định / number of the decision")
	c.Flags().Var(&r.date, "decision-date", "ngày quyết định / its date")
	c.Flags().StringVar(&r.clause, "clause", "", "khoản, điều, ví dụ “khoản 1 Điều 1” / clause")
	c.Flags().StringVar(&r.reason, "reason", "", "lý do / reason")
	c.Flags().Var(&r.day, "from", "có hiệu lực từ ngày; bỏ trống: ngày --as-of / first day")
}

func (r *ruling) value(asOf ocop.Date) register.Ruling {
	day := r.day.Date
	if day.IsZero() {
		day = asOf
	}
	return register.Ruling{
		Day: day, Decision: ocop.Decision{Number: r.decision, Date: r.date.Date},
		Clause: r.clause, Reason: r.reason, Until: r.until.Date,
	}
}

type rulingCall = func(*office.Office) func(context.Context, []string, register.Ruling) error

func rulingVerb(g *globals, use, alias, short string, done *message.Text, call rulingCall) *cobra.Command {
	r := &ruling{}
	c := &cobra.Command{Use: use + " MÃ|SỐ…", Aliases: []string{alias}, Short: short, Args: argsOf(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return g.withOffice(c.Context(), false, func(o *office.Office) error {
				ids, err := o.ResolveIDs(c.Context(), args, g.asOf.Date)
				if err != nil {
					return err
				}
				if err := call(o)(c.Context(), ids, r.value(g.asOf.Date)); err != nil {
					return err
				}
				g.t.say(done.With("n", len(ids)))
				return nil
			})
		}}
	r.bind(c)
	if use == "suspend" {
		c.Flags().Var(&r.until, "until", "đình chỉ đến ngày / until")
	}
	return c
}

func revokeVerb(g *globals) *cobra.Command {
	return rulingVerb(g, "revoke", "thu-hoi", "Thu hồi giấy chứng nhận theo quyết định", revokedOK,
		func(o *office.Office) func(context.Context, []string, register.Ruling) error {
			return o.Register.Revoke
		})
}

func suspendVerb(g *globals) *cobra.Command {
	return rulingVerb(g, "suspend", "dinh-chi", "Tạm đình chỉ giấy chứng nhận", suspendedOK,
		func(o *office.Office) func(context.Context, []string, register.Ruling) error {
			return o.Register.Suspend
		})
}

func liftVerb(g *globals) *cobra.Command {
	return rulingVerb(g, "lift", "bo-dinh-chi", "Bỏ tạm đình chỉ", liftedOK,
		func(o *office.Office) func(context.Context, []string, register.Ruling) error { return o.Register.Lift })
}
