package workbook

import (
	"errors"
	"strconv"
)

// plainStyle is the look of a cell in a file without styles.
func plainStyle(date1904 bool) *Style { return &Style{NumFmt: "General", Date1904: date1904} }

// readStyles reads fonts, number formats and cell formats.
func (o *ooxml) readStyles() error {
	r, ok := relOfKind(o.rels, "styles")
	if !ok {
		return nil
	}
	x, err := o.p.xml(r.target)
	if err != nil {
		return err
	}
	var fonts []Run
	formats := map[int]string{}
	var pairs [][2]int
	most := o.bud.lim.Styles
	if x.root(spaceSheet, "styleSheet") {
		for x.child(1) {
			switch {
			case x.is(spaceSheet, "numFmts"):
				for x.child(2) {
					if id := whole(x.get("numFmtId")); id >= 0 {
						formats[id] = x.str("formatCode")
						x.failIf(o.bud.text(len(formats[id]) + 64))
					}
					x.skip()
				}
			case x.is(spaceSheet, "fonts"):
				for x.child(2) {
					fonts = append(fonts, readFont(x))
					x.failIf(o.bud.text(len(fonts[len(fonts)-1].Font) + 64))
					if len(fonts) > most {
						x.fail(tooComplex(r.target, errors.New("too many fonts")))
					}
				}
			case x.is(spaceSheet, "cellXfs"):
				for x.child(2) {
					pairs = append(pairs, [2]int{whole(x.get("fontId")), whole(x.get("numFmtId"))})
					x.skip()
					if len(pairs) > most {
						x.fail(tooComplex(r.target, errors.New("too many cell formats")))
					}
				}
			default:
				x.skip()
			}
			if len(formats) > most {
				x.fail(tooComplex(r.target, errors.New("too many number formats")))
			}
		}
	}
	if err := x.drain(); err != nil {
		return err
	}
	o.styles = styleTable(pairs, fonts, formats, o.book.Date1904)
	return nil
}

// styleTable joins fonts and number formats; an absent font or format is the
// default one.
func styleTable(pairs [][2]int, fonts []Run, formats map[int]string, date1904 bool) []*Style {
	table := make([]*Style, len(pairs))
	for i, p := range pairs {
		s := plainStyle(date1904)
		font := max(p[0], 0)
		if font < len(fonts) {
			s.Font, s.Bold, s.Strike = fonts[font].Font, fonts[font].Bold, fonts[font].Strike
		}
		s.NumFmt = formatCode(max(p[1], 0), formats)
		s.Date = isDateFormat(s.NumFmt)
		table[i] = s
	}
	return table
}

// formatCode gives the code of a number format: the file's own, else the
// built-in one as a Vietnamese office sees it (ECMA-376 part 1, 18.8.30).
func formatCode(id int, own map[int]string) string {
	if code, ok := own[id]; ok && code != "" {
		return code
	}
	if code, ok := builtinFormats[id]; ok {
		return code
	}
	if id >= 27 && id <= 36 || id >= 50 && id <= 58 { // East Asian dates
		return "dd/mm/yyyy"
	}
	return "General"
}

var builtinFormats = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
	12: "# ?/?", 13: "# ??/??", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
	18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm",
	37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
	45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}

// style finds the look of a cell by the number it carries.
func (o *ooxml) style(number []byte) (*Style, error) {
	n := 0
	if number != nil {
		n = whole(number)
	}
	if n >= 0 && n < len(o.styles) {
		return o.styles[n], nil
	}
	if n < 0 || len(o.styles) > 0 {
		return nil, errors.New("style " + strconv.Quote(string(number)) + " is not defined")
	}
	if o.plain == nil {
		o.plain = plainStyle(o.book.Date1904)
	}
	return o.plain, nil
}
