package faults

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ocoprint/internal/register/registertest"
)

// volume is a file system of its own in a file, whose power can be cut.
type volume struct {
	kind, image, mount string
}

// newVolume makes and mounts one. It needs root and loop devices.
func newVolume(t *testing.T, kind string) *volume {
	t.Helper()
	if os.Getuid() != 0 {
		registertest.Skip(t, "power cuts need root")
	}
	for _, tool := range []string{"xfs_io", "mkfs." + kind, "mount", "umount"} {
		if _, err := exec.LookPath(tool); err != nil {
			registertest.Skip(t, tool+" is not installed")
		}
	}
	dir := t.TempDir()
	v := &volume{kind: kind, image: filepath.Join(dir, "disk"), mount: filepath.Join(dir, "mnt")}
	size := map[string]int64{"ext4": 64 << 20, "xfs": 320 << 20}[kind]
	if err := os.Mkdir(v.mount, 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(v.image)
	if err == nil {
		err = f.Truncate(size)
		f.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("mkfs."+kind, "-q", v.image).CombinedOutput(); err != nil {
		registertest.Skip(t, fmt.Sprintf("mkfs.%s: %s", kind, out))
	}
	if err := v.on(); err != nil {
		registertest.Skip(t, err.Error())
	}
	t.Cleanup(func() { _ = v.off() })
	return v
}

func (v *volume) on() error {
	if out, err := exec.Command("mount", "-o", "loop", v.image, v.mount).CombinedOutput(); err != nil {
		return fmt.Errorf("mount %s: %w: %s", v.kind, err, out)
	}
	return nil
}

func (v *volume) off() error {
	var err error
	for range 50 {
		var out []byte
		if out, err = exec.Command("umount", v.mount).CombinedOutput(); err == nil {
			return nil
		}
		err = fmt.Errorf("umount %s: %w: %s", v.kind, err, out)
		time.Sleep(20 * time.Millisecond)
	}
	return err
}

// cut loses everything that was not synced.
func (v *volume) cut() error {
	if out, err := exec.Command("xfs_io", "-x", "-c", "shutdown", v.mount).CombinedOutput(); err != nil {
		return fmt.Errorf("cut %s: %w: %s", v.kind, err, out)
	}
	return nil
}

// site is a register on the volume; its head is kept elsewhere.
func (v *volume) site(t *testing.T, n int) site {
	return site{filepath.Join(v.mount, fmt.Sprint("so", n)), filepath.Join(t.TempDir(), fmt.Sprint("head", n), "head.json")}
}

// lose cuts the power at a random moment of a day: what was acknowledged
// before the cut is read first.
func (v *volume) lose(t *testing.T, s site, after time.Duration, before []string, steps ...string) error {
	t.Helper()
	c := s.command(before, steps...)
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Start(); err != nil {
		return err
	}
	done := make(chan error, 1)
	go func() { done <- c.Wait() }()
	var cut error
	select {
	case <-time.After(after):
		cut = v.cut()
	case <-done:
		done <- nil
		cut = v.cut()
	}
	_ = c.Process.Kill()
	<-done
	acks := lines(out.Bytes())
	if cut != nil {
		t.Fatal(cut)
	}
	if err := v.off(); err != nil {
		t.Fatal(err)
	}
	if err := v.on(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(s.folder, "register.db")); err != nil && len(acks) == 0 {
		if _, err := os.Stat(s.head); err != nil {
			return nil // cut before there was a register
		}
	}
	if err := s.check(acks); err != nil {
		return fmt.Errorf("%d acknowledged: %w", len(acks), err)
	}
	return nil
}

// TestPowerCuts cuts the power on ext4 and xfs.
func TestPowerCuts(t *testing.T) {
	for _, kind := range []string{"ext4", "xfs"} {
		t.Run(kind, func(t *testing.T) {
			v := newVolume(t, kind)
			random := rand.New(rand.NewPCG(3, 4))
			want, bad := days[0].undisturbed(t), 0
			total := scale(4, 260)
			for n := range total {
				s := v.site(t, n)
				err := v.lose(t, s, time.Duration(random.Float64()*float64(1200*time.Millisecond)), nil, days[0].steps...)
				if err == nil && n%5 == 0 {
					err = s.finish(t, days[0], want)
				}
				if err != nil {
					bad++
					t.Errorf("cut %d: %v", n, err)
				}
				os.RemoveAll(s.folder)
			}
			t.Logf("%d power cuts on %s, %d bad", total, kind, bad)
		})
	}
}

// TestLyingFsyncIsCaught: on a disk that says “synced” and is not, the loss is
// seen: by the acknowledgements, or by the head in the second place.
func TestLyingFsyncIsCaught(t *testing.T) {
	needStrace(t)
	v := newVolume(t, "ext4")
	liar := strace("/dev/null", "-e", "trace=fsync,fdatasync,sync_file_range", "-e", "inject=fsync,fdatasync,sync_file_range:retval=0")
	for n := range 6 {
		err := v.lose(t, v.site(t, n), 20*time.Second, liar, "issue:1:8", "print:1:8")
		if err != nil {
			t.Logf("caught: %s", strings.SplitN(err.Error(), "\n", 2)[0])
			return
		}
	}
	t.Error("a lying disk was never caught: this harness cannot fail")
}

// TestFullDisk fills a small disk until the register has no room: each refusal
// is a sentence, and what was acknowledged stays.
func TestFullDisk(t *testing.T) {
	if os.Getuid() != 0 {
		registertest.Skip(t, "a disk of its own needs root")
	}
	mount := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", mount).CombinedOutput(); err != nil {
		registertest.Skip(t, fmt.Sprintf("mount tmpfs: %s", out))
	}
	t.Cleanup(func() { _ = exec.Command("umount", mount).Run() })
	s := site{filepath.Join(mount, "so"), filepath.Join(t.TempDir(), "head.json")}
	var acks []string
	for n := 1; n < 4000; n += 40 {
		c := s.command(nil, fmt.Sprintf("issue:%d:40", n))
		var errs bytes.Buffer
		c.Stderr = &errs
		out, err := c.Output()
		acks = append(acks, lines(out)...)
		if err != nil {
			if !strings.Contains(errs.String(), "register-no-room") {
				t.Errorf("a full disk is said as: %s", errs.String())
			}
			if err := s.check(acks); err != nil {
				t.Error(err)
			}
			t.Logf("full after %d certificates", len(acks))
			return
		}
	}
	t.Error("the disk never filled: this test cannot fail")
}
