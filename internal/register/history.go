package register

import (
	"context"
	"iter"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// Get finds a certificate by id, number or code, in its latest revision.
// CertificateUnknown when there is none, CertificateAmbiguous when a code or
// number belongs to several.
func (r *Register) Get(ctx context.Context, name string, asOf ocop.Date) (it Item, err error) {
	err = r.store.View(ctx, func(tx Tx) error {
		row, err := findRow(tx, name)
		if err != nil {
			return err
		}
		if row.Body, err = bodyOf(tx, row); err != nil {
			return err
		}
		it, err = r.item(row, r.day(asOf), &certReader{})
		return err
	})
	return it, r.sayBusy(err)
}

func bodyOf(tx Tx, row Row) ([]byte, error) {
	e, ok, err := tx.Entry(row.Entry)
	if err == nil && !ok {
		err = RegisterDamaged.With("seq", row.Entry, "where", "certificate").Err()
	}
	return e.Body, err
}

// findRow finds a certificate by any of its names.
func findRow(tx Tx, name string) (Row, error) {
	name = strings.TrimSpace(name)
	if row, ok, err := tx.Row(strings.ToUpper(name)); err != nil || ok {
		return row, err
	}
	for _, q := range []Query{{Number: viet.NFC(name)}, {Code: strings.ToUpper(name)}} {
		if q.Number+q.Code == "" {
			continue
		}
		rows, err := tx.Rows(q)
		if err != nil {
			return Row{}, err
		}
		if len(rows) == 1 {
			return rows[0], nil
		}
		if len(rows) > 1 {
			return Row{}, CertificateAmbiguous.With("count", len(rows), "name", name, "example", rows[0].ID).Err()
		}
	}
	return Row{}, CertificateUnknown.With("name", name).Err()
}

// Status says what a certificate is worth on a day.
func (r *Register) Status(ctx context.Context, id string, asOf ocop.Date) (s ocop.CertificateStatus, err error) {
	err = r.store.View(ctx, func(tx Tx) error {
		row, err := findRow(tx, id)
		s = row.status(r.day(asOf), r.opt.Notice)
		return err
	})
	if err != nil {
		return "", r.sayBusy(err)
	}
	return s, nil
}

// History gives everything that happened to a certificate, oldest first.
func (r *Register) History(ctx context.Context, id string) (all []Event, err error) {
	err = r.store.View(ctx, func(tx Tx) error {
		row, err := findRow(tx, id)
		if err != nil {
			return err
		}
		entries, err := tx.EntriesOf(row.ID)
		if err != nil {
			return err
		}
		for _, e := range entries {
			ev, err := e.Event()
			if err != nil {
				return err
			}
			all = append(all, ev)
		}
		return nil
	})
	return all, r.sayBusy(err)
}

// Revisions gives every text the certificate has had, first revision first.
func (r *Register) Revisions(ctx context.Context, id string) (all []ocop.Certificate, err error) {
	events, err := r.History(ctx, id)
	for _, ev := range events {
		if ev.Cert != nil {
			all = append(all, *ev.Cert)
		}
	}
	return all, err
}

// Journal walks through the events from entry number from (1: all), in short
// transactions.
func (r *Register) Journal(ctx context.Context, from int64) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		for next := max(from, 1); ; {
			var page []Entry
			err := r.store.View(ctx, func(tx Tx) (err error) {
				page, err = tx.Entries(next, 500)
				return err
			})
			if err != nil {
				yield(Event{}, r.sayBusy(err))
				return
			}
			for _, e := range page {
				ev, err := e.Event()
				if !yield(ev, err) || err != nil {
					return
				}
			}
			if len(page) == 0 {
				return
			}
			if page[len(page)-1].Seq < next {
				yield(Event{}, errOrder)
				return
			}
			next = page[len(page)-1].Seq + 1
		}
	}
}
