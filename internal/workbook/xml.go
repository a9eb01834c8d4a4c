package workbook

import (
	"errors"
	"fmt"
	"io"
)

// token is what next found.
type token uint8

const (
	tokEOF token = iota // end of the part, or xmlScan.err is set
	tokStart
	tokEnd
	tokText
)

// attr is one attribute; space is known for prefixed names only.
type attr struct {
	space space
	local []byte
	value []byte
}

// xmlScan reads one XML part token by token. It is strict where encoding/xml
// is strict and stricter where hostile files hide: no DOCTYPE, bound prefixes,
// no attribute twice, bounded depth, attributes and token sizes. What it
// accepts, encoding/xml reads the same way (TestXMLAgrees, FuzzXML); it is here
// because it needs a tenth of the time and never holds more than one token.
//
// The first failure sticks in err and every later token is tokEOF, so loops end
// by themselves and the caller checks err once.
type xmlScan struct {
	src  io.Reader
	bud  *budget
	part string
	err  error

	buf      []byte
	pos, end int
	eof      bool
	off      int // bytes of the part before buf
	from     int // where the last token began, in bytes of the part (UTF-8)

	depth     int      // of the element a start tag opened
	names     []byte   // raw names of the open elements, one after another
	offs      []int    // where each begins
	defs      []space  // default namespace inside each open element
	binds     []nsBind // prefixes in scope
	lastBind  int      // the prefix found last, while lastOf is len(binds)
	lastOf    int
	rooted    bool   // the root element was seen
	endWaits  bool   // a self-closing tag owes its end
	local     []byte // of the last start tag
	space     space
	attrs     []attr
	text      []byte // of the last text token
	scratch   []byte // decoded attribute values of one tag
	decoded   []byte // decoded text
	rawValues []rawAttr
}

type nsBind struct {
	prefix string
	space  space
	depth  int
}

type rawAttr struct {
	prefix, local []byte
	value         []byte // into buf, when it needed no decoding
	from, to      int    // else into scratch
	decoded       bool
}

const (
	xmlBuffer = 64 << 10
	maxBinds  = 64 // namespace prefixes in scope
)

func newXML(src io.Reader, bud *budget, part string) *xmlScan {
	return &xmlScan{src: fromUTF16(src), bud: bud, part: part, buf: make([]byte, xmlBuffer), lastOf: -1}
}

// fail keeps the first failure.
func (x *xmlScan) fail(err error) token {
	if x.err == nil {
		x.err = err
	}
	return tokEOF
}

// failIf is fail for what may be no error.
func (x *xmlScan) failIf(err error) {
	if err != nil {
		x.fail(err)
	}
}

func (x *xmlScan) damaged(format string, args ...any) token {
	return x.fail(damagedPart(x.part, fmt.Errorf(format, args...)))
}

// more reads on, keeping what lies behind pos; false at the end of the part.
func (x *xmlScan) more() bool {
	if x.eof || x.err != nil {
		return false
	}
	if x.pos > 0 {
		x.off += x.pos
		x.end = copy(x.buf, x.buf[x.pos:x.end])
		x.pos = 0
	}
	if x.end == len(x.buf) {
		if len(x.buf) > x.bud.lim.CellBytes {
			x.fail(tooComplex(x.part, errors.New("one token is longer than the limit")))
			return false
		}
		grown := make([]byte, 2*len(x.buf))
		copy(grown, x.buf[:x.end])
		x.buf = grown
	}
	if err := x.bud.alive(); err != nil {
		x.fail(err)
		return false
	}
	n, err := x.src.Read(x.buf[x.end:])
	x.end += n
	if err == io.EOF {
		x.eof = true
	} else if err != nil {
		x.fail(err)
		return false
	}
	return n > 0 || !x.eof
}

// to is where the last token ended, in bytes of the part.
func (x *xmlScan) to() int { return x.off + x.pos }

// next gives the next start tag, end tag or text.
func (x *xmlScan) next() token {
	if x.endWaits && x.err == nil {
		x.endWaits = false
		x.from = x.to()
		return x.pop()
	}
	for x.err == nil {
		if x.pos == x.end && !x.more() {
			if x.err == nil && x.eof && x.pos == x.end {
				return x.finish()
			}
			continue
		}
		x.from = x.off + x.pos
		if x.buf[x.pos] != '<' {
			if t := x.charData(); t != tokEOF {
				return t
			}
			continue
		}
		if t, ok := x.markup(); ok {
			return t
		}
	}
	return tokEOF
}

func (x *xmlScan) finish() token {
	if len(x.offs) > 0 {
		return x.damaged("the part ends inside an element")
	}
	if !x.rooted {
		return x.damaged("no root element")
	}
	return tokEOF
}
