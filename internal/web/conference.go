package web

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
)

// What is ticked at the conference is kept beside the register: the display
// by certificate, attendance by a hash, so that no name stands in a key.

const (
	standSpace   = "display"
	presentSpace = "attendance"
)

// confBody is the conference's overview.
type confBody struct {
	Conf      ocop.Conference
	Ready     bool
	Guests    int
	Present   int
	Certs     int
	Handed    int
	Signatory ocop.Signatory
	Decisions []ocop.Announcement
	Version   int64
	Blank     []int
}

func (s *Server) confPage(w http.ResponseWriter, r *http.Request) {
	set, version, err := s.settings(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	b := confBody{Conf: set.Conference, Ready: set.Conference.Title != "" || !set.Conference.Date.IsZero(), Signatory: set.Signatory, Decisions: set.Conference.Announces, Version: version, Blank: make([]int, 2)}
	present, err := s.office.Register.Remembered(r.Context(), presentSpace)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	for _, p := range people(set.Conference, nil) {
		b.Guests++
		if _, ok := present[p.Key]; ok {
			b.Present++
		}
	}
	_, items, err := s.confCerts(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	for _, it := range items {
		b.Certs++
		if !it.HandedOver.IsZero() {
			b.Handed++
		}
	}
	s.showConf(w, r, "conference", b)
}

func (s *Server) showConf(w http.ResponseWriter, r *http.Request, name string, body any) {
	s.show(w, r, http.StatusOK, name, Page{Title: words{langOf(r)}.pick("Hội nghị", "Conference"), Active: "conference", Body: body})
}

// confCerts are the certificates of one decision: the chosen one, else the one
// entered last.
func (s *Server) confCerts(r *http.Request) (decisions []choice, items []office.Item, err error) {
	asOf := s.asOf(r)
	all, err := s.office.Decisions(r.Context(), asOf)
	if err != nil || len(all) == 0 {
		return nil, nil, err
	}
	number := r.URL.Query().Get("qd")
	if number == "" {
		number = all[0].Number
	}
	for _, d := range all {
		decisions = append(decisions, choice{d.Number, d.String(), d.Number == number})
	}
	found, err := s.office.All(r.Context(), office.Filter{Decision: number, AsOf: asOf})
	for _, it := range found {
		if it.Status != ocop.Cancelled && it.Status != ocop.Superseded && it.Status != ocop.Revoked {
			items = append(items, it)
		}
	}
	return decisions, items, err
}

// saveDecisions keeps the decisions that the conference announces.
func (s *Server) saveDecisions(w http.ResponseWriter, r *http.Request) {
	s.changeConference(w, r, "/hoi-nghi", func(c *ocop.Conference) error {
		form := r.PostForm
		c.Announces = nil
		for i := range form["so"] {
			a := ocop.Announcement{Decision: ocop.Decision{Number: at(form["so"], i), Issuer: at(form["noi"], i), Title: at(form["ten"], i)}, Reader: at(form["doc"], i)}
			if a == (ocop.Announcement{}) && at(form["ngay"], i) == "" {
				continue
			}
			day, err := dayOf(at(form["ngay"], i))
			if err != nil {
				return err
			}
			a.Decision.Date = day
			c.Announces = append(c.Announces, a)
		}
		return nil
	})
}

func at(list []string, i int) string {
	if i < len(list) {
		return clip(strings.TrimSpace(list[i]), 400)
	}
	return ""
}

// changeConference edits the plan and keeps it.
func (s *Server) changeConference(w http.ResponseWriter, r *http.Request, back string, edit func(*ocop.Conference) error) {
	set, version, err := s.settings(r)
	if err == nil {
		err = r.ParseForm()
	}
	if err == nil {
		err = edit(&set.Conference)
	}
	if err == nil {
		err = s.officeOf(r).PutSettings(r.Context(), set, version)
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.goTo(w, r, back, words{langOf(r)}.pick("Đã lưu.", "Saved."))
}

// guestsBody are the guest groups in protocol order.
type guestsBody struct {
	Groups []guestGroup
	Conf   ocop.Conference
	Sheet  []presentGroup // everybody expected, as the printed page lists them
	All    int
}

type guestGroup struct {
	N         int
	Name      string
	Producers bool
	First     bool
	Last      bool
	Guests    []ocop.Attendee
	Blank     []int
}

func (s *Server) guestsPage(w http.ResponseWriter, r *http.Request) {
	set, _, err := s.settings(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	all, err := s.expected(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	b := guestsBody{Conf: set.Conference, All: len(all)}
	groups, full := set.Conference.Groups, grouped(all)
	for _, g := range groups { // on paper a group without people has a line for those who come
		shown := presentGroup{Name: g.Name}
		if len(full) > 0 && full[0].Name == g.Name {
			shown, full = full[0], full[1:]
		}
		b.Sheet = append(b.Sheet, shown)
	}
	for i, g := range groups {
		b.Groups = append(b.Groups, guestGroup{i, g.Name, g.Producers, i == 0, i == len(groups)-1, g.Guests, make([]int, 3)})
	}
	s.showConf(w, r, "guests", b)
}

var groupGone = message.Define("web-group-gone", "Nhóm đại biểu này vừa được sửa ở nơi khác.", "This guest group was changed elsewhere meanwhile.").
	Hint("Mở lại trang đại biểu rồi sửa lần nữa.", "Open the guests page again and change once more.")

// saveGroup keeps one group: its guests, its name, its place among the others.
func (s *Server) saveGroup(w http.ResponseWriter, r *http.Request) {
	s.changeConference(w, r, "/hoi-nghi/dai-bieu", func(c *ocop.Conference) error {
		form := r.PostForm
		if form.Get("moi") != "" {
			c.Groups = append(c.Groups, ocop.GuestGroup{Name: at(form["nhom"], 0), Producers: form.Get("chu-the") != ""})
			return nil
		}
		n := smallInt(form.Get("n"))
		if n >= len(c.Groups) || c.Groups[n].Name != form.Get("ten-cu") {
			return groupGone.Err()
		}
		switch {
		case form.Get("len") != "" && n > 0:
			c.Groups[n-1], c.Groups[n] = c.Groups[n], c.Groups[n-1]
			return nil
		case form.Get("xuong") != "" && n+1 < len(c.Groups):
			c.Groups[n+1], c.Groups[n] = c.Groups[n], c.Groups[n+1]
			return nil
		case form.Get("xoa") != "":
			c.Groups = append(c.Groups[:n:n], c.Groups[n+1:]...)
			return nil
		}
		g := &c.Groups[n]
		g.Name, g.Producers, g.Guests = at(form["nhom"], 0), form.Get("chu-the") != "", nil
		for i := range form["ten"] {
			a := ocop.Attendee{Honorific: at(form["danh-xung"], i), Name: at(form["ten"], i), Title: at(form["chuc-vu"], i),
				Organisation: at(form["co-quan"], i), Phone: at(form["dien-thoai"], i), Commune: at(form["xa"], i), Note: at(form["ghi-chu"], i)}
			if a != (ocop.Attendee{}) {
				g.Guests = append(g.Guests, a)
			}
		}
		return nil
	})
}

// uploadGuests reads a guest list from a workbook.
func (s *Server) uploadGuests(w http.ResponseWriter, r *http.Request) {
	name, data, err := formFile(r, "tep")
	set, version, serr := s.settings(r)
	if err == nil {
		err = serr
	}
	n := 0
	if err == nil {
		n, err = office.AddGuestsFrom(r.Context(), &set, name, data)
	}
	if err == nil {
		err = s.officeOf(r).PutSettings(r.Context(), set, version)
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.goTo(w, r, "/hoi-nghi/dai-bieu", words{langOf(r)}.pick("Đã thêm đại biểu: ", "Guests added: ")+itoa(n))
}

// person is somebody who is expected.
type person struct {
	Key, Group, Name, Title string
	Here                    bool
}

func people(c ocop.Conference, items []office.Item) (all []person) {
	add := func(group, name, title string) {
		sum := sha256.Sum256([]byte(group + "\x1f" + name + "\x1f" + title))
		all = append(all, person{Key: hex.EncodeToString(sum[:12]), Group: group, Name: name, Title: title})
	}
	for _, g := range c.Groups {
		for _, a := range g.Guests {
			add(g.Name, strings.TrimSpace(a.Honorific+" "+a.Name), strings.Trim(a.Title+", "+a.Organisation, ", "))
		}
		if g.Producers {
			seen := map[string]bool{}
			for _, it := range items {
				if !seen[it.Producer.Name] {
					seen[it.Producer.Name] = true
					add(g.Name, it.Producer.Name, it.Producer.Commune)
				}
			}
		}
	}
	return all
}

type presentBody struct {
	Groups []presentGroup
	Here   int
	All    int
}

type presentGroup struct {
	Name   string
	Here   int
	First  int // number of its first person in the whole list
	People []person
}

// grouped puts people that stand in protocol order under their groups.
func grouped(all []person) (groups []presentGroup) {
	for i, p := range all {
		if n := len(groups); n == 0 || groups[n-1].Name != p.Group {
			groups = append(groups, presentGroup{Name: p.Group, First: i + 1})
		}
		g := &groups[len(groups)-1]
		g.People = append(g.People, p)
		if p.Here {
			g.Here++
		}
	}
	return groups
}

func (s *Server) presentPage(w http.ResponseWriter, r *http.Request) {
	all, err := s.expected(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	b := presentBody{Groups: grouped(all), All: len(all)}
	for _, g := range b.Groups {
		b.Here += g.Here
	}
	s.showConf(w, r, "present", b)
}

func (s *Server) expected(r *http.Request) ([]person, error) {
	set, _, err := s.settings(r)
	if err != nil {
		return nil, err
	}
	_, items, err := s.confCerts(r)
	if err != nil {
		return nil, err
	}
	here, err := s.office.Register.Remembered(r.Context(), presentSpace)
	all := people(set.Conference, items)
	for i := range all {
		_, all[i].Here = here[all[i].Key]
	}
	return all, err
}

// savePresent keeps who is ticked.
func (s *Server) savePresent(w http.ResponseWriter, r *http.Request) {
	all, err := s.expected(r)
	if err == nil {
		err = r.ParseForm()
	}
	reg, ticked := s.officeOf(r).Register, map[string]bool{}
	for _, key := range r.PostForm["co-mat"] {
		ticked[key] = true
	}
	for _, p := range all {
		switch {
		case err != nil:
		case ticked[p.Key] && !p.Here:
			err = reg.Remember(r.Context(), presentSpace, p.Key, []byte(`true`))
		case !ticked[p.Key] && p.Here:
			err = reg.Forget(r.Context(), presentSpace, p.Key)
		}
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.goTo(w, r, "/hoi-nghi/diem-danh", words{langOf(r)}.pick("Đã ghi điểm danh.", "Attendance is kept."))
}

// stand is what was brought for the display.
type stand struct {
	Received string `json:"received,omitempty"`
	Returned string `json:"returned,omitempty"`
	Place    string `json:"place,omitempty"`
}

type standsBody struct {
	Decisions []choice
	Min       int
	Rows      []standRow
	Received  int
	Back      int
}

type standRow struct {
	Item office.Item
	stand
	Short bool // fewer than asked for
}

func (s *Server) standOf(ctx context.Context, id string) (x stand, err error) {
	data, ok, err := s.office.Register.Recall(ctx, standSpace, id)
	if err == nil && ok {
		err = json.Unmarshal(data, &x)
	}
	return x, err
}

func (s *Server) standsPage(w http.ResponseWriter, r *http.Request) {
	set, _, err := s.settings(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	b := standsBody{Min: set.Conference.DisplayUnits()}
	var items []office.Item
	if b.Decisions, items, err = s.confCerts(r); err != nil {
		s.fail(w, r, err)
		return
	}
	for _, it := range items {
		x, err := s.standOf(r.Context(), it.ID)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		if x.Received != "" {
			b.Received++
		}
		if x.Returned != "" {
			b.Back++
		}
		b.Rows = append(b.Rows, standRow{it, x, x.Received != "" && smallInt(x.Received) < b.Min})
	}
	s.showConf(w, r, "stands", b)
}

func (s *Server) saveStands(w http.ResponseWriter, r *http.Request) {
	err := r.ParseForm()
	reg, f := s.officeOf(r).Register, r.PostForm
	for i, id := range f["id"] {
		if err != nil {
			break
		}
		x := stand{Received: count(at(f["nhan"], i)), Returned: count(at(f["tra"], i)), Place: at(f["vi-tri"], i)}
		was, werr := s.standOf(r.Context(), id)
		if err = werr; err != nil || was == x {
			continue
		}
		if _, err = reg.Get(r.Context(), id, s.asOf(r)); err != nil { // only what is in the book is kept
			break
		}
		var data []byte
		if data, err = json.Marshal(x); err == nil {
			err = reg.Remember(r.Context(), standSpace, id, data)
		}
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.goTo(w, r, "/hoi-nghi/trung-bay?qd="+url.QueryEscape(r.PostFormValue("qd")), words{langOf(r)}.pick("Đã ghi hàng trưng bày.", "The display is kept."))
}

// count keeps a number as it is written, "" for anything else.
func count(text string) string {
	if text == "0" || smallInt(text) > 0 {
		return text
	}
	return ""
}
