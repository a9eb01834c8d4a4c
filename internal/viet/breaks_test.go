package viet

import (
	"strings"
	"testing"
)

// show writes the classes into the text: "·" forbidden, "~" avoid, "/" normal, "|" prefer.
func show(s string) string {
	var b strings.Builder
	at := 0
	for _, br := range Breaks(s) {
		b.WriteString(s[at:br.Offset])
		b.WriteString([]string{"·", "~", "/", "|"}[br.Class])
		at = br.Next
	}
	return b.String() + s[at:]
}

func TestBreaks(t *testing.T) {
	for _, want := range []string{
		"Miến·dong/gói/500·g",
		"Hợp·tác·xã·San·Thàng",
		"đợt·2~năm·2023",
		"Quyết·định/số·1422/QĐ-UBND/ngày·20·tháng·11~năm·2023",
		"08·sản·phẩm|của~05·chủ·thể",
		"Mật·ong|và~rượu·ngô",
		"Trà|(túi·lọc,~hộp~20·gói)",
		"hộp/20·gói/×·5·g",
		"Hạt/mắc·ca,|sấy·khô",
		"Chè~Shan|–·hộp·thiếc",
		"đạt/03·sao",
		"Nguyễn~Văn~An",
		"MIẾN·DONG/SẠCH/BÌNH·LƯ",
		"Công·ty·TNHH·MTV·Dũng~Long",
		"trong/3·năm/liền",
		"Phụ·lục·II/kèm·theo",
		"kính/mời/Ủy·ban~nhân·dân/thành·phố",
		"một",
		"",
	} {
		s := strings.NewReplacer("·", " ", "~", " ", "|", " ").Replace(want)
		s = strings.ReplaceAll(s, "1422/QĐ", "1422\x00QĐ")
		s = strings.ReplaceAll(strings.ReplaceAll(s, "/", " "), "\x00", "/")
		if got := show(s); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
	if got := Glue("gói 500 g của HTX"); got != "gói 500\u00a0g của HTX" {
		t.Errorf("Glue: %q", got)
	}
}

func FuzzBreaks(f *testing.F) {
	for _, s := range []string{"Trà (túi lọc) – 500 g", "  a  b ", "\xff \xff", "số 1/QĐ ( ) , –"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		for _, b := range Breaks(s) {
			if b.Offset < at || b.Next <= b.Offset || b.Next > len(s) || strings.Trim(s[b.Offset:b.Next], " \n\t") != "" {
				t.Fatalf("%q: break %+v after %d", s, b, at)
			}
			at = b.Next
		}
		if strings.Join(strings.Fields(strings.ReplaceAll(Glue(s), "\u00a0", " ")), "") != strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")), "") {
			t.Fatalf("Glue changed the letters of %q", s)
		}
	})
}

func BenchmarkBreaks(b *testing.B) {
	for b.Loop() {
		Breaks("Trà shan tuyết cổ thụ Tả Lèng (hộp thiếc, 20 gói × 5 g) của Hợp tác xã Minh Họa San Thàng")
	}
}
