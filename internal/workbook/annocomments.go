package workbook

import (
	"bytes"
	"fmt"
	"strings"
)

// author is the name at the comments that the program writes.
const author = "ocoprint"

const vmlHead = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="%d"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

// comments puts a comment on every marked cell, beside those that are there.
func (c *sheetCutter) comments(index int) error {
	rels, err := c.a.p.rels(c.p.name)
	if err != nil {
		return err
	}
	old := map[[2]int]bool{}
	if r, ok := relOfKind(rels, "comments"); ok && c.a.p.has(r.target) {
		if old, err = c.addComments(r.target); err != nil {
			return err
		}
	} else if err := c.newComments(); err != nil {
		return err
	}
	var fresh []cellMarks
	for _, w := range c.want {
		if !old[[2]int{w.row, w.col}] {
			fresh = append(fresh, w)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	if c.legacy != "" {
		for _, r := range rels {
			if r.id == c.legacy && !r.external && c.a.p.has(r.target) {
				return c.addShapes(r.target, fresh, index)
			}
		}
	}
	return c.newShapes(fresh, index)
}

// commentXML is one comment in the namespace of the part.
func commentXML(prefix string, w cellMarks, author int) string {
	return fmt.Sprintf(`<%[1]scomment ref="%[2]s" authorId="%[3]d"><%[1]stext>%[4]s</%[1]stext></%[1]scomment>`,
		prefix, CellName(w.row, w.col), author, runXML(prefix, w.text()))
}

func runXML(prefix, text string) string {
	return fmt.Sprintf(`<%[1]sr><%[1]srPr><%[1]ssz val="10"/><%[1]srFont val="Tahoma"/></%[1]srPr><%[1]st xml:space="preserve">%[2]s</%[1]st></%[1]sr>`, prefix, escape(text))
}

// newComments writes a comments part of its own.
func (c *sheetCutter) newComments() error {
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+"\n"+`<comments xmlns="%s"><authors><author>%s</author></authors><commentList>`, c.a.sheetURI(), author)
	for _, w := range c.want {
		b.WriteString(commentXML("", w, 0))
	}
	b.WriteString("</commentList></comments>")
	name := c.a.newName("xl/commentsOcop%d.xml")
	c.a.addType(name, "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml")
	c.a.put(name, []byte(b.String()))
	_, err := c.a.addRel(c.p.name, "comments", name)
	return err
}

// addComments adds to the comments part of the sheet and tells which cells had
// a comment: ours is added to its text.
func (c *sheetCutter) addComments(name string) (map[[2]int]bool, error) {
	p, err := c.a.cut(name)
	if err != nil {
		return nil, err
	}
	byCell := map[[2]int]int{}
	for i, w := range c.want {
		byCell[[2]int{w.row, w.col}] = i
	}
	old := map[[2]int]bool{}
	authors, listEnd, authorsEnd := 0, 0, 0
	x := p.scan()
	if x.root(spaceSheet, "comments") {
		for x.child(1) {
			from, to, empty := x.from, x.to(), x.endWaits
			switch {
			case x.is(spaceSheet, "authors"):
				for x.child(2) {
					authors++
					x.skip()
				}
				if authorsEnd = x.from; empty {
					p.openUp(from, to, p.rootPrefix+"authors")
					p.insertEnd(-1, fmt.Sprintf("<%[1]sauthor>%[2]s</%[1]sauthor>", p.rootPrefix, author))
					authorsEnd = -1
				}
			case x.is(spaceSheet, "commentList"):
				for x.child(2) {
					row, col, _ := ParseCell(x.str("ref"))
					i, ours := byCell[[2]int{row, col}]
					if ours {
						old[[2]int{row, col}] = true
						extendComment(x, p, c.want[i].text())
					} else {
						x.skip()
					}
				}
				if listEnd = x.from; empty {
					p.openUp(from, to, p.rootPrefix+"commentList")
					listEnd = -1
				}
			default:
				x.skip()
			}
		}
	}
	if err := x.drain(); err != nil {
		return nil, err
	}
	if authorsEnd > 0 {
		p.insert(authorsEnd, fmt.Sprintf("<%[1]sauthor>%[2]s</%[1]sauthor>", p.rootPrefix, author))
	}
	var b strings.Builder
	for _, w := range c.want {
		if !old[[2]int{w.row, w.col}] {
			b.WriteString(commentXML(p.rootPrefix, w, authors))
		}
	}
	p.insertEnd(listEnd, b.String())
	c.a.put(name, p.bytes())
	return old, nil
}

// extendComment adds a run to the text of the comment that was just opened. A
// text that is no run yet becomes one.
func extendComment(x *xmlScan, p *part, text string) {
	for depth := x.depth; x.child(depth); {
		if !x.is(spaceSheet, "text") {
			x.skip()
			continue
		}
		from, to, empty := x.from, x.to(), x.endWaits
		for inner := x.depth; x.child(inner); {
			if start := x.from; x.is(spaceSheet, "t") {
				x.skip()
				p.insert(start, "<"+p.rootPrefix+"r>")
				p.insert(x.to(), "</"+p.rootPrefix+"r>")
			} else {
				x.skip()
			}
		}
		if empty {
			p.replace(from, to, "<"+p.rootPrefix+"text>"+runXML(p.rootPrefix, text)+"</"+p.rootPrefix+"text>")
		} else {
			p.insert(x.from, runXML(p.rootPrefix, "\n\n"+text))
		}
	}
}

// shapeXML is the box of one comment; it carries its own namespaces because it
// may be put into a drawing of somebody else.
func shapeXML(w cellMarks, id int) string {
	lines := min(linesOf(w.text(), 38)+1, 20)
	return fmt.Sprintf(`<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:6pt;width:210pt;height:%dpt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%d, 15, %d, 4, %d, 40, %d, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`,
		id, 14*lines, w.col, max(w.row-2, 0), w.col+4, max(w.row-2, 0)+lines, w.row-1, w.col-1)
}

func shapes(all []cellMarks, base int) string {
	var b strings.Builder
	for i, w := range all {
		b.WriteString(shapeXML(w, base+i+1))
	}
	return b.String()
}

// newShapes writes a drawing with the boxes and refers to it from the sheet.
func (c *sheetCutter) newShapes(all []cellMarks, index int) error {
	data := 900 + index
	name := c.a.newName("xl/drawings/vmlDrawingOcop%d.vml")
	c.a.put(name, []byte(fmt.Sprintf(vmlHead, data)+shapes(all, data*1024)+"</xml>"))
	c.a.addType(name, "application/vnd.openxmlformats-officedocument.vmlDrawing")
	id, err := c.a.addRel(c.p.name, "vmlDrawing", name)
	if err != nil {
		return err
	}
	if c.legacy != "" { // it led nowhere
		return nil
	}
	c.p.insert(c.lateAt, fmt.Sprintf(`<%slegacyDrawing xmlns:ro="%s" ro:id="%s"/>`, c.prefix, c.a.docURI(""), id))
	return nil
}

// addShapes adds the boxes to the drawing the sheet has. Drawings of Excel are
// not always well-formed, so nothing of it is parsed.
func (c *sheetCutter) addShapes(name string, all []cellMarks, index int) error {
	r, err := c.a.p.open(name)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if _, err := b.ReadFrom(r); err != nil {
		return err
	}
	data := b.Bytes()
	at := bytes.LastIndex(data, []byte("</xml>"))
	if at < 0 {
		return nil
	}
	var out bytes.Buffer
	out.Write(data[:at])
	if !bytes.Contains(data, []byte("_x0000_t202")) {
		_, shapetype, _ := strings.Cut(vmlHead, "</o:shapelayout>")
		out.WriteString(strings.Replace(shapetype, "<v:shapetype", `<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`, 1))
	}
	out.WriteString(shapes(all, (900+index)*1024))
	out.Write(data[at:])
	c.a.put(name, out.Bytes())
	return nil
}
