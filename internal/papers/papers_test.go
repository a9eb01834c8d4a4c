package papers

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
	"ocoprint/templates"
)

// drawn keeps the pages of the cases: several tests look at them.
var drawn = map[string][]layout.Page{}

// pagesOf gives the pages of a paper and fails on a problem that stops it.
func pagesOf(t *testing.T, p Paper, in Input) []layout.Page {
	t.Helper()
	pages, problems := p.Pages(in)
	for _, pr := range layout.Errors(problems) {
		t.Errorf("%s: %s", p.Name, pr.In(message.Vi))
	}
	return pages
}

// every calls f for every paper of every case.
func every(t *testing.T, f func(t *testing.T, c oneCase, p Paper, pages []layout.Page)) {
	for _, c := range cases() {
		for _, p := range All {
			name := c.name + "/" + p.Name
			t.Run(name, func(t *testing.T) {
				if _, ok := drawn[name]; !ok {
					drawn[name] = pagesOf(t, p, c.in)
				}
				f(t, c, p, drawn[name])
			})
		}
	}
}

// TestListings holds every mark of every paper. Run with -update, then read the
// diff.
func TestListings(t *testing.T) {
	for _, c := range cases() {
		if !slices.Contains([]string{"eight", "long", "bare", "ending"}, c.name) {
			continue
		}
		for _, p := range All {
			if c.name == "ending" && p.Name != ExpiryNotices.Name {
				continue
			}
			t.Run(c.name+"/"+p.Name, func(t *testing.T) {
				golden(t, filepath.Join("testdata", c.name, p.File+".txt"), layout.Listing(pagesOf(t, p, c.in)))
			})
		}
	}
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (make golden writes it)", err)
	}
	if got == string(want) {
		return
	}
	a, b := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			t.Fatalf("%s differs at line %d:\n want %s\n got  %s", file, i+1, lineAt(a, i), lineAt(b, i))
		}
	}
}

func lineAt(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(end)"
}

// oneFile is a paper as a file: certificates once for each design and output.
type oneFile struct {
	name  string
	paper Paper
	in    Input
}

func everyFile() (all []oneFile) {
	for _, p := range All {
		in := input(8)
		if p.Name == ExpiryNotices.Name {
			in.AsOf = ocop.Date{Year: 2026, Month: 9, Day: 15}
		}
		all = append(all, oneFile{p.File, p, in})
	}
	for _, id := range templates.IDs() {
		for _, out := range []layout.Output{layout.Digital, layout.Overprint, layout.Proof} {
			in := input(8)
			in.Output, in.Grid = out, out == layout.Proof
			for i := range in.Certificates {
				in.Certificates[i].Layout = id
			}
			all = append(all, oneFile{fmt.Sprintf("%s-%s-%s", Certificates.File, id, out), Certificates, in})
		}
	}
	return all
}

// TestPDFHashes holds the bytes of every paper as a file, and that a second run
// gives the same.
func TestPDFHashes(t *testing.T) {
	var b strings.Builder
	for _, m := range everyFile() {
		once, again := pdfOf(t, pagesOf(t, m.paper, m.in)), pdfOf(t, pagesOf(t, m.paper, m.in))
		if !bytes.Equal(once, again) {
			t.Errorf("%s: two runs give different bytes", m.name)
		}
		sum := sha256.Sum256(once)
		fmt.Fprintf(&b, "%s  %s.pdf\n", hex.EncodeToString(sum[:]), m.name)
	}
	golden(t, "testdata/pdf.sha256", b.String())
}

// TestTextCanBeRead takes the papers apart with pdftotext: names come out as
// exact NFC text, whatever lines they were broken into.
func TestTextCanBeRead(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	c := cases()[4].in
	for _, p := range []Paper{Roster, Display, HandOver, RegisterBook, Communes, PublicList, Reconciliation, Slips, Labels, Certificates} {
		t.Run(p.Name, func(t *testing.T) {
			text := textOf(t, pdfOf(t, pagesOf(t, p, c)))
			if !viet.IsNFC(text) {
				t.Error("the text is not NFC")
			}
			for _, cert := range c.Certificates {
				for _, want := range []string{cert.Product.Name, cert.Producer.Name} {
					if p.Name == Roster.Name && want == cert.Product.Name {
						continue
					}
					if !strings.Contains(tight(text), tight(want)) && !strings.Contains(tight(text), tight(upper(want))) {
						t.Errorf("%q cannot be found in the text", want)
					}
				}
			}
		})
	}
	for _, id := range templates.IDs() {
		in := cases()[4].in
		for i := range in.Certificates {
			in.Certificates[i].Layout = id
		}
		text := textOf(t, pdfOf(t, pagesOf(t, Certificates, in)))
		for _, cert := range in.Certificates {
			for _, want := range []string{cert.Product.Name, cert.Producer.Name, cert.Producer.Address, cert.Number, cert.ID,
				cert.Decision.Number, "đến hết " + cert.LastDay.Long()} {
				if !viet.IsNFC(text) || !strings.Contains(tight(text), tight(want)) {
					t.Errorf("%s: %q cannot be found in the text", id, want)
				}
			}
		}
	}
}

// TestFilesAreSound has qpdf check every paper and pdffonts see that every font
// is embedded and subset.
func TestFilesAreSound(t *testing.T) {
	for _, tool := range []string{"qpdf", "pdffonts"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(tool + " is not installed")
		}
	}
	for _, p := range everyFile() {
		file := filepath.Join(t.TempDir(), p.name+".pdf")
		if err := os.WriteFile(file, pdfOf(t, pagesOf(t, p.paper, p.in)), 0o644); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("qpdf", "--check", file).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", p.name, err, out)
		}
		out, err := exec.Command("pdffonts", file).Output()
		lines := strings.Split(strings.TrimSpace(string(out)), "\n")
		if err != nil || len(lines) < 3 {
			t.Fatalf("%s: pdffonts: %v\n%s", p.name, err, out)
		}
		for _, line := range lines[2:] {
			if !strings.Contains(line, "yes yes yes") { // embedded, subset, with Unicode
				t.Errorf("%s: %s", p.name, line)
			}
		}
	}
}

func textOf(t *testing.T, pdf []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "p.pdf")
	if err := os.WriteFile(file, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", "-raw", "-enc", "UTF-8", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// tight is a text without blanks.
func tight(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")), "")
}

func TestFind(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range All {
		for _, name := range []string{p.Name, p.File} {
			if got, ok := Find(name); !ok || got.Name != p.Name {
				t.Errorf("Find(%q) = %q, %v", name, got.Name, ok)
			}
		}
		if seen[p.Name] || seen[p.File] {
			t.Errorf("%s: name taken twice", p.Name)
		}
		seen[p.Name], seen[p.File] = true, true
		if p.File != strings.ToLower(viet.ASCII(p.File)) {
			t.Errorf("%s: file name %q has accents or capitals", p.Name, p.File)
		}
	}
	if _, ok := Find("bang-diem"); ok {
		t.Error("found a paper that does not exist")
	}
}
