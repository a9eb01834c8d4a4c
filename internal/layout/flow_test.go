package layout

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"
)

// textsOf joins the text of a page, in painting order.
func textsOf(p Page) string {
	var b strings.Builder
	for _, m := range p.Marks {
		if t, ok := m.(Text); ok {
			b.WriteString(t.String)
			b.WriteByte('|')
		}
	}
	return b.String()
}

func sample(columns int) Table {
	t := Table{Size: 12, Numbers: true}
	for i := range columns {
		t.Columns = append(t.Columns, Col{Title: fmt.Sprintf("Cột %d", i+1)})
	}
	t.Columns[0].Width, t.Columns[0].Align = 12, Center
	return t
}

func rowsOf(n int) []TableRow {
	var rows []TableRow
	for i := range n {
		rows = append(rows, RowOf(fmt.Sprint(i+1), fmt.Sprintf("Sản phẩm Ví Dụ số %d", i+1), "Hợp tác xã Minh Họa"))
	}
	return rows
}

func TestADecree30ListOverPages(t *testing.T) {
	s := Decree30()
	s.TotalPages, s.Notice, s.Bookmark = true, "MẪU – KHÔNG CÓ GIÁ TRỊ", "Danh sách"
	f := NewFlow(s, nil)
	bold := Para{Bold: true, Align: Center}
	agency, motto := bold, bold
	agency.Rule, motto.Rule = 0.4, 1
	f.Columns(Column{Width: 65, Lines: []Styled{{Text: "UBND THÀNH PHỐ", Para: Para{Align: Center}}, {Text: "PHÒNG KINH TẾ", Para: agency}}},
		Column{Lines: []Styled{{Text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Para: bold}, {Text: "Độc lập - Tự do - Hạnh phúc", Para: motto}}})
	f.Space(6)
	f.Paragraph("DANH SÁCH SẢN PHẨM ĐƯỢC CÔNG NHẬN HẠNG 3 SAO ĐỢT 2 NĂM 2023", Para{Bold: true, Align: Center, Balance: true, Size: 14})
	f.Paragraph("Căn cứ **Quyết định số 0000/QĐ-UBND** ngày 20 tháng 11 năm 2023 của Ủy ban nhân dân thành phố, Phòng Kinh tế lập danh sách như sau:", Para{Align: Justify, FirstIndent: 12.7, After: 2})
	tb := sample(3)
	tb.Rows, tb.KeepEnd = rowsOf(60), true
	f.Table(tb)
	f.KeepTogether(func(f *Flow) {
		f.Space(4)
		f.Columns(Column{}, Column{Lines: []Styled{{Text: "NGƯỜI LẬP BIỂU", Para: bold}, {Text: "Họ Tên Mẫu", Para: bold, Gap: 25}}})
	})
	pages, problems := f.Pages()
	if len(problems) > 0 {
		t.Errorf("%v", problems[0].Message)
	}
	golden(t, "flow.txt", Listing(pages))
	for i, p := range pages {
		text := textsOf(p)
		if !strings.Contains(text, "Cột 2|") || !strings.Contains(text, "(3)|") {
			t.Errorf("page %d: the head is not repeated", i+1)
		}
		if number := fmt.Sprintf("%d/%d|", i+1, len(pages)); strings.Contains(text, number) != (i > 0) {
			t.Errorf("page %d: number %q wrong: none on page 1, one on the others", i+1, number)
		}
		if !strings.Contains(text, "MẪU – KHÔNG CÓ GIÁ TRỊ|") {
			t.Errorf("page %d lacks the notice", i+1)
		}
		for _, m := range p.Marks {
			if b := m.Bounds(); m.BoxID() != "so-trang" && m.BoxID() != "ghi-chu-trang" && !b.Inside(Box4{30, 20, 165, 257}, 0.3) {
				t.Errorf("page %d: %s at %+v is in the margin", i+1, m.BoxID(), b)
			}
		}
	}
	if last := textsOf(pages[len(pages)-1]); !strings.Contains(last, "Họ Tên Mẫu") || !strings.Contains(last, "số 60|") || !strings.Contains(last, "số 59|") {
		t.Error("the signature stands without the last rows")
	}
}

