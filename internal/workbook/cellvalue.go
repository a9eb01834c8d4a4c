package workbook

import (
	"errors"
	"fmt"
	"strconv"
)

var cellKinds = map[string]byte{"": 'n', "n": 'n', "s": 's', "str": 't', "inlineStr": 'i', "b": 'b', "e": 'e', "d": 'd'}

// content reads what stands inside the cell.
func (r *sheetReader) content(c *Cell, kind *byte) (hasV bool) {
	x := r.x
	r.val, r.form, r.rich.runs = r.val[:0], r.form[:0], nil
	for depth := x.depth; x.child(depth); {
		switch {
		case x.is(spaceSheet, "v"):
			hasV = true
			r.val = x.inner(r.val)
		case x.is(spaceSheet, "f"):
			c.formula = true
			r.form = x.inner(r.form)
		case x.is(spaceSheet, "is"):
			r.rich.read(x, r.o.bud)
			if *kind == 'i' {
				hasV = true
				r.val = append(r.val[:0], r.rich.text...)
			}
		default:
			x.skip()
		}
	}
	return hasV
}

// value decides what the cell is and puts it into the grid.
func (r *sheetReader) value(c *Cell, kind byte, hasV bool) error {
	raw := r.val
	switch kind {
	case 's':
		if len(raw) == 0 {
			break
		}
		n := whole(raw)
		if n < 0 || n >= len(r.o.strings.texts) {
			return fmt.Errorf("shared string %.20q of %d", raw, len(r.o.strings.texts))
		}
		c.more = r.o.strings.rich[n]
		return r.textCell(c, r.o.strings.texts[n], nil)
	case 't':
		return r.textCell(c, "", unescapeX(raw))
	case 'i':
		if r.rich.runs != nil {
			c.more = &extra{runs: r.rich.runs}
		}
		return r.textCell(c, "", raw)
	}
	raw = trimSpace(raw)
	if len(raw) > 64 {
		return errors.New("a value of more than 64 characters")
	}
	if !hasV || len(raw) == 0 {
		return r.formulaOnly(c, false)
	}
	var err error
	switch c.HasValue = true; kind {
	default:
		return errors.New("a value of an unknown type")
	case 'n':
		c.Kind = Number
		if c.Number, err = parseNumber(raw); err != nil {
			return err
		}
		if c.formula && r.o.recalc && c.Number == 0 {
			c.HasValue, c.Kind = false, Blank
			return r.formulaOnly(c, false)
		}
	case 'b':
		c.Kind = Bool
		if isTrue(raw, false) {
			c.Number = 1
		}
	case 'e':
		c.Kind = Error
	case 'd':
		c.Kind = Date
		serial, ok := parseISO(string(raw))
		if !ok {
			return fmt.Errorf("date %.40q", raw)
		}
		if c.Number = serial; r.o.book.Date1904 {
			c.Number -= days1904
		}
	}
	if c.Kind == Number && c.Style.Date {
		c.Kind = Date
	}
	r.keepFormula(c)
	return r.grid.add(*c, raw, "")
}

// textCell keeps a text cell unless it is empty.
func (r *sheetReader) textCell(c *Cell, shared string, own []byte) error {
	if shared == "" && len(own) == 0 {
		return r.formulaOnly(c, c.formula)
	}
	c.Kind, c.HasValue = Text, true
	r.keepFormula(c)
	return r.grid.add(*c, own, shared)
}

// formulaOnly keeps a formula without a value, or with an empty one; an empty
// cell is not kept.
func (r *sheetReader) formulaOnly(c *Cell, hasValue bool) error {
	if !c.formula {
		return nil
	}
	c.Kind, c.HasValue = Blank, hasValue
	r.keepFormula(c)
	return r.grid.add(*c, nil, "")
}

func (r *sheetReader) keepFormula(c *Cell) {
	if len(r.form) == 0 {
		return
	}
	r.x.failIf(r.o.bud.text(len(r.form) + 64))
	m := &extra{formula: string(r.form)}
	if c.more != nil {
		m.runs = c.more.runs
	}
	c.more = m
}

// parseNumber reads a number as the file formats write it: a point, an
// exponent, nothing else.
func parseNumber(b []byte) (float64, error) {
	if n := len(b); n <= 15 { // whole numbers of up to 15 digits are exact
		v := 0
		for i, c := range b {
			if c < '0' || c > '9' {
				break
			}
			if v = v*10 + int(c-'0'); i == n-1 {
				return float64(v), nil
			}
		}
	}
	for _, c := range b {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E' {
			return 0, fmt.Errorf("number %.40q", b)
		}
	}
	return strconv.ParseFloat(string(b), 64)
}

func trimSpace(b []byte) []byte {
	for len(b) > 0 && isSpace(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && isSpace(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}
