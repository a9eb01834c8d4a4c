package layout

import (
	"math"
	"strconv"
	"strings"
	"time"

	"ocoprint/internal/viet"
)

// Day is a calendar day, the date value of Values. A struct with the same
// fields converts to it.
type Day struct{ Year, Month, Day int }

// Date makes Day readable like time.Time.
func (d Day) Date() (int, time.Month, int) { return d.Year, time.Month(d.Month), d.Day }

// dated is what counts as a date value.
type dated interface {
	Date() (int, time.Month, int)
}

// vocabulary are the names that every template may read; papers supplies them
// for a certificate. What a template reads beyond them it declares in "values".
var vocabulary = []string{
	"authority.name", "authority.above", "authority.place",
	"product.name", "product.group",
	"producer.name", "producer.address", "producer.kind",
	"commune", "place", "stars", "stars.words", "score",
	"round.no", "round.year",
	"decision.number", "decision.date", "decision.issuer",
	"number", "id", "id.check", "code",
	"issued.date", "valid.from", "valid.last",
	"sign.lines", "sign.name",
	"verify.url", "verify.host", "verify.line",
	"sample", "copy", "revision",
}

// Vocabulary lists the value names that every template may read, in order.
func Vocabulary() []string { return append([]string(nil), vocabulary...) }

// empty reports whether a value says nothing.
func empty(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return strings.TrimSpace(v) == ""
	case []Values:
		return len(v) == 0
	case dated:
		y, _, _ := v.Date()
		return y == 0
	}
	return false
}

// truth of a value where a condition asks for it alone.
func truth(v any) bool {
	if b, ok := v.(bool); ok {
		return b
	}
	if x, ok := number(v); ok {
		return x != 0
	}
	return !empty(v)
}

// number reads a value as a number: also a text such as "3" or "67,5".
func number(v any) (float64, bool) {
	switch v := v.(type) {
	case int:
		return float64(v), true
	case int64:
		return float64(v), true
	case float64:
		return v, !math.IsNaN(v) && !math.IsInf(v, 0)
	case string:
		s := strings.TrimSpace(v)
		if s == "" || strings.ContainsAny(s, "xXpPnNiI_") {
			return 0, false
		}
		x, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
		return x, err == nil
	}
	return 0, false
}

// day reads a value as a date: also a text such as 2023-11-20 or 20/11/2023.
func day(v any) (Day, bool) {
	switch v := v.(type) {
	case dated:
		y, m, d := v.Date()
		return Day{y, int(m), d}, y != 0
	case string:
		if v = strings.TrimSpace(v); len(v) < 8 || len(v) > 10 || v[0] < '0' || v[0] > '9' {
			return Day{}, false // most texts are not dates
		}
		for _, form := range []string{"2006-01-02", "2/1/2006"} {
			if t, err := time.Parse(form, v); err == nil {
				return Day{t.Year(), int(t.Month()), t.Day()}, true
			}
		}
	}
	return Day{}, false
}

// say writes a value as Vietnamese does.
func say(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case bool:
		if v {
			return "có"
		}
		return "không"
	case int, int64:
		x, _ := number(v)
		return strconv.FormatInt(int64(x), 10)
	case float64:
		return viet.Number(v, decimalsOf(v))
	case dated:
		if d, ok := day(v); ok {
			return viet.DateShort(d.Year, d.Month, d.Day)
		}
	}
	return ""
}

// decimalsOf is how many decimals a number needs, at most three.
func decimalsOf(x float64) int {
	for n := range 3 {
		p := math.Pow10(n)
		if math.Abs(x*p-math.Round(x*p)) < 1e-6 {
			return n
		}
	}
	return 3
}
