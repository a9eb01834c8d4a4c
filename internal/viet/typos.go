package viet

import (
	"slices"
	"strings"
	"unicode"
)

// Unusual lists the words of text that look like a slip of the keyboard, in
// order, each once, as written: words with Vietnamese marks that are no legal
// syllable ("Hơp", "ngưòi"), and pairs one letter away from a known word whose
// odd syllable no known word has ("sản phẩn" for "sản phẩm"). Abbreviations,
// figures, foreign words without marks and names of the highlands pass.
func Unusual(text string) []string {
	var found []string
	add := func(w string) {
		if !slices.Contains(found, w) {
			found = append(found, w)
		}
	}
	for line := range strings.Lines(NFC(text)) {
		words := letterWords(line)
		for i, w := range words {
			switch {
			case oddWord(w):
				add(w)
			case i+1 < len(words) && oddPair(w, words[i+1]) && strings.Contains(line, w+" "+words[i+1]):
				add(w + " " + words[i+1])
			}
		}
	}
	return found
}

// oddWord: it has a Vietnamese mark, and is no syllable.
func oddWord(w string) bool {
	marks := false
	for _, r := range w {
		l := letterOf(r)
		if l.code == 0 && !unicode.IsMark(r) {
			return false // a letter of another language
		}
		marks = marks || l.marked() && l.code != 0 || unicode.IsMark(r)
	}
	if !marks || IsSyllable(w) || highland[Lower(w)] {
		return false
	}
	return !(w == Upper(w) && !strings.ContainsFunc(w, isToned)) // HĐND, QĐ
}

func isToned(r rune) bool {
	l := letterOf(r)
	return l.code != 0 && (l.tone != ngang || l.code < 'a' && l.code != 'D')
}

// oddPair: not known, but a known word is one letter away, and the syllable that
// differs occurs in no known word.
func oddPair(a, b string) bool {
	a, b = foldWord(Lower(a)), foldWord(Lower(b))
	if knownPairs[a+" "+b] || !knownSyllables[a] && !knownSyllables[b] {
		return false
	}
	return !knownSyllables[b] && oddSecond(a, b) || !knownSyllables[a] && oddFirst(a, b)
}

func oddSecond(a, b string) bool {
	for _, c := range partners.after[a] {
		if len([]rune(c)) > 2 && oneLetterApart(b, c) {
			return true
		}
	}
	return false
}

func oddFirst(a, b string) bool {
	for _, c := range partners.before[b] {
		if len([]rune(c)) > 2 && oneLetterApart(a, c) {
			return true
		}
	}
	return false
}

type pairIndex struct{ after, before map[string][]string }

var partners = indexPairs(knownPairs)

func indexPairs(pairs map[string]bool) pairIndex {
	x := pairIndex{map[string][]string{}, map[string][]string{}}
	for p := range pairs {
		a, b, _ := strings.Cut(p, " ")
		x.after[a] = append(x.after[a], b)
		x.before[b] = append(x.before[b], a)
	}
	return x
}

// oneLetterApart: same length with one final letter or mark different, or one
// letter missing or doubled at the end. A different first letter is a different
// word.
func oneLetterApart(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) == 0 || len(y) == 0 || x[0] != y[0] {
		return false
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) == len(y) {
		return i < len(x) && string(x[i+1:]) == string(y[i+1:])
	}
	return len(y) == len(x)+1 && string(x[i:]) == string(y[i+1:])
}
