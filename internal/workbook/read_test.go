package workbook

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// want compares a dump with the expected lines.
func want(t *testing.T, got, expected string) {
	t.Helper()
	trim := func(s string) string {
		var lines []string
		for l := range strings.Lines(strings.TrimSpace(s)) {
			lines = append(lines, strings.TrimSpace(l))
		}
		return strings.Join(lines, "\n")
	}
	if trim(got) != trim(expected) {
		t.Errorf("got\n%s\nwant\n%s", trim(got), trim(expected))
	}
}

func TestXLSXCells(t *testing.T) {
	for _, c := range []struct{ name, rows, want string }{
		{"every kind", `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>72.5</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#REF!</v></c><c r="E1" t="inlineStr"><is><t>a</t></is></c><c r="F1" t="str"><v>b</v></c><c r="G1" t="d" s="4"><v>2023-11-20</v></c></row>`,
			"A1 text Tên sản phẩm\nB1 number 72,5\nC1 bool TRUE\nD1 error #REF!\nE1 text a\nF1 text b\nG1 date 20/11/2023"},
		{"formats", `<row r="1"><c r="A1" s="3"><v>3</v></c><c r="B1" s="4"><v>45250</v></c><c r="C1" s="5"><v>45250</v></c><c r="D1" s="6"><v>64.049999999999997</v></c><c r="E1"><v>64.049999999999997</v></c></row>`,
			"A1 number 3 sao\nB1 date 20/11/2023\nC1 date 20 Tháng 11 2023\nD1 number 64,05\nE1 number 64,05"},
		{"blank cells are not kept", `<row r="1"><c r="A1" s="1"/><c r="B1"><v></v></c><c r="C1" t="s"><v>1</v></c></row>`, "C1 text  Chè Ô long "},
		{"formulas", `<row r="1"><c r="A1"><f>SUM(B1)</f><v>5</v></c><c r="B1"><f>X</f></c><c r="C1"><f>Y</f><v></v></c><c r="D1" t="str"><f>Z</f><v></v></c><c r="E1"><f t="shared" si="0"/><v>1</v></c></row>`,
			"A1 number 5 [=SUM(B1) true]\nB1 blank  [=X false]\nC1 blank  [=Y false]\nD1 blank  [=Z true]\nE1 number 1 [= true]"},
		{"out of order is put in place", `<row r="3"><c r="B3"><v>2</v></c><c r="A3"><v>1</v></c></row><row r="2"><c r="C2"><v>3</v></c></row>`,
			"C2 number 3\nA3 number 1\nB3 number 2"},
		{"without references", `<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>`,
			"A1 number 1\nB1 number 2\nC5 number 3\nD5 number 4\nA6 number 5"},
		{"hidden and struck", `<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" ht="0" customHeight="1"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3" s="1" t="s"><v>0</v></c></row>`,
			"A1 number 1 [ẩn]\nA2 number 2 [ẩn]\nA3 text Tên sản phẩm [gạch]"},
		{"escapes", `<row r="1"><c r="A1" t="s"><v>3</v></c><c r="B1" t="str"><v>_x0041_ _xZZZZ_ _xD83D__xDE00_</v></c></row>`, "A1 text dòng 1⏎dòng 2 & _x\nB1 text A _xZZZZ_ 😀"},
		{"last place", `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`, "XFD1048576 number 1"},
		{"numbers", `<row r="1"><c r="A1"><v> 1e3 </v></c><c r="B1"><v>-0.5</v></c><c r="C1"><v>0.1</v></c><c r="D1"><v>123456789012</v></c></row>`, "A1 number 1000\nB1 number -0,5\nC1 number 0,1\nD1 number 1,23457E+11"},
	} {
		t.Run(c.name, func(t *testing.T) {
			want(t, dump(mustOpen(t, "a.xlsx", xlsx(c.rows).bytes()).Sheets[0]), c.want)
		})
	}
}

func TestRuns(t *testing.T) {
	b := mustOpen(t, "a.xlsx", xlsx(`<row r="1"><c r="A1" s="2" t="s"><v>2</v></c></row>`).bytes())
	c := b.Sheets[0].At(1, 1)
	runs := c.Runs()
	if len(runs) != 2 || runs[0].Font != ".VnTime" || runs[0].Text != "Hîp t¸c x· " || !runs[0].Bold ||
		runs[1].Font != "Times New Roman" || !runs[1].Strike || runs[1].Bold || c.Raw != "Hîp t¸c x· cũ" {
		t.Errorf("runs %+v of %q", runs, c.Raw)
	}
	if c.Struck() {
		t.Error("a cell is struck only when all of it is")
	}
}

