package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/viet"
)

// HandOver is the hand-over list of certificates (danh sách giao nhận Giấy
// chứng nhận), in award order.
var HandOver = Paper{
	Name: "hand-over", File: "giao-nhan-gcn",
	Title: message.Define("paper-hand-over", "Danh sách giao nhận Giấy chứng nhận", "Hand-over list"),
	About: message.Define("paper-hand-over-about", "Ký nhận giấy chứng nhận, có cột giấy ủy quyền.",
		"Who received which certificate, with a column for proxies."),
	Pages: handOverPages,
	Table: handOverTable,
}

const handOverKind = "Danh sách giao nhận Giấy chứng nhận"

func handOverAbout(in Input) string { return "Sản phẩm OCOP" + in.roundWords() }

func handOverList(in Input) list {
	l := list{size: 11.5, minRow: 12, cols: []col{
		{head: "STT", width: 11, align: layout.Center, nowrap: true},
		{head: "Số Giấy\nchứng nhận", width: 37, align: layout.Center},
		{head: "Tên sản phẩm", flex: 1.1},
		{head: "Chủ thể", flex: 1},
		{head: "Người nhận (họ tên, chức vụ)", width: 37},
		{head: "Giấy ủy quyền\n(số, ngày)", width: 30},
		{head: "Ngày nhận", width: 22, align: layout.Center},
		{head: "Ký nhận", width: 28},
		{head: "Ghi chú", width: 16.5},
	}}
	for i, c := range in.Certificates {
		p, st := in.Persons[c.ID], in.Standings[c.ID]
		who := or(st.Receiver, joinNonEmpty(",\n", p.Representative, p.Title))
		l.add(viet.Count(i+1), c.Number, c.Product.Name, c.Producer.Name, who, p.Proxy, st.HandedOver, "", "")
	}
	return l
}

func handOverFooter(in Input) string {
	return "Tổng số: " + viet.Count(len(in.Certificates)) + " Giấy chứng nhận (" + count(in.Certificates) + ")./."
}

func handOverPages(in Input) ([]layout.Page, []layout.Problem) {
	if len(in.Certificates) == 0 {
		return nil, nil
	}
	s := newSheet(in, wideListSheet(), handOverKind)
	s.officeHead()
	s.titles(handOverKind, handOverAbout(in), in.grantLine())
	l := handOverList(in)
	s.Table(l.signed())
	s.KeepTogether(func(*layout.Flow) {
		s.say(handOverFooter(in), layout.Para{Bold: true, Before: 2.5})
		s.signatures(party{"NGƯỜI GIAO", "(Ký, ghi rõ họ tên)", ""}, in.officeHeadParty())
	})
	return s.done()
}

func handOverTable(in Input) *Table {
	if len(in.Certificates) == 0 {
		return nil
	}
	l := handOverList(in)
	return l.workbook("Giao nhận GCN", listTitle(in, handOverKind, handOverAbout(in), in.grantLine()),
		[]TableLine{{Text: handOverFooter(in), Bold: true}}, true)
}
