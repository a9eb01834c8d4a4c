package pdf

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// quarters is a picture of four colours, so that crop and turn can be seen.
func quarters(alpha uint8) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, 40, 40))
	for y := range 40 {
		for x := range 40 {
			c := [2][2]color.NRGBA{{{255, 0, 0, 255}, {0, 255, 0, 255}}, {{0, 0, 255, 255}, {255, 255, 0, alpha}}}[y/20][x/20]
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

func encoded(t testing.TB, img image.Image, how string) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	if how == "png" {
		err = png.Encode(&b, img)
	} else {
		err = jpeg.Encode(&b, img, &jpeg.Options{Quality: 95})
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func filesOf(files map[string][]byte) func(string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		if data, ok := files[name]; ok {
			return data, nil
		}
		return nil, fmt.Errorf("%s: %w", name, fs.ErrNotExist)
	}
}

func TestPicturesStandWhereTheyShould(t *testing.T) {
	pdftoppm := tool(t, "pdftoppm", "poppler-utils")
	files := filesOf(map[string][]byte{"a.png": encoded(t, quarters(255), "png"), "a.jpg": encoded(t, quarters(255), "jpeg"),
		"half.png": encoded(t, quarters(0), "png"), "gray.png": encoded(t, image.NewGray(image.Rect(0, 0, 4, 4)), "png")})
	at := func(x float64, name string, crop layout.Box4, turn int) layout.Mark {
		return layout.Image{Name: name, X: x, Y: 10, W: 20, H: 20, Crop: crop, Rotate: turn}
	}
	p := layout.Page{W: 160, H: 40, Marks: []layout.Mark{
		at(0, "a.png", layout.Box4{}, 0), at(25, "a.jpg", layout.Box4{}, 0), at(50, "a.png", layout.Box4{}, 1),
		at(75, "a.png", layout.Box4{X: .5, Y: 0, W: .5, H: .5}, 0), at(100, "half.png", layout.Box4{}, 0), at(125, "gray.png", layout.Box4{}, 0),
	}}
	path := drawFile(t, Options{Files: files}, p)
	run(t, pdftoppm, "-r", "25.4", "-png", path, filepath.Join(filepath.Dir(path), "p"))
	img := colourOf(t, filepath.Join(filepath.Dir(path), "p-1.png"))
	red, green, blue, yellow, white, black := [3]uint8{255, 0, 0}, [3]uint8{0, 255, 0}, [3]uint8{0, 0, 255}, [3]uint8{255, 255, 0}, [3]uint8{255, 255, 255}, [3]uint8{}
	for _, c := range []struct {
		name       string
		x          int
		tl, tr, bl [3]uint8
		br         [3]uint8
	}{
		{"PNG", 0, red, green, blue, yellow}, {"JPEG", 25, red, green, blue, yellow}, {"turned clockwise", 50, blue, red, yellow, green},
		{"cropped", 75, green, green, green, green}, {"transparent corner", 100, red, green, blue, white}, {"gray", 125, black, black, black, black},
	} {
		for i, want := range [][3]uint8{c.tl, c.tr, c.bl, c.br} {
			x, y := c.x+5+10*(i%2), 15+10*(i/2)
			if !near(img.At(x, y), want) {
				t.Errorf("%s: corner %d is %v, want %v", c.name, i, img.At(x, y), want)
			}
		}
	}
	if near(img.At(22, 20), red) {
		t.Error("a picture reaches beyond its rectangle")
	}
}

func near(c color.Color, want [3]uint8) bool {
	r, g, b, _ := c.RGBA()
	for i, v := range []uint32{r, g, b} {
		if d := int(v>>8) - int(want[i]); d > 40 || d < -40 {
			return false
		}
	}
	return true
}

func colourOf(t testing.TB, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// A picture or background is in the file once, however many pages show it.
func TestSharedThingsAreWrittenOnce(t *testing.T) {
	background, err := os.ReadFile("testdata/background.pdf")
	if err != nil {
		t.Fatal(err)
	}
	files := filesOf(map[string][]byte{"nen.pdf": background, "logo.png": encoded(t, quarters(0), "png")})
	page := func(i int, key string) layout.Page {
		p := layout.Page{W: 297, H: 210, Background: &layout.Background{Name: "nen.pdf", Opacity: 0.5}, StaticKey: key,
			Marks: []layout.Mark{layout.Image{Name: "logo.png", X: 10, Y: 10, W: 20, H: 20},
				layout.Text{Face: serif, X: 50, Baseline: 50, Size: 20, String: fmt.Sprintf("trang %d", i)}}}
		if key != "" {
			p.Static = 1
		}
		return p
	}
	for _, key := range []string{"", "mau"} {
		var b bytes.Buffer
		err := WriteEach(context.Background(), &b, 20, func(i int) ([]layout.Page, error) { return []layout.Page{page(i, key)}, nil }, Options{Files: files})
		if err != nil {
			t.Fatal(err)
		}
		if n := bytes.Count(b.Bytes(), []byte("/Subtype /Image")); n != 3 { // logo, its mask, the picture inside the background
			t.Errorf("key %q: %d pictures in the file", key, n)
		}
		if n := bytes.Count(b.Bytes(), []byte("/Subtype /Form")); n != 3 {
			t.Errorf("key %q: %d forms in the file", key, n)
		}
		if want := 20; key != "" && bytes.Count(b.Bytes(), []byte("/Filter /FlateDecode /Length")) > want+12 {
			t.Errorf("the static layer is not shared")
		}
	}
}

func TestBackgroundCoversThePageAndFades(t *testing.T) {
	pdftoppm, qpdf := tool(t, "pdftoppm", "poppler-utils"), tool(t, "qpdf", "qpdf")
	background, err := os.ReadFile("testdata/background.pdf")
	if err != nil {
		t.Fatal(err)
	}
	page := func(opacity float64) layout.Page {
		return layout.Page{W: 297, H: 210, Bleed: 3, Background: &layout.Background{Name: "nen.pdf", Opacity: opacity}}
	}
	path := drawFile(t, Options{Files: filesOf(map[string][]byte{"nen.pdf": background})}, page(1), page(0.35))
	run(t, qpdf, "--check", path)
	run(t, pdftoppm, "-r", "25.4", "-png", path, filepath.Join(filepath.Dir(path), "p"))
	full, faint := colourOf(t, filepath.Join(filepath.Dir(path), "p-1.png")), colourOf(t, filepath.Join(filepath.Dir(path), "p-2.png"))
	for _, at := range [][2]int{{1, 1}, {301, 1}, {1, 214}, {301, 214}, {150, 100}} {
		_, _, a, _ := full.At(at[0], at[1]).RGBA()
		_, _, b, _ := faint.At(at[0], at[1]).RGBA()
		if a>>8 > 150 || b>>8 < 180 || b>>8 > 235 {
			t.Errorf("at %v: blue %d at full strength, %d faint", at, a>>8, b>>8)
		}
	}
}

func TestPicturesThatCannotBeUsedAreNamed(t *testing.T) {
	p := encoded(t, quarters(255), "png")
	j := encoded(t, quarters(255), "jpeg")
	huge := bytes.Clone(p)
	copy(huge[16:], []byte{0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF}) // the checksum is wrong now, too
	files := filesOf(map[string][]byte{"cut.png": p[:len(p)/2], "cut.jpg": j[:len(j)/2], "huge.png": huge, "text.png": []byte("hello"),
		"foreign.pdf": []byte("%PDF-1.7\n%foreign\n"), "cut.pdf": []byte("%PDF-1.7\n" + FormHeader + "\nxx")})
	for name, code := range map[string]string{"cut.png": "pdf-picture-unusable", "cut.jpg": "pdf-picture-unusable", "huge.png": "pdf-picture-unusable",
		"text.png": "pdf-picture-unusable", "foreign.pdf": "pdf-picture-unusable", "cut.pdf": "pdf-picture-unusable", "none.png": "pdf-picture-missing"} {
		page := layout.Page{W: 50, H: 50, Marks: []layout.Mark{layout.Image{Name: name, W: 10, H: 10}}}
		err := Write(context.Background(), io.Discard, func(yield func(layout.Page) bool) { yield(page) }, Options{Files: files})
		if said, ok := message.Of(err); !ok || said.Text.Code != code || !strings.Contains(said.String(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRenumberLeavesStringsAndNamesAlone(t *testing.T) {
	ids := map[int]int{5: 70, 12: 71}
	for _, c := range []struct{ in, want string }{
		{"<< /A 5 0 R /B [12 0 R 5 0 R] >>", "<< /A 70 0 R /B [71 0 R 70 0 R] >>"},
		{"<< /A (5 0 R \\) 12 0 R) >>", "<< /A (5 0 R \\) 12 0 R) >>"},
		{"<< /A ((5 0 R) 5 0 R) /B 5 0 R>>", "<< /A ((5 0 R) 5 0 R) /B 70 0 R>>"},
		{"<< /N5 0 /W [5 0 600] /R 15 >>", "<< /N5 0 /W [5 0 600] /R 15 >>"},
		{"5 0 R", "70 0 R"},
	} {
		got, err := renumber([]byte(c.in), ids)
		if err != nil || string(got) != c.want {
			t.Errorf("%s became %s (%v)", c.in, got, err)
		}
	}
	if _, err := renumber([]byte("<< /A 6 0 R >>"), ids); err == nil {
		t.Error("a reference to nothing was copied")
	}
}
