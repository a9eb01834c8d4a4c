package intake

import (
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
	"ocoprint/internal/workbook"
)

// value is what a row says for one field, with the cell that says it.
type value struct {
	text, lines string
	cell        *workbook.Cell
	ref         string // the cell to name to the clerk
	filled      bool   // says something; "-" and its kin do not
	vertical    bool   // from a merge that begins in a row above
	given       bool   // a person's answer
	ditto       string // the mark that stood for the value above
	col         int
}

// value reads the cell of a field; vertical merges give their value to every
// row they cover, horizontal ones only to their first column.
func (t *table) value(row int, f ocop.Field) value {
	col, ok := t.cols[f]
	if !ok {
		return value{}
	}
	return t.valueAt(row, col)
}

func (t *table) valueAt(row, col int) value {
	v := value{ref: workbook.CellName(row, col), col: col}
	if s, ok := t.given[v.ref]; ok {
		v.text, v.lines, v.given, v.filled = viet.Clean(s), s, true, true
		return v
	}
	v.cell = t.at(row, col)
	if m, ok := t.MergeOf(row, col); ok && (m.Row1 != row || m.Col1 != col) {
		if m.Col1 != col {
			return v
		}
		v.cell, v.vertical = t.at(m.Row1, col), true
	}
	if !t.filled(v.cell) {
		return v
	}
	v.text = t.text(v.cell)
	v.lines = v.text
	if v.cell.Kind == workbook.Text {
		v.lines = t.dec.lines(v.cell)
	}
	v.filled = !isNothing(v.text)
	return v
}

// rowReader reads the rows of one table into results.
type rowReader struct {
	*reader
	t        *table
	sections []section
	above    map[ocop.Field]value // of the data row before, for ditto marks
	usDates  map[ocop.Field]bool  // columns where a US PC has been at work
	from     int                  // first result of this table
	lastSTT  int
	sttRun   int // rows numbered one by one so far
	ended    bool
	marks    crossMarks
	derived  bool
}

func (rd *reader) readRows(t *table) {
	rr := &rowReader{reader: rd, t: t, above: map[ocop.Field]value{}, from: len(rd.out.Results)}
	if t.follows {
		rr.sections, rr.marks.sectionStart = rd.lastSections, rd.lastStart
		if len(t.follow) == 0 {
			rr.above = rd.lastAbove // "như trên" means the page before
		}
		for _, s := range t.follow {
			rr.sections = push(rr.sections, s)
		}
	}
	rr.usDates = t.usDates()
	for i := t.rowsFrom(t.head.last + 1); i < len(t.Rows) && t.Rows[i].Number <= t.end; i++ {
		if rd.stop(i) {
			return
		}
		rr.row(t.view(&t.Rows[i]))
	}
	if rr.derived {
		rd.add(starsAllDerived, spot{sheet: t.Name, cell: t.head.heads[0].cell, row: t.head.first})
	}
	rd.lastSections, rd.lastAbove, rd.lastStart = rr.sections, rr.above, rr.marks.sectionStart
	rd.finishTable(rr)
}

func (rr *rowReader) row(v rowView) {
	t := rr.t
	kind := t.kindOf(v)
	if rr.ended && kind != dataRow {
		return
	}
	switch kind {
	case dataRow:
		if rr.ended && !(v.name != "" && v.producer != "" && t.fullResult(v)) {
			return
		}
		rr.ended = false
		rr.data(v)
	case sectionRow:
		rr.section(v)
	case totalRow, noteRow:
		if counted := rr.marks.total(rr, v); counted || kind == totalRow {
			rr.marks.sectionStart = len(rr.out.Results)
		}
	case signatureRow, foreignRow:
		rr.ended = true
	case otherRow:
		label := strings.Join(t.texts(v.Row), " · ")
		rr.add(rowSkipped, rr.spotAt(v.Row.Number, v.filled[0].Col, label), "value", short(label, 80))
	}
}

func (rr *rowReader) section(v rowView) {
	rr.groups++
	label, _ := rr.t.sectionLabel(v)
	s := parseSection(label)
	if v.marker != "" && v.marker != label {
		s.level = markerLevel(v.marker)
	}
	for _, c := range v.filled {
		if n := productsIn(rr.t.text(c)); n > 0 {
			s.products = n
		}
	}
	s.from = len(rr.out.Results)
	s.cell, s.row, s.sheet = v.filled[0].Name(), v.Row.Number, rr.t.Name
	rr.closeSections(ends(rr.sections, &s))
	rr.sections = push(rr.sections, s)
	rr.above = map[ocop.Field]value{}
	rr.sttRun, rr.lastSTT = 0, 0
	rr.marks.sectionStart = len(rr.out.Results)
}

