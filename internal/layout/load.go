package layout

import (
	"bytes"
	"reflect"
	"sort"
	"strings"

	"ocoprint/internal/message"
)

// Template is one loaded layout file, ocop-layout/1. It does not change after
// loading and may be used by several goroutines.
type Template struct {
	ID, Title   string
	Version     int
	W, H        float64 // trimmed page, mm
	Bleed, Safe float64 // mm outside and inside the trim
	file        *fileFormat
	sides       int
	sum         string // of the file, names its static layer
	layers      layers
}

// LoadError is everything wrong with a layout file. Each part is a
// *message.Error that names file, line and column.
type LoadError struct{ Parts []*message.Error }

func (e *LoadError) Error() string {
	lines := make([]string, len(e.Parts))
	for i, p := range e.Parts {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the parts: message.Of finds the first.
func (e *LoadError) Unwrap() []error {
	out := make([]error, len(e.Parts))
	for i, p := range e.Parts {
		out[i] = p
	}
	return out
}

// LoadTemplate reads a layout file strictly. name is used in sentences. The
// error is a *LoadError that lists everything wrong, with line, column and near
// names.
func LoadTemplate(name string, data []byte) (*Template, error) {
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	l := &loader{file: defaultFile()}
	root, err := parseJSON(data)
	if err != nil {
		s := err.(*syntaxError)
		c := complaint{at: s.at, what: s.said, fix: fixJSON.With()}
		if s.why != "" {
			c.cause = s
		}
		return nil, report(name, data, []complaint{c})
	}
	if root.kind != jsonObject {
		l.d.say(root.at, loadWrongType.With("name", whereFile, "want", wantObject), fixForm.With())
		return nil, report(name, data, l.d.said)
	}
	if newer := l.version(root); newer {
		return nil, report(name, data, l.d.said)
	}
	l.d.object(root, reflect.ValueOf(l.file).Elem(), whereFile.With(), fieldsOf(reflect.TypeFor[fileFormat]()))
	l.compile(root)
	if len(l.d.said) > 0 {
		return nil, report(name, data, l.d.said)
	}
	t := l.template()
	t.sum = sumOf(data)
	return t, nil
}

func defaultFile() *fileFormat {
	return &fileFormat{Checks: checksFormat{"error", "error", "error", "error", "error", "error", "warning"}}
}

// report turns complaints into sentences with line and column, in the order of
// the file.
func report(name string, data []byte, said []complaint) *LoadError {
	sort.SliceStable(said, func(i, j int) bool { return said[i].at < said[j].at })
	out := &LoadError{}
	for _, c := range said {
		line, col := lineCol(data, c.at)
		m := loadAt.With("file", name, "line", line, "column", col, "what", c.what, "fix", c.fix)
		out.Parts = append(out.Parts, m.Wrap(c.cause))
	}
	return out
}

func lineCol(data []byte, at int) (line, col int) {
	before := data[:min(at, len(data))]
	line = bytes.Count(before, []byte("\n")) + 1
	start := bytes.LastIndexByte(before, '\n') + 1
	return line, len([]rune(string(before[start:]))) + 1
}

// loader checks what the structs of format.go cannot: names, references,
// ranges, expressions.
type loader struct {
	file  *fileFormat
	d     decoder
	names []string // value names that may be read
	ids   map[string]bool
	steps int // of all ornaments so far
}

// version reports whether the file is of another format version: then nothing
// else is worth saying.
func (l *loader) version(root *jsonNode) bool {
	n := root.member("schema")
	if n == nil || n.kind != jsonString || n.text == SchemaID {
		return false
	}
	l.d.say(n.at, loadNewer.With("value", n.text, "known", SchemaID), fixUpdate.With())
	return true
}

func (l *loader) compile(root *jsonNode) {
	f := l.file
	l.names = Vocabulary()
	for _, v := range f.Values {
		l.names = append(l.names, v.S)
	}
	for i, a := range f.Ask {
		if !plainName(a.Name.S) || strings.Contains(a.Name.S, "-") {
			l.d.say(a.Name.at, loadBadName.With("name", a.Name.S), fixForm.With())
		}
		for _, b := range f.Ask[:i] {
			if a.Name.S == b.Name.S {
				l.d.say(a.Name.at, loadTwice.With("name", a.Name.S), fixForm.With())
			}
		}
		l.names = append(l.names, "ask."+a.Name.S)
	}
	if f.ID.S != "" && !plainName(f.ID.S) {
		l.d.say(f.ID.at, loadBadName.With("name", f.ID.S), fixForm.With())
	}
	l.numbers(root)
	l.colors(root)
	l.boxes()
}

func (l *loader) numbers(root *jsonNode) {
	f := l.file
	l.within(root, "version", float64(f.Version), 1, 1e6)
	if p := root.member("page"); p != nil {
		l.within(p, "w", f.Page.W, 20, 2000)
		l.within(p, "h", f.Page.H, 20, 2000)
		l.within(p, "bleed", f.Page.Bleed, 0, 20)
		l.within(p, "safe", f.Page.Safe, 0, 50)
	}
	if b := f.Background; b != nil {
		for _, p := range []*pictureFormat{b.Digital, b.Guide} {
			if p != nil && p.Opacity == 0 {
				p.Opacity = 1
			}
		}
		l.opacity(root, "digital", b.Digital)
		l.opacity(root, "guide", b.Guide)
	}
}

func (l *loader) opacity(root *jsonNode, name string, p *pictureFormat) {
	if p != nil {
		l.within(root.member("background").member(name), "opacity", p.Opacity, 0.02, 1)
	}
}

// within checks a number that the file gives; what it does not give has a good
// default.
func (l *loader) within(n *jsonNode, name string, v, low, high float64) {
	if n == nil {
		return
	}
	if m := n.member(name); m != nil && m.kind == jsonNumber && (v < low || v > high) {
		l.d.say(m.at, loadRange.With("name", name, "value", say(v), "min", say(low), "max", say(high)), fixForm.With())
	}
}

func (l *loader) boxes() {
	l.ids = map[string]bool{}
	for _, b := range l.file.Boxes {
		if b == nil || b.ID.S == "" {
			continue
		}
		if !plainName(b.ID.S) {
			l.d.say(b.ID.at, loadBadName.With("name", b.ID.S), fixForm.With())
		}
		if l.ids[b.ID.S] {
			l.d.say(b.ID.at, loadSameID.With("name", b.ID.S), fixForm.With())
		}
		l.ids[b.ID.S] = true
	}
	for _, b := range l.file.Boxes {
		if b != nil && b.kind != nil {
			l.box(b)
		}
	}
}

func (l *loader) box(b *boxFormat) {
	low := 0.1
	if b.Type == "line" {
		low = 0
	}
	l.within(b.node, "x", b.X, -100, 2100)
	l.within(b.node, "y", b.Y, -100, 2100)
	l.within(b.node, "w", b.W, low, 2100)
	l.within(b.node, "h", b.H, low, 2100)
	if b.Rotate%90 != 0 || b.Rotate < 0 || b.Rotate > 270 {
		l.d.say(b.node.member("rotate").at, loadRotate.With(), fixForm.With())
	}
	b.area = anchored(b)
	for _, o := range b.MayOverlap {
		if !l.ids[o.S] {
			l.d.say(o.at, loadUnknownRef.With("kind", kindBox, "name", o.S), nearFix(o.S, l.idList()))
		}
	}
	if b.ShowIf.S != "" {
		c, err := parseCondition(b.ShowIf.S)
		if err != nil {
			l.d.say(b.ShowIf.at, loadExpression.With("text", b.ShowIf.S, "why", err), fixForm.With())
		} else {
			b.cond = c
			l.known(b.ShowIf.at, c.reads(), nil)
		}
	}
	b.kind.compile(l, b)
}

func (l *loader) idList() []string {
	out := make([]string, 0, len(l.ids))
	for id := range l.ids {
		out = append(out, id)
	}
	sort.Strings(out)
	return out
}

func (l *loader) template() *Template {
	f := l.file
	t := &Template{ID: f.ID.S, Title: f.Title, Version: f.Version, file: f, sides: 1,
		W: f.Page.W, H: f.Page.H, Bleed: f.Page.Bleed, Safe: f.Page.Safe}
	for _, b := range f.Boxes {
		if b.Side == "back" {
			t.sides = 2
		}
	}
	return t
}
