package intake

import (
	"strings"

	"ocoprint/internal/ocop"
)

// crossMarks is what the document says of itself while its rows are read.
type crossMarks struct {
	sectionStart int // first result after the last section row or subtotal
	noRound      int // rows whose round no place says
	pending      []pendingTotal
	gaps         []gap
	numbers      map[int]bool // of the number column
}

// pendingTotal is a stated count, compared when everything is read.
type pendingTotal struct {
	total    Total
	row      int
	column   string
	from, to int // results since the section or the last subtotal, before the line
	tableAt  int // first result of the table, and the one after its last
	tableEnd int
	sheetAt  int // first result of the sheet
}

// total keeps the counts of a total or closing line, and reports whether it
// has any.
func (m *crossMarks) total(rr *rowReader, v rowView) (counted bool) {
	t := rr.t
	for _, c := range v.filled {
		text := t.text(c)
		products, producers := productsIn(text), producersIn(text)
		if products == 0 {
			continue
		}
		m.pending = append(m.pending, pendingTotal{
			total: Total{Sheet: t.Name, Cell: c.Name(), Text: text, Products: products, Producers: producers},
			row:   v.Row.Number, column: t.headingOf(c.Col), from: m.sectionStart, to: len(rr.out.Results), tableAt: rr.from,
		})
		return true
	}
	return false
}

// closeSections compares the counts of section rows that end here: those from
// a place in the stack on.
func (rr *rowReader) closeSections(from int) {
	for _, s := range rr.sections[min(from, len(rr.sections)):] {
		if s.products == 0 || s.row == 0 || s.sheet != rr.t.Name || s.from < rr.from {
			continue
		}
		rr.marks.pending = append(rr.marks.pending, pendingTotal{
			total: Total{Sheet: rr.t.Name, Cell: s.cell, Text: s.text, Products: s.products, Producers: producersIn(s.text)},
			row:   s.row, from: s.from, to: len(rr.out.Results), tableAt: s.from,
		})
	}
}

// finishTable compares the counts, asks for the round, and keeps what the
// screen shows of the table.
func (rd *reader) finishTable(rr *rowReader) {
	t := rr.t
	if rr.marks.noRound > 0 {
		rd.add(roundUnknown, spot{sheet: t.Name, row: t.head.first})
	}
	rr.tellGaps()
	rr.closeSections(0)
	if rd.sheetName != t.Name {
		rd.sheetName, rd.sheetStart = t.Name, rr.from
	}
	for _, p := range rr.marks.pending {
		p.sheetAt, p.tableEnd = rd.sheetStart, len(rd.out.Results)
		rd.pending = append(rd.pending, p)
	}
	rd.out.Tables = append(rd.out.Tables, t.shownAs(rd.out.Results[rr.from:], t.columns))
}

// number watches the numbering: a jump after a run of at least three says that
// a row may be gone. Restarts and 1.1, a, b say nothing.
func (rr *rowReader) number(row *rowState) {
	n := 0
	if arabic.MatchString(row.v.marker) && !strings.ContainsAny(row.v.marker, ",") {
		if f, ok := decimal(strings.TrimRight(row.v.marker, ". )")); ok && f == float64(int(f)) {
			n = int(f)
		}
	}
	switch {
	case n == 0:
		rr.sttRun = 0
	case n == rr.lastSTT+1:
		rr.sttRun++
	case n > rr.lastSTT+1 && n <= rr.lastSTT+20 && rr.sttRun >= 3:
		v := rr.t.value(row.r.Row, ocop.FieldNo)
		rr.marks.gaps = append(rr.marks.gaps, gap{len(rr.out.Results) - 1, rr.lastSTT, n, row.spot(ocop.FieldNo, v)})
	default:
		rr.sttRun = 1
	}
	rr.lastSTT = n
	if rr.marks.numbers == nil {
		rr.marks.numbers = map[int]bool{}
	}
	rr.marks.numbers[n] = true
}

// gap is a jump in the numbering before a result.
type gap struct {
	result, from, to int
	at               spot
}

// tellGaps reports the jumps whose missing numbers stand nowhere in the table.
func (rr *rowReader) tellGaps() {
	for _, g := range rr.marks.gaps {
		gone := true
		for n := g.from + 1; n < g.to; n++ {
			gone = gone && !rr.marks.numbers[n]
		}
		if gone {
			r := &rr.out.Results[g.result]
			r.Findings = append(r.Findings, rr.finding(sttGap, g.at, "before", g.from, "value", g.to))
		}
	}
}

// shownAs is the table as the screen shows it.
func (t *table) shownAs(rows []ocop.Result, columns []Column) Table {
	s := Table{Sheet: t.Name, HeaderFirst: t.head.first, HeaderLast: t.head.last, Rows: len(rows), Columns: columns, Labels: t.labels, Remembered: t.fromOld}
	for _, l := range t.title {
		if !letterhead(l.text) {
			s.Title = strings.TrimSpace(s.Title + "\n" + l.text)
		}
	}
	if len(rows) > 0 {
		s.FirstRow, s.LastRow = rows[0].Row, rows[len(rows)-1].Row
	}
	return s
}
