package intake

import (
	"strings"
	"unicode"

	"ocoprint/internal/viet"
)

// repairUTF8 undoes UTF-8 that was read as windows-1252, once or twice, when
// the whole text is such and reads better for it.
func repairUTF8(s string) (string, bool) {
	if !strings.ContainsAny(s, "ÃÄÅÆáÂâ") {
		return s, false
	}
	text := s
	for range 2 {
		next := viet.Decode(viet.Mojibake, text)
		if next == viet.NFC(text) {
			break
		}
		text = next
	}
	if text == s || text == viet.NFC(s) || strings.ContainsRune(text, unicode.ReplacementChar) {
		return s, false
	}
	return text, viet.SyllableShare(text) > viet.SyllableShare(viet.NFC(s)) || len([]rune(text)) < len([]rune(s))
}

// garbled reports text that no vote could repair: lost letters ("Ch? Shan",
// U+FFFD), or letters that no Vietnamese text has.
func garbled(s string) bool {
	if strings.ContainsRune(s, unicode.ReplacementChar) {
		return true
	}
	rs := []rune(s)
	for i, r := range rs {
		if r != '?' || i == 0 || !unicode.IsLetter(rs[i-1]) {
			continue
		}
		if i+1 < len(rs) && unicode.IsLetter(rs[i+1]) {
			return true // "H?p"
		}
		start := i
		for start > 0 && unicode.IsLetter(rs[start-1]) {
			start--
		}
		if !viet.IsSyllable(string(rs[start:i])) && i+1 < len(rs) {
			return true // "Ch? Shan"
		}
	}
	return !isASCII(s) && oddLetters(s) && viet.SyllableShare(s) < 0.6
}

// oddLetters reports a letter or sign that Vietnamese text does not have but
// the old charsets show everywhere: ¸ µ § « ® ï ø û ö.
func oddLetters(s string) bool {
	for _, r := range s {
		if r >= 0x80 && r < 0x250 && !vietnamese(r) && !commonSign(r) {
			return true
		}
		if r >= 0x2C6 && r <= 0x2DC || r == 'ƒ' || r == '‰' || r == '‹' || r == '›' || r == 'Œ' || r == 'œ' || r == '™' || r == '€' {
			return true
		}
	}
	return false
}

func commonSign(r rune) bool {
	return strings.ContainsRune("\u00a0·°×½¼¾²³«»®©§", r) && r != '§' && r != '«' && r != '®'
}

func vietnamese(r rune) bool {
	return strings.ContainsRune("àáâãèéêìíòóôõùúýăđĩũơưÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ", r)
}

// hasUnicodeLetter reports a letter that no 8-bit view shows: ạ, ế, …
func hasUnicodeLetter(s string) bool {
	for _, r := range s {
		if r >= 0x1EA0 && r <= 0x1EF9 {
			return true
		}
	}
	return false
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func specialFont(font string) bool {
	if font == "" || font[0] != '.' && font[0] != 'V' && font[0] != 'v' && font[0] != 'W' && font[0] != 'w' && font[0] != 'S' && font[0] != 's' && font[0] != ' ' {
		return false
	}
	cs, _ := viet.CharsetOfFont(font)
	return cs != viet.Unicode || symbolFont(font)
}

func sameFont(a, b string) bool {
	ca, ua := viet.CharsetOfFont(a)
	cb, ub := viet.CharsetOfFont(b)
	return ca == cb && ua == ub && symbolFont(a) == symbolFont(b)
}

func symbolFont(font string) bool {
	f := strings.ToLower(strings.TrimSpace(font))
	return strings.HasPrefix(f, "wingdings") || strings.HasPrefix(f, "webdings") || f == "symbol"
}

// The pictures that offices use from symbol fonts, as Unicode.
var (
	wingdings  = map[rune]rune{'ü': '✓', 'þ': '☑', 'û': '✗', 'ý': '☒', 'x': '☒', '¨': '☐', 'o': '☐', 'l': '●', 'n': '■', '«': '★', '¶': '★', '°': '☆', 'F': '☞'}
	wingdings2 = map[rune]rune{'P': '✓', 'R': '☑', 'O': '✗', 'Q': '☒', 'S': '☒', 'T': '☒', '£': '☐', '*': '☐'}
	webdings   = map[rune]rune{'a': '✓', 'r': '✗', 'c': '☐', 'g': '■'}
)

func symbols(font, s string) string {
	table := wingdings
	switch f := strings.ToLower(strings.TrimSpace(font)); {
	case strings.HasPrefix(f, "wingdings 2"):
		table = wingdings2
	case strings.HasPrefix(f, "webdings"):
		table = webdings
	}
	return strings.Map(func(r rune) rune {
		if r >= 0xF020 && r <= 0xF0FF { // where Word and Excel keep symbol fonts
			r -= 0xF000
		}
		if m, ok := table[r]; ok {
			return m
		}
		return r
	}, s)
}
