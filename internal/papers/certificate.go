package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// Certificates are the certificates of the round in award order (giấy chứng
// nhận), drawn by the layout each was issued with. For long batches and for one
// file each, use NewBatch.
var Certificates = Paper{
	Name: "certificate", File: "giay-chung-nhan", Public: true,
	Title: message.Define("paper-certificate", "Giấy chứng nhận", "Certificates"),
	About: message.Define("paper-certificate-about", "Giấy chứng nhận của cả đợt, theo thứ tự trao.",
		"The certificates of the whole round, in award order."),
	Pages: certificatesPages,
}

func certificatesPages(in Input) ([]layout.Page, []layout.Problem) {
	b, problems := NewBatch(in)
	if len(layout.Errors(problems)) > 0 {
		return nil, problems
	}
	var pages []layout.Page
	for i := range b.Len() {
		got, _ := b.Pages(i)
		pages = append(pages, got...)
	}
	return pages, problems
}
