package papers

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// Invitations are letters of invitation, one a guest (giấy mời, Decree
// 30/2020/NĐ-CP, form 1.7).
var Invitations = Paper{
	Name: "invitations", File: "giay-moi",
	Title: message.Define("paper-invitations", "Giấy mời", "Invitations"),
	About: message.Define("paper-invitations-about", "Giấy mời riêng cho từng đại biểu có tên trong Kế hoạch.",
		"An invitation for every guest named in the plan."),
	Pages: invitationsPages,
}

// invited is a guest with what tells him apart from others.
type invited struct {
	ocop.Attendee
	producer *owner // set when the guest is a producer
}

// invitedGuests are all who have a name or an office, in protocol order.
func (in Input) invitedGuests() (all []invited) {
	owners := byProducer(in.Certificates)
	for _, g := range in.guests() {
		own := len(g.Guests) - len(owners)
		for i, a := range g.Guests {
			guest := invited{Attendee: a}
			if g.Producers && i >= own {
				guest.producer = &owners[i-own]
			}
			if joinNonEmpty("", a.Name, a.Title, a.Organisation) != "" {
				all = append(all, guest)
			}
		}
	}
	return all
}

// who is the guest as he is addressed: “Đ/c Nguyễn Văn A”, or the producer
// when nobody is known by name.
func (g invited) who() string {
	switch {
	case g.Name != "":
		return joinNonEmpty("\u00a0", or(g.Honorific, "Ông (Bà)"), g.Name)
	case g.producer != nil:
		return "Đại diện " + g.Organisation
	}
	return g.position()
}

// office is the line below the name.
func (g invited) office() string {
	if g.Name == "" {
		return ""
	}
	return g.position()
}

// position is title and organisation, as one says it: “Giám đốc HTX Ví Dụ”. A
// title that ends with the beginning of the organisation's name runs on into
// it: “Phó Chủ tịch UBND thành phố” of “UBND thành phố Lai Châu”.
func (g invited) position() string {
	title, org := strings.Fields(g.Title), strings.Fields(g.Organisation)
	for n := min(len(title), len(org)); n > 0; n-- {
		tail := strings.Join(title[len(title)-n:], " ")
		if viet.Fold(tail) == viet.Fold(strings.Join(org[:n], " ")) {
			return strings.Join(append(title[:len(title)-n:len(title)-n], org...), " ")
		}
	}
	if strings.Contains(g.Title, ",") {
		return joinNonEmpty(", ", g.Title, g.Organisation)
	}
	return joinNonEmpty(" ", g.Title, g.Organisation)
}

func invitationsPages(in Input) ([]layout.Page, []layout.Problem) {
	var pages []layout.Page
	var problems []layout.Problem
	for _, g := range in.invitedGuests() {
		got, bad := onOnePage(func(close bool) ([]layout.Page, []layout.Problem) { return invitation(in, g, close) })
		pages, problems = append(pages, got...), append(problems, bad...)
	}
	if day := in.Settings.Conference.Date; len(pages) > 0 && !day.IsZero() && !in.AsOf.IsZero() && !in.AsOf.Before(day) {
		problems = append(problems, layout.Problem{Severity: layout.Warning,
			Message: invitationLate.With("today", in.AsOf.String(), "day", day.String())})
	}
	return pages, problems
}

// invitationLate is a warning: the letters go out, but nobody can come in time.
var invitationLate = message.Define("invitations-late",
	"Giấy mời ghi ngày {today} nhưng hội nghị tổ chức ngày {day}: không kịp gửi đến đại biểu.",
	"The invitations are dated {today} but the conference is on {day}: they cannot arrive in time.").
	Hint("Kiểm tra ngày tổ chức trong Kế hoạch và ngày in (--as-of); nếu đúng, báo mời qua điện thoại.",
		"Check the date of the conference in the plan and the day of printing (--as-of); if both are right, invite by phone.")

