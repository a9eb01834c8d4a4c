package papers

import (
	"fmt"
	"strings"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// Roster is the attendee roster (danh sách đại biểu): the groups of the plan's
// part I in protocol order, never sorted by name; producers are filled in from
// the results; blank lines wait for late guests.
var Roster = Paper{
	Name: "roster", File: "dai-bieu",
	Title: message.Define("paper-roster", "Danh sách đại biểu", "Attendee roster"),
	About: message.Define("paper-roster-about", "Danh sách đại biểu theo thứ tự của Kế hoạch, có cột ký nhận.",
		"Attendees in the order of the plan, with a column to sign."),
	Pages: rosterPages,
	Table: rosterTable,
}

// lateRows are the blank lines of a group when the plan says nothing.
const lateRows = 2

// guests are the groups of the plan, the producers filled in: into the first
// group that is theirs, for a group of consultants may name them too. A plan that
// does not name a group for them gets one at the end; a plan without groups gets
// one for everybody else.
func (in Input) guests() []ocop.GuestGroup {
	groups := append([]ocop.GuestGroup(nil), in.Settings.Conference.Groups...)
	if len(groups) == 0 {
		groups = []ocop.GuestGroup{{Name: "Đại biểu"}}
	}
	at := -1
	for i := range groups {
		if at < 0 && groups[i].Producers {
			at = i
		}
		groups[i].Producers = i == at
	}
	if at < 0 && len(in.Certificates) > 0 {
		groups = append(groups, ocop.GuestGroup{Name: "Chủ thể có sản phẩm được công nhận" + in.roundWords(), Producers: true})
		at = len(groups) - 1
	}
	if at >= 0 {
		guests := append([]ocop.Attendee(nil), groups[at].Guests...)
		groups[at].Guests = append(guests, in.producerGuests()...)
	}
	return groups
}

// producerGuests are the producers as attendees, in award order.
func (in Input) producerGuests() (guests []ocop.Attendee) {
	for _, o := range byProducer(in.Certificates) {
		p := in.person(o)
		guests = append(guests, ocop.Attendee{
			Name: p.Representative, Title: p.Title, Organisation: o.Name, Commune: o.Commune, Phone: p.Phone,
			Note: nobreak(viet.Count(len(o.Certificates)) + " sản phẩm"),
		})
	}
	return guests
}

// blanks is how many lines wait for late guests: a group without names gets
// one more than others, the setting below zero none.
func (in Input) blanks(g ocop.GuestGroup) int {
	n := g.BlankRows
	if n == 0 {
		n = in.Settings.Conference.BlankRows
	}
	if n == 0 {
		n = lateRows
	}
	if n > 0 && len(g.Guests) == 0 {
		n++
	}
	return max(n, 0)
}

// rosterList also counts the attendees that are listed, and those of them whose
// names are known.
func rosterList(in Input) (l list, listed, named int) {
	l = list{size: 12, minRow: 9.5, cols: []col{
		{head: "STT", width: 12, align: layout.Center, nowrap: true},
		{head: "Họ và tên", width: 50},
		{head: "Chức vụ", width: 42},
		{head: "Cơ quan, đơn vị", flex: 1},
		{head: "Điện thoại", width: 28, align: layout.Center, nowrap: true},
		{head: "Ký nhận", width: 36},
		{head: "Ghi chú", width: 26},
	}}
	for i, g := range in.guests() {
		l.section(viet.Roman(i+1) + ". " + g.Name)
		for _, a := range g.Guests {
			listed++
			if a.Name != "" {
				named++
			}
			l.add(viet.Count(listed), fullName(a), a.Title, a.Organisation, a.Phone, "", a.Note)
		}
		for range in.blanks(g) {
			l.add("", "", "", "", "", "", "")
		}
	}
	return l, listed, named
}

// fullName is “Đ/c Nguyễn Văn A” on one line.
func fullName(a ocop.Attendee) string { return joinNonEmpty("\u00a0", a.Honorific, a.Name) }

const rosterKind = "Danh sách đại biểu"

func rosterAbout(in Input) string { return "Dự " + in.conferenceTitle() }

func rosterFooter(listed, named int) string {
	known := "có tên trong danh sách"
	switch {
	case named == 0 && listed > 0:
		known = "chưa có họ tên"
	case named < listed:
		known = viet.Count(named) + " đã có họ tên"
	}
	return fmt.Sprintf("Số đại biểu: %s (%s); có mặt: %s", viet.Count(listed), known, wordBlank)
}

func rosterPages(in Input) ([]layout.Page, []layout.Problem) {
	s := newSheet(in, wideListSheet(), rosterKind)
	s.officeHead()
	s.titles(rosterKind, rosterAbout(in), in.planLine())
	s.say("Thời gian: "+in.when()+". Địa điểm: "+in.where()+".", layout.Para{Align: layout.Center, After: 2.5, Balance: true})
	l, listed, named := rosterList(in)
	s.Table(l.signed())
	s.KeepTogether(func(*layout.Flow) {
		s.say(rosterFooter(listed, named), layout.Para{Bold: true, Before: 2.5})
		s.signatures(in.preparer(), in.officeHeadParty())
	})
	pages, problems := s.done()
	return pages, append(problems, in.unrepresented()...)
}

// nobodyComes is a warning: names are filled in by hand.
var nobodyComes = message.Define("roster-no-representative",
	"{n} chủ thể chưa có người dự để nhận Giấy chứng nhận: {producers}.",
	"{n} producers have named nobody who comes to receive the certificate: {producers}.").
	Hint("Hỏi tên người dự rồi nhập vào cột “Người đại diện”, hoặc ghi tay vào danh sách.",
		"Ask who comes and fill in “Người đại diện”, or write the name on the list by hand.")

// unrepresented is one sentence for all producers whom nobody represents.
func (in Input) unrepresented() []layout.Problem {
	var names []string
	for _, o := range byProducer(in.Certificates) {
		if in.person(o).Representative == "" {
			names = append(names, "“"+o.Name+"”")
		}
	}
	if len(names) == 0 {
		return nil
	}
	return []layout.Problem{{Severity: layout.Warning,
		Message: nobodyComes.With("n", viet.Count(len(names)), "producers", strings.Join(names, ", "))}}
}

func rosterTable(in Input) *Table {
	l, listed, named := rosterList(in)
	return l.workbook(rosterKind, listTitle(in, rosterKind, rosterAbout(in), in.planLine()),
		[]TableLine{{Text: rosterFooter(listed, named), Bold: true}}, true)
}