// No row is cut: what is in a band of rows lies on one page, and every text of
// the table is there once.
func TestRowsAreNeverCutNorLost(t *testing.T) {
	for _, high := range []float64{0, 9, 31, 77} {
		f := NewFlow(Decree30Landscape(), nil)
		tb := sample(3)
		tb.Rows, tb.MinRow = rowsOf(37), high
		f.Table(tb)
		pages, problems := f.Pages()
		if len(problems) > 0 {
			t.Errorf("%v", problems[0].Message)
		}
		all := ""
		for _, p := range pages {
			all += textsOf(p)
		}
		for i := range 37 {
			if n := strings.Count(all, fmt.Sprintf("số %d|", i+1)); n != 1 {
				t.Errorf("rows of %v mm: row %d is there %d times", high, i+1, n)
			}
		}
	}
}

func TestAGroupKeepsTwoRowsAndATotalTheRowBefore(t *testing.T) {
	for lead := 20; lead < 34; lead++ {
		f := NewFlow(Decree30Landscape(), nil)
		tb := sample(3)
		tb.Rows = append(rowsOf(lead), Group("I. XÃ SAN THÀNG", 3), RowOf("a", "hàng đầu", ""), RowOf("b", "hàng hai", ""), RowOf("c", "hàng ba", ""),
			TableRow{Kind: TotalRow, Cells: []Cell{{Text: "Tổng cộng", Colspan: 3}}})
		f.Table(tb)
		pages, _ := f.Pages()
		for i, p := range pages {
			text := textsOf(p)
			if strings.Contains(text, "SAN THÀNG") && (!strings.Contains(text, "hàng đầu") || !strings.Contains(text, "hàng hai")) {
				t.Errorf("%d rows before: the group heading stands alone on page %d", lead, i+1)
			}
			if strings.Contains(text, "Tổng cộng") && !strings.Contains(text, "hàng ba") {
				t.Errorf("%d rows before: the total stands alone on page %d", lead, i+1)
			}
		}
	}
}

// Where a page begins inside a group, it says which; where it begins with a
// group's own heading it does not.
func TestAGroupsHeadingIsSaidAgain(t *testing.T) {
	for first := range 80 { // rows of the first group: its end meets every place of a page
		tb := sample(3)
		tb.GoesOn = "(tiếp theo)"
		tb.Rows = append([]TableRow{Group("I. Nhóm một\nTrao: Người Mẫu", 3)}, rowsOf(first+1)...)
		tb.Rows = append(append(tb.Rows, Group("II. Nhóm hai", 3)), rowsOf(50)...)
		tb.Rows = append(tb.Rows, TableRow{Kind: TotalRow, Cells: Cells("", "Cộng", "")})
		f := NewFlow(Decree30(), nil)
		f.Table(tb)
		pages, problems := f.Pages()
		if len(problems) > 0 {
			t.Fatal(problems[0].Message)
		}
		open := ""
		for i, p := range pages {
			said := textsOf(p)
			at := func(s string) bool { return strings.Contains(said, s) }
			firstRow := regexp.MustCompile(`\(3\)\|(.*?)\|`).FindStringSubmatch(said)[1]
			want := open
			if strings.HasPrefix(firstRow, "II. Nhóm hai") && !strings.Contains(firstRow, "tiếp theo") {
				want = ""
			}
			if got := strings.Contains(firstRow, "(tiếp theo)"); got != (want != "") || got && !strings.HasPrefix(firstRow, want+" (tiếp theo)") {
				t.Fatalf("%d rows: page %d begins with %q inside %q", first+1, i+1, firstRow, open)
			}
			if strings.Count(said, "(tiếp theo)") > 1 {
				t.Errorf("%d rows: page %d says it twice", first+1, i+1)
			}
			switch {
			case at("II. Nhóm hai"):
				open = "II. Nhóm hai"
			case at("I. Nhóm một"):
				open = "I. Nhóm một"
			}
		}
	}
}

