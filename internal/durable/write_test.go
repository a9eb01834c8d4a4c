package durable

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func list(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestWriteFileReplacesWhole(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	for _, text := range []string{"một", "hai dài hơn", ""} {
		if err := WriteBytes(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got := read(t, path); got != text {
			t.Errorf("got %q, want %q", got, text)
		}
	}
	if got := list(t, dir); len(got) != 1 {
		t.Errorf("left behind: %q", got)
	}
}

func TestWriteFileKeepsTheOldFileOnError(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	if err := WriteBytes(path, []byte("cũ")); err != nil {
		t.Fatal(err)
	}
	mine := errors.New("drawing failed")
	err := WriteFile(path, func(w io.Writer) error {
		io.WriteString(w, "nửa")
		return mine
	})
	if !errors.Is(err, mine) {
		t.Errorf("got %v", err)
	}
	var e *Error
	if errors.As(err, &e) {
		t.Error("the caller's own error is not the disk's")
	}
	if got := read(t, path); got != "cũ" {
		t.Errorf("got %q", got)
	}
	if got := list(t, dir); len(got) != 1 {
		t.Errorf("left behind: %q", got)
	}
}

func TestWriteFileOnPanic(t *testing.T) {
	dir := t.TempDir()
	func() {
		defer func() { recover() }()
		WriteFile(filepath.Join(dir, "a"), func(io.Writer) error { panic("x") })
	}()
	if got := list(t, dir); len(got) != 0 {
		t.Errorf("left behind: %q", got)
	}
}

func TestWriteFileErrorsOfTheSystem(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "thumuc"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{
		"target is a folder": filepath.Join(dir, "thumuc"),
		"no such folder":     filepath.Join(dir, "khong-co", "a.txt"),
	} {
		err := WriteBytes(path, []byte("x"))
		var e *Error
		if !errors.As(err, &e) || e.Path != path {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := list(t, dir); len(got) != 1 {
		t.Errorf("left behind: %q", got)
	}
}

func TestWriteFileWithoutPermission(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Log("root may write anywhere: TestEveryFault covers the error")
		return
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o755)
	if err := WriteBytes(filepath.Join(dir, "a"), nil); !errors.Is(err, ErrPermission) {
		t.Errorf("got %v", err)
	}
}

func TestWritePrivate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "khoa.pem")
	if err := WritePrivate(path, bytesWriter([]byte("x"))); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
		t.Errorf("mode %v", info.Mode())
	}
}

// faultyDisk is a folder in memory whose n-th call fails.
type faultyDisk struct {
	files map[string]string
	n     int
	err   error
	calls []string
}

func (d *faultyDisk) step(call string) error {
	d.calls = append(d.calls, call)
	if len(d.calls) == d.n {
		return d.err
	}
	return nil
}

func (d *faultyDisk) OpenFile(name string, flag int, _ fs.FileMode) (file, error) {
	if err := d.step("open"); err != nil {
		return nil, err
	}
	if flag&os.O_CREATE != 0 {
		d.files[name] = ""
	}
	return &faultyFile{d, name}, nil
}

func (d *faultyDisk) Rename(from, to string) error {
	if err := d.step("rename"); err != nil {
		return err
	}
	d.files[to] = d.files[from]
	delete(d.files, from)
	return nil
}

func (d *faultyDisk) Remove(name string) error { delete(d.files, name); return nil }
func (d *faultyDisk) Sync() error              { return d.step("sync folder") }

type faultyFile struct {
	d    *faultyDisk
	name string
}

func (f *faultyFile) Write(p []byte) (int, error) {
	if err := f.d.step("write"); err != nil {
		f.d.files[f.name] += string(p[:len(p)/2])
		return len(p) / 2, err
	}
	f.d.files[f.name] += string(p)
	return len(p), nil
}

func (f *faultyFile) Sync() error  { return f.d.step("sync file") }
func (f *faultyFile) Close() error { return f.d.step("close") }

