package layout

import (
	"sort"
	"strconv"
	"strings"
)

// Table is a table that runs over pages: its head is repeated on every page, a
// row is never cut, a group row keeps the two rows after it on its page.
type Table struct {
	Columns []Col
	Head    []TableRow // one or more rows, may have merged cells; nil: Titles of the columns
	Numbers bool       // a row (1)(2)(3)… under the head, as in the registers of Decree 30 Annex IV
	Rows    []TableRow
	Size    float64 // pt of the cells; 0: body size
	Leading float64 // 0: 1.15
	Pad     float64 // mm left and right inside a cell; 0: 1.2
	PadY    float64 // mm above and below; 0: 0.8
	Line    float64 // mm of the rules; 0: 0.18
	MinRow  float64 // mm least height of a body row: room for a signature
	Again   string  // said above the head where the table goes on on another page
	GoesOn  string  // said behind a group's heading where its rows go on on another page, for example “(tiếp theo)”; empty: it is not repeated
	Box     string  // id of the marks; empty: "bang" and a number
	KeepEnd bool    // the last two rows stay with what follows: a signature block never stands alone
}

// Col is a column.
type Col struct {
	Title   string
	Width   float64 // mm; 0: the columns without a width share what is left by Flex
	Flex    float64 // 0: 1
	Align   Align   // of the body cells; heads are centred
	VAlign  VAlign
	NoWrap  bool // shrinks rather than wraps: dates, numbers
	Running bool // sentences: lines are filled, more than two are not made even
}

// TableRow is one row. Cells come from left to right; a cell that spans columns
// or rows takes their places, so that covered places are not listed.
type TableRow struct {
	Cells    []Cell
	Kind     RowKind
	MinH     float64 // mm, 0: Table.MinRow
	KeepNext bool    // stays on the page of the next row, as far as a page has room
}

// RowKind is the part a row plays.
type RowKind string

// Kinds of rows. The zero value is a body row.
const (
	BodyRow  RowKind = ""
	GroupRow RowKind = "group" // bold heading over the rows that follow; keeps two of them
	TotalRow RowKind = "total" // bold; stays with the row before
)

// Cell is the content of one place, or of several merged ones.
type Cell struct {
	Text         string // **bold** spans and newlines are read
	Colspan      int    // 0: 1
	Rowspan      int    // 0: 1; rows joined by it stay on one page
	Align        *Align // nil: the column's
	VAlign       *VAlign
	Bold, Italic bool
	Size         float64                // pt; 0: the table's
	Marks        func(area Box4) []Mark // drawn in the cell besides Text, inside area: a QR code, stars; MinH of the row makes the room
	Fill         Color
}

// Cells makes plain cells of texts: stars in them are stars.
func Cells(texts ...string) []Cell {
	cells := make([]Cell, len(texts))
	for i, t := range texts {
		cells[i].Text = Escape(t)
	}
	return cells
}

// RowOf is a body row of plain texts.
func RowOf(texts ...string) TableRow { return TableRow{Cells: Cells(texts...)} }

// Group is a group row across all columns of a table.
func Group(text string, columns int) TableRow {
	return TableRow{Kind: GroupRow, Cells: []Cell{{Text: Escape(text), Colspan: columns}}}
}

// Table lays a table; see Table.
func (f *Flow) Table(t Table) {
	g := f.newGrid(t)
	head := g.head()
	room := f.bottom() - f.setup.Top
	for _, b := range head {
		room -= b.h
	}
	var again []block
	if t.Again != "" {
		again = f.setPara(t.Again, Para{Size: g.t.Size, Italic: true, Balance: true, After: 1}, f.id("doan"), f.Left(), f.Width())
		room -= groupHeight(again) + 1
	}
	under := g.groupsAgain()
	high := 0.0
	for _, b := range under {
		high = max(high, b.h)
	}
	body := g.body(room - high)
	for i := range head {
		head[i].keepNext, head[i].row = true, otherPart
		f.add(head[i])
	}
	for _, b := range body {
		b.head = append(again[:len(again):len(again)], head...)
		if group, ok := under[b.group]; ok {
			b.head = append(b.head, group)
		}
		f.add(b)
	}
}

// groupsAgain are the headings of groups as they stand where their rows go on.
func (g *grid) groupsAgain() map[*TableRow]block {
	again := map[*TableRow]block{}
	for i, r := range g.t.Rows {
		if r.Kind == GroupRow && g.t.GoesOn != "" && len(r.Cells) == 1 {
			first, _, _ := strings.Cut(r.Cells[0].Text, "\n")
			r.Cells = []Cell{r.Cells[0]}
			r.Cells[0].Text = first + " " + g.t.GoesOn
			again[&g.t.Rows[i]] = g.blocks([]TableRow{r}, false, 1e9)[0]
		}
	}
	return again
}

// head is the repeated part: the given rows or the titles, and the number row.
func (g *grid) head() []block {
	rows := g.t.Head
	if rows == nil {
		titles := make([]string, len(g.t.Columns))
		any := false
		for i, c := range g.t.Columns {
			titles[i] = c.Title
			any = any || c.Title != ""
		}
		if any {
			rows = []TableRow{RowOf(titles...)}
		}
	}
	blocks := g.blocks(rows, true, 1e9)
	if g.t.Numbers {
		numbers := make([]Cell, len(g.t.Columns))
		for i := range numbers {
			numbers[i] = Cell{Text: "(" + strconv.Itoa(i+1) + ")", Italic: true, Align: ptr(Center)}
		}
		blocks = append(blocks, g.blocks([]TableRow{{Cells: numbers, MinH: 0.1}}, false, 1e9)...)
	}
	return blocks
}

