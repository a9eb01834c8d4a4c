package web

import (
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
	"ocoprint/internal/viet"
)

// What people answer and mend by hand is kept with who did it and when, in
// order; the file itself is never touched.

const fixSpace = "import-fix"

// fix is one thing that a person said about a file.
type fix struct {
	At    time.Time `json:"at"`
	Who   string    `json:"who,omitempty"`
	Code  string    `json:"code"`
	Sheet string    `json:"sheet,omitempty"`
	Cell  string    `json:"cell,omitempty"`
	Was   string    `json:"was,omitempty"`
	Now   string    `json:"now"` // "" when it was taken back
}

type fixView struct {
	fix
	When, What string
	Last       bool // the one in force at its place: it can be taken back
}

func (s *Server) fixes(r *http.Request, id string) (all []fix, err error) {
	data, ok, err := s.office.Register.Recall(r.Context(), fixSpace, id)
	if err != nil || !ok {
		return nil, err
	}
	return all, json.Unmarshal(data, &all)
}

// keepFixes adds to the list of a file.
func (s *Server) keepFixes(r *http.Request, id string, more []fix) error {
	s.fixing.Lock()
	defer s.fixing.Unlock()
	all, err := s.fixes(r, id)
	if err != nil {
		return err
	}
	for _, f := range more {
		f.At, f.Who, f.Now, f.Was = s.opt.Now(), whoOf(r), clip(f.Now, 400), clip(f.Was, 400)
		all = append(all, f)
	}
	data, err := json.Marshal(all)
	if err != nil {
		return err
	}
	return s.officeOf(r).Register.Remember(r.Context(), fixSpace, id, data)
}

// fixViews lists them, newest first.
func (s *Server) fixViews(r *http.Request, id string) (views []fixView, err error) {
	all, err := s.fixes(r, id)
	lang, seen := langOf(r), map[string]bool{}
	for _, f := range slices.Backward(all) {
		place := f.Code + "@" + f.Sheet + "!" + f.Cell
		v := fixView{fix: f, When: f.At.In(hanoi).Format("02/01/2006 15:04"), What: fixText(f, lang), Last: !seen[place] && f.Now != ""}
		seen[place] = true
		views = append(views, v)
	}
	return views, err
}

func fixText(f fix, lang message.Lang) string {
	wd := words{lang}
	where := ""
	switch {
	case f.Cell != "":
		where = " – «" + f.Sheet + "», " + wd.pick("ô ", "cell ") + f.Cell
	case f.Sheet != "":
		where = " – «" + f.Sheet + "»"
	}
	what := office.FindingName(f.Code, lang)
	value := f.Now
	switch {
	case f.Code == "CELL":
		what = wd.pick("Sửa tay", "Mended by hand")
	case f.Code == "COLUMN":
		what, value = wd.pick("Cột là", "Column holds"), office.FieldName(ocop.Field(strings.TrimPrefix(f.Now, "-")), lang)
	case f.Code == "DECISION":
		what = wd.pick("Quyết định", "Decision")
	case f.Now == "yes" || f.Now == "no":
		value = map[string]string{"yes": wd.pick("có", "yes"), "no": wd.pick("không", "no")}[f.Now]
	}
	if f.Now == "" {
		return wd.pick("Rút lại: ", "Taken back: ") + what + where
	}
	if f.Was != "" && f.Code == "CELL" {
		value = "“" + f.Was + "” → “" + f.Now + "”"
	}
	return what + where + ": " + value
}

