package layout

import (
	"encoding/binary"
	"errors"
	"fmt"

	"golang.org/x/image/font/sfnt"
)

// vietnamese are the 134 letters: the 67 that English lacks, small and capital.
const vietnamese = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ" +
	"ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"

// VietnameseLetters lists the 134 letters that Vietnamese adds to the Latin
// alphabet.
func VietnameseLetters() []rune { return []rune(vietnamese) }

// Report of the font doctor.
type Report struct {
	Family     string
	Missing    []rune // of the 134 Vietnamese letters, the Latin ones and the figures
	Nested     []rune // letters built from composites of composites: subsetters lose their marks
	Embeddable bool   // OS/2 fsType allows embedding and subsetting
	Glyphs     int
}

// OK reports whether the font can be used on paper.
func (r Report) OK() bool { return len(r.Missing) == 0 && len(r.Nested) == 0 && r.Embeddable }

// Examine looks at a TrueType font an office brings: are all Vietnamese letters
// there, are any of them nested composites, may it be embedded? An error means
// that it is no TrueType font we can read. It costs bounded time and memory
// whatever the bytes are.
func Examine(ttf []byte) (Report, error) {
	if _, err := readTables(ttf); err != nil {
		return Report{}, err
	}
	fc, err := parseFace(ttf)
	if err != nil {
		return Report{}, err
	}
	return fc.examine()
}

func (fc *face) diagnose() (Report, error) {
	tables, err := readTables(fc.ttf)
	if err != nil {
		return Report{}, err
	}
	rep := Report{Glyphs: fc.font.NumGlyphs(), Embeddable: embeddable(tables["OS/2"])}
	if name, err := fc.font.Name(nil, sfnt.NameIDFamily); err == nil {
		rep.Family = name
	}
	for r := '!'; r <= '~'; r++ {
		if fc.glyph(r) == 0 {
			rep.Missing = append(rep.Missing, r)
		}
	}
	outlines, err := newOutlines(tables)
	if err != nil {
		return rep, err
	}
	for _, r := range vietnamese {
		g := fc.glyph(r)
		switch {
		case g == 0:
			rep.Missing = append(rep.Missing, r)
		case outlines.nested(int(g)):
			rep.Nested = append(rep.Nested, r)
		}
	}
	return rep, nil
}

// embeddable reads OS/2 fsType: bit 1 alone forbids embedding, bit 8 forbids
// subsetting, bit 9 allows bitmaps only.
func embeddable(os2 []byte) bool {
	if len(os2) < 10 {
		return false
	}
	fsType := binary.BigEndian.Uint16(os2[8:])
	return fsType&0x000F != 0x0002 && fsType&0x0300 == 0
}

func readTables(ttf []byte) (map[string][]byte, error) {
	if len(ttf) < 12 {
		return nil, errors.New("too short for a font")
	}
	switch v := binary.BigEndian.Uint32(ttf); v {
	case 0x00010000, 0x74727565: // 1.0, 'true'
	default:
		return nil, fmt.Errorf("not a TrueType font (%08x)", v)
	}
	n := int(binary.BigEndian.Uint16(ttf[4:]))
	tables := map[string][]byte{}
	for i := range n {
		at := 12 + 16*i
		if at+16 > len(ttf) {
			return nil, errors.New("table directory cut off")
		}
		off, size := int64(binary.BigEndian.Uint32(ttf[at+8:])), int64(binary.BigEndian.Uint32(ttf[at+12:]))
		if off+size > int64(len(ttf)) {
			return nil, fmt.Errorf("table %q cut off", ttf[at:at+4])
		}
		tables[string(ttf[at:at+4])] = ttf[off : off+size]
	}
	return tables, nil
}

// outlines reads the glyf table far enough to see composites.
type outlines struct {
	glyf, loca []byte
	long       bool
}

func newOutlines(tables map[string][]byte) (outlines, error) {
	o := outlines{glyf: tables["glyf"], loca: tables["loca"]}
	head := tables["head"]
	if len(o.glyf) == 0 || len(o.loca) == 0 || len(head) < 54 {
		return o, errors.New("no TrueType outlines")
	}
	o.long = binary.BigEndian.Uint16(head[50:]) != 0
	return o, nil
}

func (o outlines) glyph(g int) []byte {
	var from, to int64
	if o.long {
		if 4*g+8 > len(o.loca) {
			return nil
		}
		from, to = int64(binary.BigEndian.Uint32(o.loca[4*g:])), int64(binary.BigEndian.Uint32(o.loca[4*g+4:]))
	} else {
		if 2*g+4 > len(o.loca) {
			return nil
		}
		from, to = 2*int64(binary.BigEndian.Uint16(o.loca[2*g:])), 2*int64(binary.BigEndian.Uint16(o.loca[2*g+2:]))
	}
	if from >= to || to > int64(len(o.glyf)) {
		return nil
	}
	return o.glyf[from:to]
}

// parts lists the glyphs a composite is made of; nil for a simple glyph.
func (o outlines) parts(g int) (parts []int) {
	d := o.glyph(g)
	if len(d) < 10 || int16(binary.BigEndian.Uint16(d)) >= 0 {
		return nil
	}
	for d = d[10:]; len(d) >= 4; {
		flags := binary.BigEndian.Uint16(d)
		parts = append(parts, int(binary.BigEndian.Uint16(d[2:])))
		size := 4 + 2
		if flags&0x0001 != 0 { // words
			size += 2
		}
		switch {
		case flags&0x0008 != 0: // scale
			size += 2
		case flags&0x0040 != 0: // x and y scale
			size += 4
		case flags&0x0080 != 0: // two by two
			size += 8
		}
		if flags&0x0020 == 0 || size > len(d) { // no more
			return parts
		}
		d = d[size:]
	}
	return parts
}

func (o outlines) nested(g int) bool {
	for _, part := range o.parts(g) {
		if len(o.parts(part)) > 0 {
			return true
		}
	}
	return false
}
