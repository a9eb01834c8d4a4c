package layout

import (
	"strings"
	"testing"
	"time"
)

var sampleValues = Values{
	"product.name": "Chè  shan tuyết", "stars": 3, "score": 67.5, "round.no": "2", "copy": false, "sample": true,
	"decision.date": Day{2023, 11, 5}, "issued.date": time.Date(2024, 1, 9, 0, 0, 0, 0, time.UTC), "valid.last": "2026-11-20",
	"sign.name": "", "number": "***", "producer.name": `HTX **A\B**`,
}

func TestPhrases(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"plain", "Đạt hạng", "Đạt hạng"},
		{"value", "Đạt {stars} sao", "Đạt 3 sao"},
		{"upper", "{product.name|upper}", "CHÈ  SHAN TUYẾT"},
		{"lower", "{product.name|lower}", "chè  shan tuyết"},
		{"trim then upper", "{product.name|trim|upper}", "CHÈ SHAN TUYẾT"},
		{"nbsp", "{product.name|trim|nbsp}", "Chè\u00a0shan\u00a0tuyết"},
		{"date of Decree 30", `{decision.date|date:"ngày D tháng M năm yyyy"}`, "ngày 05 tháng 11 năm 2023"},
		{"date, month 1", `{issued.date|date:"ngày D tháng M năm yyyy"}`, "ngày 09 tháng 01 năm 2024"},
		{"date, long", `{issued.date|date:"long"}`, "ngày 09 tháng 01 năm 2024"},
		{"date, short pattern", `{decision.date|date:"d/m/yy"}`, "5/11/23"},
		{"date as it is", "{decision.date}", "05/11/2023"},
		{"date out of a text", `{valid.last|date:"dd/mm/yyyy"}`, "20/11/2026"},
		{"number", "{score|number}", "67,5"},
		{"number with a picture", `{score|number:"0,00"}`, "67,50"},
		{"padded", `{round.no|number:"00"}`, "02"},
		{"words", "{stars|words}", "ba"},
		{"default", `{sign.name|default:"…"}`, "…"},
		{"default in single quotes", `{sign.name|default:'(ký)'}`, "(ký)"},
		{"default not needed", `{stars|default:"0"}`, "3"},
		{"empty value", "{sign.name|upper}", ""},
		{"unknown value is empty", "{ask.x|date:\"d\"}", ""},
		{"braces", "{{x}}", "{x}"},
		{"bool", "{copy}", "không"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p, err := parsePhrase(c.in)
			if err != nil {
				t.Fatal(err)
			}
			got, bad := p.fill(sampleValues)
			if bad != nil || got != c.want {
				t.Errorf("%q, want %q (%v)", got, c.want, bad)
			}
		})
	}
}

func TestAValueOfTheWrongKindIsNamed(t *testing.T) {
	for _, in := range []string{`{product.name|date:"d"}`, "{product.name|number}", "{score|words}"} {
		p, err := parsePhrase(in)
		if err != nil {
			t.Fatal(err)
		}
		if _, bad := p.fill(sampleValues); bad == nil || bad.filter == "" {
			t.Errorf("%s passed", in)
		}
	}
}

func TestSpans(t *testing.T) {
	cases := []struct{ in, want string }{
		{"thường", "thường"},
		{"a **đậm** b", "a [đậm] b"},
		{"**đậm**", "[đậm]"},
		{"**a** và **b**", "[a] và [b]"},
		{"hạng ***", "hạng ***"},
		{"2 ** 3", "2 ** 3"},
		{"mở **mà không đóng", "mở **mà không đóng"},
		{`\*\*sao\*\*`, "**sao**"},
		{`C:\\x`, `C:\x`},
		{"", ""},
	}
	for _, c := range cases {
		t.Run(c.in, func(t *testing.T) {
			var b strings.Builder
			for _, s := range spans(c.in) {
				if s.bold {
					b.WriteString("[" + s.text + "]")
				} else {
					b.WriteString(s.text)
				}
			}
			if b.String() != c.want {
				t.Errorf("%q, want %q", b.String(), c.want)
			}
		})
	}
}

// Stars in a product's name stay stars, whatever the template makes bold.
func TestValuesMakeNoSpans(t *testing.T) {
	p, _ := parsePhrase("**{producer.name}** {number}")
	text, _ := p.fill(sampleValues)
	got := spans(text)
	if len(got) != 2 || !got[0].bold || got[0].text != `HTX **A\B**` || got[1].text != " ***" {
		t.Errorf("%v", got)
	}
}

func TestConditions(t *testing.T) {
	cases := []struct {
		in   string
		want bool
	}{
		{"stars", true}, {"copy", false}, {"not copy", true}, {"sign.name", false},
		{"stars = 3", true}, {"stars == 3", true}, {"stars != 3", false}, {"stars >= 4", false}, {"stars > 2 and stars < 4", true},
		{"round.no = 2", true}, {`round.no = "2"`, true}, {"score >= 67.5", true}, {"score > -1", true},
		{"copy or sample", true}, {"copy and sample", false}, {"not (copy or sample)", false}, {"not copy and sample", true},
		{"copy and sample or stars", true}, {"copy and (sample or stars)", false},
		{"sample = true", true}, {"copy = false", true}, {"copy = 3", false}, {"revision = false", true},
		{`valid.last > "2026-01-01"`, true}, {`decision.date <= "05/11/2023"`, true}, {`decision.date < issued.date`, true},
		{`product.name = "x"`, false}, {`sign.name = ""`, true}, {"revision > 1", false}, {"not not sample", true},
	}
	for _, c := range cases {
		t.Run(c.in, func(t *testing.T) {
			cond, err := parseCondition(c.in)
			if err != nil {
				t.Fatal(err)
			}
			if got := cond.holds(sampleValues); got != c.want {
				t.Errorf("%v", got)
			}
		})
	}
	for _, in := range []string{"", "and", "stars >", "(stars", "stars)", "stars ! 3", "for x in y", `"open`, "stars = = 3", strings.Repeat("(", 100) + "stars"} {
		t.Run("bad "+in, func(t *testing.T) {
			if _, err := parseCondition(in); err == nil {
				t.Error("accepted")
			}
		})
	}
}

func FuzzExpressions(f *testing.F) {
	for _, s := range []string{`{product.name|upper}`, `{decision.date|date:"ngày D"}`, "stars >= 3 and not (copy or sample)", "{{}}", "{a|", "**{stars}**", `{score|number:"000,0"}`, "not not not x", "\"", "{x.y|default:'}'}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if p, err := parsePhrase(s); err == nil {
			text, _ := p.fill(sampleValues)
			total := 0
			for _, sp := range spans(text) {
				total += len(sp.text)
			}
			if total > len(text) {
				t.Errorf("spans of %q grew", text)
			}
			if len(s) < 200 {
				newProse(DefaultFaces(), spans(text), SerifRegularFace, "").fit(fitSpec{w: 60, h: 30, size: 12, min: 8, step: 1, leading: 1.2, maxLines: 3, shrink: true, wrap: true})
			}
		}
		if c, err := parseCondition(s); err == nil {
			c.holds(sampleValues)
		}
	})
}
