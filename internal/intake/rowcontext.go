package intake

import (
	"regexp"

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

var monthsOnly = regexp.MustCompile(`^\d+\s*(?:tháng|năm)`)

// dates reads the columns of dates. A day is never swapped in silence.
func (row *rowState) dates() {
	r := row.r
	if d, ok := row.date(ocop.FieldDecisionDate); ok {
		if own := r.Decision; !own.Date.IsZero() && own.Date != d && r.Cells[ocop.FieldDecision].From != "" {
			row.dateDiffers(d)
		}
		r.Decision.Date = d
		if r.Decision.Number == "" {
			r.Decision.Number = row.rr.t.ctx.decision.Number
		}
	}
	r.IssueDate, _ = row.date(ocop.FieldIssueDate)
	r.Expiry, _ = row.date(ocop.FieldExpiry)
}

// dateDiffers: the row's date is not that of its decision. One that is the
// other with day and month exchanged was turned round by a US PC.
func (row *rowState) dateDiffers(d ocop.Date) {
	if s, ok := swap(d); ok && s == row.r.Decision.Date {
		return // asked about as DATE_SWAPPED
	}
	v := row.rr.t.value(row.r.Row, ocop.FieldDecisionDate)
	own := ocop.Decision{Number: row.r.Decision.Number, Date: d}
	row.ask(decisionConflict, row.spot(ocop.FieldDecisionDate, v), "value", own.String(), "other", row.r.Decision.String())
}

func (row *rowState) date(f ocop.Field) (ocop.Date, bool) {
	v, bad := row.get(f, true)
	if bad || !v.filled || monthsOnly.MatchString(v.text) {
		return ocop.Date{}, false
	}
	c := v.cell
	var got dateReading
	switch {
	case c != nil && !v.given && c.Kind == workbook.Date:
		m, ok := c.Moment()
		got = dateReading{date: ocop.Date{Year: m.Year, Month: m.Month, Day: m.Day}, bad: !ok}
		if s, can := swap(got.date); can && row.suspicious(f, got.date, s) {
			got.swapped = s
		}
	case c != nil && !v.given && c.Kind == workbook.Number:
		got = serialDate(c)
	default:
		got = parseDate(v.text)
		if s, can := swap(got.date); !got.bad && can && row.rr.usDates[f] {
			got.swapped = s
		}
	}
	switch {
	case !got.swapped.IsZero():
		return row.askSwap(f, v, got)
	case got.bad:
		row.add(dateUnreadable, f, v, "value", rawOf(row.rr.t, v))
		return ocop.Date{}, false
	}
	row.oddDate(f, v, got.date)
	return got.date, true
}

// serialDate reads a date that lost its format: 45250.
func serialDate(c *workbook.Cell) dateReading {
	if c.Number < 40000 || c.Number > 60000 {
		return dateReading{bad: true}
	}
	m, ok := workbook.DateOf(c.Number, c.Style.Date1904)
	return dateReading{date: ocop.Date{Year: m.Year, Month: m.Month, Day: m.Day}, bad: !ok}
}

// suspicious: a true date with a day up to 12, in a column where the days
// after the 12th stayed text, or which is the title's date turned round.
func (row *rowState) suspicious(f ocop.Field, d, swapped ocop.Date) bool {
	title := row.rr.t.ctx.decision.Date
	if !title.IsZero() && d == title {
		return false
	}
	return row.rr.usDates[f] || !title.IsZero() && swapped == title && f != ocop.FieldExpiry
}

func (row *rowState) askSwap(f ocop.Field, v value, got dateReading) (ocop.Date, bool) {
	s := row.spot(f, v)
	s.suggestion = got.swapped.String()
	switch row.rr.answer(dateSwapped, s) {
	case "yes":
		row.addAt(answered, s, "code", dateSwapped.code, "value", got.swapped.String())
		return got.swapped, true
	case "no":
		if !got.bad {
			row.addAt(answered, s, "code", dateSwapped.code, "value", got.date.String())
			return got.date, true
		}
	}
	value := got.date.String()
	if got.bad {
		value = v.text
	}
	row.addAt(dateSwapped, s, "value", value, "guess", got.swapped.String())
	return got.date, !got.bad
}

func (row *rowState) oddDate(f ocop.Field, v value, d ocop.Date) {
	asOf := row.rr.opts.AsOf
	switch {
	case d.Year < 2018:
		row.add(dateOdd, f, v, "value", d.String(), "why", oddEarly)
	case f != ocop.FieldExpiry && !asOf.IsZero() && d.After(asOf):
		row.add(dateOdd, f, v, "value", d.String(), "why", oddFuture)
	case f == ocop.FieldDecisionDate && d.Weekday() == 0:
		row.add(dateOdd, f, v, "value", d.String(), "why", oddSunday)
	}
}

// usDates finds the columns of dates where a US PC has been at work: days
// after the 12th are text, days up to the 12th true dates; or a text is written
// month first.
func (t *table) usDates() map[ocop.Field]bool {
	found := map[ocop.Field]bool{}
	for _, f := range []ocop.Field{ocop.FieldDecisionDate, ocop.FieldIssueDate, ocop.FieldExpiry} {
		col, ok := t.cols[f]
		if !ok {
			continue
		}
		late, lateDate, early, us := 0, 0, 0, 0
		for i := t.rowsFrom(t.head.last + 1); i < len(t.Rows) && t.Rows[i].Number <= t.end; i++ {
			c := t.Rows[i].At(col)
			if !t.filled(c) {
				continue
			}
			if c.Kind == workbook.Date {
				if m, ok := c.Moment(); ok && m.Day > 12 {
					lateDate++
				} else if ok {
					early++
				}
				continue
			}
			if c.Kind != workbook.Text {
				continue
			}
			switch d := parseDate(t.text(c)); {
			case d.us:
				us++
			case !d.bad && !d.blank && d.date.Day > 12:
				late++
			}
		}
		found[f] = us > 0 || late > 0 && early > 0 && lateDate == 0
	}
	return found
}
