package layout

import (
	"fmt"
	"testing"
)

// Every kind draws the same marks twice, paints in the colours it is given,
// keeps to its box (control points may lie a tenth outside), and stays within
// bounds at the ends of its measures.
func TestEveryOrnament(t *testing.T) {
	colors := []Color{Ink(0, 100, 90, 10), Ink(10, 40, 90, 5), Gray(60), Ink(80, 20, 90, 0), Ink(0, 10, 40, 0), Ink(40, 80, 60, 20)}
	if len(Ornaments()) < 8 {
		t.Errorf("only %v", Ornaments())
	}
	for _, name := range Ornaments() {
		t.Run(name, func(t *testing.T) {
			o, _ := OrnamentOf(name)
			if o.Doc == "" || len(o.Colors) == 0 {
				t.Error("it says nothing about itself")
			}
			for i, size := range [][2]float64{{120, 30}, {280, 193}, {60, 60}} {
				a := Listing([]Page{{Marks: o.DrawIn(size[0], size[1], nil, colors)}})
				b := Listing([]Page{{Marks: o.DrawIn(size[0], size[1], nil, colors)}})
				if a != b {
					t.Error("two drawings differ")
				}
				marks := o.DrawIn(size[0], size[1], nil, colors)
				if len(marks) == 0 {
					t.Errorf("nothing in %v", size)
				}
				for _, m := range marks {
					if box := m.Bounds(); i == 0 && !box.Inside(Box4{0, 0, size[0], size[1]}, 12) {
						t.Errorf("in %v it reaches to %+v", size, box)
					}
				}
			}
			for _, end := range []func(Param) float64{func(p Param) float64 { return p.Min }, func(p Param) float64 { return p.Max }} {
				params := map[string]float64{}
				for _, p := range o.Params {
					if p.Default < p.Min || p.Default > p.Max || p.Doc == "" {
						t.Errorf("measure %+v", p)
					}
					params[p.Name] = end(p)
				}
				steps := 0
				for _, m := range o.DrawIn(280, 193, params, colors) {
					steps++
					if p, ok := m.(Path); ok {
						steps += len(p.Segs)
					}
				}
				if steps > maxSteps {
					t.Errorf("%d steps with %v", steps, params)
				}
			}
		})
	}
}

func TestATemplateOfTooManyOrnamentsIsRefused(t *testing.T) {
	boxes := ""
	for i := range 60 {
		if i > 0 {
			boxes += ","
		}
		boxes += fmt.Sprintf(`{"id": "h%d", "type": "ornament", "x": 0, "y": 0, "w": 2000, "h": 2000, "kind": "brocade-frame", "params": {"band": 3}}`, i)
	}
	_, err := LoadTemplate("x.json", []byte(page("", boxes)))
	if codesOf(err)["layout-ornament-heavy"] == 0 {
		t.Errorf("%v", err)
	}
}

func TestAFontThatMayNotBeEmbeddedStopsTheBatch(t *testing.T) {
	f := ShippedFaces()
	locked := append([]byte(nil), f.TTF("LiberationSerif-Regular.ttf")...)
	tables, _ := readTables(locked)
	tables["OS/2"][8], tables["OS/2"][9] = 0, 2
	if err := f.Add("LiberationSerif-Regular.ttf", locked); err != nil {
		t.Fatal(err)
	}
	tpl := mustLoad(t, page("", textBoxJSON("a", "x", "")))
	if p := tpl.Check([]Row{{Values{}, examplePlace}}, Options{Faces: f}); len(p) != 1 || p[0].Code() != "layout-font-locked" {
		t.Errorf("%v", p)
	}
	if p := tpl.Check([]Row{{Values{}, examplePlace}}, Options{}); len(p) != 0 {
		t.Errorf("the shipped one: %v", p)
	}
}
