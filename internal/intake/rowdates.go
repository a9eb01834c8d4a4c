package intake

import (
	"regexp"

	"ocoprint/internal/ocop"
	"ocoprint/internal/workbook"
)

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
