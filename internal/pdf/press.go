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

// pressLevel was measured on certificates: see BenchmarkPress.
const pressLevel = 5

func newPress() *press {
	z, _ := zlib.NewWriterLevel(nil, pressLevel) // the level is valid
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
