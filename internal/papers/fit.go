package papers

import (
	"cmp"
	"slices"

	"ocoprint/internal/layout"
)

// FitReport says how every text of every certificate fits its box. Row is the
// index of the certificate, Size what is printed, Alone what the text would have
// without the even size of the batch: worst first by that, so that the row that
// makes the others small stands above them.
func (b *Batch) FitReport() (all []layout.Fitted) {
	b.eachRun(func(from int, rows []layout.Row, kind *batchLayout) {
		type text struct {
			row int
			box string
		}
		own := map[text]float64{}
		alone := b.options(from, kind)
		alone.Sizes = nil
		for _, f := range kind.FitReport(rows, alone) {
			own[text{f.Row, f.Box}] = f.Size
		}
		for _, f := range kind.FitReport(rows, b.options(from, kind)) {
			f.Alone = own[text{f.Row, f.Box}]
			f.Row += from
			all = append(all, f)
		}
	})
	slices.SortStableFunc(all, func(x, y layout.Fitted) int {
		return cmp.Or(boolOrder(x.Fits, y.Fits), cmp.Compare(x.Alone/x.FullSize, y.Alone/y.FullSize),
			cmp.Compare(y.Lines, x.Lines), cmp.Compare(x.Row, y.Row))
	})
	return all
}

// boolOrder puts false first.
func boolOrder(x, y bool) int {
	switch {
	case x == y:
		return 0
	case y:
		return -1
	}
	return 1
}

// Oddest picks up to n certificates for a worst-case proof, oddest first; of
// several layouts each gives its share.
func (b *Batch) Oddest(n int) []int {
	var runs [][]int
	b.eachRun(func(from int, rows []layout.Row, kind *batchLayout) {
		odd := kind.Oddest(rows, b.options(from, kind), n)
		for i := range odd {
			odd[i] += from
		}
		runs = append(runs, odd)
	})
	var picked []int
	for k := 0; len(picked) < n; k++ {
		before := len(picked)
		for _, r := range runs {
			if k < len(r) && len(picked) < n {
				picked = append(picked, r[k])
			}
		}
		if len(picked) == before {
			break
		}
	}
	return picked
}

// eachRun walks the certificates in stretches of one layout.
func (b *Batch) eachRun(do func(from int, rows []layout.Row, kind *batchLayout)) {
	certs := b.in.Certificates
	for from := 0; from < len(certs); {
		to := from + 1
		for to < len(certs) && certs[to].Layout == certs[from].Layout {
			to++
		}
		if kind := b.kinds[certs[from].Layout]; kind != nil {
			do(from, b.rows(certs[from:to], kind.Template), kind)
		}
		from = to
	}
}
