package workbook

import "strings"

// decimalComma tells whether the numbers of the text have a decimal comma:
// more fields look like 72,5 than like 72.5.
func decimalComma(text string, sep byte) bool {
	r := &textReader{rest: text[:min(len(text), 64<<10)], sep: sep, bud: &budget{lim: DefaultLimits}}
	commas, points := 0, 0
	for r.rest != "" {
		v, _ := r.field()
		if _, ok := plainNumber(v, ','); ok && strings.Contains(v, ",") {
			commas++
		}
		if _, ok := plainNumber(v, '.'); ok && strings.Contains(v, ".") {
			points++
		}
	}
	return commas > points
}

// number reads a field that is a number in the decimal sign of the file. A
// leading zero makes it a code or a telephone number, which stays text.
func (r *textReader) number(v string) (float64, bool) {
	if r.comma {
		return plainNumber(v, ',')
	}
	return plainNumber(v, '.')
}

func plainNumber(v string, point byte) (float64, bool) {
	digits := strings.TrimPrefix(v, "-")
	if digits == "" || len(digits) > 15 || digits[0] == point || digits[len(digits)-1] == point {
		return 0, false
	}
	if len(digits) > 1 && digits[0] == '0' && digits[1] != point {
		return 0, false
	}
	seen := 0
	for i := range len(digits) {
		if digits[i] == point {
			seen++
		} else if digits[i] < '0' || digits[i] > '9' {
			return 0, false
		}
	}
	if seen > 1 {
		return 0, false
	}
	x, err := parseNumber([]byte(strings.Replace(v, string(point), ".", 1)))
	return x, err == nil
}
