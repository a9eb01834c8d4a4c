package layout

import (
	"testing"

	"golang.org/x/image/font/sfnt"
	"ocoprint/fonts"
)

// capital reports whether the ten figures of a face are as high as a capital
// and stand on the line.
func capital(fc *face) bool {
	for r := '1'; r <= '9'; r++ {
		if l := fc.at(r); float64(l.top) < 0.9*fc.capHeight || float64(l.deep) > 0.08*fc.capHeight {
			return false
		}
	}
	return true
}

func TestEveryShippedFaceHasLiningFigures(t *testing.T) {
	for _, name := range fonts.Names() {
		if !capital(DefaultFaces().get(name)) {
			t.Errorf("%s: figures stand high and low", name)
		}
	}
}

func TestOnlyTheFiguresChange(t *testing.T) {
	ttf, err := fonts.Read("PlayfairDisplay-Bold.ttf")
	if err != nil {
		t.Fatal(err)
	}
	before, err := sfnt.Parse(ttf)
	if err != nil {
		t.Fatal(err)
	}
	after, err := sfnt.Parse(lining(ttf, before))
	if err != nil {
		t.Fatal(err)
	}
	var buf sfnt.Buffer
	changed := 0
	for r := range rune(0xFFFF) {
		a, _ := before.GlyphIndex(&buf, r)
		b, _ := after.GlyphIndex(&buf, r)
		if a != b {
			changed++
			if r < '0' || r > '9' {
				t.Errorf("%U is glyph %d, was %d", r, b, a)
			}
		}
	}
	if changed != 10 {
		t.Errorf("%d letters changed, want the ten figures", changed)
	}
	serif, err := fonts.Read("LiberationSerif-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	plain, err := sfnt.Parse(serif)
	if err != nil {
		t.Fatal(err)
	}
	if got := lining(serif, plain); &got[0] != &serif[0] {
		t.Error("a font of lining figures was written anew")
	}
}

// TestBrokenSubstitutionsEndQuickly cuts and bends the table: no panic, and what
// cannot be read leaves the font as it is.
func TestBrokenSubstitutionsEndQuickly(t *testing.T) {
	ttf, err := fonts.Read("PlayfairDisplay-Bold.ttf")
	if err != nil {
		t.Fatal(err)
	}
	tables, err := readTables(ttf)
	if err != nil {
		t.Fatal(err)
	}
	gsub := tables["GSUB"]
	for n := 0; n < len(gsub); n += 7 {
		substituted(gsub[:n], "lnum", 20)
		bent := append([]byte(nil), gsub...)
		bent[n] ^= 0xFF
		substituted(bent, "lnum", 20)
	}
	for i := range gsub {
		gsub[i] = 0xFF
	}
	if _, ok := substituted(gsub, "lnum", 20); ok {
		t.Error("a table of nonsense substitutes")
	}
}
