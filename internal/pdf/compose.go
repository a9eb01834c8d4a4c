package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"

	"github.com/signintech/gopdf"

	"ocoprint/internal/layout"
)

// composer turns the marks of some pages into content streams. Runs of text are
// composed by gopdf, one gopdf page a run; what gopdf has no word for is
// written between them. It serves one goroutine and one chunk of pages: gopdf
// gives its streams only when the whole document is written (finish).
type composer struct {
	kit   *kit
	doc   *gopdf.GoPdf
	faces map[string]string // face to the name the chunk's document gives it
	names []rename          // how /F1, /F2 … of that document are called in the file
	own   []byte            // operators written here, cut up by parts
	open  bool              // the last part is a gopdf run that can go on
	size  gopdf.Rect        // of the open run's page, pt
	pages []draft
	known usage // letters already seen to exist
	used  usage // letters of the item
	at    int   // number of the item, from 1, for sentences

	out     bytes.Buffer
	content []byte
}

// draft is a page whose parts are known but not yet written out.
type draft struct {
	parts []part
	names []string // pictures drawn, in order of first use
	fades []int    // opacities used, per cent
}

// part of a content stream: a gopdf object, or a piece of own.
type part struct{ object, from, to int }

type rename struct{ local, name []byte } // with the slash before and the space behind

func newComposer(k *kit) *composer {
	c := &composer{kit: k, known: usage{}, used: usage{}}
	c.reset()
	return c
}

func (c *composer) reset() {
	c.doc = &gopdf.GoPdf{}
	c.doc.Start(gopdf.Config{PageSize: gopdf.Rect{W: 595, H: 842}, Unit: gopdf.UnitPT})
	c.doc.SetNoCompression()
	c.faces, c.names = map[string]string{}, c.names[:0]
	c.own, c.pages, c.open = c.own[:0], c.pages[:0], false
}

// page adds the drawing of some marks as one content stream.
func (c *composer) page(p layout.Page, bg *layout.Background, marks []layout.Mark) error {
	c.pages = append(c.pages, draft{})
	c.open = false
	f := frameOf(p)
	c.size = gopdf.Rect{W: (p.W + 2*p.Bleed) * pt, H: (p.H + 2*p.Bleed) * pt}
	if bg != nil {
		if err := c.background(p, bg); err != nil {
			return err
		}
	}
	for _, m := range marks {
		if err := c.mark(f, m); err != nil {
			return err
		}
	}
	return nil
}

func (c *composer) mark(f frame, m layout.Mark) error {
	switch m := m.(type) {
	case layout.Text:
		return c.text(f, m)
	case layout.Line:
		c.write(func(b []byte) []byte { return f.line(b, m) })
	case layout.Rect:
		c.write(func(b []byte) []byte { return f.rect(b, m) })
	case layout.Path:
		c.write(func(b []byte) []byte { return f.path(b, m) })
	case layout.QR:
		c.write(func(b []byte) []byte { return f.qr(b, m) })
	case layout.Image:
		return c.image(f, m)
	default:
		return fmt.Errorf("unknown mark %T", m)
	}
	return nil
}

// write adds our own operators.
func (c *composer) write(ops func([]byte) []byte) {
	d := &c.pages[len(c.pages)-1]
	from := len(c.own)
	c.own = ops(c.own)
	if n := len(d.parts); n > 0 && d.parts[n-1].object == 0 && d.parts[n-1].to == from {
		d.parts[n-1].to = len(c.own)
	} else if len(c.own) > from {
		d.parts = append(d.parts, part{from: from, to: len(c.own)})
	}
	c.open = false
}

func (c *composer) text(f frame, m layout.Text) error {
	if m.String == "" {
		return nil
	}
	if err := c.check(m); err != nil {
		return err
	}
	if m.Invisible {
		c.write(func(b []byte) []byte { return append(b, "3 Tr\n"...) })
		defer c.write(func(b []byte) []byte { return append(b, "0 Tr\n"...) })
	}
	if m.ActualText != "" {
		c.write(func(b []byte) []byte {
			return append(utf16Hex(append(b, "/Span <</ActualText "...), m.ActualText), ">> BDC\n"...)
		})
		defer c.write(func(b []byte) []byte { return append(b, "EMC\n"...) })
	}
	return c.letters(f, m)
}