func TestSheetFacts(t *testing.T) {
	p := xlsx(`<row r="4" hidden="1"><c r="B4"><v>1</v></c></row><row r="9" hidden="1"/>`)
	p.sub("xl/worksheets/sheet1.xml", "<sheetData>", `<sheetPr filterMode="1"/><cols><col min="3" max="4" hidden="1"/><col min="7" max="7" width="0"/></cols><sheetData>`)
	p.sub("xl/worksheets/sheet1.xml", "</worksheet>", `<autoFilter ref="A3:G8"><filterColumn colId="1"/></autoFilter><mergeCells><mergeCell ref="B4:B6"/><mergeCell ref="A1:XFD1"/></mergeCells></worksheet>`)
	p.sub("xl/workbook.xml", "</sheets>", `<sheet name="Ẩn" sheetId="2" state="veryHidden" r:id="rId9"/><sheet name="Biểu đồ" sheetId="3" r:id="rId8"/></sheets>`)
	p.sub("xl/workbook.xml", "<workbookPr/>", `<workbookPr date1904="1"/>`)
	p.sub("xl/_rels/workbook.xml.rels", "</Relationships>", `<Relationship Id="rId9" Type="`+nsDoc+`/worksheet" Target="worksheets/s2.xml"/><Relationship Id="rId8" Type="`+nsDoc+`/chartsheet" Target="c.xml"/><Relationship Id="rId7" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>`)
	p.set("xl/worksheets/s2.xml", sheetXML(`<row r="1"><c r="A1" s="4"><v>0</v></c></row>`, ""))
	b := mustOpen(t, "a.xlsx", p.bytes())
	s := b.Sheets[0]
	if m, ok := s.MergeOf(5, 2); !ok || m.String() != "B4:B6" {
		t.Error("merge B4:B6 not found")
	}
	if _, ok := s.MergeOf(7, 2); ok {
		t.Error("B7 is not merged")
	}
	if m, ok := s.MergeOf(1, 9000); !ok || m.Col2 != MaxCols {
		t.Error("merge of row 1 not found")
	}
	if s.Top(6, 2) != s.At(4, 2) || s.Top(6, 2) == nil {
		t.Error("the value of a merge is seen in all its cells")
	}
	if !s.ColHidden(4) || !s.ColHidden(7) || s.ColHidden(5) || !s.RowHidden(9) || s.RowHidden(5) {
		t.Errorf("hidden rows %v, columns %v", s.HiddenRows, s.HiddenCols)
	}
	if r := s.Row(4); !r.Hidden || !r.Filtered {
		t.Errorf("row 4: %+v", r)
	}
	if len(b.Sheets) != 2 || !b.Sheets[1].VeryHidden || !b.Date1904 {
		t.Errorf("%d sheets, 1904 %v", len(b.Sheets), b.Date1904)
	}
	if got := b.Sheets[1].At(1, 1).Shown(); got != "01/01/1904" {
		t.Errorf("day 0 of 1904 is %s", got)
	}
	if n, ok := b.Note(MacroIgnored); !ok || n.Warning {
		t.Error("macros are noted as an info")
	}
}

