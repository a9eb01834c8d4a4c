package layout

import (
	"strconv"

	"ocoprint/internal/message"
	"ocoprint/internal/viet"
)

// What can go wrong in a flow.
var (
	flowMissing = message.Define("page-letter-missing",
		"Phông {face} không có chữ “{letters}” trong “{text}”.",
		"The font {face} lacks “{letters}” in “{text}”.").
		Hint("Gõ lại chữ đó bằng bộ gõ Unicode, hoặc chọn phông khác.", "Type the letter again in Unicode, or choose another font.")
	flowWide = message.Define("page-word-too-wide",
		"“{text}” rộng hơn ô của nó dù đã thu nhỏ chữ.",
		"“{text}” is wider than its cell even in small type.").
		Hint("Thêm dấu cách vào chỗ có thể xuống dòng, hoặc viết gọn lại.", "Put a blank where the line may break, or shorten the text.")
	flowHigh = message.Define("page-row-too-high",
		"Dòng “{text}” cao hơn cả trang giấy.",
		"The row “{text}” is higher than a page.").
		Hint("Viết gọn lại nội dung của dòng.", "Shorten the row.")
	flowNotNFC = message.Define("page-text-not-nfc",
		"“{text}” gõ bằng Unicode tổ hợp; dấu sẽ in lệch.",
		"“{text}” is typed with combining marks; they would print beside the letters.").
		Hint("Nạp lại tệp để chương trình tự đổi sang Unicode dựng sẵn.", "Import the file again so that it is normalised.")
)

// Flow lays paragraphs, tables and signature blocks down one page after
// another. It keeps together what belongs together and breaks pages between
// lines and rows, never inside them.
type Flow struct {
	setup    PageSetup
	faces    *Faces
	pages    []Page
	y        float64
	fresh    bool // nothing on the page yet
	held     []block
	collect  *[]block // inside KeepTogether
	problems []Problem
	part     int // numbers the parts for mark ids
}

// block is a piece that is never cut. Its marks stand as if its top were at 0.
type block struct {
	before, h, after float64
	marks            []Mark
	keepNext         bool
	weak             bool      // keepNext by wish, not by need: parted where the group is higher than a page
	row              part      // of a table: where a group may be parted before a page stays empty
	head             []block   // laid again when the block comes first on a page
	group            *TableRow // of a table: the heading the row stands under, where it is not the first
	pageBreak        bool
}

// NewFlow begins a paper. faces may be nil for the shipped fonts.
func NewFlow(setup PageSetup, faces *Faces) *Flow {
	if faces == nil {
		faces = DefaultFaces()
	}
	f := &Flow{setup: setup, faces: faces}
	f.newPage()
	return f
}

func (f *Flow) newPage() {
	f.pages = append(f.pages, Page{W: f.setup.W, H: f.setup.H})
	f.y, f.fresh = f.setup.Top, true
}

func (f *Flow) bottom() float64 { return f.setup.H - f.setup.Bottom }

// add takes a block: into the group being collected, or onto the page once its
// group is complete.
func (f *Flow) add(b block) {
	if f.collect != nil {
		*f.collect = append(*f.collect, b)
		return
	}
	f.held = append(f.held, b)
	if !b.keepNext {
		f.release()
	}
}

// release lays the held group, on a new page when it does not fit on this one.
func (f *Flow) release() {
	group := f.held
	f.held = nil
	if len(group) == 0 {
		return
	}
	for len(group) > 0 {
		n := f.parted(group)
		if !f.fresh && f.y+groupHeight(group[:n]) > f.bottom()+0.01 {
			f.newPage()
		}
		for _, b := range group[:n] {
			f.place(b)
		}
		group = group[n:]
	}
}

// parted says how many blocks of a group go first. A group that is higher than a
// page is parted where it is only wished to stay together, so that as much as can
// stays with its end: what is signed is not parted from the signatures.
func (f *Flow) parted(group []block) int {
	fits := func(g []block) bool {
		return groupHeight(g)+groupHeight(g[0].head) <= f.bottom()-f.setup.Top+0.01
	}
	here := f.bottom() - f.y + 0.01
	if !f.fresh && groupHeight(group) <= here {
		return len(group)
	}
	if fits(group) {
		return f.fuller(group, here)
	}
	for n := 1; n < len(group); n++ {
		if group[n-1].weak && fits(group[n:]) {
			return n
		}
	}
	return len(group)
}

