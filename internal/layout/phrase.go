package layout

import (
	"errors"
	"fmt"
	"strings"
)

// Bounds of expressions.
const (
	maxExpr  = 4000 // bytes
	maxNests = 32
)

// phrase is a text with values: "Đạt hạng {stars} sao".
type phrase struct {
	parts []phrasePart
}

type phrasePart struct {
	lit  string     // may hold ** of bold spans
	read *valueRead // or a value
}

// valueRead is {name|filter|filter:"argument"}.
type valueRead struct {
	name    string
	filters []filterCall
}

type filterCall struct {
	name, arg string
	given     bool // an argument was written
}

// static reports whether the phrase reads nothing.
func (p phrase) static() bool {
	for _, part := range p.parts {
		if part.read != nil {
			return false
		}
	}
	return true
}

// names lists what the phrase reads.
func (p phrase) names() []string {
	var out []string
	for _, part := range p.parts {
		if part.read != nil {
			out = append(out, part.read.name)
		}
	}
	return out
}

// parsePhrase reads a text with values. {{ and }} are braces.
func parsePhrase(s string) (phrase, error) {
	var p phrase
	if len(s) > maxExpr {
		return p, errors.New("too long")
	}
	var lit strings.Builder
	for i := 0; i < len(s); {
		switch {
		case strings.HasPrefix(s[i:], "{{"), strings.HasPrefix(s[i:], "}}"):
			lit.WriteByte(s[i])
			i += 2
		case s[i] == '}':
			return p, errors.New("“}” without “{”")
		case s[i] == '{':
			read, n, err := parseRead(s[i:])
			if err != nil {
				return p, err
			}
			if lit.Len() > 0 {
				p.parts = append(p.parts, phrasePart{lit: lit.String()})
				lit.Reset()
			}
			p.parts = append(p.parts, phrasePart{read: read})
			i += n
		default:
			lit.WriteByte(s[i])
			i++
		}
	}
	if lit.Len() > 0 {
		p.parts = append(p.parts, phrasePart{lit: lit.String()})
	}
	return p, nil
}

// parseRead reads {…} at the start of s and says how long it is.
func parseRead(s string) (*valueRead, int, error) {
	l := &lexer{s: s, i: 1}
	name := l.next()
	if name.kind != tokName {
		return nil, 0, fmt.Errorf("a value name must follow “{”")
	}
	r := &valueRead{name: name.text}
	for {
		t := l.next()
		switch {
		case t.kind == tokOp && t.text == "}":
			return r, l.i, nil
		case t.kind == tokOp && t.text == "|":
			f, err := l.filter()
			if err != nil {
				return nil, 0, err
			}
			r.filters = append(r.filters, f)
		case t.kind == tokEnd:
			return nil, 0, errors.New("“{” without “}”")
		default:
			return nil, 0, fmt.Errorf("“%s” not expected", t.text)
		}
	}
}

func (l *lexer) filter() (filterCall, error) {
	t := l.next()
	if t.kind != tokName {
		return filterCall{}, errors.New("a filter must follow “|”")
	}
	f := filterCall{name: t.text}
	if _, ok := filters[f.name]; !ok {
		return f, unknownFilter(f.name)
	}
	save := l.i
	if c := l.next(); c.kind != tokOp || c.text != ":" {
		l.i = save
		return f, filterNeedsArg(f)
	}
	a := l.next()
	if a.kind != tokString && a.kind != tokNumber && a.kind != tokName {
		return f, fmt.Errorf("an argument must follow “%s:”", f.name)
	}
	f.arg, f.given = a.text, true
	return f, nil
}

type unknownFilter string

func (e unknownFilter) Error() string { return fmt.Sprintf("no filter “%s”", string(e)) }

func filterNeedsArg(f filterCall) error {
	if f.name == "date" || f.name == "default" {
		return fmt.Errorf("the filter %s needs an argument: %s:\"…\"", f.name, f.name)
	}
	return nil
}

// fill says the phrase for a row. Values stand for themselves: stars in a
// product's name make no bold text. wrong names a value that a filter cannot
// read.
func (p phrase) fill(v Values) (text string, wrong *badValue) {
	var b strings.Builder
	for _, part := range p.parts {
		if part.read == nil {
			b.WriteString(part.lit)
			continue
		}
		s, bad := part.read.say(v)
		if bad != nil && wrong == nil {
			wrong = bad
		}
		b.WriteString(Escape(s))
	}
	return b.String(), wrong
}

// badValue is a value of the wrong kind for a filter.
type badValue struct{ name, value, filter string }

func (r *valueRead) say(v Values) (string, *badValue) {
	x := v[r.name]
	for _, f := range r.filters {
		if f.name != "default" && empty(x) {
			continue
		}
		y, ok := filters[f.name](x, f.arg)
		if !ok {
			return say(x), &badValue{r.name, say(x), f.name}
		}
		x = y
	}
	return say(x), nil
}
