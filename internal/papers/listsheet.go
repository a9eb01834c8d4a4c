package papers

import (
	"strings"

	"ocoprint/internal/layout"
	"ocoprint/internal/ocop"
)

// workbook is the list as rows for a workbook.
func (l *list) workbook(sheet string, title, footer []TableLine, landscape bool) *Table {
	t := &Table{Sheet: sheet, Title: title, Footer: footer, Landscape: landscape, Numbering: l.numbers}
	for _, c := range l.cols {
		t.Columns = append(t.Columns, TableColumn{Header: strings.ReplaceAll(c.head, "\n", " "), Group: c.group, Width: sheetWidth(c), Align: sheetAlign(c)})
	}
	for _, r := range l.rows {
		tr := TableRow{Section: r.kind == layout.GroupRow, Bold: r.kind != layout.BodyRow}
		for _, v := range r.cells {
			tr.Cells = append(tr.Cells, sheetCells(v, tr.Section)...)
		}
		t.Rows = append(t.Rows, tr)
	}
	return t
}

// sheetCells are the cells of one value: a workbook leaves the places that a
// merged cell covers empty, so that it can still be sorted.
func sheetCells(v any, section bool) []any {
	switch v := v.(type) {
	case wide:
		if section {
			return []any{v.text}
		}
		return append([]any{v.text}, make([]any, v.cols-1)...)
	case tall:
		return []any{v.text}
	case small:
		return []any{v.text}
	case covered:
		return []any{nil}
	case ocop.Date:
		if v.IsZero() {
			return []any{nil}
		}
	}
	return []any{v}
}

// sheetWidth turns millimetres into characters of a workbook's standard font.
func sheetWidth(c col) float64 {
	if c.width > 0 {
		return c.width / 2.1
	}
	return 28 * max(c.flex, 1)
}

func sheetAlign(c col) TableAlign {
	if c.align == layout.Center {
		return TableCenter
	}
	if c.align == layout.Right {
		return TableRight
	}
	return TableLeft
}

// listTitle is the heading of a workbook list.
func listTitle(in Input, kind, about, under string) []TableLine {
	lines := []TableLine{{Text: upper(shortAuthority(or(in.Settings.Authority.Name, blank))), Align: TableLeft}}
	if o := in.Settings.Authority.Office; o != "" {
		lines = append(lines, TableLine{Text: upper(o), Bold: true, Align: TableLeft})
	}
	if in.sample() {
		lines = append(lines, TableLine{Text: sampleNotice, Bold: true})
	}
	lines = append(lines, TableLine{Text: upper(kind), Bold: true, Size: 14})
	if about != "" {
		lines = append(lines, TableLine{Text: about, Bold: true})
	}
	if under != "" {
		lines = append(lines, TableLine{Text: under, Italic: true})
	}
	return lines
}
