package workbook

import (
	"archive/zip"
	"fmt"
	"io"
	"strings"
)

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
