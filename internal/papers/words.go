package papers

import (
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// blank is room for a word to be written by hand.
const blank = "……………………"

// shortBlank is room for a figure, wordBlank for a short word.
const (
	shortBlank = "……"
	wordBlank  = "…………"
)

// or gives s, or the blank when there is nothing to print.
func or(s, blank string) string {
	if strings.TrimSpace(s) == "" {
		return blank
	}
	return s
}

// longDate is “ngày 20 tháng 12 năm 2023”, with blanks when it is not known.
func longDate(d ocop.Date) string {
	if d.IsZero() {
		return "ngày " + shortBlank + " tháng " + shortBlank + " năm " + shortBlank
	}
	return d.Long()
}

// placeDate is the line over a signature: “Lai Châu, ngày 20 tháng 12 năm 2023”.
func placeDate(place string, d ocop.Date) string { return or(place, wordBlank) + ", " + longDate(d) }

// nobreak keeps the words of a short expression on one line.
func nobreak(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") }

// upper raises a text as Vietnamese does.
func upper(s string) string { return strings.ToUpper(viet.NFC(s)) }

// lowerFirst puts a title into a sentence: only the first letter falls.
func lowerFirst(s string) string {
	for i, r := range s {
		return strings.ToLower(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// upperFirst begins a sentence.
func upperFirst(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

const peoplesCommittee = "Ủy ban nhân dân "

// shortAuthority is “UBND thành phố Lai Châu”, as lists write it.
func shortAuthority(name string) string {
	if rest, ok := cutPrefixFold(name, peoplesCommittee); ok {
		return "UBND " + rest
	}
	return name
}

// wholeAuthority is “Ủy ban nhân dân thành phố Lai Châu”, as Decree 30 wants it in
// sentences.
func wholeAuthority(name string) string {
	if rest, ok := cutPrefixFold(name, "UBND"); ok {
		return peoplesCommittee + rest
	}
	return name
}

// agencyLines breaks an agency's name as letterheads do: ỦY BAN NHÂN DÂN above,
// the place below.
func agencyLines(name string) string {
	if rest, ok := cutPrefixFold(name, peoplesCommittee); ok {
		return upper(strings.TrimSpace(peoplesCommittee)) + "\n" + upper(rest)
	}
	return upper(name)
}

// cutPrefixFold cuts a prefix whatever its case and the place of its tone mark
// (Ủy, Uỷ).
func cutPrefixFold(s, prefix string) (rest string, ok bool) {
	words := strings.Fields(s)
	want := strings.Fields(prefix)
	if len(words) <= len(want) {
		return s, false
	}
	head := strings.Join(words[:len(want)], " ")
	if viet.Fold(head) != viet.Fold(strings.TrimSpace(prefix)) {
		return s, false
	}
	return strings.Join(words[len(want):], " "), true
}
