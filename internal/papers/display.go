package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// Display (bảng kê sản phẩm trưng bày): units required, received and returned, signed by both sides.
var Display = Paper{
	Name: "display", File: "trung-bay",
	Title: message.Define("paper-display", "Bảng kê sản phẩm trưng bày", "Display inventory"),
	About: message.Define("paper-display-about", "Số lượng yêu cầu, thực nhận, trả lại và chữ ký hai bên.", "Units required, received and returned, signed by both sides."),
	Pages: displayPages,
	Table: displayTable,
}

func displayPages(in Input) ([]layout.Page, []layout.Problem) { return nil, nil }

func displayTable(in Input) *Table { return nil }
