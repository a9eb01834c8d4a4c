package layout

import "sync"

// memo keeps the texts (or rows of stars) that one box has already set without
// a problem. Marks
// do not change once made, so pages may share them; the authority, the decision
// or a producer is set once for a batch, and what Check has set, Render finds.
type memo struct {
	mu   sync.RWMutex
	kept map[memoKey]setText
}

type memoKey struct {
	text  string
	even  float64 // even size of the batch, 0 when none
	faces *Faces
}

// setText is a text on the page and its line of the fit report.
type setText struct {
	marks  []Mark
	ink    inked
	fitted []Fitted
}

// memoMost bounds the memory of a box; then it starts anew.
const memoMost = 64

func (m *memo) find(key memoKey) (setText, bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	s, known := m.kept[key]
	return s, known
}

func (m *memo) keep(key memoKey, s setText) {
	m.mu.Lock()
	defer m.mu.Unlock()
	switch {
	case m.kept == nil:
		m.kept = map[memoKey]setText{}
	case len(m.kept) >= memoMost:
		clear(m.kept)
	}
	m.kept[key] = s
}

// settled lays a box on the page, from memory where the same text, or the same
// number of stars, has been set before, and tells where its marks stand when that
// will be checked.
func (r *renderer) settled(b *boxFormat, w, h float64) ([]Mark, inked) {
	key := memoKey{faces: r.faces}
	var set func() []Mark
	switch k := b.kind.(type) {
	case *textBox:
		key.text = r.text(k.said)
		if size, ok := r.o.Sizes.Size(b.ID.S); ok && k.Fit != nil {
			key.even = size
		}
		set = func() []Mark { return k.lines(r, key.text, w, h) }
	case *starsBox:
		key.text = r.text(k.said)
		set = func() []Mark { return k.row(r, key.text, w, h) }
	default:
		marks := settle(k.draw(r, w, h), b.ID.S, b.Rotate/90, b.area)
		if r.o.Checked { // nobody will ask
			return marks, inked{}
		}
		return marks, inkOf(marks)
	}
	if s, known := b.memo.find(key); known {
		for _, f := range s.fitted {
			f.Label = r.o.Place.Label
			r.fitted = append(r.fitted, f)
		}
		return s.marks, s.ink
	}
	problems, fitted := len(r.problems), len(r.fitted)
	marks := settle(set(), b.ID.S, b.Rotate/90, b.area)
	ink := inkOf(marks)
	if len(r.problems) == problems {
		b.memo.keep(key, setText{marks, ink, append([]Fitted(nil), r.fitted[fitted:]...)})
	}
	return marks, ink
}
