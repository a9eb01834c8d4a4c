package intake

import (
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
	"ocoprint/internal/workbook"
)

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
		if !says && (sameLabels(above.head, t.head) && carriesOn(t.title, above.title) || t.goesOn(above)) {
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

// goesOn reports a header of the same columns, in other words, right under a
// data row: the next page of one table.
func (t *table) goesOn(above *table) bool {
	i := t.rowsFrom(t.head.first) - 1
	if i < 0 || len(t.title) > 0 || len(above.ticks) != len(t.ticks) {
		return false
	}
	for _, f := range []ocop.Field{ocop.FieldProduct, ocop.FieldProducer, ocop.FieldScore, ocop.FieldStars, ocop.FieldCommune, ocop.FieldRound, ocop.FieldYear} {
		if above.cols[f] != t.cols[f] {
			return false
		}
	}
	r := &t.Rows[i]
	return r.Number == t.head.first-1 && above.kindOf(above.view(r)) == dataRow
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
