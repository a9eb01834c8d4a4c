package layout

import "math"

// terraces are rice terraces (ruộng bậc thang) that rise from the foot of the
// area: one shape a step, paler towards the sky, each with a bright bund.
// Colours: foot, sky, bund. Params: steps, swell (mm), width of the bund (mm),
// lean: mm by which the right side stands higher, valley: 1 lowers the middle.
func terraces(o Canvas) []Mark {
	a := o.area()
	steps := max(2, o.N("steps"))
	var out []Mark
	for i := range steps {
		rise := float64(i) / float64(steps-1)
		pts := contour(o, rise)
		shape := &pen{}
		shape.to(a.X, a.Bottom())
		shape.line(pts[0][0], pts[0][1])
		shape.through(pts)
		shape.line(a.Right(), a.Bottom())
		shape.close()
		out = append([]Mark{shape.fill(blend(o.Color(0), o.Color(1), rise))}, out...)
		if w := o.P("width"); w > 0 && i > 0 {
			bund := &pen{}
			bund.to(pts[0][0], pts[0][1])
			bund.through(pts)
			out = append(out[:1], append([]Mark{bund.stroke(o.Color(2), w)}, out[1:]...)...)
		}
	}
	return out
}

// contour is the upper edge of a terrace; neighbours are alike, as on a slope.
func contour(o Canvas, rise float64) [][2]float64 {
	a, swell := o.area(), o.P("swell")
	const parts = 36
	var pts [][2]float64
	for i := range parts + 1 {
		t := float64(i) / parts
		bend := math.Sin(2*math.Pi*(1.15*t+0.30*rise+0.1)) + 0.45*math.Sin(2*math.Pi*(2.6*t-0.55*rise+0.35)) + 0.2*math.Sin(2*math.Pi*(5.3*t+0.9*rise))
		slope := o.P("lean")*(t-0.5) + o.P("valley")*swell*3*(math.Pow(2*t-1, 2)-0.5)
		y := a.Bottom() - (a.H-1.6*swell)*(0.12+0.88*rise)*1 - (bend*swell*(0.35+0.65*rise)+slope)*(0.25+0.75*rise)
		pts = append(pts, [2]float64{a.X + a.W*t, math.Min(y, a.Bottom())})
	}
	return pts
}

// sunrise are rays from the middle of the area's foot. Colours: the rays.
// Params: rays, inner (mm): where they begin, spread: share of a turn.
func sunrise(o Canvas) []Mark {
	a := o.area()
	rays := max(3, o.N("rays"))
	spread := o.P("spread")
	cx, cy, r := a.X+a.W/2, a.Bottom(), math.Hypot(a.W/2, a.H)
	inner := o.P("inner")
	l := &pen{}
	for i := range rays {
		from := (float64(i)/float64(rays) - 0.5) * spread
		to := from + spread/float64(rays)*0.5
		x1, y1 := polar(cx, cy, from, inner)
		x2, y2 := clip(a, cx, cy, from, r)
		x3, y3 := clip(a, cx, cy, to, r)
		x4, y4 := polar(cx, cy, to, inner)
		l.polygon(x1, y1, x2, y2, x3, y3, x4, y4)
	}
	return []Mark{l.fill(o.Color(0))}
}

// clip goes from the middle of the foot in a direction as far as the area's edge.
func clip(a Box4, cx, cy, turn, r float64) (x, y float64) {
	x, y = polar(cx, cy, turn, r)
	dx, dy := x-cx, y-cy
	s := 1.0
	if dx != 0 {
		s = math.Min(s, a.W/2/math.Abs(dx))
	}
	if dy != 0 {
		s = math.Min(s, a.H/math.Abs(dy))
	}
	return cx + dx*s, cy + dy*s
}

// drum is a rosette in rings around a star of many rays, in the manner of the
// old bronze drums but after none of them; meant to be pale, behind text.
// Colours: the ink. Params: rays.
func drum(o Canvas) []Mark {
	a := o.area()
	cx, cy, r := a.X+a.W/2, a.Y+a.H/2, math.Min(a.W, a.H)/2
	rays := max(6, o.N("rays"))
	ink := &pen{}
	for i := range rays {
		turn := float64(i) / float64(rays)
		tx, ty := polar(cx, cy, turn, r*0.30)
		lx, ly := polar(cx, cy, turn-0.5/float64(rays), r*0.095)
		rx, ry := polar(cx, cy, turn+0.5/float64(rays), r*0.095)
		ink.polygon(cx, cy, lx, ly, tx, ty, rx, ry)
		// a feather between two rays
		half := turn + 0.5/float64(rays)
		for j := range 3 {
			in, w := r*(0.155+0.05*float64(j)), 0.1/float64(rays)*(1+1.1*float64(j))
			ax, ay := polar(cx, cy, half-w, in+r*0.03)
			bx, by := polar(cx, cy, half, in)
			dx, dy := polar(cx, cy, half+w, in+r*0.03)
			ex, ey := polar(cx, cy, half, in+r*0.012)
			ink.polygon(ax, ay, bx, by, dx, dy, ex, ey)
		}
	}
	out := []Mark{ink.fill(o.Color(0))}
	rings := &pen{}
	for _, at := range []float64{0.33, 0.345, 0.43, 0.445, 0.60, 0.615, 0.74, 0.755, 0.90, 0.92, 0.97, 1} {
		rings.circle(cx, cy, r*at)
	}
	out = append(out, rings.evenOdd(o.Color(0)))
	return append(out, drumRing(cx, cy, r, o.Color(0))...)
}

