package workbook

import (
	"bytes"
	"cmp"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

var sampleMarks = []Mark{
	{Sheet: "Kết quả", Cell: "B2", Severity: SevWarning, Code: "SCORE_MISSING", Title: "Thiếu điểm.", Text: "Ghi điểm rồi nhập lại."},
	{Sheet: "Kết quả", Cell: "B2", Severity: SevError, Code: "OWNER_MISSING", Title: "Thiếu chủ thể <&>.", Text: ""},
	{Sheet: "Kết quả", Cell: "D2", Severity: SevQuestion, Code: "X", Title: "=1+1"},
	{Sheet: "Kết quả", Cell: "C3", Severity: SevInfo, Code: "X", Title: "dòng trống"},
	{Sheet: "Kết quả", Cell: "B7", Severity: SevInfo, Code: "X", Title: "dòng chưa có"},
	{Sheet: "Kết quả", Cell: "A7", Severity: SevInfo, Code: "X", Title: "dòng chưa có"},
	{Sheet: "Kết quả", Cell: "F6", Severity: SevError, Code: "X", Title: "ô khuất trong vùng gộp"},
	{Sheet: "không có", Cell: "A1", Severity: SevInfo, Code: "X", Title: "trang lạ"},
	{Severity: SevRefuse, Code: "ROUND_UNKNOWN", Title: "Cả tệp."},
}

// annoPackage is a clerk's file with much that must not be lost.
func annoPackage() *pkg {
	p := xlsx(`<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2" spans="1:5"><c r="A2"><v>1</v></c><c r="B2" s="2" t="s"><v>2</v></c><c r="E2" s="4"><v>45250</v></c></row><row r="3" s="6" customFormat="1"/><row r="5" hidden="1"><c r="F5" s="1" t="str"><f>A1</f><v>x</v></c></row><row r="9"><c r="A9"><v>9</v></c></row>`)
	p.sub("xl/worksheets/sheet1.xml", "<sheetData>", `<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><cols><col min="1" max="2" width="30" style="3"/></cols><sheetData>`)
	p.sub("xl/worksheets/sheet1.xml", "</worksheet>", `<mergeCells count="1"><mergeCell ref="F5:G6"/></mergeCells><conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1=1</formula></cfRule></conditionalFormatting><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><extLst><ext uri="{X}" xmlns:z="urn:z"><z:y/></ext></extLst></worksheet>`)
	p.sub("xl/workbook.xml", "<sheets>", `<bookViews><workbookView activeTab="1" firstSheet="1"/></bookViews><sheets>`)
	p.sub("xl/workbook.xml", "</sheets>", `<sheet name="Đợt 1" sheetId="7" state="hidden" r:id="rId9"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">'Đợt 1'!$A$1</definedName><definedName name="x">1</definedName></definedNames>`)
	p.sub("xl/_rels/workbook.xml.rels", "</Relationships>", `<Relationship Id="rId9" Type="`+nsDoc+`/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`)
	p.set("xl/worksheets/sheet2.xml", sheetXML(okRow, ""))
	p.set("xl/media/image1.png", "\x89PNG not touched")
	p.set("customXml/item1.xml", "<a/>")
	return p
}

func annotated(t *testing.T, name string, data []byte, marks []Mark) []byte {
	t.Helper()
	var out, again bytes.Buffer
	sum := Summary{Title: "Kết quả kiểm tra", Lines: []string{"02 sản phẩm đọc được", "03 dòng giữ lại"}}
	if err := Annotate(context.Background(), &out, name, data, marks, sum, Options{Password: "x"}); err != nil {
		t.Fatal(err)
	}
	if err := Annotate(context.Background(), &again, name, data, marks, sum, Options{Password: "x"}); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Fatal("the same marks give other bytes", err)
	}
	for part, text := range partsOf(t, out.Bytes()) {
		if !strings.HasSuffix(part, ".xml") && !strings.HasSuffix(part, ".rels") && !strings.HasSuffix(part, ".vml") {
			continue
		}
		d := xml.NewDecoder(strings.NewReader(text))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v\n%s", part, err, text)
			}
		}
	}
	return out.Bytes()
}

