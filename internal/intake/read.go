package intake

import (
	"context"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/workbook"
)

// reader reads one book.
type reader struct {
	ctx          context.Context
	err          error
	opts         Options
	limits       Limits
	answers      Answers
	book         *workbook.Book
	out          *Reading
	extras       []extra // beside out.Results
	lastSections []section
	lastAbove    map[ocop.Field]value
	lastStart    int // first result of the section that is open
	remarks      int // so far: findings of rows,
	groups       int // section rows,
	letters      int // bytes of names
	tables       []*table
	like         *message.Text // what a file without results looks like
	full         bool          // too many rows, tables or findings: reading stopped

	keys, bareKeys map[string]string // of names, computed once

	pending        []pendingTotal // stated counts, compared at the end
	producerTotals int
	sheetName      string // of the sheet being read, and its first result
	sheetStart     int
}

// extra is what reading knows of a result beside the result.
type extra struct {
	t       *table
	left    string // code of the question answered with no
	nameRef string
	section int
}

func (l Limits) orDefault() Limits {
	if l.Rows <= 0 {
		l.Rows = 50_000
	}
	if l.Columns <= 0 {
		l.Columns = 256
	}
	if l.Text <= 0 {
		l.Text = 300
	}
	if l.Tables <= 0 {
		l.Tables = 2000
	}
	if l.Groups <= 0 {
		l.Groups = 20_000
	}
	if l.Letters <= 0 {
		l.Letters = 6_000_000
	}
	if l.Remarks <= 0 {
		l.Remarks = 60_000
	}
	return l
}

// Read reads every table of results in the book. What is wrong with the file,
// its tables and rows is in the Reading's Findings; a file without any results
// has one of severity Refuse (NO_DATA, NO_TABLE, NO_DATA_ROWS). The error is
// the context's, or none.
func Read(ctx context.Context, b *workbook.Book, o Options) (*Reading, error) {
	file := o.FileName
	if file == "" {
		file = b.Name
	}
	rd := &reader{ctx: ctx, opts: o, limits: o.Limits.orDefault(), answers: o.Answers, book: b,
		keys: map[string]string{}, bareKeys: map[string]string{},
		out: &Reading{File: file, SHA256: b.SHA256, Repeats: map[int]int{}}}
	rd.fileNotes()
	rd.findTables()
	if rd.err == nil {
		rd.readTables()
	}
	if rd.err != nil {
		return nil, rd.err
	}
	rd.finish()
	return rd.out, nil
}

// stop looks at the clock and the budgets from time to time.
func (rd *reader) stop(i int) bool {
	if i%256 == 0 && rd.err == nil {
		rd.err = rd.ctx.Err()
	}
	switch l := rd.limits; {
	case rd.full:
	case len(rd.out.Results) >= l.Rows:
		rd.refuse(tooManyRows, spot{}, l.Rows)
	case rd.groups > l.Groups:
		rd.refuse(tooManyTables, spot{}, l.Groups)
	case rd.remarks > l.Remarks:
		rd.refuse(tooManyFaults, spot{}, l.Remarks)
	case rd.letters > l.Letters:
		rd.refuse(tooMuchText, spot{}, l.Letters)
	}
	return rd.err != nil || rd.full
}

// refuse ends reading: a limit was met.
func (rd *reader) refuse(k rule, s spot, limit int) {
	rd.full = true
	rd.add(k, s, "limit", limit)
}

func (rd *reader) add(k rule, s spot, pairs ...any) {
	rd.out.Findings = append(rd.out.Findings, rd.finding(k, s, pairs...))
}

// fileNotes carries over what opening the file had to say.
func (rd *reader) fileNotes() {
	for _, n := range rd.book.Notes {
		f := fileNote(n.Code, n.Warning, n.Message)
		f.File = rd.out.File
		rd.out.Findings = append(rd.out.Findings, f)
	}
	switch rd.book.Charset {
	case "", "utf-8", "utf-16le", "utf-16be", "windows-1252":
	default:
		rd.add(fileConverted, spot{}, "charset", rd.book.Charset)
	}
}

// readTables reads the rows of the tables that are chosen.
func (rd *reader) readTables() {
	if len(rd.tables) == 0 {
		return
	}
	read := rd.choose()
	if len(read) == 0 {
		rd.add(noTable, spot{}, "like", orBlank(rd.like))
		return
	}
	for _, t := range read {
		if rd.full {
			return
		}
		rd.tableFindings(t)
		rd.readRows(t)
		if rd.err != nil {
			return
		}
	}
	if len(rd.out.Results) == 0 {
		rd.add(noDataRows, spot{sheet: read[0].Name, row: read[0].head.last})
	}
	rd.conversions(read)
}
