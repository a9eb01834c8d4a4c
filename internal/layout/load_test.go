package layout

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ocoprint/internal/message"
)

// codesOf counts the sentences inside a load error.
func codesOf(err error) map[string]int {
	out := map[string]int{}
	var le *LoadError
	if errors.As(err, &le) {
		for _, p := range le.Parts {
			out[p.Blanks["what"].(message.Message).Code()]++
		}
	}
	return out
}

// page wraps boxes into a whole layout file; fields are put before the boxes.
func page(fields, boxes string) string {
	return `{"schema": "ocop-layout/1", "id": "thu", "title": "Thử", "version": 1,
 "page": {"w": 297, "h": 210, "safe": 8},
 "fonts": {"than": {"regular": "LiberationSerif-Regular.ttf", "bold": "LiberationSerif-Bold.ttf"}},
 "colors": {"do": {"m": 100, "y": 90, "k": 10}},` + fields + `
 "boxes": [` + boxes + `]}`
}

func textBoxJSON(id, text, more string) string {
	return fmt.Sprintf(`{"id": %q, "type": "text", "x": 40, "y": 90, "w": 200, "h": 30, "text": %q, "font": "than", "size": 20%s}`, id, text, more)
}

func mustLoad(t testing.TB, file string) *Template {
	t.Helper()
	tpl, err := LoadTemplate("layout.json", []byte(file))
	if err != nil {
		t.Fatalf("%v\n%s", err, file)
	}
	return tpl
}

func TestTheExampleOfTheFormatLoads(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "gcn-vi-du.json"))
	if err != nil {
		t.Fatal(err)
	}
	tpl := mustLoad(t, string(data))
	if tpl.ID != "gcn-3sao-a4-ngang" || tpl.W != 297 || tpl.Bleed != 3 {
		t.Errorf("read %+v", tpl)
	}
	if got := strings.Join(tpl.Fields(), " "); !strings.Contains(got, "ask.nguoi_ky") || !strings.Contains(got, "product.name") {
		t.Errorf("fields: %s", got)
	}
	if asks := tpl.Asks(); len(asks) != 1 || !asks[0].Required {
		t.Errorf("asks: %+v", asks)
	}
}