// TestPackaging reads the same cells from packages that are built in unusual
// but legal ways.
func TestPackaging(t *testing.T) {
	rows := `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="4"><v>45250</v></c></row>`
	const cells = "A1 text Tên sản phẩm\nB1 date 20/11/2023"
	for name, data := range map[string][]byte{
		"strict": func() []byte {
			p := xlsx(rows)
			for _, n := range p.order {
				p.parts[n] = strings.NewReplacer(nsMain, "http://purl.oclc.org/ooxml/spreadsheetml/main", nsDoc, "http://purl.oclc.org/ooxml/officeDocument/relationships").Replace(p.parts[n])
			}
			return p.bytes()
		}(),
		"prefixes": func() []byte {
			p := xlsx("")
			p.set("xl/worksheets/sheet1.xml", `<x:worksheet xmlns:x="`+nsMain+`"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" s="4"><x:v>45250</x:v></x:c></x:row></x:sheetData></x:worksheet>`)
			return p.bytes()
		}(),
		"utf-16": func() []byte {
			p := xlsx(rows)
			text := strings.Replace(p.parts["xl/worksheets/sheet1.xml"], "UTF-8", "UTF-16", 1)
			b := []byte{0xFF, 0xFE}
			for _, u := range utf16.Encode([]rune(text)) {
				b = append(b, byte(u), byte(u>>8))
			}
			return p.set("xl/worksheets/sheet1.xml", string(b)).bytes()
		}(),
		"backslashes and case": func() []byte {
			p := xlsx(rows)
			p.set(`XL\Worksheets\Sheet1.xml`, p.parts["xl/worksheets/sheet1.xml"]).drop("xl/worksheets/sheet1.xml")
			return p.bytes()
		}(),
		"unused part with rubbish": xlsx(rows).set("xl/media/image1.png", "<!DOCTYPE x").bytes(),
		"stored":                   rawZip(xlsx(rows).raw()...),
		"bom and cdata": func() []byte {
			p := xlsx(rows)
			p.set("xl/strings-elsewhere.xml", "\xEF\xBB\xBF<?xml version='1.0'?><!-- MẪU --><sst xmlns='"+nsMain+"'><si><t><![CDATA[Tên]]> sản phẩm</t></si></sst>\n")
			return p.bytes()
		}(),
	} {
		t.Run(name, func(t *testing.T) { want(t, dump(mustOpen(t, "a.xlsx", data).Sheets[0]), cells) })
	}
}

func TestRecalcZero(t *testing.T) {
	rows := `<row r="1"><c r="A1"><f>B1</f><v>0</v></c><c r="B1"><v>0</v></c></row>`
	p := xlsx(rows)
	want(t, dump(mustOpen(t, "a.xlsx", p.bytes()).Sheets[0]), "A1 number 0 [=B1 true]\nB1 number 0")
	p.sub("xl/workbook.xml", "</workbook>", `<calcPr fullCalcOnLoad="1"/></workbook>`)
	want(t, dump(mustOpen(t, "a.xlsx", p.bytes()).Sheets[0]), "A1 blank  [=B1 false]\nB1 number 0")
}

