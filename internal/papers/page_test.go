package papers

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/templates"
)

// texts are the lines of text of a page.
func texts(p layout.Page) (all []layout.Text) {
	for _, m := range p.Marks {
		if t, ok := m.(layout.Text); ok && !t.Invisible {
			all = append(all, t)
		}
	}
	return all
}

// ink is the room that the letters of a line certainly take.
func ink(t layout.Text) layout.Box4 {
	b := t.Bounds()
	return layout.Box4{X: b.X + 0.2, Y: b.Y + b.H*0.3, W: b.W - 0.4, H: b.H * 0.4}
}

func TestNothingLeavesThePageOrLiesOnOtherText(t *testing.T) {
	every(t, func(t *testing.T, c oneCase, p Paper, pages []layout.Page) {
		for n, page := range pages {
			all := texts(page)
			inside := layout.Box4{X: 4, Y: 4, W: page.W - 8, H: page.H - 8}
			for i, a := range all {
				if !ink(a).Inside(inside, 0) {
					t.Errorf("page %d: %q leaves the page at %v", n+1, a.String, a.Bounds())
				}
				for _, b := range all[i+1:] {
					if !ink(a).Overlap(ink(b)).Empty() {
						t.Errorf("page %d: %q lies on %q", n+1, a.String, b.String)
					}
				}
			}
		}
	})
}

func TestEveryPageOfASampleIsMarked(t *testing.T) {
	every(t, func(t *testing.T, c oneCase, p Paper, pages []layout.Page) {
		for n, page := range pages {
			if marked(page) != (c.name != "bare") {
				t.Errorf("page %d: marked as a sample: %v", n+1, marked(page))
			}
		}
	})
}

// flowed are the papers that run over pages by Decree 30.
var flowed = []string{"roster", "display", "hand-over", "register-book", "public-list", "reconciliation", "award-order", "programme"}

func TestPageNumbersStandInTheTopMarginFromPageTwo(t *testing.T) {
	every(t, func(t *testing.T, c oneCase, p Paper, pages []layout.Page) {
		if !slices.Contains(flowed, p.Name) {
			return
		}
		for n, page := range pages {
			want := fmt.Sprintf("%d/%d", n+1, len(pages))
			var above []string
			for _, m := range texts(page) {
				if m.Baseline < 19 {
					above = append(above, m.String)
				}
			}
			if n == 0 && len(above) > 0 || n > 0 && !slices.Equal(above, []string{want}) {
				t.Errorf("page %d: in the top margin %q, want %q from page 2", n+1, above, want)
			}
		}
	})
}

// TestSlipsAndCommunePagesSayHowManyTheyAre: these are several papers in one file,
// each numbered for itself.
func TestSlipsAndCommunePagesSayHowManyTheyAre(t *testing.T) {
	in := input(30)
	for i := range in.Certificates {
		in.Certificates[i].Producer = testProducers[i/29] // one of 29 products, one of one
		in.Persons[in.Certificates[i].ID] = Person{}
	}
	count := func(p Paper, box string) (all []string) {
		for _, page := range pagesOf(t, p, in) {
			for _, m := range texts(page) {
				if m.Box == box {
					all = append(all, m.String)
				}
			}
		}
		return all
	}
	communes := count(Communes, "so-trang")
	if !slices.Equal(communes, []string{"2/2"}) && !slices.Equal(communes, []string{"2/3", "3/3"}) {
		t.Errorf("commune pages are numbered %q", communes)
	}
	slips, sheets := count(Slips, "so-trang"), len(pagesOf(t, Slips, in))-1
	if sheets < 2 || len(slips) != 2*sheets || slips[0] != fmt.Sprintf("Trang 1/%d", sheets) || slips[len(slips)-1] != fmt.Sprintf("Trang %d/%d", sheets, sheets) {
		t.Errorf("slips of %d sheets are numbered %q", sheets, slips)
	}
}

// TestNobodyTurnsAPageInTheMiddleOfAName: what is read aloud of one producer
// stands on one page.
func TestNobodyTurnsAPageInTheMiddleOfAName(t *testing.T) {
	for n := 10; n <= 60; n += 10 {
		at := map[string]int{}
		for i, page := range pagesOf(t, AwardOrderPaper, input(n)) {
			for _, m := range texts(page) {
				if !strings.HasPrefix(m.Box, "doan") {
					continue
				}
				if first, ok := at[m.Box]; ok && first != i {
					t.Errorf("%d products: %q is parted from its beginning on page %d", n, m.String, first+1)
				}
				at[m.Box] = i
			}
		}
	}
}

