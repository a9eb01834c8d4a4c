package workbook

import (
	"fmt"
	"strings"
)

// fills are the colours of the severities; all keep black text readable.
var fills = map[Severity]string{
	SevRefuse: "FF9B9B", SevError: "FFC7CE", SevQuestion: "FFE08A", SevWarning: "FFF2CC", SevInfo: "DDEBF7",
}

var severityOrder = []Severity{SevRefuse, SevError, SevQuestion, SevWarning, SevInfo}

// weight orders severities, the heaviest first.
func (s Severity) weight() int {
	for i, v := range severityOrder {
		if v == s {
			return i
		}
	}
	return len(severityOrder)
}

// styleCutter adds cell formats to the styles part: copies of the file's own
// with another fill, and those of the report sheet.
type styleCutter struct {
	p        *part
	prefix   string
	xfs      []string // raw cell formats of the file
	fills    int
	fonts    int
	newFills []string
	newFonts []string
	newXfs   []string
	marked   map[[2]int]int // style and severity to the new style
	fillOf   map[string]int
	fontOf   map[string]int
	at       map[string]int // where each list ends, -1 when it was opened up
}

const plainStyles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="%s"><fonts><font><sz val="11"/><name val="Calibri"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`

// openStyles reads the styles part, or begins one.
func (a *annotator) openStyles() error {
	c := &styleCutter{marked: map[[2]int]int{}, fillOf: map[string]int{}, fontOf: map[string]int{}, at: map[string]int{}}
	a.styles = c
	if r, ok := relOfKind(a.rels, "styles"); ok {
		var err error
		if c.p, err = a.cut(r.target); err != nil {
			return err
		}
	} else {
		name := a.newName("xl/stylesOcop%d.xml")
		c.p = newPart(name, fmt.Appendf(nil, plainStyles, a.sheetURI()), a.bud)
		a.addType(name, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml")
		if _, err := a.addRel(a.main, "styles", name); err != nil {
			return err
		}
	}
	return c.read()
}

// read finds the lists of fonts, fills and cell formats.
func (c *styleCutter) read() error {
	x := c.p.scan()
	if x.root(spaceSheet, "styleSheet") {
		c.prefix = c.p.prefix(x)
		for x.child(1) {
			name := string(x.local)
			if x.space != spaceSheet || name != "fonts" && name != "fills" && name != "cellXfs" {
				x.skip()
				continue
			}
			c.list(x, name)
		}
	}
	if err := x.drain(); err != nil {
		return err
	}
	for _, name := range []string{"fonts", "fills", "cellXfs"} {
		if _, ok := c.at[name]; !ok {
			return damaged("%s: no <%s>", c.p.name, name)
		}
	}
	return nil
}

// list passes over one list, counting its elements.
func (c *styleCutter) list(x *xmlScan, name string) {
	from, to, empty := x.from, x.to(), x.endWaits
	n := 0
	for x.child(2) {
		start := x.from
		x.skip()
		if name == "cellXfs" {
			c.xfs = append(c.xfs, string(c.p.data[start:x.to()]))
		}
		n++
	}
	c.at[name] = x.from
	if empty {
		c.at[name] = -1
		c.p.openUp(from, to, c.prefix+name)
	} else {
		c.p.replace(from, to, retag(c.p.data[from:to], "count", ""))
	}
	switch name {
	case "fonts":
		c.fonts = n
	case "fills":
		c.fills = n
	}
}

// fill gives the number of a solid fill.
func (c *styleCutter) fill(rgb string) int {
	if n, ok := c.fillOf[rgb]; ok {
		return n
	}
	p := c.prefix
	n := c.fills + len(c.newFills)
	c.newFills = append(c.newFills, fmt.Sprintf(`<%[1]sfill><%[1]spatternFill patternType="solid"><%[1]sfgColor rgb="FF%[2]s"/><%[1]sbgColor indexed="64"/></%[1]spatternFill></%[1]sfill>`, p, rgb))
	c.fillOf[rgb] = n
	return n
}

// font gives the number of a font, written without prefixes.
func (c *styleCutter) font(inner string) int {
	if n, ok := c.fontOf[inner]; ok {
		return n
	}
	n := c.fonts + len(c.newFonts)
	text := strings.ReplaceAll(inner, "<", "<"+c.prefix)
	c.newFonts = append(c.newFonts, fmt.Sprintf("<%[1]sfont>%[2]s</%[1]sfont>", c.prefix, text))
	c.fontOf[inner] = n
	return n
}

// filled gives the number of the cell format that is style with the fill of a
// severity.
func (c *styleCutter) filled(style int, sev Severity) int {
	key := [2]int{style, sev.weight()}
	if n, ok := c.marked[key]; ok {
		return n
	}
	xf := fmt.Sprintf(`<%sxf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`, c.prefix)
	if style >= 0 && style < len(c.xfs) {
		xf = c.xfs[style]
	}
	end := strings.IndexByte(xf, '>') + 1
	rgb := fills[sev]
	if rgb == "" {
		rgb = fills[SevInfo]
	}
	n := c.add(retag([]byte(xf[:end]), "fillId", fmt.Sprint(c.fill(rgb)), "applyFill", "1") + xf[end:])
	c.marked[key] = n
	return n
}

// add adds a cell format.
func (c *styleCutter) add(xf string) int {
	c.newXfs = append(c.newXfs, xf)
	return len(c.xfs) + len(c.newXfs) - 1
}

// look adds a cell format of the report sheet.
func (c *styleCutter) look(font, fill string, wrap bool) int {
	n := 0
	if fill != "" {
		n = c.fill(fill)
	}
	w := ""
	if wrap {
		w = ` wrapText="1"`
	}
	return c.add(fmt.Sprintf(`<%[1]sxf numFmtId="49" fontId="%[2]d" fillId="%[3]d" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><%[1]salignment vertical="top"%[4]s/></%[1]sxf>`,
		c.prefix, c.font(font), n, w))
}

// closeStyles writes what was added.
func (a *annotator) closeStyles() error {
	c := a.styles
	for _, l := range []struct {
		name string
		news []string
	}{{"fonts", c.newFonts}, {"fills", c.newFills}, {"cellXfs", c.newXfs}} {
		at := c.at[l.name]
		if at < 0 {
			return damaged("%s: <%s> is empty", c.p.name, l.name)
		}
		c.p.insert(at, strings.Join(l.news, ""))
	}
	a.put(c.p.name, c.p.bytes())
	return nil
}
