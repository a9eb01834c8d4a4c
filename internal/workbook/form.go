package workbook

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Form is a workbook to be filled in by a person.
type Form struct{ Sheets []FormSheet }

// FormSheet is one sheet of a form.
type FormSheet struct {
	Name   string
	Widths []float64 // of columns A, B, …, in characters
	Cells  []FormCell
	Merges []Rect
	Freeze int // rows that stay in sight
	Page   Page
}

// FormCell is one cell of a form, or with To a range that shares its look,
// choices and comment.
type FormCell struct {
	At      string   // "B4"
	To      string   // "B40": look and choices hold down to here; "" is the cell alone
	Value   any      // string, int, int64, float64, bool, Moment or nil
	Look    Look     // what kind of cell it is
	Format  string   // number format, "" is chosen by the value
	Comment string   // shown when the pointer rests on the cell
	Choices []string // drop-down; other values are warned about, not forbidden
}

// Look is what kind of cell it is, to the eye.
type Look string

// The looks of form cells; the zero value is plain.
const (
	TitleLook  Look = "title"
	HeaderLook Look = "header"
	LabelLook  Look = "label"
	InputLook  Look = "input"
	HintLook   Look = "hint"
)

var looks = map[Look]look{
	"":         {wrap: true},
	TitleLook:  {bold: true, size: 16, wrap: false},
	HeaderLook: {bold: true, border: true, wrap: true, h: Center, fill: "DDEBF7"},
	LabelLook:  {bold: true, border: true, wrap: true, fill: "F2F2F2"},
	InputLook:  {border: true, wrap: true, fill: "FFFDE7"},
	HintLook:   {italic: true, size: 11, wrap: true, color: "595959"},
}

// choiceSheet holds the drop-down lists that do not fit into a cell's rule.
const choiceSheet = "Danh mục"

// WriteForm writes a form as .xlsx; the same form gives the same bytes.
func WriteForm(to io.Writer, f Form) error {
	if len(f.Sheets) == 0 {
		return errors.New("write form: nothing to write")
	}
	w, err := newWriter(f.Sheets[0].Name)
	if err != nil {
		return err
	}
	lists := &choiceLists{w: w}
	for _, s := range f.Sheets {
		if err := w.formSheet(s, lists); err != nil {
			return fmt.Errorf("write form %q: %w", s.Name, err)
		}
	}
	if err := lists.write(); err != nil {
		return err
	}
	return w.finish(to)
}

func (w *writer) formSheet(s FormSheet, lists *choiceLists) error {
	if err := w.addSheet(s.Name); err != nil {
		return err
	}
	for i, width := range s.Widths {
		if width <= 0 {
			continue
		}
		if err := w.f.SetColWidth(w.sheet, ColName(i+1), ColName(i+1), width); err != nil {
			return err
		}
	}
	for _, c := range s.Cells {
		if err := w.formCell(c, lists); err != nil {
			return fmt.Errorf("cell %s: %w", c.At, err)
		}
	}
	for _, m := range s.Merges {
		if err := w.merge(m); err != nil {
			return err
		}
	}
	if s.Freeze > 0 {
		at := CellName(s.Freeze+1, 1)
		if err := w.f.SetPanes(w.sheet, &excelize.Panes{Freeze: true, YSplit: s.Freeze, TopLeftCell: at, ActivePane: "bottomLeft"}); err != nil {
			return err
		}
	}
	return w.page(s.Page, 0, 0)
}

func (w *writer) formCell(c FormCell, lists *choiceLists) error {
	ref := c.At
	if c.To != "" {
		ref += ":" + c.To
	}
	area, ok := ParseRect(ref)
	if !ok || (area.Row2-area.Row1+1)*(area.Col2-area.Col1+1) > 100_000 {
		return fmt.Errorf("no range %q", ref)
	}
	k, ok := looks[c.Look]
	if !ok {
		return fmt.Errorf("no look %q", c.Look)
	}
	k.format = c.Format
	for row := area.Row1; row <= area.Row2; row++ {
		for col := area.Col1; col <= area.Col2; col++ {
			v := any(nil)
			if row == area.Row1 && col == area.Col1 {
				v = c.Value
			}
			if err := w.put(row, col, v, k); err != nil {
				return err
			}
		}
	}
	if c.Comment != "" {
		if err := w.comment(area.Row1, area.Col1, c.Comment); err != nil {
			return err
		}
	}
	if len(c.Choices) > 0 {
		return lists.add(area, c.Choices)
	}
	return nil
}

// comment puts a note on a cell, in a box that fits its text.
func (w *writer) comment(row, col int, text string) error {
	text = cleanForXML(text)
	lines := linesOf(text, 42)
	return w.f.AddComment(w.sheet, excelize.Comment{Cell: CellName(row, col), Author: "ocoprint",
		Width: 300, Height: uint(min(30+18*lines, 420)), Paragraph: []excelize.RichTextRun{{Text: text}}})
}

// choiceLists keeps drop-downs that are longer than a rule may be (255
// characters) or hold a comma on a sheet of their own, which is hidden.
type choiceLists struct {
	w     *writer
	lists [][]string
}

// add puts a drop-down on a range. Another value is let through after a
// question: an office may need one that nobody thought of.
func (l *choiceLists) add(area Rect, choices []string) error {
	dv := excelize.NewDataValidation(true)
	dv.SetSqref(area.String())
	if area.Row1 == area.Row2 && area.Col1 == area.Col2 {
		dv.Sqref = CellName(area.Row1, area.Col1)
	}
	dv.SetError(excelize.DataValidationErrorStyleWarning, "Giá trị khác danh mục", "Giá trị này không có trong danh mục. Vẫn dùng?")
	joined := strings.Join(choices, ",")
	if len(joined) <= 250 && !strings.Contains(strings.Join(choices, ""), ",") && !strings.Contains(joined, `"`) {
		if err := dv.SetDropList(choices); err != nil {
			return err
		}
	} else {
		l.lists = append(l.lists, choices)
		col := ColName(len(l.lists))
		dv.SetSqrefDropList(fmt.Sprintf("'%s'!$%s$1:$%s$%d", choiceSheet, col, col, len(choices)))
	}
	return l.w.f.AddDataValidation(l.w.sheet, dv)
}

// write puts the long lists on their sheet.
func (l *choiceLists) write() error {
	if len(l.lists) == 0 {
		return nil
	}
	if err := l.w.addSheet(choiceSheet); err != nil {
		return err
	}
	if l.w.sheet != choiceSheet {
		return fmt.Errorf("the sheet name %q is taken", choiceSheet)
	}
	for i, list := range l.lists {
		for j, v := range list {
			if err := l.w.put(j+1, i+1, v, look{format: "@"}); err != nil {
				return err
			}
		}
	}
	return l.w.f.SetSheetVisible(choiceSheet, false)
}
