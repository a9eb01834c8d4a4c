package papers

import (
	"fmt"
	"strings"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// ExpiryNotices are letters to producers whose certificates are about to end
// (thông báo sắp hết hạn): the issuing body informs them in writing at least 30
// days before the end of the 36 months. What has ended, was withdrawn or
// replaced gets no letter.
var ExpiryNotices = Paper{
	Name: "expiry-notices", File: "thong-bao-het-han",
	Title: message.Define("paper-expiry-notices", "Thông báo sắp hết hạn", "Expiry notices"),
	About: message.Define("paper-expiry-notices-about", "Văn bản báo cho từng chủ thể ít nhất 30 ngày trước khi hết hạn.",
		"A letter to each producer, due 30 days before the last day."),
	Pages: expiryNoticesPages,
}

// noticeLate is a warning: the letter goes out, but after its day.
var noticeLate = message.Define("expiry-notice-late",
	"Thông báo cho “{producer}” phải gửi chậm nhất ngày {due}, nay đã quá {days} ngày.",
	"The notice to “{producer}” was due by {due}, {days} {days|day|days} ago.").
	Hint("Gửi ngay trong ngày và ghi lại cách đã báo cho chủ thể.", "Send it today and note how the producer was told.")

// noticeWindow is how long before the last day letters are written when the
// input says nothing.
const noticeWindow = 90

// endingSoon are the certificates that get a letter on the day of printing.
func endingSoon(in Input) (certs []ocop.Certificate) {
	window := in.NoticeDays
	if window == 0 {
		window = noticeWindow
	}
	for _, c := range in.book() {
		st := in.standing(c).Status
		if c.LastDay.IsZero() || (st != ocop.Valid && st != ocop.Expiring) {
			continue
		}
		if left := in.AsOf.DaysUntil(c.LastDay); left >= 0 && left <= window {
			certs = append(certs, c)
		}
	}
	return certs
}

func expiryNoticesPages(in Input) ([]layout.Page, []layout.Problem) {
	var pages []layout.Page
	var problems []layout.Problem
	for _, o := range byProducer(endingSoon(in)) {
		got, bad := onOnePage(func(close bool) ([]layout.Page, []layout.Problem) { return expiryNotice(in, o, close) })
		if due := earliest(o.Certificates).AddDays(-noticeDue); due.Before(in.AsOf) {
			bad = append(bad, layout.Problem{Severity: layout.Warning, Place: layout.Place{Label: o.Name},
				Message: noticeLate.With("producer", o.Name, "due", due.String(), "days", due.DaysUntil(in.AsOf))})
		}
		pages, problems = append(pages, got...), append(problems, bad...)
	}
	return pages, problems
}

func expiryNotice(in Input, o owner, close bool) ([]layout.Page, []layout.Problem) {
	s := newSheet(in, layout.Decree30(), o.Name)
	s.letterHead("/TB" + in.symbol())
	s.titles("Thông báo", "Giấy chứng nhận sản phẩm OCOP sắp hết hiệu lực", "")
	s.say("Kính gửi: "+o.Name, layout.Para{Size: 13, Align: layout.Center, Balance: true})
	if o.Address != "" {
		s.say("Địa chỉ: "+o.Address, layout.Para{Size: 13, Align: layout.Center, Italic: true, Balance: true})
	}
	s.Space(2)
	s.say(noticeOpening(in, o), bodyOf(close))
	s.Space(2.5)
	l := noticeList(in, o)
	l.closer(close)
	s.Table(l.table())
	body := noticeBody(in, o)
	for i, text := range body {
		style := bodyOf(close)
		style.KeepNext = i >= len(body)-2 // the signature never goes alone
		s.say(text, style)
	}
	s.letterEnd(noticeRecipients(in, o)...)
	return s.done()
}

func noticeRecipients(in Input, o owner) []string {
	list := []string{"Như trên"}
	if o.Commune != "" {
		list = append(list, "UBND "+communeToday(o.Commune, o.Certificates[0].Decision.Date, in.AsOf))
	}
	return append(list, "Lưu: VT, "+in.officeSymbol())
}

// communeToday is the unit that serves the place on the day of printing, as it
// stands in a sentence: “xã Sùng Phài” (Decree 30, Annex II), but “Phường 1”.
func communeToday(name string, then, now ocop.Date) string {
	if unit, ok := ocop.UnitNow(name, then, now); ok {
		name = unit
	}
	for _, kind := range []string{"Xã ", "Phường ", "Thị trấn "} {
		if rest, ok := strings.CutPrefix(name, kind); ok && rest != "" && (rest[0] < '0' || rest[0] > '9') {
			return lowerFirst(name)
		}
	}
	return name
}

func noticeList(in Input, o owner) list {
	l := list{size: 12, cols: []col{
		{head: "STT", width: 11, align: layout.Center, nowrap: true},
		{head: "Tên sản phẩm", flex: 1},
		{head: "Hạng sao", width: 14, align: layout.Center, nowrap: true},
		{head: "Số Giấy\nchứng nhận", width: numberWidth, align: layout.Center},
		{head: "Có giá trị\nđến hết ngày", width: 28, align: layout.Center, nowrap: true},
		{head: "Số ngày còn lại", width: 19, align: layout.Center},
	}}
	for i, c := range o.Certificates {
		l.add(viet.Count(i+1), c.Product.Name, nobreak(c.Stars.String()), c.Number, c.LastDay, fmt.Sprint(in.AsOf.DaysUntil(c.LastDay)))
	}
	return l
}

func noticeOpening(in Input, o owner) string {
	issuer := o.Certificates[0].Authority.Name
	text := or(in.Settings.Authority.Name, blank) + " thông báo để chủ thể biết: Giấy chứng nhận sản phẩm OCOP "
	if issuer != "" && viet.Key(issuer) != viet.Key(in.Settings.Authority.Name) {
		text += "do " + issuer + " "
	}
	text += "cấp cho " + nobreak(viet.Count(len(o.Certificates))+" sản phẩm") + " của chủ thể"
	var by []string
	for _, d := range decisions(o.Certificates) {
		by = append(by, decisionWords(d))
	}
	if len(by) > 0 {
		text += " theo " + strings.Join(by, "; ")
	}
	return text + " sắp hết hiệu lực, cụ thể như sau:"
}

// earliest is the first last day among certificates.
func earliest(certs []ocop.Certificate) ocop.Date {
	first := certs[0].LastDay
	for _, c := range certs {
		if c.LastDay.Before(first) {
			first = c.LastDay
		}
	}
	return first
}

func noticeBody(in Input, o owner) []string {
	return []string{
		"Để sản phẩm được tiếp tục công nhận, đề nghị chủ thể lập hồ sơ đăng ký đánh giá lại, gồm phiếu đăng ký và báo cáo " +
			"kết quả hoạt động trong thời gian Giấy chứng nhận có hiệu lực, gửi " + or(receivingOffice(in, o), in.office()) +
			" chậm nhất " + nobreak(longDate(earliest(o.Certificates))) + ".",
		"Kể từ ngày Giấy chứng nhận hết hiệu lực, nếu sản phẩm chưa được đánh giá, công nhận lại thì chủ thể không được sử dụng " +
			"nhãn hiệu, biểu trưng OCOP và hạng sao trên bao bì, nhãn hàng hóa, biển hiệu và tài liệu quảng bá của sản phẩm.",
		asksOffice(in),
	}
}

// receivingOffice takes the dossiers: since 2025 the commune collects them
// (1489/QĐ-TTg), before that the office that writes.
func receivingOffice(in Input, o owner) string {
	if in.Settings.Authority.Level == ocop.Province && o.Commune != "" && !in.AsOf.Before(twoLevels) {
		return "Ủy ban nhân dân " + communeToday(o.Commune, o.Certificates[0].Decision.Date, in.AsOf)
	}
	return ""
}

// twoLevels is the day from which communes check dossiers (1489/QĐ-TTg).
var twoLevels = ocop.Date{Year: 2025, Month: 7, Day: 6}

func asksOffice(in Input) string {
	s := "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị chủ thể liên hệ " + in.office()
	if p := in.Settings.Authority.Phone; p != "" {
		s += ", điện thoại " + nobreak(p)
	}
	return s + " để được hướng dẫn./."
}