// TestTheLongestNameIsStillRead: 178 letters stand in three lines of 18 pt at
// least on every design.
func TestTheLongestNameIsStillRead(t *testing.T) {
	for _, id := range templates.IDs() {
		in := input(1)
		in.Certificates[0].Product.Name, in.Certificates[0].Layout = longNames[4], id
		lines := 0
		for _, m := range texts(pagesOf(t, Certificates, in)[0]) {
			if m.Box == "san_pham" {
				if lines++; m.Size < 18 {
					t.Errorf("%s: %g pt: %q", id, m.Size, m.String)
				}
			}
		}
		if lines != 3 {
			t.Errorf("%s: %d lines", id, lines)
		}
	}
}

// TestALongProducerStandsClearOfALongProduct: below three lines of a product the two
// lines of a producer leave a gap that the eye sees: from the last baseline to the
// tops of the letters there is the height of a small letter.
func TestALongProducerStandsClearOfALongProduct(t *testing.T) {
	for _, id := range templates.IDs() {
		in := input(1)
		c := &in.Certificates[0]
		c.Product.Name, c.Producer.Name, c.Layout = longNames[4], "HTX "+longNames[4], id
		last, first := 0.0, 0.0
		for _, m := range texts(pagesOf(t, Certificates, in)[0]) {
			if m.Box == "san_pham" {
				last = max(last, m.Baseline)
			}
			if top := m.Baseline - 0.7*m.Size*layout.MM; m.Box == "chu_the" && (first == 0 || top < first) {
				first = top
			}
		}
		if gap := first - last; gap < 2.9 {
			t.Errorf("%s: %.2f mm between product and producer", id, gap)
		}
	}
}

// TestANameThatEndsInAFullStop: a sentence around it has no second one, and no
// comma after it when it is read aloud.
func TestANameThatEndsInAFullStop(t *testing.T) {
	in := cases()[4].in // long: “… 20 túi lọc 02 g.”
	for _, p := range []Paper{Invitations, AwardOrderPaper} {
		said := ""
		for _, page := range pagesOf(t, p, in) {
			for _, m := range texts(page) {
				if strings.HasPrefix(m.Box, "doan") {
					said += m.String + " "
				}
			}
		}
		if !strings.Contains(tight(said), tight("lọc 02 g")) || strings.Contains(said, "g..") || strings.Contains(said, "gam.,") || strings.Contains(said, "gam.”") {
			t.Errorf("%s: a full stop too many", p.Name)
		}
	}
}

// TestNoPageOfAListStaysHalfEmpty: what stays with the signatures leaves no page
// before them half empty.
func TestNoPageOfAListStaysHalfEmpty(t *testing.T) {
	every(t, func(t *testing.T, c oneCase, p Paper, pages []layout.Page) {
		if !slices.Contains(flowed, p.Name) || len(pages) == 0 || p.Name == AwardOrderPaper.Name {
			return // what is read aloud begins on a page of its own
		}
		for n, page := range pages[:len(pages)-1] {
			low := 0.0
			for _, m := range page.Marks {
				if _, ok := m.(layout.Rect); ok || strings.HasPrefix(m.BoxID(), "doan") {
					if b := m.Bounds(); b.Y+b.H < page.H-20.5 {
						low = max(low, b.Y+b.H)
					}
				}
			}
			if empty := (page.H - 20 - low) / (page.H - 40); empty > 0.5 {
				t.Errorf("page %d of %d: %.0f %% of it are empty at its foot", n+1, len(pages), 100*empty)
			}
		}
	})
}

func TestTableHeadsRepeat(t *testing.T) {
	for _, p := range []Paper{Roster, Display, HandOver, RegisterBook, PublicList} {
		pages := pagesOf(t, p, input(60))
		if len(pages) < 3 {
			t.Errorf("%s: sixty products on %d pages: the test does not see a table run over", p.Name, len(pages))
		}
		for n, page := range pages {
			heads := 0
			for _, m := range texts(page) {
				if m.String == "STT" || m.String == "Số" && strings.HasPrefix(m.Box, "bang") {
					heads++
				}
			}
			if heads != 1 {
				t.Errorf("%s page %d: %d table heads", p.Name, n+1, heads)
			}
		}
	}
}

func TestAGroupKeepsTwoRows(t *testing.T) {
	for n := 0; n <= 60; n += 3 {
		for i, page := range pagesOf(t, Roster, input(n)) {
			lines := horizontals(page)
			for _, m := range texts(page) {
				if !strings.Contains(m.String, ". ") || m.Face != layout.Serif.Bold || !strings.HasPrefix(m.Box, "bang") {
					continue
				}
				below := 0
				for _, y := range lines {
					if y > m.Baseline {
						below++
					}
				}
				if below < 3 { // the edge under the group, and under two rows
					t.Errorf("%d products, page %d: %q has %d rows below it", n, i+1, m.String, max(below-1, 0))
				}
			}
		}
	}
}

