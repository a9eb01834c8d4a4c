package workbook

import (
	"fmt"
	"math"
	"strings"
)

// formatDate shows a serial in a date format. Month and day names are
// Vietnamese, as an office's PC shows them; m is minutes beside hours or
// seconds (ECMA-376 part 1, 18.8.31).
func formatDate(x float64, section string, date1904 bool) (string, bool) {
	m, ok := DateOf(x, date1904)
	if !ok {
		return "", false
	}
	pieces := datePieces(section)
	half := false
	for _, p := range pieces {
		half = half || p.kind == 'a'
	}
	var b strings.Builder
	for i, p := range pieces {
		if p.kind == 'm' && isMinute(pieces, i) {
			p.kind = 'n'
		}
		b.WriteString(p.show(m, x, half))
	}
	return b.String(), true
}

// datePiece is a stretch of one letter, or literal text.
type datePiece struct {
	kind    byte // y m d h s n (minute) a (AM/PM) l (literal) f (fraction of a second)
	n       int
	text    string
	elapsed bool // [h]: may run beyond 24
}

func datePieces(section string) []datePiece {
	var out []datePiece
	skip := 0
	scanFormat(section, func(kind byte, at, end int) {
		if at < skip {
			return
		}
		piece := section[at:end]
		lower := kind | 0x20
		switch {
		case strings.IndexByte("ymdhs", lower) >= 0 && kind >= 'A':
			if n := len(out); n > 0 && out[n-1].kind == lower && !out[n-1].elapsed {
				out[n-1].n++
			} else {
				out = append(out, datePiece{kind: lower, n: 1})
			}
		case lower == 'a' && hasFold(section[at:], "AM/PM"):
			out, skip = append(out, datePiece{kind: 'a', n: 2}), at+5
		case lower == 'a' && hasFold(section[at:], "A/P"):
			out, skip = append(out, datePiece{kind: 'a', n: 1}), at+3
		case kind == '[':
			inner := strings.ToLower(strings.Trim(piece, "[]"))
			if inner != "" && strings.Trim(inner, inner[:1]) == "" && strings.Contains("hms", inner[:1]) {
				out = append(out, datePiece{kind: inner[0], n: len(inner), elapsed: true})
			}
		case kind == 'l':
			out = append(out, datePiece{kind: 'l', text: strings.Trim(strings.TrimPrefix(piece, `\`), `"`)})
		case kind == '.' && strings.HasPrefix(section[end:], "0"):
			out = append(out, datePiece{kind: 'f', n: len(section[end:]) - len(strings.TrimLeft(section[end:], "0"))})
			skip = end + out[len(out)-1].n
		case kind == '_':
			out = append(out, datePiece{kind: 'l', text: " "})
		case kind == '*' || kind == '@' || kind == ';':
		default:
			out = append(out, datePiece{kind: 'l', text: piece})
		}
	})
	return out
}

func hasFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// isMinute tells whether the m at i stands beside hours or seconds.
func isMinute(pieces []datePiece, i int) bool {
	if pieces[i].n > 2 {
		return false
	}
	for j := i - 1; j >= 0; j-- {
		if k := pieces[j].kind; k != 'l' && k != 'a' {
			if k == 'h' {
				return true
			}
			break
		}
	}
	for j := i + 1; j < len(pieces); j++ {
		if k := pieces[j].kind; k != 'l' && k != 'a' {
			return k == 's'
		}
	}
	return pieces[i].elapsed
}

var weekdays = [7]string{"Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"}
var weekdaysShort = [7]string{"CN", "T2", "T3", "T4", "T5", "T6", "T7"}

func (p datePiece) show(m Moment, x float64, half bool) string {
	switch p.kind {
	case 'l':
		return p.text
	case 'y':
		if p.n <= 2 {
			return fmt.Sprintf("%02d", m.Year%100)
		}
		return fmt.Sprintf("%04d", m.Year)
	case 'm':
		switch p.n {
		case 1:
			return fmt.Sprint(m.Month)
		case 2:
			return fmt.Sprintf("%02d", m.Month)
		case 3:
			return fmt.Sprintf("Thg%d", m.Month)
		}
		return fmt.Sprintf("Tháng %d", m.Month)
	case 'd':
		switch p.n {
		case 1:
			return fmt.Sprint(m.Day)
		case 2:
			return fmt.Sprintf("%02d", m.Day)
		}
		day := (daysFrom(m.Year, m.Month, m.Day) + 7*700000 + 4) % 7 // 1970-01-01 was a Thursday
		if p.n == 3 {
			return weekdaysShort[day]
		}
		return weekdays[day]
	case 'a':
		s := "AM"
		if m.Hour >= 12 {
			s = "PM"
		}
		return s[:p.n]
	case 'f':
		return "," + strings.Repeat("0", min(p.n, 9))
	}
	return p.clock(m, x, half)
}

// clock shows hours, minutes and seconds.
func (p datePiece) clock(m Moment, x float64, half bool) string {
	n := 0
	seconds := math.Round(x * daySeconds)
	switch {
	case p.kind == 'h' && p.elapsed:
		n = int(seconds / 3600)
	case p.kind == 'n' && p.elapsed:
		n = int(seconds / 60)
	case p.kind == 's' && p.elapsed:
		n = int(seconds)
	case p.kind == 'h':
		if n = m.Hour; half {
			n = (n+11)%12 + 1
		}
	case p.kind == 'n':
		n = m.Minute
	default:
		n = m.Second
	}
	if p.n >= 2 {
		return fmt.Sprintf("%02d", n)
	}
	return fmt.Sprint(n)
}
