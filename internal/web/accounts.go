package web

import (
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"ocoprint/internal/message"
	"ocoprint/internal/office"
)

// loginTries slow down who guesses: five wrong tries a minute for a name, and
// for an address.
type loginTries struct {
	mu    sync.Mutex
	tries map[string][]time.Time
}

const loginLimit = 5

func (l *loginTries) blocked(now time.Time, keys ...string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, key := range keys {
		var recent []time.Time
		for _, t := range l.tries[key] {
			if now.Sub(t) < time.Minute {
				recent = append(recent, t)
			}
		}
		if len(recent) == 0 {
			delete(l.tries, key)
		} else {
			l.tries[key] = recent
		}
		if len(recent) >= loginLimit {
			return true
		}
	}
	return false
}

func (l *loginTries) failed(now time.Time, keys ...string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.tries == nil || len(l.tries) > 10_000 { // a flood of names must not fill the memory
		l.tries = map[string][]time.Time{}
	}
	for _, key := range keys {
		l.tries[key] = append(l.tries[key], now)
	}
}

var loginSlow = message.Define("web-login-slow", "Sai quá nhiều lần; chờ một phút.", "Too many wrong tries; wait a minute.").
	Hint("Chờ một phút rồi thử lại, hoặc nhờ người quản trị đặt lại mật khẩu.", "Wait a minute and try again, or ask the administrator to set a new password.")

type loginBody struct {
	Name    string
	Problem *Problem
}

func (s *Server) loginPage(w http.ResponseWriter, r *http.Request) {
	if !s.opt.Accounts {
		s.fail(w, r, pageMissing.Err())
		return
	}
	s.show(w, r, http.StatusOK, "login", Page{Title: words{langOf(r)}.pick("Đăng nhập", "Log in"), Body: loginBody{}})
}

