package workbook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// cellMarks are the marks of one cell, the heaviest first.
type cellMarks struct {
	row, col int
	marks    []Mark
}

func (c cellMarks) severity() Severity { return c.marks[0].Severity }

// text is what the comment says.
func (c cellMarks) text() string {
	var b strings.Builder
	for i, m := range c.marks {
		if i > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(m.Title)
		if m.Text != "" {
			b.WriteString("\n" + m.Text)
		}
	}
	return b.String()
}

// markSheets cuts into every sheet: no sheet but the report stays selected,
// and marked cells get their fill and comment.
func (a *annotator) markSheets() error {
	for i, s := range a.sheets {
		p, err := a.cut(s.part)
		if err != nil {
			return err
		}
		c := &sheetCutter{a: a, p: p, want: a.marksOf(s.entry.name)}
		if err := c.read(); err != nil {
			return err
		}
		if len(c.want) > 0 && c.isSheet {
			if err := c.comments(i); err != nil {
				return err
			}
		}
		if len(p.cuts) > 0 {
			a.put(p.name, p.bytes())
		}
	}
	return nil
}

// marksOf gathers the marks of a sheet by cell, in the order of cells.
func (a *annotator) marksOf(sheet string) []cellMarks {
	at := map[[2]int]int{}
	var out []cellMarks
	for _, m := range a.marks {
		row, col, ok := ParseCell(m.Cell)
		if m.Sheet != sheet || !ok {
			continue
		}
		i, known := at[[2]int{row, col}]
		if !known {
			i = len(out)
			at[[2]int{row, col}] = i
			out = append(out, cellMarks{row: row, col: col})
		}
		out[i].marks = append(out[i].marks, m)
	}
	sortMarks(out)
	return out
}

func sortMarks(all []cellMarks) {
	for _, c := range all {
		slices.SortStableFunc(c.marks, func(a, b Mark) int { return cmp.Compare(a.Severity.weight(), b.Severity.weight()) })
	}
	slices.SortFunc(all, func(a, b cellMarks) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col)) })
}

// sheetCutter cuts into one worksheet part.
type sheetCutter struct {
	a       *annotator
	p       *part
	want    []cellMarks
	isSheet bool
	prefix  string

	merges   []Rect
	colStyle []odsColStyle
	styled   map[int]bool // marks whose cell was found
	rows     []seenRow
	dataEnd  int // place of </sheetData>, -1 when it was opened up
	legacy   string
	lateAt   int // where a <legacyDrawing> belongs
}

type odsColStyle struct{ first, last, style int }

// seenRow is a row of the part.
type seenRow struct {
	number   int
	style    int
	from, to int // start tag
	end      int // place of the end tag, -1 when the row has none
	cells    []seenCell
}

type seenCell struct{ col, from int }

// late are the elements that come behind <legacyDrawing> in a worksheet.
var late = map[string]bool{"legacyDrawingHF": true, "drawingHF": true, "picture": true, "oleObjects": true,
	"controls": true, "webPublishItems": true, "tableParts": true, "extLst": true}

// read goes through the part twice: merged ranges stand behind the cells, and
// a mark on a covered cell belongs to the cell that is seen.
func (c *sheetCutter) read() error {
	x := c.p.scan()
	if x.next() != tokStart {
		return x.err
	}
	c.isSheet = x.is(spaceSheet, "worksheet")
	c.prefix = c.p.prefix(x)
	c.lateAt = -1
	for x.child(1) {
		name := string(x.local)
		if x.space == spaceSheet && late[name] && c.lateAt < 0 {
			c.lateAt = x.from
		}
		switch {
		case x.is(spaceSheet, "sheetViews"):
			for x.child(2) {
				if x.isTrue("tabSelected") {
					c.p.replace(x.from, x.to(), retag(c.p.data[x.from:x.to()], "tabSelected", ""))
				}
				x.skip()
			}
		case x.is(spaceSheet, "cols"):
			for x.child(2) {
				c.colStyle = append(c.colStyle, odsColStyle{whole(x.get("min")), whole(x.get("max")), whole(x.get("style"))})
				x.skip()
			}
		case x.is(spaceSheet, "mergeCells"):
			for x.child(2) {
				if m, ok := ParseRect(x.str("ref")); ok {
					c.merges = append(c.merges, m)
				}
				x.skip()
			}
		case x.is(spaceSheet, "legacyDrawing"):
			c.legacy = string(x.getNS(spaceDocRel, "id"))
			x.skip()
		default:
			x.skip()
		}
	}
	if c.lateAt < 0 {
		c.lateAt = x.from // the end tag of the worksheet
	}
	if err := x.drain(); err != nil || len(c.want) == 0 || !c.isSheet {
		return err
	}
	c.uncover()
	return c.cells()
}

// uncover moves marks on covered cells to the cell that is seen.
func (c *sheetCutter) uncover() {
	index := indexMerges(c.merges)
	if index == nil {
		return
	}
	at := map[[2]int]int{}
	var out []cellMarks
	for _, w := range c.want {
		if m, ok := index.find(w.row, w.col); ok {
			w.row, w.col = m.Row1, m.Col1
		}
		if i, known := at[[2]int{w.row, w.col}]; known {
			out[i].marks = append(out[i].marks, w.marks...)
			continue
		}
		at[[2]int{w.row, w.col}] = len(out)
		out = append(out, w)
	}
	sortMarks(out)
	c.want = out
}

