package layout

import (
	"math"
	"slices"
)

// A woven band (hoa văn thổ cẩm): motifs on a grid of stitches, as the looms of
// the highlands make them. Nothing is copied from a cloth; the motifs are
// rhombi, steps and eight-pointed stars that every weaver shares.

// brocadeRows is the number of stitches across a band.
const brocadeRows = 11

// sheets is the number of colours beside the ground.
const sheets = 3

// brocadeTile is the number of stitches after which the motif repeats.
const brocadeTile = 20

// stitch says the colour of a stitch: 0 is the ground. du is the distance from
// the middle of the nearest large rhombus, dv from the middle of the band.
func stitch(u, v int) int {
	du := abs((u % brocadeTile) - brocadeTile/2)
	dv := abs(v - brocadeRows/2)
	switch d := du + dv; {
	case d == 0:
		return 3
	case d == 1:
		return 2
	case d == 3:
		return 1
	case d == 5:
		return 2
	case d == 6 && dv <= 2:
		return 1
	}
	far := brocadeTile/2 - du // from the middle between two rhombi
	switch {
	case far+dv <= 1: // a small cross stands there
		return 3
	case far+dv == 2 && far*dv == 0:
		return 2
	case dv >= 3 && far <= dv-3: // teeth from both edges
		return 1
	}
	return 0
}

func abs(i int) int {
	if i < 0 {
		return -i
	}
	return i
}

// brocadeFrame is a woven band around an area with an eight-pointed star in
// each corner. Colours: ground, then the three stitches, then the star's light
// and dark half. Params: band (mm), ground 0 leaves the ground unpainted.
func brocadeFrame(o Canvas) []Mark {
	a := o.area()
	band := o.P("band")
	var out []Mark
	ground := &pen{}
	ground.rect(a.X, a.Y, a.W, a.H)
	ground.rect(a.X+band, a.Y+band, a.W-2*band, a.H-2*band)
	out = append(out, ground.evenOdd(o.Color(0)))
	long, high := a.W-2*band, a.H-2*band
	sides := []struct {
		long  float64
		place placing
	}{
		{long, func(u, v, w, h float64) Box4 { return Box4{a.X + band + u, a.Y + v, w, h} }},
		{long, func(u, v, w, h float64) Box4 { return Box4{a.X + band + u, a.Bottom() - v - h, w, h} }},
		{high, func(u, v, w, h float64) Box4 { return Box4{a.X + v, a.Y + band + u, h, w} }},
		{high, func(u, v, w, h float64) Box4 { return Box4{a.Right() - v - h, a.Y + band + u, h, w} }},
	}
	var l loom
	for _, side := range sides {
		l.weave(side.long, band, side.place)
	}
	out = append(out, l.cloth(o)...)
	for _, at := range [][2]float64{{a.X, a.Y}, {a.Right() - band, a.Y}, {a.X, a.Bottom() - band}, {a.Right() - band, a.Bottom() - band}} {
		out = append(out, weaverStar(Box4{at[0], at[1], band, band}, o.Color(4), o.Color(5), o.Color(1))...)
	}
	return out
}

// brocadeBand is a straight woven band; it lies along the longer side.
func brocadeBand(o Canvas) []Mark {
	a := o.area()
	ground := &pen{}
	ground.rect(a.X, a.Y, a.W, a.H)
	out := []Mark{ground.fill(o.Color(0))}
	long, band, place := a.W, a.H, placing(func(u, v, w, h float64) Box4 { return Box4{a.X + u, a.Y + v, w, h} })
	if long < band {
		long, band, place = band, long, func(u, v, w, h float64) Box4 { return Box4{a.X + v, a.Y + u, h, w} }
	}
	var l loom
	l.weave(long, band, place)
	return append(out, l.cloth(o)...)
}

// placing turns along and across a band into page coordinates.
type placing func(u, v, w, h float64) Box4

// loom holds a path for each colour.
type loom [sheets]pen

// cloth gives the paths.
func (l *loom) cloth(o Canvas) (out []Mark) {
	for i := range l {
		out = append(out, l[i].fill(o.Color(i+1)))
	}
	return out
}

// weave fills a band of a length with whole motifs, stretching the stitch by a
// few per cent at most. The stitches of a motif are a part of their path: their
// numbers come again in the next one, and in a file that costs next to nothing.
func (l *loom) weave(long, band float64, place placing) {
	cell := band / brocadeRows
	step := long / float64(motifs(long, band)*brocadeTile)
	last := [sheets]int{-1, -1, -1} // motif of the open part
	for i := range l {
		l[i].segs = slices.Grow(l[i].segs, brocadeTile*2*motifs(long, band))
	}
	weaveEach(long, band, func(tile, s, u, v, n int) {
		p := &l[s-1]
		if last[s-1] != tile {
			p.part()
			last[s-1] = tile
		}
		b := place(float64(u)*step, float64(v)*cell, float64(n)*step, cell)
		p.rect(b.X, b.Y, b.W, b.H)
	})
}

// motifs is how many whole motifs fill a length.
func motifs(long, band float64) int {
	return max(1, int(math.Round(long/(band/brocadeRows*brocadeTile))))
}

// weaveEach gives the runs of equal stitches, motif by motif: the motif a run
// begins in, colour, place along and across, and how many.
func weaveEach(long, band float64, each func(tile, s, u, v, n int)) {
	width := motifs(long, band) * brocadeTile
	for tile := 0; tile*brocadeTile < width; tile++ {
		for v := range brocadeRows {
			for u := tile * brocadeTile; u < (tile+1)*brocadeTile; {
				s, n := stitch(u, v), 1
				for u+n < width && stitch(u+n, v) == s {
					n++
				}
				if s > 0 && (u == 0 || stitch(u-1, v) != s) { // else the run is another motif's
					each(tile, s, u, v, n)
				}
				u += n
			}
		}
	}
}

// weaverStar is the star of eight rhombi, each with a light and a dark half.
func weaverStar(a Box4, light, dark, edge Color) []Mark {
	cx, cy := a.X+a.W/2, a.Y+a.H/2
	r := math.Min(a.W, a.H) * 0.46
	bright, shade := &pen{}, &pen{}
	for i := range 8 {
		turn := float64(i) / 8
		tipX, tipY := polar(cx, cy, turn, r)
		leftX, leftY := polar(cx, cy, turn-1.0/16, r*0.54)
		rightX, rightY := polar(cx, cy, turn+1.0/16, r*0.54)
		bright.polygon(cx, cy, leftX, leftY, tipX, tipY)
		shade.polygon(cx, cy, tipX, tipY, rightX, rightY)
	}
	box := &pen{}
	box.rect(a.X+a.W*0.03, a.Y+a.H*0.03, a.W*0.94, a.H*0.94)
	return []Mark{bright.fill(light), shade.fill(dark), box.stroke(edge, 0.2)}
}
