package pdf

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"

	"ocoprint/internal/layout"
)

// usage says which letters of which face were drawn.
type usage map[string]*runeSet

// runeSet holds runes; those below lowRunes, where all of Vietnamese lies, as
// bits.
type runeSet struct {
	low  [lowRunes / 64]uint64
	high map[rune]bool
}

const lowRunes = 0x2100

func (s *runeSet) has(r rune) bool {
	if r >= 0 && r < lowRunes {
		return s.low[r/64]&(1<<(r%64)) != 0
	}
	return s.high[r]
}

func (s *runeSet) add(r rune) {
	if r >= 0 && r < lowRunes {
		s.low[r/64] |= 1 << (r % 64)
		return
	}
	if s.high == nil {
		s.high = map[rune]bool{}
	}
	s.high[r] = true
}

// within reports whether o has all of them.
func (s *runeSet) within(o *runeSet) bool {
	for i, bits := range s.low {
		if bits&^o.low[i] != 0 {
			return false
		}
	}
	for r := range s.high {
		if !o.has(r) {
			return false
		}
	}
	return true
}

func (s *runeSet) join(o *runeSet) {
	for i := range s.low {
		s.low[i] |= o.low[i]
	}
	for r := range o.high {
		s.add(r)
	}
}

// list gives the runes in an order that decides what a shared glyph means to a
// search: plain letters first, look-alikes (no-break space, soft hyphen, the
// Icelandic eth that some type for Đ) last.
func (s *runeSet) list() []rune {
	var runes, late []rune
	for r := range rune(lowRunes) {
		if !s.has(r) {
			continue
		}
		switch r {
		case 0xA0, 0xAD, 0xD0, 0xF0:
			late = append(late, r)
		default:
			runes = append(runes, r)
		}
	}
	return slices.Concat(runes, slices.Sorted(maps.Keys(s.high)), late)
}

func (u usage) of(face string) *runeSet {
	s := u[face]
	if s == nil {
		s = &runeSet{}
		u[face] = s
	}
	return s
}

func (u usage) join(o usage) {
	for face, s := range o {
		u.of(face).join(s)
	}
}

// check refuses a letter that the face lacks and notes the letters used. The
// font is asked once per letter.
func (c *composer) check(m layout.Text) error {
	if !c.kit.faces.Has(m.Face) {
		return UnknownFace.With("face", m.Face, "page", c.at).Err()
	}
	used, known := c.used.of(m.Face), c.known.of(m.Face)
	for _, r := range m.String {
		used.add(r)
		if known.has(r) {
			continue
		}
		if r < ' ' || r == 0xFFFD || !c.kit.faces.HasGlyph(m.Face, r) {
			return MissingGlyph.With("face", m.Face, "letter", string(r), "code", codePoint(r),
				"text", m.String, "box", m.Box, "page", c.at).Err()
		}
		known.add(r)
	}
	return nil
}

func codePoint(r rune) string { return fmt.Sprintf("U+%04X", r) }

// shortHash names a resource by what it is called, so that the name does not
// depend on who met it first. Two names that share a hash are found when the
// file is closed.
func shortHash(prefix, name string) string {
	sum := sha256.Sum256([]byte(name))
	return prefix + hex.EncodeToString(sum[:3])
}

func faceName(key string) string    { return shortHash("F", key) }
func pictureName(key string) string { return shortHash("X", key) }
