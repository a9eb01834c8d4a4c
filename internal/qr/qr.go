// Package qr turns text into the modules of a QR code and pictures back into
// text.
//
// Encode makes the smallest symbol at level M and then raises the level as far
// as the same version holds; go-qrcode is the reference for every module.
// Begin with Encode and Fit; Decode reads.
package qr

import (
	"errors"
	"image"
)

// Level of error correction.
type Level int

// The four levels of the standard, from least to most tolerant.
const (
	L Level = iota
	M
	Q
	H
)

// MaxVersion is the densest symbol that is printed: phone readers collapse
// from version 14 up.
const MaxVersion = 13

// QuietZone is the white margin around a symbol, in modules.
const QuietZone = 4

// Code is a symbol without its quiet zone: N × N modules.
type Code struct {
	Version int // 1–13
	Level   Level
	N       int    // modules on a side: 17 + 4 × Version
	bits    []byte // one byte a module, row by row, 1 is black
}

// Black tells whether the module in column x, row y is black. Outside the
// symbol everything is white.
func (c Code) Black(x, y int) bool {
	return x >= 0 && y >= 0 && x < c.N && y < c.N && c.bits[y*c.N+x] != 0
}

// Encode gives the symbol of a text. The error is a message when the text
// needs more than version 13.
func Encode(text string) (Code, error) { return Code{}, errors.New("qr: not written yet") }

// Decode reads every QR code in a picture, in reading order. A picture
// without one gives no texts and no error; a picture over the pixel limit is
// an error.
func Decode(img image.Image) ([]string, error) { return nil, errors.New("qr: not written yet") }

// Placement is where a symbol stands in its box, in millimetres.
type Placement struct {
	Module float64 // side of one module, a whole number of 600-dpi dots, ≥ 0.42
	Offset float64 // from the box edge to the first module (quiet zone and centring)
	Side   float64 // N × Module
}

// MinModule is the smallest module that is printed, in millimetres.
const MinModule = 0.42

// Fit gives the largest module for a square box of that side (mm, quiet zone
// of 4 modules included). The error is a message when the module would be
// under 0.42 mm.
func Fit(n int, box float64) (Placement, error) { return Placement{}, errors.New("qr: not written yet") }
