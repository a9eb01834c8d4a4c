package register

import (
	"context"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// RulingMissing: a certificate is withdrawn by a decision, never by a click.
var RulingMissing = message.Define("ruling-missing",
	"Cần ghi số và ngày quyết định để {doing}.", "The decision's number and date are needed: {doing}.").
	Hint("Ghi quyết định và điều khoản của quyết định công nhận bị thu hồi.", "State the decision and the clause of the granting decision that it withdraws.")

// Ruling is a decision about certificates.
type Ruling struct {
	Day      ocop.Date // first day on which it applies; zero: the decision's date
	Decision ocop.Decision
	Clause   string // khoản 1 Điều 1
	Reason   string
	Until    ocop.Date // last day of a suspension, when stated
}

// Revoke withdraws certificates (thu hồi): all of them or none. It needs a
// decision.
func (r *Register) Revoke(ctx context.Context, ids []string, why Ruling) error {
	return r.rule(ctx, KindRevoke, ids, why)
}

// Suspend suspends certificates (tạm đình chỉ), until a day or until lifted.
func (r *Register) Suspend(ctx context.Context, ids []string, why Ruling) error {
	return r.rule(ctx, KindSuspend, ids, why)
}

// Lift ends a suspension (bỏ đình chỉ).
func (r *Register) Lift(ctx context.Context, ids []string, why Ruling) error {
	return r.rule(ctx, KindLift, ids, why)
}

func (r *Register) rule(ctx context.Context, kind Kind, ids []string, why Ruling) error {
	if strings.TrimSpace(why.Decision.Number) == "" || why.Decision.Date.IsZero() {
		return RulingMissing.With("doing", kind.Text()).Err()
	}
	if why.Day.IsZero() {
		why.Day = why.Decision.Date
	}
	return r.write(ctx, kind, func(w *writer) error {
		for _, id := range ids {
			row, err := w.find(id, kind)
			if err != nil {
				return err
			}
			if kind == KindLift && row.lived(ocop.Date{}).suspended.IsZero() {
				return notInState(row, row.status(why.Day, w.r.opt.Notice), kind)
			}
			ev := Event{Kind: kind, Day: why.Day, ID: row.ID, Reason: why.Reason, Decision: &why.Decision, Clause: why.Clause}
			if kind == KindSuspend {
				ev.Until = why.Until
			}
			if err := w.add(ev); err != nil {
				return err
			}
		}
		return nil
	})
}
