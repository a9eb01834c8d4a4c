package register

import (
	"context"
	"fmt"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// DraftStale: somebody else wrote since the draft was prepared, and what was
// looked at no longer holds.
var DraftStale = message.Define("draft-stale",
	"Sổ cấp đã thay đổi từ lúc lập bản dự kiến.", "The register changed since the draft was prepared.").
	Hint("Lập lại bản dự kiến rồi cấp.", "Prepare the draft again, then issue.")

// Sealer signs what a certificate says. The same certificate gives the same
// answer each time.
type Sealer interface {
	Seal(c ocop.Certificate) (Sealed, error)
}

// SealerFunc makes a Sealer of a function.
type SealerFunc func(c ocop.Certificate) (Sealed, error)

// Seal calls f.
func (f SealerFunc) Seal(c ocop.Certificate) (Sealed, error) { return f(c) }

// Sealed is what the signature adds to a certificate (formats.md §1).
type Sealed struct {
	Payload  []byte // frame
	Identity []byte // SHA-256 of the signed bytes
	Code     string // six symbols
	URL      string // text of the QR
}

// Issue enters the draft in the register, in one transaction: number, frozen
// text, payload, signature and journal entry, all or nothing. It returns the
// certificates of New in the draft's order. Issued again after any
// interruption, it returns the same certificates and issues nothing. A second
// issuer is told within two seconds who holds the register (RegisterBusy).
func (r *Register) Issue(ctx context.Context, d Draft, s Sealer) ([]ocop.Certificate, error) {
	if len(d.New) == 0 {
		return nil, nil
	}
	var issued []ocop.Certificate
	err := r.write(ctx, KindIssue, func(w *writer) error {
		known, err := w.issuedBefore(d)
		if err != nil || known != nil {
			issued = known
			return err
		}
		if err := w.stillHolds(d); err != nil {
			return err
		}
		issued, err = w.issue(d, s)
		return err
	})
	if err != nil {
		return nil, err
	}
	return issued, nil
}

// issuedBefore gives the certificates when this very draft was issued already;
// when only some of its results were, another draft issued them.
func (w *writer) issuedBefore(d Draft) ([]ocop.Certificate, error) {
	var known []ocop.Certificate
	p := w.preparation(d)
	for _, n := range d.New {
		k, found, err := p.known(keyOfResult(n.Result, d.Options.Authority.Code))
		if err != nil {
			return nil, err
		}
		if found {
			known = append(known, k.Certificate)
		}
	}
	if len(known) != 0 && len(known) != len(d.New) {
		return nil, DraftStale.Err()
	}
	return known, nil
}

// stillHolds looks again at what another may have issued meanwhile.
func (w *writer) stillHolds(d Draft) error {
	p := w.preparation(d)
	for _, n := range d.New {
		if n.Replaces != "" {
			if _, err := w.find(n.Replaces, KindTransfer); err != nil {
				return err
			}
		}
		if w.head.Seq == d.Head.Seq || d.named {
			continue
		}
		other, err := p.certified(n)
		if err != nil {
			return err
		}
		if (other == nil && n.Replaces != "") || (other != nil && other.ID != n.Replaces) {
			return DraftStale.Err()
		}
	}
	return nil
}

func (w *writer) preparation(d Draft) *preparation {
	return &preparation{r: w.r, tx: w.tx, opt: d.Options, draft: &Draft{}, seen: map[string]int{}, matched: map[string]bool{}}
}

func (w *writer) issue(d Draft, s Sealer) ([]ocop.Certificate, error) {
	numbers, err := newNumbering(w.tx, w.head, d.Options.Authority)
	if err != nil {
		return nil, err
	}
	issued := make([]ocop.Certificate, 0, len(d.New))
	for _, n := range d.New {
		c := n.Certificate
		if err := w.number(numbers, &c); err != nil {
			return nil, err
		}
		if d.Options.Exact && (c.Number != n.Certificate.Number || c.ID != n.Certificate.ID) {
			return nil, DraftStale.Err()
		}
		if err := sealInto(&c, s); err != nil {
			return nil, err
		}
		ev := Event{Kind: KindIssue, Day: c.IssuedOn, ID: c.ID, Revision: c.Revision, Replaces: n.Replaces,
			Refs: d.Options.Refs, Key: keyOfResult(n.Result, d.Options.Authority.Code), Source: sourceOf(n.Result), Cert: &c}
		if err := w.addPersonal(ev, personalOf(n.Result.Producer)); err != nil {
			return nil, err
		}
		issued = append(issued, c)
	}
	return issued, nil
}

// number gives the certificate its number for good, entering declared starts
// before the first of a series.
func (w *writer) number(n *numbering, c *ocop.Certificate) error {
	if err := n.give(c); err != nil {
		return err
	}
	for _, start := range n.starts {
		if err := w.add(start); err != nil {
			return err
		}
	}
	n.starts = nil
	return w.numberFree(*c)
}

// numberFree: the number as written is not taken, by whatever series.
func (w *writer) numberFree(c ocop.Certificate) error {
	other, taken, err := w.tx.NumberText(c.Authority.Code, c.Number)
	if err != nil {
		return err
	}
	if taken {
		return NumberTaken.With("number", c.Number, "other", other.ID).Err()
	}
	return nil
}

// NumberTaken: a number as written exists already.
var NumberTaken = message.Define("number-taken",
	"Số {number} đã có trong sổ ({other}).", "The number {number} is in the register already ({other}).").
	Hint("Kiểm tra mẫu số và số bắt đầu trong cài đặt.", "Check the number pattern and the first number in the settings.")

// sealInto signs the certificate; an incomplete answer never gets a number.
func sealInto(c *ocop.Certificate, s Sealer) error {
	sealed, err := s.Seal(*c)
	if err != nil {
		return fmt.Errorf("seal %s: %w", c.ID, err)
	}
	if len(sealed.Payload) == 0 || len(sealed.Identity) != 32 || sealed.URL == "" {
		return fmt.Errorf("seal %s: incomplete", c.ID)
	}
	c.Payload, c.Identity, c.Code, c.URL = sealed.Payload, sealed.Identity, sealed.Code, sealed.URL
	return nil
}

func sourceOf(res ocop.Result) *Source {
	if res.File == "" && res.Row == 0 && res.No == "" {
		return nil
	}
	return &Source{File: res.File, Sheet: res.Sheet, Row: res.Row, No: res.No}
}
