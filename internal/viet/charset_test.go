package viet

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		name    string
		charset Charset
		in      string
		want    string
	}{
		{"TCVN3", TCVN3, "Hîp t¸c x· San Thµng", "Hợp tác xã San Thàng"},
		{"TCVN3 with soft hyphen", TCVN3, "Ph\u00adêng QuyÕt Th¾ng", "Phường Quyết Thắng"},
		{"TCVN3 header", TCVN3, "Tªn s¶n phÈm", "Tên sản phẩm"},
		{"TCVN3 capitals", TCVN3, "ñY BAN NH¢N D¢N", "ỦY BAN NHÂN DÂN"},
		{"TCVN3 capitals, one-letter words", TCVN3, "X· S× Lë LÇu, HUYÖN S×N Hå", "Xã Sì Lở Lầu, HUYỆN SÌN Hồ"},
		{"TCVN3 all capitals", TCVN3, "X· PA ñ, HUYÖN S×N Hå", "XÃ PA Ủ, HUYỆN SÌN HỒ"},
		{"TCVN3 title case", TCVN3, "Lß V¨n Pµ, Hµ Néi", "Lò Văn Pà, Hà Nội"},
		{"TCVN3 in a csv line", TCVN3, `"HTX VÝ Dô",Hµ`, `"HTX Ví Dụ",Hà`},
		{"VNI", VNI, "Hôïp taùc xaõ San Thaøng", "Hợp tác xã San Thàng"},
		{"VNI horns", VNI, "Phöôøng Quyeát Thaéng", "Phường Quyết Thắng"},
		{"VNI header", VNI, "Teân saûn phaåm", "Tên sản phẩm"},
		{"VNI capitals", VNI, "UÛY BAN NHAÂN DAÂN TÆNH", "ỦY BAN NHÂN DÂN TỈNH"},
		{"1258", CP1258, "Hõòp taìc xaÞ", "Hợp tác xã"},
		{"1258 right view", CP1258, "Hơ\u0323p ta\u0301c xa\u0303", "Hợp tác xã"},
		{"mojibake", Mojibake, "Há»£p tÃ¡c xÃ£", "Hợp tác xã"},
		{"mojibake twice", Mojibake, mojibake(mojibake("Mắc ca sấy Mẫu")), "Mắc ca sấy Mẫu"},
		{"mojibake beside Unicode", Mojibake, "Bản – " + mojibake("Đoàn Kết"), "Bản – Đoàn Kết"},
		{"Unicode in a .Vn font stays", TCVN3, "Hợp tác xã", "Hợp tác xã"},
		{"Unicode", Unicode, norm.NFD.String("Chè Ô long"), "Chè Ô long"},
		{"ASCII", VNI, "HTX 123", "HTX 123"},
	} {
		if got := Decode(c.charset, c.in); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	if got := DecodeUpper(TCVN3, "ñy ban nh©n d©n"); got != "ỦY BAN NHÂN DÂN" {
		t.Errorf("capital font: %q", got)
	}
}

// mojibake is UTF-8 read as windows-1252.
func mojibake(s string) string { return View1252([]byte(s)) }

func TestDecodeRoundTrip(t *testing.T) {
	for _, text := range []string{officeText, communes, strings.ToUpper(communes), knownWords} {
		lower := strings.ToLower(text)
		if got := Decode(TCVN3, encodeTCVN3(lower)); got != lower {
			t.Error("TCVN3 does not come back")
		}
		if got := Decode(TCVN3, see1258(encodeTCVN3(lower))); got != lower {
			t.Error("TCVN3 through the 1258 view does not come back")
		}
		if got := Decode(VNI, encodeVNI(text)); got != text {
			t.Error("VNI does not come back")
		}
		if got := Decode(VNI, see1258(encodeVNI(text))); got != text {
			t.Error("VNI through the 1258 view does not come back")
		}
		if got := Decode(Mojibake, mojibake(text)); got != text {
			t.Error("mojibake does not come back")
		}
		if got := DecodeBytes(CP1258, to1258(text)); got != text {
			t.Error("windows-1258 does not come back")
		}
	}
	upper := strings.ToUpper(communes)
	if got := Decode(TCVN3, encodeTCVN3(upper)); got != upper {
		t.Errorf("TCVN3 capitals: %q", got)
	}
}

// to1258 writes NFC text in windows-1258: tones apart, hats and horns together.
func to1258(s string) []byte {
	var b []byte
	marks := [...]string{"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"}
	for _, r := range s {
		out := string(r)
		if l := letterOf(r); l.code != 0 && l.tone != ngang {
			base := string(compose(l.code, ngang))
			if l.upper {
				base = strings.ToUpper(base)
			}
			out = base + marks[l.tone]
		}
		for _, o := range out {
			c, ok := charmap.Windows1258.EncodeRune(o)
			if !ok {
				panic("not in windows-1258: " + string(o))
			}
			b = append(b, c)
		}
	}
	return b
}

func TestCharsetOfFont(t *testing.T) {
	for _, c := range []struct {
		font  string
		want  Charset
		upper bool
	}{
		{".VnTime", TCVN3, false}, {".VnTimeH", TCVN3, true}, {".VnArialH Bold", TCVN3, true}, {".vntimeh", TCVN3, true},
		{"VNI-Times", VNI, false}, {"VNI Times", VNI, false}, {"Times New Roman", Unicode, false}, {"", Unicode, false},
		{".VnArial Narrow", TCVN3, false},
	} {
		if got, up := CharsetOfFont(c.font); got != c.want || up != c.upper {
			t.Errorf("%q: %v %v", c.font, got, up)
		}
	}
}

