package register

import (
	"context"
	"strings"

	"ocoprint/internal/ocop"
)

// Change says on what a renewed certificate rests.
type Change struct {
	Day       ocop.Date // issue day of the renewed paper; zero: as before
	Reason    string
	Paper     string          // request, minutes, decision
	NewNumber bool            // a new number and id; else a new revision under the same
	Sheet     string          // serial of the new blank
	Signatory *ocop.Signatory // nil: as before
	Refs      []string        // blobs the new paper needs
	Layout    string          // "": as before
	Authority *ocop.Authority // who issues the renewed paper, for example the successor; nil: as before
}

// renew writes a certificate anew: a further revision under the same number,
// or a certificate of its own that replaces it. Old and new point at each
// other. edit changes the copy it is given; what names the certificate stays.
func (r *Register) renew(ctx context.Context, kind Kind, id string, c Change, edit func(*ocop.Certificate) any, s Sealer) (ocop.Certificate, error) {
	var renewed ocop.Certificate
	if strings.TrimSpace(c.Reason) == "" {
		return renewed, ReasonMissing.With("doing", kind.Text()).Err()
	}
	err := r.write(ctx, kind, func(w *writer) error {
		row, err := w.find(id, kind)
		if err != nil {
			return err
		}
		was, err := textOf(w.tx, row)
		if err != nil {
			return err
		}
		now, personal := c.apply(was, edit)
		ev := Event{Kind: kind, ID: was.ID, Reason: c.Reason, Paper: c.Paper, Blank: c.Sheet, Refs: c.Refs}
		if err := w.renumber(&now, was, c, &ev); err != nil {
			return err
		}
		if err := sealInto(&now, s); err != nil {
			return err
		}
		ev.ID, ev.Day, ev.Revision, ev.Key, ev.Cert = now.ID, w.dayOr(c.Day), now.Revision, keyOfCert(&now), &now
		renewed = now
		return w.addPersonal(ev, personal)
	})
	if err != nil {
		return ocop.Certificate{}, err
	}
	return renewed, nil
}

// apply makes the new text from the old one.
func (c Change) apply(was ocop.Certificate, edit func(*ocop.Certificate) any) (now ocop.Certificate, personal any) {
	now = was
	if c.Authority != nil {
		now.Authority = *c.Authority
	}
	if !c.Day.IsZero() {
		now.IssuedOn = c.Day
	}
	if c.Signatory != nil {
		now.Signatory = *c.Signatory
	}
	if c.Layout != "" {
		now.Layout = c.Layout
	}
	now.Sheet = c.Sheet
	if edit != nil {
		personal = edit(&now)
	}
	now.ID, now.Number, now.Seq, now.Series, now.Order, now.Sample = was.ID, was.Number, was.Seq, was.Series, was.Order, was.Sample
	now.Producer = public(now.Producer)
	now.Payload, now.Identity, now.Code, now.URL = nil, nil, "", ""
	return now, personal
}

func (w *writer) renumber(now *ocop.Certificate, was ocop.Certificate, c Change, ev *Event) error {
	if !c.NewNumber {
		now.Revision = was.Revision + 1
		return nil
	}
	now.Revision = 1
	ev.Replaces = was.ID
	numbers, err := newNumbering(w.tx, w.head, now.Authority)
	if err != nil {
		return err
	}
	return w.number(numbers, now)
}
