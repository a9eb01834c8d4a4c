package web

import (
	"bytes"
	"embed"
	"errors"
	"html/template"
	"io/fs"
	"net/http"
	"net/url"
	"strings"
	"time"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
	"ocoprint/internal/viet"
)

//go:embed templates/*.html
var templateFiles embed.FS

//go:embed static
var staticFiles embed.FS

// words are what pages say in two languages, as {{t "vi" "en"}}.
type words struct{ lang message.Lang }

func (w words) pick(vi, en string) string {
	if w.lang == message.En {
		return en
	}
	return vi
}

// Page is what every page has in common; Body is its own.
type Page struct {
	words
	Title   string
	Active  string // of the navigation
	Lang    message.Lang
	Path    string // of the page, or of the one whose form was sent: where another language is shown
	User    string // shown name, empty without accounts
	Login   string // the name logged in with, empty without accounts
	Role    string
	Demo    bool
	Notice  string // said once after a redirect
	Problem *Problem
	Body    any
}

// Problem is an error as people see it: Lỗi, Cách xử lý, Chi tiết.
type Problem struct {
	words
	What, Way, Detail string
}

// T says a text in the problem's language.
func (p Problem) T(vi, en string) string { return p.pick(vi, en) }

// T says a text in the page's language.
func (p Page) T(vi, en string) string { return p.pick(vi, en) }

// Many picks the word that goes with a count in the page's language.
func (p Page) Many(n int, vi, one, more string) string { return p.pick(vi, message.Many(n, one, more)) }

// Score says a score in the page's language: 72,5 or 72.5.
func (p Page) Score(s ocop.Score) string { return s.In(p.Lang) }

// Say says a message in the page's language.
func (p Page) Say(m message.Message) string { return m.In(p.Lang) }

// Way says what can be done about a message.
func (p Page) Way(m message.Message) string { return m.HintIn(p.Lang) }

var pageTemplates = parseTemplates()

func parseTemplates() map[string]*template.Template {
	helpers := template.FuncMap{
		"date":    func(d ocop.Date) string { return d.String() },
		"asset":   asset,
		"add":     func(a, b int) int { return a + b },
		"join":    strings.Join,
		"dict":    dict,
		"stars":   func() []int { return []int{3, 4, 5, 0} },
		"percent": func(x float64) string { return viet.Percent(100*x, 0) },
		"clock":   func(t time.Time) string { return t.In(hanoi).Format("02/01/2006 15:04") },
		"svg":     func(b []byte) template.HTML { return template.HTML(b) }, // drawn by preview, our own
	}
	base := template.Must(template.New("").Funcs(helpers).ParseFS(templateFiles, "templates/layout.html", "templates/parts.html"))
	pages := map[string]*template.Template{}
	names, err := fs.Glob(templateFiles, "templates/*.html")
	if err != nil {
		panic(err)
	}
	for _, file := range names {
		name := strings.TrimSuffix(strings.TrimPrefix(file, "templates/"), ".html")
		if name == "layout" || name == "parts" {
			continue
		}
		pages[name] = template.Must(template.Must(base.Clone()).ParseFS(templateFiles, file))
	}
	return pages
}

