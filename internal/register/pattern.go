package register

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// PatternBad: the number pattern cannot be read.
var PatternBad = message.Define("number-pattern-bad",
	"Mẫu số “{pattern}” không dùng được: {why}.", "The number pattern “{pattern}” cannot be used: {why}.").
	Hint("Viết như {stt:02}/{nam}/GCN-UBND. Ô dùng được: {stt} {nam} {nam_dot} {nam_qd} {thang} {dot} {sao} {ma} {qd}.",
		"Write it like {stt:02}/{nam}/GCN-UBND. Blanks: {stt} {nam} {nam_dot} {nam_qd} {thang} {dot} {sao} {ma} {qd}.")

var (
	patternNoStt   = message.Define("pattern-no-stt", "cần đúng một ô {stt}", "exactly one blank {stt} is needed")
	patternUnknown = message.Define("pattern-unknown-blank", "không có ô “{name}”", "there is no blank “{name}”")
	patternOpen    = message.Define("pattern-open", "thiếu dấu ngoặc nhọn", "a brace is missing")
	patternGlued   = message.Define("pattern-glued", "ô {stt} phải tách khỏi chữ số khác", "the blank {stt} must be apart from other digits")
	patternLong    = message.Define("pattern-long", "dài quá 60 chữ hoặc có chữ không in được", "longer than 60 characters, or not printable")
)

// Pattern is how an office writes its numbers: "{stt:02}/{nam}/GCN-UBND".
//
// Blanks: {stt} the number, {stt:02} with at least two digits; {nam} year of
// issue, {nam:2} its last two digits; {nam_dot} year of the round; {nam_qd}
// year of the decision; {thang} month of issue; {dot} round; {sao} stars;
// {ma} the authority's prefix; {qd} the decision's number before the slash.
// Numbers run in one series for each different value of the other blanks.
type Pattern struct{ parts []patternPart }

type patternPart struct {
	text, name string // one of them
	width      int
}

// DefaultPattern is used when the office has not said anything.
const DefaultPattern = "{stt:02}/{nam}/GCN-UBND"

var blanks = map[string]func(c ocop.Certificate, width int) string{
	"stt":     nil,
	"nam":     func(c ocop.Certificate, w int) string { return year(c.IssuedOn.Year, w) },
	"nam_dot": func(c ocop.Certificate, w int) string { return year(c.Round.Year, w) },
	"nam_qd":  func(c ocop.Certificate, w int) string { return year(c.Decision.Date.Year, w) },
	"thang":   func(c ocop.Certificate, w int) string { return padded(c.IssuedOn.Month, w) },
	"dot":     func(c ocop.Certificate, w int) string { return padded(c.Round.No, w) },
	"sao":     func(c ocop.Certificate, w int) string { return padded(int(c.Stars), w) },
	"ma":      func(c ocop.Certificate, _ int) string { return c.Authority.Prefix },
	"qd": func(c ocop.Certificate, _ int) string {
		number, _, _ := strings.Cut(c.Decision.Number, "/")
		return strings.TrimSpace(number)
	},
}

// ParsePattern reads a pattern; "" is DefaultPattern. What is wrong with it is
// PatternBad.
func ParsePattern(s string) (Pattern, error) {
	if s == "" {
		s = DefaultPattern
	}
	p, why := parsePattern(s)
	if why.Text != nil {
		return Pattern{}, PatternBad.With("pattern", s, "why", why).Err()
	}
	return p, nil
}

func parsePattern(s string) (p Pattern, why message.Message) {
	if utf8.RuneCountInString(s) > 60 || strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return p, patternLong.With()
	}
	for rest := s; rest != ""; {
		open := strings.IndexAny(rest, "{}")
		if open < 0 {
			p.parts = append(p.parts, patternPart{text: rest})
			break
		}
		end := strings.IndexByte(rest, '}')
		if rest[open] == '}' || end < 0 {
			return p, patternOpen.With()
		}
		if open > 0 {
			p.parts = append(p.parts, patternPart{text: rest[:open]})
		}
		name, width, _ := strings.Cut(rest[open+1:end], ":")
		w, err := strconv.Atoi(width)
		if _, known := blanks[name]; !known || (width != "" && (err != nil || w < 0 || w > 9)) {
			return p, patternUnknown.With("name", rest[open+1:end])
		}
		p.parts = append(p.parts, patternPart{name: name, width: w})
		rest = rest[end+1:]
	}
	return p, p.fault()
}

// fault: one {stt}, and no digit touches it, so that a number is read back in
// one way only and no two series can write the same number.
func (p Pattern) fault() (why message.Message) {
	at, count := 0, 0
	for i, part := range p.parts {
		if part.name == "stt" {
			at, count = i, count+1
		}
	}
	if count != 1 {
		return patternNoStt.With()
	}
	if at > 0 && !apart(p.parts[at-1], true) || at < len(p.parts)-1 && !apart(p.parts[at+1], false) {
		return patternGlued.With()
	}
	return why
}

func apart(p patternPart, before bool) bool {
	if p.name != "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(p.text)
	if before {
		r, _ = utf8.DecodeLastRuneInString(p.text)
	}
	return !unicode.IsDigit(r)
}

// Number writes the number seq for a certificate.
func (p Pattern) Number(c ocop.Certificate, seq int) string {
	return p.write(c, func(width int) string { return padded(seq, width) })
}

// Series names the series that a certificate's number belongs to: the
// authority and everything of the number but its {stt}, which is "#".
func (p Pattern) Series(c ocop.Certificate) string {
	return c.Authority.Code + "|" + p.write(c, func(int) string { return "#" })
}

// Preview shows the first numbers for a certificate.
func (p Pattern) Preview(c ocop.Certificate, first, n int) []string {
	var all []string
	for i := range n {
		all = append(all, p.Number(c, max(first, 1)+i))
	}
	return all
}

// Seq reads the sequence number back from a written number.
func (p Pattern) Seq(c ocop.Certificate, number string) (seq int, ok bool) {
	before, after, _ := strings.Cut(p.write(c, func(int) string { return "\x00" }), "\x00")
	digits, ok1 := strings.CutPrefix(number, before)
	digits, ok2 := strings.CutSuffix(digits, after)
	seq, err := strconv.Atoi(digits)
	ok = ok1 && ok2 && err == nil && seq > 0 && strings.TrimLeft(digits, "0123456789") == ""
	return seq, ok
}

func (p Pattern) write(c ocop.Certificate, stt func(width int) string) string {
	var b strings.Builder
	for _, part := range p.parts {
		switch {
		case part.name == "":
			b.WriteString(part.text)
		case part.name == "stt":
			b.WriteString(stt(part.width))
		default:
			b.WriteString(blanks[part.name](c, part.width))
		}
	}
	return b.String()
}

func padded(n, width int) string { return fmt.Sprintf("%0*d", width, n) }

func year(y, width int) string {
	if width == 2 {
		return fmt.Sprintf("%02d", y%100)
	}
	return strconv.Itoa(y)
}

// seriesNumber writes a number of a series without a certificate: for numbers
// that were closed or lost.
func seriesNumber(series string, seq int) string {
	_, number, _ := strings.Cut(series, "|")
	return strings.Replace(number, "#", fmt.Sprintf("%02d", seq), 1)
}

// seriesAuthority is the code of the authority that a series belongs to.
func seriesAuthority(series string) string {
	code, _, _ := strings.Cut(series, "|")
	return code
}
