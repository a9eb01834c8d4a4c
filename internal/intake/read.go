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
	tables       []*table
	like         *message.Text // what a file without results looks like
	full         bool          // too many rows: reading stopped

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

// stop looks at the clock and the budget from time to time.
func (rd *reader) stop(i int) bool {
	if i%256 == 0 && rd.err == nil {
		rd.err = rd.ctx.Err()
	}
	if len(rd.out.Results) >= rd.limits.Rows && !rd.full {
		rd.full = true
		rd.add(tooManyRows, spot{}, "limit", rd.limits.Rows)
	}
	return rd.err != nil || rd.full
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
