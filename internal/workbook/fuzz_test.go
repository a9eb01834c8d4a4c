package workbook

import (
	"bytes"
	"context"
	"testing"
)

// fuzzLimits keep a run quick: what is large is not what the fuzzer looks for.
var fuzzLimits = Limits{Cells: 20_000, UnpackedBytes: 8 << 20, PartBytes: 4 << 20, StringBytes: 1 << 20, RepeatCells: 5000, Strings: 20_000, Styles: 1000}

// check opens the bytes and looks at everything a reader would; the promises
// are: a book or a refusal, cells in order and inside the sheet, merges found.
func check(t *testing.T, name string, data []byte) {
	b, err := Open(context.Background(), name, data, Options{Limits: fuzzLimits})
	if err != nil {
		if CodeOf(err) == "" {
			t.Fatalf("%v is no refusal", err)
		}
		if bytes.Contains([]byte(err.Error()), []byte("panic:")) {
			t.Fatal(err)
		}
		return
	}
	for _, s := range b.Sheets {
		last := 0
		for i := range s.Rows {
			r := &s.Rows[i]
			if r.Number <= last || r.Number > MaxRows || len(r.Cells) == 0 {
				t.Fatalf("row %d behind %d with %d cells", r.Number, last, len(r.Cells))
			}
			last = r.Number
			col := 0
			for j := range r.Cells {
				c := &r.Cells[j]
				if c.Row != r.Number || c.Col <= col || c.Col > MaxCols || c.Style == nil {
					t.Fatalf("cell %s in row %d behind column %d", c.Name(), r.Number, col)
				}
				col = c.Col
				c.Shown()
				c.Runs()
				c.Struck()
				c.Moment()
			}
		}
		for _, m := range s.Merges {
			if m.Row1 < 1 || m.Row2 > MaxRows || m.Col1 < 1 || m.Col2 > MaxCols || m.Row2 < m.Row1 || m.Col2 < m.Col1 {
				t.Fatalf("merge %v", m)
			}
			s.Top(m.Row2, m.Col2)
		}
	}
	if b.SHA256 == "" || b.Format == "" {
		t.Fatal("a book without format or hash")
	}
}

// FuzzXLSX puts foreign bytes into the parts of a sound package.
func FuzzXLSX(f *testing.F) {
	p := xlsx(okRow)
	f.Add(p.parts["xl/worksheets/sheet1.xml"], p.parts["xl/strings-elsewhere.xml"], p.parts["xl/styles.xml"], p.parts["xl/workbook.xml"])
	f.Add(sheetXML(`<row r="3" hidden="1"><c r="B3" t="s" s="2"><v>2</v></c><c r="A3" t="inlineStr"><is><r><rPr><strike/></rPr><t>x</t></r></is></c></row>`,
		`<autoFilter ref="A1:B2"><filterColumn/></autoFilter><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`), p.parts["xl/strings-elsewhere.xml"], "", p.parts["xl/workbook.xml"])
	f.Add(sheetXML(`<row><c t="d"><v>2023-11-20T10:00:00</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1</f><v>_x0041_</v></c></row>`, ""), "", "", "")
	f.Fuzz(func(t *testing.T, sheet, strings, styles, workbook string) {
		p := xlsx("").set("xl/worksheets/sheet1.xml", sheet)
		for name, text := range map[string]string{"xl/strings-elsewhere.xml": strings, "xl/styles.xml": styles, "xl/workbook.xml": workbook} {
			if text != "" {
				p.set(name, text)
			}
		}
		check(t, "a.xlsx", rawZip(p.raw()...))
	})
}

// FuzzZip puts foreign bytes where the archive is.
func FuzzZip(f *testing.F) {
	f.Add(xlsx(okRow).bytes())
	f.Add(rawZip(xlsx(okRow).raw()...))
	f.Add(odsFile("", odsTableOf("")).bytes())
	f.Fuzz(func(t *testing.T, data []byte) { check(t, "a.xlsx", data) })
}

