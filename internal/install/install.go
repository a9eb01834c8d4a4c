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

// Main runs the child's part and exits when this process was started as one;
// otherwise it returns at once. Call it first in main and in TestMain.
func Main() { child() }

// Font checks a TrueType font an office brings: readable by everything that
// will print it, all Vietnamese letters, allowed to be embedded. The report is
// also given beside a refusal when the font could be read.
func Font(ctx context.Context, ttf []byte) (layout.Report, error) { return checkFont(ctx, ttf) }

// Image is a normalised picture.
type Image struct {
	MIME string // image/png or image/jpeg
	W, H int    // pixels
	Data []byte
}

// Picture decodes a PNG or JPEG behind limits and encodes it again.
func Picture(ctx context.Context, data []byte) (Image, error) { return checkPicture(ctx, data) }

// Page is a normalised background: one page as a small PDF that pdf embeds
// once for a whole batch.
type Page struct {
	W, H  float64 // mm
	Data  []byte
	Notes []string // what was removed, in words for the log
}

// Background takes the first page of a designer's PDF.
func Background(ctx context.Context, file []byte) (Page, error) { return checkBackground(ctx, file) }

// PageImages gives the pictures on the pages of a scanned PDF, in page order,
// for verify. At most 64 pictures of at most 40 megapixels are returned.
func PageImages(ctx context.Context, path string) ([]Image, error) { return pageImages(ctx, path) }
