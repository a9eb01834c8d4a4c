package workbook

import (
	"errors"
	"fmt"
	"io"
	"math"
)

// Align is where text stands in its cell.
type Align string

// The alignments; the zero value lets the kind of the column decide.
const (
	Left   Align = "left"
	Center Align = "center"
	Right  Align = "right"
)

// Table is a list paper (danh sách, biểu) as a sheet of a workbook.
type Table struct {
	Sheet     string // name of the sheet; made legal and unique when it is not
	Title     []Line // above the table, merged over all columns
	Columns   []Column
	Numbering bool // a row (1) (2) (3) … under the header, as Decree 30 has it
	Rows      []TableRow
	Footer    []Line // below the table
	Page      Page
}

// Line is a line of title or footer, merged over the columns From..To
// (from 1; zero means all).
type Line struct {
	Text         string
	Bold, Italic bool
	Size         float64 // pt, 0 is 13
	Align        Align   // "" is center in a title, left in a footer
	From, To     int     // columns
	Same         bool    // stands in the same row as the line before it
}

// Column is one column of a table. Neighbours with the same Group share a
// merged cell above their headers.
type Column struct {
	Header string
	Group  string
	Width  float64 // characters of the standard font, 0 is measured from the content
	Align  Align   // "" is left for text, center for numbers and dates
	Format string  // number format, "" is chosen by the value
}

// TableRow is one row. A Section row is one text merged over all columns.
type TableRow struct {
	Cells   []any // string, int, int64, float64, bool, Moment or nil
	Section bool
	Bold    bool
}

// Page is how the sheet prints. The zero value is A4 upright with the margins
// of Decree 30/2020 and the header repeated on every page.
type Page struct {
	Landscape                bool
	Top, Bottom, Left, Right float64 // mm, 0 means 20, 20, 30, 15
	Footer                   string  // &P and &N stand for page and pages; "" prints "Trang &P/&N"
}

// WriteTable writes tables as one .xlsx, a sheet each. Text stays text,
// whatever sign it begins with, and the same tables give the same bytes.
func WriteTable(to io.Writer, tables ...Table) error {
	if len(tables) == 0 {
		return errors.New("write table: nothing to write")
	}
	title := ""
	if len(tables[0].Title) > 0 {
		title = tables[0].Title[0].Text
	}
	w, err := newWriter(title)
	if err != nil {
		return err
	}
	for _, t := range tables {
		if err := w.table(t); err != nil {
			return fmt.Errorf("write table %q: %w", t.Sheet, err)
		}
	}
	return w.finish(to)
}

// table writes one sheet from top to bottom.
func (w *writer) table(t Table) error {
	if len(t.Columns) == 0 || len(t.Columns) > MaxCols || len(t.Rows) > MaxRows/2 {
		return errors.New("no column, or more than a sheet holds")
	}
	if err := w.addSheet(t.Sheet); err != nil {
		return err
	}
	widths := t.widths()
	for i, width := range widths {
		if err := w.f.SetColWidth(w.sheet, ColName(i+1), ColName(i+1), width); err != nil {
			return err
		}
	}
	row, err := w.lines(1, t.Title, Center, widths)
	if err != nil {
		return err
	}
	if len(t.Title) > 0 {
		row++ // a free row between title and table
	}
	first := row
	if row, err = w.header(row, t); err != nil {
		return err
	}
	head := row - 1
	for _, r := range t.Rows {
		if err := w.tableRow(row, t, r); err != nil {
			return err
		}
		row++
	}
	if len(t.Footer) > 0 {
		if _, err = w.lines(row+1, t.Footer, Left, widths); err != nil {
			return err
		}
	}
	return w.page(t.Page, first, head)
}

// lines writes merged lines of text and gives the row behind them. Merged
// cells do not grow by themselves, so their height is reckoned.
func (w *writer) lines(row int, lines []Line, align Align, widths []float64) (int, error) {
	at := row - 1
	for i, l := range lines {
		if i == 0 || !l.Same {
			at++
		}
		from, to := max(l.From, 1), l.To
		if to < from || to > len(widths) {
			to = len(widths)
		}
		from = min(from, to)
		if l.Align != "" {
			align = l.Align
		}
		k := look{bold: l.Bold, italic: l.Italic, size: l.Size, h: align, wrap: true}
		if err := w.put(at, from, l.Text, k); err != nil {
			return 0, err
		}
		if err := w.merge(Rect{at, from, at, to}); err != nil {
			return 0, err
		}
		if n := linesOf(l.Text, sum(widths[from-1:to])); n > 1 {
			if err := w.f.SetRowHeight(w.sheet, at, min(400, math.Ceil(float64(n)*1.35*max(l.Size, paperSize)))); err != nil {
				return 0, err
			}
		}
	}
	return at + 1, nil
}

// header writes one or two rows of headings, and the row of numbers.
func (w *writer) header(row int, t Table) (int, error) {
	k := look{bold: true, wrap: true, border: true, h: Center, fill: "F2F2F2"}
	grouped := 0
	for _, c := range t.Columns {
		if c.Group != "" {
			grouped = 1
		}
	}
	for i := 0; i < len(t.Columns); {
		c := t.Columns[i]
		j := i + 1
		for c.Group != "" && j < len(t.Columns) && t.Columns[j].Group == c.Group {
			j++
		}
		rect := Rect{row, i + 1, row + grouped, i + 1}
		text := c.Header
		if c.Group != "" {
			rect, text = Rect{row, i + 1, row, j}, c.Group
		}
		for ; i < j; i++ {
			if err := w.headerCell(row, i, grouped, t.Columns[i], text, k); err != nil {
				return 0, err
			}
		}
		if err := w.merge(rect); err != nil {
			return 0, err
		}
	}
	row += grouped + 1
	if !t.Numbering {
		return row, nil
	}
	k = look{italic: true, border: true, h: Center, size: 11}
	for i := range t.Columns {
		if err := w.put(row, i+1, fmt.Sprintf("(%d)", i+1), k); err != nil {
			return 0, err
		}
	}
	return row + 1, nil
}

func (w *writer) headerCell(row, i, grouped int, c Column, top string, k look) error {
	if err := w.put(row, i+1, top, k); err != nil {
		return err
	}
	if grouped == 0 {
		return nil
	}
	below := any(nil)
	if c.Group != "" {
		below = c.Header
	}
	return w.put(row+1, i+1, below, k)
}

func (w *writer) tableRow(row int, t Table, r TableRow) error {
	if r.Section {
		text := any(nil)
		if len(r.Cells) > 0 {
			text = r.Cells[0]
		}
		for i := range t.Columns {
			v := any(nil)
			if i == 0 {
				v = text
			}
			if err := w.put(row, i+1, v, look{bold: true, border: true, h: Left, wrap: true}); err != nil {
				return err
			}
		}
		return w.merge(Rect{row, 1, row, len(t.Columns)})
	}
	if len(r.Cells) > len(t.Columns) {
		return fmt.Errorf("row %d has %d cells for %d columns", row, len(r.Cells), len(t.Columns))
	}
	for i, c := range t.Columns {
		var v any
		if i < len(r.Cells) {
			v = r.Cells[i]
		}
		k := look{bold: r.Bold, border: true, wrap: true, h: c.Align, format: c.Format}
		if k.h == "" {
			k.h = Center
			if _, text := v.(string); text {
				k.h = Left
			}
		}
		if _, text := v.(string); text {
			k.format = "@"
		}
		if err := w.put(row, i+1, v, k); err != nil {
			return err
		}
	}
	return nil
}
