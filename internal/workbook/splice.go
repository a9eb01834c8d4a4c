package workbook

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
)

// part is the text of one XML part (UTF-8) and the cuts to be made in it.
type part struct {
	name       string
	data       []byte
	bud        *budget
	cuts       []cutting
	rootPrefix string
}

// cutting replaces the bytes from..to by text.
type cutting struct {
	from, to int
	text     string
}

func newPart(name string, data []byte, bud *budget) *part {
	return &part{name: name, data: data, bud: bud}
}

var xmlDecl = regexp.MustCompile(`^\s*<\?xml[^>]*\?>`)

// cut opens a part of the file for cutting. Text in UTF-16 becomes UTF-8.
func (a *annotator) cut(name string) (*part, error) {
	if data, ok := a.parts[partKey(name)]; ok {
		return newPart(name, data, a.bud), nil
	}
	r, err := a.p.open(name)
	if err != nil {
		return nil, err
	}
	u := fromUTF16(r)
	data, err := io.ReadAll(u)
	if err != nil {
		return nil, err
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if _, was16 := u.(*utf16Reader); was16 {
		data = append([]byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`), xmlDecl.ReplaceAll(data, nil)...)
	}
	p := newPart(name, data, a.bud)
	x := p.scan()
	if x.next() == tokStart {
		p.rootPrefix = p.prefix(x)
	}
	return p, x.err
}

// scan begins to read the part.
func (p *part) scan() *xmlScan { return newXML(bytes.NewReader(p.data), p.bud, p.name) }

// prefix is the namespace prefix of the start tag just read, with its colon.
func (p *part) prefix(x *xmlScan) string {
	name, _ := nameOf(p.data[x.from+1 : x.to()])
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		return string(name[:i+1])
	}
	return ""
}

func (p *part) replace(from, to int, text string) { p.cuts = append(p.cuts, cutting{from, to, text}) }
func (p *part) insert(at int, text string)        { p.replace(at, at, text) }

// insertEnd inserts before the end tag at a place, or, for -1, into the
// element that openUp opened.
func (p *part) insertEnd(at int, text string) {
	if at >= 0 {
		p.insert(at, text)
		return
	}
	for i := len(p.cuts) - 1; i >= 0; i-- {
		if c := &p.cuts[i]; strings.HasPrefix(c.text, "></") {
			c.text = ">" + text + c.text[1:]
			return
		}
	}
}

// openUp turns the self-closing tag from..to into a start and an end tag.
func (p *part) openUp(from, to int, name string) {
	p.replace(from+bytes.LastIndexByte(p.data[from:to], '/'), to, "></"+name+">")
}

// addLast inserts as the last child of the root element.
func (p *part) addLast(text string) {
	if i := bytes.LastIndex(p.data, []byte("</")); i >= 0 {
		p.insert(i, text)
	}
}

// bytes makes all cuts. Insertions at one place are made in the order they
// came, before what is replaced there.
func (p *part) bytes() []byte {
	slices.SortStableFunc(p.cuts, func(a, b cutting) int {
		return cmp.Or(a.from-b.from, min(a.to-a.from, 1)-min(b.to-b.from, 1))
	})
	var out bytes.Buffer
	at := 0
	for _, c := range p.cuts {
		if c.from < at {
			continue
		}
		out.Write(p.data[at:c.from])
		out.WriteString(c.text)
		at = c.to
	}
	out.Write(p.data[at:])
	return out.Bytes()
}

// retag gives a start tag with some attributes set to new values; "" takes an
// attribute away. Attributes with a prefix are not touched.
func retag(tag []byte, set ...string) string {
	s := string(tag)
	for i := 0; i+1 < len(set); i += 2 {
		s = attrPattern(set[i]).ReplaceAllString(s, "")
		if set[i+1] == "" {
			continue
		}
		name, _ := nameOf([]byte(s[1:]))
		at := 1 + len(name)
		s = s[:at] + " " + set[i] + `="` + escape(set[i+1]) + `"` + s[at:]
	}
	return s
}

func attrPattern(name string) *regexp.Regexp {
	if re, ok := attrPatterns[name]; ok {
		return re
	}
	return regexp.MustCompile(`\s+` + regexp.QuoteMeta(name) + `\s*=\s*("[^"]*"|'[^']*')`)
}

var attrPatterns = map[string]*regexp.Regexp{}

func init() {
	for _, name := range []string{"s", "fillId", "applyFill", "count", "uniqueCount", "tabSelected", "activeTab", "firstSheet", "localSheetId", "ContentType"} {
		attrPatterns[name] = attrPattern(name)
	}
}

// escape makes text safe inside an element or a quoted attribute; characters
// that XML cannot hold are dropped.
func escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(cleanForXML(s)))
	return b.String()
}
