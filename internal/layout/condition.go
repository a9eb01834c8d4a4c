package layout

import (
	"errors"
	"fmt"
	"strings"

	"ocoprint/internal/viet"
)

// condition is a show_if: comparisons joined by and, or, not. Nothing loops and
// nothing calls.
//
//	or    = and { "or" and }
//	and   = not { "and" not }
//	not   = "not" not | "(" or ")" | side [ ( = == != < <= > >= ) side ]
//	side  = name | number | "text" | true | false
type condition interface {
	holds(v Values) bool
	reads() []string
}

type (
	bothOf   struct{ a, b condition }
	eitherOf struct{ a, b condition }
	notOf    struct{ a condition }
	compare  struct {
		a, b side
		op   string // empty: a alone
	}
	side struct {
		name  string // of a value, or
		value any
	}
)

func (c bothOf) holds(v Values) bool   { return c.a.holds(v) && c.b.holds(v) }
func (c eitherOf) holds(v Values) bool { return c.a.holds(v) || c.b.holds(v) }
func (c notOf) holds(v Values) bool    { return !c.a.holds(v) }
func (c bothOf) reads() []string       { return append(c.a.reads(), c.b.reads()...) }
func (c eitherOf) reads() []string     { return append(c.a.reads(), c.b.reads()...) }
func (c notOf) reads() []string        { return c.a.reads() }

func (c compare) reads() []string {
	var out []string
	for _, s := range []side{c.a, c.b} {
		if s.name != "" {
			out = append(out, s.name)
		}
	}
	return out
}

func (s side) in(v Values) any {
	if s.name != "" {
		return v[s.name]
	}
	return s.value
}

func (c compare) holds(v Values) bool {
	a := c.a.in(v)
	if c.op == "" {
		return truth(a)
	}
	order, ok := orderOf(a, c.b.in(v))
	switch c.op {
	case "=", "==":
		return ok && order == 0
	case "!=":
		return !ok || order != 0
	case "<":
		return ok && order < 0
	case "<=":
		return ok && order <= 0
	case ">":
		return ok && order > 0
	}
	return ok && order >= 0
}

// orderOf compares as numbers where both are, then as dates, then as text; a
// bool only with a bool, nothing only with nothing.
func orderOf(a, b any) (int, bool) {
	if x, ok := a.(bool); ok {
		return boolOrder(x, b)
	}
	if x, ok := b.(bool); ok {
		o, ok := boolOrder(x, a)
		return -o, ok
	}
	x, xok := number(a)
	y, yok := number(b)
	if xok && yok {
		return sign(x - y), true
	}
	d, dok := day(a)
	e, eok := day(b)
	if dok && eok {
		return sign(float64((d.Year-e.Year)*400 + (d.Month-e.Month)*31 + d.Day - e.Day)), true
	}
	return strings.Compare(viet.NFC(say(a)), viet.NFC(say(b))), true
}

func boolOrder(a bool, b any) (int, bool) {
	y, ok := b.(bool)
	if b == nil {
		y, ok = false, true
	}
	if !ok {
		return 0, false
	}
	n := map[bool]int{true: 1}
	return n[a] - n[y], true
}

func sign(x float64) int {
	switch {
	case x < 0:
		return -1
	case x > 0:
		return 1
	}
	return 0
}

// parseCondition reads a show_if.
func parseCondition(s string) (condition, error) {
	if len(s) > maxExpr {
		return nil, errors.New("too long")
	}
	p := &conditionParser{l: &lexer{s: s}}
	p.step()
	c, err := p.or(0)
	if err != nil {
		return nil, err
	}
	if p.t.kind != tokEnd {
		return nil, fmt.Errorf("“%s” not expected", p.t.text)
	}
	return c, nil
}

type conditionParser struct {
	l *lexer
	t token
}

func (p *conditionParser) step() { p.t = p.l.next() }

func (p *conditionParser) word(w string) bool {
	if p.t.kind == tokName && p.t.text == w {
		p.step()
		return true
	}
	return false
}

func (p *conditionParser) or(depth int) (condition, error) {
	a, err := p.and(depth)
	for err == nil && p.word("or") {
		var b condition
		b, err = p.and(depth)
		a = eitherOf{a, b}
	}
	return a, err
}

func (p *conditionParser) and(depth int) (condition, error) {
	a, err := p.not(depth)
	for err == nil && p.word("and") {
		var b condition
		b, err = p.not(depth)
		a = bothOf{a, b}
	}
	return a, err
}

func (p *conditionParser) not(depth int) (condition, error) {
	if depth > maxNests {
		return nil, errors.New("nested too deep")
	}
	if p.word("not") {
		a, err := p.not(depth + 1)
		return notOf{a}, err
	}
	if p.t.kind == tokOp && p.t.text == "(" {
		p.step()
		a, err := p.or(depth + 1)
		if err == nil && (p.t.kind != tokOp || p.t.text != ")") {
			err = errors.New("“)” missing")
		}
		p.step()
		return a, err
	}
	return p.comparison()
}

func (p *conditionParser) comparison() (condition, error) {
	a, err := p.side()
	if err != nil {
		return nil, err
	}
	c := compare{a: a}
	if p.t.kind == tokOp && contains([]string{"=", "==", "!=", "<", "<=", ">", ">="}, p.t.text) {
		c.op = p.t.text
		p.step()
		c.b, err = p.side()
	}
	return c, err
}

func (p *conditionParser) side() (side, error) {
	t := p.t
	p.step()
	switch {
	case t.kind == tokString:
		return side{value: viet.NFC(t.text)}, nil
	case t.kind == tokNumber:
		x, ok := number(t.text)
		if !ok {
			return side{}, fmt.Errorf("“%s” is no number", t.text)
		}
		return side{value: x}, nil
	case t.kind == tokName && (t.text == "true" || t.text == "false"):
		return side{value: t.text == "true"}, nil
	case t.kind == tokName && !contains([]string{"and", "or", "not"}, t.text):
		return side{name: t.text}, nil
	case t.kind == tokEnd:
		return side{}, errors.New("it ends too early")
	}
	return side{}, fmt.Errorf("“%s” not expected", t.text)
}
