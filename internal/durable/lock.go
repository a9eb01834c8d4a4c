package durable

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
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

func (e *HeldError) Error() string {
	if e.Holder.PID == 0 {
		return fmt.Sprintf("lock %s: held by another process", e.Path)
	}
	return fmt.Sprintf("lock %s: held by process %d on %s since %s",
		e.Path, e.Holder.PID, e.Holder.Host, e.Holder.Since.Format(time.RFC3339))
}

// Lock is a held lock; the system releases it when the process ends, however.
type Lock struct {
	file *flock.Flock
	note string
}

// Self describes this process; now is the caller's clock.
func Self(now time.Time, doing string) Holder {
	h := Holder{PID: os.Getpid(), Since: now, Doing: doing}
	h.Host, _ = os.Hostname()
	if u, err := user.Current(); err == nil {
		h.User = u.Username
	}
	return h
}

// retryEvery is how often a busy lock is tried again.
const retryEvery = 50 * time.Millisecond

// Acquire takes the lock file at path (made when missing) for one process,
// waiting at most wait (0: do not wait; callers use up to 2 s). Busy: *HeldError,
// which names the holder from the note beside it (path + ".json"; a lock on
// Windows also hides the lock file's own text). Within a process a second
// Acquire of one path is busy too. Network folders may not lock: keep the
// register off them.
func Acquire(ctx context.Context, path string, who Holder, wait time.Duration) (*Lock, error) {
	l := &Lock{file: flock.New(path, flock.SetPermissions(0o644)), note: path + ".json"}
	got, err := l.try(ctx, wait)
	if err != nil {
		return nil, fail("lock", path, err)
	}
	if !got {
		return nil, &HeldError{Path: path, Holder: readHolder(l.note)}
	}
	note, err := json.Marshal(who)
	if err == nil {
		err = WriteBytes(l.note, append(note, '\n'))
	}
	if err != nil {
		l.file.Unlock()
		return nil, err
	}
	return l, nil
}

func (l *Lock) try(ctx context.Context, wait time.Duration) (bool, error) {
	got, err := l.file.TryLock()
	if got || err != nil || wait <= 0 {
		return got, err
	}
	limit, stop := context.WithTimeout(ctx, wait)
	defer stop()
	got, err = l.file.TryLockContext(limit, retryEvery)
	if err != nil && errors.Is(err, limit.Err()) {
		return false, ctx.Err() // our own limit is an answer, the caller's end is an error
	}
	return got, err
}

// readHolder reads the note; a holder that was killed leaves its note, but then
// the lock is free and nobody reads it.
func readHolder(note string) (h Holder) {
	data, err := os.ReadFile(note)
	if err != nil || json.Unmarshal(data, &h) != nil {
		return Holder{}
	}
	return h
}

// Release frees the lock; the lock file stays (removing it would let two
// processes hold two files of one name), its note goes.
func (l *Lock) Release() error {
	err := os.Remove(l.note)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return errors.Join(err, l.file.Unlock())
}
