package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// Material for the tests: files made by hand, part by part, so that one fault
// can be put into each.

const (
	nsMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	nsDoc  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	ctMain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
)

// pkg is a package by part name; order is that of writing.
type pkg struct {
	order []string
	parts map[string]string
}

func (p *pkg) set(name, text string) *pkg {
	if _, ok := p.parts[name]; !ok {
		p.order = append(p.order, name)
	}
	p.parts[name] = text
	return p
}

// sub replaces text in a part; the test fails when it is not there.
func (p *pkg) sub(name, old, new string) *pkg {
	if !strings.Contains(p.parts[name], old) {
		panic("material: no " + old + " in " + name)
	}
	p.parts[name] = strings.Replace(p.parts[name], old, new, 1)
	return p
}

func (p *pkg) drop(name string) *pkg {
	delete(p.parts, name)
	p.order = slices.DeleteFunc(p.order, func(n string) bool { return n == name })
	return p
}

// bytes writes the package as a proper zip.
func (p *pkg) bytes() []byte {
	var out bytes.Buffer
	zw := zip.NewWriter(&out)
	for _, name := range p.order {
		w, _ := zw.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		w.Write([]byte(p.parts[name]))
	}
	zw.Close()
	return out.Bytes()
}

// xlsx is a whole workbook with one sheet of the given rows ("<row …>…").
func xlsx(rows string) *pkg {
	p := &pkg{parts: map[string]string{}}
	p.set("[Content_Types].xml", `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="`+ctMain+`"/></Types>`)
	p.set("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="`+nsDoc+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	p.set("xl/workbook.xml", `<workbook xmlns="`+nsMain+`" xmlns:r="`+nsDoc+`"><workbookPr/><sheets><sheet name="Kết quả" sheetId="1" r:id="rId1"/></sheets></workbook>`)
	p.set("xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="`+nsDoc+`/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="`+nsDoc+`/styles" Target="styles.xml"/><Relationship Id="rId3" Type="`+nsDoc+`/sharedStrings" Target="/xl/strings-elsewhere.xml"/></Relationships>`)
	p.set("xl/styles.xml", `<styleSheet xmlns="`+nsMain+`"><numFmts count="2"><numFmt numFmtId="164" formatCode="0&quot; sao&quot;"/><numFmt numFmtId="165" formatCode="[$-42A]dd mmmm yyyy"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><strike/><name val="Times New Roman"/></font><font><b/><name val=".VnTime"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/><xf numFmtId="164" fontId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="165" fontId="0"/><xf numFmtId="2" fontId="0"/></cellXfs></styleSheet>`)
	p.set("xl/strings-elsewhere.xml", `<sst xmlns="`+nsMain+`" count="4" uniqueCount="4"><si><t>Tên sản phẩm</t></si><si><t xml:space="preserve"> Chè Ô long </t></si><si><r><t>Hîp t¸c x· </t></r><r><rPr><rFont val="Times New Roman"/><strike/></rPr><t>cũ</t></r><rPh sb="0" eb="1"><t>bỏ</t></rPh></si><si><t>dòng 1_x000A_dòng 2 &amp; _x005F_x</t></si></sst>`)
	p.set("xl/worksheets/sheet1.xml", sheetXML(rows, ""))
	return p
}

