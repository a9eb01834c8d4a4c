package layout

import (
	"math"
)

// Sizes are even sizes over a batch for boxes with fit.uniform.
type Sizes struct{ bySize map[string]float64 }

func (s *Sizes) of(box string) (float64, bool) {
	size, ok := s.bySize[box]
	return size, ok
}

// Size gives the even size of a box, pt; false when its rows are not evened.
func (s *Sizes) Size(box string) (float64, bool) {
	if s == nil {
		return 0, false
	}
	return s.of(box)
}

// Plan is the first of two passes for even sizes: for every box with
// fit.uniform it finds the largest size at which all rows fit. A row that would
// need less than fit.floor is left to itself, so that one endless name does not
// shrink the whole batch. Give the result to Render and Check in Options.Sizes.
func (t *Template) Plan(rows []Row, o Options) *Sizes {
	out := &Sizes{map[string]float64{}}
	for _, b := range t.file.Boxes {
		tb, ok := b.kind.(*textBox)
		if !ok || tb.Fit == nil || !tb.Fit.Uniform {
			continue
		}
		floor := tb.Fit.Floor
		if floor == 0 {
			floor = math.Max(tb.MinSize, tb.Size*0.7)
		}
		even := math.Inf(1)
		for i, row := range rows {
			if size, ok := t.ownSize(b, tb, row, i, floor, o); ok && size >= floor-slack {
				even = math.Min(even, size)
			}
		}
		if !math.IsInf(even, 1) {
			out.bySize[b.ID.S] = even
		}
	}
	return out
}

// ownSize is the size a row takes when nobody else counts, but for breaks that are
// a little better in smaller letters.
func (t *Template) ownSize(b *boxFormat, tb *textBox, row Row, i int, floor float64, o Options) (float64, bool) {
	o.Sizes, o.Index, o.Checked = nil, i, true
	r := newRenderer(t, row.Values, o)
	r.box = b
	if !r.visible(b) {
		return 0, false
	}
	spec := tb.spec
	spec.w, spec.h = b.area.W, b.area.H
	if b.Rotate%180 != 0 {
		spec.w, spec.h = spec.h, spec.w
	}
	pr := r.prose(r.text(tb.said), &tb.textLook)
	f := pr.fitAbove(spec, floor)
	return f.size, f.ok && pr.text != ""
}

// evenWorth is what worse breaks may cost for a size that is even with the others.
const evenWorth = 0.3

// fitAbove is fit that does not go below a size for the sake of better breaks
// alone.
func (p *prose) fitAbove(s fitSpec, floor float64) fitting {
	f := p.fit(s)
	if !f.ok || f.size >= floor-slack || floor > s.size {
		return f
	}
	s.min, s.keep = max(s.min, floor), 0
	if firm := p.fit(s); firm.ok && firm.cost <= max(f.cost, math.Log(s.size/f.size))+evenWorth {
		return firm
	}
	return f
}
