package web

import (
	"crypto/sha256"
	"encoding/base64"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/alexedwards/scs/v2/memstore"

	"ocoprint/internal/message"
)

// A session lives in memory: when the program ends, everybody logs in again.

const sessionLife = 12 * time.Hour

func newSessions(opt Options) *scs.SessionManager {
	m := scs.New()
	m.Store = memstore.NewWithCleanupInterval(10 * time.Minute)
	m.Lifetime, m.IdleTimeout = sessionLife, 2*time.Hour
	m.Cookie.Name, m.Cookie.HttpOnly, m.Cookie.SameSite = "ocoprint", true, http.SameSiteStrictMode
	m.Cookie.Secure, m.Cookie.Path, m.Cookie.Persist = opt.Secure, "/", false
	return m
}

// startTokens open the first session on this machine: each works once, within
// a minute of being made.
type startTokens struct {
	mu     sync.Mutex
	now    func() time.Time
	random io.Reader
	valid  map[[32]byte]time.Time // hash of the token → until
}

const startLife = 60 * time.Second

func newStartTokens(opt Options) *startTokens {
	return &startTokens{now: opt.Now, random: opt.Random, valid: map[[32]byte]time.Time{}}
}

func (t *startTokens) make() (string, error) {
	raw := make([]byte, 24)
	if _, err := io.ReadFull(t.random, raw); err != nil {
		return "", err
	}
	token := base64.RawURLEncoding.EncodeToString(raw)
	t.mu.Lock()
	defer t.mu.Unlock()
	t.valid[sha256.Sum256([]byte(token))] = t.now().Add(startLife)
	return token, nil
}

func (t *startTokens) use(token string) bool {
	key := sha256.Sum256([]byte(token))
	t.mu.Lock()
	defer t.mu.Unlock()
	until, ok := t.valid[key]
	delete(t.valid, key)
	return ok && !t.now().After(until)
}

// StartPath is the address, once and within a minute, that opens the office
// page without a password on this machine.
func (s *Server) StartPath() (string, error) {
	token, err := s.starts.make()
	return "/bat-dau?t=" + token, err
}

var startStale = message.Define("web-start-stale", "Đường dẫn mở trang chỉ dùng được một lần trong 60 giây.", "The opening link works once, within 60 seconds.").
	Hint("Đóng trang này và mở lại chương trình.", "Close this page and start the program again.")

// start exchanges the token for a session and takes it out of the address.
func (s *Server) start(w http.ResponseWriter, r *http.Request) {
	if s.opt.Accounts || !s.starts.use(r.URL.Query().Get("t")) {
		s.refuse(w, r, http.StatusForbidden, startStale.Err())
		return
	}
	if err := s.sessions.RenewToken(r.Context()); err != nil {
		s.fail(w, r, err)
		return
	}
	s.sessions.Put(r.Context(), "user", localUser)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// localUser is the one person at this machine when there are no accounts.
const localUser = "*"
