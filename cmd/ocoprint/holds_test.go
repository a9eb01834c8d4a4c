package main

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"io"
	"os/exec"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// holds reports whether a file says a text anywhere: as it stands, in the parts
// of a zip (a workbook), in the packed streams of a PDF, or on its pages as
// pdftotext reads them.
func holds(data []byte, text string) bool {
	forms := [][]byte{[]byte(text), []byte(norm.NFD.String(text))}
	says := func(b []byte) bool {
		for _, f := range forms {
			if bytes.Contains(b, f) {
				return true
			}
		}
		return false
	}
	switch {
	case says(data):
		return true
	case bytes.HasPrefix(data, []byte("PK")):
		return zipSays(data, says)
	case bytes.HasPrefix(data, []byte("%PDF")):
		return streamsSay(data, says) || says(pageText(data))
	}
	return false
}

func zipSays(data []byte, says func([]byte) bool) bool {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			continue
		}
		part, err := io.ReadAll(r)
		r.Close()
		if err == nil && says(part) {
			return true
		}
	}
	return false
}

// streamsSay unpacks every zlib stream of a PDF, wherever it begins.
func streamsSay(data []byte, says func([]byte) bool) bool {
	for rest := data; ; {
		i := bytes.Index(rest, []byte("stream\n"))
		if i < 0 {
			return false
		}
		rest = rest[i+len("stream\n"):]
		r, err := zlib.NewReader(bytes.NewReader(rest))
		if err != nil {
			continue
		}
		plain, _ := io.ReadAll(r) // what could be unpacked is looked at
		if says(plain) {
			return true
		}
	}
}

// pageText is what pdftotext reads, nothing where it is not installed.
func pageText(data []byte) []byte {
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		return nil
	}
	cmd := exec.Command(tool, "-", "-")
	cmd.Stdin = bytes.NewReader(data)
	out, err := cmd.Output()
	if err != nil {
		return nil
	}
	return out
}

func TestHoldsSeesThroughPacking(t *testing.T) {
	var z bytes.Buffer
	w := zip.NewWriter(&z)
	part, err := w.Create("xl/a.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(part, "<v>0987000111</v>"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	zw := zlib.NewWriter(&packed)
	if _, err := io.WriteString(zw, strings.Repeat("q ", 50)+"0987000111"); err != nil {
		t.Fatal(err)
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	pdf := "%PDF-1.7\n1 0 obj\n<<>>\nstream\n" + packed.String() + "\nendstream"
	for name, data := range map[string][]byte{"plain": []byte("a 0987000111 b"), "zip": z.Bytes(), "pdf": []byte(pdf)} {
		if !holds(data, "0987000111") {
			t.Errorf("%s: not seen", name)
		}
		if holds(data, "0987000112") {
			t.Errorf("%s: seen what is not there", name)
		}
	}
}
