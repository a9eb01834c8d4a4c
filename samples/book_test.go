package samples

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// book is a sheet under the pen: it writes cells with a style and remembers the
// first failure.
type book struct {
	f      *excelize.File
	sheet  string
	styles map[string]int
	err    error
}

func newBook(sheet string) *book {
	b := &book{f: excelize.NewFile(), styles: map[string]int{}}
	b.note(b.f.SetSheetName("Sheet1", sheet))
	b.sheet = sheet
	return b
}

func (b *book) note(err error) {
	if b.err == nil {
		b.err = err
	}
}

// styleOf makes each style once. Words: bold, italic, center, box, wrap, strike,
// red, score (0.0), day (dd/mm/yyyy), tcvn3 (font .VnTime).
func (b *book) styleOf(words ...string) int {
	key := fmt.Sprint(words)
	if id, ok := b.styles[key]; ok {
		return id
	}
	s := &excelize.Style{Font: &excelize.Font{Family: "Times New Roman", Size: 12}, Alignment: &excelize.Alignment{Vertical: "center"}}
	for _, w := range words {
		switch w {
		case "bold":
			s.Font.Bold = true
		case "italic":
			s.Font.Italic = true
		case "strike":
			s.Font.Strike = true
		case "red":
			s.Font.Color = "C00000"
		case "tcvn3":
			s.Font.Family = ".VnTime"
		case "center":
			s.Alignment.Horizontal = "center"
		case "wrap":
			s.Alignment.WrapText = true
		case "score":
			format := "0.0"
			s.CustomNumFmt = &format
		case "day":
			format := "dd/mm/yyyy"
			s.CustomNumFmt = &format
		case "box":
			for _, side := range []string{"left", "right", "top", "bottom"} {
				s.Border = append(s.Border, excelize.Border{Type: side, Color: "000000", Style: 1})
			}
		}
	}
	id, err := b.f.NewStyle(s)
	b.note(err)
	b.styles[key] = id
	return id
}

// put writes a value at a cell like "B4".
func (b *book) put(at string, v any, words ...string) {
	if v != nil {
		b.note(b.f.SetCellValue(b.sheet, at, v))
	}
	b.note(b.f.SetCellStyle(b.sheet, at, at, b.styleOf(words...)))
}

// line writes cells side by side from a column.
func (b *book) line(row int, col rune, words []string, values ...any) {
	for i, v := range values {
		b.put(fmt.Sprintf("%c%d", col+rune(i), row), v, words...)
	}
}

func (b *book) merge(from, to string) { b.note(b.f.MergeCell(b.sheet, from, to)) }

func (b *book) widths(w ...float64) {
	for i, x := range w {
		col := string(rune('A' + i))
		b.note(b.f.SetColWidth(b.sheet, col, col, x))
	}
}

// page sets A4 landscape, one page wide, and a heading row that repeats.
func (b *book) page() {
	paper, orientation, fit := 9, "landscape", 0
	b.note(b.f.SetPageLayout(b.sheet, &excelize.PageLayoutOptions{Size: &paper, Orientation: &orientation, FitToHeight: &fit}))
	yes := true
	b.note(b.f.SetSheetProps(b.sheet, &excelize.SheetPropsOptions{FitToPage: &yes}))
	b.note(b.f.SetHeaderFooter(b.sheet, &excelize.HeaderFooterOptions{OddHeader: "&C" + sampleMark, OddFooter: "&C" + sampleMark}))
}

// bytes finishes the workbook. Nothing in it depends on the day or the machine.
func (b *book) bytes() ([]byte, error) {
	b.note(b.f.SetDocProps(&excelize.DocProperties{Creator: "ocoprint", Title: sampleMark, Created: "2023-11-20T00:00:00Z", Modified: "2023-11-20T00:00:00Z", Language: "vi-VN"}))
	if b.err != nil {
		return nil, b.err
	}
	buf, err := b.f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}
