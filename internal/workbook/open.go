package workbook

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"ocoprint/internal/message"
)

// Options says how to open a file. The zero value is useful.
type Options struct {
	Password string // for encrypted files
	Limits   Limits
}

// Open reads a workbook from its bytes. The name only tells whether the
// extension fits the content. The error is a *Refusal, or the context's when
// it was cancelled; a deadline that passes is refused as FILE_TOO_COMPLEX.
func Open(ctx context.Context, name string, data []byte, o Options) (b *Book, err error) {
	defer recovered(&b, &err)
	name = baseName(name)
	bud := &budget{ctx: ctx, lim: o.Limits.orDefault()}
	if int64(len(data)) > bud.lim.FileBytes {
		return nil, refuse(FileTooLarge, msgTooLarge.With("name", name, "limit", megabytes(bud.lim.FileBytes)), nil)
	}
	if err := bud.alive(); err != nil {
		return nil, err
	}
	f := &file{name: name, data: data, password: o.Password, bud: bud}
	if b, err = f.read(); err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	b.Name, b.Size, b.SHA256 = name, int64(len(data)), hex.EncodeToString(sum[:])
	b.finish()
	b.checkExtension()
	return b, nil
}

// recovered turns a panic into a refusal: no file may end the program.
func recovered(b **Book, err *error) {
	if p := recover(); p != nil {
		*b, *err = nil, damaged("panic: %v", p)
	}
}

// OpenFile is Open for a file on disk, which is read once and never changed.
func OpenFile(ctx context.Context, path string, o Options) (*Book, error) {
	data, err := ReadFile(path, o.Limits)
	if err != nil {
		return nil, err
	}
	return Open(ctx, path, data, o)
}

// ReadFile reads the bytes of a file that may be a workbook, refusing early
// what is too large or no file at all.
func ReadFile(path string, l Limits) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("open %s: not a regular file", path)
	}
	limit := l.orDefault().FileBytes
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > limit {
		return nil, refuse(FileTooLarge, msgTooLarge.With("name", baseName(path), "limit", megabytes(limit)), nil)
	}
	return data, nil
}

// baseName takes the last element of a path of any system.
func baseName(path string) string {
	if i := strings.LastIndexAny(path, `/\`); i >= 0 {
		return path[i+1:]
	}
	return path
}

// extensions that fit each format; an unknown extension says nothing.
var extensions = map[string][]Format{
	".xlsx": {XLSX}, ".xltx": {XLSX}, ".xlsm": {XLSM, XLSX}, ".xltm": {XLSM, XLSX},
	".xls": {XLS}, ".xlt": {XLS}, ".et": {XLS}, ".ods": {ODS}, ".ots": {ODS},
	".csv": {CSV}, ".txt": {CSV}, ".tsv": {CSV}, ".tab": {CSV},
	".xlsb": nil, ".doc": nil, ".docx": nil, ".pdf": nil, ".xml": nil, ".html": nil, ".htm": nil,
	".zip": nil, ".ppt": nil, ".pptx": nil, ".odt": nil, ".rtf": nil,
}

// checkExtension notes a name that promises something else.
func (b *Book) checkExtension() {
	ext := strings.ToLower(filepath.Ext(b.Name))
	fits, known := extensions[ext]
	if !known {
		return
	}
	for _, f := range fits {
		if f == b.Format {
			return
		}
	}
	b.note(FileWrongType, true, msgWrongExtension.With("extension", ext, "type", typeOfFormat[b.Format]))
}

func (b *Book) note(code string, warning bool, m message.Message) {
	b.Notes = append(b.Notes, Note{Code: code, Warning: warning, Message: m})
}

// Note finds a note by its code.
func (b *Book) Note(code string) (Note, bool) {
	for _, n := range b.Notes {
		if n.Code == code {
			return n, true
		}
	}
	return Note{}, false
}
