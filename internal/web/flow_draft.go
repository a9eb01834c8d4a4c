package web

import (
	"net/http"
	"strconv"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
	"ocoprint/internal/preview"
)

func registerAll(asOf ocop.Date) office.Filter { return office.Filter{AsOf: asOf} }

// draftBody is what would be issued, before the explicit step.
type draftBody struct {
	Kept     kept
	Draft    *office.Draft
	Summary  string
	New      []draftRow // all of them
	View     draftView  // the part that is shown
	Already  []draftRow
	LeftOut  []leftRow
	Groups   []findingGroup
	Locked   bool // the keys need a passphrase
	Wrong    bool // the passphrase that was typed is not theirs
	FreshKey bool // the passphrase makes the office's keys
	Problem  *Problem
	Settled  bool     // the settings suffice to issue
	Issuers  []choice // to choose from, when there is more than one
	Issuer   string
}

type draftRow struct {
	N                             int
	Number, ID, Product, Producer string
	Stars                         ocop.Stars
	Score, Place, LastDay, From   string
	Preview, Commune              string
	Notes                         []string // remarks about the row
}

type leftRow struct {
	Sheet           string
	Row             int
	Product, Reason string
	Held            bool
}

// draftOf computes the draft of a request's import under the kept settings.
func (s *Server) draftOf(r *http.Request) (k kept, d *office.Draft, err error) {
	return s.draftOfImport(r, r.PathValue("id"))
}

func (s *Server) draftOfImport(r *http.Request, id string) (k kept, d *office.Draft, err error) {
	k, imp, err := s.openImport(r, id, nil)
	if err != nil {
		return k, nil, err
	}
	if err := imp.Refused(); err != nil {
		return k, nil, err
	}
	settings, _, err := s.office.Register.Settings(r.Context())
	if err != nil {
		return k, nil, err
	}
	if settings.Authority, err = s.issuerOf(r, k, settings.Authority); err == nil {
		err = settled(settings)
	}
	if err != nil {
		return k, nil, err
	}
	d, err = s.officeOf(r).Draft(r.Context(), imp, office.DraftOptions{Selection: k.selection(), Settings: settings, AsOf: s.asOf(r)})
	return k, d, err
}

func (s *Server) draftPage(w http.ResponseWriter, r *http.Request) {
	if r.URL.Query().Has("sao") {
		if err := s.choose(r); err != nil {
			s.fail(w, r, err)
			return
		}
		http.Redirect(w, r, r.URL.Path, http.StatusSeeOther)
		return
	}
	k, d, err := s.draftOf(r)
	body := draftBody{Kept: k}
	switch {
	case err != nil && office.NeedsPassphrase(err):
		body.Locked, body.Wrong = true, office.WrongPassphrase(err)
		body.FreshKey = !s.keysExist(r)
	case err != nil && k.ID != "":
		body.Problem, body.Settled = problemOf(err, langOf(r)), !isUnsettled(err)
	case err != nil:
		s.fail(w, r, err)
		return
	default:
		body.fill(d, s.drafts.keep(k.ID, d), langOf(r))
		body.narrow(r)
	}
	if body.Issuers, err = s.issuerChoices(r, k); err != nil {
		s.fail(w, r, err)
		return
	}
	s.show(w, r, http.StatusOK, "draft", Page{Title: k.Name, Active: "home", Body: body})
}

func (s *Server) keysExist(r *http.Request) bool {
	settings, _, err := s.office.Register.Settings(r.Context())
	return err == nil && s.office.KeyBox(settings.Authority.BaseURL).Exist()
}

