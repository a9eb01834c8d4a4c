package layout

import (
	"math"

	"ocoprint/internal/viet"
)

// compile of what every box with text has.
func (t *textLook) compile(l *loader, b *boxFormat) {
	t.regular, t.bold = l.faces(t.Font, t.Style)
	t.ink = l.color(t.Color, Black)
	l.within(b.node, "size", t.Size, 3, 400)
	l.within(b.node, "char_space", t.CharSpace, -5, 50)
}

func (t *textBox) compile(l *loader, b *boxFormat) {
	t.textLook.compile(l, b)
	t.said = l.phrase(t.Text)
	if t.MinSize == 0 {
		t.MinSize = t.Size
	}
	l.within(b.node, "min_size", t.MinSize, 3, t.Size)
	l.within(b.node, "step", t.Step, 0.05, 20)
	l.within(b.node, "leading", t.Leading, 0.7, 4)
	l.within(b.node, "max_lines", float64(t.MaxLines), 1, 30)
	l.within(b.node, "keep_one_line_to", t.KeepOneLineTo, 0, t.Size)
	if t.Fit != nil {
		l.within(b.node.member("fit"), "floor", t.Fit.Floor, 0, t.Size)
	}
	t.spec = fitSpec{size: t.Size, min: t.MinSize, step: t.Step, leading: t.Leading,
		keep: t.KeepOneLineTo, charSpace: t.CharSpace, maxLines: t.MaxLines}
	t.overflows()
}

// overflows reads what may be done when the text does not fit. Nothing said
// means shrink, wrap, error; truncating does not exist.
func (t *textBox) overflows() {
	ways := t.Overflow
	if ways == nil {
		ways = []overflow{"shrink", "wrap", "error"}
	}
	for _, w := range ways {
		switch w {
		case "shrink":
			t.spec.shrink = true
			t.spec.wrapFirst = t.spec.wrap
		case "wrap":
			t.spec.wrap = true
		}
	}
}

func (t *textBox) reads() []string { return t.said.names() }

func (r *renderer) prose(text string, look *textLook) *prose {
	parts := spans(text)
	for i := range parts {
		parts[i].said = parts[i].text
		switch look.Case {
		case "upper":
			parts[i].text = viet.Upper(parts[i].text)
		case "lower":
			parts[i].text = viet.Lower(parts[i].text)
		}
	}
	return newProse(r.faces, parts, look.regular, look.bold)
}

func (t *textBox) draw(r *renderer, w, h float64) []Mark { return t.lines(r, r.text(t.said), w, h) }

// lines sets the text of a row in a frame of w × h mm.
func (t *textBox) lines(r *renderer, text string, w, h float64) []Mark {
	pr := r.prose(text, &t.textLook)
	r.letters(pr, t.said)
	spec := t.spec
	spec.w, spec.h = w, h
	f := t.fit(r, pr, spec)
	r.fits(pr, spec, f)
	return t.lay(pr, f, w, h)
}

// fit is the text's own best size, or the even size of the batch where it
// takes part in it.
func (t *textBox) fit(r *renderer, pr *prose, spec fitSpec) fitting {
	if t.Fit != nil && t.Fit.Uniform && r.o.Sizes != nil {
		if even, ok := r.o.Sizes.of(r.box.ID.S); ok {
			spec.size, spec.keep = even, math.Min(spec.keep, even)
			return pr.fitAbove(spec, even)
		}
	}
	return pr.fit(spec)
}

// lay puts the lines down in a frame of w × h mm.
func (t *textBox) lay(pr *prose, f fitting, w, h float64) []Mark {
	p := setting{box: "", size: f.size, color: t.ink, charSpace: t.CharSpace}
	pitch := f.size * t.Leading * MM
	y := t.firstBaseline(pr, f, h, pitch)
	optical := t.Optical == nil || *t.Optical
	var marks []Mark
	for _, l := range f.lines {
		dx, ws := place(pr, p, l, align(t.Align), w)
		if !optical && t.Align == "center" {
			dx -= pr.hang(p, l) / 2
		}
		marks = append(marks, pr.setLine(p, l, dx, y, ws)...)
		y += pitch
	}
	return marks
}

// firstBaseline stands the block of lines in its frame. In the middle the eye
// centres what lies between the tops of the capitals and the last baseline, not
// the marks above and below; these only must not leave the frame.
func (t *textBox) firstBaseline(pr *prose, f fitting, h, pitch float64) float64 {
	em := f.size / 1000 * MM
	top, deep := pr.top*em, pr.deep*em
	block := float64(len(f.lines)-1) * pitch
	m := pr.metrics(f.size)
	switch t.VAlign {
	case "baseline":
		return h - block
	case "bottom":
		return h - math.Max(m.Descent, deep) - block
	case "middle":
		if t.Optical != nil && !*t.Optical {
			return (h-block-m.Ascent-m.Descent)/2 + m.Ascent
		}
		y := (h-block-m.CapHeight)/2 + m.CapHeight
		return math.Max(math.Min(y, h-deep-block), top)
	}
	return math.Max(m.Ascent, top)
}

// metrics of the first face of a prose.
func (p *prose) metrics(size float64) Metrics {
	if len(p.runs) == 0 || p.runs[0].fc == nil {
		return Metrics{}
	}
	return p.runs[0].fc.metrics(size)
}

func align(a alignName) Align {
	if a == "left" {
		return Left
	}
	return Align(a)
}
