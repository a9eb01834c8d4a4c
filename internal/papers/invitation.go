package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// Invitations (giấy mời): an invitation for every guest named in the plan.
var Invitations = Paper{
	Name: "invitations", File: "giay-moi",
	Title: message.Define("paper-invitations", "Giấy mời", "Invitations"),
	About: message.Define("paper-invitations-about", "Giấy mời riêng cho từng đại biểu có tên trong Kế hoạch.", "An invitation for every guest named in the plan."),
	Pages: invitationsPages,
}

func invitationsPages(in Input) ([]layout.Page, []layout.Problem) { return nil, nil }