func invitation(in Input, g invited, close bool) ([]layout.Page, []layout.Problem) {
	setup := layout.Decree30()
	if setup.Size = 14; close {
		setup.Size = 13
	}
	body := bodyOf(close)
	s := newSheet(in, setup, or(g.Name, g.Organisation))
	s.letterHead("/GM" + in.symbol())
	s.titles("Giấy mời", "Dự "+in.conferenceTitle(), "")
	s.Space(2)
	s.say(fmt.Sprintf("%s trân trọng kính mời:", or(in.Settings.Authority.Name, blank)), body)
	s.say(g.who(), layout.Para{Size: 15, Bold: true, Align: layout.Center, Before: 3, Balance: true, KeepNext: true})
	if o := g.office(); o != "" {
		s.say(o, layout.Para{Size: 14, Align: layout.Center, Before: 0.5, Balance: true})
	}
	s.Space(1.5)
	s.say("Tới dự "+in.conferenceTitle()+".", body)
	if c := in.Settings.Conference.Chair; c != "" {
		s.fact("Chủ trì", c, body)
	}
	s.fact("Thời gian", in.when(), body)
	s.fact("Địa điểm", in.where(), body)
	if g.producer != nil {
		s.say(bring(in, *g.producer), stays(body))
	}
	s.say(asking(in, g), stays(body))
	s.letterEnd("Như trên", "Lưu: VT, "+in.officeSymbol())
	return s.done()
}

// bring is what a producer carries along: the plan, part IV.3.
func bring(in Input, o owner) string {
	var names, shown []string // shown in pictures only
	for _, c := range o.Certificates {
		if exempt(c.Product) {
			shown = append(shown, c.Product.Name)
		} else {
			names = append(names, c.Product.Name)
		}
	}
	s := "Chủ thể nhận " + nobreak(viet.Count(len(o.Certificates))+" Giấy chứng nhận") + "; vắng mặt thì cử người nhận thay có giấy ủy quyền."
	if len(names) == 0 {
		return s + " Đề nghị mang theo hình ảnh, tờ rơi để trưng bày, giới thiệu."
	}
	s += " Đề nghị mang theo ít nhất " + nobreak(viet.Count(in.Settings.Conference.DisplayUnits())+" đơn vị") +
		" mỗi sản phẩm để trưng bày, giới thiệu: " + strings.TrimRight(strings.Join(names, "; "), ".") + "."
	if len(shown) > 0 {
		s += " Mang theo hình ảnh, tờ rơi của: " + strings.TrimRight(strings.Join(shown, "; "), ".") + "."
	}
	return s
}

func asking(in Input, g invited) string {
	if p := in.Settings.Authority.Phone; p != "" {
		return "Rất mong nhận được sự quan tâm, tham dự. Thông tin chi tiết xin liên hệ " + in.office() + ", điện thoại " + nobreak(p) + "./."
	}
	return "Rất mong nhận được sự quan tâm, tham dự./."
}

// symbol is the ending of a document's symbol: “-UBND” when a people's
// committee writes.
func (in Input) symbol() string {
	if _, ok := cutPrefixFold(in.Settings.Authority.Name, peoplesCommittee); ok || in.Settings.Authority.Name == "" {
		return "-UBND"
	}
	return "-" + initials(in.Settings.Authority.Name)
}

// officeSymbol is the office in “Lưu: VT, KT.”: its initials without the word
// for office.
func (in Input) officeSymbol() string {
	name := in.Settings.Authority.Office
	if rest, ok := cutPrefixFold(name, "Phòng "); ok {
		name = rest
	}
	return or(initials(name), "KT")
}

// initials are the first letters of the words: “KT” of “Kinh tế”.
func initials(name string) string {
	s := ""
	for _, w := range strings.Fields(name) {
		first, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLetter(first) && len(s) < 12 {
			s += strings.ToUpper(string(first))
		}
	}
	return s
}
