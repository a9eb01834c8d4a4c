package papers

// Table is a list paper as neutral rows; office hands it to workbook.WriteTable,
// whose Table has the same parts. Cells hold string, int, float64, ocop.Date or
// nil.
type Table struct {
	Sheet     string // name of the sheet
	Title     []TableLine
	Columns   []TableColumn
	Numbering bool // a row (1) (2) (3) … under the header
	Rows      []TableRow
	Footer    []TableLine
	Landscape bool
}

// TableLine is a line above or below the table, merged over the columns
// From..To (from 1; zero means all).
type TableLine struct {
	Text         string
	Bold, Italic bool
	Size         float64 // pt; 0: 13
	Align        TableAlign
	From, To     int
	Same         bool // stands in the same row as the line before it
}

// TableColumn is one column. Neighbours with the same Group share a merged cell
// above their headers. Width counts characters; 0: by content.
type TableColumn struct {
	Header, Group string
	Width         float64
	Align         TableAlign
}

// TableRow is one row; a Section is one text over all columns.
type TableRow struct {
	Cells   []any
	Section bool
	Bold    bool
}

// TableAlign is where text stands in its cell.
type TableAlign string

// The alignments; the zero value lets the kind of the column decide.
const (
	TableLeft   TableAlign = "left"
	TableCenter TableAlign = "center"
	TableRight  TableAlign = "right"
)
