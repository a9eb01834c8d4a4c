package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// Roster (danh sách đại biểu): attendees in the order of the plan, with a column to sign.
var Roster = Paper{
	Name: "roster", File: "dai-bieu",
	Title: message.Define("paper-roster", "Danh sách đại biểu", "Attendee roster"),
	About: message.Define("paper-roster-about", "Danh sách đại biểu theo thứ tự của Kế hoạch, có cột ký nhận.", "Attendees in the order of the plan, with a column to sign."),
	Pages: rosterPages,
	Table: rosterTable,
}

func rosterPages(in Input) ([]layout.Page, []layout.Problem) { return nil, nil }

func rosterTable(in Input) *Table { return nil }
