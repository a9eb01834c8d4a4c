package web

import (
	"cmp"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
	"ocoprint/internal/viet"
)

// registerBody is the book: a search and one page of what it finds.
type registerBody struct {
	Query    string // of the address, for links that keep the search
	Text     string
	Total    int
	Found    int
	Rows     []certRow
	Next     string // address of the following page
	Statuses []choice
	Stars    []choice
	Decided  []choice
	Sorts    []choice
	Pending  int // proposals that wait for a second person
	Expiring int
	Lacks    lackView
}

type choice struct {
	Value, Label string
	On           bool
}

// certRow is a certificate in a list.
type certRow struct {
	ID, Number, Product, Producer, Commune, LastDay, Status, Word, Handed string
	Stars                                                                 ocop.Stars
}

func rowsOf(items []office.Item, lang message.Lang) (rows []certRow) {
	for _, it := range items {
		row := certRow{ID: it.ID, Number: it.Number, Product: it.Product.Name, Producer: it.Producer.Name, Commune: it.Producer.Commune,
			Stars: it.Stars, LastDay: it.LastDay.String(), Status: string(it.Status), Word: office.StatusWord(it.Status).In(lang)}
		if !it.HandedOver.IsZero() {
			row.Handed = it.HandedOver.String()
		}
		rows = append(rows, row)
	}
	return rows
}

// filterOf reads the filter of a list from the address.
func (s *Server) filterOf(r *http.Request) office.Filter {
	q := r.URL.Query()
	f := office.Filter{Text: strings.TrimSpace(q.Get("tim")), AsOf: s.asOf(r), After: q.Get("sau"), Limit: 50, Decision: q.Get("qd")}
	if n := smallInt(q.Get("sao")); n > 0 {
		f.Stars = []ocop.Stars{ocop.Stars(n)}
	}
	if st := q.Get("tt"); st == "chua-trao" {
		no := false
		f.Handed = &no
	} else if st != "" {
		f.Status = []ocop.CertificateStatus{ocop.CertificateStatus(st)}
	}
	switch q.Get("xep") {
	case "san-pham":
		f.Sort = office.ByProduct
	case "chu-the":
		f.Sort = office.ByProducer
	case "het-han":
		f.Sort = office.ByLastDay
	case "cu":
		f.Sort = office.ByNumber
	default:
		f.Desc = true
	}
	return f
}

