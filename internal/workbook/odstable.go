package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

const maxRuns = 1 << 16 // in one cell

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

// rawValue is the value attribute that belongs to the type.
func (t *odsTable) rawValue(kind string) string {
	name := map[string]string{"date": "date-value", "time": "time-value", "boolean": "boolean-value", "string": "string-value"}[kind]
	if name == "" {
		name = "value"
	}
	return string(t.x.getNS(spaceOffice, name))
}

// decide finds out what the cell holds; false when it is empty.
func (t *odsTable) decide(c *Cell, kind, value string) bool {
	var ok bool
	shown := strings.TrimSpace(string(t.text))
	switch kind {
	case "":
		if len(t.text) > 0 { // written without a type
			c.Kind = Text
			break
		}
		c.HasValue = false
		return c.formula
	case "string":
		if value != "" {
			t.text, t.runs = append(t.text[:0], value...), nil
		}
		if c.Kind = Text; len(t.text) == 0 {
			c.Kind = Blank
			return c.formula
		}
	case "boolean":
		c.Kind = Bool
		c.Number = map[string]float64{"true": 1}[value]
	case "date", "time":
		c.Kind = Date
		if kind == "date" {
			c.Number, ok = parseISO(value)
			c.Number += t.o.base
		} else {
			c.Number, ok = parseDuration(value)
		}
		if !ok {
			t.x.damaged("cell %s: %s %.40q", c.Name(), kind, value)
		}
	default:
		var err error
		if c.Kind, value = Number, strings.TrimSpace(value); value == "" || len(value) > 64 {
			err = errors.New("no value")
		} else {
			c.Number, err = parseNumber([]byte(value))
		}
		if err != nil {
			t.x.damaged("cell %s: %w", c.Name(), err)
		}
	}
	if c.formula && isErrorText(shown) {
		c.Kind, t.text = Error, append(t.text[:0], shown...)
		return true
	}
	if c.Kind == Text {
		if t.runs != nil {
			t.x.failIf(t.o.bud.text(48 * len(t.runs)))
			extraOf(c).runs = t.runs
		}
		return true
	}
	e := extraOf(c)
	e.shown, e.isShown = shown, true
	t.x.failIf(t.o.bud.text(len(shown) + 64))
	return true
}

func extraOf(c *Cell) *extra {
	if c.more == nil {
		c.more = &extra{}
	}
	return c.more
}

// isErrorText recognises what LibreOffice shows for an error.
func isErrorText(s string) bool {
	return strings.HasPrefix(s, "#") && (strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || s == "#N/A") || strings.HasPrefix(s, "Err:")
}

// odsFormula drops the namespace and the equals sign of a formula.
func odsFormula(f string) string {
	if i := strings.IndexByte(f, '='); i >= 0 && i < 8 {
		return f[i+1:]
	}
	return f
}

// parseDuration reads "PT14H30M05S" to a share of a day.
func parseDuration(s string) (float64, bool) {
	rest, ok := strings.CutPrefix(s, "PT")
	total, unit := 0.0, map[byte]float64{'H': 3600, 'M': 60, 'S': 1}
	for ok && rest != "" {
		i := strings.IndexAny(rest, "HMS")
		if i < 1 || i > 20 {
			return 0, false
		}
		n, err := parseNumber([]byte(strings.Replace(rest[:i], ",", ".", 1)))
		if err != nil {
			return 0, false
		}
		total += n * unit[rest[i]]
		rest = rest[i+1:]
	}
	return total / daySeconds, ok
}

// readText reads the paragraphs of a cell to its end, run by run; notes and
// drawings are left out.
func (t *odsTable) readText() {
	x := t.x
	t.text, t.runs = t.text[:0], nil
	first := true
	for depth := x.depth; x.child(depth); {
		if !x.is(spaceText, "p") && !x.is(spaceText, "h") {
			x.skip()
			continue
		}
		if !first {
			t.text = append(t.text, '\n')
			t.extend("\n")
		}
		first = false
		t.paragraph("")
		if len(t.text) > t.o.bud.lim.CellBytes || len(t.runs) > maxRuns {
			x.fail(tooComplex(x.part, errors.New("a text is longer than the limit")))
		}
	}
}

// paragraph reads the text inside an element that was just opened.
func (t *odsTable) paragraph(style string) {
	x := t.x
	for depth := x.depth; ; {
		switch x.next() {
		case tokText:
			t.put(squeeze(t.plain[:0], x.text), style)
		case tokStart:
			t.inline(style)
		case tokEnd:
			if x.depth < depth {
				return
			}
		case tokEOF:
			return
		}
		if len(t.text) > t.o.bud.lim.CellBytes {
			x.fail(tooComplex(x.part, errors.New("a text is longer than the limit")))
			return
		}
	}
}

// inline reads an element within a paragraph.
func (t *odsTable) inline(style string) {
	x := t.x
	switch {
	case x.is(spaceText, "span"):
		t.paragraph(string(x.getNS(spaceText, "style-name")))
		return
	case x.is(spaceText, "a"):
		t.paragraph(style)
		return
	case x.is(spaceText, "s"):
		n := 1
		if v := x.getNS(spaceText, "c"); v != nil {
			if n = whole(v); n < 0 || n > t.o.bud.lim.CellBytes {
				x.fail(tooComplex(x.part, errors.New("too many blanks")))
				return
			}
		}
		t.put(bytes.Repeat([]byte(" "), n), style)
	case x.is(spaceText, "tab"):
		t.put([]byte("\t"), style)
	case x.is(spaceText, "line-break"):
		t.put([]byte("\n"), style)
	}
	x.skip()
}

// squeeze makes each stretch of blanks one space, as ODF 6.1.2 has it.
func squeeze(to, b []byte) []byte {
	for i, c := range b {
		if isSpace(c) {
			if i > 0 && isSpace(b[i-1]) {
				continue
			}
			c = ' '
		}
		to = append(to, c)
	}
	return to
}

// put appends text in a style to the cell.
func (t *odsTable) put(b []byte, style string) {
	if len(b) == 0 {
		return
	}
	if style == "" && t.runs == nil {
		t.text = append(t.text, b...)
		return
	}
	if t.runs == nil && len(t.text) > 0 {
		t.runs = append(t.runs, Run{Text: string(t.text)})
	}
	t.text = append(t.text, b...)
	r := Run{}
	if style != "" {
		r = t.o.look("text", style)
	}
	r.Text = string(b)
	t.runs = append(t.runs, r)
	if len(t.runs) > maxRuns {
		t.x.fail(tooComplex(t.x.part, errors.New("too many runs in a cell")))
	}
}

// extend appends text in the cell's own look, when there are runs.
func (t *odsTable) extend(s string) {
	if len(t.runs) > 0 {
		t.runs = append(t.runs, Run{Text: s})
	}
}
