package register

import (
	"strings"
	"sync"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// memo remembers what a pure function of viet gave: one certificate asks for
// the same key many times between draft and index.
type memo struct {
	f     func(string) string
	mu    sync.RWMutex
	known map[string]string
}

// memoLimit bounds what a memo holds; beyond it begins anew. A draft of 30,000
// results fits.
const memoLimit = 1 << 16

var (
	foldKey   = &memo{f: viet.Key, known: map[string]string{}}
	searchKey = &memo{f: viet.SearchKey, known: map[string]string{}} // of what many share: communes, decisions
)

// forgetKeys lets go of what was remembered on the way through a whole register.
func forgetKeys() {
	for _, m := range []*memo{foldKey, searchKey} {
		m.mu.Lock()
		m.known = map[string]string{}
		m.mu.Unlock()
	}
}

func (m *memo) of(s string) string {
	m.mu.RLock()
	v, ok := m.known[s]
	m.mu.RUnlock()
	if ok {
		return v
	}
	v = m.f(s)
	m.mu.Lock()
	if len(m.known) >= memoLimit {
		clear(m.known)
	}
	m.known[s] = v
	m.mu.Unlock()
	return v
}

// resultKey is ocop.ResultKey with remembered parts.
func resultKey(authority string, d ocop.Decision, product, producer string) string {
	return strings.Join([]string{authority, foldKey.of(d.Number), d.Date.ISO(), foldKey.of(product), foldKey.of(producer)}, "\x1f")
}

func keyOfResult(r ocop.Result, authority string) string {
	return resultKey(authority, r.Decision, r.Product.Name, r.Producer.Name)
}

func keyOfCert(c *ocop.Certificate) string {
	return resultKey(c.Authority.Code, c.Decision, c.Product.Name, c.Producer.Name)
}