// data reads one product row.
func (rr *rowReader) data(v rowView) {
	t, n := rr.t, v.Row.Number
	name := t.value(n, ocop.FieldProduct)
	if name.vertical && v.producer == "" && !v.result {
		return // the second line of a product that has two
	}
	r := &ocop.Result{File: rr.out.File, Sheet: t.Name, Row: n, Standing: ocop.Granted, Cells: make(map[ocop.Field]ocop.Source, len(t.cols))}
	row := &rowState{rr: rr, r: r, v: v}
	row.visible()
	row.names(name)
	row.place()
	row.outcome()
	row.score()
	row.stars()
	row.parts()
	row.band()
	row.round()
	row.decision()
	row.dates()
	row.rest()
	row.remember()
	rr.out.Results = append(rr.out.Results, *r)
	rr.letters += len(r.Product.Name) + len(r.Producer.Name)
	rr.extras = append(rr.extras, extra{t: t, left: row.left, nameRef: name.ref, section: len(rr.sections)})
	rr.number(row)
}

// rowState is one row while it is read.
type rowState struct {
	rr        *rowReader
	r         *ocop.Result
	v         rowView
	left      string // code of the question that a person answered with no
	starsFrom string // column | ticks | section | title | score
	starsRef  string
	starsRaw  string
	scoreCell value
	bad       map[ocop.Field]bool
}

// visible asks about rows that are hidden or struck out.
func (row *rowState) visible() {
	t, r := row.rr.t, row.r
	at := row.v.filled
	ref := workbook.CellName(r.Row, 1)
	if len(at) > 0 {
		ref = at[0].Name()
	}
	if row.v.Row.Hidden || t.RowHidden(r.Row) {
		r.Hidden = true
		by := any("")
		if row.v.Row.Filtered {
			by = byFilter
		}
		row.ask(rowHidden, spot{sheet: r.Sheet, row: r.Row, cell: ref}, "filter", by)
	}
	for _, f := range []ocop.Field{ocop.FieldProduct, ocop.FieldProducer, ocop.FieldStars, ocop.FieldScore} {
		v := t.value(r.Row, f)
		if v.cell == nil || !v.filled || v.given {
			continue
		}
		if !t.dec.simple && (v.cell.Struck() || partlyStruck(v.cell)) {
			r.Struck = true
			row.ask(rowStruckOut, row.spot(f, v))
			break
		}
	}
}

func partlyStruck(c *workbook.Cell) bool {
	for _, run := range c.Runs() {
		if run.Strike && strings.TrimSpace(run.Text) != "" {
			return true
		}
	}
	return c.Kind != workbook.Text && c.Style.Strike
}

// ask adds a question that is answered by yes (the row counts) or no.
func (row *rowState) ask(k rule, s spot, pairs ...any) {
	switch row.rr.answer(k, s) {
	case "yes":
		row.addAt(answered, s, "code", k.code, "value", "yes")
	case "no":
		row.left = k.code
		row.addAt(answered, s, "code", k.code, "value", "no")
	default:
		row.addAt(k, s, pairs...)
	}
}

func (row *rowState) spot(f ocop.Field, v value) spot {
	return spot{sheet: row.r.Sheet, row: row.r.Row, column: row.rr.t.headingOf(v.col), cell: v.ref, raw: rawOf(row.rr.t, v)}
}

func rawOf(t *table, v value) string {
	if v.given || v.cell == nil {
		return v.text
	}
	return t.shown(v.cell)
}

func (row *rowState) add(k rule, f ocop.Field, v value, pairs ...any) {
	row.addAt(k, row.spot(f, v), pairs...)
}

func (row *rowState) addAt(k rule, s spot, pairs ...any) {
	row.rr.remarks++
	row.r.Findings = append(row.r.Findings, row.rr.finding(k, s, pairs...))
}

// spot is where a finding stands.
type spot struct {
	sheet, column, cell, raw string
	row                      int
	expected, suggestion     string
}

func (rr *rowReader) spotAt(row, col int, raw string) spot {
	return spot{sheet: rr.t.Name, row: row, cell: workbook.CellName(row, col), column: rr.t.headingOf(col), raw: raw}
}

// finding fills the sentence of a rule with its place.
func (rd *reader) finding(k rule, s spot, pairs ...any) ocop.Finding {
	p := place{s.sheet, s.row, s.column, s.cell}
	return ocop.Finding{
		Code: k.code, Severity: k.sev, File: rd.out.File, Sheet: s.sheet, Row: s.row, Column: s.column, Cell: s.cell, Raw: s.raw,
		Expected: s.expected, Suggestion: s.suggestion,
		Message: message.Message{Text: k.text, Blanks: blanks(p, pairs)},
	}
}

func blanks(p place, pairs []any) map[string]any {
	m := make(map[string]any, len(pairs)/2+1)
	m["place"] = p
	for i := 0; i+1 < len(pairs); i += 2 {
		m[pairs[i].(string)] = pairs[i+1]
	}
	return m
}

func short(s string, n int) string {
	if rs := []rune(s); len(rs) > n {
		return string(rs[:n-1]) + "…"
	}
	return s
}
