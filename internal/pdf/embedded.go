package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"unicode/utf16"
)

func (f ourFile) attachment(spec int) (Attachment, error) {
	dict, err := f.object(spec, maxDictBytes)
	if err != nil {
		return Attachment{}, err
	}
	m := specShape.FindSubmatch(dict)
	if m == nil {
		return Attachment{}, errors.New("not a file specification")
	}
	a := Attachment{Name: plain(m[1]), Description: plain(m[2])}
	id := number(m[3])
	head, err := f.object(id, 1<<10)
	if err != nil {
		return Attachment{}, err
	}
	h := fileShape.FindSubmatch(head)
	if h == nil {
		return Attachment{}, errors.New("not an embedded file")
	}
	a.MIME = unescapeName(h[1])
	size, packed := number(h[2]), number(h[3])
	if size > maxAttachmentBytes || packed > maxAttachmentBytes+1<<16 {
		return Attachment{}, errors.New("embedded file too large")
	}
	at, err := f.offset(id)
	if err != nil {
		return Attachment{}, err
	}
	raw, err := f.read(at+int64(len(fmt.Sprintf("%d 0 obj\n", id))+len(h[0])), packed)
	if err != nil || len(raw) < packed {
		return Attachment{}, errors.New("embedded file cut short")
	}
	a.Data, err = inflate(raw, size)
	return a, err
}

// inflate unpacks exactly size bytes.
func inflate(raw []byte, size int) ([]byte, error) {
	z, err := zlib.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer // grows with what is really there
	n, err := io.Copy(&out, io.LimitReader(z, int64(size)+1))
	if err != nil {
		return nil, err
	}
	if n != int64(size) {
		return nil, fmt.Errorf("embedded file of %d bytes holds %d", size, n)
	}
	return out.Bytes(), nil
}

func number(b []byte) int {
	n, err := strconv.Atoi(string(b))
	if err != nil {
		return -1
	}
	return n
}

// plain reads a UTF-16 hex string.
func plain(digits []byte) string {
	b, err := hex.DecodeString(string(digits))
	if err != nil || len(b) < 2 || len(b)%2 != 0 {
		return ""
	}
	units := make([]uint16, 0, len(b)/2-1)
	for b = b[2:]; len(b) > 0; b = b[2:] {
		units = append(units, uint16(b[0])<<8|uint16(b[1]))
	}
	return string(utf16.Decode(units))
}

var escapedByte = regexp.MustCompile(`#[0-9A-F]{2}`)

func unescapeName(b []byte) string {
	return string(escapedByte.ReplaceAllFunc(b, func(e []byte) []byte {
		v, _ := hex.DecodeString(string(e[1:])) // two hex digits
		return v
	}))
}
