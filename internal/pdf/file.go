package pdf

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
)

// file writes the objects of a PDF, one after the other, and remembers where
// each began. Nothing is kept but these offsets. The first error stays and
// makes every later call a no-op.
type file struct {
	w       io.Writer
	flush   func() error
	sum     hash.Hash
	at      int64
	offsets []int64 // by object number; 0: not written
	err     error
	line    []byte
}

// Numbers of the objects that every file has.
const (
	catalogObject = 1 + iota
	treeObject
	resourcesObject
	firstFree
)

func newFile(w io.Writer) *file {
	f := openFile(w)
	f.write([]byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"))
	return f
}

// openFile is newFile before its first byte.
func openFile(w io.Writer) *file {
	f := &file{w: w, flush: func() error { return nil }, sum: sha256.New(), offsets: make([]int64, firstFree)}
	if _, inMemory := w.(*bytes.Buffer); !inMemory {
		b := bufio.NewWriterSize(w, 64<<10)
		f.w, f.flush = b, b.Flush
	}
	return f
}

func (f *file) write(b []byte) {
	if f.err != nil {
		return
	}
	f.sum.Write(b)
	f.put(b)
}

// put writes what the hash already knows.
func (f *file) put(b []byte) {
	n, err := f.w.Write(b)
	f.at += int64(n)
	f.err = err
}

func (f *file) printf(format string, args ...any) {
	f.line = fmt.Appendf(f.line[:0], format, args...)
	f.write(f.line)
}

// reserve gives a number for an object to be written later.
func (f *file) reserve() int {
	f.offsets = append(f.offsets, 0)
	return len(f.offsets) - 1
}

func (f *file) begin(id int) {
	f.offsets[id] = f.at
	f.printf("%d 0 obj\n", id)
}

func (f *file) end() { f.write([]byte("\nendobj\n")) }

// object writes a whole object without a stream.
func (f *file) object(id int, format string, args ...any) {
	f.begin(id)
	f.printf(format, args...)
	f.end()
}

// stream writes an object with a stream; dict holds its entries but /Length.
func (f *file) stream(id int, dict string, data []byte) {
	f.begin(id)
	f.printf("<< %s/Length %d >>\nstream\n", dict, len(data))
	f.write(data)
	f.write([]byte("\nendstream"))
	f.end()
}

const flate = "/Filter /FlateDecode "

// fingerprint is the content so far; the document's ids are made of it.
func (f *file) fingerprint() [16]byte { return [16]byte(f.sum.Sum(nil)) }

// close writes the cross-reference table and the trailer. A number reserved but
// never written is a mistake of this package.
func (f *file) close(info int) error {
	id := f.fingerprint()
	start := f.at
	f.printf("xref\n0 %d\n0000000000 65535 f \n", len(f.offsets))
	for n, at := range f.offsets[1:] {
		if at == 0 && f.err == nil {
			f.err = fmt.Errorf("object %d was never written", n+1)
		}
		f.printf("%010d 00000 n \n", at)
	}
	f.printf("trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID [<%X> <%X>] >>\nstartxref\n%d\n%%%%EOF\n",
		len(f.offsets), catalogObject, info, id, id, start)
	if f.err == nil {
		f.err = f.flush()
	}
	return f.err
}
