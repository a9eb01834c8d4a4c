package register

import (
	"context"

	"ocoprint/internal/ocop"
)

// Handover says who received a certificate. The name is personal data: it is
// kept beside the entry.
type Handover struct {
	Day   ocop.Date
	To    string // who received it
	Proxy bool   // by proxy
	Paper string // receipt list, letter of authority (giấy ủy quyền)
	Place string
}

// HandOver records that a certificate was handed over (trao).
func (r *Register) HandOver(ctx context.Context, id string, h Handover) error {
	return r.write(ctx, KindHandOver, func(w *writer) error {
		row, err := w.find(id, KindHandOver)
		if err != nil {
			return err
		}
		if day, err := w.handedInRevision(row); err != nil || !day.IsZero() {
			if err != nil {
				return err
			}
			return HandedOverAlready.With("number", row.Number, "day", day.String()).Err()
		}
		ev := Event{Kind: KindHandOver, Day: w.dayOr(h.Day), ID: row.ID, Revision: row.Revision, Paper: h.Paper}
		if h.Proxy {
			ev.Info = map[string]string{"proxy": "yes"}
		}
		return w.addPersonal(ev, receiver{To: h.To, Place: h.Place})
	})
}

type receiver struct {
	To    string `json:"to"`
	Place string `json:"place,omitempty"`
}

// handedInRevision: a reissued paper is handed over again.
func (w *writer) handedInRevision(row Row) (ocop.Date, error) {
	if row.lived(ocop.Date{}).handed.IsZero() {
		return ocop.Date{}, nil
	}
	all, err := w.tx.EntriesOf(row.ID)
	if err != nil {
		return ocop.Date{}, err
	}
	for _, e := range all {
		if e.Kind != KindHandOver {
			continue
		}
		ev, err := e.Event()
		if err != nil {
			return ocop.Date{}, err
		}
		if ev.Revision == row.Revision {
			return ev.Day, nil
		}
	}
	return ocop.Date{}, nil
}
