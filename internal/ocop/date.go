package ocop

import (
	"fmt"
	"time"
)

// Date is a day of the civil calendar in Viet Nam, without time or zone. The
// zero Date means "not stated".
type Date struct{ Year, Month, Day int }

// epoch is day 0 of Days: 2000-01-01 (formats.md §1, keys 8, 9 and 13).
var epoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// On gives the date of those numbers; ok is false when there is no such day.
func On(year, month, day int) (d Date, ok bool) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	d = Date{year, month, day}
	return d, t.Year() == year && int(t.Month()) == month && t.Day() == day
}

// DateOf gives the day on which t falls in t's own location.
func DateOf(t time.Time) Date { return Date{t.Year(), int(t.Month()), t.Day()} }

// DateFromDays gives the day that many days after 2000-01-01.
func DateFromDays(n int) Date { return DateOf(epoch.AddDate(0, 0, n)) }

// ParseDate reads 2023-11-20 (ISO 8601) or 20/11/2023.
func ParseDate(s string) (Date, error) {
	var y, m, d int
	if date, ok := isoDate(s); ok {
		return date, nil
	}
	if n, err := fmt.Sscanf(s, "%4d-%2d-%2d", &y, &m, &d); err != nil || n != 3 {
		if n, err := fmt.Sscanf(s, "%2d/%2d/%4d", &d, &m, &y); err != nil || n != 3 {
			return Date{}, fmt.Errorf("parse date %q: want 2023-11-20 or 20/11/2023", s)
		}
	}
	date, ok := On(y, m, d)
	if y < 1000 {
		return Date{}, fmt.Errorf("parse date %q: the year needs four digits", s)
	}
	if !ok || (s != date.ISO() && s != date.String() && s != fmt.Sprintf("%d/%d/%d", d, m, y)) {
		return Date{}, fmt.Errorf("parse date %q: no such day", s)
	}
	return date, nil
}

// isoDate reads the form that the register and all files use, quickly.
func isoDate(s string) (Date, bool) {
	if len(s) != len("2023-11-20") || s[0] == '0' {
		return Date{}, false
	}
	var n int
	for i := range len(s) {
		switch c := s[i]; {
		case i == 4 || i == 7:
			if c != '-' {
				return Date{}, false
			}
		case c < '0' || c > '9':
			return Date{}, false
		default:
			n = 10*n + int(c-'0')
		}
	}
	return On(n/10000, n/100%100, n%100)
}

// IsZero reports whether the date is not stated.
func (d Date) IsZero() bool { return d == Date{} }

// Days counts from 2000-01-01, which is 0.
func (d Date) Days() int { return int(d.time().Sub(epoch) / (24 * time.Hour)) }

// AddDays gives the date n days later.
func (d Date) AddDays(n int) Date { return DateOf(d.time().AddDate(0, 0, n)) }

// AddMonths gives the corresponding day n months later, or the last day of
// that month when it has no such day (Civil Code 2015, Article 148).
func (d Date) AddMonths(n int) Date {
	first := time.Date(d.Year, time.Month(d.Month+n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Date{first.Year(), int(first.Month()), min(d.Day, last)}
}

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// Compare orders dates; the zero Date comes first.
func (d Date) Compare(e Date) int {
	a, b := d.Year*10000+d.Month*100+d.Day, e.Year*10000+e.Month*100+e.Day
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// DaysUntil counts the days from d to e; negative when e is earlier.
func (d Date) DaysUntil(e Date) int { return e.Days() - d.Days() }

// Weekday gives the day of the week.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

// ISO is 2023-11-20.
func (d Date) ISO() string {
	if d.IsZero() {
		return ""
	}
	if d.Year < 1000 || d.Year > 9999 || d.Month < 0 || d.Month > 99 || d.Day < 0 || d.Day > 99 {
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	}
	n, b := d.Year*10000+d.Month*100+d.Day, [...]byte{9: 0}
	for i := len(b) - 1; i >= 0; i-- {
		if i == 4 || i == 7 {
			b[i] = '-'
			continue
		}
		b[i] = byte('0' + n%10)
		n /= 10
	}
	return string(b[:])
}

// String is 20/11/2023, as offices write it in tables.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%02d/%02d/%04d", d.Day, d.Month, d.Year)
}

// Long is "ngày 05 tháng 01 năm 2024": days below 10 and the months 1 and 2
// take a 0, months 3 to 9 do not (Decree 30/2020/NĐ-CP, Annex I).
func (d Date) Long() string {
	if d.IsZero() {
		return ""
	}
	month := fmt.Sprint(d.Month)
	if d.Month < 3 {
		month = "0" + month
	}
	return fmt.Sprintf("ngày %02d tháng %s năm %d", d.Day, month, d.Year)
}

// MarshalText writes ISO 8601; the zero Date is empty.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.ISO()), nil }

// UnmarshalText reads what MarshalText writes, and 20/11/2023.
func (d *Date) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	*d, err = ParseDate(string(b))
	return err
}

func (d Date) time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}
