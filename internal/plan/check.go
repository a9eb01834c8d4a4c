package plan

import (
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// Complaints about values that do not go together.
var (
	datesCrossed = message.Define("plan-dates-crossed",
		"{where}: {later} ({laterDay}) không thể trước {earlier} ({earlierDay}).", "{where}: {later} ({laterDay}) cannot be before {earlier} ({earlierDay}).").
		Hint("Kiểm tra lại hai ngày.", "Check both dates.")
	stageOdd = message.Define("plan-stage-size",
		"{where}: mỗi lượt trao {value} chủ thể là không hợp lý.", "{where}: {value} producers a round on stage is not sensible.").
		Hint("Ghi từ 4 đến 6 chủ thể mỗi lượt.", "Write 4 to 6 producers a round.")
	listMissing = message.Define("plan-award-list-missing",
		"{where}: thứ tự trao là list nhưng chưa có award_list.", "{where}: the award order is list, but there is no award_list.").
		Hint("Ghi tên sản phẩm theo thứ tự trao vào award_list, hoặc đặt order = \"annex\".", "Write the product names in award order into award_list, or set order = \"annex\".")
	listUnused = message.Define("plan-award-list-unused",
		"{where}: có award_list nhưng thứ tự trao không phải list.", "{where}: there is an award_list, but the award order is not list.").
		Hint("Đặt order = \"list\", hoặc bỏ award_list.", "Set order = \"list\", or remove award_list.")
	listTwice = message.Define("plan-award-list-twice",
		"{where}: “{name}” có hai lần trong award_list.", "{where}: “{name}” stands twice in award_list.").
		Hint("Giữ một dòng.", "Keep one line.")
	groupNameless = message.Define("plan-group-without-name",
		"{where}: nhóm đại biểu thứ {n} chưa có tên.", "{where}: guest group {n} has no name.").
		Hint("Ghi name = \"…\" như trong phần thành phần của kế hoạch.", "Write name = \"…\" as in the plan.")
	groupTwice = message.Define("plan-group-twice",
		"{where}: nhóm “{name}” có hai lần.", "{where}: the group “{name}” stands twice.").
		Hint("Gộp hai nhóm làm một.", "Make them one group.")
	producersTwice = message.Define("plan-producers-twice",
		"{where}: chỉ một nhóm được điền tự động từ chủ thể.", "{where}: only one group is filled in from the producers.").
		Hint("Giữ producers = true ở một nhóm.", "Keep producers = true in one group.")
	guestEmpty = message.Define("plan-guest-empty",
		"{where}: đại biểu thứ {n} của nhóm “{name}” không có họ tên, chức vụ hay cơ quan.", "{where}: guest {n} of the group “{name}” has no name, title or organisation.").
		Hint("Điền ít nhất một mục, hoặc bỏ dòng này.", "Fill in one of them, or remove the line.")
	guestTwice = message.Define("plan-guest-twice",
		"{where}: “{name}” có hai lần trong nhóm “{group}”.", "{where}: “{name}” stands twice in the group “{group}”.").
		Hint("Giữ một dòng.", "Keep one line.")
	decisionNumberless = message.Define("plan-decision-without-number",
		"{where}: quyết định công bố thứ {n} thiếu số hoặc ngày.", "{where}: decision {n} to announce lacks its number or date.").
		Hint("Ghi number = \"1422/QĐ-UBND\" và date = \"20/11/2023\".", "Write number = \"1422/QĐ-UBND\" and date = \"20/11/2023\".")
	validityLong = message.Define("plan-validity-months",
		"{where}: hiệu lực {value} tháng là không hợp lý.", "{where}: a validity of {value} months is not sensible.").
		Hint("Bộ tiêu chí ghi 36 tháng; bỏ trống mục này thì lấy 36.", "The rule sets say 36 months; left out, it is 36.")
	sampleReal = message.Define("plan-sample-address",
		"{where}: tệp mẫu (sample = true) không được dùng địa chỉ thật “{value}”.", "{where}: a sample (sample = true) must not use the real address “{value}”.").
		Hint("Dùng https://ocop.example, hoặc bỏ sample = true khi làm thật.", "Use https://ocop.example, or remove sample = true for real work.")
)

// Check looks at settings that came from a form or the register: the values that
// must go together. The error is a [Problems].
func Check(s ocop.Settings) error {
	r := &reader{settings: s}
	r.checkAll(func(path string) (message.Message, int) {
		if f := byKey[path]; f != nil {
			return placeForm.With("label", f.Text), 0
		}
		return placeForm.With("label", path), 0
	})
	return r.err()
}

// checkAll looks across fields. Single values were checked as they came in.
func (r *reader) checkAll(w where) {
	say := func(path string, m message.Message) {
		place, at := w(path)
		m.Blanks["where"] = place
		r.add(at, m.Err())
	}
	s := r.settings
	checkDates(s, say)
	checkAwards(s.Conference, say)
	checkGroups(s.Conference.Groups, say)
	if m := s.Authority.Validity.Months; m > 120 {
		say("authority.validity.months", validityLong.With("value", m))
	}
	if s.Sample && s.Authority.BaseURL != "" && !sampleHost(s.Authority.BaseURL) {
		say("authority.base_url", sampleReal.With("value", s.Authority.BaseURL))
	}
}

type sayer func(path string, m message.Message)

func checkDates(s ocop.Settings, say sayer) {
	order := func(path string, later string, b ocop.Date, earlier string, a ocop.Date) {
		if !a.IsZero() && !b.IsZero() && b.Before(a) {
			say(path, datesCrossed.With("later", dayName(later), "laterDay", b.String(), "earlier", dayName(earlier), "earlierDay", a.String()))
		}
	}
	order("authority.to", "authority.to", s.Authority.To, "authority.from", s.Authority.From)
	order("conference.date", "conference.date", s.Conference.Date, "conference.plan_date", s.Conference.PlanDate)
	for i, a := range s.Conference.Announces {
		path := DecisionTable.Key + index(i)
		if a.Decision.Number == "" || a.Decision.Date.IsZero() {
			say(path, decisionNumberless.With("n", i+1))
		}
		order(path+".date", "conference.date", s.Conference.Date, "", a.Decision.Date)
	}
}

// dayName is how a date is called in a sentence; "" is a decision's.
func dayName(key string) any {
	if f := byKey[key]; f != nil {
		return f.Text
	}
	return DecisionTable.field("date").Text
}

func checkAwards(c ocop.Conference, say sayer) {
	if n := c.StageSize; n > 12 {
		say("conference.stage_size", stageOdd.With("value", n))
	}
	switch {
	case c.Order == "list" && len(c.AwardList) == 0:
		say("conference.order", listMissing.With("where", ""))
	case c.Order != "list" && len(c.AwardList) > 0:
		say("conference.award_list", listUnused.With("where", ""))
	}
	seen := map[string]bool{}
	for i, name := range c.AwardList {
		if k := viet.Key(name); seen[k] {
			say("conference.award_list"+index(i), listTwice.With("name", name))
		} else {
			seen[k] = true
		}
	}
}

func checkGroups(groups []ocop.GuestGroup, say sayer) {
	names, producers := map[string]bool{}, false
	for i, g := range groups {
		path := GroupTable.Key + index(i)
		k := viet.Key(g.Name)
		switch {
		case k == "":
			say(path, groupNameless.With("n", i+1))
		case names[k]:
			say(path+".name", groupTwice.With("name", g.Name))
		}
		names[k] = true
		if g.Producers && producers {
			say(path+".producers", producersTwice.With("where", ""))
		}
		producers = producers || g.Producers
		checkGuests(path, g, say)
	}
}

func checkGuests(path string, g ocop.GuestGroup, say sayer) {
	seen := map[string]bool{}
	for j, a := range g.Guests {
		at := path + ".guests" + index(j)
		if a.Name == "" && a.Title == "" && a.Organisation == "" {
			say(at, guestEmpty.With("n", j+1, "name", g.Name))
			continue
		}
		k := viet.Key(a.Name) + "|" + viet.Key(a.Title) + "|" + viet.Key(a.Organisation)
		if a.Name != "" && seen[k] {
			say(at, guestTwice.With("name", a.Name, "group", g.Name))
		}
		seen[k] = true
	}
}

// sampleHost knows the names that belong to nobody (RFC 2606).
func sampleHost(base string) bool {
	host, _, _ := strings.Cut(strings.TrimPrefix(base, "https://"), "/")
	host, _, _ = strings.Cut(host, ":")
	for _, top := range []string{".example", ".test", ".invalid"} {
		if strings.HasSuffix(host, top) {
			return true
		}
	}
	return false
}
