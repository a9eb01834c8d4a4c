// Package sqlite keeps a register in a folder on this PC: register.db (SQLite,
// rollback journal, synchronous=FULL, one writer), backups/ and holder.json,
// which says who is writing. Begin with Open.
package sqlite

import (
	"context"
	"errors"

	"ocoprint/internal/register"
)

// Options says how the folder is opened.
type Options struct {
	Machine  string // identity of this PC, "": found by itself
	ReadOnly bool
}

// Open opens the register in a folder and creates both when they are missing.
// It refuses network and cloud-synchronised folders, a register.db that is not
// ours, and one written by a newer program. Give the store to register.Open.
func Open(ctx context.Context, folder string, opt Options) (*Store, error) {
	return nil, errors.New("sqlite: not written yet")
}

// Store is a register.Store in a folder.
type Store struct{ register.Store }
