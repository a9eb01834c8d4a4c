package plan

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// setText puts the words of a cell or a form into the field.
func (f *Field) setText(owner any, s string) *message.Message {
	switch p := f.ref(owner).(type) {
	case *string:
		return f.setLine(p, s)
	case *ocop.Level:
		value := string(*p)
		m := f.setLine(&value, s)
		*p = ocop.Level(value)
		return m
	case *ocop.Date:
		return f.setDay(p, viet.Clean(s))
	case *int:
		return f.setCount(p, viet.Clean(s))
	case *bool:
		return f.setYesNo(p, viet.Clean(s))
	case *[]string:
		*p = splitLines(s)
	case *map[string]string:
		return f.setPairLines(p, s)
	}
	return nil
}

func (f *Field) setLine(p *string, s string) *message.Message {
	s = viet.Clean(s)
	if f.tidy != nil {
		s = f.tidy(s)
	}
	if f.Kind == Choice && s != "" {
		value, ok := f.choice(s)
		if !ok {
			return new(badChoice.With("value", s, "field", f.Key, "choices", f.optionNames()))
		}
		s = value
	}
	if f.check != nil && s != "" {
		if m := f.check(s); m != nil {
			return m
		}
	}
	*p = s
	return nil
}

func (f *Field) setDay(p *ocop.Date, s string) *message.Message {
	if s == "" {
		*p = ocop.Date{}
		return nil
	}
	d, ok := readDay(s)
	if !ok {
		return new(badDay.With("value", s, "field", f.Key))
	}
	*p = d
	return nil
}

func (f *Field) setCount(p *int, s string) *message.Message {
	if s == "" {
		*p = 0
		return nil
	}
	n, err := strconv.Atoi(strings.TrimSuffix(s, ".0"))
	if err != nil || n < 0 || n > maxCount {
		return new(badCount.With("value", s, "field", f.Key))
	}
	*p = n
	return nil
}

func (f *Field) setYesNo(p *bool, s string) *message.Message {
	switch viet.Fold(s) {
	case "", "khong", "false", "no", "0", "k":
		*p = false
		if s != "" && s != "0" && viet.Fold(s) == "" {
			*p = true // a tick: ✓, ☑
		}
	case "co", "true", "yes", "1", "x", "c":
		*p = true
	default:
		return new(badChoice.With("value", s, "field", f.Key, "choices", "có, không"))
	}
	return nil
}

func (f *Field) setPairLines(p *map[string]string, s string) *message.Message {
	m := map[string]string{}
	for _, line := range splitLines(s + "\n") {
		k, v, ok := strings.Cut(line, "=")
		if k = viet.Clean(k); !ok || k == "" {
			return new(badPair.With("value", line, "field", f.Key))
		}
		m[k] = viet.Clean(v)
	}
	if len(m) == 0 {
		m = nil
	}
	*p = m
	return nil
}

// splitLines reads a list of a cell: one a line; in a cell without line breaks,
// parted by semicolons.
func splitLines(s string) []string {
	sep := "\n"
	if !strings.Contains(s, "\n") {
		sep = ";"
	}
	var list []string
	for l := range strings.SplitSeq(strings.ReplaceAll(s, "\r\n", "\n"), sep) {
		if l = viet.Clean(l); l != "" {
			list = append(list, l)
		}
	}
	return list
}

func itoa(n int) string { return strconv.Itoa(n) }

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
