package papers

import (
	"fmt"
	"strings"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// Slips are the give-and-take slips of the display (phiếu giao nhận): half an
// A4 sheet for each producer, two copies on a sheet, one for each side.
var Slips = Paper{
	Name: "slips", File: "phieu-giao-nhan",
	Title: message.Define("paper-slips", "Phiếu giao nhận sản phẩm trưng bày", "Give-and-take slips"),
	About: message.Define("paper-slips-about", "Mỗi chủ thể một phiếu, in hai liên trên một tờ A4.",
		"One slip a producer, two copies on a sheet."),
	Pages: slipsPages,
}

// copies are the two parts of a slip.
var copies = []string{"Liên 1: bên nhận giữ", "Liên 2: bên giao giữ"}

// halfSheet is half an A4 sheet, lying. Its top margin has no room for a number;
// a slip of several sheets is numbered at the foot.
func halfSheet() layout.PageSetup {
	s := listSheet()
	s.H, s.Size, s.Numbers, s.NumberSize = 148.5, 11.5, layout.FootRight, 10.5
	s.Top, s.Bottom, s.Left, s.Right = 9, 14, 20, 15
	return s
}

func slipsPages(in Input) ([]layout.Page, []layout.Problem) {
	var sheets []layout.Page
	var problems []layout.Problem
	for _, o := range byProducer(in.Certificates) {
		upper, bad := slip(in, o, copies[0])
		lower, _ := slip(in, o, copies[1])
		problems = append(problems, bad...)
		for i := range upper {
			p := layout.Page{W: 210, H: 297, Marks: []layout.Mark{cutLine(8, 148.5, 202, 148.5)}}
			if i == 0 {
				p.Bookmark = o.Name
			}
			onto(&p, upper[i], 0, 0)
			onto(&p, lower[i], 0, 148.5)
			sheets = append(sheets, p)
		}
	}
	return sheets, problems
}

// fewProducts fit a half sheet at ease; more are set closer.
const fewProducts = 5

func slipList(in Input, o owner) list {
	l := list{size: 10.5, minRow: 6, cols: []col{
		{head: "STT", width: 10, align: layout.Center, nowrap: true},
		{head: "Tên sản phẩm", flex: 1},
		{head: "Quy cách, ĐVT", width: 32},
		{head: "Yêu cầu", group: "Số lượng", width: 15, align: layout.Center},
		{head: "Thực nhận", group: "Số lượng", width: 15, align: layout.Center},
		{head: "Trả lại", group: "Số lượng", width: 15, align: layout.Center},
		{head: "Ghi chú", width: 20},
	}}
	if len(o.Certificates) > fewProducts {
		l.size, l.minRow, l.padY = 10, 4.8, 0.4
	}
	for i, c := range o.Certificates {
		cells := []any{viet.Count(i + 1), c.Product.Name, packWords(c.Product)}
		if exempt(c.Product) {
			cells = append(cells, wide{exemptWords, 3})
		} else {
			cells = append(cells, in.Settings.Conference.DisplayUnits(), "", "")
		}
		l.add(append(cells, "")...)
	}
	return l
}

// notBrought says how many of the products are shown by a picture only: these
// are neither handed over nor returned.
func notBrought(o owner) string {
	n := 0
	for _, c := range o.Certificates {
		if exempt(c.Product) {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return ", trong đó " + viet.Count(n) + " trưng bày bằng hình ảnh"
}

func slip(in Input, o owner, part string) ([]layout.Page, []layout.Problem) {
	s := newSheet(in, halfSheet(), "")
	s.Columns(
		layout.Column{Lines: []layout.Styled{{Text: upper(in.office()), Para: layout.Para{Size: 11, Bold: true}}}},
		layout.Column{Width: 50, Lines: []layout.Styled{{Text: part, Para: layout.Para{Size: 11, Italic: true, Align: layout.Right}}}})
	s.Space(2)
	s.say("PHIẾU GIAO NHẬN SẢN PHẨM TRƯNG BÀY", layout.Para{Size: 13, Bold: true, Align: layout.Center})
	s.say(in.conferenceTitle(), layout.Para{Size: 11, Italic: true, Align: layout.Center, Balance: true, After: 1.5})
	p := in.person(o)
	line := layout.Para{Before: 0.6}
	who := line
	who.Balance = true
	s.Paragraph("**Bên giao (chủ thể):** "+layout.Escape(o.Name), who)
	s.say("Người giao: "+or(p.Representative, blank)+"   Điện thoại: "+or(p.Phone, blank), line)
	s.Paragraph("**Bên nhận:** "+layout.Escape(in.office())+".   Người nhận: "+blank+"   Vị trí: "+layout.Escape(or(in.booth(o), shortBlank)), line)
	s.Space(1.5)
	l := slipList(in, o)
	t := l.signed()
	t.Again = layout.Escape("Phiếu giao nhận sản phẩm trưng bày của " + o.Name + " (tiếp theo). " + part + ".")
	s.Table(t)
	s.KeepTogether(func(*layout.Flow) {
		s.say(fmt.Sprintf("Cộng: %s sản phẩm%s. Trả lại đủ, ngày …… tháng …… năm ………", viet.Count(len(o.Certificates)), notBrought(o)),
			layout.Para{Before: 1.2})
		s.Space(1)
		room := 12.0
		if len(o.Certificates) > fewProducts {
			room = 8
		}
		s.Columns(slipParty("BÊN GIAO", room), slipParty("BÊN NHẬN", room), slipParty("NHẬN LẠI HÀNG", room))
	})
	return s.done()
}

func slipParty(who string, room float64) layout.Column {
	return layout.Column{Lines: []layout.Styled{
		{Text: who, Para: layout.Para{Size: 11, Bold: true, Align: layout.Center}},
		{Text: "(Ký, ghi rõ họ tên)", Para: layout.Para{Size: 10, Italic: true, Align: layout.Center}},
		{Text: "\u00a0", Para: layout.Para{Size: 10}, Gap: room},
	}}
}

// packWords is pack and unit: “Túi 500 g” says both.
func packWords(p ocop.Product) string {
	if strings.HasPrefix(viet.Fold(p.Pack), viet.Fold(p.Unit)) {
		return nobreak(p.Pack)
	}
	return joinNonEmpty("; ", nobreak(p.Pack), p.Unit)
}

// booth is the first place that the annex gives the producer.
func (in Input) booth(o owner) string {
	for _, c := range o.Certificates {
		if b := in.Displays[c.ID].Booth; b != "" {
			return b
		}
	}
	return ""
}
