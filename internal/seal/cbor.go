package seal

import (
	"bytes"
	"fmt"
	"sync"
	"unicode/utf8"

	"github.com/fxamacker/cbor/v2"

	"ocoprint/internal/viet"
)

// maxUint is the largest integer that both verifiers hold exactly.
const maxUint = 1<<53 - 1

// modes gives the strict decoder and the core-deterministic encoder. Strict:
// no duplicate key, no indefinite length, no tag, valid UTF-8 only.
var modes = sync.OnceValues(func() (cbor.DecMode, cbor.EncMode) {
	enc, err := cbor.CoreDetEncOptions().EncMode()
	if err != nil {
		panic(err)
	}
	dec, err := cbor.DecOptions{
		DupMapKey: cbor.DupMapKeyEnforcedAPF, IndefLength: cbor.IndefLengthForbidden,
		TagsMd: cbor.TagsForbidden, UTF8: cbor.UTF8RejectInvalid, MaxNestedLevels: 4,
		MaxArrayElements: 1 << 17, MaxMapPairs: 64,
	}.DecMode()
	if err != nil {
		panic(err)
	}
	return dec, enc
})

// encodeMap writes a canonical map.
func encodeMap(m map[uint64]any) ([]byte, error) {
	_, enc := modes()
	return enc.Marshal(m)
}

// decodeMap reads one canonical map: decode, re-encode, compare, so that a
// payload has one spelling. deep allows arrays and maps inside (lists).
func decodeMap(b []byte, deep bool) (map[uint64]any, error) {
	dec, enc := modes()
	var m map[uint64]any
	if len(b) == 0 || b[0]>>5 != 5 {
		return nil, fmt.Errorf("%w: not a map", ErrCanonical)
	}
	if err := dec.Unmarshal(b, &m); err != nil {
		return nil, fmt.Errorf("%w: %v", ErrCanonical, err)
	}
	again, err := enc.Marshal(m)
	if err != nil || !bytes.Equal(again, b) {
		return nil, fmt.Errorf("%w: another spelling", ErrCanonical)
	}
	for k, v := range m {
		if k > maxUint || !plainValue(v, deep) {
			return nil, fmt.Errorf("%w: key %d", ErrCanonical, k)
		}
	}
	return m, nil
}

// plainValue allows unsigned integers, clean text and bytes.
func plainValue(v any, deep bool) bool {
	switch v := v.(type) {
	case uint64:
		return v <= maxUint
	case string:
		return cleanText(v)
	case []byte:
		return true
	case []any:
		for _, x := range v {
			if !plainValue(x, deep) {
				return false
			}
		}
		return deep
	}
	return false
}

// cleanText tells whether a text is NFC without control, bidi or zero-width
// characters.
func cleanText(s string) bool {
	if !utf8.ValidString(s) || !viet.IsNFC(s) {
		return false
	}
	for _, r := range s {
		if hidden(r) {
			return false
		}
	}
	return true
}

// hidden lists what must not stand in a text. The page has the same list.
func hidden(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r < 0xa0, r == 0xad, r == 0x34f, r == 0x61c, r == 0x180e,
		r >= 0x200b && r <= 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2060 && r <= 0x206f,
		r >= 0xfe00 && r <= 0xfe0f, r == 0xfeff, r >= 0xfff0 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return false
}
