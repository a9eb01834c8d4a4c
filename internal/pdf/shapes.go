package pdf

import (
	"encoding/binary"
	"math"
	"slices"
	"strconv"

	"ocoprint/internal/layout"
)

func (f frame) line(b []byte, m layout.Line) []byte {
	s := stroke{color: m.Color, width: m.Width, dash: m.Dash, cap: m.Cap}
	return painted(b, s, layout.Color{}, false, func(b []byte) []byte {
		b = nums(b, "m", f.x(m.X1), f.y(m.Y1))
		return nums(b, "l", f.x(m.X2), f.y(m.Y2))
	})
}

func (f frame) rect(b []byte, m layout.Rect) []byte {
	return painted(b, stroke{color: m.Stroke, width: m.Width}, m.Fill, false, func(b []byte) []byte {
		if m.Radius <= 0 {
			return nums(b, "re", f.x(m.X), f.y(m.Y+m.H), m.W*pt, m.H*pt)
		}
		return f.segs(b, roundRect(m))
	})
}

func (f frame) path(b []byte, m layout.Path) []byte {
	for i, from := range m.Parts {
		to := len(m.Segs)
		if i+1 < len(m.Parts) {
			to = m.Parts[i+1]
		}
		part := m
		part.Segs, part.Parts = m.Segs[from:to], nil
		b = f.path(b, part)
	}
	if len(m.Parts) > 0 {
		return b
	}
	s := stroke{m.Stroke, m.Width, m.Dash, m.Cap, m.Join}
	if len(m.Segs) < 6 {
		return painted(b, s, m.Fill, m.EvenOdd, func(b []byte) []byte { return f.segs(b, m.Segs) })
	}
	// A shape that comes again elsewhere, a star say, is written from its own
	// first point, so that its numbers come again too and cost nothing.
	x, y := f.x(m.Segs[0].X), f.y(m.Segs[0].Y)
	b = nums(append(b, "q 1 0 0 1 "...), "cm", x, y)
	from := frame{left: -m.Segs[0].X, high: m.Segs[0].Y * pt}
	b = painted(b, s, m.Fill, m.EvenOdd, func(b []byte) []byte { return from.segs(b, m.Segs) })
	return append(b, "Q\n"...)
}

func (f frame) segs(b []byte, segs []layout.Seg) []byte {
	for _, s := range segs {
		switch s.Op {
		case layout.MoveTo:
			b = nums(b, "m", f.x(s.X), f.y(s.Y))
		case layout.LineTo:
			b = nums(b, "l", f.x(s.X), f.y(s.Y))
		case layout.CubicTo:
			b = nums(b, "c", f.x(s.X1), f.y(s.Y1), f.x(s.X2), f.y(s.Y2), f.x(s.X), f.y(s.Y))
		case layout.Close:
			b = append(b, "h\n"...)
		case layout.BoxTo:
			b = nums(b, "re", f.x(min(s.X1, s.X)), f.y(max(s.Y1, s.Y)), math.Abs(s.X-s.X1)*pt, math.Abs(s.Y-s.Y1)*pt)
		}
	}
	return b
}

// roundRect draws the corners as the usual four cubic curves.
func roundRect(m layout.Rect) []layout.Seg {
	r := min(m.Radius, m.W/2, m.H/2)
	k := r * 0.44771525 // 1 − 0.55228475, the handle of a quarter circle
	x0, y0, x1, y1 := m.X, m.Y, m.X+m.W, m.Y+m.H
	curve := func(x1, y1, x2, y2, x, y float64) layout.Seg {
		return layout.Seg{Op: layout.CubicTo, X1: x1, Y1: y1, X2: x2, Y2: y2, X: x, Y: y}
	}
	to := func(op layout.Op, x, y float64) layout.Seg { return layout.Seg{Op: op, X: x, Y: y} }
	return []layout.Seg{
		to(layout.MoveTo, x0+r, y0), to(layout.LineTo, x1-r, y0), curve(x1-k, y0, x1, y0+k, x1, y0+r),
		to(layout.LineTo, x1, y1-r), curve(x1, y1-k, x1-k, y1, x1-r, y1),
		to(layout.LineTo, x0+r, y1), curve(x0+k, y1, x0, y1-k, x0, y1-r),
		to(layout.LineTo, x0, y0+r), curve(x0, y0+k, x0+k, y0, x0+r, y0), {Op: layout.Close},
	}
}

