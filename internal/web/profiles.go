package web

import (
	"net/http"
	"slices"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
)

// Issuer profiles: who issues is dated and has a successor. One is in use for
// new certificates; a file of an earlier decision may be issued under another.

type profilesBody struct {
	Profiles []profileView
	Ready    bool // the settings name an authority
}

type profileView struct {
	ocop.Authority
	Level     string
	On        bool // in use
	Serves    bool // in force on the day
	Numbers   []string
	Following string // name of the successor
}

// profiles gives the kept profiles; the one of the settings is among them.
func (s *Server) profiles(r *http.Request) (all []ocop.Authority, used ocop.Authority, err error) {
	set, _, err := s.settings(r)
	if err != nil {
		return nil, used, err
	}
	all, err = s.office.Register.Profiles(r.Context())
	if used = set.Authority; used.Name != "" && !slices.ContainsFunc(all, func(a ocop.Authority) bool { return a.Code == used.Code }) {
		all = append(all, used)
	}
	return all, used, err
}

func (s *Server) profilesPage(w http.ResponseWriter, r *http.Request) {
	all, used, err := s.profiles(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	b := profilesBody{Ready: used.Name != ""}
	for _, a := range all {
		v := profileView{Authority: a, On: a.Code == used.Code, Serves: a.Serves(s.asOf(r)), Numbers: numbersOf(ocop.Settings{Authority: a}, s.asOf(r)), Level: levelName(a.Level, langOf(r))}
		for _, next := range all {
			if a.Successor != "" && next.Code == a.Successor {
				v.Following = next.Name
			}
		}
		b.Profiles = append(b.Profiles, v)
	}
	s.show(w, r, http.StatusOK, "profiles", Page{Title: words{langOf(r)}.pick("Hồ sơ cơ quan cấp", "Issuer profiles"), Active: "settings", Body: b})
}

func levelName(l ocop.Level, lang message.Lang) string {
	for _, sec := range office.PlanSections() {
		for _, f := range sec.Fields {
			if f.Key != "authority.level" {
				continue
			}
			for _, c := range f.Choices {
				if c.Value == string(l) {
					return c.Label.In(lang)
				}
			}
		}
	}
	return string(l)
}

// profileForm is the form of one profile: the fields of the settings that say
// who issues and how long it is valid.
func profileForm(a ocop.Authority, lang message.Lang) (b formBody) {
	set := ocop.Settings{Authority: a}
	for _, sec := range office.PlanSections() {
		if sec.Key != "authority" && sec.Key != "authority.validity" {
			continue
		}
		for _, f := range sec.Fields {
			v := viewOfField(f, set, lang)
			v.Required = slices.Contains(five, f.Key) || f.Key == "authority.code" || f.Key == "authority.prefix"
			b.Fields = append(b.Fields, v)
		}
	}
	return b
}

// profilePage edits a profile, makes one, or makes the successor of one.
func (s *Server) profilePage(w http.ResponseWriter, r *http.Request) {
	all, _, err := s.profiles(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	code, before := r.URL.Query().Get("ma"), r.URL.Query().Get("ke")
	wd := words{langOf(r)}
	var a ocop.Authority
	title := wd.pick("Thêm hồ sơ cơ quan", "Add an issuer profile")
	for _, p := range all {
		switch {
		case before != "" && p.Code == before:
			a = ocop.Authority{Province: p.Province, Place: p.Place, Prefix: p.Prefix, BaseURL: p.BaseURL, NumberPattern: p.NumberPattern, Validity: p.Validity, Layout: p.Layout}
			if !p.To.IsZero() {
				a.From = p.To.AddDays(1)
			}
			title = wd.pick("Hồ sơ kế tục của ", "Successor of ") + p.Name
		case r.URL.Query().Has("ma") && before == "" && p.Code == code:
			a, title = p, p.Name
		}
	}
	b := profileForm(a, wd.lang)
	b.Title, b.Old, b.Before = title, a.Code, before
	b.Numbers = numbersOf(ocop.Settings{Authority: a}, s.asOf(r))
	s.show(w, r, http.StatusOK, "profile", Page{Title: title, Active: "settings", Body: b})
}

var (
	profileCode = message.Define("web-profile-code", "Hồ sơ cần mã cơ quan.", "The profile needs a code.").
			Hint("Ghi tên ngắn không dấu, ví dụ tp-lai-chau; mã không đổi về sau.", "Write a short name without tones, like tp-lai-chau; it never changes.")
	profileTaken = message.Define("web-profile-taken", "Đã có hồ sơ mang mã “{code}”.", "There is a profile with the code “{code}”.").
			Hint("Chọn mã khác, hoặc sửa hồ sơ đó.", "Choose another code, or edit that one.")
	codeStays = message.Define("web-code-stays", "Mã cơ quan không đổi được khi sổ đã có giấy.", "The code cannot change once the register holds certificates.").
			Hint("Giữ mã cũ; cơ quan mới thì lập hồ sơ mới ở mục “Hồ sơ cơ quan cấp”.", "Keep the code; for a new authority add a profile under “Issuer profiles”.")
)

// saveProfile keeps a profile; that of the settings is changed there too.
func (s *Server) saveProfile(w http.ResponseWriter, r *http.Request) {
	all, used, err := s.profiles(r)
	if err == nil {
		err = r.ParseForm()
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	lang, old := langOf(r), r.PostFormValue("ma-cu")
	var set ocop.Settings
	for _, p := range all {
		if old != "" && p.Code == old {
			set.Authority = p
		}
	}
	b := profileForm(set.Authority, lang)
	bad := b.take(r, &set, lang)
	b.Title, b.Old, b.Before = r.PostFormValue("tieu-de"), old, r.PostFormValue("ke")
	say := func(err error) {
		if err != nil {
			b.Problems, bad = append(b.Problems, problemOf(err, lang)), true
		}
	}
	a := set.Authority
	_, err = office.NumberPreview(a, s.asOf(r), 1)
	say(err)
	b.Numbers = numbersOf(set, s.asOf(r))
	if r.PostFormValue("xem-so") != "" {
		s.show(w, r, http.StatusOK, "profile", Page{Title: b.Title, Active: "settings", Body: b})
		return
	}
	for _, err := range office.CheckPlan(set) {
		say(err)
	}
	switch {
	case a.Code == "":
		say(profileCode.Err())
	case a.Code != old && slices.ContainsFunc(all, func(p ocop.Authority) bool { return p.Code == a.Code }):
		say(profileTaken.With("code", a.Code).Err())
	case old != "" && a.Code != old:
		say(codeStays.Err())
	default:
		say(office.CheckSettings(set))
	}
	if bad {
		s.show(w, r, http.StatusUnprocessableEntity, "profile", Page{Title: b.Title, Active: "settings", Body: b})
		return
	}
	if err := s.keepProfile(r, a, used, b.Before); err != nil {
		s.fail(w, r, err)
		return
	}
	s.goTo(w, r, "/thiet-lap/co-quan", words{lang}.pick("Đã lưu hồ sơ ", "Saved: ")+a.Name+".")
}

func (s *Server) keepProfile(r *http.Request, a, used ocop.Authority, before string) error {
	o := s.officeOf(r)
	if a.Code == used.Code {
		return s.useProfile(r, a)
	}
	if err := o.Register.PutProfile(r.Context(), a); err != nil || before == "" {
		return err
	}
	all, _, err := s.profiles(r)
	if err != nil {
		return err
	}
	for _, p := range all { // the one before names its successor
		if p.Code != before || p.Successor != "" {
			continue
		}
		p.Successor = a.Code
		if p.To.IsZero() && !a.From.IsZero() {
			p.To = a.From.AddDays(-1)
		}
		if p.Code == used.Code {
			return s.useProfile(r, p)
		}
		return o.Register.PutProfile(r.Context(), p)
	}
	return nil
}

// useProfile makes a profile the issuer of new certificates.
func (s *Server) useProfile(r *http.Request, a ocop.Authority) error {
	set, version, err := s.settings(r)
	if err != nil {
		return err
	}
	set.Authority = a
	return s.officeOf(r).PutSettings(r.Context(), set, version)
}

func (s *Server) chooseProfile(w http.ResponseWriter, r *http.Request) {
	all, _, err := s.profiles(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	i := slices.IndexFunc(all, func(p ocop.Authority) bool { return p.Code == r.PostFormValue("ma") })
	if i < 0 {
		s.fail(w, r, pageMissing.Err())
		return
	}
	if err := s.useProfile(r, all[i]); err != nil {
		s.fail(w, r, err)
		return
	}
	s.goTo(w, r, "/thiet-lap/co-quan", words{langOf(r)}.pick("Giấy cấp từ nay mang tên ", "New certificates are issued by ")+all[i].Name+".")
}

// take puts a form's values into settings; complaints stand at their fields.
func (b *formBody) take(r *http.Request, set *ocop.Settings, lang message.Lang) (bad bool) {
	for i, f := range b.Fields {
		value := strings.TrimSpace(strings.ReplaceAll(r.PostFormValue(f.Key), "\r\n", "\n"))
		b.Fields[i].Value = value
		for j := range b.Fields[i].Choices {
			b.Fields[i].Choices[j].On = b.Fields[i].Choices[j].Value == value
		}
		if err := office.SetField(set, f.Key, value); err != nil {
			p := problemOf(err, lang)
			b.Fields[i].Error, bad = p.What+" "+p.Way, true
		}
	}
	return bad
}

var issuerGone = message.Define("web-issuer-gone", "Không còn hồ sơ cơ quan mang mã “{code}” đã chọn cho tệp này.", "The issuer profile “{code}” chosen for this file is gone.").
	Hint("Chọn lại cơ quan cấp ở bước chọn giấy, hoặc lập lại hồ sơ trong Thiết lập.", "Choose the issuer again on the draft, or make the profile again under Settings.")

// issuerOf is the issuer of a file: the one chosen for it, else that in use.
func (s *Server) issuerOf(r *http.Request, k kept, used ocop.Authority) (ocop.Authority, error) {
	if k.Issuer == "" || k.Issuer == used.Code {
		return used, nil
	}
	all, _, err := s.profiles(r)
	if err != nil {
		return used, err
	}
	for _, p := range all {
		if p.Code == k.Issuer {
			return p, nil
		}
	}
	return used, issuerGone.With("code", k.Issuer).Err()
}

// issuerChoices are offered on the draft when there is more than one.
func (s *Server) issuerChoices(r *http.Request, k kept) (list []choice, err error) {
	all, used, err := s.profiles(r)
	if err != nil || len(all) < 2 {
		return nil, err
	}
	chosen := k.Issuer
	if chosen == "" {
		chosen = used.Code
	}
	for _, p := range all {
		list = append(list, choice{p.Code, p.Name + period(p), p.Code == chosen})
	}
	return list, nil
}

// period is " (từ 01/07/2025)" or the like.
func period(a ocop.Authority) string {
	switch {
	case a.From.IsZero() && a.To.IsZero():
		return ""
	case a.To.IsZero():
		return " (" + a.From.String() + " – …)"
	case a.From.IsZero():
		return " (… – " + a.To.String() + ")"
	}
	return " (" + a.From.String() + " – " + a.To.String() + ")"
}
