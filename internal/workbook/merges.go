package workbook

type mergeIndex struct{}

// MergeOf finds the merged range that covers a place.
func (s *Sheet) MergeOf(row, col int) (Rect, bool) {
	for _, m := range s.Merges {
		if m.Has(row, col) {
			return m, true
		}
	}
	return Rect{}, false
}

func isBlank(s string) bool { return s == "" }
