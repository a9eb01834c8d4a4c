package web

import (
	"cmp"
	"context"
	"encoding/base32"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	"ocoprint/internal/message"
)

// A proposal is an act that waits for a second person: revoking and correcting
// need two once there are two accounts (reliability, Roles).

const proposalSpace = "proposal"

// actKind is the type of the entries of acts.
type actKind = struct {
	name, vi, en, aboutVi, aboutEn string
	two                            bool
	where                          string
}

// proposal is an act on a certificate with what was filled in.
type proposal struct {
	Key      string            `json:"key"`
	Cert     string            `json:"cert"`
	Number   string            `json:"number"`
	Product  string            `json:"product"`
	Act      string            `json:"act"`
	Form     map[string]string `json:"form"`
	Who      string            `json:"who"`
	At       time.Time         `json:"at"`
	Approver string            `json:"-"`
}

// Title names the act.
func (p proposal) Title(lang message.Lang) string {
	for _, a := range acts {
		if a.name == p.Act {
			return words{lang}.pick(a.vi, a.en)
		}
	}
	return p.Act
}

// filledIn are the boxes of the acts' forms, in the order of the forms.
var filledIn = []struct{ key, vi, en string }{
	{"san-pham", "Sản phẩm", "Product"}, {"chu-the", "Chủ thể", "Producer"}, {"dia-chi", "Địa chỉ", "Address"}, {"xa", "Xã, phường", "Commune"},
	{"noi", "Nơi", "Place"}, {"nhom", "Nhóm", "Group"}, {"nguoi", "Người đại diện", "Representative"}, {"qd", "Quyết định", "Decision"},
	{"ngay-qd", "Ngày quyết định", "Date of the decision"}, {"dieu", "Điều khoản", "Clause"}, {"tu", "Từ ngày", "From"}, {"den", "Đến hết ngày", "Until"},
	{"so-moi", "Số mới", "New number"}, {"can-cu", "Căn cứ", "Rests on"}, {"ly-do", "Lý do", "Reason"},
}

// Lines say what was filled in, for the second person.
func (p proposal) Lines(lang message.Lang) (lines []string) {
	wd := words{lang}
	for _, f := range filledIn {
		value := p.Form[f.key]
		if f.key == "so-moi" && value != "" {
			value = wd.pick("có", "yes")
		}
		if value != "" {
			lines = append(lines, wd.pick(f.vi, f.en)+": "+value)
		}
	}
	return lines
}

var (
	sameEyes = message.Define("web-same-person", "Người đề nghị không tự duyệt được.", "Who proposed cannot approve.").
			Hint("Nhờ người duyệt khác đăng nhập và duyệt.", "Ask another approver to log in and approve.")
	proposalGone = message.Define("web-proposal-gone", "Đề nghị này đã được xử lý.", "This proposal was dealt with already.").
			Hint("Xem lịch sử của giấy chứng nhận.", "See the certificate's history.")
)

// twoEyes reports whether a second person is needed: with two open accounts.
func (s *Server) twoEyes(ctx context.Context) (bool, error) {
	if !s.opt.Accounts {
		return false, nil
	}
	users, err := s.office.Register.Users(ctx)
	n := 0
	for _, u := range users {
		if !u.Closed {
			n++
		}
	}
	return n >= 2, err
}

func (s *Server) proposals(ctx context.Context) (all []proposal, err error) {
	found, err := s.office.Register.Remembered(ctx, proposalSpace)
	if err != nil {
		return nil, err
	}
	for _, data := range found {
		var p proposal
		if err := json.Unmarshal(data, &p); err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b proposal) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Key, b.Key)) })
	return all, nil
}

func (s *Server) propose(r *http.Request, p proposal) error {
	raw := make([]byte, 10)
	if _, err := io.ReadFull(s.opt.Random, raw); err != nil {
		return err
	}
	p.Key = strings.ToLower(base32.StdEncoding.EncodeToString(raw))
	data, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return s.officeOf(r).Register.Remember(r.Context(), proposalSpace, p.Key, data)
}

func (s *Server) proposalsPage(w http.ResponseWriter, r *http.Request) {
	all, err := s.proposals(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.show(w, r, http.StatusOK, "proposals", Page{Title: words{langOf(r)}.pick("Chờ duyệt", "To approve"), Active: "register", Body: all})
}

// decide approves a proposal or turns it down; who proposed may only take it
// back. It is taken out first, so that
// two people cannot approve it twice.
func (s *Server) decide(w http.ResponseWriter, r *http.Request) {
	s.deciding.Lock()
	defer s.deciding.Unlock()
	reg := s.officeOf(r).Register
	data, ok, err := reg.Recall(r.Context(), proposalSpace, r.PathValue("key"))
	var p proposal
	switch {
	case err != nil:
	case !ok:
		err = proposalGone.Err()
	default:
		err = json.Unmarshal(data, &p)
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	approve, own := r.PostFormValue("duyet") != "", whoOf(r) == p.Who
	if !s.canDo(r, "approve") && (approve || !own) {
		s.refuse(w, r, http.StatusForbidden, notAllowed.Err())
		return
	}
	if !approve {
		if err := reg.Forget(r.Context(), proposalSpace, p.Key); err != nil {
			s.fail(w, r, err)
			return
		}
		s.goTo(w, r, "/so/"+p.Cert, words{langOf(r)}.pick("Đã bỏ đề nghị; sổ không đổi.", "The proposal is dropped; nothing changed."))
		return
	}
	if p.Approver = whoOf(r); own && s.opt.Accounts {
		s.refuse(w, r, http.StatusForbidden, sameEyes.Err())
		return
	}
	file, err := s.apply(r.Context(), s.officeOf(r), p, s.asOf(r))
	if err == nil {
		err = reg.Forget(r.Context(), proposalSpace, p.Key)
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.acted(w, r, p, file)
}

func whoOf(r *http.Request) string {
	if v := userOf(r); v != nil && v.Name != localUser {
		return v.Name
	}
	return ""
}

// canDo reports whether the visitor may do a thing.
func (s *Server) canDo(r *http.Request, what string) bool {
	v := userOf(r)
	return v != nil && may[what][v.Role]
}
