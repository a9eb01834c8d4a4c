package workbook

import "strings"

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
