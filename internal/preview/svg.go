package preview

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strconv"

	"ocoprint/internal/layout"
)

// drawing is an SVG being made: letters met so far, and what uses them.
type drawing struct {
	o      Options
	faces  *layout.Faces
	defs   bytes.Buffer
	body   bytes.Buffer
	glyphs map[letter]string // its id, empty for a letter without ink
}

type letter struct {
	face string
	r    rune
}

func svg(p layout.Page, o Options) ([]byte, error) {
	d := &drawing{o: o, faces: o.Faces, glyphs: map[letter]string{}}
	if d.faces == nil {
		d.faces = layout.DefaultFaces()
	}
	d.background(p)
	for _, m := range p.Marks {
		if err := d.mark(m); err != nil {
			return nil, err
		}
	}
	bleed := 0.0
	if o.Bleed {
		bleed = p.Bleed
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="%s %s %s %s" role="img"`,
		mm(-bleed), mm(-bleed), mm(p.W+2*bleed), mm(p.H+2*bleed))
	if o.Title != "" {
		fmt.Fprintf(&out, ` aria-label="%s"`, escape(o.Title))
	}
	out.WriteByte('>')
	if o.Title != "" {
		fmt.Fprintf(&out, "<title>%s</title>", escape(o.Title))
	}
	if d.defs.Len() > 0 {
		fmt.Fprintf(&out, "<defs>\n%s</defs>\n", d.defs.Bytes())
	}
	fmt.Fprintf(&out, `<rect x="%s" y="%s" width="%s" height="%s" fill="#fff"/>`+"\n",
		mm(-bleed), mm(-bleed), mm(p.W+2*bleed), mm(p.H+2*bleed))
	out.Write(d.body.Bytes())
	out.WriteString("</svg>\n")
	return out.Bytes(), nil
}

func (d *drawing) mark(m layout.Mark) error {
	switch m := m.(type) {
	case layout.Text:
		d.text(m)
	case layout.Line:
		fmt.Fprintf(&d.body, `<line%s x1="%s" y1="%s" x2="%s" y2="%s"%s/>`+"\n", box(m.Box),
			mm(m.X1), mm(m.Y1), mm(m.X2), mm(m.Y2), stroke(m.Color, m.Width, m.Dash, m.Cap, 0))
	case layout.Rect:
		radius := ""
		if m.Radius > 0 {
			radius = fmt.Sprintf(` rx="%s"`, mm(m.Radius))
		}
		fmt.Fprintf(&d.body, `<rect%s x="%s" y="%s" width="%s" height="%s"%s fill="%s"%s/>`+"\n", box(m.Box),
			mm(m.X), mm(m.Y), mm(m.W), mm(m.H), radius, paint(m.Fill), stroke(m.Stroke, m.Width, nil, 0, 0))
	case layout.Path:
		rule := ""
		if m.EvenOdd {
			rule = ` fill-rule="evenodd"`
		}
		fmt.Fprintf(&d.body, `<path%s d="%s" fill="%s"%s%s/>`+"\n", box(m.Box), outline(m.Segs, 2), paint(m.Fill), rule,
			stroke(m.Stroke, m.Width, m.Dash, m.Cap, m.Join))
	case layout.QR:
		d.qr(m)
	case layout.Image:
		d.image(m)
	default:
		return fmt.Errorf("unknown mark %T", m)
	}
	return nil
}

// text sets a run letter by letter, where pdf's advances put them.
func (d *drawing) text(m layout.Text) {
	if m.Invisible || m.String == "" {
		return
	}
	scale := m.Size * layout.MM / 1000
	ink := m.Color
	if !ink.Painted() {
		ink = layout.Black
	}
	turn := ""
	if m.Rotate%4 != 0 {
		turn = fmt.Sprintf(" rotate(%d)", 90*m.Rotate)
	}
	fmt.Fprintf(&d.body, `<g%s role="img" aria-label="%s" fill="%s" transform="translate(%s %s)%s scale(%s)">`, box(m.Box),
		escape(m.String), paint(ink), mm(m.X), mm(m.Baseline), turn, number(scale, 7))
	x := 0.0
	for _, r := range m.String {
		id, advance := d.glyph(letter{m.Face, r})
		if id != "" {
			fmt.Fprintf(&d.body, `<use href="#%s" x="%s"/>`, id, number(x, 1))
		}
		x += advance + m.CharSpace*1000/m.Size
		if r == ' ' {
			x += m.WordSpace / scale
		}
	}
	d.body.WriteString("</g>\n")
}

// glyph defines a letter on first use.
func (d *drawing) glyph(l letter) (id string, advance float64) {
	shape, advance := d.faces.Outline(l.face, l.r)
	id, known := d.glyphs[l]
	if known || len(shape) == 0 {
		return id, advance
	}
	id = d.o.ID + "g" + strconv.Itoa(len(d.glyphs))
	d.glyphs[l] = id
	fmt.Fprintf(&d.defs, `<path id="%s" d="%s"/>`+"\n", id, outline(shape, 0))
	return id, advance
}

// qr draws the modules of each row as runs in one path.
func (d *drawing) qr(m layout.QR) {
	module := m.Size / float64(m.N+2*m.Quiet)
	fmt.Fprintf(&d.body, `<g%s><rect x="%s" y="%s" width="%s" height="%s" fill="#fff"/>`,
		box(m.Box), mm(m.X), mm(m.Y), mm(m.Size), mm(m.Size))
	edge := float64(m.Quiet) * module
	fmt.Fprintf(&d.body, `<path shape-rendering="crispEdges" transform="translate(%s %s) scale(%s)" d="`,
		number(m.X+edge, 4), number(m.Y+edge, 4), number(module, 6))
	for y, row := range m.Modules {
		for x := 0; x < len(row); x++ {
			if !row[x] {
				continue
			}
			n := 1
			for x+n < len(row) && row[x+n] {
				n++
			}
			fmt.Fprintf(&d.body, "M%d %dh%dv1h-%dz", x, y, n, n)
			x += n
		}
	}
	d.body.WriteString("\"/></g>\n")
}

