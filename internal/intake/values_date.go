package intake

import (
	"regexp"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

var (
	dateFigures = regexp.MustCompile(`^(?:ngày|ngay)?\s*(\d{1,2})\s*[/.\x{2044}\x{2215}-]\s*(\d{1,2})\s*[/.\x{2044}\x{2215}-]\s*(\d{4}|\d{2})$`)
	dateISO     = regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]\d\d:\d\d(?::\d\d)?)?$`)
	dateLong    = regexp.MustCompile(`^(?:ngày|ngay)?\s*(\d{1,2})\s*(?:tháng|thang)\s*(\d{1,2})\s*,?\s*(?:năm|nam)?\s*(\d{4})$`)
	dateInLine  = regexp.MustCompile(`(?:ngày|ngay)?\s*(\d{1,2})\s*(?:[/.\x{2044}\x{2215}-]|tháng)\s*(\d{1,2})\s*(?:[/.\x{2044}\x{2215}-]|năm|,)\s*(?:năm)?\s*(20\d\d)(?:$|[^\d])`)
)

// dateReading is what one cell says of a day.
type dateReading struct {
	date    ocop.Date
	blank   bool
	bad     bool
	swapped ocop.Date // the day it would be with day and month the other way round
	us      bool      // written month first: 11/20/2023
}

// parseDate reads a day written as text, day first and never the other way
// round: 20/11/2023, 20-11-2023, 20.11.23, "ngày 20 tháng 11 năm 2023".
func parseDate(text string) dateReading {
	s := strings.TrimRight(strings.TrimSpace(viet.Lower(text)), " .;,")
	if s == "" {
		return dateReading{blank: true}
	}
	var y, m, d int
	if p := dateISO.FindStringSubmatch(s); p != nil {
		y, m, d = atoi(p[1]), atoi(p[2]), atoi(p[3])
	} else if p := dateFigures.FindStringSubmatch(s); p != nil {
		d, m, y = atoi(p[1]), atoi(p[2]), atoi(p[3])
	} else if p := dateLong.FindStringSubmatch(s); p != nil {
		d, m, y = atoi(p[1]), atoi(p[2]), atoi(p[3])
	} else {
		return dateReading{bad: true}
	}
	if y < 100 {
		y += 2000
	}
	if date, ok := ocop.On(y, m, d); ok {
		return dateReading{date: date}
	}
	if date, ok := ocop.On(y, d, m); ok {
		return dateReading{bad: true, us: true, swapped: date}
	}
	return dateReading{bad: true}
}

// swap gives the day with day and month exchanged, when there is one.
func swap(d ocop.Date) (ocop.Date, bool) {
	s, ok := ocop.On(d.Year, d.Day, d.Month)
	return s, ok && s != d
}

// dateIn finds the first day that a line of prose names.
func dateIn(text string) (ocop.Date, bool) {
	for _, m := range dateInLine.FindAllStringSubmatch(viet.Lower(text), -1) {
		if d, ok := ocop.On(atoi(m[3]), atoi(m[2]), atoi(m[1])); ok {
			return d, true
		}
	}
	return ocop.Date{}, false
}
