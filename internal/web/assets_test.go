package web

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestStaticFilesByTheirHash: what a page names may be kept for a year, any
// other address of the same file may not be kept.
func TestStaticFilesByTheirHash(t *testing.T) {
	s := testServer(t, true, nil)
	for address, kept := range map[string]bool{asset("office.css"): true, asset("vendor/htmx.min.js"): true,
		"/static/office.css": false, "/static/office.css?v=0123456789ab": false} {
		w := httptest.NewRecorder()
		r := httptest.NewRequest(http.MethodGet, address, nil)
		r.Host = "localhost"
		s.ServeHTTP(w, r)
		if said := w.Header().Get("Cache-Control"); w.Code != 200 || strings.Contains(said, "immutable") != kept || (!kept && said != "no-store") {
			t.Errorf("%s: %d, Cache-Control %q", address, w.Code, said)
		}
	}
}

// TestShownDraftsAreFew: the latest few drafts are kept, each for its import.
func TestShownDraftsAreFew(t *testing.T) {
	var s shownDrafts
	first := s.keep("a", nil)
	names := map[string]bool{first: true}
	for range maxShownDrafts {
		names[s.keep("b", nil)] = true
	}
	if len(names) != maxShownDrafts+1 || len(s.last) != maxShownDrafts || s.last[0].name == first {
		t.Errorf("%d names, %d drafts are kept", len(names), len(s.last))
	}
}
