package intake

import "ocoprint/internal/ocop"

// table is one table of results while it is read.
type table struct {
	*grid
	head    block
	end     int // last row that belongs to it, by number
	cols    map[ocop.Field]int
	ticks   []heading // columns of one rank
	fails   []int     // columns "Không đạt"
	columns []Column
	title   []titleLine
	kind    string // results | council | registration | list
	labels  string
	fromOld bool // mapped as the office did before
	missing []ocop.Field
	tied    []tie
	follows bool // the header repeats that of the table above, without a title
	first   int  // first row of its title, or of its header
	split   bool // one of several tables side by side
	checks  bool // ✓ is used in its ticks, so ✗ says no
	ctx     tableContext

	otherStars int    // columns of other ranks
	holds      []rule // findings of the table that hold all its rows
	follow     []section
}

// tie is a required field that two columns claim alike.
type tie struct {
	field ocop.Field
	a, b  heading
}
