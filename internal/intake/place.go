package intake

import (
	"fmt"

	"ocoprint/internal/message"
)

// place is where something stands, as the clerk sees it: “Trang tính «Đợt 2»,
// dòng 14, cột «Hạng sao» (ô F14)”.
type place struct {
	sheet  string
	row    int
	column string // heading
	cell   string
}

// In says the place in a language.
func (p place) In(l message.Lang) string {
	sheet, row, column, cell := "Trang tính", "dòng", "cột", "ô"
	if l == message.En {
		sheet, row, column, cell = "Sheet", "row", "column", "cell"
	}
	if p.sheet == "" {
		if l == message.En {
			return "The file"
		}
		return "Tệp"
	}
	s := fmt.Sprintf("%s «%s»", sheet, p.sheet)
	if p.row > 0 {
		s += fmt.Sprintf(", %s %d", row, p.row)
	}
	if p.column != "" {
		s += fmt.Sprintf(", %s «%s»", column, p.column)
	}
	if p.cell != "" {
		s += fmt.Sprintf(" (%s %s)", cell, p.cell)
	}
	return s
}
