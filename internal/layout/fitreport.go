package layout

import (
	"math"
	"sort"

	"ocoprint/internal/viet"
)

// Fitted is one line of the fit report.
type Fitted struct {
	Row      int    // index in the batch, from 0
	Label    string // Place.Label of the row
	Box      string
	Lines    int
	Size     float64 // pt
	FullSize float64 // pt that was to be had
	Alone    float64 // pt that the row would have without the even size of its batch; 0: not asked
	Fits     bool
	Text     string
}

// Loss is the share of the size that was lost, 0 to 1.
func (f Fitted) Loss() float64 {
	if f.FullSize <= 0 {
		return 0
	}
	return 1 - f.Size/f.FullSize
}

// FitReport lists every text of every row, worst first: what does not fit,
// then the greatest loss of size, then the most lines, then the order of rows.
func (t *Template) FitReport(rows []Row, o Options) []Fitted {
	var out []Fitted
	for i, row := range rows {
		for _, f := range t.dry(row, i, o).fitted {
			if f.Text != "" {
				f.Row = i
				out = append(out, f)
			}
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i], out[j]
		switch {
		case a.Fits != b.Fits:
			return !a.Fits
		case math.Abs(a.Loss()-b.Loss()) > 1e-9:
			return a.Loss() > b.Loss()
		}
		return a.Lines > b.Lines
	})
	return out
}

// Oddest picks up to n rows for a worst-case proof, oddest first: rows with
// problems, the smallest type, the most lines, the longest and the shortest
// texts, rare letters. Indexes into rows.
func (t *Template) Oddest(rows []Row, o Options, n int) []int {
	odd := make([]float64, len(rows))
	longest, shortest := map[string]int{}, map[string]int{}
	length := map[string][2]int{} // box: longest, shortest
	for i, row := range rows {
		r := t.dry(row, i, o)
		odd[i] += 100 * float64(len(Errors(r.problems)))
		for _, f := range r.fitted {
			odd[i] += 4*f.Loss() + 0.4*float64(f.Lines-1) + 0.2*float64(rare(f.Text))
			letters := runes(f.Text)
			got, seen := length[f.Box]
			if !seen || letters > got[0] {
				got[0], longest[f.Box] = letters, i
			}
			if !seen || letters < got[1] {
				got[1], shortest[f.Box] = letters, i
			}
			length[f.Box] = got
		}
	}
	for box, l := range length {
		if l[0] != l[1] {
			odd[longest[box]] += 2
			odd[shortest[box]]++
		}
	}
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return odd[order[a]] > odd[order[b]] })
	return order[:min(n, len(order))]
}

// rare counts letters outside Vietnamese and the usual signs.
func rare(s string) (n int) {
	for _, r := range viet.ASCII(s) {
		if r > 0x7E || r == '&' || r == '*' || r == '\\' || r == '@' || r == '#' {
			n++
		}
	}
	return n
}