// part is what a block is in its table.
type part int

const (
	otherPart  part = iota // no row, a head, a total, or a row that is empty
	headingRow             // a heading over rows
	filledRow
)

// emptyEnd is the share of a page that may stay empty at its foot for groups that
// are only wished to stay together.
const emptyEnd = 0.4

// Shares of a page for two rows that must not be parted: what may stay empty for
// them, so that two go on or one, and what parting them must fill: rows that are
// high.
const (
	emptyTwo, fillTwo = 0.4, 0.15
	emptyOne, fillOne = 0.5, 0.3
)

// fuller parts a group that goes to the next page when this one would stay emptier
// than it may: before a heading over rows, else between two rows, so that two of
// them go on where that is enough, or one.
func (f *Flow) fuller(group []block, here float64) int {
	page := f.bottom() - f.setup.Top
	most := emptyEnd * page
	if f.fresh || here <= most {
		return len(group)
	}
	n, left := partAt(group, here, most, func(k int) bool { return group[k-1].weak && group[k].row == headingRow })
	if left <= emptyTwo*page {
		return n
	}
	between := func(rest int) (int, float64) {
		return partAt(group, here, most, func(k int) bool {
			return group[k-1].row == filledRow && group[k].row == filledRow && filled(group[k:]) >= rest
		})
	}
	two, least := between(2)
	if left-least < fillTwo*page {
		two, least = n, left
	}
	if one, less := between(1); least > emptyOne*page && left-less >= fillOne*page {
		return one
	}
	return two
}

// filled counts the rows of a group with something in them.
func filled(group []block) (n int) {
	for _, b := range group {
		if b.row == filledRow {
			n++
		}
	}
	return n
}

// partAt is the first place that leaves no more than most of the room here empty,
// else the last that there is room for, and what it leaves empty.
func partAt(group []block, here, most float64, may func(k int) bool) (best int, left float64) {
	best, left = len(group), here
	for n := 1; n < len(group) && groupHeight(group[:n]) <= here && left > most; n++ {
		if may(n) {
			best, left = n, here-groupHeight(group[:n])
		}
	}
	return best, left
}

func groupHeight(group []block) (h float64) {
	for i, b := range group {
		h += b.before + b.h
		if i < len(group)-1 {
			h += b.after
		}
	}
	return h
}

func (f *Flow) place(b block) {
	if b.pageBreak {
		if !f.fresh {
			f.newPage()
		}
		return
	}
	if !f.fresh && f.y+b.before+b.h > f.bottom()+0.01 {
		f.newPage()
	}
	if f.fresh && len(b.head) > 0 {
		for _, h := range b.head {
			f.put(h)
		}
	}
	f.put(b)
}

func (f *Flow) put(b block) {
	if !f.fresh {
		f.y += b.before
	}
	page := &f.pages[len(f.pages)-1]
	for _, m := range b.marks {
		page.Marks = append(page.Marks, Move(m, 0, f.y))
	}
	if b.h > 0 || len(b.marks) > 0 {
		f.fresh = false
	}
	f.y += b.h
	if !f.fresh {
		f.y += b.after
	}
}

// Space leaves mm empty (nothing at the top of a page). What is held back to
// stay with what follows is still held.
func (f *Flow) Space(mm float64) { f.add(block{before: mm, keepNext: len(f.held) > 0}) }

// NewPage goes to a new page unless the page is empty.
func (f *Flow) NewPage() { f.add(block{pageBreak: true}) }

// KeepTogether lays what add says on one page: it breaks before rather than
// inside, when it fits on a page at all.
func (f *Flow) KeepTogether(add func(*Flow)) {
	outer := f.collect
	var group []block
	f.collect = &group
	add(f)
	f.collect = outer
	for i, b := range group {
		if i < len(group)-1 {
			b.keepNext = true
		}
		f.add(b)
	}
}

