package seal

import (
	"bytes"
	"compress/flate"
	"io"
	"math/bits"
	"sync"
)

// D1 is the frozen dictionary of form 0x02: Vietnamese administrative words,
// legal forms and the bytes between the fields of a body, the likeliest last.
// It is 323 bytes long; its SHA-256 is in TestD1. It never changes: a better
// one would be another form.
const D1 = "sấy mật ong rượu gạo nếp chè miến " +
	"Cơ sở sản xuất Hộ kinh doanh Tổ hợp tác " +
	"Công ty Cổ phần TNHH MTV Dược liệu chế biến " +
	"HTX Hợp tác xã nông nghiệp và dịch vụ thương mại " +
	"phường xã thành phố Lai Châu, tỉnh Lai Châu" +
	"\x05\x03\x06\x19/QĐ-UBND\x08\x19\t\x19\x0cvĐợt 2 năm 202\x01mLC-202"

// inflateLimit is the most that a deflated body may grow to.
const inflateLimit = 1024

// writers are kept for good: a sync.Pool forgets, and one takes more than a
// megabyte to make.
var writers = make(chan *flate.Writer, 4)

func takeWriter() *flate.Writer {
	select {
	case w := <-writers:
		return w
	default:
	}
	w, err := flate.NewWriterDict(io.Discard, flate.BestCompression, []byte(D1))
	if err != nil {
		panic(err)
	}
	return w
}

func keepWriter(w *flate.Writer) {
	select {
	case writers <- w:
	default: // enough are kept
	}
}

// deflate compresses with D1.
func deflate(raw []byte) []byte {
	var out bytes.Buffer
	w := takeWriter()
	defer keepWriter(w)
	w.Reset(&out)
	if _, err := w.Write(raw); err != nil {
		panic(err) // a bytes.Buffer does not fail
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	whole := out.Bytes()
	short := oneBlock(whole)
	if back, err := inflate(short); err == nil && bytes.Equal(back, raw) {
		return short
	}
	return whole
}

// oneBlock drops the empty final block that compress/flate always adds (five
// bytes of a code) and marks the first block as the final one. The caller
// checks the result: it is right only when there was one block.
func oneBlock(b []byte) []byte {
	tail, ok := bytes.CutSuffix(b, []byte{0, 0, 0xff, 0xff})
	tail = bytes.Clone(bytes.TrimRight(tail, "\x00"))
	if !ok || len(tail) == 0 {
		return b
	}
	last := len(tail) - 1
	tail[last] &^= 1 << (bits.Len8(tail[last]) - 1) // its “final” bit is the highest one set
	tail[0] |= 1
	if tail[last] == 0 { // it stood alone in its byte
		if cut, err := inflate(tail[:last]); err == nil && len(cut) > 0 {
			return tail[:last]
		}
	}
	return tail
}

// inflater is a pooled reader: its window of 32 KiB is made once.
type inflater struct {
	in  *bytes.Reader
	out io.ReadCloser
	buf [inflateLimit + 1]byte
}

var inflaters = sync.Pool{New: func() any {
	in := bytes.NewReader(nil)
	return &inflater{in: in, out: flate.NewReaderDict(in, []byte(D1))}
}}

// inflate is the reverse: at most 1,024 bytes come out and every byte that
// went in must have been needed.
func inflate(b []byte) ([]byte, error) {
	z := inflaters.Get().(*inflater)
	defer inflaters.Put(z)
	z.in.Reset(b)
	if err := z.out.(flate.Resetter).Reset(z.in, []byte(D1)); err != nil {
		return nil, ErrCanonical
	}
	n, err := 0, error(nil)
	for m := 0; err == nil && n < len(z.buf); n += m {
		m, err = z.out.Read(z.buf[n:])
	}
	if err != io.EOF || n > inflateLimit || z.in.Len() > 0 {
		return nil, ErrCanonical
	}
	return bytes.Clone(z.buf[:n]), nil
}
