package layout

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ocoprint/internal/message"
)

// noise stands in for the qr room: as many modules as the text asks for.
func noise(text string) ([][]bool, error) {
	n := 17 + 4*min(2+len(text)/40, 40)
	m := make([][]bool, n)
	for y := range m {
		m[y] = make([]bool, n)
		for x := range m[y] {
			m[y][x] = (x*7+y*13+x*y)%3 == 0
		}
	}
	return m, nil
}

// picturesOf gives every named picture the same size in pixels.
type picturesOf map[string][2]int

func (p picturesOf) Size(name string) (int, int, bool) {
	s, ok := p[name]
	return s[0], s[1], ok
}

func exampleTemplate(t testing.TB) *Template {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "gcn-vi-du.json"))
	if err != nil {
		t.Fatal(err)
	}
	return mustLoad(t, string(data))
}

func exampleValues(name string) Values {
	return Values{"product.name": name, "stars": 3, "ask.nguoi_ky": "Nguyễn Văn Mẫu",
		"verify.url": "https://ocop.example/v/?LC-2023-2-017#" + strings.Repeat("0173", 60)}
}

var examplePlace = Place{File: "ketqua.xlsx", Sheet: "Đợt 2", Row: 14, Cells: map[string]string{"product.name": "B14"}, Label: "Chè"}

func TestTheThreeOutputsOfOneLayout(t *testing.T) {
	tpl := exampleTemplate(t)
	for _, out := range []Output{Digital, Overprint, Proof} {
		pages, problems := tpl.Render(exampleValues(tenNames[4]), Options{Output: out, QR: noise, Calibration: Calibration{DX: 1.5, DY: -0.5}})
		if len(problems) > 0 {
			t.Errorf("%s: %v", out, problems)
		}
		golden(t, "outputs-"+string(out)+".txt", Listing(pages))
	}
}

func TestEveryTypeOfBoxEveryAnchorAndTurn(t *testing.T) {
	var boxes []string
	for i, a := range anchorName("").values() {
		boxes = append(boxes, textBoxJSON(fmt.Sprintf("neo_%d", i), a, fmt.Sprintf(`, "anchor": %q, "align": "center", "side": "back", "show_if": "stars = %d"`, a, i)))
	}
	for _, r := range []int{0, 90, 180, 270} {
		boxes = append(boxes,
			fmt.Sprintf(`{"id": "chu_%d", "type": "text", "x": 20, "y": 20, "w": 60, "h": 12, "rotate": %d, "text": "Xoay {stars} **đậm**", "font": "than", "size": 14, "min_size": 6, "valign": "middle"}`, r, r),
			fmt.Sprintf(`{"id": "anh_%d", "type": "image", "x": 90, "y": 20, "w": 40, "h": 30, "rotate": %d, "file": "a.png", "fit": "cover", "min_dpi": 10}`, r, r),
			fmt.Sprintf(`{"id": "vach_%d", "type": "line", "x": 20, "y": 60, "w": 30, "h": 5, "rotate": %d, "color": "do", "dash": [1, 0.5]}`, r, r),
			fmt.Sprintf(`{"id": "o_%d", "type": "rect", "x": 60, "y": 60, "w": 30, "h": 5, "rotate": %d, "stroke": "den", "radius": 1}`, r, r),
			fmt.Sprintf(`{"id": "sao_%d", "type": "stars", "x": 20, "y": 80, "w": 60, "h": 60, "rotate": %d, "count": "{stars}", "of": 5, "fill": "do", "facets": true, "shade": "den", "arc": 3}`, r, r),
			fmt.Sprintf(`{"id": "so_%d", "type": "counter", "x": 100, "y": 80, "w": 40, "h": 40, "rotate": %d, "font": "than", "size": 9, "prefix": "Số ", "start": 7, "digits": 4}`, r, r),
			fmt.Sprintf(`{"id": "bang_%d", "type": "table", "x": 160, "y": 80, "w": 70, "h": 70, "rotate": %d, "each": "ds", "font": "than", "size": 9, "stroke": "den", "columns": [{"title": "TT", "text": "{tt}", "w": 10, "align": "center"}, {"title": "Tên", "text": "{ten|upper}", "w": 40}]}`, r, r),
			fmt.Sprintf(`{"id": "hoa_%d", "type": "ornament", "x": 20, "y": 160, "w": 60, "h": 20, "rotate": %d, "kind": "divider", "colors": ["do"]}`, r, r),
			fmt.Sprintf(`{"id": "qr_%d", "type": "qr", "x": 240, "y": 20, "w": 33, "h": 33, "rotate": %d, "text": "{verify.url}"}`, r, r))
	}
	tpl := mustLoad(t, page(`"values": ["ds", "tt", "ten"], "checks": {"overlap": "off", "qr": "off"},`, strings.Join(boxes, ",\n")))
	v := exampleValues("x")
	v["ds"] = []Values{{"tt": 1, "ten": "Chè ô long"}, {"tt": 2, "ten": "Mật ong hoa rừng"}}
	pages, problems := tpl.Render(v, Options{QR: noise, Pictures: picturesOf{"a.png": {800, 200}}, Index: 3})
	for _, p := range problems {
		t.Error(p.Message)
	}
	if len(pages) != 2 || pages[1].Side != Back {
		t.Fatalf("%d pages", len(pages))
	}
	golden(t, "boxes.txt", Listing(pages))
}

