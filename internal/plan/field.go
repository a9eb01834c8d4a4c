package plan

import (
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// Kind is what a field holds.
type Kind string

// Kinds of fields.
const (
	Line   Kind = "line"   // one line of text
	List   Kind = "list"   // several lines, in order
	Day    Kind = "day"    // a date
	Count  Kind = "count"  // a whole number from 0
	YesNo  Kind = "yesno"  // true or false
	Choice Kind = "choice" // one of Choices
	Pairs  Kind = "pairs"  // names and values
)

// Option is one value of a Choice and how people call it.
type Option struct {
	Value string
	Label *message.Text
}

// Field is one thing that an office states. Its label and help are the sentence
// and hint of Text, shown on the sheet, in the file's comments and in the form.
type Field struct {
	Key     string // "authority.base_url", the name in the file
	Kind    Kind
	Text    *message.Text
	Example string // for the template; never a default
	Choices []Option

	ref   func(owner any) any                 // pointer to the value in its owner
	check func(value string) *message.Message // nil: nothing wrong
	tidy  func(string) string                 // after cleaning
}

// Section parts the fields for people.
type Section struct {
	Key    string // "authority"; "" for the top of the file
	Text   *message.Text
	Fields []*Field
}

// name is the last part of the key.
func (f *Field) name() string { return f.Key[strings.LastIndexByte(f.Key, '.')+1:] }

// Label is what the field is called in a language.
func (f *Field) Label(l message.Lang) string { return f.Text.In(l) }

// Help says what to write, in a language.
func (f *Field) Help(l message.Lang) string { return f.Text.With().HintIn(l) }

// Fields lists every single field of the settings, part by part. Decisions,
// groups and guests are rows of [DecisionTable], [GroupTable] and [GuestTable].
func Fields() []Section { return sections }

var byKey = func() map[string]*Field {
	m := map[string]*Field{}
	for _, s := range sections {
		for _, f := range s.Fields {
			m[f.Key] = f
		}
	}
	return m
}()

// Get gives the value of a field as a form shows it: a date 20/11/2023, lists
// and pairs line by line. An unknown key gives "".
func Get(s ocop.Settings, key string) string {
	f := byKey[key]
	if f == nil {
		return ""
	}
	return f.text(&s)
}

// Set puts a value from a form into a field; "" clears it. The error names the
// field by its label.
func Set(s *ocop.Settings, key, value string) *message.Error {
	f := byKey[key]
	if f == nil {
		return unknownField.With("where", placeForm.With("label", key), "key", key).Err()
	}
	if m := f.setText(s, value); m != nil {
		m.Blanks["where"] = placeForm.With("label", f.Text)
		return m.Err()
	}
	return nil
}

// text writes the value for people.
func (f *Field) text(owner any) string {
	switch p := f.ref(owner).(type) {
	case *string:
		return *p
	case *ocop.Level:
		return string(*p)
	case *[]string:
		s := strings.Join(*p, "\n")
		if len(*p) == 1 && strings.Contains(s, ";") {
			s += "\n" // one entry, not several: see splitLines
		}
		return s
	case *ocop.Date:
		return p.String()
	case *int:
		if *p == 0 {
			return ""
		}
		return itoa(*p)
	case *bool:
		if *p {
			return "có"
		}
		return ""
	case *map[string]string:
		var lines []string
		for _, k := range sortedKeys(*p) {
			lines = append(lines, k+" = "+(*p)[k])
		}
		return strings.Join(lines, "\n")
	}
	return ""
}

// choice finds the option that a person means by value or label, in either
// language.
func (f *Field) choice(s string) (string, bool) {
	key := viet.Fold(s)
	for _, o := range f.Choices {
		if key == viet.Fold(o.Value) || key == viet.Fold(o.Label.In(message.Vi)) || key == viet.Fold(o.Label.In(message.En)) {
			return o.Value, true
		}
	}
	return "", false
}

func (f *Field) optionNames() string {
	names := make([]string, len(f.Choices))
	for i, o := range f.Choices {
		names[i] = o.Value
	}
	return strings.Join(names, ", ")
}
