package pdf

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"ocoprint/internal/layout"
)

func at(box, s string, y float64, c layout.Color) layout.Text {
	return layout.Text{Box: box, Face: serif, X: 10, Baseline: y, Size: 12, String: s, Color: c, Width: 30, Ascent: 4, Descent: 1}
}

func boxesOf(marks []layout.Mark) string {
	var list []string
	for _, m := range marks {
		list = append(list, m.BoxID())
	}
	return strings.Join(list, " ")
}

func TestWhatABatchHasInCommon(t *testing.T) {
	red := layout.Ink(0, 100, 100, 0)
	rect := layout.Rect{Box: "nen", X: 5, Y: 5, W: 50, H: 50, Fill: layout.Ink(0, 0, 20, 0)}
	line := layout.Line{Box: "ke", X1: 0, Y1: 90, X2: 50, Y2: 90, Width: 1, Color: layout.Black, Dash: []float64{1}}
	page := func(marks ...layout.Mark) layout.Page { return layout.Page{Marks: marks} }
	for _, c := range []struct {
		name  string
		pages []layout.Page
		want  string
	}{
		{"values that do not change", []layout.Page{
			page(at("a", "UBND", 10, red), at("b", "một", 30, red), at("c", "2023", 60, red), line),
			page(at("a", "UBND", 10, red), at("b", "hai", 30, red), at("c", "2023", 60, red), line)}, "a c ke"},
		{"one page has it, one has not", []layout.Page{
			page(at("a", "UBND", 10, red), at("b", "một", 30, red)), page(at("b", "một", 30, red))}, "b"},
		{"another order", []layout.Page{
			page(at("a", "x", 10, red), at("b", "y", 30, red)), page(at("b", "y", 30, red), at("a", "x", 10, red))}, "a"},
		{"painted over what changes", []layout.Page{
			page(at("b", "một", 30, red), rect), page(at("b", "hai", 30, red), rect)}, ""},
		{"under what changes", []layout.Page{
			page(rect, at("b", "một", 30, red)), page(rect, at("b", "hai", 30, red))}, "nen"},
		{"texts of one colour in each other's way", []layout.Page{
			page(at("b", "một", 30, red), at("a", "x", 31, red)), page(at("b", "hai", 30, red), at("a", "x", 31, red))}, "a"},
		{"texts of two colours in each other's way", []layout.Page{
			page(at("b", "một", 30, red), at("a", "x", 31, layout.Black)), page(at("b", "hai", 30, red), at("a", "x", 31, layout.Black))}, ""},
		{"codes are never shared", []layout.Page{
			page(layout.QR{Box: "qr"}), page(layout.QR{Box: "qr"})}, ""},
	} {
		if got := boxesOf(commonMarks(c.pages)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A page of a later chunk that is different is drawn in full, and all look as
// if nothing had been shared.
func TestSharingDoesNotShow(t *testing.T) {
	pdftoppm, pdftotext := tool(t, "pdftoppm", "poppler-utils"), tool(t, "pdftotext", "poppler-utils")
	tpl := design(t, "gcn-le-hoi")
	var pages []layout.Page
	for i := range 6 {
		v := values(i)
		v["sample"] = i < 4
		drawn, _ := tpl.Render(v, options())
		pages = append(pages, drawn...)
	}
	shared, full := drawFile(t, Options{}, pages...), drawFile(t, Options{StandardSubset: true}, pages...)
	if a, b := run(t, pdftotext, "-layout", shared, "-"), run(t, pdftotext, "-layout", full, "-"); a != b {
		t.Error("another text is extracted")
	}
	for _, path := range []string{shared, full} {
		run(t, pdftoppm, "-r", "50", "-png", path, filepath.Join(filepath.Dir(path), "p"))
	}
	for i := range pages {
		name := fmt.Sprintf("p-%d.png", i+1)
		a, b := grayOf(t, filepath.Join(filepath.Dir(shared), name)), grayOf(t, filepath.Join(filepath.Dir(full), name))
		if !bytes.Equal(a.Pix, b.Pix) {
			t.Errorf("page %d looks different", i+1)
		}
	}
}

func TestLaterPagesThatDifferAreWhole(t *testing.T) {
	page := func(i int) layout.Page {
		p := layout.Page{W: 100, H: 60, StaticKey: "k", Static: 1, Marks: []layout.Mark{at("s", "tĩnh", 10, layout.Black),
			at("a", "chung một", 20, layout.Black), at("b", fmt.Sprintf("riêng %d", i), 30, layout.Black), at("c", "chung hai", 40, layout.Black)}}
		if i == chunk+3 {
			p.Marks[1] = at("a", "khác hẳn", 20, layout.Black)
		}
		return p
	}
	var pages []layout.Page
	for i := range chunk + 6 {
		pages = append(pages, page(i))
	}
	path := drawFile(t, Options{}, pages...)
	got := strings.Split(run(t, tool(t, "pdftotext", "poppler-utils"), "-layout", path, "-"), "\f")
	for i := range pages {
		want := fmt.Sprintf("tĩnh chung một riêng %d chung hai", i)
		if i == chunk+3 {
			want = strings.Replace(want, "chung một", "khác hẳn", 1)
		}
		if text := strings.Join(strings.Fields(got[i]), " "); text != want {
			t.Errorf("page %d says %q, want %q", i, text, want)
		}
	}
}

// A first chunk that fails must not leave the others waiting.
func TestFailedFirstChunkEndsTheRun(t *testing.T) {
	for _, slip := range []func() ([]layout.Page, error){
		func() ([]layout.Page, error) { return nil, context.DeadlineExceeded },
		func() ([]layout.Page, error) { panic("slip") },
	} {
		err := WriteEach(context.Background(), &counterWriter{}, 5*chunk, func(i int) ([]layout.Page, error) {
			if i == 7 {
				return slip()
			}
			return []layout.Page{certificate(i)}, nil
		}, Options{Workers: 4})
		if err == nil {
			t.Error("no error")
		}
	}
}

type counterWriter struct{ n int }

func (c *counterWriter) Write(p []byte) (int, error) { c.n += len(p); return len(p), nil }
