package papers

import (
	"slices"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// InAwardOrder sorts results as they will be awarded: by Conference.Order (the
// annex's order unless the plan says otherwise), the products of one producer
// always together, so that nobody walks to the stage twice. It does not change
// its argument. Call it before numbers are given: the order is frozen with the
// certificates.
func InAwardOrder(results []ocop.Result, conf ocop.Conference) []ocop.Result {
	sorted := slices.Clone(results)
	switch conf.Order {
	case "commune":
		slices.SortStableFunc(sorted, func(a, b ocop.Result) int { return compareCommunes(a.Producer.Commune, b.Producer.Commune) })
	case "list":
		at := map[string]int{}
		for i, name := range conf.AwardList {
			at[viet.Key(name)] = i + 1
		}
		rank := func(r ocop.Result) int {
			if n := at[viet.Key(r.Product.Name)]; n > 0 {
				return n
			}
			return len(conf.AwardList) + 1 // not named: after the others, as the annex has them
		}
		slices.SortStableFunc(sorted, func(a, b ocop.Result) int { return rank(a) - rank(b) })
	}
	return together(sorted)
}

// together moves the results of a producer to his first.
func together(results []ocop.Result) []ocop.Result {
	first := map[string]int{}
	key := func(r ocop.Result) string { return viet.Key(r.Producer.Name) + "\x1f" + viet.Key(r.Producer.Commune) }
	for i, r := range results {
		if _, ok := first[key(r)]; !ok {
			first[key(r)] = i
		}
	}
	slices.SortStableFunc(results, func(a, b ocop.Result) int { return first[key(a)] - first[key(b)] })
	return results
}
