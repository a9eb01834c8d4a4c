package postgres

import (
	"context"
	"os"
	"testing"

	"ocoprint/internal/register"
	"ocoprint/internal/register/registertest"
)

func TestMain(m *testing.M) {
	code := m.Run()
	registertest.StopPostgres()
	os.Exit(code)
}

func fresh(t *testing.T) *Store {
	t.Helper()
	s, err := Open(context.Background(), registertest.Postgres(t, "pgx"), Options{Unsafe: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestStore(t *testing.T) {
	registertest.Run(t, func(t *testing.T) register.Store { return fresh(t) })
}
