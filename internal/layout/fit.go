package layout

import (
	"math"
	"sort"
	"strings"
)

// fitSpec is the room a text has and what may be done to it.
type fitSpec struct {
	w, h            float64 // mm
	size, min, step float64 // pt
	leading         float64
	keep            float64 // pt: one line as long as the size stays at or above
	charSpace       float64 // pt
	maxLines        int
	shrink, wrap    bool
	wrapFirst       bool // wrap stands before shrink: lines are cheaper
}

// fitting is the answer: a size and lines. ok is false when the text does not
// fit; the lines are then the best that can be shown on a proof.
type fitting struct {
	size  float64
	lines []piece
	cost  float64
	ok    bool
}

// The costs of a fit, against imbalance (see breaks.go): the loss of size is
// the logarithm of the ratio, so that the first tenth lost costs 0.1 and half
// the size 0.7; one more line costs 0.12.

const slack = 1e-6

// fit chooses size and line breaks together by least cost: imbalance of the
// lines, loss of size, extra lines and where the lines break. A single
// syllable is never left on a line of its own, nor is what belongs together
// parted.
func (p *prose) fit(s fitSpec) fitting {
	if p.text == "" {
		return fitting{size: s.size, ok: true}
	}
	if whole, ok := p.asWritten(s); ok && (!s.wrap || whole.size >= s.size || s.keep > 0 && whole.size >= s.keep-slack) {
		return whole
	}
	if s.wrap && len(p.breaks()) > manyNodes {
		return p.fitLong(s)
	}
	best := fitting{cost: math.Inf(1)}
	lines := s.maxLines
	if !s.wrap {
		lines = p.hardLines() // only the newlines of the text
	}
	lineCost := costLine
	if s.wrapFirst {
		lineCost /= 3
	}
	for n := 1; n <= lines && n < len(p.breaks()); n++ {
		p.fitLines(s, n, lineCost*float64(n-1), &best)
	}
	if !math.IsInf(best.cost, 1) {
		best.ok = true
		return best
	}
	return p.noFit(s)
}

// maxSizes bounds the sizes that are tried for one text.
const maxSizes = 128

// count is how many sizes may be tried, at one step apart; the last is min.
func (s fitSpec) count() int {
	if !s.shrink || s.step <= 0 || s.min >= s.size {
		return 1
	}
	return min(int(math.Ceil((s.size-s.min)/s.step-slack))+1, maxSizes)
}

// at is the k-th size, from large to small.
func (s fitSpec) at(k int) float64 {
	n := s.count()
	switch {
	case k == 0:
		return s.size
	case k == n-1:
		return s.min
	case n == maxSizes: // the step is too fine: spread evenly
		return s.size - (s.size-s.min)*float64(k)/float64(n-1)
	}
	return s.size - float64(k)*s.step
}

// fitLines tries n lines and keeps the cheapest answer in best. What fits at a
// size fits at every smaller one, so the largest size is found by halving; from
// there down only better breaks can win against the loss of size.
func (p *prose) fitLines(s fitSpec, n int, extra float64, best *fitting) {
	_, floor, ok := p.balance(n, math.Inf(1), 0)
	if !ok || extra+floor >= best.cost {
		return
	}
	total := s.count()
	first := sort.Search(total, func(k int) bool {
		size := s.at(k)
		if p.heightOf(n, size, s.leading) > s.h+0.05 {
			return false
		}
		_, _, ok := p.balanceAt(s, n, size)
		return ok
	})
	for k := first; k < total; k++ {
		size := s.at(k)
		loss := extra + math.Log(s.size/size)
		if loss+floor >= best.cost {
			return
		}
		lines, cost, ok := p.balanceAt(s, n, size)
		if ok && cost+loss < best.cost {
			*best = fitting{size: size, lines: lines, cost: cost + loss}
		}
		if cost <= floor+slack {
			return
		}
	}
}