// The ink of a turned box stays inside its area: x, y, w, h are what it covers
// on the page, whatever the turn.
func TestATurnedBoxStaysInItsArea(t *testing.T) {
	for _, r := range []int{0, 90, 180, 270} {
		tpl := mustLoad(t, page("", fmt.Sprintf(`{"id": "a", "type": "text", "x": 50, "y": 40, "w": 70, "h": 65, "rotate": %d, "text": "Giấy chứng nhận sản phẩm OCOP", "font": "than", "size": 20, "min_size": 8, "max_lines": 3, "align": "right", "valign": "bottom"}`, r)))
		pages, problems := tpl.Render(Values{}, Options{})
		if len(problems) > 0 || len(pages[0].Marks) == 0 {
			t.Fatalf("%d: %v", r, problems)
		}
		for _, m := range pages[0].Marks {
			if !m.Bounds().Inside(Box4{50, 40, 70, 65}, 0.05) {
				t.Errorf("turned %d: %+v", r, m.Bounds())
			}
		}
	}
}

func TestTheEyeCentresWithoutTheMarks(t *testing.T) {
	tpl := mustLoad(t, page("", textBoxJSON("a", "SAO", `, "valign": "middle", "align": "center"`)))
	pages, _ := tpl.Render(Values{}, Options{})
	m := pages[0].Marks[0].(Text)
	capital := DefaultFaces().Metrics(m.Face, m.Size).CapHeight
	if got, want := m.Baseline-capital/2, 90+15.0; math.Abs(got-want) > 0.01 {
		t.Errorf("middle of the capitals at %.3f, the box's at %.3f", got, want)
	}
	if got, want := m.X+m.Width/2, 40+100.0; math.Abs(got-want) > 0.01 {
		t.Errorf("centred at %.3f, want %.3f", got, want)
	}
}

func TestStaticMarksComeFirstAndAreTheSame(t *testing.T) {
	tpl := mustLoad(t, page("", textBoxJSON("a", "{product.name}", "")+`,{"id": "khung", "type": "rect", "x": 10, "y": 10, "w": 277, "h": 190, "stroke": "do"}`))
	a, _ := tpl.Render(Values{"product.name": "Chè"}, Options{})
	b, _ := tpl.Render(Values{"product.name": "Mật ong"}, Options{})
	if a[0].Static != 1 || a[0].Marks[0].BoxID() != "khung" || a[0].StaticKey == "" || a[0].StaticKey != b[0].StaticKey {
		t.Errorf("static %d key %q", a[0].Static, a[0].StaticKey)
	}
	c, _ := tpl.Render(Values{}, Options{Output: Overprint, Calibration: Calibration{DX: 1}})
	if c[0].StaticKey == a[0].StaticKey {
		t.Error("a calibrated layer has another key")
	}
}

