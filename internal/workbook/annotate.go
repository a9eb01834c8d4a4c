package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"ocoprint/internal/message"
)

// Severity is how much a mark weighs; it chooses the fill.
type Severity string

// The severities of intake's findings.
const (
	SevRefuse   Severity = "refuse"
	SevError    Severity = "error"
	SevQuestion Severity = "question"
	SevWarning  Severity = "warning"
	SevInfo     Severity = "info"
)

// Mark is one remark on one cell. Texts come in the reader's language.
type Mark struct {
	Sheet    string // "" or an unknown sheet: only listed on the first sheet
	Cell     string // "F12"; "" marks the whole sheet or file
	Severity Severity
	Code     string
	Title    string // one short sentence
	Text     string // the rest: value read, what was expected, what to do
}

// Summary stands at the top of the sheet "Kết quả kiểm tra".
type Summary struct {
	Title string
	Lines []string
	Lang  message.Lang // of the column headings
}

// ReportSheet is the name of the sheet that Annotate puts first; a number is
// added when the clerk's file has one of that name.
const ReportSheet = "Kết quả kiểm tra"

// Annotate writes the clerk's own file as .xlsx with fills and comments on the
// marked cells and a first sheet that lists every mark with a link to its
// cell. Every other part of an .xlsx or .xlsm file is kept byte for byte
// (macros are left out); other formats are written anew with the same grid. A
// file that Open refuses is refused here in the same way; the same input gives
// the same bytes.
func Annotate(ctx context.Context, w io.Writer, name string, original []byte, marks []Mark, sum Summary, o Options) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = damaged("annotate: panic: %v", p)
		}
	}()
	b, err := Open(ctx, name, original, o)
	if err != nil {
		return err
	}
	bud := &budget{ctx: ctx, lim: o.Limits.orDefault()}
	data := original
	switch {
	case b.Format != XLSX && b.Format != XLSM:
		if data, marks, err = convert(b, marks); err != nil {
			return fmt.Errorf("annotate %s: %w", b.Name, err)
		}
	case bytes.HasPrefix(data, cfbMagic):
		f := &file{name: b.Name, data: data, password: o.Password, bud: bud}
		if data, err = f.plainZip(); err != nil {
			return err
		}
	}
	a := &annotator{bud: bud, marks: marks, sum: sum, parts: map[string][]byte{}, dropped: map[string]bool{}}
	if err := a.run(data); err != nil {
		return fmt.Errorf("annotate %s: %w", b.Name, err)
	}
	return a.write(w)
}

// annotator changes a workbook by cutting into its parts: what is not marked
// is never parsed into a model and written back, so nothing of it is lost.
type annotator struct {
	bud   *budget
	marks []Mark
	sum   Summary

	p       *pack
	main    string
	rels    []rel
	strict  bool
	types   *part
	styles  *styleCutter
	sheets  []annoSheet
	report  string // name of the report sheet
	parts   map[string][]byte
	order   []string // new and changed parts, in the order they came
	dropped map[string]bool
}

// annoSheet is one worksheet of the file.
type annoSheet struct {
	entry sheetEntry
	part  string
}

// run makes all changes in memory.
func (a *annotator) run(data []byte) error {
	var err error
	if a.p, err = openPack(data, a.bud); err != nil {
		return err
	}
	top, err := a.p.rels("")
	if err != nil {
		return err
	}
	doc, ok := relOfKind(top, "officeDocument")
	if !ok {
		return errors.New("no document")
	}
	a.main = doc.target
	if a.rels, err = a.p.rels(a.main); err != nil {
		return err
	}
	if a.types, err = a.cut("[Content_Types].xml"); err != nil {
		return err
	}
	steps := []func() error{a.workbook, a.openStyles, a.markSheets, a.reportSheet, a.closeStyles, a.dropMacros}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	a.put("[Content_Types].xml", a.types.bytes())
	return nil
}

// put keeps a new or changed part.
func (a *annotator) put(name string, data []byte) {
	key := partKey(name)
	if _, ok := a.parts[key]; !ok {
		a.order = append(a.order, name)
	}
	a.parts[key] = data
}

// write writes the archive: unchanged entries as they are, compressed bytes
// and all, then what is new.
func (a *annotator) write(w io.Writer) error {
	zw := zip.NewWriter(w)
	for _, f := range a.p.zr.File {
		key := partKey(f.Name)
		data, changed := a.parts[key]
		switch {
		case a.dropped[key]:
		case !changed:
			if err := zw.Copy(f); err != nil {
				return fmt.Errorf("copy %s: %w", f.Name, err)
			}
		default:
			if err := deflate(zw, f.Name, data); err != nil {
				return err
			}
		}
	}
	for _, name := range a.order {
		if a.p.has(name) {
			continue
		}
		if err := deflate(zw, name, a.parts[partKey(name)]); err != nil {
			return err
		}
	}
	return zw.Close()
}

func deflate(zw *zip.Writer, name string, data []byte) error {
	f, err := zw.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
	if err == nil {
		_, err = f.Write(data)
	}
	return err
}

// docURI gives a URI of the office document family as this file spells it.
func (a *annotator) docURI(kind string) string {
	if a.strict {
		return "http://purl.oclc.org/ooxml/officeDocument/relationships" + kind
	}
	return "http://schemas.openxmlformats.org/officeDocument/2006/relationships" + kind
}

func (a *annotator) sheetURI() string {
	if a.strict {
		return "http://purl.oclc.org/ooxml/spreadsheetml/main"
	}
	return "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
}

// addRel adds a relationship to a part and gives its id.
func (a *annotator) addRel(part, kind, target string) (string, error) {
	dir, base := splitPart(part)
	name := dir + "_rels/" + base + ".rels"
	const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`
	p := newPart(name, []byte(empty), a.bud)
	if data, ok := a.parts[partKey(name)]; ok {
		p = newPart(name, data, a.bud)
	} else if a.p.has(name) {
		var err error
		if p, err = a.cut(name); err != nil {
			return "", err
		}
	}
	ids := map[string]bool{}
	x := p.scan()
	end := 0
	prefix := ""
	if x.root(spaceRels, "Relationships") {
		prefix = p.prefix(x)
		empty := x.endWaits
		from, to := x.from, x.to()
		for x.child(1) {
			ids[x.str("Id")] = true
			x.skip()
		}
		if end = x.from; empty {
			end = -1
			p.openUp(from, to, prefix+"Relationships")
		}
	}
	if err := x.drain(); err != nil {
		return "", err
	}
	id := ""
	for n := 1; id == "" || ids[id]; n++ {
		id = fmt.Sprintf("rIdOcop%d", n)
	}
	text := fmt.Sprintf(`<%sRelationship Id="%s" Type="%s" Target="%s"/>`, prefix, id, a.docURI("/"+kind), "/"+escape(target))
	p.insertEnd(end, text)
	a.put(name, p.bytes())
	return id, nil
}

func splitPart(part string) (dir, base string) {
	i := strings.LastIndexByte(part, '/')
	return part[:i+1], part[i+1:]
}

// addType names the content type of a new part.
func (a *annotator) addType(part, kind string) {
	a.types.addLast(fmt.Sprintf(`<%sOverride PartName="/%s" ContentType="%s"/>`, a.types.rootPrefix, escape(part), kind))
}

// newName finds a free name for a part.
func (a *annotator) newName(format string) string {
	for n := 1; ; n++ {
		name := fmt.Sprintf(format, n)
		if _, taken := a.parts[partKey(name)]; !taken && !a.p.has(name) {
			return name
		}
	}
}
