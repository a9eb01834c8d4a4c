package install

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"sort"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
)

// Bounds of what is taken from a scan.
const (
	maxScanPages  = 40
	maxScanImages = 64
	maxScanBytes  = 128 << 20
	minScanSide   = 100 // pixels: smaller pictures are logos and rules
)

func readScan(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open scan: %w", err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxInput+1))
	if err != nil {
		return nil, fmt.Errorf("read scan: %w", err)
	}
	return data, nil
}

// scan collects the pictures on the pages of a PDF.
func scan(data []byte) (answer, error) {
	doc, err := open(data, true)
	if err != nil {
		return answer{}, err
	}
	if err := pdfcpu.OptimizeXRefTable(doc); err != nil {
		return answer{}, PDFBroken.With().Wrap(err)
	}
	var a answer
	total := 0
	var skipped error
	for page := 1; page <= min(doc.PageCount, maxScanPages); page++ {
		found, err := pdfcpu.ExtractPageImages(doc, page, false)
		if err != nil {
			skipped = errors.Join(skipped, fmt.Errorf("page %d: %w", page, err))
		}
		ids := make([]int, 0, len(found))
		for id := range found {
			ids = append(ids, id)
		}
		sort.Ints(ids)
		for _, id := range ids {
			img, err := scanned(found[id].Reader)
			if err != nil {
				skipped = errors.Join(skipped, fmt.Errorf("page %d, picture %d: %w", page, id, err))
				continue
			}
			if img.W < minScanSide || img.H < minScanSide {
				continue
			}
			if total += len(img.Data); total > maxScanBytes || len(a.Images) == maxScanImages {
				return a, nil
			}
			a.Images = append(a.Images, img)
		}
	}
	if len(a.Images) == 0 {
		return a, NoPictures.With().Wrap(skipped)
	}
	return a, nil
}

// scanned keeps a picture that decodes as it is, and turns the rest into PNG.
func scanned(r io.Reader) (Image, error) {
	if r == nil {
		return Image{}, errors.New("no data")
	}
	data, err := io.ReadAll(io.LimitReader(r, maxScanBytes))
	if err != nil {
		return Image{}, err
	}
	cfg, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return Image{}, err
	}
	if cfg.Width < 1 || cfg.Height < 1 || cfg.Width > 40_000_000/cfg.Height {
		return Image{}, fmt.Errorf("%d × %d pixels", cfg.Width, cfg.Height)
	}
	switch format {
	case "png", "jpeg":
		return Image{"image/" + format, cfg.Width, cfg.Height, data}, nil
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return Image{}, err
	}
	return encodePicture(img, false)
}
