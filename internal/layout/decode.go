package layout

import (
	"math"
	"reflect"
	"sort"
	"strconv"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/viet"
)

// word is a string that remembers where it stands.
type word struct {
	S  string
	at int
}

// named is an object whose field names are the file's own, in their order.
type named[T any] []namedItem[T]

type namedItem[T any] struct {
	Name string
	V    T
}

func (n named[T]) get(name string) (T, bool) {
	for _, it := range n {
		if it.Name == name {
			return it.V, true
		}
	}
	var zero T
	return zero, false
}

func (n named[T]) names() []string {
	out := make([]string, len(n))
	for i, it := range n {
		out[i] = it.Name
	}
	return out
}

// decoder fills the structs of format.go and gathers every complaint.
type decoder struct {
	said []complaint
}

// complaint is one thing wrong at one place of the file.
type complaint struct {
	at        int
	what, fix message.Message
	cause     error
}

// maxComplaints bounds what a hostile file makes us say.
const maxComplaints = 50

func (d *decoder) say(at int, what, fix message.Message) {
	if len(d.said) < maxComplaints {
		d.said = append(d.said, complaint{at: at, what: what, fix: fix})
	}
}

// field is one tagged field of a format struct.
type field struct {
	name     string
	required bool
	doc      string
	index    []int
	typ      reflect.Type
}

// fieldsOf lists the tagged fields of a struct; inline structs are part of it.
func fieldsOf(t reflect.Type) []field {
	var out []field
	for i := range t.NumField() {
		sf := t.Field(i)
		tag, ok := sf.Tag.Lookup("layout")
		if !ok {
			continue
		}
		name, opt, _ := strings.Cut(tag, ",")
		if opt == "inline" {
			for _, f := range fieldsOf(sf.Type) {
				f.index = append([]int{i}, f.index...)
				out = append(out, f)
			}
			continue
		}
		out = append(out, field{name, opt == "required", sf.Tag.Get("doc"), []int{i}, sf.Type})
	}
	return out
}

func fieldNames(fs []field) []string {
	out := make([]string, len(fs))
	for i, f := range fs {
		out[i] = f.name
	}
	return out
}

// object fills a struct from an object; known are all fields it may have.
func (d *decoder) object(n *jsonNode, v reflect.Value, where message.Message, known []field) {
	for _, m := range n.members {
		f, ok := findField(known, m.key)
		if !ok {
			d.say(m.keyAt, loadUnknownField.With("name", m.key, "where", where), nearFix(m.key, fieldNames(known)))
			continue
		}
		if f.index != nil {
			d.value(m.key, m.value, v.FieldByIndex(f.index))
		}
	}
	for _, f := range known {
		if f.required && n.member(f.name) == nil {
			d.say(n.at, loadMissingField.With("name", f.name, "where", where), fixAdd.With())
		}
	}
}

func findField(fs []field, name string) (field, bool) {
	for _, f := range fs {
		if f.name == name {
			return f, true
		}
	}
	return field{}, false
}

var (
	wordType   = reflect.TypeFor[word]()
	boxPtrType = reflect.TypeFor[*boxFormat]()
)

// value fills any field.
func (d *decoder) value(name string, n *jsonNode, v reflect.Value) {
	switch {
	case v.Type() == boxPtrType:
		d.box(n, v)
	case v.Type() == wordType:
		if s, ok := d.str(name, n); ok {
			v.Set(reflect.ValueOf(word{s, n.at}))
		}
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(name, n, v.Elem())
	case v.Kind() == reflect.Slice && strings.HasPrefix(v.Type().Name(), "named["):
		d.named(name, n, v)
	case v.Kind() == reflect.Slice:
		d.list(name, n, v)
	case v.Kind() == reflect.Struct:
		if n.kind != jsonObject {
			d.wrong(name, n, wantObject)
			return
		}
		d.object(n, v, whereInside.With("name", name), fieldsOf(v.Type()))
	default:
		d.scalar(name, n, v)
	}
}

func (d *decoder) scalar(name string, n *jsonNode, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if s, ok := d.str(name, n); ok {
			d.closedWord(name, s, n, v)
		}
	case reflect.Bool:
		if n.kind != jsonBool {
			d.wrong(name, n, wantBool)
			return
		}
		v.SetBool(n.text == "true")
	case reflect.Int:
		i, err := strconv.Atoi(n.text)
		if n.kind != jsonNumber || err != nil || i > 1e6 || i < -1e6 {
			d.wrong(name, n, wantWhole)
			return
		}
		v.SetInt(int64(i))
	case reflect.Float64:
		x, err := strconv.ParseFloat(n.text, 64)
		if n.kind != jsonNumber || err != nil || math.Abs(x) > 1e6 {
			d.wrong(name, n, wantNumber)
			return
		}
		v.SetFloat(x)
	}
}

func (d *decoder) closedWord(name, s string, n *jsonNode, v reflect.Value) {
	if c, ok := v.Interface().(closed); ok && !contains(c.values(), s) {
		d.say(n.at, loadUnknownWord.With("name", name, "value", s), nearFix(s, c.values()))
		return
	}
	v.SetString(s)
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func (d *decoder) str(name string, n *jsonNode) (string, bool) {
	if n.kind != jsonString {
		d.wrong(name, n, wantText)
		return "", false
	}
	return viet.NFC(n.text), true
}

func (d *decoder) list(name string, n *jsonNode, v reflect.Value) {
	if n.kind != jsonArray {
		d.wrong(name, n, wantList)
		return
	}
	out := reflect.MakeSlice(v.Type(), len(n.items), len(n.items))
	for i, it := range n.items {
		d.value(name, it, out.Index(i))
	}
	v.Set(out)
}

func (d *decoder) named(name string, n *jsonNode, v reflect.Value) {
	if n.kind != jsonObject {
		d.wrong(name, n, wantObject)
		return
	}
	out := reflect.MakeSlice(v.Type(), len(n.members), len(n.members))
	for i, m := range n.members {
		it := out.Index(i)
		it.FieldByName("Name").SetString(m.key)
		if !plainName(m.key) {
			d.say(m.keyAt, loadBadName.With("name", m.key), fixForm.With())
		}
		d.value(m.key, m.value, it.FieldByName("V"))
	}
	v.Set(out)
}

func (d *decoder) wrong(name string, n *jsonNode, want *message.Text) {
	d.say(n.at, loadWrongType.With("name", name, "want", want), fixForm.With())
}

// nearFix suggests the nearest names, or lists a short list in full.
func nearFix(name string, list []string) message.Message {
	if near := nearest(name, list); len(near) > 0 {
		return fixNear.With("near", strings.Join(near, ", "))
	}
	sorted := append([]string(nil), list...)
	sort.Strings(sorted)
	return fixOne.With("list", strings.Join(sorted, ", "))
}
