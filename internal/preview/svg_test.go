package preview

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"ocoprint/internal/layout"
)

func page() layout.Page {
	code := make([][]bool, 21)
	for y := range code {
		code[y] = make([]bool, 21)
		for x := range code[y] {
			code[y][x] = (x*y+x)%3 == 0
		}
	}
	return layout.Page{W: 297, H: 210, Bleed: 3,
		Background: &layout.Background{Name: "nen.png", Opacity: 0.35},
		Marks: []layout.Mark{
			layout.Rect{Box: "khung", X: 8, Y: 8, W: 281, H: 194, Stroke: layout.Ink(0, 100, 90, 10), Width: 1, Radius: 2},
			layout.Text{Box: "san_pham", X: 60, Baseline: 100, Face: "LiberationSerif-Bold.ttf", Size: 30, String: "Chè Shan tuyết & “mật ong”"},
			layout.Text{Box: "doc", X: 20, Baseline: 180, Face: "BeVietnamPro-Regular.ttf", Size: 8, Rotate: 3, String: "Số: 07/2023", CharSpace: 0.5},
			layout.Line{Box: "ke", X1: 20, Y1: 30, X2: 90, Y2: 30, Width: 0.3, Color: layout.Black, Dash: []float64{1, 0.5}},
			layout.Path{Box: "sao", Fill: layout.Ink(0, 20, 80, 0), EvenOdd: true, Segs: []layout.Seg{
				{Op: layout.MoveTo, X: 10, Y: 10}, {Op: layout.CubicTo, X1: 12, Y1: 8, X2: 14, Y2: 8, X: 16, Y: 10}, {Op: layout.Close}}},
			layout.Image{Box: "logo", Name: "logo.png", X: 20, Y: 20, W: 20, H: 20, Crop: layout.Box4{X: .25, W: .5, H: 1}, Rotate: 1},
			layout.QR{Box: "qr", X: 20, Y: 160, Size: 33, Quiet: 4, N: 21, Modules: code},
		}}
}

// The page is one well-formed element, every mark can be found by its box, and
// nothing in it needs a looser policy than "default-src 'none'; img-src 'self'".
func TestSVGIsWellFormedAndQuiet(t *testing.T) {
	out, err := SVG(page(), Options{ID: "a-", Title: "Chứng nhận", Href: func(name string) string { return "/tep/" + name }})
	if err != nil {
		t.Fatal(err)
	}
	boxes := map[string]bool{}
	ids := map[string]bool{}
	d := xml.NewDecoder(strings.NewReader(string(out)))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		el, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range el.Attr {
			switch {
			case a.Name.Local == "data-box":
				boxes[a.Value] = true
			case a.Name.Local == "id":
				ids["#"+a.Value] = true
			case a.Name.Local == "href" && el.Name.Local == "use" && !ids[a.Value]:
				t.Errorf("use of %s before it is defined", a.Value)
			case a.Name.Local == "style" || strings.HasPrefix(a.Name.Local, "on"):
				t.Errorf("<%s> has %s", el.Name.Local, a.Name.Local)
			}
		}
		if el.Name.Local == "style" || el.Name.Local == "script" {
			t.Errorf("<%s>", el.Name.Local)
		}
	}
	for _, box := range []string{"background", "khung", "san_pham", "doc", "ke", "sao", "logo", "qr"} {
		if !boxes[box] {
			t.Errorf("no mark says data-box=%q", box)
		}
	}
	for _, want := range []string{`href="/tep/logo.png"`, `href="/tep/nen.png"`, `viewBox="0 0 297 210"`, `rotate(270)`, `role="img" aria-label="Chè Shan tuyết &amp; “mật ong”"`} {
		if !strings.Contains(string(out), want) {
			t.Errorf("no %s", want)
		}
	}
}

func TestSVGIsRepeatableAndShowsBleed(t *testing.T) {
	a, _ := SVG(page(), Options{Bleed: true})
	b, _ := SVG(page(), Options{Bleed: true})
	if string(a) != string(b) {
		t.Error("two drawings differ")
	}
	if !strings.Contains(string(a), `viewBox="-3 -3 303 216"`) {
		t.Error("bleed is not shown")
	}
}

// A letter is defined once however often it stands on the page, and the last
// letter stands where the width of the text before it says.
func TestLettersStandWhereTheWidthsSay(t *testing.T) {
	p := layout.Page{W: 100, H: 50, Marks: []layout.Mark{
		layout.Text{Box: "t", X: 10, Baseline: 20, Face: "LiberationSerif-Regular.ttf", Size: 20, String: "ềaềaềaơ"}}}
	out, err := SVG(p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(out), "<path id="); n != 3 {
		t.Errorf("%d letters defined, want 3", n)
	}
	width := layout.DefaultFaces().Measure("LiberationSerif-Regular.ttf", 1000/layout.MM, "ềaềaềa")
	if want := `<use href="#g2" x="` + number(width, 1) + `"/>`; !strings.Contains(string(out), want) {
		t.Errorf("no %s in %s", want, out)
	}
}

func TestABoxStepIsDrawnAround(t *testing.T) {
	segs := []layout.Seg{{Op: layout.BoxTo, X1: 10, Y1: 20.5, X: 40, Y: 60}, {Op: layout.MoveTo, X: 1, Y: 2}, {Op: layout.LineTo, X: 3, Y: 4}}
	if got, want := outline(segs, 2), "M10 20.5H40V60H10ZM1 2L3 4"; got != want {
		t.Errorf("drawn as %q, want %q", got, want)
	}
}

func TestPictureWithoutBytesIsAFrame(t *testing.T) {
	p := layout.Page{W: 10, H: 10, Marks: []layout.Mark{layout.Image{Name: "a<b.pdf", W: 5, H: 5}}}
	out, err := SVG(p, Options{Files: func(string) ([]byte, error) { return []byte("%PDF-1.7"), nil }})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(out), "<title>a&lt;b.pdf</title>") || strings.Contains(string(out), "<image") {
		t.Errorf("%s", out)
	}
	png := []byte("\x89PNG\r\n\x1a\n")
	out, _ = SVG(p, Options{Files: func(string) ([]byte, error) { return png, nil }})
	if !strings.Contains(string(out), `href="data:image/png;base64,iVBORw0KGgo="`) {
		t.Errorf("%s", out)
	}
}