// drumRing fills the rings: dots joined by strokes, combs, chevrons, teeth.
func drumRing(cx, cy, r float64, c Color) []Mark {
	dots, combs := &pen{}, &pen{}
	for i := range 56 {
		turn := float64(i) / 56
		x, y := polar(cx, cy, turn, r*0.387)
		dots.circle(x, y, r*0.018)
		dots.circle(x, y, r*0.008)
	}
	for i := range 180 {
		turn := float64(i) / 180
		x1, y1 := polar(cx, cy, turn, r*0.46)
		x2, y2 := polar(cx, cy, turn+0.0012, r*0.46)
		x3, y3 := polar(cx, cy, turn+0.0012, r*0.585)
		x4, y4 := polar(cx, cy, turn, r*0.585)
		if i%6 < 4 {
			combs.polygon(x1, y1, x2, y2, x3, y3, x4, y4)
		}
		if i%6 == 5 { // a rhombus stands between the combs
			m1x, m1y := polar(cx, cy, turn-0.0055, r*0.5225)
			m2x, m2y := polar(cx, cy, turn+0.0055, r*0.5225)
			tx, ty := polar(cx, cy, turn, r*0.575)
			bx, by := polar(cx, cy, turn, r*0.47)
			combs.polygon(m1x, m1y, tx, ty, m2x, m2y, bx, by)
		}
	}
	for i := range 72 {
		turn := float64(i) / 72
		for _, in := range []float64{0.635, 0.685} {
			x1, y1 := polar(cx, cy, turn, r*in)
			x2, y2 := polar(cx, cy, turn+0.5/72, r*(in+0.035))
			x3, y3 := polar(cx, cy, turn+1.0/72, r*in)
			x4, y4 := polar(cx, cy, turn+0.5/72, r*(in+0.016))
			combs.polygon(x1, y1, x2, y2, x3, y3, x4, y4)
		}
	}
	for i := range 96 {
		turn := float64(i) / 96
		x1, y1 := polar(cx, cy, turn, r*0.775)
		x2, y2 := polar(cx, cy, turn+0.5/96, r*0.885)
		x3, y3 := polar(cx, cy, turn+1.0/96, r*0.775)
		combs.polygon(x1, y1, x2, y2, x3, y3)
	}
	return []Mark{dots.evenOdd(c), combs.fill(c)}
}

// teaSprig is a shoot with two leaves and a bud, lying along the area, its stem
// at the left; mirrored when params flip is 1. Colours: leaf, its dark half.
func teaSprig(o Canvas) []Mark {
	a := o.area()
	flip := o.P("flip") == 1
	at := func(u, v float64) (float64, float64) {
		if flip {
			u = 1 - u
		}
		return a.X + a.W*u, a.Y + a.H*v
	}
	light, dark, stem := &pen{}, &pen{}, &pen{}
	leaf := func(u0, v0, u1, v1, fat float64) {
		x0, y0 := at(u0, v0)
		x1, y1 := at(u1, v1)
		nx, ny := (y1-y0)*fat, -(x1-x0)*fat
		for i, l := range []*pen{light, dark} {
			side := 1 - 2*float64(i)
			l.to(x0, y0)
			l.curve(x0+(x1-x0)*0.25+side*nx, y0+(y1-y0)*0.25+side*ny, x0+(x1-x0)*0.7+side*nx*0.9, y0+(y1-y0)*0.7+side*ny*0.9, x1, y1)
			l.close()
		}
	}
	leaf(0.10, 0.62, 0.42, 0.10, 0.30)
	leaf(0.16, 0.64, 0.50, 0.92, 0.28)
	leaf(0.36, 0.57, 0.70, 0.16, 0.28)
	leaf(0.42, 0.57, 0.76, 0.82, 0.26)
	leaf(0.62, 0.50, 1.00, 0.44, 0.16)
	x0, y0 := at(0, 0.66)
	x1, y1 := at(0.62, 0.50)
	mx, my := at(0.3, 0.62)
	stem.to(x0, y0)
	stem.curve(mx, my, mx, my, x1, y1)
	return []Mark{dark.fill(o.Color(1)), light.fill(o.Color(0)), stem.stroke(o.Color(1), a.H*0.035)}
}