// cells finds the rows and cells that are marked and gives them their fill;
// what does not exist yet is inserted in its place.
func (c *sheetCutter) cells() error {
	x := c.p.scan()
	if !x.root(spaceSheet, "worksheet") {
		return x.err
	}
	wanted := map[int]bool{}
	byCell := map[[2]int]int{}
	for i, w := range c.want {
		wanted[w.row] = true
		byCell[[2]int{w.row, w.col}] = i
	}
	c.styled = map[int]bool{}
	for x.child(1) {
		if !x.is(spaceSheet, "sheetData") {
			x.skip()
			continue
		}
		if x.endWaits {
			c.p.openUp(x.from, x.to(), c.prefix+"sheetData")
			c.dataEnd = -1
		}
		opened := x.endWaits
		number := 0
		for x.child(2) {
			if number++; x.get("r") != nil {
				number = whole(x.get("r"))
			}
			c.row(x, number, wanted[number], byCell)
		}
		if !opened {
			c.dataEnd = x.from
		}
	}
	if err := x.drain(); err != nil {
		return err
	}
	c.insert()
	return nil
}

// row reads one row; the cells only of a row that is marked.
func (c *sheetCutter) row(x *xmlScan, number int, wanted bool, byCell map[[2]int]int) {
	r := seenRow{number: number, style: -1, from: x.from, to: x.to(), end: -1}
	if x.isTrue("customFormat") {
		r.style = whole(x.get("s"))
	}
	if !wanted {
		x.skip()
		c.rows = append(c.rows, r)
		return
	}
	open := !x.endWaits
	col := 0
	for x.child(3) {
		if col++; x.get("r") != nil {
			_, col, _ = parseRef(x.get("r"))
		}
		r.cells = append(r.cells, seenCell{col, x.from})
		if i, ok := byCell[[2]int{number, col}]; ok && !c.styled[i] {
			c.styled[i] = true
			n := c.a.styles.filled(max(whole(x.get("s")), 0), c.want[i].severity())
			c.p.replace(x.from, x.to(), retag(c.p.data[x.from:x.to()], "s", fmt.Sprint(n)))
		}
		x.skip()
	}
	if open {
		r.end = x.from
	}
	c.rows = append(c.rows, r)
}

// insert puts in the marked cells that do not exist.
func (c *sheetCutter) insert() {
	rowAt := map[int]int{}
	for i, r := range c.rows {
		rowAt[r.number] = i
	}
	opened := map[int]string{}
	var openedRows []int
	for i, w := range c.want {
		if c.styled[i] {
			continue
		}
		k, exists := rowAt[w.row]
		style := c.styleFor(w, k, exists)
		cell := fmt.Sprintf(`<%sc r="%s" s="%d"/>`, c.prefix, CellName(w.row, w.col), c.a.styles.filled(style, w.severity()))
		switch {
		case exists && c.rows[k].end >= 0:
			at := c.rows[k].end
			for _, s := range c.rows[k].cells {
				if s.col > w.col {
					at = s.from
					break
				}
			}
			c.p.insert(at, cell)
		case exists:
			if opened[k] == "" {
				openedRows = append(openedRows, k)
			}
			opened[k] += cell
		default:
			c.newRow(w.row, cell)
		}
	}
	for _, k := range openedRows {
		r := c.rows[k]
		tag := strings.TrimSuffix(strings.TrimRight(string(c.p.data[r.from:r.to-1]), " \t\r\n"), "/")
		c.p.replace(r.from, r.to, tag+">"+opened[k]+"</"+c.prefix+"row>")
	}
}

// newRow inserts a row before the first that comes later. Cells of the same
// new row come one after another, so they join it.
func (c *sheetCutter) newRow(number int, cell string) {
	at := c.dataEnd
	for _, r := range c.rows {
		if r.number > number {
			at = r.from
			break
		}
	}
	start := fmt.Sprintf(`<%srow r="%d">`, c.prefix, number)
	end := "</" + c.prefix + "row>"
	for i := range c.p.cuts {
		if u := &c.p.cuts[i]; strings.Contains(u.text, start) {
			u.text = strings.Replace(u.text, start, start+"\x00", 1)
			head, tail, _ := strings.Cut(u.text, "\x00")
			j := strings.Index(tail, end)
			u.text = head + tail[:j] + cell + tail[j:]
			return
		}
	}
	c.p.insertEnd(at, start+cell+end)
}

// styleFor is the look a cell that does not exist would have.
func (c *sheetCutter) styleFor(w cellMarks, k int, exists bool) int {
	if exists && c.rows[k].style >= 0 {
		return c.rows[k].style
	}
	for _, s := range c.colStyle {
		if w.col >= s.first && w.col <= s.last {
			return max(s.style, 0)
		}
	}
	return 0
}
