package layout

import (
	"fmt"
	"strings"

	"ocoprint/internal/viet"
)

// filters turn a value into another; false when it cannot be.
var filters = map[string]func(v any, arg string) (any, bool){
	"upper":   func(v any, _ string) (any, bool) { return viet.Upper(say(v)), true },
	"lower":   func(v any, _ string) (any, bool) { return viet.Lower(say(v)), true },
	"trim":    func(v any, _ string) (any, bool) { return strings.Join(strings.Fields(say(v)), " "), true },
	"nbsp":    func(v any, _ string) (any, bool) { return strings.ReplaceAll(say(v), " ", "\u00a0"), true },
	"date":    filterDate,
	"number":  filterNumber,
	"words":   filterWords,
	"default": filterDefault,
}

func filterNames() []string {
	return []string{"upper", "lower", "trim", "date", "number", "words", "nbsp", "default"}
}

func filterDefault(v any, arg string) (any, bool) {
	if empty(v) {
		return arg, true
	}
	return v, true
}

func filterWords(v any, _ string) (any, bool) {
	x, ok := number(v)
	if !ok || x != float64(int(x)) {
		return nil, false
	}
	return viet.Words(int(x)), true
}

// filterNumber writes a number by a picture of it: "00" is 08, "0,0" is 67,5;
// without one, as many decimals as it has.
func filterNumber(v any, picture string) (any, bool) {
	x, ok := number(v)
	if !ok {
		return nil, false
	}
	whole, dec, _ := strings.Cut(picture, ",")
	n := len(dec)
	if picture == "" {
		n = decimalsOf(x)
	}
	s := viet.Number(x, n)
	digits, _, _ := strings.Cut(s, ",")
	if pad := len(whole) - len(digits); pad > 0 && x >= 0 {
		s = strings.Repeat("0", min(pad, 20)) + s
	}
	return s, true
}

// filterDate writes a date by a pattern of d dd m mm yy yyyy, and D, M as
// Decree 30/2020/NĐ-CP writes day and month (05, 01 and 02, but 3–9); other
// words stand for themselves. "long" is the whole form “ngày … tháng … năm …”.
func filterDate(v any, pattern string) (any, bool) {
	d, ok := day(v)
	if !ok {
		return nil, false
	}
	if pattern == "long" {
		return viet.DateLong(d.Year, d.Month, d.Day), true
	}
	var b strings.Builder
	for i := 0; i < len(pattern); {
		j := i
		for j < len(pattern) && (pattern[j] >= 0x80 || isLetter(pattern[j])) {
			j++
		}
		if j == i {
			b.WriteByte(pattern[i])
			i++
			continue
		}
		b.WriteString(dateWord(pattern[i:j], d))
		i = j
	}
	return b.String(), true
}

func dateWord(w string, d Day) string {
	switch w {
	case "d":
		return fmt.Sprint(d.Day)
	case "dd", "D":
		return fmt.Sprintf("%02d", d.Day)
	case "m":
		return fmt.Sprint(d.Month)
	case "mm":
		return fmt.Sprintf("%02d", d.Month)
	case "M":
		if d.Month <= 2 {
			return fmt.Sprintf("%02d", d.Month)
		}
		return fmt.Sprint(d.Month)
	case "yy":
		return fmt.Sprintf("%02d", d.Year%100)
	case "yyyy":
		return fmt.Sprint(d.Year)
	}
	return w
}