// Every refusal names the line, the column and what was probably meant.
func TestALayoutIsLoadedStrictly(t *testing.T) {
	cases := []struct {
		name, file string
		code       string
		in         string // part of the Vietnamese sentence and hint
	}{
		{"unknown field of a box", page("", textBoxJSON("a", "x", `, "colour": "do"`)), "layout-field-unknown", "Có phải: color?"},
		{"field of another type of box", page("", `{"id": "q", "type": "qr", "x": 1, "y": 1, "w": 33, "h": 33, "text": "x", "size": 3}`), "layout-field-unknown", "“size” trong hộp “q” loại qr"},
		{"unknown top field", page(`"colour": {},`, ""), "layout-field-unknown", "dòng 4, cột 49"},
		{"unknown type of box", page("", `{"id": "a", "type": "txt", "x": 1, "y": 1, "w": 1, "h": 1}`), "layout-word-unknown", "Có phải: text?"},
		{"unknown anchor", page("", textBoxJSON("a", "x", `, "anchor": "topleft"`)), "layout-word-unknown", "top-left"},
		{"truncate does not exist", page("", textBoxJSON("a", "x", `, "overflow": ["truncate"]`)), "layout-word-unknown", "shrink"},
		{"unknown value", page("", textBoxJSON("a", "{product.nam}", "")), "layout-value-unknown", "product.name"},
		{"unknown value in a condition", page("", textBoxJSON("a", "x", `, "show_if": "star > 2"`)), "layout-value-unknown", "stars"},
		{"value not asked for", page("", textBoxJSON("a", "{ask.ten}", "")), "layout-value-unknown", "ask.ten"},
		{"unknown filter", page("", textBoxJSON("a", "{product.name|uper}", "")), "layout-expression", "upper"},
		{"date without pattern", page("", textBoxJSON("a", "{decision.date|date}", "")), "layout-expression", "date"},
		{"brace left open", page("", textBoxJSON("a", "{product.name", "")), "layout-expression", "{product.name"},
		{"broken condition", page("", textBoxJSON("a", "x", `, "show_if": "stars >"`)), "layout-expression", "stars >"},
		{"call in a condition", page("", textBoxJSON("a", "x", `, "show_if": "stars(1)"`)), "layout-expression", "("},
		{"unknown colour", page("", textBoxJSON("a", "x", `, "color": "doo"`)), "layout-name-unknown", "Có phải: do?"},
		{"unknown font", page("", strings.Replace(textBoxJSON("a", "x", ""), "than", "thân", 1)), "layout-name-unknown", "than"},
		{"style that the font lacks", page("", textBoxJSON("a", "x", `, "style": "italic"`)), "layout-style-missing", "italic"},
		{"number as text", page("", strings.Replace(textBoxJSON("a", "x", ""), `"x": 40`, `"x": "40"`, 1)), "layout-field-type", "một số"},
		{"size out of range", page("", strings.Replace(textBoxJSON("a", "x", ""), `"size": 20`, `"size": 2000`, 1)), "layout-number-range", "2.000"},
		{"min_size above size", page("", textBoxJSON("a", "x", `, "min_size": 21`)), "layout-number-range", "min_size"},
		{"turned by 45", page("", textBoxJSON("a", "x", `, "rotate": 45`)), "layout-rotate", "90"},
		{"two boxes of one name", page("", textBoxJSON("a", "x", "")+","+textBoxJSON("a", "y", "")), "layout-box-twice", "“a”"},
		{"a field twice", page("", textBoxJSON("a", "x", `, "size": 21`)), "layout-field-twice", "size"},
		{"field missing", page("", `{"id": "a", "type": "text", "x": 1, "y": 1, "w": 1, "h": 1, "font": "than", "size": 9}`), "layout-field-missing", "“text”"},
		{"bad box name", page("", textBoxJSON("Hộp", "x", "")), "layout-name-form", "Hộp"},
		{"ink over 100", strings.Replace(page("", ""), `"m": 100`, `"m": 101`, 1), "layout-number-range", "101"},
		{"bad rgb", strings.Replace(page("", ""), `{"m": 100, "y": 90, "k": 10}`, `{"rgb": "red"}`, 1), "layout-rgb", "red"},
		{"newer format", strings.Replace(page("", ""), "ocop-layout/1", "ocop-layout/2", 1), "layout-newer", "ocop-layout/2"},
		{"may_overlap of nobody", page("", textBoxJSON("a", "x", `, "may_overlap": ["b"]`)), "layout-name-unknown", "hộp"},
		{"table wider than its box", page(`"values": ["ds"],`, `{"id": "b", "type": "table", "x": 1, "y": 1, "w": 50, "h": 50, "each": "ds", "font": "than", "size": 9, "columns": [{"text": "x", "w": 60}]}`), "layout-table-wide", "60"},
		{"unknown ornament", page("", `{"id": "b", "type": "ornament", "x": 1, "y": 1, "w": 50, "h": 50, "kind": "brocad"}`), "layout-word-unknown", "brocade"},
		{"unknown measure of an ornament", page("", `{"id": "b", "type": "ornament", "x": 1, "y": 1, "w": 50, "h": 50, "kind": "brocade-frame", "params": {"bands": 3}}`), "layout-field-unknown", "band"},
		{"not JSON", "{\n \"schema\": \"ocop-layout/1\",\n}", "layout-json", "dòng 3"},
		{"cut off", `{"schema": "ocop-layout/1", "id"`, "layout-json-cut", "bị cắt"},
		{"something after the end", page("", "") + "{}", "layout-json-trailing", "thừa"},
		{"not UTF-8", "{\"schema\": \"\xff\"}", "layout-json-utf8", "UTF-8"},
		{"a list", `[]`, "layout-field-type", "nhóm"},
		{"nested without end", strings.Repeat("[", 500), "layout-json-too-much", "sâu"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := LoadTemplate("layout.json", []byte(c.file))
			if err == nil {
				t.Fatal("it was accepted")
			}
			if codesOf(err)[c.code] == 0 {
				t.Errorf("no %s in %v", c.code, err)
			}
			first, _ := message.Of(err)
			said := first.In(message.Vi) + " " + first.HintIn(message.Vi)
			if !strings.Contains(said, c.in) || !strings.Contains(said, "dòng ") || strings.Contains(said, "{what}") {
				t.Errorf("said %q, want “%s” in it", said, c.in)
			}
		})
	}
}

func TestAllComplaintsComeAtOnceInTheOrderOfTheFile(t *testing.T) {
	_, err := LoadTemplate("a.json", []byte(page("", textBoxJSON("a", "{x.y}", `, "color": "xanh", "bold": true`))))
	var le *LoadError
	if !errors.As(err, &le) || len(le.Parts) != 3 {
		t.Fatalf("want three complaints: %v", err)
	}
	last := 0
	for _, p := range le.Parts {
		if col := p.Blanks["column"].(int); col < last {
			t.Errorf("column %d after %d", col, last)
		} else {
			last = col
		}
	}
}

func FuzzLoadTemplate(f *testing.F) {
	data, _ := os.ReadFile(filepath.Join("testdata", "gcn-vi-du.json"))
	f.Add(data)
	f.Add([]byte(page("", textBoxJSON("a", "{product.name|upper}", `, "show_if": "stars >= 3 and not copy"`))))
	f.Add([]byte(`{"boxes":[null,1,{},{"type":"text"}],"colors":{"a":null},"fonts":[],"background":{"digital":{}}}`))
	f.Add([]byte(`{"background":null,"page":null,"boxes":[{"type":"ornament","kind":"tea","params":{"flip":7},"rotate":45}]}`))
	f.Add([]byte(`[[[[[[`))
	f.Fuzz(func(t *testing.T, data []byte) {
		tpl, err := LoadTemplate("f.json", data)
		if (tpl == nil) == (err == nil) {
			t.Fatal("neither a template nor an error, or both")
		}
		if err != nil {
			if m, ok := message.Of(err); !ok || strings.Contains(m.In(message.Vi)+m.HintIn(message.Vi), "{what}{fix}") {
				t.Fatalf("no sentence: %v", err)
			}
			return
		}
		if len(data) < 4000 {
			tpl.Render(Values{"product.name": "Chè"}, Options{})
		}
	})
}
