package plan

import (
	"reflect"
	"strings"
	"testing"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// grid turns a form into the rows that reading it gives.
func grid(forms []FormSheet) []Sheet {
	var out []Sheet
	for _, f := range forms {
		s := Sheet{Name: f.Name}
		for _, c := range f.Cells {
			row, col := 0, 0
			for _, r := range c.At {
				if r >= 'A' {
					col = col*26 + int(r-'A') + 1
				} else {
					row = row*10 + int(r-'0')
				}
			}
			for len(s.Rows) < row {
				s.Rows = append(s.Rows, nil)
			}
			for len(s.Rows[row-1]) < col {
				s.Rows[row-1] = append(s.Rows[row-1], "")
			}
			s.Rows[row-1][col-1] = c.Value
		}
		out = append(out, s)
	}
	return out
}

func TestFormReadsBack(t *testing.T) {
	for name, s := range map[string]ocop.Settings{"example": Example(), "full": fullSettings()} {
		got, err := FromSheets(name+".xlsx", grid(Form(s, message.Vi)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !reflect.DeepEqual(got, s) {
			t.Errorf("%s:\n got %s\nwant %s", name, Write(got), Write(s))
		}
	}
}

// An empty form filled in nowhere sets nothing but the groups it shows.
func TestEmptyFormSetsNothing(t *testing.T) {
	got, err := FromSheets("x.xlsx", grid(Form(ocop.Settings{}, message.Vi)))
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Conference.Groups) != 2 || !got.Conference.Groups[1].Producers {
		t.Errorf("groups %+v", got.Conference.Groups)
	}
	got.Conference.Groups = nil
	if !reflect.DeepEqual(got, ocop.Settings{}) {
		t.Errorf("got %+v", got)
	}
}

func TestFormHasChoicesAndComments(t *testing.T) {
	choices, comments := 0, 0
	seen := map[string]bool{}
	for _, f := range Form(ocop.Settings{}, message.En) {
		for _, c := range f.Cells {
			if len(c.Choices) > 0 {
				choices++
			}
			if c.Comment != "" {
				comments++
			}
			if k := f.Name + c.At; seen[k] {
				t.Errorf("cell %s written twice", k)
			} else {
				seen[k] = true
			}
		}
	}
	if choices < 6 || comments < 40 {
		t.Errorf("%d drop-downs, %d comments", choices, comments)
	}
}

func TestSheetComplaints(t *testing.T) {
	sheet := func(rows ...[]string) []Sheet { return []Sheet{{Name: "Kế hoạch 2023", Rows: rows}} }
	for _, c := range []struct {
		name   string
		sheets []Sheet
		want   string
	}{
		{"no sheet", []Sheet{{Name: "Sheet1"}}, "không có trang tính “Kế hoạch”"},
		{"unknown", sheet([]string{"Nội dung", "Giá trị"}, []string{"Linh tinh", "x"}), "trang tính “Kế hoạch 2023”, dòng 2 (ô A2): không hiểu mục “Linh tinh”"},
		{"near", sheet([]string{"Địa chi tra cuu", "x"}, []string{"Tên cơ quann", "UBND"}), "dòng 2 (ô A2): không hiểu mục “Tên cơ quann”. Có phải “Tên cơ quan”?"},
		{"bad date", sheet([]string{"Ngày tổ chức", "mai"}), "(ô B1): “mai” không phải là ngày"},
		{"twice", sheet([]string{"Cấp", "cấp huyện"}, []string{"cấp", "cấp tỉnh"}), "mục “cấp” đã có ở dòng 1"},
		{"crossed", sheet([]string{"Ngày kế hoạch", "21/12/2023"}, []string{"Ngày tổ chức", "20/12/2023"}), "(ô B2): Ngày tổ chức"},
		{"decision", sheet([]string{"Số quyết định", "Ngày quyết định"}, []string{"1/QĐ-UBND", ""}), "quyết định công bố thứ 1"},
	} {
		_, err := FromSheets("kh.xlsx", c.sheets)
		var words []string
		if p, ok := err.(Problems); ok {
			for _, e := range p {
				words = append(words, e.In(message.Vi))
			}
		}
		if !strings.Contains(strings.Join(words, "\n"), c.want) {
			t.Errorf("%s: got %q, want %q", c.name, words, c.want)
		}
	}
}

func TestGuests(t *testing.T) {
	sheets := []Sheet{{Name: "Đại biểu", Rows: [][]string{
		{"MẪU – KHÔNG CÓ GIÁ TRỊ"},
		{"DANH SÁCH ĐẠI BIỂU"},
		{},
		{"STT", "Họ và tên", "Chức vụ", "Cơ quan,\nđơn vị", "SĐT", "Ký nhận", "Ghi chú"},
		{"(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"},
		{"I", "Đại diện Thường trực Thành ủy"},
		{"1", "Đ/c Nguyễn Văn Mẫu", "Phó Bí thư", "Thành ủy", "900000001", "", ""},
		{"2", "Bà Trần  Thị Mẫu", "Phó Chủ tịch", "HĐND", "", "", "đi thay"},
		{"II", "Chủ thể có sản phẩm được công nhận", "", "", "", "", "3 dòng trống"},
		{"", "III. Báo chí"},
		{"1", "", "Phóng viên", "Báo Ví Dụ"},
		{"2"},
		{"", "Tổng số: 03 đại biểu"},
		{"", "NGƯỜI LẬP"},
		{"9", "Không đọc", "x", "y"},
	}}, {Name: "Sheet2", Rows: [][]string{
		{"Nhóm", "Ông/Bà", "Họ tên", "Đơn vị"},
		{"Báo chí", "Ông", "Bùi Ví Dụ", "Báo Ví Dụ"},
		{"Khách", "", "Lò Ví Dụ", "Đơn vị Ví Dụ"},
		{"", "", "Vàng Ví Dụ", "Đơn vị Ví Dụ"},
	}}}
	got, err := Guests("dai-bieu.xlsx", sheets)
	if err != nil {
		t.Fatal(err)
	}
	want := []ocop.GuestGroup{
		{Name: "Đại diện Thường trực Thành ủy", Guests: []ocop.Attendee{
			{Honorific: "Đ/c", Name: "Nguyễn Văn Mẫu", Title: "Phó Bí thư", Organisation: "Thành ủy", Phone: "0900000001"},
			{Honorific: "Bà", Name: "Trần Thị Mẫu", Title: "Phó Chủ tịch", Organisation: "HĐND", Note: "đi thay"},
		}},
		{Name: "Chủ thể có sản phẩm được công nhận", Producers: true, BlankRows: 3},
		{Name: "Báo chí", Guests: []ocop.Attendee{
			{Title: "Phóng viên", Organisation: "Báo Ví Dụ"},
			{Honorific: "Ông", Name: "Bùi Ví Dụ", Organisation: "Báo Ví Dụ"},
		}},
		{Name: "Khách", Guests: []ocop.Attendee{{Name: "Lò Ví Dụ", Organisation: "Đơn vị Ví Dụ"}, {Name: "Vàng Ví Dụ", Organisation: "Đơn vị Ví Dụ"}}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("\n got %+v\nwant %+v", got, want)
	}
	conf := ocop.Conference{Groups: []ocop.GuestGroup{{Name: "BÁO CHÍ", Guests: []ocop.Attendee{{Name: "Bùi Ví Dụ", Organisation: "báo ví dụ"}}}}}
	AddGuests(&conf, got)
	AddGuests(&conf, got)
	if len(conf.Groups) != 4 || conf.Groups[0].Name != "BÁO CHÍ" || len(conf.Groups[0].Guests) != 3 {
		t.Errorf("joined: %+v", conf.Groups)
	}
}

func TestGuestComplaints(t *testing.T) {
	if _, err := Guests("x.xlsx", []Sheet{{Name: "A", Rows: [][]string{{"Tên sản phẩm", "Điểm"}}}}); err == nil {
		t.Error("a results table is no guest list")
	}
	_, err := Guests("x.xlsx", []Sheet{{Name: "A", Rows: [][]string{{"Họ tên", "Chức vụ", "ĐT"}, {"A B", "x", "12"}, {"A B", "x", ""}}}})
	p, _ := err.(Problems)
	if len(p) != 2 || !strings.Contains(p[0].In(message.Vi), "dòng 2 (ô C2)") || !strings.Contains(p[1].In(message.Vi), "dòng 3 (ô A3)") {
		t.Errorf("got %v", err)
	}
}

func FuzzSheets(f *testing.F) {
	f.Add("Kế hoạch|Ngày tổ chức|20/12/2023\nSố quyết định|Ngày quyết định\n1|2")
	f.Add("STT|Họ và tên|Chức vụ\nI|x\n1|Ông A|b")
	f.Add("|||\n\x00|\xff")
	f.Fuzz(func(t *testing.T, text string) {
		var rows [][]string
		for l := range strings.SplitSeq(text, "\n") {
			rows = append(rows, strings.Split(l, "|"))
		}
		FromSheets("f", []Sheet{{Name: "Kế hoạch", Rows: rows}})
		Guests("f", []Sheet{{Name: "Sheet1", Rows: rows}})
	})
}

func TestAddedProducersJoinTheirGroup(t *testing.T) {
	conf := ocop.Conference{Groups: []ocop.GuestGroup{{Name: "Chủ thể được công nhận", Producers: true}}}
	AddGuests(&conf, []ocop.GuestGroup{{Name: "Các chủ thể", Producers: true, Guests: []ocop.Attendee{{Name: "Nguyễn Văn Mẫu"}}}, {Name: "Khách mời"}})
	if len(conf.Groups) != 2 || conf.Groups[0].Name != "Chủ thể được công nhận" || len(conf.Groups[0].Guests) != 1 || conf.Groups[1].Producers {
		t.Errorf("%+v", conf.Groups)
	}
}
