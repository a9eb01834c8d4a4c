package workbook

import (
	"bytes"
	"slices"
)

// convert writes a book of another format as .xlsx with the same grid: values,
// fonts, number formats, merges, what is hidden. Formulas become their values.
// The marks come back with the names the sheets have there.
func convert(b *Book, marks []Mark) ([]byte, []Mark, error) {
	w, err := newWriter(b.Name)
	if err != nil {
		return nil, nil, err
	}
	names := map[string]string{}
	for _, s := range b.Sheets {
		if err := w.addSheet(s.Name); err != nil {
			return nil, nil, err
		}
		names[s.Name] = w.sheet
		if err := w.copySheet(s); err != nil {
			return nil, nil, err
		}
	}
	w.active = max(0, slices.IndexFunc(b.Sheets, func(s *Sheet) bool { return !s.Hidden }))
	w.f.SetActiveSheet(w.active) // the one in front cannot be hidden
	for _, s := range b.Sheets {
		if s.Hidden {
			if err := w.f.SetSheetVisible(names[s.Name], false, s.VeryHidden); err != nil {
				return nil, nil, err
			}
		}
	}
	var out bytes.Buffer
	if err := w.finish(&out); err != nil {
		return nil, nil, err
	}
	renamed := make([]Mark, len(marks))
	for i, m := range marks {
		if name, ok := names[m.Sheet]; ok {
			m.Sheet = name
		}
		renamed[i] = m
	}
	return out.Bytes(), renamed, nil
}

// copySheet writes the cells of a sheet and what is hidden and merged.
func (w *writer) copySheet(s *Sheet) error {
	for i := range s.Rows {
		for j := range s.Rows[i].Cells {
			if err := w.copyCell(&s.Rows[i].Cells[j]); err != nil {
				return err
			}
		}
	}
	for _, m := range s.Merges {
		if err := w.merge(m); err != nil {
			return err
		}
	}
	for _, h := range s.HiddenRows {
		for row := h.First; row <= min(h.Last, s.MaxRow); row++ {
			if err := w.f.SetRowVisible(w.sheet, row, false); err != nil {
				return err
			}
		}
	}
	for _, h := range s.HiddenCols {
		if err := w.f.SetColVisible(w.sheet, ColName(h.First)+":"+ColName(h.Last), false); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) copyCell(c *Cell) error {
	k := look{font: c.Style.Font, bold: c.Style.Bold, strike: c.Struck(), v: "bottom", size: 11}
	if c.Style.NumFmt != "General" {
		k.format = c.Style.NumFmt
	}
	var v any
	switch c.Kind {
	case Text, Error:
		v = c.Raw
		k.wrap = bytes.IndexByte([]byte(c.Raw), '\n') >= 0
	case Bool:
		v = c.Number != 0
	case Number, Date:
		x := c.Number
		if c.Style.Date1904 && c.Kind == Date && x >= 1 {
			x += days1904
		}
		v = x
		if c.Kind == Date && !c.Style.Date {
			k.format = "dd/mm/yyyy"
		}
		if c.Style.stored && len(c.Raw) > 0 { // a .csv keeps its digits
			k.format = "General"
		}
	}
	return w.put(c.Row, c.Col, v, k)
}
