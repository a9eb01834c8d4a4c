package papers

import (
	"strings"

	"ocoprint/internal/layout"
)

// sampleNotice is on every page of a sample.
const sampleNotice = "MẪU – KHÔNG CÓ GIÁ TRỊ"

// sampleInk is a red that nothing else on these papers has.
var sampleInk = layout.Ink(0, 100, 90, 10)

// mark puts the notice into the bottom margin of every page of a sample, where
// no text stands. Pages that carry it already (layouts do) are left alone.
func (in Input) mark(pages []layout.Page) []layout.Page {
	if !in.sample() {
		return pages
	}
	for i := range pages {
		if !marked(pages[i]) {
			pages[i].Marks = append(pages[i].Marks, sampleMark(in.faces(), pages[i].W, pages[i].H)...)
		}
	}
	return pages
}

func marked(p layout.Page) bool {
	for _, m := range p.Marks {
		if t, ok := m.(layout.Text); ok && strings.Contains(t.String, sampleNotice) {
			return true
		}
	}
	return false
}

// sampleMark is a small framed line centred 7 mm above the lower edge.
func sampleMark(faces *layout.Faces, w, h float64) []layout.Mark {
	const size, pad, box = 10.0, 3.0, "mau"
	face := layout.Serif.Bold
	width := faces.Measure(face, size, sampleNotice)
	m := faces.Metrics(face, size)
	x, base := (w-width)/2, h-8.6
	return []layout.Mark{
		layout.Rect{Box: box, X: x - pad, Y: base - m.CapHeight - 2.2, W: width + 2*pad, H: m.CapHeight + 3.6,
			Radius: 1, Stroke: sampleInk, Width: 0.35},
		layout.Text{Box: box, X: x, Baseline: base, Face: face, Size: size, Color: sampleInk, String: sampleNotice,
			Width: width, Ascent: m.Ascent, Descent: m.Descent},
	}
}
