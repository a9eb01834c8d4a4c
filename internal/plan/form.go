package plan

import (
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// FormSheet is one sheet of a workbook to be filled in, for the room that writes
// workbooks. Cells come row by row.
type FormSheet struct {
	Name   string
	Widths []float64 // of columns A, B, …, in characters
	Cells  []FormCell
	Freeze int // rows that stay in sight
}

// FormCell is one cell; with To, its choices hold down to that cell.
type FormCell struct {
	At      string // "B4"
	To      string
	Value   string
	Look    string   // "title", "header", "label", "input", "hint"
	Comment string   // shown when the pointer rests on the cell
	Choices []string // drop-down
}

// Form is the workbook that `ocoprint init --xlsx` writes: the sheet “Kế hoạch”
// with every field, its help and drop-downs, and the decisions; the sheet “Đại
// biểu” with the guest groups. [FromSheets] reads it back to the same settings.
// Comments are in the given language, headings are Vietnamese.
func Form(s ocop.Settings, l message.Lang) []FormSheet {
	return []FormSheet{planForm(s, l), guestForm(s.Conference, l)}
}

type formWriter struct {
	cells []FormCell
	row   int // from 0
}

func (w *formWriter) put(col int, value, look string) *FormCell {
	w.cells = append(w.cells, FormCell{At: cellName(w.row, col), Value: value, Look: look})
	return &w.cells[len(w.cells)-1]
}

func planForm(s ocop.Settings, l message.Lang) FormSheet {
	w := &formWriter{}
	w.put(0, "KẾ HOẠCH HỘI NGHỊ VÀ THIẾT LẬP CỦA CƠ QUAN", "title")
	if s.Sample {
		w.row++
		w.put(0, "MẪU – KHÔNG CÓ GIÁ TRỊ", "hint")
	}
	w.row += 2
	w.put(0, "Nội dung", "header")
	w.put(1, "Giá trị", "header")
	w.put(2, "Cách ghi", "header")
	freeze := w.row + 1
	for _, section := range sections {
		w.row++
		w.put(0, section.Text.In(message.Vi), "title")
		for _, f := range section.Fields {
			w.row++
			w.field(f, &s, l)
		}
	}
	w.row += 2
	w.decisions(s.Conference.Announces, l)
	return FormSheet{Name: PlanSheet, Widths: []float64{34, 60, 70, 60, 24}, Cells: w.cells, Freeze: freeze}
}

func (w *formWriter) field(f *Field, s *ocop.Settings, l message.Lang) {
	w.put(0, sheetLabel(f, message.Vi), "label")
	c := w.put(1, f.shown(s), "input")
	c.Comment = f.Help(l)
	for _, o := range f.Choices {
		c.Choices = append(c.Choices, o.Label.In(message.Vi))
	}
	if f.Kind == YesNo {
		c.Choices = []string{"có", "không"}
	}
	hint := f.Help(message.Vi)
	if f.Example != "" && f.Kind != YesNo && f.Kind != Choice {
		hint += " Ví dụ: " + f.Example
	}
	w.put(2, hint, "hint")
}

// shown is the value as the sheet shows it: a choice by its name.
func (f *Field) shown(owner any) string {
	v := f.text(owner)
	for _, o := range f.Choices {
		if o.Value == v {
			return o.Label.In(message.Vi)
		}
	}
	return v
}

func (w *formWriter) decisions(list []ocop.Announcement, l message.Lang) {
	w.put(0, DecisionTable.Text.In(message.Vi), "title")
	w.row++
	for col, f := range DecisionTable.Fields {
		w.put(col, f.Label(message.Vi), "header").Comment = f.Help(l)
	}
	for i := range max(len(list), 3) {
		w.row++
		var a ocop.Announcement
		if i < len(list) {
			a = list[i]
		}
		for col, f := range DecisionTable.Fields {
			w.put(col, f.text(&a), "input")
		}
	}
}

func guestForm(c ocop.Conference, l message.Lang) FormSheet {
	w := &formWriter{}
	w.put(0, "DANH SÁCH ĐẠI BIỂU", "title")
	w.row += 2
	w.put(0, "STT", "header")
	for i, f := range GuestTable.Fields {
		w.put(i+1, f.Label(message.Vi), "header").Comment = f.Help(l)
	}
	freeze := w.row + 1
	groups := c.Groups
	if len(groups) == 0 {
		groups = []ocop.GuestGroup{{Name: GroupTable.field("name").Example}, {Name: "Chủ thể có sản phẩm được công nhận"}}
	}
	for i, g := range groups {
		w.row++
		w.group(i, g)
	}
	return FormSheet{Name: GuestSheet, Widths: []float64{6, 12, 28, 28, 40, 20, 18, 24}, Cells: w.cells, Freeze: freeze}
}

// group writes its row, its guests and two rows to fill in.
func (w *formWriter) group(i int, g ocop.GuestGroup) {
	w.put(0, viet.Roman(i+1), "title")
	w.put(1, g.Name, "title").Comment = groupComment(g)
	if note := groupNote(g); note != "" {
		w.put(len(GuestTable.Fields), note, "hint")
	}
	for j := range len(g.Guests) + 2 {
		w.row++
		var a ocop.Attendee
		if j < len(g.Guests) {
			a = g.Guests[j]
			w.put(0, itoa(j+1), "input")
		}
		for k, f := range GuestTable.Fields {
			c := w.put(k+1, f.text(&a), "input")
			if f.Key == "honorific" {
				c.Choices = []string{"Đ/c", "Ông", "Bà"}
			}
		}
	}
}

func groupComment(g ocop.GuestGroup) string {
	if g.Producers || namesProducers(g.Name) {
		return "Chương trình tự điền các chủ thể từ kết quả; chỉ ghi thêm nếu cần."
	}
	return strings.TrimSpace(GroupTable.field("name").Help(message.Vi))
}
