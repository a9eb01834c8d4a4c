package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// Separators (tờ phân cách lượt trao): separator sheets for certificates printed on stock and sorted by hand.
var Separators = Paper{
	Name: "separators", File: "to-phan-cach",
	Title: message.Define("paper-separators", "Tờ phân cách lượt trao", "Separator sheets"),
	About: message.Define("paper-separators-about", "Tờ phân cách để tự xếp giấy chứng nhận in trên phôi theo lượt trao.", "Separator sheets for certificates printed on stock and sorted by hand."),
	Pages: separatorsPages,
}

func separatorsPages(in Input) ([]layout.Page, []layout.Problem) { return nil, nil }
