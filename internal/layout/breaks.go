package layout

import (
	"math"

	"ocoprint/internal/viet"
)

// piece is one line of a prose, between two offsets.
type piece struct {
	from, to int
	last     bool // the end of a paragraph: never justified
}

// Costs of a line. They are compared with squares of relative lengths: a line
// that is 30 % too short costs 0.09.
const (
	costForbid = 60    // “500 | g”, only in a cell that is narrower still
	costAvoid  = 0.25  // a break inside parentheses or a name
	costComma  = -0.19 // of a break inside parentheses, where one breathes: “(… ấm gốm, | chén gốm …)”
	costPrefer = -0.06 // a break where one would breathe
	costStub   = 0.12  // a single word cut off from its phrase: “…, chè | ô long”
	costPair   = 0.5   // a break inside a pair of a name: “Minh | Họa”
	costThree  = 0.4   // a break after the first of three: “Phạm | Minh Họa”
	costPlace  = 0.6   // a break before the name of a place: “bản | Sùng Phài”
	costHolds  = 0.3   // a container without what it holds: “chai | 500 ml”
	costYear   = 0.4   // “đợt 2 | năm 2023”, “tháng 11 | năm 2023”
	costForm   = 0.35  // “Hộ kinh doanh | Ví Dụ 01”, only in a cell that is narrower still
	costLine   = 0.12  // one more line
	costOrphan = 10    // a syllable alone, where it cannot be forbidden
	costWide   = 1000  // a word wider than its line
)

// breakCost is what it costs to end a line at node j.
func (p *prose) breakCost(j int) float64 {
	n := p.nodes[j]
	if n.hard {
		return 0
	}
	cost := classCost(n.class) + n.extra
	if n.class == viet.Normal || n.class == viet.Avoid {
		if p.nodes[j-1].class == viet.Prefer {
			cost += costStub
		}
		if p.nodes[j+1].class == viet.Prefer {
			cost += costStub
		}
	}
	return cost
}

func classCost(c viet.BreakClass) float64 {
	switch c {
	case viet.Forbidden:
		return costForbid
	case viet.Avoid:
		return costAvoid
	case viet.Prefer:
		return costPrefer
	}
	return 0
}

// balance breaks the text into exactly n lines of about equal length, none
// wider than width (1/1000 em) and none a lone syllable. It gives the cost, and
// false when there is no such way.
func (p *prose) balance(n int, width, spacing float64) ([]piece, float64, bool) {
	return p.even(n, width, spacing, false)
}

// even is balance; loose lets a syllable stand alone at a high price, as the
// narrow cells of a table need (“Hạng | sao”).
func (p *prose) even(n int, width, spacing float64, loose bool) ([]piece, float64, bool) {
	last := len(p.breaks()) - 1
	if n < 1 || n > last {
		return nil, 0, false
	}
	b := balancer{p: p, width: width, spacing: spacing, loose: loose,
		target: p.width(0, len(p.text), spacing) / float64(n)}
	return b.run(n, last)
}

type balancer struct {
	p                      *prose
	width, spacing, target float64
	loose                  bool
}

// run is a shortest path over (lines so far, node).
func (b *balancer) run(n, last int) ([]piece, float64, bool) {
	size := last + 1
	best, from := make([]float64, (n+1)*size), make([]int16, (n+1)*size)
	for i := range best {
		best[i] = math.Inf(1)
	}
	best[0] = 0
	for l := 1; l <= n; l++ {
		for j := l; j <= last; j++ {
			if l == n && j != last {
				continue
			}
			b.relax(best[(l-1)*size:l*size], best[l*size:], from[l*size:], j)
		}
	}
	if math.IsInf(best[n*size+last], 1) {
		return nil, 0, false
	}
	lines := make([]piece, n)
	j := last
	for l := n; l >= 1; l-- {
		i := int(from[l*size+j])
		lines[l-1] = piece{b.p.nodes[i].next, b.p.nodes[j].end, b.p.nodes[j].hard}
		j = i
	}
	return lines, best[n*size+last], true
}

