package viet

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// order is the Vietnamese alphabet with the Latin letters it borrows, as codes;
// a letter's rank in it is its place in a list.
const order = "aABbcdDeEfghijklmnoOPpqrstuUvwxyz"

// rankSign turns a rank into one printable letter, in byte order.
const rankSign = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijk"

var rankOf = func() (ranks [128]byte) {
	for i := range len(order) {
		ranks[order[i]] = rankSign[i]
	}
	return
}()

// Compare orders a and b as a Vietnamese list does: syllable by syllable, in
// each the letters first (a ă â b c d đ e ê ... o ô ơ ... u ư), then the tone
// (ngang huyền hỏi ngã sắc nặng); numbers by value ("đợt 2" before "đợt 10").
// Case, punctuation and tone place decide only when all else is equal; 0 means
// equal after [Clean]. It returns -1, 0 or 1.
func Compare(a, b string) int { return cmp.Compare(SortKey(a), SortKey(b)) }

// CompareNames orders two persons' names: given name (last word), then family
// name, then middle names.
func CompareNames(a, b string) int { return cmp.Compare(NameSortKey(a), NameSortKey(b)) }

// SortKey returns a key whose byte order is the order of [Compare]; databases
// store it and compare it bytewise (COLLATE "C" in PostgreSQL, the default in
// SQLite). It is valid UTF-8 without NUL.
func SortKey(s string) string {
	s = Clean(s)
	var b strings.Builder
	b.Grow(2*len(s) + 8)
	sortSyllables(&b, s)
	b.WriteByte(' ') // below every sign of a key: the shorter list goes first
	b.WriteString(strings.ToValidUTF8(s, "\uFFFD"))
	return b.String()
}

// NameSortKey is [SortKey] for [CompareNames].
func NameSortKey(s string) string {
	w := strings.Fields(Clean(s))
	if len(w) > 1 {
		last := len(w) - 1
		w = append([]string{w[last]}, w[:last]...)
	}
	return SortKey(strings.Join(w, " "))
}

// sortSyllables writes each run of letters as its ranks, "!" and its tone, each
// run of figures as its length and its figures.
func sortSyllables(b *strings.Builder, s string) {
	for len(s) > 0 {
		n := strings.IndexFunc(s, func(r rune) bool { return kindOf(r) != 1 })
		if n < 0 {
			n = len(s)
		}
		if n > 0 {
			sortWord(b, s[:n])
			s = s[n:]
			continue
		}
		n = strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' })
		if n < 0 {
			n = len(s)
		}
		if n > 0 {
			sortFigures(b, s[:n])
			s = s[n:]
			continue
		}
		_, size := utf8.DecodeRuneInString(s)
		s = s[size:]
	}
}

// sortWord: letters first, the last tone seen after them. Letters outside the
// alphabet go by their plain form, else after z by number.
func sortWord(b *strings.Builder, w string) {
	t := ngang
	for _, r := range w {
		l := letterOf(r)
		if l.code != 0 {
			b.WriteByte(rankOf[l.code])
			t = max(t, l.tone)
			continue
		}
		p := strings.ToLower(ASCII(string(r)))
		for i := range len(p) {
			if isLower(p[i]) {
				b.WriteByte(rankOf[p[i]])
			}
		}
		if p == "" && unicode.IsLetter(r) {
			b.WriteByte('l')
			b.WriteRune(r)
		}
	}
	b.WriteByte('!')
	b.WriteByte('0' + byte(t))
}

func sortFigures(b *strings.Builder, f string) {
	f = strings.TrimLeft(f, "0")
	for len(f) > 15 {
		b.WriteString("?" + f[:15])
		f = f[15:]
	}
	b.WriteByte('0' + byte(len(f)))
	b.WriteString(f)
}
