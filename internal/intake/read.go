package intake

import (
	"context"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
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

// findTables looks through the sheets.
func (rd *reader) findTables() {
	filled, hidden := false, []*workbook.Sheet{}
	for _, s := range rd.book.Sheets {
		if s.MaxRow == 0 {
			continue
		}
		filled = true
		at := spot{sheet: s.Name}
		if s.Hidden && rd.answer(sheetHidden, at) != "yes" {
			hidden = append(hidden, s)
			rd.add(sheetHidden, at)
			continue
		}
		if rd.sheet(s); rd.err != nil {
			return
		}
	}
	switch {
	case !filled:
		rd.add(noData, spot{})
	case len(rd.tables) == 0:
		like := rd.like
		if like == nil && len(hidden) > 0 && rd.anyTable(hidden) {
			like = likeHidden
		}
		rd.add(noTable, spot{}, "like", orBlank(like))
	}
}

// orBlank fills a blank with nothing when there is nothing to say.
func orBlank(t *message.Text) any {
	if t == nil {
		return ""
	}
	return t
}

func (rd *reader) anyTable(sheets []*workbook.Sheet) bool {
	for _, s := range sheets {
		if len(newFinder(newGrid(s, nil), rd.limits.Columns).blocks(func(block) bool { return true })) > 0 {
			return true
		}
	}
	return false
}

// sheet finds the tables of one sheet.
func (rd *reader) sheet(s *workbook.Sheet) {
	if rd.err = rd.ctx.Err(); rd.err != nil {
		return
	}
	g := newGrid(s, rd.answers.given(s.Name))
	f := newFinder(g, rd.limits.Columns)
	blocks := f.blocks(func(block) bool { return true })
	if len(blocks) == 0 {
		why := whyNoTable
		if f.roster() {
			why, rd.like = whyRoster, likeRoster
		}
		rd.add(sheetSkipped, spot{sheet: s.Name}, "why", why)
		return
	}
	var made []*table
	for i, b := range blocks {
		t := &table{grid: g, head: b, end: s.MaxRow, labels: labelKey(b), first: b.first, split: b.split}
		for _, n := range blocks[i+1:] {
			if n.first > b.first {
				t.end = n.first - 1
				break
			}
		}
		made = append(made, t)
		rd.columns(t)
	}
	rd.titles(made)
	for _, t := range made {
		t.classify()
	}
	rd.tables = append(rd.tables, made...)
}

// columns maps the columns of a table: by answers, as the office did before,
// else by labels and content.
func (rd *reader) columns(t *table) {
	profiles := make([]profile, len(t.head.heads))
	for i, h := range t.head.heads {
		profiles[i] = t.profileOf(h.col)
	}
	forced := rd.answers.columnsGiven(t)
	if len(forced) == 0 {
		if old, ok := remembered(rd.opts.Mappings, t); ok {
			forced, t.fromOld = old, true
		}
	}
	t.assign(profiles, forced)
	t.otherStars = t.head.headField(fieldOtherStars)
	for i, f := range forced {
		if _, veto := profiles[i].fit(f); veto && t.fromOld && (f == ocop.FieldProduct || f == ocop.FieldProducer || f == ocop.FieldStars || f == ocop.FieldScore) {
			t.holds = append(t.holds, mappingConflict)
			rd.add(mappingConflict, spot{sheet: t.Name, row: t.head.last, column: t.head.heads[i].leaf(), cell: t.head.heads[i].cell}, "field", FieldName(f), "value", firstOf(profiles[i].samples))
		}
	}
	for _, h := range t.ticks {
		for i := t.rowsFrom(t.head.last + 1); i < len(t.Rows) && t.Rows[i].Number <= t.end && !t.checks; i++ {
			if c := t.Rows[i].At(h.col); t.filled(c) {
				t.checks = strings.ContainsAny(t.text(c), "✓✔☑√🗸")
			}
		}
	}
}

func firstOf(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// roster reports a header of persons: a list of guests given as results.
func (f *finder) roster() bool {
	for i := range f.Rows {
		if i > 60 {
			return false
		}
		person, other := false, 0
		for j := range f.Rows[i].Cells {
			c := &f.Rows[i].Cells[j]
			if !f.filled(c) || c.Col > f.maxCols {
				continue
			}
			for _, h := range f.hitsOf(f.text(c)) {
				switch h.field {
				case fieldPerson:
					person = true
				case fieldTitle, fieldSign, ocop.FieldPhone, ocop.FieldProducer, ocop.FieldNo:
					other++
				}
			}
		}
		if person && other >= 2 {
			return true
		}
	}
	return false
}

// titles gives every table of a sheet the lines above it, and its context.
func (rd *reader) titles(tables []*table) {
	var base tableContext
	for k, t := range tables {
		var above *table
		if k > 0 && tables[k-1].head.first < t.head.first {
			above = tables[k-1]
		}
		t.title = t.linesAbove(above)
		if above != nil && t.first-1 < above.end {
			above.end = t.first - 1
			for j := k - 1; j >= 0 && tables[j].head.first == above.head.first; j-- {
				tables[j].end = above.end
			}
		}
		t.readContext(rd.out.File)
		if k == 0 {
			base = t.ctx
			if ownNumber(t.title) {
				base.round, base.stars, base.standing = 0, 0, ""
			}
			continue
		}
		if above == nil {
			continue
		}
		says := t.ctx.roundFrom.From == "title" || t.ctx.yearFrom.From == "title" || t.ctx.starsFrom.From == "title" || t.ctx.several
		if sameLabels(above.head, t.head) && !says && carriesOn(t.title, above.title) {
			t.follows = true
			lines := t.title
			t.ctx = above.ctx
			t.title = above.title
			for _, l := range lines {
				if s := parseSection(l.text); s.says() {
					s.cell = l.cell
					t.follow = append(t.follow, s)
				}
			}
			continue
		}
		t.ctx.inherit(base)
	}
}

// carriesOn reports lines between two equal headers that begin nothing new: a
// section row, the letterhead, a line of the title once more.
func carriesOn(lines, title []titleLine) bool {
	for _, l := range lines {
		again := letterhead(l.text) || parseSection(l.text).says() || groupHead.MatchString(viet.Lower(stripMarker(l.text)))
		for _, o := range title {
			again = again || o.text == l.text
		}
		if !again {
			return false
		}
	}
	return true
}

// inherit takes from the sheet's first title what the table's own does not say.
func (c *tableContext) inherit(base tableContext) {
	if c.roundFrom.From != "title" && !c.several && base.round != 0 && base.roundFrom.From == "title" {
		c.round, c.roundFrom = base.round, base.roundFrom
	}
	if (c.year == 0 || c.yearFrom.From == "sheet" || c.yearFrom.From == "file") && base.year != 0 {
		c.year, c.yearFrom = base.year, base.yearFrom
	}
	if c.decision.Number == "" {
		c.decision, c.decisionFrom = base.decision, base.decisionFrom
	}
}

// ownNumber reports a title that is of one table only: "Bảng 1. …", "I. …".
func ownNumber(lines []titleLine) bool {
	for _, l := range lines {
		if rounds, _ := roundsIn(l.text); len(rounds) > 0 {
			f := fold(l.text)
			if strings.HasPrefix(f, "bang ") || strings.HasPrefix(f, "bieu ") || markerForm.MatchString(l.text) {
				return true
			}
		}
	}
	return false
}

// maxTitleRows bounds how far above a header its title may begin.
const maxTitleRows = 80

// linesAbove collects the lines between the header and whatever came before:
// the top of the sheet, or the last data row of the table above.
func (t *table) linesAbove(above *table) (lines []titleLine) {
	rows := 0
	for i := t.rowsFrom(t.head.first) - 1; i >= 0 && rows < maxTitleRows; i-- {
		r := &t.Rows[i]
		rows++
		if above != nil {
			if r.Number <= above.head.last {
				break
			}
			kind := above.kindOf(above.view(r))
			if kind == dataRow || kind == headerRow || kind == indexRow || kind == emptyFormRow {
				break
			}
			if kind == totalRow || kind == signatureRow || kind == noteRow && !isAttachedLine(strings.Join(t.texts(r), " ")) {
				continue
			}
			t.first = r.Number
		}
		lines = append(t.linesOf(r), lines...)
	}
	return lines
}

func (t *table) linesOf(r *workbook.Row) (lines []titleLine) {
	from, to := t.head.heads[0].col, t.head.heads[len(t.head.heads)-1].col
	for j := range r.Cells {
		c := &r.Cells[j]
		if !t.filled(c) || c.Kind != workbook.Text || t.split && (c.Col < from || c.Col > to) {
			continue
		}
		for _, line := range strings.Split(t.dec.lines(c), "\n") {
			if line = viet.Clean(line); line != "" {
				lines = append(lines, titleLine{text: line, row: r.Number, cell: c.Name()})
			}
		}
	}
	return lines
}

// choose says which tables are read: results; where there are none, score
// sheets and lists that may be meant as such.
func (rd *reader) choose() (read []*table) {
	rank := map[string]int{}
	for _, t := range rd.tables {
		rank[t.kind]++
	}
	for _, t := range rd.tables {
		switch {
		case t.kind == "results", t.kind == "list" && t.starsAround():
			read = append(read, t)
		case rank["results"] == 0 && (t.kind == "draft" || t.kind == "registration?" || t.kind == "council?" || t.kind == "list" && rank["draft"] == 0 && rank["council?"] == 0):
			read = append(read, t)
		default:
			rd.pass(t)
		}
	}
	return read
}

// starsAround: a list whose title or section rows say the rank.
func (t *table) starsAround() bool {
	if t.ctx.stars.Valid() || t.ctx.standing != "" {
		return true
	}
	for i := t.rowsFrom(t.head.last + 1); i < len(t.Rows) && t.Rows[i].Number <= t.end; i++ {
		if r := &t.Rows[i]; len(r.Cells) <= 3 || t.sparse(r) {
			if v := t.view(r); t.kindOf(v) == sectionRow {
				if label, _ := t.sectionLabel(v); parseSection(label).standing != "" {
					return true
				}
			}
		}
	}
	return false
}

func (rd *reader) pass(t *table) {
	why := whyList
	switch t.kind {
	case "council", "council?":
		why, rd.like = whyCouncil, likeCouncl
	case "registration", "registration?":
		why, rd.like = whyRegister, likeForm
	case "draft":
		why = whyDraft
	}
	rd.add(sheetSkipped, spot{sheet: t.Name, row: t.head.first}, "why", why)
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

// tableFindings says what is wrong with the columns of a table, once.
func (rd *reader) tableFindings(t *table) {
	at := spot{sheet: t.Name, row: t.head.first, cell: t.head.heads[0].cell}
	if t.fromOld {
		rd.add(mappingRemembered, at)
	}
	for _, x := range t.tied {
		t.holds = append(t.holds, headerAmbiguous)
		rd.add(headerAmbiguous, spot{sheet: t.Name, row: t.head.first}, "first", x.a.leaf(), "firstCell", x.a.cell, "second", x.b.leaf(), "secondCell", x.b.cell, "field", FieldName(x.field))
	}
	need := []ocop.Field{ocop.FieldProduct, ocop.FieldProducer}
	if !t.has(ocop.FieldStars) && !t.has(ocop.FieldScore) && !t.starsAround() {
		need = append(need, ocop.FieldStars)
	}
	for _, f := range need {
		if t.has(f) {
			continue
		}
		k := requiredMissing
		t.missing = append(t.missing, f)
		t.holds = append(t.holds, k)
		rd.add(k, spot{sheet: t.Name, row: t.head.first}, "field", FieldName(f))
	}
	if l, ok := t.otherPurpose(); ok && t.ctx.standing == "" && (t.otherStars == 0 || t.has(ocop.FieldStars)) {
		s := spot{sheet: t.Name, row: l.row, cell: l.cell, raw: l.text}
		if rd.answer(titleProposesOnly, s) != "yes" {
			t.holds = append(t.holds, titleProposesOnly)
			s.cell = ""
			rd.add(titleProposesOnly, s, "value", short(l.text, 80))
		}
	}
	if c := t.ctx; !c.other.Date.IsZero() || c.other.Number != "" {
		rd.twoDecisions(t)
	}
	if n := nameRound(t); n != 0 && t.ctx.roundFrom.From == "title" && n != t.ctx.round {
		rd.add(roundDiffers, spot{sheet: t.Name, row: t.head.first}, "first", ocop.Round{No: t.ctx.round}.String(), "second", ocop.Round{No: n}.String())
	}
}

func nameRound(t *table) int {
	if rounds, _ := roundsIn(t.Name); len(rounds) == 1 {
		return max(rounds[0], 0)
	}
	return 0
}

// twoDecisions: two lines above the table name different decisions.
func (rd *reader) twoDecisions(t *table) {
	if a, ok := rd.answers.find(decisionConflict.code, t.Name, ""); ok && yesNo(a.Value) == "" {
		if d, ok := decisionIn(a.Value); ok {
			t.ctx.decision, t.ctx.decisionFrom = d, ocop.Source{Sheet: t.Name, From: "answer"}
			return
		}
	}
	row, _, _ := parseRef(t.ctx.decisionFrom.Cell)
	s := spot{sheet: t.Name, row: row, cell: t.ctx.decisionFrom.Cell, raw: t.ctx.decision.String()}
	if rd.answer(decisionConflict, s) == "yes" {
		return
	}
	t.holds = append(t.holds, decisionConflict)
	rd.add(decisionConflict, s, "value", t.ctx.decision.String(), "other", t.ctx.other.String())
}

// conversions reports the text that was decoded, once a sheet and way.
func (rd *reader) conversions(read []*table) {
	seen := map[*decoder]bool{}
	for _, t := range read {
		if seen[t.dec] {
			continue
		}
		seen[t.dec] = true
		for _, v := range t.dec.turned {
			if v.by == "bytes" {
				continue
			}
			font := ""
			if v.by == "font" {
				font = " (" + v.font + ")"
			}
			s := spot{sheet: t.Name, row: v.row, cell: workbook.CellName(v.row, v.col), raw: short(v.before, 60), expected: v.by}
			rd.add(textConverted, s, "cells", v.cells, "charset", v.charset.String(), "font", font, "before", short(viet.NFC(v.before), 60), "after", short(viet.Clean(v.after), 60))
		}
	}
}
