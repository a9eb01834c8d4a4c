package layout

import (
	"fmt"
	"sync"
	"sync/atomic"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// face is one parsed font. Widths and heights of the letters that Vietnamese
// papers use are read once; the rest is looked up in the font when met.
type face struct {
	given                               []byte // as added
	ttf                                 []byte // as set: with lining figures
	font                                *sfnt.Font
	upem                                int
	ascent, descent, capHeight, xHeight float64                                  // 1/1000 em
	latin                               [0x1B1]atomic.Pointer[letter]            // up to ư, each looked up when first set
	marked                              [0x2070 - marked0]atomic.Pointer[letter] // ạ … ỹ, dashes, quotes
	examine                             func() (Report, error)                   // by the font doctor, once
}

const marked0 = 'Ạ' // U+1EA0

type letter struct {
	glyph     sfnt.GlyphIndex
	width     int32   // 1/1000 em, cut down as gopdf does
	top, deep float32 // ink above and below the baseline, 1/1000 em
}

func parseFace(ttf []byte) (*face, error) {
	given := ttf
	parsed, err := sfnt.Parse(ttf)
	if err != nil {
		return nil, err
	}
	if ttf = lining(given, parsed); &ttf[0] != &given[0] {
		if parsed, err = sfnt.Parse(ttf); err != nil {
			return nil, err
		}
	}
	fc := &face{given: given, ttf: ttf, font: parsed, upem: int(parsed.UnitsPerEm())}
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
	fc.mendHeights()
	fc.examine = sync.OnceValues(fc.diagnose)
	return fc, nil
}

// mendHeights reads cap and x height off the letters when the font does not
// say them.
func (fc *face) mendHeights() {
	if fc.capHeight <= 0 {
		fc.capHeight = float64(fc.at('H').top)
	}
	if fc.xHeight <= 0 {
		fc.xHeight = float64(fc.at('x').top)
	}
}

func (fc *face) lookup(r rune) letter {
	buf := buffers.Get().(*sfnt.Buffer)
	defer buffers.Put(buf)
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

var buffers = sync.Pool{New: func() any { return new(sfnt.Buffer) }}

func (fc *face) at(r rune) letter {
	var kept *atomic.Pointer[letter]
	switch {
	case r >= 0 && int(r) < len(fc.latin):
		kept = &fc.latin[r]
	case r >= marked0 && int(r-marked0) < len(fc.marked):
		kept = &fc.marked[r-marked0]
	default:
		return fc.lookup(r)
	}
	if l := kept.Load(); l != nil {
		return *l
	}
	l := fc.lookup(r) // who looks it up twice finds the same
	kept.Store(&l)
	return l
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
