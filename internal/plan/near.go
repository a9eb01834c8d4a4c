package plan

import (
	"slices"
	"strings"

	"ocoprint/internal/viet"
)

// unknown complains about a name that no field has, naming those near it.
func (r *reader) unknown(path, key string, names []string) {
	if near := nearNames(key, names); len(near) > 0 {
		r.complain(path, unknownNear.With("key", key, "near", strings.Join(near, ", ")))
		return
	}
	r.complain(path, unknownField.With("key", key))
}

// siblings are the names that may stand in a table.
func siblings(prefix string) []string {
	var names []string
	add := func(key string) {
		if rest, ok := strings.CutPrefix(key, prefix+"."); ok || prefix == "" {
			if prefix == "" {
				rest = key
			}
			name, _, _ := strings.Cut(rest, ".")
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	for _, s := range sections {
		for _, f := range s.Fields {
			add(f.Key)
		}
	}
	add(DecisionTable.Key)
	add(GroupTable.Key)
	return names
}

func (t Table) field(name string) *Field {
	for _, f := range t.Fields {
		if f.Key == name {
			return f
		}
	}
	return nil
}

func (t Table) names() []string {
	var names []string
	for _, f := range t.Fields {
		names = append(names, f.Key)
	}
	if t.Key == GroupTable.Key {
		names = append(names, "guests")
	}
	return names
}

// nearNames gives at most three names within a third of their letters, nearest
// first. Marks, case and the kind of dash count for nothing.
func nearNames(key string, names []string) []string {
	type near struct {
		name string
		far  int
	}
	plain := strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(viet.ASCII(key)))
	var list []near
	for _, n := range names {
		far := distance(plain, n)
		if strings.Contains(n, plain) && len(plain) > 2 || strings.Contains(plain, n) {
			far = min(far, 1)
		}
		if far <= max(1, len(n)/3) {
			list = append(list, near{n, far})
		}
	}
	slices.SortStableFunc(list, func(a, b near) int { return a.far - b.far })
	var out []string
	for _, n := range list[:min(len(list), 3)] {
		out = append(out, n.name)
	}
	return out
}

// distance is the number of letters to change, add or drop.
func distance(a, b string) int {
	if len(a) > 64 {
		return len(a)
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
