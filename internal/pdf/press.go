package pdf

import (
	"bytes"
	"compress/zlib"
)

// press compresses streams, one after the other, with one compressor: making a
// new one costs more than a page.
type press struct {
	z   *zlib.Writer
	out bytes.Buffer
}

// Levels of compression. A page is compressed once and read seldom: most of it
// are the modules of a code, on which higher levels take three times as long as
// everything else together to save a fifth. What a file shares is worth more.
const (
	fast     = zlib.BestSpeed
	thorough = 6
)

func newPress(level int) *press {
	z, _ := zlib.NewWriterLevel(nil, level) // the levels above are valid
	return &press{z: z}
}

// squeeze gives the stream as a new slice. Writing to memory does not fail.
func (p *press) squeeze(data []byte) []byte {
	p.out.Reset()
	p.z.Reset(&p.out)
	p.z.Write(data)
	p.z.Close()
	return bytes.Clone(p.out.Bytes())
}
