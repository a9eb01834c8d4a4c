package papers

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

func TestAwardOrder(t *testing.T) {
	r := func(product, producer, commune string) ocop.Result {
		return ocop.Result{Product: ocop.Product{Name: product}, Producer: ocop.Producer{Name: producer, Commune: commune}}
	}
	annex := []ocop.Result{
		r("a", "HTX Một", "xã San Thàng"), r("b", "Hộ Hai", "phường Đoàn Kết"), r("c", "HTX Một", "xã San Thàng"),
		r("d", "Hộ Ba", ""), r("e", "Hộ Hai", "phường Đoàn Kết"),
	}
	for _, c := range []struct {
		name string
		conf ocop.Conference
		want string
	}{
		{"the annex's order, producers together", ocop.Conference{}, "acbed"},
		{"by commune, unknown last", ocop.Conference{Order: "commune"}, "beacd"},
		{"the plan's list, the rest after it", ocop.Conference{Order: "list", AwardList: []string{"D", "e"}}, "debac"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ""
			for _, x := range InAwardOrder(annex, c.conf) {
				got += x.Product.Name
			}
			if got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if annex[1].Product.Name != "b" {
				t.Error("the argument was changed")
			}
		})
	}
}

func TestRoundsOnStageAreEven(t *testing.T) {
	for _, c := range []struct {
		producers, size int
		want            []int
	}{{0, 0, nil}, {1, 0, []int{1}}, {5, 0, []int{5}}, {6, 0, []int{3, 3}}, {7, 5, []int{3, 4}}, {11, 4, []int{3, 4, 4}}, {3, 1, []int{1, 1, 1}}} {
		in := Input{}
		in.Settings.Conference.StageSize = c.size
		for i := range c.producers {
			in.Certificates = append(in.Certificates, ocop.Certificate{Producer: ocop.Producer{Name: fmt.Sprintf("Hộ %d", i)}})
		}
		var got []int
		for _, turn := range stage(in) {
			got = append(got, len(turn.owners))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%d producers, %d a round: %v, want %v", c.producers, c.size, got, c.want)
		}
	}
}

func TestProducersOfOneNameInTwoCommunesAreTwo(t *testing.T) {
	c := func(name, commune string) ocop.Certificate {
		return ocop.Certificate{Producer: ocop.Producer{Name: name, Commune: commune}}
	}
	owners := byProducer([]ocop.Certificate{
		c("HTX Ví Dụ", "xã A"), c("Hợp tác xã Ví Dụ", "xã A"), c("HTX Ví Dụ", ""), c("HTX Ví Dụ", "xã B"),
	})
	if len(owners) != 2 || len(owners[0].Certificates) != 3 {
		t.Errorf("%d producers, the first with %d certificates", len(owners), len(owners[0].Certificates))
	}
}

func TestTheRosterKeepsTheOrderOfThePlan(t *testing.T) {
	in := input(8)
	said := layout.Listing(pagesOf(t, Roster, in))
	last := -1
	for i, g := range in.Settings.Conference.Groups {
		head := []string{"I. ", "II. ", "III. ", "IV. ", "V. ", "VI. ", "VII. ", "VIII. "}[i]
		at := strings.Index(said, head+firstWords(g.Name, 4))
		if at < last || at < 0 {
			t.Errorf("group %d %q stands at %d, after %d", i+1, g.Name, at, last)
		}
		last = at
	}
	if !strings.Contains(said, "Số đại biểu: 10 (07 đã có họ tên)") {
		t.Error("the attendees are not counted")
	}
}

func firstWords(s string, n int) string { return strings.Join(strings.Fields(s)[:n], " ") }

func TestAPlanWithoutProducersGetsThem(t *testing.T) {
	in := input(3)
	in.Settings.Conference.Groups = []ocop.GuestGroup{{Name: "Khách mời"}}
	groups := in.guests()
	if len(groups) != 2 || !groups[1].Producers || len(groups[1].Guests) != 3 {
		t.Errorf("groups: %+v", groups)
	}
	if len(in.Settings.Conference.Groups) != 1 || len(in.Settings.Conference.Groups[0].Guests) != 0 {
		t.Error("the settings were changed")
	}
}