func TestAnnotate(t *testing.T) {
	p := annoPackage()
	before := mustOpen(t, "a.xlsx", p.bytes())
	data := annotated(t, "a.xlsx", p.bytes(), sampleMarks)
	after := mustOpen(t, "a.xlsx", data)
	if len(after.Sheets) != 3 || after.Sheets[0].Name != ReportSheet {
		t.Fatalf("%d sheets", len(after.Sheets))
	}
	for i, s := range before.Sheets {
		if got := after.Sheets[i+1]; dump(got) != dump(s) || got.Name != s.Name || got.Hidden != s.Hidden {
			t.Errorf("sheet %q changed:\n%s\n%s", s.Name, dump(s), dump(got))
		}
	}
	report := dump(after.Sheets[0])
	for _, line := range []string{"A1 text Kết quả kiểm tra", "A2 text 02 sản phẩm đọc được", "B5 text Mức độ", "B6 text Lưu ý", "D7 text B2", "E7 text Thiếu chủ thể <&>.", "E8 text =1+1", "C14 text (cả tệp)", "G14 text ROUND_UNKNOWN"} {
		if !strings.Contains(report, line+"\n") {
			t.Errorf("the report lacks %q:\n%s", line, report)
		}
	}
	kept(t, p, data)
	looksRight(t, data)
}

// kept compares the parts of the file before and after.
func kept(t *testing.T, p *pkg, data []byte) {
	t.Helper()
	changed := map[string]bool{"[Content_Types].xml": true, "xl/workbook.xml": true, "xl/_rels/workbook.xml.rels": true, "xl/styles.xml": true, "xl/worksheets/sheet1.xml": true}
	after := partsOf(t, data)
	for _, name := range p.order {
		if !changed[name] && after[name] != p.parts[name] {
			t.Errorf("%s was changed", name)
		}
	}
	// What was in the marked sheet is there still, in its order.
	sheet := after["xl/worksheets/sheet1.xml"]
	for _, piece := range []string{`spans="1:5"`, `<col min="1" max="2" width="30" style="3"/>`, `<f>A1</f>`, `<cfRule type="expression" priority="1">`, `<mergeCell ref="F5:G6"/>`, `<z:y/>`, `<c r="A9"><v>9</v></c>`} {
		if !strings.Contains(sheet, piece) {
			t.Errorf("the sheet lost %s", piece)
		}
	}
	if i, j := strings.Index(sheet, "<legacyDrawing"), strings.Index(sheet, "<extLst"); i < strings.Index(sheet, "<pageMargins") || i > j {
		t.Error("<legacyDrawing> is not in its place")
	}
	if strings.Contains(sheet, "tabSelected") {
		t.Error("two sheets are selected")
	}
	book := after["xl/workbook.xml"]
	for _, piece := range []string{`activeTab="0"`, `firstSheet="0"`, `localSheetId="2"`, `sheetId="8"`} {
		if !strings.Contains(book, piece) {
			t.Errorf("the workbook lacks %s: %s", piece, book)
		}
	}
}

// looksRight asks excelize for fills, comments, links and fonts.
func looksRight(t *testing.T, data []byte) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for cell, sev := range map[string]Severity{"B2": SevError, "D2": SevQuestion, "C3": SevInfo, "A7": SevInfo, "B7": SevInfo, "F5": SevError, "A2": ""} {
		id, err := f.GetCellStyle("Kết quả", cell)
		if err != nil {
			t.Fatal(err)
		}
		xf, got := f.Styles.CellXfs.Xf[id], ""
		if xf.FillID != nil {
			if p := f.Styles.Fills.Fill[*xf.FillID].PatternFill; p.FgColor != nil {
				got = strings.TrimPrefix(p.FgColor.RGB, "FF")
			}
		}
		if got != fills[sev] {
			t.Errorf("%s has the fill %q, want %q", cell, got, fills[sev])
		}
		if cell == "B2" && *xf.FontID != 2 {
			t.Errorf("B2 lost its font: %d", *xf.FontID)
		}
	}
	comments, err := f.GetComments("Kết quả")
	if err != nil || len(comments) != 6 {
		t.Fatalf("%d comments, %v", len(comments), err)
	}
	if c := comments[0]; c.Cell != "B2" || !strings.HasPrefix(said(c), "Thiếu chủ thể <&>.\n\nThiếu điểm.\nGhi điểm") {
		t.Errorf("comment %+v", c)
	}
	if ok, target, _ := f.GetCellHyperLink(ReportSheet, "D7"); !ok || target != "'Kết quả'!B2" {
		t.Errorf("link to %q", target)
	}
}

