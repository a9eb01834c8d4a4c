package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// AwardOrderPaper (thứ tự trao và lời dẫn): the rounds on stage and what the presenter reads, abbreviations in full.
var AwardOrderPaper = Paper{
	Name: "award-order", File: "thu-tu-trao",
	Title: message.Define("paper-award-order", "Thứ tự trao và lời dẫn", "Award order and the presenter’s text"),
	About: message.Define("paper-award-order-about", "Các lượt lên nhận và lời đọc của người dẫn chương trình, chữ viết tắt đã đọc đủ.", "The rounds on stage and what the presenter reads, abbreviations in full."),
	Pages: awardOrderPaperPages,
}

func awardOrderPaperPages(in Input) ([]layout.Page, []layout.Problem) { return nil, nil }
