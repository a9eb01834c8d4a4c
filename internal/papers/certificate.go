package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// Certificates (giấy chứng nhận): the certificates of the whole round, in award order.
var Certificates = Paper{
	Name: "certificate", File: "giay-chung-nhan", Public: true,
	Title: message.Define("paper-certificate", "Giấy chứng nhận", "Certificates"),
	About: message.Define("paper-certificate-about", "Giấy chứng nhận của cả đợt, theo thứ tự trao.", "The certificates of the whole round, in award order."),
	Pages: certificatesPages,
}

func certificatesPages(in Input) ([]layout.Page, []layout.Problem) { return nil, nil }
