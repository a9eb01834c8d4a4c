package papers

import (
	"fmt"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// RegisterBook is the register as a printed book (sổ theo dõi cấp Giấy chứng
// nhận): a number row like the registers of Decree 30 Annex IV, pages numbered
// x/y, a closing line that counts pages and numbers.
var RegisterBook = Paper{
	Name: "register-book", File: "so-theo-doi",
	Title: message.Define("paper-register-book", "Sổ theo dõi cấp Giấy chứng nhận", "Register book"),
	About: message.Define("paper-register-book-about", "Sổ theo dõi in từ dữ liệu, có số trang và dòng khóa sổ.",
		"The register as a printed book with a closing line."),
	Pages: registerBookPages,
	Table: registerBookTable,
}

const registerBookKind = "Sổ theo dõi cấp Giấy chứng nhận sản phẩm OCOP"

func registerBookList(in Input) list {
	l := list{size: 10.5, minRow: 10, numbers: true, cols: []col{
		{head: "Số TT", width: 10, align: layout.Center, nowrap: true},
		{head: "Số Giấy\nchứng nhận", width: 34.5, align: layout.Center},
		{head: "Ngày cấp", width: 20, align: layout.Center, nowrap: true},
		{head: "Tên sản phẩm", flex: 1.1},
		{head: "Chủ thể, xã, phường", flex: 1.15},
		{head: "Hạng sao", width: 12, align: layout.Center, nowrap: true},
		{head: "Quyết định công nhận", width: 28, align: layout.Center},
		{head: "Có giá trị\nđến hết ngày", width: 24, align: layout.Center, nowrap: true},
		{head: "Người nhận, ngày nhận", width: 24},
		{head: "Tình trạng", width: 21.5, align: layout.Center},
		{head: "Ghi chú", width: 15.5},
	}}
	for i, c := range in.book() {
		st := in.standing(c)
		l.add(viet.Count(i+1), c.Number, c.IssuedOn, c.Product.Name, joinNonEmpty(",\n", c.Producer.Name, c.Producer.Commune),
			nobreak(c.Stars.String()), c.Decision.String(), c.LastDay,
			joinNonEmpty(", ", st.Receiver, st.HandedOver.String()), st.Status.Vi(), joinNonEmpty("; ", revision(c), st.Reason))
	}
	return l
}

func revision(c ocop.Certificate) string {
	if c.Revision > 1 {
		return fmt.Sprintf("cấp lại lần %d", c.Revision-1)
	}
	return ""
}

func bookFooter(in Input, pages int) string {
	n := len(in.book())
	s := fmt.Sprintf("Sổ này có %s trang, %s số", viet.Count(pages), viet.Count(n))
	switch {
	case n == 1:
		s += ", là " + numberSpan(in.book())
	case n > 1:
		s += ", " + numberSpan(in.book())
	}
	return s + "./."
}

// numberSpan is “từ số 01/… đến số 10/…”, of one certificate “số 01/…”.
func numberSpan(certs []ocop.Certificate) string {
	first, last := certs[0].Number, certs[len(certs)-1].Number
	if len(certs) == 1 {
		return "số " + first
	}
	return fmt.Sprintf("từ số %s đến số %s", first, last)
}

// registerBookPages lays the book out until the closing line counts its own
// pages right.
func registerBookPages(in Input) (pages []layout.Page, problems []layout.Problem) {
	if len(in.book()) == 0 {
		return nil, nil
	}
	for said := 1; ; said = len(pages) {
		pages, problems = bookOf(in, said)
		if len(pages) <= said {
			return pages, problems
		}
	}
}

func bookOf(in Input, total int) ([]layout.Page, []layout.Problem) {
	s := newSheet(in, wideListSheet(), registerBookKind)
	s.officeHead()
	s.titles(registerBookKind, "", "(Tình trạng tính đến "+longDate(in.AsOf)+")")
	l := registerBookList(in)
	s.Table(l.signed())
	s.KeepTogether(func(*layout.Flow) {
		s.say(bookFooter(in, total), layout.Para{Bold: true, Before: 2.5})
		s.signatures(party{"NGƯỜI GHI SỔ", "(Ký, ghi rõ họ tên)", ""}, in.officeHeadParty())
	})
	return s.done()
}

func registerBookTable(in Input) *Table {
	if len(in.book()) == 0 {
		return nil
	}
	l := registerBookList(in)
	footer := "Sổ này có " + viet.Count(len(in.book())) + " số./."
	return l.workbook("Sổ theo dõi", listTitle(in, registerBookKind, "", "(Tình trạng tính đến "+longDate(in.AsOf)+")"),
		[]TableLine{{Text: footer, Bold: true}}, true)
}