func clientIP(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

func (s *Server) login(w http.ResponseWriter, r *http.Request) {
	if !s.opt.Accounts {
		s.fail(w, r, pageMissing.Err())
		return
	}
	name, password := strings.TrimSpace(r.PostFormValue("ten")), r.PostFormValue("mat-khau")
	keys, now := []string{"u:" + clip(name, 60), "a:" + clientIP(r)}, s.opt.Now()
	if s.tries.blocked(now, keys...) {
		s.loginAgain(w, r, name, http.StatusTooManyRequests, loginSlow.Err())
		return
	}
	ok, err := s.passwordRight(r, name, password)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if !ok {
		s.tries.failed(now, keys...)
		s.loginAgain(w, r, name, http.StatusUnauthorized, loginWrong.Err())
		return
	}
	if err := s.sessions.RenewToken(r.Context()); err != nil {
		s.fail(w, r, err)
		return
	}
	s.sessions.Put(r.Context(), "user", name)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (s *Server) loginAgain(w http.ResponseWriter, r *http.Request, name string, status int, err error) {
	s.logRefusal(r, err)
	s.show(w, r, status, "login", Page{Title: words{langOf(r)}.pick("Đăng nhập", "Log in"), Body: loginBody{clip(name, 60), problemOf(err, langOf(r))}})
}

// noAccount costs as much to check as a real password, so that the time of the
// answer does not tell which names exist.
const noAccount = "$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

func (s *Server) passwordRight(r *http.Request, name, password string) (bool, error) {
	u, ok, err := s.office.Register.FindUser(r.Context(), name)
	if err != nil {
		return false, err
	}
	if !ok || u.Closed {
		_, err := checkPassword(noAccount, password)
		return false, err
	}
	return checkPassword(u.Password, password)
}

func (s *Server) logout(w http.ResponseWriter, r *http.Request) {
	if err := s.sessions.Destroy(r.Context()); err != nil {
		s.fail(w, r, err)
		return
	}
	http.Redirect(w, r, "/dang-nhap", http.StatusSeeOther)
}

// usersBody lists the accounts.
type usersBody struct {
	Users    []office.User
	Refusals []refusalView
	Accounts bool
	Roles    []choice
}

// refusalView says what was refused to whom and why; Address is the request.
type refusalView struct{ When, Who, What, Why, Address string }

var roleNames = [][3]string{{RoleViewer, "chỉ xem", "viewer"}, {RoleIssuer, "người cấp giấy", "issuer"}, {RoleApprover, "người duyệt", "approver"}, {RoleAdmin, "quản trị (không cấp giấy)", "admin (does not issue)"}}

func (s *Server) usersPage(w http.ResponseWriter, r *http.Request) {
	users, err := s.office.Register.Users(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	refusals, err := s.office.Register.Refusals(r.Context(), 20)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	b := usersBody{Users: users, Accounts: s.opt.Accounts}
	for _, f := range refusals {
		b.Refusals = append(b.Refusals, denialView(f, langOf(r)))
	}
	for _, n := range roleNames {
		b.Roles = append(b.Roles, choice{Value: n[0], Label: words{langOf(r)}.pick(n[1], n[2])})
	}
	s.show(w, r, http.StatusOK, "users", Page{Title: words{langOf(r)}.pick("Người dùng", "Users"), Active: "settings", Body: b})
}

var (
	userBad = message.Define("web-user-bad", "Tên đăng nhập gồm 2–40 chữ cái không dấu, chữ số, dấu chấm, gạch.", "A login name has 2–40 letters, digits, dots, dashes.").
		Hint("Ví dụ: lan.nguyen.", "For example: lan.nguyen.")
	passwordShort = message.Define("web-password-short", "Mật khẩu cần ít nhất 10 ký tự.", "A password needs at least 10 characters.").
			Hint("Dùng một câu dễ nhớ, ví dụ bốn từ không liên quan.", "Use a phrase, for example four unrelated words.")
	lastAdmin = message.Define("web-last-admin", "Phải còn ít nhất một người quản trị.", "At least one administrator must remain.").
			Hint("Lập một tài khoản quản trị khác trước.", "Make another administrator first.")
)

// saveUser makes an account or changes one: an empty password stays.
func (s *Server) saveUser(w http.ResponseWriter, r *http.Request) {
	reg := s.officeOf(r).Register
	name := strings.TrimSpace(r.PostFormValue("ten"))
	u, _, err := reg.FindUser(r.Context(), name)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	u.Name, u.FullName, u.Role, u.Closed = name, clip(strings.TrimSpace(r.PostFormValue("ho-ten")), 120), r.PostFormValue("vai"), r.PostFormValue("dong") != ""
	err = CheckUser(u)
	if p := r.PostFormValue("mat-khau"); err == nil && (p != "" || u.Password == "") {
		if len([]rune(p)) < 10 {
			err = passwordShort.Err()
		} else {
			u.Password, err = HashPassword(s.opt.Random, p)
		}
	}
	if err == nil {
		err = s.adminRemains(r, u)
	}
	if err == nil {
		err = reg.PutUser(r.Context(), u)
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.goTo(w, r, "/thiet-lap/nguoi-dung", words{langOf(r)}.pick("Đã ghi tài khoản ", "Saved account ")+name+".")
}

// CheckUser checks the name and role of an account.
func CheckUser(u office.User) error {
	if len(u.Name) < 2 || len(u.Name) > 40 || strings.Trim(strings.ToLower(u.Name), "abcdefghijklmnopqrstuvwxyz0123456789.-_") != "" {
		return userBad.Err()
	}
	for _, n := range roleNames {
		if n[0] == u.Role {
			return nil
		}
	}
	return notAllowed.Err()
}

func (s *Server) adminRemains(r *http.Request, changed office.User) error {
	users, err := s.office.Register.Users(r.Context())
	if err != nil || (changed.Role == RoleAdmin && !changed.Closed) {
		return err
	}
	had := false
	for _, u := range users {
		if u.Role == RoleAdmin && !u.Closed {
			if u.Name != changed.Name {
				return nil
			}
			had = true
		}
	}
	if had {
		return lastAdmin.Err()
	}
	return nil
}
