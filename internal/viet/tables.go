package viet

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// tcvn3 holds the 74 letters of TCVN 5712:1993, form 3 (ABC). Bytes A0 AF B0–B4
// BA BF C0–C5 CD D9–DB E0 F0 FF have none.
var tcvn3 = byteTable(`A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ A8ă A9â AAê ABô ACơ ADư AEđ
B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ C6ặ C7ầ C8ẩ C9ẫ CAấ CBậ CCè CEẻ CFẽ D0é D1ẹ
D2ề D3ể D4ễ D5ế D6ệ D7ì D8ỉ DCĩ DDí DEị DFò E1ỏ E2õ E3ó E4ọ E5ồ E6ổ E7ỗ E8ố E9ộ
EAờ EBở ECỡ EDớ EEợ EFù F1ủ F2ũ F3ú F4ụ F5ừ F6ử F7ữ F8ứ F9ự FAỳ FBỷ FCỹ FDý FEỵ`)

// vniSingle holds the letters that VNI writes with one byte.
var vniSingle = byteTable(`C6Ỉ CCÌ CDÍ CEỴ D1Đ D2Ị D3Ĩ D4Ơ D6Ư E6ỉ ECì EDí EEỵ F1đ F2ị F3ĩ F4ơ F6ư`)

func byteTable(s string) (t [256]rune) {
	for w := range strings.FieldsSeq(s) {
		b := unhex(w[0])<<4 | unhex(w[1])
		t[b], _ = utf8.DecodeRuneInString(w[2:])
	}
	return t
}

func unhex(c byte) byte {
	if c <= '9' {
		return c - '0'
	}
	return c - 'A' + 10
}

func fromTCVN3(s string) string {
	return mapBytes(s, func(b byte) rune { return tcvn3[b] })
}

// mapBytes maps every letter that has a byte in the 8-bit view through table; 0
// leaves it.
func mapBytes(s string, table func(byte) rune) string {
	var out strings.Builder
	out.Grow(len(s) + len(s)/2)
	for _, r := range s {
		if b, ok := byteOf[r]; ok && b >= 0x80 {
			if m := table(b); m != 0 {
				r = m
			}
		}
		out.WriteRune(r)
	}
	return out.String()
}

// vniMark is what a mark byte does to the letter before it.
type vniMark struct {
	on   string // codes of the letters that take it
	hat  bool   // makes â ê ô
	brev bool   // makes ă
	tone tone
}

// vniMarks by lower-case mark byte; capitals carry the byte less 20h.
var vniMarks = map[byte]vniMark{
	0xF9: {on: "aeouyPU", tone: sac}, 0xF8: {on: "aeouyPU", tone: huyen}, 0xFB: {on: "aeouyPU", tone: hoi},
	0xF5: {on: "aeouyPU", tone: nga}, 0xEF: {on: "aeouyPU", tone: nang},
	0xE2: {on: "aeo", hat: true}, 0xE1: {on: "aeo", hat: true, tone: sac}, 0xE0: {on: "aeo", hat: true, tone: huyen},
	0xE5: {on: "aeo", hat: true, tone: hoi}, 0xE3: {on: "aeo", hat: true, tone: nga}, 0xE4: {on: "aeo", hat: true, tone: nang},
	0xEA: {on: "a", brev: true}, 0xE9: {on: "a", brev: true, tone: sac}, 0xE8: {on: "a", brev: true, tone: huyen},
	0xFA: {on: "a", brev: true, tone: hoi}, 0xFC: {on: "a", brev: true, tone: nga}, 0xEB: {on: "a", brev: true, tone: nang},
}

// fromVNI decodes greedily two characters, then one.
func fromVNI(s string) string {
	rs := []rune(s)
	var out strings.Builder
	out.Grow(len(s))
	for i := 0; i < len(rs); i++ {
		r := vniLetter(rs[i])
		if i+1 < len(rs) {
			if m, ok := vniPair(r, rs[i+1]); ok {
				out.WriteRune(m)
				i++
				continue
			}
		}
		out.WriteRune(r)
	}
	return out.String()
}

func vniLetter(r rune) rune {
	if b, ok := byteOf[r]; ok && b >= 0x80 && vniSingle[b] != 0 {
		return vniSingle[b]
	}
	return r
}

func vniPair(first, second rune) (rune, bool) {
	l := letterOf(first)
	b, ok := byteOf[second]
	if l.code == 0 || !ok || b < 0xC0 {
		return 0, false
	}
	m, ok := vniMarks[b|0x20]
	if !ok || strings.IndexByte(m.on, l.code) < 0 {
		return 0, false
	}
	code := l.code
	switch {
	case m.hat:
		code = map[byte]byte{'a': 'B', 'e': 'E', 'o': 'O'}[code]
	case m.brev:
		code = 'A'
	}
	r := compose(code, m.tone)
	if l.upper {
		r = []rune(strings.ToUpper(string(r)))[0]
	}
	return r, true
}

// from1258 gives bytes their windows-1258 letters; NFC then joins the tones.
func from1258(s string) string {
	return mapBytes(s, func(b byte) rune {
		if r := charmap.Windows1258.DecodeByte(b); r != utf8.RuneError {
			return r
		}
		return 0
	})
}

// fromMojibake undoes UTF-8 read as an 8-bit page, also when it was done twice
// or three times. Runs that are no UTF-8 stay.
func fromMojibake(s string) string {
	for range 3 {
		next := unmojibake(s)
		if next == s {
			break
		}
		s = next
	}
	return s
}

func unmojibake(s string) string {
	var out strings.Builder
	var run []byte
	var raw strings.Builder
	flush := func() {
		if len(run) > 0 && utf8.Valid(run) {
			out.Write(run)
		} else {
			out.WriteString(raw.String())
		}
		run = run[:0]
		raw.Reset()
	}
	for _, r := range s {
		b, ok := byteOf[r]
		if !ok || b < 0x80 {
			flush()
			out.WriteRune(r)
			continue
		}
		run = append(run, b)
		raw.WriteRune(r)
	}
	flush()
	return out.String()
}
