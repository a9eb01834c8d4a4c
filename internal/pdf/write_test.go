package pdf

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

func bytesOf(t testing.TB, n int, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(context.Background(), &b, certificates(n), o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The promise of the package: the bytes depend on pages and options alone.
func TestBytesDoNotDependOnWorkersOrOnHowPagesCome(t *testing.T) {
	o := Options{Title: "Giấy chứng nhận", Attachments: []Attachment{{Name: "a.txt", Data: []byte("x")}}}
	const n = 2*chunk + 7
	o.Workers = 1
	want := bytesOf(t, n, o)
	for _, workers := range []int{2, 3, 8} {
		o.Workers = workers
		if !bytes.Equal(bytesOf(t, n, o), want) {
			t.Errorf("%d workers write other bytes", workers)
		}
		var each bytes.Buffer
		err := WriteEach(context.Background(), &each, n, func(i int) ([]layout.Page, error) { return []layout.Page{certificate(i)}, nil }, o)
		if err != nil || !bytes.Equal(each.Bytes(), want) {
			t.Errorf("WriteEach with %d workers writes other bytes (%v)", workers, err)
		}
	}
	if bytes.Equal(bytesOf(t, n-1, o), want) {
		t.Error("another batch writes the same bytes")
	}
}

// A certificate printed alone, in a batch of files, or again next year, is the
// same file.
func TestFilesHoldWhatTheItemAloneHolds(t *testing.T) {
	var got [6]bytes.Buffer
	closed := 0
	// Most begin alike; one has letters that no other file has, one another frame.
	page := func(i int) layout.Page {
		p := certificate(i)
		switch i {
		case 2:
			last := len(p.Marks) - 2 // before the code
			m := p.Marks[last].(layout.Text)
			m.String = "Ωμέγα €"
			p.Marks[last] = m
		case 4:
			p.StaticKey, p.Static = "another", p.Static-1
		}
		return p
	}
	err := WriteFiles(context.Background(), len(got), func(i int) ([]layout.Page, error) { return []layout.Page{page(i)}, nil },
		func(i int) (File, error) {
			return File{W: &got[i], Title: fmt.Sprintf("Số %d", i), Attachments: []Attachment{{Name: "r", Data: []byte{byte(i)}}},
				Done: func(sum [32]byte, err error) error {
					closed++
					if want := sha256.Sum256(got[i].Bytes()); sum != want {
						t.Errorf("file %d: the hash is %x, want %x", i, sum, want)
					}
					return err
				}}, nil
		}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if closed != len(got) {
		t.Errorf("%d of %d files were finished", closed, len(got))
	}
	for i := range got {
		var alone bytes.Buffer
		err := Write(context.Background(), &alone, func(yield func(layout.Page) bool) { yield(page(i)) },
			Options{StandardSubset: true, Title: fmt.Sprintf("Số %d", i), Attachments: []Attachment{{Name: "r", Data: []byte{byte(i)}}}})
		if err != nil || !bytes.Equal(alone.Bytes(), got[i].Bytes()) {
			t.Errorf("file %d differs from the item alone (%v)", i, err)
		}
	}
}

func TestFailedFileIsSaidToBeFailed(t *testing.T) {
	full := errors.New("disk full")
	var told error
	err := WriteFiles(context.Background(), 3, func(i int) ([]layout.Page, error) { return []layout.Page{certificate(i)}, nil },
		func(i int) (File, error) {
			return File{W: &failing{after: 10_000, err: full}, Done: func(_ [32]byte, err error) error { told = err; return err }}, nil
		}, Options{})
	if !errors.Is(err, full) || !errors.Is(told, full) {
		t.Errorf("run says %v, Done heard %v", err, told)
	}
}

type failing struct {
	after int
	err   error
}

func (f *failing) Write(p []byte) (int, error) {
	if f.after -= len(p); f.after < 0 {
		return 0, f.err
	}
	return len(p), nil
}

// gopdf's own WriteTo swallows this.
func TestWriterThatFailsIsAnError(t *testing.T) {
	full := errors.New("disk full")
	for _, after := range []int{0, 100_000} {
		if err := Write(context.Background(), &failing{after, full}, certificates(200), Options{}); !errors.Is(err, full) {
			t.Errorf("after %d bytes: %v", after, err)
		}
	}
}

func TestErrorsOfThePageSourceEndTheFile(t *testing.T) {
	broken := errors.New("register closed")
	err := WriteSeq(context.Background(), io.Discard, func(yield func(layout.Page, error) bool) {
		for i := range 150 {
			if !yield(certificate(i), nil) {
				return
			}
		}
		yield(layout.Page{}, broken)
	}, Options{})
	if !errors.Is(err, broken) {
		t.Errorf("WriteSeq: %v", err)
	}
	err = WriteEach(context.Background(), io.Discard, 900, func(i int) ([]layout.Page, error) {
		if i == 777 {
			return nil, broken
		}
		return []layout.Page{certificate(i)}, nil
	}, Options{Workers: 2})
	if !errors.Is(err, broken) {
		t.Errorf("WriteEach: %v", err)
	}
	err = WriteEach(context.Background(), io.Discard, 3, func(i int) ([]layout.Page, error) { panic("slip") }, Options{})
	if err == nil || !strings.Contains(err.Error(), "slip") {
		t.Errorf("panic: %v", err)
	}
}

func TestCancelledWriteStops(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	pages := 0
	err := Write(ctx, io.Discard, func(yield func(layout.Page) bool) {
		for i := 0; ; i++ { // for ever
			if pages++; i == 300 {
				stop()
			}
			if !yield(certificate(i)) {
				return
			}
		}
	}, Options{Workers: 2})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestNoPagesIsAnError(t *testing.T) {
	if err := Write(context.Background(), io.Discard, certificates(0), Options{}); err == nil {
		t.Error("an empty file was written")
	}
}

func TestProgressCountsEveryPageInOrder(t *testing.T) {
	last := 0
	o := Options{Total: 300, Progress: func(done, total int) {
		if done != last+1 || total != 300 {
			t.Errorf("progress %d of %d after %d", done, total, last)
		}
		last = done
	}}
	bytesOf(t, 300, o)
	if last != 300 {
		t.Errorf("progress ended at %d", last)
	}
}

// A blank for a missing letter is what every peer prints.
func TestMissingLettersAndFacesAreNamed(t *testing.T) {
	page := func(face, s string) layout.Page {
		return layout.Page{W: 100, H: 50, Marks: []layout.Mark{layout.Text{Box: "ten", X: 10, Baseline: 20, Face: face, Size: 12, String: s}}}
	}
	for _, c := range []struct{ name, face, text, code, says string }{
		{"a star", serif, "đạt ★★★", "pdf-missing-glyph", "U+2605"},
		{"a Chinese letter", serif, "茶", "pdf-missing-glyph", "U+8336"},
		{"a control character", serif, "a\tb", "pdf-missing-glyph", "U+0009"},
		{"a broken byte", serif, "a\xffb", "pdf-missing-glyph", "U+FFFD"},
		{"an unknown face", "Arial.ttf", "abc", "pdf-unknown-face", "Arial.ttf"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := Write(context.Background(), io.Discard, func(yield func(layout.Page) bool) { yield(page(c.face, c.text)) }, Options{})
			said, ok := message.Of(err)
			if !ok || said.Text.Code != c.code || !strings.Contains(said.String(), c.says) {
				t.Errorf("%v", err)
			}
		})
	}
}
