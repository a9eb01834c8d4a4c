package workbook

import (
	"errors"
	"io"
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
	To      string   // "B40": the choices hold down to here; "" is the cell alone
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

// WriteForm writes a form as .xlsx; the same form gives the same bytes.
func WriteForm(w io.Writer, f Form) error { return errors.New("not built yet") }
