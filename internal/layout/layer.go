package layout

import (
	"reflect"
	"sync"
)

// layer is the static part of one side in one output: made once, shared by
// every page of a batch. What its boxes have to do with each other is checked
// when it is made.
type layer struct {
	marks    []Mark
	shown    []shownBox
	problems []Problem

	mu    sync.Mutex
	quiet map[Box4]string // zone of a code: the box that draws into it, or ""
}

// layerKey says for what a layer was made.
type layerKey struct {
	name     string
	faces    *Faces
	pictures any
}

// layers keeps the last few layers of a template.
type layers struct {
	mu   sync.Mutex
	keys []layerKey
	made []*layer
}

const layersKept = 8

// layer gives the static layer of a side.
func (r *renderer) layer(side sideName) *layer {
	key, ok := r.layerKey(side)
	if !ok {
		return r.makeLayer(side)
	}
	all := &r.t.layers
	all.mu.Lock()
	defer all.mu.Unlock()
	for i, k := range all.keys {
		if k == key {
			return all.made[i]
		}
	}
	l := r.makeLayer(side)
	if len(all.keys) == layersKept {
		all.keys, all.made = all.keys[1:], all.made[1:]
	}
	all.keys, all.made = append(all.keys, key), append(all.made, l)
	return l
}

// layerKey is false when two callers' pictures cannot be told apart.
func (r *renderer) layerKey(side sideName) (layerKey, bool) {
	key := layerKey{name: r.staticKey(side), faces: r.faces}
	if r.o.Pictures == nil {
		return key, true
	}
	if !reflect.TypeOf(r.o.Pictures).Comparable() {
		return key, false
	}
	key.pictures = r.o.Pictures
	return key, true
}

func (r *renderer) makeLayer(side sideName) *layer {
	o := r.o
	o.Checked, o.Place, o.Sizes = false, Place{}, nil
	own := newRenderer(r.t, Values{}, o)
	l := &layer{quiet: map[Box4]string{}}
	for _, b := range r.t.file.Boxes {
		if b.Side == side && b.static() && own.visible(b) {
			l.marks = append(l.marks, own.draw(b)...)
		}
	}
	l.shown = own.shown
	own.gates(&layer{quiet: map[Box4]string{}})
	l.problems = own.problems
	return l
}

// draws tells which box of the layer puts ink into the quiet zone of a code,
// "" for none. The answer is kept: the code stands in the same place on every
// page.
func (l *layer) draws(zone Box4, code *boxFormat) string {
	l.mu.Lock()
	defer l.mu.Unlock()
	if id, known := l.quiet[zone]; known {
		return id
	}
	id := enters(l.shown, zone, code)
	if len(l.quiet) < 64 {
		l.quiet[zone] = id
	}
	return id
}

// enters names the first decoration that puts ink into a zone.
func enters(shown []shownBox, zone Box4, code *boxFormat) string {
	for i := range shown {
		o := &shown[i]
		if o.box == code || o.content || may(code, o.box) || may(o.box, code) {
			continue
		}
		for _, m := range o.marks {
			if draws(m, zone) {
				return o.box.ID.S
			}
		}
	}
	return ""
}