// Each gate refuses its fault with a sentence that names the place, and passes
// the same page without the fault.
func TestGates(t *testing.T) {
	name := func(s string) Values {
		return Values{"product.name": s, "stars": 3, "verify.url": "https://ocop.example/v/?1"}
	}
	box := func(more string) string { return textBoxJSON("ten", "{product.name}", more) }
	qrBox := `{"id": "qr", "type": "qr", "x": 20, "y": 20, "w": 33, "h": 33, "text": "{verify.url}"}`
	cases := []struct {
		name, boxes string
		v           Values
		code, in    string
	}{
		{"sound", box(`, "required": true`), name("Chè ô long"), "", ""},
		{"does not fit", box(`, "max_lines": 2, "min_size": 18`), name(tenNames[9]), "layout-text-too-long", "dòng 14 (ô B14)"},
		{"says how much fits", box(`, "max_lines": 2, "min_size": 18`), name(tenNames[9]), "layout-text-too-long", "Rút gọn còn khoảng"},
		{"missing glyph", box(""), name("Chè ★"), "layout-letter-missing", "★ (U+2605)"},
		{"missing glyph names its cell", box(""), name("Chè ★"), "layout-letter-missing", "ô B14"},
		{"not NFC", box(""), name("Che\u0300 o\u0302 long"), "layout-text-not-nfc", "ô B14"},
		{"empty required", box(`, "required": true`), name("  "), "layout-empty-required", "product.name"},
		{"overlap", box("") + "," + textBoxJSON("hai", "Chè ô long", ""), name("Chè ô long"), "layout-overlap", "“ten”"},
		{"overlap that is meant", box("") + "," + textBoxJSON("hai", "Chè ô long", `, "may_overlap": ["ten"]`), name("Chè ô long"), "", ""},
		{"alternatives do not overlap", box(`, "show_if": "stars > 3"`) + "," + textBoxJSON("hai", "Chè ô long", `, "show_if": "not stars > 3"`), name("Chè ô long"), "", ""},
		{"text where the stamp goes", `{"id": "dau", "type": "rect", "x": 180, "y": 95, "w": 75, "h": 40, "clear": true},` + strings.Replace(box(""), `"x": 40`, `"x": 160`, 1), name("Chè ô long Ví Dụ"), "layout-overlap", "“dau”"},
		{"text beside the stamp", `{"id": "dau", "type": "rect", "x": 210, "y": 130, "w": 75, "h": 40, "clear": true},` + box(""), name("Chè ô long Ví Dụ"), "", ""},
		{"outside the safe area", strings.Replace(box(""), `"x": 40`, `"x": 5`, 1), name("Chè ô long"), "layout-outside-safe", "mép trái: 3"},
		{"stars that are none", `{"id": "sao", "type": "stars", "x": 20, "y": 20, "w": 40, "h": 9, "count": "{product.name}"}`, name("Chè"), "layout-stars", "Chè"},
		{"value of the wrong kind", textBoxJSON("ten", "{product.name|number}", ""), name("Chè"), "layout-value-kind", "number"},
		{"no picture", `{"id": "anh", "type": "image", "x": 20, "y": 20, "w": 40, "h": 9, "file": "khong.png"}`, name("x"), "layout-picture-missing", "khong.png"},
		{"coarse picture", `{"id": "anh", "type": "image", "x": 20, "y": 20, "w": 40, "h": 40, "file": "nho.png"}`, name("x"), "layout-picture-coarse", "315 điểm ảnh"},
		{"fine picture", `{"id": "anh", "type": "image", "x": 20, "y": 20, "w": 40, "h": 40, "file": "to.png"}`, name("x"), "", ""},
		{"QR is fine", qrBox, name("x"), "", ""},
		{"QR too dense", strings.Replace(qrBox, "{verify.url}", strings.Repeat("0123456789", 60), 1), name("x"), "layout-qr-version", "nhiều nhất là 13"},
		{"QR too small", strings.NewReplacer(`"w": 33`, `"w": 12`, `"h": 33`, `"h": 12`).Replace(qrBox), name("x"), "layout-qr-module", "ít nhất"},
		{"drawing in the quiet zone", qrBox + `,{"id": "vach", "type": "line", "x": 15, "y": 22, "w": 60, "h": 0}`, name("x"), "layout-qr-touched", "“vach”"},
		{"white paper under the code", qrBox + `,{"id": "lot", "type": "rect", "x": 15, "y": 15, "w": 45, "h": 45, "fill": "trang"}`, name("x"), "", ""},
		{"frame around the code", qrBox + `,{"id": "khung", "type": "rect", "x": 10, "y": 10, "w": 270, "h": 190, "stroke": "den"}`, name("x"), "", ""},
		{"black of four inks", textBoxJSON("ten", "Chè", `, "color": "ban"`), name("x"), "layout-rich-black", "k"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			file := strings.Replace(page("", c.boxes), `"do": {`, `"ban": {"c": 60, "m": 60, "y": 60, "k": 100}, "do": {`, 1)
			tpl := mustLoad(t, file)
			problems := tpl.Check([]Row{{c.v, examplePlace}}, Options{QR: noise, Pictures: picturesOf{"nho.png": {100, 100}, "to.png": {1000, 1000}}})
			if c.code == "" {
				if len(problems) > 0 {
					t.Errorf("refused: %v", problems[0].Message)
				}
				return
			}
			for _, p := range problems {
				if p.Code() == c.code {
					said := p.In(message.Vi) + " " + p.HintIn(message.Vi)
					if !strings.Contains(said, c.in) || strings.Contains(said, "{") && !strings.Contains(said, `{"k"`) {
						t.Errorf("said %q, want “%s”", said, c.in)
					}
					if p.In(message.En) == "" || p.HintIn(message.En) == "" {
						t.Error("no English")
					}
					return
				}
			}
			t.Errorf("not refused: %v", problems)
		})
	}
}

