package intake

import "ocoprint/internal/ocop"

// Mapping is what an office decided about the columns of a kind of table: kept
// by the key of the table's folded labels, so that the next file of the same
// kind is read the same way ("như lần trước").
type Mapping struct {
	Labels  string       `json:"labels"`  // Table.Labels
	Columns []ocop.Field `json:"columns"` // in the order of Table.Columns, "" not used
}

// Remember gives the mappings of the tables whose columns an answer corrected.
func (r *Reading) Remember() (all []Mapping) {
	for _, t := range r.Tables {
		corrected := false
		m := Mapping{Labels: t.Labels}
		for _, c := range t.Columns {
			corrected = corrected || c.From == "answer"
			m.Columns = append(m.Columns, c.Field)
		}
		if corrected {
			all = append(all, m)
		}
	}
	return all
}

// remembered gives the office's mapping for a table, field by heading.
func remembered(mappings []Mapping, t *table) (map[int]ocop.Field, bool) {
	for i := len(mappings) - 1; i >= 0; i-- {
		m := mappings[i]
		if m.Labels != t.labels || len(m.Columns) != len(t.head.heads) {
			continue
		}
		forced := map[int]ocop.Field{}
		for j, f := range m.Columns {
			if f != fieldTick && f != fieldFail {
				forced[j] = f
			}
		}
		return forced, true
	}
	return nil, false
}
