package pdf

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ocoprint/internal/layout"
)

func TestNumbersAreShortAndExact(t *testing.T) {
	for _, c := range []struct {
		v    float64
		dec  int
		want string
	}{{0, 2, "0 "}, {1, 2, "1 "}, {-0.001, 2, "0 "}, {1.005, 2, "1 "}, {1.5, 2, "1.5 "}, {-12.345, 3, "-12.345 "}, {1.32, 5, "1.32 "}, {0.04, 2, "0.04 "}, {100.999, 2, "101 "}} {
		if got := string(num(nil, c.v, c.dec)); got != c.want {
			t.Errorf("%g with %d decimals is %q, want %q", c.v, c.dec, got, c.want)
		}
	}
}

// A rectangle in a path is the same operator whichever corners name it.
func TestABoxStepIsARectangle(t *testing.T) {
	f := frame{high: 100 * pt}
	for _, s := range []layout.Seg{
		{Op: layout.BoxTo, X1: 10, Y1: 20, X: 40, Y: 60}, {Op: layout.BoxTo, X1: 40, Y1: 60, X: 10, Y: 20}, {Op: layout.BoxTo, X1: 40, Y1: 20, X: 10, Y: 60},
	} {
		if got, want := string(f.segs(nil, []layout.Seg{s})), "28.35 113.39 85.04 113.39 re\n"; got != want {
			t.Errorf("%v is %q, want %q", s, got, want)
		}
	}
}

// A code covers exactly its modules, in whatever way rectangles are merged.
func TestModulesCoverExactly(t *testing.T) {
	for seed := range 20 {
		rows := pseudoCode(61, seed)
		got := make([][]int, 61)
		for y := range got {
			got[y] = make([]int, 61)
		}
		for _, line := range strings.Split(strings.TrimSpace(string(new(tiles).modules(nil, rows))), "\n") {
			v := fieldsOf(t, line)
			for y := v[1]; y < v[1]+v[3]; y++ {
				for x := v[0]; x < v[0]+v[2]; x++ {
					got[y][x]++
				}
			}
		}
		for y := range rows {
			for x, black := range rows[y] {
				if want := map[bool]int{true: 1}[black]; got[y][x] != want {
					t.Fatalf("seed %d: module %d, %d is painted %d times", seed, x, y, got[y][x])
				}
			}
		}
	}
}

func fieldsOf(t *testing.T, line string) (v [4]int) {
	t.Helper()
	f := strings.Fields(line)
	if len(f) != 5 || f[4] != "re" {
		t.Fatalf("line %q", line)
	}
	for i := range v {
		for _, c := range f[i] {
			v[i] = 10*v[i] + int(c-'0')
		}
	}
	return v
}

// 600 dpi is 0.12 pt: a module must be a whole multiple, and its edges black on
// white without a soft pixel when rendered at that resolution.
func TestModulesFallOnPrinterDots(t *testing.T) {
	pdftoppm := tool(t, "pdftoppm", "poppler-utils")
	const dots = 11
	size := float64(61+8) * dots * layout.Dot
	rows := pseudoCode(61, 3)
	p := layout.Page{W: 50, H: 50, Marks: []layout.Mark{layout.QR{X: 100 * layout.Dot, Y: 100 * layout.Dot, Size: size, Quiet: 4, N: 61, Modules: rows}}}
	path := drawFile(t, Options{}, p)
	run(t, pdftoppm, "-r", "600", "-gray", "-png", path, filepath.Join(filepath.Dir(path), "p"))
	img := grayOf(t, filepath.Join(filepath.Dir(path), "p-1.png"))
	soft := 0
	for _, v := range img.Pix {
		if v > 60 && v < 250 {
			soft++
		}
	}
	// The page is not a whole number of dots high, so rows may be cut; columns may not.
	for y := range rows {
		py := 100 + int((float64(y)+4.5)*dots)
		for x := range rows[y] {
			from, to := 100+(x+4)*dots, 100+(x+5)*dots-1
			for _, px := range []int{from, to} {
				if black := img.GrayAt(px, py).Y < 128; black != rows[y][x] {
					t.Fatalf("module %d, %d: pixel %d has the wrong colour", x, y, px)
				}
			}
		}
	}
	if share := float64(soft) / float64(len(img.Pix)); share > 0.08 {
		t.Errorf("%.1f %% of the pixels are soft", 100*share)
	}
}

// Text, lines and codes in black use the black plate alone.
func TestBlackIsOnePlate(t *testing.T) {
	qpdf := tool(t, "qpdf", "qpdf")
	p := layout.Page{W: 80, H: 60, Marks: []layout.Mark{
		layout.Text{Face: serif, X: 5, Baseline: 10, Size: 12, String: "đen"},
		layout.Text{Face: serif, X: 5, Baseline: 20, Size: 12, String: "đỏ", Color: layout.Ink(12, 100, 96, 8)},
		layout.Line{X1: 5, Y1: 25, X2: 60, Y2: 25, Width: 0.3, Color: layout.Black},
		layout.QR{X: 40, Y: 30, Size: 20, Quiet: 4, N: 21, Modules: pseudoCode(21, 1)},
	}}
	all := run(t, qpdf, "--qdf", drawFile(t, Options{}, p), "-")
	for _, want := range []string{"0.00 0.00 0.00 1.00 k", "0.12 1.00 0.96 0.08 k", "0 0 0 1 K", "0 0 0 1 k"} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in the content", want)
		}
	}
	for _, bad := range []string{" rg\n", " RG\n", " g\n", " G\n"} {
		if strings.Contains(all, bad) {
			t.Errorf("the content uses %q", strings.TrimSpace(bad))
		}
	}
}

