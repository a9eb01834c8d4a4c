package layout

import (
	"encoding/binary"
	"slices"

	"golang.org/x/image/font/sfnt"
)

// Some display faces have old-style figures by default: in a date or a number
// they stand high and low among capitals and look like a slip of the pen. Where
// such a face also has figures as high as its capitals (OpenType feature lnum),
// papers are set with those. Neither the measuring nor the writing of PDF files
// knows features, so the font itself is made to say it: its map from letters to
// glyphs leads the ten digits to the lining figures. Everything else stays.

// lining gives the font with lining figures; the same bytes when they are the
// default already, or there are none.
func lining(ttf []byte, parsed *sfnt.Font) []byte {
	tables, err := readTables(ttf)
	if err != nil {
		return ttf
	}
	var buf sfnt.Buffer
	figures := map[rune]uint16{}
	for r := '0'; r <= '9'; r++ {
		old, err := parsed.GlyphIndex(&buf, r)
		if err != nil {
			return ttf
		}
		if g, ok := substituted(tables["GSUB"], "lnum", uint16(old)); ok && g != uint16(old) && int(g) < parsed.NumGlyphs() {
			figures[r] = g
		}
	}
	if len(figures) == 0 {
		return ttf
	}
	glyphs := make([]uint16, 0xFFFF) // letters of the first plane
	for r := range glyphs {
		if g, err := parsed.GlyphIndex(&buf, rune(r)); err == nil {
			glyphs[r] = uint16(g)
		}
	}
	for r, g := range figures {
		glyphs[r] = g
	}
	cmap := writeCmap(glyphs)
	if cmap == nil {
		return ttf
	}
	return withTable(ttf, "cmap", cmap)
}

// writeCmap writes a table cmap of one map in format 4 without an array of
// glyphs: each run of letters whose glyphs follow one another is a segment. It
// is nil for a font of more runs than the format can hold.
func writeCmap(glyphs []uint16) []byte {
	type segment struct{ from, to, delta uint16 }
	var segs []segment
	for r, g := range glyphs {
		last := len(segs) - 1
		switch delta := g - uint16(r); {
		case g == 0:
		case last >= 0 && int(segs[last].to)+1 == r && segs[last].delta == delta:
			segs[last].to = uint16(r)
		default:
			segs = append(segs, segment{uint16(r), uint16(r), delta})
		}
	}
	segs = append(segs, segment{0xFFFF, 0xFFFF, 1}) // the format asks for it
	n := len(segs)
	length := 16 + 8*n
	if length > 0xFFFF {
		return nil
	}
	at, power := 1, 0
	for at*2 <= n {
		at, power = at*2, power+1
	}
	b := make([]byte, 0, 12+length)
	word := func(v ...int) {
		for _, x := range v {
			b = binary.BigEndian.AppendUint16(b, uint16(x))
		}
	}
	word(0, 1, 3, 1, 0, 12) // one map: Windows, Unicode, at 12
	word(4, length, 0, 2*n, 2*at, power, 2*(n-at))
	for _, s := range segs {
		word(int(s.to))
	}
	word(0)
	for _, s := range segs {
		word(int(s.from))
	}
	for _, s := range segs {
		word(int(s.delta))
	}
	return append(b, make([]byte, 2*n)...)
}

// withTable is the font with another table under a tag that it has.
func withTable(ttf []byte, tag string, data []byte) []byte {
	out := slices.Clone(ttf)
	for len(out)%4 != 0 {
		out = append(out, 0)
	}
	for i := range int(binary.BigEndian.Uint16(ttf[4:])) {
		if e := out[12+16*i : 28+16*i]; string(e[:4]) == tag {
			binary.BigEndian.PutUint32(e[4:], checksum(data))
			binary.BigEndian.PutUint32(e[8:], uint32(len(out)))
			binary.BigEndian.PutUint32(e[12:], uint32(len(data)))
		}
	}
	out = append(out, data...)
	for len(out)%4 != 0 {
		out = append(out, 0)
	}
	return out
}

// checksum of a table, as the directory of a font says it.
func checksum(data []byte) (sum uint32) {
	for len(data) >= 4 {
		sum += binary.BigEndian.Uint32(data)
		data = data[4:]
	}
	var rest [4]byte
	copy(rest[:], data)
	return sum + binary.BigEndian.Uint32(rest[:])
}
