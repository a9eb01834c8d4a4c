package viet

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestKeyMeets(t *testing.T) {
	for _, c := range [][]string{
		{"Hợp tác xã San Thàng", "HTX San Thàng", "htx  san thàng.", "HỢP TÁC XÃ SAN THÀNG", norm.NFD.String("HTX San Thàng"), "HTX. San Thàng"},
		{"hòa", "hoà", "HÒA", "Hoà"},
		{"khỏe thủy", "khoẻ thuỷ"},
		{"Lý Quý", "Lí Quí", "lí Quý"},
		{"Quỳnh", "Quình"},
		{"Công ty TNHH MTV Dũng Long", "Cty TNHH một thành viên Dũng Long", "Công ty trách nhiệm hữu hạn 1 thành viên Dũng Long", "CTY TNHHMTV DŨNG LONG", "CT TNHH MTV Dũng Long"},
		{"Công ty CP Ví Dụ", "Công ty cổ phần Ví Dụ", "CTCP Ví Dụ"},
		{"HTX DVNN Ví Dụ", "HTX DV NN Ví Dụ", "Hợp tác xã dịch vụ nông nghiệp Ví Dụ"},
		{"HKD Minh Họa", "Hộ kinh doanh Minh Họa", "Hộ KD Minh Hoạ"},
		{"DNTN X", "Doanh nghiệp tư nhân X"},
		{"CSSX X", "Cơ sở sản xuất X", "Cơ sở SX X"},
		{"THT X", "Tổ hợp tác X"},
		{"Mắc-ca", "Mắc ca", "MẮC – CA", "(Mắc ca)"},
		{"Miến dong 500g", "Miến dong (500 g)"},
		{"Công ty TNHH TM&DV X", "Công ty TNHH TM và DV X", "Công ty TNHH thương mại & dịch vụ X"},
	} {
		for _, other := range c[1:] {
			if Key(c[0]) != Key(other) {
				t.Errorf("%q and %q: keys %q, %q", c[0], other, Key(c[0]), Key(other))
			}
		}
	}
}

func TestKeyParts(t *testing.T) {
	for _, c := range [][2]string{
		{"Lạ", "La"}, {"Trà đen", "Trà đén"}, {"Đá", "Da"}, {"Trà 1,5 lít", "Trà 15 lít"}, {"Trà A", "Trà A+"},
		{"Thịt TP", "Thịt thành phố"}, {"Thủy", "Thúy"}, {"hoa", "hòa"}, {"tay", "tai"}, {"Tuy", "Tui"}, {"Nước CP", "Nước cổ phần"},
		{"Mật ong rừng", "Mật ong ruồi"},
	} {
		if Key(c[0]) == Key(c[1]) {
			t.Errorf("%q and %q share the key %q", c[0], c[1], Key(c[0]))
		}
	}
}

func TestSearch(t *testing.T) {
	for _, c := range [][]string{
		{"mac ca", "mắc-ca", "macca", "mắcca", "Mắc ca"},
		{"duong do", "Đường đỏ"},
		{"htx san thang", "Hợp tác xã San Thàng", "hop tac xa san thang"},
		{"cty tnhh mtv", "Công ty TNHH một thành viên"},
		{"ly quy", "Lý Quý", "Lí Quí"},
		{"thuy", "Thuỷ"},
		{"ho kd x", "Hộ kinh doanh X"},
	} {
		for _, other := range c[1:] {
			if SearchTight(c[0]) != SearchTight(other) {
				t.Errorf("%q and %q: %q, %q", c[0], other, SearchTight(c[0]), SearchTight(other))
			}
		}
	}
	if got := SearchKey("HTX  Mắc-ca"); got != "hop tac xa mac ca" {
		t.Errorf("SearchKey: %q", got)
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Tên sản phẩm": "ten san pham", "Hạng\nsao": "hang sao", "Sản -phẩm": "san pham", "S.T.T": "stt", "Số TT.": "so tt",
		"A (40 điểm)": "a 40 diem", "Xã/phường": "xa phuong", "ĐIỆN THOẠI": "dien thoai", "#": "#", "  ": "", "(1)": "1",
		"Nhóm SP": "nhom sp", "Ðiểm TB": "diem tb", "Đ.V.T": "dvt", "Điểm tb.": "diem tb", "HTX": "htx",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

// Re-typing a name in another normal form, tone style or case never changes its key.
func TestKeyProperties(t *testing.T) {
	oldStyle := strings.NewReplacer("hòa", "hoà", "thủy", "thuỷ", "khỏe", "khoẻ", "lý", "lí", "quý", "quí", "họa", "hoạ")
	for name := range strings.SplitSeq(strings.ReplaceAll(knownWords, "\n", ","), ",") {
		k := Key(name)
		for how, other := range map[string]string{
			"NFD": norm.NFD.String(name), "capitals": strings.ToUpper(name), "old style": oldStyle.Replace(name),
			"spaces": "  " + strings.ReplaceAll(name, " ", "\u00a0 ") + ". ", "key": k,
		} {
			if got := Key(other); got != k {
				t.Errorf("%s of %q: %q, want %q", how, name, got, k)
			}
		}
		if s := SearchKey(name); s != SearchKey(ASCII(name)) {
			t.Errorf("search key of %q differs from that of its bare letters: %q, %q", name, s, SearchKey(ASCII(name)))
		}
	}
}

func FuzzKeys(f *testing.F) {
	for _, s := range []string{"HTX Lý Quý", "ct tnhh 1 tv", "mắc-ca", "ABC&D+%", "\xf0\x28", "o\u0323\u0302"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		k := Key(s)
		if Key(k) != k {
			t.Fatalf("Key is not stable: %q %q %q", s, k, Key(k))
		}
		for _, x := range []string{SearchKey(s), SearchTight(s), Fold(s), ASCII(s), Slug(s)} {
			if !isASCII(x) {
				t.Fatalf("not ASCII: %q", x)
			}
		}
		if Fold(Fold(s)) != Fold(s) || Slug(Slug(s)) != Slug(s) {
			t.Fatalf("Fold or Slug is not stable: %q", s)
		}
	})
}

func BenchmarkKey(b *testing.B) {
	for b.Loop() {
		Key("Công ty TNHH MTV Thương mại và Dịch vụ Ví Dụ San Thàng")
	}
}
