package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"

	"ocoprint/internal/layout"
)

// Limits of a picture. A4 at 300 dpi has 8.7 megapixels.
const (
	maxPixels       = 40_000_000
	maxPictureBytes = 64 << 20
)

// picture is an image XObject ready to be written: dictionary entries without
// length, and the data.
type picture struct {
	dict string
	data []byte
	mask *picture // transparency
}

// readPicture decodes a JPEG or PNG with the standard library, behind limits on
// its size, and makes of it what a PDF embeds. A cut-off file is refused: gopdf
// would print half of it and its own PNG parser trusts the header.
func readPicture(data []byte) (*picture, error) {
	if len(data) > maxPictureBytes {
		return nil, fmt.Errorf("picture of %d bytes", len(data))
	}
	cfg, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("picture header: %w", err)
	}
	if cfg.Width < 1 || cfg.Height < 1 || cfg.Width > maxPixels/cfg.Height {
		return nil, fmt.Errorf("picture of %d × %d pixels", cfg.Width, cfg.Height)
	}
	if format == "jpeg" && cfg.ColorModel != color.CMYKModel {
		return keepJPEG(data, cfg)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	return flatePicture(img)
}

// keepJPEG embeds the file's own coefficients once they have been seen to
// decode: encoding again would only lose.
func keepJPEG(data []byte, cfg image.Config) (*picture, error) {
	if _, err := jpeg.Decode(bytes.NewReader(data)); err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	space := "/DeviceRGB"
	if cfg.ColorModel == color.GrayModel {
		space = "/DeviceGray"
	}
	return &picture{dict: imageDict(cfg.Width, cfg.Height, space) + "/Filter /DCTDecode", data: data}, nil
}

func imageDict(w, h int, space string) string {
	return fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %s /BitsPerComponent 8 ", w, h, space)
}

func flatePicture(img image.Image) (*picture, error) {
	b := img.Bounds()
	if g, ok := img.(*image.Gray); ok {
		return pngPicture(g, "/DeviceGray", 1)
	}
	opaque := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	mask := image.NewGray(opaque.Rect)
	through := false
	for y := range b.Dy() {
		for x := range b.Dx() {
			c := color.NRGBAModel.Convert(img.At(b.Min.X+x, b.Min.Y+y)).(color.NRGBA)
			opaque.SetRGBA(x, y, color.RGBA{c.R, c.G, c.B, 255})
			mask.SetGray(x, y, color.Gray{Y: c.A})
			through = through || c.A != 255
		}
	}
	p, err := pngPicture(opaque, "/DeviceRGB", 3)
	if err != nil || !through {
		return p, err
	}
	p.mask, err = pngPicture(mask, "/DeviceGray", 1)
	return p, err
}

// pngPicture takes the filtered, compressed rows out of a PNG encoded here: a
// PDF reads them as they are.
func pngPicture(img draw.Image, space string, colors int) (*picture, error) {
	var buf bytes.Buffer
	if err := png.Encode(&buf, img); err != nil {
		return nil, fmt.Errorf("encode picture: %w", err)
	}
	rows := buf.Bytes()[8:]
	var data []byte
	for len(rows) >= 12 {
		n := int(rows[0])<<24 | int(rows[1])<<16 | int(rows[2])<<8 | int(rows[3])
		if string(rows[4:8]) == "IDAT" {
			data = append(data, rows[8:8+n]...)
		}
		rows = rows[12+n:]
	}
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	dict := imageDict(w, h, space) + fmt.Sprintf(
		"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors %d /BitsPerComponent 8 /Columns %d >>", colors, w)
	return &picture{dict: dict, data: data}, nil
}

// image draws a picture into its rectangle, cropped and turned.
func (c *composer) image(f frame, m layout.Image) error {
	a, err := c.picture(m.Name)
	if err != nil {
		return err
	}
	crop := m.Crop
	if crop.W <= 0 || crop.H <= 0 {
		crop = layout.Box4{W: 1, H: 1}
	}
	c.write(func(b []byte) []byte {
		b = append(b, "q\n"...)
		if m.Rotate%4 != 0 {
			b = turned(b, f.x(m.X+m.W/2), f.y(m.Y+m.H/2), m.Rotate)
		}
		if crop != (layout.Box4{W: 1, H: 1}) {
			b = nums(b, "re W n", f.x(m.X), f.y(m.Y+m.H), m.W*pt, m.H*pt)
		}
		w, h := m.W/crop.W, m.H/crop.H // of the whole picture, mm
		x, y := m.X-crop.X*w, m.Y-crop.Y*h
		return append(a.draw(b, f.x(x), f.y(y+h), w*pt, h*pt), "Q\n"...)
	})
	return nil
}

// turned rotates about a point by quarter turns clockwise.
func turned(b []byte, x, y float64, quarters int) []byte {
	s := [4]float64{0, -1, 0, 1}[(quarters%4+4)%4]
	co := [4]float64{1, 0, -1, 0}[(quarters%4+4)%4]
	for _, v := range []float64{co, s, -s, co, x - co*x + s*y, y - s*x - co*y} {
		b = num(b, v, 3)
	}
	return append(b, "cm\n"...)
}

// background covers the sheet, bleed included.
func (c *composer) background(p layout.Page, bg *layout.Background) error {
	a, err := c.picture(bg.Name)
	if err != nil {
		return err
	}
	fade := int(percent(bg.Opacity * 100))
	c.write(func(b []byte) []byte {
		b = append(b, "q\n"...)
		if fade > 0 && fade < 100 {
			b = fmt.Appendf(b, "/G%d gs\n", fade)
		}
		return append(a.draw(b, 0, 0, (p.W+2*p.Bleed)*pt, (p.H+2*p.Bleed)*pt), "Q\n"...)
	})
	if d := &c.pages[len(c.pages)-1]; fade > 0 && fade < 100 {
		d.fades = append(d.fades, fade)
	}
	return nil
}

// picture finds a picture and notes that the page uses it.
func (c *composer) picture(name string) (*asset, error) {
	a, err := c.kit.asset(name, c.at)
	if err != nil {
		return nil, err
	}
	d := &c.pages[len(c.pages)-1]
	d.names = append(d.names, name)
	return a, nil
}
