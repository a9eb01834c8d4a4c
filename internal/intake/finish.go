package intake

import (
	"cmp"
	"slices"

	"ocoprint/internal/ocop"
)

// finish gives every row its status and the file its counts.
func (rd *reader) finish() {
	rd.checkTotals()
	rd.dropped()
	rd.duplicates()
	rd.similar()
	all := rd.out.Results
	for i := range all {
		all[i].Status = rd.status(i)
	}
	rd.context()
	rd.count()
	rd.collect()
}

// dropped: when a person has said that a row does not count (it is struck out,
// its note takes the grant back), nothing else about it is asked.
func (rd *reader) dropped() {
	for i := range rd.out.Results {
		if !rd.extras[i].dropped() {
			continue
		}
		for j := range rd.out.Results[i].Findings {
			calm(&rd.out.Results[i].Findings[j])
		}
	}
}

func (x extra) dropped() bool { return x.left != "" }

// status: a row is ready when nothing about it is open.
func (rd *reader) status(i int) ocop.Status {
	r := &rd.out.Results[i]
	_, repeats := rd.out.Repeats[i]
	if rd.extras[i].dropped() {
		return ocop.StatusHeld
	}
	held := r.Status == ocop.StatusHeld || repeats || r.Round.No == 0 ||
		r.Product.Name == "" || r.Producer.Name == "" || len(rd.extras[i].t.holds) > 0
	for _, f := range r.Findings {
		held = held || f.Holds()
	}
	switch {
	case r.Standing != ocop.Granted && !r.Hidden && !r.Struck && !repeats:
		return ocop.StatusNotCertified
	case held || r.Standing == ocop.Granted && !r.Stars.Valid():
		return ocop.StatusHeld
	case r.Standing != ocop.Granted:
		return ocop.StatusNotCertified
	}
	return ocop.StatusReady
}

// context sums up what the file says of all its rows.
func (rd *reader) context() {
	c := &rd.out.Context
	same, years := true, true
	for i := range rd.out.Results {
		r := &rd.out.Results[i]
		if i == 0 {
			c.Decision, c.DecisionFrom = r.Decision, r.Cells[ocop.FieldDecision]
			c.Round, c.RoundFrom, c.YearFrom = r.Round, r.Cells[ocop.FieldRound], r.Cells[ocop.FieldYear]
		}
		if !slices.Contains(c.Rounds, r.Round) && r.Round.No != 0 {
			c.Rounds = append(c.Rounds, r.Round)
		}
		same = same && r.Round == rd.out.Results[0].Round
		years = years && (r.Round.Year != 0 || r.Status == ocop.StatusNotCertified)
	}
	if !same {
		c.Round = ocop.Round{}
	}
	if !years {
		rd.add(yearUnknown, spot{sheet: rd.out.Results[0].Sheet})
	}
}

// count tells how many rows there are of each kind; repeats count as held.
func (rd *reader) count() {
	n := map[Count]int{}
	for i := range rd.out.Results {
		r := &rd.out.Results[i]
		n[Count{Round: r.Round, Stars: r.Stars, Status: r.Status}]++
	}
	for k, rows := range n {
		k.Rows = rows
		rd.out.Counts = append(rd.out.Counts, k)
	}
	slices.SortFunc(rd.out.Counts, func(a, b Count) int {
		return cmp.Or(cmp.Compare(a.Round.Year, b.Round.Year), cmp.Compare(a.Round.No, b.Round.No), cmp.Compare(b.Stars, a.Stars), cmp.Compare(a.Status, b.Status))
	})
}

// collect puts the findings of file and rows in the order of the file.
func (rd *reader) collect() {
	sheet := map[string]int{}
	for i, s := range rd.book.Sheets {
		sheet[s.Name] = i + 1
	}
	all := rd.out.Findings
	for i := range rd.out.Results {
		r := &rd.out.Results[i]
		for j := range r.Findings {
			if r.Standing != ocop.Granted && r.Status == ocop.StatusNotCertified {
				calm(&r.Findings[j])
			}
		}
		all = append(all, r.Findings...)
	}
	slices.SortStableFunc(all, func(a, b ocop.Finding) int {
		return cmp.Or(cmp.Compare(sheet[a.Sheet], sheet[b.Sheet]), cmp.Compare(a.Row, b.Row))
	})
	rd.out.Findings = all
}

// calm: what is missing in a row that is never printed is only told.
func calm(f *ocop.Finding) {
	if f.Severity != ocop.Refuse {
		f.Severity = ocop.Info
	}
}
