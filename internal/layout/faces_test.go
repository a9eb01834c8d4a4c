package layout

import (
	"encoding/binary"
	"math"
	"strings"
	"testing"

	"ocoprint/fonts"
)

// hmtxWidth reads an advance straight from the tables and cuts it to 1/1000 em
// as gopdf does: width·1000/unitsPerEm in whole numbers.
func hmtxWidth(t *testing.T, ttf []byte, glyph int) int {
	t.Helper()
	tables, err := readTables(ttf)
	if err != nil {
		t.Fatal(err)
	}
	upem := int(binary.BigEndian.Uint16(tables["head"][18:]))
	metrics := int(binary.BigEndian.Uint16(tables["hhea"][34:]))
	if glyph >= metrics {
		glyph = metrics - 1
	}
	return int(binary.BigEndian.Uint16(tables["hmtx"][4*glyph:])) * 1000 / upem
}

func TestWidthsAreThoseOfTheFontTablesCutAsGopdfCuts(t *testing.T) {
	const text = "Độc lập – Tự do ƯỚC NGUYỄN 0123456789 “ỵ” (½) …"
	for _, name := range fonts.Names() {
		ttf, err := fonts.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		fc := DefaultFaces().get(name)
		sum := 0
		for _, r := range text {
			if g := fc.glyph(r); g != 0 {
				sum += hmtxWidth(t, ttf, int(g))
			}
		}
		want := float64(sum) * 13 / 1000 * 25.4 / 72
		if got := DefaultFaces().Measure(name, 13, text); math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: %.4f mm, the tables say %.4f", name, got, want)
		}
	}
}

func TestLettersOutsideTheQuickTablesAreMeasuredToo(t *testing.T) {
	f := DefaultFaces()
	for _, r := range "€₫" { // U+20AC, U+20AB
		if f.HasGlyph(SerifRegularFace, r) && f.Measure(SerifRegularFace, 10, string(r)) <= 0 {
			t.Errorf("%c has a glyph and no width", r)
		}
	}
	if f.Measure(SerifRegularFace, 10, "A\u00a0B") != f.Measure(SerifRegularFace, 10, "A B") {
		t.Error("an unbreakable blank must be as wide as a blank")
	}
}

const SerifRegularFace = "LiberationSerif-Regular.ttf"

func TestMissingLettersAreNamedOnceInOrder(t *testing.T) {
	got := DefaultFaces().Missing(SerifRegularFace, "★ Chè ☑ ★")
	if string(got) != "★☑" {
		t.Errorf("%q", string(got))
	}
}

func TestSpacingLiesBetweenTheLetters(t *testing.T) {
	f := DefaultFaces()
	plain, spaced := f.Measure(SerifRegularFace, 12, "OCOP"), f.MeasureSpaced(SerifRegularFace, 12, 2, "OCOP")
	if want := plain + 3*2*MM; math.Abs(spaced-want) > 1e-9 {
		t.Errorf("%.4f, want %.4f", spaced, want)
	}
}

func TestTheDoctorPassesWhatIsShipped(t *testing.T) {
	if n := len(VietnameseLetters()); n != 134 {
		t.Fatalf("%d Vietnamese letters, there are 134", n)
	}
	for _, name := range fonts.Names() {
		ttf, _ := fonts.Read(name)
		rep, err := Examine(ttf)
		if err != nil || !rep.OK() || rep.Family == "" {
			t.Errorf("%s: %+v, %v", name, rep, err)
		}
	}
}

// Each fault is made in a shipped font and must be seen.
func TestTheDoctorSeesEachFault(t *testing.T) {
	sound, _ := fonts.Read("LiberationSerif-Regular.ttf")
	edit := func(change func(tables map[string][]byte)) []byte {
		ttf := append([]byte(nil), sound...)
		tables, err := readTables(ttf)
		if err != nil {
			t.Fatal(err)
		}
		change(tables)
		return ttf
	}
	t.Run("embedding forbidden", func(t *testing.T) {
		rep, err := Examine(edit(func(tb map[string][]byte) { binary.BigEndian.PutUint16(tb["OS/2"][8:], 0x0002) }))
		if err != nil || rep.Embeddable {
			t.Errorf("%+v %v", rep, err)
		}
	})
	t.Run("subsetting forbidden", func(t *testing.T) {
		rep, err := Examine(edit(func(tb map[string][]byte) { binary.BigEndian.PutUint16(tb["OS/2"][8:], 0x0108) }))
		if err != nil || rep.Embeddable {
			t.Errorf("%+v %v", rep, err)
		}
	})
	t.Run("no OS/2 table", func(t *testing.T) {
		ttf := append([]byte(nil), sound...)
		at := strings.Index(string(ttf[:400]), "OS/2")
		copy(ttf[at:], "OS/X")
		if rep, err := Examine(ttf); err == nil && rep.OK() {
			t.Errorf("%+v", rep)
		}
	})
	t.Run("nested composite", func(t *testing.T) {
		fc := DefaultFaces().get("LiberationSerif-Regular.ttf")
		rep, err := Examine(edit(func(tb map[string][]byte) {
			o, err := newOutlines(tb)
			if err != nil {
				t.Fatal(err)
			}
			// ễ now starts with ế, itself a composite, instead of a simple letter.
			outer, inner := o.glyph(int(fc.glyph('ễ'))), int(fc.glyph('é'))
			if len(o.parts(int(fc.glyph('ễ')))) == 0 || len(o.parts(inner)) == 0 {
				t.Skip("this font draws the letters outright")
			}
			binary.BigEndian.PutUint16(outer[12:], uint16(inner))
		}))
		if err != nil || len(rep.Nested) == 0 {
			t.Errorf("%+v %v", rep, err)
		}
	})
	for name, ttf := range map[string][]byte{
		"empty": nil, "picture": []byte("\x89PNG\r\n\x1a\n............"), "cut in half": sound[:len(sound)/2], "OpenType CFF": append([]byte("OTTO"), sound[4:]...),
	} {
		t.Run(name, func(t *testing.T) {
			if rep, err := Examine(ttf); err == nil {
				t.Errorf("accepted: %+v", rep)
			}
		})
	}
}

func FuzzExamine(f *testing.F) {
	sound, _ := fonts.Read("LiberationSerif-Regular.ttf")
	f.Add(sound[:4096], uint16(12))
	f.Add([]byte{0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0}, uint16(0))
	f.Fuzz(func(t *testing.T, head []byte, at uint16) {
		// Bytes of the fuzzer laid over a sound font reach deeper than noise.
		ttf := append([]byte(nil), sound...)
		copy(ttf[int(at)%len(ttf):], head[:min(len(head), 64)])
		_, _ = Examine(ttf)
		_, _ = Examine(head)
	})
}
