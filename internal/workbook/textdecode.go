package workbook

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"ocoprint/internal/viet"
)

// decodeText turns the bytes into text: UTF-8 and UTF-16 by their mark or
// their form, otherwise the 8-bit encoding that gives the most Vietnamese
// syllables.
func (f *file) decodeText() (text, charset string, err error) {
	d := f.data
	if big, ok := utf16Order(d); ok {
		if len(d) >= 2 && (d[0]|d[1]) == 0xFF && d[0]^d[1] == 1 {
			d = d[2:]
		}
		return f.decode16(d, big)
	}
	d = bytes.TrimPrefix(d, []byte("\xEF\xBB\xBF"))
	if err := f.checkLines(d); err != nil {
		return "", "", err
	}
	if mostlyUTF8(d) {
		return strings.ToValidUTF8(string(d), "\uFFFD"), "utf-8", nil
	}
	text, charset = decode8(d)
	return text, charset, nil
}

// mostlyUTF8 tells UTF-8, also with a few damaged letters (which stay to be
// seen as U+FFFD), from 8-bit text, where hardly two bytes fit together.
func mostlyUTF8(d []byte) bool {
	good, bad := 0, 0
	for len(d) > 0 {
		if d[0] < utf8.RuneSelf {
			d = d[1:]
			continue
		}
		r, n := utf8.DecodeRune(d)
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		d = d[n:]
	}
	return bad*4 <= good
}

func (f *file) decode16(d []byte, big bool) (string, string, error) {
	u := &utf16Reader{src: bytes.NewReader(d), big: big}
	var out bytes.Buffer
	if _, err := out.ReadFrom(u); err != nil {
		return "", "", err
	}
	name := "utf-16le"
	if big {
		name = "utf-16be"
	}
	return out.String(), name, f.checkLines(out.Bytes())
}

// checkLines refuses a line that is longer than the limit.
func (f *file) checkLines(d []byte) error {
	for len(d) > 0 {
		n := bytes.IndexAny(d[:min(len(d), f.bud.lim.LineBytes+1)], "\r\n")
		if n < 0 && len(d) > f.bud.lim.LineBytes {
			return tooComplex("", errors.New("a line is longer than the limit"))
		}
		if n < 0 {
			return nil
		}
		d = d[n+1:]
	}
	return nil
}

// decode8 chooses among the 8-bit encodings by the share of legal syllables
// in a sample of the lines.
func decode8(d []byte) (text, charset string) {
	sample := sampleLines(d)
	best, share := "", -1.0
	for _, c := range []struct {
		name string
		set  viet.Charset
	}{{"windows-1258", viet.CP1258}, {"tcvn3", viet.TCVN3}, {"vni", viet.VNI}} {
		if s := viet.SyllableShare(viet.DecodeBytes(c.set, sample)); s > share+1e-9 {
			best, share = c.name, s
		}
	}
	switch best {
	case "tcvn3":
		return viet.DecodeBytes(viet.TCVN3, d), best
	case "vni":
		return viet.DecodeBytes(viet.VNI, d), best
	}
	return viet.DecodeBytes(viet.CP1258, d), best
}

// sampleLines takes the lines that hold letters beyond ASCII, up to 64 KiB.
func sampleLines(d []byte) []byte {
	var out []byte
	for len(d) > 0 && len(out) < 64<<10 {
		line := d
		if i := bytes.IndexByte(d, '\n'); i >= 0 {
			line = d[:i+1]
		}
		d = d[len(line):]
		for _, c := range line {
			if c >= 0x80 {
				out = append(out, line...)
				break
			}
		}
	}
	return out
}