func TestMergedCellsStayTogetherOrAreSaidAgain(t *testing.T) {
	build := func(span int) []Page {
		f := NewFlow(Decree30Landscape(), nil)
		tb := sample(3)
		tb.Rows = rowsOf(18)
		for i := range span {
			cells := Cells(fmt.Sprint(i), fmt.Sprintf("gộp %d", i))
			if i == 0 {
				cells = append(cells, Cell{Text: "CHỦ THỂ GỘP", Rowspan: span})
			}
			tb.Rows = append(tb.Rows, TableRow{Cells: cells})
		}
		f.Table(tb)
		pages, problems := f.Pages()
		if len(problems) > 0 {
			t.Errorf("%v", problems[0].Message)
		}
		return pages
	}
	short := build(9)
	for _, p := range short {
		if text := textsOf(p); strings.Contains(text, "gộp") && (!strings.Contains(text, "gộp 0|") || !strings.Contains(text, "gộp 8|")) {
			t.Error("nine merged rows are parted although they fit on a page")
		}
	}
	for i, p := range build(70) {
		if text := textsOf(p); strings.Contains(text, "gộp") && !strings.Contains(text, "CHỦ THỂ GỘP") {
			t.Errorf("page %d continues merged rows without saying of whom", i+1)
		}
	}
}

func TestMergedHeadsTakeTheirPlaces(t *testing.T) {
	f := NewFlow(Decree30(), nil)
	tb := sample(4)
	tb.Numbers = false
	tb.Head = []TableRow{
		{Cells: []Cell{{Text: "TT", Rowspan: 2}, {Text: "Chủ thể", Colspan: 2}, {Text: "Điểm", Rowspan: 2}}},
		{Cells: []Cell{{Text: "Tên"}, {Text: "Địa chỉ"}}},
	}
	tb.Rows = []TableRow{RowOf("1", "a", "b", "c")}
	f.Table(tb)
	pages, _ := f.Pages()
	at := map[string]Text{}
	for _, m := range pages[0].Marks {
		if x, ok := m.(Text); ok {
			at[x.String] = x
		}
	}
	if !(at["Tên"].X > at["TT"].X && at["Địa chỉ"].X > at["Tên"].X && at["Điểm"].X > at["Địa chỉ"].X) {
		t.Errorf("second head row is in the wrong columns: %v", at)
	}
	if !(at["Chủ thể"].Baseline < at["TT"].Baseline && at["TT"].Baseline < at["Tên"].Baseline) {
		t.Error("a cell over two rows is centred between them")
	}
	middle := func(x Text) float64 { return x.X + x.Width/2 }
	if want := (middle(at["Tên"]) + middle(at["Địa chỉ"])) / 2; math.Abs(middle(at["Chủ thể"])-want) > 0.1 {
		t.Error("a cell over two columns is centred over them")
	}
}

func TestJustifiedLinesReachBothMargins(t *testing.T) {
	f := NewFlow(Decree30(), nil)
	f.Paragraph(strings.Repeat("Mỗi sản phẩm có ít nhất 10 đơn vị trưng bày theo **quy cách** đóng gói. ", 6), Para{Align: Justify, FirstIndent: 12.7})
	pages, _ := f.Pages()
	ends := map[float64]float64{}
	starts := map[float64]float64{}
	for _, m := range pages[0].Marks {
		x := m.(Text)
		end := x.X + x.Width
		if strings.HasSuffix(x.String, " ") {
			end = 0
		}
		ends[x.Baseline] = max(ends[x.Baseline], end)
		if s, ok := starts[x.Baseline]; !ok || x.X < s {
			starts[x.Baseline] = x.X
		}
	}
	full, indented := 0, 0
	for y, end := range ends {
		if math.Abs(end-195) < 0.01 {
			full++
		}
		if math.Abs(starts[y]-42.7) < 0.01 {
			indented++
		}
	}
	if full != len(ends)-1 || indented != 1 {
		t.Errorf("%d of %d lines reach the right margin, %d indented", full, len(ends), indented)
	}
}