func (s *Server) registerPage(w http.ResponseWriter, r *http.Request) {
	body, err := s.registerBody(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if body.Lacks, err = s.lacks(r); err != nil {
		s.fail(w, r, err)
		return
	}
	s.show(w, r, http.StatusOK, "register", Page{Title: words{langOf(r)}.pick("Sổ cấp", "Register"), Active: "register", Body: body})
}

func (s *Server) registerBody(r *http.Request) (b registerBody, err error) {
	reg, f := s.office.Register, s.filterOf(r)
	page, err := reg.List(r.Context(), f)
	if err != nil {
		return b, err
	}
	lang := langOf(r)
	b = registerBody{Query: queryOf(r), Text: f.Text, Rows: rowsOf(page.Items, lang)}
	if page.Next != "" {
		q := r.URL.Query()
		q.Set("sau", page.Next)
		b.Next = "/so?" + q.Encode()
	}
	if b.Total, err = reg.Count(r.Context(), registerAll(f.AsOf)); err != nil {
		return b, err
	}
	f.After = ""
	if b.Found, err = reg.Count(r.Context(), f); err != nil {
		return b, err
	}
	soon := registerAll(f.AsOf)
	soon.Status = []ocop.CertificateStatus{ocop.Expiring}
	if b.Expiring, err = reg.Count(r.Context(), soon); err != nil {
		return b, err
	}
	waiting, err := s.proposals(r.Context())
	b.Pending = len(waiting)
	if err != nil {
		return b, err
	}
	return b, s.registerChoices(r, &b)
}

// queryOf is the search of an address as a link carries it on; the place in
// the list is left out.
func queryOf(r *http.Request) string {
	q := r.URL.Query()
	q.Del("sau")
	if len(q) == 0 {
		return ""
	}
	return "?" + q.Encode()
}

func (s *Server) registerChoices(r *http.Request, b *registerBody) error {
	q, w := r.URL.Query(), words{langOf(r)}
	for _, st := range office.Statuses() {
		b.Statuses = append(b.Statuses, choice{string(st), office.StatusWord(st).In(w.lang), q.Get("tt") == string(st)})
	}
	b.Statuses = append(b.Statuses, choice{"chua-trao", w.pick("chưa trao", "not handed over"), q.Get("tt") == "chua-trao"})
	for _, n := range []string{"1", "2", "3", "4", "5"} {
		b.Stars = append(b.Stars, choice{n, w.stars(ocop.Stars(smallInt(n))), q.Get("sao") == n})
	}
	for _, x := range [][3]string{{"", "mới cấp trước", "newest first"}, {"cu", "theo số", "by number"}, {"san-pham", "theo sản phẩm", "by product"},
		{"chu-the", "theo chủ thể", "by producer"}, {"het-han", "sắp hết hạn trước", "first to expire"}} {
		b.Sorts = append(b.Sorts, choice{x[0], w.pick(x[1], x[2]), q.Get("xep") == x[0]})
	}
	decisions, err := s.office.Decisions(r.Context(), s.asOf(r))
	for _, d := range decisions {
		b.Decided = append(b.Decided, choice{d.Number, d.String(), q.Get("qd") == d.Number})
	}
	return err
}

// printBody is the list of the book for paper: every row that the filter finds.
type printBody struct {
	Query   string
	Office  string
	Day     string
	Filter  []string // what was chosen, in words
	Found   int
	LeftOut int
	Rows    []certRow
}

// maxPrinted bounds the list for paper: about 80 sheets. The workbook has all.
const maxPrinted = 2000

func (s *Server) printPage(w http.ResponseWriter, r *http.Request) {
	body, err := s.printBody(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.show(w, r, http.StatusOK, "print", Page{Title: words{langOf(r)}.pick("Danh sách giấy chứng nhận", "List of certificates"), Active: "register", Body: body})
}

func (s *Server) printBody(r *http.Request) (b printBody, err error) {
	reg, f, lang := s.office.Register, s.filterOf(r), langOf(r)
	settings, _, err := reg.Settings(r.Context())
	if err != nil {
		return b, err
	}
	f.After, f.Limit = "", maxPrinted
	page, err := reg.List(r.Context(), f)
	if err != nil {
		return b, err
	}
	b = printBody{Query: queryOf(r), Office: settings.Authority.Name, Day: f.AsOf.String(), Rows: rowsOf(page.Items, lang)}
	if b.Found, err = reg.Count(r.Context(), f); err != nil {
		return b, err
	}
	b.LeftOut = b.Found - len(b.Rows)
	var chosen registerBody
	err = s.registerChoices(r, &chosen)
	if f.Text != "" {
		b.Filter = append(b.Filter, "“"+f.Text+"”")
	}
	for _, list := range [][]choice{chosen.Statuses, chosen.Stars, chosen.Decided, chosen.Sorts} {
		for _, c := range list {
			if c.On && c.Value != "" {
				b.Filter = append(b.Filter, c.Label)
			}
		}
	}
	return b, err
}

// export gives the chosen certificates as a workbook without personal data.
func (s *Server) export(w http.ResponseWriter, r *http.Request) {
	dir, err := os.MkdirTemp("", "ocoprint-xuat-")
	if err != nil {
		s.fail(w, r, err)
		return
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "so-cap.xlsx")
	f := s.filterOf(r)
	f.After, f.Limit = "", 0
	if _, err := s.office.Export(r.Context(), f, file); err != nil {
		s.fail(w, r, err)
		return
	}
	data, err := os.ReadFile(file)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	attachment(w, "so-cap.xlsx", xlsxType)
	_, _ = w.Write(data) // a reader who went away needs no answer
}

// expiringBody lists what ends soon: notices go out 30 days before.
type expiringBody struct {
	Days int
	Day  string
	Rows []certRow
}

func (s *Server) expiringPage(w http.ResponseWriter, r *http.Request) {
	days := smallInt(r.URL.Query().Get("ngay"))
	if days == 0 {
		days = 90
	}
	asOf := s.asOf(r)
	items, err := s.office.Register.ExpiringBefore(r.Context(), asOf.AddDays(days), asOf)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.show(w, r, http.StatusOK, "expiring", Page{Title: words{langOf(r)}.pick("Sắp hết hạn", "Expiring soon"), Active: "register",
		Body: expiringBody{days, asOf.AddDays(days).String(), rowsOf(items, langOf(r))}})
}

// statsBody are the numbers of the register, with a bar for each.
type statsBody struct {
	Total, Producers int
	Groups           []statsGroup
}

type statsGroup struct {
	Title string
	Bars  []statsBar
}

type statsBar struct {
	Label string
	N     int
	Width int // of 300
}

func (s *Server) statsPage(w http.ResponseWriter, r *http.Request) {
	f := registerAll(s.asOf(r))
	tallies, err := s.office.Register.Statistics(r.Context(), f)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	items, err := s.office.All(r.Context(), f)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	producers := map[string]bool{}
	for _, it := range items {
		producers[viet.Key(it.Producer.Name)+"\x1f"+viet.Key(it.Producer.Commune)] = true
	}
	wd := words{langOf(r)}
	b := statsBody{Total: len(items), Producers: len(producers)}
	b.group(wd.pick("Theo hạng sao", "By stars"), tallies, func(t office.Tally) string { return wd.stars(t.Stars) })
	b.group(wd.pick("Theo tình trạng", "By status"), tallies, func(t office.Tally) string { return office.StatusWord(t.Status).In(wd.lang) })
	b.group(wd.pick("Theo đợt", "By round"), tallies, func(t office.Tally) string { return cmp.Or(wd.round(t.Round), "–") })
	b.group(wd.pick("Theo xã, phường", "By commune"), tallies, func(t office.Tally) string { return cmp.Or(t.Commune, "–") })
	s.show(w, r, http.StatusOK, "stats", Page{Title: wd.pick("Thống kê", "Statistics"), Active: "register", Body: b})
}

// group sums tallies by a name; files that write it differently (xã, Xã) share
// a bar, which is called as most of them do.
func (b *statsBody) group(title string, tallies []office.Tally, name func(office.Tally) string) {
	written, most := map[string]map[string]int{}, 1
	sums := map[string]int{}
	for _, t := range tallies {
		label := name(t)
		key := viet.Key(label)
		if written[key] == nil {
			written[key] = map[string]int{}
		}
		written[key][label] += t.Products
		sums[key] += t.Products
		most = max(most, sums[key])
	}
	g := statsGroup{Title: title}
	for key, n := range sums {
		labels := slices.SortedFunc(maps.Keys(written[key]), func(a, b string) int {
			return cmp.Or(written[key][b]-written[key][a], viet.Compare(a, b), cmp.Compare(a, b))
		})
		g.Bars = append(g.Bars, statsBar{labels[0], n, max(2, n*300/most)})
	}
	slices.SortFunc(g.Bars, func(a, b statsBar) int { return cmp.Or(b.N-a.N, viet.Compare(a.Label, b.Label)) })
	b.Groups = append(b.Groups, g)
}