// Place puts marks at the current height: y of 0 is the current line, x is
// from the left edge of the paper (Left is the margin); the flow then goes down
// by height. For a QR code, a picture or an ornament inside a paper.
func (f *Flow) Place(height float64, marks ...Mark) { f.add(block{h: height, marks: marks}) }

// Rule draws a line of width mm across share (0–1) of the text width, centred.
func (f *Flow) Rule(width, share float64) {
	w := f.Width() * share
	x := f.Left() + (f.Width()-w)/2
	f.add(block{before: 0.8, h: width, after: 0.8,
		marks: []Mark{Line{Box: f.id("ke"), X1: x, Y1: width / 2, X2: x + w, Y2: width / 2, Width: width, Color: Black}}})
}

// Y is the current height from the top of the page, mm, after what is held
// back to keep it together.
func (f *Flow) Y() float64 { return f.y + groupHeight(f.held) }

// Left edge and Width of the text area, mm.
func (f *Flow) Left() float64  { return f.setup.Left }
func (f *Flow) Width() float64 { return f.setup.W - f.setup.Left - f.setup.Right }

func (f *Flow) id(kind string) string {
	f.part++
	return kind + "-" + strconv.Itoa(f.part)
}

// Pages ends the paper: page numbers are set and the pages returned, with the
// problems met: letters that the font lacks, a row higher than a page, a word
// wider than its cell.
func (f *Flow) Pages() ([]Page, []Problem) {
	f.release()
	if len(f.pages) > 1 && f.fresh {
		f.pages = f.pages[:len(f.pages)-1]
		f.fresh = false
	}
	for i := range f.pages {
		f.furnish(i)
	}
	return f.pages, f.problems
}

// furnish adds what every page carries: its number, the notice and the footer.
func (f *Flow) furnish(i int) {
	p, s := &f.pages[i], &f.setup
	p.Label = strconv.Itoa(i + 1)
	if i == 0 {
		p.Bookmark = s.Bookmark
	}
	n := strconv.Itoa(i + 1)
	if s.TotalPages {
		n += "/" + strconv.Itoa(len(f.pages))
	}
	switch {
	case s.Numbers == TopCentred && i > 0:
		f.line(p, "so-trang", n, s.NumberSize, s.Top*0.6, Black, s.Family.Regular, 0.5)
	case s.Numbers == FootRight && len(f.pages) > 1:
		f.line(p, "so-trang", "Trang "+n, s.NumberSize, s.H-s.Bottom*0.5, Black, s.Family.Regular, 1)
	}
	f.line(p, "ghi-chu-trang", s.Notice, 8.5, s.H-s.Bottom*0.5, Gray(70), s.Family.Bold, 0.5)
	f.line(p, "chan-trang", s.Footer, 7.5, s.H-s.Bottom*0.5+4, Gray(70), s.Family.Regular, 0.5)
}

// line sets one line between the margins, at share (0 left, 1 right) of the room
// it leaves.
func (f *Flow) line(p *Page, box, text string, size, baseline float64, c Color, face string, share float64) {
	if text == "" {
		return
	}
	pr := f.prose([]span{{text: text}}, face, face)
	pen := setting{box: box, size: size, color: c}
	w := pen.mm(pr.width(0, len(pr.text), 0))
	x := f.Left() + (f.Width()-w)*share
	p.Marks = append(p.Marks, pr.setLine(pen, piece{0, len(pr.text), true}, x, baseline, 0)...)
}

// prose measures spans and notes letters that cannot be drawn.
func (f *Flow) prose(parts []span, regular, bold string) *prose {
	pr := newProse(f.faces, parts, regular, bold)
	if !viet.IsNFC(pr.text) {
		f.problem(flowNotNFC.With("text", pr.text))
	}
	for _, r := range pr.runs {
		if missing := f.faces.Missing(r.key, printed(pr.text[r.from:r.to])); len(missing) > 0 {
			f.problem(flowMissing.With("face", r.key, "letters", letterNames(missing), "text", pr.text))
		}
	}
	return pr
}

func (f *Flow) problem(m message.Message) {
	f.problems = append(f.problems, Problem{Severity: Error, Message: m})
}
