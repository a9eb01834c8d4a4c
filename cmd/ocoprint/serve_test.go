package main

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"ocoprint/internal/office"
	"ocoprint/internal/web"
)

var servedOn = time.Date(2026, 1, 10, 2, 0, 0, 0, time.UTC)

// ownCertificate writes a certificate for 127.0.0.1 and gives the pool that
// trusts it.
func ownCertificate(t *testing.T, dir string) (cert, key string, pool *x509.CertPool) {
	t.Helper()
	k, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	form := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "may-van-phong"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		NotBefore: servedOn.AddDate(0, 0, -1), NotAfter: servedOn.AddDate(1, 0, 0), IsCA: true, BasicConstraintsValid: true}
	der, err := x509.CreateCertificate(rand.Reader, form, form, k.Public(), k)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(k)
	if err != nil {
		t.Fatal(err)
	}
	cert, key = filepath.Join(dir, "may.crt"), filepath.Join(dir, "may.key")
	for file, block := range map[string]*pem.Block{cert: {Type: "CERTIFICATE", Bytes: der}, key: {Type: "PRIVATE KEY", Bytes: secret}} {
		if err := os.WriteFile(file, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	pool = x509.NewCertPool()
	pool.AppendCertsFromPEM(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}))
	return cert, key, pool
}

func quietTerminal(out io.Writer) *terminal {
	return &terminal{In: strings.NewReader(""), Out: out, Err: io.Discard, Now: func() time.Time { return servedOn }}
}

var atURL = regexp.MustCompile(`https?://127\.0\.0\.1:\d+`)

// served starts the verb and gives its address; it ends with the test, well.
func served(t *testing.T, args ...string) string {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	r, w := io.Pipe()
	ended := make(chan int, 1)
	go func() { ended <- run(ctx, args, quietTerminal(w)); w.Close() }()
	t.Cleanup(func() {
		stop()
		if code := <-ended; code != exitDone {
			t.Errorf("serve ended with %d", code)
		}
	})
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		if at := atURL.FindString(lines.Text()); at != "" {
			go func() { _, _ = io.Copy(io.Discard, r) }() // what else it says is not waited for
			return at
		}
	}
	t.Fatal("the page said no address")
	return ""
}

