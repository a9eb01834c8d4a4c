package workbook

import (
	"cmp"
	"fmt"
	"slices"
)

// slabCells is how many cells are allocated at a time.
const slabCells = 1024

// grid collects the cells of one sheet, in whatever order they come, and
// leaves them sorted. Every cell is counted before it is kept.
type grid struct {
	s   *Sheet
	bud *budget

	row     Row // being read
	lastRow int
	lastCol int
	slab    []Cell // room for rows to come
	from    int    // where the row being read begins in slab
	text    []byte // raw values of the row, one after another
	spans   []textSpan
	sorted  bool // cells of the row so far ascend
	mixed   bool // rows did not ascend
	pieces  bool // a row may come in several pieces (.xls)
}

// textSpan says which cell of the row a stretch of text belongs to.
type textSpan struct{ cell, from, to int }

// startRow begins a row.
func (g *grid) startRow(number int, hidden bool) {
	g.row = Row{Number: number, Hidden: hidden}
	g.lastRow, g.lastCol = number, 0
	g.from, g.sorted = len(g.slab), true
	g.text, g.spans = g.text[:0], g.spans[:0]
	if hidden {
		g.hideRows(number, number)
	}
}

// hideRows marks rows as hidden, whether they hold something or not.
func (g *grid) hideRows(first, last int) {
	h := g.s.HiddenRows
	if n := len(h); n > 0 && h[n-1].Last == first-1 {
		h[n-1].Last = last
		return
	}
	g.s.HiddenRows = append(h, Span{first, last})
}

// add keeps a cell of the row that was started. Its text is either own bytes,
// which are copied, or a string that is shared.
func (g *grid) add(c Cell, own []byte, shared string) error {
	if err := g.bud.cell(); err != nil {
		return err
	}
	c.Raw = shared
	if len(own) > 0 {
		if err := g.bud.text(len(own)); err != nil {
			return err
		}
		g.spans = append(g.spans, textSpan{len(g.slab) - g.from, len(g.text), len(g.text) + len(own)})
		g.text = append(g.text, own...)
	}
	if n := len(g.slab); n > g.from && g.slab[n-1].Col >= c.Col {
		g.sorted = false
	}
	if len(g.slab) == cap(g.slab) {
		next := make([]Cell, 0, max(slabCells, 2*(len(g.slab)-g.from)))
		g.slab = append(next, g.slab[g.from:]...)
		g.from = 0
	}
	g.slab = append(g.slab, c)
	return nil
}

// endRow keeps the row when it holds something.
func (g *grid) endRow() error {
	cells := g.slab[g.from:len(g.slab):len(g.slab)]
	if len(cells) == 0 {
		return nil
	}
	if len(g.spans) > 0 {
		all := string(g.text)
		for _, t := range g.spans {
			cells[t.cell].Raw = all[t.from:t.to]
		}
	}
	if !g.sorted {
		slices.SortStableFunc(cells, func(a, b Cell) int { return cmp.Compare(a.Col, b.Col) })
		for i := 1; i < len(cells); i++ {
			if cells[i].Col == cells[i-1].Col {
				return damaged("cell %s twice", cells[i].Name())
			}
		}
	}
	g.row.Cells = cells
	if n := len(g.s.Rows); n > 0 && g.s.Rows[n-1].Number >= g.row.Number {
		g.mixed = true
	}
	g.s.Rows = append(g.s.Rows, g.row)
	return nil
}

// done sorts what came out of order and refuses what came twice.
func (g *grid) done() error {
	s := g.s
	if g.mixed {
		slices.SortStableFunc(s.Rows, func(a, b Row) int { return cmp.Compare(a.Number, b.Number) })
		if g.pieces {
			return g.join()
		}
		for i := 1; i < len(s.Rows); i++ {
			if s.Rows[i].Number == s.Rows[i-1].Number {
				return fmt.Errorf("row %d twice", s.Rows[i].Number)
			}
		}
	}
	return nil
}

// join puts the pieces of each row together. The same cell twice is refused
// unless both say the same.
func (g *grid) join() error {
	out := g.s.Rows[:0]
	for i := 0; i < len(g.s.Rows); {
		j := i + 1
		for j < len(g.s.Rows) && g.s.Rows[j].Number == g.s.Rows[i].Number {
			j++
		}
		row := g.s.Rows[i]
		if j > i+1 {
			var all []Cell
			for _, r := range g.s.Rows[i:j] {
				all = append(all, r.Cells...)
			}
			slices.SortStableFunc(all, func(a, b Cell) int { return cmp.Compare(a.Col, b.Col) })
			row.Cells = all[:0]
			for _, c := range all {
				if n := len(row.Cells); n > 0 && row.Cells[n-1].Col == c.Col {
					if l := row.Cells[n-1]; l.Raw != c.Raw || l.Kind != c.Kind {
						return damaged("cell %s twice", c.Name())
					}
					continue
				}
				row.Cells = append(row.Cells, c)
			}
		}
		out = append(out, row)
		i = j
	}
	clear(g.s.Rows[len(out):])
	g.s.Rows = out
	return nil
}

// tidySpans sorts spans and joins those that touch.
func tidySpans(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Compare(a.First, b.First) })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.First <= out[n-1].Last+1 {
			out[n-1].Last = max(out[n-1].Last, s.Last)
			continue
		}
		out = append(out, s)
	}
	return out
}

// finish works out what follows from the cells of all sheets.
func (b *Book) finish() {
	for _, s := range b.Sheets {
		s.HiddenRows = tidySpans(s.HiddenRows)
		s.HiddenCols = tidySpans(s.HiddenCols)
		for i := range s.Rows {
			r := &s.Rows[i]
			last := r.Cells[len(r.Cells)-1]
			s.MaxRow, s.MaxCol = r.Number, max(s.MaxCol, last.Col)
			r.Hidden = r.Hidden || s.RowHidden(r.Number)
			r.Filtered = r.Filtered || r.Hidden && s.FilterOn &&
				(s.Filter == Rect{} || r.Number > s.Filter.Row1 && r.Number <= s.Filter.Row2)
		}
		slices.SortFunc(s.Merges, func(a, b Rect) int {
			return cmp.Or(cmp.Compare(a.Row1, b.Row1), cmp.Compare(a.Col1, b.Col1))
		})
		s.mergeIdx = indexMerges(s.Merges)
	}
}
