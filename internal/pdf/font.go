package pdf

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/signintech/gopdf"
)

// Numbers of a font's objects in a gopdf document that has one font.
const (
	gopdfMap = 5 + iota
	gopdfProgram
	gopdfDescriptor
	gopdfCID
	gopdfFont
)

var fontDicts = [3]int{gopdfDescriptor, gopdfCID, gopdfFont}

// font writes a face with the letters used.
func (d *document) font(key string, used *runeSet) error {
	if d.o.StandardSubset {
		all := &runeSet{}
		all.join(used)
		all.join(d.k.standard(key))
		used = all
	}
	s, err := subsetOf(key, d.k.faces.TTF(key), used.list())
	if err != nil {
		return fmt.Errorf("subset %s: %w", key, err)
	}
	ids := map[int]int{}
	for _, n := range []int{gopdfMap, gopdfProgram, gopdfDescriptor, gopdfCID, gopdfFont} {
		ids[n] = d.f.reserve()
	}
	d.f.stream(ids[gopdfMap], flate, s.toUnicode)
	d.f.begin(ids[gopdfProgram])
	d.f.write(s.program)
	d.f.write([]byte("\nstream\n"))
	d.f.write(s.data)
	d.f.write([]byte("\nendstream"))
	d.f.end()
	for i, n := range fontDicts {
		d.f.begin(ids[n])
		s.dicts[i].write(d.f, ids)
		d.f.end()
	}
	d.fonts[key] = ids[gopdfFont]
	return nil
}

// standard is the part of the standard repertoire that a face has.
func (k *kit) standard(key string) *runeSet {
	k.mu.Lock()
	defer k.mu.Unlock()
	s := k.standards[key]
	if s == nil {
		s = &runeSet{}
		for _, r := range standardRunes {
			if k.faces.HasGlyph(key, r) {
				s.add(r)
			}
		}
		k.standards[key] = s
	}
	return s
}

// standardRunes is what papers are made of: with it, single certificates share
// one subset whatever their names are.
var standardRunes = func() []rune {
	var all []rune
	for r := ' '; r <= '~'; r++ {
		all = append(all, r)
	}
	return append(all, []rune("àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ"+
		"ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬÈẺẼÉẸÊỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢÙỦŨÚỤƯỪỬỮỨỰỲỶỸÝỴĐ"+
		"\u00a0°²½×·–—‘’“”…")...)
}()

var mapLine = regexp.MustCompile(`<([0-9A-F]{4})><[0-9A-F]{4}><([0-9A-F]{4,6})>`)

// toUnicode writes gopdf's glyph-to-letter pairs as readers want them: a full
// code space and blocks of at most 100. The first letter of a glyph counts.
func toUnicode(theirs []byte) []byte {
	var pairs []string
	seen := map[string]bool{}
	for _, m := range mapLine.FindAllSubmatch(theirs, -1) {
		glyph := string(m[1])
		r, err := strconv.ParseUint(string(m[2]), 16, 21)
		if err != nil || seen[glyph] {
			continue
		}
		seen[glyph] = true
		var b strings.Builder
		for _, u := range utf16.Encode([]rune{rune(r)}) {
			b.WriteString(strings.ToUpper(hex.EncodeToString([]byte{byte(u >> 8), byte(u)})))
		}
		pairs = append(pairs, "<"+glyph+"> <"+b.String()+">\n")
	}
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for len(pairs) > 0 {
		n := min(100, len(pairs))
		fmt.Fprintf(&b, "%d beginbfchar\n%sendbfchar\n", n, strings.Join(pairs[:n], ""))
		pairs = pairs[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}

// TryFont does with a font what printing does: opens it for composing and makes
// a subset of everything papers use. For install, which runs it in a child.
func TryFont(ttf []byte) error {
	return safely(func() error {
		slim, err := lean(ttf)
		if err != nil {
			return err
		}
		var doc gopdf.GoPdf
		doc.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4, Unit: gopdf.UnitPT})
		if err := doc.AddTTFFontData("f", slim); err != nil {
			return err
		}
		_, err = makeSubset("f", ttf, standardRunes)
		return err
	})
}
