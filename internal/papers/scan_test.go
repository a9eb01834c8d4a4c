package papers

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ocoprint/internal/ocop"
	"ocoprint/internal/qr"
	"ocoprint/templates"
)

// oneScan is how a printed certificate comes back from a scanner: resolution in
// dpi, blur as the standard deviation in mm, skew in degrees, JPEG quality.
type oneScan struct {
	name    string
	dpi     int
	blur    float64
	skew    float64
	quality int
	must    int  // percent that every reader must read
	whole   bool // the whole page, frame and all, not the place of the code
}

var scans = []oneScan{
	{"300 dpi", 300, 0.05, 0, 90, 100, false},
	{"300 dpi, blurred, skew, JPEG", 300, 0.15, 2, 60, 100, false},
	{"200 dpi, skew, JPEG", 200, 0.1, 2, 60, 100, false},
	{"150 dpi, slightly blurred", 150, 0.08, 0, 90, 100, false},
	{"150 dpi, skew, JPEG", 150, 0.1, 2, 60, 100, false},
	{"150 dpi, blurred, skew, poor JPEG", 150, 0.14, 3, 35, 50, false},
	{"150 dpi, whole page", 150, 0.1, 0, 90, 100, true},
}

// TestCodesAreReadFromScans prints certificates of every design, scans them and
// reads the codes with zbar and with the reader of qr. With -v it tells the
// shares.
func TestCodesAreReadFromScans(t *testing.T) {
	for _, tool := range []string{"pdftoppm", "zbarimg"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(tool + " is not installed")
		}
	}
	for _, id := range templates.IDs() {
		in := input(2)
		for i := range in.Certificates {
			c := &in.Certificates[i]
			c.Layout = id
			if i%2 == 1 { // the longest text that is still version 13
				c.URL = "https://ocop.example/v/?" + c.ID + "#" + digits(i, 640)
			}
		}
		pages := pagesOf(t, Certificates, in)
		file := filepath.Join(t.TempDir(), "gcn.pdf")
		if err := os.WriteFile(file, pdfOf(t, pages), 0o644); err != nil {
			t.Fatal(err)
		}
		for _, s := range scans {
			t.Run(id+"/"+s.name, func(t *testing.T) {
				zbar, own := readScans(t, file, s, in.Certificates)
				t.Logf("zbar %d, gozxing %d of %d", zbar, own, len(in.Certificates))
				least := (len(in.Certificates)*s.must + 99) / 100
				if zbar < least || own < least {
					t.Errorf("zbar reads %d, gozxing %d of %d; %d are the least", zbar, own, len(in.Certificates), least)
				}
			})
		}
	}
}

// readScans scans the place of the code on each page, or the page.
func readScans(t *testing.T, file string, s oneScan, certs []ocop.Certificate) (zbar, own int) {
	dir := t.TempDir()
	dot := float64(s.dpi) / 25.4
	cut := []string{"-x", fmt.Sprint(int(14 * dot)), "-y", fmt.Sprint(int(132 * dot)), "-W", fmt.Sprint(int(52 * dot)), "-H", fmt.Sprint(int(56 * dot))}
	if s.whole {
		cut = nil
	}
	args := append([]string{"-r", fmt.Sprint(s.dpi), "-gray", "-png"}, append(cut, file, filepath.Join(dir, "p"))...)
	if out, err := exec.Command("pdftoppm", args...).CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm: %v\n%s", err, out)
	}
	for i, c := range certs {
		img := scanned(t, filepath.Join(dir, fmt.Sprintf("p-%d.png", i+1)), s)
		if texts, err := qr.Decode(img); err == nil && len(texts) == 1 && texts[0] == c.URL {
			own++
		}
		path := filepath.Join(dir, fmt.Sprintf("s-%d.png", i+1))
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		out, _ := exec.Command("zbarimg", "--raw", "--quiet", "-Sdisable", "-Sqrcode.enable", path).Output() // fails when it sees none
		if strings.TrimSpace(string(out)) == c.URL {
			zbar++
		}
	}
	return zbar, own
}

// scanned gives the picture as the scanner does: skewed, blurred, as a JPEG.
func scanned(t *testing.T, file string, s oneScan) image.Image {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	clean, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	g := skewed(clean, s.skew)
	g = blurred(g, s.blur*float64(s.dpi)/25.4)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, g, &jpeg.Options{Quality: s.quality}); err != nil {
		t.Fatal(err)
	}
	img, err := jpeg.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// skewed turns a picture about its middle, bilinear.
func skewed(img image.Image, degrees float64) *image.Gray {
	r := img.Bounds()
	out := image.NewGray(image.Rect(0, 0, r.Dx(), r.Dy()))
	in, ok := img.(*image.Gray)
	if !ok {
		in = image.NewGray(r)
		draw.Draw(in, r, img, r.Min, draw.Src)
	}
	at := func(x, y int) float64 {
		if !(image.Point{X: x, Y: y}).In(r) {
			return 255
		}
		return float64(in.Pix[in.PixOffset(x, y)])
	}
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	mx, my := float64(r.Dx())/2, float64(r.Dy())/2
	for y := range r.Dy() {
		for x := range r.Dx() {
			dx, dy := float64(x)-mx, float64(y)-my
			sx, sy := mx+dx*cos-dy*sin, my+dx*sin+dy*cos
			x0, y0 := int(math.Floor(sx)), int(math.Floor(sy))
			fx, fy := sx-float64(x0), sy-float64(y0)
			v := (at(x0, y0)*(1-fx)+at(x0+1, y0)*fx)*(1-fy) + (at(x0, y0+1)*(1-fx)+at(x0+1, y0+1)*fx)*fy
			out.SetGray(x, y, color.Gray{Y: uint8(v + 0.5)})
		}
	}
	return out
}

// blurred is a Gaussian of sigma pixels, one axis after the other.
func blurred(g *image.Gray, sigma float64) *image.Gray {
	if sigma < 0.05 {
		return g
	}
	n := int(math.Ceil(3 * sigma))
	weights, sum := make([]float64, 2*n+1), 0.0
	for i := range weights {
		weights[i] = math.Exp(-math.Pow(float64(i-n), 2) / (2 * sigma * sigma))
		sum += weights[i]
	}
	pass := func(in *image.Gray, dx, dy int) *image.Gray {
		out := image.NewGray(in.Rect)
		for y := range in.Rect.Dy() {
			for x := range in.Rect.Dx() {
				v := 0.0
				for i, w := range weights {
					px := min(max(x+dx*(i-n), 0), in.Rect.Dx()-1)
					py := min(max(y+dy*(i-n), 0), in.Rect.Dy()-1)
					v += w * float64(in.Pix[py*in.Stride+px])
				}
				out.Pix[y*out.Stride+x] = uint8(v/sum + 0.5)
			}
		}
		return out
	}
	return pass(pass(g, 1, 0), 0, 1)
}
