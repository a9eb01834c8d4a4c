package publish

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ocoprint/internal/seal"
)

// nodeTool finds node and, when asked, the installed packages of e2e/; a test
// that lacks one skips by name.
func nodeTool(t *testing.T, packages ...string) string {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
	}
	for _, p := range packages {
		if _, err := os.Stat(filepath.Join("e2e", "node_modules", p)); err != nil {
			t.Skipf("npm package %s is not installed: run npm ci in internal/publish/e2e", p)
		}
	}
	return node
}

func runNode(t *testing.T, node string, args ...string) []byte {
	t.Helper()
	ctx := t.Context()
	if end, ok := t.Deadline(); ok {
		var cancel context.CancelFunc
		ctx, cancel = context.WithDeadline(ctx, end.Add(-5*time.Second))
		defer cancel()
	}
	cmd := exec.CommandContext(ctx, node, args...)
	cmd.Dir = "e2e"
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v:\n%s", err, out)
	}
	return out
}

func abs(t *testing.T, path string) string {
	t.Helper()
	p, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// The browser's verifier gives every published vector its outcome, here on
// Node's WebCrypto.
func TestVectorsInNode(t *testing.T) {
	node := nodeTool(t)
	dir, _, _, _ := build(t)
	out := runNode(t, node, "vectors.mjs", dir, abs(t, "../seal/testdata/vectors"))
	var got struct{ Cases, Failures int }
	if err := json.Unmarshal(out, &got); err != nil || got.Cases < 300 || got.Failures != 0 {
		t.Errorf("%v %s", err, out)
	}
	t.Logf("%s", out)
}

// The page's scripts are ES2015: phones of the last ten years read them.
func TestScriptsAreES2015(t *testing.T) {
	node := nodeTool(t, "acorn")
	dir, _, _, _ := build(t)
	t.Logf("%s", runNode(t, node, "syntax.mjs", filepath.Join(dir, "v")))
}

// The page undoes Vietnamese typing exactly as package seal does.
func TestTypedInNode(t *testing.T) {
	node := nodeTool(t)
	dir, _, _, _ := build(t)
	typed := []string{"LC-2023-2-005/B", "lc-2023-2-005", "LÁ-1", "ĐA-99", "đÂ1-2", "ÓC-1/2", "ƯỜ-1", "Ấ-1", "ẦỐỆ-2024", "LC–2023—1", "ＬＣ-１２", "a b-c_d", "ỳ", "", "123/4", "LC\\1*2", "Ữ.Ẵ-7"}
	out := runNode(t, node, append([]string{"typed.mjs", dir}, typed...)...)
	lines := bytes.Split(bytes.TrimSpace(out), []byte("\n"))
	if len(lines) != len(typed) {
		t.Fatalf("%d answers for %d numbers:\n%s", len(lines), len(typed), out)
	}
	for i, line := range lines {
		var got []string
		if err := json.Unmarshal(line, &got); err != nil || !slices.Equal(got, seal.Untype(typed[i])) {
			t.Errorf("%q: the page says %q, seal %q", typed[i], got, seal.Untype(typed[i]))
		}
	}
	if !strings.Contains(string(lines[2]), "LAS-1") {
		t.Errorf("LÁ-1 was not undone: %s", lines[2])
	}
}
