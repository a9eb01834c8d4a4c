package layout

// Check looks at every row before the first page is drawn and returns all
// problems in row order, those of the template itself first. When it returns no
// Error, Render may be told Options.Checked.
func (t *Template) Check(rows []Row, o Options) []Problem {
	return append(t.CheckItself(o), t.CheckRows(rows, o)...)
}

// CheckRows looks at rows only, the first being number o.Index of its batch.
func (t *Template) CheckRows(rows []Row, o Options) (out []Problem) {
	for i, row := range rows {
		r := t.dry(row, o.Index+i, o)
		out = append(out, r.problems...)
	}
	return out
}

// CheckItself is what is wrong whatever the rows say.
func (t *Template) CheckItself(o Options) []Problem {
	o.Place = Place{}
	r := newRenderer(t, Values{}, o)
	for _, b := range t.file.Boxes {
		if l := lookOf(b.kind); l != nil && muddy(l.ink) {
			r.box = b
			r.problem(t.level(t.file.Checks.RichBlack), richBlack.With())
		}
	}
	r.box = nil
	t.checkFonts(r)
	for _, side := range []sideName{"front", "back"}[:t.sides] {
		r.problems = append(r.problems, r.layer(side).problems...)
	}
	return r.problems
}

// checkFonts asks the doctor about every font that the template names.
func (t *Template) checkFonts(r *renderer) {
	for _, file := range t.FontFiles() {
		fc := r.faces.get(file)
		if fc == nil {
			continue // the boxes that want it say so
		}
		rep, err := fc.examine()
		switch {
		case err != nil || !rep.Embeddable:
			r.problem(Error, fontLocked.With("face", file))
		case len(rep.Nested) > 0:
			r.problem(Error, fontNested.With("face", file, "letters", letterNames(rep.Nested)))
		}
	}
}

// lookOf gives the type of a box that sets text.
func lookOf(k boxKind) *textLook {
	switch k := k.(type) {
	case *textBox:
		return &k.textLook
	case *tableBox:
		return &k.textLook
	case *counterBox:
		return &k.textLook
	}
	return nil
}

// muddy is a black that needs more than the black plate.
func muddy(c Color) bool {
	if c.Kind == CMYK && c.KOnly() {
		return false
	}
	r, g, b := c.RGBA()
	return c.Painted() && int(r)+int(g)+int(b) < 120 && max(r, g, b)-min(r, g, b) < 30
}

// dry draws a row and keeps only what was found.
func (t *Template) dry(row Row, i int, o Options) *renderer {
	o.Checked, o.Index, o.Place = false, i, row.Place
	r := newRenderer(t, row.Values, o)
	for _, side := range []sideName{"front", "back"}[:t.sides] {
		r.page(side)
	}
	return r
}