// choose changes what is printed: stars, round, year.
func (s *Server) choose(r *http.Request) error {
	k, ok, err := s.findImport(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	if !ok {
		return pageMissing.Err()
	}
	q := r.URL.Query()
	k.Stars, k.Round, k.Year = smallInt(q.Get("sao")), smallInt(q.Get("dot")), smallInt(q.Get("nam"))
	if q.Has("co-quan") && !k.Issued {
		k.Issuer = clip(q.Get("co-quan"), 80)
	}
	return s.keepImport(r.Context(), s.officeOf(r), k)
}

func smallInt(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 9999 {
		return 0
	}
	return n
}

// fill says a draft; shown is the name under which the pictures ask for it.
func (b *draftBody) fill(d *office.Draft, shown string, lang message.Lang) {
	b.Issuer = d.Settings.Authority.Name
	b.Draft, b.Summary = d, d.Chosen.Summary.In(lang)
	notes := remarksOf(d, lang)
	for i, p := range d.Plan.New {
		row := rowOf(i+1, p.Certificate, lang)
		row.From = p.Result.Sheet + " · " + strconv.Itoa(p.Result.Row)
		row.Notes = notes[[2]any{p.Result.Sheet, p.Result.Row}]
		row.Preview = "xem/" + strconv.Itoa(i+1) + "?ban=" + shown
		b.New = append(b.New, row)
	}
	for i, a := range d.Plan.Already {
		b.Already = append(b.Already, rowOf(i+1, a.Certificate, lang))
	}
	for _, l := range d.LeftOut {
		b.LeftOut = append(b.LeftOut, leftRow{Sheet: l.Result.Sheet, Row: l.Result.Row, Product: l.Result.Product.Name,
			Reason: l.Reason.In(lang), Held: l.Result.Status == ocop.StatusHeld})
	}
	b.Groups = groupFindings(d.HeldFindings(), lang)
	for _, h := range d.Held {
		if h.Other != nil {
			linkTo(b.Groups, h.Finding, h.Other.ID)
		}
	}
}

// linkTo puts the certificate that a row collides with beside its finding.
func linkTo(groups []findingGroup, f ocop.Finding, id string) {
	for _, g := range groups {
		for i, v := range g.Findings {
			if g.Code == f.Code && v.Row == f.Sheet+"!"+itoa(f.Row) {
				g.Findings[i].Link = "/so/" + id
			}
		}
	}
}

func rowOf(n int, c ocop.Certificate, lang message.Lang) draftRow {
	return draftRow{N: n, Number: c.Number, ID: c.ID, Product: c.Product.Name, Producer: c.Producer.Name, Stars: c.Stars,
		Score: c.Score.In(lang), Place: c.Place, Commune: c.Producer.Commune, LastDay: c.LastDay.String()}
}

// draftPreview draws the page of one proposed certificate.
func (s *Server) draftPreview(w http.ResponseWriter, r *http.Request) {
	d := s.drafts.find(r.PathValue("id"), r.URL.Query().Get("ban"))
	if d == nil {
		var err error
		if _, d, err = s.draftOf(r); err != nil {
			s.fail(w, r, err)
			return
		}
	}
	n := smallInt(r.PathValue("n"))
	if n < 1 || n > len(d.Plan.New) {
		s.fail(w, r, pageMissing.Err())
		return
	}
	page, err := s.office.DraftPage(r.Context(), d, n-1)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	svg, err := preview.SVG(page, preview.Options{Title: d.Plan.New[n-1].Certificate.Product.Name, Files: s.office.Pictures()})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "image/svg+xml")
	_, _ = w.Write(svg) // a reader who went away needs no answer
}

var issuedFirst = message.Define("web-issued-first", "Đã vào sổ {new} giấy chứng nhận. Chọn giấy tờ rồi bấm “Lập giấy tờ” để in.",
	"{new} {new|certificate is|certificates are} entered. Choose the papers and press “Make the papers” to print.")

var issuedNotice = message.Define("web-issued", "Đã vào sổ {new} giấy chứng nhận mới; {already} giấy đã cấp từ trước.",
	"{new} new {new|certificate is|certificates are} entered; {already} {already|was|were} issued before.")

// issue is the explicit step.
func (s *Server) issue(w http.ResponseWriter, r *http.Request) {
	if p := r.PostFormValue("mat-khau"); p != "" {
		if !s.keysExist(r) && (len([]rune(p)) < 8 || p != r.PostFormValue("mat-khau-2")) {
			s.fail(w, r, passphraseShort.Err()) // a slip of the keyboard would lock the new keys for ever
			return
		}
		s.office.Unlock([]byte(p))
		if r.PostFormValue("chi-mo-khoa") != "" {
			http.Redirect(w, r, "/tep/"+r.PathValue("id")+"/du-kien", http.StatusSeeOther)
			return
		}
	}
	k, d, err := s.draftOf(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	batch, err := s.officeOf(r).Issue(r.Context(), d)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	k.Waiting = len(d.HeldFindings())
	k.Issued, k.Issuer = true, d.Settings.Authority.Code
	if err := s.keepImport(r.Context(), s.officeOf(r), k); err != nil {
		s.fail(w, r, err)
		return
	}
	said := issuedNotice.With("new", batch.New, "already", len(d.Plan.Already))
	if len(d.Plan.Already) == 0 {
		said = issuedFirst.With("new", batch.New)
	}
	s.goTo(w, r, "/tep/"+k.ID+"/giay-to", said.In(langOf(r)))
}
