package workbook

import (
	"bytes"
	"unicode/utf8"
)

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
