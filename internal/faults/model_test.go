package faults

import (
	"context"
	"os"
	"testing"

	"ocoprint/internal/register"
	"ocoprint/internal/register/postgres"
	"ocoprint/internal/register/registertest"
	"ocoprint/internal/register/sqlite"
)

// TestRandomEvents plays random events against a model of a few maps. It proves
// what the register says, not that a disk keeps it: where there is a disk in
// memory it is played there.
func TestRandomEvents(t *testing.T) {
	n := scale(100_000, 1_000_000)
	store, err := sqlite.Open(context.Background(), quickDir(t), sqlite.Options{Machine: "faults"})
	if err != nil {
		t.Fatal(err)
	}
	play(t, store, 12, n, "SQLite")
}

// TestRandomEventsOnPostgres is the same on a server, which fsyncs each commit.
func TestRandomEventsOnPostgres(t *testing.T) {
	n := scale(5_000, 100_000)
	store, err := postgres.Open(context.Background(), registertest.Postgres(t, "pgx"), postgres.Options{Unsafe: true})
	if err != nil {
		t.Fatal(err)
	}
	play(t, store, 13, n, "PostgreSQL")
}

func play(t *testing.T, store register.Store, seed uint64, n int, where string) {
	defer store.Close()
	if registertest.Model(t, store, seed, n, false) == 0 {
		t.Logf("%d random events on %s, no difference", n, where)
	}
}

// quickDir is a folder in memory where the machine has one.
func quickDir(t *testing.T) string {
	dir, err := os.MkdirTemp("/dev/shm", "ocoprint-events-*")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}
