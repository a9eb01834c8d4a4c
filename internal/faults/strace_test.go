package faults

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"ocoprint/internal/register/registertest"
)

// calls are the system calls at which the register touches the disk.
var calls = []string{"openat", "pwrite64", "write", "fdatasync", "fsync", "ftruncate", "unlinkat", "renameat", "pread64", "fcntl", "newfstatat", "fstat", "lseek", "close", "mkdirat"}

// changing are those of them that change something.
var changing = []string{"openat", "pwrite64", "write", "fdatasync", "fsync", "ftruncate", "unlinkat", "renameat", "pread64", "mkdirat", "close"}

func needStrace(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("strace"); err != nil {
		registertest.Skip(t, "strace is not installed")
	}
	if out, err := exec.Command("strace", "-o", "/dev/null", "true").CombinedOutput(); err != nil {
		registertest.Skip(t, fmt.Sprintf("strace may not trace here: %s", out))
	}
}

// strace is how a worker is traced. With a filter in the kernel only the calls
// in question stop it; strace 6.1 does not send signals then.
func strace(log string, more ...string) []string {
	args := []string{"strace", "-f", "-qq", "-o", log}
	if !strings.Contains(strings.Join(more, " "), "signal=") && filtered() {
		args = append(args, "--seccomp-bpf")
	}
	return append(args, more...)
}

var filtered = sync.OnceValue(func() bool {
	return exec.Command("strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "true").Run() == nil
})

// count says how often each call is made in an undisturbed day.
func count(t *testing.T, d day, calls []string) map[string]int {
	t.Helper()
	s := newSite(t)
	s.begin(t, d)
	log := filepath.Join(t.TempDir(), "log")
	c := s.command(strace(log, "-e", "trace="+strings.Join(calls, ",")), d.steps...)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("count calls: %v: %s", err, out)
	}
	b, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	n := map[string]int{}
	for line := range strings.Lines(string(b)) {
		if _, rest, ok := strings.Cut(line, " "); ok {
			if name, _, ok := strings.Cut(strings.TrimSpace(rest), "("); ok && !strings.Contains(name, " ") {
				n[name]++
			}
		}
	}
	t.Logf("%s, undisturbed, makes %v", d.name, n)
	return n
}

// point is one fault: what happens at which call of a kind.
type point struct {
	call, fault string
	when        int
}

func (p point) String() string { return fmt.Sprintf("%s %s #%d", p.call, p.fault, p.when) }

// points spreads total faults evenly over all calls of the kinds.
func points(n map[string]int, calls, faults []string, total int) []point {
	var all []point
	for _, call := range calls {
		for _, fault := range faults {
			for when := 1; when <= n[call]; when++ {
				all = append(all, point{call, fault, when})
			}
		}
	}
	if len(all) <= total {
		return all
	}
	some := make([]point, 0, total)
	for i := range total {
		some = append(some, all[i*len(all)/total])
	}
	return some
}

// fired counts the points at which a fault really struck.
var fired int64

// struck is one day with a fault in it.
func struck(t *testing.T, p point, before []string, steps ...string) (s site, acks []string, failed bool) {
	t.Helper()
	s = newSite(t)
	log := filepath.Join(filepath.Dir(s.folder), "strace.log")
	acks = s.begin(t, day{before: before})
	c := s.command(strace(log, "-e", "trace="+p.call, "-e", fmt.Sprintf("inject=%s:%s:when=%d", p.call, p.fault, p.when)), steps...)
	var out bytes.Buffer
	c.Stdout = &out
	err := c.Run()
	if b, _ := os.ReadFile(log); err != nil || bytes.Contains(b, []byte("(INJECTED)")) {
		atomic.AddInt64(&fired, 1)
	}
	return s, append(acks, lines(out.Bytes())...), err != nil
}

// each runs f for all points on a few workers.
func each(t *testing.T, all []point, f func(p point) error) (bad int64) {
	t.Helper()
	var wg sync.WaitGroup
	next := make(chan point)
	for range 2 {
		wg.Go(func() {
			for p := range next {
				if atomic.LoadInt64(&bad) > 5 {
					continue
				}
				if err := f(p); err != nil {
					atomic.AddInt64(&bad, 1)
					t.Errorf("%s: %v", p, err)
				}
			}
		})
	}
	for _, p := range all {
		next <- p
	}
	close(next)
	wg.Wait()
	return bad
}

// TestKillPoints kills the worker inside its n-th system call of a kind.
func TestKillPoints(t *testing.T) {
	needStrace(t)
	var tried, killed, bad int64
	for _, d := range days {
		want := d.undisturbed(t)
		all := points(count(t, d, calls), calls, []string{"signal=KILL"}, scale(6, 1400))
		bad += each(t, all, func(p point) error {
			s, acks, failed := struck(t, p, d.before, d.steps...)
			if failed {
				atomic.AddInt64(&killed, 1)
			}
			return s.judge(t, d, acks, want, p.when%3 == 0)
		})
		tried += int64(len(all))
	}
	t.Logf("%d kill points by system call, killed at %d, %d bad", tried, killed, bad)
	if killed == 0 {
		t.Error("nothing was killed: this harness cannot fail")
	}
}

// TestDiskFaults lets single calls fail: whatever was acknowledged must be
// there, and a day that reported success must be whole.
func TestDiskFaults(t *testing.T) {
	needStrace(t)
	var tried, reported, bad int64
	before := atomic.LoadInt64(&fired)
	for _, d := range days {
		want := d.undisturbed(t)
		all := points(count(t, d, changing), changing, []string{"error=EIO", "error=ENOSPC"}, scale(6, 2400))
		bad += each(t, all, func(p point) error {
			s, acks, failed := struck(t, p, d.before, d.steps...)
			if failed {
				atomic.AddInt64(&reported, 1)
			} else if got := s.numbers(t); len(got) != len(want) {
				return fmt.Errorf("success was reported with %d certificates of %d", len(got), len(want))
			}
			return s.judge(t, d, acks, want, p.when%3 == 0)
		})
		tried += int64(len(all))
	}
	t.Logf("%d EIO and ENOSPC points, struck at %d, reported at %d, %d silent or bad", tried, atomic.LoadInt64(&fired)-before, reported, bad)
}

// TestDiskFaultControl: a worker that carries on when something failed, and
// acknowledges all the same, is caught.
func TestDiskFaultControl(t *testing.T) {
	needStrace(t)
	for when := 1; when < 30; when++ {
		for _, call := range []string{"fsync", "fdatasync"} {
			s, acks, _ := struck(t, point{call, "error=EIO", when}, nil, "-deaf", "issue:1:8", "issue:9:4")
			if s.check(acks) != nil {
				return
			}
		}
	}
	t.Error("a deaf worker was never caught: this harness cannot fail")
}
