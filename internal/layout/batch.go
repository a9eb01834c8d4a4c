package layout

import (
	"math"
	"sort"

	"ocoprint/internal/viet"
)

// Check looks at every row before the first page is drawn and returns all
// problems in row order, those of the template itself first. When it returns no
// Error, Render may be told Options.Checked.
func (t *Template) Check(rows []Row, o Options) []Problem {
	out := t.checkItself(o)
	for i, row := range rows {
		r := t.dry(row, i, o)
		out = append(out, r.problems...)
	}
	return out
}

// checkItself is what is wrong whatever the rows say.
func (t *Template) checkItself(o Options) []Problem {
	o.Place = Place{}
	r := newRenderer(t, Values{}, o)
	for _, b := range t.file.Boxes {
		if l := lookOf(b.kind); l != nil && muddy(l.ink) {
			r.box = b
			r.problem(t.level(t.file.Checks.RichBlack), richBlack.With())
		}
	}
	r.box = nil
	t.checkFonts(r)
	for _, side := range []sideName{"front", "back"}[:t.sides] {
		r.problems = append(r.problems, r.layer(side).problems...)
	}
	return r.problems
}

// checkFonts asks the doctor about every font that the template names.
func (t *Template) checkFonts(r *renderer) {
	for _, file := range t.FontFiles() {
		fc := r.faces.get(file)
		if fc == nil {
			continue // the boxes that want it say so
		}
		rep, err := fc.examine()
		switch {
		case err != nil || !rep.Embeddable:
			r.problem(Error, fontLocked.With("face", file))
		case len(rep.Nested) > 0:
			r.problem(Error, fontNested.With("face", file, "letters", letterNames(rep.Nested)))
		}
	}
}

// lookOf gives the type of a box that sets text.
func lookOf(k boxKind) *textLook {
	switch k := k.(type) {
	case *textBox:
		return &k.textLook
	case *tableBox:
		return &k.textLook
	case *counterBox:
		return &k.textLook
	}
	return nil
}

// muddy is a black that needs more than the black plate.
func muddy(c Color) bool {
	if c.Kind == CMYK && c.KOnly() {
		return false
	}
	r, g, b := c.RGBA()
	return c.Painted() && int(r)+int(g)+int(b) < 120 && max(r, g, b)-min(r, g, b) < 30
}

// dry draws a row and keeps only what was found.
func (t *Template) dry(row Row, i int, o Options) *renderer {
	o.Checked, o.Index, o.Place = false, i, row.Place
	r := newRenderer(t, row.Values, o)
	for _, side := range []sideName{"front", "back"}[:t.sides] {
		r.page(side)
	}
	return r
}

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
			if size, ok := t.ownSize(b, tb, row, i, o); ok && size >= floor-slack {
				even = math.Min(even, size)
			}
		}
		if !math.IsInf(even, 1) {
			out.bySize[b.ID.S] = even
		}
	}
	return out
}

// ownSize is the size a row takes when nobody else counts.
func (t *Template) ownSize(b *boxFormat, tb *textBox, row Row, i int, o Options) (float64, bool) {
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
	f := pr.fit(spec)
	return f.size, f.ok && pr.text != ""
}

// Fitted is one line of the fit report.
type Fitted struct {
	Row      int    // index in the batch, from 0
	Label    string // Place.Label of the row
	Box      string
	Lines    int
	Size     float64 // pt
	FullSize float64 // pt that was to be had
	Fits     bool
	Text     string
}

// Loss is the share of the size that was lost, 0 to 1.
func (f Fitted) Loss() float64 {
	if f.FullSize <= 0 {
		return 0
	}
	return 1 - f.Size/f.FullSize
}

// FitReport lists every text of every row, worst first: what does not fit,
// then the greatest loss of size, then the most lines, then the order of rows.
func (t *Template) FitReport(rows []Row, o Options) []Fitted {
	var out []Fitted
	for i, row := range rows {
		for _, f := range t.dry(row, i, o).fitted {
			if f.Text != "" {
				f.Row = i
				out = append(out, f)
			}
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i], out[j]
		switch {
		case a.Fits != b.Fits:
			return !a.Fits
		case math.Abs(a.Loss()-b.Loss()) > 1e-9:
			return a.Loss() > b.Loss()
		}
		return a.Lines > b.Lines
	})
	return out
}

// Oddest picks up to n rows for a worst-case proof, oddest first: rows with
// problems, the smallest type, the most lines, the longest and the shortest
// texts, rare letters. Indexes into rows.
func (t *Template) Oddest(rows []Row, o Options, n int) []int {
	odd := make([]float64, len(rows))
	longest, shortest := map[string]int{}, map[string]int{}
	length := map[string][2]int{} // box: longest, shortest
	for i, row := range rows {
		r := t.dry(row, i, o)
		odd[i] += 100 * float64(len(Errors(r.problems)))
		for _, f := range r.fitted {
			odd[i] += 4*f.Loss() + 0.4*float64(f.Lines-1) + 0.2*float64(rare(f.Text))
			letters := runes(f.Text)
			got, seen := length[f.Box]
			if !seen || letters > got[0] {
				got[0], longest[f.Box] = letters, i
			}
			if !seen || letters < got[1] {
				got[1], shortest[f.Box] = letters, i
			}
			length[f.Box] = got
		}
	}
	for box, l := range length {
		if l[0] != l[1] {
			odd[longest[box]] += 2
			odd[shortest[box]]++
		}
	}
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return odd[order[a]] > odd[order[b]] })
	return order[:min(n, len(order))]
}

// rare counts letters outside Vietnamese and the usual signs.
func rare(s string) (n int) {
	for _, r := range viet.ASCII(s) {
		if r > 0x7E || r == '&' || r == '*' || r == '\\' || r == '@' || r == '#' {
			n++
		}
	}
	return n
}
