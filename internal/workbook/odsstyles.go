package workbook

import (
	"errors"
	"strings"
)

// odsStyle is one style as the file defines it; empty fields are inherited.
type odsStyle struct {
	parent string
	face   string // style:font-name
	family string // fo:font-family
	bold   string // fo:font-weight
	strike string // style:text-line-through-style or -type
	hidden bool   // table:display="false"
}

// head reads font faces and styles, in styles.xml and in content.xml.
func (o *ods) head(x *xmlScan) {
	if x.space != spaceOffice {
		x.skip()
		return
	}
	switch string(x.local) {
	case "font-face-decls":
		for depth := x.depth; x.child(depth); x.skip() {
			if x.is(spaceStyle, "font-face") {
				name := string(x.getNS(spaceStyle, "name"))
				o.fonts[name] = unquote(string(x.getNS(spaceSVG, "font-family")))
				x.failIf(o.bud.text(len(name) + len(o.fonts[name]) + 64))
			}
		}
	case "styles", "automatic-styles":
		for depth := x.depth; x.child(depth); {
			if x.is(spaceStyle, "style") || x.is(spaceStyle, "default-style") {
				o.style(x)
			} else {
				x.skip()
			}
		}
	default:
		x.skip()
	}
}

// style reads one style. Row and column styles are not kept.
func (o *ods) style(x *xmlScan) {
	family := string(x.getNS(spaceStyle, "family"))
	key := family + "/" + string(x.getNS(spaceStyle, "name"))
	s := &odsStyle{parent: string(x.getNS(spaceStyle, "parent-style-name"))}
	for depth := x.depth; x.child(depth); x.skip() {
		switch {
		case x.is(spaceStyle, "text-properties"):
			s.face = string(x.getNS(spaceStyle, "font-name"))
			s.family = unquote(string(x.getNS(spaceFO, "font-family")))
			s.bold = string(x.getNS(spaceFO, "font-weight"))
			s.strike = string(x.getNS(spaceStyle, "text-line-through-style"))
			if s.strike == "" {
				s.strike = string(x.getNS(spaceStyle, "text-line-through-type"))
			}
		case x.is(spaceStyle, "table-properties"):
			s.hidden = string(x.getNS(spaceTable, "display")) == "false"
		}
	}
	switch family {
	case "table-cell", "text", "table":
	default:
		return
	}
	if len(o.styles) >= o.bud.lim.Styles {
		x.fail(tooComplex(x.part, errors.New("too many styles")))
		return
	}
	x.failIf(o.bud.text(len(key) + len(s.parent) + len(s.face) + len(s.family) + 128))
	o.styles[key] = s
}

func unquote(s string) string { return strings.Trim(strings.TrimSpace(s), `'"`) }

// look resolves a style and what it inherits.
func (o *ods) look(family, name string) Run {
	r := Run{own: true}
	bold, strike := "", ""
	for n := 0; n < 32; n++ {
		s := o.styles[family+"/"+name]
		if s == nil {
			break
		}
		if r.Font == "" {
			if r.Font = s.family; s.face != "" {
				if r.Font = o.fonts[s.face]; r.Font == "" {
					r.Font = s.face
				}
			}
		}
		if bold == "" {
			bold = s.bold
		}
		if strike == "" {
			strike = s.strike
		}
		if name == "" {
			break
		}
		name = s.parent // "" is the default style of the family
	}
	r.Bold = bold == "bold" || len(bold) == 3 && bold >= "600"
	r.Strike = strike != "" && strike != "none"
	return r
}

// cellStyle is the look of cells of a style, shared by all of them.
func (o *ods) cellStyle(name string) *Style {
	if s := o.cells[name]; s != nil {
		return s
	}
	r := o.look("table-cell", name)
	s := plainStyle(o.book.Date1904)
	s.Font, s.Bold, s.Strike = r.Font, r.Bold, r.Strike
	if len(o.cells) < o.bud.lim.Styles {
		o.cells[name] = s
	}
	return s
}
