// Package faults breaks the register on purpose: kills it, takes its disk away,
// cuts the power, changes its bytes, and looks each time that what was
// acknowledged is kept, no number is doubled or lost, and nothing bad goes
// unseen. Every harness has a control that proves that it can fail.
//
// Ordinary go test runs a short slice; OCOPRINT_FAULTS=full (make faults) runs
// the figures of the promise. What needs root, strace, loop devices or
// PostgreSQL is skipped by name where it is missing.
package faults

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
	"ocoprint/internal/register/registertest"
	"ocoprint/internal/register/sqlite"
)

// scale gives the short figure, or the full one.
func scale(short, full int) int {
	if os.Getenv("OCOPRINT_FAULTS") == "full" {
		return full
	}
	return short
}

// program is the worker, built once.
var program string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "ocoprint-faults-")
	if err == nil {
		program = filepath.Join(dir, "worker")
		build := exec.Command("go", "build", "-o", program, "./worker")
		build.Env = append(os.Environ(), "CGO_ENABLED=0")
		var out []byte
		if out, err = build.CombinedOutput(); err != nil {
			err = fmt.Errorf("%w: %s", err, out)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	registertest.StopPostgres()
	os.RemoveAll(dir)
	os.Exit(code)
}

// site is one register under attack: its folder and where its head is kept.
type site struct{ folder, head string }

func newSite(t testing.TB) site {
	dir := t.TempDir()
	return site{filepath.Join(dir, "so"), filepath.Join(dir, "dau", "head.json")}
}

// command is a worker at the site; GOMAXPROCS=1 keeps the order of its calls.
func (s site) command(before []string, steps ...string) *exec.Cmd {
	args := append(append([]string(nil), before...), program, s.folder, s.head)
	args = append(args, steps...)
	c := exec.Command(args[0], args[1:]...)
	c.Env = append(os.Environ(), "GOMAXPROCS=1", "GOGC=off")
	return c
}

// run lets a worker work undisturbed and gives what it acknowledged.
func (s site) run(t testing.TB, steps ...string) []string {
	t.Helper()
	c := s.command(nil, steps...)
	var errs bytes.Buffer
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%v: %v: %s", steps, err, errs.String())
	}
	return lines(out)
}

// lines gives whole lines only: half a line was not acknowledged.
func lines(out []byte) []string {
	all := strings.Split(string(out), "\n")
	return all[:len(all)-1]
}

// check opens the register after a fault and gives everything that is wrong.
func (s site) check(acks []string) error {
	ctx := context.Background()
	store, err := sqlite.Open(ctx, s.folder, sqlite.Options{Machine: "faults"})
	if err != nil {
		return err
	}
	defer store.Close()
	r, err := register.Open(ctx, store, register.Options{Now: func() time.Time { return registertest.Now }, Head: register.FileHead(s.head), Who: "check"})
	if err != nil {
		return err
	}
	errs := []error{r.Writable(), store.Check(ctx)}
	for _, ack := range acks {
		errs = append(errs, kept(ctx, r, s, strings.Fields(ack)))
	}
	return errors.Join(errs...)
}

// kept looks that an acknowledgement still holds.
func kept(ctx context.Context, r *register.Register, s site, ack []string) error {
	if ack[0] == "waited" {
		return nil
	}
	if ack[0] == "backup" || ack[0] == "restore" {
		_, err := os.Stat(filepath.Join(s.folder, "backups", ack[1]))
		return err
	}
	it, err := r.Get(ctx, ack[1], ocop.Date{Year: 2026, Month: 1, Day: 1})
	if err != nil {
		return fmt.Errorf("acknowledged %v: %w", ack, err)
	}
	ok := true
	switch ack[0] {
	case "issue", "import":
		ok = it.Number == ack[2]
	case "print":
		ok = it.Prints >= 1
	case "reprint":
		ok = it.Prints >= 2
	case "revoke":
		ok = it.Status == ocop.Revoked
	case "correct":
		ok = it.Revision == 2
	case "handover":
		ok = !it.HandedOver.IsZero()
	}
	if !ok {
		return fmt.Errorf("acknowledged %v, but the register says number %s, revision %d, %d prints, %s", ack, it.Number, it.Revision, it.Prints, it.Status)
	}
	return nil
}

// numbers gives which result has which number and payload, to compare runs.
func (s site) numbers(t testing.TB) map[string]string {
	t.Helper()
	ctx := context.Background()
	store, err := sqlite.Open(ctx, s.folder, sqlite.Options{Machine: "faults"})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	r, err := register.Open(ctx, store, register.Options{Now: func() time.Time { return registertest.Now }, Who: "check"})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for it, err := range r.All(ctx, register.Filter{AsOf: registertest.Options().AsOf}) {
		if err != nil {
			t.Fatal(err)
		}
		all[it.Key()] = fmt.Sprintf("%s %s %d %x", it.ID, it.Number, it.Revision, it.Payload)
	}
	return all
}

