package workbook

import (
	"errors"
	"unicode/utf16"
	"unicode/utf8"
)

// sharedStrings are the texts that cells refer to by number.
type sharedStrings struct {
	texts []string
	rich  map[int]*extra // those of several runs or with a font of their own
}

// readStrings reads the shared strings part, wherever the relationships say.
func (o *ooxml) readStrings() error {
	r, ok := relOfKind(o.rels, "sharedStrings")
	if !ok {
		return nil
	}
	x, err := o.p.xml(r.target)
	if err != nil {
		return err
	}
	o.strings.rich = map[int]*extra{}
	var t richText
	if x.root(spaceSheet, "sst") {
		for x.child(1) {
			if !x.is(spaceSheet, "si") {
				x.skip()
				continue
			}
			t.read(x, o.bud)
			if len(o.strings.texts) >= o.bud.lim.Strings {
				return tooComplex(r.target, errors.New("too many strings"))
			}
			if err := o.bud.text(len(t.text)); err != nil {
				return err
			}
			if t.runs != nil {
				o.strings.rich[len(o.strings.texts)] = &extra{runs: t.runs}
			}
			o.strings.texts = append(o.strings.texts, string(t.text))
		}
	}
	return x.drain()
}

// maxRuns bounds the runs of one text. A cell of Excel holds 32,767 characters.
const maxRuns = 1 << 16

// richText reads the text inside <si> and <is>: one <t>, or runs <r> with
// their fonts. Phonetic hints are left out.
type richText struct {
	text []byte
	runs []Run // nil when the text has one look
}

// read reads the element that was just opened to its end.
func (t *richText) read(x *xmlScan, bud *budget) {
	t.text, t.runs = t.text[:0], nil
	for depth := x.depth; x.child(depth); {
		switch {
		case x.is(spaceSheet, "t"):
			from := len(t.text)
			t.text = x.inner(t.text)
			t.text = t.text[:from+len(unescapeX(t.text[from:]))]
		case x.is(spaceSheet, "r"):
			t.readRun(x, bud)
		default:
			x.skip()
		}
		if len(t.text) > bud.lim.CellBytes {
			x.fail(tooComplex(x.part, errors.New("a text is longer than the limit")))
		}
	}
}

func (t *richText) readRun(x *xmlScan, bud *budget) {
	var run Run
	from := len(t.text)
	for depth := x.depth; x.child(depth); {
		switch {
		case x.is(spaceSheet, "rPr"):
			run = readFont(x)
			run.own = true
		case x.is(spaceSheet, "t"):
			at := len(t.text)
			t.text = x.inner(t.text)
			t.text = t.text[:at+len(unescapeX(t.text[at:]))]
		default:
			x.skip()
		}
	}
	if len(t.runs) == maxRuns {
		x.fail(tooComplex(x.part, errors.New("a text of too many runs")))
		return
	}
	run.Text = string(t.text[from:])
	x.failIf(bud.text(len(run.Text) + len(run.Font) + 48))
	t.runs = append(t.runs, run)
}

// readFont reads <rPr> or <font>, which was just opened.
func readFont(x *xmlScan) (f Run) {
	for depth := x.depth; x.child(depth); x.skip() {
		if x.space != spaceSheet {
			continue
		}
		switch string(x.local) {
		case "rFont", "name":
			f.Font = x.str("val")
		case "b":
			f.Bold = isTrue(x.get("val"), true)
		case "strike":
			f.Strike = isTrue(x.get("val"), true)
		}
	}
	return f
}

// unescapeX replaces _x000D_ and its like in place, as Excel stores characters
// that XML forbids. Halves of a pair are joined.
func unescapeX(b []byte) []byte {
	for i := 0; i+7 <= len(b); i++ {
		if b[i] == '_' && b[i+1] == 'x' {
			return unescapeFrom(b, i)
		}
	}
	return b
}

func unescapeFrom(b []byte, i int) []byte {
	out := b[:i]
	for i < len(b) {
		r, ok := escapeX(b[i:])
		if !ok {
			out = append(out, b[i])
			i++
			continue
		}
		i += 7
		if utf16.IsSurrogate(r) {
			low, ok := escapeX(b[i:])
			if pair := utf16.DecodeRune(r, low); ok && pair != utf8.RuneError {
				i += 7
				r = pair
			}
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

func escapeX(b []byte) (rune, bool) {
	if len(b) < 7 || b[0] != '_' || b[1] != 'x' || b[6] != '_' {
		return 0, false
	}
	n, ok := digits(b[2:6], 16)
	return rune(n), ok
}
