package qr

import "math/bits"

// The weights of ISO/IEC 18004, 7.8.3.
const (
	weight2 = 3
	weight3 = 40
	weight4 = 10
)

func xor(a, b row) row { return row{a.lo ^ b.lo, a.hi ^ b.hi} }

func (r row) count() int { return bits.OnesCount64(r.lo) + bits.OnesCount64(r.hi) }

// down moves module x+k to x; up moves x to x+k. 0 < k < 64.
func (r row) down(k uint) row { return row{r.lo>>k | r.hi<<(64-k), r.hi >> k} }

func (r row) up(k uint) row { return row{r.lo << k, r.hi<<k | r.lo>>(64-k)} }

func (r row) and(o row) row { return row{r.lo & o.lo, r.hi & o.hi} }

func (r row) not(o row) row { return row{r.lo &^ o.lo, r.hi &^ o.hi} }

// ones has the lowest n modules set.
func ones(n int) row {
	if n >= 64 {
		return row{^uint64(0), 1<<(n-64) - 1}
	}
	return row{1<<n - 1, 0}
}

// penalty scores the symbol under mask m as go-qrcode does.
func (s *pattern) penalty(p *plan, m int) int {
	n := p.n
	all, pairs := ones(n), ones(n-1)
	mask := &p.masks[m]
	total, dark := 0, 0
	var above, sameAbove row
	for y := range n {
		r := xor(s.rows[y], mask.rows[y])
		same := pairs.not(xor(r, r.down(1))) // bit x: modules x and x+1 are equal
		total += runs(same) + finders(r, all, n)
		if y > 0 {
			total += weight2 * same.and(sameAbove).not(xor(r, above)).count()
		}
		dark += r.count()
		above, sameAbove = r, same
	}
	for x := range n {
		c := xor(s.cols[x], mask.cols[x])
		total += runs(pairs.not(xor(c, c.down(1)))) + finders(c, all, n)
	}
	off := n*n/2 - dark
	if off < 0 {
		off = -off
	}
	return total + weight4*(off/(n*n/20))
}

// runs scores stretches of six or more equal modules: 4 for six, one more for
// each further module.
func runs(same row) int {
	long := same.and(same.down(1))
	long = long.and(long.down(2)).and(same.down(4)) // five pairs in a row
	if long == (row{}) {
		return 0
	}
	return long.count() + 3*long.not(long.up(1)).count()
}

// finders scores what looks like a finder pattern with four light modules
// before or after it. Candidates are found on the whole row; only a row that
// has one is walked module by module, with go-qrcode's way of starting anew
// after a hit.
func finders(r, all row, n int) int {
	// core: the last seven modules are 1011101.
	core := r.not(r.up(1)).and(r.up(2)).and(r.up(3)).and(r.up(4)).not(r.up(5)).and(r.up(6))
	if core == (row{}) {
		return 0
	}
	light := all.not(r) // modules that are light; before the first all are
	before := core.not(r.up(7)).not(r.up(8)).not(r.up(9)).not(r.up(10))
	after := core.up(4).and(light).not(r.up(1)).not(r.up(2)).not(r.up(3))
	if before == (row{}) && after == (row{}) && !core.get(n-1) {
		return 0
	}
	return walk(r, n)
}

func walk(r row, n int) int {
	score, window := 0, 0
	for x := range n {
		window = window << 1 & 0x7ff
		if r.get(x) {
			window |= 1
		}
		if window == 0x05d || window == 0x5d0 || x == n-1 && window&0x7f == 0x5d {
			score += weight3
			window = 0xff
		}
	}
	return score
}
