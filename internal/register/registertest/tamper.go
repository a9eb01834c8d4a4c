package registertest

import (
	"bytes"

	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
)

// tampering changes one thing in the stored rows by other means and looks that
// the audit names it; then it takes the change back. The last case changes
// nothing and must be found whole: the control.
func tampering(p *proof) {
	c := p.issue(Results(1, 4), Options())
	hash, err := p.r.KeepBlob(p.ctx, "layout", "mau", []byte("{}"))
	p.must(err)
	_ = hash
	row := func(tx register.Tx, id string) register.Row {
		r, _, err := tx.Row(id)
		p.must(err)
		return r
	}
	for name, t := range map[string]struct {
		where string
		do    func(tx register.Tx) error
	}{
		"stars of a row":    {"certificate", func(tx register.Tx) error { r := row(tx, c[1].ID); r.Stars = 5; return tx.PutRow(r) }},
		"last day of a row": {"certificate", func(tx register.Tx) error { r := row(tx, c[1].ID); r.LastDay = day(2030, 1, 1); return tx.PutRow(r) }},
		"marks of a row":    {"certificate", func(tx register.Tx) error { r := row(tx, c[1].ID); r.Marks = "R2024-01-01"; return tx.PutRow(r) }},
		"search of a row":   {"certificate", func(tx register.Tx) error { r := row(tx, c[1].ID); r.Search = "x"; return tx.PutRow(r) }},
		"score of a row":    {"certificate", func(tx register.Tx) error { r := row(tx, c[1].ID); r.Score = ocop.Score{}; return tx.PutRow(r) }},
		"order of a row":    {"certificate", func(tx register.Tx) error { r := row(tx, c[1].ID); r.SortNumber = []byte("z"); return tx.PutRow(r) }},
		"another row": {"certificate", func(tx register.Tx) error {
			r := row(tx, c[1].ID)
			r.ID, r.SortIssue = "VD-2023-2-999", []byte("9")
			return tx.PutRow(r)
		}},
		"a number's owner": {"number", func(tx register.Tx) error {
			n, _, _ := tx.Number(c[0].Series, 2)
			n.ID = c[0].ID
			return tx.PutNumber(n)
		}},
		"a number closed": {"number", func(tx register.Tx) error {
			n, _, _ := tx.Number(c[0].Series, 2)
			n.State = register.NumberClosed
			return tx.PutNumber(n)
		}},
		"a number more": {"number", func(tx register.Tx) error {
			return tx.PutNumber(register.Number{Series: c[0].Series, Seq: 5, Number: "05", State: register.NumberGiven})
		}},
		"a result's owner": {"result", func(tx register.Tx) error { return tx.PutResult(c[2].Key(), c[0].ID) }},
		"a result more":    {"result", func(tx register.Tx) error { return tx.PutResult("khác", c[0].ID) }},
		"all indexes gone": {"certificate", func(tx register.Tx) error { return tx.DropIndexes() }},
		"personal changed": {"personal", func(tx register.Tx) error { x, _, _ := tx.Personal(3); x.Data = []byte("{}"); return tx.PutPersonal(x) }},
		"personal erased":  {"personal", func(tx register.Tx) error { return tx.PutPersonal(register.Personal{Seq: 3, Erased: 1}) }},
		"personal beyond": {"personal", func(tx register.Tx) error {
			return tx.PutPersonal(register.Personal{Seq: 99, Salt: []byte{1}, Data: []byte{1}})
		}},
		"personal before": {"personal", func(tx register.Tx) error {
			return tx.PutPersonal(register.Personal{Seq: 1, Salt: []byte{1}, Data: []byte{1}})
		}},
		"the head's number": {"head", func(tx register.Tx) error { h, _ := tx.Head(); h.Seq--; return tx.PutHead(h) }},
		"the head's tops":   {"head", func(tx register.Tx) error { h, _ := tx.Head(); h.Tops[c[0].Series] = 2; return tx.PutHead(h) }},
		"the head's root": {"head", func(tx register.Tx) error {
			h, _ := tx.Head()
			h.Range = [][]byte{bytes.Repeat([]byte{1}, 32)}
			return tx.PutHead(h)
		}},
		"an entry more": {"entry", func(tx register.Tx) error {
			return tx.Append(register.Entry{Seq: 6, Kind: "revoke", ID: c[0].ID, Body: []byte(`{"kind":"revoke"}`), Hash: make([]byte, 32)})
		}},
		"nothing at all":     {"", func(tx register.Tx) error { return nil }},
		"a remembered value": {"", func(tx register.Tx) error { return tx.PutValue("mapping", "a", []byte("b")) }},
	} {
		p.tampered(name, t.where, t.do)
	}
}

// tampered audits inside a transaction that is never committed.
func (p *proof) tampered(name, where string, do func(register.Tx) error) {
	p.Helper()
	err := p.store.Update(p.ctx, register.Holder{}, func(tx register.Tx) error {
		p.must(do(tx))
		opt := Opening()
		opt.SkipAudit, opt.ReadOnly = true, true
		r, err := register.Open(p.ctx, inside{tx}, opt)
		p.must(err)
		rep, err := r.Audit(p.ctx)
		p.must(err)
		switch {
		case where == "" && !rep.OK():
			p.Errorf("%s: found %+v", name, rep.Problems)
		case where != "" && (rep.OK() || rep.Problems[0].Where != where):
			p.Errorf("%s: want a problem of the %s, found %+v", name, where, rep.Problems)
		}
		return errBack
	})
	if err == nil || err.Error() != errBack.Error() {
		p.Errorf("%s: %v", name, err)
	}
}

var errBack = backError{}

type backError struct{}

func (backError) Error() string { return "take it back" }

// inside is a store on a transaction that is open already.
type inside struct{ tx register.Tx }
