package install

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
)

// maxMegapixels of a picture that is taken; A4 at 400 dpi has 15.5.
const maxMegapixels = 24

// pictureKinds are forms of pictures that are recognised only to be named.
var pictureKinds = []struct {
	at         int
	head, kind string
}{
	{0, "GIF8", "GIF"}, {0, "BM", "BMP"}, {0, "II*\x00", "TIFF"}, {0, "MM\x00*", "TIFF"}, {8, "WEBP", "WebP"},
	{4, "ftyp", "HEIC/AVIF"}, {0, "<svg", "SVG"}, {0, "<?xml", "SVG"}, {0, "%PDF", "PDF"}, {0, "8BPS", "Photoshop"}, {0, "%!PS", "EPS"},
}

func picture(data []byte) (answer, error) {
	img, err := normalPicture(data)
	if err != nil {
		return answer{}, err
	}
	return answer{Images: []Image{img}}, nil
}

func normalPicture(data []byte) (Image, error) {
	for _, k := range pictureKinds {
		if len(data) > k.at && bytes.HasPrefix(data[k.at:], []byte(k.head)) {
			return Image{}, PictureKind.With("kind", k.kind).Err()
		}
	}
	if !bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")) && !bytes.HasPrefix(data, []byte("\xff\xd8\xff")) {
		return Image{}, NotPicture.Err()
	}
	cfg, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return Image{}, PictureBroken.With().Wrap(err)
	}
	if cfg.Width < 1 || cfg.Height < 1 {
		return Image{}, PictureBroken.With().Wrap(fmt.Errorf("%d × %d pixels", cfg.Width, cfg.Height))
	}
	if cfg.Width > maxMegapixels*1_000_000/cfg.Height {
		return Image{}, PicturePixels.With("w", cfg.Width, "h", cfg.Height, "most", maxMegapixels).Err()
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return Image{}, PictureBroken.With().Wrap(err)
	}
	if format == "jpeg" {
		return encodePicture(upright(img, orientation(data)), true)
	}
	return encodePicture(img, false)
}

func encodePicture(img image.Image, photo bool) (Image, error) {
	var out bytes.Buffer
	mime := "image/png"
	var err error
	if photo {
		mime = "image/jpeg"
		err = jpeg.Encode(&out, plainColor(img), &jpeg.Options{Quality: 92})
	} else {
		err = png.Encode(&out, eightBits(img))
	}
	if err != nil {
		return Image{}, PictureBroken.With().Wrap(err)
	}
	b := img.Bounds()
	return Image{mime, b.Dx(), b.Dy(), out.Bytes()}, nil
}

// plainColor turns a CMYK photo, which programs disagree about, into RGB.
func plainColor(img image.Image) image.Image {
	if _, ok := img.(*image.CMYK); !ok {
		return img
	}
	return redraw(img, image.NewRGBA(img.Bounds()))
}

// eightBits drops the precision that no printer shows.
func eightBits(img image.Image) image.Image {
	switch img.(type) {
	case *image.Gray16:
		return redraw(img, image.NewGray(img.Bounds()))
	case *image.RGBA64, *image.NRGBA64:
		return redraw(img, image.NewNRGBA(img.Bounds()))
	}
	return img
}

type settable interface {
	image.Image
	Set(x, y int, c color.Color)
}

func redraw(from image.Image, to settable) image.Image {
	b := from.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			to.Set(x, y, from.At(x, y))
		}
	}
	return to
}
