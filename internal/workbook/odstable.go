package workbook

import "fmt"

// odsTable reads one table.
type odsTable struct {
	o    *ods
	x    *xmlScan
	s    *Sheet
	grid grid

	row, col int // next place
	colStyle []odsCols
	rowStyle string
	held     []Cell // cells of a row that is repeated
	texts    []string

	text  []byte // of the cell being read
	runs  []Run
	plain []byte
}

// odsCols is a stretch of columns with a default style.
type odsCols struct {
	last  int
	style string
}

// table reads the <table:table> that was just opened.
func (o *ods) table(x *xmlScan) {
	name := string(x.getNS(spaceTable, "name"))
	if name == "" || len(name) > 512 || o.book.Sheet(name) != nil {
		x.damaged("sheet name %.40q twice, empty or too long", name)
		return
	}
	s := &Sheet{Name: name, Index: len(o.book.Sheets)}
	if st := o.styles["table/"+string(x.getNS(spaceTable, "style-name"))]; st != nil {
		s.Hidden = st.hidden
	}
	o.book.Sheets = append(o.book.Sheets, s)
	t := &odsTable{o: o, x: x, s: s, grid: grid{s: s, bud: o.bud}, row: 1, col: 1}
	t.group(x.depth)
	if x.err == nil {
		if err := t.grid.done(); err != nil {
			x.damaged("%w", err)
		}
	}
}

// group reads rows and columns; groups and header groups only hold them
// together.
func (t *odsTable) group(depth int) {
	x := t.x
	for x.child(depth) {
		if x.space != spaceTable {
			x.skip()
			continue
		}
		switch string(x.local) {
		case "table-row-group", "table-header-rows", "table-rows", "table-column-group", "table-header-columns", "table-columns":
			t.group(x.depth)
		case "table-column":
			t.column()
		case "table-row":
			t.tableRow()
		default:
			x.skip()
		}
	}
}

// repeated reads how many times a row, column or cell stands there.
func (t *odsTable) repeated(what string) int {
	v := t.x.getNS(spaceTable, what)
	if v == nil {
		return 1
	}
	n := whole(v)
	if n < 1 {
		t.x.damaged("%s=%.20q", what, v)
		return 1
	}
	return n
}

func (t *odsTable) column() {
	n := t.repeated("number-columns-repeated")
	visible := string(t.x.getNS(spaceTable, "visibility"))
	if visible == "collapse" || visible == "filter" {
		t.s.HiddenCols = append(t.s.HiddenCols, Span{t.col, min(t.col+n-1, MaxCols)})
	}
	t.col = min(t.col+n, MaxCols+1)
	if len(t.colStyle) > MaxCols {
		t.x.damaged("more columns than a sheet has")
		return
	}
	t.colStyle = append(t.colStyle, odsCols{t.col - 1, string(t.x.getNS(spaceTable, "default-cell-style-name"))})
	t.x.skip()
}

// tableRow reads a row; a repeated row that holds something is expanded within
// the limits.
func (t *odsTable) tableRow() {
	x := t.x
	n := t.repeated("number-rows-repeated")
	visible := string(x.getNS(spaceTable, "visibility"))
	t.rowStyle = string(x.getNS(spaceTable, "default-cell-style-name"))
	hidden := visible == "collapse" || visible == "filter"
	t.col, t.held, t.texts = 1, t.held[:0], t.texts[:0]
	for depth := x.depth; x.child(depth); {
		if x.is(spaceTable, "table-cell") || x.is(spaceTable, "covered-table-cell") {
			t.cell()
		} else {
			x.skip()
		}
	}
	if x.err != nil {
		return
	}
	if len(t.held) > 0 && (t.row+n-1 > MaxRows || n > t.o.bud.lim.RepeatCells) {
		x.fail(t.tooMuch(n))
		return
	}
	if hidden {
		t.grid.hideRows(t.row, min(t.row+n-1, MaxRows))
	}
	for i := 0; len(t.held) > 0 && i < n; i++ {
		t.emit(t.row+i, hidden, visible == "filter", i > 0)
	}
	t.row = min(t.row+n, MaxRows+1)
}

func (t *odsTable) tooMuch(n int) error {
	return refuse(FileTooLargeUnpacked, msgTooManyCells.With("limit", t.o.bud.lim.RepeatCells), fmt.Errorf("%s: something is repeated %d times", t.s.Name, n))
}

// emit puts the held cells into the grid as one row.
func (t *odsTable) emit(row int, hidden, filtered, copied bool) {
	t.grid.startRow(row, hidden)
	t.grid.row.Filtered = filtered
	for i, c := range t.held {
		c.Row = row
		if copied {
			if t.o.bud.added++; t.o.bud.added > t.o.bud.lim.RepeatCells {
				t.x.fail(t.tooMuch(t.o.bud.added))
				return
			}
		}
		if err := t.grid.add(c, nil, t.texts[i]); err != nil {
			t.x.fail(err)
			return
		}
	}
	t.x.failIf(t.grid.endRow())
}

// cell reads one cell; repeated cells that hold something are expanded within
// the limits.
func (t *odsTable) cell() {
	x := t.x
	n := t.repeated("number-columns-repeated")
	covered := x.is(spaceTable, "covered-table-cell")
	rows, cols := t.repeated("number-rows-spanned"), t.repeated("number-columns-spanned")
	c := Cell{Col: t.col, Row: t.row, Style: t.o.cellStyle(t.styleName()), HasValue: true}
	kind := string(x.getNS(spaceOffice, "value-type"))
	value := t.rawValue(kind)
	if f := x.getNS(spaceTable, "formula"); f != nil {
		c.formula = true
		x.failIf(t.o.bud.text(len(f) + 64))
		c.more = &extra{formula: odsFormula(string(f))}
	}
	t.readText()
	t.col = min(t.col+n, MaxCols+1)
	if x.err != nil || covered {
		return
	}
	if n == 1 && (rows > 1 || cols > 1) && c.Col <= MaxCols {
		x.failIf(t.o.bud.merge())
		t.s.Merges = append(t.s.Merges, Rect{t.row, c.Col, min(t.row+rows-1, MaxRows), min(c.Col+cols-1, MaxCols)})
	}
	if !t.decide(&c, kind, value) {
		return
	}
	if c.Col+n-1 > MaxCols || n > t.o.bud.lim.RepeatCols {
		x.fail(t.tooMuch(n))
		return
	}
	raw := value
	if c.Kind == Text || c.Kind == Error {
		raw = string(t.text)
	}
	x.failIf(t.o.bud.text(len(raw)))
	for i := range n {
		if i > 0 {
			if t.o.bud.added++; t.o.bud.added > t.o.bud.lim.RepeatCells {
				x.fail(t.tooMuch(t.o.bud.added))
				return
			}
			c.Col++
		}
		if len(t.held) >= t.o.bud.lim.Cells {
			x.fail(refuse(FileTooManyCells, msgTooManyCells.With("limit", t.o.bud.lim.Cells), nil))
			return
		}
		t.held, t.texts = append(t.held, c), append(t.texts, raw)
	}
}

// styleName is the cell's own style, else the row's, else the column's.
func (t *odsTable) styleName() string {
	if v := t.x.getNS(spaceTable, "style-name"); v != nil {
		return string(v)
	}
	if t.rowStyle != "" {
		return t.rowStyle
	}
	lo, hi := 0, len(t.colStyle)
	for lo < hi {
		if mid := (lo + hi) / 2; t.colStyle[mid].last < t.col {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(t.colStyle) {
		return t.colStyle[lo].style
	}
	return ""
}
