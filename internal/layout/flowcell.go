package layout

// setCell is the text of a cell in lines.
type setCell struct {
	prose *prose
	pen   setting
	lines []piece
	pitch float64
	drop  float64 // from the top of a line to its baseline
}

func (s *setCell) height() float64 { return float64(len(s.lines)) * s.pitch }

// Small type is tried before a word is called too wide for its cell.
const (
	cellStep  = 0.5 // pt
	cellFloor = 0.6 // of the asked size
)

func (g *grid) room(p *placed) float64 {
	return g.lefts[p.col+p.cols] - g.lefts[p.col] - 2*g.t.Pad
}

// set breaks the text of a cell into lines, smaller when a word is too wide.
func (g *grid) set(p *placed) {
	s := g.style(p)
	pr := g.f.prose(spans(p.cell.Text), s.regular, s.bold)
	room := g.room(p)
	size := s.size
	var lines []piece
	for ; ; size -= cellStep {
		units := room / (size / 1000 * MM)
		var wide bool
		if lines, wide = g.breakCell(p, pr, units); !wide {
			break
		}
		if size-cellStep < s.size*cellFloor {
			g.f.problem(flowWide.With("text", pr.text))
			break
		}
	}
	m := g.f.faces.Metrics(s.regular, size)
	pitch := size * s.leading * MM
	p.set = &setCell{pr, setting{box: g.box, size: size}, lines, pitch, (pitch-m.Ascent-m.Descent)/2 + m.Ascent}
	if pr.text == "" {
		p.set.lines = nil
	}
}

// breakCell fills the lines to know how many there are, then evens them out: a
// cell of two lines reads better in halves than as a full line and a rest.
func (g *grid) breakCell(p *placed, pr *prose, units float64) (lines []piece, wide bool) {
	if !p.head && p.kind == BodyRow && g.t.Columns[p.col].NoWrap {
		lines, _ = pr.fill(1e9, 1e9) // only the newlines of the text
		for _, l := range lines {
			wide = wide || pr.width(l.from, l.to, 0) > units
		}
		return lines, wide
	}
	lines, wide = pr.filled(units, units, looseCell)
	most := evenUpTo
	if !p.head && p.kind == BodyRow && g.t.Columns[p.col].Running {
		most = 2
	}
	if n := len(lines); !wide && n > 1 && n <= most {
		if better, _, ok := pr.even(n, units, 0, true); ok {
			return better, false
		}
	}
	return lines, wide
}

// evenUpTo is the number of lines up to which a cell is evened out.
const evenUpTo = 24

func (g *grid) style(p *placed) style {
	bold := p.cell.Bold || p.head || p.kind == GroupRow || p.kind == TotalRow
	size := p.cell.Size
	if size == 0 {
		size = g.t.Size
	}
	return g.f.style(Para{Size: size, Bold: bold, Italic: p.cell.Italic, Leading: g.t.Leading})
}

// align of a cell: its own, else centred in a head, else its column's; a group
// row reads from the left.
func (g *grid) align(p *placed) (Align, VAlign) {
	a, v := g.t.Columns[p.col].Align, g.t.Columns[p.col].VAlign
	switch {
	case p.head:
		a, v = Center, Middle
	case p.kind == GroupRow && p.cols > 1:
		a = Left
	case p.kind == TotalRow && p.cols > 1:
		a = Center
	}
	if p.cell.Align != nil {
		a = *p.cell.Align
	}
	if p.cell.VAlign != nil {
		v = *p.cell.VAlign
	}
	return a, v
}

// draw puts the cell down in its rectangle.
func (g *grid) draw(p *placed, top, h float64) []Mark {
	area := Box4{g.lefts[p.col], top, g.lefts[p.col+p.cols] - g.lefts[p.col], h}
	marks := []Mark{Rect{Box: g.box, X: area.X, Y: area.Y, W: area.W, H: area.H,
		Fill: p.cell.Fill, Stroke: Black, Width: g.t.Line}}
	inner := Box4{area.X + g.t.Pad, area.Y + g.t.PadY, area.W - 2*g.t.Pad, area.H - 2*g.t.PadY}
	a, v := g.align(p)
	y := inner.Y
	switch v {
	case Middle:
		y += (inner.H - p.set.height()) / 2
	case Bottom:
		y += inner.H - p.set.height()
	}
	for _, l := range p.set.lines {
		dx, ws := place(p.set.prose, p.set.pen, l, a, inner.W)
		marks = append(marks, p.set.prose.setLine(p.set.pen, l, inner.X+dx, y+p.set.drop, ws)...)
		y += p.set.pitch
	}
	if p.cell.Marks != nil {
		marks = append(marks, p.cell.Marks(inner)...)
	}
	return marks
}
