package layout

import (
	"fmt"
	"math"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/viet"
)

// text says a phrase for this row, in NFC; spans are still marked.
func (r *renderer) text(p phrase) string { return r.textOf(p, r.v) }

func (r *renderer) textOf(p phrase, v Values) string {
	s, bad := p.fill(v)
	if bad != nil {
		r.problemAt(Error, bad.name, valueKind.With("name", bad.name, "value", bad.value, "filter", bad.filter))
	}
	if !viet.IsNFC(s) {
		r.notNFC(p, v)
		s = viet.NFC(s)
	}
	if strings.TrimSpace(s) == "" {
		return ""
	}
	return s
}

// unescape is a phrase's text where no spans are read.
func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	return unescaper.Replace(s)
}

var unescaper = strings.NewReplacer(`\\`, `\`, `\*`, `*`)

// level is the severity that a template gives to a check.
func (t *Template) level(l checkLevel) Severity {
	switch l {
	case "off":
		return Ignored
	case "warning":
		return Warning
	}
	return Error
}

func (r *renderer) problem(s Severity, m message.Message) { r.problemAt(s, "", m) }

// problemAt notes a problem; value is the name of the value at fault, whose
// cell the sentence names, or empty.
func (r *renderer) problemAt(s Severity, value string, m message.Message) {
	if s == Ignored {
		return
	}
	id := ""
	if r.box != nil {
		id = r.box.ID.S
		if value == "" {
			value = firstOf(r.box.kind.reads())
		}
	}
	m.Blanks = copyBlanks(m.Blanks)
	m.Blanks["where"] = placeSaid{r.o.Place, value}
	m.Blanks["box"] = id
	r.problems = append(r.problems, Problem{Box: id, Place: r.o.Place, Severity: s, Message: m})
}

func firstOf(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return names[0]
}

func copyBlanks(m map[string]any) map[string]any {
	out := make(map[string]any, len(m)+2)
	for k, v := range m {
		out[k] = v
	}
	return out
}

// mm writes a length for a sentence.
func mm(x float64) string {
	return viet.Number(math.Round(x*100)/100, decimalsOf(math.Round(x*100)/100))
}

func pad(n, digits int) string { return fmt.Sprintf("%0*d", digits, n) }
