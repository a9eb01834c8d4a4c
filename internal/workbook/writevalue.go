package workbook

import (
	"fmt"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
)

// put writes one value in a look. Text stays text: it is stored as a string,
// and one that begins like a formula carries the quote mark of Excel, so that
// it stays text when a person edits the cell.
func (w *writer) put(row, col int, value any, l look) error {
	cell := CellName(row, col)
	u := w.used[w.sheet]
	w.used[w.sheet] = Rect{1, 1, max(u.Row2, row), max(u.Col2, col)}
	var err error
	switch v := value.(type) {
	case nil:
	case string:
		v = cleanForXML(v)
		if beginsLikeFormula(v) {
			l.quote = true
		}
		if v != "" {
			err = w.f.SetCellStr(w.sheet, cell, v)
		}
	case bool:
		err = w.f.SetCellBool(w.sheet, cell, v)
	case int:
		err = w.f.SetCellInt(w.sheet, cell, int64(v))
	case int64:
		err = w.f.SetCellInt(w.sheet, cell, v)
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Errorf("cell %s: %v is no number", cell, v)
		}
		err = w.f.SetCellFloat(w.sheet, cell, v, -1, 64)
	case Moment:
		if l.format == "" {
			l.format = "dd/mm/yyyy"
		}
		serial := Serial(v.Year, v.Month, v.Day)
		if serial == 0 {
			return fmt.Errorf("cell %s: date %v", cell, v)
		}
		serial += float64(v.Hour*3600+v.Minute*60+v.Second) / daySeconds
		err = w.f.SetCellFloat(w.sheet, cell, serial, -1, 64)
	default:
		return fmt.Errorf("cell %s: cannot write a %T", cell, value)
	}
	if err != nil {
		return err
	}
	id, err := w.style(l)
	if err != nil {
		return err
	}
	return w.f.SetCellStyle(w.sheet, cell, cell, id)
}

func beginsLikeFormula(s string) bool {
	return s != "" && strings.ContainsRune("=+-@\t\r|", rune(s[0]))
}

// cleanForXML drops what XML cannot hold and cuts at Excel's limit for a cell.
func cleanForXML(s string) string {
	s = strings.Map(func(r rune) rune {
		if !legalRune(uint32(r)) {
			return -1
		}
		return r
	}, s)
	if n := strings.Count(s, "") - 1; n > 32767 {
		s = firstRunes(s, 32767)
	}
	return s
}

// merge joins a rectangle of more than one cell.
func (w *writer) merge(r Rect) error {
	if r.Row1 == r.Row2 && r.Col1 == r.Col2 {
		return nil
	}
	return w.f.MergeCell(w.sheet, CellName(r.Row1, r.Col1), CellName(r.Row2, r.Col2))
}

// page sets paper, margins, footer and the rows repeated on every page.
func (w *writer) page(p Page, headFirst, headLast int) error {
	mm := func(v, def float64) *float64 {
		if v == 0 {
			v = def
		}
		v = math.Round(v/25.4*1e4) / 1e4
		return &v
	}
	a4, one, any, orientation := 9, 1, 0, "portrait"
	if p.Landscape {
		orientation = "landscape"
	}
	yes := true
	footer := p.Footer
	if footer == "" {
		footer = "Trang &P/&N"
	}
	steps := []error{
		w.f.SetPageLayout(w.sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &one, FitToHeight: &any}),
		w.f.SetSheetProps(w.sheet, &excelize.SheetPropsOptions{FitToPage: &yes}),
		w.f.SetPageMargins(w.sheet, &excelize.PageLayoutMarginsOptions{Top: mm(p.Top, 20), Bottom: mm(p.Bottom, 20),
			Left: mm(p.Left, 30), Right: mm(p.Right, 15), Header: mm(0, 8), Footer: mm(0, 8), Horizontally: &yes}),
		w.f.SetHeaderFooter(w.sheet, &excelize.HeaderFooterOptions{OddFooter: "&C" + footer}),
	}
	if headFirst > 0 {
		steps = append(steps, w.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: w.sheet,
			RefersTo: fmt.Sprintf("'%s'!$%d:$%d", strings.ReplaceAll(w.sheet, "'", "''"), headFirst, headLast)}))
	}
	for _, err := range steps {
		if err != nil {
			return err
		}
	}
	return nil
}