// horizontals are the lower edges of the rows of a table, each once.
func horizontals(p layout.Page) (ys []float64) {
	for _, m := range p.Marks {
		if c, ok := m.(layout.Rect); ok && strings.HasPrefix(c.Box, "bang") {
			edge := c.Y + c.H
			if !slices.ContainsFunc(ys, func(y float64) bool { return math.Abs(y-edge) < 0.3 }) {
				ys = append(ys, edge)
			}
		}
	}
	return ys
}

func TestNoPageCarriesSignaturesAlone(t *testing.T) {
	for n := 1; n <= 40; n += 3 {
		for _, p := range []Paper{Roster, Display, HandOver, RegisterBook, Programme} {
			pages := pagesOf(t, p, input(n))
			if rows := len(horizontals(pages[len(pages)-1])); rows < 1+min(n, 2) {
				t.Errorf("%s, %d products: the last page has %d rows and heads", p.Name, n, rows)
			}
		}
	}
}

// TestSignaturesKeepTwoNames: lines for late guests are no company for the
// signatures, however many the plan asks for; only a page has an end.
func TestSignaturesKeepTwoNames(t *testing.T) {
	for blanks := 1; blanks <= 30; blanks++ {
		for n := 5; n <= 40; n += 5 {
			in := input(n)
			groups := in.Settings.Conference.Groups
			in.Settings.Conference.Groups = groups[:6] // the producers last
			in.Settings.Conference.BlankRows = blanks
			pages := pagesOf(t, Roster, in)
			named := map[float64]bool{} // where a running number stands
			for _, m := range texts(pages[len(pages)-1]) {
				if strings.HasPrefix(m.Box, "bang") && m.Face == layout.Serif.Regular && m.X < 32 {
					named[m.Baseline] = true
				}
			}
			if len(named) < 2 && blanks <= 8 { // more are higher than a page
				t.Errorf("%d blank lines, %d products: %d names with the signatures", blanks, n, len(named))
			}
			if rows := len(horizontals(pages[len(pages)-1])); rows < 3 {
				t.Errorf("%d blank lines, %d products: %d rows with the signatures", blanks, n, rows)
			}
		}
	}
}

// TestTheSignatureHasRoom: nothing stands between a signatory's office and his
// name, where the signature and the stamp go: 75 × 30 mm.
func TestTheSignatureHasRoom(t *testing.T) {
	for _, c := range cases() {
		for _, p := range []Paper{Invitations, ExpiryNotices} {
			for n, page := range pagesOf(t, p, c.in) {
				office, name := signature(page, c.in)
				if office.String == "" || name.String == "" {
					t.Errorf("%s/%s page %d: no signature", c.name, p.Name, n+1)
					continue
				}
				middle := name.X + name.Width/2
				room := layout.Box4{X: middle - 37.5, Y: office.Baseline + 2, W: 75, H: name.Baseline - 6 - office.Baseline - 2}
				if room.H < 28 {
					t.Errorf("%s/%s page %d: %.1f mm for signature and stamp", c.name, p.Name, n+1, room.H)
				}
				for _, m := range page.Marks {
					if !m.Bounds().Overlap(room).Empty() {
						t.Errorf("%s/%s page %d: %s lies under the stamp", c.name, p.Name, n+1, m.BoxID())
					}
				}
			}
		}
	}
}

func signature(p layout.Page, in Input) (office, name layout.Text) {
	who := in.signatory()
	lines := strings.Split(who.office, "\n")
	for _, m := range texts(p) {
		if m.String == lines[len(lines)-1] {
			office = m
		}
		if m.String == who.name && m.X > p.W/3 {
			name = m
		}
	}
	return office, name
}

func TestTheBookCountsItsOwnPages(t *testing.T) {
	for _, n := range []int{1, 8, 60} {
		pages := pagesOf(t, RegisterBook, input(n))
		want := fmt.Sprintf("Sổ này có %02d trang, %02d số", len(pages), n)
		if !strings.Contains(layout.Listing(pages), want) {
			t.Errorf("%d numbers: the closing line does not say %q", n, want)
		}
	}
}

