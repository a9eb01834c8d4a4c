package viet

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Number writes x as Vietnamese does, rounded half away from zero on its
// shortest decimal form: Number(1234.5, 1) = "1.234,5". "–" when x is no number.
func Number(x float64, decimals int) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "–"
	}
	whole, frac := roundDecimal(strconv.FormatFloat(math.Abs(x), 'f', -1, 64), max(decimals, 0))
	s := group(whole)
	if frac != "" {
		s += "," + frac
	}
	if x < 0 && strings.Trim(whole+frac, "0") != "" {
		s = "-" + s
	}
	return s
}

// roundDecimal rounds digits "123.456" to n decimals and parts them.
func roundDecimal(s string, n int) (whole, frac string) {
	whole, frac, _ = strings.Cut(s, ".")
	if len(frac) <= n {
		return whole, frac + strings.Repeat("0", n-len(frac))
	}
	up := frac[n] >= '5'
	d := []byte("0" + whole + frac[:n])
	for i := len(d) - 1; up && i >= 0; i-- {
		if up = d[i] == '9'; up {
			d[i] = '0'
		} else {
			d[i]++
		}
	}
	whole = strings.TrimLeft(string(d[:len(d)-n]), "0")
	if whole == "" {
		whole = "0"
	}
	return whole, string(d[len(d)-n:])
}

// group puts a point between thousands.
func group(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "." + digits[i:]
	}
	return digits
}

// Percent writes a share of 100 with its sign: Percent(67.3, 1) = "67,3%".
func Percent(x float64, decimals int) string { return Number(x, decimals) + "%" }

// Count writes a count by the office's habit: "0", "08", "23", "1.234".
func Count(n int) string {
	if n > 0 && n < 10 {
		return "0" + strconv.Itoa(n)
	}
	if n < 0 {
		return "-" + group(strconv.Itoa(n)[1:])
	}
	return group(strconv.Itoa(n))
}

// ProductsOf is "08 sản phẩm của 05 chủ thể", as annexes write it.
func ProductsOf(products, producers int) string {
	return Count(products) + " sản phẩm của " + Count(producers) + " chủ thể"
}

var digitWords = [...]string{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}

// Words reads n out: "ba", "mười hai", "hai mươi mốt", "một nghìn không trăm linh năm".
func Words(n int) string {
	if n < 0 {
		return "âm " + wordsOf(uint64(-(n+1))+1)
	}
	return wordsOf(uint64(n))
}

// wordsOf reads any count.
func wordsOf(n uint64) string {
	if n == 0 {
		return digitWords[0]
	}
	const billion = 1_000_000_000
	if n >= billion {
		s := wordsOf(n/billion) + " tỷ"
		if rest := n % billion; rest > 0 {
			s += " " + belowBillion(rest, true)
		}
		return s
	}
	return belowBillion(n, false)
}

// belowBillion reads three groups of three; inner groups say their empty
// hundreds ("không trăm linh năm").
func belowBillion(n uint64, inner bool) string {
	var parts []string
	for _, unit := range []struct {
		size uint64
		word string
	}{{1_000_000, " triệu"}, {1_000, " nghìn"}, {1, ""}} {
		if three := n / unit.size % 1000; three > 0 {
			parts = append(parts, threeWords(int(three), inner)+unit.word)
			inner = true
		}
	}
	return strings.Join(parts, " ")
}

func threeWords(n int, inner bool) string {
	h, t, u := n/100, n/10%10, n%10
	var w []string
	if h > 0 || inner {
		w = append(w, digitWords[h], "trăm")
	}
	switch {
	case t > 1:
		w = append(w, digitWords[t], "mươi")
	case t == 1:
		w = append(w, "mười")
	case u > 0 && len(w) > 0:
		w = append(w, "linh")
	}
	switch {
	case u == 0:
	case u == 1 && t > 1:
		w = append(w, "mốt")
	case u == 5 && t > 0:
		w = append(w, "lăm")
	default:
		w = append(w, digitWords[u])
	}
	return strings.Join(w, " ")
}

var romans = []struct {
	value int
	sign  string
}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
	{40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}

// Roman writes n (1 to 3999) in Roman figures; other n in Arabic.
func Roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range romans {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.sign)
		}
	}
	return b.String()
}

// FromRoman reads Roman figures in their standard form, any case.
func FromRoman(s string) (n int, ok bool) {
	rest := strings.ToUpper(s)
	for _, r := range romans {
		for strings.HasPrefix(rest, r.sign) {
			n += r.value
			rest = rest[len(r.sign):]
		}
	}
	return n, rest == "" && n > 0 && n < 4000 && Roman(n) == strings.ToUpper(s)
}

// DateShort is "20/11/2023"; all parts padded.
func DateShort(year, month, day int) string {
	return fmt.Sprintf("%02d/%02d/%04d", day, month, year)
}

// DateLong is "ngày 05 tháng 01 năm 2024", "ngày 29 tháng 6 năm 2024": days
// under 10 and months 1 and 2 get a zero (Decree 30/2020/NĐ-CP, Annex I).
func DateLong(year, month, day int) string {
	m := strconv.Itoa(month)
	if month < 3 {
		m = "0" + m
	}
	return fmt.Sprintf("ngày %02d tháng %s năm %d", day, m, year)
}

// Time is "14h00", "08h30".
func Time(hour, minute int) string { return fmt.Sprintf("%02dh%02d", hour, minute) }
