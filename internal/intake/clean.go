package intake

import (
	"strings"

	"ocoprint/internal/viet"
	"ocoprint/internal/workbook"
)

// decoder turns the cells of one sheet into clean Unicode. A run in an old font
// is decoded by its font; text whose font was lost, by a vote over the sheet;
// UTF-8 that was read as windows-1252 repairs itself, because a whole cell that
// is valid twice over is no accident.
type decoder struct {
	memo   map[string]string // lines of single runs in ordinary fonts
	line   map[string]string // the same as one line
	simple bool              // no cell of the sheet has runs of its own, an old font or a strike
	sheet  viet.Charset      // of text whose font was lost
	weak   bool              // only cells with letters that Vietnamese does not have
	trust  map[viet.Charset]bool
	mixed  bool         // Unicode and old text stand in one sheet
	old    map[int]bool // rows of a mixed sheet whose text is old throughout
	turned []conversion
	way    map[string]int // of the texts in memo: how they were decoded, from 1
}

// conversion is the first cell that was decoded in one way, and how many were.
type conversion struct {
	charset       viet.Charset
	by            string // font | sheet | bytes
	font          string
	row, col      int
	before, after string
	cells         int
	last          [2]int // the cell counted last
}

// maxSamples bounds the vote; a sheet repeats itself long before.
const maxSamples = 600

func newDecoder(s *workbook.Sheet) *decoder {
	d := &decoder{memo: map[string]string{}, line: map[string]string{}, trust: map[viet.Charset]bool{}, old: map[int]bool{}, way: map[string]int{}, simple: true}
	byFont, unicodeIn := map[viet.Charset][]string{}, map[viet.Charset]int{}
	sure := 0
	var plain, odd []string
	for i := range s.Rows {
		oddCells, sureCells := 0, 0
		for j := range s.Rows[i].Cells {
			c := &s.Rows[i].Cells[j]
			if c.Kind != workbook.Text {
				d.simple = d.simple && !c.Style.Strike
				continue
			}
			runs := c.Runs()
			d.simple = d.simple && len(runs) == 1 && !runs[0].Strike && !c.Style.Strike && !specialFont(runs[0].Font)
			if isASCII(c.Raw) {
				continue
			}
			for _, run := range runs {
				if isASCII(run.Text) || symbolFont(run.Font) {
					continue
				}
				text := viet.NFC(run.Text)
				cs, _ := viet.CharsetOfFont(run.Font)
				switch {
				case hasUnicodeLetter(text) && cs != viet.Unicode:
					unicodeIn[cs]++
				case hasUnicodeLetter(text):
					sureCells++
				case cs != viet.Unicode:
					byFont[cs] = addSample(byFont[cs], text)
				default:
					plain = addSample(plain, text)
					if oddLetters(text) {
						odd = addSample(odd, text)
						oddCells++
					}
				}
			}
		}
		sure += sureCells
		d.old[s.Rows[i].Number] = oddCells > 0 && sureCells == 0
	}
	for cs, samples := range byFont {
		d.trust[cs] = trusted(cs, samples, unicodeIn[cs])
	}
	d.mixed = sure > 0
	d.vote(plain, odd)
	return d
}

func addSample(list []string, s string) []string {
	if len(list) < maxSamples {
		list = append(list, s)
	}
	return list
}

// trusted reports whether text in an old font reads better decoded: some typed
// Unicode into a cell that kept its old font.
func trusted(cs viet.Charset, samples []string, typed int) bool {
	old := 0
	for _, s := range samples {
		if oddLetters(s) {
			old++
		}
	}
	if typed > old {
		return false
	}
	all := strings.Join(samples, " ")
	return viet.SyllableShare(viet.Decode(cs, all)) >= viet.SyllableShare(all)
}

// vote finds the charset of text whose font was lost: first over everything,
// then, where most of the sheet is Unicode, over the cells that hold letters
// which Vietnamese does not have.
func (d *decoder) vote(plain, odd []string) {
	if cs, share := viet.Detect(plain); oldCharset(cs) && share >= 0.8 {
		d.sheet = cs
		return
	}
	if cs, share := viet.Detect(odd); len(odd) >= 2 && oldCharset(cs) && share >= 0.85 {
		d.sheet, d.weak = cs, true
	}
}

func oldCharset(cs viet.Charset) bool { return cs == viet.TCVN3 || cs == viet.VNI || cs == viet.CP1258 }

