package layout

import "math"

// notchedRule is a rectangle whose corners are cut inwards by quarter circles,
// the frame of old diplomas. Colours: the line. Params: width, notch (mm),
// ring: radius of a small ring in each notch, 0 none.
func notchedRule(o Canvas) []Mark {
	a := o.area()
	n := o.P("notch")
	k := n * 0.55228475
	x0, y0, x1, y1 := a.X, a.Y, a.Right(), a.Bottom()
	l := &pen{}
	l.to(x0+n, y0)
	l.line(x1-n, y0)
	l.curve(x1-n, y0+k, x1-k, y0+n, x1, y0+n)
	l.line(x1, y1-n)
	l.curve(x1-k, y1-n, x1-n, y1-k, x1-n, y1)
	l.line(x0+n, y1)
	l.curve(x0+n, y1-k, x0+k, y1-n, x0, y1-n)
	l.line(x0, y0+n)
	l.curve(x0+k, y0+n, x0+n, y0+k, x0+n, y0)
	l.close()
	out := []Mark{l.stroke(o.Color(0), o.P("width"))}
	if r := o.P("ring"); r > 0 {
		rings := &pen{}
		d := n * 0.36
		for _, at := range [][2]float64{{x0 + d, y0 + d}, {x1 - d, y0 + d}, {x0 + d, y1 - d}, {x1 - d, y1 - d}} {
			rings.circle(at[0], at[1], r)
			rings.circle(at[0], at[1], r*0.45)
		}
		out = append(out, rings.evenOdd(o.Color(0)))
	}
	return out
}

// guilloche is a band of fine waves that cross one another around an area, as
// on bank notes: a photocopier loses them. Colours: one a wave, taken in turn.
// Params: band (mm), waves, period (mm), width (mm).
func guilloche(o Canvas) []Mark {
	a := o.area()
	band, waves := o.P("band"), o.N("waves")
	var out []Mark
	for i := range waves {
		l := &pen{}
		phase := float64(i) / float64(waves)
		amp := band / 2
		y0, y1, x0, x1 := a.Y+amp, a.Bottom()-amp, a.X+amp, a.Right()-amp
		wave(l, x0, y0, x1-x0, o.P("period"), amp, phase, false)
		wave(l, x0, y1, x1-x0, o.P("period"), amp, phase, false)
		wave(l, x0, y0, y1-y0, o.P("period"), amp, phase, true)
		wave(l, x1, y0, y1-y0, o.P("period"), amp, phase, true)
		out = append(out, l.stroke(o.Color(i), o.P("width")))
	}
	return out
}

// wave adds a sine of whole periods along x, or along y when upright.
func wave(l *pen, x, y, long, period, amp, phase float64, upright bool) {
	n := max(1, int(math.Round(long/period)))
	const parts = 8
	var pts [][2]float64
	for i := range n*parts + 1 {
		along := long * float64(i) / float64(n*parts)
		off := amp * math.Sin(2*math.Pi*(float64(i)/parts+phase))
		if upright {
			pts = append(pts, [2]float64{x + off, y + along})
		} else {
			pts = append(pts, [2]float64{x + along, y + off})
		}
	}
	l.to(pts[0][0], pts[0][1])
	l.through(pts)
}

// divider is a rule that swells from both ends to a rhombus in its middle.
// Colours: the rule, the rhombus. Params: gap, width of the empty middle (mm).
func divider(o Canvas) []Mark {
	a := o.area()
	cy, cx := a.Y+a.H/2, a.X+a.W/2
	gap := o.P("gap")
	t := a.H * 0.09
	l := &pen{}
	l.polygon(a.X, cy, cx-gap/2-a.H*0.8, cy-t, cx-gap/2-a.H*0.8, cy+t)
	l.polygon(a.Right(), cy, cx+gap/2+a.H*0.8, cy-t, cx+gap/2+a.H*0.8, cy+t)
	d := &pen{}
	for _, at := range []float64{cx - gap/2, cx + gap/2} {
		d.polygon(at-a.H/2, cy, at, cy-a.H/2, at+a.H/2, cy, at, cy+a.H/2)
		if gap == 0 {
			break
		}
	}
	return []Mark{l.fill(o.Color(0)), d.fill(o.Color(1))}
}

// ribbon is a banner with a tail folded behind at either end.
func ribbon(o Canvas) []Mark {
	t, d := math.Min(o.P("tail"), o.W/3), o.P("drop")
	h := o.H - d
	fold := t * 0.4
	tails, folds, face, seam := &pen{}, &pen{}, &pen{}, &pen{}
	tails.polygon(0, d, t+fold, d, t+fold, o.H, 0, o.H, t*0.32, d+h/2)
	tails.polygon(o.W, d, o.W-t-fold, d, o.W-t-fold, o.H, o.W, o.H, o.W-t*0.32, d+h/2)
	folds.polygon(t, h, t+fold, h, t+fold, o.H)
	folds.polygon(o.W-t, h, o.W-t-fold, h, o.W-t-fold, o.H)
	face.rect(t, 0, o.W-2*t, h)
	in := h * 0.11
	seam.to(t, in)
	seam.line(o.W-t, in)
	seam.to(t, h-in)
	seam.line(o.W-t, h-in)
	return []Mark{tails.fill(o.Color(1)), folds.fill(o.Color(2)), face.fill(o.Color(0)), seam.stroke(o.Color(3), 0.2)}
}
