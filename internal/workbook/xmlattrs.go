package workbook

import (
	"bytes"
	"errors"
)

// attributes reads the attributes of a tag, binds the namespaces it declares
// and resolves the prefixes of the others.
func (x *xmlScan) attributes(b []byte) bool {
	x.rawValues, x.scratch = x.rawValues[:0], x.scratch[:0]
	for {
		trimmed := bytes.TrimLeft(b, " \t\r\n")
		if len(trimmed) == 0 {
			break
		}
		if len(trimmed) == len(b) {
			x.damaged("attributes run together")
			return false
		}
		if b = x.attribute(trimmed); b == nil {
			return false
		}
	}
	for _, r := range x.rawValues {
		value := r.value
		if r.decoded {
			value = x.scratch[r.from:r.to]
		}
		if !x.declares(r, value) {
			x.attrs = append(x.attrs, attr{local: r.local, value: value})
		}
	}
	return x.err == nil && x.resolveAttrs()
}

// attribute reads one name="value" and gives the rest, nil after a failure.
func (x *xmlScan) attribute(b []byte) []byte {
	name, rest := nameOf(b)
	prefix, local, ok := splitName(name)
	rest = bytes.TrimLeft(rest, " \t\r\n")
	if !ok || len(rest) == 0 || rest[0] != '=' {
		x.damaged("an attribute without a value")
		return nil
	}
	rest = bytes.TrimLeft(rest[1:], " \t\r\n")
	if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
		x.damaged("an attribute without quotes")
		return nil
	}
	end := bytes.IndexByte(rest[1:], rest[0])
	if end < 0 {
		x.damaged("an attribute without its closing quote")
		return nil
	}
	r := rawAttr{prefix: prefix, local: local, value: rest[1 : 1+end]}
	plain, ok := legalText(r.value)
	if !ok || bytes.IndexByte(r.value, '<') >= 0 {
		x.damaged("illegal character in an attribute")
		return nil
	}
	if !plain {
		r.decoded, r.from = true, len(x.scratch)
		if x.scratch, ok = unescape(x.scratch, r.value); !ok {
			x.damaged("unknown or illegal entity")
			return nil
		}
		r.to = len(x.scratch)
	}
	if len(x.rawValues) >= x.bud.lim.XMLAttrs {
		x.fail(tooComplex(x.part, errors.New("too many attributes")))
		return nil
	}
	for _, o := range x.rawValues {
		if len(o.local) == len(r.local) && string(o.local) == string(r.local) && string(o.prefix) == string(r.prefix) {
			x.damaged("attribute %.40q twice", name)
			return nil
		}
	}
	x.rawValues = append(x.rawValues, r)
	return rest[end+2:]
}

// declares binds the namespace when the attribute is xmlns or xmlns:prefix.
func (x *xmlScan) declares(r rawAttr, value []byte) bool {
	switch {
	case len(r.prefix) == 0 && string(r.local) == "xmlns":
		x.defs[len(x.defs)-1] = spaceOf(value)
	case string(r.prefix) == "xmlns":
		if len(x.binds) >= maxBinds {
			x.fail(tooComplex(x.part, errors.New("too many namespaces")))
		}
		x.binds = append(x.binds, nsBind{string(r.local), spaceOf(value), x.depth})
		x.lastOf = -1
	default:
		return false
	}
	return true
}

// resolveAttrs finds the namespaces of prefixed attributes; those without a
// prefix have none.
func (x *xmlScan) resolveAttrs() bool {
	i := 0
	for _, r := range x.rawValues {
		if len(r.prefix) == 0 && string(r.local) == "xmlns" || string(r.prefix) == "xmlns" {
			continue
		}
		if len(r.prefix) > 0 {
			s, ok := x.resolve(r.prefix, spaceNone)
			if !ok {
				x.damaged("prefix %.40q is not declared", r.prefix)
				return false
			}
			x.attrs[i].space = s
		}
		i++
	}
	return true
}

func (x *xmlScan) resolve(prefix []byte, def space) (space, bool) {
	if len(prefix) == 0 {
		return def, true
	}
	if x.lastBind < len(x.binds) && x.binds[x.lastBind].prefix == string(prefix) && x.lastOf == len(x.binds) {
		return x.binds[x.lastBind].space, true
	}
	for i := len(x.binds) - 1; i >= 0; i-- {
		if x.binds[i].prefix == string(prefix) {
			x.lastBind, x.lastOf = i, len(x.binds)
			return x.binds[i].space, true
		}
	}
	return spaceXML, string(prefix) == "xml"
}

// nameOf cuts a name from the front.
func nameOf(b []byte) (name, rest []byte) {
	i := 0
	for i < len(b) && nameByte[b[i]] {
		i++
	}
	return b[:i], b[i:]
}

// splitName parts prefix and local name; both must be proper names.
func splitName(name []byte) (prefix, local []byte, ok bool) {
	local = name
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		prefix, local = name[:i], name[i+1:]
		if i == 0 || bytes.IndexByte(local, ':') >= 0 {
			return nil, nil, false
		}
	}
	if len(local) == 0 || notFirst(local[0]) || prefix != nil && notFirst(prefix[0]) {
		return nil, nil, false
	}
	return prefix, local, true
}

func notFirst(c byte) bool { return c >= '0' && c <= '9' || c == '-' || c == '.' }

// nameByte tells which bytes a name may hold. All names of the formats are
// ASCII; others are refused, like tags that are not well-formed.
var nameByte = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' ||
			c == '_' || c == '-' || c == '.' || c == ':'
	}
	return t
}()

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }
