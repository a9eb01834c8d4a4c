package layout

// Calibration moves what is printed on pre-printed stock:
// x' = SX·x + K·y + DX, y' = SY·y − K·x + DY (mm). SX, SY of zero mean 1. A QR
// code and letters are moved but never scaled; DX and DY come from the test
// page of one printer, tray and stock.
type Calibration struct{ DX, DY, SX, SY, K float64 }

func (c Calibration) point(x, y float64) (float64, float64) {
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
		m.X1, m.Y1 = c.point(m.X1, m.Y1)
		m.X2, m.Y2 = c.point(m.X2, m.Y2)
		return m
	case Rect:
		x1, y1 := c.point(m.X, m.Y)
		x2, y2 := c.point(m.X+m.W, m.Y+m.H)
		// The skew of a rectangle is left out: it stays level.
		m.X, m.Y, m.W, m.H = x1, y1, x2-x1+c.K*-m.H, y2-y1+c.K*m.W
		return m
	case Path:
		segs := make([]Seg, len(m.Segs))
		for i, s := range m.Segs {
			s.X, s.Y = c.point(s.X, s.Y)
			s.X1, s.Y1 = c.point(s.X1, s.Y1)
			s.X2, s.Y2 = c.point(s.X2, s.Y2)
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
	x, y := c.point(cx, cy)
	return Move(m, x-cx, y-cy)
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
