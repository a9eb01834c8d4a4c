package office_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
	"ocoprint/internal/register"
	"ocoprint/internal/register/registertest"
)

// A stack read while it is drawn gives the bytes of a batch held in memory.
func TestStackIsBatch(t *testing.T) {
	o := benchOffice(t, t.TempDir())
	defer o.Close()
	const n = 250 // more than a chunk of pages, and no whole number of windows
	t.Cleanup(office.RecordsPart(100))
	benchIssue(t, o, n, "")
	ctx, asOf, dir := context.Background(), registertest.Options().AsOf, t.TempDir()
	opt := office.PrintOptions{Out: filepath.Join(dir, "batch"), Only: []string{"certificate"}}
	b, err := o.BatchOf(ctx, register.Filter{}, benchSettings, asOf)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Print(ctx, b, opt); err != nil {
		t.Fatal(err)
	}
	for way, most := range map[string]int{"held": n, "read": n - 1} {
		t.Cleanup(office.HoldMost(most))
		opt.Out = filepath.Join(dir, way)
		var mu sync.Mutex
		told := map[string]bool{}
		files, err := o.PrintRegister(ctx, register.Filter{}, benchSettings, asOf, opt, func(c ocop.Certificate) error {
			mu.Lock()
			defer mu.Unlock()
			told[c.ID] = true
			return nil
		})
		if err != nil || len(files) != 1 || files[0].Pages != n || len(told) != n {
			t.Fatalf("files %v, told of %d: %v", files, len(told), err)
		}
		if !bytes.Equal(fileIn(t, dir, "batch"), fileIn(t, dir, way)) {
			t.Errorf("the file of a stack %s differs from that of a batch", way)
		}
	}
}

// The records of a large batch are in several attachments, and all come back.
func TestRecordsOfALargeBatchComeBack(t *testing.T) {
	t.Cleanup(office.RecordsPart(100))
	o := benchOffice(t, t.TempDir())
	defer o.Close()
	const n = 230
	benchIssue(t, o, n, "")
	ctx, out := context.Background(), t.TempDir()
	_, err := o.PrintRegister(ctx, register.Filter{}, benchSettings, registertest.Options().AsOf, office.PrintOptions{Out: out, Only: []string{"certificate"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	done, err := o.Rebuild(ctx, out) // into the register that has them all: nothing to enter
	if err != nil || done.Found != n || done.Entered != 0 || len(done.Refused) > 0 || len(done.Unread) > 0 {
		t.Errorf("found again: %+v, %v", done, err)
	}
}

// What is told of each certificate may stop the printing; then there is no file.
func TestStackStopped(t *testing.T) {
	o := benchOffice(t, t.TempDir())
	defer o.Close()
	benchIssue(t, o, 3, "")
	out, stop := t.TempDir(), errors.New("stop")
	opt := office.PrintOptions{Out: out, Only: []string{"certificate"}}
	_, err := o.PrintRegister(context.Background(), register.Filter{}, benchSettings, registertest.Options().AsOf, opt, func(ocop.Certificate) error { return stop })
	if !errors.Is(err, stop) {
		t.Error(err)
	}
	_, err = o.PrintRegister(context.Background(), register.Filter{Series: "none"}, benchSettings, registertest.Options().AsOf, opt, nil)
	if err == nil {
		t.Error("nothing was chosen and something printed")
	}
	if left, _ := os.ReadDir(out); len(left) > 0 {
		t.Error("files are left:", left)
	}
}

func fileIn(t *testing.T, dir, way string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, way, "giay-chung-nhan.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}
