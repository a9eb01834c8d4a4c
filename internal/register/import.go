package register

import (
	"cmp"
	"context"
	"slices"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// OldNumberUnreadable: an imported number does not fit the pattern.
var OldNumberUnreadable = message.Define("old-number-unreadable",
	"Dòng {row}: số “{number}” của sổ cũ không theo mẫu số {pattern}.", "Row {row}: the old number “{number}” does not fit the pattern {pattern}.").
	Hint("Sửa số trong tệp, hoặc đặt mẫu số đúng của sổ cũ.", "Mend the number in the file, or set the old register's pattern.")

// Old is one certificate of a register kept on paper before. It has no code:
// its paper carries none.
type Old struct {
	Number  string // as written
	Result  ocop.Result
	Issued  ocop.Date
	LastDay ocop.Date // zero: by the rule
}

// ImportOld enters certificates given before this register began, in one
// transaction. Numbers are taken as written; numbers that are left out below
// the highest become missing, for a person to close. Those that the register
// has already are passed over.
func (r *Register) ImportOld(ctx context.Context, olds []Old, opt PrepareOptions) ([]ocop.Certificate, error) {
	var entered []ocop.Certificate
	err := r.write(ctx, KindImport, func(w *writer) error {
		entered = nil
		certs, err := w.readOlds(olds, opt)
		if err != nil {
			return err
		}
		if err := w.oldGaps(certs); err != nil {
			return err
		}
		for _, o := range certs {
			c := o.cert
			group, err := idGroup(c)
			if err != nil {
				return err
			}
			c.ID = makeID(group, w.head.Tops[group]+1)
			ev := Event{Kind: KindImport, Day: c.IssuedOn, ID: c.ID, Revision: 1, Key: o.key, Source: sourceOf(o.res), Cert: &c}
			if err := w.addPersonal(ev, personalOf(o.res.Producer)); err != nil {
				return err
			}
			entered = append(entered, c)
		}
		return nil
	})
	return entered, err
}

type oldCert struct {
	cert ocop.Certificate
	res  ocop.Result
	key  string
}

// readOlds gives the certificates that are new here, by series and number.
func (w *writer) readOlds(olds []Old, opt PrepareOptions) (all []oldCert, err error) {
	pattern, err := ParsePattern(opt.Authority.NumberPattern)
	if err != nil {
		return nil, err
	}
	for i, o := range olds {
		opt.IssueDate = o.Issued
		p := &preparation{r: w.r, tx: w.tx, opt: opt, draft: &Draft{}, matched: map[string]bool{}}
		c, err := p.certificate(o.Result, i+1)
		if err != nil {
			return nil, err
		}
		if !o.LastDay.IsZero() {
			c.LastDay = o.LastDay
		}
		c.Series = pattern.Series(c)
		seq, ok := pattern.Seq(c, o.Number)
		if !ok {
			return nil, OldNumberUnreadable.With("row", o.Result.Row, "number", o.Number, "pattern", opt.Authority.NumberPattern).Err()
		}
		c.Number, c.Seq = o.Number, seq
		key := keyOfResult(o.Result, opt.Authority.Code)
		if _, known, err := p.known(key); err != nil || known {
			if err != nil {
				return nil, err
			}
			continue
		}
		n, taken, err := w.tx.Number(c.Series, seq)
		if err != nil {
			return nil, err
		}
		if taken && n.State != NumberMissing {
			return nil, NumberTaken.With("number", c.Number, "other", n.ID).Err()
		}
		all = append(all, oldCert{c, o.Result, key})
	}
	slices.SortStableFunc(all, func(a, b oldCert) int {
		return cmp.Or(cmp.Compare(a.cert.Series, b.cert.Series), cmp.Compare(a.cert.Seq, b.cert.Seq))
	})
	return all, w.twice(all)
}

// twice finds a number that the list gives to two certificates.
func (w *writer) twice(all []oldCert) error {
	for i := 1; i < len(all); i++ {
		if a, b := all[i-1].cert, all[i].cert; a.Series == b.Series && a.Seq == b.Seq {
			return NumberTaken.With("number", b.Number, "other", a.Product.Name).Err()
		}
	}
	return nil
}

// oldRegister is the reason of numbers that an old register leaves out.
const oldRegister = "sổ cũ"

// oldGaps makes the numbers up to the highest old one known as missing; the
// import then gives those that it has.
func (w *writer) oldGaps(all []oldCert) error {
	for i, o := range all {
		last := i == len(all)-1 || all[i+1].cert.Series != o.cert.Series
		from := w.head.Tops[o.cert.Series] + 1
		if !last || from > o.cert.Seq {
			continue
		}
		if err := w.add(Event{Kind: KindMissing, Day: dayOf(w.now), Series: o.cert.Series, From: from, To: o.cert.Seq, Reason: oldRegister}); err != nil {
			return err
		}
	}
	return nil
}
