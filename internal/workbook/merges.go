package workbook

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// mergeIndex finds the merged range at a place in logarithmic time, however
// the ranges lie: a tree over the rows where ranges begin or end, each range
// kept at the few nodes that it covers whole, sorted by column. Ranges do not
// overlap, so at one node their columns do not either.
type mergeIndex struct {
	rows  []int // boundaries, ascending; leaf i is rows[i] .. rows[i+1]-1
	nodes [][]Rect
}

func indexMerges(merges []Rect) *mergeIndex {
	if len(merges) == 0 {
		return nil
	}
	x := &mergeIndex{}
	for _, m := range merges {
		x.rows = append(x.rows, m.Row1, m.Row2+1)
	}
	slices.Sort(x.rows)
	x.rows = slices.Compact(x.rows)
	x.nodes = make([][]Rect, 4*len(x.rows))
	for _, m := range merges {
		x.insert(1, 0, len(x.rows)-1, m)
	}
	for _, n := range x.nodes {
		slices.SortFunc(n, func(a, b Rect) int { return cmp.Compare(a.Col1, b.Col1) })
	}
	return x
}

// insert puts a range at the nodes of the leaves lo..hi-1 that it covers.
func (x *mergeIndex) insert(node, lo, hi int, m Rect) {
	first, last := x.rows[lo], x.rows[hi]-1
	if m.Row1 > last || m.Row2 < first {
		return
	}
	if m.Row1 <= first && m.Row2 >= last {
		x.nodes[node] = append(x.nodes[node], m)
		return
	}
	mid := (lo + hi) / 2
	x.insert(2*node, lo, mid, m)
	x.insert(2*node+1, mid, hi, m)
}

// find walks down to the leaf of the row.
func (x *mergeIndex) find(row, col int) (Rect, bool) {
	lo, hi, node := 0, len(x.rows)-1, 1
	if row < x.rows[0] || row >= x.rows[hi] {
		return Rect{}, false
	}
	for {
		list := x.nodes[node]
		i, ok := slices.BinarySearchFunc(list, col, func(m Rect, c int) int { return cmp.Compare(m.Col1, c) })
		if !ok {
			i--
		}
		if i >= 0 && list[i].Has(row, col) {
			return list[i], true
		}
		if hi-lo <= 1 {
			return Rect{}, false
		}
		if mid := (lo + hi) / 2; row < x.rows[mid] {
			hi, node = mid, 2*node
		} else {
			lo, node = mid, 2*node+1
		}
	}
}

// MergeOf finds the merged range that covers a place.
func (s *Sheet) MergeOf(row, col int) (Rect, bool) {
	if s.mergeIdx == nil {
		return Rect{}, false
	}
	return s.mergeIdx.find(row, col)
}

// isBlank tells whether nothing of a text is seen.
func isBlank(s string) bool { return strings.TrimFunc(s, unicode.IsSpace) == "" }