func TestAParagraphLeavesTwoLinesAtLeast(t *testing.T) {
	for lead := 40; lead < 52; lead++ {
		f := NewFlow(Decree30(), nil)
		for range lead {
			f.Paragraph("dòng", Para{})
		}
		f.Paragraph(strings.Repeat("Đoạn văn dài để xem chỗ ngắt trang. ", 12), Para{})
		pages, _ := f.Pages()
		for i, p := range pages {
			lines := map[float64]bool{}
			for _, m := range p.Marks {
				if x, ok := m.(Text); ok && m.BoxID() == fmt.Sprintf("doan-%d", lead+1) {
					lines[x.Baseline] = true
				}
			}
			if len(lines) == 1 {
				t.Errorf("%d lines before: one line alone on page %d", lead, i+1)
			}
		}
	}
}

func TestProblemsOfAFlowAreSaid(t *testing.T) {
	cases := map[string]struct {
		text, code string
		width      float64
	}{
		"missing letter":     {"Chè ☑", "page-letter-missing", 60},
		"wide word":          {strings.Repeat("W", 60), "page-word-too-wide", 20},
		"not NFC":            {"Che\u0300", "page-text-not-nfc", 60},
		"higher than a page": {strings.Repeat("dài lắm ", 900), "page-row-too-high", 30},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			f := NewFlow(Decree30(), nil)
			f.Table(Table{Columns: []Col{{Width: c.width}}, Rows: []TableRow{{Cells: []Cell{{Text: c.text}}}}})
			_, problems := f.Pages()
			for _, p := range problems {
				if p.Code() == c.code && !strings.Contains(p.In("vi"), "{") {
					return
				}
			}
			t.Errorf("not said: %v", problems)
		})
	}
}

func TestStarsInACellAreStars(t *testing.T) {
	f := NewFlow(Decree30(), nil)
	f.Table(Table{Columns: []Col{{Title: "Hạng"}}, Rows: []TableRow{RowOf("**ba** sao")}})
	pages, _ := f.Pages()
	if !strings.Contains(textsOf(pages[0]), "**ba** sao") {
		t.Errorf("%s", textsOf(pages[0]))
	}
}

func TestAnEmptyFlowIsOnePage(t *testing.T) {
	f := NewFlow(Decree30(), nil)
	f.Space(500)
	f.NewPage()
	if pages, problems := f.Pages(); len(pages) != 1 || len(problems) != 0 {
		t.Errorf("%d pages, %v", len(pages), problems)
	}
}

func BenchmarkFlowTable(b *testing.B) {
	tb := sample(3)
	tb.Rows = rowsOf(1000)
	b.ReportAllocs()
	for range b.N {
		f := NewFlow(Decree30(), nil)
		f.Table(tb)
		f.Pages()
	}
}

// Whatever a cell or a paragraph says, nothing panics, everything is laid, and
// a text that is sound is there letter by letter.
func FuzzFlow(f *testing.F) {
	for _, s := range tenNames {
		f.Add(s, uint8(40))
	}
	f.Add("**đậm** và *** sao\n\nxuống dòng", uint8(9))
	f.Add("\xff\xfe a\u00a0b \u202f \u200b", uint8(0))
	f.Add(strings.Repeat("W", 300), uint8(3))
	f.Fuzz(func(t *testing.T, s string, width uint8) {
		if len(s) > 3000 {
			return
		}
		fl := NewFlow(Decree30(), nil)
		fl.Paragraph(s, Para{Align: Justify, FirstIndent: float64(width) / 4})
		fl.Paragraph(s, Para{Align: Center, Balance: true, Rule: 0.5})
		fl.Table(Table{Columns: []Col{{Width: 6 + float64(width)/2}, {NoWrap: true}}, Numbers: true,
			Rows: []TableRow{RowOf(s, s), Group(s, 2), {Cells: []Cell{{Text: s, Rowspan: 2}, {Text: s}}}, {Cells: []Cell{{Text: s}}}}})
		pages, _ := fl.Pages()
		want, got := strings.Join(strings.Fields(drawn(s)), ""), ""
		for _, p := range pages {
			for _, m := range p.Marks {
				if x, ok := m.(Text); ok && strings.HasPrefix(m.BoxID(), "bang") {
					got += x.String
				}
			}
		}
		if got = strings.Join(strings.Fields(got), ""); want != "" && !strings.Contains(got, want) {
			t.Errorf("%q is not whole in %q", want, got)
		}
	})
}
