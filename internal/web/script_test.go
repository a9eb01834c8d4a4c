package web

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ocoprint/samples"
)

// A request script is plain text: a request, what goes with it, and after it
// what the answer says.
//
//	as lan                       another visitor, logged in (accounts) or by the start link
//	nobody                       a visitor without a session
//	GET /so                      the request; {tep}, {giay}, {de-nghi}, {nguoi} are the latest import, certificate, proposal, guest
//	host evil.example            its Host
//	header Sec-Fetch-Site: cross-site
//	form a=b&c=d                 a form body
//	upload mau-phu-luc.xlsx      a sample as the file “tep”
//	= 303                        the status
//	? text                       the answer (headers and body) has it
//	! text                       the answer lacks it
func TestRequestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no scripts", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		t.Run(name, func(t *testing.T) {
			runScript(t, string(text), testServer(t, name != "empty", func(o *Options) { o.Accounts = strings.HasPrefix(name, "accounts") }))
		})
	}
}

type script struct {
	t        *testing.T
	server   *Server
	cookies  map[string]map[string]string // visitor → cookies
	visitor  string
	request  *http.Request
	answer   string
	status   int
	tep, cer string
	proposal string
	person   string
	line     int
}

func runScript(t *testing.T, text string, server *Server) {
	s := &script{t: t, server: server, cookies: map[string]map[string]string{}, visitor: "nobody"}
	for i, line := range strings.Split(text, "\n") {
		s.line = i + 1
		verb, rest, _ := strings.Cut(line, " ")
		switch verb {
		case "", "#":
		case "as", "nobody":
			s.send()
			s.become(verb, rest)
		case "GET", "POST", "PUT":
			s.send()
			s.begin(verb, rest)
		case "host":
			s.request.Host = rest
		case "header":
			key, value, _ := strings.Cut(rest, ": ")
			s.request.Header.Set(key, value)
		case "form":
			s.body("application/x-www-form-urlencoded", []byte(s.fill(rest)))
		case "upload":
			s.upload(rest)
		case "=":
			s.send()
			if got := http.StatusText(s.status); rest != itoa(s.status) {
				t.Fatalf("line %d: status %d %s, want %s: %s", s.line, s.status, got, rest, clip(s.answer, 1500))
			}
		case "?", "!":
			s.send()
			if strings.Contains(s.answer, s.fill(rest)) != (verb == "?") {
				t.Errorf("line %d: %s %s: %s", s.line, verb, rest, clip(s.answer, 2500))
			}
		default:
			t.Fatalf("line %d: what is %q?", s.line, line)
		}
	}
	s.send()
}

func (s *script) fill(text string) string {
	return strings.NewReplacer("{tep}", s.tep, "{giay}", s.cer, "{de-nghi}", s.proposal, "{nguoi}", s.person, "{mat-khau}", url.QueryEscape(testPassword)).Replace(text)
}

func (s *script) begin(method, path string) {
	s.request = httptest.NewRequest(method, "http://localhost"+s.fill(path), nil)
	for name, value := range s.cookies[s.visitor] {
		s.request.AddCookie(&http.Cookie{Name: name, Value: value})
	}
}

func (s *script) body(kind string, data []byte) {
	old := s.request
	s.request = httptest.NewRequest(old.Method, old.URL.String(), bytes.NewReader(data))
	s.request.Header, s.request.Host = old.Header.Clone(), old.Host
	s.request.Header.Set("Content-Type", kind)
}

func (s *script) upload(name string) {
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	part, err := form.CreateFormFile("tep", name)
	if err != nil {
		s.t.Fatal(err)
	}
	data := bytes.Repeat([]byte("a"), maxUpload+1)
	if name != "TOO-BIG" {
		data = samples.Read(name)
	}
	if _, err := part.Write(data); err != nil || form.Close() != nil {
		s.t.Fatal(err)
	}
	s.body(form.FormDataContentType(), b.Bytes())
}

// send sends the request that was begun, once.
func (s *script) send() {
	if s.request == nil {
		return
	}
	w := httptest.NewRecorder()
	s.server.ServeHTTP(w, s.request)
	s.request = nil
	jar := s.cookies[s.visitor]
	if jar == nil {
		jar = map[string]string{}
		s.cookies[s.visitor] = jar
	}
	for _, c := range w.Result().Cookies() {
		jar[c.Name] = c.Value
	}
	var head bytes.Buffer
	if err := w.Result().Header.Write(&head); err != nil {
		s.t.Fatal(err)
	}
	s.status, s.answer = w.Code, head.String()+"\n"+w.Body.String()
	if rest, ok := strings.CutPrefix(w.Header().Get("Location"), "/tep/"); ok {
		s.tep = rest
		if i := strings.IndexAny(rest, "/#?"); i >= 0 {
			s.tep = rest[:i]
		}
	}
	if _, after, ok := strings.Cut(w.Body.String(), `action="/de-nghi/`); ok {
		s.proposal, _, _ = strings.Cut(after, `"`)
	}
	if _, after, ok := strings.Cut(w.Body.String(), `name="co-mat" value="`); ok {
		s.person, _, _ = strings.Cut(after, `"`)
	}
	if _, after, ok := strings.Cut(w.Body.String(), `href="/so/LC-`); ok {
		id, _, _ := strings.Cut(after, `"`)
		id, _, _ = strings.Cut(id, "/")
		s.cer = "LC-" + id
	}
}

func (s *script) become(verb, name string) {
	s.visitor = name
	if verb == "nobody" {
		s.visitor = "nobody"
		delete(s.cookies, "nobody")
		return
	}
	if s.cookies[name]["ocoprint"] != "" {
		return
	}
	if s.server.opt.Accounts {
		s.begin("POST", "/dang-nhap")
		s.body("application/x-www-form-urlencoded", []byte("ten="+name+"&mat-khau="+url.QueryEscape(testPassword)))
	} else {
		path, err := s.server.StartPath()
		if err != nil {
			s.t.Fatal(err)
		}
		s.begin("GET", path)
	}
	s.send()
	if s.status != http.StatusSeeOther {
		s.t.Fatalf("line %d: %s could not log in: %d", s.line, name, s.status)
	}
}
