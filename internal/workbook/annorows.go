package workbook

import (
	"fmt"
	"strings"
)

// seenRow is a row of the part.
type seenRow struct {
	number   int
	style    int
	from, to int // start tag
	end      int // place of the end tag, -1 when the row has none
	cells    []seenCell
}

type seenCell struct{ col, from int }

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
