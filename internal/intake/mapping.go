package intake

import "ocoprint/internal/ocop"

// Mapping is what an office decided about the columns of a kind of table: kept
// by the key of the table's folded labels, so that the next file of the same
// kind is read the same way ("như lần trước").
type Mapping struct {
	Labels  string       `json:"labels"` // Table.Labels
	Columns []ocop.Field `json:"columns"`
}

// Remember gives the mappings of the tables whose columns an answer corrected.
func (r *Reading) Remember() []Mapping { return nil }
