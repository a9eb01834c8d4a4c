package qr

import (
	"image"
	"slices"

	"github.com/makiuchi-d/gozxing"
	multi "github.com/makiuchi-d/gozxing/multi/qrcode"
	single "github.com/makiuchi-d/gozxing/qrcode"
	"golang.org/x/image/draw"
)

// MaxPixels is the largest picture that is looked at: an A4 page at 600 dpi
// has 35 million.
const MaxPixels = 40_000_000

// Decode reads every QR code in a picture, in reading order: upright, turned,
// mirrored or inverted. A picture without one gives no texts and no error;
// one over MaxPixels is PictureLarge. Up to six scales are tried with two
// binarisers each; the first scale that shows a code ends the search.
func Decode(img image.Image) ([]string, error) {
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	if w <= 0 || h <= 0 {
		return nil, nil
	}
	if w > MaxPixels/h {
		return nil, PictureLarge.With("width", w, "height", h).Err()
	}
	gray := grayOf(img)
	for _, side := range sides(max(w, h)) {
		scaled := resize(gray, side)
		if texts := read(scaled); len(texts) > 0 {
			return texts, nil
		}
	}
	return read(inverted(resize(gray, min(max(w, h), 1600)))), nil
}

// sides lists the lengths of the longer side, in pixels, in the order tried.
func sides(long int) []int {
	switch {
	case long <= 700:
		return []int{long, 2 * long, long * 3 / 2, 3 * long, long * 2 / 3}
	case long <= 1000:
		return []int{long, long * 3 / 2, long * 2 / 3, 2 * long, long / 2}
	}
	// A page at 150 dpi is read as it is and twice as large, one at 600 dpi at
	// half its size and less.
	out := []int{}
	for _, s := range []int{1600, 1000, min(long, 2400), 2400, 3600, 700} {
		if s = min(s, 2*long); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// grayOf copies a picture to grey on white.
func grayOf(img image.Image) *image.Gray {
	b := img.Bounds()
	out := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	if g, ok := img.(*image.Gray); ok {
		for y := range b.Dy() {
			copy(out.Pix[y*out.Stride:y*out.Stride+b.Dx()], g.Pix[g.PixOffset(b.Min.X, b.Min.Y+y):])
		}
		return out
	}
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(out, out.Rect, img, b.Min, draw.Over)
	return out
}

func resize(g *image.Gray, long int) *image.Gray {
	w, h := g.Rect.Dx(), g.Rect.Dy()
	if long == max(w, h) {
		return g
	}
	f := float64(long) / float64(max(w, h))
	out := image.NewGray(image.Rect(0, 0, max(1, int(float64(w)*f)), max(1, int(float64(h)*f))))
	if f < 1 {
		average(out, g)
	} else {
		draw.ApproxBiLinear.Scale(out, out.Rect, g, g.Rect, draw.Src, nil)
	}
	return out
}

// average shrinks a picture: each pixel is the mean of those it covers.
func average(out, g *image.Gray) {
	w, h, ow, oh := g.Rect.Dx(), g.Rect.Dy(), out.Rect.Dx(), out.Rect.Dy()
	sums := make([]int, ow)
	for y := range oh {
		y0, y1 := y*h/oh, (y+1)*h/oh
		clear(sums)
		for sy := y0; sy < y1; sy++ {
			line := g.Pix[sy*g.Stride : sy*g.Stride+w]
			for x := range ow {
				for _, v := range line[x*w/ow : (x+1)*w/ow] {
					sums[x] += int(v)
				}
			}
		}
		for x := range ow {
			n := (y1 - y0) * ((x+1)*w/ow - x*w/ow)
			out.Pix[y*out.Stride+x] = uint8((sums[x] + n/2) / n)
		}
	}
}

func inverted(g *image.Gray) *image.Gray {
	out := image.NewGray(g.Rect)
	for i, v := range g.Pix {
		out.Pix[i] = 255 - v
	}
	return out
}

type found struct {
	text string
	x, y float64
}

// read looks with both binarisers and joins what they see.
func read(g *image.Gray) []string {
	w, h := g.Rect.Dx(), g.Rect.Dy()
	source, err := gozxing.NewPlanarYUVLuminanceSource(g.Pix, w, h, 0, 0, w, h, false)
	if err != nil {
		return nil
	}
	var all []found
	for _, binarise := range []func(gozxing.LuminanceSource) gozxing.Binarizer{gozxing.NewHybridBinarizer, gozxing.NewGlobalHistgramBinarizer} {
		for _, f := range attempt(binarise(source)) {
			if !slices.ContainsFunc(all, func(o found) bool { return o.text == f.text }) {
				all = append(all, f)
			}
		}
	}
	band := float64(g.Rect.Dy()) / 20
	slices.SortStableFunc(all, func(a, b found) int {
		if a.y-b.y > band || b.y-a.y > band {
			return int(a.y - b.y)
		}
		return int(a.x - b.x)
	})
	texts := make([]string, len(all))
	for i, f := range all {
		texts[i] = f.text
	}
	return texts
}

// attempt asks the reader of many codes and, when it sees none, the patient
// reader of one. A panic inside the library is a picture without a code.
func attempt(b gozxing.Binarizer) (out []found) {
	defer func() { _ = recover() }()
	bitmap, err := gozxing.NewBinaryBitmap(b)
	if err != nil {
		return nil
	}
	hints := map[gozxing.DecodeHintType]interface{}{gozxing.DecodeHintType_TRY_HARDER: true}
	results, err := multi.NewQRCodeMultiReader().DecodeMultiple(bitmap, hints)
	if err != nil || len(results) == 0 {
		one, err := single.NewQRCodeReader().Decode(bitmap, hints)
		if err != nil {
			return nil
		}
		results = []*gozxing.Result{one}
	}
	for _, r := range results {
		f := found{text: r.GetText()}
		if p := r.GetResultPoints(); len(p) > 1 {
			f.x, f.y = p[1].GetX(), p[1].GetY()
		}
		out = append(out, f)
	}
	return out
}
