package register

import (
	"slices"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// certificate writes the text that a result would freeze, without number.
// Personal data stays behind: it is kept beside the entry.
func (p *preparation) certificate(res ocop.Result, order int) (ocop.Certificate, error) {
	opt := p.opt
	res = clean(res)
	c := ocop.Certificate{
		Revision: 1, Order: order,
		Product: res.Product, Producer: public(res.Producer), Place: place(res.Producer, opt.Authority),
		Stars: res.Stars, Score: res.Score, Round: res.Round, Decision: res.Decision,
		Authority: opt.Authority, Signatory: opt.Signatory,
		IssuedOn: opt.IssueDate, Layout: opt.Layout, Sample: opt.Sample,
	}
	rules := opt.Authority.Rules(res.Decision.Date)
	c.ValidFrom, c.LastDay = opt.Authority.Validity.Period(res.Decision.Date, c.IssuedOn, res.Decision.Date, rules)
	return c, nil
}

// clean makes every text one clean line in NFC: what is frozen is also signed.
func clean(res ocop.Result) ocop.Result {
	for _, s := range []*string{&res.Product.Name, &res.Product.Group, &res.Product.Code, &res.Product.Pack, &res.Product.Unit,
		&res.Producer.Name, &res.Producer.Kind, &res.Producer.Address, &res.Producer.Commune,
		&res.Decision.Number, &res.Decision.Issuer, &res.Decision.Title} {
		*s = strings.ToValidUTF8(viet.Clean(*s), "")
	}
	return res
}

// public is the producer without personal data.
func public(p ocop.Producer) ocop.Producer {
	p.Representative, p.Phone, p.TaxID = "", "", ""
	return p
}

// personalOf is what stands beside the entry, nil when there is nothing.
func personalOf(p ocop.Producer) any {
	kept := ocop.Producer{Name: p.Name, Representative: p.Representative, Phone: p.Phone, TaxID: p.TaxID}
	if kept == (ocop.Producer{Name: p.Name}) {
		return nil
	}
	return kept
}

// place is commune and province as the public sees them (formats.md, key 4).
func place(p ocop.Producer, a ocop.Authority) string {
	var parts []string
	for _, s := range []string{p.Commune, a.Province} {
		if s = strings.TrimSpace(s); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// difference is a value that the file says otherwise than the certificate.
type difference struct {
	field    ocop.Field
	was, now string
}

// differences compares what a row says now with what was frozen. Spelling that
// the identity key folds (case, spaces, tone place) is no difference, and a
// blank says nothing.
func differences(res ocop.Result, now, was ocop.Certificate) (all []difference) {
	add := func(f ocop.Field, a, b string, differ bool) {
		if differ {
			all = append(all, difference{f, a, b})
		}
	}
	text := func(f ocop.Field, a, b string) {
		add(f, a, b, a != "" && b != "" && foldKey.of(a) != foldKey.of(b))
	}
	add(ocop.FieldStars, was.Stars.String(), now.Stars.String(), now.Stars != was.Stars)
	add(ocop.FieldScore, was.Score.String(), now.Score.String(),
		now.Score.Known && was.Score.Known && now.Score.Micros != was.Score.Micros)
	text(ocop.FieldRound, was.Round.String(), now.Round.String())
	text(ocop.FieldAddress, was.Producer.Address, now.Producer.Address)
	text(ocop.FieldCommune, was.Producer.Commune, now.Producer.Commune)
	text(ocop.FieldProductCode, was.Product.Code, now.Product.Code)
	return all
}

// changed compares with the text in use, and with every earlier text of the
// certificate that this row got: a workbook that still says what was once
// issued has not changed, the certificate has (correction, transfer).
func (p *preparation) changed(res ocop.Result, now, latest ocop.Certificate) ([]difference, error) {
	what := differences(res, now, latest)
	if len(what) == 0 {
		return nil, nil
	}
	id, _, err := p.tx.Result(keyOfResult(res, p.opt.Authority.Code))
	if err != nil {
		return nil, err
	}
	for id != "" {
		same, err := p.onceSaid(id, res, now)
		if err != nil || same {
			return nil, err
		}
		row, _, err := p.tx.Row(id)
		if err != nil {
			return nil, err
		}
		id = row.Replaces
	}
	return what, nil
}

// onceSaid: a text of that certificate said what the row says.
func (p *preparation) onceSaid(id string, res ocop.Result, now ocop.Certificate) (bool, error) {
	entries, err := p.tx.EntriesOf(id)
	if err != nil {
		return false, err
	}
	for _, e := range entries {
		ev, err := e.Event()
		if err != nil {
			return false, err
		}
		if ev.Cert != nil && keyOfCert(ev.Cert) == keyOfCert(&now) && len(differences(res, now, *ev.Cert)) == 0 {
			return true, nil
		}
	}
	return false, nil
}

func sayDifferences(all []difference) string {
	var parts []string
	for _, d := range all {
		parts = append(parts, "“"+d.was+"” → “"+d.now+"”")
	}
	return strings.Join(parts, "; ")
}

// share lets certificates that were read one after the other keep their common
// texts once: ten thousand of a batch have one authority and one decision. It
// makes c the last.
func share(c, last *ocop.Certificate) {
	if c.Authority == last.Authority {
		c.Authority = last.Authority
	}
	if c.Decision == last.Decision {
		c.Decision = last.Decision
	}
	if c.Signatory.Name == last.Signatory.Name && slices.Equal(c.Signatory.Lines, last.Signatory.Lines) {
		c.Signatory = last.Signatory
	}
	if c.Series == last.Series {
		c.Series = last.Series
	}
	if c.Layout == last.Layout {
		c.Layout = last.Layout
	}
	*last = *c
}
