package viet

import (
	"strings"
)

// glued: what must not be parted.
func glued(a, b word, shout bool) bool {
	if isTimes(b.text) {
		return false // the sign goes with what follows: "20 gói | × 5 g"
	}
	if isDash(a.text) || isTimes(a.text) || onlySigns(b.text) && !isDash(b.text) || ends(a.text, "([“«") && onlySigns(a.text) {
		return true
	}
	if ends(a.text, ",;:.)") {
		return false
	}
	switch number := isNumber(a.text); {
	case number && (units[b.lower] || b.lower == "tháng"):
		return true
	case (counters[a.lower] || a.lower == "hạng") && (hasDigit(b.text) || isRoman(b.text)):
		return true
	case legalTail[a.lower] && startsUpper(b.text) && !shout:
		return true
	}
	return hasDigit(a.text) && b.lower == "sao"
}

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[foldWord(w)] = true
	}
	return m
}

// glueKnown forbids breaks inside known words, longest first from the left, where
// nothing but a blank stands between the syllables.
func glueKnown(words []word, breaks []Break) {
	lowers := make([]string, len(words))
	for i, w := range words {
		lowers[i] = w.lower
	}
	for i := 0; i < len(words); {
		n := knownLength(lowers[i:])
		for j := i; j < i+n-1; j++ {
			if trailingLetter(words[j].text) && leadingLetter(words[j+1].text) {
				breaks[j].Class = Forbidden
				if n == 4 && j == i+1 && knownLength(lowers[i:j+1]) == 2 && knownLength(lowers[j+1:i+n]) == 2 {
					breaks[j].Class = Avoid // “Ủy ban | nhân dân”: better than a line full of holes
				}
			}
		}
		i += n
	}
}

// properName: two capitalised syllables side by side; says nothing when
// everything is in capitals.
func properName(a, b word, shout bool) bool {
	return !shout && startsUpper(a.text) && startsUpper(b.text) && trailingLetter(a.text)
}