// qr draws a code as one path: white ground with its quiet zone, then the
// modules in black alone. Inside the transformation a module is 1, so edges are
// whole numbers and, since 600 dpi is 0.12 pt, fall on printer dots.
func (f frame) qr(b []byte, m layout.QR, t *tiles) []byte {
	b = fillColor(b, layout.White)
	b = nums(b, "re", f.x(m.X), f.y(m.Y+m.Size), m.Size*pt, m.Size*pt)
	b = append(b, "f\nq\n"...)
	b = fillColor(b, layout.Black)
	module := m.Size / float64(m.N+2*m.Quiet) // mm
	edge := float64(m.Quiet) * module
	b = append(num(b, module*pt, 5), "0 0 "...)
	b = num(b, -module*pt, 5)
	b = num(b, f.x(m.X+edge), 3)
	b = append(num(b, f.y(m.Y+edge), 3), "cm\n"...)
	b = t.modules(b, m.Modules)
	return append(b, "f\nQ\n"...)
}

// tiles finds the rectangles of codes, one code after the other in the same
// memory.
type tiles struct {
	found, sorted []block
	above, here   []modulesRun
}

// modulesRun is a run of black modules in a row and its rectangle.
type modulesRun struct{ x, w, at int }

// modules writes the black modules as few rectangles: runs along a row, as far
// down as the same run goes on. Rectangles of one shape stand together, which
// saves a tenth after compression.
func (t *tiles) modules(b []byte, rows [][]bool) []byte {
	found, above, here := t.found[:0], t.above[:0], t.here[:0]
	for y, row := range rows {
		here = here[:0]
		up := 0
		for x := 0; x < len(row); x++ {
			if !row[x] {
				continue
			}
			r := modulesRun{x: x, at: len(found)}
			for x < len(row) && row[x] {
				x++
			}
			r.w = x - r.x
			for up < len(above) && above[up].x < r.x {
				up++
			}
			if up < len(above) && above[up].x == r.x && above[up].w == r.w {
				r.at = above[up].at
				found[r.at][3]++
			} else {
				found = append(found, block{uint8(r.x), uint8(y), uint8(r.w), 1})
			}
			here = append(here, r)
		}
		above, here = here, above
	}
	t.found, t.above, t.here = found, above, here
	n := len(b)
	b = slices.Grow(b, 20*len(found)+1) // four numbers of at most three digits
	b = b[:cap(b)]
	for _, r := range t.byShape() {
		for _, v := range r {
			binary.LittleEndian.PutUint32(b[n:], small[v].text)
			n += small[v].len
		}
		n += copy(b[n:], "re\n")
	}
	return b[:n]
}

// small are the numbers up to 255 with a space: a page has thousands.
var small = func() (s [256]struct {
	text uint32 // the first byte lowest
	len  int
}) {
	for i := range s {
		var b [4]byte
		s[i].len = copy(b[:], strconv.Itoa(i)+" ")
		s[i].text = binary.LittleEndian.Uint32(b[:])
	}
	return s
}()

// block is a rectangle of modules: x, y, width, height. A code has at most 177
// modules a side.
type block [4]uint8

// byShape sorts by width and height, keeping the order within a shape. A
// counting sort: this runs for every certificate.
func (t *tiles) byShape() []block {
	var at [1 << 8]int32 // shapes beyond 15 × 15 are one class: there are hardly any
	class := func(r block) int { return int(min(r[2], 15))<<4 | int(min(r[3], 15)) }
	for _, r := range t.found {
		at[class(r)]++
	}
	var sum int32
	for i, n := range at {
		at[i], sum = sum, sum+n
	}
	t.sorted = slices.Grow(t.sorted[:0], len(t.found))[:len(t.found)]
	for _, r := range t.found {
		c := class(r)
		t.sorted[at[c]] = r
		at[c]++
	}
	return t.sorted
}
