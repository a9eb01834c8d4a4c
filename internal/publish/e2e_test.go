package publish

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
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
	cmd := exec.Command(node, args...)
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
