package workbook

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// sampleTable has everything a list paper uses. MẪU – KHÔNG CÓ GIÁ TRỊ.
func sampleTable() Table {
	return Table{
		Sheet: "Danh sách/trao [1]",
		Title: []Line{{Text: "UBND XÃ MẪU", Bold: true, To: 2}, {Text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Bold: true, From: 3, Same: true},
			{Text: "DANH SÁCH SẢN PHẨM (MẪU – KHÔNG CÓ GIÁ TRỊ)", Bold: true, Size: 14}},
		Columns: []Column{{Header: "STT", Width: 6}, {Header: "Tên sản phẩm"}, {Header: "Tên", Group: "Chủ thể"}, {Header: "Điện thoại", Group: "Chủ thể"},
			{Header: "Điểm", Format: "0.00"}, {Header: "Ngày"}},
		Numbering: true,
		Rows: []TableRow{
			{Section: true, Cells: []any{"I. XÃ MẪU"}},
			{Cells: []any{1, `=HYPERLINK("http://example.invalid")`, "@Hợp tác xã mẫu", "+84 900 000 000", 72.5, Moment{Year: 2023, Month: 11, Day: 20}}},
			{Cells: []any{int64(2), "-Măng khô", "Hộ mẫu\nxã Mẫu", "0900000000", 66.0}},
			{Cells: []any{nil, "Cộng", true}, Bold: true},
		},
		Footer: []Line{{Text: "Ấn định danh sách: 02 sản phẩm./.", Italic: true}},
		Page:   Page{Landscape: true},
	}
}

func partsOf(t *testing.T, data []byte) map[string]string {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range zr.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		parts[f.Name] = string(b)
	}
	return parts
}

func TestWriteTable(t *testing.T) {
	var out bytes.Buffer
	if err := WriteTable(&out, sampleTable(), sampleTable()); err != nil {
		t.Fatal(err)
	}
	b := mustOpen(t, "a.xlsx", out.Bytes())
	if len(b.Sheets) != 2 || b.Sheets[0].Name != "Danh sách-trao -1-" || b.Sheets[1].Name != "Danh sách-trao -1- (2)" {
		t.Fatalf("sheets %q %q", b.Sheets[0].Name, b.Sheets[1].Name)
	}
	s := b.Sheets[0]
	want(t, dump(s), `A1 text UBND XÃ MẪU
		C1 text CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
		A2 text DANH SÁCH SẢN PHẨM (MẪU – KHÔNG CÓ GIÁ TRỊ)
		A4 text STT
		B4 text Tên sản phẩm
		C4 text Chủ thể
		E4 text Điểm
		F4 text Ngày
		C5 text Tên
		D5 text Điện thoại
		A6 text (1)
		B6 text (2)
		C6 text (3)
		D6 text (4)
		E6 text (5)
		F6 text (6)
		A7 text I. XÃ MẪU
		A8 number 1
		B8 text =HYPERLINK("http://example.invalid")
		C8 text @Hợp tác xã mẫu
		D8 text +84 900 000 000
		E8 number 72,50
		F8 date 20/11/2023
		A9 number 2
		B9 text -Măng khô
		C9 text Hộ mẫu⏎xã Mẫu
		D9 text 0900000000
		E9 number 66,00
		B10 text Cộng
		C10 bool TRUE
		A12 text Ấn định danh sách: 02 sản phẩm./.`)
	for _, ref := range []string{"A1:B1", "C1:F1", "A2:F2", "C4:D4", "A4:A5", "A7:F7", "A12:F12"} {
		m, _ := ParseRect(ref)
		if got, ok := s.MergeOf(m.Row2, m.Col2); !ok || got != m {
			t.Errorf("%s is not merged (%v)", ref, got)
		}
	}
	parts := partsOf(t, out.Bytes())
	if n := strings.Count(parts["xl/styles.xml"], `quotePrefix="true"`); n == 0 {
		t.Error("text that begins like a formula has no quote mark")
	}
	if strings.Contains(parts["xl/worksheets/sheet1.xml"], "<f>") {
		t.Error("a text became a formula")
	}
	for _, piece := range []string{`orientation="landscape"`, `paperSize="9"`, `fitToHeight="0"`, "Trang &amp;P/&amp;N"} {
		if !strings.Contains(parts["xl/worksheets/sheet1.xml"], piece) {
			t.Errorf("page set-up lacks %s", piece)
		}
	}
	if !strings.Contains(parts["xl/workbook.xml"], "$4:$6") {
		t.Error("the header is not repeated on every page")
	}
}

// TestQuoteStyles looks at every cell that begins like a formula.
func TestQuoteStyles(t *testing.T) {
	var out bytes.Buffer
	if err := WriteTable(&out, sampleTable()); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	for cell, quoted := range map[string]bool{"B8": true, "C8": true, "D8": true, "B9": true, "B10": false, "D9": false} {
		id, err := f.GetCellStyle(f.GetSheetName(0), cell)
		if err != nil {
			t.Fatal(err)
		}
		if q := f.Styles.CellXfs.Xf[id].QuotePrefix; (q != nil && *q) != quoted {
			t.Errorf("%s: quote mark %v", cell, q)
		}
	}
}

