package papers

import (
	"fmt"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/viet"
)

// AwardOrderPaper is the award order with the presenter's text (thứ tự trao và
// lời dẫn): who comes to the stage in which round, and what is read aloud.
var AwardOrderPaper = Paper{
	Name: "award-order", File: "thu-tu-trao",
	Title: message.Define("paper-award-order", "Thứ tự trao và lời dẫn", "Award order and the presenter’s text"),
	About: message.Define("paper-award-order-about",
		"Các lượt lên nhận và lời đọc của người dẫn chương trình, chữ viết tắt đã đọc đủ.",
		"The rounds on stage and what the presenter reads, abbreviations in full."),
	Pages: awardOrderPages,
	Table: awardOrderTable,
}

const awardOrderKind = "Thứ tự trao Giấy chứng nhận và lời dẫn"

func awardOrderList(in Input) list {
	l := list{size: 12, cols: []col{
		{head: "STT", width: 11, align: layout.Center, nowrap: true},
		{head: "Chủ thể", width: 39.4}, // “Công ty TNHH MTV” on a line
		{head: "Sản phẩm", flex: 1},
		{head: "Số Giấy\nchứng nhận", width: numberWidth, align: layout.Center},
		{head: "Người nhận", width: 34.5}, // “Lê Văn Minh Họa” on a line
	}}
	n := 0
	for _, t := range stage(in) {
		l.section(turnTitle(t))
		for _, o := range t.owners {
			for i, c := range o.Certificates {
				n++
				if i > 0 {
					l.add(viet.Count(n), covered{}, c.Product.Name, c.Number, covered{})
					continue
				}
				rows := len(o.Certificates)
				l.add(viet.Count(n), tall{o.Name, rows}, c.Product.Name, c.Number, tall{in.person(o).Representative, rows})
			}
		}
	}
	return l
}

func turnTitle(t turn) string {
	s := fmt.Sprintf("Lượt %d: %s, %s Giấy chứng nhận", t.no, viet.Count(len(t.owners))+" chủ thể", viet.Count(len(t.certificates())))
	if t.presenter != "" {
		s += "\nTrao: " + t.presenter
	}
	return s
}

func awardOrderPages(in Input) ([]layout.Page, []layout.Problem) {
	if len(in.Certificates) == 0 {
		return nil, nil
	}
	s := newSheet(in, listSheet(), awardOrderKind)
	s.officeHead()
	s.titles(awardOrderKind, in.conferenceTitle(), "")
	turns := stage(in)
	s.say(fmt.Sprintf("Tổng số: %s, trao trong %s lượt.", count(in.Certificates), viet.Count(len(turns))),
		layout.Para{Align: layout.Center, After: 2.5})
	l := awardOrderList(in)
	s.Table(l.table())
	if len(turns) > 0 {
		s.NewPage()
		s.say("LỜI DẪN", titleStyle)
		s.Space(2)
	}
	for _, t := range turns {
		s.speech(t, len(turns))
	}
	return s.done()
}

func awardOrderTable(in Input) *Table {
	if len(in.Certificates) == 0 {
		return nil
	}
	l := awardOrderList(in)
	return l.workbook("Thứ tự trao", listTitle(in, awardOrderKind, in.conferenceTitle(), ""), nil, false)
}