// takeBack drops an answer; the file counts again as it stands.
func (s *Server) takeBack(w http.ResponseWriter, r *http.Request) {
	k, ok, err := s.findImport(r.Context(), r.PathValue("id"))
	if err == nil && !ok {
		err = pageMissing.Err()
	}
	f := fix{Code: r.PostFormValue("ma"), Sheet: r.PostFormValue("trang"), Cell: r.PostFormValue("o")}
	var data []byte
	if err == nil {
		data, err = s.office.Register.Blob(r.Context(), k.Blob)
	}
	if err == nil {
		err = s.officeOf(r).TakeBack(r.Context(), data, f.Code, f.Sheet, f.Cell)
	}
	if err == nil {
		err = s.keepFixes(r, k.ID, []fix{f})
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.goTo(w, r, "/tep/"+k.ID, words{langOf(r)}.pick("Đã rút lại; tính như trong tệp.", "Taken back; the file counts as it stands."))
}

// sheetRow is a result in the list of rows.
type sheetRow struct {
	Place, Row, Product, Producer, Score, Round string
	Stars                                       ocop.Stars
	Held                                        bool
}

func rowsOfReading(reading *office.Reading, lang message.Lang) (rows []sheetRow) {
	for _, x := range reading.Results {
		rows = append(rows, sheetRow{Place: x.Sheet + "!" + itoa(x.Row), Row: x.Sheet + " · " + itoa(x.Row), Product: x.Product.Name, Producer: x.Producer.Name,
			Score: x.Score.In(lang), Round: words{lang}.round(x.Round), Stars: x.Stars, Held: x.Status == ocop.StatusHeld})
	}
	return rows
}

func fieldChoices(lang message.Lang) (list []choice) {
	for _, f := range office.Fields() {
		list = append(list, choice{Value: string(f), Label: office.FieldName(f, lang)})
	}
	slices.SortFunc(list, func(a, b choice) int { return viet.Compare(a.Label, b.Label) })
	return append([]choice{{Label: words{lang}.pick("(không dùng)", "(not used)")}}, list...)
}

// rowBody is the page on which one row is mended by hand.
type rowBody struct {
	Kept  kept
	Place string
	Sheet string
	Row   string
	Cells []office.RowCell
}

func rowPlace(text string) (sheet string, row int) {
	i := strings.LastIndexByte(text, '!')
	if i < 0 {
		return "", 0
	}
	return text[:i], smallInt(text[i+1:])
}

func (s *Server) rowPage(w http.ResponseWriter, r *http.Request) {
	k, imp, err := s.open(r, nil)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	place := r.URL.Query().Get("dong")
	sheet, row := rowPlace(place)
	b := rowBody{Kept: k, Place: place, Sheet: sheet, Row: itoa(row), Cells: office.RowCells(imp, sheet, row)}
	if len(b.Cells) == 0 {
		s.fail(w, r, pageMissing.Err())
		return
	}
	s.show(w, r, http.StatusOK, "row", Page{Title: words{langOf(r)}.pick("Sửa một dòng", "Mend a row"), Active: "home", Body: b})
}

// saveRow keeps the cells that were changed.
func (s *Server) saveRow(w http.ResponseWriter, r *http.Request) {
	k, imp, err := s.open(r, nil)
	if err == nil {
		err = r.ParseForm()
	}
	sheet, row := rowPlace(r.PostFormValue("dong"))
	var answers office.Answers
	var fixes []fix
	if err == nil {
		for _, c := range office.RowCells(imp, sheet, row) {
			value := clip(strings.TrimSpace(r.PostFormValue(c.Cell)), 400)
			if value == "" || value == c.Now {
				continue
			}
			a := office.FixCell(sheet, c.Cell, value)
			answers = append(answers, a)
			fixes = append(fixes, fix{Code: a.Code, Sheet: sheet, Cell: c.Cell, Was: c.Now, Now: value})
		}
		if len(answers) == 0 {
			err = nothingNew.Err()
		}
	}
	if err == nil {
		_, _, err = s.open(r, answers)
	}
	if err == nil {
		err = s.keepFixes(r, k.ID, fixes)
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.goTo(w, r, "/tep/"+k.ID+"?dong="+url.QueryEscape(r.PostFormValue("dong")), words{langOf(r)}.pick("Đã ghi, có tên người sửa và giờ sửa; tệp gốc giữ nguyên.", "Kept, with who and when; the file itself stays."))
}
