package register

import (
	"context"

	"ocoprint/internal/ocop"
)

// Expire records the expiry of every certificate whose last day is before asOf
// and was not recorded yet, and says which. What a certificate is worth never
// waits for this: Status reads the dates.
func (r *Register) Expire(ctx context.Context, asOf ocop.Date) ([]string, error) {
	if asOf.IsZero() {
		asOf = r.today()
	}
	var ids []string
	err := r.write(ctx, KindExpire, func(w *writer) error {
		rows, err := w.tx.Rows(Query{LastDayTo: asOf.AddDays(-1)})
		if err != nil {
			return err
		}
		for _, row := range rows {
			l := row.lived(ocop.Date{})
			if l.expired || !l.revoked.IsZero() || !l.cancelled.IsZero() || !l.replaced.IsZero() {
				continue
			}
			if err := w.add(Event{Kind: KindExpire, Day: row.LastDay.AddDays(1), ID: row.ID}); err != nil {
				return err
			}
			ids = append(ids, row.ID)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return ids, nil
}
