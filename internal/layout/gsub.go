package layout

import "encoding/binary"

// Bounds of what is read of a table GSUB: a font with more is no font for
// papers.
const (
	maxFeatures = 512
	maxLookups  = 32
)

// bytes16 reads big-endian numbers of a table; what lies outside reads as 0.
type bytes16 []byte

func (b bytes16) at(i int) int {
	if i < 0 || i+2 > len(b) {
		return 0
	}
	return int(binary.BigEndian.Uint16(b[i:]))
}

func (b bytes16) from(i int) bytes16 {
	if i < 0 || i > len(b) {
		return nil
	}
	return b[i:]
}

// substituted is the glyph that a feature of single substitutions puts in the
// place of another; false when the feature says nothing of it.
func substituted(gsub bytes16, feature string, glyph uint16) (uint16, bool) {
	features, lookups := gsub.from(gsub.at(6)), gsub.from(gsub.at(8))
	for i := range min(features.at(0), maxFeatures) {
		record := features.from(2 + 6*i)
		if len(record) < 6 || string(record[:4]) != feature {
			continue
		}
		f := features.from(record.at(4))
		for k := range min(f.at(2), maxLookups) {
			if g, ok := lookupSingle(lookups.from(lookups.at(2+2*f.at(4+2*k))), glyph); ok {
				return g, true
			}
		}
	}
	return 0, false
}

// lookupSingle applies a lookup of single substitutions (type 1, or 7 that
// leads to one).
func lookupSingle(lookup bytes16, glyph uint16) (uint16, bool) {
	for i := range min(lookup.at(4), maxLookups) {
		kind, sub := lookup.at(0), lookup.from(lookup.at(6+2*i))
		if kind == 7 {
			kind, sub = sub.at(2), sub.from(sub.at(4)<<16|sub.at(6))
		}
		if kind != 1 {
			continue
		}
		at, ok := covered(sub.from(sub.at(2)), int(glyph))
		switch {
		case !ok:
		case sub.at(0) == 1:
			return glyph + uint16(sub.at(4)), true
		case sub.at(0) == 2 && at < sub.at(4):
			return uint16(sub.at(6 + 2*at)), true
		}
	}
	return 0, false
}

// covered is the place of a glyph in a coverage table, whose entries are sorted.
func covered(c bytes16, glyph int) (int, bool) {
	low, high := 0, c.at(2)
	for low < high {
		mid := (low + high) / 2
		first, last, index := c.at(4+2*mid), c.at(4+2*mid), mid
		if c.at(0) == 2 {
			first, last = c.at(4+6*mid), c.at(6+6*mid)
			index = c.at(8+6*mid) + glyph - first
		}
		switch {
		case glyph < first:
			high = mid
		case glyph > last:
			low = mid + 1
		default:
			return index, true
		}
	}
	return 0, false
}