func TestXLS(t *testing.T) {
	sst := le32(3)
	first := append(append([]byte{}, le32(3)...), sst...)
	first = append(first, uni("Tên", 2)...)
	// The second string is cut after "Hợp" and goes on with 8-bit characters.
	first = append(append(first, le16(11)...), 1)
	for _, u := range utf16.Encode([]rune("Hợp")) {
		first = append(first, le16(int(u))...)
	}
	second := append([]byte{0}, "tac xa 1"...)
	// The third has two runs.
	second = append(second, le16(6)...)
	second = append(second, 8)
	second = append(second, le16(1)...)
	second = append(second, "abcdef"...)
	second = append(second, le16(3, 5)...)
	x := xls{globals: xlsLooks(), sst: [][]byte{rec(recSST, first), rec(recContinue, second)}, sheet: [][]byte{
		rec(recRow, le16(1, 0, 5, 255, 0, 0, 0x20, 0)),
		rec(recColInfo, le16(2, 3, 2000, 0, 1, 0)),
		rec(recLabelSST, le16(0, 0, 0), le32(0)),
		rec(recLabelSST, le16(0, 1, 2), le32(1)),
		rec(recLabelSST, le16(0, 2, 0), le32(2)),
		rec(recNumber, le16(0, 3, 0), leFloat(72.5)),
		rec(recRK, le16(0, 4, 0), le32(7250<<2|3)),
		rec(recMulRK, le16(1, 0, 0), le32(5<<2|2), le16(1), le32(45250<<2|2), le16(1)),
		rec(recBoolErr, le16(2, 0, 0), []byte{0x2A, 1}),
		rec(recBoolErr, le16(2, 1, 0), []byte{1, 0}),
		rec(recFormula, le16(2, 2, 0), []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, le16(0, 0, 0, 0)),
		rec(recString, uni("3 sao ★", 2)),
		rec(recFormula, le16(2, 3, 0), leFloat(0), le16(3, 0, 0, 0)),
		rec(recFormula, le16(2, 4, 0), leFloat(8), le16(0, 0, 0, 0)),
		rec(recLabel, le16(3, 0, 2), uni("§Æt", 2)),
		rec(recBOF, le16(0x0600, 0x20, 0, 0)), rec(recLabel, le16(9, 9, 0), uni("chart", 2)), rec(recEOF),
		rec(recNumber, le16(0, 5, 1), leFloat(45250)), // a row in two pieces
		rec(recMerged, le16(1, 0, 1, 0, 1)),
	}}
	b := mustOpen(t, "a.xls", x.bytes())
	if b.Format != XLS || len(b.Notes) != 0 {
		t.Errorf("%s %v", b.Format, b.Notes)
	}
	s := b.Sheets[0]
	want(t, dump(s), `A1 text Tên
		B1 text Hợptac xa 1 [gạch]
		C1 text abcdef
		D1 number 72,5
		E1 number 72,5
		F1 date 20/11/2023
		A2 number 5 [ẩn]
		B2 date 20/11/2023 [ẩn]
		A3 error #N/A
		B3 bool TRUE
		C3 text 3 sao ★ [= true]
		D3 blank  [= false]
		E3 number 8 [= true]
		A4 text §Æt [gạch]`)
	if r := s.At(1, 3).Runs(); len(r) != 2 || r[0].Text != "abc" || r[0].Font != "Arial" || r[1].Font != ".VnTime" || !r[1].Strike {
		t.Errorf("runs %+v", r)
	}
	if m, ok := s.MergeOf(2, 2); !ok || m.String() != "A1:B2" {
		t.Errorf("merges %v", s.Merges)
	}
	if !s.ColHidden(3) || !s.ColHidden(4) || s.ColHidden(5) {
		t.Errorf("hidden columns %v", s.HiddenCols)
	}
	raw := mustOpen(t, "tên.xlsx", x.stream()) // the stream without its container
	if raw.Format != XLS {
		t.Error("a bare BIFF8 stream is read")
	}
	if n, ok := raw.Note(FileWrongType); !ok || !n.Warning {
		t.Error("a wrong extension is a warning")
	}
}

// TestXLSUncalculated: an empty result is a value only where formulas have
// values at all.
func TestXLSUncalculated(t *testing.T) {
	empty := func(row int) []byte {
		return rec(recFormula, le16(row, 0, 0), []byte{3, 0, 0, 0, 0, 0, 0xFF, 0xFF}, le16(0, 0, 0, 0))
	}
	number := rec(recFormula, le16(5, 0, 0), leFloat(8), le16(0, 0, 0, 0))
	for want, sheet := range map[bool][][]byte{false: {empty(0), empty(1)}, true: {empty(0), empty(1), number}} {
		b := mustOpen(t, "a.xls", xls{globals: xlsLooks(), sheet: sheet}.bytes())
		if c := b.Sheets[0].At(2, 1); c == nil || c.HasValue != want || c.Kind != Blank {
			t.Errorf("%+v, want a value: %v", c, want)
		}
	}
}

