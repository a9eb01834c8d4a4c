package layout

func (t *tableBox) compile(l *loader, b *boxFormat) {
	t.textLook.compile(l, b)
	t.stroke = l.color(t.Stroke, Color{})
	if t.MinSize == 0 {
		t.MinSize = t.Size
	}
	l.within(b.node, "min_size", t.MinSize, 3, t.Size)
	l.within(b.node, "row_h", t.RowH, 0, 300)
	l.within(b.node, "pad", t.Pad, 0, 20)
	l.known(t.Each.at, []string{t.Each.S}, nil)
	sum := 0.0
	for i := range t.Columns {
		c := &t.Columns[i]
		c.said = l.phrase(c.Text)
		sum += c.W
	}
	if w := frameWidth(b); sum > w+0.01 {
		l.d.say(b.node.member("columns").at, loadTableWide.With("sum", mm(sum), "w", mm(w)), fixForm.With())
	}
}

func frameWidth(b *boxFormat) float64 {
	if b.Rotate%180 != 0 {
		return b.H
	}
	return b.W
}

func (t *tableBox) reads() []string {
	out := []string{t.Each.S}
	for _, c := range t.Columns {
		out = append(out, c.said.names()...)
	}
	return out
}

// draw lays the rows of the list one under another; a row reads its own values
// first, then those of the page.
func (t *tableBox) draw(r *renderer, w, h float64) []Mark {
	rows, _ := r.v[t.Each.S].([]Values)
	rowH := t.RowH
	if rowH == 0 {
		rowH = t.Size*1.25*MM + 2*t.Pad
	}
	y := 0.0
	var marks []Mark
	if t.Head {
		titles := make([]string, len(t.Columns))
		for i, c := range t.Columns {
			titles[i] = Escape(c.Title)
		}
		marks = append(marks, t.row(r, titles, y, rowH, true)...)
		y += rowH
	}
	for _, row := range rows {
		if y+rowH > h+0.05 {
			r.problem(Error, tableLong.With("rows", len(rows), "fit", int((h+0.05)/rowH)))
			break
		}
		marks = append(marks, t.row(r, t.texts(r, row), y, rowH, false)...)
		y += rowH
	}
	return marks
}

func (t *tableBox) texts(r *renderer, row Values) []string {
	all := make(Values, len(r.v)+len(row))
	for k, v := range r.v {
		all[k] = v
	}
	for k, v := range row {
		all[k] = v
	}
	out := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = r.textOf(c.said, all)
	}
	return out
}

func (t *tableBox) row(r *renderer, texts []string, y, rowH float64, head bool) []Mark {
	var marks []Mark
	x := 0.0
	for i, c := range t.Columns {
		if t.stroke.Painted() {
			marks = append(marks, Rect{X: x, Y: y, W: c.W, H: rowH, Stroke: t.stroke, Width: t.Width})
		}
		look := t.textLook
		look.VAlign, look.Align = "middle", c.Align
		if look.Align == "" {
			look.Align = "left"
		}
		if head {
			look.Align = "center"
			if look.bold != "" {
				look.regular = look.bold
			}
		}
		marks = append(marks, t.cell(r, look, texts[i], x, y, c.W, rowH)...)
		x += c.W
	}
	return marks
}

func (t *tableBox) cell(r *renderer, look textLook, text string, x, y, w, h float64) []Mark {
	pr := r.prose(text, &look)
	r.letters(pr, phrase{})
	spec := fitSpec{w: w - 2*t.Pad, h: h, size: t.Size, min: t.MinSize, step: 0.5, leading: 1.15,
		maxLines: 4, shrink: true, wrap: true, charSpace: t.CharSpace}
	f := pr.fit(spec)
	r.fits(pr, spec, f)
	box := textBox{textLook: look, Leading: 1.15}
	marks := box.lay(pr, f, spec.w, h)
	for i := range marks {
		marks[i] = Move(marks[i], x+t.Pad, y)
	}
	return marks
}
