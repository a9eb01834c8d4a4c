package web

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"slices"
	"sync"
	"time"

	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
)

// A workbook that was dropped is kept in the register by its hash, with what
// was chosen: every page of the flow is computed from that, so nothing is lost
// when the program ends in the middle, and two tabs see the same.

const importSpace = "import"

// kept is an import as it stands in the register.
type kept struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	Blob     string    `json:"blob"`
	At       time.Time `json:"at"`
	Who      string    `json:"who,omitempty"`
	Password bool      `json:"password,omitempty"`
	Stars    int       `json:"stars"`
	Round    int       `json:"round"`
	Year     int       `json:"year"`
	Issued   bool      `json:"issued"`
	Waiting  int       `json:"waiting,omitempty"` // findings that held rows when it was issued
	Papers   []string  `json:"papers,omitempty"`  // chosen when papers were made last
	Issuer   string    `json:"issuer,omitempty"`  // code of the profile, once it was chosen or issued under
}

func (k kept) selection() ocop.Selection {
	return ocop.Selection{Stars: ocop.Stars(k.Stars), Round: ocop.Round{No: k.Round, Year: k.Year}}
}

func (s *Server) keepImport(ctx context.Context, o *office.Office, k kept) error {
	data, err := json.Marshal(k)
	if err != nil {
		return err
	}
	return o.Register.Remember(ctx, importSpace, k.ID, data)
}

// addImport keeps an uploaded file; the same file again is the same import.
func (s *Server) addImport(r *http.Request, name string, data []byte) (kept, error) {
	sum := sha256.Sum256(data)
	id := hex.EncodeToString(sum[:8])
	o := s.officeOf(r)
	if k, ok, err := s.findImport(r.Context(), id); err != nil || ok {
		return k, err
	}
	blob, err := o.Register.KeepBlob(r.Context(), "upload", name, data)
	if err != nil {
		return kept{}, err
	}
	k := kept{ID: id, Name: name, Blob: blob, At: s.opt.Now(), Stars: 3, Round: 2}
	if v := userOf(r); v != nil && v.Name != localUser {
		k.Who = v.Name
	}
	return k, s.keepImport(r.Context(), o, k)
}

func (s *Server) findImport(ctx context.Context, id string) (k kept, ok bool, err error) {
	data, ok, err := s.office.Register.Recall(ctx, importSpace, id)
	if err != nil || !ok {
		return k, false, err
	}
	return k, true, json.Unmarshal(data, &k)
}

// imports lists them, newest first.
func (s *Server) imports(ctx context.Context) (all []kept, err error) {
	found, err := s.office.Register.Remembered(ctx, importSpace)
	if err != nil {
		return nil, err
	}
	for _, data := range found {
		var k kept
		if err := json.Unmarshal(data, &k); err != nil {
			return nil, err
		}
		all = append(all, k)
	}
	slices.SortFunc(all, func(a, b kept) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(a.ID, b.ID)) })
	return all, nil
}

// the import of a request, read with everything that was answered so far.
func (s *Server) open(r *http.Request, answers office.Answers) (k kept, imp *office.Import, err error) {
	return s.openImport(r, r.PathValue("id"), answers)
}

func (s *Server) openImport(r *http.Request, id string, answers office.Answers) (k kept, imp *office.Import, err error) {
	k, ok, err := s.findImport(r.Context(), id)
	if err != nil {
		return k, nil, err
	}
	if !ok {
		return k, nil, pageMissing.Err()
	}
	data, err := s.office.Register.Blob(r.Context(), k.Blob)
	if err != nil {
		return k, nil, err
	}
	imp, err = s.officeOf(r).Read(r.Context(), k.Name, data, office.ReadOptions{
		AsOf: s.asOf(r), Answers: answers, Password: s.passwords.get(k.ID),
	})
	return k, imp, err
}

// asOf is the day that pages are computed for: the office's today, or the day
// that was chosen for this session.
func (s *Server) asOf(r *http.Request) ocop.Date {
	if hasSession(r) {
		if d, err := ocop.ParseDate(s.sessions.GetString(r.Context(), "as-of")); err == nil {
			return d
		}
	}
	if !s.opt.AsOf.IsZero() {
		return s.opt.AsOf
	}
	return s.office.Today()
}

// passwords of encrypted workbooks stay in memory only.
type passwords struct {
	mu  sync.Mutex
	set map[string]string
}

func (p *passwords) get(id string) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.set[id]
}

func (p *passwords) put(id, password string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.set == nil {
		p.set = map[string]string{}
	}
	p.set[id] = password
}