// text gives the cell as one clean line.
func (d *decoder) text(c *workbook.Cell) string {
	if c == nil || c.Kind != workbook.Text {
		return ""
	}
	if d.simple {
		if isASCII(c.Raw) {
			return viet.Clean(c.Raw)
		}
		if s, ok := d.line[c.Raw]; ok {
			return s
		}
	}
	s := oneLine(d.lines(c))
	if d.simple {
		d.line[c.Raw] = s
	}
	return s
}

func oneLine(s string) string {
	if strings.Contains(s, "\n") {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}

// lines gives the cell in clean lines, parted by \n.
func (d *decoder) lines(c *workbook.Cell) string {
	if d.simple {
		return d.single(c)
	}
	runs := c.Runs()
	if len(runs) == 1 && !specialFont(runs[0].Font) {
		return d.single(c)
	}
	var b strings.Builder
	for i := 0; i < len(runs); i++ {
		run := runs[i]
		for i+1 < len(runs) && sameFont(run.Font, runs[i+1].Font) { // VNI parts a letter from its mark
			i++
			run.Text += runs[i].Text
		}
		b.WriteString(d.run(c, run))
	}
	return viet.CleanLines(b.String())
}

// single reads a cell of one run in an ordinary font.
func (d *decoder) single(c *workbook.Cell) string {
	if isASCII(c.Raw) && !strings.ContainsAny(c.Raw, "\n\r\v\f") {
		return viet.Clean(c.Raw)
	}
	if s, ok := d.memo[c.Raw]; ok {
		if w := d.way[c.Raw]; w > 0 {
			d.turned[w-1].count(c)
		}
		return s
	}
	text, w := d.plain(c, c.Raw)
	if w > 0 {
		d.way[c.Raw] = w
	}
	s := ""
	if strings.ContainsAny(text, "\n\r\v\f\u0085\u2028\u2029") {
		s = viet.CleanLines(text)
	} else {
		s = viet.Clean(text)
	}
	d.memo[c.Raw] = s
	return s
}

func (d *decoder) run(c *workbook.Cell, run workbook.Run) string {
	if symbolFont(run.Font) {
		return symbols(run.Font, run.Text)
	}
	cs, upper := viet.CharsetOfFont(run.Font)
	if cs == viet.Unicode {
		text, _ := d.plain(c, run.Text)
		return text
	}
	if text := viet.NFC(run.Text); hasUnicodeLetter(text) || !d.trust[cs] && !isASCII(text) && !oddLetters(text) {
		return run.Text
	}
	text := viet.Decode(cs, run.Text)
	if upper {
		text = viet.DecodeUpper(cs, run.Text)
	}
	if text != run.Text && !isASCII(run.Text) {
		d.note(conversion{charset: cs, by: "font", font: run.Font, before: run.Text, after: text}, c)
	}
	return text
}

// plain decodes text whose font says nothing, and gives the number of the way
// in d.turned, from 1.
func (d *decoder) plain(c *workbook.Cell, s string) (string, int) {
	if isASCII(s) {
		return s, 0
	}
	if text, ok := repairUTF8(s); ok {
		return text, d.note(conversion{charset: viet.Mojibake, by: "bytes", before: s, after: text}, c)
	}
	if text := viet.NFC(s); d.sheet == viet.Unicode || hasUnicodeLetter(text) || (d.weak || d.mixed) && !oddLetters(text) && !d.old[c.Row] {
		return s, 0
	}
	text, changed := viet.Repair(d.sheet, s)
	if !changed {
		return text, 0
	}
	return text, d.note(conversion{charset: d.sheet, by: "sheet", before: s, after: text}, c)
}

func (d *decoder) note(v conversion, c *workbook.Cell) int {
	for i := range d.turned {
		if t := &d.turned[i]; t.charset == v.charset && t.by == v.by {
			t.count(c)
			return i + 1
		}
	}
	v.row, v.col = c.Row, c.Col
	v.count(c)
	d.turned = append(d.turned, v)
	return len(d.turned)
}

// count adds a cell once, however many runs of it were decoded in a row.
func (v *conversion) count(c *workbook.Cell) {
	if at := [2]int{c.Row, c.Col}; at != v.last {
		v.last = at
		v.cells++
	}
}

// recount counts the decoded cells of the sheet, each once: while reading, some
// were looked at again and again, others never.
func (d *decoder) recount(s *workbook.Sheet) {
	if len(d.turned) == 0 {
		return
	}
	for i := range d.turned {
		d.turned[i].cells, d.turned[i].last = 0, [2]int{}
	}
	for i := range s.Rows {
		for j := range s.Rows[i].Cells {
			if c := &s.Rows[i].Cells[j]; c.Kind == workbook.Text {
				d.lines(c)
			}
		}
	}
}
