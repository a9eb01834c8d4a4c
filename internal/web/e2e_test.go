package web

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestStoriesInChromium drives the pages as a clerk does. It skips by name
// where node, Chromium or the packages of e2e/ are missing. Screenshots go to
// the folder OCOPRINT_SHOTS, if set; STEPS names single stories.
func TestStoriesInChromium(t *testing.T) {
	if testing.Short() {
		t.Skip("short")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
	}
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed")
	}
	for _, p := range []string{"playwright-core", "axe-core"} {
		if _, err := os.Stat(filepath.Join("e2e", "node_modules", p)); err != nil {
			t.Skipf("npm package %s is not installed: run npm ci in internal/web/e2e", p)
		}
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	folder, err := filepath.Abs("../../samples")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	plan, err := json.Marshal(map[string]any{"server": self, "chromium": chromium, "dir": dir, "samples": folder,
		"shots": os.Getenv("OCOPRINT_SHOTS"), "password": testPassword})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "plan.json")
	if err := os.WriteFile(file, plan, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), node, "browser.mjs", file)
	cmd.Dir = "e2e"
	cmd.Stdout, cmd.Stderr = t.Output(), t.Output()
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
}
