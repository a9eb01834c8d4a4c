package layout

import "strings"

type tokenKind int

const (
	tokEnd tokenKind = iota
	tokName
	tokNumber
	tokString
	tokOp
)

type token struct {
	kind tokenKind
	text string
}

// lexer parts expressions into names, numbers, "texts" and signs.
type lexer struct {
	s string
	i int
}

func (l *lexer) next() token {
	for l.i < len(l.s) && isBlank(l.s[l.i]) {
		l.i++
	}
	if l.i >= len(l.s) {
		return token{kind: tokEnd}
	}
	c := l.s[l.i]
	switch {
	case isLetter(c) || c == '_':
		return l.take(tokName, func(c byte) bool { return isLetter(c) || isDigit(c) || c == '_' || c == '.' })
	case isDigit(c) || c == '-' && l.i+1 < len(l.s) && isDigit(l.s[l.i+1]):
		l.i++
		t := l.take(tokNumber, func(c byte) bool { return isDigit(c) || c == '.' })
		t.text = string(c) + t.text
		return t
	case c == '"' || c == '\'':
		return l.quoted(c)
	}
	return l.sign()
}

func (l *lexer) take(kind tokenKind, more func(byte) bool) token {
	from := l.i
	for l.i < len(l.s) && more(l.s[l.i]) {
		l.i++
	}
	return token{kind, l.s[from:l.i]}
}

func (l *lexer) quoted(q byte) token {
	end := strings.IndexByte(l.s[l.i+1:], q)
	if end < 0 {
		t := token{tokOp, l.s[l.i:]}
		l.i = len(l.s)
		return t
	}
	t := token{tokString, l.s[l.i+1 : l.i+1+end]}
	l.i += end + 2
	return t
}

func (l *lexer) sign() token {
	if l.i+1 < len(l.s) && l.s[l.i+1] == '=' && strings.IndexByte("=!<>", l.s[l.i]) >= 0 {
		l.i += 2
		return token{tokOp, l.s[l.i-2 : l.i]}
	}
	n := 1
	for l.i+n < len(l.s) && l.s[l.i+n]&0xC0 == 0x80 { // whole letters
		n++
	}
	l.i += n
	return token{tokOp, l.s[l.i-n : l.i]}
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
