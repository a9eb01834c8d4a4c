package register

import (
	"context"
	"strings"

	"ocoprint/internal/ocop"
)

// Spoil records a spoiled pre-printed sheet (phôi hỏng); id is the certificate
// that was being printed on it, or empty.
func (r *Register) Spoil(ctx context.Context, id, blank string, day ocop.Date, reason string) error {
	return r.sheet(ctx, KindSpoil, id, blank, day, reason)
}

// LoseSheet reports a pre-printed sheet as lost (phôi báo mất): a code on it is
// not to be trusted.
func (r *Register) LoseSheet(ctx context.Context, id, blank string, day ocop.Date, reason string) error {
	return r.sheet(ctx, KindLost, id, blank, day, reason)
}

func (r *Register) sheet(ctx context.Context, kind Kind, id, blank string, day ocop.Date, reason string) error {
	if strings.TrimSpace(reason) == "" || strings.TrimSpace(blank) == "" {
		return ReasonMissing.With("doing", kind.Text()).Err()
	}
	return r.write(ctx, kind, func(w *writer) error {
		if id != "" {
			if _, err := w.find(id, kind); err != nil {
				return err
			}
		}
		return w.add(Event{Kind: kind, Day: w.dayOr(day), ID: id, Blank: blank, Reason: reason})
	})
}
