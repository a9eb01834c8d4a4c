package install

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	_ "image/png"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ocoprint/fonts"
	"ocoprint/internal/message"
)

func TestEveryShippedFontIsTaken(t *testing.T) {
	for _, name := range fonts.Names() {
		ttf, err := fonts.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		rep, err := Font(context.Background(), ttf)
		if err != nil || !rep.OK() || rep.Family == "" {
			t.Errorf("%s: %+v, %v", name, rep, err)
		}
	}
}

// What the program lends to the child decides too.
func TestFontThatCannotBePrintedIsRefused(t *testing.T) {
	ttf, _ := fonts.Read(fonts.SansRegular)
	_, err := font(ttf, func([]byte) error { return errors.New("subset failed") })
	if said, ok := message.Of(err); !ok || said.Text.Code != NotFont.Code {
		t.Errorf("%v", err)
	}
}

func TestPictureIsDecodedAndEncodedAgain(t *testing.T) {
	hidden := []byte("GPS 22.39 N 103.45 E")
	j := jpegFile(t)
	comment := append([]byte{0xFF, 0xFE, 0, byte(len(hidden) + 2)}, hidden...)
	with := slices.Concat(j[:2], comment, j[2:])
	got, err := Picture(context.Background(), with)
	if err != nil {
		t.Fatal(err)
	}
	if got.MIME != "image/jpeg" || got.W != 120 || got.H != 160 || bytes.Contains(got.Data, hidden) {
		t.Errorf("%s %d × %d, comment kept: %t", got.MIME, got.W, got.H, bytes.Contains(got.Data, hidden))
	}
	got, err = Picture(context.Background(), pngFile(t))
	if err != nil {
		t.Fatal(err)
	}
	img, _, err := image.Decode(bytes.NewReader(got.Data))
	if err != nil || got.MIME != "image/png" {
		t.Fatalf("%s, %v", got.MIME, err)
	}
	if _, _, _, a := img.At(100, 5).RGBA(); a>>8 != 155 {
		t.Errorf("transparency %d, want 155", a>>8)
	}
}

// A phone writes the picture as the sensor saw it and notes how it was held.
func TestPhotoIsTurnedUpright(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 64, 32))
	for y := range 32 {
		for x := range 64 {
			img.Set(x, y, color.RGBA{0, 0, 255, 255})
			if x < 16 && y < 16 {
				img.Set(x, y, color.RGBA{255, 0, 0, 255}) // top left
			}
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	corners := map[int][2]int{1: {4, 4}, 2: {60, 4}, 3: {60, 28}, 4: {4, 28}, 5: {4, 4}, 6: {28, 4}, 7: {28, 60}, 8: {4, 60}}
	for o, at := range corners {
		exif := []byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(rune(o)) + "\x00\x00\x00\x00\x00\x00")
		data := slices.Concat(b.Bytes()[:2], []byte{0xFF, 0xE1, 0, byte(len(exif) + 2)}, exif, b.Bytes()[2:])
		got, err := picture(data)
		if err != nil {
			t.Fatal(err)
		}
		up, _, err := image.Decode(bytes.NewReader(got.Images[0].Data))
		if err != nil {
			t.Fatal(err)
		}
		if r, _, blue, _ := up.At(at[0], at[1]).RGBA(); r < 0xC000 || blue > 0x4000 {
			t.Errorf("orientation %d: the red corner is not at %v", o, at)
		}
	}
}

