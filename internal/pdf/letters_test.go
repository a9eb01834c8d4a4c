package pdf

import (
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"ocoprint/internal/layout"
)

// A letter that lost its tone mark in the subset is still extracted rightly;
// only the picture shows it. Every Vietnamese letter of every face is drawn as
// text and as an outline, and the two are compared.
func TestEveryLetterLooksLikeItsOutline(t *testing.T) {
	pdftoppm := tool(t, "pdftoppm", "poppler-utils")
	faces := layout.DefaultFaces()
	var pages []layout.Page
	for _, key := range faces.Keys() {
		asText, asPath := letterSheet(faces, key, []rune(vietnamese))
		pages = append(pages, asText, asPath)
	}
	// The control: letters beside the same letters without their last mark.
	marked, _ := letterSheet(faces, serif, []rune("ễậớữỵẢỘĐ"))
	_, bare := letterSheet(faces, serif, []rune("êâơưyAÔD"))
	pages = append(pages, marked, bare)
	path := drawFile(t, Options{}, pages...)
	prefix := filepath.Join(filepath.Dir(path), "p")
	run(t, pdftoppm, "-r", "180", "-gray", "-png", path, prefix)
	shots, err := filepath.Glob(prefix + "-*.png")
	if err != nil || len(shots) != len(pages) {
		t.Fatalf("%d pictures of %d pages, %v", len(shots), len(pages), err)
	}
	for i, key := range faces.Keys() {
		a, b := grayOf(t, shots[2*i]), grayOf(t, shots[2*i+1])
		for n, r := range []rune(vietnamese) {
			ink, off := compareCell(a, b, cellOf(n))
			if ink < 40 || off > tolerance {
				t.Errorf("%s: %c (U+%04X) differs from its outline by %d (ink %d)", key, r, r, off, ink)
			}
		}
	}
	a, b := grayOf(t, shots[len(shots)-2]), grayOf(t, shots[len(shots)-1])
	for n, r := range []rune("ễậớữỵẢỘĐ") {
		if _, off := compareCell(a, b, cellOf(n)); off <= tolerance+1 {
			t.Errorf("the test would not see the mark of %c missing (%d)", r, off)
		}
	}
}

// tolerance is how much ink a block of 6 × 6 pixels may differ by: a renderer
// puts letters on quarters of a pixel.
const tolerance = 7

// The grid of a letter sheet, mm.
const (
	cellW, cellH = 16.0, 19.0
	cellCols     = 14
)

func letterSheet(faces *layout.Faces, key string, letters []rune) (asText, asPath layout.Page) {
	asText, asPath = layout.Page{W: 232, H: 198}, layout.Page{W: 232, H: 198}
	for i, r := range letters {
		x, y := 4+cellW*float64(i%cellCols), 14+cellH*float64(i/cellCols)
		const size = 28
		asText.Marks = append(asText.Marks, layout.Text{Face: key, X: x, Baseline: y, Size: size, String: string(r)})
		shape, _ := faces.Outline(key, r)
		p := layout.Path{Fill: layout.Black}
		k := size * layout.MM / 1000
		for _, s := range shape {
			p.Segs = append(p.Segs, layout.Seg{Op: s.Op, X1: x + s.X1*k, Y1: y + s.Y1*k, X2: x + s.X2*k, Y2: y + s.Y2*k, X: x + s.X*k, Y: y + s.Y*k})
		}
		asPath.Marks = append(asPath.Marks, p)
	}
	return asText, asPath
}

func cellOf(n int) image.Rectangle {
	px := func(mm float64) int { return int(mm * 180 / 25.4) }
	x, y := 2+cellW*float64(n%cellCols), cellH*float64(n/cellCols)
	return image.Rect(px(x), px(y), px(x+cellW), px(y+cellH))
}

// compareCell gives how many pixels a letter inks, and by how many the two
// pictures differ in the block where they differ most, after one was moved by
// up to a pixel to lie on the other as well as it can.
func compareCell(a, b *image.Gray, r image.Rectangle) (ink, off int) {
	off = 1 << 30
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			n, o := compareMoved(a, b, r, dx, dy)
			ink, off = n, min(off, o)
		}
	}
	return ink, off
}

func compareMoved(a, b *image.Gray, r image.Rectangle, dx, dy int) (ink, off int) {
	const block = 6
	for y := r.Min.Y; y < r.Max.Y; y += block {
		for x := r.Min.X; x < r.Max.X; x += block {
			var da, db int
			for i := range block * block {
				da += darkness(a, x+i%block+dx, y+i/block+dy)
				db += darkness(b, x+i%block, y+i/block)
			}
			ink += db
			off = max(off, (da-db)/255, (db-da)/255)
		}
	}
	return ink / 255, off
}

func darkness(img *image.Gray, x, y int) int { return 255 - int(img.GrayAt(x, y).Y) }

func grayOf(t testing.TB, path string) *image.Gray {
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
	gray := image.NewGray(img.Bounds())
	draw.Draw(gray, gray.Rect, img, image.Point{}, draw.Src)
	return gray
}
