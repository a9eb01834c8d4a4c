package layout

import (
	"sort"
	"strings"
)

// nearest lists up to three names that were probably meant: within two slips
// of the keyboard (one for short names), or beginning or ending alike.
func nearest(name string, list []string) []string {
	type candidate struct {
		name string
		off  int
	}
	var found []candidate
	lower := strings.ToLower(name)
	for _, s := range list {
		off := slips(lower, strings.ToLower(s))
		limit := 2
		if len(s) <= 4 {
			limit = 1
		}
		if off > limit && len(lower) >= 3 && (strings.Contains(s, lower) || len(s) >= 3 && strings.Contains(lower, s)) {
			off = limit
		}
		if off <= limit {
			found = append(found, candidate{s, off})
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].off < found[j].off })
	var out []string
	for i := 0; i < len(found) && i < 3; i++ {
		out = append(out, found[i].name)
	}
	return out
}

// slips is the edit distance, a swap of neighbours counted as one, capped: past
// 64 bytes nothing is near.
func slips(a, b string) int {
	if len(a) > 64 || len(b) > 64 {
		return 99
	}
	two, one := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range one {
		one[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(one[j]+1, row[j-1]+1, one[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], two[j-2]+1)
			}
		}
		two, one = one, row
	}
	return one[len(b)]
}

// plainName reports whether a name has only a–z, 0–9, - and _.
func plainName(s string) bool {
	if s == "" || len(s) > 60 {
		return false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_') {
			return false
		}
	}
	return true
}
