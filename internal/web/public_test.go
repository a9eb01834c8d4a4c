package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
	"ocoprint/samples"
)

// issuedOffice has the clean sample issued.
func issuedOffice(t *testing.T) *office.Office {
	t.Helper()
	o, ctx := testServer(t, true, nil).office, t.Context()
	imp, err := o.Read(ctx, samples.Annex, samples.Read(samples.Annex), office.ReadOptions{AsOf: o.Today()})
	if err != nil {
		t.Fatal(err)
	}
	settings, _, err := o.Register.Settings(ctx)
	if err != nil {
		t.Fatal(err)
	}
	d, err := o.Draft(ctx, imp, office.DraftOptions{Selection: ocop.Selection{Stars: 3, Round: ocop.Round{No: 2}}, Settings: settings, AsOf: o.Today()})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Issue(ctx, d); err != nil {
		t.Fatal(err)
	}
	return o
}

func ask(h http.Handler, method, path, from string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, nil)
	r.RemoteAddr = from
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestPublic(t *testing.T) {
	o := issuedOffice(t)
	items, err := o.All(t.Context(), office.Filter{})
	if err != nil || len(items) == 0 {
		t.Fatal(len(items), err)
	}
	now := testNow
	p, err := NewPublic(t.Context(), PublicOptions{Now: func() time.Time { return now }, Load: func(ctx context.Context) (*office.Publication, error) {
		return o.Publish(ctx, "", o.Today())
	}})
	if err != nil {
		t.Fatal(err)
	}

	t.Run("files", func(t *testing.T) {
		for _, path := range []string{"/v/", "/v/index.html", "/v/keys.bin", "/v/quet.html"} {
			w := ask(p, "GET", path, "10.0.0.1:1")
			if w.Code != 200 || w.Body.Len() == 0 || !strings.HasPrefix(w.Header().Get("Content-Security-Policy"), "default-src 'none'") {
				t.Errorf("%s: %d, %d bytes, %q", path, w.Code, w.Body.Len(), w.Header().Get("Content-Security-Policy"))
			}
		}
		if w := ask(p, "GET", "/v", "10.0.0.1:1"); w.Code != 301 || w.Header().Get("Location") != "/v/" {
			t.Errorf("/v: %d %v", w.Code, w.Header())
		}
		for _, path := range []string{"/so", "/tep", "/v/../keys", "/dang-nhap", "/bat-dau"} {
			if w := ask(p, "GET", path, "10.0.0.1:1"); w.Code != 404 {
				t.Errorf("%s: %d", path, w.Code)
			}
		}
		if w := ask(p, "POST", "/v", "10.0.0.1:1"); w.Code != 405 {
			t.Errorf("POST: %d", w.Code)
		}
	})

	t.Run("typed look-ups say only what is published, in one size", func(t *testing.T) {
		found := ask(p, "GET", "/tra?so="+items[0].ID, "10.1.0.1:1")
		missing := ask(p, "GET", "/tra?so=LC-2023-2-999", "10.1.0.1:1")
		hostile := ask(p, "GET", "/tra?so=%3Cscript%3Ealert(1)%3C/script%3E", "10.1.0.1:1")
		if !strings.Contains(found.Body.String(), items[0].Product.Name) || strings.Contains(missing.Body.String(), items[0].Product.Name) {
			t.Errorf("found %s\nmissing %s", found.Body, missing.Body)
		}
		for _, w := range []*httptest.ResponseRecorder{found, missing, hostile} {
			if w.Body.Len() != lookupSize || w.Code != 200 {
				t.Errorf("%d: %d bytes, want %d", w.Code, w.Body.Len(), lookupSize)
			}
		}
		if strings.Contains(hostile.Body.String(), "<script") {
			t.Error("the typed text came back as markup")
		}
	})

	t.Run("sixty look-ups a minute for a network", func(t *testing.T) {
		for i := range lookupsPerMinute {
			if w := ask(p, "GET", "/tra?so=x", "192.0.2."+itoa(i+1)+":9"); w.Code != 200 {
				t.Fatalf("look-up %d: %d", i, w.Code)
			}
		}
		if w := ask(p, "GET", "/tra?so=x", "192.0.2.200:9"); w.Code != 429 || w.Body.Len() != lookupSize {
			t.Errorf("look-up 61: %d, %d bytes", w.Code, w.Body.Len())
		}
		if w := ask(p, "GET", "/tra?so=x", "198.51.100.1:9"); w.Code != 200 {
			t.Errorf("another network: %d", w.Code)
		}
		now = now.Add(time.Minute)
		if w := ask(p, "GET", "/tra?so=x", "192.0.2.200:9"); w.Code != 200 {
			t.Errorf("a minute later: %d", w.Code)
		}
	})

	t.Run("behind a proxy, what the proxy wrote counts", func(t *testing.T) {
		behind := &Public{opt: PublicOptions{Proxy: true}}
		r := httptest.NewRequest("GET", "/tra", nil)
		r.Header.Add("X-Forwarded-For", "203.0.113.1")
		r.Header.Add("X-Forwarded-For", "198.51.100.7, 192.0.2.9")
		if got := behind.network(r).String(); got != "192.0.2.0/24" {
			t.Error(got)
		}
	})

	t.Run("nothing personal", func(t *testing.T) {
		for _, it := range items {
			personal, err := o.Register.PersonalOf(t.Context(), it.ID)
			if err != nil {
				t.Fatal(err)
			}
			for name, data := range p.now.Load().pub.Files {
				for _, secret := range []string{personal.Phone, personal.Representative, personal.TaxID} {
					if secret != "" && strings.Contains(string(data), secret) {
						t.Errorf("%s holds %q", name, secret)
					}
				}
			}
		}
	})

	t.Run("health and metrics", func(t *testing.T) {
		if w := ask(p, "GET", "/health", "10.0.0.1:1"); w.Code != 200 || !strings.Contains(w.Body.String(), `"status":"ok"`) {
			t.Errorf("%d %s", w.Code, w.Body)
		}
		if w := ask(p, "GET", "/metrics", "10.0.0.1:1"); !strings.Contains(w.Body.String(), "ocoprint_public_limited_total 1") {
			t.Error(w.Body)
		}
		now = now.AddDate(1, 0, 0)
		if w := ask(p, "GET", "/health", "10.0.0.1:1"); w.Code != 503 {
			t.Errorf("stale: %d %s", w.Code, w.Body)
		}
	})
}

