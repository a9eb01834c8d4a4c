package durable

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// What callers branch on; errors.Is finds them in an [Error].
var (
	ErrInUse      = errors.New("held open by another program")
	ErrPermission = errors.New("no permission")
	ErrNoSpace    = errors.New("no space left on the disk")
	ErrOutside    = errors.New("name leads outside the folder")
)

// Error is a failure to write: what was tried, on which file, and why.
type Error struct {
	Op   string // "create", "write", "sync", "rename", "open"
	Path string // the file as the caller named it, never the temporary one
	Err  error  // matches ErrInUse, ErrPermission, ErrNoSpace or ErrOutside where it is one
}

func (e *Error) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// fail wraps err, adding the sentinel that it amounts to.
func fail(op, path string, err error) error {
	if kind := kindOf(err); kind != nil && !errors.Is(err, kind) {
		err = fmt.Errorf("%w: %w", kind, err)
	}
	return &Error{Op: op, Path: path, Err: err}
}

func kindOf(err error) error {
	switch {
	case inUse(err):
		return ErrInUse
	case errors.Is(err, fs.ErrPermission), readOnly(err):
		return ErrPermission
	case noSpace(err):
		return ErrNoSpace
	}
	return nil
}

// WriteFile writes path aside in the same folder, syncs it, renames it over path
// and syncs the folder. When write returns an error, that error is returned
// (wrapped in no [Error] unless the disk caused it) and path is untouched.
// Mode 0o644 before umask. A path that is a symbolic link is replaced, not
// followed.
func WriteFile(path string, write func(io.Writer) error) error {
	return writeIn(osDir{filepath.Dir(path)}, filepath.Base(path), path, 0o644, write)
}

// WritePrivate is [WriteFile] with mode 0o600, for keys.
func WritePrivate(path string, write func(io.Writer) error) error {
	return writeIn(osDir{filepath.Dir(path)}, filepath.Base(path), path, 0o600, write)
}

// WriteBytes is [WriteFile] for bytes at hand.
func WriteBytes(path string, data []byte) error { return WriteFile(path, bytesWriter(data)) }

func bytesWriter(data []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.Copy(w, bytes.NewReader(data))
		return err
	}
}

// dir is the folder a file is written into: the system's, or a guarded root.
type dir interface {
	OpenFile(name string, flag int, perm fs.FileMode) (file, error)
	Rename(from, to string) error
	Remove(name string) error
	Sync() error
}

// file is what is needed of a file; tests stand in a disk that fails.
type file interface {
	io.Writer
	Sync() error
	Close() error
}

// writeIn is the whole dance. Whatever fails, the temporary file goes.
func writeIn(d dir, base, path string, perm fs.FileMode, write func(io.Writer) error) (err error) {
	temp, f, err := createTemp(d, base, perm)
	if err != nil {
		return fail("create", path, err)
	}
	done := false
	defer func() {
		if !done {
			f.Close()
			d.Remove(temp)
		}
	}()
	w := &writer{to: f}
	if err := write(w); err != nil {
		if w.err != nil && errors.Is(err, w.err) {
			return fail("write", path, err)
		}
		return err
	}
	if w.err != nil { // the callback swallowed an error of the disk
		return fail("write", path, w.err)
	}
	if err := f.Sync(); err != nil {
		return fail("sync", path, err)
	}
	if err := f.Close(); err != nil {
		return fail("write", path, err)
	}
	if err := d.Rename(temp, base); err != nil {
		return fail("rename", path, whyNot(d, base, err))
	}
	done = true
	if err := d.Sync(); err != nil {
		return fail("sync", path, err)
	}
	return nil
}

// whyNot looks behind Windows's "access denied" when a file that a viewer holds
// open is to be replaced: opening it for writing says it plainly.
func whyNot(d dir, base string, err error) error {
	if !errors.Is(err, fs.ErrPermission) {
		return err
	}
	f, probe := d.OpenFile(base, os.O_RDWR, 0)
	if probe == nil {
		f.Close()
		return err
	}
	if inUse(probe) {
		return probe
	}
	return err
}

// writer remembers the disk's first error: libraries lose it (gopdf's WriteTo).
type writer struct {
	to  io.Writer
	err error
}

func (w *writer) Write(p []byte) (int, error) {
	if w.err != nil {
		return 0, w.err
	}
	n, err := w.to.Write(p)
	if err == nil && n < len(p) {
		err = io.ErrShortWrite
	}
	w.err = err
	return n, err
}