// relax finds the best line that ends at node j.
func (b *balancer) relax(before, best []float64, from []int16, j int) {
	nodes := b.p.nodes
	for i := j - 1; i >= 0; i-- {
		a, e := nodes[i].next, nodes[j].end
		w := b.p.width(a, e, b.spacing)
		if w > b.width+1e-6 {
			return
		}
		if !math.IsInf(before[i], 1) {
			if c, ok := b.cost(i, j, w); ok && before[i]+c < best[j] {
				best[j], from[j] = before[i]+c, int16(i)
			}
		}
		if nodes[i].hard {
			return
		}
	}
}

func (b *balancer) cost(i, j int, w float64) (float64, bool) {
	nodes := b.p.nodes
	if nodes[j].class == viet.Forbidden && !b.loose {
		return 0, false
	}
	if nodes[i].hard && nodes[j].hard {
		return 0, true // a line as the author wrote it
	}
	off := (w - b.target) / b.target
	cost := off*off + b.p.breakCost(j)
	if nodes[j].form {
		cost += costForm - costForbid
	}
	if b.loose {
		cost += nodes[j].bind // a name in large letters is not made smaller for it
	}
	if b.p.orphan(nodes[i].next, nodes[j].end) {
		return cost + costOrphan, b.loose
	}
	return cost, true
}

// fill breaks running text: as few lines as possible, each as full as
// possible, the last one free but no lone syllable. first is the width of the
// first line, rest of the others. A word wider than its line gets a line of its
// own; wide says so.
func (p *prose) fill(first, rest float64) (lines []piece, wide bool) {
	return p.filled(first, rest, looseness)
}

// filled is fill with the price of a line that is not full: justified text pays
// more, because the gap is seen in every line.
func (p *prose) filled(first, rest, loose float64) (lines []piece, wide bool) {
	if p.width(0, len(p.text), 0) <= first+slack && p.hardLines() == 1 {
		return []piece{{0, len(p.text), true}}, false
	}
	last := len(p.breaks()) - 1
	best, from := make([]float64, last+1), make([]int, last+1)
	for j := 1; j <= last; j++ {
		best[j] = math.Inf(1)
		for i := j - 1; i >= 0; i-- {
			room := rest
			if p.nodes[i].hard {
				room = first
			}
			c, over := p.fillCost(i, j, room, loose)
			if over && i < j-1 {
				break
			}
			if best[i]+c < best[j] {
				best[j], from[j] = best[i]+c, i
			}
			if p.nodes[i].hard {
				break
			}
		}
	}
	for j := last; j > 0; j = from[j] {
		i := from[j]
		lines = append(lines, piece{p.nodes[i].next, p.nodes[j].end, p.nodes[j].hard})
	}
	for a, z := 0, len(lines)-1; a < z; a, z = a+1, z-1 {
		lines[a], lines[z] = lines[z], lines[a]
	}
	return lines, best[last] >= costWide
}

// looseness weighs the gap at the end of a filled line against where it breaks: a
// line a tenth short costs as much as the best place to breathe gives.
const (
	looseness = 10
	justified = 25
	looseCell = 3 // the lines of a cell are made even afterwards: a short one is better than a bad break
)

// pairInText weighs what parts a pair of a name or a year in a text that is
// filled: there one more line costs 1, and a name is worth a line.
const pairInText = 5

func (p *prose) fillCost(i, j int, room, loose float64) (cost float64, over bool) {
	a, e := p.nodes[i].next, p.nodes[j].end
	w := p.width(a, e, 0)
	if w > room+1e-6 {
		return costWide * w / math.Max(room, 1), true
	}
	whole := p.nodes[i].hard && p.nodes[j].hard
	cost = 1 // one more line
	if !p.nodes[j].hard {
		off := (room - w) / room
		cost += loose*off*off + p.breakCost(j) + p.nodes[j].extra*(pairInText-1)
		if loose == justified {
			cost += p.nodes[j].bind / 2
		} else {
			cost += p.nodes[j].bind * pairInText
		}
		if p.nodes[j].form {
			cost += costForm - costForbid
		}
	}
	if !whole && p.orphan(a, e) {
		cost += costOrphan
	}
	return cost, false
}
