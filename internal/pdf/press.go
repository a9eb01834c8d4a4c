package pdf

import (
	"bytes"
	"io"

	"github.com/klauspost/compress/zlib"
)

// press compresses streams, one after the other, with one compressor: making a
// new one costs more than a page.
type press struct {
	z   *zlib.Writer
	out bytes.Buffer
}

// Levels of compression. A page is compressed once and read seldom: most of it
// are the modules of a code. On them the library's level 6 takes two fifths more
// time than level 2 for a twentieth less bytes (BenchmarkPress). What a file
// shares is worth that; the levels above take many times as long for nothing: on
// a frame level 9 gives more bytes than 6.
const (
	fast     = 2
	thorough = 6
)

func newPress(level int) *press {
	z, _ := zlib.NewWriterLevel(nil, level) // the levels above are valid
	return &press{z: z}
}

// presses keeps thorough compressors: files of one certificate come by the
// thousand, and each would make its own. A sync.Pool would forget them.
var presses = make(chan *press, 4)

func takePress() *press {
	select {
	case p := <-presses:
		return p
	default:
		return newPress(thorough)
	}
}

func (p *press) giveBack() {
	select {
	case presses <- p:
	default: // enough are kept
	}
}

// thoroughly compresses a stream that is shared or stands alone.
func thoroughly(data []byte) []byte {
	p := takePress()
	defer p.giveBack()
	return p.squeeze(data)
}

// squeeze gives the stream as a new slice. Writing to memory does not fail.
func (p *press) squeeze(data []byte) []byte {
	p.out.Reset()
	p.z.Reset(&p.out)
	p.z.Write(data)
	p.z.Close()
	return bytes.Clone(p.out.Bytes())
}

// pour compresses what fill writes, without holding it, and gives its size.
func (p *press) pour(fill func(io.Writer) error) (data []byte, size int, err error) {
	p.out.Reset()
	p.z.Reset(&p.out)
	count := counting{w: p.z}
	if err := fill(&count); err != nil {
		return nil, 0, err
	}
	p.z.Close()
	return bytes.Clone(p.out.Bytes()), count.n, nil
}

type counting struct {
	w io.Writer
	n int
}

func (c *counting) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += n
	return n, err
}
