package papers

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ocoprint/internal/layout"
	"ocoprint/internal/ocop"
)

// oneCommune is an input of n products, made by producers of 1, 2, … products in
// turn, all of one commune.
func oneCommune(n, most int) Input {
	in := input(n)
	made := 0
	for i := range in.Certificates {
		c := &in.Certificates[i]
		c.Producer = testProducers[3]
		c.Producer.Name = fmt.Sprintf("Hợp tác xã Nông nghiệp và Dịch vụ Ví Dụ Sùng Phài %02d", made)
		if i%most == most-1 {
			made++
		}
	}
	return in
}

// TestASheetSentOutNeverEndsInSignaturesAlone: a commune's list takes two rows
// along to its last page, a letter its last paragraph.
func TestASheetSentOutNeverEndsInSignaturesAlone(t *testing.T) {
	for n := 3; n <= 39; n += 3 {
		for _, most := range []int{1, 7, 40} {
			in := oneCommune(n, most)
			in.AsOf = ocop.Date{Year: 2026, Month: 10, Day: 1}
			for _, p := range []Paper{Communes, ExpiryNotices, Invitations} {
				for i, page := range pagesOf(t, p, in) {
					checkEnding(t, fmt.Sprintf("%s, %d products by %d, page %d", p.Name, n, most, i+1), p, page, min(n, 2))
				}
			}
		}
	}
}

func checkEnding(t *testing.T, name string, p Paper, page layout.Page, rows int) {
	t.Helper()
	var paragraphs int
	signed := false
	for _, m := range texts(page) {
		signed = signed || strings.HasPrefix(m.String, "LÃNH ĐẠO") || strings.HasPrefix(m.String, "PHÓ CHỦ TỊCH")
		if strings.HasPrefix(m.Box, "doan") {
			paragraphs++
		}
	}
	lines := len(horizontals(page))
	switch {
	case signed && p.Name == "communes" && lines < 1+rows:
		t.Errorf("%s: signatures with %d rows and heads", name, lines)
	case signed && paragraphs == 0:
		t.Errorf("%s: signatures alone", name)
	case lines == 0 && !signed && p.Name != "invitations":
		t.Errorf("%s: neither table nor signatures", name)
	}
}

func TestSevenProducersStandOnOneSheet(t *testing.T) {
	for _, most := range []int{1, 2} {
		in := oneCommune(7, most)
		for i := range in.Certificates {
			c := &in.Certificates[i]
			c.Producer.Name = strings.Replace(c.Producer.Name, "Nông nghiệp và Dịch vụ ", "", 1)
		}
		if pages := pagesOf(t, Communes, in); len(pages) != 1 {
			t.Errorf("seven products, %d a producer: %d pages", most, len(pages))
		}
	}
}

func TestProductsOfOneProducerAreJoined(t *testing.T) {
	in := oneCommune(9, 9)
	l := communesList(in, in.Certificates)
	l.joinOwners(in.Certificates)
	var got []int
	for _, r := range l.rows {
		if v, ok := r.cells[ownerColumn].(tall); ok {
			got = append(got, v.rows)
		}
	}
	if !slices.Equal(got, []int{3, 3, 3}) {
		t.Errorf("nine products are joined as %v", got)
	}
}

// TestASlipThatGoesOnSaysWhose: the half sheets are cut apart.
func TestASlipThatGoesOnSaysWhose(t *testing.T) {
	in := oneCommune(12, 12)
	pages := pagesOf(t, Slips, in)
	if len(pages) < 2 {
		t.Fatal("twelve products on one half sheet: the test sees nothing")
	}
	for i, page := range pages {
		for _, part := range copies {
			n := 0
			for _, m := range texts(page) {
				if strings.Contains(m.String, part) {
					n++
				}
			}
			if n != 1 {
				t.Errorf("page %d says %d times %q", i+1, n, part)
			}
		}
	}
}

func TestACommuneListsAProducersProductsTogether(t *testing.T) {
	in := input(6)
	for i := range in.Certificates {
		in.Certificates[i].Producer = testProducers[3]
		in.Certificates[i].Producer.Name = []string{"HTX Ví Dụ", "THT Mẫu", "HTX Minh Họa"}[i%3]
	}
	places := byCommune(in.Certificates)
	if len(places) != 1 {
		t.Fatalf("%d communes", len(places))
	}
	var got []string
	for _, c := range places[0].certificates {
		got = append(got, c.ID)
	}
	ids := in.Certificates
	if want := []string{ids[0].ID, ids[3].ID, ids[1].ID, ids[4].ID, ids[2].ID, ids[5].ID}; !slices.Equal(got, want) {
		t.Errorf("listed as %v, want %v", got, want)
	}
}
