package pdf

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ocoprint/internal/layout"
)

// tool finds a program of Debian's or skips by name.
func tool(t testing.TB, name, pkg string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s (package %s) is not installed", name, pkg)
	}
	return path
}

func run(t testing.TB, name string, args ...string) string {
	t.Helper()
	var out, noise bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &out, &noise
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, out.String(), noise.String())
	}
	return out.String()
}

// drawFile writes pages to a file in a fresh folder.
func drawFile(t testing.TB, o Options, pages ...layout.Page) string {
	t.Helper()
	var b bytes.Buffer
	err := WriteEach(context.Background(), &b, len(pages), func(i int) ([]layout.Page, error) { return pages[i : i+1], nil }, o)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
