package intake

import (
	"strconv"
	"strings"

	"ocoprint/internal/viet"
	"ocoprint/internal/workbook"
)

// grid is one sheet as the finder of tables sees it: clean text, merged cells
// resolved, answers of people in place of what they corrected.
type grid struct {
	*workbook.Sheet
	dec   *decoder
	given map[string]string // cell name: what a person said it holds
	rowAt map[int]int       // row number: index in Rows
}

func newGrid(s *workbook.Sheet, given map[string]string) *grid {
	g := &grid{Sheet: s, dec: newDecoder(s), given: given, rowAt: make(map[int]int, len(s.Rows))}
	for i := range s.Rows {
		g.rowAt[s.Rows[i].Number] = i
	}
	return g
}

// text gives what a cell says as one line; numbers and dates as a person would
// type them.
func (g *grid) text(c *workbook.Cell) string {
	if c == nil {
		return ""
	}
	if len(g.given) > 0 {
		if s, ok := g.given[c.Name()]; ok {
			return viet.Clean(s)
		}
	}
	switch c.Kind {
	case workbook.Text:
		return g.dec.text(c)
	case workbook.Number:
		return number(c.Number)
	case workbook.Date:
		return viet.Clean(c.Shown())
	case workbook.Bool:
		if c.Number != 0 {
			return "TRUE"
		}
		return "FALSE"
	case workbook.Error:
		return c.Raw
	}
	return ""
}

// number writes a value without binary noise: six decimals at most.
func number(f float64) string {
	s := strconv.FormatFloat(f, 'f', 6, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// at gives the cell stored at a place, nil when nothing is.
func (g *grid) at(row, col int) *workbook.Cell {
	if i, ok := g.rowAt[row]; ok {
		return g.Rows[i].At(col)
	}
	return nil
}

// filled reports a cell that shows something. A formula that nobody calculated
// is not filled, and neither is one that gives "".
func (g *grid) filled(c *workbook.Cell) bool {
	if c == nil {
		return false
	}
	if len(g.given) > 0 {
		if _, ok := g.given[c.Name()]; ok {
			return true
		}
	}
	switch c.Kind {
	case workbook.Blank:
		return false
	case workbook.Text:
		if c.Raw == "" {
			return false
		}
		return c.Raw[0] > ' ' && c.Raw[0] < 0x80 || g.dec.text(c) != ""
	}
	return true
}

// texts lists what the row says, cell by cell, blank ones left out.
func (g *grid) texts(r *workbook.Row) (all []string) {
	for i := range r.Cells {
		if c := &r.Cells[i]; g.filled(c) {
			if t := g.text(c); t != "" {
				all = append(all, t)
			}
		}
	}
	return all
}

// first gives the first filled cell of the row.
func (g *grid) first(r *workbook.Row) *workbook.Cell {
	for i := range r.Cells {
		if g.filled(&r.Cells[i]) {
			return &r.Cells[i]
		}
	}
	return nil
}

// shown gives the cell as Excel shows it, clean.
func (g *grid) shown(c *workbook.Cell) string {
	if c == nil {
		return ""
	}
	if c.Kind == workbook.Text {
		return g.dec.text(c)
	}
	return viet.Clean(c.Shown())
}
