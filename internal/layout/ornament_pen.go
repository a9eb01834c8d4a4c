package layout

import "math"

// pen gathers the steps of one path.
type pen struct {
	segs  []Seg
	parts []int
}

func (p *pen) to(x, y float64)   { p.segs = append(p.segs, Seg{Op: MoveTo, X: x, Y: y}) }
func (p *pen) line(x, y float64) { p.segs = append(p.segs, Seg{Op: LineTo, X: x, Y: y}) }
func (p *pen) close()            { p.segs = append(p.segs, Seg{Op: Close}) }

func (p *pen) curve(x1, y1, x2, y2, x, y float64) {
	p.segs = append(p.segs, Seg{Op: CubicTo, X1: x1, Y1: y1, X2: x2, Y2: y2, X: x, Y: y})
}

// polygon adds a closed figure; coordinates come in pairs.
func (p *pen) polygon(xy ...float64) {
	p.to(xy[0], xy[1])
	for i := 2; i+1 < len(xy); i += 2 {
		p.line(xy[i], xy[i+1])
	}
	p.close()
}

func (p *pen) rect(x, y, w, h float64) {
	p.segs = append(p.segs, boxSeg(Box4{x, y, w, h}))
}

// part begins figures that stand apart and may be painted by themselves.
func (p *pen) part() { p.parts = append(p.parts, len(p.segs)) }

// circle goes clockwise, or the other way to cut a hole.
func (p *pen) circle(cx, cy, r float64) {
	const k = 0.55228475
	p.to(cx+r, cy)
	p.curve(cx+r, cy+k*r, cx+k*r, cy+r, cx, cy+r)
	p.curve(cx-k*r, cy+r, cx-r, cy+k*r, cx-r, cy)
	p.curve(cx-r, cy-k*r, cx-k*r, cy-r, cx, cy-r)
	p.curve(cx+k*r, cy-r, cx+r, cy-k*r, cx+r, cy)
	p.close()
}

// polar gives the point at an angle (clockwise from the top, in turns) and a
// distance from a middle.
func polar(cx, cy, turn, r float64) (x, y float64) {
	sin, cos := math.Sincos(2 * math.Pi * turn)
	return cx + r*sin, cy - r*cos
}

// through adds a smooth curve through points, as Catmull and Rom draw it. The
// first point continues the path.
func (p *pen) through(pts [][2]float64) {
	at := func(i int) [2]float64 { return pts[max(0, min(len(pts)-1, i))] }
	for i := 0; i+1 < len(pts); i++ {
		a, b, c, d := at(i-1), at(i), at(i+1), at(i+2)
		p.curve(b[0]+(c[0]-a[0])/6, b[1]+(c[1]-a[1])/6, c[0]-(d[0]-b[0])/6, c[1]-(d[1]-b[1])/6, c[0], c[1])
	}
}

func (p *pen) fill(c Color) Path    { return Path{Segs: p.segs, Parts: p.parts, Fill: c} }
func (p *pen) evenOdd(c Color) Path { return Path{Segs: p.segs, Fill: c, EvenOdd: true} }

func (p *pen) stroke(c Color, width float64) Path {
	return Path{Segs: p.segs, Stroke: c, Width: width, Join: MiterJoin}
}

// blend mixes two CMYK colours; at 0 it is a, at 1 it is b.
func blend(a, b Color, at float64) Color {
	m := func(x, y float64) float64 { return math.Round((x+(y-x)*at)*10) / 10 }
	return Ink(m(a.C, b.C), m(a.M, b.M), m(a.Y, b.Y), m(a.K, b.K))
}

func (o Canvas) area() Box4 { return Box4{W: o.W, H: o.H} }
