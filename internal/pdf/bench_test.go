//go:build unix

package pdf

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"ocoprint/internal/layout"
)

// BenchmarkCertificates measures whole processes, as design.md §5 does: a child
// writes n certificates and says what it took. Beside it ReportLab draws the
// same page. The code's modules are given on both sides.
//
//	go test -run '^$' -bench Certificates ./internal/pdf
func BenchmarkCertificates(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		for _, way := range []string{"combined/1", "combined/2", "each/1", "design/1", "reportlab"} {
			b.Run(fmt.Sprintf("%s/%d", way, n), func(b *testing.B) {
				for b.Loop() {
					r := measure(b, way, n)
					b.ReportMetric(float64(n)/r.cpu, "certs/CPUs")
					b.ReportMetric(r.peak/1024, "peakMB")
					b.ReportMetric(r.bytes/float64(n), "B/cert")
				}
				b.ReportMetric(0, "ns/op")
			})
		}
	}
}

type reading struct{ cpu, peak, bytes float64 } // seconds, KB, bytes

func measure(b *testing.B, way string, n int) reading {
	var cmd *exec.Cmd
	if way == "reportlab" {
		python := "/usr/bin/python3" // Debian's, which python3-reportlab belongs to
		if exec.Command(python, "-c", "import reportlab").Run() != nil {
			b.Skip("python3-reportlab is not installed")
		}
		cmd = exec.Command(python, "testdata/bench/reportlab_certificates.py", strconv.Itoa(n), "../../fonts", filepath.Join(b.TempDir(), "r.pdf"))
	} else {
		cmd = exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), benchEnv+"="+way+"/"+strconv.Itoa(n))
	}
	out, err := cmd.Output()
	if err != nil {
		b.Fatal(err)
	}
	var count int
	var r reading
	if _, err := fmt.Sscan(string(out), &count, &r.cpu, &r.peak, &r.bytes); err != nil || count != n {
		b.Fatalf("%q: %v", out, err)
	}
	return r
}

const benchEnv = "OCOPRINT_BENCH_CHILD"

func TestMain(m *testing.M) {
	if what := os.Getenv(benchEnv); what != "" {
		benchChild(what)
		return
	}
	os.Exit(m.Run())
}

func benchChild(what string) {
	parts := strings.Split(what, "/")
	workers, _ := strconv.Atoi(parts[1])
	n, _ := strconv.Atoi(parts[2])
	var codes [100][][]bool
	for i := range codes {
		codes[i] = pseudoCode(61, i)
	}
	page := func(i int) ([]layout.Page, error) { return []layout.Page{certificateWith(i, codes[i%100])}, nil }
	if parts[0] == "design" {
		page = designPages(codes[:])
	}
	var size counter
	o := Options{Workers: workers}
	var err error
	if parts[0] == "each" {
		err = WriteFiles(context.Background(), n, page, func(int) (File, error) { return File{W: &size}, nil }, o)
	} else {
		err = WriteEach(context.Background(), &size, n, page, o)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	seconds := func(t syscall.Timeval) float64 { return float64(t.Sec) + float64(t.Usec)/1e6 }
	fmt.Println(n, seconds(u.Utime)+seconds(u.Stime), u.Maxrss, int64(size))
}

// designPages renders the formal design, fitting and checks included.
func designPages(codes [][][]bool) func(i int) ([]layout.Page, error) {
	data, err := os.ReadFile("../../templates/gcn-trang-trong/layout.json")
	if err != nil {
		panic(err)
	}
	tpl, err := layout.LoadTemplate("layout.json", data)
	if err != nil {
		panic(err)
	}
	return func(i int) ([]layout.Page, error) {
		v := values(i)
		v["number"], v["id"] = fmt.Sprintf("%d/2023/GCN-UBND", i), fmt.Sprintf("LC-2023-2-%d", i)
		pages, _ := tpl.Render(v, layout.Options{Checked: true, QR: func(string) ([][]bool, error) { return codes[i%len(codes)], nil }})
		return pages, nil
	}
}

type counter int64

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }

// BenchmarkPress shows why pages are compressed as they are.
func BenchmarkPress(b *testing.B) {
	c := newComposer(newKit(Options{}))
	p := certificate(1)
	if err := c.page(p, nil, p.Marks[p.Static:]); err != nil {
		b.Fatal(err)
	}
	var content []byte
	if err := c.finish(func(_ draft, data []byte) error { content = append(content, data...); return nil }); err != nil {
		b.Fatal(err)
	}
	for level := 1; level <= 9; level++ {
		b.Run(strconv.Itoa(level), func(b *testing.B) {
			press := newPress(level)
			n := 0
			for b.Loop() {
				n = len(press.squeeze(content))
			}
			b.ReportMetric(float64(n), "B")
		})
	}
}

var _ io.Writer = new(counter)
