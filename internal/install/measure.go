package install

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"image/color"
	"image/jpeg"
	"io"

	"github.com/pdfcpu/pdfcpu/pkg/filter"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Bounds of one stream before the library sees it.
const (
	maxStacked = 8        // filters, one on another
	maxPixels  = 48 << 20 // bytes of a scanned picture unpacked: A4 in colour at 400 dpi has 46 MB
)

// measure refuses a file with a stream that unpacks to more than this process
// may hold. The library keeps its limit while it reads but not afterwards: what
// it decodes later (the drawing, a table of characters, a scanned picture) may
// grow to half a gigabyte there. Nothing that is unpacked here is kept.
func measure(doc *model.Context, pictures bool) error {
	for id, e := range doc.Table {
		if e == nil || e.Free {
			continue
		}
		sd, ok := e.Object.(types.StreamDict)
		if !ok || len(sd.Raw) == 0 {
			continue
		}
		most := int64(maxContent)
		if sd.Image() {
			if !pictures {
				continue // copied in its code, see copyStream
			}
			most = maxPixels
		}
		if err := unpacks(sd, most); err != nil {
			return TooHungry.With().Wrap(fmt.Errorf("object %d: %w", id, err))
		}
	}
	return nil
}

// unpacks reports a stream of more than most bytes. What is faulty otherwise
// is left to those who need the stream.
func unpacks(sd types.StreamDict, most int64) error {
	n := len(sd.FilterPipeline)
	switch {
	case n > maxStacked:
		return fmt.Errorf("%d filters", n)
	case n == 0:
		return nil
	case n == 1 && sd.FilterPipeline[0].Name == filter.Flate:
		return inflates(sd.Raw, most)
	case n == 1 && sd.FilterPipeline[0].Name == filter.DCT:
		return photo(sd.Raw, most)
	}
	sd.Content = nil // sd is a copy: what is decoded goes with it
	if err := sd.DecodeWithLimit(most); errors.Is(err, filter.ErrDecodeLimitExceeded) {
		return err
	}
	return nil
}

func inflates(raw []byte, most int64) error {
	z, err := zlib.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil
	}
	if n, _ := io.Copy(io.Discard, io.LimitReader(z, most+1)); n > most {
		return fmt.Errorf("more than %d bytes", most)
	}
	return nil
}

// photo bounds those JPEGs that the library decodes: of four colours.
func photo(raw []byte, most int64) error {
	cfg, err := jpeg.DecodeConfig(bytes.NewReader(raw))
	if err == nil && cfg.ColorModel == color.CMYKModel && int64(cfg.Width)*int64(cfg.Height)*4 > most/2 {
		return fmt.Errorf("photo of four colours, %d × %d pixels", cfg.Width, cfg.Height)
	}
	return nil
}

// pageContent is the drawing of a page, whose parts together stay as small as
// one stream must.
func pageContent(doc *model.Context, page types.Dict) ([]byte, error) {
	if parts, err := doc.DereferenceArray(entry(page, "Contents")); err == nil {
		total := 0
		for _, part := range parts {
			sd, _, err := doc.DereferenceStreamDict(part)
			if err != nil || sd == nil {
				continue // the library says what is wrong
			}
			one := *sd
			if err := one.DecodeWithLimit(maxContent); errors.Is(err, filter.ErrDecodeLimitExceeded) {
				return nil, TooHungry.With().Wrap(err)
			}
			if total += len(one.Content); total > maxContent {
				return nil, TooHungry.With().Wrap(fmt.Errorf("more than %d bytes of drawing", maxContent))
			}
		}
	}
	content, err := doc.PageContent(page, 1)
	if err != nil && !errors.Is(err, model.ErrNoContent) {
		return nil, PDFBroken.With().Wrap(err)
	}
	if len(content) > maxContent {
		return nil, TooHungry.With().Wrap(fmt.Errorf("%d bytes of drawing", len(content)))
	}
	return content, err
}
