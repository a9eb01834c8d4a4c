package layout

// Table is a table that runs over pages: its head is repeated on every page, a
// row is never cut, a group row keeps the two rows after it on its page.
type Table struct {
	Columns []Col
	Head    []TableRow // one or more rows, may have merged cells; nil: Titles of the columns
	Numbers bool       // a row (1)(2)(3)… under the head, as in the registers of Decree 30 Annex IV
	Rows    []TableRow
	Size    float64 // pt of the cells; 0: body size
	Leading float64 // 0: 1.15
	Pad     float64 // mm left and right inside a cell; 0: 1.2
	PadY    float64 // mm above and below; 0: 0.8
	Line    float64 // mm of the rules; 0: 0.18
	MinRow  float64 // mm least height of a body row: room for a signature
	Box     string  // id of the marks; empty: "bang"
}

// Col is a column.
type Col struct {
	Title  string
	Width  float64 // mm; 0: the columns without a width share what is left by Flex
	Flex   float64 // 0: 1
	Align  Align   // of the body cells; heads are centred
	VAlign VAlign
	NoWrap bool // shrinks rather than wraps: dates, numbers
}

// TableRow is one row. Cells come from left to right; a cell that spans columns
// or rows takes their places, so that covered places are not listed.
type TableRow struct {
	Cells    []Cell
	Kind     RowKind
	MinH     float64 // mm, 0: Table.MinRow
	KeepNext bool    // stays on the page of the next row
}

// RowKind is the part a row plays.
type RowKind string

// Kinds of rows. The zero value is a body row.
const (
	BodyRow  RowKind = ""
	GroupRow RowKind = "group" // bold heading over the rows that follow; keeps two of them
	TotalRow RowKind = "total" // bold; stays with the row before
)

// Cell is the content of one place, or of several merged ones.
type Cell struct {
	Text         string // **bold** spans and newlines are read
	Colspan      int    // 0: 1
	Rowspan      int    // 0: 1; rows joined by it stay on one page
	Align        *Align // nil: the column's
	VAlign       *VAlign
	Bold, Italic bool
	Size         float64                // pt; 0: the table's
	Marks        func(area Box4) []Mark // drawn in the cell instead of or besides Text, in page mm: a QR code, stars
	Fill         Color
}

// Cells makes plain cells of texts.
func Cells(texts ...string) []Cell {
	cells := make([]Cell, len(texts))
	for i, t := range texts {
		cells[i].Text = t
	}
	return cells
}

// RowOf is a body row of plain texts.
func RowOf(texts ...string) TableRow { return TableRow{Cells: Cells(texts...)} }

// Group is a group row across all columns of a table.
func Group(text string, columns int) TableRow {
	return TableRow{Kind: GroupRow, Cells: []Cell{{Text: text, Colspan: columns}}}
}
