package web

import (
	"cmp"
	"context"
	"encoding/json"
	"math"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/office"
	"ocoprint/internal/preview"
)

// layoutsBody is the gallery.
type layoutsBody struct {
	List   []layoutCard
	Chosen string
}

type layoutCard struct {
	Name, ID, Title string
	Version         int
	Shipped, On     bool
}

func (s *Server) layoutsPage(w http.ResponseWriter, r *http.Request) {
	list, err := s.office.Layouts(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	set, _, err := s.settings(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	b := layoutsBody{Chosen: set.Authority.Layout}
	for i, l := range list {
		on := l.Name == b.Chosen || l.ID == b.Chosen || (b.Chosen == "" && i == 0)
		b.List = append(b.List, layoutCard{l.Name, l.ID, l.Title, l.Version, l.Shipped, on})
	}
	s.show(w, r, http.StatusOK, "layouts", Page{Title: words{langOf(r)}.pick("Mẫu giấy", "Layouts"), Active: "templates", Body: b})
}

// chooseLayout sets the layout of new certificates.
func (s *Server) chooseLayout(w http.ResponseWriter, r *http.Request) {
	name := r.PostFormValue("mau")
	if _, err := s.office.Layout(r.Context(), name); err != nil {
		s.fail(w, r, err)
		return
	}
	set, version, err := s.settings(r)
	if err == nil {
		set.Authority.Layout = name
		err = s.officeOf(r).PutSettings(r.Context(), set, version)
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.goTo(w, r, "/mau", words{langOf(r)}.pick("Giấy cấp từ nay dùng mẫu này; giấy đã cấp giữ mẫu cũ.", "New certificates use this layout; issued ones keep theirs."))
}

func layoutName(r *http.Request) string { return r.PathValue("id") + "/" + r.PathValue("ban") }

// layoutPicture draws a layout with an invented row.
func (s *Server) layoutPicture(w http.ResponseWriter, r *http.Request) {
	source, err := s.office.LayoutSource(r.Context(), layoutName(r))
	if err == nil {
		var page office.LayoutPage
		if page, _, _, err = office.LayoutProof(source, r.URL.Query().Has("dai")); err == nil {
			err = s.picture(w, page, layoutName(r))
		}
	}
	if err != nil {
		s.fail(w, r, err)
	}
}

// editorBody is the page on which boxes are moved.
type editorBody struct {
	ID, Title string
	Version   int
	Path      string
	W, H      float64
	Boxes     []boxView
	SVG       []byte
	Longest   bool
	Problems  []*Problem
	NewName   string
}

type boxView struct {
	ID, Name   string
	X, Y, W, H string
	Text       bool
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func mm(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func (s *Server) editorPage(w http.ResponseWriter, r *http.Request) {
	source, err := s.office.LayoutSource(r.Context(), layoutName(r))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.showEditor(w, r, http.StatusOK, source, r.URL.Query().Has("dai"), nil)
}

func (s *Server) showEditor(w http.ResponseWriter, r *http.Request, status int, source []byte, longest bool, also error) {
	b, err := s.editorBody(r, source, longest)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if also != nil {
		b.Problems = append([]*Problem{problemOf(also, langOf(r))}, b.Problems...)
	}
	s.show(w, r, status, "editor", Page{Title: b.Title, Active: "templates", Body: b})
}

func (s *Server) editorBody(r *http.Request, source []byte, longest bool) (b editorBody, err error) {
	page, boxes, problems, err := office.LayoutProof(source, longest)
	if err != nil {
		return b, err
	}
	b = editorBody{ID: r.PathValue("id"), Path: "/mau/" + url.PathEscape(r.PathValue("id")) + "/" + url.PathEscape(r.PathValue("ban")), Longest: longest}
	b.Version = smallInt(r.PathValue("ban"))
	var head struct {
		Title string
		Page  struct{ W, H float64 }
	}
	if err := json.Unmarshal(source, &head); err != nil {
		return b, err
	}
	b.Title, b.W, b.H = head.Title, head.Page.W, head.Page.H
	for _, x := range boxes {
		if x.ID == "" || x.Area.W == 0 && x.Area.H == 0 {
			continue
		}
		b.Boxes = append(b.Boxes, boxView{x.ID, boxName(x.ID, langOf(r)), mm(x.Area.X), mm(x.Area.Y), mm(x.Area.W), mm(x.Area.H), x.Type != "rect" && x.Type != "ornament"})
	}
	slices.SortStableFunc(b.Boxes, func(x, y boxView) int { // what people move stands first, ground and ornaments after it
		return cmp.Compare(b2i(y.Text), b2i(x.Text))
	})
	for _, m := range problems {
		if id, ok := m.Blanks["box"].(string); ok {
			m.Blanks["box"] = boxName(id, langOf(r))
		}
		b.Problems = append(b.Problems, onPage(m, langOf(r)))
	}
	own := office.OwnLayoutID(b.ID)
	version, err := s.office.NextLayoutVersion(r.Context(), own)
	if err != nil {
		return b, err
	}
	b.NewName = own + "/" + itoa(version)
	b.SVG, err = preview.SVG(page, preview.Options{Title: b.Title, Files: s.office.Pictures(), ID: "m"})
	return b, err
}

var areaBad = message.Define("web-area-bad", "Ô “{box}”: “{value}” không phải số mm.", "Box “{box}”: “{value}” is not a number of mm.").
	Hint("Ghi như 12,5; từ 0 đến 1000.", "Write it like 12.5; from 0 to 1000.")

// areasOf reads the typed places of the boxes.
func areasOf(form url.Values) (map[string]office.BoxArea, error) {
	areas := map[string]office.BoxArea{}
	for i, id := range form["o"] {
		var v [4]float64
		for k, name := range []string{"x", "y", "w", "h"} {
			text := strings.ReplaceAll(at(form[name], i), ",", ".")
			x, err := strconv.ParseFloat(text, 64)
			if err != nil || !(x >= -1000 && x <= 1000) {
				return nil, areaBad.With("box", clip(id, 40), "value", clip(text, 20)).Err()
			}
			v[k] = math.Round(x*100) / 100
		}
		areas[id] = office.BoxArea{X: v[0], Y: v[1], W: v[2], H: v[3]}
	}
	return areas, nil
}

// editLayout tries the typed places, or keeps them as a new version.
func (s *Server) editLayout(w http.ResponseWriter, r *http.Request) {
	source, err := s.office.LayoutSource(r.Context(), layoutName(r))
	if err == nil {
		err = r.ParseForm()
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	areas, err := areasOf(r.PostForm)
	longest := r.PostFormValue("dai") != ""
	if err != nil {
		s.showEditor(w, r, http.StatusUnprocessableEntity, source, longest, err)
		return
	}
	if r.PostFormValue("luu") == "" {
		s.tryLayout(w, r, source, areas, longest)
		return
	}
	name, err := s.keepLayout(r.Context(), s.officeOf(r), r.PathValue("id"), layoutName(r), clip(r.PostFormValue("ten"), 120), source, areas)
	if err != nil {
		s.showEditor(w, r, http.StatusUnprocessableEntity, source, longest, err)
		return
	}
	s.goTo(w, r, "/mau/"+name, words{langOf(r)}.pick("Đã lưu bản mới: ", "Saved as a new version: ")+name)
}

// tryLayout draws without keeping anything.
func (s *Server) tryLayout(w http.ResponseWriter, r *http.Request, source []byte, areas map[string]office.BoxArea, longest bool) {
	edited, err := office.EditLayout(source, r.PathValue("id"), "", max(1, smallInt(r.PathValue("ban"))), areas)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if _, _, _, err := office.LayoutProof(edited, longest); err != nil {
		s.showEditor(w, r, http.StatusUnprocessableEntity, source, longest, err)
		return
	}
	s.showEditor(w, r, http.StatusOK, edited, longest, nil)
}

func (s *Server) keepLayout(ctx context.Context, o *office.Office, id, was, title string, source []byte, areas map[string]office.BoxArea) (name string, err error) {
	own := office.OwnLayoutID(id)
	version, err := o.NextLayoutVersion(ctx, own)
	if err != nil {
		return "", err
	}
	edited, err := office.EditLayout(source, own, title, version, areas)
	if err != nil {
		return "", err
	}
	return own + "/" + itoa(version), o.SaveLayout(ctx, was, edited)
}
