package workbook

import (
	"math"
	"strconv"
	"strings"
)

// Moment is a date and time of day without zone, as a spreadsheet knows it.
type Moment struct{ Year, Month, Day, Hour, Minute, Second int }

const (
	days1904   = 1462    // from 1899-12-30 to 1904-01-01
	lastSerial = 2958466 // 10000-01-01
	daySeconds = 86400
)

// DateOf turns a serial number into a date, in the 1900 system (with its 29
// February 1900 that never was, so that 60 is that day and 61 the first of
// March) or the 1904 system. The time is rounded to the second. ok is false
// outside 1900..9999; a serial below 1 is a time of day on day 0.
func DateOf(serial float64, date1904 bool) (m Moment, ok bool) {
	if math.IsNaN(serial) || serial < 0 || serial >= lastSerial {
		return Moment{}, false
	}
	days := int(serial)
	seconds := int(math.Round((serial - math.Floor(serial)) * daySeconds))
	if seconds == daySeconds {
		days, seconds = days+1, 0
	}
	m.Hour, m.Minute, m.Second = seconds/3600, seconds/60%60, seconds%60
	switch {
	case date1904:
		days += days1904
	case days == 60:
		m.Year, m.Month, m.Day = 1900, 2, 29
		return m, true
	case days == 0:
		m.Year, m.Month, m.Day = 1900, 1, 0
		return m, true
	case days < 60:
		days++
	}
	m.Year, m.Month, m.Day = civil(days - 25569)
	return m, m.Year <= 9999
}

// Serial is the opposite of DateOf for a date without time, 1900 system. Dates
// before March 1900 are not supported and give 0.
func Serial(year, month, day int) float64 {
	s := daysFrom(year, month, day) + 25569
	if s < 61 {
		return 0
	}
	return float64(s)
}

// civil turns days since 1970-01-01 into a date (proleptic Gregorian; the
// calendar repeats every 400 years or 146,097 days).
func civil(days int) (y, m, d int) {
	z := days + 719468
	era := z / 146097
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d = doy - (153*mp+2)/5 + 1
	m = mp + 3
	y = yoe + era*400
	if m > 12 {
		m, y = m-12, y+1
	}
	return y, m, d
}

// daysFrom is the opposite of civil.
func daysFrom(y, m, d int) int {
	if m <= 2 {
		y, m = y-1, m+12
	}
	era := y / 400
	yoe := y - era*400
	doy := (153*(m-3)+2)/5 + d - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - 719468
}

// parseISO reads "2023-11-20", with or without "T14:30:00", to a serial of the
// 1900 system. A zone is not looked at.
func parseISO(s string) (serial float64, ok bool) {
	date, clock, timed := strings.Cut(strings.TrimSpace(s), "T")
	part := strings.Split(date, "-")
	if len(part) != 3 || len(part[0]) != 4 {
		if !timed && strings.Contains(date, ":") {
			return parseClock(date)
		}
		return 0, false
	}
	y, m, d := whole([]byte(part[0])), whole([]byte(part[1])), whole([]byte(part[2]))
	if y < 1900 || m < 1 || m > 12 || d < 1 || d > monthDays(y, m) {
		return 0, false
	}
	serial = Serial(y, m, d)
	if serial == 0 { // January and February 1900
		serial = float64(daysFrom(y, m, d) + 25569 - 1)
	}
	if timed {
		t, ok := parseClock(clock)
		return serial + t, ok
	}
	return serial, true
}

// parseClock reads "14:30:05.5Z" to a share of a day.
func parseClock(s string) (float64, bool) {
	part := strings.Split(strings.TrimSuffix(s, "Z"), ":")
	if len(part) < 2 || len(part) > 3 {
		return 0, false
	}
	total := 0.0
	for i, unit := range []float64{3600, 60, 1}[:len(part)] {
		n, err := strconv.ParseFloat(part[i], 64)
		if err != nil || n < 0 || n > 1e6 {
			return 0, false
		}
		total += n * unit
	}
	return total / daySeconds, true
}

func monthDays(y, m int) int {
	if m == 2 {
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31 - (m-1)%7%2
}

// Moment gives the date of a Date cell (or of a Number read as a date).
func (c *Cell) Moment() (Moment, bool) {
	if c.Kind != Date && c.Kind != Number {
		return Moment{}, false
	}
	return DateOf(c.Number, c.Style.Date1904)
}
