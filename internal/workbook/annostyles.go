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
	p          *part
	prefix     string
	xfs        []string // raw cell formats of the file
	fills      int
	fonts      int
	borders    int
	newFills   []string
	newFonts   []string
	newBorders []string
	newXfs     []string
	marked     map[[2]int]int // style and severity to the new style
	fillOf     map[string]int
	fontOf     map[string]int
	lists      map[string]styleList
	lastly     int // where a list goes that comes after all others
	rootTag    [2]int
	bare       bool // the root is an empty tag
}

// styleList is a list of the styles part: where its elements end, or, when it
// has none or is not there, what is to be replaced by it.
type styleList struct {
	end      int
	from, to int
	whole    bool
}

// styleOrder is the order of the lists that the schema asks for.
var styleOrder = []string{"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"}

const plainStyles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="%s"><fonts><font><sz val="11"/><name val="Calibri"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`

// openStyles reads the styles part, or begins one.
func (a *annotator) openStyles() error {
	c := &styleCutter{marked: map[[2]int]int{}, fillOf: map[string]int{}, fontOf: map[string]int{}, lists: map[string]styleList{}}
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
	if err := c.read(); err != nil {
		return err
	}
	c.firsts()
	return nil
}

// read finds the lists of fonts, fills, borders and cell formats; those that
// are missing get the place where the schema wants them.
func (c *styleCutter) read() error {
	before := map[string]int{} // the first child of each name
	x := c.p.scan()
	if x.root(spaceSheet, "styleSheet") {
		c.prefix = c.p.prefix(x)
		c.rootTag, c.bare = [2]int{x.from, x.to()}, x.endWaits
		for x.child(1) {
			name := string(x.local)
			if _, seen := before[name]; !seen {
				before[name] = x.from
			}
			if x.space != spaceSheet || name != "fonts" && name != "fills" && name != "borders" && name != "cellXfs" {
				x.skip()
				continue
			}
			c.list(x, name)
		}
		c.lastly = x.from
	}
	if err := x.drain(); err != nil {
		return err
	}
	for i, name := range styleOrder {
		if _, ok := c.lists[name]; ok {
			continue
		}
		at := c.lastly
		for _, later := range styleOrder[i+1:] {
			if from, ok := before[later]; ok {
				at = from
				break
			}
		}
		c.lists[name] = styleList{from: at, to: at, whole: true}
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
	c.lists[name] = styleList{end: x.from, from: from, to: to, whole: empty}
	if !empty {
		c.p.replace(from, to, retag(c.p.data[from:to], "count", ""))
	}
	switch name {
	case "fonts":
		c.fonts = n
	case "fills":
		c.fills = n
	case "borders":
		c.borders = n
	}
}

// plainFormats is how many plain formats a file without any gets: its cells may name
// some, and must not take on the fills that are added after them.
const plainFormats = 256

// firsts gives lists that are empty the elements that every workbook begins
// with: cells without a format mean the first one, and the first two fills
// have a fixed meaning.
func (c *styleCutter) firsts() {
	p := c.prefix
	if c.fonts == 0 {
		c.newFonts = append(c.newFonts, fmt.Sprintf(`<%[1]sfont><%[1]ssz val="11"/><%[1]sname val="Calibri"/></%[1]sfont>`, p))
	}
	if c.fills == 0 {
		for _, pattern := range []string{"none", "gray125"} {
			c.newFills = append(c.newFills, fmt.Sprintf(`<%[1]sfill><%[1]spatternFill patternType="%[2]s"/></%[1]sfill>`, p, pattern))
		}
	}
	if c.borders == 0 {
		c.newBorders = append(c.newBorders, fmt.Sprintf(`<%[1]sborder><%[1]sleft/><%[1]sright/><%[1]stop/><%[1]sbottom/><%[1]sdiagonal/></%[1]sborder>`, p))
	}
	for n := 0; len(c.xfs) == 0 && n < plainFormats; n++ {
		c.add(fmt.Sprintf(`<%sxf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`, p))
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
	wholes := ""
	for _, l := range []struct {
		name string
		news []string
	}{{"fonts", c.newFonts}, {"fills", c.newFills}, {"borders", c.newBorders}, {"cellXfs", c.newXfs}} {
		list, news := c.lists[l.name], strings.Join(l.news, "")
		whole := fmt.Sprintf("<%[1]s%[2]s>%[3]s</%[1]s%[2]s>", c.prefix, l.name, news)
		switch {
		case news == "":
		case c.bare:
			wholes += whole
		case list.whole:
			c.p.replace(list.from, list.to, whole)
		default:
			c.p.insert(list.end, news)
		}
	}
	if c.bare {
		tag := string(c.p.data[c.rootTag[0]:c.rootTag[1]])
		c.p.replace(c.rootTag[0], c.rootTag[1], strings.TrimRight(strings.TrimSuffix(tag, "/>"), " ")+">"+wholes+"</"+c.prefix+"styleSheet>")
	}
	a.put(c.p.name, c.p.bytes())
	return nil
}
