package papers

import (
	"fmt"
	"slices"

	"ocoprint/internal/layout"
	"ocoprint/internal/ocop"
)

// list is a table paper said once: pages and workbook are made of the same
// columns and rows.
type list struct {
	cols    []col
	rows    []row
	size    float64 // pt of the cells
	minRow  float64 // mm
	padY    float64 // mm above and below in a cell; 0: the table's own
	numbers bool    // the row (1)(2)(3)…
}

// col is a column of a list; neighbours of one group share a cell above their
// heads. A width of 0 takes what is left, by flex.
type col struct {
	head, group string
	width, flex float64 // mm
	align       layout.Align
	nowrap      bool
	running     bool // sentences: see layout.Col
}

// row is one row. A cell is a string, an int, an ocop.Date, nil, a wide, a tall
// or a covered.
type row struct {
	cells []any
	kind  layout.RowKind
}

// wide is a text over several columns.
type wide struct {
	text string
	cols int
}

// small is a text in smaller letters: where each value was read.
type small struct {
	text string
	size float64
}

// spanned is a text with **bold** spans, for pages.
type spanned string

// tall is a text over several rows; the places below it hold covered.
type tall struct {
	text string
	rows int
}

type covered struct{}

// add appends a body row.
func (l *list) add(cells ...any) { l.rows = append(l.rows, row{cells: cells}) }

// section appends a heading over the rows that follow.
func (l *list) section(text string) {
	l.rows = append(l.rows, row{cells: []any{wide{text, len(l.cols)}}, kind: layout.GroupRow})
}

// signed is the table of a list that is signed: its last rows stay with what
// follows, so that no page carries signatures alone or under blank lines only; a
// short last group comes whole, with its heading.
func (l *list) signed() layout.Table {
	t := l.table()
	from, full := len(t.Rows), 0
	for from > 0 && full < tailRows {
		if full > 0 && l.rows[from-1].kind == layout.GroupRow && len(t.Rows)-from >= tailRows {
			break // the group before keeps its end: a page that is half empty is worse
		}
		from--
		if l.rows[from].filled() {
			full++
		}
	}
	for i := from; i >= max(0, from+tailRows-tailGroup); i-- {
		if t.Rows[i].Kind == layout.GroupRow {
			from = i
			break
		}
	}
	for i := from; i < len(t.Rows); i++ {
		t.Rows[i].KeepNext = true
	}
	return t
}

// filled reports whether anything stands in a row: late guests are written into
// the others, and a heading is no row.
func (r row) filled() bool {
	return r.kind == layout.BodyRow && slices.ContainsFunc(r.cells, func(v any) bool { return v != nil && v != "" })
}

const (
	tailRows  = 2 // with something in them, one where a group begins
	tailGroup = 5 // rows, the heading among them
)

// table is the list on pages.
func (l *list) table() layout.Table {
	t := layout.Table{GoesOn: "(tiếp theo)", Size: l.size, MinRow: l.minRow, PadY: l.padY, Head: l.headRows()}
	for _, c := range l.cols {
		t.Columns = append(t.Columns, layout.Col{Title: c.head, Width: c.width, Flex: c.flex, Align: c.align, NoWrap: c.nowrap, Running: c.running})
	}
	for _, r := range l.rows {
		tr := layout.TableRow{Kind: r.kind}
		for _, v := range r.cells {
			if _, skip := v.(covered); !skip {
				tr.Cells = append(tr.Cells, pageCell(v))
			}
		}
		t.Rows = append(t.Rows, tr)
	}
	return t
}

// headRows are one row of heads, two when columns are grouped, and the row
// (1)(2)(3)… of a register.
func (l *list) headRows() []layout.TableRow {
	rows := l.titleRows()
	if l.numbers {
		row := layout.TableRow{MinH: headRow - 1}
		for i := range l.cols {
			row.Cells = append(row.Cells, layout.Cell{Text: fmt.Sprintf("(%d)", i+1), Italic: true, Size: l.size - 1})
		}
		rows = append(rows, row)
	}
	return rows
}

func (l *list) titleRows() []layout.TableRow {
	if !l.grouped() {
		row := layout.TableRow{MinH: headRow + 3}
		for _, c := range l.cols {
			row.Cells = append(row.Cells, layout.Cell{Text: c.head})
		}
		return []layout.TableRow{row}
	}
	upper, lower := layout.TableRow{MinH: headRow}, layout.TableRow{MinH: headRow}
	for i := 0; i < len(l.cols); {
		c := l.cols[i]
		if c.group == "" {
			upper.Cells = append(upper.Cells, layout.Cell{Text: c.head, Rowspan: 2})
			i++
			continue
		}
		n := 0
		for ; i < len(l.cols) && l.cols[i].group == c.group; i++ {
			lower.Cells = append(lower.Cells, layout.Cell{Text: l.cols[i].head})
			n++
		}
		upper.Cells = append(upper.Cells, layout.Cell{Text: c.group, Colspan: n})
	}
	return []layout.TableRow{upper, lower}
}

// headRow is the least height in mm of each of two head rows.
const headRow = 6

func (l *list) grouped() bool {
	for _, c := range l.cols {
		if c.group != "" {
			return true
		}
	}
	return false
}

func pageCell(v any) layout.Cell {
	switch v := v.(type) {
	case nil:
		return layout.Cell{}
	case wide:
		return layout.Cell{Text: layout.Escape(v.text), Colspan: v.cols}
	case tall:
		return layout.Cell{Text: layout.Escape(v.text), Rowspan: v.rows}
	case small:
		return layout.Cell{Text: layout.Escape(v.text), Size: v.size}
	case spanned:
		return layout.Cell{Text: string(v)}
	case ocop.Date:
		return layout.Cell{Text: v.String()}
	case string:
		return layout.Cell{Text: layout.Escape(v)}
	}
	return layout.Cell{Text: fmt.Sprint(v)}
}
