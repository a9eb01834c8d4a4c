package intake

import (
	"regexp"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
	"ocoprint/internal/workbook"
)

// heading is one column of a header block.
type heading struct {
	col   int
	cell  string   // the lowest labelled cell
	path  []string // from the top label to the leaf
	hits  []hit
	width int // columns of the merge over the leaf, 1 without
}

func (h heading) leaf() string { return h.path[len(h.path)-1] }

// block is a header of one to four rows.
type block struct {
	first, last int // row numbers
	heads       []heading
	score       float64
	sure        int // fields named word for word
	numbers     int // cells that are numbers or errors
	fields      map[ocop.Field]bool
	split       bool // one of several side by side
}

// finder looks for headers in one sheet.
type finder struct {
	*grid
	maxCols int
	hits    map[string][]hit
	starts  map[string]bool // first words: some heading begins so
	known   map[string]bool // texts that are headings word for word, or are not
	tried   int             // rows that looked like a header
	tries   int             // how many of them are looked at, 0: all
}

func newFinder(g *grid, maxCols int) *finder {
	return &finder{grid: g, maxCols: maxCols, hits: map[string][]hit{}, starts: map[string]bool{}, known: map[string]bool{}}
}

// blocks finds the headers of the sheet, from the top down, and stops when
// there are more than most.
func (f *finder) blocks(most int, ok func(block) bool) (found []block) {
	for i := 0; i < len(f.Rows) && len(found) <= most; i++ {
		if !f.promising(i) {
			continue
		}
		if f.tried++; f.tries > 0 && f.tried > f.tries {
			return found
		}
		b, good := f.try(i)
		if !good || !ok(b) {
			continue
		}
		found = append(found, b.sideBySide()...)
		for i+1 < len(f.Rows) && f.Rows[i+1].Number <= b.last {
			i++
		}
	}
	return found
}

// promising is the cheap look: few numbers, and a cell that is a heading word
// for word (near the top of the sheet a word of one is enough).
func (f *finder) promising(i int) bool {
	r := &f.Rows[i]
	texts, numbers, exact, ranks := 0, 0, 0, 0
	for j := range r.Cells {
		c := &r.Cells[j]
		if c.Col > f.maxCols || !f.filled(c) {
			continue
		}
		if numeric(f.grid, c) {
			if numbers++; numbers > 2 {
				return false
			}
			continue
		}
		texts++
		text := f.text(c)
		switch {
		case !f.exact(text):
		case starHead.MatchString(fold(text)):
			ranks++ // "3 sao" is in every data row
		default:
			exact++
		}
	}
	return texts >= 2 && (exact > 0 || ranks > 1 || i < 60)
}

func numeric(g *grid, c *workbook.Cell) bool {
	if c.Kind != workbook.Text {
		return true
	}
	if c.Raw == "" || c.Raw[0] > '9' && c.Raw[0] < 0x80 {
		return false
	}
	_, ok := decimal(strings.Trim(g.text(c), " ()"))
	return ok
}

// exact reports a text that is a heading word for word.
func (f *finder) exact(text string) bool {
	if len(text) > 120 {
		return false
	}
	word := text
	if i := strings.IndexAny(text, " \n/("); i > 0 {
		word = text[:i]
	}
	start, known := f.starts[word]
	if !known {
		start = headingStarts[firstWord(word)]
		f.starts[word] = start
	}
	if !start {
		return false
	}
	is, seen := f.known[text]
	if !seen {
		is = isHeading(text)
		f.known[text] = is
	}
	return is
}

func isHeading(text string) bool {
	full := fold(text)
	if len(exactNames[full]) > 0 || starHead.MatchString(full) {
		return true
	}
	return strings.Contains(text, "(") && len(exactNames[fold(bracketed.ReplaceAllString(text, " "))]) > 0
}

func firstWord(s string) string {
	w := strings.Fields(fold(s))
	if len(w) == 0 {
		return ""
	}
	return w[0]
}

// headingStarts holds the first words of all headings.
var headingStarts = func() map[string]bool {
	starts := map[string]bool{}
	for _, t := range terms {
		starts[t.toks0()] = true
	}
	for _, w := range strings.Fields("0 1 2 3 4 5 01 02 03 04 05 ba bon hai mot nam so hang dat") {
		starts[w] = true
	}
	return starts
}()

