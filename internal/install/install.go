// Package install checks what an office brings once, when it is installed: a
// font, a picture, a background PDF, a scan. Whatever parses such foreign bytes
// runs in a child process, which is this program started again, with limits on
// time and memory: a hostile file costs seconds, never the office page, and
// ends in a sentence.
//
// What comes out is normalised: pictures are decoded and encoded again,
// background pages are reduced to drawing operators without scripts, links or
// attachments. Only that is kept and printed from.
//
// The program's main must call Main first of all.
// Begin with Font, Picture, Background and PageImages.
package install

import (
	"context"

	"ocoprint/internal/layout"
)

// Tools are what the child borrows from rooms that this one may not import.
type Tools struct {
	// TryFont makes of a font what printing makes of it (pdf.TryFont); nil
	// leaves it out.
	TryFont func(ttf []byte) error
}

// Main runs the child's part and exits when this process was started as one;
// otherwise it returns at once. Call it first in main and in TestMain.
func Main(tools ...Tools) {
	var t Tools
	if len(tools) > 0 {
		t = tools[0]
	}
	child(t)
}

// Font checks a TrueType font an office brings: readable by everything that
// will print it, all Vietnamese letters, allowed to be embedded. The report is
// also given beside a refusal when the font could be read.
func Font(ctx context.Context, ttf []byte) (layout.Report, error) {
	a, err := ask(ctx, verbFont, ttf)
	return a.Report, err
}

// Image is a normalised picture.
type Image struct {
	MIME string // image/png or image/jpeg
	W, H int    // pixels
	Data []byte
}

// Picture decodes a PNG or JPEG behind limits and encodes it again: without
// what cameras and programs hide in it, turned upright as the camera noted.
func Picture(ctx context.Context, data []byte) (Image, error) {
	a, err := ask(ctx, verbPicture, data)
	if err != nil || len(a.Images) != 1 {
		return Image{}, err
	}
	return a.Images[0], nil
}

// Page is a normalised background: one page as a small PDF that pdf embeds
// once for a whole batch.
type Page struct {
	W, H  float64 // mm
	Data  []byte
	Notes []string // what was left behind, in short English, for the log
}

// Background takes the first page of a designer's PDF.
func Background(ctx context.Context, file []byte) (Page, error) {
	a, err := ask(ctx, verbBackground, file)
	if err != nil {
		return Page{}, err
	}
	return Page{a.W, a.H, a.Data, a.Notes}, nil
}

// PageImages gives the pictures on the pages of a scanned PDF, in page order,
// for verify: those of at least 100 × 100 pixels, at most 64 of them.
func PageImages(ctx context.Context, path string) ([]Image, error) {
	data, err := readScan(path)
	if err != nil {
		return nil, err
	}
	a, err := ask(ctx, verbScan, data)
	return a.Images, err
}