func TestEveryDecisionIsAnnouncedWithItsIssuer(t *testing.T) {
	in := input(8)
	in.Settings.Conference.Announces = in.Settings.Conference.Announces[:1] // the province's alone
	all := in.announcements()
	if len(all) != 2 || all[1].Decision.Number != testDecision.Number {
		t.Fatalf("announcements: %+v", all)
	}
	said := ""
	for _, page := range pagesOf(t, Programme, in) {
		for _, m := range texts(page) {
			said += m.String + " "
		}
	}
	for _, want := range []string{"Ủy ban nhân dân tỉnh Lai Châu", "0001/QĐ-UBND", "Ủy ban nhân dân thành phố Lai Châu", "0000/QĐ-UBND"} {
		if !strings.Contains(tight(said), tight(want)) {
			t.Errorf("the programme does not say %q", want)
		}
	}
}

func TestCertificateFileNames(t *testing.T) {
	c := certificate(4)
	for _, x := range []struct {
		name  string
		cert  ocop.Certificate
		total int
		want  string
	}{
		{"as they are awarded", c, 8, "05_GCN_3sao_dot2-2023_mat-ong-hoa-rung-minh-hoa.pdf"},
		{"three figures", c, 120, "005_GCN_3sao_dot2-2023_mat-ong-hoa-rung-minh-hoa.pdf"},
		{"no round", ocop.Certificate{Order: 1, Stars: 4, Product: ocop.Product{Name: "Đồ thổ cẩm"}}, 1, "01_GCN_4sao_do-tho-cam.pdf"},
		{"a long name is cut between words", ocop.Certificate{Order: 1, Stars: 3, Product: ocop.Product{Name: longNames[4]}}, 1,
			"01_GCN_3sao_tra-shan-tuyet-co-thu-uop-hoa-nhai-hoa-sen-hoa.pdf"},
		{"nothing that a system refuses", ocop.Certificate{Order: 1, Stars: 3, Product: ocop.Product{Name: `../CON: a\b?*`}}, 1, "01_GCN_3sao_con-a-b.pdf"},
		{"no name", ocop.Certificate{Order: 1, Stars: 3}, 1, "01_GCN_3sao.pdf"},
	} {
		t.Run(x.name, func(t *testing.T) {
			if got := CertificateFileName(x.cert, x.total); got != x.want {
				t.Errorf("got %s, want %s", got, x.want)
			}
		})
	}
}

func FuzzCertificateFileName(f *testing.F) {
	for _, s := range append(longNames, "", "***", "CON", "Ð\u0323", "\xff\xfe", "a/b\\c", "ﬁ …", "💐") {
		f.Add(s, 1, 2)
	}
	f.Fuzz(func(t *testing.T, name string, order, total int) {
		got := CertificateFileName(ocop.Certificate{Product: ocop.Product{Name: name}, Order: order, Stars: 3}, total)
		if len(got) > 120 || !strings.HasSuffix(got, ".pdf") {
			t.Errorf("%q", got)
		}
		for _, r := range got {
			if r > unicode.MaxASCII || !(unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-_.", r)) {
				t.Errorf("%q holds %q", got, r)
			}
		}
	})
}

func TestEveryNameOfTheVocabularyHasAValue(t *testing.T) {
	v := CertificateValues(certificate(0), "LC-2023-2-001-X", map[string]string{"nguoi_ky": "Người Ký Mẫu"})
	for _, name := range layout.Vocabulary() {
		if _, ok := v[name]; !ok {
			t.Errorf("no value for %s", name)
		}
	}
	if v["months"] != 36 || v["ask.nguoi_ky"] != "Người Ký Mẫu" || v["verify.host"] != "ocop.example" {
		t.Errorf("months %v, ask %v, host %v", v["months"], v["ask.nguoi_ky"], v["verify.host"])
	}
	if v["score"] != "" {
		t.Error("a score is shown though the office does not publish it")
	}
}