// TestAccountsOverTLS: people log in over https with the office's own
// certificate; without account, without trust and without https nobody comes in.
func TestAccountsOverTLS(t *testing.T) {
	dir := t.TempDir()
	register := filepath.Join(dir, "so-cap")
	cert, key, pool := ownCertificate(t, dir)
	args := []string{"serve", "--register", register, "--addr", "127.0.0.1:0", "--accounts", "--tls-cert", cert, "--tls-key", key}
	if code := run(t.Context(), args, quietTerminal(io.Discard)); code != exitMisused {
		t.Fatalf("without an administrator it ended with %d", code)
	}
	addAdmin(t, register)
	at := served(t, args...)

	trust := &tls.Config{RootCAs: pool, Time: func() time.Time { return servedOn }}
	client := clientWith(t, trust)
	if got := ask(t, client, http.MethodGet, at+"/", nil); got.StatusCode != http.StatusSeeOther || got.Header.Get("Location") != "/dang-nhap" {
		t.Errorf("without a session: %d to %q", got.StatusCode, got.Header.Get("Location"))
	}
	if got := ask(t, client, http.MethodGet, at+"/bat-dau?t=x", nil); got.StatusCode != http.StatusForbidden {
		t.Errorf("start link: %d", got.StatusCode)
	}
	if got := ask(t, client, http.MethodPost, at+"/dang-nhap", url.Values{"ten": {"quan"}, "mat-khau": {"sai"}}); got.StatusCode != http.StatusUnauthorized {
		t.Errorf("wrong password: %d", got.StatusCode)
	}
	in := ask(t, client, http.MethodPost, at+"/dang-nhap", url.Values{"ten": {"quan"}, "mat-khau": {"bốn từ không liên quan"}})
	if in.StatusCode != http.StatusSeeOther || len(in.Cookies()) == 0 {
		t.Fatalf("log in: %d with %d cookies", in.StatusCode, len(in.Cookies()))
	}
	for _, c := range in.Cookies() {
		if !c.Secure || !c.HttpOnly || c.SameSite != http.SameSiteStrictMode {
			t.Errorf("cookie %s is not kept to https and this site: %v", c.Name, c)
		}
	}
	if got := ask(t, client, http.MethodGet, at+"/thiet-lap", nil); got.StatusCode != http.StatusOK {
		t.Errorf("after log in: %d", got.StatusCode)
	}
	if got := ask(t, client, http.MethodPost, at+"/dang-xuat", nil); got.StatusCode != http.StatusSeeOther {
		t.Errorf("log out: %d", got.StatusCode)
	}
	if got := ask(t, client, http.MethodGet, at+"/thiet-lap", nil); got.StatusCode != http.StatusSeeOther {
		t.Errorf("after log out: %d", got.StatusCode)
	}

	for name, c := range map[string]*http.Client{
		"a stranger to the certificate": clientWith(t, &tls.Config{Time: trust.Time}),
		"TLS 1.1":                       clientWith(t, &tls.Config{RootCAs: pool, Time: trust.Time, MinVersion: tls.VersionTLS11, MaxVersion: tls.VersionTLS11}),
	} {
		if resp, err := c.Get(at + "/dang-nhap"); err == nil {
			resp.Body.Close()
			t.Errorf("%s came in", name)
		}
	}
	if got := ask(t, http.DefaultClient, http.MethodGet, strings.Replace(at, "https", "http", 1)+"/dang-nhap", nil); got.StatusCode != http.StatusBadRequest {
		t.Errorf("without https: %d", got.StatusCode)
	}
}

// TestServeRefusals: a page is not opened to others by accident.
func TestServeRefusals(t *testing.T) {
	dir := t.TempDir()
	cert, _, _ := ownCertificate(t, dir)
	register := filepath.Join(dir, "so-cap")
	addAdmin(t, register)
	for name, args := range map[string][]string{
		"others without https":      {"--addr", "0.0.0.0:0"},
		"a key that is no key":      {"--addr", "127.0.0.1:0", "--tls-cert", cert, "--tls-key", cert},
		"a certificate not there":   {"--addr", "127.0.0.1:0", "--tls-cert", filepath.Join(dir, "x"), "--tls-key", cert},
		"others, https, no account": {"--addr", "0.0.0.0:0", "--tls-cert", cert, "--tls-key", cert, "--register", filepath.Join(dir, "khac")},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, stop := context.WithCancel(t.Context())
			defer stop()
			if code := run(ctx, append([]string{"serve", "--register", register}, args...), quietTerminal(io.Discard)); code != exitMisused {
				t.Errorf("ended with %d", code)
			}
		})
	}
}

func addAdmin(t *testing.T, register string) {
	t.Helper()
	hash, err := web.HashPassword(rand.Reader, "bốn từ không liên quan")
	if err != nil {
		t.Fatal(err)
	}
	g := &globals{t: quietTerminal(io.Discard), register: register}
	if err := g.withOffice(t.Context(), false, func(o *office.Office) error {
		return o.Register.PutUser(t.Context(), office.User{Name: "quan", Role: web.RoleAdmin, Password: hash})
	}); err != nil {
		t.Fatal(err)
	}
}

func clientWith(t *testing.T, config *tls.Config) *http.Client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	transport := &http.Transport{TLSClientConfig: config}
	t.Cleanup(transport.CloseIdleConnections)
	return &http.Client{Jar: jar, Transport: transport, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

func ask(t *testing.T, c *http.Client, method, to string, form url.Values) *http.Response {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, to, strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	resp, err := c.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	return resp
}
