package verify

import (
	"bufio"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// The closed list, as it stands in the published format.
const closedList = "GOEPSRXCKAVFUN"

// Every outcome has a sentence and advice in both languages, a colour and an
// icon, and a request script. (Its page is checked by publish.)
func TestEveryOutcomeIsWhole(t *testing.T) {
	var codes strings.Builder
	for _, i := range append(slices.Clone(Table), SampleInfo) {
		codes.WriteString(string(i.Code))
		for _, text := range []*message.Text{i.Sentence, i.Advice} {
			if text == nil || text.In(message.Vi) == "" || text.In(message.En) == "" {
				t.Errorf("outcome %q lacks a sentence or advice", i.Code)
			}
		}
		if !slices.Contains([]string{"green", "bluegrey", "amber", "redamber", "red", "grey"}, i.Colour) || i.Icon == "" || i.Show == "" {
			t.Errorf("outcome %q lacks colour, icon or what to show", i.Code)
		}
		if (i.Colour == "green") != (i.Code == G) {
			t.Errorf("outcome %q is %s", i.Code, i.Colour)
		}
		name := string(i.Code)
		if name == "" {
			name = "sample"
		}
		if _, err := os.Stat(filepath.Join("testdata", "script", name+".txt")); err != nil {
			t.Errorf("outcome %q has no request script", i.Code)
		}
	}
	if codes.String() != closedList {
		t.Errorf("the table is %s, want %s", codes.String(), closedList)
	}
}

// A request script is plain text: what is asked, then what the answer holds
// (“=”) and must not hold (“!”). “case” names a published vector.
func TestScripts(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("testdata", "script", "*.txt"))
	if err != nil || len(paths) < len(Table)+1 {
		t.Fatalf("%d scripts: %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) { runScript(t, path) })
	}
}

func runScript(t *testing.T, path string) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var o Outcome
	said, asked := "", false
	for lines := bufio.NewScanner(f); lines.Scan(); {
		word, rest, _ := strings.Cut(lines.Text(), " ")
		switch word {
		case "case":
			o, asked = vectorOutcome(t, rest), true
			said = say(o)
		case "=":
			if !strings.Contains(said, rest) {
				t.Errorf("the answer lacks %q:\n%s", rest, said)
			}
		case "!":
			if strings.Contains(said, rest) {
				t.Errorf("the answer holds %q:\n%s", rest, said)
			}
		case "", "#":
		default:
			t.Fatalf("unknown word %q", word)
		}
	}
	if !asked {
		t.Error("the script asks nothing")
	}
}

// say is the whole answer in both languages, one thing a line.
func say(o Outcome) string {
	var b strings.Builder
	for _, lang := range []message.Lang{message.Vi, message.En} {
		a := o.Answer(lang)
		for _, line := range []string{a.Reason, a.Sentence, a.Advice, a.Colour} {
			b.WriteString(line + "\n")
		}
		for _, f := range a.Fields {
			b.WriteString(f.Label.In(lang) + ": " + f.Value + "\n")
		}
		b.WriteString(strings.Join(a.Notes, "\n") + "\n")
	}
	return b.String()
}

func vectorOutcome(t *testing.T, name string) Outcome {
	t.Helper()
	var sets map[string]listSet
	readJSON(t, "lists.json", &sets)
	for _, file := range vectorFiles {
		var v vectorFile
		readJSON(t, file, &v)
		for _, c := range v.Cases {
			if c.Name == name {
				return v.check(t, sets, c)
			}
		}
	}
	t.Fatalf("no vector is called %q", name)
	return Outcome{}
}

func TestBatch(t *testing.T) {
	s := newSite(t, 5)
	url := func(i int) string { return s.sealed[i].URL }
	pages := []Page{{Source: "quet.pdf", Number: 1, Texts: []string{url(0)}}, {Source: "quet.pdf", Number: 2},
		{Source: "quet.pdf", Number: 3, Texts: []string{url(1), url(0)}}, {Source: "anh.jpg", Number: 1, Err: os.ErrInvalid},
		{Source: "la.png", Number: 1, Texts: []string{"WIFI:T:WPA;;"}}}
	r := Batch(context.Background(), pages, s.lists, ocop.Date{}, s.now)
	if r.Pages != 5 || r.Codes != 4 || r.Genuine != 3 || r.Others != 1 || r.None != 1 || r.Unread != 1 || r.Duplicates != 1 || r.Exit() != 1 {
		t.Errorf("%+v", r)
	}
	if d := r.Lines[3].Duplicate; d == nil || *d != (Place{"quet.pdf", 1}) {
		t.Errorf("duplicate: %+v", r.Lines[3])
	}
	for _, c := range []struct{ pages, exit int }{{0, 1}, {1, 0}, {2, 3}, {3, 3}, {4, 1}} {
		if got := Batch(context.Background(), pages[:c.pages], s.lists, ocop.Date{}, s.now).Exit(); got != c.exit {
			t.Errorf("%d pages: exit %d, want %d", c.pages, got, c.exit)
		}
	}
}

func TestAsOf(t *testing.T) {
	s := newSite(t, 1)
	for _, c := range []struct {
		day  ocop.Date
		want Code
	}{{ocop.Date{Year: 2023, Month: 11, Day: 19}, P}, {ocop.Date{Year: 2023, Month: 11, Day: 20}, G}, {ocop.Date{Year: 2026, Month: 11, Day: 20}, G},
		{ocop.Date{Year: 2026, Month: 11, Day: 21}, E}} {
		o := Check(context.Background(), s.sealed[0].URL, s.lists, c.day, s.now)
		if o.Code != c.want || o.AsOf != c.day {
			t.Errorf("as of %v: %s as of %v", c.day, o.Code, o.AsOf)
		}
	}
}

// A list that was fetched once is not read again, and an older one later is
// refused.
func TestSeen(t *testing.T) {
	s := newSite(t, 1)
	seen := map[string]uint64{}
	l := OpenLists(s.files, []string{"https://ocop.example"}, seen, testKey(t, 1, 1, "").Entry.Public)
	if o := Check(context.Background(), s.sealed[0].URL, l, ocop.Date{}, s.now); o.Code != G || seen["keys.bin"] != 1 || seen["s/LC.bin"] != 1 {
		t.Errorf("%s %v", o.Code, seen)
	}
	if n := len(seen); n != 3 {
		t.Errorf("%d lists were read for one certificate", n)
	}
}

func FuzzCheck(f *testing.F) {
	s := newSite(f, 3)
	genuine := map[string]bool{}
	for _, x := range s.sealed {
		f.Add(x.URL)
		genuine[string(x.SignedBytes)] = true
	}
	f.Add("https://ocop.example/v/?LC-2023-2-100")
	f.Add("https://evil.example/v/?LC-2023-2-100#001")
	f.Fuzz(func(t *testing.T, text string) {
		o := Check(context.Background(), text, s.lists, ocop.Date{}, s.now)
		if !strings.Contains(closedList, string(o.Code)) || o.Code == "" {
			t.Fatalf("outcome %q", o.Code)
		}
		known := false
		for _, x := range s.sealed {
			known = known || x.Identity == o.Identity
		}
		if o.Genuine() && !known {
			t.Fatalf("genuine: %q", text)
		}
		o.Answer(message.En)
	})
}
