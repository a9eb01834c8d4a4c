package workbook

import (
	"errors"
	"strings"
)

// rawValue is the value attribute that belongs to the type.
func (t *odsTable) rawValue(kind string) string {
	name := map[string]string{"date": "date-value", "time": "time-value", "boolean": "boolean-value", "string": "string-value"}[kind]
	if name == "" {
		name = "value"
	}
	return string(t.x.getNS(spaceOffice, name))
}

// decide finds out what the cell holds; false when it is empty.
func (t *odsTable) decide(c *Cell, kind, value string) bool {
	var ok bool
	shown := strings.TrimSpace(string(t.text))
	switch kind {
	case "":
		if len(t.text) > 0 { // written without a type
			c.Kind = Text
			break
		}
		c.HasValue = false
		return c.formula
	case "string":
		if value != "" {
			t.text, t.runs = append(t.text[:0], value...), nil
		}
		if c.Kind = Text; len(t.text) == 0 {
			c.Kind = Blank
			return c.formula
		}
	case "boolean":
		c.Kind = Bool
		c.Number = map[string]float64{"true": 1}[value]
	case "date", "time":
		c.Kind = Date
		if kind == "date" {
			c.Number, ok = parseISO(value)
			c.Number += t.o.base
		} else {
			c.Number, ok = parseDuration(value)
		}
		if !ok {
			t.x.damaged("cell %s: %s %.40q", c.Name(), kind, value)
		}
	default:
		var err error
		if c.Kind, value = Number, strings.TrimSpace(value); value == "" || len(value) > 64 {
			err = errors.New("no value")
		} else {
			c.Number, err = parseNumber([]byte(value))
		}
		if err != nil {
			t.x.damaged("cell %s: %w", c.Name(), err)
		}
	}
	if c.formula && isErrorText(shown) {
		c.Kind, t.text = Error, append(t.text[:0], shown...)
		return true
	}
	if c.Kind == Text {
		if t.runs != nil {
			t.x.failIf(t.o.bud.text(48 * len(t.runs)))
			extraOf(c).runs = t.runs
		}
		return true
	}
	e := extraOf(c)
	e.shown, e.isShown = shown, true
	t.x.failIf(t.o.bud.text(len(shown) + 64))
	return true
}

func extraOf(c *Cell) *extra {
	if c.more == nil {
		c.more = &extra{}
	}
	return c.more
}

// isErrorText recognises what LibreOffice shows for an error.
func isErrorText(s string) bool {
	return strings.HasPrefix(s, "#") && (strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || s == "#N/A") || strings.HasPrefix(s, "Err:")
}

// odsFormula drops the namespace and the equals sign of a formula.
func odsFormula(f string) string {
	if i := strings.IndexByte(f, '='); i >= 0 && i < 8 {
		return f[i+1:]
	}
	return f
}

// parseDuration reads "PT14H30M05S" to a share of a day.
func parseDuration(s string) (float64, bool) {
	rest, ok := strings.CutPrefix(s, "PT")
	total, unit := 0.0, map[byte]float64{'H': 3600, 'M': 60, 'S': 1}
	for ok && rest != "" {
		i := strings.IndexAny(rest, "HMS")
		if i < 1 || i > 20 {
			return 0, false
		}
		n, err := parseNumber([]byte(strings.Replace(rest[:i], ",", ".", 1)))
		if err != nil {
			return 0, false
		}
		total += n * unit[rest[i]]
		rest = rest[i+1:]
	}
	return total / daySeconds, ok
}
