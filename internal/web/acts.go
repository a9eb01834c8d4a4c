package web

import (
	"context"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
)

var (
	actUnknown = message.Define("web-act-unknown", "Không làm được việc này với giấy chứng nhận.", "This cannot be done with a certificate.").
			Hint("Mở lại trang của giấy và chọn một việc.", "Open the certificate's page again and choose.")
	reasonNeeded = message.Define("web-reason-needed", "Cần ghi lý do.", "A reason is needed.").
			Hint("Ghi ngắn gọn lý do và giấy tờ làm căn cứ.", "Write the reason and the paper it rests on.")
	dayUnreadable = message.Define("web-day-unreadable", "“{value}” không phải là ngày.", "“{value}” is not a date.").
			Hint("Ghi như 20/11/2023.", "Write it like 20/11/2023.")
	nothingNew = message.Define("web-nothing-changed", "Chưa sửa gì.", "Nothing is changed.").
			Hint("Sửa ít nhất một ô rồi gửi lại.", "Change at least one box and send again.")
	actDone = message.Define("web-act-done", "Đã ghi vào sổ: {act} – {number}.", "Entered in the register: {act} – {number}.")
)

// doAct takes an act's form. Where a second person is needed it is kept as a
// proposal; else it is entered.
func (s *Server) doAct(w http.ResponseWriter, r *http.Request) {
	it, err := s.certificate(r)
	if err == nil {
		err = r.ParseForm()
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	name := r.PathValue("act")
	i := slices.IndexFunc(acts, func(a actKind) bool { return a.name == name })
	if i < 0 || !actFits(acts[i].where, it) {
		s.fail(w, r, actUnknown.Err())
		return
	}
	if !s.canDo(r, "issue") && !acts[i].two {
		s.refuse(w, r, http.StatusForbidden, notAllowed.Err())
		return
	}
	two, err := s.twoEyes(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	p := proposal{Cert: it.ID, Number: it.Number, Product: it.Product.Name, Act: name, Form: formOf(r.PostForm), Who: whoOf(r), At: s.opt.Now()}
	if err := p.check(it); err != nil {
		s.fail(w, r, err)
		return
	}
	if two && acts[i].two {
		if err := s.propose(r, p); err != nil {
			s.fail(w, r, err)
			return
		}
		s.goTo(w, r, "/so/"+it.ID, words{langOf(r)}.pick("Đã gửi đề nghị; chờ người thứ hai duyệt.", "Proposed; a second person must approve."))
		return
	}
	file, err := s.apply(r.Context(), s.officeOf(r), p, s.asOf(r))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.acted(w, r, p, file)
}

func (s *Server) acted(w http.ResponseWriter, r *http.Request, p proposal, file string) {
	to := "/so/" + p.Cert
	if file != "" {
		to += "?tep=" + url.QueryEscape(filepath.Base(file))
	}
	s.goTo(w, r, to, actDone.With("act", p.Title(langOf(r)), "number", p.Number).In(langOf(r)))
}

// formOf keeps the few fields that acts have, cut to a sane length.
func formOf(form url.Values) map[string]string {
	kept := map[string]string{}
	for _, key := range []string{"ly-do", "can-cu", "san-pham", "chu-the", "dia-chi", "xa", "noi", "nhom", "nguoi", "nguoi-nhan", "thay",
		"qd", "ngay-qd", "dieu", "tu", "den", "ngay", "so-moi"} {
		if v := strings.TrimSpace(form.Get(key)); v != "" {
			kept[key] = clip(v, 500)
		}
	}
	return kept
}

// check finds what is missing before anybody has to approve it.
func (p proposal) check(it office.Item) error {
	if p.Act != "trao" && p.Form["ly-do"] == "" {
		return reasonNeeded.Err()
	}
	for _, key := range []string{"ngay-qd", "tu", "den", "ngay"} {
		if _, err := dayOf(p.Form[key]); err != nil {
			return err
		}
	}
	if p.Act == "dinh-chinh" {
		c := it.Certificate
		p.edit(&c)
		if c.Product == it.Product && c.Producer == it.Producer && c.Place == it.Place {
			return nothingNew.Err()
		}
	}
	return nil
}

func dayOf(text string) (ocop.Date, error) {
	if text == "" {
		return ocop.Date{}, nil
	}
	d, err := ocop.ParseDate(text)
	if err != nil {
		return d, dayUnreadable.With("value", clip(text, 40)).Err()
	}
	return d, nil
}

// edit puts the corrected words in.
func (p proposal) edit(c *ocop.Certificate) {
	set := func(to *string, key string) {
		if v := p.Form[key]; v != "" {
			*to = v
		}
	}
	set(&c.Product.Name, "san-pham")
	set(&c.Product.Group, "nhom")
	set(&c.Producer.Name, "chu-the")
	set(&c.Producer.Address, "dia-chi")
	set(&c.Producer.Commune, "xa")
	set(&c.Place, "noi")
}

// apply enters an act in the register and gives the file that it made, if any.
func (s *Server) apply(ctx context.Context, o *office.Office, p proposal, asOf ocop.Date) (file string, err error) {
	out := s.work.out("so-" + p.Cert)
	reason := p.Form["ly-do"]
	if p.Approver != "" {
		reason += " (đề nghị: " + p.Who + "; duyệt: " + p.Approver + ")"
	}
	change := office.Change{Day: asOf, Reason: reason, Paper: p.Form["can-cu"], NewNumber: p.Form["so-moi"] != ""}
	var made ocop.Certificate
	switch p.Act {
	case "in-lai":
		if err := os.MkdirAll(out, 0o700); err != nil {
			return "", err
		}
		return o.Reprint(ctx, p.Cert, reason, out, asOf)
	case "dinh-chinh":
		made, err = o.Correct(ctx, p.Cert, change, p.edit)
	case "cap-lai":
		made, err = o.Reissue(ctx, p.Cert, change)
	case "chuyen-giao":
		to := ocop.Producer{Name: p.Form["chu-the"], Address: p.Form["dia-chi"], Commune: p.Form["xa"], Representative: p.Form["nguoi"]}
		made, err = o.Transfer(ctx, p.Cert, to, change)
	default:
		return "", p.rule(ctx, o, reason, asOf)
	}
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(out, 0o700); err != nil {
		return "", err
	}
	if made.ID != p.Cert {
		out = s.work.out("so-" + made.ID)
		if err := os.MkdirAll(out, 0o700); err != nil {
			return "", err
		}
	}
	return o.WriteCertificate(ctx, made.ID, out, asOf)
}

// rule enters what changes the standing only.
func (p proposal) rule(ctx context.Context, o *office.Office, reason string, asOf ocop.Date) error {
	day := func(key string, otherwise ocop.Date) ocop.Date {
		d, err := dayOf(p.Form[key])
		if err != nil || d.IsZero() { // an unreadable one was refused by check
			return otherwise
		}
		return d
	}
	ids, reg := []string{p.Cert}, o.Register
	ruling := office.Ruling{Day: day("tu", asOf), Decision: ocop.Decision{Number: p.Form["qd"], Date: day("ngay-qd", ocop.Date{})},
		Clause: p.Form["dieu"], Reason: reason, Until: day("den", ocop.Date{})}
	switch p.Act {
	case "trao":
		return reg.HandOver(ctx, p.Cert, office.Handover{Day: day("ngay", asOf), To: p.Form["nguoi-nhan"], Proxy: p.Form["thay"] != "", Paper: p.Form["can-cu"]})
	case "thu-hoi":
		return reg.Revoke(ctx, ids, ruling)
	case "dinh-chi":
		return reg.Suspend(ctx, ids, ruling)
	case "bo-dinh-chi":
		return reg.Lift(ctx, ids, ruling)
	case "huy":
		return reg.Cancel(ctx, p.Cert, asOf, reason)
	}
	return actUnknown.Err()
}
