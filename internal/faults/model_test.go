package faults

import (
	"context"
	"testing"

	"ocoprint/internal/register/postgres"
	"ocoprint/internal/register/registertest"
	"ocoprint/internal/register/sqlite"
)

// TestRandomEvents plays random events against a model of a few maps: most of
// them in memory, a part on each database.
func TestRandomEvents(t *testing.T) {
	n := scale(5_000, 1_000_000)
	if registertest.Model(t, registertest.Memory(), 11, n, false) == 0 {
		t.Logf("%d random events in memory, no difference", n)
	}
	n = scale(200, 20_000)
	store, err := sqlite.Open(context.Background(), t.TempDir(), sqlite.Options{Machine: "faults"})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if registertest.Model(t, store, 12, n, false) == 0 {
		t.Logf("%d random events on SQLite, no difference", n)
	}
}

// TestRandomEventsOnPostgres is the same on a server.
func TestRandomEventsOnPostgres(t *testing.T) {
	n := scale(200, 20_000)
	store, err := postgres.Open(context.Background(), registertest.Postgres(t, "pgx"), postgres.Options{Unsafe: true})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if registertest.Model(t, store, 13, n, false) == 0 {
		t.Logf("%d random events on PostgreSQL, no difference", n)
	}
}
