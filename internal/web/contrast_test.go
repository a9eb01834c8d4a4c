package web

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The least contrasts of WCAG 2.2 AA: 1.4.3 text, 1.4.11 what is no text but
// must be seen (edges of fields, focus, bars of a chart).
const (
	textContrast = 4.5
	partContrast = 3.0
)

// sheet is what the style sheets say on the screen: selector → property → value,
// later rules over earlier ones, ours over pico's. It knows no nesting; what
// stands under @media print or a dark theme is left out.
type sheet map[string]map[string]string

var cssRule = regexp.MustCompile(`([^{}]+)\{([^{}]*)\}`)

func readSheets(t *testing.T) sheet {
	t.Helper()
	s := sheet{}
	for _, file := range []string{"static/vendor/pico.min.css", "static/office.css"} {
		b, err := staticFiles.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(string(b), "")
		text, _, _ = strings.Cut(text, "@media print")
		for _, rule := range cssRule.FindAllStringSubmatch(text, -1) {
			for selector := range strings.SplitSeq(rule[1], ",") {
				selector = strings.TrimSpace(selector)
				if s[selector] == nil {
					s[selector] = map[string]string{}
				}
				for line := range strings.SplitSeq(rule[2], ";") {
					if name, value, ok := strings.Cut(line, ":"); ok {
						s[selector][strings.TrimSpace(name)] = strings.TrimSpace(value)
					}
				}
			}
		}
	}
	return s
}

var (
	cssVar   = regexp.MustCompile(`var\((--[a-z0-9-]+)\)`)
	cssColor = regexp.MustCompile(`#[0-9a-f]{3,6}\b|rgba?\([0-9., ]+\)`)
)

// color finds the colour of "selector|property" with its variables replaced, or
// of a bare colour.
func (s sheet) color(t *testing.T, where string) (rgba [4]float64) {
	t.Helper()
	value := where
	if selector, property, ok := strings.Cut(where, "|"); ok {
		value = s[selector][property]
		if value == "" && property == "background" {
			value = s[selector]["background-color"]
		}
	}
	for range 5 {
		value = cssVar.ReplaceAllStringFunc(value, func(v string) string {
			name := cssVar.FindStringSubmatch(v)[1]
			for _, root := range []string{":root[data-theme=light]", "[data-theme=light]", ":root"} {
				if found := s[root][name]; found != "" {
					return found
				}
			}
			return v
		})
	}
	found := cssColor.FindString(value)
	if found == "" {
		t.Fatalf("%s has no colour: %q", where, value)
	}
	return parseColor(t, found)
}

