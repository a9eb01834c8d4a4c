package workbook

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
		if x.space == spaceSheet && late[string(x.local)] && c.lateAt < 0 {
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
