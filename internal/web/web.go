// Package web is the office counter: the pages on which a clerk does the whole
// job in the browser, from the council's file to the stack of certificates. It
// calls the same operations as the command line.
//
// It promises that nothing is issued before the explicit step, that every form
// works without script, that no page asks anything of another site, and that
// what a person may not do is refused and logged.
//
// Begin with New and routes.go. flow_*.go are the pages of the main job,
// register_*.go those of the book, safety.go and session.go keep the door.
package web

import (
	"io"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/alexedwards/scs/v2"

	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
)

// Options say how the office pages are served.
type Options struct {
	Office *office.Office
	Now    func() time.Time
	Random io.Reader
	Log    *slog.Logger // nil: nowhere

	Hosts    []string  // Host headers that are answered; empty: any loopback name
	Accounts bool      // people log in; else the start token opens one session
	Secure   bool      // served by https: cookies say so
	Demo     bool      // a banner: nothing here is real
	Samples  []Sample  // files that a trial offers beside the drop frame
	AsOf     ocop.Date // the day that pages are computed for; zero: the office's today
	Work     string    // folder for the papers that were made
}

// Sample is a results file to try with; its name is told in both languages.
type Sample struct {
	Name   string // of the file
	Vi, En string // what it is
	Data   []byte
}

// Server answers the office pages.
type Server struct {
	opt       Options
	office    *office.Office
	sessions  *scs.SessionManager
	starts    *startTokens
	work      *workshop
	drafts    shownDrafts
	watch     lackWatch
	passwords passwords
	tries     loginTries
	deciding  sync.Mutex // one proposal is decided at a time
	fixing    sync.Mutex // one list of corrections is written at a time
	handler   http.Handler
}

// New makes the office pages.
func New(opt Options) *Server {
	if opt.Log == nil {
		opt.Log = slog.New(slog.DiscardHandler)
	}
	s := &Server{opt: opt, office: opt.Office, sessions: newSessions(opt), starts: newStartTokens(opt), work: newWorkshop(opt)}
	s.handler = s.guard(s.sessions.LoadAndSave(s.routes()))
	return s
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Close stops the work in progress; it is taken up again at the next start.
func (s *Server) Close() { s.work.close() }
