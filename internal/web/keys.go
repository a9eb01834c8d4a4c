package web

import (
	"net/http"
	"strconv"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
)

func itoa(n int) string { return strconv.Itoa(n) }

// keysBody lists the office's keys.
type keysBody struct {
	Authority ocop.Authority
	Sample    bool
	Exist     bool
	Keys      []keyView
	Next      string
	Folder    string
	Problem   *Problem
}

type keyView struct {
	ID, Role, RoleCode, Scope, From, To, State string
	Active                                     bool
}

var passphraseShort = message.Define("web-passphrase-short", "Mật khẩu khóa cần ít nhất 8 ký tự và gõ hai lần giống nhau.", "The passphrase needs 8 characters, typed twice the same.").
	Hint("Gõ lại hai ô; cất mật khẩu nơi an toàn: không ai lấy lại được.", "Type both again; keep it safe: nobody can recover it.")

func (s *Server) keysPage(w http.ResponseWriter, r *http.Request) {
	set, _, err := s.settings(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	box := s.office.KeyBox(set.Authority.BaseURL)
	b := keysBody{Authority: set.Authority, Sample: box.Sample(), Exist: box.Exist() && set.Authority.BaseURL != "", Folder: box.Folder()}
	if b.Exist {
		lines, next, err := s.office.KeyLines(set.Authority.BaseURL)
		if err != nil {
			b.Problem = problemOf(err, langOf(r))
		}
		b.Next = next.In(hanoi).Format("02/01/2006")
		for _, l := range lines {
			b.Keys = append(b.Keys, keyView{l.ID, l.Role.In(langOf(r)), l.RoleCode, l.Scope, l.From.String(), l.To.String(), l.State.In(langOf(r)), l.Active})
		}
	}
	s.show(w, r, http.StatusOK, "keys", Page{Title: words{langOf(r)}.pick("Khóa ký", "Keys"), Active: "settings", Body: b})
}

// changeKeys makes the first keys or replaces one.
func (s *Server) changeKeys(w http.ResponseWriter, r *http.Request) {
	set, _, err := s.settings(r)
	if err == nil {
		err = office.CheckSettings(set)
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	phrase, role := r.PostFormValue("mat-khau"), r.PostFormValue("vai")
	if role == "" {
		if len(phrase) < 8 || phrase != r.PostFormValue("mat-khau-2") {
			s.fail(w, r, passphraseShort.Err())
			return
		}
		err = s.officeOf(r).MakeKeys(set.Authority, []byte(phrase))
	} else {
		err = s.officeOf(r).RotateKey(set.Authority, role, []byte(phrase))
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.office.Unlock([]byte(phrase))
	s.goTo(w, r, "/thiet-lap/khoa", words{langOf(r)}.pick("Đã ghi khóa. Sao chép thư mục khóa ra USB cất riêng.", "The keys are written. Copy the key folder to a USB stick kept apart."))
}

// lockKeys forgets the passphrase.
func (s *Server) lockKeys(w http.ResponseWriter, r *http.Request) {
	s.office.Lock()
	s.goTo(w, r, "/thiet-lap/khoa", words{langOf(r)}.pick("Đã khóa; lần ký sau hỏi lại mật khẩu.", "Locked; the next signature asks for the passphrase."))
}

// backupsBody lists the good backups.
type backupsBody struct {
	Age   backupAge
	List  []backupView
	Lacks lackView
}

type backupView struct {
	When, File, Why string
	Entries         int64
}

func (s *Server) backupsPage(w http.ResponseWriter, r *http.Request) {
	b := backupsBody{Age: s.backupAge(langOf(r))}
	list, err := s.office.Backups()
	if err == nil {
		b.Lacks, err = s.lacks(r)
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	for _, x := range list {
		b.List = append(b.List, backupView{When: x.Time().In(hanoi).Format("02/01/2006 15:04"), File: x.File, Why: whyBackup(x.Why, langOf(r)), Entries: x.Head.Seq})
	}
	s.show(w, r, http.StatusOK, "backups", Page{Title: words{langOf(r)}.pick("Sao lưu", "Backups"), Active: "settings", Body: b})
}

func (s *Server) makeBackup(w http.ResponseWriter, r *http.Request) {
	if _, err := s.officeOf(r).Backup(r.Context(), "", "theo yêu cầu"); err != nil {
		s.fail(w, r, err)
		return
	}
	s.goTo(w, r, "/thiet-lap/sao-luu", words{langOf(r)}.pick("Đã sao lưu, phục hồi thử và đối chiếu.", "Backed up, restored for trial and compared."))
}
