package viet

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Miến dong", "Miến dong"},
		{"blanks of all kinds", "\u00a0Miến\u2003 dong\t\u3000sạch\r\nngon \u202f", "Miến dong sạch ngon"},
		{"zero width and bidi", "\ufeffMi\u200bến\u200d do\u00adng\u202e\u2066", "Miến dong"},
		{"full width", "ＯＣＯＰ　３　sao（1）", "OCOP 3 sao(1)"},
		{"decomposed", norm.NFD.String("Hợp tác xã Sùng Phài"), "Hợp tác xã Sùng Phài"},
		{"tổ hợp: hat precomposed, tone combining", "Ê\u0323 Ơ\u0300", "Ệ Ờ"},
		{"dot below before hat", "e\u0323\u0302", "ệ"},
		{"eth in a symbol", "1422/QÐ-UBND", "1422/QĐ-UBND"},
		{"eth at the start", "Ðoàn Kết, ðợt 2", "Đoàn Kết, đợt 2"},
		{"eth in Icelandic stays", "Guðmundur", "Guðmundur"},
		{"eth in capitals", "HÐND", "HĐND"},
		{"fraction slash", "20⁄11⁄2023", "20/11/2023"},
		{"star with selector", "3⭐\ufe0f", "3⭐"},
		{"controls", "a\x00b\x1fc\u0085d", "abc d"},
		{"empty", " \u200b ", ""},
		{"trailing blank behind an invisible", "a \u200b", "a"},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("%s: Clean(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestCleanLines(t *testing.T) {
	got := CleanLines("\r\n HTX  Ví Dụ \r\n\n xã San Thàng\u2028ĐT 0900 000 001 \n\n")
	want := "HTX Ví Dụ\n\nxã San Thàng\nĐT 0900 000 001"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"Ðoàn Kết", "e\u0323\u0302 ", "\xff\xfe", "a\u200b b", "ｆｕｌｌ", "x\u0301\u0301", "\u1100\u1161 "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c := Clean(s)
		if again := Clean(c); again != c {
			t.Fatalf("Clean is not stable: %q, %q, %q", s, c, again)
		}
		if !IsNFC(c) {
			t.Fatalf("not NFC: %q", c)
		}
		for _, r := range c {
			if r != ' ' && isBlank(r) || invisible(r) {
				t.Fatalf("left %U in %q", r, c)
			}
		}
		CleanLines(s)
	})
}
