package intake

import (
	"slices"
	"strings"
	"testing"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

const selectionBook = `
== S
DANH SÁCH SẢN PHẨM OCOP NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao|Đợt
#1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao|2
#2|B Mẫu|HTX Hai|xã San Thàng|#65|3 sao|1
#3|C Mẫu|HTX Ba|xã San Thàng|#75|đề nghị 4 sao|2
#4|D Mẫu|HTX Bốn|xã San Thàng|#45|Không đạt|2
#5|A Mẫu|HTX Một|xã San Thàng|#55|3 sao|2
#6|E Mẫu|HTX Năm|xã San Thàng|#66|3-4 sao|2
#7|F Mẫu|HTX Sáu|xã San Thàng|#72|4 sao|2
#8|G Mẫu|HTX Bảy|xã San Thàng|#57|3 sao|2`

func TestSelect(t *testing.T) {
	r := read(t, selectionBook, Options{})
	c := Select(r, ocop.Selection{Stars: 3, Round: ocop.Round{No: 2}})
	var names, reasons []string
	for _, k := range c.Kept {
		names = append(names, k.Product.Name)
	}
	for _, l := range c.LeftOut {
		reasons = append(reasons, l.Reason.In(message.Vi))
	}
	if want := []string{"A Mẫu", "G Mẫu"}; !slices.Equal(names, want) {
		t.Errorf("kept %q, want %q", names, want)
	}
	want := []string{"đợt 1 năm 2023", "đề nghị 4 sao", "không đạt", "trùng dòng 3", "giữ lại chờ sửa hoặc trả lời: không hiểu hạng sao", "4 sao"}
	if !slices.Equal(reasons, want) {
		t.Errorf("left out\n%s", compareLines(reasons, want))
	}
	if c.Round != (ocop.Round{No: 2, Year: 2023}) {
		t.Errorf("round %v", c.Round)
	}
	sum := "Đọc 8 dòng: in 2 (3 sao, đợt 2); bỏ 6: 1 đợt 1, 1 đề nghị 4 sao, 1 không đạt, 1 trùng, 1 giữ lại, 1 4 sao."
	if got := c.Summary.In(message.Vi); got != sum {
		t.Errorf("summary %q, want %q", got, sum)
	}
	if got := c.Summary.In(message.En); !strings.HasPrefix(got, "8 rows read: 2 to print (3 stars, round 2); 6 left out: 1 round 1") {
		t.Errorf("summary %q", got)
	}
}

func TestSelectAsksForTheYear(t *testing.T) {
	two := `
== S
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao|Đợt|Năm
#1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao|2|2022
#2|B Mẫu|HTX Hai|xã San Thàng|#65|3 sao|2|2023`
	none := strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(two, "|Năm", ""), "|2022", ""), "|2023", "")
	for _, k := range []struct {
		name, book string
		sel        ocop.Selection
		answers    Answers
		kept       int
		asks       string
	}{
		{"two years", two, ocop.Selection{Stars: 3, Round: ocop.Round{No: 2}}, nil, 0, "YEAR_AMBIGUOUS"},
		{"two years, one chosen", two, ocop.Selection{Stars: 3, Round: ocop.Round{No: 2, Year: 2023}}, nil, 1, ""},
		{"no year", none, ocop.Selection{Stars: 3, Round: ocop.Round{No: 2}}, nil, 0, "YEAR_UNKNOWN"},
		{"no year, chosen", none, ocop.Selection{Stars: 3, Round: ocop.Round{No: 2, Year: 2023}}, nil, 2, ""},
		{"no year, answered", none, ocop.Selection{Stars: 3, Round: ocop.Round{No: 2}}, Answers{{Code: "YEAR_UNKNOWN", Value: "2023"}}, 2, ""},
		{"another year", two, ocop.Selection{Stars: 3, Round: ocop.Round{No: 2, Year: 2021}}, nil, 0, ""},
		{"all", two, ocop.Selection{}, nil, 2, ""},
	} {
		t.Run(k.name, func(t *testing.T) {
			r := read(t, k.book, Options{Answers: k.answers})
			c := Select(r, k.sel)
			asks := ""
			if len(c.Findings) > 0 {
				asks = c.Findings[0].Code
			}
			if len(c.Kept) != k.kept || asks != k.asks {
				t.Errorf("kept %d, asks %q; want %d, %q", len(c.Kept), asks, k.kept, k.asks)
			}
			if len(c.Kept)+len(c.LeftOut) != len(r.Results) {
				t.Error("rows are lost")
			}
		})
	}
}

