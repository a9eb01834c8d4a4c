package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// NamePlates (biển tên đại biểu): folded table plates with two faces.
var NamePlates = Paper{
	Name: "name-plates", File: "bien-ten",
	Title: message.Define("paper-name-plates", "Biển tên đại biểu", "Name plates"),
	About: message.Define("paper-name-plates-about", "Biển tên để bàn, gấp đôi, hai mặt.", "Folded table plates with two faces."),
	Pages: namePlatesPages,
}

func namePlatesPages(in Input) ([]layout.Page, []layout.Problem) { return nil, nil }
