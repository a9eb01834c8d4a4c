package viet

import (
	"strings"
	"unicode"
)

// Key is the identity key of a name: two texts with one key are one thing in
// the register. It ignores normal form, case, extra spaces, punctuation, the
// place of the tone mark (hòa, hoà), i/y (lý, lí; Quy, Qui) and the abbreviation
// of a legal form (HTX, Cty TNHH MTV, ...). Marks are kept: "Lạ" is not "La".
// Words are parted by single spaces, figures from letters too ("500g", "500 g").
func Key(s string) string {
	words := keyWords(s)
	for i, w := range words {
		words[i] = foldWord(w)
	}
	return strings.Join(expandLegal(words), " ")
}

// SearchKey is the key for search and "giống nhau?": [Key] without any marks
// (đ is d), words parted by single spaces. Compare also [SearchTight].
func SearchKey(s string) string {
	words := strings.Fields(ASCII(Key(s)))
	for i, w := range words {
		words[i] = foldPlainY(w)
	}
	return strings.Join(expandPlain(words), " ")
}

// SearchTight is [SearchKey] without spaces and with doubled letters made
// single, so that "mac ca", "mắc-ca", "macca" and "mắcca" meet.
func SearchTight(s string) string {
	var b strings.Builder
	var last rune
	for _, r := range SearchKey(s) {
		if r == ' ' {
			continue
		}
		if r != last || r >= '0' && r <= '9' {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// keyWords cleans s and cuts it into lower-case runs of letters and runs of
// figures. "&" is "và"; "+" and "%" stay, they tell products apart.
func keyWords(s string) []string {
	var words []string
	var cur strings.Builder
	kind := 0 // 1 letters, 2 figures
	flush := func() {
		if cur.Len() > 0 {
			words = append(words, cur.String())
			cur.Reset()
		}
	}
	for _, r := range lowerNFC(Clean(s)) {
		k := kindOf(r)
		if k != kind || k == 3 {
			flush()
		}
		kind = k
		switch {
		case r == '&':
			words = append(words, "và")
		case k != 0:
			cur.WriteRune(r)
		}
	}
	flush()
	return words
}

// lowerNFC is [Lower] for a text in NFC; only letters from elsewhere can leave it.
func lowerNFC(s string) string {
	low := strings.ToLower(s)
	for _, r := range low {
		if r >= 0x200 && (r < 0x1E00 || r > 0x1EFF) {
			return NFC(low)
		}
	}
	return low
}

func kindOf(r rune) int {
	switch {
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return 1
	case unicode.IsDigit(r) || unicode.IsNumber(r):
		return 2
	case r == '+' || r == '%':
		return 3
	}
	return 0
}

// foldWord gives a lower-case syllable one spelling: tone in the new place, i for a final y
// that stands alone after its onset. Other words stay.
func foldWord(w string) string {
	y, ok := parse(w)
	if !ok {
		return w
	}
	r := y.rime
	if !strings.Contains(r, "y") && (y.tone == ngang || y.place >= 0 && y.rule.places>>y.place == 1) {
		return w // spelled that way already
	}
	if r == "y" || y.onset == "qu" && r[0] == 'y' && !strings.HasPrefix(r, "yE") {
		r = "i" + r[1:]
	}
	return spell(y.onset, r, y.tone)
}

// spell writes a syllable with its tone in the last legal place (hoà, thuý).
func spell(onset, r string, t tone) string {
	places := tonePlaces(r)
	var b strings.Builder
	for i := range len(onset) {
		b.WriteRune(compose(onset[i], ngang))
	}
	for i := range len(r) {
		if places&(1<<i) != 0 && places>>(i+1) == 0 {
			b.WriteRune(compose(r[i], t))
		} else {
			b.WriteRune(compose(r[i], ngang))
		}
	}
	return b.String()
}

// foldPlainY is the i/y rule of foldWord for words that have lost their marks or
// never had any.
func foldPlainY(w string) string {
	if strings.HasPrefix(w, "quy") && !strings.HasPrefix(w, "quye") && w != "quyu" {
		return "qui" + w[3:]
	}
	if strings.HasSuffix(w, "y") && !strings.ContainsAny(w[:len(w)-1], "aeiouy") {
		return w[:len(w)-1] + "i"
	}
	return w
}

// Fold is the key for matching headings: lower case, no marks, đ is d,
// punctuation and line breaks become one space, points of an abbreviation
// nothing ("S.T.T" is "stt"). Nothing is expanded. A text of "#" alone stays.
func Fold(s string) string {
	t := strings.ToLower(ASCII(Clean(s)))
	if t == "#" {
		return t
	}
	var b strings.Builder
	gap := false
	for i := 0; i < len(t); i++ {
		c := t[i]
		if c == '.' && dotOfAbbreviation(t, i) {
			continue
		}
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteByte(c)
	}
	return b.String()
}

// dotOfAbbreviation: a point between two single letters.
func dotOfAbbreviation(t string, i int) bool {
	single := func(at int) bool {
		return at >= 0 && at < len(t) && isLower(t[at]) &&
			(at == 0 || !isLower(t[at-1])) && (at+1 == len(t) || !isLower(t[at+1]))
	}
	return single(i-1) && single(i+1)
}

func isLower(c byte) bool { return c >= 'a' && c <= 'z' }
