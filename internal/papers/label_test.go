package papers

import (
	"strings"
	"testing"
)

// TestLabelsStandInOneSize: labels lie side by side on the tables; products of
// ordinary length have one size, producers too, and an endless name has its own.
func TestLabelsStandInOneSize(t *testing.T) {
	in := input(60)
	for _, c := range []struct {
		name string
		long bool
		want int
	}{{"sixty products", false, 1}, {"and an endless one", true, 2}} {
		if c.long {
			in.Certificates[7].Product.Name, in.Certificates[7].Producer.Name = longNames[4], "HTX "+longNames[4]
		}
		sizes := map[string]map[float64]int{"san_pham": {}, "chu_the": {}}
		for _, page := range pagesOf(t, Labels, in) {
			for _, m := range texts(page) {
				if of := sizes[m.Box]; of != nil {
					of[m.Size]++
				}
			}
		}
		for box, of := range sizes {
			if len(of) != c.want {
				t.Errorf("%s: %s stands in the sizes %v", c.name, box, of)
			}
		}
	}
}

// TestLabelsNameTheirCode: the six signs of the code are told to be one, as on the
// certificate.
func TestLabelsNameTheirCode(t *testing.T) {
	in := input(5)
	n := 0
	for _, page := range pagesOf(t, Labels, in) {
		for _, m := range texts(page) {
			if strings.Contains(m.String, in.Certificates[0].Code) {
				n++
				if m.String != "Mã: "+in.Certificates[0].Code {
					t.Errorf("the code is printed as %q", m.String)
				}
			}
		}
	}
	if n != 5 {
		t.Errorf("%d codes on 5 labels", n)
	}
}
