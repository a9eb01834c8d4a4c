package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"

	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
)

// handBody ticks who took a certificate on the stage.
type handBody struct {
	Decisions []choice
	Today     string
	Rows      []handRow
	Done      int
	Waiting   bool // somebody has not received theirs yet
	Number    string
}

type handRow struct {
	Item   office.Item
	Handed string
	Person string
}

func (s *Server) handPage(w http.ResponseWriter, r *http.Request) {
	decisions, items, err := s.confCerts(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	slices.SortStableFunc(items, func(a, b office.Item) int { return cmp.Compare(a.Order, b.Order) })
	b := handBody{Decisions: decisions, Today: s.asOf(r).String()}
	for _, d := range decisions {
		if d.On {
			b.Number = d.Value
		}
	}
	for _, it := range items {
		row := handRow{Item: it, Person: it.Producer.Name}
		if p, err := s.office.Register.PersonalOf(r.Context(), it.ID); err == nil && p.Representative != "" {
			row.Person = p.Representative
		}
		if !it.HandedOver.IsZero() {
			row.Handed = it.HandedOver.String()
			if to, err := s.office.Register.ReceiverOf(r.Context(), it.ID); err == nil {
				row.Person = to
			}
			b.Done++
		}
		b.Waiting = b.Waiting || row.Handed == ""
		b.Rows = append(b.Rows, row)
	}
	s.showConf(w, r, "handing", b)
}

// saveHanded records every ticked row; each is an event of its own.
func (s *Server) saveHanded(w http.ResponseWriter, r *http.Request) {
	err := r.ParseForm()
	f, n := r.PostForm, 0
	day, derr := dayOf(f.Get("ngay"))
	if err == nil {
		err = derr
	}
	if day.IsZero() {
		day = s.asOf(r)
	}
	reg := s.officeOf(r).Register
	for _, id := range f["trao"] {
		if err != nil {
			break
		}
		err = reg.HandOver(r.Context(), id, office.Handover{Day: day, To: clip(f.Get("nguoi-"+id), 200), Paper: clip(f.Get("giay-"+id), 200), Proxy: f.Get("giay-"+id) != ""})
		if err == nil {
			n++
		}
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.goTo(w, r, "/hoi-nghi/trao?qd="+url.QueryEscape(f.Get("qd")), words{langOf(r)}.pick("Đã ghi trao: ", "Handed over: ")+itoa(n))
}

// orderBody is the order of the award.
type orderBody struct {
	Kept  kept
	Files []choice // results files, the newest first
	Rows  []orderRow
}

type orderRow struct {
	N                         int
	Product, Producer, Number string
}

func (s *Server) orderPage(w http.ResponseWriter, r *http.Request) {
	b, err := s.orderBody(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.showConf(w, r, "order", b)
}

// orderBody takes the rows of the newest file, in the order of the plan; of a
// file that was entered, in the order that was frozen then.
func (s *Server) orderBody(r *http.Request) (b orderBody, err error) {
	all, err := s.imports(r.Context())
	if err != nil || len(all) == 0 {
		return b, err
	}
	b.Kept = all[0]
	for _, k := range all {
		if k.ID == r.URL.Query().Get("tep") {
			b.Kept = k
		}
	}
	for _, k := range all {
		b.Files = append(b.Files, choice{k.ID, k.Name, k.ID == b.Kept.ID})
	}
	if b.Kept.Issued {
		b.Rows, err = s.frozenOrder(r, b.Kept.ID)
	} else {
		b.Rows, err = s.plannedOrder(r, b.Kept)
	}
	return b, err
}

func (s *Server) plannedOrder(r *http.Request, k kept) (list []orderRow, err error) {
	set, _, err := s.settings(r)
	if err != nil {
		return nil, err
	}
	_, imp, err := s.openImport(r, k.ID, nil)
	if err == nil {
		err = imp.Refused()
	}
	if err != nil {
		return nil, err
	}
	var rows []ocop.Result
	for _, x := range imp.Reading.Results {
		if x.Status == ocop.StatusReady && (k.Stars == 0 || int(x.Stars) == k.Stars) && (k.Round == 0 || x.Round.No == k.Round) {
			rows = append(rows, x)
		}
	}
	for i, x := range office.InAwardOrder(rows, set.Conference) {
		list = append(list, orderRow{N: i + 1, Product: x.Product.Name, Producer: x.Producer.Name})
	}
	return list, nil
}

func (s *Server) frozenOrder(r *http.Request, id string) (list []orderRow, err error) {
	_, d, err := s.draftOfImport(r, id)
	if err != nil {
		return nil, err
	}
	known := slices.Clone(d.Plan.Already)
	slices.SortFunc(known, func(a, b office.Known) int { return cmp.Compare(a.Certificate.Order, b.Certificate.Order) })
	for i, k := range known {
		list = append(list, orderRow{i + 1, k.Certificate.Product.Name, k.Certificate.Producer.Name, k.Certificate.Number})
	}
	return list, nil
}

// saveOrder takes positions, and one step up or down, or a rule.
func (s *Server) saveOrder(w http.ResponseWriter, r *http.Request) {
	s.changeConference(w, r, "/hoi-nghi/thu-tu?tep="+url.QueryEscape(r.FormValue("tep")), func(c *ocop.Conference) error {
		f := r.PostForm
		if rule := f.Get("theo"); rule == "annex" || rule == "commune" {
			c.Order, c.AwardList = rule, nil
			return nil
		}
		type placed struct {
			name string
			at   int
		}
		var list []placed
		for i, name := range f["ten"] {
			p := placed{name, 10 * smallInt(at(f["tt"], i))}
			switch name {
			case f.Get("len"):
				p.at -= 15
			case f.Get("xuong"):
				p.at += 15
			}
			list = append(list, p)
		}
		slices.SortStableFunc(list, func(a, b placed) int { return a.at - b.at })
		c.Order, c.AwardList = "list", nil
		for _, p := range list {
			c.AwardList = append(c.AwardList, p.name)
		}
		return nil
	})
}
