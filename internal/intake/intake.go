// Package intake reads a council's workbook: what every row says, what is
// doubtful about it, and where in the file it stands.
//
// It promises never to read a file wrong in silence. A value that cannot be
// read for certain keeps its row from being printed (held) until a person
// answers; nothing is filled in, swapped or rounded without a finding that
// names the cell. Every data row of every table is in Reading.Results, in the
// order of the file: rows read = printed + left out.
//
// Begin with Read (workbook to Reading), then Select (what of it is printed),
// Report (the form of `check --json`) and Lines (the same for people).
package intake

import "ocoprint/internal/ocop"

// Options says how to read. The zero value is useful.
type Options struct {
	FileName string    // base name, the last place where a round is looked for; "": the book's
	Answers  Answers   // what people have answered so far
	Mappings []Mapping // columns that the office has corrected before
	AsOf     ocop.Date // for dates in the future; zero: not checked
	Limits   Limits
}

// Limits bounds what one file may cost. A zero field means its default.
type Limits struct {
	Rows    int // product rows of the whole book: 50,000
	Columns int // used columns of a sheet that are looked at: 256
	Text    int // letters of a product's or producer's name: 300
	Tables  int // tables of the whole book, pages with a header of their own among them: 2,000
	Groups  int // section rows of the whole book: 20,000
	Letters int // of all products' and producers' names, bytes: 6 million
	Remarks int // findings of the whole book: 60,000
}

// Reading is everything a workbook says.
type Reading struct {
	File     string
	SHA256   string
	Results  []ocop.Result  // every data row of every table, in the file's order
	Repeats  map[int]int    // index of a row that repeats an earlier one: index of the earlier one
	Findings []ocop.Finding // of the file, the sheets and the rows, in the file's order
	Tables   []Table
	Context  Context
	Totals   []Total // what the document counts itself, and what was read
	Counts   []Count // rows by round, stars and status
}

// Context is what the document says of all its rows, and where it says so.
type Context struct {
	Decision     ocop.Decision
	DecisionFrom ocop.Source
	Rounds       []ocop.Round // every round of the rows, in order of appearance
	Round        ocop.Round   // when the whole file has one
	RoundFrom    ocop.Source  // of the first row
	YearFrom     ocop.Source
}

// Table is one table of results in a sheet.
type Table struct {
	Sheet       string
	Title       string // the lines above the header that say what it is
	HeaderFirst int    // rows of the header, from 1
	HeaderLast  int
	FirstRow    int // first and last data row, 0 when there is none
	LastRow     int
	Rows        int // data rows
	Columns     []Column
	Labels      string // key of the folded labels, for remembered mappings
	Remembered  bool   // columns as the office mapped them before
}

// Column is one column of a table: what it was taken for and why.
type Column struct {
	Col          int    // from 1
	Cell         string // of the heading: F7
	Heading      string // as the clerk sees it, path of a merged header with " / "
	Field        ocop.Field
	Stars        ocop.Stars // of a column "3 sao" that is ticked
	Confidence   float64    // 0 to 1
	From         string     // label | content | remembered | answer | "" when not used
	Samples      []string   // up to three values as shown
	Alternatives []Alternative
	Hidden       bool
}

// Alternative is another field that the column could be.
type Alternative struct {
	Field      ocop.Field
	Confidence float64
}

// Total is a count that the document states ("08 sản phẩm của 05 chủ thể").
type Total struct {
	Sheet, Cell         string
	Text                string // as it stands
	Products, Producers int    // stated, 0: not stated
	ReadProducts        int
	ReadProducers       int
	Right               bool
}

// Count is how many rows there are of a kind.
type Count struct {
	Round  ocop.Round
	Stars  ocop.Stars
	Status ocop.Status
	Rows   int
}

// Refusal gives the finding for which nothing of the file is used, if any.
func (r *Reading) Refusal() (ocop.Finding, bool) {
	for _, f := range r.Findings {
		if f.Severity == ocop.Refuse {
			return f, true
		}
	}
	return ocop.Finding{}, false
}
