package seal

import (
	"bytes"
	"crypto"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// The vectors drive the Go and the browser verifier. Each case has one
// outcome, which a person wrote here; the layers in between are recorded as
// this package makes them. `go test ./internal/seal -update` writes them.
var update = flag.Bool("update", false, "write testdata/vectors")

// vectorFile is one published file of cases.
type vectorFile struct {
	Format string       `json:"format"`
	About  string       `json:"about"`
	Bases  []string     `json:"bases"`
	Roots  []string     `json:"roots"` // pinned, SubjectPublicKeyInfo in hex
	Now    string       `json:"now"`   // when a case has none of its own
	Cases  []vectorCase `json:"cases"`
}

// vectorCase is one case: text → digits → frame → body → fields → outcome. A
// layer that is not reached is left out.
type vectorCase struct {
	Name     string            `json:"name"`
	Ref      int               `json:"adversarial,omitempty"` // number in the list of adversarial cases
	Text     string            `json:"text"`
	Lists    string            `json:"lists"`          // a set of lists.json
	Now      string            `json:"now,omitempty"`  // RFC 3339
	Seen     map[string]uint64 `json:"seen,omitempty"` // highest sequence seen, by file
	Digits   string            `json:"digits,omitempty"`
	Frame    string            `json:"frame,omitempty"` // hex
	Body     string            `json:"body,omitempty"`  // CBOR, hex, after inflating
	Fields   map[string]any    `json:"fields,omitempty"`
	Identity string            `json:"identity,omitempty"`
	Code     string            `json:"code,omitempty"`
	Outcome  string            `json:"outcome"`
	Sample   bool              `json:"sample,omitempty"`
	Inside   bool              `json:"inside,omitempty"`
	Notes    []string          `json:"notes,omitempty"` // codes of notes that must be there
}

// listSets is lists.json: name of the set → file → base64. A set may begin
// From another one; there null takes a file away. “baked” is the key list
// inside the page, used when keys.bin is missing or refused. Shards that no
// case asks for are left out.
type listSets map[string]listSet

type listSet struct {
	From  string             `json:"from,omitempty"`
	Roots []string           `json:"roots,omitempty"` // pinned instead of the file's
	Files map[string]*string `json:"files"`
}

const vectorNow = "2024-06-01T03:00:00Z"

// record fills in the layers that this package sees.
func (c *vectorCase) record() {
	c.Digits = ReadText(c.Text).Digits
	raw, err := DecodeDigits(c.Digits)
	if err != nil {
		return
	}
	f, err := ParseFrame(raw)
	if err != nil {
		return
	}
	c.Frame = hex.EncodeToString(raw)
	if !f.Form.Certificate() {
		return
	}
	id := f.Identity()
	c.Identity, c.Code = hex.EncodeToString(id[:]), Code(id)
	body := f.Payload
	if f.Form == FormDeflated {
		if body, err = inflate(body); err != nil {
			return
		}
	}
	c.Body = hex.EncodeToString(body)
	if b, err := f.Body(); err == nil {
		c.Fields = fieldsOf(b)
	}
}

func fieldsOf(b Body) map[string]any {
	raw, err := b.encode()
	if err != nil {
		panic(err)
	}
	m, err := decodeMap(raw, false)
	if err != nil {
		panic(err)
	}
	out := map[string]any{}
	for k, v := range m {
		if bin, ok := v.([]byte); ok {
			v = "h'" + hex.EncodeToString(bin) + "'"
		}
		out[fmt.Sprint(k)] = v
	}
	return out
}

func TestVectors(t *testing.T) {
	w := newWorld(t)
	files := map[string]any{}
	total, names := 0, map[string]bool{}
	groups := w.groups() // they fill the register that the lists publish
	for name, g := range groups {
		for i := range g.Cases {
			c := &g.Cases[i]
			if c.record(); names[c.Name] {
				t.Errorf("two cases are called %q", c.Name)
			}
			names[c.Name] = true
		}
		total += len(g.Cases)
		files[name] = g
	}
	files["lists.json"] = pack(w.sets(), groups)
	if total < 300 {
		t.Errorf("only %d cases", total)
	}
	for name, content := range files {
		want, err := json.MarshalIndent(content, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("testdata", "vectors", name)
		if *update {
			os.MkdirAll(filepath.Dir(path), 0o755)
			if err := os.WriteFile(path, append(want, '\n'), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(got, append(want, '\n')) {
			t.Errorf("%s is not what the generator makes (%v): run with -update and read the diff", name, err)
		}
	}
	t.Logf("%d cases", total)
}

// twinA and twinB are names of two keys with the same KID, found by search.
const twinA, twinB = "twin 13039", "twin 49375"

// world holds the fixture keys and certificates.
type world struct {
	t                            *testing.T
	root, root2, strangerRoot    Key
	cert, certDB, retired, leaky Key
	stranger, twin1, twin2       Key
	status, statusDB             Key
	genuine                      []Sealed // registered, current
	registered                   [][32]byte
	entries                      []StatusEntry
	rows                         []Row
}

const vectorBase = "https://ocop.example"

func newWorld(t *testing.T) *world {
	w := &world{t: t,
		root: testKey(t, "root", RoleRoot, ""), root2: testKey(t, "root 2", RoleRoot, ""), strangerRoot: testKey(t, "stranger root", RoleRoot, ""),
		cert: testKey(t, "cert", RoleCert, "LC-"), certDB: testKey(t, "cert DB", RoleCert, "DB-"), retired: testKey(t, "retired", RoleCert, "LC-"),
		leaky: testKey(t, "leaky", RoleCert, "LC-"), stranger: testKey(t, "stranger", RoleCert, "LC-"),
		twin1: testKey(t, twinA, RoleCert, "LC-"), twin2: testKey(t, twinB, RoleCert, "LC-"),
		status: testKey(t, "status", RoleStatus, ""), statusDB: testKey(t, "status DB", RoleStatus, "DB-"),
	}
	for _, b := range sampleBodies() {
		w.genuine = append(w.genuine, w.issue(b, w.cert))
	}
	return w
}

// issue seals and registers.
func (w *world) issue(b Body, k Key) Sealed {
	s := w.unregistered(b, k)
	w.registered = append(w.registered, s.Identity)
	w.rows = append(w.rows, Row{ID: b.ID, Product: b.Product, Producer: b.Producer, Place: b.Place, Stars: b.Stars,
		Decision: b.Decision, Decided: b.Decided, Issued: b.IssueDay(), LastDay: b.LastDay, Revision: b.Rev()})
	return s
}

func (w *world) unregistered(b Body, k Key) Sealed {
	w.t.Helper()
	s, err := Seal(vectorBase, b, k)
	if err != nil {
		w.t.Fatal(err)
	}
	return s
}

// forge signs any payload without asking whether it is right.
func (w *world) forge(form Form, payload []byte, k Key) Sealed {
	f, err := signFrame(form, payload, k.Signer)
	if err != nil {
		w.t.Fatal(err)
	}
	s := Sealed{Frame: f.Bytes(), Identity: f.Identity(), URL: vectorBase + "/v/#" + EncodeDigits(f.Bytes())}
	w.registered = append(w.registered, s.Identity)
	return s
}

func at(s string) time.Time {
	v, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(err)
	}
	return v.UTC()
}

func headAt(seq uint64, made string) Head {
	return Head{Sequence: seq, Made: at(made), Next: at(made).Add(DefaultLife)}
}

// keyEntries is the list of the site.
func (w *world) keyEntries() []KeyEntry {
	retired, leaky := w.retired.Entry, w.leaky.Entry
	retired.State, retired.Since, retired.To = Retired, DayOf(2024, 1, 1), DayOf(2023, 12, 31)
	leaky.State, leaky.Since = Compromised, DayOf(2024, 2, 1)
	return []KeyEntry{w.cert.Entry, w.certDB.Entry, retired, leaky, w.twin1.Entry, w.twin2.Entry, w.status.Entry, w.statusDB.Entry, SampleStatus().Entry}
}

func must(b []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return b
}

// site makes all files of one publication.
func (w *world) site(seq uint64, made string, status Key, root ...Key) map[string][]byte {
	h := headAt(seq, made)
	files := map[string][]byte{"keys.bin": must(SignKeys(KeyList{Head: h, Keys: w.keyEntries()}, root...))}
	for _, prefix := range []string{"LC-", "DB-"} {
		files[StatusFile(prefix)] = must(SignStatus(StatusList{Head: h, Prefix: prefix, Entries: w.entries}, status))
	}
	for _, s := range Shards(h, w.registered) {
		files[ShardFile(s.Number)] = must(SignShard(s, status))
	}
	files["l.bin"] = must(SignPublic(SplitRows(h, w.rows)[0], status))
	return files
}

// pack leaves out what no case needs and what is as in “fresh”.
func pack(sets map[string]map[string][]byte, groups map[string]*vectorFile) listSets {
	needed := map[string]bool{}
	for _, g := range groups {
		for _, c := range g.Cases {
			if len(c.Identity) > 2 {
				needed[c.Lists+" r/"+c.Identity[:2]+".bin"] = true
			}
		}
	}
	out := listSets{}
	for name, files := range sets {
		set := listSet{Files: map[string]*string{}}
		if name == "sample site" {
			set.Roots = []string{hex.EncodeToString(SampleRoot().Entry.Public)}
		}
		for file, b := range files {
			if strings.HasPrefix(file, "r/") && !needed[name+" "+file] && name != "fresh" {
				continue
			}
			text := base64.StdEncoding.EncodeToString(b)
			set.Files[file] = &text
		}
		if name != "fresh" && len(files) > 3 && bytes.Equal(files["l.bin"], sets["fresh"]["l.bin"]) {
			set.From = "fresh"
			for file, b := range sets["fresh"] {
				if other, there := files[file]; !there {
					set.Files[file] = nil
				} else if bytes.Equal(other, b) {
					delete(set.Files, file)
				}
			}
		}
		out[name] = set
	}
	return out
}

func without(files map[string][]byte, names ...string) map[string][]byte {
	out := map[string][]byte{}
	for name, b := range files {
		if !slices.Contains(names, name) {
			out[name] = b
		}
	}
	return out
}

func with(files map[string][]byte, name string, b []byte) map[string][]byte {
	out := without(files, name)
	out[name] = b
	return out
}

func signWithoutDomain(t testing.TB, raw []byte, k Key) []byte {
	f := Frame{Form: FormRaw, KID: k.Entry.KID(), Payload: raw}
	digest := sha256.Sum256(bytes.TrimPrefix(f.SignedBytes(), []byte(domain)))
	der, err := k.Signer.Sign(nil, digest[:], crypto.SHA256)
	if err != nil || f.setSig(der) != nil {
		t.Fatal(err)
	}
	return f.Bytes()
}
