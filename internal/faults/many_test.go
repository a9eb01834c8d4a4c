package faults

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"ocoprint/internal/register"
	"ocoprint/internal/register/postgres"
	"ocoprint/internal/register/registertest"
	"ocoprint/internal/register/sqlite"
)

// TestManyProcesses lets processes issue into one register at once: no number
// twice, none left out, every acknowledgement kept.
func TestManyProcesses(t *testing.T) {
	processes, rounds, size := 8, scale(6, 500), scale(4, 13)
	s := newSite(t)
	acks, err := together(s, processes, rounds, size)
	if err != nil {
		t.Fatal(err)
	}
	issued, twice := tally(acks)
	if twice != "" || len(issued) != processes*rounds*size {
		t.Errorf("%d certificates, want %d; given twice: %q", len(issued), processes*rounds*size, twice)
	}
	if err := s.check(acks[:min(len(acks), 500)]); err != nil {
		t.Error(err)
	}
	numbers := s.numbers(t)
	if len(numbers) != len(issued) {
		t.Errorf("acknowledged %d, in the register %d", len(issued), len(numbers))
	}
	t.Logf("%d processes, %d rounds each, %d certificates, no number twice or left out", processes, rounds, len(issued))
}

// TestManyProcessesOnPostgres is the same on a shared server.
func TestManyProcessesOnPostgres(t *testing.T) {
	processes, rounds, size := 8, scale(4, 500), scale(4, 13)
	s := site{registertest.Postgres(t, "pgx"), t.TempDir() + "/head.json"}
	acks, err := together(s, processes, rounds, size)
	if err != nil {
		t.Fatal(err)
	}
	issued, twice := tally(acks)
	if twice != "" || len(issued) != processes*rounds*size {
		t.Errorf("%d certificates, want %d; given twice: %q", len(issued), processes*rounds*size, twice)
	}
	store, err := postgres.Open(context.Background(), s.folder, postgres.Options{Unsafe: true})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	r, err := register.Open(context.Background(), store, register.Options{Now: func() time.Time { return registertest.Now }, Head: register.FileHead(s.head)})
	if err != nil || r.Writable() != nil {
		t.Fatal(err, r.Writable())
	}
	if n, err := r.Count(context.Background(), register.Filter{}); err != nil || n != len(issued) {
		t.Errorf("in the register: %d, %v", n, err)
	}
	t.Logf("%d processes, %d rounds each, %d certificates on PostgreSQL, no number twice or left out", processes, rounds, len(issued))
}

func together(s site, processes, rounds, size int) (acks []string, err error) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	for n := range processes {
		wg.Go(func() {
			c := s.command(nil, fmt.Sprintf("rounds:%d:%d:%d", 1+n*rounds*size, rounds, size))
			var errs bytes.Buffer
			c.Stderr = &errs
			out, e := c.Output()
			mu.Lock()
			defer mu.Unlock()
			acks = append(acks, lines(out)...)
			if e != nil {
				err = fmt.Errorf("process %d: %w: %s", n, e, errs.String())
			}
		})
	}
	wg.Wait()
	return acks, err
}

// tally gives every number that was acknowledged, and one that was twice.
func tally(acks []string) (issued map[string]bool, twice string) {
	issued = map[string]bool{}
	for _, a := range acks {
		f := strings.Fields(a)
		if f[0] != "issue" {
			continue
		}
		if issued[f[2]] {
			twice = f[2]
		}
		issued[f[2]] = true
	}
	return issued, twice
}

// TestManyControl: two processes that are not kept apart (each on its own copy
// of the register) do give numbers twice, and the same tally says so.
func TestManyControl(t *testing.T) {
	var acks []string
	for n := range 2 {
		more, err := together(newSite(t), 1, 2, 3+n)
		if err != nil {
			t.Fatal(err)
		}
		acks = append(acks, more...)
	}
	if _, twice := tally(acks); twice == "" {
		t.Error("two registers gave no number twice: this harness cannot fail")
	}
}

// TestBackupDrills backs up, loses the register, restores and compares, again
// and again; every tenth backup is damaged first and must be refused (the
// control). Every drill audits the register eight times, so after a hundred of
// them another register is begun: they cost the same each.
func TestBackupDrills(t *testing.T) {
	ctx := context.Background()
	good, refused := 0, 0
	total := scale(10, 1000)
	var s site
	for n := range total {
		if n%100 == 0 {
			s = newSite(t)
			s.run(t, "issue:1:20", "print:1:5")
		}
		acks := s.run(t, fmt.Sprintf("issue:%d:3", 100+3*n), "backup")
		file := s.folder + "/backups/" + strings.Fields(acks[len(acks)-1])[1]
		if n%10 == 9 {
			if err := damage(file, n); err != nil {
				t.Fatal(err)
			}
			_, err := register.Restore(ctx, file, t.TempDir()+"/register.db", opener, register.Options{}, register.KnownOutside{}, "diễn tập")
			if err == nil {
				t.Errorf("drill %d: a damaged backup was restored", n)
			}
			refused++
			os.Remove(file)
			os.Remove(file + ".json")
			continue
		}
		before := s.numbers(t)
		s.run(t, "restore")
		os.Remove(s.folder + "/register.db.lost")
		after := s.numbers(t)
		if err := s.check(acks); err != nil || len(after) != len(before) {
			t.Errorf("drill %d: %d certificates after, %d before: %v", n, len(after), len(before), err)
		}
		if err := register.PruneBackups(s.folder+"/backups", 3); err != nil {
			t.Fatal(err)
		}
		good++
	}
	t.Logf("%d drills restored and compared, %d damaged backups refused", good, refused)
}

// damage flips one bit somewhere behind the header.
func damage(file string, seed int) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	b[100+(seed*7919)%(len(b)-100)] ^= 1 << (seed % 8)
	return os.WriteFile(file, b, 0o600)
}

func opener(ctx context.Context, file string, readOnly bool) (register.Store, error) {
	return sqlite.OpenFile(ctx, file, sqlite.Options{Machine: "faults", ReadOnly: readOnly})
}