func TestODS(t *testing.T) {
	styles := `<style:style style:name="s1" style:family="table-cell"><style:text-properties style:font-name="F1" style:text-line-through-style="solid"/></style:style>
		<style:style style:name="s2" style:family="table-cell" style:parent-style-name="s1"><style:text-properties style:text-line-through-style="none" fo:font-weight="bold"/></style:style>
		<style:style style:name="t1" style:family="text"><style:text-properties fo:font-family="Arial" style:text-line-through-type="single"/></style:style>
		<style:style style:name="ta" style:family="table"><style:table-properties table:display="false"/></style:style>`
	table := `<table:calculation-settings/><table:table table:name="Kết quả"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse" table:default-cell-style-name="s1"/>
		<table:table-header-rows><table:table-row><table:table-cell office:value-type="string"><text:p>Tên <text:s text:c="2"/>sản<text:tab/>phẩm</text:p><text:p>dòng 2</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="72.5"><text:p>72,50</text:p></table:table-cell><table:table-cell office:value-type="string"><office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>gạch</text:p></table:table-cell></table:table-row></table:table-header-rows>
		<table:table-row table:number-rows-repeated="2" table:visibility="filter"><table:table-cell table:style-name="s2" table:number-columns-repeated="2" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>
		<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1000"/></table:table-row>
		<table:table-row><table:table-cell office:value-type="date" office:date-value="2023-11-20"><text:p>20/11/23</text:p></table:table-cell><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="string"><text:p>gộp <text:span text:style-name="t1">bỏ</text:span></text:p></table:table-cell><table:covered-table-cell office:value-type="string"><text:p>khuất</text:p></table:covered-table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>ĐÚNG</text:p></table:table-cell><table:table-cell table:formula="of:=SUM([.A1])" office:value-type="float" office:value="0"><text:p>#REF!</text:p></table:table-cell><table:table-cell table:formula="of:=1"/></table:table-row>
		<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
		<table:table table:name="Ẩn" table:style-name="ta"><table:table-row><table:table-cell/></table:table-row></table:table>`
	b := mustOpen(t, "a.ods", odsFile(styles, table).bytes())
	s := b.Sheets[0]
	want(t, dump(s), `A1 text Tên   sản	phẩm⏎dòng 2
		B1 number 72,50
		C1 text gạch [gạch]
		A2 text x [ẩn]
		B2 text x [ẩn]
		A3 text x [ẩn]
		B3 text x [ẩn]
		A7 date 20/11/23
		B7 text gộp bỏ
		D7 bool ĐÚNG
		E7 error #REF! [=SUM([.A1]) true]
		F7 blank  [=1 false]`)
	if c := s.At(2, 1); c.Style.Font != ".VnTime" || !c.Style.Bold {
		t.Errorf("inherited look %+v", c.Style)
	}
	if r := s.At(7, 2).Runs(); len(r) != 2 || r[1].Font != "Arial" || !r[1].Strike || r[0].Text != "gộp " {
		t.Errorf("runs %+v", r)
	}
	if m, ok := s.MergeOf(8, 3); !ok || m.String() != "B7:C8" {
		t.Errorf("merges %v", s.Merges)
	}
	if !s.Row(2).Filtered || !s.ColHidden(3) || !b.Sheets[1].Hidden {
		t.Error("filtered row, hidden column or hidden sheet lost")
	}
}

func TestText(t *testing.T) {
	u16 := func(s string, mark string, big bool) []byte {
		b := []byte(mark)
		for _, u := range utf16.Encode([]rune(s)) {
			if big {
				b = append(b, byte(u>>8), byte(u))
			} else {
				b = append(b, byte(u), byte(u>>8))
			}
		}
		return b
	}
	plain := "STT,Tên sản phẩm,Điểm\n1,Chè Ô long,72.5\n"
	const cells = "A1 text STT\nB1 text Tên sản phẩm\nC1 text Điểm\nA2 number 1\nB2 text Chè Ô long\nC2 number 72.5"
	for _, c := range []struct {
		name, charset string
		data          []byte
		want          string
	}{
		{"utf-8", "utf-8", []byte(plain), cells},
		{"utf-8 with mark, CRLF", "utf-8", []byte("\ufeff" + strings.ReplaceAll(plain, "\n", "\r\n")), cells},
		{"old Mac line ends", "utf-8", []byte(strings.ReplaceAll(plain, "\n", "\r")), cells},
		{"utf-16le", "utf-16le", u16(plain, "\xFF\xFE", false), cells},
		{"utf-16be", "utf-16be", u16(plain, "\xFE\xFF", true), cells},
		{"utf-16le without mark", "utf-16le", u16("STT,Ten,Diem\n1,Che,72.5\n", "", false), "A1 text STT\nB1 text Ten\nC1 text Diem\nA2 number 1\nB2 text Che\nC2 number 72.5"},
		{"semicolons and decimal comma", "utf-8", []byte("a;b\nx;72,5\ny;66,0\n"), "A1 text a\nB1 text b\nA2 text x\nB2 number 72,5\nA3 text y\nB3 number 66,0"},
		{"sep line", "utf-8", []byte("sep=;\r\na;b,c\r\n"), "A1 text a\nB1 text b,c"},
		{"tabs", "utf-8", []byte("a\tb\n1\t0912\n"), "A1 text a\nB1 text b\nA2 number 1\nB2 text 0912"},
		{"quotes", "utf-8", []byte("\"a, \"\"b\"\"\",\"dòng 1\r\ndòng 2\"\nc,=1+1\n"), "A1 text a, \"b\"\nB1 text dòng 1⏎dòng 2\nA2 text c\nB2 text =1+1"},
		{"one damaged letter", "utf-8", []byte("Tên sản phẩm,Chủ thể hợp tác\nCh\xC3,Hộ mẫu\n"), "A1 text Tên sản phẩm\nB1 text Chủ thể hợp tác\nA2 text Ch\uFFFD\nB2 text Hộ mẫu"},
		{"one column", "utf-8", []byte("a\n\nb"), "A1 text a\nA3 text b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := mustOpen(t, "a.csv", c.data)
			if b.Format != CSV || b.Charset != c.charset {
				t.Errorf("%s in %s", b.Format, b.Charset)
			}
			want(t, dump(b.Sheets[0]), c.want)
		})
	}
}

