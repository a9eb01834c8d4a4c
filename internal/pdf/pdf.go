// Package pdf draws pages into one PDF file, streaming: a page is composed,
// compressed, written and forgotten, so memory does not grow with the batch.
//
// It promises:
//
//   - the same pages and options give the same bytes, for any number of
//     workers; nothing in a file depends on the clock or the machine;
//   - text is set in embedded, subset fonts and can be searched and copied as
//     the exact Vietnamese it was given; a letter that a face lacks is an
//     error, never a blank;
//   - black text and codes use the black plate alone, a QR module is a whole
//     number of 600-dpi dots, viewers are told not to scale;
//   - pictures are decoded behind limits before they are embedded.
//
// gopdf makes the font subsets and the text operators; the level runs of a batch
// are written as gopdf would, byte for byte (run.go). The file around them
// (page tree, shared static layer, outlines, labels, language, metadata,
// attachments) is written by file.go, because gopdf keeps a whole document in
// memory and has no word for most of these.
//
// Begin with Write, or with WriteEach when the pages are made on the way.
package pdf

import (
	"context"
	"crypto/sha256"
	"io"
	"iter"
	"time"

	"ocoprint/internal/layout"
)

// Options describe a file. The zero value is useful: Vietnamese, shipped fonts,
// no title, no attachments, one worker per processor.
type Options struct {
	Title, Author, Subject string
	Language               string    // BCP 47; empty is "vi-VN"
	Created                time.Time // written as the file's date when set; the zero time leaves it out

	// Attachments are embedded in the order given. Names must differ.
	Attachments []Attachment

	// Faces are the fonts that the pages name; nil is layout.DefaultFaces.
	Faces *layout.Faces
	// Files gives the bytes of a picture or background that a page names: a
	// JPEG or PNG, or a background page made by install.Background.
	Files func(name string) ([]byte, error)

	// StandardSubset embeds in every face a fixed repertoire (all Vietnamese,
	// ASCII, the signs papers use) beside what the pages need, so that many
	// small files can share one subset that is made once. Without it a face
	// holds exactly what the pages use.
	StandardSubset bool

	Duplex bool // for papers printed on both sides; otherwise viewers are told one side

	Workers  int                   // goroutines that compose pages; 0 is one per processor
	Total    int                   // number of pages if known, only for Progress
	Progress func(done, total int) // called in page order from one goroutine; may be nil
}

// Attachment is a file embedded in the PDF.
type Attachment struct {
	Name        string // file name, for example "chung-nhan.cose"
	MIME        string // for example "application/octet-stream"
	Description string
	Data        []byte

	// Fill writes what is too long to hold; then Data is not looked at.
	Fill func(io.Writer) error
}

// Write draws pages into one PDF file, in order. The sequence is read from one
// goroutine. w has received half a file when an error is returned: write aside
// and rename (package durable).
func Write(ctx context.Context, w io.Writer, pages iter.Seq[layout.Page], o Options) error {
	return writeSeq(ctx, w, func(yield func(layout.Page, error) bool) {
		for p := range pages {
			if !yield(p, nil) {
				return
			}
		}
	}, o)
}

// WriteSeq is Write for pages that may fail: the first error ends the file and
// is returned.
func WriteSeq(ctx context.Context, w io.Writer, pages iter.Seq2[layout.Page, error], o Options) error {
	return writeSeq(ctx, w, pages, o)
}

// WriteEach draws n items into one PDF file, item 0 first: pages(i) gives the
// pages of one item and is called by several workers at once. This is the way
// to print a batch: rendering and composing use all processors.
func WriteEach(ctx context.Context, w io.Writer, n int, pages func(i int) ([]layout.Page, error), o Options) error {
	return writeEach(ctx, w, n, pages, o)
}

// File is where one of several files goes.
type File struct {
	W io.Writer
	// Done is called once, after the last byte with its SHA-256 and nil or with
	// what went wrong: commit or discard. Its error ends the run. It may be nil.
	Done func(sum [sha256.Size]byte, err error) error

	Title, Subject string // instead of those of Options, when set
	Attachments    []Attachment
}

// WriteFiles draws n items into a file each, item 0 first; create says where
// item i goes and is called from one goroutine, after the file before is done. A
// file holds the same bytes as Write gives for the item alone with the same
// options; composing is shared, so it costs little more than one file.
// Options.StandardSubset is set: otherwise every file would need fonts made for
// it.
func WriteFiles(ctx context.Context, n int, pages func(i int) ([]layout.Page, error), create func(i int) (File, error), o Options) error {
	return writeFiles(ctx, n, pages, create, o)
}
