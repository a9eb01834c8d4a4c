package workbook

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
)

// markup reads what begins with '<'; ok is false when it was a comment, a
// processing instruction or when more must be read first.
func (x *xmlScan) markup() (t token, ok bool) {
	for x.end-x.pos < 2 {
		if !x.more() {
			x.damaged("the part ends inside a tag")
			return tokEOF, true
		}
	}
	switch x.buf[x.pos+1] {
	case '/':
		return x.endTag(), true
	case '?':
		body, ok := x.upTo("<?", "?>")
		if ok {
			x.instruction(body)
		}
		return tokEOF, false
	case '!':
		return x.bang()
	}
	return x.startTag(), true
}

// upTo reads a piece of markup that begins with open (already there) and ends
// with close, and gives what stands between.
func (x *xmlScan) upTo(open, close string) ([]byte, bool) {
	from := len(open)
	for {
		if x.end-x.pos >= from {
			if i := bytes.Index(x.buf[x.pos+from:x.end], []byte(close)); i >= 0 {
				body := x.buf[x.pos+len(open) : x.pos+from+i]
				x.pos += from + i + len(close)
				return body, true
			}
			from = max(len(open), x.end-x.pos-len(close)+1)
		}
		if !x.more() {
			x.damaged("the part ends inside %s", open)
			return nil, false
		}
	}
}

// instruction checks the XML declaration and passes over the others.
func (x *xmlScan) instruction(body []byte) {
	if target, _ := nameOf(body); len(target) == 0 || notFirst(target[0]) {
		x.damaged("a processing instruction without a name")
		return
	}
	if target, _ := nameOf(body); string(target) != "xml" {
		return
	}
	decl := declaration.FindSubmatch(body)
	if decl == nil {
		x.damaged("the XML declaration is odd")
		return
	}
	switch name := strings.ToLower(string(decl[1])); name {
	case "", "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be":
	default:
		x.damaged("encoding %q", name)
	}
}

// declaration is what stands between <? and ?> at the beginning of a part.
var declaration = regexp.MustCompile(`^xml\s+version\s*=\s*(?:"1\.0"|'1\.0')(?:\s+encoding\s*=\s*["']([A-Za-z0-9._-]+)["'])?(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*$`)

// bang reads a comment or a CDATA section; anything else that begins with "<!"
// is a DOCTYPE or its like, which no office program writes.
func (x *xmlScan) bang() (token, bool) {
	for x.end-x.pos < 9 && x.more() {
	}
	head := x.buf[x.pos:x.end]
	switch {
	case bytes.HasPrefix(head, []byte("<!--")):
		body, ok := x.upTo("<!--", "-->")
		if ok && (bytes.Contains(body, []byte("--")) || bytes.HasSuffix(body, []byte("-"))) {
			x.damaged("-- in a comment")
		}
		return tokEOF, false
	case bytes.HasPrefix(head, []byte("<![CDATA[")):
		body, ok := x.upTo("<![CDATA[", "]]>")
		if !ok {
			return tokEOF, true
		}
		if len(x.offs) == 0 {
			return x.damaged("text outside the root element"), true
		}
		if _, ok := legalText(body); !ok {
			return x.damaged("illegal character in text"), true
		}
		x.text = body
		if bytes.IndexByte(body, '\r') >= 0 {
			x.decoded = append(x.decoded[:0], bytes.ReplaceAll(body, []byte("\r\n"), []byte("\n"))...)
			x.text = bytes.ReplaceAll(x.decoded, []byte("\r"), []byte("\n"))
		}
		return tokText, true
	}
	return x.damaged("a DOCTYPE or other declaration"), true
}

// tagEnd finds the '>' of the tag at pos, reading on as needed; the length of
// the tag with both brackets, or 0.
func (x *xmlScan) tagEnd() int {
	quote, i := byte(0), 1
	for {
		for b := x.buf[x.pos:x.end]; i < len(b); i++ {
			switch c := b[i]; {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '"' || c == '\'':
				quote = c
			case c == '>':
				return i + 1
			}
		}
		if !x.more() {
			x.damaged("the part ends inside a tag")
			return 0
		}
	}
}

func (x *xmlScan) endTag() token {
	n := x.tagEnd()
	if n == 0 {
		return tokEOF
	}
	name := bytes.TrimRight(x.buf[x.pos+2:x.pos+n-1], " \t\r\n")
	x.pos += n
	if len(x.offs) == 0 || string(name) != string(x.names[x.offs[len(x.offs)-1]:]) {
		return x.damaged("</%.40s> closes another element", name)
	}
	return x.pop()
}

// pop closes the innermost element; depth stays that of the closed element
// minus one, so that a parent recognises its children by depth.
func (x *xmlScan) pop() token {
	last := len(x.offs) - 1
	x.names = x.names[:x.offs[last]]
	x.offs, x.defs = x.offs[:last], x.defs[:last]
	for len(x.binds) > 0 && x.binds[len(x.binds)-1].depth > last {
		x.binds = x.binds[:len(x.binds)-1]
		x.lastOf = -1
	}
	x.depth = last
	return tokEnd
}

func (x *xmlScan) startTag() token {
	n := x.tagEnd()
	if n == 0 {
		return tokEOF
	}
	tag := x.buf[x.pos+1 : x.pos+n-1]
	x.pos += n
	if len(x.offs) == 0 && x.rooted {
		return x.damaged("a second root element")
	}
	x.rooted = true
	if len(tag) > 0 && tag[len(tag)-1] == '/' {
		x.endWaits = true
		tag = tag[:len(tag)-1]
	}
	name, rest := nameOf(tag)
	prefix, local, ok := splitName(name)
	if !ok {
		return x.damaged("a tag without a proper name")
	}
	if len(x.offs) >= x.bud.lim.XMLDepth {
		return x.fail(tooComplex(x.part, errors.New("elements nested too deep")))
	}
	x.offs = append(x.offs, len(x.names))
	x.names = append(x.names, name...)
	x.depth = len(x.offs)
	def := spaceNone
	if len(x.defs) > 0 {
		def = x.defs[len(x.defs)-1]
	}
	x.defs = append(x.defs, def)
	x.attrs = x.attrs[:0]
	if len(rest) > 0 && !x.attributes(rest) {
		return tokEOF
	}
	x.local = local
	if x.space, ok = x.resolve(prefix, x.defs[len(x.defs)-1]); !ok {
		return x.damaged("prefix %.40q is not declared", prefix)
	}
	return tokStart
}
