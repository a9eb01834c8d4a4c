package samples

import (
	"bytes"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ocoprint/internal/plan"
)

var update = flag.Bool("update", false, "write the samples anew")

// generators makes each sample from the lists of this folder.
var generators = map[string]func() ([]byte, error){
	Annex:  cleanAnnex,
	Messy:  messyAnnex,
	Guests: guestList,
	Wrong:  wrongFile,
	Plan: func() ([]byte, error) {
		return append([]byte("# "+sampleMark+"\n"), plan.Write(plan.Example())...), nil
	},
}

// The files are what the generators write, byte for byte, twice over.
func TestSamplesAreGenerated(t *testing.T) {
	for _, name := range Names() {
		made, err := generators[name]()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if again, _ := generators[name](); !bytes.Equal(made, again) {
			t.Errorf("%s: two runs differ", name)
		}
		if *update {
			if err := os.WriteFile(name, made, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if kept, err := os.ReadFile(name); err != nil || !bytes.Equal(kept, made) {
			t.Errorf("%s is not what its generator writes (%v): run go test ./samples -update", name, err)
		}
	}
}

var phone = regexp.MustCompile(`0\d{2,3}[ .]?\d{3}[ .]?\d{3,4}`)

// Every sheet says that it is a sample; phones and numbers are placeholders.
func TestSamplesAreMarkedAndInvented(t *testing.T) {
	for _, name := range Names() {
		text := textOf(t, name)
		for sheet, s := range text {
			if !strings.Contains(s, sampleMark) {
				t.Errorf("%s, %s: not marked", name, sheet)
			}
			for _, p := range phone.FindAllString(s, -1) {
				if !strings.HasPrefix(p, "0900 000 0") && p != "0213 000 0000" {
					t.Errorf("%s, %s: phone %s", name, sheet, p)
				}
			}
			for _, n := range regexp.MustCompile(`\d+/(QĐ|QÐ|KH)`).FindAllString(s, -1) {
				if !strings.HasPrefix(n, "0000/") && !strings.Contains(s, "# ") {
					t.Errorf("%s, %s: number %s", name, sheet, n)
				}
			}
		}
	}
}

func textOf(t *testing.T, name string) map[string]string {
	t.Helper()
	if strings.HasSuffix(name, ".toml") {
		return map[string]string{"": string(Read(name))}
	}
	f, err := excelize.OpenReader(bytes.NewReader(Read(name)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string]string{}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			out[sheet] += strings.Join(r, " | ") + "\n"
		}
	}
	return out
}

// What the README promises of the clean annex.
func TestCleanAnnexHoldsWhatItPromises(t *testing.T) {
	products, producers, awarded, winners := 0, 0, 0, 0
	for _, c := range annex {
		for _, p := range c.producers {
			producers++
			before := awarded
			for _, x := range p.products {
				products++
				if x.stars == "3 sao" && x.round == 2 {
					awarded++
				}
			}
			if awarded > before {
				winners++
			}
		}
	}
	if products != 23 || producers != 12 || awarded != 10 || winners != 6 {
		t.Errorf("%d products of %d producers, %d awarded to %d", products, producers, awarded, winners)
	}
}

func TestPlanReads(t *testing.T) {
	s, err := plan.Parse(Plan, Read(Plan))
	if err != nil {
		t.Fatal(err)
	}
	if !s.Sample || s.Authority.BaseURL != "https://ocop.example" || len(s.Conference.Groups) != 8 {
		t.Errorf("%+v", s)
	}
}

func TestReadOfAnUnknownName(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	Read("khac.xlsx")
}

// The guest list gives the plan's groups in the plan's order, late guests last.
func TestGuestListReads(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(Read(Guests)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Đại biểu")
	if err != nil {
		t.Fatal(err)
	}
	groups, err := plan.Guests(Guests, []plan.Sheet{{Name: "Đại biểu", Rows: rows}})
	if err != nil {
		t.Fatal(err)
	}
	want := plan.Example().Conference.Groups
	if len(groups) != len(want) {
		t.Fatalf("%d groups, want %d", len(groups), len(want))
	}
	for i, g := range groups {
		late := 0
		if i == len(groups)-1 {
			late = 2
		}
		if g.Name != want[i].Name || g.Producers != want[i].Producers || len(g.Guests) != len(want[i].Guests)+late {
			t.Errorf("group %d: %s with %d guests", i+1, g.Name, len(g.Guests))
		}
	}
}
