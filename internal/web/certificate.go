package web

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
	"ocoprint/internal/preview"
)

// certBody is one certificate with its life.
type certBody struct {
	Item     office.Item
	Word     string
	Events   []eventView
	Waiting  []proposal
	Acts     []actView
	File     string // just printed again
	Decision string
	Today    string
	Receiver string
	TwoEyes  bool // a second person must approve
}

type eventView struct{ When, Day, Kind, Who, Text string }

// actView is one thing that can be done with a certificate now.
type actView struct {
	Name, Title, About string
	Two                bool
}

// acts in the order in which offices need them: the flag says that it needs a
// second person, the last word in which standings it can be done.
var acts = []actKind{
	{"trao", "Ghi đã trao", "Record handing over", "Ai nhận, theo giấy tờ nào.", "Who received it, by which paper.", false, "not-handed"},
	{"in-lai", "In lại", "Print again", "Cùng số, cùng nội dung từng byte; ghi lý do.", "Same number, same bytes; a reason is kept.", false, "any"},
	{"dinh-chinh", "Đính chính", "Correct", "Sửa chữ in sai; thành bản sửa mới, bản cũ còn trong sổ.", "Mend wrong words; a new revision, the old one stays in the book.", true, "open"},
	{"cap-lai", "Cấp lại", "Reissue", "Giấy bị mất, hỏng sau khi trao.", "Lost or damaged after handing over.", true, "open"},
	{"chuyen-giao", "Chuyển giao chủ thể", "Transfer", "Sản phẩm sang chủ thể khác, có giấy tờ.", "The product passes to another producer.", true, "open"},
	{"danh-gia-lai", "Đánh giá lại, nâng hạng", "Re-evaluate", "Cấp giấy theo kết quả mới, khép giấy này.", "A certificate of the new result closes this one.", false, "open"},
	{"dinh-chi", "Tạm đình chỉ", "Suspend", "Theo văn bản, có thời hạn.", "By a decision, for a time.", true, "open"},
	{"bo-dinh-chi", "Bỏ đình chỉ", "Lift the suspension", "Giấy có hiệu lực trở lại.", "It is valid again.", true, "suspended"},
	{"thu-hoi", "Thu hồi", "Revoke", "Theo quyết định thu hồi; không đảo lại được.", "By a decision; cannot be undone.", true, "open"},
	{"huy", "Hủy giấy in hỏng", "Cancel a spoiled one", "Chỉ khi chưa trao.", "Only before handing over.", true, "not-handed"},
}

func actFits(where string, it office.Item) bool {
	open := it.Status == ocop.Valid || it.Status == ocop.Expiring || it.Status == ocop.NotYet || it.Status == ocop.Expired
	switch where {
	case "not-handed":
		return open && it.HandedOver.IsZero()
	case "open":
		return open || it.Status == ocop.Suspended
	case "suspended":
		return it.Status == ocop.Suspended
	}
	return true
}

// certificate finds the one that the address names.
func (s *Server) certificate(r *http.Request) (office.Item, error) {
	return s.office.Register.Get(r.Context(), r.PathValue("id"), s.asOf(r))
}

func (s *Server) certPage(w http.ResponseWriter, r *http.Request) {
	body, err := s.certBody(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.show(w, r, http.StatusOK, "certificate", Page{Title: body.Item.Number, Active: "register", Body: body})
}

func (s *Server) certBody(r *http.Request) (b certBody, err error) {
	it, err := s.certificate(r)
	if err != nil {
		return b, err
	}
	lang := langOf(r)
	b = certBody{Item: it, Word: office.StatusWord(it.Status).In(lang), Decision: it.Decision.String(), Today: s.asOf(r).String(), File: filepath.Base(r.URL.Query().Get("tep"))}
	if r.URL.Query().Get("tep") == "" {
		b.File = ""
	}
	events, err := s.office.Register.History(r.Context(), it.ID)
	if err != nil {
		return b, err
	}
	for _, e := range events {
		v := eventView{When: e.Time().In(hanoi).Format("02/01/2006 15:04"), Kind: e.Kind.Text().In(lang), Who: e.Who, Text: office.EventText(e)}
		if !e.Day.IsZero() {
			v.Day = e.Day.String()
		}
		b.Events = append(b.Events, v)
	}
	if b.TwoEyes, err = s.twoEyes(r.Context()); err != nil {
		return b, err
	}
	for _, a := range acts {
		allowed := s.canDo(r, "issue") || (a.two && s.canDo(r, "propose"))
		if allowed && actFits(a.where, it) {
			wd := words{lang}
			b.Acts = append(b.Acts, actView{a.name, wd.pick(a.vi, a.en), wd.pick(a.aboutVi, a.aboutEn), a.two && b.TwoEyes})
		}
	}
	waiting, err := s.proposals(r.Context())
	for _, p := range waiting {
		if p.Cert == it.ID {
			b.Waiting = append(b.Waiting, p)
		}
	}
	return b, err
}

// certPicture draws the paper as it was issued.
func (s *Server) certPicture(w http.ResponseWriter, r *http.Request) {
	it, err := s.certificate(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	page, err := s.office.CertificatePage(r.Context(), it.Certificate)
	if err == nil {
		err = s.picture(w, page, it.Product.Name)
	}
	if err != nil {
		s.fail(w, r, err)
	}
}

func (s *Server) picture(w http.ResponseWriter, page office.LayoutPage, title string) error {
	svg, err := preview.SVG(page, preview.Options{Title: title, Files: s.office.Pictures()})
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "image/svg+xml")
	_, _ = w.Write(svg) // a reader who went away needs no answer
	return nil
}

// certFile gives a file that was printed again.
func (s *Server) certFile(w http.ResponseWriter, r *http.Request) {
	it, err := s.certificate(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	root, err := os.OpenRoot(s.work.out("so-" + it.ID))
	if err != nil {
		s.fail(w, r, pageMissing.With().Wrap(err))
		return
	}
	defer root.Close()
	f, err := root.Open(r.PathValue("file"))
	if err != nil {
		s.fail(w, r, pageMissing.With().Wrap(err))
		return
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.IsDir() || !strings.HasSuffix(info.Name(), ".pdf") {
		s.fail(w, r, pageMissing.Err())
		return
	}
	w.Header().Set("Content-Type", "application/pdf")
	w.Header().Set("Content-Disposition", "inline")
	http.ServeContent(w, r, info.Name(), info.ModTime(), f)
}
