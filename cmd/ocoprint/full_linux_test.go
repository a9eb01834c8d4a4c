package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestFullDisk writes to a file system that is too small for the papers: a
// sentence, code 1, no half file; with room again the same numbers are printed.
func TestFullDisk(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("full disk: needs root to mount a small tmpfs")
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	k := &killer{exe: exe, dir: t.TempDir()}
	k.book(t)
	small := filepath.Join(k.dir, "small")
	if err := os.Mkdir(small, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", small, "tmpfs", 0, "size=96k"); err != nil {
		t.Skipf("full disk: may not mount a tmpfs here: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(small, 0); err != nil {
			t.Error(err)
		}
	})
	out, err := k.command("run", "phu-luc.xlsx", "--plan", "plan.toml", "--register", "so-full", "--out", "small/out", "--as-of", "2023-12-19").CombinedOutput()
	if code := exitOf(err); code != exitFailed || !strings.Contains(string(out), "đầy") {
		t.Fatalf("code %d\n%s", code, out)
	}
	k.run(t, "full", "out", 0)
	k.wholeFiles(t, "small/out", k.papers(t, "out"))
	k.numbers(t, "full")
	left, err := filepath.Glob(filepath.Join(small, "out", ".*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// TestNoPermission runs as another user in a folder that is not theirs.
func TestNoPermission(t *testing.T) {
	k := &killer{dir: t.TempDir()}
	k.book(t)
	if err := os.Mkdir(filepath.Join(k.dir, "shut"), 0o555); err != nil {
		t.Fatal(err)
	}
	k.exe = filepath.Join(k.dir, "ocoprint")
	copyProgram(t, k.exe)
	cmd := k.command("run", "phu-luc.xlsx", "--plan", "plan.toml", "--register", "so-shut", "--out", "shut/out", "--as-of", "2023-12-19")
	if os.Geteuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		for dir := k.dir; dir != os.TempDir() && dir != "/"; dir = filepath.Dir(dir) {
			if err := os.Chmod(dir, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Chown(k.dir, 65534, 65534); err != nil {
			t.Fatal(err)
		}
	}
	out, err := cmd.CombinedOutput()
	if code := exitOf(err); code != exitFailed || !strings.Contains(string(out), "Không có quyền ghi") {
		t.Fatalf("code %d (%v)\n%s", code, err, out)
	}
	list, err := k.command("register", "list", "--register", "so-shut").Output()
	if err != nil || !strings.Contains(string(list), "Không có giấy chứng nhận nào") {
		t.Errorf("numbers were given although nothing could be printed: %v\n%s", err, list)
	}
}
