package viet

import (
	"strings"
	"unicode"
)

// SyllableShare is the share (0 to 1) of words of letters in text that are
// legal syllables; 0 when there are none.
func SyllableShare(text string) float64 {
	legal, total := countSyllables(text)
	if total == 0 {
		return 0
	}
	return float64(legal) / float64(total)
}

// countSyllables counts words of letters, and those of them that are legal
// syllables or known names of the highlands.
func countSyllables(text string) (legal, total int) {
	for _, w := range letterWords(NFC(text)) {
		total++
		if IsSyllable(w) || highland[Lower(w)] {
			legal++
		}
	}
	return legal, total
}

// letterWords splits text into its runs of letters (and stray marks).
func letterWords(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
}

// highland holds spellings of ethnic and place names that no rule covers, and a
// loan word that keeps its accent.
var highland = setOf(`kạn đắk lắk đăk lăk krông kông kon pleiku gia rai êđê ê-đê hmông mnông
brâu rơ xtiêng jrai chư prông mơ păh blao kar ka pôkô sơ h'mông sêrêpôk café`)

func setOf(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
