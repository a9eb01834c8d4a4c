package intake

import (
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// checkTotals compares every stated count with what was read. A count is right
// when it fits the section, the table, the sheet or the file, with or without
// hidden rows and refused products: documents count in all these ways.
func (rd *reader) checkTotals() {
	sums := rd.runningCounts()
	for i := range rd.pending {
		rd.compare(&rd.pending[i], sums)
	}
}

// counted are the ways of counting rows.
var counted = [3]func(*ocop.Result) bool{
	func(*ocop.Result) bool { return true },
	func(r *ocop.Result) bool { return !r.Hidden && !r.Struck },
	func(r *ocop.Result) bool { return r.Standing == ocop.Granted && !r.Hidden && !r.Struck },
}

// runningCounts gives, for each way of counting, the rows before each result.
func (rd *reader) runningCounts() (sums [3][]int) {
	for k, count := range counted {
		sums[k] = make([]int, len(rd.out.Results)+1)
		for i := range rd.out.Results {
			sums[k][i+1] = sums[k][i]
			if count(&rd.out.Results[i]) {
				sums[k][i+1]++
			}
		}
	}
	return sums
}

// maxProducerTotals bounds how many totals of producers are compared.
const maxProducerTotals = 300

func (rd *reader) compare(p *pendingTotal, sums [3][]int) {
	all := rd.out.Results
	spans := [][2]int{{p.tableAt, p.to}, {p.from, p.to}, {p.sheetAt, p.to}, {0, p.to}, {p.sheetAt, p.tableEnd}, {p.tableAt, p.tableEnd}, {p.from, p.tableEnd}, {0, len(all)}}
	producers := p.total.Producers > 0 && rd.producerTotals < maxProducerTotals
	if producers {
		rd.producerTotals++
	}
	for _, s := range spans {
		for k := range counted {
			if sums[k][s[1]]-sums[k][s[0]] != p.total.Products {
				continue
			}
			n := 0
			if producers {
				n = rd.producersIn(s, k)
			}
			if !producers || n == p.total.Producers {
				p.total.ReadProducts, p.total.ReadProducers, p.total.Right = p.total.Products, n, true
				rd.out.Totals = append(rd.out.Totals, p.total)
				return
			}
		}
	}
	s := [2]int{p.tableAt, p.to}
	if p.from != p.tableAt && p.from < p.to {
		s[0] = p.from // a subtotal: say what its section has
	}
	if s[0] == s[1] {
		s[1] = p.tableEnd // it stands above the rows
	}
	p.total.ReadProducts = s[1] - s[0]
	said, read := viet.Count(p.total.ReadProducts)+" sản phẩm", readProducts.With("n", viet.Count(p.total.ReadProducts))
	if p.total.Producers > 0 {
		p.total.ReadProducers = rd.producersIn(s, 0)
		said = viet.ProductsOf(p.total.ReadProducts, p.total.ReadProducers)
		read = readBoth.With("n", viet.Count(p.total.ReadProducts), "of", viet.Count(p.total.ReadProducers))
	}
	rd.out.Totals = append(rd.out.Totals, p.total)
	rd.add(countMismatch, spot{sheet: p.total.Sheet, row: p.row, column: p.column, cell: p.total.Cell, raw: p.total.Text, expected: said},
		"value", short(p.total.Text, 80), "read", read)
}

// producersIn counts the different producers of a stretch of rows.
func (rd *reader) producersIn(span [2]int, way int) int {
	seen := map[string]bool{}
	for i := span[0]; i < span[1]; i++ {
		r := &rd.out.Results[i]
		if key := rd.keyOf(r.Producer.Name); key != "" && counted[way](r) {
			seen[key] = true
		}
	}
	return len(seen)
}
