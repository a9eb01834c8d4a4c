package papers

import (
	"fmt"
	"slices"
	"strings"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// Programme is the conference programme (chương trình hội nghị): it announces
// every decision of the plan with its issuer.
var Programme = Paper{
	Name: "programme", File: "chuong-trinh",
	Title: message.Define("paper-programme", "Chương trình hội nghị", "Conference programme"),
	About: message.Define("paper-programme-about", "Trình tự hội nghị và các quyết định được công bố.",
		"The course of the conference and every decision it announces."),
	Pages: programmePages,
	Table: programmeTable,
}

// announcements are the plan's, and a decision behind a certificate that the
// plan forgot.
func (in Input) announcements() []ocop.Announcement {
	all := append([]ocop.Announcement(nil), in.Settings.Conference.Announces...)
	for _, d := range decisions(in.Certificates) {
		known := false
		for _, a := range all {
			known = known || viet.Key(a.Decision.Number) == viet.Key(d.Number) && (a.Decision.Date == d.Date || a.Decision.Date.IsZero())
		}
		if !known {
			all = append(all, ocop.Announcement{Decision: d})
		}
	}
	return all
}

const programmeKind = "Chương trình"

func programmeList(in Input) list {
	conf := in.Settings.Conference
	l := list{size: 12.5, minRow: 9, cols: []col{
		{head: "TT", width: 12, align: layout.Center},
		{head: "Nội dung", flex: 1, running: true},
		{head: "Thực hiện", width: 57},
	}}
	n := 0
	item := func(text, who string) {
		n++
		l.add(fmt.Sprint(n), text, who)
	}
	host := or(conf.Host, "Ban Tổ chức")
	item("Đón tiếp đại biểu; các chủ thể trưng bày, giới thiệu sản phẩm", in.office())
	item("Tuyên bố lý do, giới thiệu đại biểu", host)
	for _, a := range in.announcements() {
		item("Công bố "+announced(a.Decision), a.Reader)
	}
	if len(in.Certificates) > 0 {
		item(fmt.Sprintf("Trao Giấy chứng nhận sản phẩm OCOP%s cho %s (%s lượt)", joined(" ", nobreak(strings.TrimSpace(in.roundWords()))), count(in.Certificates),
			viet.Count(len(stage(in)))), presenterNames(in))
	}
	for _, p := range conf.Programme {
		item(p, "")
	}
	if len(conf.Programme) == 0 {
		item("Phát biểu của đại diện chủ thể được nhận Giấy chứng nhận", "Đại diện chủ thể")
		item("Phát biểu chỉ đạo và bế mạc Hội nghị", conf.Chair)
	}
	return l
}

// announced is a decision with its title and issuer.
func announced(d ocop.Decision) string {
	s := decisionWords(d)
	if d.Title != "" {
		s += " " + lowerTitle(d.Title)
	}
	return s
}

// lowerTitle joins a decision's title to its number: “về việc …”.
func lowerTitle(t string) string {
	low := lowerFirst(t)
	if rest, ok := strings.CutPrefix(low, "v/v "); ok {
		return "về việc " + rest
	}
	for _, verb := range []string{"về ", "phê duyệt ", "công nhận ", "ban hành ", "cấp "} {
		if strings.HasPrefix(low, verb) {
			return low
		}
	}
	return "(" + t + ")"
}

// presenterNames are those who hand over in one of the rounds, as the award order
// has them: with one round the second of the plan's list stays seated.
func presenterNames(in Input) string {
	var names []string
	for _, t := range stage(in) {
		if !slices.Contains(names, t.presenter) {
			names = append(names, t.presenter)
		}
	}
	return or(joinNonEmpty(";\n", names...), in.Settings.Conference.Chair)
}

func programmePages(in Input) ([]layout.Page, []layout.Problem) {
	s := newSheet(in, listSheet(), programmeKind)
	s.officeHead()
	s.titles(programmeKind, in.conferenceTitle(), in.planLine())
	s.fact("Thời gian", in.when(), plainStyle)
	s.fact("Địa điểm", in.where(), plainStyle)
	if c := in.Settings.Conference.Chair; c != "" {
		s.fact("Chủ trì", c, plainStyle)
	}
	s.Space(3)
	l := programmeList(in)
	s.Table(l.signed())
	for _, n := range in.Settings.Conference.Notes {
		s.say(n, layout.Para{Italic: true, Size: 12, Before: 1.5, Balance: true, KeepNext: true})
	}
	s.KeepTogether(func(*layout.Flow) { s.signatures(party{}, in.officeHeadParty()) })
	return s.done()
}

func programmeTable(in Input) *Table {
	l := programmeList(in)
	return l.workbook(programmeKind, append(listTitle(in, programmeKind, in.conferenceTitle(), in.planLine()),
		TableLine{Text: "Thời gian: " + in.when(), Align: TableLeft}, TableLine{Text: "Địa điểm: " + in.where(), Align: TableLeft}), nil, false)
}
