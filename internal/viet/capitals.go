package viet

import (
	"strings"
)

// raiseCapitals decodes word by word and gives capitals their tones back: a font
// made them, the text holds small letters. Sure when the word has two ASCII
// capitals and no small one, or a small toned letter before a capital; a word
// like "Hµ" (Hà) is raised only when the whole text has no small ASCII letter and
// some sure word of it is a syllable ("X· PA ñ", but not "HTX Hµ").
func raiseCapitals(s string, decode func(string) string) string {
	shout := shouts(s, decode)
	var out strings.Builder
	for len(s) > 0 {
		n := strings.IndexFunc(s, notOldLetter)
		if n < 0 {
			n = len(s)
		}
		word := s[:n]
		small, capitals := asciiCase(word)
		word = decode(word)
		if small == 0 && (capitals > 1 || shout || capitals == 1 && capitalInside(s[:n])) {
			word = Upper(word)
		}
		out.WriteString(word)
		s = s[n:]
		m := strings.IndexFunc(s, func(r rune) bool { return !notOldLetter(r) })
		if m < 0 {
			m = len(s)
		}
		out.WriteString(s[:m])
		s = s[m:]
	}
	return out.String()
}

// shouts: no small ASCII letter anywhere, and a syllable in sure capitals.
func shouts(s string, decode func(string) string) bool {
	if small, capitals := asciiCase(s); small > 0 || capitals < 2 {
		return false
	}
	for _, w := range strings.FieldsFunc(s, notOldLetter) {
		if _, capitals := asciiCase(w); capitals > 1 && IsSyllable(decode(w)) {
			return true
		}
	}
	return false
}

// notOldLetter parts words of an 8-bit font: ASCII signs and blanks only, any
// other byte may be a letter.
func notOldLetter(r rune) bool {
	return r < 0x80 && !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') || r == 0xA0
}

func asciiCase(s string) (small, capitals int) {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case isLower(c):
			small++
		case c >= 'A' && c <= 'Z':
			capitals++
		}
	}
	return small, capitals
}

// capitalInside: the word's only capital stands behind a letter of the charset.
func capitalInside(word string) bool {
	at := strings.IndexFunc(word, func(r rune) bool { return r >= 'A' && r <= 'Z' })
	return strings.ContainsFunc(word[:at], func(r rune) bool { return r >= 0xA0 && r != 0xA7 })
}
