package intake

import (
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/workbook"
)

// stars reads the rank: its column or ticks, else the section row, else the
// title, else the score.
func (row *rowState) stars() {
	r, t := row.r, row.rr.t
	refusedByOutcome := r.Standing != ocop.Granted
	blank := true
	if len(t.ticks) > 0 {
		blank = row.ticked()
	} else if t.has(ocop.FieldStars) {
		blank = row.starCell()
	}
	if refusedByOutcome {
		row.contradiction(blank)
		return
	}
	if !blank || row.bad[ocop.FieldStars] {
		return
	}
	if row.scoreRefused() || row.starsFromAround() {
		return
	}
	if r.Score.Known {
		row.derive()
		return
	}
	if row.bad[ocop.FieldScore] || !t.has(ocop.FieldStars) && !t.has(ocop.FieldScore) {
		return // said once for the table
	}
	v := t.value(r.Row, ocop.FieldStars)
	row.add(starsMissing, ocop.FieldStars, row.or(v, ocop.FieldStars))
}

// scoreRefused: no rank, and "Không đạt" where the score should be.
func (row *rowState) scoreRefused() bool {
	v := row.scoreCell
	if v.text == "" || row.r.Score.Known || row.bad[ocop.FieldScore] || isNothing(v.text) || !row.refusedText(v) {
		return false
	}
	row.r.Standing = ocop.NotCertified
	return true
}

// contradiction: the outcome says no; a rank beside it must not be printed.
func (row *rowState) contradiction(blank bool) {
	if !blank && row.r.Stars >= 3 && row.starsFrom == "column" && row.r.Standing == ocop.Granted {
		row.r.Standing = ocop.NotCertified
	}
	if row.r.Standing == ocop.Granted {
		row.r.Standing = ocop.NotCertified
	}
}

// starCell reads the column of ranks; blank reports that it says nothing.
func (row *rowState) starCell() (blank bool) {
	r := row.r
	v, bad := row.get(ocop.FieldStars, true)
	row.starsRef, row.starsRaw = v.ref, v.text
	if bad {
		return false
	}
	if v.text == "" {
		return true
	}
	s := parseStars(v.text)
	if v.cell != nil && !v.given && v.cell.Kind == workbook.Date {
		s = starReading{bad: true}
	}
	if s.score.Known && !r.Score.Known && !row.rr.t.has(ocop.FieldScore) && !s.bad {
		r.Score = s.score
		row.source(ocop.FieldScore, v)
	}
	if s.again != "" {
		r.Evaluation = s.again
	}
	switch {
	case s.blank:
		return true
	case s.bad && isDitto(v.text), s.bad && v.text != "" && isNothing(v.text):
		return true
	case s.bad:
		if o, ok := outcomeOf(v.text); ok && o == ocop.Granted {
			return true // "Đạt": the rank follows from section, title or score
		}
		row.mark(ocop.FieldStars)
		row.add(starsUnreadable, ocop.FieldStars, v, "value", rawOf(row.rr.t, v))
	case s.standing == ocop.Proposed:
		r.Stars, r.Standing = s.stars, ocop.Proposed
		row.add(starsProposed, ocop.FieldStars, v, "value", v.text)
	case s.standing == ocop.NotCertified:
		if r.Standing == ocop.Granted {
			r.Standing = ocop.NotCertified
		}
	default:
		r.Stars, row.starsFrom = s.stars, "column"
		row.sectionAgrees(v)
	}
	return false
}

// sectionAgrees asks when the row's rank is not that of its section.
func (row *rowState) sectionAgrees(v value) {
	for i := len(row.rr.sections) - 1; i >= 0; i-- {
		s := row.rr.sections[i]
		if s.standing == "" {
			continue
		}
		switch {
		case s.standing == ocop.Proposed && row.r.Standing == ocop.Granted:
			row.r.Standing = ocop.Proposed
			row.add(starsProposed, ocop.FieldStars, v, "value", s.text)
		case s.standing == ocop.NotCertified:
			row.ask(noteContradicts, row.spot(ocop.FieldStars, v), "value", s.text)
		case s.stars.Valid() && s.stars != row.r.Stars:
			row.ask(starsConflict, row.spot(ocop.FieldStars, v), "stars", int(row.r.Stars), "section", int(s.stars))
		}
		return
	}
}