func TestStartTokenWorksOnceAndForAMinute(t *testing.T) {
	now := testNow
	s := testServer(t, true, func(o *Options) { o.Now = func() time.Time { return now } })
	first, err := s.StartPath()
	if err != nil {
		t.Fatal(err)
	}
	late, err := s.StartPath()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, path string
		after      time.Duration
		want       int
	}{{"first use", first, 0, 303}, {"second use", first, 0, 403}, {"after a minute", late, 61 * time.Second, 403}} {
		now = now.Add(c.after)
		if w := ask(s, "GET", "http://localhost"+c.path, "127.0.0.1:1"); w.Code != c.want {
			t.Errorf("%s: %d, want %d", c.name, w.Code, c.want)
		}
	}
}

func TestPasswordsAreArgon2id(t *testing.T) {
	hash, err := HashPassword(strings.NewReader(strings.Repeat("s", 16)), testPassword)
	if err != nil || !strings.HasPrefix(hash, "$argon2id$v=19$m=65536,t=3,p=4$") {
		t.Fatal(hash, err)
	}
	for password, want := range map[string]bool{testPassword: true, testPassword + " ": false, "": false} {
		if ok, err := checkPassword(hash, password); err != nil || ok != want {
			t.Errorf("%q: %v %v", password, ok, err)
		}
	}
	if _, err := checkPassword("$argon2i$x", ""); err == nil {
		t.Error("another kind of hash was accepted")
	}
}
