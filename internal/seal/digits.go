package seal

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
)

// tailDigits is the number of decimal digits for a chunk of 0–7 bytes.
var tailDigits = [8]int{0, 3, 5, 8, 10, 13, 15, 17}

// maxDigits bounds what is decoded: the largest frame has 325 bytes.
const maxDigits = 800

// ErrDigits means the fragment is not the spelling of any bytes.
var ErrDigits = errors.New("not a digit string of this format")

// EncodeDigits spells bytes as decimal digits: 7 bytes become 17 digits.
func EncodeDigits(b []byte) string {
	var s strings.Builder
	s.Grow((len(b)/7)*17 + 15)
	for len(b) > 0 {
		n := min(7, len(b))
		s.WriteString(fmt.Sprintf("%0*d", tailDigits[n], chunk(b[:n])))
		b = b[n:]
	}
	return s.String()
}

func chunk(b []byte) uint64 {
	var w [8]byte
	copy(w[8-len(b):], b)
	return binary.BigEndian.Uint64(w[:])
}

// DecodeDigits is the reverse; anything but ASCII digits, a chunk that
// overflows its bytes or an impossible tail is ErrDigits.
func DecodeDigits(s string) ([]byte, error) {
	if len(s) == 0 || len(s) > maxDigits {
		return nil, ErrDigits
	}
	out := make([]byte, 0, len(s)*7/17+1)
	for len(s) > 0 {
		take := min(17, len(s))
		n := bytesOfTail(take)
		v, ok := number(s[:take])
		if n == 0 || !ok || v>>(8*n) != 0 {
			return nil, ErrDigits
		}
		var w [8]byte
		binary.BigEndian.PutUint64(w[:], v)
		out = append(out, w[8-n:]...)
		s = s[take:]
	}
	return out, nil
}

func bytesOfTail(digits int) int {
	for n, d := range tailDigits {
		if d == digits {
			return n
		}
	}
	return 0
}

func number(s string) (v uint64, ok bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		v = v*10 + uint64(s[i]-'0')
	}
	return v, true
}
