package verify

import (
	"context"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"testing/fstest"
	"time"

	"ocoprint/internal/ocop"
	"ocoprint/internal/seal"
)

// Changed payloads: none is accepted; unchanged ones all pass. The ordinary
// run takes a slice; OCOPRINT_MUTATIONS=1000000 runs a million.
func TestMutations(t *testing.T) {
	n := 4000
	if v, err := strconv.Atoi(os.Getenv("OCOPRINT_MUTATIONS")); err == nil {
		n = v
	}
	site := newSite(t, 40)
	r := rand.New(rand.NewPCG(11, 12))
	tally := map[Code]int{}
	check := func(text string) Outcome {
		return Check(context.Background(), text, site.lists, ocop.Date{}, site.now)
	}
	for _, s := range site.sealed {
		if o := check(s.URL); !o.Genuine() {
			t.Fatalf("genuine %s is %s %v", s.Body.ID, o.Code, o.Notes)
		}
	}
	for i := range n {
		s := site.sealed[r.IntN(len(site.sealed))]
		text := changed(r, s, site.sealed[r.IntN(len(site.sealed))])
		if text == s.URL {
			continue
		}
		o := check(text)
		tally[o.Code]++
		if o.Genuine() || o.Body != nil {
			t.Fatalf("mutation %d is accepted as %s: %s (from %s)", i, o.Code, text, s.URL)
		}
	}
	t.Logf("%d mutations: %v", n, tally)
}

// changed makes one of the usual damages; it never makes n−s.
func changed(r *rand.Rand, s, other seal.Sealed) string {
	frame := append([]byte(nil), s.Frame...)
	switch r.IntN(6) {
	case 0: // one bit
		frame[r.IntN(len(frame))] ^= 1 << r.IntN(8)
	case 1: // a few bytes
		for range 1 + r.IntN(8) {
			frame[r.IntN(len(frame))] = byte(r.Uint32())
		}
	case 2: // a piece of another certificate
		from := r.IntN(min(len(frame), len(other.Frame)))
		to := from + r.IntN(min(len(frame), len(other.Frame))-from)
		copy(frame[from:to], other.Frame[from:to])
		if string(frame) == string(other.Frame) {
			frame[0] ^= 1
		}
	case 3: // longer or shorter
		if r.IntN(2) == 0 {
			frame = frame[:r.IntN(len(frame))]
		} else {
			frame = append(frame, byte(r.Uint32()))
		}
	case 4: // one digit
		d := []byte(seal.EncodeDigits(frame))
		i := r.IntN(len(d))
		d[i] = '0' + (d[i]-'0'+byte(1+r.IntN(9)))%10
		return "https://ocop.example/v/?" + s.Body.ID + "#" + string(d)
	case 5: // two digits change places
		d := []byte(seal.EncodeDigits(frame))
		i := r.IntN(len(d) - 1)
		d[i], d[i+1] = d[i+1], d[i]
		return "https://ocop.example/v/?" + s.Body.ID + "#" + string(d)
	}
	if len(frame) == 0 {
		frame = []byte{1}
	}
	return seal.URL("https://ocop.example", s.Body.ID, frame)
}

// site is a small real publication with keys of its own.
type site struct {
	lists  *Lists
	sealed []seal.Sealed
	now    time.Time
	cert   seal.Key
	files  fstest.MapFS
}

func testKey(t testing.TB, seed byte, role seal.Role, scope string) seal.Key {
	t.Helper()
	signer, err := seal.GenerateKey(rand.NewChaCha8([32]byte{seed}))
	if err != nil {
		t.Fatal(err)
	}
	k, err := seal.NewKey(signer, role, scope, seal.DayOf(2020, 1, 1), seal.DayOf(2030, 12, 31))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func newSite(t testing.TB, n int) *site {
	t.Helper()
	root, cert, status := testKey(t, 1, seal.RoleRoot, ""), testKey(t, 2, seal.RoleCert, "LC-"), testKey(t, 3, seal.RoleStatus, "")
	s := &site{now: time.Date(2024, 6, 1, 3, 0, 0, 0, time.UTC), cert: cert, files: fstest.MapFS{}}
	var ids [][32]byte
	var rows []seal.Row
	for i := range n {
		b := seal.Body{ID: "LC-2023-2-" + strconv.Itoa(100+i), Product: "Chè " + strconv.Itoa(i), Producer: "HTX nông nghiệp MẪU", Place: "xã San Thàng, tỉnh Lai Châu",
			Stars: 3 + i%2, Decision: "1422/QĐ-UBND", Decided: seal.DayOf(2023, 11, 20), LastDay: seal.DayOf(2026, 11, 20)}
		sealed, err := seal.Seal("https://ocop.example", b, cert)
		if err != nil {
			t.Fatal(err)
		}
		s.sealed = append(s.sealed, sealed)
		ids = append(ids, sealed.Identity)
		rows = append(rows, seal.Row{ID: b.ID, Product: b.Product, Producer: b.Producer, Place: b.Place, Stars: b.Stars, Decision: b.Decision,
			Decided: b.Decided, Issued: b.Decided, LastDay: b.LastDay, Revision: 1})
	}
	h := seal.Head{Sequence: 1, Made: s.now.Add(-time.Hour), Next: s.now.Add(seal.DefaultLife)}
	put := func(name string, b []byte, err error) {
		if err != nil {
			t.Fatal(err)
		}
		s.files[name] = &fstest.MapFile{Data: b}
	}
	b, err := seal.SignKeys(seal.KeyList{Head: h, Keys: []seal.KeyEntry{cert.Entry, status.Entry}}, root)
	put("keys.bin", b, err)
	b, err = seal.SignStatus(seal.StatusList{Head: h, Prefix: "LC-"}, status)
	put("s/LC.bin", b, err)
	for _, shard := range seal.Shards(h, ids) {
		b, err = seal.SignShard(shard, status)
		put(seal.ShardFile(shard.Number), b, err)
	}
	b, err = seal.SignPublic(seal.SplitRows(h, rows)[0], status)
	put("l.bin", b, err)
	s.lists = OpenLists(s.files, []string{"https://ocop.example"}, nil, root.Entry.Public)
	return s
}

func BenchmarkCheck(b *testing.B) {
	s := newSite(b, 40)
	for i := 0; b.Loop(); i++ {
		if !Check(context.Background(), s.sealed[i%40].URL, s.lists, ocop.Date{}, s.now).Genuine() {
			b.Fatal("not genuine")
		}
	}
}
