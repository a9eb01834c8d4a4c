package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
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

// charData reads text up to the next '<'. It gives tokEOF for text between
// the elements of the top level, which must be blank.
func (x *xmlScan) charData() token {
	from := 0
	for {
		i := bytes.IndexByte(x.buf[x.pos+from:x.end], '<')
		if i >= 0 {
			from += i
			break
		}
		from = x.end - x.pos
		if !x.more() {
			break
		}
	}
	if x.err != nil {
		return tokEOF
	}
	raw := x.buf[x.pos : x.pos+from]
	x.pos += from
	if len(x.offs) == 0 {
		if len(bytes.Trim(raw, " \t\r\n")) > 0 {
			return x.damaged("text outside the root element")
		}
		return tokEOF
	}
	plain, ok := legalText(raw)
	if !ok {
		return x.damaged("illegal character in text")
	}
	if plain {
		x.text = raw
		return tokText
	}
	if bytes.Contains(raw, []byte("]]>")) {
		return x.damaged("]]> in text")
	}
	x.decoded, ok = unescape(x.decoded[:0], raw)
	if !ok {
		return x.damaged("unknown or illegal entity")
	}
	x.text = x.decoded
	return tokText
}

// legalText tells whether all characters are allowed in XML, and whether the
// text can be used as it stands.
func legalText(b []byte) (plain, ok bool) {
	plain = true
	high := false
	for _, c := range b {
		switch {
		case c >= 0x80:
			high = true
		case c == '&' || c == '\r' || c == '>':
			plain = false
		case c < 0x20 && c != '\t' && c != '\n':
			return false, false
		}
	}
	if high && (!utf8.Valid(b) || bytes.Contains(b, []byte("\uFFFE")) || bytes.Contains(b, []byte("\uFFFF"))) {
		return false, false
	}
	return plain, true
}

// unescape appends raw with its entities replaced and its line ends made \n.
func unescape(to, raw []byte) ([]byte, bool) {
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; c {
		case '\r':
			if i+1 < len(raw) && raw[i+1] == '\n' {
				continue
			}
			to = append(to, '\n')
		case '&':
			end := bytes.IndexByte(raw[i:], ';')
			if end < 0 || end > 12 {
				return to, false
			}
			r, ok := entity(raw[i+1 : i+end])
			if !ok {
				return to, false
			}
			to = utf8.AppendRune(to, r)
			i += end
		default:
			to = append(to, c)
		}
	}
	return to, true
}

func entity(name []byte) (rune, bool) {
	switch string(name) {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	n, ok := uint32(0), true
	if name[1] == 'x' {
		n, ok = digits(name[2:], 16)
	} else {
		n, ok = digits(name[1:], 10)
	}
	return rune(n), ok && legalRune(n)
}

func digits(b []byte, base uint32) (uint32, bool) {
	n := uint32(0)
	for _, c := range b {
		d := uint32(99)
		switch {
		case c >= '0' && c <= '9':
			d = uint32(c - '0')
		case c >= 'a' && c <= 'f':
			d = uint32(c-'a') + 10
		case c >= 'A' && c <= 'F':
			d = uint32(c-'A') + 10
		}
		if d >= base || n > 0x10FFFF {
			return 0, false
		}
		n = n*base + d
	}
	return n, len(b) > 0
}

func legalRune(r uint32) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xD7FF ||
		r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= 0x10FFFF
}
