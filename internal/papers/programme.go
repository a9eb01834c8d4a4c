package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// Programme (chương trình hội nghị): the course of the conference and every decision it announces.
var Programme = Paper{
	Name: "programme", File: "chuong-trinh", Public: true,
	Title: message.Define("paper-programme", "Chương trình hội nghị", "Conference programme"),
	About: message.Define("paper-programme-about", "Trình tự hội nghị và các quyết định được công bố.", "The course of the conference and every decision it announces."),
	Pages: programmePages,
}

func programmePages(in Input) ([]layout.Page, []layout.Problem) { return nil, nil }