func TestChecksCanBeWarningsOrOff(t *testing.T) {
	boxes := textBoxJSON("ten", "Chè", "") + "," + textBoxJSON("hai", "Chè ô long", "")
	for level, want := range map[string][2]int{"error": {1, 1}, "warning": {1, 0}, "off": {0, 0}} {
		tpl := mustLoad(t, page(`"checks": {"overlap": "`+level+`"},`, boxes))
		problems := tpl.Check([]Row{{Values{}, examplePlace}}, Options{})
		if got := [2]int{len(problems), len(Errors(problems))}; got != want {
			t.Errorf("%s: %v problems and errors, want %v", level, got, want)
		}
	}
}

func TestAFontThatIsNotThereIsAProblem(t *testing.T) {
	tpl := mustLoad(t, strings.Replace(page("", textBoxJSON("a", "x", "")), "LiberationSerif-Regular.ttf", "Co-quan.ttf", 1))
	problems := tpl.Check([]Row{{Values{}, examplePlace}}, Options{})
	if len(problems) == 0 || problems[0].Code() != "layout-font-unknown" {
		t.Errorf("%v", problems)
	}
}

func TestCalibrationMovesEverythingAndScalesNoCode(t *testing.T) {
	c := Calibration{DX: 1, DY: 2, SX: 1.01, SY: 0.99, K: 0.01}
	q := QR{X: 100, Y: 100, Size: 30, N: 21, Quiet: 4}
	got := c.move(q).(QR)
	wantX, wantY := 1.01*115+0.01*115+1-15, 0.99*115-0.01*115+2-15
	if got.Size != 30 || math.Abs(got.X-wantX) > 1e-9 || math.Abs(got.Y-wantY) > 1e-9 {
		t.Errorf("%+v, want %.3f %.3f", got, wantX, wantY)
	}
	text := Text{X: 100, Baseline: 50, Width: 40, Size: 12}
	moved := c.move(text).(Text)
	if moved.Size != 12 || math.Abs(moved.X+20-(1.01*120+0.01*50+1)) > 1e-9 || math.Abs(moved.Baseline-(0.99*50-0.01*120+2)) > 1e-9 {
		t.Errorf("%+v", moved)
	}
	line := c.move(Line{X1: 10, Y1: 20, X2: 30, Y2: 40}).(Line)
	if math.Abs(line.X1-(10.1+0.2+1)) > 1e-9 || math.Abs(line.Y2-(39.6-0.3+2)) > 1e-9 {
		t.Errorf("%+v", line)
	}
	rect := c.move(Rect{X: 10, Y: 10, W: 20, H: 10}).(Rect)
	if math.Abs(rect.W-20.2) > 1e-9 || math.Abs(rect.H-9.9) > 1e-9 {
		t.Errorf("%+v", rect)
	}
	if same := (Calibration{}).move(text); fmt.Sprint(same) != fmt.Sprint(text) {
		t.Errorf("%+v", same)
	}
}

