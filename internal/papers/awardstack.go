package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// AwardStack (giấy chứng nhận theo lượt trao): the certificates in the order of the stage, a separator sheet before each round.
var AwardStack = Paper{
	Name: "award-stack", File: "giay-chung-nhan-theo-luot",
	Title: message.Define("paper-award-stack", "Giấy chứng nhận theo lượt trao", "Certificates by round on stage"),
	About: message.Define("paper-award-stack-about", "Giấy chứng nhận xếp sẵn theo lượt trao, trước mỗi lượt có tờ phân cách.", "The certificates in the order of the stage, a separator sheet before each round."),
	Pages: awardStackPages,
}

func awardStackPages(in Input) ([]layout.Page, []layout.Problem) { return nil, nil }
