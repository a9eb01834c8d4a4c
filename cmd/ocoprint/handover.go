package main

import (
	"github.com/spf13/cobra"

	"ocoprint/internal/message"
	"ocoprint/internal/office"
	"ocoprint/internal/register"
)

var (
	handedOver = message.Define("cli-handed-over", "Đã ghi trao {number} cho {to}.", "{number} is recorded as handed to {to}.")
	reprinted  = message.Define("cli-reprinted", "Đã ghi lại {file}: cùng số, cùng nội dung từng byte.", "{file} is written again: same number, same bytes.")
	spoiled    = message.Define("cli-spoiled", "Đã ghi phôi hỏng.", "The spoiled blank is recorded.")
	lostSheet  = message.Define("cli-lost", "Đã ghi phôi báo mất.", "The lost sheet is recorded.")
	cancelled  = message.Define("cli-cancelled", "Đã hủy {id}.", "{id} is cancelled.")
	expiredOK  = message.Define("cli-expired", "Đã ghi hết hiệu lực {n} giấy chứng nhận.", "The expiry of {n} certificates is recorded.")
	printedOK  = message.Define("cli-printed", "Đã ghi là đã in {n} giấy chứng nhận.", "{n} certificates are recorded as printed.")
)

func handoverVerb(g *globals) *cobra.Command {
	var h register.Handover
	var day dateFlag
	c := &cobra.Command{Use: "handover MÃ|SỐ", Aliases: []string{"trao"}, Short: "Ghi đã trao giấy cho ai, theo giấy tờ nào", Args: argsOf(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return g.withOffice(c.Context(), false, func(o *office.Office) error {
				it, err := o.Register.Get(c.Context(), args[0], g.asOf.Date)
				if err != nil {
					return err
				}
				if h.Day = day.Date; h.Day.IsZero() {
					h.Day = g.asOf.Date
				}
				if err := o.Register.HandOver(c.Context(), it.ID, h); err != nil {
					return err
				}
				g.t.say(handedOver.With("number", it.Number, "to", h.To))
				return nil
			})
		}}
	c.Flags().StringVar(&h.To, "to", "", "người nhận / who received it")
	c.Flags().StringVar(&h.Paper, "paper", "", "danh sách ký nhận, giấy ủy quyền / paper")
	c.Flags().BoolVar(&h.Proxy, "proxy", false, "nhận thay / by proxy")
	c.Flags().Var(&day, "day", "ngày trao / day")
	return c
}

func reprintVerb(g *globals) *cobra.Command {
	var reason, out string
	c := &cobra.Command{Use: "reprint MÃ|SỐ…", Aliases: []string{"in-lai"}, Short: "In lại cùng số, cùng nội dung, có lý do", Args: argsOf(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return g.withOffice(c.Context(), false, func(o *office.Office) error {
				for _, name := range args {
					file, err := o.Reprint(c.Context(), name, reason, out, g.asOf.Date)
					if err != nil {
						return err
					}
					g.t.say(reprinted.With("file", file))
				}
				return nil
			})
		}}
	c.Flags().StringVar(&reason, "reason", "", "lý do / reason")
	c.Flags().StringVar(&out, "out", ".", "thư mục kết quả / output folder")
	return c
}

// printVerb records that sheets came out of the printer.
func printVerb(g *globals) *cobra.Command {
	c := &cobra.Command{Use: "printed MÃ|SỐ…", Aliases: []string{"da-in"}, Short: "Ghi là đã in ra giấy", Args: argsOf(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return g.withOffice(c.Context(), false, func(o *office.Office) error {
				ids, err := o.ResolveIDs(c.Context(), args, g.asOf.Date)
				if err != nil {
					return err
				}
				if err := o.Register.Print(c.Context(), ids, register.Printing{Day: g.asOf.Date}); err != nil {
					return err
				}
				g.t.say(printedOK.With("n", len(ids)))
				return nil
			})
		}}
	return c
}

func spoilVerb(g *globals) *cobra.Command {
	var blank, reason string
	var lost bool
	c := &cobra.Command{Use: "spoil [MÃ|SỐ]", Aliases: []string{"hong-phoi"}, Short: "Ghi phôi hỏng hoặc mất, có số sê-ri và lý do", Args: argsOf(cobra.MaximumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return g.withOffice(c.Context(), false, func(o *office.Office) error {
				ids, err := o.ResolveIDs(c.Context(), args, g.asOf.Date)
				if err != nil {
					return err
				}
				id := ""
				if len(ids) > 0 {
					id = ids[0]
				}
				if lost {
					err = o.Register.LoseSheet(c.Context(), id, blank, g.asOf.Date, reason)
				} else {
					err = o.Register.Spoil(c.Context(), id, blank, g.asOf.Date, reason)
				}
				if err != nil {
					return err
				}
				if lost {
					g.t.say(lostSheet.With())
				} else {
					g.t.say(spoiled.With())
				}
				return nil
			})
		}}
	c.Flags().StringVar(&blank, "blank", "", "số sê-ri của phôi / serial of the blank")
	c.Flags().StringVar(&reason, "reason", "", "lý do / reason")
	c.Flags().BoolVar(&lost, "lost", false, "phôi mất, không phải hỏng / lost, not spoiled")
	return c
}

func cancelVerb(g *globals) *cobra.Command {
	var reason string
	c := &cobra.Command{Use: "cancel MÃ|SỐ", Aliases: []string{"huy"}, Short: "Hủy giấy in hỏng, chưa trao", Args: argsOf(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return g.withOffice(c.Context(), false, func(o *office.Office) error {
				it, err := o.Register.Get(c.Context(), args[0], g.asOf.Date)
				if err != nil {
					return err
				}
				if err := o.Register.Cancel(c.Context(), it.ID, g.asOf.Date, reason); err != nil {
					return err
				}
				g.t.say(cancelled.With("id", it.ID))
				return nil
			})
		}}
	c.Flags().StringVar(&reason, "reason", "", "lý do / reason")
	return c
}

func expireVerb(g *globals) *cobra.Command {
	return &cobra.Command{Use: "expire", Aliases: []string{"het-han"}, Short: "Ghi vào sổ các giấy đã hết hiệu lực tính đến --as-of", Args: argsOf(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			return g.withOffice(c.Context(), false, func(o *office.Office) error {
				ids, err := o.Register.Expire(c.Context(), g.asOf.Date)
				if err != nil {
					return err
				}
				g.t.say(expiredOK.With("n", len(ids)))
				return nil
			})
		}}
}
