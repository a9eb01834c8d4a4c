package seal

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"ocoprint/internal/viet"
)

// Untype undoes what a Vietnamese keyboard program made of a typed id: a USB
// scanner or a clerk types “LAS-1” and the field shows “LÁ-1”. It gives the
// possible originals, the likeliest first, at most 64; the check character or
// the register tells which one was meant. Full-width letters, fancy dashes
// and spaces are put right as well.
func Untype(s string) []string {
	plain := tidy(s)
	var out []string
	for _, keys := range []typing{telex, vni, bare} {
		for _, w := range keys.undo(plain) {
			if !slices.Contains(out, w) && len(out) < maxCandidates {
				out = append(out, w)
			}
		}
	}
	return out
}

// FindTyped gives the one candidate whose check character is right.
func FindTyped(s string) (id string, ok bool) {
	for _, c := range Untype(s) {
		if id, ok = SplitCheck(c); ok {
			return id, true
		}
	}
	return "", false
}

const maxCandidates = 64

// tidy takes accents apart, narrows full-width letters and keeps one kind of
// dash.
func tidy(s string) string {
	var b strings.Builder
	for _, r := range viet.NFC(strings.Trim(s, " \t\r\n")) {
		if r >= 0xff01 && r <= 0xff5e {
			r -= 0xfee0
		}
		switch {
		case unicode.Is(unicode.Pd, r) || r == '−' || r == '_':
			r = '-'
		case r == '\\' || r == '*':
			r = '/'
		case r == ' ' || r == '\t':
			continue
		}
		r = unicode.ToUpper(r)
		if apart, ok := decomposed()[r]; ok {
			b.WriteString(apart)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// decomposed maps each accented capital to its letter and marks, the shape
// (circumflex, breve, horn) before the tone.
var decomposed = sync.OnceValue(func() map[rune]string {
	m := map[rune]string{}
	for _, letter := range []string{"A", "Ă", "Â", "E", "Ê", "I", "O", "Ô", "Ơ", "U", "Ư", "Y"} {
		base := shapes[letter]
		if base == "" {
			base = letter
		}
		for _, tone := range []string{"", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"} {
			r := []rune(viet.NFC(letter + tone))
			m[r[0]] = base + tone
		}
	}
	return m
})

var shapes = map[string]string{"Ă": "A\u0306", "Â": "A\u0302", "Ê": "E\u0302", "Ô": "O\u0302", "Ơ": "O\u031b", "Ư": "U\u031b"}

// typing tells which keys made a mark. Marks are combining characters, and Đ.
type typing map[rune]string

var (
	telex = typing{0x301: "S", 0x300: "F", 0x309: "R", 0x303: "X", 0x323: "J",
		0x302: "=", 0x306: "W", 0x31b: "W", 'Đ': "DD"}
	vni = typing{0x301: "1", 0x300: "2", 0x309: "3", 0x303: "4", 0x323: "5",
		0x302: "6", 0x31b: "7", 0x306: "8", 'Đ': "D9"}
	bare = typing{0x301: "", 0x300: "", 0x309: "", 0x303: "", 0x323: "",
		0x302: "", 0x306: "", 0x31b: "", 'Đ': "D"}
)

// undo writes the keys back: a mark's key right after its letter, or after
// any later letter of the same syllable, since the program moves it there.
func (t typing) undo(s string) []string {
	heads := []string{""}   // what is written so far
	pending := []string{""} // keys that were typed but whose place is open
	flush := func(force bool, next string) {
		var h, p []string
		for i := range heads {
			h, p = append(h, heads[i]+pending[i]+next), append(p, "")
			if pending[i] != "" && !force && len(h) < maxCandidates {
				h, p = append(h, heads[i]+next), append(p, pending[i])
			}
		}
		heads, pending = h[:min(len(h), maxCandidates)], p[:min(len(h), maxCandidates)]
	}
	last := ""
	for _, r := range s {
		key, marked := t[r]
		switch {
		case marked && r == 'Đ':
			flush(false, key)
			last = "D"
		case marked:
			if key == "=" {
				key = last
			}
			for i := range pending {
				pending[i] += key
			}
		default:
			flush(!unicode.IsLetter(r), string(r))
			last = string(r)
		}
	}
	flush(true, "")
	return heads
}
