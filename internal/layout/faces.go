package layout

import (
	"fmt"
	"sort"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"ocoprint/fonts"
)

// Faces is a registry of parsed fonts by key, for example
// "LiberationSerif-Bold.ttf" (the name of the font file). It is safe for use by
// several goroutines once filled.
type Faces struct {
	mu    sync.RWMutex
	faces map[string]*face
}

// NewFaces is an empty registry.
func NewFaces() *Faces { return &Faces{faces: map[string]*face{}} }

// Add parses a TrueType font under a key. Adding a key again replaces it.
func (f *Faces) Add(key string, ttf []byte) error {
	parsed, err := parseFace(ttf)
	if err != nil {
		return fmt.Errorf("parse font %s: %w", key, err)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.faces[key] = parsed
	return nil
}

// Keys lists the faces in order.
func (f *Faces) Keys() []string {
	f.mu.RLock()
	defer f.mu.RUnlock()
	keys := make([]string, 0, len(f.faces))
	for k := range f.faces {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// Has reports whether a face is known.
func (f *Faces) Has(key string) bool { return f.get(key) != nil }

// TTF gives the bytes a face was parsed from, nil when unknown.
func (f *Faces) TTF(key string) []byte {
	if fc := f.get(key); fc != nil {
		return fc.ttf
	}
	return nil
}

// Measure is the width in mm of a text set in one line, exactly as gopdf
// advances it without kerning: every advance is cut to whole 1/1000 em. A
// letter that the face lacks has no width, as there: ask Missing first.
func (f *Faces) Measure(key string, size float64, s string) float64 {
	return f.get(key).units(s) * size / 1000 * MM
}

// MeasureSpaced is Measure with charSpace points between the letters (not
// after the last).
func (f *Faces) MeasureSpaced(key string, size, charSpace float64, s string) float64 {
	w := f.Measure(key, size, s)
	if n := runes(s); charSpace != 0 && n > 1 {
		w += float64(n-1) * charSpace * MM
	}
	return w
}

// HasGlyph reports whether the face can draw a letter.
func (f *Faces) HasGlyph(key string, r rune) bool { return f.get(key).glyph(r) != 0 }

// Missing lists the letters of a text that the face cannot draw, each once, in
// the order of the text.
func (f *Faces) Missing(key string, s string) []rune {
	fc := f.get(key)
	var missing []rune
	seen := map[rune]bool{}
	for _, r := range s {
		if fc.glyph(r) == 0 && !seen[r] {
			seen[r] = true
			missing = append(missing, r)
		}
	}
	return missing
}

// Metrics are heights of a face at a size, mm, all positive.
type Metrics struct{ Ascent, Descent, CapHeight, XHeight float64 }

// Metrics gives the heights of a face at a size in points.
func (f *Faces) Metrics(key string, size float64) Metrics {
	fc := f.get(key)
	if fc == nil {
		return Metrics{}
	}
	return fc.metrics(size)
}

func (fc *face) metrics(size float64) Metrics {
	k := size / 1000 * MM
	return Metrics{fc.ascent * k, fc.descent * k, fc.capHeight * k, fc.xHeight * k}
}

func (f *Faces) get(key string) *face {
	if f == nil {
		return nil
	}
	f.mu.RLock()
	defer f.mu.RUnlock()
	return f.faces[key]
}

// face is one parsed font. Widths and heights of the letters that Vietnamese
// papers use are read once; the rest is looked up in the font when met.
type face struct {
	ttf                                 []byte
	font                                *sfnt.Font
	upem                                int
	ascent, descent, capHeight, xHeight float64 // 1/1000 em
	latin                               [0x250]letter
	marked                              [0x2070 - 0x1E00]letter // ạ … ỹ, dashes, quotes
}

type letter struct {
	glyph     sfnt.GlyphIndex
	width     int32   // 1/1000 em, cut down as gopdf does
	top, deep float32 // ink above and below the baseline, 1/1000 em
}

func parseFace(ttf []byte) (*face, error) {
	parsed, err := sfnt.Parse(ttf)
	if err != nil {
		return nil, err
	}
	fc := &face{ttf: ttf, font: parsed, upem: int(parsed.UnitsPerEm())}
	if fc.upem == 0 {
		return nil, fmt.Errorf("no units per em")
	}
	var buf sfnt.Buffer
	m, err := parsed.Metrics(&buf, fixed.I(1000), font.HintingNone)
	if err != nil {
		return nil, err
	}
	em := func(v fixed.Int26_6) float64 { return float64(v) / 64 }
	fc.ascent, fc.descent = em(m.Ascent), em(m.Descent)
	fc.capHeight, fc.xHeight = em(m.CapHeight), em(m.XHeight)
	for r := range fc.latin {
		fc.latin[r] = fc.lookup(&buf, rune(r))
	}
	for i := range fc.marked {
		fc.marked[i] = fc.lookup(&buf, rune(0x1E00+i))
	}
	fc.mendHeights()
	return fc, nil
}

// mendHeights reads cap and x height off the letters when the font does not
// say them.
func (fc *face) mendHeights() {
	if fc.capHeight <= 0 {
		fc.capHeight = float64(fc.latin['H'].top)
	}
	if fc.xHeight <= 0 {
		fc.xHeight = float64(fc.latin['x'].top)
	}
}

func (fc *face) lookup(buf *sfnt.Buffer, r rune) letter {
	g, err := fc.font.GlyphIndex(buf, r)
	if err != nil || g == 0 {
		return letter{}
	}
	scale := fixed.Int26_6(fc.upem) // one unit of the font is one unit of the answer
	ink, w, err := fc.font.GlyphBounds(buf, g, scale, font.HintingNone)
	if err != nil {
		return letter{}
	}
	up := float32(1000) / float32(fc.upem)
	return letter{g, int32(w) * 1000 / int32(fc.upem), -float32(ink.Min.Y) * up, float32(ink.Max.Y) * up}
}

func (fc *face) at(r rune) letter {
	switch {
	case r >= 0 && int(r) < len(fc.latin):
		return fc.latin[r]
	case r >= 0x1E00 && int(r-0x1E00) < len(fc.marked):
		return fc.marked[r-0x1E00]
	}
	var buf sfnt.Buffer
	return fc.lookup(&buf, r)
}

func (fc *face) glyph(r rune) sfnt.GlyphIndex {
	if fc == nil {
		return 0
	}
	return fc.at(r).glyph
}

func (fc *face) units(s string) float64 {
	if fc == nil {
		return 0
	}
	var sum int32
	for _, r := range s {
		sum += fc.at(r).width
	}
	return float64(sum)
}

// ink gives how far the letters of s reach above and below the baseline,
// 1/1000 em.
func (fc *face) ink(s string) (top, deep float64) {
	if fc == nil {
		return 0, 0
	}
	for _, r := range s {
		l := fc.at(r)
		top, deep = max(top, float64(l.top)), max(deep, float64(l.deep))
	}
	return top, deep
}

func runes(s string) (n int) {
	for range s {
		n++
	}
	return n
}

var defaultFaces = sync.OnceValues(func() (*Faces, error) {
	f := NewFaces()
	for _, name := range fonts.Names() {
		ttf, err := fonts.Read(name)
		if err != nil {
			return nil, err
		}
		if err := f.Add(name, ttf); err != nil {
			return nil, err
		}
	}
	return f, nil
})

// DefaultFaces is the registry of the shipped fonts, by file name. It is
// shared: to add an office's own fonts, use ShippedFaces.
func DefaultFaces() *Faces {
	f, err := defaultFaces()
	if err != nil {
		panic("layout: a shipped font does not parse: " + err.Error())
	}
	return f
}

// ShippedFaces is a new registry that holds the shipped fonts and can be added
// to.
func ShippedFaces() *Faces {
	shipped := DefaultFaces()
	f := NewFaces()
	for k, v := range shipped.faces {
		f.faces[k] = v
	}
	return f
}
