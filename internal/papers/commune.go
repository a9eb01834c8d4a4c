package papers

import (
	"slices"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// Communes are the lists by commune (danh sách theo xã, phường): only communes
// that have products inform their producers (plan, part IV.2), one page each to
// send out the same evening.
var Communes = Paper{
	Name: "communes", File: "theo-xa-phuong",
	Title: message.Define("paper-communes", "Danh sách theo xã, phường", "Lists by commune"),
	About: message.Define("paper-communes-about", "Mỗi xã, phường có sản phẩm một trang để gửi về địa phương.",
		"One page for each commune that has products."),
	Pages: communesPages,
	Table: communesTable,
}

// place is a commune with its certificates.
type place struct {
	name         string // as in the decision; empty: not stated
	certificates []ocop.Certificate
}

// byCommune gathers certificates by commune in Vietnamese order, those of a
// producer together; what names no commune comes last.
func byCommune(certs []ocop.Certificate) []place {
	var places []place
	at := map[string]int{}
	for _, c := range certs {
		key := viet.Key(c.Producer.Commune)
		i, ok := at[key]
		if !ok {
			i = len(places)
			at[key] = i
			places = append(places, place{name: c.Producer.Commune})
		}
		places[i].certificates = append(places[i].certificates, c)
	}
	for i := range places {
		owners := byProducer(places[i].certificates)
		places[i].certificates = places[i].certificates[:0]
		for _, o := range owners {
			places[i].certificates = append(places[i].certificates, o.Certificates...)
		}
	}
	slices.SortStableFunc(places, func(a, b place) int { return compareCommunes(a.name, b.name) })
	return places
}

// compareCommunes orders communes as a list does, what is not stated last.
func compareCommunes(a, b string) int {
	switch {
	case a == "" && b != "":
		return 1
	case a != "" && b == "":
		return -1
	}
	return viet.Compare(a, b)
}

func communesList(in Input, certs []ocop.Certificate) list {
	l := list{size: 12, cols: []col{
		{head: "STT", width: 11, align: layout.Center, nowrap: true},
		{head: "Tên sản phẩm", flex: 1},
		{head: "Chủ thể, địa chỉ", flex: 1.15},
		{head: "Hạng sao", width: 13, align: layout.Center, nowrap: true},
		{head: "Số Giấy\nchứng nhận", width: numberWidth, align: layout.Center},
	}}
	for i, c := range certs {
		l.add(viet.Count(i+1), c.Product.Name, whoAndWhere(c), nobreak(c.Stars.String()), c.Number)
	}
	return l
}

func whoAndWhere(c ocop.Certificate) string {
	return joinNonEmpty("\n", c.Producer.Name, c.Producer.Address)
}

// joinOwners says a producer once beside his products that follow one another,
// as the annex does: a list of one page has no room to repeat. Joined rows go to
// the next page together, so that a producer of many products is said again.
func (l *list) joinOwners(certs []ocop.Certificate) {
	for i := 0; i < len(certs); {
		n := 1
		for i+n < len(certs) && whoAndWhere(certs[i+n]) == whoAndWhere(certs[i]) {
			n++
		}
		for parts := (n + mostJoined - 1) / mostJoined; parts > 0; parts-- {
			rows := (n + parts - 1) / parts
			for k := 1; k < rows; k++ {
				l.rows[i+k].cells[ownerColumn] = covered{}
			}
			l.rows[i].cells[ownerColumn] = tall{whoAndWhere(certs[i]), rows}
			i, n = i+rows, n-rows
		}
	}
}

const (
	ownerColumn, numberColumn = 2, 4
	mostJoined                = 4
)

const communesKind = publicListKind // of one commune

func communesAbout(in Input, name string) string {
	if name == "" {
		return "Chưa xác định xã, phường" + commaRound(in)
	}
	return upperFirst(name) + commaRound(in)
}

func commaRound(in Input) string {
	if r := in.round().String(); r != "" {
		return ", " + r
	}
	return ""
}

// unitToday is the hint “(nay thuộc phường Tân Phong)”.
func unitToday(name string, then, now ocop.Date) string {
	if unit, ok := ocop.UnitNow(name, then, now); ok {
		return "(nay thuộc " + unit + ")"
	}
	return ""
}

func communesPages(in Input) ([]layout.Page, []layout.Problem) {
	var pages []layout.Page
	var problems []layout.Problem
	for _, p := range byCommune(in.Certificates) {
		got, bad := onOnePage(func(close bool) ([]layout.Page, []layout.Problem) { return communePage(in, p, close) })
		pages, problems = append(pages, got...), append(problems, bad...)
	}
	return pages, problems
}

func communePage(in Input, p place, close bool) ([]layout.Page, []layout.Problem) {
	s := newSheet(in, listSheet(), upperFirst(or(p.name, "chưa xác định xã, phường")))
	s.officeHead()
	s.titles(communesKind, communesAbout(in, p.name), unitToday(p.name, p.certificates[0].Decision.Date, in.AsOf))
	if p.name != "" {
		s.say("Kính gửi: Ủy ban nhân dân "+communeToday(p.name, p.certificates[0].Decision.Date, in.AsOf), layout.Para{Align: layout.Center, After: 2})
	}
	s.say(communeOpening(in, p), bodyOf(close))
	s.Space(2.5)
	l := communesList(in, p.certificates)
	l.joinOwners(p.certificates)
	if l.closer(close); close {
		l.cols[ownerColumn].flex = 1.6 // name and address take the most lines
		l.cols[numberColumn].width = numberWidth - 3
	}
	s.Table(l.signed())
	s.say("Cộng: "+count(p.certificates)+".", layout.Para{Bold: true, Before: 2, KeepNext: true})
	s.KeepTogether(func(*layout.Flow) {
		s.say(communeRequest(in, p), bodyOf(close))
		s.signatures(party{}, in.officeHeadParty())
	})
	return s.done()
}

func communeOpening(in Input, p place) string {
	text := "Theo "
	for i, d := range decisions(p.certificates) {
		if i > 0 {
			text += "; "
		}
		text += decisionWords(d)
	}
	if len(decisions(p.certificates)) == 0 {
		text = "Theo kết quả đánh giá, phân hạng sản phẩm OCOP" + in.roundWords()
	}
	return text + ", trên địa bàn có " + count(p.certificates) + " được công nhận như sau:"
}

// communeRequest asks the commune to tell its producers: the plan, part IV.2.
func communeRequest(in Input, p place) string {
	who := "xã, phường"
	if p.name != "" {
		who = communeToday(p.name, p.certificates[0].Decision.Date, in.AsOf)
	}
	s := "Đề nghị Ủy ban nhân dân " + who + " thông tin để " + theProducers(byProducer(p.certificates)) + " nêu trên đến dự " + in.conferenceTitle() +
		" " + in.whenIn() + ", tại " + in.where()
	if slices.ContainsFunc(p.certificates, func(c ocop.Certificate) bool { return !exempt(c.Product) }) {
		s += "; mang theo ít nhất " + nobreak(viet.Count(in.Settings.Conference.DisplayUnits())+" đơn vị") +
			" mỗi sản phẩm để trưng bày, giới thiệu"
	}
	if slices.ContainsFunc(p.certificates, func(c ocop.Certificate) bool { return exempt(c.Product) }) {
		s += "; dịch vụ du lịch và sinh vật cảnh mang theo hình ảnh, tờ rơi"
	}
	return s + ". Chủ thể vắng mặt cử người đến nhận thay phải có giấy ủy quyền./."
}

func communesTable(in Input) *Table {
	if len(in.Certificates) == 0 {
		return nil
	}
	l := communesList(in, nil)
	for _, p := range byCommune(in.Certificates) {
		l.section(upperFirst(or(p.name, "chưa xác định xã, phường")) + ": " + count(p.certificates))
		l.rows = append(l.rows, communesList(in, p.certificates).rows...)
	}
	return l.workbook("Theo xã, phường", listTitle(in, communesKind, "Theo xã, phường"+commaRound(in), in.grantLine()),
		[]TableLine{{Text: "Tổng cộng: " + count(in.Certificates) + "./.", Bold: true}}, false)
}
