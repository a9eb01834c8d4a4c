package workbook

import (
	"errors"
	"io"
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
	Align  Align
	Format string // number format, "" is chosen by the value
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
func WriteTable(w io.Writer, tables ...Table) error { return errors.New("not built yet") }