// said is the whole text of a comment.
func said(c excelize.Comment) string {
	text := c.Text
	for _, p := range c.Paragraph {
		text += p.Text
	}
	return text
}

func TestAnnotateBesideComments(t *testing.T) {
	f := excelize.NewFile()
	f.SetSheetName("Sheet1", "Kết quả")
	f.SetCellStr("Kết quả", "B2", "Chè")
	for _, cell := range []string{"B2", "E9"} {
		if err := f.AddComment("Kết quả", excelize.Comment{Cell: cell, Author: "Cán bộ mẫu", Paragraph: []excelize.RichTextRun{{Text: "ghi chú cũ"}}}); err != nil {
			t.Fatal(err)
		}
	}
	var in bytes.Buffer
	if _, err := f.WriteTo(&in); err != nil {
		t.Fatal(err)
	}
	out, err := excelize.OpenReader(bytes.NewReader(annotated(t, "a.xlsx", in.Bytes(), sampleMarks)))
	if err != nil {
		t.Fatal(err)
	}
	comments, err := out.GetComments("Kết quả")
	if err != nil {
		t.Fatal(err)
	}
	text := map[string]string{}
	for _, c := range comments {
		text[c.Cell] = said(c)
	}
	if len(comments) != 7 || !strings.HasPrefix(text["B2"], "ghi chú cũ") || !strings.Contains(text["B2"], "Thiếu chủ thể") || text["E9"] != "ghi chú cũ" || text["D2"] != "=1+1" {
		t.Errorf("%d comments: %q", len(comments), text)
	}
}

