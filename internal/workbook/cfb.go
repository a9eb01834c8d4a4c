package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/richardlehane/mscfb"
	"github.com/xuri/excelize/v2"
)

// cfbMagic begins a compound file: .xls, .doc, and what Office encrypts.
var cfbMagic = []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")

// maxSpin bounds the work of deriving a key; Office itself writes 100,000.
const maxSpin = 1_000_000

// everybodys is the password Excel uses when it encrypts without asking for
// one (a workbook whose structure is protected), and tries by itself.
const everybodys = "VelvetSweatshop"

// readCFB finds out what a compound file holds.
func (f *file) readCFB() (*Book, error) {
	if f.unlocked {
		return nil, damaged("a compound file inside an encrypted one")
	}
	err := checkChains(f.data)
	var doc *mscfb.Reader
	if err == nil {
		doc, err = mscfb.New(padded(f.data))
	}
	if err != nil {
		return nil, damagedPart("compound file", err)
	}
	streams := map[string]*mscfb.File{}
	macros := false
	for _, e := range doc.File {
		if len(e.Path) == 0 && streams[e.Name] == nil && !e.FileInfo().IsDir() {
			streams[e.Name] = e
		}
		macros = macros || e.Name == "_VBA_PROJECT_CUR" || e.Name == "VBA"
	}
	switch {
	case streams["EncryptedPackage"] != nil:
		return f.readEncrypted(streams["EncryptionInfo"])
	case streams["Workbook"] != nil:
		return f.readWorkbookStream(streams["Workbook"], macros)
	case streams["Book"] != nil:
		return nil, f.oldExcel()
	case streams["WordDocument"] != nil:
		return nil, f.foreign(typeWord)
	case streams["PowerPoint Document"] != nil:
		return nil, f.foreign(typeSlides)
	case streams["__properties_version1.0"] != nil:
		return nil, f.foreign(typeMail)
	}
	return nil, f.foreign(typeOLE)
}

func (f *file) readWorkbookStream(s *mscfb.File, macros bool) (*Book, error) {
	data, err := f.stream(s)
	if err != nil {
		return nil, err
	}
	if len(data) < 8 || data[0] != 0x09 || data[1] != 0x08 {
		return nil, damagedPart("Workbook", errors.New("no BOF record"))
	}
	if data[5] != 0x06 {
		return nil, f.oldExcel()
	}
	b, err := readBIFF(data, f.password, f.bud)
	if err == nil && macros {
		if _, noted := b.Note(MacroIgnored); !noted {
			b.note(MacroIgnored, false, msgMacroIgnored.With())
		}
	}
	return b, err
}

// stream reads a whole stream; it cannot be longer than the file.
func (f *file) stream(s *mscfb.File) ([]byte, error) {
	if s.Size > int64(len(f.data)) {
		return nil, damagedPart(s.Name, fmt.Errorf("stream of %d bytes in a file of %d", s.Size, len(f.data)))
	}
	if err := f.bud.unpack(s.Size); err != nil {
		return nil, err
	}
	data := make([]byte, s.Size)
	if _, err := io.ReadFull(s, data); err != nil {
		return nil, damagedPart(s.Name, err)
	}
	return data, nil
}

// readEncrypted decrypts a workbook with the password and reads what is
// inside.
func (f *file) readEncrypted(info *mscfb.File) (*Book, error) {
	plain, err := f.decrypt(info)
	if err != nil {
		return nil, err
	}
	inner := &file{name: f.name, data: plain, bud: f.bud, password: f.password, unlocked: true}
	return inner.read()
}

func (f *file) decrypt(info *mscfb.File) (plain []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			plain, err = nil, f.encrypted()
		}
	}()
	if info == nil {
		return nil, damaged("no EncryptionInfo")
	}
	head, err := f.stream(info)
	if err != nil {
		return nil, err
	}
	if spin := spinCount(head); spin > maxSpin {
		return nil, tooComplex("EncryptionInfo", fmt.Errorf("%d rounds", spin))
	}
	password := f.password
	if password == "" {
		password = everybodys
	}
	plain, err = excelize.Decrypt(f.data, &excelize.Options{Password: password})
	if err != nil || !bytes.HasPrefix(plain, []byte("PK\x03\x04")) {
		return nil, f.encrypted()
	}
	return plain, f.bud.alive()
}

// spinCount finds the largest number of key rounds that the XML of agile
// encryption asks for.
func spinCount(info []byte) int {
	most := 0
	for _, piece := range bytes.Split(info, []byte("spinCount="))[1:] {
		piece = bytes.TrimLeft(piece, " \"'")
		end := bytes.IndexAny(piece, "\"'")
		if n := whole(piece[:max(end, 0)]); n < 0 {
			return maxSpin + 1
		} else {
			most = max(most, n)
		}
	}
	return most
}

// padded gives the bytes with zeros behind their end: some writers leave the
// last sector short.
type paddedReader struct{ data []byte }

func padded(data []byte) io.ReaderAt { return paddedReader{data} }

func (p paddedReader) ReadAt(b []byte, at int64) (int, error) {
	const sector = 4096
	if at < 0 || at+int64(len(b)) > int64(len(p.data))+sector {
		return 0, io.ErrUnexpectedEOF
	}
	n := 0
	if at < int64(len(p.data)) {
		n = copy(b, p.data[at:])
	}
	clear(b[n:])
	return len(b), nil
}

// plainZip gives the archive inside an encrypted file.
func (f *file) plainZip() ([]byte, error) {
	doc, err := mscfb.New(padded(f.data))
	if err != nil {
		return nil, damagedPart("compound file", err)
	}
	for _, e := range doc.File {
		if e.Name == "EncryptionInfo" && len(e.Path) == 0 {
			return f.decrypt(e)
		}
	}
	return nil, damaged("no EncryptionInfo")
}
