package office_test

import (
	"context"
	"crypto/rand"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
	"ocoprint/internal/register"
	"ocoprint/internal/register/registertest"
	"ocoprint/internal/register/sqlite"
	"ocoprint/templates"
)

// BenchmarkPipeline measures certificates through the whole of it: register
// read, code, signature, page, file. Each measurement is a process of its own,
// so that its memory is its own; another process issues the certificates before.
//
//	combined   all in one file, signed anew
//	each       one file a certificate, as a reprint gives it
//	issue      prepared, numbered, signed and entered in the register
func BenchmarkPipeline(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		for _, way := range []string{"issue", "combined", "each"} {
			b.Run(fmt.Sprintf("%s/%d", way, n), func(b *testing.B) {
				for b.Loop() {
					dir := b.TempDir()
					var r figures
					if way != "issue" {
						child(b, "issue", n, dir)
					}
					r = child(b, way, n, dir)
					b.ReportMetric(float64(n)/r.cpu, "certs/CPUs")
					b.ReportMetric(r.peak/1024, "peakMB")
					b.ReportMetric(r.bytes/float64(n), "B/cert")
				}
				b.ReportMetric(0, "ns/op")
			})
		}
	}
}

// figures of one child: CPU seconds, peak KB, bytes written.
type figures struct{ cpu, peak, bytes float64 }

const benchEnv = "OCOPRINT_OFFICE_BENCH"

func child(b *testing.B, way string, n int, dir string) (r figures) {
	b.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestBenchChild$")
	cmd.Env = append(os.Environ(), benchEnv+"="+way, "N="+strconv.Itoa(n), "DIR="+dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	if _, err := fmt.Sscan(string(out), &r.cpu, &r.peak, &r.bytes); err != nil {
		b.Fatalf("%q: %v", out, err)
	}
	return r
}

// TestBenchChild is the child of BenchmarkPipeline; by itself it does nothing.
func TestBenchChild(t *testing.T) {
	way := os.Getenv(benchEnv)
	if way == "" {
		return
	}
	n, err := strconv.Atoi(os.Getenv("N"))
	if err != nil {
		t.Fatal(err)
	}
	o := benchOffice(t, os.Getenv("DIR"))
	work := map[string]func(*testing.T, *office.Office, int, string) float64{"issue": benchIssue, "combined": benchCombined, "each": benchEach}[way]
	out := filepath.Join(os.Getenv("DIR"), way)
	cpu := work(t, o, n, out)
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	fmt.Println(cpu, peakKB(t), sizeOf(out))
}

func benchOffice(t *testing.T, dir string) *office.Office {
	t.Helper()
	runtime.GOMAXPROCS(2)
	o, err := office.Open(context.Background(), office.Options{
		Register: filepath.Join(dir, "so"),
		Store: func(ctx context.Context, place string, readOnly bool) (register.Store, error) {
			return sqlite.Open(ctx, place, sqlite.Options{ReadOnly: readOnly})
		},
		Now: func() time.Time { return registertest.Now }, Random: rand.Reader, Who: "bench",
	})
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func benchIssue(t *testing.T, o *office.Office, n int, _ string) float64 {
	before := cpuSeconds(t)
	opt := registertest.Options()
	opt.Layout = templates.Default + "/1"
	sealer, err := o.Sealer(opt.Authority, opt.IssueDate)
	if err != nil {
		t.Fatal(err)
	}
	draft, err := o.Register.Prepare(context.Background(), registertest.Results(1, n), opt)
	if err != nil || len(draft.New) != n {
		t.Fatal(err, len(draft.New))
	}
	if _, err := o.Register.Issue(context.Background(), draft, sealer); err != nil {
		t.Fatal(err)
	}
	return cpuSeconds(t) - before
}

// benchCombined reads the register, signs every certificate once more (the
// signature belongs to the pipeline) and writes the file of all.
func benchCombined(t *testing.T, o *office.Office, n int, out string) float64 {
	before := cpuSeconds(t)
	opt := office.PrintOptions{Out: out, Only: []string{"certificate"}}
	var read atomic.Int64
	sign := signAgain(t, o)
	_, err := o.PrintRegister(context.Background(), register.Filter{}, benchSettings, registertest.Options().AsOf, opt, func(c ocop.Certificate) error {
		read.Add(1)
		return sign(c)
	})
	if err != nil || read.Load() < int64(n) { // some pages are drawn once more, to see what they have in common
		t.Fatal(read.Load(), err)
	}
	return cpuSeconds(t) - before
}

var benchSettings = ocop.Settings{Authority: registertest.Office(), Sample: true}

// signAgain seals a certificate and compares it with what the register has.
func signAgain(t *testing.T, o *office.Office) func(ocop.Certificate) error {
	sealer, err := o.Sealer(registertest.Office(), registertest.Options().IssueDate)
	if err != nil {
		t.Fatal(err)
	}
	return func(c ocop.Certificate) error {
		s, err := sealer.Seal(c)
		if err == nil && s.URL != c.URL {
			err = fmt.Errorf("the signature of %s differs from the register's", c.ID)
		}
		return err
	}
}

// benchEach is what the single files cost beside the file of all: reading and
// signing are in both.
func benchEach(t *testing.T, o *office.Office, n int, out string) float64 {
	all := filepath.Join(os.Getenv("DIR"), "all")
	shared := signed(t, o, n)
	combined := printed(t, o, n, office.PrintOptions{Out: all, Only: []string{"certificate"}})
	both := printed(t, o, n, office.PrintOptions{Out: out, Only: []string{"certificate"}, Singles: true})
	if err := os.Remove(filepath.Join(out, "giay-chung-nhan.pdf")); err != nil {
		t.Fatal(err)
	}
	return both - combined + shared
}

// printed reads the register, signs every certificate once more, writes the
// papers and gives the CPU seconds.
func printed(t *testing.T, o *office.Office, n int, opt office.PrintOptions) float64 {
	before := cpuSeconds(t)
	if _, err := o.Print(context.Background(), signedBatch(t, o, n), opt); err != nil {
		t.Fatal(err)
	}
	return cpuSeconds(t) - before
}

func signed(t *testing.T, o *office.Office, n int) float64 {
	before := cpuSeconds(t)
	signedBatch(t, o, n)
	return cpuSeconds(t) - before
}

func signedBatch(t *testing.T, o *office.Office, n int) *office.Batch {
	b, err := o.BatchOf(context.Background(), register.Filter{}, benchSettings, registertest.Options().AsOf)
	if err != nil || len(b.Certificates) != n {
		t.Fatal(err)
	}
	sign := signAgain(t, o)
	for _, c := range b.Certificates {
		if err := sign(c); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

func sizeOf(dir string) (total int64) {
	_ = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error { // nothing written is 0 bytes
		if err != nil || d.IsDir() {
			return nil
		}
		if info, err := d.Info(); err == nil {
			total += info.Size()
		}
		return nil
	})
	return total
}