func ptr[T any](v T) *T { return &v }

// body lays the rows; room is the height of a page under the head.
func (g *grid) body(room float64) []block {
	blocks := g.blocks(g.t.Rows, false, room)
	if n := len(blocks); g.t.KeepEnd && n > 0 {
		blocks[n-1].keepNext = true
		if n > 1 {
			blocks[n-2].keepNext = true
		}
	}
	return blocks
}

// blocks turns rows into blocks, one for each band, and says which stay
// together: a group row with the two rows after it, a total with the row
// before.
func (g *grid) blocks(rows []TableRow, head bool, room float64) []block {
	if len(rows) == 0 {
		return nil
	}
	cells := g.arrange(rows, head)
	for i := range cells {
		g.set(&cells[i])
	}
	heights := g.heights(rows, cells)
	cells = g.split(rows, cells, heights, room)
	var out []block
	all := bands(len(rows), cells)
	byRow := make([][]*placed, len(rows))
	for i := range cells {
		byRow[cells[i].row] = append(byRow[cells[i].row], &cells[i])
	}
	var group *TableRow
	for i, b := range all {
		out = append(out, g.band(b, byRow, heights))
		switch rows[b.from].Kind {
		case GroupRow:
			group = &rows[b.from]
		case BodyRow:
			out[i].group = group
		}
		needs := keeps(rows, all, i)
		out[i].keepNext = needs || rows[b.to-1].KeepNext
		out[i].weak = out[i].keepNext && !needs
		out[i].row = partOf(rows[b.from], head)
		if out[i].h > room+0.01 {
			g.f.problem(flowHigh.With("text", firstText(rows[b.from])))
		}
	}
	return out
}

func partOf(r TableRow, head bool) part {
	switch {
	case r.Kind == GroupRow:
		return headingRow
	case !head && r.Kind == BodyRow && firstText(r) != "":
		return filledRow
	}
	return otherPart
}

func firstText(r TableRow) string {
	for _, c := range r.Cells {
		if c.Text != "" {
			return c.Text
		}
	}
	return ""
}

// keeps reports whether band i must stay with the next.
func keeps(rows []TableRow, all []band, i int) bool {
	if i+1 >= len(all) {
		return false
	}
	kind := func(k int) RowKind { return rows[all[k].from].Kind }
	single := func(k int) bool { return all[k].to-all[k].from == 1 } // joined rows are enough by themselves
	switch {
	case kind(i) == GroupRow, kind(i+1) == TotalRow:
		return true
	case i > 0 && kind(i-1) == GroupRow:
		return kind(i+1) == BodyRow && single(i)
	}
	if last := i+2 == len(all) || kind(i+2) == GroupRow; last && i > 0 && kind(i) == BodyRow && kind(i+1) == BodyRow && single(i+1) {
		return true // a group never leaves one row on the next page
	}
	return i == 0 && kind(1) == BodyRow && single(0) // two rows at least under the first head
}

// heights of the rows; what a merged cell needs beyond them is shared out.
func (g *grid) heights(rows []TableRow, cells []placed) []float64 {
	h := make([]float64, len(rows))
	for i, r := range rows {
		h[i] = r.MinH
		if h[i] == 0 && r.Kind == BodyRow {
			h[i] = g.t.MinRow
		}
	}
	for _, c := range cells {
		if c.rows == 1 {
			h[c.row] = max(h[c.row], c.set.height()+2*g.t.PadY, c.set.pitch+2*g.t.PadY)
		}
	}
	for _, c := range cells {
		have := 0.0
		for i := c.row; i < c.row+c.rows; i++ {
			have += h[i]
		}
		if more := c.set.height() + 2*g.t.PadY - have; c.rows > 1 && more > 0 {
			for i := c.row; i < c.row+c.rows; i++ {
				h[i] += more / float64(c.rows)
			}
		}
	}
	return h
}

// split parts merged cells that would make a band higher than a page: the cell
// is said again in the next part.
func (g *grid) split(rows []TableRow, cells []placed, heights []float64, room float64) []placed {
	for _, b := range bands(len(rows), cells) {
		sum := 0.0
		for r := b.from; r < b.to; r++ {
			if sum += heights[r]; sum > room && r > b.from {
				return g.split(rows, cutAt(cells, r), heights, room)
			}
		}
	}
	return cells
}

func cutAt(cells []placed, row int) []placed {
	var out []placed
	for _, c := range cells {
		if c.row < row && c.row+c.rows > row {
			rest := c
			rest.row, rest.rows = row, c.row+c.rows-row
			c.rows = row - c.row
			out = append(out, rest)
		}
		out = append(out, c)
	}
	sort.SliceStable(out, func(i, j int) bool {
		return out[i].row < out[j].row || out[i].row == out[j].row && out[i].col < out[j].col
	})
	return out
}

// band draws rows from..to as one block.
func (g *grid) band(b band, byRow [][]*placed, heights []float64) block {
	var out block
	for r := b.from; r < b.to; r++ {
		for _, c := range byRow[r] {
			h := 0.0
			for i := r; i < r+c.rows; i++ {
				h += heights[i]
			}
			out.marks = append(out.marks, g.draw(c, out.h, h)...)
		}
		out.h += heights[r]
	}
	return out
}
