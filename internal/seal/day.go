package seal

import "time"

// Day counts days since 2000-01-01 in Vietnam (UTC+7, no summer time). The
// zero Day is 2000-01-01 and stands for “not given” where a field is optional.
type Day int

// Vietnam is the zone of every date on a certificate, whatever the machine
// or the phone says. It is fixed: no zone database is needed.
var Vietnam = time.FixedZone("+07", 7*60*60)

var dayZero = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// DayOf is the Day of a calendar date.
func DayOf(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Sub(dayZero) / (24 * time.Hour))
}

// DayAt is the calendar day in Vietnam at an instant.
func DayAt(t time.Time) Day { return DayOf(t.In(Vietnam).Date()) }

// Date gives the calendar date.
func (d Day) Date() (year int, month time.Month, day int) {
	return dayZero.AddDate(0, 0, int(d)).Date()
}

// String is the date as it is printed: 20/11/2023.
func (d Day) String() string { return dayZero.AddDate(0, 0, int(d)).Format("02/01/2006") }
