// Package preview draws pages as SVG for screens: the same marks as pdf draws,
// in the same places, with the name of its box on every mark (data-box), so
// that the layout editor can find what was clicked.
//
// Letters are outlines taken from the fonts, each defined once and used where
// it stands: a page looks like the paper on every computer and needs no web
// font, no script, no style sheet and no style attribute, so it passes a strict
// Content-Security-Policy.
//
// Begin with SVG.
package preview

import "ocoprint/internal/layout"

// Options say how to draw. The zero value draws the trimmed page.
type Options struct {
	// Faces are the fonts that the pages name; nil is layout.DefaultFaces.
	Faces *layout.Faces
	// Href gives the address at which a picture that a page names is served;
	// nil or an empty answer asks Files.
	Href func(name string) string
	// Files gives the bytes of a picture, which is then carried inside (a
	// data: address, which the page's policy must allow). Without a picture,
	// and for a background in PDF, a frame with its name stands in its place.
	Files func(name string) ([]byte, error)
	// Bleed shows what lies outside the trim.
	Bleed bool
	// ID is put before every id inside the picture: letters, digits, dashes;
	// needed when one web page shows several.
	ID string
	// Title is read out by screen readers.
	Title string
}

// SVG draws one page. The answer is one <svg> element in UTF-8 with a viewBox
// in millimetres, without XML declaration, to be put into a page or served as
// image/svg+xml. The same page gives the same bytes.
func SVG(p layout.Page, o Options) ([]byte, error) { return svg(p, o) }
