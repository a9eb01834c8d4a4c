package layout

import (
	"math"
	"strconv"
)

// Colours of what helps to place things and is never printed on stock.
var (
	aidColor = Ink(80, 20, 0, 0)
	aidFaint = Ink(35, 5, 0, 0)
)

const (
	aidFace = "BeVietnamPro-Regular.ttf"
	aidBox  = "canh-thu"
	aidSize = 5.0 // pt of the numbers
)

// aids draws the safe area, outlines of the boxes of this row with their names, and rulers along
// the edges. Boxes of the digital output alone are not on the stock.
func (r *renderer) aids(side sideName) []Mark {
	var marks []Mark
	for _, b := range r.t.file.Boxes {
		if b.Side == side && b.Layer != "digital" && b.Type != "line" && b.Type != "ornament" && r.visible(b) {
			a := b.area
			marks = append(marks, Rect{Box: aidBox, X: a.X, Y: a.Y, W: a.W, H: a.H, Stroke: aidColor, Width: 0.1})
			marks = append(marks, r.label(b.ID.S, a.X+0.4, a.Y-0.4, 4.5)...)
		}
	}
	if s := r.t.Safe; s > 0 {
		marks = append(marks, Rect{Box: aidBox, X: s, Y: s, W: r.t.W - 2*s, H: r.t.H - 2*s, Stroke: aidFaint, Width: 0.15})
	}
	return append(marks, r.rulers()...)
}

// grid is a line each 10 mm.
func (r *renderer) grid() []Mark {
	var marks []Mark
	for x := 10.0; x < r.t.W; x += 10 {
		marks = append(marks, Line{Box: aidBox, X1: x, X2: x, Y2: r.t.H, Width: 0.06, Color: aidFaint})
	}
	for y := 10.0; y < r.t.H; y += 10 {
		marks = append(marks, Line{Box: aidBox, Y1: y, X2: r.t.W, Y2: y, Width: 0.06, Color: aidFaint})
	}
	return marks
}

// rulers stand at the top and left edge: a tick a millimetre, longer ones at 5
// and 10, a number each 10.
func (r *renderer) rulers() []Mark {
	var marks []Mark
	for i := 1; float64(i) < math.Max(r.t.W, r.t.H); i++ {
		at, long := float64(i), 1.2
		switch {
		case i%10 == 0:
			long = 3.5
		case i%5 == 0:
			long = 2.2
		}
		if at < r.t.W {
			marks = append(marks, Line{Box: aidBox, X1: at, X2: at, Y2: long, Width: 0.08, Color: aidColor})
		}
		if at < r.t.H {
			marks = append(marks, Line{Box: aidBox, Y1: at, X2: long, Y2: at, Width: 0.08, Color: aidColor})
		}
		if i%10 == 0 {
			if at < r.t.W-5 {
				marks = append(marks, r.label(strconv.Itoa(i), at+0.4, 4.4, aidSize)...)
			}
			if at < r.t.H-2 {
				marks = append(marks, r.label(strconv.Itoa(i), 3.8, at-0.3, aidSize)...)
			}
		}
	}
	return marks
}

func (r *renderer) label(text string, x, baseline, size float64) []Mark {
	faces := r.faces
	if !faces.Has(aidFace) {
		faces = DefaultFaces()
	}
	pr := newProse(faces, []span{{text: text}}, aidFace, aidFace)
	return pr.setLine(setting{box: aidBox, size: size, color: aidColor}, piece{0, len(text), true}, x, baseline, 0)
}
