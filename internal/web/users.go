package web

import (
	"context"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"golang.org/x/crypto/argon2"

	"ocoprint/internal/message"
	"ocoprint/internal/office"
)

// Roles, from reliability.md: an admin does not issue; revoking and correcting
// need a second person once there are two accounts.
const (
	RoleViewer   = "viewer"
	RoleIssuer   = "issuer"
	RoleApprover = "approver"
	RoleAdmin    = "admin"
	roleLocal    = "local" // the one person at this machine, without accounts
)

// may says what a role is allowed to do.
var may = map[string]map[string]bool{
	"see":     {RoleViewer: true, RoleIssuer: true, RoleApprover: true, RoleAdmin: true, roleLocal: true},
	"issue":   {RoleIssuer: true, roleLocal: true},
	"propose": {RoleIssuer: true, RoleApprover: true, roleLocal: true}, // revoke, correct: first person
	"approve": {RoleApprover: true, roleLocal: true},                   // second person
	"backup":  {RoleIssuer: true, RoleAdmin: true, roleLocal: true},
	"manage":  {RoleAdmin: true, roleLocal: true},
}

// visitor is who asks.
type visitor struct{ Name, FullName, Role string }

// Shown is the name on the page; nothing for the one local user.
func (v *visitor) Shown() string {
	switch {
	case v.Name == localUser:
		return ""
	case v.FullName != "":
		return v.FullName
	}
	return v.Name
}

type visitorKey struct{}

func userOf(r *http.Request) *visitor {
	v, _ := r.Context().Value(visitorKey{}).(*visitor)
	return v
}

// hasSession reports whether the request went through the session manager.
func hasSession(r *http.Request) bool { return r.Context().Value(sessionSeen{}) != nil }

type sessionSeen struct{}

var (
	loginNeeded = message.Define("web-login-needed", "Cần mở trang từ chương trình hoặc đăng nhập.", "Open the page from the program, or log in.").
			Hint("Đóng trình duyệt, mở lại chương trình ocoprint trên máy này.", "Close the browser and start ocoprint on this machine again.")
	notAllowed = message.Define("web-not-allowed", "Tài khoản của bạn không được làm việc này.", "Your account may not do this.").
			Hint("Nhờ người có quyền, hoặc hỏi người quản trị.", "Ask somebody who may, or the administrator.")
	pageMissing = message.Define("web-no-page", "Không có trang này.", "There is no such page.").
			Hint("Về trang đầu và chọn lại.", "Go to the first page and choose again.")
	loginWrong = message.Define("web-login-wrong", "Tên đăng nhập hoặc mật khẩu không đúng.", "The name or the password is wrong.").
			Hint("Gõ lại; sau nhiều lần sai phải chờ một phút.", "Type them again; after several tries wait a minute.")
)

// allow lets a request through when its visitor may do the thing.
func (s *Server) allow(what string, h http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		r = r.WithContext(context.WithValue(r.Context(), sessionSeen{}, true))
		v, err := s.visitor(r)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		switch {
		case v == nil && s.opt.Accounts:
			http.Redirect(w, r, "/dang-nhap", http.StatusSeeOther)
			return
		case v == nil:
			s.problem(w, r, http.StatusUnauthorized, loginNeeded.Err())
			return
		}
		r = r.WithContext(context.WithValue(r.Context(), visitorKey{}, v))
		if !may[what][v.Role] {
			s.refuse(w, r, http.StatusForbidden, notAllowed.Err())
			return
		}
		h(w, r)
	}
}

func (s *Server) visitor(r *http.Request) (*visitor, error) {
	name := s.sessions.GetString(r.Context(), "user")
	switch {
	case name == "":
		return nil, nil
	case name == localUser && !s.opt.Accounts:
		return &visitor{Name: localUser, Role: roleLocal}, nil
	}
	u, ok, err := s.office.Register.FindUser(r.Context(), name)
	if err != nil || !ok || u.Closed {
		return nil, err
	}
	return &visitor{Name: u.Name, FullName: u.FullName, Role: u.Role}, nil
}

// officeOf is the office in the visitor's name.
func (s *Server) officeOf(r *http.Request) *office.Office {
	if v := userOf(r); v != nil && v.Name != localUser {
		return s.office.As(v.Name)
	}
	return s.office
}

func (s *Server) logRefusal(r *http.Request, err error) {
	said, ok := message.Of(err)
	if !ok {
		return
	}
	who := "-"
	if v := userOf(r); v != nil {
		who = v.Name
	}
	refusal := office.Refusal(s.opt.Now(), who, r.Method+" "+r.URL.Path, said.Code())
	if err := s.office.Register.Refuse(r.Context(), refusal); err != nil {
		s.opt.Log.Error("log refusal", "error", err)
	}
}

// argon2id with the parameters of RFC 9106's second choice.
const (
	argonTime, argonMemory, argonLanes, argonKey = 3, 64 << 10, 4, 32
)

// HashPassword encodes a password for PutUser.
func HashPassword(random io.Reader, password string) (string, error) {
	salt := make([]byte, 16)
	if _, err := io.ReadFull(random, salt); err != nil {
		return "", err
	}
	key := argon2.IDKey([]byte(password), salt, argonTime, argonMemory, argonLanes, argonKey)
	enc := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s", argonMemory, argonTime, argonLanes, enc.EncodeToString(salt), enc.EncodeToString(key)), nil
}

var errHash = errors.New("password hash is not argon2id")

func checkPassword(encoded, password string) (bool, error) {
	parts := strings.Split(encoded, "$")
	if len(parts) != 6 || parts[1] != "argon2id" {
		return false, errHash
	}
	var memory, time uint32
	var lanes uint8
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &memory, &time, &lanes); err != nil || memory > 1<<20 || time > 16 {
		return false, errHash
	}
	salt, err1 := base64.RawStdEncoding.DecodeString(parts[4])
	want, err2 := base64.RawStdEncoding.DecodeString(parts[5])
	if err := errors.Join(err1, err2); err != nil {
		return false, errHash
	}
	got := argon2.IDKey([]byte(password), salt, time, memory, lanes, uint32(len(want)))
	return subtle.ConstantTimeCompare(got, want) == 1, nil
}

var notIssued = message.Define("web-not-issued", "Còn giấy chưa vào sổ.", "Some certificates are not entered yet.").
	Hint("Xem bản dự kiến và bấm “Vào sổ” trước khi in.", "Look at the draft and press “Enter in the register” before printing.")
