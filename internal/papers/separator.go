package papers

import (
	"fmt"
	"strings"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/viet"
)

// Separators are the sheets between the rounds on stage (tờ phân cách), for
// certificates that are printed on stock and sorted by hand.
var Separators = Paper{
	Name: "separators", File: "to-phan-cach",
	Title: message.Define("paper-separators", "Tờ phân cách lượt trao", "Separator sheets"),
	About: message.Define("paper-separators-about", "Tờ phân cách để tự xếp giấy chứng nhận in trên phôi theo lượt trao.",
		"Separator sheets for certificates printed on stock and sorted by hand."),
	Pages: separatorsPages,
}

func separatorsPages(in Input) ([]layout.Page, []layout.Problem) {
	var pages []layout.Page
	var problems []layout.Problem
	for _, t := range stage(in) {
		got, bad := separator(in, t)
		pages, problems = append(pages, got...), append(problems, bad...)
	}
	return pages, problems
}

// separator is one sheet that cannot be taken for a certificate: the round in
// large grey figures and what lies behind it.
func separator(in Input, t turn) ([]layout.Page, []layout.Problem) {
	setup := layout.Decree30Landscape()
	setup.Numbers = layout.NoNumbers
	s := newSheet(in, setup, fmt.Sprintf("Lượt %d", t.no))
	grey := layout.Gray(65)
	if len(t.owners) <= 7 {
		s.Space(12)
	}
	s.say("TỜ PHÂN CÁCH – KHÔNG TRAO", layout.Para{Size: 12, Align: layout.Center, Color: grey})
	s.Space(4)
	s.say(fmt.Sprintf("LƯỢT %d", t.no), layout.Para{Size: 64, Bold: true, Align: layout.Center, Color: grey, Leading: 1.1})
	s.say(viet.Count(len(t.owners))+" chủ thể, "+viet.Count(len(t.certificates()))+" Giấy chứng nhận", layout.Para{Size: 18, Align: layout.Center, Before: 5})
	if t.presenter != "" {
		s.say("Trao: "+t.presenter, layout.Para{Size: 16, Align: layout.Center, Before: 1.5, Balance: true})
	}
	s.Space(6)
	size := 15.0
	if len(t.owners) > 7 {
		size = 11
	}
	for i, o := range t.owners {
		s.say(fmt.Sprintf("%d.\u00a0%s: %s", i+1, o.Name, numbers(o)),
			layout.Para{Size: size, Before: 1.2, Indent: 25 + hang(size), FirstIndent: -hang(size), IndentRight: 20})
	}
	return s.done()
}

// hang is the room in mm of “1. ” before the lines of a numbered item.
func hang(size float64) float64 { return size * layout.MM }

// numbers are the certificate numbers of a producer: “số 01/2023/GCN-UBND, …”.
func numbers(o owner) string {
	var all []string
	for _, c := range o.Certificates {
		all = append(all, nobreak(c.Number))
	}
	return "số " + strings.Join(all, ", ")
}