func TestYesNo(t *testing.T) {
	for text, want := range map[string]string{
		"yes": "yes", "Có": "yes", "co\u0301": "yes", "ĐÚNG": "yes", " co ": "yes", "no": "no", "Không": "no", "khong": "no", "sai": "no",
		"": "", "3": "", "không có": "", "1422/QĐ-UBND": "", "-": "",
	} {
		if got := YesNo(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestParseAnswer(t *testing.T) {
	for text, want := range map[string]Answer{
		"ROUND_UNKNOWN=2/2023":           {Code: "ROUND_UNKNOWN", Value: "2/2023"},
		"ROW_HIDDEN@Danh sách!A6=yes":    {Code: "ROW_HIDDEN", Sheet: "Danh sách", Cell: "A6", Value: "yes"},
		"row_hidden@'Đợt 2'!a6=no":       {Code: "ROW_HIDDEN", Sheet: "Đợt 2", Cell: "A6", Value: "no"},
		"STARS_MISSING@S!=3 sao":         {Code: "STARS_MISSING", Sheet: "S", Value: "3 sao"},
		"OWNER_MISSING@S!C4=HTX A = B":   {Code: "OWNER_MISSING", Sheet: "S", Cell: "C4", Value: "HTX A = B"},
		"COLUMN@S!C2=producer":           {Code: "COLUMN", Sheet: "S", Cell: "C2", Value: "producer"},
		"DATE_SWAPPED@A!B!H4=05/12/2023": {Code: "DATE_SWAPPED", Sheet: "A!B", Cell: "H4", Value: "05/12/2023"},
	} {
		got, err := ParseAnswer(text)
		if err != nil || got != want {
			t.Errorf("%q = %+v %v, want %+v", text, got, err, want)
		}
		if back, err := ParseAnswer(got.String()); err != nil || back != got {
			t.Errorf("%q does not come back: %+v %v", text, back, err)
		}
	}
	for _, text := range []string{"", "X", "=yes", "X=", "X@S=yes", "X@!A1=yes", "X@S!A0=yes", "X@S!1A=yes", "A B=yes"} {
		if got, err := ParseAnswer(text); err == nil {
			t.Errorf("%q = %+v, want an error", text, got)
		} else if _, ok := message.Of(err); !ok {
			t.Errorf("%q: %v has no sentence", text, err)
		}
	}
}

func TestRememberedColumns(t *testing.T) {
	book := `
== S
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Bên làm ra|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|Nhóm cùng sở thích Một|xã San Thàng|#55|3 sao`
	first := read(t, book, Options{Answers: Answers{{Code: "COLUMN", Sheet: "S", Cell: "C2", Value: "producer"}}})
	kept := first.Remember()
	if len(kept) != 1 {
		t.Fatalf("%d mappings", len(kept))
	}
	again := read(t, strings.ReplaceAll(book, "== S", "== Khác"), Options{Mappings: kept})
	if got := rows(again); len(got) != 1 || !strings.HasSuffix(got[0], "ready") || !again.Tables[0].Remembered {
		t.Errorf("%q %v", got, again.Tables)
	}
	if len(again.Remember()) != 0 {
		t.Error("what is remembered is not corrected again")
	}
	if other := read(t, strings.ReplaceAll(book, "Bên làm ra", "Người làm"), Options{Mappings: kept}); other.Tables[0].Remembered {
		t.Error("another kind of table took the mapping")
	}
}

func TestDiff(t *testing.T) {
	before := read(t, selectionBook, Options{}).Results
	if d := Diff("x", before, before); len(d.Changes) != 0 || d.Unchanged != len(before) || len(d.Held) != 0 {
		t.Errorf("the same file twice: %+v", d)
	}
	text := strings.Replace(selectionBook, "#1|A Mẫu|HTX Một|xã San Thàng|#55", "#1|A Mẫu|HTX Một|phường Đoàn Kết|#56", 1)
	text = strings.Replace(text, "B Mẫu", "B Mẫu loại đặc biệt", 1)
	text = strings.Replace(text, "#8|G Mẫu|HTX Bảy|xã San Thàng|#57|3 sao|2", "#8|H Mẫu|HTX Tám|xã San Thàng|#59|3 sao|2", 1)
	text += "\n#9|K Mẫu|HTX Chín|xã San Thàng|#51|3 sao|2"
	d := Diff("x", before, read(t, text, Options{}).Results)
	kinds := map[string]int{}
	for _, c := range d.Changes {
		kinds[c.Kind]++
		if c.Text.In(message.Vi) == "" || strings.Contains(c.Text.In(message.En), "{") {
			t.Errorf("%s says %q", c.Kind, c.Text.In(message.En))
		}
	}
	// A changed; B renamed; G's row now holds another product of another
	// producer: held too; K is new.
	if kinds[ChangeChanged] != 1 || kinds[ChangeRenamed] != 2 || kinds[ChangeNew] != 1 || kinds[ChangeMissing] != 0 || len(d.Held) != 2 || d.Unchanged != 5 {
		t.Errorf("%v, %d held, %d unchanged", kinds, len(d.Held), d.Unchanged)
	}
	if got := d.Changes[0].Text.In(message.Vi); got != "Thay đổi: «A Mẫu» của HTX Một: xã, phường xã San Thàng → phường Đoàn Kết; điểm 55 → 56." {
		t.Errorf("says %q", got)
	}
	if d := Diff("x", before, before[:len(before)-1]); len(d.Changes) != 1 || d.Changes[0].Kind != ChangeMissing {
		t.Errorf("a row gone: %+v", d.Changes)
	}
}

func TestRules(t *testing.T) {
	city := ocop.Authority{Code: "tp", Name: "UBND thành phố Mẫu", Level: ocop.District}
	day := func(s string) ocop.Date { d, _ := ocop.ParseDate(s); return d }
	row := func(stars ocop.Stars, signed, expiry string) ocop.Result {
		r := ocop.Result{Sheet: "S", Row: 9, Stars: stars, Standing: ocop.Granted, Decision: ocop.Decision{Number: "0000/QĐ-UBND", Date: day(signed)}}
		r.Producer.Commune = "xã San Thàng"
		if expiry != "" {
			r.Expiry = day(expiry)
		}
		return r
	}
	for _, k := range []struct {
		name string
		r    ocop.Result
		asOf string
		want []string
	}{
		{"in order", row(3, "20/11/2023", "20/11/2026"), "19/12/2023", nil},
		{"not the city's stars", row(4, "20/11/2023", ""), "19/12/2023", []string{"NOT_ISSUERS_STARS"}},
		{"three stars after the reform", row(3, "07/07/2025", ""), "08/07/2025", []string{"NOT_ISSUERS_STARS", "COMMUNE_UNKNOWN"}[:1]},
		{"another last day", row(3, "20/11/2023", "19/11/2026"), "19/12/2023", []string{"EXPIRY_DIFFERS"}},
		{"expired, and the commune is another now", row(3, "20/11/2023", ""), "21/11/2026", []string{"COMMUNE_CHANGED", "ALREADY_EXPIRED"}},
		{"27 days left", row(3, "20/11/2023", ""), "24/10/2026", []string{"COMMUNE_CHANGED", "EXPIRES_SOON"}},
		{"signed in the future", row(3, "20/11/2023", ""), "19/11/2023", []string{"DATE_ODD"}},
	} {
		t.Run(k.name, func(t *testing.T) {
			var got []string
			for _, f := range Rules(k.r, city, day(k.asOf)) {
				got = append(got, f.Code)
				if s := f.Message.In(message.Vi); !strings.HasPrefix(s, "Trang tính «S», dòng 9") || strings.ContainsAny(s, "{}") {
					t.Errorf("%s says %q", f.Code, s)
				}
			}
			if !slices.Equal(got, k.want) {
				t.Errorf("%v, want %v", got, k.want)
			}
		})
	}
	if got := Rules(ocop.Result{}, city, day("19/12/2023")); len(got) != 1 || got[0].Code != "DECISION_MISSING" {
		t.Errorf("without a decision: %v", got)
	}
}

func TestFindingNamesThePlaceAsTheClerkSeesIt(t *testing.T) {
	r := read(t, `
== Đợt 2
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#48.5|3 sao`, Options{})
	want := "Trang tính «Đợt 2», dòng 3, cột «Hạng sao» (ô F3): điểm 48,5 thuộc khung 2 sao (30 đến dưới 50) nhưng ghi 3 sao. Không in được."
	for _, f := range r.Findings {
		if f.Code == "STAR_SCORE_CONFLICT" {
			if got := f.Message.In(message.Vi); got != want {
				t.Errorf("says %q, want %q", got, want)
			}
			if f.Column != "Hạng sao" || f.Cell != "F3" || f.Row != 3 || f.Raw != "3 sao" {
				t.Errorf("%+v", f)
			}
			return
		}
	}
	t.Error("no finding")
}
