package workbook

import (
	"errors"
	"fmt"
	"strconv"
)

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
			if kind = cellKinds[string(a.value)]; kind == 0 {
				x.damaged("cell type %.40q", a.value)
				return
			}
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

var cellKinds = map[string]byte{"": 'n', "n": 'n', "s": 's', "str": 't', "inlineStr": 'i', "b": 'b', "e": 'e', "d": 'd'}

// content reads what stands inside the cell.
func (r *sheetReader) content(c *Cell, kind *byte) (hasV bool) {
	x := r.x
	r.val, r.form, r.rich.runs = r.val[:0], r.form[:0], nil
	for depth := x.depth; x.child(depth); {
		switch {
		case x.is(spaceSheet, "v"):
			hasV = true
			r.val = x.inner(r.val)
		case x.is(spaceSheet, "f"):
			c.formula = true
			r.form = x.inner(r.form)
		case x.is(spaceSheet, "is"):
			r.rich.read(x, r.o.bud)
			if *kind == 'i' {
				hasV = true
				r.val = append(r.val[:0], r.rich.text...)
			}
		default:
			x.skip()
		}
	}
	return hasV
}

// value decides what the cell is and puts it into the grid.
func (r *sheetReader) value(c *Cell, kind byte, hasV bool) error {
	raw := r.val
	switch kind {
	case 's':
		if len(raw) == 0 {
			break
		}
		n := whole(raw)
		if n < 0 || n >= len(r.o.strings.texts) {
			return fmt.Errorf("shared string %.20q of %d", raw, len(r.o.strings.texts))
		}
		c.more = r.o.strings.rich[n]
		return r.textCell(c, r.o.strings.texts[n], nil)
	case 't':
		return r.textCell(c, "", unescapeX(raw))
	case 'i':
		if r.rich.runs != nil {
			c.more = &extra{runs: r.rich.runs}
		}
		return r.textCell(c, "", raw)
	}
	raw = trimSpace(raw)
	if len(raw) > 64 {
		return errors.New("a value of more than 64 characters")
	}
	if !hasV || len(raw) == 0 {
		return r.formulaOnly(c, false)
	}
	var err error
	switch c.HasValue = true; kind {
	case 'n':
		c.Kind = Number
		if c.Number, err = parseNumber(raw); err != nil {
			return err
		}
		if c.formula && r.o.recalc && c.Number == 0 {
			c.HasValue, c.Kind = false, Blank
			return r.formulaOnly(c, false)
		}
	case 'b':
		c.Kind = Bool
		if isTrue(raw, false) {
			c.Number = 1
		}
	case 'e':
		c.Kind = Error
	case 'd':
		c.Kind = Date
		serial, ok := parseISO(string(raw))
		if !ok {
			return fmt.Errorf("date %.40q", raw)
		}
		if c.Number = serial; r.o.book.Date1904 {
			c.Number -= days1904
		}
	}
	if c.Kind == Number && c.Style.Date {
		c.Kind = Date
	}
	r.keepFormula(c)
	return r.grid.add(*c, raw, "")
}

// textCell keeps a text cell unless it is empty.
func (r *sheetReader) textCell(c *Cell, shared string, own []byte) error {
	if shared == "" && len(own) == 0 {
		return r.formulaOnly(c, c.formula)
	}
	c.Kind, c.HasValue = Text, true
	r.keepFormula(c)
	return r.grid.add(*c, own, shared)
}

// formulaOnly keeps a formula without a value, or with an empty one; an empty
// cell is not kept.
func (r *sheetReader) formulaOnly(c *Cell, hasValue bool) error {
	if !c.formula {
		return nil
	}
	c.Kind, c.HasValue = Blank, hasValue
	r.keepFormula(c)
	return r.grid.add(*c, nil, "")
}

func (r *sheetReader) keepFormula(c *Cell) {
	if len(r.form) == 0 {
		return
	}
	r.x.failIf(r.o.bud.text(len(r.form) + 64))
	m := &extra{formula: string(r.form)}
	if c.more != nil {
		m.runs = c.more.runs
	}
	c.more = m
}

// parseNumber reads a number as the file formats write it: a point, an
// exponent, nothing else.
func parseNumber(b []byte) (float64, error) {
	if n := len(b); n <= 15 { // whole numbers of up to 15 digits are exact
		v := 0
		for i, c := range b {
			if c < '0' || c > '9' {
				break
			}
			if v = v*10 + int(c-'0'); i == n-1 {
				return float64(v), nil
			}
		}
	}
	for _, c := range b {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E' {
			return 0, fmt.Errorf("number %.40q", b)
		}
	}
	return strconv.ParseFloat(string(b), 64)
}

func trimSpace(b []byte) []byte {
	for len(b) > 0 && isSpace(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && isSpace(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}