// day is what a worker does while faults strike.
type day struct {
	name   string
	before []string // done undisturbed
	steps  []string
	// again: the same steps once more must end as an undisturbed day does.
	again bool
}

// days are every operation of the register, from the first opening on.
var days = []day{
	{"first day", nil, []string{"import:1:3", "issue:1:8", "print:4:8", "reprint:5", "revoke:2", "backup", "correct:6", "issue:9:4", "handover:7"}, true},
	{"second day", []string{"issue:1:6", "print:1:6"}, []string{"issue:20:10", "print:7:10", "correct:8", "backup", "reprint:9", "revoke:3", "handover:11", "issue:40:5"}, true},
	{"restore", []string{"issue:1:8", "print:1:8", "backup", "issue:9:3"}, []string{"restore", "issue:20:4", "backup"}, false},
	{"take over", []string{"issue:1:8", "print:1:8", "backup", "issue:9:3", "revoke:2", "correct:4"}, []string{"takeover", "issue:20:4", "revoke:12"}, false},
}

// undisturbed gives what a day without faults leaves behind.
func (d day) undisturbed(t testing.TB) map[string]string {
	t.Helper()
	s := newSite(t)
	acks := append(s.begin(t, d), s.run(t, d.steps...)...)
	if err := s.check(d.lasting(acks)); err != nil {
		t.Fatalf("%s, undisturbed: %v", d.name, err)
	}
	return s.numbers(t)
}

// begin does what comes before the faults.
func (s site) begin(t testing.TB, d day) []string {
	t.Helper()
	if len(d.before) == 0 {
		return nil
	}
	return s.run(t, d.before...)
}

// lasting leaves out what a restore from the backup must lose: its numbers are
// looked at by neverAgain.
func (d day) lasting(acks []string) []string {
	if d.name != "restore" {
		return acks
	}
	var last []string
	for _, a := range acks {
		if f := strings.Fields(a); f[0] != "issue" || f[1] < "VD-2023-2-009" || f[1] > "VD-2023-2-011" {
			last = append(last, a)
		}
	}
	return last
}

// judge says what is wrong after a fault, and lets the day be done again.
func (s site) judge(t testing.TB, d day, acks []string, want map[string]string, again bool) error {
	t.Helper()
	switch d.name {
	case "restore":
		return s.judgeRestore(t, d, acks)
	case "take over":
		return s.judgeTakeOver(t, d, acks)
	}
	if err := s.check(acks); err != nil {
		return err
	}
	if !again {
		return nil
	}
	return s.finish(t, d, want)
}

// judgeRestore: a restore that was struck leaves the register whole, or not
// there and refused; done again it never gives a number that was given before.
func (s site) judgeRestore(t testing.TB, d day, acks []string) error {
	t.Helper()
	if _, err := os.Stat(filepath.Join(s.folder, sqlite.FileName)); err != nil {
		if err := s.check(nil); err == nil {
			return errors.New("a register that is gone was begun anew")
		}
		c := s.command(nil, d.steps...)
		out, err := c.CombinedOutput()
		if err != nil {
			return fmt.Errorf("restore again: %w: %s", err, out)
		}
		acks = nil
	}
	if err := s.check(d.lasting(acks)); err != nil {
		return err
	}
	for key, got := range s.numbers(t) {
		for _, n := range []string{"09/", "10/", "11/"} {
			if f := strings.Fields(got); strings.HasPrefix(f[1], n) && !strings.Contains(key, "mẫu "+strings.TrimLeft(n[:2], "0")) {
				return fmt.Errorf("number %s was given again, to %q", f[1], key)
			}
		}
	}
	return nil
}

// judgeTakeOver: nothing that was acknowledged is lost, neither before the
// restore nor after it, however often it was struck.
func (s site) judgeTakeOver(t testing.TB, d day, acks []string) error {
	t.Helper()
	if _, err := os.Stat(filepath.Join(s.folder, sqlite.FileName)); err != nil {
		if err := s.check(nil); err == nil {
			return errors.New("a register that is gone was begun anew")
		}
		if out, err := s.command(nil, d.steps...).CombinedOutput(); err != nil {
			return fmt.Errorf("take over again: %w: %s", err, out)
		}
	}
	return s.check(acks)
}

// finish runs the day again after a fault and compares with an undisturbed one.
func (s site) finish(t testing.TB, d day, want map[string]string) error {
	t.Helper()
	c := s.command(nil, d.steps...)
	var errs bytes.Buffer
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		return fmt.Errorf("the day again: %w: %s", err, errs.String())
	}
	if err := s.check(lines(out)); err != nil {
		return err
	}
	got := s.numbers(t)
	for key, w := range want {
		if got[key] != w {
			return fmt.Errorf("after the day again %q has %s, undisturbed %s", key, got[key], w)
		}
	}
	if len(got) != len(want) {
		return fmt.Errorf("%d certificates, undisturbed %d", len(got), len(want))
	}
	return nil
}
