package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// RegisterBook (sổ theo dõi cấp giấy chứng nhận): the register as a printed book with a closing line.
var RegisterBook = Paper{
	Name: "register-book", File: "so-theo-doi",
	Title: message.Define("paper-register-book", "Sổ theo dõi cấp Giấy chứng nhận", "Register book"),
	About: message.Define("paper-register-book-about", "Sổ theo dõi in từ dữ liệu, có số trang và dòng khóa sổ.", "The register as a printed book with a closing line."),
	Pages: registerBookPages,
	Table: registerBookTable,
}

func registerBookPages(in Input) ([]layout.Page, []layout.Problem) { return nil, nil }

func registerBookTable(in Input) *Table { return nil }
