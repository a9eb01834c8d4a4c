package intake

import (
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/workbook"
)

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
		if len(newFinder(newGrid(s, nil), rd.limits.Columns).blocks(1, func(block) bool { return true })) > 0 {
			return true
		}
	}
	return false
}

// sheet finds the tables of one sheet.
func (rd *reader) sheet(s *workbook.Sheet) {
	if rd.err = rd.ctx.Err(); rd.err != nil || rd.full {
		return
	}
	g := newGrid(s, rd.answers.given(s.Name))
	f := newFinder(g, rd.limits.Columns)
	f.tries = rd.limits.Rows + rd.limits.Groups
	blocks := f.blocks(rd.limits.Tables-len(rd.tables), func(block) bool { return true })
	switch l := rd.limits; {
	case len(blocks)+len(rd.tables) > l.Tables:
		rd.tables = nil
		rd.refuse(tooManyTables, spot{sheet: s.Name}, l.Tables)
		return
	case f.tried > f.tries:
		rd.tables = nil
		rd.refuse(tooManyTables, spot{sheet: s.Name}, f.tries)
		return
	}
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
