package layout

import (
	"os"
	"strings"
	"testing"
)

// The layout in the package comment is one that loads and renders.
func TestTheWorkedExampleOfTheCommentLoads(t *testing.T) {
	src, err := os.ReadFile("layout.go")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, line := range strings.Split(string(src), "\n") {
		if code, ok := strings.CutPrefix(line, "//\t"); ok {
			b.WriteString(code + "\n")
		}
	}
	tpl := mustLoad(t, b.String())
	v := Values{"product.name": "Chè ô long Ví Dụ", "stars": 3, "valid.last": Day{2026, 11, 20}}
	tpl.Answer(v, nil)
	pages, problems := tpl.Render(v, Options{})
	if len(problems) > 0 || !strings.Contains(Listing(pages), "đến hết ngày 20 tháng 11") {
		t.Errorf("%v\n%s", problems, Listing(pages))
	}
}
