package web

import (
	"errors"
	"net/http"
	"strings"
	"time"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
)

// five are the questions of the first run, the fifth with two boxes: without
// them nothing is issued. Code and prefix of public ids follow from the names.
var (
	five     = []string{"authority.name", "authority.level", "authority.place", "authority.base_url", "signatory.lines", "signatory.name"}
	optional = "signatory.name"

	signatoryMissing = message.Define("web-signatory-missing", "Chưa ghi ai ký giấy chứng nhận.", "Who signs the certificates is not set.").
				Hint("Ghi quyền hạn, chức vụ và họ tên người ký ở trang Thiết lập.", "Fill in the signatory on the Settings page.")
)

// settled names the first setting without which no certificate can be printed.
func settled(set ocop.Settings) error {
	if err := office.CheckSettings(set); err != nil {
		return err
	}
	if len(set.Signatory.Lines) == 0 {
		return signatoryMissing.Err()
	}
	return nil
}

func isUnsettled(err error) bool {
	return errors.Is(err, office.SettingMissing.Err()) || errors.Is(err, signatoryMissing.Err())
}

// settingsBody is the overview of what the office decided.
type settingsBody struct {
	Sections []sectionView
	Ready    bool
	Missing  *Problem
	Version  int64
	Numbers  []string
	Problems []*Problem
	Profiles int
	Backup   backupAge
	Users    int
	Accounts bool
}

type sectionView struct {
	Key, Title, About string
	Filled, Fields    int
}

// formBody is one form of settings.
type formBody struct {
	Section  string
	Title    string
	About    string
	Fields   []fieldView
	Version  int64
	Problems []*Problem
	Numbers  []string
	First    bool
	Back     string

	Old    string // of a profile: its code as it stands, "" for a new one
	Before string // of a profile: the one that it follows
}

type fieldView struct {
	Key, ID, Label, Help, Kind, Value, Example, Error string
	Choices                                           []choice
	Required                                          bool
}

func (s *Server) settings(r *http.Request) (ocop.Settings, int64, error) {
	return s.office.Register.Settings(r.Context())
}

