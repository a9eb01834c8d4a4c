package intake

import (
	"strings"
	"unicode"

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
}

// conversion is the first cell that was decoded in one way, and how many were.
type conversion struct {
	charset       viet.Charset
	by            string // font | sheet | bytes
	font          string
	row, col      int
	before, after string
	cells         int
}

// maxSamples bounds the vote; a sheet repeats itself long before.
const maxSamples = 600

func newDecoder(s *workbook.Sheet) *decoder {
	d := &decoder{memo: map[string]string{}, line: map[string]string{}, trust: map[viet.Charset]bool{}, old: map[int]bool{}, simple: true}
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
		return s
	}
	text := d.plain(c, c.Raw)
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
		return d.plain(c, run.Text)
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

// plain decodes text whose font says nothing.
func (d *decoder) plain(c *workbook.Cell, s string) string {
	if isASCII(s) {
		return s
	}
	if text, ok := repairUTF8(s); ok {
		d.note(conversion{charset: viet.Mojibake, by: "bytes", before: s, after: text}, c)
		return text
	}
	if text := viet.NFC(s); d.sheet == viet.Unicode || hasUnicodeLetter(text) || (d.weak || d.mixed) && !oddLetters(text) && !d.old[c.Row] {
		return s
	}
	text, changed := viet.Repair(d.sheet, s)
	if changed {
		d.note(conversion{charset: d.sheet, by: "sheet", before: s, after: text}, c)
	}
	return text
}

func (d *decoder) note(v conversion, c *workbook.Cell) {
	for i := range d.turned {
		if t := &d.turned[i]; t.charset == v.charset && t.by == v.by {
			t.cells++
			return
		}
	}
	v.row, v.col, v.cells = c.Row, c.Col, 1
	d.turned = append(d.turned, v)
}

// repairUTF8 undoes UTF-8 that was read as windows-1252, once or twice, when
// the whole text is such and reads better for it.
func repairUTF8(s string) (string, bool) {
	if !strings.ContainsAny(s, "ÃÄÅÆáÂâ") {
		return s, false
	}
	text := s
	for range 2 {
		next := viet.Decode(viet.Mojibake, text)
		if next == viet.NFC(text) {
			break
		}
		text = next
	}
	if text == s || text == viet.NFC(s) || strings.ContainsRune(text, unicode.ReplacementChar) {
		return s, false
	}
	return text, viet.SyllableShare(text) > viet.SyllableShare(viet.NFC(s)) || len([]rune(text)) < len([]rune(s))
}

// garbled reports text that no vote could repair: lost letters ("Ch? Shan",
// U+FFFD), or letters that no Vietnamese text has.
func garbled(s string) bool {
	if strings.ContainsRune(s, unicode.ReplacementChar) {
		return true
	}
	rs := []rune(s)
	for i, r := range rs {
		if r != '?' || i == 0 || !unicode.IsLetter(rs[i-1]) {
			continue
		}
		if i+1 < len(rs) && unicode.IsLetter(rs[i+1]) {
			return true // "H?p"
		}
		start := i
		for start > 0 && unicode.IsLetter(rs[start-1]) {
			start--
		}
		if !viet.IsSyllable(string(rs[start:i])) && i+1 < len(rs) {
			return true // "Ch? Shan"
		}
	}
	return !isASCII(s) && oddLetters(s) && viet.SyllableShare(s) < 0.6
}

// oddLetters reports a letter or sign that Vietnamese text does not have but
// the old charsets show everywhere: ¸ µ § « ® ï ø û ö.
func oddLetters(s string) bool {
	for _, r := range s {
		if r >= 0x80 && r < 0x250 && !vietnamese(r) && !commonSign(r) {
			return true
		}
		if r >= 0x2C6 && r <= 0x2DC || r == 'ƒ' || r == '‰' || r == '‹' || r == '›' || r == 'Œ' || r == 'œ' || r == '™' || r == '€' {
			return true
		}
	}
	return false
}

func commonSign(r rune) bool {
	return strings.ContainsRune("\u00a0·°×½¼¾²³«»®©§", r) && r != '§' && r != '«' && r != '®'
}

func vietnamese(r rune) bool {
	return strings.ContainsRune("àáâãèéêìíòóôõùúýăđĩũơưÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ", r)
}

// hasUnicodeLetter reports a letter that no 8-bit view shows: ạ, ế, …
func hasUnicodeLetter(s string) bool {
	for _, r := range s {
		if r >= 0x1EA0 && r <= 0x1EF9 {
			return true
		}
	}
	return false
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func specialFont(font string) bool {
	if font == "" || font[0] != '.' && font[0] != 'V' && font[0] != 'v' && font[0] != 'W' && font[0] != 'w' && font[0] != 'S' && font[0] != 's' && font[0] != ' ' {
		return false
	}
	cs, _ := viet.CharsetOfFont(font)
	return cs != viet.Unicode || symbolFont(font)
}

func sameFont(a, b string) bool {
	ca, ua := viet.CharsetOfFont(a)
	cb, ub := viet.CharsetOfFont(b)
	return ca == cb && ua == ub && symbolFont(a) == symbolFont(b)
}

func symbolFont(font string) bool {
	f := strings.ToLower(strings.TrimSpace(font))
	return strings.HasPrefix(f, "wingdings") || strings.HasPrefix(f, "webdings") || f == "symbol"
}

// The pictures that offices use from symbol fonts, as Unicode.
var (
	wingdings  = map[rune]rune{'ü': '✓', 'þ': '☑', 'û': '✗', 'ý': '☒', 'x': '☒', '¨': '☐', 'o': '☐', 'l': '●', 'n': '■', '«': '★', '¶': '★', '°': '☆', 'F': '☞'}
	wingdings2 = map[rune]rune{'P': '✓', 'R': '☑', 'O': '✗', 'Q': '☒', 'S': '☒', 'T': '☒', '£': '☐', '*': '☐'}
	webdings   = map[rune]rune{'a': '✓', 'r': '✗', 'c': '☐', 'g': '■'}
)

func symbols(font, s string) string {
	table := wingdings
	switch f := strings.ToLower(strings.TrimSpace(font)); {
	case strings.HasPrefix(f, "wingdings 2"):
		table = wingdings2
	case strings.HasPrefix(f, "webdings"):
		table = webdings
	}
	return strings.Map(func(r rune) rune {
		if r >= 0xF020 && r <= 0xF0FF { // where Word and Excel keep symbol fonts
			r -= 0xF000
		}
		if m, ok := table[r]; ok {
			return m
		}
		return r
	}, s)
}
