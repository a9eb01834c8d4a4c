package papers

import "ocoprint/internal/layout"

// moved gives a mark at another place of the page, dx and dy mm away.
func moved(m layout.Mark, dx, dy float64) layout.Mark {
	switch m := m.(type) {
	case layout.Text:
		m.X, m.Baseline = m.X+dx, m.Baseline+dy
		return m
	case layout.Line:
		m.X1, m.X2, m.Y1, m.Y2 = m.X1+dx, m.X2+dx, m.Y1+dy, m.Y2+dy
		return m
	case layout.Rect:
		m.X, m.Y = m.X+dx, m.Y+dy
		return m
	case layout.Image:
		m.X, m.Y = m.X+dx, m.Y+dy
		return m
	case layout.QR:
		m.X, m.Y = m.X+dx, m.Y+dy
		return m
	case layout.Path:
		segs := make([]layout.Seg, len(m.Segs))
		for i, s := range m.Segs {
			s.X, s.X1, s.X2 = s.X+dx, s.X1+dx, s.X2+dx
			s.Y, s.Y1, s.Y2 = s.Y+dy, s.Y1+dy, s.Y2+dy
			segs[i] = s
		}
		m.Segs = segs
		return m
	}
	return m
}

// onto copies the marks of a small page onto a large one.
func onto(big *layout.Page, small layout.Page, dx, dy float64) {
	for _, m := range small.Marks {
		big.Marks = append(big.Marks, moved(m, dx, dy))
	}
}

// cutLine is a fine dashed line along which a sheet is cut or folded.
func cutLine(x1, y1, x2, y2 float64) layout.Line {
	return layout.Line{Box: "cat", X1: x1, Y1: y1, X2: x2, Y2: y2, Width: 0.15, Color: layout.Gray(60), Dash: []float64{2, 1.5}}
}

// tiled lays small pages onto sheets of w × h mm, columns × rows to a sheet,
// with lines to cut along.
func tiled(small []layout.Page, w, h float64, columns, rows int) []layout.Page {
	var sheets []layout.Page
	for i, p := range small {
		at := i % (columns * rows)
		if at == 0 {
			sheets = append(sheets, cutSheet(w, h, columns, rows))
		}
		big := &sheets[len(sheets)-1]
		cellW, cellH := w/float64(columns), h/float64(rows)
		col, row := at%columns, at/columns
		onto(big, p, float64(col)*cellW+(cellW-p.W)/2, float64(row)*cellH+(cellH-p.H)/2)
	}
	return sheets
}

func cutSheet(w, h float64, columns, rows int) layout.Page {
	p := layout.Page{W: w, H: h}
	for c := 1; c < columns; c++ {
		x := w * float64(c) / float64(columns)
		p.Marks = append(p.Marks, cutLine(x, 0, x, h))
	}
	for r := 1; r < rows; r++ {
		y := h * float64(r) / float64(rows)
		p.Marks = append(p.Marks, cutLine(0, y, w, y))
	}
	return p
}
