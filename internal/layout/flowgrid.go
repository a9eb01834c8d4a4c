package layout

// grid is a table with every cell in its place.
type grid struct {
	f      *Flow
	t      Table
	widths []float64
	lefts  []float64
	box    string
}

// placed is a cell with its place; row counts from the first row of its part
// (head or body).
type placed struct {
	cell       Cell
	row, col   int
	rows, cols int
	head       bool
	kind       RowKind
	set        *setCell // its lines
}

func (f *Flow) newGrid(t Table) *grid {
	defaults(&t)
	if t.Box == "" {
		t.Box = f.id("bang")
	}
	g := &grid{f: f, t: t, box: t.Box}
	g.measureColumns()
	return g
}

func defaults(t *Table) {
	set := func(v *float64, d float64) {
		if *v == 0 {
			*v = d
		}
	}
	set(&t.Leading, 1.15)
	set(&t.Pad, 1.2)
	set(&t.PadY, 0.8)
	set(&t.Line, 0.18)
}

// measureColumns shares the text width: fixed columns first, the rest by Flex.
func (g *grid) measureColumns() {
	free, flex := g.f.Width(), 0.0
	for _, c := range g.t.Columns {
		free -= c.Width
		if c.Width == 0 {
			flex += flexOf(c)
		}
	}
	left := g.f.Left()
	for _, c := range g.t.Columns {
		w := c.Width
		if w == 0 {
			w = max(free*flexOf(c)/flex, 5)
		}
		g.lefts, g.widths = append(g.lefts, left), append(g.widths, w)
		left += w
	}
	g.lefts = append(g.lefts, left)
}

func flexOf(c Col) float64 {
	if c.Flex == 0 {
		return 1
	}
	return c.Flex
}

// arrange puts the cells of rows into columns, over what is merged.
func (g *grid) arrange(rows []TableRow, head bool) []placed {
	n := len(g.t.Columns)
	covered := make([][]bool, len(rows))
	for i := range covered {
		covered[i] = make([]bool, n)
	}
	var out []placed
	for r, row := range rows {
		col := 0
		for _, c := range row.Cells {
			for col < n && covered[r][col] {
				col++
			}
			if col >= n {
				break
			}
			p := placed{cell: c, row: r, col: col, head: head, kind: row.Kind,
				rows: min(max(c.Rowspan, 1), len(rows)-r), cols: min(max(c.Colspan, 1), n-col)}
			for i := r; i < r+p.rows; i++ {
				for k := col; k < col+p.cols; k++ {
					covered[i][k] = true
				}
			}
			out = append(out, p)
			col += p.cols
		}
		for ; col < n; col++ {
			if !covered[r][col] {
				out = append(out, placed{row: r, col: col, rows: 1, cols: 1, head: head, kind: row.Kind})
				covered[r][col] = true
			}
		}
	}
	return out
}

// band is a run of rows joined by merged cells: never parted.
type band struct{ from, to int }

// bands parts the rows wherever no merged cell crosses.
func bands(rows int, cells []placed) []band {
	reach := make([]int, rows)
	for i := range reach {
		reach[i] = i + 1
	}
	for _, c := range cells {
		reach[c.row] = max(reach[c.row], c.row+c.rows)
	}
	var out []band
	for from := 0; from < rows; {
		to := reach[from]
		for i := from; i < to; i++ {
			to = max(to, reach[i])
		}
		out = append(out, band{from, to})
		from = to
	}
	return out
}
