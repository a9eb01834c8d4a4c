package workbook

import "strings"

// space is a namespace we know by name.
type space uint8

const (
	spaceNone space = iota
	spaceOther
	spaceXML
	spaceSheet    // SpreadsheetML, transitional and strict
	spaceRels     // relationship parts
	spaceDocRel   // r:id
	spaceTypes    // [Content_Types].xml
	spaceOffice   // OpenDocument, from here on
	spaceTable    //
	spaceText     //
	spaceStyle    //
	spaceFO       //
	spaceSVG      //
	spaceManifest //
)

const odf = "urn:oasis:names:tc:opendocument:xmlns:"

var spaces = map[string]space{
	"":                                     spaceNone,
	"http://www.w3.org/XML/1998/namespace": spaceXML,
	"http://schemas.openxmlformats.org/spreadsheetml/2006/main":           spaceSheet,
	"http://purl.oclc.org/ooxml/spreadsheetml/main":                       spaceSheet,
	"http://schemas.openxmlformats.org/package/2006/relationships":        spaceRels,
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships": spaceDocRel,
	"http://purl.oclc.org/ooxml/officeDocument/relationships":             spaceDocRel,
	"http://schemas.openxmlformats.org/package/2006/content-types":        spaceTypes,
	odf + "office:1.0":                    spaceOffice,
	odf + "table:1.0":                     spaceTable,
	odf + "text:1.0":                      spaceText,
	odf + "style:1.0":                     spaceStyle,
	odf + "xsl-fo-compatible:1.0":         spaceFO,
	odf + "svg-compatible:1.0":            spaceSVG,
	odf + "manifest:1.0":                  spaceManifest,
	"http://openoffice.org/2001/manifest": spaceManifest,
}

func spaceOf(uri []byte) space {
	if s, ok := spaces[string(uri)]; ok {
		return s
	}
	return spaceOther
}

// root moves to the root element and tells whether it is the expected one.
func (x *xmlScan) root(s space, local string) bool {
	if x.next() != tokStart {
		return false
	}
	if x.space != s || string(x.local) != local {
		x.damaged("root element is <%.40s>", x.local)
		return false
	}
	return true
}

// child moves to the next child of the element at depth; false after its end.
func (x *xmlScan) child(depth int) bool {
	for {
		switch x.next() {
		case tokStart:
			return true
		case tokEnd:
			if x.depth < depth {
				return false
			}
		case tokEOF:
			return false
		}
	}
}

// is compares the last start tag.
func (x *xmlScan) is(s space, local string) bool {
	return x.space == s && string(x.local) == local
}

// skip passes over the rest of the element that was just opened.
func (x *xmlScan) skip() {
	for depth := x.depth; ; {
		switch x.next() {
		case tokEnd:
			if x.depth < depth {
				return
			}
		case tokEOF:
			return
		}
	}
}

// inner appends the text directly inside the element that was just opened and
// moves behind its end. Elements inside are passed over.
func (x *xmlScan) inner(to []byte) []byte {
	for depth := x.depth; ; {
		switch x.next() {
		case tokText:
			to = append(to, x.text...)
		case tokStart:
			x.skip()
		case tokEnd:
			if x.depth < depth {
				return to
			}
		case tokEOF:
			return to
		}
	}
}

// get finds an attribute without a prefix, nil when it is not there. The bytes
// hold until the next token.
func (x *xmlScan) get(local string) []byte { return x.getNS(spaceNone, local) }

func (x *xmlScan) getNS(s space, local string) []byte {
	for i := range x.attrs {
		if a := &x.attrs[i]; a.space == s && string(a.local) == local {
			if a.value == nil {
				return []byte{}
			}
			return a.value
		}
	}
	return nil
}

// str is get as a string.
func (x *xmlScan) str(local string) string { return string(x.get(local)) }

// isTrue reads an attribute of type boolean.
func (x *xmlScan) isTrue(local string) bool { return isTrue(x.get(local), false) }

func isTrue(v []byte, absent bool) bool {
	if v == nil {
		return absent
	}
	switch strings.ToLower(strings.TrimSpace(string(v))) {
	case "1", "true", "on":
		return true
	}
	return false
}

// whole reads a non-negative whole number, -1 when it is none.
func whole(b []byte) int {
	n := 0
	for len(b) > 0 && isSpace(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && isSpace(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	if len(b) == 0 || len(b) > 10 {
		return -1
	}
	for _, c := range b {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// drain reads the part to its end, so that its checksum is verified.
func (x *xmlScan) drain() error {
	for x.next() != tokEOF {
	}
	return x.err
}
