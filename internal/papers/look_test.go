package papers

import (
	"bytes"
	"context"
	"flag"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"ocoprint/internal/layout"
	"ocoprint/internal/pdf"
	"ocoprint/templates"
)

var (
	pdfFolder = flag.String("pdf", "", "write every paper of every case as PDF into this folder, to be looked at")
	update    = flag.Bool("update", false, "write the golden files anew")
)

func pdfOf(t *testing.T, pages []layout.Page) []byte {
	t.Helper()
	var b bytes.Buffer
	var seq iter.Seq[layout.Page] = slices.Values(pages)
	if err := pdf.Write(context.Background(), &b, seq, pdf.Options{Title: "ocoprint"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestLook writes the papers to look at; it needs -pdf.
func TestLook(t *testing.T) {
	if *pdfFolder == "" {
		return // nobody is looking
	}
	for _, c := range designs() {
		pages, _ := Certificates.Pages(c.in)
		if err := os.WriteFile(filepath.Join(*pdfFolder, c.name+".pdf"), pdfOf(t, pages), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range cases() {
		for _, p := range All {
			pages, problems := p.Pages(c.in)
			for _, pr := range problems {
				t.Logf("%s %s: %v %s", c.name, p.Name, pr.Severity, pr.In("en"))
			}
			if len(pages) == 0 {
				continue
			}
			if err := os.WriteFile(filepath.Join(*pdfFolder, c.name+"_"+p.File+".pdf"), pdfOf(t, pages), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// oneCase is an input whose papers are kept as golden listings.
type oneCase struct {
	name string
	in   Input
}

func cases() []oneCase {
	long := input(5)
	for i := range long.Certificates {
		long.Certificates[i].Product.Name = longNames[i]
		long.Certificates[i].Producer.Name = "HTX " + longNames[4-i]
	}
	long.Reading = reading3(long)
	both := input(3) // the longest product of the longest producer, among ordinary ones
	both.Certificates[1].Product.Name, both.Certificates[1].Producer.Name = longNames[4], "HTX "+longNames[4]
	both.Certificates[1].Producer.Address = "Số nhà 000, đường Ví Dụ, tổ 00, phường Quyết Thắng, thành phố Lai Châu, tỉnh Lai Châu"
	both.Reading = reading3(both)
	bare := Input{Certificates: input(3).Certificates}
	bare.Certificates[0].Sample, bare.Certificates[1].Sample, bare.Certificates[2].Sample = false, false, false
	nine := input(9)
	for i := range nine.Certificates {
		nine.Certificates[i].Producer = testProducers[0]
	}
	nine.Reading = reading3(nine)
	many := input(8)
	for range 4 {
		for i := range many.Settings.Conference.Groups {
			g := &many.Settings.Conference.Groups[i]
			if len(g.Guests) > 0 && len(g.Guests) < 40 {
				g.Guests = append(slices.Clone(g.Guests), g.Guests...)
			}
		}
	}
	ending := input(8)
	ending.AsOf.Year, ending.AsOf.Month, ending.AsOf.Day = 2026, 9, 15
	return []oneCase{{"eight", input(8)}, {"none", input(0)}, {"one", input(1)}, {"sixty", input(60)},
		{"long", long}, {"bare", bare}, {"nine", nine}, {"many", many}, {"ending", ending}, {"both", both}}
}

// designs are the certificates of every case in the layouts that are not the default.
func designs() (all []oneCase) {
	for _, id := range templates.IDs() {
		if id == templates.Default {
			continue
		}
		for _, c := range cases() {
			if len(c.in.Certificates) == 0 {
				continue
			}
			c.in.Certificates = slices.Clone(c.in.Certificates)
			for i := range c.in.Certificates {
				c.in.Certificates[i].Layout = id
			}
			all = append(all, oneCase{c.name + "_" + Certificates.File + "-" + id, c.in})
		}
	}
	return all
}