func TestMonths(t *testing.T) {
	day := func(y, m, d int) ocop.Date { return ocop.Date{Year: y, Month: m, Day: d} }
	for _, c := range []struct {
		from, to ocop.Date
		want     int
	}{
		{day(2023, 11, 20), day(2026, 11, 20), 36}, {day(2023, 11, 20), day(2026, 11, 19), 36},
		{day(2024, 1, 1), day(2026, 12, 31), 36}, {day(2024, 2, 29), day(2027, 2, 28), 36},
		{day(2023, 11, 20), day(2026, 12, 5), 0}, {ocop.Date{}, day(2026, 12, 5), 0},
	} {
		if got := months(ocop.Certificate{ValidFrom: c.from, LastDay: c.to}); got != c.want {
			t.Errorf("%s to %s: %d months, want %d", c.from, c.to, got, c.want)
		}
	}
}

func TestExemptFromTheTenUnits(t *testing.T) {
	for _, c := range []struct {
		group, name string
		want        bool
	}{
		{"Thực phẩm", "Du lịch Thực phẩm", false}, {"Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch", "x", true},
		{"VI", "x", true}, {"Nhóm VI", "x", true}, {"Sinh vật cảnh", "Lan", true}, {"V", "x", true}, {"IV", "x", false},
		{"", "Du lịch cộng đồng bản Ví Dụ", true}, {"", "Hoa quả sấy", false}, {"Đồ uống", "Trà hoa", false},
	} {
		if got := exempt(ocop.Product{Group: c.group, Name: c.name}); got != c.want {
			t.Errorf("group %q, %q: exempt %v", c.group, c.name, got)
		}
	}
}

func TestThePositionNamesTheOfficeOnce(t *testing.T) {
	for _, c := range []struct{ title, org, want string }{
		{"Phó Chủ tịch UBND thành phố", "UBND thành phố Lai Châu", "Phó Chủ tịch UBND thành phố Lai Châu"},
		{"Lãnh đạo UBND phường", "UBND phường Tân Phong", "Lãnh đạo UBND phường Tân Phong"},
		{"Giám đốc", "HTX Ví Dụ", "Giám đốc HTX Ví Dụ"}, {"Trưởng phòng", "Phòng Kinh tế", "Trưởng Phòng Kinh tế"},
		{"Chuyên viên, tổ giúp việc", "Phòng Kinh tế", "Chuyên viên, tổ giúp việc, Phòng Kinh tế"}, {"Đại diện lãnh đạo", "UBND xã Ví Dụ", "Đại diện lãnh đạo UBND xã Ví Dụ"}, {"Giám đốc HTX Ví Dụ", "HTX Ví Dụ", "Giám đốc HTX Ví Dụ"},
		{"", "Báo Lai Châu", "Báo Lai Châu"}, {"Trưởng phòng", "", "Trưởng phòng"},
	} {
		g := invited{Attendee: ocop.Attendee{Title: c.title, Organisation: c.org}}
		if got := g.position(); got != c.want {
			t.Errorf("%q at %q: %q, want %q", c.title, c.org, got, c.want)
		}
	}
}

func TestTablesHaveTheColumnsOfTheirRows(t *testing.T) {
	for _, c := range cases() {
		for _, p := range All {
			if p.Table == nil {
				continue
			}
			table := p.Table(c.in)
			if table == nil {
				if len(c.in.Certificates) > 0 {
					t.Errorf("%s/%s: no table", c.name, p.Name)
				}
				continue
			}
			for i, r := range table.Rows {
				if !r.Section && len(r.Cells) != len(table.Columns) {
					t.Errorf("%s/%s row %d: %d cells in %d columns", c.name, p.Name, i+1, len(r.Cells), len(table.Columns))
				}
			}
		}
	}
}

func TestTheReportAccountsForEveryRow(t *testing.T) {
	r := input(8).Reading
	if got, want := balance(r), "Đọc 11 dòng sản phẩm: cấp mới 06, đã cấp từ trước 02, không in 03."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if !strings.Contains(verdict(r), "khớp số dòng") {
		t.Error(verdict(r))
	}
	r.Rows++
	if !strings.Contains(verdict(r), "KHÔNG KHỚP") {
		t.Errorf("a lost row is not noticed: %s", verdict(r))
	}
	f := r.Footers[0]
	if !f.OK() || !strings.HasPrefix(footerVerdict(f), "khớp") {
		t.Error(footerVerdict(f))
	}
	f.Counted.Producers--
	if f.OK() || !strings.Contains(footerVerdict(f), "KHÔNG KHỚP") {
		t.Error(footerVerdict(f))
	}
}