// Whichever call fails, and however: the old file or the new one, nothing else,
// and an error that names the reason.
func TestEveryFault(t *testing.T) {
	write := func(w io.Writer) error {
		for range 3 {
			if _, err := io.WriteString(w, "mới "); err != nil {
				return fmt.Errorf("draw: %w", err)
			}
		}
		return nil
	}
	clean := &faultyDisk{files: map[string]string{"a": "cũ"}}
	if err := writeIn(clean, "a", "a", 0o644, write); err != nil {
		t.Fatal(err)
	}
	want := "open write write write sync file close rename sync folder"
	if got := strings.Join(clean.calls, " "); got != want {
		t.Fatalf("order of calls: %s", got)
	}
	for kind, cause := range map[error]error{ErrNoSpace: syscall.ENOSPC, ErrPermission: syscall.EACCES, nil: errors.New("I/O error")} {
		for n := 1; n <= len(clean.calls); n++ {
			d := &faultyDisk{files: map[string]string{"a": "cũ"}, n: n, err: cause}
			err := writeIn(d, "a", "/tmp/a", 0o644, write)
			var e *Error
			if !errors.As(err, &e) || !errors.Is(err, cause) || kind != nil && !errors.Is(err, kind) || e.Path != "/tmp/a" {
				t.Errorf("call %d (%s): %v", n, clean.calls[n-1], err)
			}
			old := n < len(clean.calls)
			if old && d.files["a"] != "cũ" || !old && d.files["a"] != "mới mới mới " || len(d.files) != 1 {
				t.Errorf("call %d (%s): %v", n, clean.calls[n-1], maps.Collect(maps.All(d.files)))
			}
		}
	}
}

// A library that swallows the disk's error must not get its half file renamed.
func TestSwallowedError(t *testing.T) {
	d := &faultyDisk{files: map[string]string{}, n: 2, err: syscall.ENOSPC}
	err := writeIn(d, "a", "a", 0o644, func(w io.Writer) error { io.WriteString(w, "x"); io.WriteString(w, "y"); return nil })
	if !errors.Is(err, ErrNoSpace) || len(d.files) != 0 {
		t.Errorf("%v %v", err, d.files)
	}
}

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	f, err := OpenFolder(filepath.Join(dir, "ra", "day"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.WriteBytes("mot-to/01.pdf", []byte("x")); err != nil {
		t.Fatal(err)
	}
	if got := read(t, filepath.Join(dir, "ra", "day", "mot-to", "01.pdf")); got != "x" {
		t.Errorf("got %q", got)
	}
	r, err := f.Open("mot-to/01.pdf")
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	for _, name := range []string{"../a", "/a", "a/../../b", "", ".", "..", `a\b`, "a/./../.."} {
		if err := f.WriteBytes(name, nil); !errors.Is(err, ErrOutside) {
			t.Errorf("%q: %v", name, err)
		}
	}
	if got := list(t, dir); len(got) != 1 {
		t.Errorf("outside: %q", got)
	}
}

func TestFolderSymlinkOutside(t *testing.T) {
	dir := t.TempDir()
	f, err := OpenFolder(filepath.Join(dir, "ra"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := os.Symlink(dir, filepath.Join(dir, "ra", "loi")); err != nil {
		t.Skip("no symbolic links here: " + err.Error())
	}
	if err := f.WriteBytes("loi/a", nil); !errors.Is(err, ErrOutside) {
		t.Errorf("got %v", err)
	}
	if _, err := f.Open("loi/a"); !errors.Is(err, ErrOutside) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "a")); err == nil {
		t.Error("wrote outside")
	}
}

func TestSweep(t *testing.T) {
	dir := t.TempDir()
	f, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, n := range []string{".a.pdf.123-0.tmp", "a.pdf", "b.tmp", ".x.tmp"} {
		if err := os.WriteFile(filepath.Join(dir, n), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := f.Sweep(); n != 1 || err != nil {
		t.Errorf("%d %v", n, err)
	}
	if got := list(t, dir); len(got) != 3 {
		t.Errorf("left: %q", got)
	}
}
