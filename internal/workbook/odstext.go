package workbook

import (
	"bytes"
	"errors"
)

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
