package fonts

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

// letters are the 134 letters of Vietnamese that ASCII lacks.
const letters = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ" +
	"ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬÈẺẼÉẸÊỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢÙỦŨÚỤƯỪỬỮỨỰỲỶỸÝỴĐ"

// A changed font file changes every certificate: it must be a decision, not an
// accident.
var pinned = map[string]string{
	"BeVietnamPro-Bold.ttf":          "2fe6c3f9dbb65f61554d530c16b2eb4ec32ca437dc8f9999a6ec0f6403b30bfe",
	"BeVietnamPro-Italic.ttf":        "bc0269af52f3628c6191f427fc28fc89099fde6ab2de50e691de3078ca312f49",
	"BeVietnamPro-Regular.ttf":       "cb6f53d6fd56316356c55b067474d9621c27b7182b124063b8f6eab6acef63bd",
	"BeVietnamPro-SemiBold.ttf":      "04db63d2a82dd4bb35ba25e00dab1d12febcd0e917856b174b71a24d6f0c9afa",
	"EBGaramond-Bold.ttf":            "8bb7f13020d522de1c441da0a76f05843b74d788c1b16a933af3be4880782d17",
	"EBGaramond-Medium.ttf":          "fa216955996d7490192e361eced78f5e3b50ae1742c5441bb635672f1600541a",
	"EBGaramond-MediumItalic.ttf":    "4e4cf7a8918fa850eff56e6d7baa68b00f8e712b18696da029c6fdf700b2d695",
	"LiberationSerif-Bold.ttf":       "446a4421f297698427170fd7db20e59169a4188baaaf940e9bea58af6341a723",
	"LiberationSerif-BoldItalic.ttf": "36dd6965be8915f6d7efb259757f1f7546a7c6f72c53a20bbe4ae7092f2cd558",
	"LiberationSerif-Italic.ttf":     "c1830c433ab41379f1139fac388989d37c9f08c81e1bd643efdcc7946db30753",
	"LiberationSerif-Regular.ttf":    "29d12439831b7f59194efec85872f24f54eff05738933f9a860220d2abff88ba",
	"PlayfairDisplay-Bold.ttf":       "4f3b87b5aa297eed5e5a48dbd9941356ca0313d4725b02c29a298cb042b7b31b",
}

func TestFontFilesArePinned(t *testing.T) {
	if got := len(Names()); got != len(pinned) {
		t.Errorf("%d fonts shipped, %d pinned", got, len(pinned))
	}
	for _, name := range Names() {
		data := read(t, name)
		sum := sha256.Sum256(data)
		if got := hex.EncodeToString(sum[:]); got != pinned[name] {
			t.Errorf("%s is %s, pinned %s", name, got, pinned[name])
		}
	}
}

func TestEveryFaceHasAllVietnameseLetters(t *testing.T) {
	if n := len([]rune(letters)); n != 134 {
		t.Fatalf("the list holds %d letters", n)
	}
	for _, name := range Names() {
		f := parse(t, name)
		for _, r := range letters + "–—“”…·§×½°" {
			if f.glyph(r) == 0 {
				t.Errorf("%s: no glyph for %q (U+%04X)", name, r, r)
			}
		}
	}
}

// Subsetters follow one level of composites; a letter made of composites would
// print without its marks while text extraction stays right.
func TestNoVietnameseLetterIsACompositeOfComposites(t *testing.T) {
	for _, name := range Names() {
		f := parse(t, name)
		for _, r := range letters {
			for _, part := range f.parts(f.glyph(r)) {
				if len(f.parts(part)) > 0 {
					t.Errorf("%s: %q is made of composite glyph %d", name, r, part)
				}
			}
		}
	}
}

func TestEveryFamilyHasItsLicence(t *testing.T) {
	for _, name := range Names() {
		family, _, _ := strings.Cut(name, "-")
		text := string(read(t, family+"-OFL.txt"))
		if !strings.Contains(strings.ToUpper(text), "SIL OPEN FONT LICENSE VERSION 1.1") {
			t.Errorf("%s: licence text is not the OFL", family)
		}
	}
	if len(Licences()) != 4 {
		t.Errorf("licences: %q", Licences())
	}
}

func TestConstantsNameShippedFiles(t *testing.T) {
	for _, name := range []string{SerifRegular, SerifBold, SerifItalic, SerifBoldItalic, Display, Book,
		BookItalic, BookBold, SansRegular, SansItalic, SansSemiBold, SansBold} {
		if !slices.Contains(Names(), name) {
			t.Errorf("%s is not shipped", name)
		}
	}
	if _, err := Read("Arial.ttf"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("unknown font: %v", err)
	}
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := Read(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// font is as much of TrueType as the tests above need.
type font struct {
	cmap       map[rune]int
	glyf, loca []byte
	long       bool
}

func parse(t *testing.T, name string) font {
	t.Helper()
	data := read(t, name)
	table := func(tag string) []byte {
		n := int(binary.BigEndian.Uint16(data[4:]))
		for i := range n {
			e := data[12+16*i:]
			if string(e[:4]) == tag {
				off, size := binary.BigEndian.Uint32(e[8:]), binary.BigEndian.Uint32(e[12:])
				return data[off : off+size]
			}
		}
		t.Fatalf("%s has no table %s", name, tag)
		return nil
	}
	return font{cmap: cmap4(t, table("cmap")), glyf: table("glyf"), loca: table("loca"),
		long: binary.BigEndian.Uint16(table("head")[50:]) == 1}
}

func (f font) glyph(r rune) int { return f.cmap[r] }

// parts lists the components of a composite glyph, nothing for a simple one.
func (f font) parts(g int) []int {
	at := func(i int) int {
		if f.long {
			return int(binary.BigEndian.Uint32(f.loca[4*i:]))
		}
		return 2 * int(binary.BigEndian.Uint16(f.loca[2*i:]))
	}
	d := f.glyf[at(g):at(g+1)]
	if len(d) == 0 || int16(binary.BigEndian.Uint16(d)) >= 0 {
		return nil
	}
	var parts []int
	for d = d[10:]; ; {
		flags := binary.BigEndian.Uint16(d)
		parts = append(parts, int(binary.BigEndian.Uint16(d[2:])))
		size := 6
		if flags&1 != 0 {
			size = 8
		}
		switch {
		case flags&0x08 != 0:
			size += 2
		case flags&0x40 != 0:
			size += 4
		case flags&0x80 != 0:
			size += 8
		}
		if flags&0x20 == 0 {
			return parts
		}
		d = d[size:]
	}
}

// cmap4 reads the format 4 subtable for Windows Unicode.
func cmap4(t *testing.T, d []byte) map[rune]int {
	t.Helper()
	u16 := func(i int) int { return int(binary.BigEndian.Uint16(d[i:])) }
	for i := range u16(2) {
		if u16(4+8*i) == 3 && u16(6+8*i) == 1 {
			d = d[binary.BigEndian.Uint32(d[8+8*i:]):]
			break
		}
	}
	if u16(0) != 4 {
		t.Fatal("no cmap of format 4")
	}
	segs := u16(6) / 2
	m := map[rune]int{}
	for s := range segs {
		end, start := u16(14+2*s), u16(16+2*segs+2*s)
		delta, at := u16(16+4*segs+2*s), 16+6*segs+2*s
		for c := start; c <= end && c != 0xFFFF; c++ {
			g := c
			if ro := u16(at); ro != 0 {
				if g = u16(at + ro + 2*(c-start)); g == 0 {
					continue
				}
			}
			m[rune(c)] = (g + delta) & 0xFFFF
		}
	}
	return m
}
