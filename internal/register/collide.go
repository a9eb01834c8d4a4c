package register

import (
	"ocoprint/internal/ocop"
)

// known finds the certificate of a result key: the latest one that replaced
// it, in its latest revision. A cancelled certificate frees its result.
func (p *preparation) known(key string) (k Known, found bool, err error) {
	id, ok, err := p.tx.Result(key)
	if err != nil || !ok {
		return k, false, err
	}
	row, ok, err := latest(p.tx, id, p.matched)
	if err != nil || !ok {
		return k, false, err
	}
	status := row.status(p.opt.AsOf, p.r.opt.Notice)
	if !row.lived(ocop.Date{}).cancelled.IsZero() {
		return k, false, nil
	}
	c, err := textOf(p.tx, row)
	share(&c, &p.last)
	return Known{Certificate: c, Status: status}, err == nil, err
}

// latest follows a certificate to the one that replaced it last.
func latest(tx Tx, id string, seen map[string]bool) (row Row, ok bool, err error) {
	for {
		row, ok, err = tx.Row(id)
		if err != nil || !ok {
			return row, ok, err
		}
		if seen != nil {
			seen[id] = true
		}
		if row.ReplacedBy == "" || row.ReplacedBy == id {
			return row, true, nil
		}
		id = row.ReplacedBy
	}
}

// textOf reads the frozen text of a row.
func textOf(tx Tx, row Row) (ocop.Certificate, error) {
	e, ok, err := tx.Entry(row.Entry)
	if err != nil {
		return ocop.Certificate{}, err
	}
	if !ok {
		return ocop.Certificate{}, RegisterDamaged.With("seq", row.Entry, "where", "certificate").Err()
	}
	ev, err := e.Event()
	if err != nil || ev.Cert == nil {
		return ocop.Certificate{}, RegisterDamaged.With("seq", row.Entry, "where", "certificate").Wrap(err)
	}
	return *ev.Cert, nil
}

// matchOthers marks the certificates of the file's other rows as still there.
func (p *preparation) matchOthers() error {
	for _, res := range p.opt.Others {
		if _, _, err := p.known(keyOfResult(res, p.opt.Authority.Code)); err != nil {
			return err
		}
	}
	return nil
}

// vanished lists living certificates of the file's decisions whose row is gone.
func (p *preparation) vanished(results []ocop.Result) error {
	done := map[string]bool{}
	for _, res := range results {
		number, day := foldKey.of(res.Decision.Number), res.Decision.Date
		if number == "" || done[number+day.ISO()] {
			continue
		}
		done[number+day.ISO()] = true
		rows, err := p.tx.Rows(Query{Authority: p.opt.Authority.Code, Decision: number, DecisionDate: day})
		if err != nil {
			return err
		}
		for _, row := range rows {
			if p.matched[row.ID] || !alive(row.status(p.opt.AsOf, p.r.opt.Notice)) {
				continue
			}
			c, err := textOf(p.tx, row)
			if err != nil {
				return err
			}
			p.draft.Vanished = append(p.draft.Vanished, c)
			p.gone = append(p.gone, row)
		}
	}
	return nil
}

// renamed gives the vanished certificate of the same decision that shares
// producer, row number or score with a new row: was the name mended, or is it
// another product?
func (p *preparation) renamed(n Proposed) *ocop.Certificate {
	producer := foldKey.of(n.Result.Producer.Name)
	for i, row := range p.gone {
		c := &p.draft.Vanished[i]
		if row.Decision != foldKey.of(n.Result.Decision.Number) || row.DecisionDate != n.Result.Decision.Date {
			continue
		}
		sameNo := row.No != "" && row.No == n.Result.No
		sameScore := row.Score.Known && n.Result.Score.Known && row.Score.Micros == n.Result.Score.Micros
		if row.ProducerKey == producer || sameNo || sameScore {
			return c
		}
	}
	return nil
}

// certified gives the living certificate of the same product and producer
// under another decision, if there is one.
func (p *preparation) certified(n Proposed) (*ocop.Certificate, error) {
	rows, err := p.tx.Rows(Query{ProductKey: foldKey.of(n.Result.Product.Name), ProducerKey: foldKey.of(n.Result.Producer.Name), Bodies: true})
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		if alive(row.status(p.opt.AsOf, p.r.opt.Notice)) {
			c, err := new(certReader).read(Entry{Seq: row.Entry, Body: row.Body})
			return &c, err
		}
	}
	return nil, nil
}
