package papers

import (
	"slices"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// AwardStack is the stack as it lies in the tray (giấy chứng nhận theo lượt):
// the certificates of each round on stage behind its separator sheet.
var AwardStack = Paper{
	Name: "award-stack", File: "giay-chung-nhan-theo-luot",
	Title: message.Define("paper-award-stack", "Giấy chứng nhận theo lượt trao", "Certificates by round on stage"),
	About: message.Define("paper-award-stack-about",
		"Giấy chứng nhận xếp sẵn theo lượt trao, trước mỗi lượt có tờ phân cách.",
		"The certificates in the order of the stage, a separator sheet before each round."),
	Pages: awardStackPages,
}

func awardStackPages(in Input) ([]layout.Page, []layout.Problem) {
	b, problems := NewBatch(in)
	if len(layout.Errors(problems)) > 0 {
		return nil, problems
	}
	var pages []layout.Page
	for _, t := range stage(in) {
		got, bad := separator(in, t)
		pages, problems = append(pages, got...), append(problems, bad...)
		for _, c := range t.certificates() {
			got, _ := b.Pages(slices.IndexFunc(in.Certificates, func(o ocop.Certificate) bool { return o.ID == c.ID }))
			pages = append(pages, got...)
		}
	}
	return pages, problems
}
