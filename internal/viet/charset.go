package viet

import (
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// Charset is how letters were put into a cell or a byte string.
type Charset int

// The charsets met in offices. VPS and VISCII are not supported.
const (
	Unicode  Charset = iota // nothing to do
	TCVN3                   // ABC, fonts .Vn*
	VNI                     // VNI-Windows, fonts VNI-*
	CP1258                  // windows-1258: base letter + combining tone
	Mojibake                // UTF-8 read as windows-1252
)

// String names the charset as the clerk knows it: "Unicode", "TCVN3 (ABC)",
// "VNI", "windows-1258", "UTF-8 đọc nhầm".
func (c Charset) String() string {
	switch c {
	case TCVN3:
		return "TCVN3 (ABC)"
	case VNI:
		return "VNI"
	case CP1258:
		return "windows-1258"
	case Mojibake:
		return "UTF-8 đọc nhầm"
	}
	return "Unicode"
}

// Decode turns s, seen through windows-1252 (or windows-1258, which is mapped
// back), into NFC Unicode. Letters without a place in the charset stay, and a
// text that holds letters only Unicode has (ạ, ế, ...) stays whole. In a word
// whose ASCII letters are all capitals the toned letters of TCVN3 are raised
// ("ñY BAN" gives "ỦY BAN"). Unicode only gives NFC.
func Decode(c Charset, s string) string {
	if c == Unicode || isASCII(s) || c != Mojibake && onlyUnicode(s) {
		return NFC(s)
	}
	switch c {
	case TCVN3:
		return NFC(raiseCapitals(s, fromTCVN3))
	case VNI:
		return NFC(fromVNI(s))
	case CP1258:
		return NFC(from1258(s))
	}
	return NFC(fromMojibake(s))
}

// DecodeUpper is [Decode] for a capital font (.VnTimeH, see [CharsetOfFont]):
// the whole text is raised.
func DecodeUpper(c Charset, s string) string { return Upper(Decode(c, s)) }

// Repair is [Decode] for a sheet that mixes old text and Unicode: s stays (in
// NFC) where it reads better undecoded. changed says whether letters changed.
func Repair(c Charset, s string) (text string, changed bool) {
	s = NFC(s)
	if c == Unicode || isASCII(s) {
		return s, false
	}
	d := Decode(c, s)
	if d == s {
		return s, false
	}
	before, words := countSyllables(s)
	after, decoded := countSyllables(d)
	if before*decoded > after*words {
		return s, false
	}
	return d, true
}

// DecodeBytes decodes 8-bit bytes (csv, BIFF 8-bit strings). Unicode here means
// UTF-8, and what is not UTF-8 becomes U+FFFD; Mojibake is UTF-8 encoded twice.
func DecodeBytes(c Charset, b []byte) string {
	switch c {
	case Unicode:
		return NFC(strings.ToValidUTF8(string(b), "\uFFFD"))
	case Mojibake:
		return Decode(Mojibake, strings.ToValidUTF8(string(b), "\uFFFD"))
	}
	return Decode(c, View1252(b))
}

// View1252 shows bytes through windows-1252, the view that [Decode] expects. The
// five bytes that windows-1252 lacks become U+0081 and so on: nothing is lost.
func View1252(b []byte) string {
	var s strings.Builder
	s.Grow(len(b) + len(b)/4)
	for _, c := range b {
		s.WriteRune(view1252[c])
	}
	return s.String()
}

var view1252, byteOf = func() (view [256]rune, back map[rune]byte) {
	back = map[rune]byte{}
	for i := 255; i >= 0; i-- {
		r := charmap.Windows1258.DecodeByte(byte(i))
		if r != unicode.ReplacementChar {
			back[r] = byte(i)
		}
	}
	for i := range view {
		r := charmap.Windows1252.DecodeByte(byte(i))
		if r == unicode.ReplacementChar {
			r = rune(i)
		}
		view[i] = r
		back[r] = byte(i) // windows-1252 first, where both know the letter
	}
	for i := 0x80; i < 0xA0; i++ { // bytes that came through as Latin-1
		if _, ok := back[rune(i)]; !ok {
			back[rune(i)] = byte(i)
		}
	}
	return view, back
}()

// CharsetOfFont says which charset a font name stands for: .Vn* TCVN3 (upper
// when it ends in H), VNI* VNI, anything else Unicode.
func CharsetOfFont(name string) (c Charset, upper bool) {
	n := strings.ToLower(strings.TrimSpace(name))
	switch {
	case strings.HasPrefix(n, ".vn"):
		for _, style := range []string{" italic", " bold", " normal", " regular"} {
			n = strings.TrimSuffix(n, style)
		}
		return TCVN3, strings.HasSuffix(n, "h")
	case strings.HasPrefix(n, "vni"):
		return VNI, false
	}
	return Unicode, false
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// onlyUnicode: letters with two marks or a dot below exist in no 8-bit view.
func onlyUnicode(s string) bool {
	for _, r := range s {
		if r >= 0x1EA0 && r <= 0x1EF9 {
			return true
		}
	}
	return false
}
