package seal

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"crypto/elliptic"

	"ocoprint/internal/message"
)

const base = "https://ocop.example"

func mustSeal(t testing.TB, b Body) Sealed {
	t.Helper()
	s, err := Seal(base, b, SampleCert("LC-"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestD1(t *testing.T) {
	sum := sha256.Sum256([]byte(D1))
	if got := hex.EncodeToString(sum[:]); len(D1) > 330 || got != "087668485ba8f62a6f1fbcfafeddba06358c713e60ffd04c2f9f4cf50d408a72" {
		t.Errorf("D1 is frozen: %d bytes, SHA-256 %s", len(D1), got)
	}
}

func TestSealOpens(t *testing.T) {
	pub, _ := ParsePublic(SampleCert("").Entry.Public)
	for _, body := range sampleBodies() {
		s := mustSeal(t, body)
		again := mustSeal(t, body)
		if s.URL != again.URL || s.Code != again.Code {
			t.Fatalf("%s: sealed twice, two texts", body.ID)
		}
		text := ReadText(s.URL)
		if text.Base != base || text.ID != body.ID {
			t.Fatalf("text %+v", text)
		}
		raw, err := DecodeDigits(text.Digits)
		if err != nil || !bytes.Equal(raw, s.Frame) {
			t.Fatalf("digits: %v", err)
		}
		f, err := ParseFrame(raw)
		if err != nil || f.Verify(pub) != nil || f.Identity() != s.Identity {
			t.Fatalf("frame: %v", err)
		}
		got, err := f.Body()
		if err != nil || got.Product != body.Product || got.Place != body.Place || *got.Score != *body.Score || got.IssueDay() != body.IssueDay() {
			t.Fatalf("body %+v: %v", got, err)
		}
	}
}

// s and n−s sign the same certificate: one identity, one code.
func TestOtherSignature(t *testing.T) {
	s := mustSeal(t, sampleBodies()[0])
	f, _ := ParseFrame(s.Frame)
	n := elliptic.P256().Params().N
	v := new(big.Int).Sub(n, new(big.Int).SetBytes(f.Sig[32:]))
	v.FillBytes(f.Sig[32:])
	pub, _ := ParsePublic(SampleCert("").Entry.Public)
	if f.Verify(pub) != nil || f.Identity() != s.Identity {
		t.Error("n−s is another certificate")
	}
}

func TestEveryCutIsUnreadable(t *testing.T) {
	digits := ReadText(mustSeal(t, sampleBodies()[3]).URL).Digits
	for n := 1; n < len(digits); n++ {
		raw, err := DecodeDigits(digits[:n])
		if err == nil {
			_, err = ParseFrame(raw)
		}
		if !errors.Is(err, ErrDigits) && !errors.Is(err, ErrLength) {
			t.Fatalf("cut at %d: %v", n, err)
		}
	}
}

func TestDigits(t *testing.T) {
	for n := range 40 {
		for _, fill := range []byte{0, 1, 0xff} {
			in := bytes.Repeat([]byte{fill}, n)
			out, err := DecodeDigits(EncodeDigits(in))
			if n > 0 && (err != nil || !bytes.Equal(in, out)) {
				t.Errorf("%d × %02x: %x %v", n, fill, out, err)
			}
		}
	}
	for _, bad := range []string{"", "1", "12", "256", "1234", "99999999999999999", "72057594037927936", "00a", "００１",
		" 001", "001 ", "+01", "-01", "65536", strings.Repeat("0", 817)} {
		if b, err := DecodeDigits(bad); err == nil {
			t.Errorf("%q decodes to %x", bad, b)
		}
	}
}

func TestShortening(t *testing.T) {
	long := sampleBodies()[0]
	long.Product = strings.Repeat("Thịt lợn gác bếp ướp mắc khén hạt dổi ", 6)
	long.Producer = strings.Repeat("Hợp tác xã chăn nuôi đại gia súc vùng cao ", 7)
	long.Place = strings.Repeat("bản Nà Khuy ", 14) + "tỉnh Lai Châu"
	long.Product, long.Producer = strings.TrimSpace(long.Product), strings.TrimSpace(long.Producer)
	for _, path := range []string{"", "/tra-cuu-giay-chung-nhan-ocop", strings.Repeat("/duong-dan-rat-dai", 2)} {
		s, err := Seal(base+path, long, SampleCert("LC-"))
		if err != nil {
			t.Fatal(err)
		}
		b := s.Body
		if !b.Shortened() || !bytes.Equal(b.FullHash, FullHash(long.Product, long.Producer, long.Place)) {
			t.Errorf("no hash of the full text: %+v", b)
		}
		for i, short := range []string{b.Product, b.Producer, b.Place} {
			limit := []int{MaxProduct, MaxProducer, MaxPlace}[i]
			if len(short) > limit || len(short) < 40 || !strings.HasSuffix(short, "…") {
				t.Errorf("shortened to %d bytes: %q", len(short), short)
			}
			full := []string{long.Product, long.Producer, long.Place}[i]
			if rest, ok := strings.CutPrefix(full, strings.TrimSuffix(short, "…")); !ok || rest[0] != ' ' {
				t.Errorf("cut inside a syllable: %q", short)
			}
		}
		if len(s.Frame) > 325 {
			t.Errorf("frame of %d bytes", len(s.Frame))
		}
	}
	_, err := Seal(base+strings.Repeat("/duong-dan-rat-dai", 14), long, SampleCert("LC-"))
	if e, ok := message.Of(err); !ok || e.Text != TooLong {
		t.Errorf("an address that leaves no room: %v", err)
	}
}

func TestRefusedAtIssue(t *testing.T) {
	score := func(n int) *int { return &n }
	good := sampleBodies()[0]
	for name, change := range map[string]func(*Body){
		"stars 0":         func(b *Body) { b.Stars = 0 },
		"stars 6":         func(b *Body) { b.Stars = 6 },
		"score 100.01":    func(b *Body) { b.Score = score(10001) },
		"score -1":        func(b *Body) { b.Score = score(-1) },
		"id lower case":   func(b *Body) { b.ID = "LC-2023-2-a" },
		"id short":        func(b *Body) { b.ID = "L-1" },
		"id long":         func(b *Body) { b.ID = "LC-" + strings.Repeat("0", 22) },
		"id markup":       func(b *Body) { b.ID = "LC-<script>" },
		"other scope":     func(b *Body) { b.ID = "DB-2023-2-017" },
		"no product":      func(b *Body) { b.Product = "" },
		"no decision":     func(b *Body) { b.Decision = "" },
		"bidi":            func(b *Body) { b.Product = "Chè \u202e xanh" },
		"zero width":      func(b *Body) { b.Producer = "HTX\u200b Hua Nà" },
		"nul":             func(b *Body) { b.Place = "xã\x00" },
		"not UTF-8":       func(b *Body) { b.Product = "Ch\xe8" },
		"hidden far away": func(b *Body) { b.Product = strings.Repeat("chè ", 40) + "\u200b" },
		"before 2018":     func(b *Body) { b.Decided = DayOf(2017, 12, 31); b.Issued = 0 },
		"extra key 24":    func(b *Body) { b.Extra = []Extra{{24, "x"}} },
		"extra key 14":    func(b *Body) { b.Extra = []Extra{{14, "x"}} },
		"decision long":   func(b *Body) { b.Decision = strings.Repeat("9", 61) },
	} {
		b := good
		change(&b)
		if _, err := Seal(base, b, SampleCert("LC-")); err == nil {
			t.Errorf("%s: sealed", name)
		} else if _, ok := message.Of(err); !ok {
			t.Errorf("%s: %v is not a message", name, err)
		}
	}
	for _, ok := range []int{0, 10000} {
		b := good
		b.Score = score(ok)
		mustSeal(t, b)
	}
	nfd := good
	nfd.Product = "Che\u0300 co\u0302\u0309 thu\u0323"
	if got := mustSeal(t, nfd).Body.Product; got != "Chè cổ thụ" {
		t.Errorf("NFD product became %q", got)
	}
	if _, err := Seal("https://ocop.laichau.gov.vn", good, SampleCert("LC-")); err == nil {
		t.Error("the sample key signed for a real address")
	}
	for _, bad := range []string{"http://ocop.example", "https://OCOP.example", "https://ocop.example/", "https://ocop.example/?x",
		"https://a@ocop.example", "ocop.example", "https://localhost", "https://ocop.example/a b"} {
		if _, err := Seal(bad, good, SampleCert("LC-")); err == nil {
			t.Errorf("base %q accepted", bad)
		}
	}
}

func TestIDs(t *testing.T) {
	// The example of ISO 7064 MOD 37,36 in the GRid standard.
	if got := CheckChar("A12425GABC1234002"); got != 'M' {
		t.Errorf("check character %c", got)
	}
	id := "LC-2023-2-017"
	for i := range len(id) { // one wrong character is always found
		for _, c := range alphanumeric {
			if other := id[:i] + string(c) + id[i+1:]; id[i] != '-' && other != id && CheckChar(other) == CheckChar(id) {
				t.Errorf("%s and %s share a check character", id, other)
			}
		}
	}
	if Code([32]byte{}) != "000000" || len(Code(sha256.Sum256(nil))) != 6 {
		t.Error("code")
	}
}

func TestUntype(t *testing.T) {
	for _, id := range []string{"LAS-2023-2-017", "DDA-A1-1", "OCS-1", "OW1-2023", "DAA-99", "HAF.1-2", "LC-2023-2-017", "AAS-1", "UWF-22"} {
		for _, typed := range []string{id, strings.ToLower(id), toTelex(id), toVNI(id)} {
			got, ok := FindTyped(typed + "/" + string(CheckChar(id)))
			if !ok || got != id {
				t.Errorf("%q typed as %q read as %q (%v)", id, typed, got, Untype(typed))
			}
		}
	}
	if n := len(Untype(strings.Repeat("ầ", 200))); n > maxCandidates {
		t.Errorf("%d candidates", n)
	}
}

// toTelex and toVNI are what a keyboard program makes of an id.
func toTelex(s string) string {
	return strings.NewReplacer("LAS", "LÁ", "DDA", "ĐA", "OCS", "ÓC", "OW1", "Ơ1", "DAA", "DÂ", "HAF", "HÀ", "AAS", "Ấ", "UWF", "Ừ").Replace(s)
}

func toVNI(s string) string { return strings.NewReplacer("A1", "Á", "OC1", "ÓC").Replace(s) }

func TestKeyFile(t *testing.T) {
	key, err := GenerateKey(rand.NewChaCha8([32]byte{1}))
	if err != nil {
		t.Fatal(err)
	}
	file, err := EncodeKey(key, []byte("mật khẩu dài"))
	if err != nil {
		t.Fatal(err)
	}
	if back, err := DecodeKey(file, []byte("mật khẩu dài")); err != nil || !back.Equal(key) {
		t.Errorf("decode: %v", err)
	}
	if _, err := DecodeKey(file, []byte("sai")); !errors.Is(err, KeyFileBad.Err()) {
		t.Errorf("wrong passphrase: %v", err)
	}
	if _, err := EncodeKey(key, nil); err == nil {
		t.Error("a key in the clear")
	}
	openssl, err := exec.LookPath("openssl")
	if err != nil {
		t.Skip("openssl is not installed")
	}
	path := filepath.Join(t.TempDir(), "khoa.pem")
	os.WriteFile(path, file, 0o600)
	cmd := exec.Command(openssl, "pkey", "-in", path, "-passin", "env:PASS", "-noout", "-text")
	cmd.Env = append(os.Environ(), "PASS=mật khẩu dài")
	if out, err := cmd.CombinedOutput(); err != nil || !bytes.Contains(out, []byte("prime256v1")) {
		t.Errorf("openssl: %v %s", err, out)
	}
}

func head(seq uint64) Head {
	made := time.Date(2024, 1, 10, 2, 0, 0, 0, time.UTC)
	return Head{Sequence: seq, Made: made, Next: made.Add(DefaultLife)}
}

func testKey(t testing.TB, name string, role Role, scope string) Key {
	t.Helper()
	signer, err := GenerateKey(&stretch{name: "test " + name})
	if err != nil {
		t.Fatal(err)
	}
	k, err := NewKey(signer, role, scope, DayOf(2020, 1, 1), DayOf(2030, 1, 1))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestLists(t *testing.T) {
	root, newRoot := testKey(t, "root", RoleRoot, ""), testKey(t, "root 2", RoleRoot, "")
	cert, status := testKey(t, "cert", RoleCert, "LC-"), testKey(t, "status", RoleStatus, "")
	list := KeyList{Head: head(7), Keys: []KeyEntry{cert.Entry, status.Entry, SampleStatus().Entry}}
	file, err := SignKeys(list, newRoot, root)
	if err != nil {
		t.Fatal(err)
	}
	for _, pinned := range []Key{root, newRoot} { // a cross-signed list
		got, err := OpenKeys(file, pinned.Entry.Public)
		if err != nil || len(got.Keys) != 3 || got.Sequence != 7 || got.Sample {
			t.Errorf("open keys: %+v %v", got, err)
		}
	}
	if _, err := OpenKeys(file, cert.Entry.Public); err == nil {
		t.Error("a list by an unpinned root opened")
	}
	keys, _ := OpenKeys(file, root.Entry.Public)
	entries := []StatusEntry{{"LC-2023-2-001", 0, Revoked, DayOf(2024, 1, 2), "12/QĐ-UBND"}, {"LC-2023-2-002", 1, Superseded, 9000, "LC-2023-2-002"}}
	st := StatusList{Head: head(8), Prefix: "LC-", Entries: entries}
	sfile, err := SignStatus(st, status)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := OpenStatus(sfile, "LC-", keys); err != nil || !slices.Equal(got.Entries, entries) {
		t.Errorf("status: %+v %v", got, err)
	}
	if _, err := OpenStatus(sfile, "DB-", keys); err == nil {
		t.Error("a status list under another prefix opened")
	}
	if sampled, err := SignStatus(st, SampleStatus()); err != nil {
		t.Fatal(err)
	} else if _, err := OpenStatus(sampled, "LC-", keys); err == nil {
		t.Error("anybody's sample key signed a real status list")
	}
	if _, err := SignStatus(st, cert); err == nil {
		t.Error("a cert key signed a status list")
	}
	ids := [][32]byte{sha256.Sum256([]byte("a")), sha256.Sum256([]byte("b")), sha256.Sum256([]byte("a"))}
	for _, s := range Shards(head(9), ids) {
		f, err := SignShard(s, status)
		if err != nil {
			t.Fatal(err)
		}
		got, err := OpenShard(f, s.Number, keys)
		if err != nil || got.Has(ids[0]) != (s.Number == ids[0][0]) || got.Has(sha256.Sum256(nil)) {
			t.Errorf("shard %02x: %v", s.Number, err)
		}
		if _, err := OpenShard(f, s.Number+1, keys); err == nil {
			t.Error("a shard under another number opened")
		}
	}
	rows := []Row{{ID: "LC-2023-2-001", Product: "Chè", Producer: "HTX", Place: "", Stars: 3, Decision: "1/QĐ", Decided: 8000, Issued: 8000, LastDay: 9000, Revision: 1}}
	pfile, err := SignPublic(SplitRows(head(10), rows)[0], status)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := OpenPublic(pfile, keys); err != nil || !slices.Equal(got.Rows, rows) {
		t.Errorf("public list: %+v %v", got, err)
	}
	for name, f := range map[string][]byte{"keys": file, "status": sfile, "public": pfile} {
		for i := range f {
			bad := bytes.Clone(f)
			bad[i] ^= 1
			_, e1 := OpenKeys(bad[:min(len(bad), len(file)/2)], newRoot.Entry.Public)
			_, e2 := OpenStatus(bad, "LC-", keys)
			_, e3 := OpenPublic(bad, keys)
			if e1 == nil && name == "keys" && i < len(file)/2 || e2 == nil || e3 == nil {
				t.Fatalf("%s with byte %d changed opened", name, i)
			}
		}
	}
}

func TestHostileKeyLists(t *testing.T) {
	root := testKey(t, "root", RoleRoot, "")
	for name, spki := range map[string]string{
		"ed25519": "302a300506032b6570032100" + strings.Repeat("11", 32),
		"p384":    "3076301006072a8648ce3d020106052b81040022036200" + "04" + strings.Repeat("11", 96),
		"off":     hex.EncodeToString(spkiHead) + strings.Repeat("11", 64),
		"empty":   "",
	} {
		raw, _ := hex.DecodeString(spki)
		entry := []any{raw, uint64(2), "LC-", uint64(1), uint64(9000), uint64(0), uint64(0), uint64(0), ""}
		file, err := signList(FormKeys, head(1), map[uint64]any{4: []any{entry}}, root)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := OpenKeys(file, root.Entry.Public); err == nil {
			t.Errorf("%s: a list with such a key opened", name)
		}
	}
}

func FuzzOpen(f *testing.F) {
	for _, b := range sampleBodies()[:6] {
		f.Add(mustSeal(f, b).URL)
	}
	f.Add("https://ocop.example/v/?LC-1#001")
	pub, _ := ParsePublic(SampleCert("").Entry.Public)
	f.Fuzz(func(t *testing.T, s string) {
		raw, err := DecodeDigits(ReadText(s).Digits)
		if err != nil {
			return
		}
		frame, err := ParseFrame(raw)
		if err != nil {
			return
		}
		frame.Verify(pub)
		if b, err := frame.Body(); err == nil {
			if again, err := b.encode(); err != nil || frame.Form == FormRaw && !bytes.Equal(again, frame.Payload) {
				t.Errorf("two spellings: %x and %x", frame.Payload, again)
			}
		}
	})
}

func BenchmarkSeal(b *testing.B) {
	all, key := sampleBodies(), SampleCert("LC-")
	for i := 0; b.Loop(); i++ {
		if _, err := Seal(base, all[i%len(all)], key); err != nil {
			b.Fatal(err)
		}
	}
}

// A list over 1 MiB goes on in further parts; every row is in one of them.
func TestLongPublicList(t *testing.T) {
	status := testKey(t, "status", RoleStatus, "")
	root := testKey(t, "root", RoleRoot, "")
	file, err := SignKeys(KeyList{Head: head(1), Keys: []KeyEntry{status.Entry}}, root)
	if err != nil {
		t.Fatal(err)
	}
	keys, err := OpenKeys(file, root.Entry.Public)
	if err != nil {
		t.Fatal(err)
	}
	var rows []Row
	for i := range 12000 {
		rows = append(rows, Row{ID: fmt.Sprintf("LC-%06d", i), Product: "Chè cổ thụ Sin Hồ", Producer: "Hợp tác xã nông nghiệp MẪU", Place: "xã San Thàng, tỉnh Lai Châu",
			Stars: 3, Decision: "1422/QĐ-UBND", Decided: 8724, Issued: 8724, LastDay: 9820, Revision: 1})
	}
	parts, seen := SplitRows(head(2), rows), 0
	for _, p := range parts {
		b, err := SignPublic(p, status)
		if err != nil {
			t.Fatal(err)
		}
		got, err := OpenPublic(b, keys)
		if err != nil || got.Parts != len(parts) || !slices.Equal(got.Rows, p.Rows) {
			t.Fatalf("part %d: %v", p.Part, err)
		}
		seen += len(got.Rows)
	}
	if len(parts) < 2 || seen != len(rows) {
		t.Errorf("%d rows in %d parts", seen, len(parts))
	}
}