func TestDetect(t *testing.T) {
	cells := strings.Split(communes, " ")
	var lower []string
	for l := range strings.SplitSeq(officeText, "\n") {
		lower = append(lower, l)
	}
	each := func(in []string, f func(string) string) (out []string) {
		for _, s := range in {
			out = append(out, f(s))
		}
		return out
	}
	id := func(s string) string { return s }
	for _, c := range []struct {
		name string
		in   []string
		want Charset
	}{
		{"Unicode text", lower, Unicode}, {"Unicode names", cells, Unicode},
		{"TCVN3 text", each(lower, encodeTCVN3), TCVN3}, {"TCVN3 names", each(cells, encodeTCVN3), TCVN3},
		{"TCVN3 seen by 1258", each(lower, func(s string) string { return see1258(encodeTCVN3(s)) }), TCVN3},
		{"VNI text", each(lower, encodeVNI), VNI}, {"VNI names", each(cells, encodeVNI), VNI},
		{"1258 text", each(lower, func(s string) string { return View1252(to1258(s)) }), CP1258},
		{"mojibake", each(lower, mojibake), Mojibake},
		{"ASCII", each(lower, ASCII), Unicode},
		{"one short cell", []string{"Hîp t¸c x·"}, Unicode},
		{"nothing", nil, Unicode},
		{"English", []string{"The quick brown fox jumps over the lazy dog, naïve café"}, Unicode},
		{"decomposed", each(lower, norm.NFD.String), Unicode},
		{"same", each(lower, id), Unicode},
	} {
		if got, share := Detect(c.in); got != c.want {
			t.Errorf("%s: %v (%.3f), want %v", c.name, got, share, c.want)
		}
	}
}

// Every line alone must be recognised: a column of eight words is enough.
func TestDetectOnFewWords(t *testing.T) {
	words := strings.Fields(officeText)
	for name, enc := range map[Charset]func(string) string{
		Unicode: func(s string) string { return s }, TCVN3: encodeTCVN3, VNI: encodeVNI,
	} {
		right, all := 0, 0
		for i := 0; i+8 <= len(words); i++ {
			all++
			if got, _ := Detect([]string{enc(strings.Join(words[i:i+8], " "))}); got == name {
				right++
			}
		}
		if share := float64(right) / float64(all); share < 0.99 {
			t.Errorf("%v: right on %.4f of eight-word samples", name, share)
		}
	}
}

func TestRepair(t *testing.T) {
	for _, c := range []struct {
		in, want string
		changed  bool
	}{
		{"Hîp t¸c x·", "Hợp tác xã", true},
		{"tác", "tác", false},
		{"Hợp tác xã", "Hợp tác xã", false},
		{"HTX", "HTX", false},
	} {
		if got, changed := Repair(TCVN3, c.in); got != c.want || changed != c.changed {
			t.Errorf("Repair(%q) = %q %v", c.in, got, changed)
		}
	}
}

func TestDecodeFile(t *testing.T) {
	text := "STT;Tên sản phẩm;Chủ thể\r\n1;Miến dong;HTX Ví Dụ San Thàng\r\n2;Mật ong hoa rừng;Hộ kinh doanh Minh Họa\r\n"
	wide := func(order binary.AppendByteOrder, bom bool) (b []byte) {
		if bom {
			b = order.AppendUint16(b, 0xFEFF)
		}
		for _, u := range utf16.Encode([]rune(text)) {
			b = order.AppendUint16(b, u)
		}
		return b
	}
	raw := func(view string) []byte {
		var b []byte
		for _, r := range view {
			b = append(b, byteOf[r])
		}
		return b
	}
	for _, c := range []struct {
		name string
		in   []byte
		enc  TextEncoding
	}{
		{"UTF-8", []byte(text), UTF8}, {"UTF-8 BOM", []byte("\ufeff" + text), UTF8},
		{"UTF-8 decomposed", []byte(norm.NFD.String(text)), UTF8},
		{"UTF-16 LE", wide(binary.LittleEndian, true), UTF16LE}, {"UTF-16 BE", wide(binary.BigEndian, true), UTF16BE},
		{"UTF-16 LE bare", wide(binary.LittleEndian, false), UTF16LE}, {"UTF-16 BE bare", wide(binary.BigEndian, false), UTF16BE},
		{"1258", to1258(text), Bytes1258}, {"TCVN3", raw(encodeTCVN3(text)), BytesTCVN3}, {"VNI", raw(encodeVNI(text)), BytesVNI},
	} {
		got, enc := DecodeFile(c.in)
		if got != text || enc != c.enc {
			t.Errorf("%s: %v\n%q", c.name, enc, got)
		}
	}
	if got, enc := DecodeFile(append(bytes.Repeat([]byte("sản phẩm "), 20), 0xE1)); enc != UTF8 || !strings.HasSuffix(got, "\uFFFD") {
		t.Errorf("cut UTF-8: %v", enc)
	}
	DecodeFile(nil)
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("Hîp t¸c x·"))
	f.Add(to1258("Hợp tác xã"))
	f.Add([]byte("\xff\xfeH\x00"))
	f.Add([]byte("ñY BAN"))
	f.Add([]byte("\xc3\xa1\xc2\xa0"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for c := Unicode; c <= Mojibake; c++ {
			for _, s := range []string{Decode(c, string(b)), DecodeBytes(c, b), DecodeUpper(c, string(b))} {
				if !IsNFC(s) {
					t.Fatalf("%v: not NFC: %q", c, s)
				}
			}
			Repair(c, string(b))
		}
		DecodeFile(b)
		Detect([]string{string(b)})
	})
}