func (p *prose) balanceAt(s fitSpec, n int, size float64) ([]piece, float64, bool) {
	return p.balance(n, s.w*1000/(size*MM), s.charSpace*1000/size)
}

// manyNodes is the length from which a text is set like a paragraph: filled,
// at the largest size that fits, instead of balanced.
const manyNodes = 100

// fitLong sets running text.
func (p *prose) fitLong(s fitSpec) fitting {
	var lines []piece
	total := s.count()
	k := sort.Search(total, func(k int) bool {
		size := s.at(k)
		em := size / 1000 * MM
		var wide bool
		lines, wide = p.fill(s.w/em, s.w/em)
		return !wide && len(lines) <= s.maxLines && p.heightOf(len(lines), size, s.leading) <= s.h+0.05
	})
	if k == total {
		return p.noFit(s)
	}
	em := s.at(k) / 1000 * MM
	lines, _ = p.fill(s.w/em, s.w/em)
	return fitting{size: s.at(k), lines: lines, ok: true}
}

// heightOf n lines from the ink of the first to the ink of the last, mm.
func (p *prose) heightOf(n int, size, leading float64) float64 {
	return size * MM * ((p.top+p.deep)/1000 + float64(n-1)*leading)
}

// asWritten is the largest size at which every line of the text itself fits
// without further breaks.
func (p *prose) asWritten(s fitSpec) (fitting, bool) {
	lines := p.ownLines()
	if len(lines) > s.maxLines {
		return fitting{}, false
	}
	total := s.count()
	k := sort.Search(total, func(k int) bool {
		size := s.at(k)
		if p.heightOf(len(lines), size, s.leading) > s.h+0.05 {
			return false
		}
		for _, l := range lines {
			if p.width(l.from, l.to, s.charSpace*1000/size)*size/1000*MM > s.w+slack {
				return false
			}
		}
		return true
	})
	if k == total {
		return fitting{}, false
	}
	return fitting{size: s.at(k), lines: lines, ok: true}, true
}

// ownLines are the lines that the text itself asks for by newlines.
func (p *prose) ownLines() []piece {
	lines := make([]piece, 0, 1)
	from := 0
	for i := range len(p.text) {
		if p.text[i] == '\n' {
			lines = append(lines, piece{from, i, true})
			from = i + 1
		}
	}
	return append(lines, piece{from, len(p.text), true})
}

// hardLines is the number of lines that the text itself asks for.
func (p *prose) hardLines() int { return strings.Count(p.text, "\n") + 1 }

// noFit sets the text at its smallest size, filled, so that a proof shows how
// far it is from fitting.
func (p *prose) noFit(s fitSpec) fitting {
	size := s.size
	if s.shrink {
		size = math.Min(s.min, s.size)
	}
	em := size / 1000 * MM
	lines, _ := p.fill(s.w/em, s.w/em)
	return fitting{size: size, lines: lines}
}

// wouldFit is the size, below the smallest allowed, at which the text would
// fit after all; 0 when not even at 4 pt.
func (p *prose) wouldFit(s fitSpec) float64 {
	s.shrink, s.size, s.min, s.step = true, math.Min(s.size, s.min), 4, 0.5
	if f := p.fit(s); f.ok {
		return f.size
	}
	return 0
}

// lettersThatFit is about how many letters of such a text would fit at the
// smallest size.
func (p *prose) lettersThatFit(s fitSpec) int {
	size := s.size
	if s.shrink {
		size = math.Min(s.min, s.size)
	}
	lines := 1
	if s.wrap {
		lines = s.maxLines
		for lines > 1 && p.heightOf(lines, size, s.leading) > s.h {
			lines--
		}
	}
	total := p.width(0, len(p.text), 0) * size / 1000 * MM
	if total <= 0 {
		return 0
	}
	share := s.w * float64(lines) * 0.92 / total
	letters := int(p.at[len(p.text)].count)
	return min(int(share*float64(letters)), letters-1) // a text that does not fit is too long, however its lines fall
}
