package plan

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

func mustParse(t *testing.T, text string) ocop.Settings {
	t.Helper()
	s, err := Parse("ke-hoach.toml", []byte(text))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return s
}

func TestWriteAndParseAreInverse(t *testing.T) {
	for name, s := range map[string]ocop.Settings{"zero": {}, "example": Example(), "full": fullSettings()} {
		text := Write(s)
		got, err := Parse(name, text)
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, text)
		}
		if !reflect.DeepEqual(got, s) {
			t.Errorf("%s:\n got %+v\nwant %+v", name, got, s)
		}
	}
}

// fullSettings fills every field with something that is not its example.
func fullSettings() ocop.Settings {
	s := Example()
	s.Sample = false
	s.Authority.From = ocop.Date{Year: 2023, Month: 2, Day: 24}
	s.Authority.NumberStart, s.Authority.PublishScore = 7, true
	s.Authority.Layout, s.Authority.RuleSet = "gcn-khac", "148-2023"
	s.Authority.Validity = ocop.ValidityRule{From: "certificate", LastDay: "exclusive", Months: 24}
	s.Conference.Order, s.Conference.AwardList = "list", []string{"Trà “một tôm”; loại 1", `Mật "ong" \ rừng`}
	s.Conference.Programme, s.Conference.Notes = []string{"Tham quan; gặp gỡ"}, []string{"Có giấy mời riêng"}
	s.Conference.Announces[0].Reader = "Đ/c Ví Dụ"
	s.Conference.Groups[0].Guests[0].Note = "đến muộn"
	s.Ask = map[string]string{"nguoi_ky": "Ai = ai", "so": "5"}
	return s
}

// Every field of the settings has its key in the table, or it could not be set.
func TestEveryFieldOfSettingsIsReachable(t *testing.T) {
	empty, full := flat(ocop.Settings{}), flat(fullSettings())
	for path, v := range full {
		if v == empty[path] && path != "Sample" {
			t.Errorf("%s is not filled in by fullSettings: extend the test and the table of fields", path)
		}
	}
}

// flat lists the leaves of a struct by path.
func flat(v any) map[string]string {
	out := map[string]string{}
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		if v.Kind() == reflect.Struct && v.Type() != reflect.TypeFor[ocop.Date]() {
			for i := range v.NumField() {
				walk(strings.TrimPrefix(path+"."+v.Type().Field(i).Name, "."), v.Field(i))
			}
			return
		}
		s := ""
		if !v.IsZero() {
			s = "set"
		}
		out[path] = s
	}
	walk("", reflect.ValueOf(v))
	return out
}

func TestTemplateExplainsEveryField(t *testing.T) {
	text := string(Template())
	if s := mustParse(t, text); !reflect.DeepEqual(s, ocop.Settings{}) {
		t.Errorf("the template sets %+v", s)
	}
	for _, section := range Fields() {
		for _, f := range section.Fields {
			if f.Kind == Pairs {
				continue
			}
			if !strings.Contains(text, f.name()+" = ") || !strings.Contains(text, f.Help(message.Vi)) || !strings.Contains(text, f.Help(message.En)) {
				t.Errorf("%s is not explained", f.Key)
			}
		}
	}
}

// Taking the # off every example must give a file that is read.
func TestTemplateExamplesAreLegal(t *testing.T) {
	var lines []string
	for line := range strings.Lines(string(Template())) {
		bare := strings.TrimPrefix(line, "# ")
		if key, _, ok := strings.Cut(bare, " = "); ok && !strings.Contains(key, " ") && !strings.HasPrefix(key, "\"") && bare != line {
			line = bare
		}
		if strings.HasPrefix(line, "# [[") {
			line = bare
		}
		lines = append(lines, line)
	}
	text := strings.Join(lines, "")
	s := mustParse(t, text)
	if s.Authority.BaseURL != "https://ocop.example" || len(s.Conference.Groups) != 1 || len(s.Conference.Announces) != 1 {
		t.Errorf("%+v\n%s", s, text)
	}
}

func TestParseAcceptsWhatWordProcessorsDo(t *testing.T) {
	text := "\uFEFF# “chú thích”\r\n[authority]\r\nname\u00a0= “Ủy ban \"nhân dân\" thành phố”\r\nplace = ‘Lai Châu’\r\nprefix = “LC”\r\n" +
		"[signatory]\nlines = [“TM. ỦY BAN”, ”KT. CHỦ TỊCH“]\nname = 'Họ “và” Tên' # ghi chú “x”\n[conference]\ndate = 2023-12-20\nplan_date = \"19/12/2023\"\n"
	s := mustParse(t, text)
	if s.Authority.Name != "Ủy ban \"nhân dân\" thành phố" || s.Authority.Place != "Lai Châu" || s.Authority.Prefix != "LC" {
		t.Errorf("%+v", s.Authority)
	}
	if !reflect.DeepEqual(s.Signatory.Lines, []string{"TM. ỦY BAN", "KT. CHỦ TỊCH"}) || s.Signatory.Name != "Họ “và” Tên" {
		t.Errorf("%+v", s.Signatory)
	}
	if s.Conference.Date.ISO() != "2023-12-20" || s.Conference.PlanDate.ISO() != "2023-12-19" {
		t.Errorf("%+v", s.Conference)
	}
}

