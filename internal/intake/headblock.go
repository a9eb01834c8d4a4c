package intake

import (
	"strings"
	"unicode/utf8"

	"ocoprint/internal/ocop"
	"ocoprint/internal/workbook"
)

// read collects the labels of a header block and scores it.
func (f *finder) read(first, last int) block {
	b := block{first: first, last: last, fields: map[ocop.Field]bool{}}
	bad := 0.0
	heads := map[int]*heading{}
	var order []int
	for row := first; row <= last; row++ {
		i, ok := f.rowAt[row]
		if !ok {
			continue
		}
		for j := range f.Rows[i].Cells {
			c := &f.Rows[i].Cells[j]
			if c.Col > f.maxCols || !f.filled(c) {
				continue
			}
			text := f.text(c)
			if numeric(f.grid, c) || c.Kind == workbook.Error {
				bad++
				b.numbers++
			} else if utf8.RuneCountInString(text) > 80 {
				bad += 1.5
			}
			from, to := c.Col, c.Col
			if m, ok := f.MergeOf(row, c.Col); ok {
				to = min(m.Col2, f.maxCols)
			} else if row < last {
				to = f.spread(row, c.Col)
			}
			for col := from; col <= to; col++ {
				h := heads[col]
				if h == nil {
					h = &heading{col: col}
					heads[col] = h
					order = append(order, col)
				}
				if len(h.path) == 0 || h.path[len(h.path)-1] != text {
					h.path = append(h.path, text)
				}
				h.cell, h.width = c.Name(), to-from+1
			}
		}
	}
	sortInts(order)
	for _, col := range order {
		h := heads[col]
		h.hits = f.headHits(h)
		b.heads = append(b.heads, *h)
	}
	b.rate(bad)
	return b
}

// spread tells how far an unmerged label of a group reaches: over the blank
// cells to its right that carry a label of their own below.
func (f *finder) spread(row, col int) int {
	to := col
	for to < f.maxCols && !f.filled(f.at(row, to+1)) && f.filled(f.at(row+1, to+1)) && f.filled(f.at(row+1, col)) {
		if _, merged := f.MergeOf(row, to+1); merged {
			break
		}
		to++
	}
	return to
}

// headHits reads a label as its leaf, else with the labels above it, else by
// the top alone; a word above like "tự đánh giá" makes its scores others'.
func (f *finder) headHits(h *heading) []hit {
	leaf := append([]hit(nil), f.hitsOf(h.leaf())...)
	if len(h.path) == 1 {
		if len(leaf) == 0 && fold(h.leaf()) == "ten" {
			leaf = []hit{{field: ocop.FieldProduct, score: .7}}
		}
		return leaf
	}
	full := strings.Join(h.path, " ")
	if len(leaf) == 0 || leaf[0].score < .9 {
		for _, x := range f.hitsOf(full) {
			x.score *= .95
			leaf = better(leaf, x)
		}
	}
	if len(leaf) == 0 {
		for _, x := range f.hitsOf(h.path[0]) {
			if x.field != fieldTick {
				x.score *= .6
				leaf = better(leaf, x)
			}
		}
	}
	f2 := fold(strings.Join(h.path[:len(h.path)-1], " "))
	return vetoed(leaf, f2, f2)
}

// rate adds up the weights of the fields that the labels name.
func (b *block) rate(bad float64) {
	best := map[ocop.Field]float64{}
	var order []ocop.Field
	exact := map[ocop.Field]bool{}
	for _, h := range b.heads {
		if len(h.hits) == 0 {
			continue
		}
		x := h.hits[0] // the best reading of the label
		if x.score >= .9 && x.field != fieldTick && !exact[x.field] {
			exact[x.field] = true
			b.sure++
		}
		if best[x.field] == 0 {
			order = append(order, x.field)
		}
		if w := weight(x.field) * x.score; w > best[x.field] {
			best[x.field] = w
		}
	}
	for _, field := range order {
		b.score += best[field]
		b.fields[field] = true
	}
	b.score -= bad
}

func sortInts(list []int) {
	for i := 1; i < len(list); i++ {
		for j := i; j > 0 && list[j] < list[j-1]; j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
}

// sideBySide parts a header that repeats itself to the right: two tables stand
// beside each other.
func (b block) sideBySide() []block {
	if b.headField(ocop.FieldProduct) < 2 || b.headField(ocop.FieldProducer) < 2 {
		return []block{b}
	}
	first := fold(b.heads[0].leaf())
	for i := 2; i < len(b.heads); i++ {
		if fold(b.heads[i].leaf()) != first {
			continue
		}
		l := block{first: b.first, last: b.last, heads: b.heads[:i:i], fields: map[ocop.Field]bool{}, split: true}
		r := block{first: b.first, last: b.last, heads: b.heads[i:], fields: map[ocop.Field]bool{}, split: true}
		l.rate(0)
		r.rate(0)
		if l.good() && r.good() {
			return append([]block{l}, r.sideBySide()...)
		}
	}
	return []block{b}
}