func TestSizesAreEvenOverABatch(t *testing.T) {
	tpl := mustLoad(t, page("", `{"id": "ten", "type": "text", "x": 40, "y": 90, "w": 200, "h": 30, "text": "{product.name}",
		"font": "than", "style": "bold", "size": 30, "min_size": 10, "max_lines": 2, "fit": {"uniform": true, "floor": 18}}`))
	var rows []Row
	for _, n := range tenNames {
		rows = append(rows, Row{Values: Values{"product.name": n}})
	}
	sizes := tpl.Plan(rows, Options{})
	even, ok := sizes.Size("ten")
	if !ok || even < 18 || even >= 30 {
		t.Fatalf("even size %v %v", even, ok)
	}
	own := 0
	for i, row := range rows {
		pages, problems := tpl.Render(row.Values, Options{Sizes: sizes})
		if len(problems) > 0 {
			t.Errorf("%d: %v", i, problems)
		}
		if size := pages[0].Marks[0].(Text).Size; size != even {
			own++
			if size > even {
				t.Errorf("row %d is larger than the even size: %v", i, size)
			}
		}
	}
	if own == 0 || own > 4 {
		t.Errorf("%d rows keep a size of their own; the endless names should, the others not", own)
	}
}

// TestAnEvenSizeIsNotLeftForBetterBreaks: a name that would stand in one line of
// smaller letters takes two lines at the size of the others.
func TestAnEvenSizeIsNotLeftForBetterBreaks(t *testing.T) {
	tpl := mustLoad(t, page("", `{"id": "ten", "type": "text", "x": 40, "y": 90, "w": 90, "h": 31, "text": "{product.name}",
		"font": "than", "style": "bold", "size": 25, "min_size": 11, "leading": 1.1, "max_lines": 5, "fit": {"uniform": true, "floor": 20}}`))
	var rows []Row
	for _, n := range []string{"Gạo séng cù", "Chè shan tuyết Minh Họa", "Miến dong Thử Nghiệm loại 02", "Khăn thổ cẩm dệt tay Minh Họa loại 03"} {
		rows = append(rows, Row{Values: Values{"product.name": n}})
	}
	sizes := tpl.Plan(rows, Options{})
	even, _ := sizes.Size("ten")
	for i, row := range rows {
		pages, _ := tpl.Render(row.Values, Options{Sizes: sizes})
		if size := pages[0].Marks[0].(Text).Size; size != even || even < 20 {
			t.Errorf("row %d stands at %g pt, the batch at %g", i, size, even)
		}
	}
}

func TestTheFitReportHasTheWorstFirstAndTheOddestAreFound(t *testing.T) {
	tpl := exampleTemplate(t)
	var rows []Row
	for _, n := range append([]string{"Chè"}, tenNames...) {
		rows = append(rows, Row{Values: exampleValues(n), Place: Place{Label: n}})
	}
	rows = append(rows, Row{Values: exampleValues("Chè ★ đặc biệt"), Place: Place{Label: "sao"}})
	report := tpl.FitReport(rows, Options{QR: noise})
	if report[0].Box != "san_pham" || report[0].Row != 10 {
		t.Errorf("worst is %+v", report[0])
	}
	for i := 1; i < len(report); i++ {
		if report[i].Fits == report[i-1].Fits && report[i].Loss() > report[i-1].Loss()+1e-9 {
			t.Errorf("%d is worse than the one before", i)
		}
	}
	odd := tpl.Oddest(rows, Options{QR: noise}, 4)
	if odd[0] != 11 || odd[1] != 10 {
		t.Errorf("oddest %v: the row with a missing letter (11) and the longest (10) come first", odd)
	}
	if len(tpl.Oddest(rows[:2], Options{QR: noise}, 10)) != 2 {
		t.Error("no more than there are")
	}
}

func TestAsksAreAnswered(t *testing.T) {
	tpl := exampleTemplate(t)
	v := Values{}
	if missing := tpl.Answer(v, nil); len(missing) != 1 || missing[0] != "nguoi_ky" {
		t.Errorf("%v", missing)
	}
	if missing := tpl.Answer(v, map[string]string{"nguoi_ky": "A"}); len(missing) != 0 || v["ask.nguoi_ky"] != "A" {
		t.Errorf("%v %v", missing, v)
	}
	if f := tpl.FontFiles(); len(f) != 2 {
		t.Errorf("%v", f)
	}
	if f := strings.Join(tpl.PictureFiles(), " "); f != "nen.pdf phoi-scan.jpg" {
		t.Errorf("%v", f)
	}
}

func BenchmarkRender(b *testing.B) {
	tpl := exampleTemplate(b)
	for _, checked := range []bool{true, false} {
		b.Run(fmt.Sprintf("checked=%v", checked), func(b *testing.B) {
			b.ReportAllocs()
			for i := range b.N {
				tpl.Render(exampleValues(tenNames[i%10]), Options{QR: noise, Checked: checked})
			}
		})
	}
}
