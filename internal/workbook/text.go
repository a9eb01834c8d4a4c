package workbook

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"ocoprint/internal/viet"
)

// TextSheet is the name of the one sheet of a .csv or .txt.
const TextSheet = "csv"

// readText reads delimited text of any of the encodings that offices save.
func (f *file) readText() (*Book, error) {
	text, charset, err := f.decodeText()
	if err != nil {
		return nil, err
	}
	if isBlank(strings.Trim(text, "\ufeff\x1a\x00")) {
		return nil, refuse(FileEmpty, msgEmpty.With("name", f.name), nil)
	}
	b := &Book{Format: CSV, Charset: charset}
	s := &Sheet{Name: TextSheet}
	b.Sheets = []*Sheet{s}
	sep, text := separator(text)
	r := &textReader{rest: text, sep: sep, bud: f.bud, comma: decimalComma(text, sep), plain: &Style{NumFmt: "General", stored: true}}
	return b, r.read(&grid{s: s, bud: f.bud})
}

// decodeText turns the bytes into text: UTF-8 and UTF-16 by their mark or
// their form, otherwise the 8-bit encoding that gives the most Vietnamese
// syllables.
func (f *file) decodeText() (text, charset string, err error) {
	d := f.data
	if big, ok := utf16Order(d); ok {
		if len(d) >= 2 && (d[0]|d[1]) == 0xFF && d[0]^d[1] == 1 {
			d = d[2:]
		}
		return f.decode16(d, big)
	}
	d = bytes.TrimPrefix(d, []byte("\xEF\xBB\xBF"))
	if utf8.Valid(d) {
		if err := f.checkLines(d); err != nil {
			return "", "", err
		}
		return string(d), "utf-8", nil
	}
	if err := f.checkLines(d); err != nil {
		return "", "", err
	}
	text, charset = decode8(d)
	return text, charset, nil
}

func (f *file) decode16(d []byte, big bool) (string, string, error) {
	u := &utf16Reader{src: bytes.NewReader(d), big: big}
	var out bytes.Buffer
	if _, err := out.ReadFrom(u); err != nil {
		return "", "", err
	}
	name := "utf-16le"
	if big {
		name = "utf-16be"
	}
	return out.String(), name, f.checkLines(out.Bytes())
}

// checkLines refuses a line that is longer than the limit.
func (f *file) checkLines(d []byte) error {
	for len(d) > 0 {
		n := bytes.IndexAny(d[:min(len(d), f.bud.lim.LineBytes+1)], "\r\n")
		if n < 0 && len(d) > f.bud.lim.LineBytes {
			return tooComplex("", errors.New("a line is longer than the limit"))
		}
		if n < 0 {
			return nil
		}
		d = d[n+1:]
	}
	return nil
}

// decode8 chooses among the 8-bit encodings by the share of legal syllables
// in a sample of the lines.
func decode8(d []byte) (text, charset string) {
	sample := sampleLines(d)
	best, share := "", -1.0
	for _, c := range []struct {
		name string
		set  viet.Charset
	}{{"windows-1258", viet.CP1258}, {"tcvn3", viet.TCVN3}, {"vni", viet.VNI}} {
		if s := viet.SyllableShare(viet.DecodeBytes(c.set, sample)); s > share+1e-9 {
			best, share = c.name, s
		}
	}
	switch best {
	case "tcvn3":
		return viet.DecodeBytes(viet.TCVN3, d), best
	case "vni":
		return viet.DecodeBytes(viet.VNI, d), best
	}
	return viet.DecodeBytes(viet.CP1258, d), best
}

// sampleLines takes the lines that hold letters beyond ASCII, up to 64 KiB.
func sampleLines(d []byte) []byte {
	var out []byte
	for len(d) > 0 && len(out) < 64<<10 {
		line := d
		if i := bytes.IndexByte(d, '\n'); i >= 0 {
			line = d[:i+1]
		}
		d = d[len(line):]
		for _, c := range line {
			if c >= 0x80 {
				out = append(out, line...)
				break
			}
		}
	}
	return out
}

// separator finds the sign between fields: "sep=;" in the first line, else the
// one that parts the first lines most evenly.
func separator(text string) (byte, string) {
	if first, rest, ok := strings.Cut(text, "\n"); ok || len(text) < 16 {
		line := strings.Trim(first, "\r\ufeff\" ")
		if len(line) == 5 && strings.EqualFold(line[:4], "sep=") {
			return line[4], rest
		}
		if strings.EqualFold(strings.Trim(first, "\r\n\ufeff"), "sep=\t") {
			return '\t', rest
		}
	}
	sample := text[:min(len(text), 64<<10)]
	best, bestScore := byte(','), 0
	for _, sep := range []byte{';', '\t', ',', '|'} {
		if score := evenness(sample, sep); score > bestScore {
			best, bestScore = sep, score
		}
	}
	return best, text
}

// evenness counts the records of a sample that have the most frequent number
// of fields (of at least two), a little more for more fields.
func evenness(sample string, sep byte) int {
	counts := map[int]int{}
	r := &textReader{rest: sample, sep: sep, bud: &budget{lim: DefaultLimits}}
	for n := 0; n < 100 && r.rest != ""; n++ {
		fields := 0
		for more := true; more; {
			_, more = r.field()
			fields++
		}
		counts[fields]++
	}
	most := 0
	for fields, n := range counts {
		if fields >= 2 {
			most = max(most, n*100+min(fields, 50))
		}
	}
	return most
}

