package workbook

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// writer makes a new .xlsx through excelize. Nothing in it depends on clock or
// map order, so the same calls give the same bytes.
type writer struct {
	f      *excelize.File
	styles map[look]int
	names  map[string]bool
	used   map[string]Rect // from A1 to the last cell of each sheet
	sheet  string
	active int // sheet in front
}

// look is a cell format; equal looks share one style.
type look struct {
	bold, italic, wrap, border, quote, underline, strike bool
	font                                                 string
	size                                                 float64
	h, v                                                 Align
	format, fill, color                                  string
}

// The face and size of Decree 30/2020/NĐ-CP, Annex I.
const (
	paperFont = "Times New Roman"
	paperSize = 13
)

// newWriter starts a workbook without sheets.
func newWriter(title string) (*writer, error) {
	f := excelize.NewFile()
	w := &writer{f: f, styles: map[look]int{}, names: map[string]bool{}, used: map[string]Rect{}}
	if err := f.SetDefaultFont(paperFont); err != nil {
		return nil, err
	}
	err := f.SetDocProps(&excelize.DocProperties{Creator: "ocoprint", LastModifiedBy: "ocoprint", Title: title, Language: "vi-VN",
		Created: "2000-01-01T00:00:00Z", Modified: "2000-01-01T00:00:00Z"})
	return w, err
}

// addSheet begins a sheet under a legal and unique name near the one wished.
func (w *writer) addSheet(wish string) error {
	name := w.legalName(wish)
	var err error
	if w.sheet == "" {
		err = w.f.SetSheetName(w.f.GetSheetName(0), name)
	} else {
		_, err = w.f.NewSheet(name)
	}
	w.sheet = name
	return err
}

// legalName keeps to Excel's rules for sheet names: at most 31 characters (in
// 16-bit units), none of []:*?/\, no quote at either end, unique without case.
func (w *writer) legalName(wish string) string {
	clean := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) || r < 0x20 || r == utf8.RuneError || r > 0xFFFF {
			return '-'
		}
		return r
	}, wish)
	clean = strings.Trim(strings.TrimSpace(clean), "'")
	if clean == "" || strings.EqualFold(clean, "History") {
		clean = "Danh sách"
	}
	for n := 1; ; n++ {
		tail := ""
		if n > 1 {
			tail = fmt.Sprintf(" (%d)", n)
		}
		name := firstRunes(clean, 31-len(tail)) + tail
		if key := strings.ToLower(name); !w.names[key] {
			w.names[key] = true
			return name
		}
	}
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return strings.TrimRight(s[:i], " '")
		}
		n--
	}
	return s
}

// style gives the number of a look.
func (w *writer) style(l look) (int, error) {
	if id, ok := w.styles[l]; ok {
		return id, nil
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: paperFont, Size: l.size, Bold: l.bold, Italic: l.italic, Color: l.color},
		Alignment: &excelize.Alignment{Horizontal: string(l.h), Vertical: string(l.v), WrapText: l.wrap},
	}
	s.Font.Strike = l.strike
	if l.size == 0 {
		s.Font.Size = paperSize
	}
	if l.font != "" {
		s.Font.Family = l.font
	}
	if l.underline {
		s.Font.Underline = "single"
	}
	if l.v == "" {
		s.Alignment.Vertical = "center"
	}
	if l.border {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			s.Border = append(s.Border, excelize.Border{Type: side, Style: 1, Color: "000000"})
		}
	}
	if l.fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	id, err := w.f.NewStyle(s)
	if err != nil {
		return 0, err
	}
	if l.quote { // NewStyle finds equal styles, so this one is made by hand
		xfs := w.f.Styles.CellXfs
		xf := xfs.Xf[id]
		yes := true
		xf.QuotePrefix = &yes
		xfs.Xf = append(xfs.Xf, xf)
		xfs.Count = len(xfs.Xf)
		id = len(xfs.Xf) - 1
	}
	w.styles[l] = id
	return id, nil
}

// finish writes the workbook.
func (w *writer) finish(to io.Writer) error {
	w.f.SetActiveSheet(w.active)
	for name, r := range w.used {
		if err := w.f.SetSheetDimension(name, r.String()); err != nil {
			return err
		}
	}
	_, err := w.f.WriteTo(to)
	if closed := w.f.Close(); err == nil {
		err = closed
	}
	return err
}