// show renders a page. The whole page is made before the first byte is sent.
func (s *Server) show(w http.ResponseWriter, r *http.Request, status int, name string, p Page) {
	p = s.common(r, p)
	var b bytes.Buffer
	if err := pageTemplates[name].ExecuteTemplate(&b, "layout", p); err != nil {
		s.opt.Log.Error("render page", "page", name, "error", err)
		http.Error(w, "Lỗi hiển thị trang.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // a reader who went away needs no answer
}

func (s *Server) common(r *http.Request, p Page) Page {
	p.Lang = langOf(r)
	p.words = words{p.Lang}
	p.Path, p.Demo = cameFrom(r), s.opt.Demo
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		p.Path = r.URL.RequestURI()
	}
	if r.URL.Path == "/bat-dau" { // its token stays out of the page
		p.Path = "/"
	}
	if who := userOf(r); who != nil {
		p.User, p.Login, p.Role = who.Shown(), whoOf(r), who.Role
	}
	if p.Notice == "" && hasSession(r) {
		p.Notice = s.sessions.PopString(r.Context(), "notice")
	}
	return p
}

// hanoi is the zone of every time on the pages.
var hanoi = time.FixedZone("+07", 7*60*60)

// langOf is the language of a page: a cookie, else Vietnamese.
func langOf(r *http.Request) message.Lang {
	if c, err := r.Cookie("lang"); err == nil && c.Value == "en" {
		return message.En
	}
	return message.Vi
}

func (s *Server) setLang(w http.ResponseWriter, r *http.Request) {
	lang := "vi"
	if r.FormValue("lang") == "en" {
		lang = "en"
	}
	http.SetCookie(w, &http.Cookie{Name: "lang", Value: lang, Path: "/", MaxAge: 365 * 24 * 3600, HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: s.opt.Secure})
	http.Redirect(w, r, localPath(r.FormValue("back")), http.StatusSeeOther)
}

// localPath keeps a redirect inside this site.
func localPath(p string) string {
	if !strings.HasPrefix(p, "/") || strings.HasPrefix(p, "//") || strings.ContainsAny(p, "\\\r\n") {
		return "/"
	}
	return p
}

// fail shows an error. What a person can act on is said; the rest is logged.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	s.problem(w, r, statusOf(err), err)
}

// refuse is fail for what somebody may not do; it is logged in the register.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, status int, err error) {
	s.logRefusal(r, err)
	s.problem(w, r, status, err)
}

func (s *Server) problem(w http.ResponseWriter, r *http.Request, status int, err error) {
	s.opt.Log.Warn("request failed", "method", r.Method, "path", r.URL.Path, "status", status, "error", err)
	s.show(w, r, status, "error", Page{Title: words{langOf(r)}.pick("Lỗi", "Error"), Problem: problemOf(err, langOf(r)), Body: cameFrom(r)})
}

// cameFrom is the page of this site on which a refused form stands, or "".
func cameFrom(r *http.Request) string {
	from, err := url.Parse(r.Referer())
	if err != nil || from.Host != r.Host || r.Method == http.MethodGet {
		return ""
	}
	return localPath(from.RequestURI())
}

var internalFault = message.Define("web-internal", "Có lỗi bên trong chương trình.", "Something went wrong inside the program.").
	Hint("Thử lại; nếu vẫn vậy, mở lại chương trình và báo người phụ trách.", "Try again; if it stays so, start the program anew and report it.")

func problemOf(err error, lang message.Lang) *Problem {
	said, ok := message.Of(err)
	if !ok {
		said = internalFault.With().Wrap(err)
	}
	p := onPage(said.Message, lang)
	if errors.Is(err, office.SettingMissing.Err()) { // its hint is for the command line
		p.Way = p.pick("Trả lời năm câu hỏi ở trang Thiết lập.", "Answer the five questions on the Settings page.")
	}
	if said.Cause != nil {
		p.Detail = said.Cause.Error()
	}
	return p
}

// onPage says a complaint in the page's words.
func onPage(m message.Message, lang message.Lang) *Problem {
	if t, ok := pageSentences[m.Code()]; ok {
		m = message.Message{Text: t, Blanks: m.Blanks}
	}
	return &Problem{words: words{lang}, What: m.In(lang), Way: m.HintIn(lang)}
}

func statusOf(err error) int {
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return http.StatusRequestEntityTooLarge
	case errors.Is(err, pageMissing.Err()):
		return http.StatusNotFound
	}
	if _, said := message.Of(err); said {
		return http.StatusUnprocessableEntity
	}
	return http.StatusInternalServerError
}

// goTo redirects after a form and says something on the next page.
func (s *Server) goTo(w http.ResponseWriter, r *http.Request, path, notice string) {
	if notice != "" {
		s.sessions.Put(r.Context(), "notice", notice)
	}
	http.Redirect(w, r, path, http.StatusSeeOther)
}

// dict makes a map for a part of a page: name, value, name, value.
func dict(pairs ...any) map[string]any {
	m := make(map[string]any, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		m[pairs[i].(string)] = pairs[i+1]
	}
	return m
}
