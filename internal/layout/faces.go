package layout

import (
	"bytes"
	"fmt"
	"sort"
	"sync"

	"ocoprint/fonts"
)

// Faces is a registry of parsed fonts by key, for example
// "LiberationSerif-Bold.ttf" (the name of the font file). It is safe for use by
// several goroutines once filled.
type Faces struct {
	mu    sync.RWMutex
	faces map[string]func() *face // parsed on first use, or before
}

// NewFaces is an empty registry.
func NewFaces() *Faces { return &Faces{faces: map[string]func() *face{}} }

// Add parses a TrueType font under a key. Adding a key again replaces it.
func (f *Faces) Add(key string, ttf []byte) error {
	parsed, err := parseFace(ttf)
	if err != nil {
		return fmt.Errorf("parse font %s: %w", key, err)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.faces[key] = func() *face { return parsed }
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
func (f *Faces) Has(key string) bool { return f.find(key) != nil }

// Same reports whether a face was added under key from these very bytes.
func (f *Faces) Same(key string, ttf []byte) bool {
	fc := f.get(key)
	return fc != nil && bytes.Equal(fc.given, ttf)
}

// TTF gives the font that a face is set in, nil when unknown: the bytes that
// were added, with lining figures where the font has them beside old-style ones.
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
	if open := f.find(key); open != nil {
		return open()
	}
	return nil
}

func (f *Faces) find(key string) func() *face {
	if f == nil {
		return nil
	}
	f.mu.RLock()
	defer f.mu.RUnlock()
	return f.faces[key]
}

// A layout uses few of the shipped faces, and a face takes some milliseconds
// and twice its size in memory.
var defaultFaces = sync.OnceValue(func() *Faces {
	f := NewFaces()
	for _, name := range fonts.Names() {
		f.faces[name] = sync.OnceValue(func() *face { return shippedFace(name) })
	}
	return f
})

func shippedFace(name string) *face {
	parsed, err := parseFace(fonts.Shared(name))
	if err != nil {
		panic("layout: shipped font " + name + " does not parse: " + err.Error())
	}
	return parsed
}

// DefaultFaces is the registry of the shipped fonts, by file name. It is
// shared: to add an office's own fonts, use ShippedFaces.
func DefaultFaces() *Faces { return defaultFaces() }

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