// textReader parts text into records and fields (RFC 4180, and what Excel
// takes beside it).
type textReader struct {
	rest  string
	sep   byte
	bud   *budget
	comma bool // numbers have a decimal comma
	plain *Style
	open  bool // a quote was never closed
	buf   []byte
}

// read puts all records into the grid.
func (r *textReader) read(g *grid) error {
	r.rest = strings.TrimPrefix(r.rest, "\ufeff")
	for number := 1; r.rest != ""; number++ {
		if number > MaxRows {
			return refuse(FileTooManyCells, msgTooManyCells.With("limit", MaxRows), nil)
		}
		if number&0xFFF == 0 {
			if err := r.bud.alive(); err != nil {
				return err
			}
		}
		g.startRow(number, false)
		for col, more := 1, true; more; col++ {
			var v string
			v, more = r.field()
			if r.open {
				return damaged("record %d: a quote is never closed", number)
			}
			if v == "" || v == "\x1a" {
				continue
			}
			if col > MaxCols {
				return refuse(FileTooManyCells, msgTooManyCells.With("limit", MaxCols), nil)
			}
			c := Cell{Row: number, Col: col, Kind: Text, Style: r.plain, HasValue: true}
			if x, ok := r.number(v); ok {
				c.Kind, c.Number = Number, x
			}
			if err := r.bud.text(len(v)); err != nil {
				return err
			}
			if err := g.add(c, nil, v); err != nil {
				return err
			}
		}
		if err := g.endRow(); err != nil {
			return err
		}
	}
	return g.done()
}

// field reads one field; more is false when it was the last of its record.
func (r *textReader) field() (v string, more bool) {
	if strings.HasPrefix(r.rest, `"`) {
		return r.quoted()
	}
	i := 0
	for i < len(r.rest) && r.rest[i] != r.sep && r.rest[i] != '\n' && r.rest[i] != '\r' {
		i++
	}
	v, r.rest = r.rest[:i], r.rest[i:]
	return v, r.end()
}

// end passes over what ended the field.
func (r *textReader) end() (more bool) {
	switch {
	case r.rest == "":
		return false
	case r.rest[0] == r.sep:
		r.rest = r.rest[1:]
		return true
	case strings.HasPrefix(r.rest, "\r\n"):
		r.rest = r.rest[2:]
	default:
		r.rest = r.rest[1:]
	}
	return false
}

// quoted reads a field in quotes; what follows the closing quote up to the
// separator belongs to it.
func (r *textReader) quoted() (string, bool) {
	r.buf = r.buf[:0]
	s := r.rest[1:]
	for {
		i := strings.IndexByte(s, '"')
		if i < 0 || len(r.buf) > r.bud.lim.CellBytes {
			r.open, r.rest = true, ""
			return "", false
		}
		r.buf = append(r.buf, s[:i]...)
		s = s[i+1:]
		if !strings.HasPrefix(s, `"`) {
			break
		}
		r.buf = append(r.buf, '"')
		s = s[1:]
	}
	i := 0
	for i < len(s) && s[i] != r.sep && s[i] != '\n' && s[i] != '\r' {
		i++
	}
	r.buf = append(r.buf, s[:i]...)
	r.rest = s[i:]
	return strings.ReplaceAll(string(r.buf), "\r\n", "\n"), r.end()
}

// decimalComma tells whether the numbers of the text have a decimal comma:
// more fields look like 72,5 than like 72.5.
func decimalComma(text string, sep byte) bool {
	r := &textReader{rest: text[:min(len(text), 64<<10)], sep: sep, bud: &budget{lim: DefaultLimits}}
	commas, points := 0, 0
	for r.rest != "" {
		v, _ := r.field()
		if _, ok := plainNumber(v, ','); ok && strings.Contains(v, ",") {
			commas++
		}
		if _, ok := plainNumber(v, '.'); ok && strings.Contains(v, ".") {
			points++
		}
	}
	return commas > points
}

// number reads a field that is a number in the decimal sign of the file. A
// leading zero makes it a code or a telephone number, which stays text.
func (r *textReader) number(v string) (float64, bool) {
	if r.comma {
		return plainNumber(v, ',')
	}
	return plainNumber(v, '.')
}

func plainNumber(v string, point byte) (float64, bool) {
	digits := strings.TrimPrefix(v, "-")
	if digits == "" || len(digits) > 15 || digits[0] == point || digits[len(digits)-1] == point {
		return 0, false
	}
	if len(digits) > 1 && digits[0] == '0' && digits[1] != point {
		return 0, false
	}
	seen := 0
	for i := range len(digits) {
		if digits[i] == point {
			seen++
		} else if digits[i] < '0' || digits[i] > '9' {
			return 0, false
		}
	}
	if seen > 1 {
		return 0, false
	}
	x, err := parseNumber([]byte(strings.Replace(v, string(point), ".", 1)))
	return x, err == nil
}
