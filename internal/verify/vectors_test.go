package verify

import (
	"context"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"ocoprint/internal/ocop"
)

const vectors = "../seal/testdata/vectors"

var vectorFiles = []string{"genuine.json", "altered.json", "text.json", "spelling.json", "keys.json", "life.json"}

type vectorFile struct {
	Bases []string     `json:"bases"`
	Roots []string     `json:"roots"`
	Now   string       `json:"now"`
	Cases []vectorCase `json:"cases"`
}

type vectorCase struct {
	Name    string            `json:"name"`
	Ref     int               `json:"adversarial"`
	Text    string            `json:"text"`
	Lists   string            `json:"lists"`
	Now     string            `json:"now"`
	Seen    map[string]uint64 `json:"seen"`
	Outcome Code              `json:"outcome"`
	Sample  bool              `json:"sample"`
	Inside  bool              `json:"inside"`
	Notes   []string          `json:"notes"`
}

type listSet struct {
	From  string             `json:"from"`
	Roots []string           `json:"roots"`
	Files map[string]*string `json:"files"`
}

func readJSON(t testing.TB, name string, into any) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(vectors, name))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, into); err != nil {
		t.Fatal(err)
	}
}

// filesOf puts a set together.
func filesOf(t testing.TB, sets map[string]listSet, name string) fstest.MapFS {
	t.Helper()
	set, ok := sets[name]
	if !ok {
		t.Fatalf("no set of lists %q", name)
	}
	files := fstest.MapFS{}
	if set.From != "" {
		maps.Copy(files, filesOf(t, sets, set.From))
	}
	for file, text := range set.Files {
		delete(files, file)
		if text != nil {
			raw, err := base64.StdEncoding.DecodeString(*text)
			if err != nil {
				t.Fatal(err)
			}
			files[file] = &fstest.MapFile{Data: raw}
		}
	}
	return files
}

func unhex(t testing.TB, list []string) (out [][]byte) {
	for _, s := range list {
		b, err := hex.DecodeString(s)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, b)
	}
	return out
}

// check runs one case against its set of lists.
func (v vectorFile) check(t testing.TB, sets map[string]listSet, c vectorCase) Outcome {
	t.Helper()
	files := filesOf(t, sets, c.Lists)
	roots, now := v.Roots, v.Now
	if r := sets[c.Lists].Roots; r != nil {
		roots = r
	}
	if c.Now != "" {
		now = c.Now
	}
	at, err := time.Parse(time.RFC3339, now)
	if err != nil {
		t.Fatal(err)
	}
	lists := OpenLists(files, v.Bases, maps.Clone(c.Seen), unhex(t, roots)...)
	if baked := files["baked"]; baked != nil {
		lists.Baked(baked.Data)
	}
	return Check(context.Background(), c.Text, lists, ocop.Date{}, at)
}

// Every published case has exactly its outcome.
func TestVectors(t *testing.T) {
	var sets map[string]listSet
	readJSON(t, "lists.json", &sets)
	seen := map[Code]int{}
	for _, name := range vectorFiles {
		var file vectorFile
		readJSON(t, name, &file)
		for _, c := range file.Cases {
			seen[c.Outcome]++
			t.Run(c.Name, func(t *testing.T) { c.want(t, file.check(t, sets, c)) })
		}
	}
	for _, i := range Table {
		if seen[i.Code] == 0 {
			t.Errorf("no vector for outcome %s", i.Code)
		}
	}
	t.Log(seen)
}

// want compares an outcome with the case.
func (c vectorCase) want(t *testing.T, o Outcome) {
	if o.Code != c.Outcome || o.Sample != c.Sample || o.Inside != c.Inside {
		t.Errorf("%s sample %v inside %v, want %s %v %v (notes %v)", o.Code, o.Sample, o.Inside, c.Outcome, c.Sample, c.Inside, o.Notes)
	}
	for _, want := range c.Notes {
		if !slices.Contains(codesOf(o), want) {
			t.Errorf("no note %s but %v", want, codesOf(o))
		}
	}
	shows := o.Info().Show
	if (len(o.Fields("vi")) > 0) != (o.Body != nil || shows == ShowRow && o.Row != nil) || shows == ShowNone && o.Body != nil {
		t.Error("shows fields that it must not, or none")
	}
	if o.Genuine() != (c.Outcome == G && !c.Sample) {
		t.Errorf("genuine %v", o.Genuine())
	}
}

func codesOf(o Outcome) (codes []string) {
	for _, n := range o.Notes {
		codes = append(codes, n.Code())
	}
	return codes
}