func TestSameBytes(t *testing.T) {
	form := sampleForm()
	var table, filled bytes.Buffer
	if err := WriteTable(&table, sampleTable()); err != nil {
		t.Fatal(err)
	}
	if err := WriteForm(&filled, form); err != nil {
		t.Fatal(err)
	}
	for range 10 {
		var a, b bytes.Buffer
		if err := WriteTable(&a, sampleTable()); err != nil || !bytes.Equal(a.Bytes(), table.Bytes()) {
			t.Fatal("the same table gives other bytes", err)
		}
		if err := WriteForm(&b, form); err != nil || !bytes.Equal(b.Bytes(), filled.Bytes()) {
			t.Fatal("the same form gives other bytes", err)
		}
	}
}

func sampleForm() Form {
	return Form{Sheets: []FormSheet{{Name: "Kế hoạch", Widths: []float64{30, 0, 40}, Freeze: 2, Merges: []Rect{{1, 1, 1, 3}}, Cells: []FormCell{
		{At: "A1", Value: "KẾ HOẠCH (MẪU)", Look: TitleLook},
		{At: "A3", Value: "Đợt", Look: LabelLook},
		{At: "C3", To: "C5", Value: 2, Look: InputLook, Comment: "Ghi số đợt.", Choices: []string{"1", "2", "3"}},
		{At: "C7", Value: "Xã A, huyện B", Look: InputLook, Choices: []string{"Xã A, huyện B", "Xã C"}},
		{At: "C8", Value: "x", Look: InputLook, Choices: strings.Fields(strings.Repeat("mục-dài-để-vượt ", 30))},
		{At: "A9", Value: "gợi ý", Look: HintLook},
	}}}}
}

func TestWriteForm(t *testing.T) {
	var out bytes.Buffer
	if err := WriteForm(&out, sampleForm()); err != nil {
		t.Fatal(err)
	}
	b := mustOpen(t, "a.xlsx", out.Bytes())
	want(t, dump(b.Sheets[0]), "A1 text KẾ HOẠCH (MẪU)\nA3 text Đợt\nC3 number 2\nC7 text Xã A, huyện B\nC8 text x\nA9 text gợi ý")
	if len(b.Sheets) != 2 || !b.Sheets[1].Hidden || b.Sheets[1].At(1, 1).Raw != "Xã A, huyện B" || b.Sheets[1].At(30, 2) == nil {
		t.Error("long lists are kept on a hidden sheet")
	}
	f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	dvs, err := f.GetDataValidations("Kế hoạch")
	if err != nil || len(dvs) != 3 {
		t.Fatalf("%d drop-downs, %v", len(dvs), err)
	}
	if dvs[0].Sqref != "C3:C5" || dvs[0].Formula1 != `"1,2,3"` || dvs[1].Formula1 != "'Danh mục'!$A$1:$A$2" {
		t.Errorf("%+v %+v", dvs[0], dvs[1])
	}
	comments, err := f.GetComments("Kế hoạch")
	if err != nil || len(comments) != 1 || comments[0].Cell != "C3" {
		t.Errorf("comments %+v, %v", comments, err)
	}
}

func TestWriteRefuses(t *testing.T) {
	for name, err := range map[string]error{
		"no table":       WriteTable(io.Discard),
		"no column":      WriteTable(io.Discard, Table{}),
		"too many cells": WriteTable(io.Discard, Table{Columns: []Column{{}}, Rows: []TableRow{{Cells: []any{1, 2}}}}),
		"odd value":      WriteTable(io.Discard, Table{Columns: []Column{{}}, Rows: []TableRow{{Cells: []any{struct{}{}}}}}),
		"no form":        WriteForm(io.Discard, Form{}),
		"odd place":      WriteForm(io.Discard, Form{Sheets: []FormSheet{{Name: "A", Cells: []FormCell{{At: "?"}}}}}),
		"odd look":       WriteForm(io.Discard, Form{Sheets: []FormSheet{{Name: "A", Cells: []FormCell{{At: "A1", Look: "x"}}}}}),
		"full disk":      WriteTable(fullDisk{}, sampleTable()),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestLegalNames(t *testing.T) {
	w, err := newWriter("")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range [][2]string{{"", "Danh sách"}, {"'a'", "a"}, {"A", "A (2)"}, {"a/b:c*d?e[f]g\\h", "a-b-c-d-e-f-g-h"},
		{strings.Repeat("ấ", 40), strings.Repeat("ấ", 31)}, {strings.Repeat("ấ", 40), strings.Repeat("ấ", 27) + " (2)"}, {"😀", "-"}, {"history", "Danh sách (2)"}} {
		if got := w.legalName(c[0]); got != c[1] {
			t.Errorf("%q is %q, want %q", c[0], got, c[1])
		}
	}
}