func parseColor(t *testing.T, c string) (rgba [4]float64) {
	t.Helper()
	rgba[3] = 1
	if hex, ok := strings.CutPrefix(c, "#"); ok {
		if len(hex) == 3 {
			hex = strings.Join([]string{hex[:1], hex[:1], hex[1:2], hex[1:2], hex[2:], hex[2:]}, "")
		}
		n, err := strconv.ParseUint(hex, 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		rgba[0], rgba[1], rgba[2] = float64(n>>16), float64(n>>8&255), float64(n&255)
		return rgba
	}
	for i, part := range strings.Split(strings.Trim(c[strings.Index(c, "("):], "()"), ",") {
		n, err := strconv.ParseFloat(strings.TrimSpace(part), 64)
		if err != nil {
			t.Fatal(err)
		}
		rgba[i] = n
	}
	return rgba
}

// contrast is WCAG's ratio of a colour that lies over an opaque one.
func contrast(over, under [4]float64) float64 {
	light := func(c [4]float64) (l float64) {
		for i, weight := range []float64{.2126, .7152, .0722} {
			v := c[i] / 255
			if v <= .04045 {
				v /= 12.92
			} else {
				v = math.Pow((v+.055)/1.055, 2.4)
			}
			l += weight * v
		}
		return l
	}
	for i := range 3 {
		over[i] = over[i]*over[3] + under[i]*(1-over[3])
	}
	a, b := light(over), light(under)
	return (max(a, b) + .05) / (min(a, b) + .05)
}

func TestContrastIsReckonedAsWCAGDoes(t *testing.T) {
	for _, c := range []struct {
		over, under string
		want        float64
	}{{"#000", "#fff", 21}, {"#777777", "#fff", 4.48}, {"rgba(0,0,0,.5)", "#fff", 3.98}, {"#fff", "#fff", 1}} {
		if got := contrast(parseColor(t, c.over), parseColor(t, c.under)); math.Abs(got-c.want) > .02 {
			t.Errorf("%s on %s: %.2f, want %.2f", c.over, c.under, got, c.want)
		}
	}
}

// surfaces are what text and fields stand on.
var surfaces = []string{"[data-theme=light]|--pico-background-color", "body > header.top|background", ".drop|background", ".drop.over|background", ".empty|background",
	".problem|background", ".problem.warn|background", ".notice|background", ".cards article|background", ".stack tr|background", ".tabs a[aria-current]|background"}

func TestColoursCanBeRead(t *testing.T) {
	s := readSheets(t)
	root := ":root[data-theme=light]|"
	check := func(name, over, under string, least float64) {
		t.Helper()
		if got := contrast(s.color(t, over), s.color(t, under)); got < least {
			t.Errorf("%s: %s on %s is %.2f, less than %.1f", name, over, under, got, least)
		}
	}
	for _, on := range surfaces {
		check("text", "[data-theme=light]|--pico-color", on, textContrast)
		check("small text", root+"--soft", on, textContrast)
		check("a link", root+"--pico-primary", on, textContrast)
		check("a link under the mouse", root+"--pico-primary-hover", on, textContrast)
		check("what is bad", ".bad|color", on, textContrast)
		check("what is well", ".ok|color", on, textContrast)
		check("the focus", ":focus-visible|outline", on, partContrast)
	}
	field := "[data-theme=light]|--pico-form-element-background-color"
	check("what is typed", "[data-theme=light]|--pico-form-element-color", field, textContrast)
	check("an example in a field", root+"--pico-form-element-placeholder-color", field, textContrast)
	check("the edge of a field", root+"--pico-form-element-border-color", field, partContrast)
	for _, on := range surfaces {
		check("the edge of a field", root+"--pico-form-element-border-color", on, partContrast)
	}
	check("a button", "[data-theme=light]|--pico-primary-inverse", root+"--pico-primary-background", textContrast)
	check("a button under the mouse", "[data-theme=light]|--pico-primary-inverse", root+"--pico-primary-hover-background", textContrast)
	check("a second button", "[data-theme=light]|--pico-secondary-inverse", "[data-theme=light]|--pico-secondary-background", textContrast)
	check("a second button under the mouse", "[data-theme=light]|--pico-secondary-inverse", "[data-theme=light]|--pico-secondary-hover-background", textContrast)
	check("the focus in the step of now", ".steps li[aria-current] a:focus-visible|outline-color", ".steps li[aria-current]|background", partContrast)
	check("a bar of a chart", ".bars rect|fill", ".cards article|background", partContrast)
	check("a bar of progress", "[data-theme=light]|--pico-progress-color", "[data-theme=light]|--pico-progress-background-color", partContrast)
	check("the frame to drop a file in", ".drop|border", ".drop|background", partContrast)
	check("a box of a layout", ".frame rect|stroke", "#fff", partContrast)
	check("a chosen box of a layout", ".frame rect.on|stroke", "#fff", partContrast)
	// every badge, notice, step and button of our own that sets both
	pairs := 0
	for selector, rule := range s {
		background := rule["background"]
		if background == "" || rule["color"] == "" || !cssColor.MatchString(background) || strings.Contains(selector, "dark") || strings.HasPrefix(selector, ":where") {
			continue
		}
		pairs++
		check("a pair of its own", selector+"|color", selector+"|background", textContrast)
	}
	for _, badge := range []string{".state", ".state.valid", ".state.expiring", ".state.revoked", ".state.cancelled", ".state.suspended", ".tag", ".problem .tag", ".demo", ".error > summary .tag", ".question > summary .tag", ".warning > summary .tag", ".info > summary .tag"} {
		check("a badge", badge+"|color", badge+"|background", textContrast)
	}
	if pairs < 12 {
		t.Errorf("only %d pairs were found: the sheet is no longer read", pairs)
	}
}

// TestNothingIsGreyedOut: a disabled button is half as strong and need not be
// readable; the pages leave out what cannot be done, and say why.
func TestNothingIsGreyedOut(t *testing.T) {
	files, err := templateFiles.ReadDir("templates")
	if err != nil || len(files) < 20 {
		t.Fatal(len(files), err)
	}
	for _, f := range files {
		b, err := templateFiles.ReadFile("templates/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		if regexp.MustCompile(`<[a-z][^>]*\sdisabled`).Match(b) {
			t.Errorf("%s disables something", f.Name())
		}
	}
}
