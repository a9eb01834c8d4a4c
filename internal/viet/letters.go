package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Upper makes s capitals, in NFC.
func Upper(s string) string { return NFC(strings.ToUpper(NFC(s))) }

// Lower makes s lower case, in NFC.
func Lower(s string) string { return NFC(strings.ToLower(NFC(s))) }

// FirstUpper raises the first letter only and leaves the rest: title case is
// wrong in Vietnamese papers and ruins abbreviations.
func FirstUpper(s string) string {
	s = NFC(s)
	for i, r := range s {
		if unicode.IsLetter(r) {
			return NFC(s[:i] + string(unicode.ToUpper(r)) + s[i+utf8.RuneLen(r):])
		}
		if unicode.IsDigit(r) {
			break
		}
	}
	return s
}

// signs are typographic signs and their plain form.
var signs = map[rune]string{
	'đ': "d", 'Đ': "D", 'ð': "d", 'Ð': "D", 'ø': "o", 'Ø': "O", 'ł': "l", 'Ł': "L", 'ı': "i",
	'æ': "ae", 'Æ': "AE", 'œ': "oe", 'Œ': "OE", 'ß': "ss", 'þ': "th", 'Þ': "Th",
	'“': `"`, '”': `"`, '„': `"`, '«': `"`, '»': `"`, '‘': "'", '’': "'", '‚': "'", '′': "'", '″': `"`,
	'–': "-", '—': "-", '‐': "-", '‑': "-", '‒': "-", '―': "-", '−': "-", '⁄': "/", '∕': "/",
	'×': "x", '÷': "/", '·': ".", '•': "-", '★': "*", '⭐': "*", '₫': "d", '°': "", '±': "+-",
}

// ASCII strips every mark (đ is d) and turns typographic signs into plain ones;
// what has no plain form is dropped. "Chè Ô long – đợt 2" gives "Che O long - dot 2".
// Only printable ASCII comes out.
func ASCII(s string) string {
	if isCleanASCII(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKD.String(replaceSigns(NFC(s))) {
		switch {
		case r >= ' ' && r <= '~':
			b.WriteRune(r)
		case isBlank(r):
			b.WriteByte(' ')
		default:
			b.WriteString(signs[r])
		}
	}
	return b.String()
}

// replaceSigns goes before decomposition, which would tear "½" or "′" apart.
func replaceSigns(s string) string {
	if isCleanASCII(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if p, ok := signs[r]; ok {
			b.WriteString(p)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Slug is ASCII, lower case, with single hyphens between words: "che-o-long-dot-2".
func Slug(s string) string {
	words := strings.FieldsFunc(strings.ToLower(ASCII(s)), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	return strings.Join(words, "-")
}
