package web

import (
	"bytes"
	"errors"
	"io"
	"net/http"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
)

var (
	noFile = message.Define("web-no-file", "Chưa chọn tệp nào.", "No file was chosen.").
		Hint("Bấm “Chọn tệp” hoặc kéo tệp Excel vào khung.", "Press “Choose file” or drag the Excel file into the frame.")
	tooBig = message.Define("web-too-big", "Tệp lớn hơn 20 MB.", "The file is larger than 20 MB.").
		Hint("Xóa ảnh và trang tính thừa trong tệp rồi nạp lại.", "Remove pictures and spare sheets from it and try again.")
)

// homeBody is the first page.
type homeBody struct {
	Imports []kept
	Total   int
	Ready   bool // settings are complete
	Missing *Problem
	Samples []choice // of a trial
	Lacks   lackView
}

func (s *Server) home(w http.ResponseWriter, r *http.Request) {
	settings, _, err := s.office.Register.Settings(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	imports, err := s.imports(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	body := homeBody{Imports: imports[:min(len(imports), 8)], Ready: true}
	for i, sample := range s.opt.Samples {
		body.Samples = append(body.Samples, choice{Value: itoa(i), Label: words{langOf(r)}.pick(sample.Vi, sample.En)})
	}
	if err := settled(settings); err != nil {
		body.Ready, body.Missing = false, problemOf(err, langOf(r))
	}
	if body.Total, err = s.office.Register.Count(r.Context(), registerAll(s.asOf(r))); err != nil {
		s.fail(w, r, err)
		return
	}
	if body.Lacks, err = s.lacks(r); err != nil {
		s.fail(w, r, err)
		return
	}
	s.show(w, r, http.StatusOK, "home", Page{Title: words{langOf(r)}.pick("Trang đầu", "First page"), Active: "home", Body: body})
}

// upload keeps the file and goes to what was found in it.
func (s *Server) upload(w http.ResponseWriter, r *http.Request) {
	name, data, err := formFile(r, "tep")
	if i := r.FormValue("mau"); i != "" && smallInt(i) < len(s.opt.Samples) {
		name, data, err = s.opt.Samples[smallInt(i)].Name, s.opt.Samples[smallInt(i)].Data, nil
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	k, err := s.addImport(r, name, data)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if p := r.FormValue("mat-khau"); p != "" {
		s.passwords.put(k.ID, p)
	}
	http.Redirect(w, r, "/tep/"+k.ID, http.StatusSeeOther)
}

func formFile(r *http.Request, field string) (name string, data []byte, err error) {
	f, head, err := r.FormFile(field)
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return "", nil, tooBig.With().Wrap(err)
	case err != nil:
		return "", nil, noFile.Err()
	}
	defer f.Close()
	data, err = io.ReadAll(f)
	if err == nil && len(data) == 0 && head.Filename == "" {
		err = noFile.Err()
	}
	return head.Filename, data, err
}

// readingBody is what was found in a file.
type readingBody struct {
	Kept     kept
	Reading  *office.Reading
	Facts    []fact
	Groups   []findingGroup
	Holding  int
	Refused  *Problem
	Password bool // it asks for one
	Rows     []sheetRow
	Fixes    []fixView
	Fields   []choice // what a column can hold
}

type fact struct{ Name, Value, Where string }

// findingGroup is all findings of one kind, worst kinds first.
type findingGroup struct {
	Code     string
	Severity ocop.Severity
	Findings []findingView // of a question about the whole file only the first
	N        int           // how many there are
}

func (s *Server) readingPage(w http.ResponseWriter, r *http.Request) {
	k, imp, err := s.open(r, nil)
	if k.ID == "" {
		s.fail(w, r, err)
		return
	}
	body := readingBody{Kept: k}
	if err == nil {
		err = imp.Refused()
	}
	switch {
	case err != nil && office.IsEncrypted(err):
		body.Password, body.Refused = true, problemOf(err, langOf(r))
	case err != nil:
		body.Refused = problemOf(err, langOf(r))
	default:
		body.fill(imp.Reading, langOf(r))
		if body.Fixes, err = s.fixViews(r, k.ID); err != nil {
			s.fail(w, r, err)
			return
		}
	}
	s.show(w, r, http.StatusOK, "reading", Page{Title: k.Name, Active: "home", Body: body})
}

func (b *readingBody) fill(reading *office.Reading, lang message.Lang) {
	b.Reading = reading
	for _, f := range office.Facts(reading) {
		b.Facts = append(b.Facts, fact{f.Name.In(lang), f.Value, office.Where(f.Source).In(lang)})
	}
	b.Groups = groupFindings(append(undecided(reading), reading.Findings...), lang)
	b.Rows, b.Fields = rowsOfReading(reading, lang), fieldChoices(lang)
	for _, f := range reading.Findings {
		if f.Holds() {
			b.Holding++
		}
	}
}

var decisionUnknown = message.Define("web-decision-unknown", "Không thấy số hoặc ngày quyết định công nhận; {n} dòng chờ điều này.",
	"Number or date of the recognising decision is not stated; {n} {n|row waits|rows wait} for it.")

// undecided asks for the decision as soon as the file is read: without one the
// draft holds every row.
func undecided(reading *office.Reading) []ocop.Finding {
	n := 0
	for _, r := range reading.Results {
		if r.Status == ocop.StatusReady && (r.Decision.Number == "" || r.Decision.Date.IsZero()) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return []ocop.Finding{{Code: "DECISION_MISSING", Severity: ocop.Question, Message: decisionUnknown.With("n", n)}}
}

var severityOrder = []ocop.Severity{ocop.Refuse, ocop.Fault, ocop.Question, ocop.Warning, ocop.Info}

func groupFindings(all []ocop.Finding, lang message.Lang) (groups []findingGroup) {
	index := map[string]int{}
	for _, sev := range severityOrder {
		for _, f := range all {
			if f.Severity != sev {
				continue
			}
			key := string(sev) + f.Code
			if answerForms[f.Code].whole { // one answer is for the whole file, however many rows ask
				key = f.Code
			}
			i, ok := index[key]
			if !ok {
				i = len(groups)
				index[key] = i
				groups = append(groups, findingGroup{Code: f.Code, Severity: sev})
			}
			if groups[i].Severity == sev {
				groups[i].N++
			}
			if !answerForms[f.Code].whole || len(groups[i].Findings) == 0 {
				groups[i].Findings = append(groups[i].Findings, viewOf(f, lang))
			}
		}
	}
	return groups
}

// annotated is the clerk's own file with marks on its cells.
func (s *Server) annotated(w http.ResponseWriter, r *http.Request) {
	k, imp, err := s.open(r, nil)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	var b bytes.Buffer
	if err := office.Annotated(r.Context(), &b, imp, langOf(r), s.passwords.get(k.ID)); err != nil {
		s.fail(w, r, err)
		return
	}
	attachment(w, office.BaseName(k.Name)+"-kiem-tra.xlsx", xlsxType)
	_, _ = w.Write(b.Bytes()) // a reader who went away needs no answer
}

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
