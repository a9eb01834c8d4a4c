package workbook

import "strconv"

// sheetReader reads one worksheet part of an .xlsx.
type sheetReader struct {
	o    *ooxml
	x    *xmlScan
	s    *Sheet
	grid grid
	val  []byte // value and formula of the cell being read
	form []byte
	rich richText
}

func (o *ooxml) readSheet(part string, s *Sheet) error {
	x, err := o.p.xml(part)
	if err != nil {
		return err
	}
	r := &sheetReader{o: o, x: x, s: s, grid: grid{s: s, bud: o.bud}}
	if x.root(spaceSheet, "worksheet") {
		for x.child(1) {
			r.element()
		}
	}
	if err := x.drain(); err != nil {
		return err
	}
	if err := r.grid.done(); err != nil {
		return damagedPart(part, err)
	}
	return nil
}

// element reads one child of the worksheet.
func (r *sheetReader) element() {
	x := r.x
	if x.space != spaceSheet {
		x.skip()
		return
	}
	switch string(x.local) {
	case "sheetData":
		for x.child(2) {
			if x.is(spaceSheet, "row") {
				r.row()
			} else {
				x.skip()
			}
		}
		return
	case "sheetPr":
		r.s.FilterOn = r.s.FilterOn || x.isTrue("filterMode")
	case "cols":
		for x.child(2) {
			r.column()
			x.skip()
		}
		return
	case "mergeCells":
		for x.child(2) {
			if x.is(spaceSheet, "mergeCell") {
				r.merge()
			}
			x.skip()
		}
		return
	case "autoFilter":
		r.s.Filter, _ = ParseRect(x.str("ref"))
		for x.child(2) {
			r.s.FilterOn = r.s.FilterOn || x.is(spaceSheet, "filterColumn")
			x.skip()
		}
		return
	}
	x.skip()
}

func (r *sheetReader) column() {
	x := r.x
	width, err := strconv.ParseFloat(x.str("width"), 64)
	if !x.isTrue("hidden") && !(err == nil && width == 0) {
		return
	}
	first, last := whole(x.get("min")), whole(x.get("max"))
	if first < 1 || last < first || last > MaxCols {
		x.damaged("columns %d to %d", first, last)
		return
	}
	if len(r.s.HiddenCols) > MaxCols {
		x.damaged("more column definitions than columns")
		return
	}
	r.s.HiddenCols = append(r.s.HiddenCols, Span{first, last})
}

func (r *sheetReader) merge() {
	m, ok := ParseRect(r.x.str("ref"))
	if !ok {
		r.x.damaged("merged range %.40q", r.x.get("ref"))
		return
	}
	r.x.failIf(r.o.bud.merge())
	if m.Row1 != m.Row2 || m.Col1 != m.Col2 {
		r.s.Merges = append(r.s.Merges, m)
	}
}

// row reads a row; one without a number follows the row before it.
func (r *sheetReader) row() {
	x := r.x
	number := r.grid.lastRow + 1
	if v := x.get("r"); v != nil {
		number = whole(v)
	}
	hidden := false
	for i := range x.attrs {
		switch a := &x.attrs[i]; string(a.local) {
		case "hidden":
			hidden = hidden || isTrue(a.value, false)
		case "ht":
			ht, err := strconv.ParseFloat(string(a.value), 64)
			hidden = hidden || err == nil && ht == 0
		}
	}
	if number < 1 || number > MaxRows {
		x.damaged("row number %d", number)
		return
	}
	r.grid.startRow(number, hidden)
	for x.child(3) {
		if x.is(spaceSheet, "c") {
			r.cell()
		} else {
			x.skip()
		}
	}
	x.failIf(r.grid.endRow())
}

// cell reads a cell; one without a reference follows the cell before it.
func (r *sheetReader) cell() {
	x := r.x
	var c Cell
	var kind byte = 'n'
	var err error
	c.Row, c.Col = r.grid.row.Number, r.grid.lastCol+1
	var style []byte
	for i := range x.attrs {
		a := &x.attrs[i]
		if a.space != spaceNone || len(a.local) != 1 {
			continue
		}
		switch a.local[0] {
		case 'r':
			row, col, ok := parseRef(a.value)
			if !ok || row != c.Row {
				x.damaged("cell %.40q in row %d", a.value, c.Row)
				return
			}
			c.Col = col
		case 's':
			style = a.value
		case 't':
			kind = cellKinds[string(a.value)] // 0 when unknown: refused if there is a value
		}
	}
	if c.Col > MaxCols {
		x.damaged("cell beyond the last column in row %d", c.Row)
		return
	}
	r.grid.lastCol = c.Col
	if c.Style, err = r.o.style(style); err != nil {
		x.damaged("cell %s: %w", c.Name(), err)
		return
	}
	hasV := r.content(&c, &kind)
	if x.err != nil {
		return
	}
	if err := r.value(&c, kind, hasV); CodeOf(err) != "" {
		x.fail(err)
	} else if err != nil {
		x.damaged("cell %s: %w", c.Name(), err)
	}
}
