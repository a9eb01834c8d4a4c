package workbook

import (
	"errors"
	"strings"
)

// ods reads OpenDocument spreadsheets (ODF 1.2, part 1). The file repeats
// cells and rows by number; only what holds something is ever expanded.
type ods struct {
	p      *pack
	bud    *budget
	book   *Book
	fonts  map[string]string    // face name to family
	styles map[string]*odsStyle // by family and name
	cells  map[string]*Style    // resolved cell styles
	base   float64              // what to add to a serial of the 1900 system
}

// readODF tells spreadsheets from the other OpenDocument files.
func (f *file) readODF(p *pack) (*Book, error) {
	kind := ""
	if p.has("mimetype") {
		b, err := p.bytes("mimetype", 1024)
		if err != nil {
			return nil, err
		}
		kind = strings.TrimSpace(string(b))
	}
	o := &ods{p: p, bud: f.bud, book: &Book{Format: ODS}, fonts: map[string]string{}, styles: map[string]*odsStyle{}, cells: map[string]*Style{}}
	if p.has("META-INF/manifest.xml") {
		locked, macros, main, err := o.manifest()
		if err != nil {
			return nil, err
		}
		if kind == "" {
			kind = main
		}
		if locked {
			return nil, refuse(FileEncrypted, msgEncryptedOther.With("type", ".ods"), nil)
		}
		if macros {
			o.book.note(MacroIgnored, false, msgMacroIgnored.With())
		}
	}
	if kind != "" && !strings.Contains(kind, "opendocument.spreadsheet") {
		if strings.Contains(kind, "opendocument") {
			return nil, f.foreign(typeODF)
		}
		return nil, f.foreign(typeZip)
	}
	return o.read()
}

// manifest tells whether the content is encrypted, whether there are macros,
// and the type of the whole.
func (o *ods) manifest() (locked, macros bool, kind string, err error) {
	x, err := o.p.xml("META-INF/manifest.xml")
	if err != nil {
		return false, false, "", err
	}
	if x.root(spaceManifest, "manifest") {
		for x.child(1) {
			name := string(x.getNS(spaceManifest, "full-path"))
			if name == "/" {
				kind = string(x.getNS(spaceManifest, "media-type"))
			}
			macros = macros || strings.HasPrefix(name, "Basic/") || strings.HasPrefix(name, "Scripts/")
			for x.child(2) {
				locked = locked || x.is(spaceManifest, "encryption-data")
				x.skip()
			}
		}
	}
	return locked, macros, kind, x.drain()
}

func (o *ods) read() (*Book, error) {
	if o.p.has("styles.xml") {
		x, err := o.p.xml("styles.xml")
		if err != nil {
			return nil, err
		}
		if x.root(spaceOffice, "document-styles") {
			for x.child(1) {
				o.head(x)
			}
		}
		if err := x.drain(); err != nil {
			return nil, err
		}
	}
	x, err := o.p.xml("content.xml")
	if err != nil {
		return nil, err
	}
	if x.root(spaceOffice, "document-content") {
		for x.child(1) {
			if x.is(spaceOffice, "body") {
				o.body(x)
			} else {
				o.head(x)
			}
		}
	}
	if err := x.drain(); err != nil {
		return nil, err
	}
	if len(o.book.Sheets) == 0 {
		return nil, damagedPart("content.xml", errors.New("no sheet"))
	}
	return o.book, nil
}

// body finds the tables of the spreadsheet.
func (o *ods) body(x *xmlScan) {
	for x.child(2) {
		if !x.is(spaceOffice, "spreadsheet") {
			x.skip()
			continue
		}
		for x.child(3) {
			switch {
			case x.is(spaceTable, "table"):
				if len(o.book.Sheets) >= o.bud.lim.Sheets {
					x.fail(refuse(FileTooComplex, msgTooManySheets.With("limit", o.bud.lim.Sheets), nil))
				}
				o.table(x)
			case x.is(spaceTable, "calculation-settings"):
				o.settings(x)
			case x.is(spaceTable, "database-ranges"):
				o.ranges(x)
			default:
				x.skip()
			}
		}
	}
}

// settings finds the day that serial numbers count from.
func (o *ods) settings(x *xmlScan) {
	for depth := x.depth; x.child(depth); x.skip() {
		if x.is(spaceTable, "null-date") && string(x.getNS(spaceTable, "date-value")) == "1904-01-01" {
			o.book.Date1904, o.base = true, -days1904
		}
	}
}

// ranges finds the ranges that have filter buttons.
func (o *ods) ranges(x *xmlScan) {
	for depth := x.depth; x.child(depth); {
		if !x.is(spaceTable, "database-range") {
			x.skip()
			continue
		}
		sheet, ref, ok := cutAddress(string(x.getNS(spaceTable, "target-range-address")))
		filter := false
		for inner := x.depth; x.child(inner); x.skip() {
			filter = filter || x.is(spaceTable, "filter")
		}
		if s := o.book.Sheet(sheet); ok && s != nil {
			s.Filter, s.FilterOn = ref, s.FilterOn || filter
		}
	}
}

// cutAddress reads "$'Kết quả'.A1:'Kết quả'.F20".
func cutAddress(a string) (sheet string, ref Rect, ok bool) {
	i := strings.LastIndexByte(a, ':')
	if i < 0 {
		return "", Rect{}, false
	}
	from, to := a[:i], a[i+1:]
	d1, d2 := strings.LastIndexByte(from, '.'), strings.LastIndexByte(to, '.')
	if d1 < 0 {
		return "", Rect{}, false
	}
	sheet = strings.TrimPrefix(from[:d1], "$")
	if len(sheet) >= 2 && sheet[0] == '\'' {
		sheet = strings.ReplaceAll(strings.Trim(sheet, "'"), "''", "'")
	}
	ref, ok = ParseRect(from[d1+1:] + ":" + to[d2+1:])
	return sheet, ref, ok
}
