package publish

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/seal"
	"ocoprint/internal/verify"
)

// register is a small source with a journal of one line a certificate.
type register struct {
	entries  []Entry
	statuses []seal.StatusEntry
	sealed   map[string]seal.Sealed // by id
	journal  int64
}

func (r *register) Entries(context.Context) ([]Entry, error)             { return r.entries, nil }
func (r *register) Statuses(context.Context) ([]seal.StatusEntry, error) { return r.statuses, nil }
func (r *register) Checkpoint(context.Context) (Checkpoint, error) {
	return Checkpoint{Size: r.journal, Hash: fmt.Sprint(r.journal)}, nil
}

func (r *register) Extends(_ context.Context, previous Checkpoint) error {
	if previous.Hash != fmt.Sprint(previous.Size) || previous.Size > r.journal {
		return errors.New("journals differ")
	}
	return nil
}

func testKey(t testing.TB, seed byte, role seal.Role, scope string) seal.Key {
	t.Helper()
	signer, err := seal.GenerateKey(rand.NewChaCha8([32]byte{seed, 'p'}))
	if err != nil {
		t.Fatal(err)
	}
	k, err := seal.NewKey(signer, role, scope, seal.DayOf(2020, 1, 1), seal.DayOf(2040, 12, 31))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// testMade is a fixed publication time; browser tests set the page's clock.
var testMade = time.Date(2024, 5, 28, 2, 0, 0, 0, time.UTC)

func body(n int) seal.Body {
	score := 7450
	return seal.Body{ID: fmt.Sprintf("LC-2023-2-%03d", n), Product: fmt.Sprintf("Chè cổ thụ MẪU %d", n), Producer: "Hợp tác xã nông nghiệp MẪU",
		Place: "xã San Thàng, tỉnh Lai Châu", Stars: 3 + n%3, Score: &score, Decision: "1422/QĐ-UBND", Decided: seal.DayOf(2023, 11, 20),
		LastDay: seal.DayOf(2026, 11, 20), Round: "Đợt 2 năm 2023"}
}

const testBase = "https://ocop.example"

func (r *register) issue(t testing.TB, b seal.Body, k seal.Key, registered bool) seal.Sealed {
	t.Helper()
	s, err := seal.Seal(testBase, b, k)
	if err != nil {
		t.Fatal(err)
	}
	r.sealed[b.ID] = s
	if registered {
		r.journal++
		r.entries = append(r.entries, Entry{Identity: s.Identity, Serial: b.Serial, Row: seal.Row{ID: b.ID, Product: b.Product, Producer: b.Producer,
			Place: b.Place, Stars: b.Stars, Decision: b.Decision, Decided: b.Decided, Issued: b.IssueDay(), LastDay: b.LastDay, Revision: b.Rev()}})
	}
	return s
}

type testKeys struct{ root, cert, leaky, status seal.Key }

func newKeys(t testing.TB) testKeys {
	return testKeys{testKey(t, 1, seal.RoleRoot, ""), testKey(t, 2, seal.RoleCert, "LC-"), testKey(t, 3, seal.RoleCert, "LC-"), testKey(t, 4, seal.RoleStatus, "")}
}

func newSite(t testing.TB) (*register, Site, testKeys) {
	t.Helper()
	k := newKeys(t)
	r := &register{sealed: map[string]seal.Sealed{}}
	for n := range 60 {
		r.issue(t, body(n+1), k.cert, true)
	}
	r.statuses = []seal.StatusEntry{
		{ID: "LC-2023-2-001", Code: seal.Revoked, Day: seal.DayOf(2024, 3, 5), Ref: "77/QĐ-UBND"},
		{ID: "LC-2023-2-002", Code: seal.Superseded, Day: seal.DayOf(2024, 3, 6), Ref: "LC-2023-2-010"},
	}
	leaky := k.leaky.Entry
	leaky.State, leaky.Since = seal.Compromised, seal.DayOf(2024, 2, 1)
	h := seal.Head{Sequence: 3, Made: testMade, Next: testMade.Add(400 * 24 * time.Hour)}
	keys, err := seal.SignKeys(seal.KeyList{Head: h, Keys: []seal.KeyEntry{k.cert.Entry, leaky, k.status.Entry}}, k.root)
	if err != nil {
		t.Fatal(err)
	}
	return r, Site{Base: testBase, Office: "Phòng Kinh tế MẪU", Hotline: "0213 000 000", KeysFile: keys, Roots: [][]byte{k.root.Entry.Public}, Status: k.status, Made: testMade}, k
}

// build gives a fresh folder with the publication of newSite.
func build(t testing.TB) (string, *register, Site, testKeys) {
	t.Helper()
	r, site, k := newSite(t)
	files := published(t)
	dir := t.TempDir()
	for name, b := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, b, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	return dir, r, site, k
}

var (
	publishOnce  sync.Once
	publishFiles map[string][]byte
)

// published makes the publication once for all tests.
func published(t testing.TB) map[string][]byte {
	publishOnce.Do(func() {
		r, site, _ := newSite(t)
		var err error
		if publishFiles, _, err = Files(context.Background(), r, site, nil); err != nil {
			t.Fatal(err)
		}
	})
	return publishFiles
}

func is(err error, text *message.Text) bool {
	e, ok := message.Of(err)
	return ok && e.Text == text
}

func TestBuildAndCheck(t *testing.T) {
	r, site, k := newSite(t)
	dir := t.TempDir()
	if _, err := Build(context.Background(), dir, r, site); err != nil {
		t.Fatal(err)
	}
	report, err := Check(dir, k.root.Entry.Public)
	if err != nil || report.Certificates != 60 || report.Statuses != 2 || report.Sequence != 1 || !report.Made.Equal(testMade) {
		t.Fatalf("%+v %v", report, err)
	}
	if _, err := Check(dir, k.cert.Entry.Public); err == nil {
		t.Error("checked with a foreign root")
	}
	// the same again, later: one sequence on
	site.Made = testMade.Add(time.Hour)
	again, err := Build(context.Background(), dir, r, site)
	if err != nil || again.Sequence != 2 {
		t.Fatalf("%+v %v", again, err)
	}
	if _, err := Check(dir); err != nil {
		t.Error(err)
	}
	lists := verify.OpenLists(os.DirFS(filepath.Join(dir, "v")), []string{testBase}, nil, k.root.Entry.Public)
	for id, want := range map[string]verify.Code{"LC-2023-2-001": verify.R, "LC-2023-2-002": verify.S, "LC-2023-2-003": verify.G} {
		if o := verify.Check(context.Background(), r.sealed[id].URL, lists, ocop.Date{}, testMade.Add(2*time.Hour)); o.Code != want {
			t.Errorf("%s is %s, want %s (%v)", id, o.Code, want, o.Notes)
		}
	}
}

func TestSameBytes(t *testing.T) {
	r, site, _ := newSite(t)
	a, _, err := Files(context.Background(), r, site, nil)
	b, _, err2 := Files(context.Background(), r, site, nil)
	if err != nil || err2 != nil || !maps.EqualFunc(a, b, bytes.Equal) {
		t.Errorf("two publications differ: %v %v", err, err2)
	}
}

// A register that lost or changed what was published is not published again.
func TestRefusals(t *testing.T) {
	ctx := context.Background()
	for name, c := range map[string]struct {
		change func(*register, *Site)
		want   *message.Text
	}{
		"shrunk by one row": {func(r *register, _ *Site) { r.journal-- }, NotPrefix},
		"clock went back":   {func(_ *register, s *Site) { s.Made = testMade.Add(-time.Hour) }, ClockBack},
		"old sequence":      {func(_ *register, s *Site) { s.Sequence = 1 }, SequenceBack},
		"foreign root":      {func(_ *register, s *Site) { s.Roots = [][]byte{s.Status.Entry.Public} }, KeysBad},
		"unlisted status key": {func(_ *register, s *Site) {
			s.Status = testKey(t, 9, seal.RoleStatus, "")
		}, KeysBad},
		"bad address": {func(_ *register, s *Site) { s.Base = "http://ocop.example" }, seal.BaseBad},
	} {
		dir, r, site, k := build(t)
		site.Made = testMade.Add(time.Hour)
		c.change(r, &site)
		if _, err := Build(ctx, dir, r, site); !is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := Check(dir, k.root.Entry.Public); err != nil {
			t.Errorf("%s: the old publication is damaged: %v", name, err)
		}
	}
}

func TestCheckFindsDamage(t *testing.T) {
	dir, _, _, k := build(t)
	for _, name := range []string{"v/keys.bin", "v/s/LC.bin", "v/r/7f.bin", "v/l.bin", "v/index.html", "v/seal.js", "v/manifest.json"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		whole, _ := os.ReadFile(path)
		b := bytes.Clone(whole)
		b[len(b)/2] ^= 1
		os.WriteFile(path, b, 0o644)
		if _, err := Check(dir, k.root.Entry.Public); err == nil {
			t.Errorf("%s changed, and the check passes", name)
		}
		os.Remove(path)
		if _, err := Check(dir, k.root.Entry.Public); err == nil {
			t.Errorf("%s gone, and the check passes", name)
		}
		os.WriteFile(path, whole, 0o644)
	}
}

// P18 and P20: what a register must keep to itself is in no public file.
func TestNothingSecret(t *testing.T) {
	dir, _, site, k := build(t)
	secret := k.status.Signer.(interface{ Bytes() ([]byte, error) })
	raw, err := secret.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	_ = site
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if bytes.Contains(b, raw) || bytes.Contains(b, []byte("PRIVATE KEY")) {
			t.Errorf("%s holds a private key", path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func gz(files map[string][]byte, names ...string) int {
	total := 0
	for _, n := range names {
		var b bytes.Buffer
		w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
		w.Write(files["v/"+n])
		w.Close()
		total += b.Len()
	}
	return total
}

func TestWeight(t *testing.T) {
	r, site, _ := newSite(t)
	files, _, err := Files(context.Background(), r, site, nil)
	if err != nil {
		t.Fatal(err)
	}
	page := []string{"index.html", "style.css", "site.js", "vendor/fflate-inflate.js", "seal.js", "verify.js", "common.js", "page.js"}
	scan := append(page[1:len(page)-1:len(page)-1], "quet.html", "decode.js", "typed.js", "scan.js", "vendor/qr-decode.js")
	a, b := gz(files, page...), gz(files, scan...)
	t.Logf("page %d bytes gzip, scanner %d", a, b)
	if a > 30<<10 || b > 60<<10 {
		t.Errorf("page %d bytes gzip (bar 30 KB), with the scanner %d (bar 60 KB)", a, b)
	}
}

// Every outcome of the closed list has its words in the page's script, and
// every word a page asks for exists.
func TestEveryOutcomeHasItsPage(t *testing.T) {
	shown := outcomes()
	for _, i := range verify.Table {
		o, ok := shown[string(i.Code)]
		if !ok || o.Sentence[0] == "" || o.Sentence[1] == "" || o.Advice[0] == "" || o.Advice[1] == "" {
			t.Errorf("outcome %s lacks its page", i.Code)
		}
		if css := string(script("style.css")); !strings.Contains(css, "\n."+o.Colour+" ") {
			t.Errorf("outcome %s has colour %q, which the pages do not know", i.Code, o.Colour)
		}
	}
	known := texts(words)
	for _, name := range []string{"page.html", "scan.html", "list.html"} {
		raw, _ := static.ReadFile("static/" + name)
		for _, part := range strings.Split(string(raw), `data-t="`)[1:] {
			if code, _, _ := strings.Cut(part, `"`); known[code][0] == "" {
				t.Errorf("%s asks for the word %q", name, code)
			}
		}
		for _, banned := range []string{"<script>", "onclick=", "style=\"", "http://", "https://"} {
			if bytes.Contains(raw, []byte(banned)) {
				t.Errorf("%s holds %q", name, banned)
			}
		}
	}
	for _, name := range []string{"common.js", "page.js", "scan.js", "list.js"} {
		for _, part := range strings.Split(string(script(name)), "word('")[1:] {
			code, _, _ := strings.Cut(part, "'")
			if known[code][0] == "" && code != "list-" {
				t.Errorf("%s says %q", name, code)
			}
		}
	}
	if !strings.Contains(string(script("common.js")), "'page-compare'") {
		t.Error("the page does not ask to compare with the paper")
	}
}

// A sample site is published with the keys that everybody has; what it shows
// is never genuine.
func TestSampleSite(t *testing.T) {
	r := &register{sealed: map[string]seal.Sealed{}}
	s := r.issue(t, body(1), seal.SampleCert("LC-"), true)
	keys, err := seal.SignKeys(seal.KeyList{Head: seal.Head{Sequence: 1, Made: testMade, Next: testMade.Add(seal.DefaultLife)},
		Keys: []seal.KeyEntry{seal.SampleCert("").Entry, seal.SampleStatus().Entry}}, seal.SampleRoot())
	if err != nil {
		t.Fatal(err)
	}
	root := seal.SampleRoot().Entry.Public
	site := Site{Base: testBase, Office: "MẪU", KeysFile: keys, Roots: [][]byte{root}, Status: seal.SampleStatus(), Made: testMade}
	dir := t.TempDir()
	if _, err := Build(context.Background(), dir, r, site); err != nil {
		t.Fatal(err)
	}
	if _, err := Check(dir, root); err != nil {
		t.Error(err)
	}
	lists := verify.OpenLists(os.DirFS(filepath.Join(dir, "v")), []string{testBase}, nil, root)
	o := verify.Check(context.Background(), s.URL, lists, ocop.Date{}, testMade.Add(time.Hour))
	if o.Code != verify.G || !o.Sample || o.Genuine() {
		t.Errorf("%s sample %v genuine %v", o.Reason(), o.Sample, o.Genuine())
	}
	site.Base = "https://ocop.laichau.vn"
	if _, err := Build(context.Background(), t.TempDir(), r, site); !is(err, seal.KeySample) {
		t.Errorf("a real address with sample keys: %v", err)
	}
}