func TestAnnotateMacros(t *testing.T) {
	p := annoPackage()
	p.sub("[Content_Types].xml", ctMain, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
	p.sub("[Content_Types].xml", "</Types>", `<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>`)
	p.sub("xl/_rels/workbook.xml.rels", "</Relationships>", `<Relationship Id="rId7" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>`)
	p.set("xl/vbaProject.bin", "macro")
	parts := partsOf(t, annotated(t, "a.xlsm", p.bytes(), sampleMarks))
	if _, ok := parts["xl/vbaProject.bin"]; ok || strings.Contains(parts["xl/_rels/workbook.xml.rels"], "vbaProject") || strings.Contains(parts["[Content_Types].xml"], "vbaProject") ||
		strings.Contains(parts["[Content_Types].xml"], "macroEnabled") {
		t.Error("macros are left in an .xlsx")
	}
}

// TestAnnotateOthers marks files that are not .xlsx, and those of unusual make.
func TestAnnotateOthers(t *testing.T) {
	looks := xlsLooks()
	for name, data := range map[string][]byte{
		"a.xls": xls{globals: looks, sheet: [][]byte{rec(recRow, le16(1, 0, 5, 255, 0, 0, 0x20, 0)), rec(recNumber, le16(0, 0, 1), leFloat(45250)), rec(recLabel, le16(1, 1, 2), uni("§Æt", 2)), rec(recMerged, le16(1, 4, 5, 0, 1))}}.bytes(),
		"a.ods": odsFile("", `<table:table table:name="Kết quả"><table:table-row><table:table-cell office:value-type="string"><text:p>Chè</text:p></table:table-cell></table:table-row></table:table>`).bytes(),
		"a.csv": []byte("Tên;Điểm\nChè;72,5\n=1+1;0912\n"),
		"strict.xlsx": func() []byte {
			p := annoPackage()
			for _, n := range p.order {
				p.parts[n] = strings.NewReplacer(nsMain, "http://purl.oclc.org/ooxml/spreadsheetml/main", nsDoc, "http://purl.oclc.org/ooxml/officeDocument/relationships").Replace(p.parts[n])
			}
			return p.bytes()
		}(),
		"prefixed.xlsx": func() []byte {
			p := annoPackage()
			p.set("xl/worksheets/sheet1.xml", `<x:worksheet xmlns:x="`+nsMain+`"><x:sheetData><x:row r="2"/></x:sheetData></x:worksheet>`)
			return p.bytes()
		}(),
		"empty sheet.xlsx": func() []byte {
			return annoPackage().set("xl/worksheets/sheet1.xml", `<worksheet xmlns="`+nsMain+`"><sheetData/></worksheet>`).bytes()
		}(),
		"no styles.xlsx": func() []byte {
			p := xlsx(okRow).drop("xl/styles.xml")
			return p.sub("xl/_rels/workbook.xml.rels", `<Relationship Id="rId2" Type="`+nsDoc+`/styles" Target="styles.xml"/>`, "").bytes()
		}(),
		"locked.xlsx": locked(6000),
	} {
		t.Run(name, func(t *testing.T) {
			before, err := Open(context.Background(), name, data, Options{Password: "x"})
			if err != nil {
				t.Fatal(err)
			}
			marks := sampleMarks
			if before.Format == CSV {
				marks = []Mark{{Sheet: TextSheet, Cell: "B2", Severity: SevError, Title: "a"}}
			}
			after := mustOpen(t, "a.xlsx", annotated(t, name, data, marks))
			s, got := before.Sheets[0], after.Sheets[1]
			if s.Name != got.Name || dump(s) != dump(got) || fmt.Sprint(s.Merges, s.HiddenRows) != fmt.Sprint(got.Merges, got.HiddenRows) {
				t.Errorf("before\n%s%v\nafter\n%s%v", dump(s), s.Merges, dump(got), got.Merges)
			}
		})
	}
}

func TestAnnotateNothing(t *testing.T) {
	after := mustOpen(t, "a.xlsx", annotated(t, "a.xlsx", annoPackage().sub("xl/workbook.xml", "Đợt 1\"", ReportSheet+"\"").bytes(), nil))
	if after.Sheets[0].Name != ReportSheet+" (2)" || !strings.Contains(dump(after.Sheets[0]), "Không có điều gì") {
		t.Errorf("%s\n%s", after.Sheets[0].Name, dump(after.Sheets[0]))
	}
	err := Annotate(context.Background(), io.Discard, "a.xlsx", []byte("%PDF-1.4"), nil, Summary{}, Options{})
	if CodeOf(err) != FileWrongType {
		t.Errorf("a refused file: %v", err)
	}
}

// Some writers leave lists of the styles part empty or out: the clerk still
// gets the marked copy, with what the lists must begin with.
func TestAnnotateCopesWithBareStyles(t *testing.T) {
	const ns = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	for name, styles := range map[string]string{
		"empty lists":     `<styleSheet ` + ns + `><fonts count="0"/><fills count="0"/><borders count="0"/><cellXfs count="0"/></styleSheet>`,
		"opened lists":    `<styleSheet ` + ns + `><fonts count="0"></fonts><fills></fills><cellXfs></cellXfs></styleSheet>`,
		"no lists":        `<styleSheet ` + ns + `></styleSheet>`,
		"nothing":         `<styleSheet ` + ns + ` />`,
		"only formats":    `<styleSheet ` + ns + `><numFmts count="0"/><cellXfs count="1">` + strings.Repeat(`<xf numFmtId="0"/>`, 7) + `</cellXfs><dxfs count="0"/></styleSheet>`,
		"with a prefix":   `<s:styleSheet xmlns:s="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><s:fonts/><s:cellStyles/></s:styleSheet>`,
		"formats at last": `<styleSheet ` + ns + `><fonts/><fills/><borders/><cellStyleXfs/><cellXfs/><cellStyles/><dxfs/></styleSheet>`,
	} {
		t.Run(name, func(t *testing.T) {
			p := annoPackage()
			p.set("xl/styles.xml", `<?xml version="1.0"?>`+styles)
			data := annotated(t, "a.xlsx", p.bytes(), sampleMarks)
			f, err := excelize.OpenReader(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			for cell, want := range map[string]string{"B2": "FFFFC7CE", "E2": "", "A9": ""} {
				id, err := f.GetCellStyle("Kết quả", cell)
				if err != nil {
					t.Fatal(err)
				}
				xf, got := f.Styles.CellXfs.Xf[id], ""
				if fill := f.Styles.Fills.Fill[*cmp.Or(xf.FillID, new(int))].PatternFill; fill != nil && fill.FgColor != nil {
					got = fill.FgColor.RGB
				}
				if got != want {
					t.Errorf("%s is filled %q, want %q", cell, got, want)
				}
				if font := *cmp.Or(xf.FontID, new(int)); font >= len(f.Styles.Fonts.Font) {
					t.Errorf("%s has font %d of %d", cell, font, len(f.Styles.Fonts.Font))
				}
			}
		})
	}
}