func (t term) toks0() string {
	if len(t.toks) == 0 {
		return t.fold
	}
	return t.toks[0]
}

func (f *finder) hitsOf(label string) []hit {
	h, ok := f.hits[label]
	if !ok {
		h = labelHits(label)
		f.hits[label] = h
	}
	return h
}

// try reads a header whose top row is Rows[i]: as high as its merges make it,
// and one row more when the next row names what stands under a wide label.
func (f *finder) try(i int) (best block, ok bool) {
	top := f.Rows[i].Number
	if f.wide(i) {
		return best, false
	}
	last := f.mergedTo(i)
	for last-top < 3 && f.subHeader(i, last+1) {
		last++
	}
	if last > top && f.titleRow(i) && f.read(top+1, last).good() {
		return best, false
	}
	b := f.read(top, last)
	return b, b.good()
}

// titleRow reports a row of titles, not of labels: it names a round, a
// decision or a list, and no heading word for word.
func (f *finder) titleRow(i int) bool {
	title := false
	for _, text := range f.texts(&f.Rows[i]) {
		if f.exact(text) {
			return false
		}
		rounds, years := roundsIn(text)
		title = title || len(rounds)+len(years) > 0 || isAttachedLine(text) || letterhead(text) || titleWords.MatchString(fold(text))
	}
	return title
}

var titleWords = regexp.MustCompile(`^(?:danh sach|ket qua|bang|phu luc|bieu|tong hop|uy ban|ubnd|phong|don vi) `)

func (b block) good() bool {
	if b.sure == 0 || b.numbers > 0 && b.sure < 3 {
		return false
	}
	return b.score >= 5 && b.fields[ocop.FieldProduct] && len(b.fields) >= 3 &&
		(b.fields[ocop.FieldProducer] || b.fields[ocop.FieldStars] || b.fields[ocop.FieldScore] || b.fields[fieldTick])
}

// wide reports a row that is one label over everything: a title.
func (f *finder) wide(i int) bool {
	n := 0
	for j := range f.Rows[i].Cells {
		if f.filled(&f.Rows[i].Cells[j]) {
			n++
		}
	}
	return n < 2
}

// mergedTo gives the last row that a merge of the top row reaches, three rows
// down at most.
func (f *finder) mergedTo(i int) int {
	r := &f.Rows[i]
	last := r.Number
	for j := range r.Cells {
		if !f.filled(&r.Cells[j]) {
			continue
		}
		if m, ok := f.MergeOf(r.Number, r.Cells[j].Col); ok && m.Row1 == r.Number && m.Row2 <= r.Number+3 {
			last = max(last, m.Row2)
		}
	}
	return last
}

// subHeader reports whether a row carries labels under those of the row above:
// only where the label above is wide or blank, and mostly known headings.
func (f *finder) subHeader(top, row int) bool {
	i, ok := f.rowAt[row]
	if !ok {
		return false
	}
	n, known, sure := 0, 0, false
	for j := range f.Rows[i].Cells {
		c := &f.Rows[i].Cells[j]
		if c.Col > f.maxCols || !f.filled(c) {
			continue
		}
		text := f.text(c)
		if low := viet.Lower(text); numeric(f.grid, c) || !f.under(row-1, c.Col) || totalHead.MatchString(low) || noteHead.MatchString(low) || productsIn(low) > 0 {
			return false
		}
		n++
		if len(f.hitsOf(text)) > 0 {
			known++
		}
		sure = sure || f.exact(text)
	}
	return n > 0 && known*10 >= n*6 && (n > 1 || sure) // one label alone is rather a section: "II. phường …"
}

// under reports a place whose label above covers several columns, or is blank.
func (f *finder) under(row, col int) bool {
	if m, ok := f.MergeOf(row, col); ok {
		return m.Col2 > m.Col1 && f.filled(f.at(m.Row1, m.Col1)) || !f.filled(f.at(m.Row1, m.Col1))
	}
	if !f.filled(f.at(row, col)) {
		return true
	}
	m, merged := f.MergeOf(row, col+1)
	return !merged && !f.filled(f.at(row, col+1)) && f.filled(f.at(row+1, col+1)) || merged && !f.filled(f.at(m.Row1, m.Col1))
}