func (d *drawing) background(p layout.Page) {
	bg := p.Background
	if bg == nil {
		return
	}
	x, y, w, h := -p.Bleed, -p.Bleed, p.W+2*p.Bleed, p.H+2*p.Bleed
	fade := ""
	if bg.Opacity > 0 && bg.Opacity < 1 {
		fade = fmt.Sprintf(` opacity="%s"`, number(bg.Opacity, 3))
	}
	fmt.Fprintf(&d.body, `<g data-box="background"%s>`, fade)
	d.picture(bg.Name, x, y, w, h)
	d.body.WriteString("</g>\n")
}

// image shows the part of a picture that its crop leaves.
func (d *drawing) image(m layout.Image) {
	turn := ""
	if m.Rotate%4 != 0 {
		turn = fmt.Sprintf(` transform="rotate(%d %s %s)"`, 90*m.Rotate, mm(m.X+m.W/2), mm(m.Y+m.H/2))
	}
	fmt.Fprintf(&d.body, `<g%s%s>`, box(m.Box), turn)
	if c := m.Crop; c.W > 0 && c.H > 0 && c != (layout.Box4{W: 1, H: 1}) {
		fmt.Fprintf(&d.body, `<svg x="%s" y="%s" width="%s" height="%s" viewBox="%s %s %s %s" preserveAspectRatio="none">`,
			mm(m.X), mm(m.Y), mm(m.W), mm(m.H), number(c.X, 5), number(c.Y, 5), number(c.W, 5), number(c.H, 5))
		d.picture(m.Name, 0, 0, 1, 1)
		d.body.WriteString("</svg>")
	} else {
		d.picture(m.Name, m.X, m.Y, m.W, m.H)
	}
	d.body.WriteString("</g>\n")
}

func (d *drawing) picture(name string, x, y, w, h float64) {
	if href := d.href(name); href != "" {
		fmt.Fprintf(&d.body, `<image href="%s" x="%s" y="%s" width="%s" height="%s" preserveAspectRatio="none"/>`,
			escape(href), mm(x), mm(y), mm(w), mm(h))
		return
	}
	fmt.Fprintf(&d.body, `<rect x="%s" y="%s" width="%s" height="%s" fill="#f4f1ea" stroke="#b9b2a3" stroke-width="0.2" stroke-dasharray="1 1"><title>%s</title></rect>`,
		mm(x), mm(y), mm(w), mm(h), escape(name))
}

func (d *drawing) href(name string) string {
	if d.o.Href != nil {
		if href := d.o.Href(name); href != "" {
			return href
		}
	}
	if d.o.Files == nil {
		return ""
	}
	data, err := d.o.Files(name)
	if err != nil {
		return ""
	}
	mime := ""
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG")):
		mime = "image/png"
	case bytes.HasPrefix(data, []byte("\xff\xd8")):
		mime = "image/jpeg"
	default:
		return ""
	}
	return "data:" + mime + ";base64," + base64.StdEncoding.EncodeToString(data)
}
