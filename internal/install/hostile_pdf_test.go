package install

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// pdfOf builds a PDF from objects 1, 2, … with a right cross-reference table.
func pdfOf(objects ...string) []byte { return pdfWith("/Root 1 0 R", objects...) }

func pdfWith(trailer string, objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, trailer, start)
	return b.Bytes()
}

func streamOf(dict, data string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data)
}

const (
	catalog = "<< /Type /Catalog /Pages 2 0 R >>"
	pages   = "<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
	drawn   = "0 0 1 rg 20 20 200 100 re f"
)

// page3 is the page object with entries of its own; its content is object 4.
func page3(more string) string {
	return "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R " + more + " >>"
}

// onePage is a PDF whose page has entries and further objects from 5 on.
func onePage(more, content string, further ...string) []byte {
	return pdfOf(append([]string{catalog, pages, page3(more), streamOf("", content)}, further...)...)
}

// numbered lists references to n objects.
func numbered(from, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%d 0 R ", from+i)
	}
	return b.String()
}

// deflated packs once more.
func deflated(data []byte) []byte {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	w.Write(data)
	w.Close()
	return z.Bytes()
}

func boxed(box, more string) []byte {
	return pdfOf(catalog, pages, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R %s >>", box, more), streamOf("", drawn))
}

func hostilePDFs(t *testing.T) []hostile {
	good := onePage("", drawn)
	list := []hostile{
		{"a good page", verbBackground, good, ""},
		{"text", verbBackground, []byte("đây không phải PDF"), "install-not-pdf"},
		{"zeros", verbBackground, make([]byte, 9000), "install-not-pdf"},
		{"picture", verbBackground, pngFile(t), "install-not-pdf"},
		{"header alone", verbBackground, []byte("%PDF-1.7\n"), "install-pdf-broken"},
		{"header and end", verbBackground, []byte("%PDF-1.7\n%%EOF\n"), "install-pdf-broken"},
		{"noise behind the header", verbBackground, append([]byte("%PDF-1.7\n"), bytes.Repeat([]byte{0xA5, 0x5A, '<', '<'}, 4000)...), "install-pdf-broken"},
		{"startxref into itself", verbBackground, bytes.Replace(good, []byte("startxref\n"), []byte("startxref\n9"), 1), ""},
	}
	list = append(list, hostileTrees()...)
	list = append(list, hostileStreams()...)
	list = append(list, hostileResources()...)
	list = append(list, hostilePages()...)
	return list
}

// hostileTrees are faults of the file's skeleton.
func hostileTrees() []hostile {
	const broken = "install-pdf-broken"
	deep := strings.Repeat("[", 5000) + strings.Repeat("]", 5000)
	deepDict := strings.Repeat("<< /A ", 3000) + "1" + strings.Repeat(" >>", 3000)
	return []hostile{
		{"tables that lead to each other for ever", verbBackground, loopedTable(), "install-"},
		{"no root", verbBackground, pdfWith("", catalog, pages, page3(""), streamOf("", drawn)), broken},
		{"root is a number", verbBackground, pdfWith("/Root 42", catalog, pages), broken},
		{"root is not there", verbBackground, pdfWith("/Root 9 0 R", catalog, pages), broken},
		{"root refers to itself", verbBackground, pdfOf("1 0 R"), broken},
		{"two objects that are each other", verbBackground, pdfOf("2 0 R", "1 0 R"), broken},
		{"page tree that is its own child", verbBackground, pdfOf(catalog, "<< /Type /Pages /Count 1 /Kids [2 0 R] >>"), broken},
		{"page tree of two nodes in a ring", verbBackground, pdfOf(catalog, "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", "<< /Type /Pages /Count 1 /Parent 2 0 R /Kids [2 0 R] >>"), broken},
		{"no pages", verbBackground, pdfOf(catalog, "<< /Type /Pages /Count 0 /Kids [] >>"), "install-pdf-"},
		{"two thousand million pages", verbBackground, pdfOf(catalog, "<< /Type /Pages /Count 2000000000 /Kids [3 0 R] >>", page3(""), streamOf("", drawn)), "install-"},
		{"less than no pages", verbBackground, pdfOf(catalog, "<< /Type /Pages /Count -5 /Kids [3 0 R] >>", page3(""), streamOf("", drawn)), "install-"},
		{"page is an array", verbBackground, pdfOf(catalog, pages, "[1 2 3]"), broken},
		{"array nested 5000 deep", verbBackground, onePage("/Foo "+deep, drawn), "install-"},
		{"dictionary nested 3000 deep", verbBackground, onePage("/Foo "+deepDict, drawn), "install-"},
		{"string without end", verbBackground, pdfOf(catalog, pages, page3("/Foo (abc"), streamOf("", drawn)), "install-"},
		{"file said to be 2 GB of objects", verbBackground, bytes.Replace(onePage("", drawn), []byte("/Size 5"), []byte("/Size 2147483647"), 1), ""},
		{"table of streams that says 10 million objects", verbBackground, xrefStream("/Size 10000000 /Index [0 10000000]", ""), "install-"},
		{"object stream of a million objects", verbBackground, pdfOf(catalog, pages, page3("/Foo 6 0 R"), streamOf("", drawn), streamOf("/Type /ObjStm /N 1000000 /First 10", "1 0 2 0")), ""},
		{"locked", verbBackground, pdfWith("/Root 1 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O <"+
			strings.Repeat("AB", 32)+"> /U <"+strings.Repeat("CD", 32)+"> >>", catalog, pages, page3(""), streamOf("", drawn)), "install-pdf-locked"},
		{"locked by nobody knows what", verbBackground, pdfWith("/Root 1 0 R /Encrypt << /Filter /Foo /V 9 >>", catalog, pages, page3(""), streamOf("", drawn)), "install-pdf-locked"},
	}
}

// loopedTable is small and never ends for a reader that follows /Prev blindly.
func loopedTable() []byte {
	b := onePage("", drawn)
	at := bytes.LastIndex(b, []byte("xref\n0 "))
	return bytes.Replace(b, []byte("/Root 1 0 R"), fmt.Appendf(nil, "/Root 1 0 R /Prev %d", at), 1)
}

func xrefStream(dict, data string) []byte {
	b := []byte("%PDF-1.7\n1 0 obj\n" + catalog + "\nendobj\n")
	at := len(b)
	b = append(b, "9 0 obj\n"+streamOf("/Type /XRef /Root 1 0 R /W [1 2 1] "+dict, data)+"\nendobj\n"...)
	return fmt.Appendf(b, "startxref\n%d\n%%%%EOF\n", at)
}

// hostileStreams are faults of streams.
func hostileStreams() []hostile {
	const broken = "install-pdf-broken"
	withContent := func(object string) []byte { return pdfOf(catalog, pages, page3(""), object) }
	flate := func(data []byte) string { return streamOf("/Filter /FlateDecode", string(data)) }
	return []hostile{
		{"no content", verbBackground, pdfOf(catalog, pages, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] >>"), "install-pdf-empty"},
		{"empty content", verbBackground, onePage("", "   \n"), "install-pdf-empty"},
		{"content is a number", verbBackground, withContent("42"), broken},
		{"content is not there", verbBackground, pdfOf(catalog, pages, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 77 0 R >>"), "install-pdf-"},
		{"content does not inflate", verbBackground, withContent(flate([]byte("this is not deflated"))), "install-pdf-"},
		{"content with an unknown filter", verbBackground, withContent(streamOf("/Filter /FooDecode", drawn)), "install-pdf-"},
		{"filter twenty times", verbBackground, withContent(streamOf("/Filter ["+strings.Repeat("/FlateDecode ", 20)+"]", "x")), "install-too-hungry"},
		{"content of 150 MB", verbBackground, withContent(flate(packed(150_000_000, ' '))), "install-"},
		{"content of 40 MB", verbBackground, withContent(flate(packed(40_000_000, 'q'))), "install-"},
		{"content in 60 parts of 20 MB", verbBackground, pdfOf(append([]string{catalog, pages, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents [" + numbered(4, 60) + "] >>"},
			slices.Repeat([]string{flate(packed(20_000_000, ' '))}, 60)...)...), "install-too-"},
		{"content of 60 times the same 20 MB", verbBackground, pdfOf(catalog, pages, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents ["+strings.Repeat("4 0 R ", 60)+"] >>",
			flate(packed(20_000_000, ' '))), "install-too-"},
		{"content of 200 MB in runs", verbBackground, withContent(streamOf("/Filter /RunLengthDecode", strings.Repeat("\x81 ", 1_600_000))), "install-too-hungry"},
		{"content of 200 MB in runs, deflated", verbBackground, withContent(streamOf("/Filter [/FlateDecode /RunLengthDecode]", string(packed(3_000_000, 0x81)))), "install-too-hungry"},
		{"content deflated twice", verbBackground, withContent(streamOf("/Filter [/FlateDecode /FlateDecode]", string(deflated(packed(150_000_000, ' '))))), "install-too-hungry"},
		{"content of 90 MB that nobody names", verbBackground, onePage("", drawn, flate(packed(90_000_000, ' '))), "install-too-hungry"},
		{"table of characters of 150 MB", verbBackground, onePage("/Resources << /Font << /F 5 0 R >> >>", "BT /F 12 Tf (x) Tj ET",
			"<< /Type /Font /Subtype /Type1 /BaseFont /X /ToUnicode 6 0 R >>", flate(packed(150_000_000, ' '))), "install-too-hungry"},
		{"metadata of 150 MB", verbBackground, pdfOf("<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R >>", pages, page3(""), streamOf("", drawn),
			streamOf("/Type /Metadata /Subtype /XML /Filter /FlateDecode", string(packed(150_000_000, '<')))), "install-too-hungry"},
		{"stream said to be longer than the file", verbBackground, withContent("<< /Length 999999999 >>\nstream\n" + drawn + "\nendstream"), "install-"},
		{"stream of negative length", verbBackground, withContent("<< /Length -7 >>\nstream\n" + drawn + "\nendstream"), ""},
		{"stream whose length is itself", verbBackground, withContent("<< /Length 4 0 R >>\nstream\n" + drawn + "\nendstream"), "install-"},
		{"stream without end", verbBackground, []byte(strings.Replace(string(onePage("", drawn)), "endstream", "", 1)), ""},
		{"ASCII85 nonsense", verbBackground, withContent(streamOf("/Filter /ASCII85Decode", "zzz{{{~~")), "install-pdf-"},
		{"LZW nonsense", verbBackground, withContent(streamOf("/Filter /LZWDecode", "\xff\xff\xff\xff")), "install-pdf-"},
		{"rows predicted with 2 thousand million columns", verbBackground, withContent(streamOf("/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 >>", string(packed(5000, 1)))), "install-"},
	}
}

// hostileResources are faults of what the drawing needs.
func hostileResources() []hostile {
	const broken, unsafe = "install-pdf-broken", "install-pdf-unsafe"
	x := func(object string, further ...string) []byte {
		return onePage("/Resources << /XObject << /X 5 0 R >> >>", "/X Do", append([]string{object}, further...)...)
	}
	form := "/Type /XObject /Subtype /Form /BBox [0 0 10 10] "
	img := "/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 "
	font := func(dict string) []byte {
		return onePage("/Resources << /Font << /F 5 0 R >> >>", "BT /F 12 Tf (x) Tj ET", dict)
	}
	var chain []string
	for i := range 3000 {
		chain = append(chain, streamOf(form+fmt.Sprintf("/Resources << /XObject << /X %d 0 R >> >>", i+6), "/X Do"))
	}
	var crowd []string
	for range 6000 {
		crowd = append(crowd, streamOf(form, "0 0 1 1 re f"))
	}
	var names strings.Builder
	for i := range crowd {
		fmt.Fprintf(&names, "/X%d %d 0 R ", i, i+5)
	}
	return []hostile{
		{"form that draws itself", verbBackground, x(streamOf(form+"/Resources << /XObject << /X 5 0 R >> >>", "/X Do")), unsafe},
		{"forms 3000 deep", verbBackground, x(chain[0], chain[1:]...), "install-pdf-"},
		{"6000 forms", verbBackground, onePage("/Resources << /XObject << "+names.String()+">> >>", drawn, crowd...), "install-too-hungry"},
		{"drawing from a file outside", verbBackground, x("<< " + form + "/F (\\\\\\\\server\\\\share\\\\x) /Length 0 >>\nstream\n\nendstream"), "install-pdf-"},
		{"PostScript", verbBackground, x(streamOf("/Type /XObject /Subtype /PS", "showpage")), "install-pdf-"},
		{"page of another file", verbBackground, x(streamOf(form+"/Ref << /F (other.pdf) /Page 0 >>", "")), "install-pdf-"},
		{"picture of 60000 × 60000 pixels", verbBackground, x(streamOf(img+"/Width 60000 /Height 60000 /Filter /FlateDecode", string(packed(1000, 0)))), "install-picture-pixels"},
		{"picture of negative size", verbBackground, x(streamOf(img+"/Width -5 /Height -5", "abc")), "install-"},
		{"picture that is no JPEG", verbBackground, x(streamOf(img+"/Width 10 /Height 10 /Filter /DCTDecode", "not a jpeg at all")), broken},
		{"picture that inflates to 150 MB", verbBackground, x(streamOf(img+"/Width 10 /Height 10 /Filter /FlateDecode", string(packed(150_000_000, 0)))), "install-"},
		{"font that is not embedded", verbBackground, font("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"), "install-pdf-font"},
		{"TrueType font that is not embedded", verbBackground, font("<< /Type /Font /Subtype /TrueType /BaseFont /TimesNewRoman /FirstChar 0 /LastChar 1 /Widths [500 500] /FontDescriptor << /Type /FontDescriptor /FontName /TimesNewRoman /Flags 32 /FontBBox [0 0 1 1] /ItalicAngle 0 /Ascent 1 /Descent 0 /CapHeight 1 /StemV 1 >> >>"), "install-pdf-font"},
		{"font that is its own child", verbBackground, font("<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [5 0 R] >>"), "install-pdf-"},
		{"font of drawings that use the font", verbBackground, onePage("/Resources << /Font << /F 5 0 R >> >>", "BT /F 12 Tf (a) Tj ET",
			"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [1] /Encoding << /Type /Encoding /Differences [97 /a] >> /CharProcs << /a 6 0 R >> /Resources << /Font << /F 5 0 R >> >> >>",
			streamOf("", "1 0 d0 BT /F 1 Tf (a) Tj ET")), "install-"},
		{"pattern that paints with itself", verbBackground, onePage("/Resources << /Pattern << /P 5 0 R >> >>", "/Pattern cs /P scn 0 0 9 9 re f",
			streamOf("/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 5 5] /XStep 5 /YStep 5 /Resources << /Pattern << /P 5 0 R >> >>", "/Pattern cs /P scn 0 0 9 9 re f")), "install-"},
		{"colour space that is itself", verbBackground, onePage("/Resources << /ColorSpace << /C 5 0 R >> >>", "/C cs 0 sc 0 0 9 9 re f", "[/Indexed 5 0 R 1 <000000FFFFFF>]"), "install-"},
		{"resources that are a number", verbBackground, onePage("/Resources 7", drawn), broken},
		{"XObjects that are a number", verbBackground, onePage("/Resources << /XObject 7 >>", drawn), "install-"},
	}
}

// hostilePages are faults and dangers of the page itself. What is only
// dangerous is left behind, and the page is taken.
func hostilePages() []hostile {
	const size = "install-pdf-size"
	js := "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
	return []hostile{
		{"page of no size", verbBackground, boxed("[0 0 0 0]", ""), "install-pdf-"},
		{"page of a stamp", verbBackground, boxed("[0 0 30 30]", ""), size},
		{"page of 35 km", verbBackground, boxed("[0 0 100000000 100000000]", ""), size},
		{"page of numbers that are none", verbBackground, boxed("[0 0 abc def]", ""), "install-pdf-"},
		{"page of three numbers", verbBackground, boxed("[0 0 842]", ""), "install-pdf-"},
		{"page without a size", verbBackground, pdfOf(catalog, pages, "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>", streamOf("", drawn)), "install-pdf-"},
		{"page upside down in its box", verbBackground, boxed("[842 595 0 0]", ""), ""},
		{"page turned by 45 degrees", verbBackground, boxed("[0 0 842 595]", "/Rotate 45"), "install-pdf-"},
		{"page in units of a mile", verbBackground, boxed("[0 0 842 595]", "/UserUnit 100000"), "install-pdf-"},
		{"script on opening", verbBackground, pdfOf("<< /Type /Catalog /Pages 2 0 R "+js+" >>", pages, page3(""), streamOf("", drawn)), ""},
		{"program started by a link", verbBackground, onePage("/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /A << /S /Launch /F (cmd.exe) >> >>]", drawn), ""},
		{"attached program", verbBackground, pdfOf("<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(x.exe) 5 0 R] >> >> >>", pages, page3(""), streamOf("", drawn),
			"<< /Type /Filespec /F (x.exe) /EF << /F 6 0 R >> >>", streamOf("/Type /EmbeddedFile", "MZ")), ""},
		{"form to send home", verbBackground, pdfOf("<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] /XFA (x) >> >>", pages, page3(""), streamOf("", drawn)), ""},
	}
}

func hostileScans(t *testing.T) []hostile {
	img := func(dict, data string) []byte {
		return onePage("/Resources << /XObject << /X 5 0 R >> >>", "/X Do", streamOf("/Type /XObject /Subtype /Image /Width 120 /Height 160 "+dict, data))
	}
	const none = "install-no-pictures"
	return []hostile{
		{"a good JPEG scan", verbScan, img("/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", string(jpegFile(t))), ""},
		{"no pictures", verbScan, onePage("", drawn), none},
		{"a logo only", verbScan, onePage("/Resources << /XObject << /X 5 0 R >> >>", "/X Do", streamOf("/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8", "abcd")), none},
		{"a broken JPEG", verbScan, img("/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", "\xff\xd8\xff broken"), none},
		{"a broken fax", verbScan, img("/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 120 /Rows 160 >>", "\x00\x01\x02"), "install-"},
		{"rows missing", verbScan, img("/ColorSpace /DeviceGray /BitsPerComponent 8", "short"), "install-"},
		{"inflates to 150 MB", verbScan, img("/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode", string(packed(150_000_000, 7))), "install-too-hungry"},
		{"fax of a million empty rows", verbScan, img("/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 20000 /Rows 2000000000 >>", strings.Repeat("\xff", 500_000)), "install-"},
		{"60000 × 60000 pixels", verbScan, onePage("/Resources << /XObject << /X 5 0 R >> >>", "/X Do", streamOf("/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode", string(packed(50_000_000, 0)))), "install-"},
		{"not a PDF", verbScan, []byte("hello"), "install-not-pdf"},
	}
}
