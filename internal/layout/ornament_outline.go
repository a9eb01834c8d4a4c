package layout

import (
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Outline gives the shape of a letter as a closed path in 1/1000 em, origin on
// the baseline, y downwards, and its advance. A letter that the face lacks has
// no shape. It is what screens draw, and what an ornament made of letters is
// made of.
func (f *Faces) Outline(key string, r rune) (shape []Seg, advance float64) {
	fc := f.get(key)
	if fc == nil {
		return nil, 0
	}
	l := fc.at(r)
	if l.glyph == 0 {
		return nil, 0
	}
	var buf sfnt.Buffer
	segs, err := fc.font.LoadGlyph(&buf, l.glyph, fixed.I(1000), nil)
	if err != nil {
		return nil, float64(l.width)
	}
	return cubic(segs), float64(l.width)
}

// cubic turns TrueType's quadratic curves into the cubic ones of a Path and
// closes every contour.
func cubic(segs sfnt.Segments) []Seg {
	var out []Seg
	var x, y float64
	at := func(p fixed.Point26_6) (float64, float64) { return float64(p.X) / 64, float64(p.Y) / 64 }
	for _, s := range segs {
		ax, ay := at(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if len(out) > 0 {
				out = append(out, Seg{Op: Close})
			}
			out = append(out, Seg{Op: MoveTo, X: ax, Y: ay})
			x, y = ax, ay
		case sfnt.SegmentOpLineTo:
			out = append(out, Seg{Op: LineTo, X: ax, Y: ay})
			x, y = ax, ay
		case sfnt.SegmentOpQuadTo:
			bx, by := at(s.Args[1])
			out = append(out, Seg{Op: CubicTo, X1: x + (ax-x)*2/3, Y1: y + (ay-y)*2/3,
				X2: bx + (ax-bx)*2/3, Y2: by + (ay-by)*2/3, X: bx, Y: by})
			x, y = bx, by
		case sfnt.SegmentOpCubeTo:
			bx, by := at(s.Args[1])
			cx, cy := at(s.Args[2])
			out = append(out, Seg{Op: CubicTo, X1: ax, Y1: ay, X2: bx, Y2: by, X: cx, Y: cy})
			x, y = cx, cy
		}
	}
	if len(out) > 0 {
		out = append(out, Seg{Op: Close})
	}
	return out
}
