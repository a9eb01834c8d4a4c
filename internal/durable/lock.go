package durable

import (
	"context"
	"time"

	"github.com/gofrs/flock"
)

// Holder is who holds a lock, as written beside it for others to read.
type Holder struct {
	PID   int       `json:"pid"`
	Host  string    `json:"host"`
	User  string    `json:"user,omitempty"`
	Since time.Time `json:"since"`
	Doing string    `json:"doing,omitempty"` // "issue", "backup", ...: free text for people
}

// HeldError says that somebody else has the lock. Holder is zero when its note
// could not be read.
type HeldError struct {
	Path   string
	Holder Holder
}

func (e *HeldError) Error() string { return e.Path + " is locked" }

// Lock is a held lock; the system releases it when the process ends, however.
type Lock struct{ file *flock.Flock }

// Self describes this process; now is the caller's clock.
func Self(now time.Time, doing string) Holder { return Holder{Since: now, Doing: doing} }

// Acquire takes the lock file at path (made when missing) for one process on
// all machines that share the folder, waiting at most wait (0: do not wait;
// callers use up to 2 s). Busy: *HeldError.
func Acquire(ctx context.Context, path string, who Holder, wait time.Duration) (*Lock, error) {
	return nil, nil
}

// Release frees the lock; the file stays.
func (l *Lock) Release() error { return nil }
