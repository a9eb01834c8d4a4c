package layout

import "math"

func (s *starsBox) compile(l *loader, b *boxFormat) {
	s.said = l.phrase(s.Count)
	s.fill = l.color(s.Fill, Black)
	s.stroke = l.color(s.Stroke, Color{})
	s.empty = l.color(s.Empty, s.fill)
	s.shade = l.color(s.Shade, s.fill)
	l.within(b.node, "of", float64(s.Of), 0, 10)
	l.within(b.node, "gap", s.Gap, -0.3, 5)
	l.within(b.node, "waist", s.Waist, 0.1, 0.9)
	l.within(b.node, "width", s.Width, 0.02, 10)
	l.within(b.node, "arc", s.Arc, -100, 100)
}

func (s *starsBox) reads() []string { return s.said.names() }

// A star whose centre lies at 0, 0 with radius 1 spans these.
var (
	starWide = 2 * math.Sin(72*math.Pi/180) // 1.902
	starUp   = 1.0                          // to the tip
	starDown = math.Cos(36 * math.Pi / 180) // 0.809, to the feet
)

func (s *starsBox) draw(r *renderer, w, h float64) []Mark { return s.row(r, r.text(s.said), w, h) }

// row draws the stars of a count.
func (s *starsBox) row(r *renderer, said string, w, h float64) []Mark {
	if said == "" {
		return nil
	}
	n, ok := number(said)
	if !ok || n < 0 || n > 10 || n != math.Trunc(n) {
		r.problem(Error, notStars.With("value", said))
		return nil
	}
	total := max(int(n), s.Of)
	if total == 0 {
		return nil
	}
	// The largest radius at which the row fits both ways.
	span := float64(total) + float64(total-1)*s.Gap // in star widths
	radius := math.Min(w/(span*starWide), (h-math.Abs(s.Arc))/(starUp+starDown))
	if radius <= 0 {
		return nil
	}
	one := radius * starWide
	x := (w-span*one)/2 + one/2
	switch s.Align {
	case "left":
		x = one / 2
	case "right":
		x = w - span*one + one/2
	}
	y := (h-(starUp+starDown)*radius)/2 + starUp*radius
	var marks []Mark
	for i := range total {
		cx := x + float64(i)*one*(1+s.Gap)
		marks = append(marks, s.star(cx, y+s.lift(i, total), radius, i < int(n))...)
	}
	return marks
}

// lift arches the row: the middle is higher by Arc than the ends.
func (s *starsBox) lift(i, total int) float64 {
	if total < 2 {
		return 0
	}
	t := 2*float64(i)/float64(total-1) - 1
	return s.Arc * (t*t - 0.5)
}

func (s *starsBox) star(cx, cy, radius float64, full bool) []Mark {
	outline := Star(cx, cy, radius, s.Waist)
	if !full {
		return []Mark{Path{Segs: outline, Stroke: s.empty, Width: s.Width, Join: MiterJoin}}
	}
	marks := []Mark{Path{Segs: outline, Fill: s.fill, Stroke: s.stroke, Width: s.Width}}
	if s.Facets {
		marks = append(marks, Path{Segs: starFacets(cx, cy, radius, s.Waist), Fill: s.shade})
	}
	return marks
}

// Star is a five-pointed star around cx, cy, one point up. waist is the inner
// radius as a share of the outer; 0.382 makes the arms straight.
func Star(cx, cy, radius, waist float64) []Seg {
	segs := make([]Seg, 0, 11)
	for i := range 10 {
		x, y := starPoint(cx, cy, radius, waist, i)
		op := LineTo
		if i == 0 {
			op = MoveTo
		}
		segs = append(segs, Seg{Op: op, X: x, Y: y})
	}
	return append(segs, Seg{Op: Close})
}

func starPoint(cx, cy, radius, waist float64, i int) (x, y float64) {
	if i%2 == 1 {
		radius *= waist
	}
	a := float64(i)*math.Pi/5 - math.Pi/2
	return cx + radius*math.Cos(a), cy + radius*math.Sin(a)
}

// starFacets are the five dark halves of the arms, all on the same side of
// their tips, as light from the upper left makes them.
func starFacets(cx, cy, radius, waist float64) []Seg {
	var segs []Seg
	for i := 0; i < 10; i += 2 {
		tx, ty := starPoint(cx, cy, radius, waist, i)
		wx, wy := starPoint(cx, cy, radius, waist, i+1)
		segs = append(segs, Seg{Op: MoveTo, X: cx, Y: cy}, Seg{Op: LineTo, X: tx, Y: ty}, Seg{Op: LineTo, X: wx, Y: wy}, Seg{Op: Close})
	}
	return segs
}
