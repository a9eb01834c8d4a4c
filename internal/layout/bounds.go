package layout

import "math"

// Right and Bottom edges of the rectangle.
func (b Box4) Right() float64  { return b.X + b.W }
func (b Box4) Bottom() float64 { return b.Y + b.H }

// Empty reports whether the rectangle covers nothing.
func (b Box4) Empty() bool { return b.W <= 0 || b.H <= 0 }

// Overlap gives the common part of two rectangles; it may be Empty.
func (b Box4) Overlap(o Box4) Box4 {
	x, y := math.Max(b.X, o.X), math.Max(b.Y, o.Y)
	return Box4{x, y, math.Min(b.Right(), o.Right()) - x, math.Min(b.Bottom(), o.Bottom()) - y}
}

// Inside reports whether b lies in o, give or take eps mm.
func (b Box4) Inside(o Box4, eps float64) bool {
	return b.X >= o.X-eps && b.Y >= o.Y-eps && b.Right() <= o.Right()+eps && b.Bottom() <= o.Bottom()+eps
}

// Union is the smallest rectangle around both.
func (b Box4) Union(o Box4) Box4 {
	if b.W == 0 && b.H == 0 {
		return o
	}
	x, y := math.Min(b.X, o.X), math.Min(b.Y, o.Y)
	return Box4{x, y, math.Max(b.Right(), o.Right()) - x, math.Max(b.Bottom(), o.Bottom()) - y}
}

// Bounds of a text: from ascent to descent, over its whole width.
func (m Text) Bounds() Box4 {
	switch m.Rotate & 3 {
	case 1: // reads downwards
		return Box4{m.X - m.Descent, m.Baseline, m.Ascent + m.Descent, m.Width}
	case 2:
		return Box4{m.X - m.Width, m.Baseline - m.Descent, m.Width, m.Ascent + m.Descent}
	case 3: // reads upwards
		return Box4{m.X - m.Ascent, m.Baseline - m.Width, m.Ascent + m.Descent, m.Width}
	}
	return Box4{m.X, m.Baseline - m.Ascent, m.Width, m.Ascent + m.Descent}
}

// Bounds of a line, its width included.
func (m Line) Bounds() Box4 {
	h := m.Width / 2
	x, y := math.Min(m.X1, m.X2), math.Min(m.Y1, m.Y2)
	return Box4{x - h, y - h, math.Abs(m.X2-m.X1) + m.Width, math.Abs(m.Y2-m.Y1) + m.Width}
}

// Bounds of a rectangle, half its stroke included.
func (m Rect) Bounds() Box4 {
	h := 0.0
	if m.Stroke.Painted() {
		h = m.Width / 2
	}
	return Box4{m.X - h, m.Y - h, m.W + 2*h, m.H + 2*h}
}

// Bounds of a path: of its points and control points, half the stroke included.
func (m Path) Bounds() Box4 {
	if len(m.Segs) == 0 {
		return Box4{}
	}
	minX, minY, maxX, maxY := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	see := func(x, y float64) {
		minX, maxX = math.Min(minX, x), math.Max(maxX, x)
		minY, maxY = math.Min(minY, y), math.Max(maxY, y)
	}
	for _, s := range m.Segs {
		switch s.Op {
		case CubicTo:
			see(s.X1, s.Y1)
			see(s.X2, s.Y2)
			see(s.X, s.Y)
		case MoveTo, LineTo:
			see(s.X, s.Y)
		case BoxTo:
			see(s.X1, s.Y1)
			see(s.X, s.Y)
		}
	}
	h := 0.0
	if m.Stroke.Painted() {
		h = m.Width / 2
	}
	return Box4{minX - h, minY - h, maxX - minX + 2*h, maxY - minY + 2*h}
}

// Bounds of a picture.
func (m Image) Bounds() Box4 { return Box4{m.X, m.Y, m.W, m.H} }

// Bounds of a code, quiet zone included.
func (m QR) Bounds() Box4 { return Box4{m.X, m.Y, m.Size, m.Size} }