func sheetXML(rows, rest string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="` + nsMain + `" xmlns:r="` + nsDoc + `"><sheetData>` + rows + `</sheetData>` + rest + `</worksheet>`
}

// stored writes one zip entry by hand, without compression, with whatever
// header values the test wants.
type rawEntry struct {
	name         string
	data         []byte
	crc          uint32
	size         uint32 // uncompressed, as declared
	method, flag uint16
}

func rawZip(entries ...rawEntry) []byte {
	var out, dir bytes.Buffer
	le := binary.LittleEndian
	for _, e := range entries {
		at := out.Len()
		h := make([]byte, 30)
		copy(h, "PK\x03\x04")
		le.PutUint16(h[4:], 20)
		le.PutUint16(h[6:], e.flag)
		le.PutUint16(h[8:], e.method)
		le.PutUint32(h[14:], e.crc)
		le.PutUint32(h[18:], uint32(len(e.data)))
		le.PutUint32(h[22:], e.size)
		le.PutUint16(h[26:], uint16(len(e.name)))
		out.Write(h)
		out.WriteString(e.name)
		out.Write(e.data)
		c := make([]byte, 46)
		copy(c, "PK\x01\x02")
		le.PutUint16(c[4:], 20)
		le.PutUint16(c[6:], 20)
		le.PutUint16(c[8:], e.flag)
		le.PutUint16(c[10:], e.method)
		le.PutUint32(c[16:], e.crc)
		le.PutUint32(c[20:], uint32(len(e.data)))
		le.PutUint32(c[24:], e.size)
		le.PutUint16(c[28:], uint16(len(e.name)))
		le.PutUint32(c[42:], uint32(at))
		dir.Write(c)
		dir.WriteString(e.name)
	}
	end := make([]byte, 22)
	copy(end, "PK\x05\x06")
	le.PutUint16(end[8:], uint16(len(entries)))
	le.PutUint16(end[10:], uint16(len(entries)))
	le.PutUint32(end[12:], uint32(dir.Len()))
	le.PutUint32(end[16:], uint32(out.Len()))
	out.Write(dir.Bytes())
	out.Write(end)
	return out.Bytes()
}

// raw turns the package into hand-written entries.
func (p *pkg) raw() []rawEntry {
	var all []rawEntry
	for _, name := range p.order {
		d := []byte(p.parts[name])
		all = append(all, rawEntry{name: name, data: d, crc: crc32.ChecksumIEEE(d), size: uint32(len(d))})
	}
	return all
}

// spoil changes the entry of a part.
func (p *pkg) spoil(name string, change func(*rawEntry)) []byte {
	all := p.raw()
	for i := range all {
		if all[i].name == name {
			change(&all[i])
		}
	}
	return rawZip(all...)
}

// cfb writes a compound file (version 3) with streams in the root. Streams are
// padded to 4,096 bytes so that none is in the mini stream.
func cfb(streams ...any) []byte {
	const sector = 512
	type stream struct {
		name string
		data []byte
	}
	var all []stream
	for i := 0; i < len(streams); i += 2 {
		d := slices.Clone(streams[i+1].([]byte))
		for len(d) < 4096 || len(d)%sector != 0 {
			d = append(d, 0)
		}
		all = append(all, stream{streams[i].(string), d})
	}
	dirSectors := (len(all) + 1 + 3) / 4
	data := 0
	for _, s := range all {
		data += len(s.data) / sector
	}
	fatSectors := 1
	for fatSectors*128 < fatSectors+dirSectors+data {
		fatSectors++
	}
	le := binary.LittleEndian
	head := make([]byte, sector)
	copy(head, cfbMagic)
	le.PutUint16(head[24:], 0x3E)
	le.PutUint16(head[26:], 3)
	le.PutUint16(head[28:], 0xFFFE)
	le.PutUint16(head[30:], 9)
	le.PutUint16(head[32:], 6)
	le.PutUint32(head[44:], uint32(fatSectors))
	le.PutUint32(head[48:], uint32(fatSectors))
	le.PutUint32(head[56:], 4096)
	le.PutUint32(head[60:], 0xFFFFFFFE)
	le.PutUint32(head[68:], 0xFFFFFFFE)
	for i := range 109 {
		v := uint32(0xFFFFFFFF)
		if i < fatSectors {
			v = uint32(i)
		}
		le.PutUint32(head[76+4*i:], v)
	}
	fat := make([]byte, fatSectors*sector)
	for i := range fatSectors * 128 {
		le.PutUint32(fat[4*i:], 0xFFFFFFFF)
	}
	chain := func(from, n int) {
		for i := range n {
			next := uint32(from + i + 1)
			if i == n-1 {
				next = 0xFFFFFFFE
			}
			le.PutUint32(fat[4*(from+i):], next)
		}
	}
	for i := range fatSectors {
		le.PutUint32(fat[4*i:], 0xFFFFFFFD)
	}
	chain(fatSectors, dirSectors)
	dir := make([]byte, dirSectors*sector)
	entry := func(i int, name string, kind byte, right, child, start uint32, size int) {
		e := dir[i*128:]
		u := utf16.Encode([]rune(name))
		for k, c := range u {
			le.PutUint16(e[2*k:], c)
		}
		le.PutUint16(e[64:], uint16(2*len(u)+2))
		e[66], e[67] = kind, 1
		le.PutUint32(e[68:], 0xFFFFFFFF)
		le.PutUint32(e[72:], right)
		le.PutUint32(e[76:], child)
		le.PutUint32(e[116:], start)
		le.PutUint32(e[120:], uint32(size))
	}
	entry(0, "Root Entry", 5, 0xFFFFFFFF, 1, 0xFFFFFFFE, 0)
	at := fatSectors + dirSectors
	var body []byte
	for i, s := range all {
		right := uint32(i + 2)
		if i == len(all)-1 {
			right = 0xFFFFFFFF
		}
		entry(i+1, s.name, 2, right, 0xFFFFFFFF, uint32(at), len(s.data))
		chain(at, len(s.data)/sector)
		at += len(s.data) / sector
		body = append(body, s.data...)
	}
	return slices.Concat(head, fat, dir, body)
}

// rec is one BIFF record.
func rec(id int, body ...[]byte) []byte {
	b := slices.Concat(body...)
	return append([]byte{byte(id), byte(id >> 8), byte(len(b)), byte(len(b) >> 8)}, b...)
}

func le16(v ...int) []byte {
	var b []byte
	for _, n := range v {
		b = append(b, byte(n), byte(n>>8))
	}
	return b
}

func le32(v int) []byte        { return append(le16(v), le16(v>>16)...) }
func leFloat(x float64) []byte { return binary.LittleEndian.AppendUint64(nil, math.Float64bits(x)) }

// uni is a BIFF8 string with a length of lenBytes, 16-bit when it must be.
func uni(s string, lenBytes int) []byte {
	wide := false
	for _, r := range s {
		wide = wide || r > 0xFF
	}
	u := utf16.Encode([]rune(s))
	b := le16(len(u))[:lenBytes]
	if !wide {
		b = append(b, 0)
		for _, c := range u {
			b = append(b, byte(c))
		}
		return b
	}
	b = append(b, 1)
	for _, c := range u {
		b = append(b, le16(int(c))...)
	}
	return b
}

// xls is a BIFF8 workbook stream: globals with the given records, one sheet.
type xls struct {
	globals [][]byte // between BOF and BOUNDSHEET
	sst     [][]byte // records SST and CONTINUE
	sheet   [][]byte
	name    string
}

func (x xls) stream() []byte {
	name := x.name
	if name == "" {
		name = "Kết quả"
	}
	g := slices.Concat(append([][]byte{rec(recBOF, le16(0x0600, 5, 0, 0), le32(0), le32(6))}, x.globals...)...)
	tail := slices.Concat(append(x.sst, rec(recEOF))...)
	at := len(g) + 4 + 6 + len(uni(name, 1)) + len(tail)
	g = slices.Concat(g, rec(recBoundSheet, le32(at), []byte{0, 0}, uni(name, 1)), tail)
	s := slices.Concat(append([][]byte{rec(recBOF, le16(0x0600, 0x10, 0, 0), le32(0), le32(6))}, x.sheet...)...)
	return slices.Concat(g, s, rec(recEOF))
}

func (x xls) bytes() []byte { return cfb("Workbook", x.stream()) }

// xlsLooks are fonts, formats and cell formats: 0 plain, 1 date, 2 .VnTime
// struck through.
func xlsLooks() [][]byte {
	font := func(name string, flags, weight int) []byte {
		return rec(recFont, le16(220, flags, 0x7FFF, weight, 0), []byte{0, 0, 0, 0}, uni(name, 1))
	}
	xf := func(font, format int) []byte { return rec(recXF, le16(font, format), make([]byte, 16)) }
	return [][]byte{font("Arial", 0, 400), font("Arial", 0, 400), font("Arial", 0, 400), font("Arial", 0, 400), font(".VnTime", 8, 700),
		rec(recFormat, le16(164), uni("dd/mm/yyyy", 2)), xf(0, 0), xf(0, 164), xf(5, 0)}
}

// odsFile is a spreadsheet with the given content of <office:spreadsheet>.
func odsFile(automatic, tables string) *pkg {
	p := &pkg{parts: map[string]string{}}
	ns := ""
	for _, n := range []string{"office:1.0", "table:1.0", "text:1.0", "style:1.0"} {
		prefix, _, _ := strings.Cut(n, ":")
		ns += fmt.Sprintf(` xmlns:%s="%s%s"`, prefix, odf, n)
	}
	ns += ` xmlns:fo="` + odf + `xsl-fo-compatible:1.0" xmlns:svg="` + odf + `svg-compatible:1.0"`
	p.set("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
	p.set("META-INF/manifest.xml", `<manifest:manifest xmlns:manifest="`+odf+`manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`)
	p.set("content.xml", `<?xml version="1.0" encoding="UTF-8"?><office:document-content`+ns+`><office:font-face-decls><style:font-face style:name="F1" svg:font-family="'.VnTime'"/></office:font-face-decls><office:automatic-styles>`+automatic+`</office:automatic-styles><office:body><office:spreadsheet>`+tables+`</office:spreadsheet></office:body></office:document-content>`)
	return p
}

func mustOpen(t testing.TB, name string, data []byte) *Book {
	t.Helper()
	b, err := Open(context.Background(), name, data, Options{})
	if err != nil {
		t.Fatalf("open %s: %v", name, err)
	}
	return b
}

// dump writes a sheet as lines "B2 text Chè" for comparing.
func dump(s *Sheet) string {
	var b strings.Builder
	for _, r := range s.Rows {
		for i := range r.Cells {
			c := &r.Cells[i]
			fmt.Fprintf(&b, "%s %s %s", c.Name(), c.Kind, strings.ReplaceAll(c.Shown(), "\n", "⏎"))
			if r.Hidden {
				b.WriteString(" [ẩn]")
			}
			if c.Struck() {
				b.WriteString(" [gạch]")
			}
			if c.IsFormula() {
				fmt.Fprintf(&b, " [=%s %v]", c.Formula(), c.HasValue)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}
