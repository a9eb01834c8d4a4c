package workbook

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"
)

// file is what is being opened.
type file struct {
	name     string
	data     []byte
	password string
	bud      *budget
	unlocked bool // data was decrypted
}

// read finds out what the bytes are and calls the reader for it.
func (f *file) read() (*Book, error) {
	d := f.data
	switch {
	case len(d) == 0:
		return nil, refuse(FileEmpty, msgEmpty.With("name", f.name), nil)
	case bytes.HasPrefix(d, []byte("PK\x03\x04")), bytes.HasPrefix(d, []byte("PK\x05\x06")):
		return f.readZip()
	case bytes.HasPrefix(d, cfbMagic):
		return f.readCFB()
	case isRawBIFF(d):
		if d[1] == 0x08 && d[4] == 0x00 && d[5] == 0x06 {
			return readBIFF(d, f.password, f.bud)
		}
		return nil, f.oldExcel()
	}
	if t, ok := sniff(d); ok {
		return nil, f.foreign(t)
	}
	return f.readText()
}

// foreign refuses a file of a known but unreadable type.
func (f *file) foreign(t foreignType) error {
	return refuse(FileWrongType, msgForeign.With("name", f.name, "type", t.name, "way", t.way), nil)
}

func (f *file) oldExcel() error {
	return refuse(FileOldExcel, msgOldExcel.With("name", f.name, "type", typeOldExcel), nil)
}

func (f *file) encrypted() error {
	if f.password != "" {
		return refuse(FileEncrypted, msgWrongPassword.With(), nil)
	}
	return refuse(FileEncrypted, msgEncrypted.With(), nil)
}

// isRawBIFF tells whether a bare BIFF stream begins here: a BOF record of one
// of the versions 2, 3, 4, 5 and 8.
func isRawBIFF(d []byte) bool {
	if len(d) < 8 || d[0] != 0x09 || d[3] != 0 {
		return false
	}
	switch d[1] {
	case 0x00, 0x02, 0x04:
		return d[2] == 4 || d[2] == 6
	case 0x08:
		return d[2] == 8 || d[2] == 16
	}
	return false
}

// magics are the first bytes of files that are no spreadsheet.
var magics = []struct {
	magic string
	is    foreignType
}{
	{"{\\rtf", typeRTF},
	{"\x89PNG", typeImage}, {"\xFF\xD8\xFF", typeImage}, {"GIF8", typeImage}, {"BM", typeImage},
	{"II*\x00", typeImage}, {"MM\x00*", typeImage},
	{"Rar!", typeArchive}, {"7z\xBC\xAF\x27\x1C", typeArchive}, {"\x1F\x8B", typeArchive},
	{"BZh", typeArchive}, {"\xFD7zXZ", typeArchive},
	{"SQLite format 3\x00", typeDatabase}, {"\x00\x01\x00\x00Standard", typeDatabase},
	{"\xDB\xA5", typeWord}, {"\x31\xBE\x00\x00", typeWord},
}

// sniff recognises what is neither archive nor compound file nor plain text.
func sniff(d []byte) (foreignType, bool) {
	for _, m := range magics {
		if bytes.HasPrefix(d, []byte(m.magic)) && (m.magic != "BM" || bytes.IndexByte(d[:min(len(d), 32)], 0) >= 0) {
			return m.is, true
		}
	}
	if bytes.Contains(d[:min(len(d), 1024)], []byte("%PDF-")) {
		return typePDF, true
	}
	if t, ok := sniffMarkup(d); ok {
		return t, true
	}
	if !looksLikeText(d) {
		return typeUnknown, true
	}
	return foreignType{}, false
}

// sniffMarkup tells XML and HTML apart by their beginning, in any encoding
// that keeps ASCII.
func sniffMarkup(d []byte) (foreignType, bool) {
	head := strings.ToLower(strings.ReplaceAll(string(d[:min(len(d), 8192)]), "\x00", ""))
	// The mark of UTF-8, and what ToLower makes of the two bytes of UTF-16's.
	head = strings.TrimLeft(strings.TrimLeft(head, "\uFEFF\uFFFD"), " \t\r\n")
	if !strings.HasPrefix(head, "<") {
		if strings.HasPrefix(head, "mime-version:") && strings.Contains(head, "html") {
			return typeHTML, true
		}
		return foreignType{}, false
	}
	switch {
	case strings.Contains(head, "urn:schemas-microsoft-com:office:spreadsheet") && !strings.Contains(head, "<html"):
		return typeXML2003, true
	case strings.Contains(head, "opendocument.spreadsheet"):
		return typeFlatODS, true
	case strings.HasPrefix(head, "<?xml") && !strings.Contains(head, "<html") && !strings.Contains(head, "<table"):
		return typeXML, true
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<style", "<div", "<p", "<font", "<center", "<tr", "<script", "<!--", "<title"} {
		if strings.Contains(head, tag) {
			return typeHTML, true
		}
	}
	return foreignType{}, false
}

// looksLikeText tells whether the bytes can be text of any encoding that is
// read: few control characters, or UTF-16.
func looksLikeText(d []byte) bool {
	if _, ok := utf16Order(d); ok {
		return true
	}
	odd := 0
	for _, c := range d {
		if c == 0 {
			return false
		}
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A {
			odd++
		}
	}
	return odd*100 <= len(d) || utf8.Valid(d) && odd*20 <= len(d)
}

// utf16Order recognises UTF-16 by its mark, or without one by zero bytes that
// all stand on one side.
func utf16Order(d []byte) (big, ok bool) {
	if len(d) >= 2 && d[0] == 0xFF && d[1] == 0xFE {
		return false, true
	}
	if len(d) >= 2 && d[0] == 0xFE && d[1] == 0xFF {
		return true, true
	}
	if len(d)%2 != 0 || len(d) < 8 {
		return false, false
	}
	var zeros [2]int
	head := d[:min(len(d), 64<<10)&^1]
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case zeros[1]*10 > half*4 && zeros[0] == 0:
		return false, true
	case zeros[0]*10 > half*4 && zeros[1] == 0:
		return true, true
	}
	return false, false
}

var errNoPart = errors.New("the part is not in the file")
