package viet

import "testing"

func TestLetters(t *testing.T) {
	for _, c := range []struct{ name, got, want string }{
		{"upper", Upper("miến dong đỏ ỵ"), "MIẾN DONG ĐỎ Ỵ"},
		{"lower", Lower("ỦY BAN ĐỎ"), "ủy ban đỏ"},
		{"first", FirstUpper("đợt hai HTX"), "Đợt hai HTX"},
		{"first behind a quote", FirstUpper("“ông long”"), "“Ông long”"},
		{"first is a figure", FirstUpper("3 sao"), "3 sao"},
		{"ascii", ASCII("Chè Ô long – đợt 2"), "Che O long - dot 2"},
		{"ascii signs", ASCII("“Đ” ½ № 3★ 10×2…"), `"D" 1/2 No 3* 10x2...`},
		{"ascii drops", ASCII("茶\x00\nx"), " x"},
		{"slug", Slug("Chè Ô long – đợt 2"), "che-o-long-dot-2"},
		{"slug of nothing", Slug("★…"), ""},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}
