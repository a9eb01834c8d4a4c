package plan

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// Template is the file that `ocoprint init` writes: every field with what to
// write there, Vietnamese first, English second; examples stand behind #.
func Template() []byte { return Write(ocop.Settings{}) }

// Write gives settings as a commented plan file that [Parse] reads back to the
// same settings. Fields without a value stand behind # with an example.
func Write(s ocop.Settings) []byte {
	w := &writer{settings: &s}
	w.comment("Kế hoạch hội nghị và thiết lập của cơ quan, cho chương trình ocoprint.")
	w.comment("Plan of the conference and settings of the office, for ocoprint.")
	w.comment("Dòng bắt đầu bằng # là giải thích hoặc ví dụ; bỏ # ở đầu dòng ví dụ để dùng.")
	w.comment("A line that begins with # explains or is an example; remove the # to use it.")
	for _, section := range sections {
		w.section(section)
		if section.Key == "conference" {
			w.tables(s.Conference)
		}
	}
	return []byte(w.b.String())
}

type writer struct {
	b        strings.Builder
	settings *ocop.Settings
}

func (w *writer) comment(s string) { w.b.WriteString("# " + s + "\n") }

// heading comments a part of the file in both languages.
func (w *writer) heading(t *message.Text) {
	w.b.WriteString("\n")
	w.comment("=== " + t.In(message.Vi) + " / " + t.In(message.En) + " ===")
	w.help(t)
}

func (w *writer) help(t *message.Text) {
	w.comment(t.With().HintIn(message.Vi))
	w.comment(t.With().HintIn(message.En))
}

func (w *writer) section(s Section) {
	w.heading(s.Text)
	if s.Key != "" {
		w.b.WriteString("[" + s.Key + "]\n")
	}
	if pairs := s.Fields[0]; pairs.Kind == Pairs {
		w.pairs(*pairs.ref(w.settings).(*map[string]string))
		return
	}
	for _, f := range s.Fields {
		w.b.WriteString("\n")
		w.comment(strings.TrimSpace(f.Text.In(message.Vi) + " / " + f.Text.In(message.En) + ". " + f.choices()))
		w.help(f.Text)
		w.b.WriteString(f.line(w.settings, f.name()) + "\n")
	}
}

// choices names what may be written, with its meaning.
func (f *Field) choices() string {
	var parts []string
	for _, o := range f.Choices {
		parts = append(parts, o.Value+" ("+o.Label.In(message.Vi)+")")
	}
	return strings.TrimSpace(strings.Join(parts, ", "))
}

// line is "name = value", behind # with the example when there is no value.
func (f *Field) line(owner any, name string) string {
	if v := f.toml(owner); v != "" {
		return name + " = " + v
	}
	example := f.Example
	switch f.Kind {
	case List:
		if example != "" {
			example = quote(example)
		}
		example = "[" + example + "]"
	case Count, YesNo:
	default:
		example = quote(example)
	}
	return "# " + name + " = " + example
}

// toml writes the value, "" when there is none.
func (f *Field) toml(owner any) string {
	switch p := f.ref(owner).(type) {
	case *[]string:
		var items []string
		for _, s := range *p {
			items = append(items, quote(s))
		}
		if len(items) > 0 {
			return "[" + strings.Join(items, ", ") + "]"
		}
	case *int:
		if *p != 0 {
			return itoa(*p)
		}
	case *bool:
		if *p {
			return "true"
		}
	default:
		if s := f.text(owner); s != "" {
			return quote(s)
		}
	}
	return ""
}

func (w *writer) pairs(m map[string]string) {
	for _, k := range slices.Sorted(maps.Keys(m)) {
		w.b.WriteString(quote(k) + " = " + quote(m[k]) + "\n")
	}
	if len(m) == 0 {
		w.b.WriteString("# \"tên\" = \"giá trị\"\n")
	}
}

func (w *writer) tables(c ocop.Conference) {
	w.heading(DecisionTable.Text)
	for _, a := range c.Announces {
		w.rows(DecisionTable, &a)
	}
	if len(c.Announces) == 0 {
		w.example(DecisionTable, &ocop.Announcement{})
	}
	w.heading(GroupTable.Text)
	w.comment("guests: các đại biểu, mỗi dòng một người / one guest a line: " + strings.Join(GuestTable.names(), ", ") + ".")
	for _, g := range c.Groups {
		w.rows(GroupTable, &g)
		w.guests(g.Guests)
	}
	if len(c.Groups) == 0 {
		w.example(GroupTable, &ocop.GuestGroup{})
		w.comment(`guests = [{ honorific = "Đ/c", name = "Nguyễn Văn Mẫu", title = "Phó Chủ tịch", organisation = "UBND thành phố", phone = "0900 000 001" }]`)
	}
}

func (w *writer) rows(t Table, owner any) {
	w.b.WriteString("\n[[" + t.Key + "]]\n")
	for _, f := range t.Fields {
		if v := f.toml(owner); v != "" {
			w.b.WriteString(f.Key + " = " + v + "\n")
		}
	}
}

// example shows a table's fields behind #.
func (w *writer) example(t Table, owner any) {
	w.comment("[[" + t.Key + "]]")
	for _, f := range t.Fields {
		w.b.WriteString(f.line(owner, f.Key) + "   # " + f.Help(message.Vi) + " / " + f.Help(message.En) + "\n")
	}
}

func (w *writer) guests(guests []ocop.Attendee) {
	if len(guests) == 0 {
		return
	}
	w.b.WriteString("guests = [\n")
	for _, a := range guests {
		var parts []string
		for _, f := range GuestTable.Fields {
			if v := f.toml(&a); v != "" {
				parts = append(parts, f.Key+" = "+v)
			}
		}
		w.b.WriteString("  { " + strings.Join(parts, ", ") + " },\n")
	}
	w.b.WriteString("]\n")
}

// quote writes a TOML basic string.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7F:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
