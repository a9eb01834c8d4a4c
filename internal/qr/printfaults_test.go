package qr

import (
	"math"
	"math/rand/v2"
)

// printFault is one thing that goes wrong between printer and eye. apply is
// given strength 0 weak, 1 medium, 2 strong; its numbers are the statement of
// the strengths (pixels at 300 dpi: one module is 5 to 6).
type printFault struct {
	name  string
	apply func(s *scan, strength int, r *rand.Rand) *scan
}

var printFaults = []printFault{
	{"original", func(s *scan, k int, r *rand.Rand) *scan { return s.blur([]float64{0.5, 0.7, 0.9}[k]) }},
	{"angled", func(s *scan, k int, r *rand.Rand) *scan { // seen 12, 18, 35 % narrower at the far edge, turned 5, 12, 25 degrees
		return turn(tilt(s, []float64{0.12, 0.18, 0.35}[k]), []float64{5, 12, 25}[k])
	}},
	{"blurred", func(s *scan, k int, r *rand.Rand) *scan { return s.blur([]float64{1.2, 1.9, 2.8}[k]) }},
	{"curved", func(s *scan, k int, r *rand.Rand) *scan { // on a bottle: 20, 45, 70 degrees of arc
		return curve(s, []float64{20, 45, 70}[k])
	}},
	{"damaged", func(s *scan, k int, r *rand.Rand) *scan { // 4, 10, 20 spots of 0.6 mm without ink
		for range []int{4, 10, 20}[k] {
			spot(s, r, 3.5, 0.9)
		}
		return s.blur(0.6)
	}},
	{"distorted", func(s *scan, k int, r *rand.Rand) *scan { // wavy feed of 0.7, 1.2, 2.2 pixels
		a := []float64{0.7, 1.2, 2.2}[k]
		return s.warp(func(x, y float64) (float64, float64) {
			return x + a*math.Sin(y/37), y + a*math.Sin(x/43)
		})
	}},
	{"glossy", func(s *scan, k int, r *rand.Rand) *scan { // a reflection that takes 35, 55, 80 % of the contrast
		a, w := []float64{0.35, 0.55, 0.8}[k], float64(s.w)
		return s.each(func(x, y int, v float64) float64 {
			d := (math.Pow(float64(x)-0.6*w, 2) + math.Pow(float64(y)-0.45*w, 2)) / (0.03 * w * w)
			g := a * math.Exp(-d)
			return v*(1-g) + g
		}).blur(0.6)
	}},
	{"matte", func(s *scan, k int, r *rand.Rand) *scan { // ink at 75, 60, 45 % density on a grain of 2, 4, 6 %
		d, g := []float64{0.75, 0.6, 0.45}[k], []float64{0.02, 0.04, 0.06}[k]
		return s.each(func(x, y int, v float64) float64 { return 0.9 - (0.95-v)*d + g*r.NormFloat64() }).blur(0.6)
	}},
	{"low contrast", func(s *scan, k int, r *rand.Rand) *scan { // 40, 22, 12 % between ink and paper
		c := []float64{0.4, 0.22, 0.12}[k]
		return s.each(func(x, y int, v float64) float64 { return 0.5 + (v-0.5)*c }).blur(0.6)
	}},
	{"low light", func(s *scan, k int, r *rand.Rand) *scan { // 55, 40, 20 % of the light, noise 1.5, 2, 3 %, darker to one side
		l, n := []float64{0.55, 0.4, 0.2}[k], []float64{0.015, 0.02, 0.03}[k]
		return s.blur(0.8).each(func(x, y int, v float64) float64 {
			return v*l*(1-0.4*float64(x)/float64(s.w)) + n*r.NormFloat64()
		})
	}},
	{"low resolution", func(s *scan, k int, r *rand.Rand) *scan { // 3.6, 2.9, 2.2 pixels a module
		return shrink(s, []float64{3.6, 2.9, 2.2}[k]/5.3)
	}},
	{"noisy", func(s *scan, k int, r *rand.Rand) *scan { // noise of 5, 8, 22 %
		n := []float64{0.05, 0.08, 0.22}[k]
		return s.blur(0.6).each(func(x, y int, v float64) float64 { return v + n*r.NormFloat64() })
	}},
	{"obscured", func(s *scan, k int, r *rand.Rand) *scan { // a stamp's red-grey disc of 3, 5, 7 mm over the middle
		return disc(s, []float64{3, 5, 7}[k])
	}},
	{"poor paper", func(s *scan, k int, r *rand.Rand) *scan { // fibres of 6, 12, 18 %, ink spread by 0.5, 0.9, 1.3 pixels
		return paper(s, r, []float64{0.06, 0.12, 0.18}[k], []float64{0.5, 0.9, 1.3}[k])
	}},
	{"scratched", func(s *scan, k int, r *rand.Rand) *scan { // 2, 5, 10 scratches of 0.25 mm
		for range []int{2, 5, 10}[k] {
			scrape(s, r)
		}
		return s.blur(0.6)
	}},
	{"torn", func(s *scan, k int, r *rand.Rand) *scan { // the lower right corner gone for 3, 5, 7 mm of the code
		return torn(s, []float64{3, 5, 7}[k])
	}},
}

