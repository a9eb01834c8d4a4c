package pdf

import (
	"slices"

	"ocoprint/internal/layout"
)

// A batch repeats more than its template's static layer: authority, decision,
// date and signature lines are values, but the same on every certificate. What
// the first chunk's pages have in common becomes one more shared stream, drawn
// after the static layer and before the page's own marks. A page of a later
// chunk that lacks one of them, or where order of painting matters, is drawn in
// full. Nothing depends on which worker was first: the first chunk decides, or a
// sample of the whole batch where any of its pages can be made.

// common is that layer for one static layer.
type common struct {
	marks []layout.Mark
	layer
}

// leastCommon is how many pages must share a static layer for it to be worth
// looking, and how many marks they must share.
const (
	leastCommonPages = 4
	leastCommonMarks = 2
)

// shareFrom decides what pages have in common, once, and lets the workers that
// wait for it go on.
func (k *kit) shareFrom(items [][]layout.Page) {
	k.shareOnce.Do(func() {
		defer close(k.shareReady)
		pages := map[string][]layout.Page{}
		for _, item := range items {
			for _, p := range item {
				if p.StaticKey != "" {
					pages[p.StaticKey] = append(pages[p.StaticKey], p)
				}
			}
		}
		for key, list := range pages {
			if len(list) < leastCommonPages {
				continue
			}
			if marks := commonMarks(list); len(marks) >= leastCommonMarks {
				k.commons[key] = &common{marks: marks}
			}
		}
	})
}

func (k *kit) shareDecided() bool {
	select {
	case <-k.shareReady:
		return true
	default:
		return false
	}
}

// commonMarks are the marks that every page has, in their order, and that can
// be painted before all others.
func commonMarks(pages []layout.Page) []layout.Mark {
	shared := slices.Clone(pages[0].Marks[pages[0].Static:])
	for _, p := range pages[1:] {
		shared = inBoth(shared, p.Marks[p.Static:])
	}
	for changed := true; changed; { // what must be painted later cannot be shared
		changed = false
		for _, p := range pages {
			if bad := blocked(shared, p.Marks[p.Static:]); bad >= 0 {
				shared = slices.Delete(shared, bad, bad+1)
				changed = true
			}
		}
	}
	return shared
}

// inBoth keeps, in order, the marks of a that stand in b in the same order.
func inBoth(a, b []layout.Mark) []layout.Mark {
	var out []layout.Mark
	from := 0
	for _, m := range a {
		if i := slices.IndexFunc(b[from:], func(n layout.Mark) bool { return sameMark(m, n) }); i >= 0 {
			out = append(out, m)
			from += i + 1
		}
	}
	return out
}

// blocked finds a shared mark that covers or is covered by a mark painted
// before it, or -1.
func blocked(shared, marks []layout.Mark) int {
	next := 0
	for i, m := range marks {
		if next == len(shared) {
			break
		}
		if !sameMark(shared[next], m) {
			continue
		}
		if overlapsOwn(m, marks[:i], shared[:next]) {
			return next
		}
		next++
	}
	return -1
}

// overlapsOwn reports whether one of the marks before m that are not shared
// lies where m lies. Two texts of one colour may: the order does not show.
func overlapsOwn(m layout.Mark, before, shared []layout.Mark) bool {
	next := 0
	for _, b := range before {
		if next < len(shared) && sameMark(shared[next], b) {
			next++
			continue
		}
		tm, okM := m.(layout.Text)
		tb, okB := b.(layout.Text)
		if okM && okB && tm.Color == tb.Color {
			continue
		}
		if o := m.Bounds().Overlap(b.Bounds()); o.W > 0 && o.H > 0 {
			return true
		}
	}
	return false
}

// split parts a page's own marks from the shared ones; ok is false when the
// page must be drawn in full.
func (s *common) split(marks []layout.Mark) (own []layout.Mark, ok bool) {
	next := 0
	for _, m := range marks {
		if next < len(s.marks) && sameMark(s.marks[next], m) {
			next++
		} else {
			own = append(own, m)
		}
	}
	return own, next == len(s.marks) && blocked(s.marks, marks) < 0
}

func sameMark(a, b layout.Mark) bool {
	switch a := a.(type) {
	case layout.Text:
		b, ok := b.(layout.Text)
		return ok && a == b
	case layout.Rect:
		b, ok := b.(layout.Rect)
		return ok && a == b
	case layout.Image:
		b, ok := b.(layout.Image)
		return ok && a == b
	case layout.Path:
		b, ok := b.(layout.Path)
		return ok && a.Box == b.Box && a.Fill == b.Fill && a.Stroke == b.Stroke && a.Width == b.Width && a.EvenOdd == b.EvenOdd &&
			a.Cap == b.Cap && a.Join == b.Join && slices.Equal(a.Segs, b.Segs) && slices.Equal(a.Parts, b.Parts) && slices.Equal(a.Dash, b.Dash)
	case layout.Line:
		b, ok := b.(layout.Line)
		return ok && a.Box == b.Box && a.X1 == b.X1 && a.Y1 == b.Y1 && a.X2 == b.X2 && a.Y2 == b.Y2 && a.Width == b.Width &&
			a.Color == b.Color && a.Cap == b.Cap && slices.Equal(a.Dash, b.Dash)
	}
	return false // codes are never shared
}