// The page comes out upright with its corner at 0, 0, whatever box and turn the
// designer's program wrote.
func TestBackgroundIsMeasuredAsAReaderSeesIt(t *testing.T) {
	for _, c := range []struct {
		name, box, more string
		w, h            float64
	}{
		{"A4 landscape", "[0 0 841.89 595.276]", "", 297, 210},
		{"origin elsewhere", "[100 50 941.89 645.276]", "", 297, 210},
		{"turned", "[0 0 595.276 841.89]", "/Rotate 90", 297, 210},
		{"turned back", "[0 0 595.276 841.89]", "/Rotate -90", 297, 210},
		{"cropped", "[0 0 900 700]", "/CropBox [10 10 851.89 605.276]", 297, 210},
		{"with bleed", "[0 0 900 700]", "/CropBox [10 10 851.89 605.276] /BleedBox [1.496 1.496 860.394 613.78]", 303, 216},
		{"in double points", "[0 0 420.945 297.638]", "/UserUnit 2", 297, 210},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := Background(context.Background(), boxed(c.box, c.more))
			if err != nil {
				t.Fatal(err)
			}
			if math.Abs(p.W-c.w) > 0.01 || math.Abs(p.H-c.h) > 0.01 {
				t.Errorf("%.2f × %.2f mm, want %g × %g", p.W, p.H, c.w, c.h)
			}
		})
	}
}

// What could act is left behind, and the log says so.
func TestBackgroundLeavesScriptsLinksAndAttachmentsBehind(t *testing.T) {
	file := pdfOf("<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Names << /EmbeddedFiles << /Names [(x.exe) 6 0 R] >> >> >>", pages,
		page3("/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /A << /S /URI /URI (http://evil.example) >> >>] /Resources << /XObject << /X 5 0 R >> >>"),
		streamOf("", "q 1 0 0 1 5 5 cm /X Do Q"), streamOf("/Type /XObject /Subtype /Form /BBox [0 0 10 10] /PieceInfo << /Secret (designer) >>", "0 0 5 5 re f"),
		"<< /Type /Filespec /F (x.exe) /EF << /F 7 0 R >> >>", streamOf("/Type /EmbeddedFile", "MZ"))
	p, err := Background(context.Background(), file)
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"JavaScript", "evil.example", "x.exe", "EmbeddedFile", "Annots", "PieceInfo", "OpenAction"} {
		if bytes.Contains(p.Data, []byte(bad)) {
			t.Errorf("kept %s", bad)
		}
	}
	if notes := strings.Join(p.Notes, ", "); !strings.Contains(notes, "page Annots") || !strings.Contains(notes, "document OpenAction") {
		t.Errorf("notes: %s", notes)
	}
	again, err := Background(context.Background(), file)
	if err != nil || !bytes.Equal(again.Data, p.Data) {
		t.Errorf("the same file gives other bytes (%v)", err)
	}
}

// A normalised background can be installed again.
func TestNormalisedBackgroundIsAPDFAgain(t *testing.T) {
	p, err := Background(context.Background(), onePage("", drawn))
	if err != nil {
		t.Fatal(err)
	}
	q, err := Background(context.Background(), p.Data)
	if err != nil || math.Abs(q.W-p.W) > 0.01 {
		t.Errorf("%v, %.2f mm", err, q.W)
	}
}

func TestPageImagesComeInPageOrder(t *testing.T) {
	img := func(data []byte) string {
		return streamOf("/Type /XObject /Subtype /Image /Width 120 /Height 160 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", string(data))
	}
	page := func(n int) string {
		return "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /XObject << /X " + string(rune('0'+n)) + " 0 R >> >> >>"
	}
	file := pdfOf(catalog, "<< /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] >>", page(7), page(6), streamOf("", "/X Do"), img(jpegFile(t)), img(jpegFile(t)))
	path := filepath.Join(t.TempDir(), "quét.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := PageImages(context.Background(), path)
	if err != nil || len(got) != 2 || got[0].W != 120 || got[0].MIME != "image/jpeg" {
		t.Fatalf("%d pictures, %v", len(got), err)
	}
	if _, err := PageImages(context.Background(), path+"x"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("missing file: %v", err)
	}
}

func TestEmptyAndHugeFilesAreRefusedWithoutAChild(t *testing.T) {
	for _, c := range []struct {
		data []byte
		code string
	}{{nil, "install-empty"}, {make([]byte, maxInput+1), "install-too-large"}} {
		_, err := Picture(context.Background(), c.data)
		if said, ok := message.Of(err); !ok || said.Text.Code != c.code {
			t.Errorf("%d bytes: %v", len(c.data), err)
		}
	}
}

func TestCancelledCheckStops(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := Picture(ctx, pngFile(t)); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
