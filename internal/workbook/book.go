package workbook

import (
	"cmp"
	"slices"

	"ocoprint/internal/message"
)

// Format is what a file is by its content.
type Format string

// The formats that are read.
const (
	XLSX Format = "xlsx" // also strict OOXML
	XLSM Format = "xlsm" // read like XLSX, macros never looked at
	ODS  Format = "ods"
	XLS  Format = "xls" // BIFF8, Excel 97-2003
	CSV  Format = "csv" // any delimited text
)

// Book (bảng tính) is a whole workbook as a grid, whatever format it came in.
type Book struct {
	Name     string // base name of the file as given, never used to decide anything
	Format   Format
	Size     int64  // bytes of the original file
	SHA256   string // of the original bytes, lower-case hexadecimal
	Sheets   []*Sheet
	Date1904 bool   // serial dates count from 1904-01-01
	Charset  string // CSV only: utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni, windows-1252
	Notes    []Note // what there is to say about a file that was read
}

// Note is a remark about a readable file: FILE_WRONG_TYPE, MACRO_IGNORED, …
type Note struct {
	Code    string // permanent machine code
	Warning bool   // otherwise an info
	Message message.Message
}

// Sheet is one sheet. Chart and dialog sheets are not in a Book.
type Sheet struct {
	Name       string
	Index      int   // place among Book.Sheets, from 0
	Hidden     bool  // hidden or very hidden
	VeryHidden bool  // can only be shown again by a macro
	Rows       []Row // only rows that hold something, ascending by Number
	Merges     []Rect
	HiddenCols []Span // ascending, not overlapping
	HiddenRows []Span // ascending, not overlapping; also rows that hold nothing
	Filter     Rect   // range of the auto filter, zero when there is none
	FilterOn   bool   // a filter condition is set: hidden rows inside Filter were filtered out
	MaxRow     int    // last row and column that hold a value, 0 when none does
	MaxCol     int

	mergeIdx *mergeIndex
}

// Row is one row that holds at least one cell.
type Row struct {
	Number   int // from 1, as Excel shows it
	Hidden   bool
	Filtered bool   // hidden by a filter, as far as the file tells (then Hidden too)
	Cells    []Cell // ascending by Col
}

// Kind is what a cell holds.
type Kind uint8

// The kinds. A cell of kind Blank exists only where a formula has no cached
// value or an empty one.
const (
	Blank  Kind = iota
	Text        // Raw is the text, all runs together
	Number      // Number is the value
	Bool        // Number is 1 or 0
	Error       // Raw is #N/A, #REF!, …
	Date        // a number whose format is a date or a time; Number is the serial
)

// String names the kind for logs and golden files.
func (k Kind) String() string {
	return [...]string{"blank", "text", "number", "bool", "error", "date"}[k]
}

// Cell (ô) is one stored cell.
type Cell struct {
	Row, Col int     // from 1
	Raw      string  // exactly as stored: text with its odd bytes, digits of the number
	Number   float64 // for Number, Date, Bool
	Style    *Style  // never nil
	Kind     Kind
	HasValue bool // false: a formula that nobody calculated
	formula  bool
	more     *extra
}

// extra holds what few cells have.
type extra struct {
	runs    []Run
	formula string
	shown   string
	isShown bool
}

// Style is the look of a cell as far as reading needs it. Cells share it.
type Style struct {
	Font     string // of the cell; text runs may have their own
	Bold     bool
	Strike   bool
	NumFmt   string // format code, "General" when none
	Date     bool   // NumFmt shows a date or a time
	Date1904 bool   // as in Book
	stored   bool   // the cell shows its Raw text (.csv)
}

// Run is a stretch of text in one font.
type Run struct {
	Text   string
	Font   string
	Bold   bool
	Strike bool
	own    bool // the run has a look of its own; otherwise the cell's holds
}

// Rect is a rectangle of cells, all bounds inclusive and from 1.
type Rect struct{ Row1, Col1, Row2, Col2 int }

// Span is a stretch of rows or columns, bounds inclusive and from 1.
type Span struct{ First, Last int }

