package workbook

import (
	"errors"
	"fmt"
	"strings"
)

// ooxml reads .xlsx and its kin. Only parts reached by relationships count,
// whatever their names.
type ooxml struct {
	p       *pack
	bud     *budget
	book    *Book
	main    string // name of the workbook part
	rels    []rel
	strings sharedStrings
	styles  []*Style
	plain   *Style // for a file without styles
	recalc  bool   // fullCalcOnLoad: a cached 0 is a place-holder
}

// sheetEntry is a sheet as the workbook part lists it.
type sheetEntry struct {
	name, rid string
	hidden    bool
	very      bool
}

// readOOXML tells the documents that come in this package apart.
func (f *file) readOOXML(p *pack) (*Book, error) {
	top, err := p.rels("")
	if err != nil {
		return nil, err
	}
	doc, ok := relOfKind(top, "officeDocument")
	if !ok {
		return nil, damaged("no relationship to a document")
	}
	if !p.has(doc.target) {
		return nil, damagedPart(doc.target, errNoPart)
	}
	kind, err := p.contentType(doc.target)
	if err != nil {
		return nil, err
	}
	o := &ooxml{p: p, bud: f.bud, book: &Book{Format: XLSX}, main: doc.target}
	switch {
	case strings.Contains(kind, "wordprocessingml"):
		return nil, f.foreign(typeWord)
	case strings.Contains(kind, "presentationml"):
		return nil, f.foreign(typeSlides)
	case strings.Contains(kind, "sheet.binary"):
		return nil, refuse(FileUnsupportedXLSB, msgXLSB.With("name", f.name), nil)
	case strings.Contains(kind, "macroenabled"):
		o.book.Format = XLSM
	}
	return o.read()
}

// contentType finds the content type of a part, in lower case.
func (p *pack) contentType(part string) (string, error) {
	x, err := p.xml("[Content_Types].xml")
	if err != nil {
		return "", err
	}
	found, byExt := "", ""
	want := "/" + strings.ToLower(part)
	if x.root(spaceTypes, "Types") {
		for x.child(1) {
			kind := strings.ToLower(x.str("ContentType"))
			if x.is(spaceTypes, "Override") && "/"+partKey(x.str("PartName")) == want {
				found = kind
			}
			if ext := x.str("Extension"); x.is(spaceTypes, "Default") && ext != "" && strings.HasSuffix(want, "."+strings.ToLower(ext)) {
				byExt = kind
			}
			x.skip()
		}
	}
	if found == "" {
		found = byExt
	}
	return found, x.drain()
}

func (o *ooxml) read() (*Book, error) {
	var err error
	if o.rels, err = o.p.rels(o.main); err != nil {
		return nil, err
	}
	entries, err := o.readWorkbook()
	if err != nil {
		return nil, err
	}
	if err = o.readStyles(); err != nil {
		return nil, err
	}
	if err = o.readStrings(); err != nil {
		return nil, err
	}
	for _, e := range entries {
		if err = o.readEntry(e); err != nil {
			return nil, err
		}
	}
	if _, ok := relOfKind(o.rels, "vbaProject"); ok && o.book.Notes == nil {
		o.book.note(MacroIgnored, false, msgMacroIgnored.With())
	}
	return o.book, nil
}

// readWorkbook lists the sheets and finds the date system.
func (o *ooxml) readWorkbook() ([]sheetEntry, error) {
	x, err := o.p.xml(o.main)
	if err != nil {
		return nil, err
	}
	var entries []sheetEntry
	names := map[string]bool{}
	if x.root(spaceSheet, "workbook") {
		for x.child(1) {
			switch {
			case x.is(spaceSheet, "workbookPr"):
				o.book.Date1904 = x.isTrue("date1904")
			case x.is(spaceSheet, "calcPr"):
				o.recalc = x.isTrue("fullCalcOnLoad")
			case x.is(spaceSheet, "sheets"):
				for x.child(2) {
					if x.is(spaceSheet, "sheet") {
						e := sheetEntry{name: x.str("name"), rid: string(x.getNS(spaceDocRel, "id"))}
						e.very = x.str("state") == "veryHidden"
						e.hidden = e.very || x.str("state") == "hidden"
						if key := strings.ToLower(e.name); names[key] || e.name == "" || len(e.name) > 512 {
							x.damaged("sheet name %.40q twice, empty or too long", e.name)
						} else {
							names[key] = true
						}
						entries = append(entries, e)
					}
					if len(entries) > o.bud.lim.Sheets {
						return nil, refuse(FileTooComplex, msgTooManySheets.With("limit", o.bud.lim.Sheets), nil)
					}
					x.skip()
				}
				continue
			}
			x.skip()
		}
	}
	if err := x.drain(); err != nil {
		return nil, err
	}
	if len(entries) == 0 {
		return nil, damagedPart(o.main, errors.New("no sheet"))
	}
	return entries, nil
}

// readEntry reads one sheet when it is one with cells.
func (o *ooxml) readEntry(e sheetEntry) error {
	for _, r := range o.rels {
		if r.id != e.rid {
			continue
		}
		switch {
		case r.external:
			return damaged("sheet %.40q lies outside the file", e.name)
		case r.kind == "worksheet":
			s := &Sheet{Name: e.name, Index: len(o.book.Sheets), Hidden: e.hidden, VeryHidden: e.very}
			o.book.Sheets = append(o.book.Sheets, s)
			return o.readSheet(r.target, s)
		case strings.HasSuffix(strings.ToLower(r.kind), "macrosheet"):
			o.book.note(MacroIgnored, false, msgMacroIgnored.With())
		}
		return nil
	}
	return damagedPart(o.main, fmt.Errorf("sheet %.40q has no part", e.name))
}
