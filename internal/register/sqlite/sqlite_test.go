package sqlite

import (
	"context"
	"testing"

	"ocoprint/internal/register"
	"ocoprint/internal/register/registertest"
)

func TestStore(t *testing.T) {
	registertest.Run(t, func(t *testing.T) register.Store {
		s, err := Open(context.Background(), t.TempDir(), Options{Machine: "m"})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	})
}