// Has tells whether a cell lies in the rectangle.
func (r Rect) Has(row, col int) bool {
	return row >= r.Row1 && row <= r.Row2 && col >= r.Col1 && col <= r.Col2
}

// String is the range as Excel writes it: "B3:D7".
func (r Rect) String() string { return CellName(r.Row1, r.Col1) + ":" + CellName(r.Row2, r.Col2) }

// Sheet finds a sheet by its name, nil when there is none.
func (b *Book) Sheet(name string) *Sheet {
	for _, s := range b.Sheets {
		if s.Name == name {
			return s
		}
	}
	return nil
}

// Row finds a row by its number, nil when it holds nothing.
func (s *Sheet) Row(number int) *Row {
	i, ok := slices.BinarySearchFunc(s.Rows, number, func(r Row, n int) int { return cmp.Compare(r.Number, n) })
	if !ok {
		return nil
	}
	return &s.Rows[i]
}

// At finds a cell, nil when nothing is stored there. Cells under a merge hold
// nothing but the first: see Top.
func (s *Sheet) At(row, col int) *Cell {
	if r := s.Row(row); r != nil {
		return r.At(col)
	}
	return nil
}

// At finds a cell of the row by its column, nil when nothing is stored there.
func (r *Row) At(col int) *Cell {
	i, ok := slices.BinarySearchFunc(r.Cells, col, func(c Cell, n int) int { return cmp.Compare(c.Col, n) })
	if !ok {
		return nil
	}
	return &r.Cells[i]
}

// Top finds the cell whose value is seen at a place: the first cell of the
// merge that covers it, or the cell itself.
func (s *Sheet) Top(row, col int) *Cell {
	if m, ok := s.MergeOf(row, col); ok {
		return s.At(m.Row1, m.Col1)
	}
	return s.At(row, col)
}

// RowHidden tells whether a row is hidden, by hand or by a filter.
func (s *Sheet) RowHidden(row int) bool { return inSpans(s.HiddenRows, row) }

// ColHidden tells whether a column is hidden.
func (s *Sheet) ColHidden(col int) bool { return inSpans(s.HiddenCols, col) }

func inSpans(spans []Span, n int) bool {
	i, ok := slices.BinarySearchFunc(spans, n, func(s Span, n int) int { return cmp.Compare(s.First, n) })
	return ok || i > 0 && n <= spans[i-1].Last
}

// Name is the place of the cell as the clerk sees it: "F12".
func (c *Cell) Name() string { return CellName(c.Row, c.Col) }

// IsFormula tells whether the value was calculated by a formula.
func (c *Cell) IsFormula() bool { return c.formula }

// Formula is the formula without its "=", empty when there is none or when the
// file keeps only a reference to another cell's (shared formulas, .xls).
func (c *Cell) Formula() string {
	if c.more == nil {
		return ""
	}
	return c.more.formula
}

// Runs gives the text of a cell run by run, at least one for a Text cell and
// none for another. Fonts are filled in from the cell where a run names none.
func (c *Cell) Runs() []Run {
	if c.Kind != Text {
		return nil
	}
	if c.more == nil || c.more.runs == nil {
		return []Run{{Text: c.Raw, Font: c.Style.Font, Bold: c.Style.Bold, Strike: c.Style.Strike}}
	}
	runs := make([]Run, len(c.more.runs))
	for i, r := range c.more.runs {
		if !r.own {
			r.Font, r.Bold, r.Strike = c.Style.Font, c.Style.Bold, c.Style.Strike
		}
		if r.Font == "" {
			r.Font = c.Style.Font
		}
		runs[i] = r
	}
	return runs
}

// Struck tells whether all of the cell's text, blanks aside, is struck through.
func (c *Cell) Struck() bool {
	if c.more == nil || c.more.runs == nil {
		return c.Style.Strike
	}
	seen := false
	for _, r := range c.Runs() {
		if isBlank(r.Text) {
			continue
		}
		if !r.Strike {
			return false
		}
		seen = true
	}
	return seen
}
