package papers

import (
	"strings"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// PublicList is the list for the portal (danh sách công bố). It names products,
// producers and communes; addresses, phones and persons stay inside: the
// address of a household is personal data.
var PublicList = Paper{
	Name: "public-list", File: "cong-bo", Public: true,
	Title: message.Define("paper-public-list", "Danh sách công bố", "Public list"),
	About: message.Define("paper-public-list-about", "Danh sách đăng Cổng thông tin điện tử, không có dữ liệu cá nhân.",
		"The list for the portal, without personal data."),
	Pages: publicListPages,
	Table: publicListTable,
}

const publicListKind = "Danh sách sản phẩm OCOP được công nhận"

// starsWords is “03 sao” for one rank, “03 sao, 04 sao” for several.
func starsWords(certs []ocop.Certificate) string {
	var words []string
	for s := ocop.Stars(5); s >= 1; s-- {
		for _, c := range certs {
			if c.Stars == s {
				words = append(words, nobreak(s.String()))
				break
			}
		}
	}
	return strings.Join(words, ", ")
}

func publicListAbout(in Input) string {
	if len(in.Certificates) == 0 {
		return strings.TrimSpace(in.roundWords())
	}
	return "Đạt hạng " + starsWords(in.Certificates) + in.roundWords()
}

func publicListList(in Input) list {
	l := list{size: 12, cols: []col{
		{head: "STT", width: 11, align: layout.Center, nowrap: true},
		{head: "Tên sản phẩm", flex: 1},
		{head: "Chủ thể", width: 39.4},    // “Công ty TNHH MTV” on a line
		{head: "Xã, phường", width: 35.3}, // “Phường Tân Phong” on a line
		{head: "Hạng sao", width: 13, align: layout.Center, nowrap: true},
		{head: "Có giá trị\nđến hết ngày", width: 28, align: layout.Center, nowrap: true},
	}}
	for i, c := range in.Certificates {
		l.add(viet.Count(i+1), c.Product.Name, c.Producer.Name, or(c.Producer.Commune, c.Place), nobreak(c.Stars.String()), c.LastDay)
	}
	return l
}

func publicListFooter(in Input) string {
	return "Tổng cộng: " + count(in.Certificates) + "./."
}

func publicListPages(in Input) ([]layout.Page, []layout.Problem) {
	if len(in.Certificates) == 0 {
		return nil, nil
	}
	s := newSheet(in, listSheet(), publicListKind)
	s.officeHead()
	s.titles(publicListKind, publicListAbout(in), in.grantLine())
	l := publicListList(in)
	s.Table(l.signed())
	s.KeepTogether(func(*layout.Flow) {
		s.say(publicListFooter(in), layout.Para{Bold: true, Before: 2.5})
		if h := in.verifyHost(); h != "" {
			s.say("Tra cứu từng Giấy chứng nhận: quét mã QR in trên Giấy chứng nhận; chỉ tin khi địa chỉ là "+h+".",
				layout.Para{Italic: true, Size: 12, Before: 1, Balance: true})
		}
	})
	return s.done()
}

// verifyHost is the address printed under every code.
func (in Input) verifyHost() string {
	for _, c := range in.Certificates {
		if h := host(c.URL); h != "" {
			return h
		}
	}
	return host(in.Settings.Authority.BaseURL)
}

func publicListTable(in Input) *Table {
	if len(in.Certificates) == 0 {
		return nil
	}
	l := publicListList(in)
	return l.workbook("Công bố", listTitle(in, publicListKind, publicListAbout(in), in.grantLine()),
		[]TableLine{{Text: publicListFooter(in), Bold: true}}, false)
}
