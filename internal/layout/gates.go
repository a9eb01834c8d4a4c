package layout

import (
	"math"
)

// shownBox is what a box put on the page.
type shownBox struct {
	box *boxFormat
	inked
	marks   []Mark
	content bool // text, pictures, codes: what must not be covered
}

// inked is where marks stand: each, and all together.
type inked struct {
	bounds []Box4
	ink    Box4
}

func inkOf(marks []Mark) (i inked) {
	i.bounds = make([]Box4, len(marks))
	for n, m := range marks {
		i.bounds[n] = m.Bounds()
		i.ink = i.ink.Union(i.bounds[n])
	}
	return i
}

// keep remembers a drawn box for the checks between boxes. Marks and what is
// known of them may be shared with other pages.
func (r *renderer) keep(b *boxFormat, marks []Mark, known inked) {
	s := shownBox{box: b, marks: marks, inked: known}
	switch b.Type {
	case "text", "stars", "qr", "table", "counter":
		s.content = true
	case "image":
		s.content = !r.t.backdrop(b.area)
	case "rect":
		if b.kind.(*rectBox).Clear { // kept free even where nothing is drawn
			s.content = true
			s.inked = inked{append([]Box4{b.area}, known.bounds...), known.ink.Union(b.area)}
		}
	}
	r.shown = append(r.shown, s)
}

// backdrop reports whether a picture lies under the whole page: it reaches the
// trim on two opposite sides.
func (t *Template) backdrop(a Box4) bool {
	return a.X <= 0 && a.Right() >= t.W || a.Y <= 0 && a.Bottom() >= t.H
}

// gates are the checks between the boxes of one side, and with those of the
// static layer under them.
func (r *renderer) gates(under *layer) {
	for i := range r.shown {
		a := &r.shown[i]
		r.box = a.box
		if a.ink.Empty() || !a.content {
			continue
		}
		if r.misfits[a.box] {
			continue
		}
		r.gateSafe(a)
		for k := range i {
			r.gateOverlap(a, &r.shown[k])
		}
		for k := range under.shown {
			r.gateOverlap(a, &under.shown[k])
		}
		if a.box.Type == "qr" {
			r.gateQuiet(a, under)
		}
	}
	for i := range under.shown {
		if s := &under.shown[i]; s.box.Type == "qr" && len(r.shown) > 0 {
			r.box = s.box
			r.gateQuiet(s, &layer{quiet: map[Box4]string{}})
		}
	}
	r.box = nil
}

// touch is how far ink may reach into ink before it counts, mm.
const touch = 0.15

func (r *renderer) gateOverlap(a, b *shownBox) {
	if !a.content || !b.content || r.misfits[b.box] || may(a.box, b.box) || may(b.box, a.box) {
		return
	}
	if o := a.ink.Overlap(b.ink); o.W <= touch || o.H <= touch {
		return
	}
	worst := Box4{}
	for _, m := range a.bounds {
		for _, n := range b.bounds {
			if o := m.Overlap(n); o.W > touch && o.H > touch && o.W*o.H > worst.W*worst.H {
				worst = o
			}
		}
	}
	if worst.W > 0 {
		r.problem(r.t.level(r.t.file.Checks.Overlap), boxesOverlap.With("other", b.box.ID.S, "w", mm(worst.W), "h", mm(worst.H)))
	}
}

func may(a, b *boxFormat) bool {
	for _, w := range a.MayOverlap {
		if w.S == b.ID.S {
			return true
		}
	}
	return false
}

func (r *renderer) gateSafe(a *shownBox) {
	t := r.t
	if t.Safe <= 0 {
		return
	}
	over := []float64{t.Safe - a.ink.X, a.ink.Right() - (t.W - t.Safe), t.Safe - a.ink.Y, a.ink.Bottom() - (t.H - t.Safe)}
	for i, by := range over {
		if by > 0.05 {
			r.problem(t.level(t.file.Checks.OutsideSafe), outsideSafe.With("safe", mm(t.Safe), "by", mm(by),
				"edge", edges[i]))
		}
	}
}

var edges = []any{edgeLeft, edgeRight, edgeTop, edgeBottom}

// gateQuiet looks for decoration inside the quiet zone of a code. White paper
// laid under the code is welcome.
func (r *renderer) gateQuiet(q *shownBox, under *layer) {
	for _, m := range q.marks {
		code, ok := m.(QR)
		if !ok {
			continue
		}
		id := enters(r.shown, code.Bounds(), q.box)
		if id == "" {
			id = under.draws(code.Bounds(), q.box)
		}
		if id != "" {
			r.problem(r.t.level(r.t.file.Checks.QR), qrTouched.With("other", id))
		}
	}
}

// draws reports whether a mark puts ink into a zone.
func draws(m Mark, zone Box4) bool {
	o := m.Bounds().Overlap(zone)
	if o.W <= touch || o.H <= touch {
		return false
	}
	switch m := m.(type) {
	case Rect:
		paper := !m.Fill.Painted() || m.Fill == White
		around := zone.Inside(Box4{m.X, m.Y, m.W, m.H}, 0.01)
		return !(paper && around)
	case Path:
		return pathEnters(m, zone)
	}
	return true
}

// pathEnters follows the outline of a path, cubics by their chords.
func pathEnters(p Path, zone Box4) bool {
	var x, y, startX, startY float64
	grown := Box4{zone.X - p.Width/2, zone.Y - p.Width/2, zone.W + p.Width, zone.H + p.Width}
	for _, s := range p.Segs {
		switch s.Op {
		case MoveTo:
			startX, startY = s.X, s.Y
		case Close:
			if segmentEnters(x, y, startX, startY, grown) {
				return true
			}
			x, y = startX, startY
		case LineTo:
			if segmentEnters(x, y, s.X, s.Y, grown) {
				return true
			}
		case CubicTo:
			px, py := x, y
			for i := 1; i <= 8; i++ {
				qx, qy := cubicAt(x, y, s, float64(i)/8)
				if segmentEnters(px, py, qx, qy, grown) {
					return true
				}
				px, py = qx, qy
			}
		case BoxTo:
			b := s.box()
			if segmentEnters(b.X, b.Y, b.Right(), b.Y, grown) || segmentEnters(b.Right(), b.Y, b.Right(), b.Bottom(), grown) ||
				segmentEnters(b.Right(), b.Bottom(), b.X, b.Bottom(), grown) || segmentEnters(b.X, b.Bottom(), b.X, b.Y, grown) {
				return true
			}
		}
		if s.Op != Close {
			x, y = s.X, s.Y
		}
	}
	return false
}

func cubicAt(x, y float64, s Seg, t float64) (float64, float64) {
	u := 1 - t
	a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return a*x + b*s.X1 + c*s.X2 + d*s.X, a*y + b*s.Y1 + c*s.Y2 + d*s.Y
}

// segmentEnters clips a line by a rectangle (Liang–Barsky).
func segmentEnters(x1, y1, x2, y2 float64, z Box4) bool {
	t0, t1 := 0.0, 1.0
	clip := func(p, q float64) bool {
		if p == 0 {
			return q >= 0
		}
		t := q / p
		if p < 0 {
			t0 = math.Max(t0, t)
		} else {
			t1 = math.Min(t1, t)
		}
		return t0 <= t1
	}
	dx, dy := x2-x1, y2-y1
	return clip(-dx, x1-z.X) && clip(dx, z.Right()-x1) && clip(-dy, y1-z.Y) && clip(dy, z.Bottom()-y1)
}
