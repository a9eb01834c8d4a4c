package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// HandOver (danh sách giao nhận giấy chứng nhận): who received which certificate, with a column for proxies.
var HandOver = Paper{
	Name: "hand-over", File: "giao-nhan-gcn",
	Title: message.Define("paper-hand-over", "Danh sách giao nhận Giấy chứng nhận", "Hand-over list"),
	About: message.Define("paper-hand-over-about", "Ký nhận giấy chứng nhận, có cột giấy ủy quyền.", "Who received which certificate, with a column for proxies."),
	Pages: handOverPages,
	Table: handOverTable,
}

func handOverPages(in Input) ([]layout.Page, []layout.Problem) { return nil, nil }

func handOverTable(in Input) *Table { return nil }
