package pdf

import (
	"bytes"
	"fmt"

	"github.com/signintech/gopdf"

	"ocoprint/internal/layout"
)

// composer turns the marks of some pages into content streams. Text is composed
// by gopdf, what follows on one gopdf page; what gopdf has no word for is
// written between, and so are the level runs of a batch (run.go). It serves one
// goroutine and one chunk of pages: gopdf gives its streams only when the whole
// document is written (finish).
type composer struct {
	kit   *kit
	batch bool              // level runs are written here
	doc   *gopdf.GoPdf      // of the chunk, when something needs it
	faces map[string]string // face to the name the chunk's document gives it
	names []rename          // how /F1, /F2 … of that document are called in the file
	own   []byte            // operators written here, cut up by parts
	codes []placed          // codes, written out last: as operators they are the largest part of a page
	open  bool              // the last part is a gopdf run that can go on
	size  gopdf.Rect        // of the open run's page, pt
	pages []draft
	known usage // letters already seen to exist
	used  usage // letters of the item or, where all go into one file, of the chunk
	at    int   // number of the item, from 1, for sentences

	glyphs map[string]*glyphs // by face, for the runs written here

	out     bytes.Buffer
	content []byte
	tiles   tiles
}

// draft is a page whose parts are known but not yet written out.
type draft struct {
	parts []part
	names []string // pictures drawn, in order of first use
	fades []int    // opacities used, per cent
}

// part of a content stream: a gopdf object, a code (both from 1), or a piece of
// own.
type part struct{ object, code, from, to int }

func (p part) own() bool { return p.object+p.code == 0 }

// placed is a code with the frame of its page.
type placed struct {
	frame
	layout.QR
}

type rename struct{ local, name []byte } // with the slash before and the space behind

func newComposer(k *kit) *composer {
	c := &composer{kit: k, known: usage{}, used: usage{}, glyphs: map[string]*glyphs{}}
	c.reset()
	return c
}

func (c *composer) reset() {
	c.doc = nil
	c.faces, c.names = map[string]string{}, c.names[:0]
	clear(c.codes)
	c.own, c.codes, c.pages, c.open = c.own[:0], c.codes[:0], c.pages[:0], false
}

// document is the chunk's gopdf document.
func (c *composer) document() *gopdf.GoPdf {
	if c.doc == nil {
		c.doc = &gopdf.GoPdf{}
		c.doc.Start(gopdf.Config{PageSize: gopdf.Rect{W: 595, H: 842}, Unit: gopdf.UnitPT})
		c.doc.SetNoCompression()
	}
	return c.doc
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
		c.code(f, m)
	case layout.Image:
		return c.image(f, m)
	default:
		return fmt.Errorf("unknown mark %T", m)
	}
	return nil
}

// code adds a code.
func (c *composer) code(f frame, m layout.QR) {
	c.codes = append(c.codes, placed{f, m})
	d := &c.pages[len(c.pages)-1]
	d.parts = append(d.parts, part{code: len(c.codes)})
	c.open = false
}

// write adds our own operators.
func (c *composer) write(ops func([]byte) []byte) {
	d := &c.pages[len(c.pages)-1]
	from := len(c.own)
	c.own = ops(c.own)
	if n := len(d.parts); n > 0 && d.parts[n-1].own() && d.parts[n-1].to == from {
		d.parts[n-1].to = len(c.own)
	} else if len(c.own) > from {
		d.parts = append(d.parts, part{from: from, to: len(c.own)})
	}
	c.open = false
}
