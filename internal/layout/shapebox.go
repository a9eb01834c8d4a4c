package layout

func (s *lineBox) compile(l *loader, b *boxFormat) {
	s.ink = l.color(s.Color, Black)
	l.within(b.node, "width", s.Width, 0.02, 50)
}

func (s *lineBox) reads() []string { return nil }

// draw goes from the top left to the bottom right of the box; a box without
// height is a level line, one without width an upright one.
func (s *lineBox) draw(_ *renderer, w, h float64) []Mark {
	ends := ButtCap
	if s.Round {
		ends = RoundCap
	}
	return []Mark{Line{X2: w, Y2: h, Width: s.Width, Color: s.ink, Dash: s.Dash, Cap: ends}}
}

func (s *rectBox) compile(l *loader, b *boxFormat) {
	s.fill, s.stroke = l.color(s.Fill, Color{}), l.color(s.Stroke, Color{})
	l.within(b.node, "width", s.Width, 0.02, 50)
	l.within(b.node, "radius", s.Radius, 0, 200)
}

func (s *rectBox) reads() []string { return nil }

func (s *rectBox) draw(_ *renderer, w, h float64) []Mark {
	if !s.fill.Painted() && !s.stroke.Painted() {
		return nil
	}
	return []Mark{Rect{W: w, H: h, Radius: s.Radius, Fill: s.fill, Stroke: s.stroke, Width: s.Width}}
}

func (c *counterBox) compile(l *loader, b *boxFormat) {
	c.textLook.compile(l, b)
	c.before, c.after = l.phrase(c.Prefix), l.phrase(c.Suffix)
	l.within(b.node, "digits", float64(c.Digits), 1, 12)
}

func (c *counterBox) reads() []string { return append(c.before.names(), c.after.names()...) }

func (c *counterBox) draw(r *renderer, w, h float64) []Mark {
	n := c.Start + c.Step*r.o.Index
	text := r.text(c.before) + pad(n, c.Digits) + r.text(c.after)
	pr := r.prose(text, &c.textLook)
	r.letters(pr, c.before)
	t := textBox{textLook: c.textLook, Leading: 1.2}
	spec := fitSpec{w: w, h: h, size: c.Size, min: c.Size, leading: 1.2, charSpace: c.CharSpace, maxLines: 1}
	f := pr.fit(spec)
	r.fits(pr, spec, f)
	return t.lay(pr, f, w, h)
}
