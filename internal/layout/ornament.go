package layout

import "sort"

// Ornament is a kind of decoration, drawn as vectors in the colours and by the
// measures that a template gives. Kinds register themselves in files named
// ornament_*.go; the same input always gives the same marks.
type Ornament struct {
	Name   string
	Doc    string   // what it looks like, Vietnamese
	Params []Param  // its measures
	Colors []string // what each colour paints, Vietnamese; missing ones repeat the last given
	Draw   func(o Canvas) []Mark
}

// Param is one measure of an ornament: mm unless Doc says otherwise.
type Param struct {
	Name              string
	Default, Min, Max float64
	Doc               string
}

// Canvas is where an ornament draws: 0, 0 is the top left of its box.
type Canvas struct {
	W, H   float64
	params map[string]float64
	colors []Color
}

// P gives a measure by its name.
func (c Canvas) P(name string) float64 { return c.params[name] }

// N gives a measure that counts.
func (c Canvas) N(name string) int { return int(c.params[name] + 0.5) }

// Color gives the i-th colour; past the end, the last one.
func (c Canvas) Color(i int) Color {
	if len(c.colors) == 0 {
		return Black
	}
	return c.colors[min(i, len(c.colors)-1)]
}

var ornaments = map[string]Ornament{}

// RegisterOrnament adds a kind. It panics when the name is taken: names are
// the program's own.
func RegisterOrnament(o Ornament) {
	if _, taken := ornaments[o.Name]; taken {
		panic("layout: ornament registered twice: " + o.Name)
	}
	ornaments[o.Name] = o
}

// Ornaments lists the kinds, sorted.
func Ornaments() []string {
	names := make([]string, 0, len(ornaments))
	for n := range ornaments {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

// OrnamentOf gives a kind by name.
func OrnamentOf(name string) (Ornament, bool) {
	o, ok := ornaments[name]
	return o, ok
}

// DrawIn makes the marks of an ornament in a box of w × h mm at 0, 0. Measures
// that are not given have their defaults.
func (o Ornament) DrawIn(w, h float64, params map[string]float64, colors []Color) []Mark {
	all := make(map[string]float64, len(o.Params))
	for _, p := range o.Params {
		all[p.Name] = p.Default
	}
	for k, v := range params {
		all[k] = v
	}
	return o.Draw(Canvas{w, h, all, colors})
}

func (o *ornamentBox) compile(l *loader, b *boxFormat) {
	kind, ok := ornaments[string(o.Kind)]
	if !ok {
		return // the decoder has said so
	}
	for _, c := range o.Colors {
		o.colors = append(o.colors, l.color(c, Black))
	}
	o.params = map[string]float64{}
	given := b.node.member("params")
	for _, it := range o.Params {
		p, ok := findParam(kind.Params, it.Name)
		if !ok {
			l.d.say(given.member(it.Name).at, loadUnknownField.With("name", it.Name, "where", whereInside.With("name", string(o.Kind))),
				nearFix(it.Name, paramNames(kind.Params)))
			continue
		}
		l.within(given, it.Name, it.V, p.Min, p.Max)
		o.params[it.Name] = it.V
	}
	o.make(l, b, kind)
}

func findParam(ps []Param, name string) (Param, bool) {
	for _, p := range ps {
		if p.Name == name {
			return p, true
		}
	}
	return Param{}, false
}

func paramNames(ps []Param) []string {
	out := make([]string, len(ps))
	for i, p := range ps {
		out[i] = p.Name
	}
	return out
}

// maxSteps bounds what the ornaments of one template may cost: about ten times
// what our own designs take.
const maxSteps = 400_000

// make draws the ornament once, at loading: it is the same on every page.
func (o *ornamentBox) make(l *loader, b *boxFormat, kind Ornament) {
	if len(l.d.said) > 0 || l.steps > maxSteps {
		return // measures out of range are not worth drawing
	}
	w, h := b.area.W, b.area.H
	if b.Rotate%180 != 0 {
		w, h = h, w
	}
	o.made = kind.DrawIn(w, h, o.params, o.colors)
	for _, m := range o.made {
		l.steps++
		if p, ok := m.(Path); ok {
			l.steps += len(p.Segs)
		}
	}
	if l.steps > maxSteps {
		l.d.say(b.at, loadHeavy.With("name", b.ID.S), fixForm.With())
	}
}

func (o *ornamentBox) reads() []string { return nil }

func (o *ornamentBox) draw(_ *renderer, _, _ float64) []Mark {
	return append([]Mark(nil), o.made...)
}