const pxPerMM = scanDPI / 25.4

// tilt is the perspective of a sheet that leans away: the far edge is
// narrower by the share f.
func tilt(s *scan, f float64) *scan {
	h, c := float64(s.h), float64(s.w)/2
	return s.warp(func(x, y float64) (float64, float64) {
		z := 1 - f*(1-y/h)
		return c + (x-c)/z, h - (h-y)/z*(1-f/2)
	})
}

func turn(s *scan, degrees float64) *scan {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	c := float64(s.w) / 2
	return s.warp(func(x, y float64) (float64, float64) {
		return c + (x-c)*cos + (y-c)*sin, c + (y-c)*cos - (x-c)*sin
	})
}

func curve(s *scan, arc float64) *scan {
	half := arc / 2 * math.Pi / 180
	c := float64(s.w) / 2
	return s.warp(func(x, y float64) (float64, float64) {
		u := (x - c) / c * math.Sin(half)
		return c + math.Asin(u)/half*c, y + 6*half*math.Cos((x-c)/c*half)
	})
}

// inside gives a place within the code, off its finders.
func inside(s *scan, r *rand.Rand) (x, y float64) {
	lo, hi := 0.4*float64(s.w), 0.78*float64(s.w)
	return lo + r.Float64()*(hi-lo), lo + r.Float64()*(hi-lo)
}

func spot(s *scan, r *rand.Rand, radius, v float64) {
	cx, cy := inside(s, r)
	s.each(func(x, y int, old float64) float64 {
		if math.Hypot(float64(x)-cx, float64(y)-cy) < radius {
			return v
		}
		return old
	})
}

func shrink(s *scan, f float64) *scan {
	soft := s.blur(0.45 / f)
	out := newScan(int(float64(s.w)*f), int(float64(s.h)*f), 0)
	return out.each(func(x, y int, _ float64) float64 { return soft.at((float64(x)+0.5)/f-0.5, (float64(y)+0.5)/f-0.5) })
}

func disc(s *scan, mm float64) *scan {
	c := float64(s.w) / 2
	return s.each(func(x, y int, v float64) float64 {
		if math.Hypot(float64(x)-c, float64(y)-c) < mm/2*pxPerMM {
			return 0.45 + 0.1*v
		}
		return v
	}).blur(0.6)
}

func paper(s *scan, r *rand.Rand, grain, spread float64) *scan {
	fibres := newScan(s.w, s.h, 0).each(func(int, int, float64) float64 { return r.NormFloat64() }).blur(1.5)
	return s.blur(spread).each(func(x, y int, v float64) float64 {
		v = 0.95 - (0.95-v)*1.15
		return v - 0.05 + grain*3*fibres.v[y*s.w+x]
	})
}

func scrape(s *scan, r *rand.Rand) {
	cx, cy := inside(s, r)
	angle := r.Float64() * math.Pi
	sin, cos := math.Sincos(angle)
	long := 4 + 6*r.Float64()
	s.each(func(x, y int, v float64) float64 {
		dx, dy := float64(x)-cx, float64(y)-cy
		if math.Abs(dx*sin-dy*cos) < 0.125*pxPerMM && math.Abs(dx*cos+dy*sin) < long/2*pxPerMM {
			return 0.92
		}
		return v
	})
}

func torn(s *scan, mm float64) *scan {
	edge := (float64(s.w)/pxPerMM - 16 + 8 - 2) * pxPerMM // near the code's far corner
	return s.each(func(x, y int, v float64) float64 {
		if float64(x)+float64(y) > 2*edge-mm*pxPerMM+3*math.Sin(float64(x)/5) {
			return 0.3
		}
		return v
	}).blur(0.6)
}