func (s *Server) settingsPage(w http.ResponseWriter, r *http.Request) {
	set, version, err := s.settings(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	lang := langOf(r)
	b := settingsBody{Version: version, Ready: true, Accounts: s.opt.Accounts, Numbers: numbersOf(set, s.asOf(r))}
	if err := settled(set); err != nil {
		b.Ready, b.Missing = false, problemOf(err, lang)
	}
	for _, sec := range office.PlanSections() {
		v := sectionView{Key: sectionKey(sec.Key), Title: sectionTitle(sec, lang), About: sectionAbout(sec, lang), Fields: len(sec.Fields)}
		for _, f := range sec.Fields {
			if office.GetField(set, f.Key) != "" {
				v.Filled++
			}
		}
		b.Sections = append(b.Sections, v)
	}
	for _, err := range office.CheckPlan(set) {
		b.Problems = append(b.Problems, problemOf(err, lang))
	}
	b.Backup = s.backupAge(lang)
	if all, _, err := s.profiles(r); err == nil {
		b.Profiles = len(all)
	}
	if users, err := s.office.Register.Users(r.Context()); err == nil {
		b.Users = len(users)
	}
	s.show(w, r, http.StatusOK, "settings", Page{Title: words{lang}.pick("Thiết lập", "Settings"), Active: "settings", Body: b})
}

// The top of the plan file is called by what it holds.
func sectionTitle(sec office.PlanSection, lang message.Lang) string {
	if sec.Key == "" {
		return words{lang}.pick("Ngày ký và dữ liệu mẫu", "Issue date and sample data")
	}
	return sec.Text.In(lang)
}

func sectionAbout(sec office.PlanSection, lang message.Lang) string {
	if sec.Key == "" {
		return words{lang}.pick("Ngày ghi trên giấy chứng nhận; có in chữ MẪU hay không.", "The day on the certificates; whether MẪU is printed.")
	}
	return sec.Text.With().HintIn(lang)
}

// sectionKey is a section in an address; the top of the file has no name.
func sectionKey(key string) string {
	if key == "" {
		return "chung"
	}
	return strings.ReplaceAll(key, ".", "-")
}

func numbersOf(set ocop.Settings, today ocop.Date) []string {
	list, err := office.NumberPreview(set.Authority, today, 3)
	if err != nil {
		return nil // the form says what is wrong with the pattern
	}
	return list
}

// formOfSettings gives the fields of a section, or the five questions.
func formOfSettings(section string, set ocop.Settings, lang message.Lang) (b formBody, ok bool) {
	if section == "nam-cau" {
		b = formBody{Section: section, First: true, Title: words{lang}.pick("Năm câu hỏi là dùng được", "Five questions and it is ready"),
			About: words{lang}.pick("Trả lời xong là cấp được giấy; những mục khác sửa lúc nào cũng được.", "After these certificates can be issued; the rest can wait.")}
		for _, key := range five {
			for _, sec := range office.PlanSections() {
				for _, f := range sec.Fields {
					if f.Key == key {
						v := viewOfField(f, set, lang)
						v.Required = key != optional
						b.Fields = append(b.Fields, v)
					}
				}
			}
		}
		return b, true
	}
	for _, sec := range office.PlanSections() {
		if sectionKey(sec.Key) != section {
			continue
		}
		b = formBody{Section: section, Title: sectionTitle(sec, lang), About: sectionAbout(sec, lang)}
		for _, f := range sec.Fields {
			b.Fields = append(b.Fields, viewOfField(f, set, lang))
		}
		return b, true
	}
	return b, false
}

func viewOfField(f *office.PlanField, set ocop.Settings, lang message.Lang) fieldView {
	v := fieldView{Key: f.Key, ID: "f-" + strings.NewReplacer(".", "-", "_", "-").Replace(f.Key), Label: f.Label(lang), Help: helpOf(f, lang),
		Kind: string(f.Kind), Value: office.GetField(set, f.Key), Example: f.Example}
	for _, c := range f.Choices {
		v.Choices = append(v.Choices, choice{c.Value, c.Label.In(lang), c.Value == v.Value})
	}
	return v
}

func (s *Server) sectionPage(w http.ResponseWriter, r *http.Request) {
	set, version, err := s.settings(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	body, ok := formOfSettings(r.PathValue("muc"), set, langOf(r))
	if !ok {
		s.fail(w, r, pageMissing.Err())
		return
	}
	body.Version, body.Numbers, body.Back = version, numbersOf(set, s.asOf(r)), localPath(r.URL.Query().Get("ve"))
	s.show(w, r, http.StatusOK, "section", Page{Title: body.Title, Active: "settings", Body: body})
}

// saveSection puts a form's values in, all of them or none; complaints stand
// at their fields.
func (s *Server) saveSection(w http.ResponseWriter, r *http.Request) {
	set, version, err := s.settings(r)
	if err == nil {
		err = r.ParseForm()
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	lang := langOf(r)
	body, ok := formOfSettings(r.PathValue("muc"), set, lang)
	if !ok {
		s.fail(w, r, pageMissing.Err())
		return
	}
	was := set.Authority.Code
	bad := body.take(r, &set, lang)
	if err := s.settleCode(r, &set, was); err != nil {
		body.Problems, bad = append(body.Problems, problemOf(err, lang)), true
	}
	if _, err := office.NumberPreview(set.Authority, s.asOf(r), 1); err != nil {
		body.Problems, bad = append(body.Problems, problemOf(err, lang)), true
	}
	if r.PostFormValue("xem-so") != "" {
		body.Version, body.Numbers, body.Back = version, numbersOf(set, s.asOf(r)), localPath(r.PostFormValue("ve"))
		s.show(w, r, http.StatusOK, "section", Page{Title: body.Title, Active: "settings", Body: body})
		return
	}
	if body.First && !bad {
		if err := settled(set); err != nil {
			body.Problems, bad = append(body.Problems, problemOf(err, lang)), true
		}
	}
	if bad {
		body.Version, body.Back = version, localPath(r.PostFormValue("ve"))
		s.show(w, r, http.StatusUnprocessableEntity, "section", Page{Title: body.Title, Active: "settings", Body: body})
		return
	}
	if seen := int64(smallInt(r.PostFormValue("ban"))); seen != version {
		version = seen // somebody else saved meanwhile: PutSettings says so
	}
	if err := s.officeOf(r).PutSettings(r.Context(), set, version); err != nil {
		s.fail(w, r, err)
		return
	}
	back := localPath(r.PostFormValue("ve"))
	if body.First {
		back = "/"
	} else if back == "/" {
		back = "/thiet-lap"
	}
	s.goTo(w, r, back, words{lang}.pick("Đã lưu thiết lập.", "The settings are saved."))
}

// settleCode gives an office its code from its name before anything is issued,
// and keeps it afterwards: the register knows results by it.
func (s *Server) settleCode(r *http.Request, set *ocop.Settings, was string) error {
	n, err := s.office.Register.Count(r.Context(), registerAll(s.asOf(r)))
	if set.Authority.Prefix == "" {
		set.Authority.Prefix = office.AuthorityPrefix(set.Authority.Place)
	}
	switch {
	case err != nil:
		return err
	case n == 0 && set.Authority.Code == "":
		set.Authority.Code = office.AuthorityCode(set.Authority.Name)
	case n > 0 && set.Authority.Code != was:
		return codeStays.Err()
	}
	return nil
}

// planFile gives the settings as a file; planUpload takes one.
func (s *Server) planFile(w http.ResponseWriter, r *http.Request) {
	set, _, err := s.settings(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	attachment(w, "ke-hoach.toml", "application/toml")
	_, _ = w.Write(office.PlanFile(set)) // a reader who went away needs no answer
}

func (s *Server) planUpload(w http.ResponseWriter, r *http.Request) {
	name, data, err := formFile(r, "tep")
	var set ocop.Settings
	if err == nil {
		set, err = office.PlanBytes(r.Context(), name, data)
	}
	var version int64
	var was ocop.Settings
	if err == nil {
		was, version, err = s.settings(r)
	}
	if err == nil {
		err = s.settleCode(r, &set, was.Authority.Code)
	}
	if err == nil {
		err = s.officeOf(r).PutSettings(r.Context(), set, version)
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.goTo(w, r, "/thiet-lap", words{langOf(r)}.pick("Đã đọc kế hoạch từ tệp.", "The plan was read from the file."))
}

// backupAge says how old the last backup is that was proven good.
type backupAge struct {
	Has, Old bool
	Text     string
	Folder   string
}

func (s *Server) backupAge(lang message.Lang) (b backupAge) {
	wd := words{lang}
	b.Folder = s.office.BackupFolder()
	list, err := s.office.Backups()
	switch {
	case err != nil || len(list) == 0:
		b.Old, b.Text = true, wd.pick("Chưa có bản sao lưu nào đã kiểm chứng", "No verified backup yet")
		return b
	}
	age := s.opt.Now().Sub(list[0].Time())
	b.Has, b.Old = true, age > 48*time.Hour
	b.Text = wd.pick("Bản đã kiểm chứng gần nhất cách đây ", "The last verified one is ") + ageText(age, wd)
	return b
}

func ageText(d time.Duration, wd words) string {
	n, vi, en := int(d.Minutes()), " phút", " minutes old"
	switch {
	case d >= 48*time.Hour:
		n, vi, en = int(d.Hours()/24), " ngày", " days old"
	case d >= 2*time.Hour:
		n, vi, en = int(d.Hours()), " giờ", " hours old"
	}
	return itoa(max(n, 0)) + wd.pick(vi, en)
}
