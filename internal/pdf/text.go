package pdf

import (
	"fmt"
	"strings"

	"github.com/signintech/gopdf"

	"ocoprint/internal/layout"
)

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
	if c.batch && m.Rotate%4 == 0 {
		return c.run(f, m)
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
	if err := safely(func() error { return c.document().AddTTFFontData(local, ttf) }); err != nil {
		return "", fmt.Errorf("open font %s: %w", key, err)
	}
	c.faces[key] = local
	c.names = append(c.names, rename{fmt.Appendf(nil, "/F%d ", len(c.faces)), []byte("/" + faceName(key) + " ")})
	return local, nil
}