// letters has gopdf set one run. A justified run is set word by word, each with
// its space, so that the text stays whole for search.
func (c *composer) letters(f frame, m layout.Text) error {
	local, err := c.face(m.Face)
	if err != nil {
		return err
	}
	if !c.open {
		c.doc.AddPageWithOption(gopdf.PageOption{PageSize: &gopdf.Rect{W: c.size.W, H: c.size.H}})
		d := &c.pages[len(c.pages)-1]
		d.parts = append(d.parts, part{object: c.doc.GetNextObjectID()}) // made by the first operator below
		c.open = true
	}
	x, y := f.x(m.X), c.size.H-f.y(m.Baseline)
	if m.Rotate%4 != 0 {
		c.doc.Rotate(float64(-90*m.Rotate), x, y)
		defer c.doc.RotateReset()
	}
	if err := c.doc.SetFontWithStyle(local, gopdf.Regular, m.Size); err != nil {
		return fmt.Errorf("set font %s: %w", m.Face, err)
	}
	c.doc.SetCharSpacing(m.CharSpace)
	c.ink(m.Color)
	for _, w := range c.words(m) {
		c.doc.SetXY(x+w.dx, y)
		if err := c.doc.Text(w.text); err != nil {
			return fmt.Errorf("set text %q: %w", w.text, err)
		}
	}
	return nil
}

type word struct {
	text string
	dx   float64 // pt from the start of the run
}

func (c *composer) words(m layout.Text) []word {
	if m.WordSpace == 0 || !strings.Contains(m.String, " ") {
		return []word{{m.String, 0}}
	}
	var words []word
	dx := 0.0
	for _, w := range strings.SplitAfter(m.String, " ") {
		if w == "" {
			continue
		}
		words = append(words, word{w, dx})
		n := float64(len([]rune(w)))
		dx += c.kit.faces.Measure(m.Face, m.Size, w)*pt + n*m.CharSpace + m.WordSpace*pt
	}
	return words
}

func (c *composer) ink(col layout.Color) {
	switch col.Kind {
	case layout.RGB:
		c.doc.SetTextColor(col.R, col.G, col.B)
	case layout.CMYK:
		c.doc.SetTextColorCMYK(percent(col.C), percent(col.M), percent(col.Y), percent(col.K))
	default:
		c.doc.SetTextColorCMYK(0, 0, 0, 100)
	}
}

func percent(v float64) uint8 { return uint8(max(0, min(100, v+0.5))) }

// face registers a face with the chunk's document on first use.
func (c *composer) face(key string) (string, error) {
	if local, ok := c.faces[key]; ok {
		return local, nil
	}
	ttf, err := c.kit.leanFace(key)
	if err != nil {
		return "", err
	}
	local := fmt.Sprintf("f%d", len(c.faces))
	if err := safely(func() error { return c.doc.AddTTFFontData(local, ttf) }); err != nil {
		return "", fmt.Errorf("open font %s: %w", key, err)
	}
	c.faces[key] = local
	c.names = append(c.names, rename{fmt.Appendf(nil, "/F%d ", len(c.faces)), []byte("/" + faceName(key) + " ")})
	return local, nil
}

// finish has gopdf write its streams and hands every page's content over, in
// order. The bytes are only lent.
func (c *composer) finish(each func(d draft, content []byte) error) error {
	c.out.Reset()
	if _, err := c.doc.WriteTo(&c.out); err != nil { // a buffer does not fail
		return fmt.Errorf("compose: %w", err)
	}
	objects, err := splitObjects(c.out.Bytes())
	if err != nil {
		return fmt.Errorf("compose: %w", err)
	}
	for _, d := range c.pages {
		c.content = c.content[:0]
		for _, p := range d.parts {
			if p.object == 0 {
				c.content = append(c.content, c.own[p.from:p.to]...)
				continue
			}
			stream, err := objects.stream(p.object)
			if err != nil {
				return fmt.Errorf("compose: %w", err)
			}
			c.content = c.renamed(c.content, stream)
		}
		if err := each(d, c.content); err != nil {
			return err
		}
	}
	return nil
}

// renamed copies a gopdf stream, giving the fonts their names in the file. A
// slash stands nowhere else in what gopdf writes for text.
func (c *composer) renamed(b, s []byte) []byte {
	for {
		i := bytes.IndexByte(s, '/')
		if i < 0 {
			return append(b, s...)
		}
		b, s = append(b, s[:i]...), s[i:]
		n := 1
		for _, r := range c.names {
			if bytes.HasPrefix(s, r.local) {
				b, n = append(b, r.name...), len(r.local)
				break
			}
		}
		if n == 1 {
			b = append(b, '/')
		}
		s = s[n:]
	}
}

// utf16Hex writes a text string as PDF has it outside streams of text.
func utf16Hex(b []byte, s string) []byte {
	const hex = "0123456789ABCDEF"
	b = append(b, "<FEFF"...)
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, hex[u>>12], hex[u>>8&15], hex[u>>4&15], hex[u&15])
	}
	return append(b, '>')
}

// safely turns a panic of a library into an error.
func safely(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	return f()
}
