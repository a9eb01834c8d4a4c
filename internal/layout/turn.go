package layout

// settle moves the marks of a box from its own frame onto the page, turned by
// quarters clockwise, and signs them with the box's id.
func settle(marks []Mark, id string, quarters int, area Box4) []Mark {
	t := turner{quarters & 3, area}
	for i, m := range marks {
		marks[i] = t.mark(m, id)
	}
	return marks
}

// turner maps the frame of a box to the page. In the frame the box is as wide
// as the turned area is long.
type turner struct {
	quarters int
	area     Box4
}

func (t turner) point(x, y float64) (float64, float64) {
	a := t.area
	switch t.quarters {
	case 1:
		return a.X + a.W - y, a.Y + x
	case 2:
		return a.X + a.W - x, a.Y + a.H - y
	case 3:
		return a.X + y, a.Y + a.H - x
	}
	return a.X + x, a.Y + y
}

func (t turner) rect(x, y, w, h float64) Box4 {
	x1, y1 := t.point(x, y)
	x2, y2 := t.point(x+w, y+h)
	return Box4{min(x1, x2), min(y1, y2), max(x1, x2) - min(x1, x2), max(y1, y2) - min(y1, y2)}
}

func (t turner) mark(m Mark, id string) Mark {
	switch m := m.(type) {
	case Text:
		m.Box = id
		m.X, m.Baseline = t.point(m.X, m.Baseline)
		m.Rotate = (m.Rotate + t.quarters) & 3
		return m
	case Line:
		m.Box = id
		m.X1, m.Y1 = t.point(m.X1, m.Y1)
		m.X2, m.Y2 = t.point(m.X2, m.Y2)
		return m
	case Rect:
		m.Box = id
		b := t.rect(m.X, m.Y, m.W, m.H)
		m.X, m.Y, m.W, m.H = b.X, b.Y, b.W, b.H
		return m
	case Image:
		m.Box = id
		b := t.rect(m.X, m.Y, m.W, m.H)
		m.X, m.Y, m.W, m.H = b.X, b.Y, b.W, b.H
		m.Rotate = (m.Rotate + t.quarters) & 3
		return m
	case QR: // a code reads in every direction: it is moved, not turned
		m.Box = id
		b := t.rect(m.X, m.Y, m.Size, m.Size)
		m.X, m.Y = b.X, b.Y
		return m
	case Path:
		m.Box = id
		return t.path(m)
	}
	return m
}

func (t turner) path(m Path) Path {
	segs := make([]Seg, len(m.Segs))
	for i, s := range m.Segs {
		s.X, s.Y = t.point(s.X, s.Y)
		s.X1, s.Y1 = t.point(s.X1, s.Y1)
		s.X2, s.Y2 = t.point(s.X2, s.Y2)
		segs[i] = s
	}
	m.Segs = segs
	return m
}
