package web

import (
	"crypto/rand"
	"sync"

	"ocoprint/internal/office"
)

// shownDrafts are the drafts that draft pages showed last. A page's pictures
// are of the very draft in its table, so none is computed again for them; a
// draft that is no longer here is. Issuing never takes one from here.
type shownDrafts struct {
	mu   sync.Mutex
	last []shownDraft
}

type shownDraft struct {
	id, name string // of the import; of the draft, as its page calls it
	draft    *office.Draft
}

// maxShownDrafts bounds the memory: a draft of 10,000 rows is tens of megabytes.
const maxShownDrafts = 3

// keep gives the name under which a page can ask for its draft again.
func (s *shownDrafts) keep(id string, d *office.Draft) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	name := rand.Text()
	s.last = append(s.last, shownDraft{id, name, d})
	if len(s.last) > maxShownDrafts {
		s.last = append([]shownDraft(nil), s.last[1:]...)
	}
	return name
}

// find gives the draft that a page of an import showed, or nil.
func (s *shownDrafts) find(id, name string) *office.Draft {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, d := range s.last {
		if d.id == id && d.name == name {
			return d.draft
		}
	}
	return nil
}
