package seal

import (
	"encoding/binary"
	"strings"
)

// ValidID tells whether an id is [-A-Z0-9.]{4,24} and begins with a prefix
// and its dash: LC-2023-2-017.
func ValidID(id string) bool {
	if len(id) < 4 || len(id) > 24 {
		return false
	}
	for i := range len(id) {
		c := id[i]
		if !(c == '-' || c == '.' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
			return false
		}
	}
	return strings.IndexByte(id, '-') > 0
}

// ValidScope tells whether a key's scope is a prefix with its dash: LC-.
func ValidScope(s string) bool {
	return len(s) >= 2 && len(s) <= 20 && strings.HasSuffix(s, "-") && ValidID(s+"000")
}

// alphabet of the printed code: no letter that the Vietnamese keyboard
// program rewrites, none that looks like a digit.
const alphabet = "0123456789BCFGHKLMNPQRSTVXZ"

const codeLen = 6

// Code is the six-symbol code of an identity: its first 8 bytes, big endian,
// modulo 27^6, in base 27.
func Code(identity [32]byte) string {
	n := binary.BigEndian.Uint64(identity[:8])
	var out [codeLen]byte
	for i := codeLen - 1; i >= 0; i-- {
		out[i] = alphabet[n%27]
		n /= 27
	}
	return string(out[:])
}

const alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// CheckChar is the ISO 7064 MOD 37,36 check character of an id without its
// separators.
func CheckChar(id string) byte {
	p := 36
	for i := range len(id) {
		v := strings.IndexByte(alphanumeric, id[i])
		if v < 0 {
			continue
		}
		p += v
		if p %= 36; p == 0 {
			p = 36
		}
		p = p * 2 % 37
	}
	return alphanumeric[(37-p)%36]
}

// WithCheck is the id as it is printed under the code: LC-2023-2-017/K.
func WithCheck(id string) string { return id + "/" + string(CheckChar(id)) }

// SplitCheck takes a typed id and its check character apart; ok tells whether
// the id is valid and the character right.
func SplitCheck(s string) (id string, ok bool) {
	id, check, found := strings.Cut(s, "/")
	return id, found && ValidID(id) && len(check) == 1 && check[0] == CheckChar(id)
}
