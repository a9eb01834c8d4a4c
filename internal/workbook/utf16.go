package workbook

import (
	"bytes"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// fromUTF16 gives the same text in UTF-8 without a byte order mark. Without
// one of the marks of UTF-16 the bytes are taken as UTF-8.
func fromUTF16(src io.Reader) io.Reader {
	head := make([]byte, 3)
	n, err := io.ReadFull(src, head)
	head = head[:n]
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return io.MultiReader(bytes.NewReader(head), failing{err})
	}
	switch {
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")):
		return src
	case bytes.HasPrefix(head, []byte("\xFF\xFE")):
		return &utf16Reader{src: io.MultiReader(bytes.NewReader(head[2:]), src)}
	case bytes.HasPrefix(head, []byte("\xFE\xFF")):
		return &utf16Reader{src: io.MultiReader(bytes.NewReader(head[2:]), src), big: true}
	}
	return io.MultiReader(bytes.NewReader(head), src)
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// utf16Reader turns UTF-16 into UTF-8 as it is read.
type utf16Reader struct {
	src io.Reader
	big bool
	in  [4096]byte
	n   int // bytes of in that wait
	out []byte
	err error
}

func (u *utf16Reader) Read(p []byte) (int, error) {
	for len(u.out) == 0 {
		if u.err != nil {
			return 0, u.err
		}
		n, err := u.src.Read(u.in[u.n:])
		u.n += n
		u.err = err
		u.decode()
	}
	n := copy(p, u.out)
	u.out = u.out[n:]
	return n, nil
}

// decode turns whole characters of in into out; a lone half becomes U+FFFD.
func (u *utf16Reader) decode() {
	u.out = u.out[:0]
	i := 0
	for i+1 < u.n {
		r := rune(u.unit(i))
		size := 2
		if utf16.IsSurrogate(r) {
			if i+3 >= u.n && u.err == nil {
				break
			}
			low := rune(utf8.RuneError)
			if i+3 < u.n {
				low = utf16.DecodeRune(r, rune(u.unit(i+2)))
			}
			if r = low; r != utf8.RuneError {
				size = 4
			}
		}
		u.out = utf8.AppendRune(u.out, r)
		i += size
	}
	if i < u.n && u.err == io.EOF && u.n-i == 1 {
		u.out = utf8.AppendRune(u.out, utf8.RuneError)
		i++
	}
	u.n = copy(u.in[:], u.in[i:u.n])
}

func (u *utf16Reader) unit(i int) uint16 {
	if u.big {
		return uint16(u.in[i])<<8 | uint16(u.in[i+1])
	}
	return uint16(u.in[i+1])<<8 | uint16(u.in[i])
}
