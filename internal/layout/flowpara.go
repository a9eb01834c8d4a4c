package layout

import "strings"

// Paragraph sets a text; **bold** spans are read, and a newline is a line break.
func (f *Flow) Paragraph(text string, p Para) {
	set := f.setPara(text, p, f.id("doan"), f.Left(), f.Width())
	n := len(set)
	for i, b := range set {
		// Two lines at least stay together at either end of the paragraph.
		b.keepNext = p.KeepNext || (i == 0 && n > 1) || i == n-2
		if i == n-1 {
			b.keepNext = p.KeepNext
		}
		f.add(b)
	}
}

// setPara breaks a paragraph into lines, one block each.
func (f *Flow) setPara(text string, p Para, box string, left, width float64) []block {
	s := f.style(p)
	pr := f.prose(spans(strings.Trim(text, " ")), s.regular, s.bold)
	pen := setting{box: box, size: s.size, color: p.Color}
	room := width - p.Indent - p.IndentRight
	lines := f.breakPara(pr, pen, p, room)
	pitch := s.size * s.leading * MM
	m := f.faces.Metrics(s.regular, s.size)
	drop := (pitch-m.Ascent-m.Descent)/2 + m.Ascent
	blocks := make([]block, len(lines))
	for i, l := range lines {
		x, avail := left+p.Indent, room
		if pr.begins(l) {
			x, avail = x+p.FirstIndent, avail-p.FirstIndent
		}
		dx, wordSpace := place(pr, pen, l, p.Align, avail)
		blocks[i] = block{h: pitch, marks: pr.setLine(pen, l, x+dx, drop, wordSpace)}
	}
	if n := len(blocks); n > 0 {
		blocks[0].before, blocks[n-1].after = p.Before, p.After
		if p.Rule > 0 {
			f.ruleUnder(&blocks[n-1], pr, pen, lines[n-1], p.Rule, box)
		}
	}
	return blocks
}

// begins reports whether a line is the first after a newline or of the text.
func (p *prose) begins(l piece) bool { return l.from == 0 || p.text[l.from-1] == '\n' }

// place says where a line starts in its room and how far its blanks are
// widened, both mm.
func place(pr *prose, p setting, l piece, a Align, room float64) (dx, wordSpace float64) {
	slack := room - p.mm(pr.width(l.from, l.to, p.spacing()))
	switch a {
	case Center:
		return slack/2 + pr.hang(p, l)/2, 0
	case Right:
		return slack, 0
	case Justify:
		blanks := pr.at[l.to].blank - pr.at[l.from].blank
		if ws := slack / float64(max(blanks, 1)); !l.last && blanks > 0 && slack > 0 && ws <= maxStretch*p.size*MM {
			return 0, ws
		}
	}
	return 0, 0
}

// maxStretch is the most, in em, by which a blank is widened to justify a line;
// a line that needs more stays ragged rather than full of holes.
const maxStretch = 0.6

// hang is how much heavier the right end of a centred line looks empty: a
// closing comma or full stop has no weight for the eye, nor has an opening
// quote.
func (pr *prose) hang(p setting, l piece) float64 {
	light := func(c byte) bool { return c == ',' || c == '.' || c == ';' || c == ':' || c == '-' }
	if l.to > l.from && light(pr.text[l.to-1]) {
		return p.mm(pr.at[l.to].units-pr.at[l.to-1].units) * 0.8
	}
	return 0
}

func (f *Flow) breakPara(pr *prose, pen setting, p Para, room float64) []piece {
	em := pen.mm(1)
	if p.Balance && len(pr.breaks()) <= manyNodes {
		for n := 1; n < len(pr.breaks()) && n <= 12; n++ {
			if lines, _, ok := pr.balance(n, room/em, 0); ok {
				return lines
			}
		}
	}
	loose := float64(looseness)
	if p.Align == Justify {
		loose = justified
	}
	lines, wide := pr.filled((room-p.FirstIndent)/em, room/em, loose)
	if wide {
		f.problem(flowWide.With("text", pr.text))
	}
	return lines
}

// ruleUnder draws the rule below a heading, centred under its last line.
func (f *Flow) ruleUnder(b *block, pr *prose, pen setting, l piece, share float64, box string) {
	const thick = 0.25
	var area Box4
	for _, m := range b.marks {
		area = area.Union(m.Bounds())
	}
	w := area.W * share
	x := area.X + (area.W-w)/2
	y := b.h + 0.6
	b.marks = append(b.marks, Line{Box: box, X1: x, Y1: y, X2: x + w, Y2: y, Width: thick, Color: ink(pen.color)})
	b.h = y + thick + 0.4
}

// style is a Para with the sheet's defaults filled in.
type style struct {
	regular, bold string
	size, leading float64
}

func (f *Flow) style(p Para) style {
	s := style{f.setup.Family.Regular, f.setup.Family.Bold, p.Size, p.Leading}
	switch {
	case p.Bold && p.Italic:
		s.regular, s.bold = f.setup.Family.BoldItalic, f.setup.Family.BoldItalic
	case p.Bold:
		s.regular = f.setup.Family.Bold
	case p.Italic:
		s.regular, s.bold = f.setup.Family.Italic, f.setup.Family.BoldItalic
	}
	if s.size == 0 {
		s.size = f.setup.Size
	}
	if s.leading == 0 {
		s.leading = f.setup.Leading
	}
	if s.leading == 0 {
		s.leading = 1.2
	}
	return s
}

// Columns sets blocks side by side: the heading with the agency on the left and
// the national motto on the right, or two signature blocks. The whole row stays
// on one page.
func (f *Flow) Columns(cols ...Column) {
	f.add(f.columns(f.id("cot"), cols))
}

func (f *Flow) columns(box string, cols []Column) block {
	var out block
	left, free, open := f.Left(), f.Width(), 0
	for _, c := range cols {
		free -= c.Width
		if c.Width == 0 {
			open++
		}
	}
	for _, c := range cols {
		w := c.Width
		if w == 0 {
			w = free / float64(open)
		}
		h := f.column(&out, box, c, left, w)
		out.h = max(out.h, h)
		left += w
	}
	return out
}

// column lays one column into the block and gives its height.
func (f *Flow) column(out *block, box string, c Column, left, width float64) (y float64) {
	for i, s := range c.Lines {
		y += s.Gap
		for _, b := range f.setPara(s.Text, s.Para, box, left, width) {
			if i > 0 {
				y += b.before
			}
			for _, m := range b.marks {
				out.marks = append(out.marks, Move(m, 0, y))
			}
			y += b.h + b.after
		}
	}
	return y
}