// FuzzXML compares our reading with that of encoding/xml.
func FuzzXML(f *testing.F) {
	for _, s := range xmlSeeds {
		f.Add([]byte(s))
	}
	f.Fuzz(agree)
}

// FuzzBIFF reads foreign bytes as the stream of an .xls.
func FuzzBIFF(f *testing.F) {
	x := xls{globals: xlsLooks(), sst: [][]byte{rec(recSST, le32(1), le32(1), uni("Tên", 2)), rec(recContinue, []byte{0})}, sheet: [][]byte{
		rec(recRow, le16(1, 0, 5, 255, 0, 0, 0x20, 0)), rec(recLabelSST, le16(0, 0, 0), le32(0)), rec(recMulRK, le16(1, 0, 0), le32(5<<2|2), le16(0)),
		rec(recFormula, le16(2, 2, 0), []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, le16(0, 0, 0, 0)), rec(recString, uni("3 sao ★", 2)),
		rec(recRString, le16(3, 0, 2), uni("abcd", 2), le16(1, 2, 5)), rec(recMerged, le16(1, 0, 1, 0, 1)), rec(recNumber, le16(0, 5, 1), leFloat(45250)),
	}}
	f.Add(x.stream())
	f.Add(xls{globals: append(xlsLooks(), rec(rec1904, le16(1))), sheet: [][]byte{rec(recBoolErr, le16(2, 0, 0), []byte{0x2A, 1}), rec(recColInfo, le16(2, 3, 0, 0, 1, 0))}}.stream())
	f.Fuzz(func(t *testing.T, data []byte) {
		check(t, "a.xls", append([]byte("\x09\x08\x10\x00\x00\x06"), data[min(6, len(data)):]...))
	})
}

// FuzzCFB reads foreign bytes as a compound file.
func FuzzCFB(f *testing.F) {
	f.Add(xls{globals: xlsLooks()}.bytes())
	f.Add(cfb("Book", []byte("x"), "WordDocument", []byte("y")))
	f.Fuzz(func(t *testing.T, data []byte) {
		check(t, "a.xls", append(bytes.Clone(cfbMagic), data[min(8, len(data)):]...))
	})
}

// FuzzODS puts foreign bytes into the content of a sound package.
func FuzzODS(f *testing.F) {
	p := odsFile(`<style:style style:name="s1" style:family="table-cell"><style:text-properties style:font-name="F1"/></style:style>`,
		odsTableOf(`<table:table-row table:number-rows-repeated="2"><table:table-cell table:style-name="s1" table:number-columns-repeated="3" office:value-type="string"><text:p>a<text:s/>b</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2023-11-20" table:number-rows-spanned="2"/></table:table-row>`))
	f.Add(p.parts["content.xml"], p.parts["META-INF/manifest.xml"])
	f.Fuzz(func(t *testing.T, content, manifest string) {
		p := odsFile("", "").set("content.xml", content).set("META-INF/manifest.xml", manifest)
		check(t, "a.ods", rawZip(p.raw()...))
	})
}

// FuzzText reads foreign bytes as delimited text.
func FuzzText(f *testing.F) {
	for _, s := range []string{"a,b\n1,2\n", "sep=;\na;\"b\nc\";72,5\n", "\ufeffa\tb\r\n", "\xFF\xFEa\x00,\x00", "T\xAAn s\xB6n ph\xC8m;x\n", "\"", "a\r\rb"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { check(t, "a.csv", data) })
}

// FuzzNumberFormat shows a number in a foreign format code.
func FuzzNumberFormat(f *testing.F) {
	for _, s := range []string{"General", "0.00", "#,##0.0;-0", "[$-42A]dd mmmm yyyy", `0" sao"`, "h:mm AM/PM", "[h]:mm:ss.00", "0%", "# ?/?", "0.0E+00", "_-* #,##0_-"} {
		f.Add(72.5, s)
		f.Add(45250.25, s)
	}
	f.Fuzz(func(t *testing.T, x float64, code string) {
		if len(code) < 256 {
			FormatNumber(x, code, false)
			FormatNumber(-x, code, true)
		}
	})
}
