package register

import (
	"cmp"
	"context"
	"slices"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// Tally counts certificates and producers of one line of the statistics.
type Tally struct {
	Stars     ocop.Stars
	Round     ocop.Round
	Commune   string
	Status    ocop.CertificateStatus
	Products  int
	Producers int
}

// Statistics counts by stars, round, commune and status: five stars first,
// then by round and commune.
func (r *Register) Statistics(ctx context.Context, f Filter) ([]Tally, error) {
	f.AsOf = r.day(f.AsOf)
	lines := map[Tally]map[string]int{}
	for row, err := range r.rows(ctx, f, false, 5000) {
		if err != nil {
			return nil, err
		}
		key := Tally{Stars: row.Stars, Round: row.Round, Commune: row.Commune, Status: row.status(f.AsOf, r.opt.Notice)}
		if lines[key] == nil {
			lines[key] = map[string]int{}
		}
		lines[key][row.ProducerKey]++
	}
	var all []Tally
	for t, producers := range lines {
		t.Producers = len(producers)
		for _, n := range producers {
			t.Products += n
		}
		all = append(all, t)
	}
	slices.SortFunc(all, func(a, b Tally) int {
		return cmp.Or(cmp.Compare(b.Stars, a.Stars), cmp.Compare(a.Round.Year, b.Round.Year), cmp.Compare(a.Round.No, b.Round.No),
			viet.Compare(a.Commune, b.Commune), cmp.Compare(a.Commune, b.Commune), cmp.Compare(a.Status, b.Status))
	})
	return all, nil
}