func TestAProducerWithoutAPersonIsNamed(t *testing.T) {
	for _, c := range []struct {
		name string
		in   func(*Input)
		want string // in Vietnamese; empty: no warning
	}{
		{"one", func(*Input) {}, "01 chủ thể chưa có người dự để nhận Giấy chứng nhận: “Hộ kinh doanh Ví Dụ 01”."},
		{"all in one sentence", func(in *Input) { in.Persons = nil }, "05 chủ thể chưa có người dự để nhận Giấy chứng nhận: " +
			"“HTX Minh Họa San Thàng”, “Công ty TNHH MTV Thử Nghiệm Tân Phong”, “HTXNN Ví Dụ Sùng Phài”, “Hộ kinh doanh Ví Dụ 01”, “THT dệt thổ cẩm Minh Họa”."},
		{"none", func(in *Input) {
			for _, c := range in.Certificates {
				in.Persons[c.ID] = Person{Representative: "Trần Thị Ví Dụ"}
			}
		}, ""},
	} {
		in := input(8)
		c.in(&in)
		_, problems := Roster.Pages(in)
		var got string
		for _, p := range problems {
			if p.Severity != layout.Warning {
				t.Errorf("%s: %v stops the paper", c.name, p)
			}
			got += p.Message.In(message.Vi)
		}
		if got != c.want || len(problems) > 1 {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestProducersSitInTheirOwnGroup: consultants “cho Chủ thể” are no producers,
// whatever the plan's flags say.
func TestProducersSitInTheirOwnGroup(t *testing.T) {
	in := input(8)
	groups := in.Settings.Conference.Groups
	for i := range groups {
		if strings.Contains(groups[i].Name, "tư vấn") {
			groups[i].Producers = true
			groups[i].Guests = []ocop.Attendee{{Honorific: "Ông", Name: "Bùi Văn Minh Họa", Organisation: "Công ty tư vấn Ví Dụ"}}
		}
	}
	for _, g := range in.guests() {
		if n := len(g.Guests); g.Producers && n != 5 || strings.Contains(g.Name, "tư vấn") && n != 1 {
			t.Errorf("%s: %d guests", g.Name, n)
		}
	}
	for _, g := range in.invitedGuests() {
		if (g.producer != nil) != (g.Organisation != "Công ty tư vấn Ví Dụ" && slices.ContainsFunc(testProducers, func(p ocop.Producer) bool { return p.Name == g.Organisation })) {
			t.Errorf("%s is invited as a producer: %v", g.Organisation, g.producer != nil)
		}
	}
}

func TestAPlateSetsTheFormAboveTheName(t *testing.T) {
	for name, want := range map[string]string{
		"Hợp tác xã Minh Họa San Thàng":        "Hợp tác xã\nMinh Họa San Thàng",
		"Công ty TNHH MTV Minh Họa Đông Phong": "Công ty TNHH MTV\nMinh Họa Đông Phong",
		"Công ty TNHH Minh Họa Đông Phong":     "Công ty TNHH\nMinh Họa Đông Phong",
		"Công ty TNHH MTV Minh Họa":            "Công ty TNHH MTV\nMinh Họa",
		"Hộ kinh doanh Ví Dụ":                  "Hộ kinh doanh Ví Dụ",
		"Cty TNHH MTV Minh Họa Đông Phong":     "Cty TNHH MTV\nMinh Họa Đông Phong",
		"HTX NN&DV Ví Dụ Tân Phong":            "HTX NN&DV\nVí Dụ Tân Phong",
		"HTX Chè Minh Họa Sùng Phài":           "HTX Chè Minh Họa Sùng Phài",
		"Đại diện lãnh đạo UBND xã San Thàng":  "Đại diện lãnh đạo UBND xã San Thàng",
	} {
		if got := formAbove(name); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	var seat invited
	seat.Title, seat.Organisation = "Đại diện lãnh đạo", "UBND phường Đông Phong"
	if got, line := plate(seat); got != "Đại diện lãnh đạo\nUBND phường Đông Phong" || line != "" {
		t.Errorf("a seat without a name: %q, %q", got, line)
	}
}

func TestNamesInASentence(t *testing.T) {
	then, now := ocop.Date{Year: 2023, Month: 11, Day: 20}, ocop.Date{Year: 2023, Month: 12, Day: 19}
	for name, want := range map[string]string{
		"Xã Sùng Phài": "xã Sùng Phài", "xã San Thàng": "xã San Thàng", "Phường 1": "Phường 1", "Phường Tân Phong": "phường Tân Phong",
	} {
		if got := communeToday(name, then, now); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for given, want := range map[string]string{
		"": "Ủy ban nhân dân thành phố Lai Châu", "UBND TP": "UBND thành phố Lai Châu", "UBND TP Lai Châu": "UBND TP Lai Châu",
		"UBND tỉnh Lai Châu": "UBND tỉnh Lai Châu", "Ủy ban nhân dân thành phố": "UBND thành phố Lai Châu",
	} {
		c := certificate(0)
		c.Decision.Issuer = given
		if got := issuerOf(c); got != want {
			t.Errorf("issuer %q is said %q, want %q", given, got, want)
		}
	}
}

func TestReading(t *testing.T) {
	c := func(name string, stars ocop.Stars) ocop.Certificate {
		return ocop.Certificate{Product: ocop.Product{Name: name}, Stars: stars}
	}
	for _, x := range []struct {
		name  string
		certs []ocop.Certificate
		want  string
	}{
		{"one product", []ocop.Certificate{c("Chè", 3)}, "Hợp tác xã Ví Dụ, với sản phẩm “Chè”, đạt hạng ba sao"},
		{"one rank", []ocop.Certificate{c("Chè", 3), c("Gạo", 3)}, "Hợp tác xã Ví Dụ, với hai sản phẩm đạt hạng ba sao: “Chè”; “Gạo”"},
		{"two ranks", []ocop.Certificate{c("Chè", 4), c("Gạo", 3)},
			"Hợp tác xã Ví Dụ, với hai sản phẩm: “Chè” đạt hạng bốn sao; “Gạo” đạt hạng ba sao"},
	} {
		if got := strings.ReplaceAll(reading(Input{}, owner{ocop.Producer{Name: "HTX Ví Dụ"}, x.certs}), "\u00a0", " "); got != x.want {
			t.Errorf("%s: %q, want %q", x.name, got, x.want)
		}
	}
}

func TestAHeldRowNamesWhatHoldsIt(t *testing.T) {
	out := ocop.LeftOut{Reason: testOtherRound.With()}
	if got := reasonWords(out); got != "Đợt 1, không thuộc đợt 2 năm 2023." {
		t.Error(got)
	}
	out.Result.Findings = []ocop.Finding{{Severity: ocop.Fault, Column: "Điểm TB"}, {Severity: ocop.Info, Column: "Ghi chú"},
		{Severity: ocop.Question, Column: "Đợt"}, {Severity: ocop.Fault, Column: "Điểm TB"}}
	if got := reasonWords(out); got != "Giữ lại chờ sửa hoặc trả lời: Điểm TB, Đợt (xem điều cần lưu ý)." {
		t.Error(got)
	}
}

// TestPapersNameTheIssuerInFull: the annex says UBND; letters and lists under a
// heading of Decree 30 do not.
func TestPapersNameTheIssuerInFull(t *testing.T) {
	in := input(3)
	for i := range in.Certificates {
		in.Certificates[i].Decision.Issuer = "UBND thành phố Lai Châu"
	}
	in.AsOf = ocop.Date{Year: 2026, Month: 9, Day: 15}
	for _, p := range []Paper{Communes, PublicList, HandOver, Reconciliation, ExpiryNotices} {
		said := ""
		for _, page := range pagesOf(t, p, in) {
			for _, m := range texts(page) {
				said += m.String + " "
			}
		}
		if said = tight(said); !strings.Contains(said, tight("năm 2023 của Ủy ban nhân dân thành phố Lai Châu")) {
			t.Errorf("%s does not name the issuer in full", p.Name)
		}
	}
}
