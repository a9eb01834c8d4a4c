package qr

import "math"

// dot is one dot of a 600-dpi printer, in millimetres.
const dot = 25.4 / 600

// MinModule is the smallest module that is printed, in millimetres.
const MinModule = 0.42

// minDots is the least number of dots of a module: 10 dots are 0.423 mm.
var minDots = int(math.Ceil(MinModule/dot - 1e-9))

// Placement is where a symbol stands in its box, in millimetres.
type Placement struct {
	Module float64 // side of one module, a whole number of 600-dpi dots, ≥ 0.42
	Offset float64 // from the box edge to the first module: quiet zone and centring
	Side   float64 // N × Module
}

// Fit gives the largest module for a square box of that side (mm, quiet zone
// of 4 modules included). The error is BoxSmall when the module would be
// under 0.42 mm: 30 mm hold version 11, 31 mm version 12, 33 mm version 13.
func Fit(n int, box float64) (Placement, error) {
	across := float64(n + 2*QuietZone)
	dots := int(math.Floor(box/across/dot + 1e-9))
	if dots < minDots {
		need := math.Ceil(across*float64(minDots)*dot*10) / 10
		return Placement{}, BoxSmall.With("box", box, "need", need).Err()
	}
	module := float64(dots) * dot
	side := module * float64(n)
	return Placement{Module: module, Offset: (box - side) / 2, Side: side}, nil
}
