package register

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"slices"
)

// rows compares the stored rows with the derived ones.
func (a *audit) rows() error {
	if a.broken {
		return nil
	}
	seen := 0
	for after := []byte(nil); ; {
		page, err := a.tx.Rows(Query{After: after, Limit: 250})
		if err != nil {
			return err
		}
		for _, row := range page {
			if bytes.Compare(row.SortIssue, after) <= 0 {
				a.bad(row.First, "certificate", "row %q comes twice: an index of the database is damaged", row.ID)
				return nil
			}
			want, ok := a.memory.rows[rowKey(row.ID)]
			switch {
			case !ok:
				a.bad(row.First, "certificate", "row %q is in no entry", row.ID)
			case !want.same(row):
				a.bad(want.entry, "certificate", "row %q was changed", row.ID)
				seen++
			default:
				seen++
			}
			after = row.SortIssue
		}
		if len(page) == 0 {
			break
		}
	}
	a.rep.Certificates = len(a.memory.rows)
	if seen != len(a.memory.rows) {
		return a.rowsGone()
	}
	return nil
}

// rowsGone names the rows that are missing.
func (a *audit) rowsGone() error {
	for _, row := range a.memory.rows {
		id, err := a.idAt(row.entry)
		if err != nil {
			return err
		}
		_, ok, err := a.tx.Row(id)
		if err != nil {
			return err
		}
		if !ok {
			a.bad(row.entry, "certificate", "row %q is gone", id)
		}
	}
	if a.rep.OK() {
		a.bad(0, "certificate", "rows are not where their order says")
	}
	slices.SortStableFunc(a.rep.Problems, func(x, y Problem) int { return int(x.Seq - y.Seq) })
	return nil
}

// idAt is the certificate that an entry is about.
func (a *audit) idAt(seq int64) (string, error) {
	page, err := a.tx.Entries(seq, 1)
	if err != nil || len(page) == 0 {
		return "", err
	}
	ev, err := page[0].Event()
	return ev.ID, err
}

// numbers compares the numbers and looks for gaps: from its start each series
// has each number once.
func (a *audit) numbers() error {
	if a.broken {
		return nil
	}
	next := map[string]int{}
	for n, err := range numbers(a.tx) {
		if err != nil {
			return err
		}
		a.rep.Numbers++
		if key, ok := a.memory.number(n); !ok || a.memory.numbers[key] != n.digest() {
			a.bad(n.Entry, "number", "number %d of %s (%s) is not as it was entered", n.Seq, n.Series, n.Number)
			continue
		}
		if start := max(a.memory.starts[n.Series], 1); n.Seq >= start {
			if expected := max(next[n.Series], start); n.Seq != expected {
				a.bad(n.Entry, "number", "before number %d of %s there is a gap", n.Seq, n.Series)
			}
			next[n.Series] = n.Seq + 1
		}
		if n.State == NumberMissing {
			a.rep.Missing = append(a.rep.Missing, n)
		}
	}
	if gone := len(a.memory.numbers) - a.rep.Numbers; gone > 0 {
		a.bad(0, "number", "%d numbers are gone", gone)
	}
	return nil
}

// results compares by which keys results are recognised.
func (a *audit) results() error {
	if a.broken {
		return nil
	}
	seen := 0
	for after := ""; ; {
		page, err := a.tx.Results(after, 500)
		if err != nil {
			return err
		}
		for _, p := range page {
			if p.Key <= after {
				a.bad(0, "result", "result %q comes twice: an index of the database is damaged", p.Key)
				return nil
			}
			first, ok := a.memory.results[short16("key", p.Key)]
			if row, known := a.memory.rows[rowKey(p.ID)]; !ok || !known || row.first != first {
				a.bad(0, "result", "result %q leads to %q, which no entry says", p.Key, p.ID)
			} else {
				seen++
			}
			after = p.Key
		}
		if len(page) == 0 {
			break
		}
	}
	if seen != len(a.memory.results) {
		a.bad(0, "result", "%d results are gone", len(a.memory.results)-seen)
	}
	return nil
}

// blobs reads what is kept by hash.
func (a *audit) blobs() error {
	list, err := a.tx.Blobs()
	if err != nil {
		return err
	}
	kept := map[string]bool{}
	for _, b := range list {
		full, ok, err := a.tx.Blob(b.Hash)
		if err != nil {
			return err
		}
		if sum := sha256.Sum256(full.Data); !ok || hex.EncodeToString(sum[:]) != b.Hash {
			a.bad(0, "blob", "%s %q is not what its hash says", b.Kind, b.Name)
			continue
		}
		kept[b.Hash] = true
	}
	for hash, seq := range a.memory.refs {
		if !kept[hash] {
			a.bad(seq, "blob", "%s is needed and not kept", hash)
		}
	}
	return nil
}
