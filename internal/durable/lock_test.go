package durable

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var since = time.Date(2023, 12, 19, 7, 30, 0, 0, time.UTC)

func TestLockTellsWhoHoldsIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "register.lock")
	ctx := context.Background()
	first, err := Acquire(ctx, path, Self(since, "issue"), 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Acquire(ctx, path, Self(since, "backup"), 120*time.Millisecond)
	var held *HeldError
	if !errors.As(err, &held) {
		t.Fatalf("got %v", err)
	}
	if held.Holder.PID != os.Getpid() || held.Holder.Doing != "issue" || !held.Holder.Since.Equal(since) || held.Holder.Host == "" {
		t.Errorf("holder %+v", held.Holder)
	}
	if err := first.Release(); err != nil {
		t.Fatal(err)
	}
	second, err := Acquire(ctx, path, Self(since, "backup"), 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := second.Release(); err != nil {
		t.Fatal(err)
	}
}

func TestLockEndsWithTheCaller(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.lock")
	l, err := Acquire(context.Background(), path, Self(since, ""), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Release()
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := Acquire(ctx, path, Self(since, ""), time.Minute); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := Acquire(context.Background(), filepath.Join(t.TempDir(), "no", "x"), Self(since, ""), 0); err == nil {
		t.Error("no folder, no error")
	}
}

// A killed process frees its lock by itself.
func TestLockOfAKilledProcess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.lock")
	if os.Getenv("DURABLE_HOLD") != "" {
		if _, err := Acquire(context.Background(), os.Getenv("DURABLE_HOLD"), Self(since, "child"), 0); err != nil {
			t.Fatal(err)
		}
		os.Stdout.WriteString("held\n")
		os.Stdin.Read(make([]byte, 1)) // until killed
		return
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestLockOfAKilledProcess$")
	cmd.Env = append(os.Environ(), "DURABLE_HOLD="+path)
	in, _ := cmd.StdinPipe()
	out, _ := cmd.StdoutPipe()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	line := make([]byte, 64)
	n, _ := out.Read(line)
	if !strings.Contains(string(line[:n]), "held") {
		t.Fatalf("child said %q", line[:n])
	}
	var held *HeldError
	if _, err := Acquire(context.Background(), path, Self(since, ""), 0); !errors.As(err, &held) || held.Holder.PID != cmd.Process.Pid {
		t.Errorf("while it lives: %v", err)
	}
	cmd.Process.Kill()
	cmd.Wait()
	l, err := Acquire(context.Background(), path, Self(since, ""), 2*time.Second)
	if err != nil {
		t.Fatalf("after its death: %v", err)
	}
	l.Release()
}
