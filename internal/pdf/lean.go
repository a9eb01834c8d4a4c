package pdf

import (
	"encoding/binary"
	"fmt"
)

// lean gives a font that measures and maps letters like the whole one but has
// no outlines. gopdf writes every font of a document each time it writes the
// document; the documents in which pages are composed are thrown away, so they
// get fonts that cost next to nothing. Glyph ids stay the same, so the real
// font, written once at the end of the file, fits.
func lean(ttf []byte) ([]byte, error) {
	tables, err := sfntTables(ttf)
	if err != nil {
		return nil, err
	}
	for _, tag := range []string{"head", "hhea", "hmtx", "maxp", "cmap", "name", "OS/2", "post"} {
		if tables[tag] == nil {
			return nil, fmt.Errorf("no table %s", tag)
		}
	}
	if len(tables["head"]) < 54 || len(tables["maxp"]) < 6 || len(tables["hhea"]) < 36 || len(tables["hmtx"]) < 4 {
		return nil, fmt.Errorf("tables head, maxp, hhea or hmtx too short")
	}
	head := append([]byte(nil), tables["head"]...)
	binary.BigEndian.PutUint16(head[50:], 0) // short loca
	hhea := append([]byte(nil), tables["hhea"]...)
	binary.BigEndian.PutUint16(hhea[34:], 1) // one width for all: every run says where it starts
	glyphs := int(binary.BigEndian.Uint16(tables["maxp"][4:]))
	post := tables["post"]
	return joinTables([]table{
		{"OS/2", tables["OS/2"]}, {"cmap", tables["cmap"]}, {"glyf", nil}, {"head", head},
		{"hhea", hhea}, {"hmtx", tables["hmtx"][:4]}, {"loca", make([]byte, 2*(glyphs+1))},
		{"maxp", tables["maxp"]}, {"name", tables["name"]}, {"post", post[:min(len(post), 32)]},
	}), nil
}

type table struct {
	tag  string
	data []byte
}

// sfntTables lists the tables of a TrueType file, all inside its bounds.
func sfntTables(ttf []byte) (map[string][]byte, error) {
	if len(ttf) < 12 || binary.BigEndian.Uint32(ttf) != 0x00010000 {
		return nil, fmt.Errorf("not a TrueType font")
	}
	n := int(binary.BigEndian.Uint16(ttf[4:]))
	if len(ttf) < 12+16*n {
		return nil, fmt.Errorf("table directory cut short")
	}
	tables := make(map[string][]byte, n)
	for i := range n {
		e := ttf[12+16*i:]
		off, size := uint64(binary.BigEndian.Uint32(e[8:])), uint64(binary.BigEndian.Uint32(e[12:]))
		if off+size > uint64(len(ttf)) {
			return nil, fmt.Errorf("table %q outside the file", e[:4])
		}
		tables[string(e[:4])] = ttf[off : off+size]
	}
	return tables, nil
}

// joinTables puts tables, sorted by tag, into a font file, each padded to four
// bytes: gopdf reads up to the padding.
func joinTables(tables []table) []byte {
	out := make([]byte, 12+16*len(tables))
	binary.BigEndian.PutUint32(out, 0x00010000)
	binary.BigEndian.PutUint16(out[4:], uint16(len(tables)))
	for i, t := range tables {
		e := out[12+16*i:]
		copy(e, t.tag)
		binary.BigEndian.PutUint32(e[8:], uint32(len(out)))
		binary.BigEndian.PutUint32(e[12:], uint32(len(t.data)))
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out
}