// What layout measures is what gopdf advances: the far edge of the last letter
// stands where Text.Width says.
func TestWidthsAreThoseOfLayout(t *testing.T) {
	pdftotext := tool(t, "pdftotext", "poppler-utils")
	faces := layout.DefaultFaces()
	var marks []layout.Mark
	for i, key := range faces.Keys() {
		y := 15 + 12*float64(i)
		marks = append(marks, layout.Text{Face: key, X: 10, Baseline: y, Size: 17.5, String: "Gạo séng cù đặc sản vùng cao ỹ"})
	}
	bbox := run(t, pdftotext, "-bbox", drawFile(t, Options{}, layout.Page{W: 200, H: 200, Marks: marks}), "-")
	i := 0
	for _, line := range strings.Split(bbox, "\n") {
		if !strings.Contains(line, ">ỹ<") {
			continue
		}
		_, rest, _ := strings.Cut(line, `xMax="`)
		num, _, _ := strings.Cut(rest, `"`)
		got := parse(t, num) / pt
		if want := 10 + faces.Measure(faces.Keys()[i], 17.5, "Gạo séng cù đặc sản vùng cao ỹ"); math.Abs(got-want) > 0.05 {
			t.Errorf("%s: the text ends at %.2f mm, layout says %.2f", faces.Keys()[i], got, want)
		}
		i++
	}
	if i != len(faces.Keys()) {
		t.Errorf("%d lines of %d found", i, len(faces.Keys()))
	}
}

func parse(t *testing.T, s string) (v float64) {
	t.Helper()
	whole, frac, _ := strings.Cut(s, ".")
	for _, c := range whole + frac {
		v = 10*v + float64(c-'0')
	}
	return v / math.Pow10(len(frac))
}

// The designs leave the room for signature and stamp empty, and their codes are
// read from paper.
func TestDesignsKeepRoomForSignatureAndCode(t *testing.T) {
	code := realCode(t)
	for _, id := range designs {
		t.Run(id, func(t *testing.T) {
			o := layout.Options{QR: func(string) ([][]bool, error) { return code.rows, nil }}
			pages, problems := design(t, id).Render(values(1), o)
			for _, p := range problems {
				t.Errorf("%s: %s", p.Box, p.String())
			}
			var last, name layout.Box4
			var qr layout.QR
			for _, m := range pages[0].Marks {
				switch m.BoxID() {
				case "quyen_han":
					last = m.Bounds()
				case "nguoi_ky":
					name = m.Bounds()
				}
				if q, ok := m.(layout.QR); ok {
					qr = q
				}
			}
			room := layout.Box4{X: name.X + name.W/2 - 37.5, Y: last.Bottom(), W: 75, H: name.Y - last.Bottom()}
			if room.H < 37 {
				t.Errorf("%.1f mm between title and name", room.H)
			}
			for _, m := range pages[0].Marks[pages[0].Static:] {
				if o := m.Bounds().Overlap(room); o.W > 0.1 && o.H > 1.2 {
					t.Errorf("box %q stands where the stamp goes", m.BoxID())
				}
			}
			if gap := room.X - (qr.X + qr.Size); gap < 60 {
				t.Errorf("the code is %.0f mm from the stamp", gap)
			}
			if module := qr.Size / float64(qr.N+2*qr.Quiet); module < 0.42 || math.Abs(module/layout.Dot-math.Round(module/layout.Dot)) > 1e-6 {
				t.Errorf("a module is %.4f mm", module)
			}
		})
	}
}

type namedCode struct {
	text string
	rows [][]bool
}

// realCode is a code of version 11 with 440 digits, made once by the room that
// makes codes.
func realCode(t testing.TB) namedCode {
	t.Helper()
	data, err := os.ReadFile("testdata/code.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	c := namedCode{text: lines[0]}
	for _, line := range lines[1:] {
		row := make([]bool, len(line))
		for x := range row {
			row[x] = line[x] == '#'
		}
		c.rows = append(c.rows, row)
	}
	return c
}

func TestCodeOfEveryDesignIsRead(t *testing.T) {
	pdftoppm, zbarimg := tool(t, "pdftoppm", "poppler-utils"), tool(t, "zbarimg", "zbar-tools")
	code := realCode(t)
	for _, id := range designs {
		t.Run(id, func(t *testing.T) {
			pages, _ := design(t, id).Render(values(2), layout.Options{QR: func(string) ([][]bool, error) { return code.rows, nil }})
			path := drawFile(t, Options{}, pages...)
			for _, dpi := range []string{"300", "200"} {
				run(t, pdftoppm, "-r", dpi, "-gray", "-png", path, filepath.Join(filepath.Dir(path), "p"+dpi))
				got := run(t, zbarimg, "--raw", "-q", filepath.Join(filepath.Dir(path), "p"+dpi+"-1.png"))
				if strings.TrimSpace(got) != code.text {
					t.Errorf("at %s dpi the code says %q", dpi, got)
				}
			}
		})
	}
}
