package workbook

import (
	"fmt"
	"strconv"
	"strings"
)

// workbook cuts into the workbook part: the report sheet comes first, so
// every index of a sheet moves by one, and it is the one that opens.
func (a *annotator) workbook() error {
	p, err := a.cut(a.main)
	if err != nil {
		return err
	}
	a.strict = strings.Contains(string(p.data[:min(len(p.data), 4096)]), "http://purl.oclc.org/ooxml/spreadsheetml/main")
	x := p.scan()
	first, maxID := -1, 0
	names := map[string]bool{}
	if x.root(spaceSheet, "workbook") {
		for x.child(1) {
			switch {
			case x.is(spaceSheet, "sheets"):
				first = x.to()
				for x.child(2) {
					a.listSheet(x, names, &maxID)
					x.skip()
				}
			case x.is(spaceSheet, "bookViews"):
				for x.child(2) {
					p.replace(x.from, x.to(), retag(p.data[x.from:x.to()], "activeTab", "0", "firstSheet", "0"))
					x.skip()
				}
			case x.is(spaceSheet, "definedNames"):
				for x.child(2) {
					if n := whole(x.get("localSheetId")); n >= 0 {
						p.replace(x.from, x.to(), retag(p.data[x.from:x.to()], "localSheetId", strconv.Itoa(n+1)))
					}
					x.skip()
				}
			default:
				x.skip()
			}
		}
	}
	if err := x.drain(); err != nil {
		return err
	}
	a.report = ReportSheet
	for n := 2; names[strings.ToLower(a.report)]; n++ {
		a.report = fmt.Sprintf("%s (%d)", ReportSheet, n)
	}
	part := a.newName("xl/worksheets/sheetOcop%d.xml")
	id, err := a.addRel(a.main, "worksheet", part)
	if err != nil {
		return err
	}
	a.addType(part, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml")
	a.put(part, nil) // written by reportSheet
	p.insert(first, fmt.Sprintf(`<%ssheet xmlns:ro="%s" name="%s" sheetId="%d" ro:id="%s"/>`,
		p.rootPrefix, a.docURI(""), escape(a.report), maxID+1, id))
	a.put(a.main, p.bytes())
	return nil
}

// listSheet notes one sheet of the workbook.
func (a *annotator) listSheet(x *xmlScan, names map[string]bool, maxID *int) {
	if !x.is(spaceSheet, "sheet") {
		return
	}
	e := sheetEntry{name: x.str("name"), rid: string(x.getNS(spaceDocRel, "id"))}
	names[strings.ToLower(e.name)] = true
	*maxID = max(*maxID, whole(x.get("sheetId")))
	for _, r := range a.rels {
		if r.id == e.rid && !r.external {
			if r.kind == "worksheet" || r.kind == "chartsheet" || r.kind == "dialogsheet" {
				a.sheets = append(a.sheets, annoSheet{e, r.target})
			}
		}
	}
}

// dropMacros takes the macro project out and makes the file a plain .xlsx.
func (a *annotator) dropMacros() error {
	x := a.types.scan()
	if x.root(spaceTypes, "Types") {
		for x.child(1) {
			name, kind := partKey(x.str("PartName")), x.str("ContentType")
			from, to := x.from, x.to()
			isMain := name == partKey(a.main) || name == "" && strings.HasSuffix(partKey(a.main), "."+strings.ToLower(x.str("Extension")))
			x.skip()
			switch {
			case isMain && strings.Contains(kind, "sheet.macroEnabled"), isMain && strings.Contains(kind, "template"):
				a.types.replace(from, to, retag(a.types.data[from:to], "ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"))
			case name != "" && strings.Contains(kind, "vbaProject"):
				a.types.replace(from, x.to(), "")
				a.dropped[name] = true
				dir, base := splitPart(name)
				a.dropped[dir+"_rels/"+base+".rels"] = true
			}
		}
	}
	if err := x.drain(); err != nil {
		return err
	}
	return a.dropMacroRels()
}

// dropMacroRels takes away the relationships to macro projects.
func (a *annotator) dropMacroRels() error {
	dir, base := splitPart(a.main)
	p, err := a.cut(dir + "_rels/" + base + ".rels")
	if err != nil {
		return err
	}
	x := p.scan()
	if x.root(spaceRels, "Relationships") {
		for x.child(1) {
			r := relOf(x, dir)
			from := x.from
			x.skip()
			if r.kind == "vbaProject" && !r.external {
				p.replace(from, x.to(), "")
				a.dropped[partKey(r.target)] = true
			}
		}
	}
	a.put(p.name, p.bytes())
	return x.drain()
}
