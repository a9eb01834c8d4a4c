package workbook

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"
)

// widths takes the given widths and measures the others: wide enough for the
// longest word and for most of the texts, so that rows stay low.
func (t Table) widths() []float64 {
	out := make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		if out[i] = c.Width; c.Width > 0 {
			out[i] = min(c.Width, 255)
			continue
		}
		word, text := longest(c.Header)
		text = min(text, 14)
		for _, r := range t.Rows {
			if i < len(r.Cells) && !r.Section {
				w, n := longest(fmt.Sprint(orEmpty(r.Cells[i])))
				word, text = max(word, w), max(text, n)
			}
		}
		out[i] = math.Min(60, math.Ceil(math.Max(float64(word), math.Min(float64(text), 32))*1.15+1.5))
	}
	return out
}

func orEmpty(v any) any {
	switch v := v.(type) {
	case nil:
		return ""
	case Moment:
		return "20/11/2023"
	default:
		return v
	}
}

// longest gives the characters of the longest word and of the longest line.
func longest(s string) (word, line int) {
	for l := range strings.Lines(s) {
		line = max(line, utf8.RuneCountInString(strings.TrimSpace(l)))
		for f := range strings.FieldsSeq(l) {
			word = max(word, utf8.RuneCountInString(f))
		}
	}
	return word, line
}

// linesOf reckons how many lines a text takes in a width of characters.
func linesOf(s string, width float64) int {
	n := 0
	for l := range strings.Lines(s + "\n") {
		n += max(1, int(math.Ceil(float64(utf8.RuneCountInString(strings.TrimSpace(l)))*1.1/math.Max(width, 1))))
	}
	return n
}

func sum(v []float64) (total float64) {
	for _, x := range v {
		total += x
	}
	return total
}
