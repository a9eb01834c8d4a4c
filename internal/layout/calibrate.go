package layout

import "math"

// Calibration moves what is printed on pre-printed stock:
// x' = SX·x + K·y + DX, y' = SY·y − K·x + DY (mm). SX, SY of zero mean 1. A QR
// code and letters are moved but never scaled; DX and DY come from the test
// page of one printer, tray and stock.
type Calibration struct{ DX, DY, SX, SY, K float64 }

// Point is where a point of the page is printed, mm.
func (c Calibration) Point(x, y float64) (float64, float64) {
	sx, sy := c.SX, c.SY
	if sx == 0 {
		sx = 1
	}
	if sy == 0 {
		sy = 1
	}
	return sx*x + c.K*y + c.DX, sy*y - c.K*x + c.DY
}

// move takes a mark by its middle, so that what is not scaled stays centred on
// its place.
func (c Calibration) move(m Mark) Mark {
	if c == (Calibration{}) {
		return m
	}
	switch m := m.(type) {
	case Line:
		m.X1, m.Y1 = c.Point(m.X1, m.Y1)
		m.X2, m.Y2 = c.Point(m.X2, m.Y2)
		return m
	case Rect:
		b := c.level(Box4{m.X, m.Y, m.W, m.H})
		m.X, m.Y, m.W, m.H = b.X, b.Y, b.W, b.H
		return m
	case Path:
		segs := make([]Seg, len(m.Segs))
		for i, s := range m.Segs {
			if s.Op == BoxTo {
				segs[i] = c.box(s)
				continue
			}
			s.X, s.Y = c.Point(s.X, s.Y)
			s.X1, s.Y1 = c.Point(s.X1, s.Y1)
			s.X2, s.Y2 = c.Point(s.X2, s.Y2)
			segs[i] = s
		}
		m.Segs = segs
		return m
	}
	b := m.Bounds()
	cx, cy := b.X+b.W/2, b.Y+b.H/2
	if t, ok := m.(Text); ok { // by its baseline: the same for every line, whatever its letters
		cx, cy = textMiddle(t)
	}
	x, y := c.Point(cx, cy)
	return Move(m, x-cx, y-cy)
}

// level moves and scales a rectangle. Its skew is left out: it stays level.
func (c Calibration) level(b Box4) Box4 {
	x1, y1 := c.Point(b.X, b.Y)
	x2, y2 := c.Point(b.X+b.W, b.Y+b.H)
	return Box4{x1, y1, x2 - x1 + c.K*-b.H, y2 - y1 + c.K*b.W}
}

// box is level for a step of a path.
func (c Calibration) box(s Seg) Seg {
	return boxSeg(c.level(s.box()))
}

// textMiddle is the middle of the baseline of a text.
func textMiddle(t Text) (x, y float64) {
	half := t.Width / 2
	switch t.Rotate & 3 {
	case 1:
		return t.X, t.Baseline + half
	case 2:
		return t.X - half, t.Baseline
	case 3:
		return t.X, t.Baseline - half
	}
	return t.X + half, t.Baseline
}

// Calibrate finds the calibration that brings what a printer printed at
// measured back to where it was meant to be, by least squares. residual is the
// greatest distance, mm, that stays.
func Calibrate(meant, measured [4][2]float64) (c Calibration, residual float64) {
	var m [5][6]float64 // normal equations of SX, SY, K, DX, DY
	add := func(row [5]float64, want float64) {
		for i := range row {
			for j := range row {
				m[i][j] += row[i] * row[j]
			}
			m[i][5] += row[i] * want
		}
	}
	for i, at := range measured {
		add([5]float64{at[0], 0, at[1], 1, 0}, meant[i][0])
		add([5]float64{0, at[1], -at[0], 0, 1}, meant[i][1])
	}
	s := solve(m)
	c = Calibration{SX: s[0], SY: s[1], K: s[2], DX: s[3], DY: s[4]}
	for i, at := range measured {
		x, y := c.Point(at[0], at[1])
		residual = math.Max(residual, math.Hypot(x-meant[i][0], y-meant[i][1]))
	}
	return c, residual
}

// solve is Gauss's elimination with pivots; points on one line give NaN, which
// no caller takes.
func solve(m [5][6]float64) (x [5]float64) {
	for i := range m {
		top := i
		for r := i + 1; r < len(m); r++ {
			if math.Abs(m[r][i]) > math.Abs(m[top][i]) {
				top = r
			}
		}
		m[i], m[top] = m[top], m[i]
		for r := range m {
			if r != i {
				f := m[r][i] / m[i][i]
				for k := i; k < 6; k++ {
					m[r][k] -= f * m[i][k]
				}
			}
		}
	}
	for i := range x {
		x[i] = m[i][5] / m[i][i]
	}
	return x
}