func TestDays(t *testing.T) {
	for in, want := range map[string]string{
		"20/11/2023": "2023-11-20", "1/6/2023": "2023-06-01", "2023-11-20": "2023-11-20", "20.11.2023": "2023-11-20", "20-11-2023": "2023-11-20",
		"ngày 05 tháng 01 năm 2024": "2024-01-05", "20 tháng 11 năm 2023": "2023-11-20", "2023-11-20 00:00:00": "2023-11-20",
		"20/11/23": "2023-11-20", "20/11/0023": "", "31/02/2023": "", "11/20/2023": "", "hôm nay": "", "2023-11-20T08:00:00": "2023-11-20",
	} {
		d, ok := readDay(in)
		if d.ISO() != want || ok != (want != "") {
			t.Errorf("readDay(%q) = %v %v", in, d, ok)
		}
	}
}

func TestComplaints(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"unknown, near", "[authority]\nnam = \"x\"", "dòng 2, cột 1: không có mục “nam”. Có phải name"},
		{"unknown with marks", "[authority]\n\"Base URL\" = \"x\"", "không có mục “Base URL”. Có phải base_url"},
		{"unknown, far", "[authority]\n  xyzzy = 1", "dòng 2, cột 3: không có mục “xyzzy”."},
		{"unknown table", "[authorities]\nname = \"x\"", "dòng 1, cột 2: không có mục “authorities”. Có phải authority?"},
		{"unknown in a guest", "[[conference.groups]]\nname = \"A\"\nguests = [\n {name = \"B\"},\n {nane = \"C\", title = \"D\"}]", "dòng 5, cột 3: không có mục “nane”. Có phải name"},
		{"unknown in the second group", "[[conference.groups]]\nname = \"A\"\n[[conference.groups]]\nname = \"B\"\nblank = 1", "dòng 5, cột 1: không có mục “blank”. Có phải blank_rows?"},
		{"syntax", "[authority]\nname = Ủy ban", "dòng 2, cột"},
		{"number for a list", "[signatory]\nlines = \"TM.\"", "mục “signatory.lines” cần một danh sách"},
		{"text for yes or no", "sample = \"có\"", "mục “sample” cần true hoặc false, không phải “có”"},
		{"table for text", "[authority.name]\na = 1", "mục “authority.name” cần một dòng chữ"},
		{"text for a table", "authority = \"x\"", "mục “authority” cần một bảng"},
		{"date", "issue_date = \"31/02/2023\"", "dòng 1, cột 1: “31/02/2023” không phải là ngày (issue_date)"},
		{"choice", "[authority]\nlevel = \"thôn\"", "“thôn” không dùng được cho mục “authority.level”"},
		{"count", "[conference]\nmin_display = -1", "“-1” không phải là số nguyên"},
		{"url", "[authority]\nbase_url = \"http://x\"", "địa chỉ tra cứu “http://x”"},
		{"prefix", "[authority]\nprefix = \"lc\"", "tiền tố “lc”"},
		{"pattern", "[authority]\nnumber_pattern = \"{so}/GCN\"", "mẫu số “{so}/GCN”"},
		{"pattern glued", "[authority]\nnumber_pattern = \"{stt}{nam}\"", "mẫu số"},
		{"degree", "[signatory]\nname = \"ThS. Họ Tên\"", "học hàm, học vị"},
		{"crossed dates", "[conference]\nplan_date = \"21/12/2023\"\ndate = \"20/12/2023\"", "dòng 3, cột 1: Ngày tổ chức (20/12/2023) không thể trước Ngày kế hoạch (21/12/2023)"},
		{"decision after the conference", "[conference]\ndate = \"20/12/2023\"\n[[conference.announces]]\nnumber = \"1/QĐ-UBND\"\ndate = \"21/12/2023\"", "không thể trước Ngày quyết định"},
		{"decision without date", "[[conference.announces]]\nnumber = \"1/QĐ-UBND\"", "thiếu số hoặc ngày"},
		{"stage", "[conference]\nstage_size = 40", "40 chủ thể"},
		{"list without names", "[conference]\norder = \"list\"", "chưa có award_list"},
		{"names without list", "[conference]\naward_list = [\"a\"]", "không phải list"},
		{"name twice", "[conference]\norder = \"list\"\naward_list = [\"Trà\", \"TRÀ\"]", "cột 22: “TRÀ” có hai lần"},
		{"group twice", "[[conference.groups]]\nname = \"A\"\n[[conference.groups]]\nname = \"a\"", "nhóm “a” có hai lần"},
		{"nameless group", "[[conference.groups]]\nblank_rows = 1", "nhóm đại biểu thứ 1 chưa có tên"},
		{"two producer groups", "[[conference.groups]]\nname = \"A\"\nproducers = true\n[[conference.groups]]\nname = \"B\"\nproducers = true", "dòng 6, cột 1: chỉ một nhóm"},
		{"guest empty", "[[conference.groups]]\nname = \"A\"\nguests = [{phone = \"0900 000 001\"}]", "đại biểu thứ 1 của nhóm “A”"},
		{"guest twice", "[[conference.groups]]\nname = \"A\"\nguests = [{name = \"B\"}, {name = \"b\"}]", "“b” có hai lần trong nhóm “A”"},
		{"phone", "[[conference.groups]]\nname = \"A\"\nguests = [{name = \"B\", phone = \"123\"}]", "số điện thoại “123”"},
		{"sample with a real address", "sample = true\n[authority]\nbase_url = \"https://ocop.gov.vn\"", "địa chỉ thật"},
		{"document number", "[conference]\nplan_number = \"kế hoạch 4\"", "không giống số, ký hiệu"},
		{"binary", "PK\x03\x04\x00", "không phải tệp chữ"},
	} {
		_, err := Parse("ke-hoach.toml", []byte(c.text))
		e, ok := message.Of(err)
		if !ok {
			t.Errorf("%s: no complaint (%v)", c.name, err)
			continue
		}
		if !strings.Contains(e.In(message.Vi), c.want) {
			t.Errorf("%s: %q, want %q", c.name, e.In(message.Vi), c.want)
		}
		if strings.Contains(e.In(message.Vi)+e.In(message.En)+strings.ReplaceAll(e.HintIn(message.Vi), "{stt", ""), "{where}") || e.HintIn(message.Vi) == "" || e.HintIn(message.En) == "" {
			t.Errorf("%s: blanks left or no hint: %q, %q", c.name, e.In(message.Vi), e.HintIn(message.Vi))
		}
	}
}

