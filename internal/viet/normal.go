package viet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// NFC returns s in Unicode normal form C, the form of everything we keep or print.
func NFC(s string) string { return norm.NFC.String(s) }

// IsNFC says whether s is already in normal form C.
func IsNFC(s string) bool { return norm.NFC.IsNormalString(s) }

// Clean returns s as one clean line: NFC, every Unicode blank, tab and line
// break one space, zero-width and bidi marks, soft hyphens, BOM, variation
// selectors and controls removed, full-width letters ASCII, the fraction slash a
// slash, Ð/ð (U+00D0, U+00F0) turned into Đ/đ where the neighbours are
// Vietnamese, trimmed.
// Decode old encodings first: TCVN3 uses U+00AD as a letter.
func Clean(s string) string {
	if isCleanASCII(s) {
		return s
	}
	if isTidy(s) {
		return fixEth(NFC(s))
	}
	return fixEth(NFC(strings.TrimSuffix(squeeze(s), " ")))
}

// CleanLines is [Clean] line by line: line breaks stay as \n, blank lines at
// either end go.
func CleanLines(s string) string {
	s = lineBreaks.Replace(s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = Clean(l)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n",
	"\u0085", "\n", "\u2028", "\n", "\u2029", "\n", "_x000D_\n", "\n")

// isCleanASCII is the short cut for the commonest cells: codes, numbers, dates.
func isCleanASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c > '~' || c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			return false
		}
	}
	return true
}

// isTidy: single blanks and letters of the usual blocks only, as in most cells;
// squeeze has nothing to do. What it does not know is not tidy.
func isTidy(s string) bool {
	last := ' '
	for _, r := range s {
		known := r >= ' ' && r < 0x7F || r > 0xAD && r < 0x300 || r >= 0x1E00 && r <= 0x1EFF || r == '–'
		if !known || r == ' ' && last == ' ' {
			return false
		}
		last = r
	}
	return last != ' '
}

// squeeze drops what cannot be seen and makes blanks single.
func squeeze(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	blank := true // at the start: leading blanks go
	for _, r := range s {
		switch {
		case isBlank(r):
			if !blank {
				b.WriteByte(' ')
			}
			blank = true
			continue
		case invisible(r):
			continue
		case r >= 0xFF01 && r <= 0xFF5E:
			r -= 0xFEE0
		case r == 0x2044 || r == 0x2215:
			r = '/'
		}
		b.WriteRune(r)
		blank = false
	}
	return b.String()
}

// isBlank: every white space of Unicode and the blanks that are no white space
// to Unicode (braille blank, Hangul fillers).
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == 0x2800 || r == 0x3164 || r == 0x115F || r == 0x1160 || r == 0xFFA0
}

func invisible(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7F && r < 0xA0, r == 0xAD, r == 0x034F, r == 0x061C, r == 0x180E, r == 0xFEFF:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F:
		return true
	case r >= 0xFE00 && r <= 0xFE0F, r >= 0xFFF9 && r <= 0xFFFB, r >= 0xE0000 && r <= 0xE0FFF:
		return true
	}
	return false
}

// fixEth turns the Icelandic letter eth, which some keyboards give for đ, back:
// at the start of a word, in a word of capitals (QÐ-UBND), or where it makes a
// legal syllable. "Guðmundur" stays.
func fixEth(s string) string {
	if !strings.ContainsAny(s, "Ðð") {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
		if n < 0 {
			n = len(s)
		}
		b.WriteString(ethWord(s[:n]))
		s = s[n:]
		m := strings.IndexFunc(s, unicode.IsLetter)
		if m < 0 {
			m = len(s)
		}
		b.WriteString(s[:m])
		s = s[m:]
	}
	return b.String()
}

func ethWord(w string) string {
	if !strings.ContainsAny(w, "Ðð") {
		return w
	}
	fixed := strings.NewReplacer("Ð", "Đ", "ð", "đ").Replace(w)
	if strings.HasPrefix(fixed, "Đ") || strings.HasPrefix(fixed, "đ") || fixed == strings.ToUpper(fixed) || IsSyllable(fixed) {
		return fixed
	}
	return w
}
