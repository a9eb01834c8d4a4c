package pdf

import (
	"fmt"
	"math"
	"strconv"
	"sync"

	"github.com/signintech/gopdf"

	"ocoprint/internal/layout"
)

// Level runs of a batch's pages, most of what is printed, are written here as
// gopdf writes them, byte for byte (a test holds the two together): a page
// through gopdf costs ten times as much, because gopdf makes a document of many
// objects that is read again and thrown away. Which glyph a letter has is still
// asked of gopdf, whose subsets the runs must fit.

// glyphs tells which glyph of a face gopdf sets for a letter. Each composer
// remembers what it has asked.
type glyphs struct {
	name string // of the face's resource in the file
	font *openFont
	low  [lowRunes]uint16 // 0: not asked yet
	high map[rune]uint16
}

// openFont is a font as gopdf reads it, opened once for all composers of a kit.
type openFont struct {
	once sync.Once
	mu   sync.Mutex
	font gopdf.SubsetFontObj
	err  error
}

// openFont gives a face's font.
func (k *kit) openFont(key string) (*openFont, error) {
	k.mu.Lock()
	f := k.fonts[key]
	if f == nil {
		f = &openFont{}
		k.fonts[key] = f
	}
	k.mu.Unlock()
	f.once.Do(func() {
		var ttf []byte
		if ttf, f.err = k.leanFace(key); f.err == nil {
			f.err = safely(func() error { return f.font.SetTTFData(ttf) })
		}
	})
	if f.err != nil {
		return nil, fmt.Errorf("open font %s: %w", key, f.err)
	}
	return f, nil
}

func (f *openFont) glyph(r rune) (id uint, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	err = safely(func() (err error) {
		id, err = f.font.CharCodeToGlyphIndex(r)
		return err
	})
	return id, err
}

func (g *glyphs) of(r rune) (uint16, error) {
	if r >= 0 && r < lowRunes {
		if id := g.low[r]; id != 0 {
			return id, nil
		}
	} else if id, ok := g.high[r]; ok {
		return id, nil
	}
	id, err := g.font.glyph(r)
	if err != nil || id > 0xFFFF {
		return 0, fmt.Errorf("%s in %s: glyph %d, %v", codePoint(r), g.name, id, err) // check has seen the letter in the face
	}
	if r >= 0 && r < lowRunes {
		g.low[r] = uint16(id)
	} else {
		g.high[r] = uint16(id)
	}
	return uint16(id), nil
}

// run writes a level run of text.
func (c *composer) run(f frame, m layout.Text) (err error) {
	g := c.glyphs[m.Face]
	if g == nil {
		font, err := c.kit.openFont(m.Face)
		if err != nil {
			return err
		}
		g = &glyphs{name: faceName(m.Face), font: font, high: map[rune]uint16{}}
		c.glyphs[m.Face] = g
	}
	x, y := f.x(m.X), c.size.H-f.y(m.Baseline) // gopdf counts from the top
	c.write(func(b []byte) []byte {
		for _, w := range c.words(m) {
			b = append(b, "BT\n"...)
			b = append(fixed(b, x+w.dx, 2), ' ')
			b = append(fixed(b, c.size.H-y, 2), " TD\n/"...)
			b = append(append(b, g.name...), ' ')
			b = append(trimmed(b, m.Size), " Tf "...)
			b = append(trimmed(b, m.CharSpace), " Tc\n"...)
			b = append(inked(b, m.Color), "[<"...)
			for _, r := range w.text {
				id, e := g.of(r)
				if e != nil {
					err = e
				}
				b = append(b, hexDigits[id>>12], hexDigits[id>>8&15], hexDigits[id>>4&15], hexDigits[id&15])
			}
			b = append(b, ">] TJ\nET\n"...)
		}
		return b
	})
	return err
}

// inked sets the colour as ink has gopdf do it.
func inked(b []byte, col layout.Color) []byte {
	switch col.Kind {
	case layout.RGB:
		for _, v := range []uint8{col.R, col.G, col.B} {
			b = append(fixed(b, float64(v)/255, 3), ' ')
		}
		return append(b, "rg\n"...)
	case layout.CMYK:
		for _, v := range []float64{col.C, col.M, col.Y, col.K} {
			b = append(fixed(b, float64(percent(v))/100, 2), ' ')
		}
		return append(b, "k\n"...)
	}
	return append(b, "0.00 0.00 0.00 1.00 k\n"...)
}

func fixed(b []byte, v float64, dec int) []byte { return strconv.AppendFloat(b, v, 'f', dec, 64) }

// trimmed is gopdf.FormatFloatTrim without its string.
func trimmed(b []byte, v float64) []byte {
	return strconv.AppendFloat(b, math.Round(1000*v)/1000, 'f', -1, 64)
}

const hexDigits = "0123456789ABCDEF"
