package plan

import (
	"strings"
	"unicode"
)

// plainTyping undoes what a word processor does to a settings file: typographic
// quotes around values become straight ones, no-break and other blanks outside
// quotes become spaces. Lines stay lines; text inside straight quotes and
// comments stays as it is.
func plainTyping(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	rs := []rune(strings.TrimPrefix(strings.ReplaceAll(s, "\r\n", "\n"), "\uFEFF"))
	for i := 0; i < len(rs); {
		switch r := rs[i]; {
		case r == '#':
			i = copyUntil(&b, rs, i, '\n')
		case r == '"' || r == '\'':
			i = copyString(&b, rs, i)
		case isOpenQuote(r):
			i = retype(&b, rs, i)
		case r != '\n' && r != '\r' && r != '\t' && unicode.IsSpace(r):
			b.WriteByte(' ')
			i++
		case r == '\u200b' || r == '\ufeff':
			i++
		default:
			b.WriteRune(r)
			i++
		}
	}
	return b.String()
}

func isOpenQuote(r rune) bool { return strings.ContainsRune("“”„«»‘’", r) }

// closes tells whether r ends a string that open began.
func closes(open, r rune) bool {
	if strings.ContainsRune("‘’", open) {
		return strings.ContainsRune("‘’'", r)
	}
	return strings.ContainsRune("“”„«»\"", r)
}

// retype writes the string that begins with a typographic quote at i in straight
// quotes. It ends at the last closing quote before what may follow a value; with
// none on the line it is copied and the parser complains.
func retype(b *strings.Builder, rs []rune, i int) int {
	end := -1
	for j := i + 1; j < len(rs) && rs[j] != '\n'; j++ {
		if closes(rs[i], rs[j]) && valueEnds(rs[j+1:]) {
			end = j
			break
		}
	}
	if end < 0 {
		b.WriteRune(rs[i])
		return i + 1
	}
	b.WriteByte('"')
	for _, r := range rs[i+1 : end] {
		if r == '"' || r == '\\' {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	b.WriteByte('"')
	return end + 1
}

// valueEnds: blanks, then a line end, comma, closing bracket, equal sign or comment.
func valueEnds(rest []rune) bool {
	for _, r := range rest {
		if r != '\n' && unicode.IsSpace(r) {
			continue
		}
		return strings.ContainsRune("\n,]}=#.", r)
	}
	return true
}

// copyString copies a TOML string with its quotes, also one of three quotes.
func copyString(b *strings.Builder, rs []rune, i int) int {
	q, triple := rs[i], i+2 < len(rs) && rs[i+1] == rs[i] && rs[i+2] == rs[i]
	n := 1
	if triple {
		n = 3
	}
	b.WriteString(strings.Repeat(string(q), n))
	i += n
	for i < len(rs) && (triple || rs[i] != '\n') {
		if rs[i] == '\\' && q == '"' && i+1 < len(rs) {
			b.WriteRune(rs[i])
			b.WriteRune(rs[i+1])
			i += 2
			continue
		}
		if rs[i] == q && (!triple || i+2 < len(rs) && rs[i+1] == q && rs[i+2] == q) {
			b.WriteString(strings.Repeat(string(q), n))
			return i + n
		}
		b.WriteRune(rs[i])
		i++
	}
	return i
}

func copyUntil(b *strings.Builder, rs []rune, i int, stop rune) int {
	for i < len(rs) && rs[i] != stop {
		b.WriteRune(rs[i])
		i++
	}
	return i
}
