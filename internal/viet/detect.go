package viet

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// enoughLetters is how many letters a sample needs before anything but Unicode
// is believed: one cell proves nothing.
const enoughLetters = 20

// Detect finds the charset of a column or a sheet by the share of legal
// syllables over all samples (as seen through windows-1252 or 1258); share is
// that of the winner, 0 to 1. With fewer than 20 letters, and on ties, it
// answers Unicode. Give it many cells: one of eight words is right 99 times of 100.
func Detect(samples []string) (c Charset, share float64) {
	letters := 0
	for _, s := range samples {
		letters += lettersIn(s)
	}
	best, share := Unicode, shareOf(Unicode, samples)
	if letters < enoughLetters {
		return Unicode, share
	}
	for _, c := range []Charset{TCVN3, VNI, CP1258, Mojibake} {
		if s := shareOf(c, samples); s > share {
			best, share = c, s
		}
	}
	return best, share
}

// lettersIn counts everything that may be a letter in some charset.
func lettersIn(s string) int {
	n := 0
	for _, r := range s {
		if r >= 0xA1 || r < 0x80 && unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func shareOf(c Charset, samples []string) float64 {
	legal, total := 0, 0
	for _, s := range samples {
		l, t := countSyllables(Decode(c, s))
		legal, total = legal+l, total+t
	}
	if total == 0 {
		return 0
	}
	return float64(legal) / float64(total)
}

// TextEncoding is the encoding of a whole text file.
type TextEncoding int

// The encodings that [DecodeFile] tells apart.
const (
	UTF8 TextEncoding = iota
	UTF16LE
	UTF16BE
	Bytes1258
	BytesTCVN3
	BytesVNI
	Bytes1252
)

// String names the encoding as save dialogues do.
func (e TextEncoding) String() string {
	return [...]string{"UTF-8", "UTF-16", "UTF-16 BE", "windows-1258", "TCVN3 (ABC)", "VNI", "windows-1252"}[e]
}

// DecodeFile finds the encoding of a whole text file (csv) by BOM, validity and
// legal syllables, and returns its text in NFC without the BOM. Its line breaks
// stay as they are.
func DecodeFile(b []byte) (text string, enc TextEncoding) {
	switch {
	case bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")):
		return DecodeBytes(Unicode, b[3:]), UTF8
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		return fromUTF16(b[2:], UTF16LE), UTF16LE
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return fromUTF16(b[2:], UTF16BE), UTF16BE
	}
	if e, ok := bareUTF16(b); ok {
		return fromUTF16(b, e), e
	}
	if mostlyUTF8(b) {
		return DecodeBytes(Unicode, b), UTF8
	}
	return decode8bit(b)
}

// decode8bit tries each page on the beginning of the file. Line by line, so that
// the rule for capitals sees one line at a time.
func decode8bit(b []byte) (string, TextEncoding) {
	head := strings.SplitAfter(View1252(b[:min(len(b), 64<<10)]), "\n")
	best, enc, c := -1.0, Bytes1252, Unicode
	for _, try := range []struct {
		e TextEncoding
		c Charset
	}{{Bytes1258, CP1258}, {BytesTCVN3, TCVN3}, {BytesVNI, VNI}, {Bytes1252, Unicode}} {
		if s := shareOf(try.c, head); s > best {
			best, enc, c = s, try.e, try.c
		}
	}
	lines := strings.SplitAfter(View1252(b), "\n")
	for i, l := range lines {
		lines[i] = Decode(c, l)
	}
	return strings.Join(lines, ""), enc
}

// bareUTF16 knows UTF-16 without a BOM by its zero bytes.
func bareUTF16(b []byte) (TextEncoding, bool) {
	b = b[:min(len(b), 4096)&^1]
	var zeros [2]int
	for i, c := range b {
		if c == 0 {
			zeros[i&1]++
		}
	}
	switch {
	case len(b) < 4:
	case zeros[1]*10 > len(b)*2 && zeros[0]*8 < zeros[1]:
		return UTF16LE, true
	case zeros[0]*10 > len(b)*2 && zeros[1]*8 < zeros[0]:
		return UTF16BE, true
	}
	return UTF8, false
}

func fromUTF16(b []byte, e TextEncoding) string {
	u := make([]uint16, len(b)/2)
	for i := range u {
		lo, hi := b[2*i], b[2*i+1]
		if e == UTF16BE {
			lo, hi = hi, lo
		}
		u[i] = uint16(lo) | uint16(hi)<<8
	}
	return NFC(string(utf16.Decode(u)))
}

// mostlyUTF8 forgives a cut-off end and a stray byte among many letters.
func mostlyUTF8(b []byte) bool {
	if utf8.Valid(b) {
		return true
	}
	good, bad := 0, 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		b = b[n:]
	}
	return good > 20*bad
}
