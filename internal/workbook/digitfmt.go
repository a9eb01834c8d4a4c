package workbook

import (
	"math"
	"strconv"
	"strings"
)

// general shows a number as the format General does: up to 11 characters, and
// never the noise of binary fractions.
func general(x float64) string {
	a := math.Abs(x)
	if a != 0 && (a >= 1e11 || a < 1e-9) {
		return comma(strconv.FormatFloat(x, 'E', 5, 64))
	}
	whole := 1
	if a >= 1 {
		whole = int(math.Floor(math.Log10(a))) + 1
	}
	s := strconv.FormatFloat(x, 'f', max(0, 10-whole), 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		s = "0"
	}
	return comma(s)
}

func comma(s string) string { return strings.Replace(s, ".", ",", 1) }

// formatDigits shows a number in a section of 0, #, ?, point, thousands,
// percent, exponent and literal text.
func formatDigits(x float64, section string) string {
	var f digitFormat
	f.read(section)
	for range f.percent {
		x *= 100
	}
	for range f.scale {
		x /= 1000
	}
	if f.exponent {
		return f.before + comma(strconv.FormatFloat(x, 'E', f.decimals, 64)) + f.after
	}
	if f.fraction || !f.digits {
		if !f.digits && (f.before != "" || f.after != "") {
			return f.before + f.after
		}
		return f.before + general(x) + f.after
	}
	sign := ""
	if x < 0 {
		sign, x = "-", -x
	}
	s := strconv.FormatFloat(roundHalfUp(x, f.decimals), 'f', f.decimals, 64)
	head, tail, _ := strings.Cut(s, ".")
	for len(tail) > f.minDecimals && strings.HasSuffix(tail, "0") {
		tail = tail[:len(tail)-1]
	}
	if head == "0" && f.minWhole == 0 {
		head = ""
	}
	head = strings.Repeat("0", max(0, f.minWhole-len(head))) + head
	if f.thousands {
		head = group(head)
	}
	if tail != "" {
		head += "," + tail
	}
	if strings.Trim(head, "0,.") == "" {
		sign = ""
	}
	return sign + f.before + head + f.after
}

// literals gives the fixed text of a piece of a format code.
func literals(piece string) string {
	var f digitFormat
	f.read(piece)
	return f.before
}

// roundHalfUp rounds as Excel shows: on the decimal digits of the number, half
// away from zero.
func roundHalfUp(x float64, decimals int) float64 {
	if decimals > 15 || math.Abs(x) > 1e15 {
		return x
	}
	exact, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 15, 64), 64)
	if err != nil {
		return x
	}
	scale := math.Pow(10, float64(decimals))
	r := math.Round(math.Round(exact*scale*1e4)/1e4) / scale
	if math.IsInf(r, 0) || math.IsNaN(r) {
		return x
	}
	return r
}

func group(head string) string {
	var b strings.Builder
	for i, c := range head {
		if i > 0 && (len(head)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// digitFormat is what a section of a number format asks for.
type digitFormat struct {
	before, after         string
	minWhole              int
	decimals, minDecimals int
	digits, point         bool
	thousands, exponent   bool
	fraction              bool
	percent, scale        int
}

func (f *digitFormat) read(section string) {
	pendingComma := 0
	literal := func(s string) {
		if f.digits {
			f.after += s
		} else {
			f.before += s
		}
	}
	scanFormat(section, func(kind byte, at, end int) {
		piece := section[at:end]
		switch kind {
		case '0', '#', '?':
			f.digits = true
			if pendingComma > 0 && !f.point {
				f.thousands = true
			}
			pendingComma = 0
			switch {
			case f.exponent:
			case f.point:
				f.decimals++
				if kind == '0' {
					f.minDecimals = f.decimals
				}
			case kind == '0' || f.minWhole > 0:
				f.minWhole++
			}
		case '.':
			f.point = true
		case ',':
			pendingComma++
		case '%':
			f.percent++
			literal("%")
		case 'E', 'e':
			f.exponent = true
		case '+', '-', '(', ')', ' ', ':', '$', '/', '!', '&', '\'', '~', '{', '}', '<', '=', '>', '^':
			if kind == '/' && f.digits {
				f.fraction = true
			} else if !(f.exponent && (kind == '+' || kind == '-')) {
				literal(piece)
			}
		case 'l':
			literal(strings.Trim(strings.TrimPrefix(piece, `\`), `"`))
		case '_':
			literal(" ")
		case '[':
			if strings.HasPrefix(piece, "[$") { // a currency sign, with or without a locale
				sign, _, _ := strings.Cut(strings.Trim(piece, "[$]"), "-")
				literal(sign)
			}
		case '*', '@':
		default:
			literal(piece)
		}
	})
	f.scale = pendingComma
	f.decimals = min(f.decimals, 30)
	f.minWhole = min(f.minWhole, 30)
	f.percent, f.scale = min(f.percent, 4), min(f.scale, 4)
}