// ticked reads the columns of ranks: one tick gives the rank, two or an
// unclear mark hold the row.
func (row *rowState) ticked() (blank bool) {
	t, r := row.rr.t, row.r
	var got []ocop.Stars
	var marks []string
	unclear := false
	ref := value{}
	for _, h := range t.ticks {
		v := t.valueAt(r.Row, h.col)
		if row.broken(fieldTick, v) {
			row.mark(ocop.FieldStars)
			return false
		}
		if ref.ref == "" || v.text != "" {
			ref = v
		}
		if v.text == "" {
			continue
		}
		stars := h.hits[0].stars
		mark := parseTick(v.text, stars)
		if mark == cross && t.checks {
			mark = noTick
		}
		switch mark {
		case tick, cross:
			got = append(got, stars)
			marks = append(marks, h.leaf()+": "+v.text)
			r.Cells[ocop.FieldStars] = ocop.Source{Sheet: r.Sheet, Cell: v.ref, From: "column"}
			row.starsRef = v.ref
		case badTick:
			unclear = true
			marks = append(marks, h.leaf()+": "+v.text)
		}
	}
	for _, col := range t.fails {
		if v := t.valueAt(r.Row, col); v.text != "" && parseTick(v.text, 0) == tick {
			if len(got) == 0 && !unclear {
				r.Standing = ocop.NotCertified
				return false
			}
			unclear = true
			marks = append(marks, t.headingOf(col)+": "+v.text)
		}
	}
	switch {
	case unclear || len(got) > 1:
		row.mark(ocop.FieldStars)
		row.add(starsTwoTicks, ocop.FieldStars, ref, "value", strings.Join(marks, ", "))
		return false
	case len(got) == 1:
		r.Stars, row.starsFrom = got[0], "column"
		row.sectionAgrees(ref)
		return false
	}
	row.starsRef = ref.ref
	return true
}

// starsFromAround takes the rank of the section row or of the title.
func (row *rowState) starsFromAround() bool {
	r, rr := row.r, row.rr
	for i := len(rr.sections) - 1; i >= 0; i-- {
		s := rr.sections[i]
		if s.standing == "" {
			continue
		}
		r.Stars, row.starsFrom = s.stars, "section"
		r.Standing = s.standing
		r.Cells[ocop.FieldStars] = ocop.Source{Sheet: r.Sheet, Cell: s.cell, From: "section"}
		if s.standing == ocop.Proposed {
			row.addAt(starsProposed, spot{sheet: r.Sheet, row: r.Row, cell: s.cell, raw: s.text}, "value", s.text)
		}
		if s.standing == ocop.Granted && !s.stars.Valid() {
			continue
		}
		return true
	}
	c := rr.t.ctx
	if rr.t.has(ocop.FieldStars) {
		return false
	}
	if c.standing == ocop.NotCertified {
		r.Standing = c.standing
		r.Cells[ocop.FieldStars] = c.starsFrom
		return true
	}
	if !c.stars.Valid() || c.starsFrom.From == "sheet" && r.Score.Known {
		return false // the score says more than a sheet's name
	}
	r.Stars, row.starsFrom = c.stars, "title"
	r.Cells[ocop.FieldStars] = c.starsFrom
	if c.standing == ocop.Proposed {
		r.Standing = ocop.Proposed
	}
	return true
}

// derive takes the rank of the score's band: with a warning where the table
// has a column of ranks that is blank in this row.
func (row *rowState) derive() {
	r, t := row.r, row.rr.t
	r.Stars, row.starsFrom = ocop.StarsFor(r.Score), "score"
	r.Cells[ocop.FieldStars] = r.Cells[ocop.FieldScore]
	switch {
	case t.otherStars > 0 && !t.has(ocop.FieldStars):
		r.Standing = ocop.Proposed // the table only proposes ranks
		row.add(starsProposed, ocop.FieldScore, row.scoreCell, "value", row.scoreCell.text)
	case t.has(ocop.FieldStars):
		v := t.value(r.Row, ocop.FieldStars)
		if v.ref == "" && len(t.ticks) > 0 {
			v = t.valueAt(r.Row, t.ticks[0].col)
		}
		row.add(starsDerived, ocop.FieldStars, v, "score", inFull(r.Score), "stars", int(r.Stars))
	default:
		row.rr.derived = true
	}
}
