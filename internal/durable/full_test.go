//go:build linux

package durable

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A real system that takes no more bytes: a child process with a limit on file
// sizes writes over an old file. The old file stays, nothing is left behind.
func TestWriteFileWhenTheDiskTakesNoMore(t *testing.T) {
	if dir := os.Getenv("DURABLE_FULL"); dir != "" {
		signal.Ignore(syscall.SIGXFSZ)
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 4096, Max: 4096}); err != nil {
			t.Fatal(err)
		}
		err := WriteFile(filepath.Join(dir, "a.pdf"), func(w io.Writer) error {
			_, err := io.WriteString(w, strings.Repeat("x", 100_000))
			return err
		})
		if !errors.Is(err, ErrNoSpace) {
			t.Fatalf("got %v", err)
		}
		return
	}
	dir := t.TempDir()
	if err := WriteBytes(filepath.Join(dir, "a.pdf"), []byte("cũ")); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestWriteFileWhenTheDiskTakesNoMore$")
	cmd.Env = append(os.Environ(), "DURABLE_FULL="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if got := list(t, dir); len(got) != 1 || read(t, filepath.Join(dir, "a.pdf")) != "cũ" {
		t.Errorf("left: %q", got)
	}
}
