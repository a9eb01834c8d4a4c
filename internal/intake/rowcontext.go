package intake

import (
	"ocoprint/internal/ocop"
	"ocoprint/internal/workbook"
)

// round finds round and year, each from the nearest place that says it: the
// row's own cells, the section row, the title, the sheet's and the file's name.
func (row *rowState) round() {
	r, t := row.r, row.rr.t
	v, bad := row.get(ocop.FieldRound, true)
	own := ocop.Round{}
	if !bad && v.filled {
		own = row.roundCell(v)
	}
	r.Round.No = own.No
	if r.Round.No == 0 && !bad && !row.bad[ocop.FieldRound] {
		row.roundFromAround(v)
	}
	year := row.yearCell()
	switch {
	case year != 0 && own.Year != 0 && year != own.Year:
		row.add(roundTwoYears, ocop.FieldRound, v, "first", own.Year, "second", year)
	case year != 0:
		r.Round.Year = year
	case own.Year != 0:
		r.Round.Year = own.Year
		r.Cells[ocop.FieldYear] = r.Cells[ocop.FieldRound]
	default:
		row.yearFromAround()
	}
	if r.Round.Year == 0 {
		if a, ok := row.rr.answers.find(yearUnknown.code, t.Name, ""); ok {
			if y, ok := parseYear(a.Value); ok {
				r.Round.Year = y
				r.Cells[ocop.FieldYear] = ocop.Source{Sheet: r.Sheet, From: "answer"}
			}
		}
	}
}

// roundCell reads the row's own round; Excel may have made a date of "2/2023".
func (row *rowState) roundCell(v value) ocop.Round {
	c := v.cell
	if c != nil && !v.given && c.Kind == workbook.Date {
		m, ok := c.Moment()
		if ok && m.Day == 1 && m.Month <= maxRound && m.Year > 2000 {
			row.add(roundFromDate, ocop.FieldRound, v, "value", row.rr.t.shown(c), "round", m.Month, "year", m.Year)
			return ocop.Round{No: m.Month, Year: m.Year}
		}
	} else if r, ok := parseRound(v.text); ok {
		return r
	} else if a, ok := row.rr.answers.find(roundUnreadable.code, row.r.Sheet, v.ref); ok {
		if r, ok := parseRound(a.Value); ok {
			return r
		}
	}
	row.mark(ocop.FieldRound)
	row.add(roundUnreadable, ocop.FieldRound, v, "value", rawOf(row.rr.t, v))
	return ocop.Round{}
}

func (row *rowState) roundFromAround(v value) {
	r, rr := row.r, row.rr
	for i := len(rr.sections) - 1; i >= 0; i-- {
		s := rr.sections[i]
		if s.several {
			row.askRound(v)
			return
		}
		if s.round != 0 {
			r.Round.No = s.round
			r.Cells[ocop.FieldRound] = ocop.Source{Sheet: r.Sheet, Cell: s.cell, From: "section"}
			return
		}
	}
	if c := rr.t.ctx; c.round != 0 {
		r.Round.No = c.round
		r.Cells[ocop.FieldRound] = c.roundFrom
		return
	}
	row.askRound(v)
}

// askRound: no place says the round. In a table with a column of rounds the
// blank cell is named; otherwise one question is for the whole table.
func (row *rowState) askRound(v value) {
	r, rr := row.r, row.rr
	if a, ok := rr.answers.find(roundUnknown.code, r.Sheet, v.ref); ok {
		if n, ok := parseRound(a.Value); ok {
			r.Round.No = n.No
			r.Cells[ocop.FieldRound] = ocop.Source{Sheet: r.Sheet, From: "answer"}
			if n.Year != 0 {
				r.Round.Year = n.Year
				row.answeredYear(n.Year)
			}
			return
		}
	}
	if v.ref != "" {
		row.add(roundUnknown, ocop.FieldRound, v)
		return
	}
	rr.marks.noRound++
}

func (row *rowState) answeredYear(year int) {
	row.rr.t.ctx.year, row.rr.t.ctx.yearFrom = year, ocop.Source{Sheet: row.r.Sheet, From: "answer"}
}

func (row *rowState) yearCell() int {
	v, bad := row.get(ocop.FieldYear, true)
	if bad || !v.filled {
		return 0
	}
	if v.cell != nil && !v.given && v.cell.Kind == workbook.Date {
		if m, ok := v.cell.Moment(); ok && m.Year >= 2015 {
			return m.Year
		}
	} else if y, ok := parseYear(v.text); ok {
		return y
	} else if d := parseDate(v.text); !d.bad {
		return d.date.Year
	} else if _, years := roundsIn(v.text); len(years) == 1 {
		return years[0]
	}
	row.add(yearUnreadable, ocop.FieldYear, v, "value", rawOf(row.rr.t, v))
	return 0
}

func (row *rowState) yearFromAround() {
	r, rr := row.r, row.rr
	for i := len(rr.sections) - 1; i >= 0; i-- {
		if s := rr.sections[i]; s.year != 0 {
			r.Round.Year = s.year
			r.Cells[ocop.FieldYear] = ocop.Source{Sheet: r.Sheet, Cell: s.cell, From: "section"}
			return
		}
	}
	if c := rr.t.ctx; c.year != 0 {
		r.Round.Year = c.year
		r.Cells[ocop.FieldYear] = c.yearFrom
	}
}

// decision takes the row's own decision, else the one of the title.
func (row *rowState) decision() {
	r, t := row.r, row.rr.t
	r.Decision = t.ctx.decision
	if r.Decision.Number != "" || !r.Decision.Date.IsZero() {
		r.Cells[ocop.FieldDecision] = t.ctx.decisionFrom
	}
	v, bad := row.get(ocop.FieldDecision, true)
	if bad || !v.filled {
		return
	}
	d, unreadable := parseDecision(v.text)
	if unreadable {
		if p := parseDate(v.text); !p.bad && !p.blank {
			d.Date = p.date
		} else {
			return // "Tờ trình", a remark: no decision, and none is made up
		}
	}
	switch {
	case !sameDecision(d, t.ctx.decision):
		row.decisionDiffers(v, d)
	case d.Date.IsZero() && t.ctx.decision.Number != "":
		d.Date = t.ctx.decision.Date
	}
	if sameDecision(d, t.ctx.decision) && t.ctx.decision.Number != "" {
		d.Number = t.ctx.decision.Number // "1422" is "1422/QĐ-UBND"
		d.Issuer = t.ctx.decision.Issuer
	}
	r.Decision = d
}

func (row *rowState) decisionDiffers(v value, d ocop.Decision) {
	row.ask(decisionConflict, row.spot(ocop.FieldDecision, v), "value", d.String(), "other", row.rr.t.ctx.decision.String())
}
