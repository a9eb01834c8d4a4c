package pdf

import (
	"context"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ocoprint/internal/layout"
	"ocoprint/internal/viet"
)

func TestFileIsSoundAndSaysWhatItIs(t *testing.T) {
	qpdf := tool(t, "qpdf", "qpdf")
	pages := slices.Collect(certificates(3))
	pages[0].Label, pages[1].Label, pages[0].Bookmark, pages[2].Bookmark = "i", "ii", "Lượt 1", "Lượt 2"
	pages[1].Bleed, pages[2].Rotate = 3, 90
	path := drawFile(t, Options{Title: "Giấy chứng nhận đợt 2", Author: "UBND", Subject: "OCOP", Attachments: []Attachment{
		{Name: "chứng nhận.cbor", MIME: "application/cbor", Description: "bản ghi", Data: []byte("abc")}}}, pages...)
	run(t, qpdf, "--check", path)
	all := strings.Join(strings.Fields(run(t, qpdf, "--qdf", "--object-streams=disable", path, "-")), " ")
	for _, want := range []string{"/PrintScaling /None", "/Duplex /Simplex", "/DisplayDocTitle true", "/Type /Outlines", "/AFRelationship /Data",
		"/Rotate 90", "/Subtype /XML", "<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li>", "Giấy chứng nhận đợt 2</rdf:li>"} {
		if !strings.Contains(all, want) {
			t.Errorf("no %s", want)
		}
	}
	info := run(t, tool(t, "pdfinfo", "poppler-utils"), "-l", "3", "-box", path)
	for _, want := range []string{`Title: +Giấy chứng nhận đợt 2`, `Author: +UBND`, `Pages: +3`, `Page +1 size: +841.89 x 595.276 pts`,
		`Page +2 MediaBox: +0.00 +0.00 +858.90 +612.28`, `Page +2 TrimBox: +8.50 +8.50 +850.39 +603.78`, `Page +2 CropBox: +8.50`} {
		if !regexp.MustCompile(want).MatchString(info) {
			t.Errorf("pdfinfo does not say %s:\n%s", want, info)
		}
	}
	if !strings.Contains(run(t, tool(t, "pdfdetach", "poppler-utils"), "-list", path), "chứng nhận.cbor") {
		t.Error("viewers do not list the attachment")
	}
}

func TestDocumentIDComesFromTheContent(t *testing.T) {
	id := regexp.MustCompile(`/ID \[<([0-9A-F]{32})> <([0-9A-F]{32})>\]`)
	a, b := id.FindSubmatch(bytesOf(t, 2, Options{})), id.FindSubmatch(bytesOf(t, 3, Options{}))
	if a == nil || b == nil || string(a[1]) != string(a[2]) || string(a[1]) == string(b[1]) {
		t.Errorf("ids %q and %q", a, b)
	}
}

func TestFontsAreEmbeddedAndSubset(t *testing.T) {
	list := run(t, tool(t, "pdffonts", "poppler-utils"), drawFile(t, Options{}, certificate(1)))
	rows := strings.Split(strings.TrimSpace(list), "\n")[2:]
	if len(rows) != 3 {
		t.Errorf("%d fonts for three faces:\n%s", len(rows), list)
	}
	for _, row := range rows {
		if !regexp.MustCompile(`^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes`).MatchString(row) {
			t.Errorf("%s", row)
		}
	}
}

// What is searched and copied is what was given, letter for letter, in every
// face, also spaced, justified, turned and invisible.
func TestTextIsExtractedExactly(t *testing.T) {
	pdftotext := tool(t, "pdftotext", "poppler-utils")
	line := func(y float64, m layout.Text) layout.Mark {
		m.X, m.Baseline, m.Size, m.Box = 10, y, 11, "x"
		return m
	}
	const pangram = "Công ty TNHH MTV Sản xuất, Chế biến “Ẩm thực” – Điện Biên: 1.234,5 kg · 67,3 % Nguyễn Quỳnh Trữ"
	var marks []layout.Mark
	y := 15.0
	for _, face := range layout.DefaultFaces().Keys() {
		marks = append(marks, line(y, layout.Text{Face: face, String: pangram}))
		y += 8
	}
	marks = append(marks, line(y, layout.Text{Face: serif, String: "Độc lập - Tự do - Hạnh phúc", WordSpace: 1.5}),
		line(y+8, layout.Text{Face: serif, String: "Giãn chữ tiếng Việt", CharSpace: 0.4}),
		line(y+16, layout.Text{Face: serif, String: "Chữ ẩn để tìm", Invisible: true}))
	for half := 0; half < len(vietnamese); half += len(vietnamese) / 2 {
		marks = append(marks, line(y+24+float64(half)/10, layout.Text{Face: serif, String: vietnamese[half:min(half+len(vietnamese)/2, len(vietnamese))]}))
	}
	got := run(t, pdftotext, "-layout", drawFile(t, Options{}, layout.Page{W: 210, H: 297, Marks: marks}), "-")
	if !viet.IsNFC(got) {
		t.Error("extracted text is not NFC")
	}
	flat := strings.Join(strings.Fields(got), " ")
	if n := strings.Count(flat, pangram); n != len(layout.DefaultFaces().Keys()) {
		t.Errorf("the line comes back %d times of %d:\n%s", n, len(layout.DefaultFaces().Keys()), got)
	}
	for _, want := range []string{"Độc lập - Tự do - Hạnh phúc", "Giãn chữ tiếng Việt", "Chữ ẩn để tìm"} {
		if !strings.Contains(flat, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	letters := strings.ReplaceAll(flat, " ", "")
	for _, r := range vietnamese {
		if !strings.ContainsRune(letters, r) {
			t.Errorf("no %c", r)
		}
	}
}

func TestActualTextIsWhatIsCopied(t *testing.T) {
	m := layout.Text{Face: serif, X: 10, Baseline: 20, Size: 12, String: "HTX San Thàng", ActualText: "Hợp tác xã San Thàng"}
	got := run(t, tool(t, "pdftotext", "poppler-utils"), drawFile(t, Options{}, layout.Page{W: 100, H: 40, Marks: []layout.Mark{m}}), "-")
	if strings.TrimSpace(got) != "Hợp tác xã San Thàng" {
		t.Errorf("%q", got)
	}
}

// Pages beyond one node of the page tree stay in order.
func TestManyPagesStayInOrder(t *testing.T) {
	pdftotext := tool(t, "pdftotext", "poppler-utils")
	var pages []layout.Page
	for i := range 3*fanOut + 5 {
		pages = append(pages, layout.Page{W: 60, H: 40, Marks: []layout.Mark{layout.Text{Face: serif, X: 5, Baseline: 20, Size: 12, String: "trang " + decimal(i)}}})
	}
	got := strings.Split(strings.TrimRight(run(t, pdftotext, drawFile(t, Options{}, pages...), "-"), "\f"), "\f")
	if len(got) != len(pages) {
		t.Fatalf("%d pages, want %d", len(got), len(pages))
	}
	for i, s := range got {
		if strings.TrimSpace(s) != "trang "+decimal(i) {
			t.Fatalf("page %d says %q", i, s)
		}
	}
}

func TestAttachmentNamesMustDiffer(t *testing.T) {
	twice := []Attachment{{Name: "a"}, {Name: "a"}}
	if err := Write(context.Background(), io.Discard, certificates(1), Options{Attachments: twice}); err == nil {
		t.Error("two attachments of one name were taken")
	}
}
