package papers

import (
	"fmt"
	"strings"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// Display is the display inventory (bảng kê sản phẩm trưng bày): units the plan
// asks for, received and returned, and the signatures of both sides.
var Display = Paper{
	Name: "display", File: "trung-bay",
	Title: message.Define("paper-display", "Bảng kê sản phẩm trưng bày", "Display inventory"),
	About: message.Define("paper-display-about", "Số lượng yêu cầu, thực nhận, trả lại và chữ ký hai bên.",
		"Units required, received and returned, signed by both sides."),
	Pages: displayPages,
	Table: displayTable,
}

// exemptWords stand in the columns of units for what cannot be brought ten
// times: a service, a living tree.
const exemptWords = "Không áp dụng – ảnh, tờ rơi"

// exempt reports whether a product is shown by a picture: group VI (dịch vụ du
// lịch) and group V (sinh vật cảnh) of 148/QĐ-TTg, and the services of 1048.
func exempt(p ocop.Product) bool {
	group := viet.Fold(p.Group)
	for _, g := range []string{"du lich", "sinh vat canh", "cay canh", "dong vat canh"} {
		if strings.Contains(group, g) {
			return true
		}
	}
	switch strings.TrimPrefix(strings.TrimPrefix(group, "nhom "), "san pham ") {
	case "v", "vi", "5", "6", "hoa":
		return true
	case "":
		return touristName(p.Name)
	}
	return false
}

// touristName judges a product whose group is not stated by its first words.
func touristName(name string) bool {
	n := viet.Fold(name) + " "
	for _, p := range []string{"du lich ", "dich vu du lich ", "diem du lich ", "homestay ", "lang du lich ", "ban du lich "} {
		if strings.HasPrefix(n, p) {
			return true
		}
	}
	return false
}

const displayKind = "Bảng kê sản phẩm trưng bày"

func displayAbout(in Input) string { return "Tại " + in.conferenceTitle() }

// displayRule is the sentence of the plan behind the required units.
func displayRule(in Input) string {
	s := fmt.Sprintf("Mỗi sản phẩm được công nhận trưng bày ít nhất %s đơn vị", viet.Count(in.Settings.Conference.DisplayUnits()))
	if n := in.Settings.Conference.PlanNumber; n != "" {
		s += " (Kế hoạch số " + n + ")"
	}
	return s + "; dịch vụ du lịch và sinh vật cảnh trưng bày bằng hình ảnh, tờ rơi."
}

func displayList(in Input) list {
	l := list{size: 10.5, minRow: 10.5, cols: []col{
		{head: "STT", width: 9.5, align: layout.Center, nowrap: true},
		{head: "Tên sản phẩm", flex: 1},
		{head: "Chủ thể", flex: 1.05},
		{head: "Xã, phường", width: 31.3}, // “Phường Tân Phong” on a line
		{head: "Hạng sao", width: 13, align: layout.Center, nowrap: true},
		{head: "Quy cách", width: 20},
		{head: "ĐVT", width: 13, align: layout.Center},
		{head: "Yêu cầu", group: "Số lượng", width: 12, align: layout.Center},
		{head: "Thực nhận", group: "Số lượng", width: 12, align: layout.Center},
		{head: "Trả lại", group: "Số lượng", width: 12, align: layout.Center},
		{head: "Vị trí, gian", width: 14, align: layout.Center},
		{head: "Bên giao", group: "Ký tên", width: 18.5},
		{head: "Bên nhận", group: "Ký tên", width: 18.5},
		{head: "Ghi chú", width: 16},
	}}
	for i, c := range in.Certificates {
		p, stand := c.Product, in.Displays[c.ID]
		cells := []any{viet.Count(i + 1), p.Name, c.Producer.Name, c.Producer.Commune, nobreak(c.Stars.String()), nobreak(p.Pack), p.Unit}
		if exempt(p) {
			cells = append(cells, wide{exemptWords, 3})
		} else {
			cells = append(cells, in.Settings.Conference.DisplayUnits(), "", "")
		}
		l.add(append(cells, stand.Booth, "", "", standNote(p, stand))...)
	}
	return l
}

// standNote keeps what the annex says of units beside the plan's number.
func standNote(p ocop.Product, s Stand) string {
	if s.Units == "" || exempt(p) {
		return ""
	}
	return "đăng ký " + s.Units
}

func displayFooter(in Input) string {
	return "Ấn định danh sách: " + count(in.Certificates) + "./."
}

func displayPages(in Input) ([]layout.Page, []layout.Problem) {
	if len(in.Certificates) == 0 {
		return nil, nil
	}
	s := newSheet(in, wideListSheet(), displayKind)
	s.officeHead()
	s.titles(displayKind, displayAbout(in), "("+in.when()+", "+in.where()+")")
	l := displayList(in)
	s.Table(l.signed())
	s.KeepTogether(func(*layout.Flow) {
		s.say(displayFooter(in), layout.Para{Bold: true, Before: 2.5})
		s.say(displayRule(in), layout.Para{Italic: true, Size: 12, Before: 1, Balance: true})
		s.signatures(in.preparer(), in.officeHeadParty())
	})
	return s.done()
}

func displayTable(in Input) *Table {
	if len(in.Certificates) == 0 {
		return nil
	}
	l := displayList(in)
	return l.workbook("Trưng bày", listTitle(in, displayKind, displayAbout(in), in.planLine()),
		[]TableLine{{Text: displayFooter(in), Bold: true}, {Text: displayRule(in), Italic: true}}, true)
}