func TestEightBitText(t *testing.T) {
	for _, c := range []struct {
		charset string
		data    string
	}{
		{"tcvn3", "T\xAAn s\xB6n ph\xC8m;H\xEEp t\xB8c x\xB7;Ph\xAD\xEAng Quy\xD5t Th\xBEng\n"},
		{"vni", "Te\xE2n sa\xFBn pha\xE5m;H\xF4\xEFp ta\xF9c xa\xF5;Ph\xF6\xF4\xF8ng Quye\xE1t Tha\xE9ng\n"},
		{"windows-1258", "T\xEAn sa\xD2n ph\xE2\xD2m;H\xF5\xF2p ta\xECc xa\xDE;Ph\xFD\xF5\xCCng Quy\xEA\xECt Th\xE3\xECng\n"},
	} {
		b := mustOpen(t, "a.csv", []byte(strings.Repeat(c.data, 3)))
		if b.Charset != c.charset {
			t.Errorf("%s taken for %s", c.charset, b.Charset)
		}
		row := b.Sheets[0].Rows[0]
		if row.Cells[0].Raw != "Tên sản phẩm" || row.Cells[1].Raw != "Hợp tác xã" || row.Cells[2].Raw != "Phường Quyết Thắng" {
			t.Errorf("%s: %q %q %q", c.charset, row.Cells[0].Raw, row.Cells[1].Raw, row.Cells[2].Raw)
		}
	}
}

func TestPassword(t *testing.T) {
	// excelize writes what it cannot read when the package is under 4,096 bytes.
	filler := make([]byte, 6000)
	rand.NewChaCha8([32]byte{}).Read(filler)
	plain := xlsx(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`).set("filler.bin", string(filler)).bytes()
	locked, err := excelize.Encrypt(plain, &excelize.Options{Password: "ocop 2023"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ password, code string }{{"", FileEncrypted}, {"sai", FileEncrypted}, {"ocop 2023", ""}} {
		b, err := Open(context.Background(), "a.xlsx", locked, Options{Password: c.password})
		if CodeOf(err) != c.code {
			t.Errorf("password %q: %v", c.password, err)
			continue
		}
		if c.code == "" && b.Sheets[0].At(1, 1).Raw != "Tên sản phẩm" {
			t.Error("wrong cells")
		}
	}
	locked, _ = excelize.Encrypt(plain, &excelize.Options{Password: everybodys})
	if _, err := Open(context.Background(), "a.xlsx", locked, Options{}); err != nil {
		t.Errorf("Excel opens this without asking: %v", err)
	}
}

func TestOpenFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Kết quả.xlsx")
	data := xlsx(`<row r="1"><c r="A1"><v>1</v></c></row>`).bytes()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	b, err := OpenFile(context.Background(), path, Options{})
	if err != nil || b.Name != "Kết quả.xlsx" || b.Size != int64(len(data)) || len(b.SHA256) != 64 {
		t.Fatalf("%+v, %v", b, err)
	}
	if _, err := OpenFile(context.Background(), path, Options{Limits: Limits{FileBytes: 10}}); CodeOf(err) != FileTooLarge {
		t.Error(err)
	}
	if _, err := OpenFile(context.Background(), t.TempDir(), Options{}); err == nil {
		t.Error("a folder is no workbook")
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(after, data) {
		t.Error("the file was changed")
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Error("something was left behind")
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Open(ctx, "a.xlsx", xlsx("").bytes(), Options{}); err != context.Canceled {
		t.Errorf("cancelled: %v", err)
	}
}