func TestEveryComplaintIsGathered(t *testing.T) {
	_, err := Parse("x.toml", []byte("issue_date = \"x\"\n[authority]\nnam = 1\nprefix = \"lc\"\n[signatory]\nlines = 3\n"))
	var p Problems
	if !errors.As(err, &p) || len(p) != 4 {
		t.Fatalf("got %v", err)
	}
	last := 0
	for _, e := range p {
		line := e.Blanks["where"].(message.Message).Blanks["line"].(int)
		if line < last {
			t.Errorf("not in the order of the file: %v", err)
		}
		last = line
	}
}

func TestTidyNumbers(t *testing.T) {
	s := mustParse(t, "[[conference.announces]]\nnumber = \"1422 /QD – UBND\"\ndate = \"20/11/2023\"\n[[conference.announces]]\nnumber = \"1045//QÐ-UBND\"\ndate = \"10/8/2021\"")
	for i, want := range []string{"1422/QĐ-UBND", "1045/QĐ-UBND"} {
		if got := s.Conference.Announces[i].Decision.Number; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestGetAndSet(t *testing.T) {
	s := Example()
	for _, section := range Fields() {
		for _, f := range section.Fields {
			var copied ocop.Settings
			if e := Set(&copied, f.Key, Get(s, f.Key)); e != nil {
				t.Errorf("%s: %v", f.Key, e)
			}
			if Get(copied, f.Key) != Get(s, f.Key) {
				t.Errorf("%s: %q became %q", f.Key, Get(s, f.Key), Get(copied, f.Key))
			}
		}
	}
	if e := Set(&s, "issue_date", "hôm qua"); e == nil || !strings.Contains(e.In(message.Vi), "Ô “Ngày ký giấy chứng nhận”") {
		t.Errorf("got %v", e)
	}
	if e := Set(&s, "khong.co", "x"); e == nil {
		t.Error("an unknown field was set")
	}
	if e := Set(&s, "authority.level", "cấp tỉnh"); e != nil || s.Authority.Level != ocop.Province {
		t.Errorf("%v %v", e, s.Authority.Level)
	}
	if err := Check(Example()); err != nil {
		t.Errorf("the example has complaints: %v", err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(string(Template()))
	f.Add(string(Write(Example())))
	f.Add("[[conference.groups]]\nguests = [{name = “a”}]\n[conference.groups.x]\n")
	f.Add("a.b.c = {d = [1, {e = 2}]}\n[a]\n\"\\u0041\" = 1")
	f.Add("“=”=“\n'''\n")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Parse("f", []byte(text))
		if err != nil {
			for _, e := range err.(Problems) {
				if e.In(message.Vi) == "" {
					t.Fatal("a complaint without words")
				}
			}
			return
		}
		again, err := Parse("g", Write(s))
		if err != nil {
			t.Fatalf("written again: %v\n%s", err, Write(s))
		}
		if !reflect.DeepEqual(norm(again), norm(s)) {
			t.Fatalf("written again differs:\n%+v\n%+v", again, s)
		}
	})
}

// norm makes empty and missing lists one.
func norm(s ocop.Settings) string { return string(Write(s)) }
