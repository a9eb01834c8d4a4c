package qr

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"ocoprint/internal/message"
)

// picture draws a symbol with its quiet zone, px pixels a module.
func picture(t testing.TB, text string, px int) *image.Gray {
	t.Helper()
	c, err := Encode(text)
	if err != nil {
		t.Fatal(err)
	}
	n := (c.N + 2*QuietZone) * px
	g := image.NewGray(image.Rect(0, 0, n, n))
	for i := range g.Pix {
		x, y := i%n/px-QuietZone, i/n/px-QuietZone
		g.Pix[i] = 255
		if c.Black(x, y) {
			g.Pix[i] = 0
		}
	}
	return g
}

func at(g *image.Gray, x, y int) uint8 {
	if !image.Pt(x, y).In(g.Rect) {
		return 255
	}
	return g.Pix[y*g.Stride+x]
}

func turned(g *image.Gray, degrees float64) *image.Gray {
	n := g.Rect.Dx() * 3 / 2
	out := image.NewGray(image.Rect(0, 0, n, n))
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	c, mid := float64(n)/2, float64(g.Rect.Dx())/2
	for i := range out.Pix {
		x, y := float64(i%n)-c, float64(i/n)-c
		out.Pix[i] = at(g, int(math.Floor(x*cos+y*sin+mid)), int(math.Floor(y*cos-x*sin+mid)))
	}
	return out
}

func TestDecode(t *testing.T) {
	text := payload(rand.New(rand.NewPCG(5, 6)), 430)
	g := picture(t, text, 5)
	mirrored := image.NewGray(g.Rect)
	for i := range g.Pix {
		mirrored.Pix[i] = at(g, g.Rect.Dx()-1-i%g.Stride, i/g.Stride)
	}
	rgba := image.NewRGBA(image.Rect(-7, -9, g.Rect.Dx()-7, g.Rect.Dy()-9))
	for y := range g.Rect.Dy() {
		for x := range g.Rect.Dx() {
			rgba.Set(x-7, y-9, color.Gray{at(g, x, y)})
		}
	}
	for name, img := range map[string]image.Image{
		"upright": g, "quarter": turned(g, 90), "askew": turned(g, 33), "upside down": turned(g, 180),
		"mirrored": mirrored, "inverted": inverted(g), "colour, odd origin": rgba, "part": turned(g, 0).SubImage(image.Rect(1, 1, 560, 560)),
	} {
		got, err := Decode(img)
		if err != nil || !slices.Equal(got, []string{text}) {
			t.Errorf("%s: %q %v", name, got, err)
		}
	}
}

func TestDecodeTwo(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	a, b := payload(r, 430), payload(r, 430)
	left, right := picture(t, a, 4), picture(t, b, 4)
	n := max(left.Rect.Dx(), right.Rect.Dx())
	page := image.NewGray(image.Rect(0, 0, 2*n+60, n+200))
	for i := range page.Pix {
		page.Pix[i] = 255
	}
	for y := range n {
		for x := range n {
			page.SetGray(x, y+100, color.Gray{at(left, x, y)})
			page.SetGray(x+n+60, y+104, color.Gray{at(right, x, y)})
		}
	}
	got, err := Decode(page)
	if err != nil || !slices.Equal(got, []string{a, b}) {
		t.Errorf("two codes: %d texts %v", len(got), err)
	}
}

func TestDecodeNothing(t *testing.T) {
	white := image.NewGray(image.Rect(0, 0, 1200, 800))
	for _, img := range []image.Image{white, image.NewGray(image.Rect(0, 0, 0, 0)), image.NewGray(image.Rect(0, 0, 1, 1)), image.NewGray(image.Rect(0, 0, 3000, 2))} {
		if got, err := Decode(img); err != nil || len(got) > 0 {
			t.Errorf("%v: %q %v", img.Bounds(), got, err)
		}
	}
	_, err := Decode(hugePicture{})
	if e, ok := message.Of(err); !ok || e.Text != PictureLarge {
		t.Errorf("a huge picture: %v", err)
	}
}

type hugePicture struct{ image.Image }

func (hugePicture) Bounds() image.Rectangle { return image.Rect(0, 0, 1<<30, 1<<30) }

func FuzzDecode(f *testing.F) {
	g := picture(f, "https://ocop.example/v/?LC-1#001", 2)
	f.Add(g.Pix, uint16(g.Rect.Dx()))
	f.Add([]byte{0, 255, 0, 255}, uint16(2))
	f.Fuzz(func(t *testing.T, pix []byte, width uint16) {
		if width == 0 || len(pix) < int(width) || len(pix) > 1<<14 {
			return
		}
		h := len(pix) / int(width)
		Decode(&image.Gray{Pix: pix, Stride: int(width), Rect: image.Rect(0, 0, int(width), h)})
	})
}