func TestPublicPapersCarryNoPersonalData(t *testing.T) {
	in := input(60)
	for i, c := range in.Certificates {
		in.Standings = map[string]Standing{c.ID: {Receiver: "Người Nhận Mẫu"}}
		in.Persons[c.ID] = Person{Representative: "Đại Diện Mẫu", Title: "Chủ hộ", Phone: "0900000000", Proxy: "Giấy Ủy Quyền Mẫu"}
		in.Certificates[i].Producer.Phone, in.Certificates[i].Producer.TaxID = "0900000000", "0000000000"
		in.Certificates[i].Producer.Representative = "Đại Diện Mẫu"
	}
	for _, p := range All {
		if !p.Public {
			continue
		}
		said := layout.Listing(pagesOf(t, p, in))
		if p.Table != nil {
			said += fmt.Sprint(*p.Table(in))
		}
		secrets := []string{"0900000000", "0000000000", "Đại Diện Mẫu", "Chủ hộ", "Giấy Ủy Quyền Mẫu", "Người Nhận Mẫu"}
		if p.Name != Certificates.Name {
			secrets = append(secrets, "Tổ 0", "Bản Mẫu") // the address is on the certificate by rule, and nowhere else
		}
		for _, s := range secrets {
			if strings.Contains(said, s) {
				t.Errorf("%s carries %q", p.Name, s)
			}
		}
	}
}

func TestStarsInANameStayStars(t *testing.T) {
	in := input(1)
	in.Certificates[0].Product.Name = "Chè **đặc biệt** hạng ***"
	for _, p := range []Paper{Display, Slips, PublicList, AwardOrderPaper} {
		joined := ""
		for _, page := range pagesOf(t, p, in) {
			for _, m := range texts(page) {
				joined += m.String + " "
			}
		}
		if !strings.Contains(tight(joined), tight(in.Certificates[0].Product.Name)) {
			t.Errorf("%s: the stars of the name are gone: %s", p.Name, joined)
		}
	}
}

// TestInvitationsThatComeTooLate: letters dated on the day of the conference or
// after it are printed with one remark.
func TestInvitationsThatComeTooLate(t *testing.T) {
	for _, c := range []struct {
		name        string
		asOf, meets ocop.Date
		late        bool
	}{
		{"the day before", ocop.Date{Year: 2023, Month: 12, Day: 19}, ocop.Date{Year: 2023, Month: 12, Day: 20}, false},
		{"the same day", ocop.Date{Year: 2023, Month: 12, Day: 20}, ocop.Date{Year: 2023, Month: 12, Day: 20}, true},
		{"three years later", ocop.Date{Year: 2026, Month: 11, Day: 25}, ocop.Date{Year: 2023, Month: 12, Day: 20}, true},
		{"no date set", ocop.Date{Year: 2026, Month: 11, Day: 25}, ocop.Date{}, false},
	} {
		in := input(8)
		in.AsOf, in.Settings.Conference.Date = c.asOf, c.meets
		pages, problems := Invitations.Pages(in)
		if len(pages) == 0 || len(layout.Errors(problems)) > 0 || (len(problems) == 1) != c.late {
			t.Errorf("%s: %d pages, problems %v", c.name, len(pages), problems)
		}
		for _, p := range problems {
			if said := p.In(message.Vi); p.Code() != "invitations-late" || !strings.Contains(said, c.asOf.String()) || !strings.Contains(said, c.meets.String()) {
				t.Errorf("%s: %s", c.name, said)
			}
		}
	}
}

func TestExpiryNoticesGoToWhoNeedsThem(t *testing.T) {
	day := func(y, m, d int) ocop.Date { return ocop.Date{Year: y, Month: m, Day: d} }
	for _, c := range []struct {
		name   string
		asOf   ocop.Date
		status ocop.CertificateStatus
		pages  int
		late   bool
	}{
		{"the day before the window", day(2026, 8, 21), "", 0, false},
		{"the window opens", day(2026, 8, 22), "", 1, false},
		{"the last day to tell", day(2026, 10, 21), "", 1, false},
		{"a day late", day(2026, 10, 22), "", 1, true},
		{"the last valid day", day(2026, 11, 20), "", 1, true},
		{"ended", day(2026, 11, 21), "", 0, false},
		{"withdrawn", day(2026, 10, 1), ocop.Revoked, 0, false},
		{"replaced", day(2026, 10, 1), ocop.Superseded, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := input(1)
			in.AsOf = c.asOf
			in.Standings = map[string]Standing{in.Certificates[0].ID: {Status: c.status}}
			pages, problems := ExpiryNotices.Pages(in)
			if len(pages) != c.pages || (len(problems) > 0) != c.late {
				t.Errorf("%d pages, problems %v", len(pages), problems)
			}
		})
	}
}
