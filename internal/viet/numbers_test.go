package viet

import (
	"math"
	"testing"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		x    float64
		n    int
		want string
	}{
		{1234.5, 1, "1.234,5"}, {69.95, 1, "70,0"}, {69.94, 1, "69,9"}, {72.5, 2, "72,50"}, {0, 0, "0"}, {0.5, 0, "1"},
		{-1234567.891, 2, "-1.234.567,89"}, {999.999, 2, "1.000,00"}, {-0.001, 2, "0,00"}, {1e6, 0, "1.000.000"},
		{2.675, 2, "2,68"}, {math.NaN(), 1, "–"}, {math.Inf(1), 1, "–"}, {5, -3, "5"},
	} {
		if got := Number(c.x, c.n); got != c.want {
			t.Errorf("Number(%v, %d) = %q, want %q", c.x, c.n, got, c.want)
		}
	}
	if got := Percent(67.3, 1); got != "67,3%" {
		t.Error(got)
	}
}

func TestCountAndWords(t *testing.T) {
	for n, want := range map[int]string{0: "0", 1: "01", 8: "08", 10: "10", 1234: "1.234", -5: "-5"} {
		if got := Count(n); got != want {
			t.Errorf("Count(%d) = %q", n, got)
		}
	}
	if got := ProductsOf(8, 5); got != "08 sản phẩm của 05 chủ thể" {
		t.Error(got)
	}
	for n, want := range map[int]string{
		0: "không", 3: "ba", 10: "mười", 11: "mười một", 12: "mười hai", 15: "mười lăm", 20: "hai mươi", 21: "hai mươi mốt",
		24: "hai mươi bốn", 55: "năm mươi lăm", 100: "một trăm", 101: "một trăm linh một", 110: "một trăm mười", 115: "một trăm mười lăm",
		1000: "một nghìn", 1005: "một nghìn không trăm linh năm", 1422: "một nghìn bốn trăm hai mươi hai",
		1_000_001: "một triệu không trăm linh một", 2_500_000_000: "hai tỷ năm trăm triệu", -7: "âm bảy",
		1_000_050_000: "một tỷ không trăm năm mươi nghìn",
	} {
		if got := Words(n); got != want {
			t.Errorf("Words(%d) = %q, want %q", n, got, want)
		}
	}
	if Words(math.MinInt64) == "" {
		t.Error("the least number has words too")
	}
}

func TestRoman(t *testing.T) {
	for n := 1; n < 4000; n++ {
		if back, ok := FromRoman(Roman(n)); !ok || back != n {
			t.Fatalf("%d: %s: %d", n, Roman(n), back)
		}
	}
	for _, s := range []string{"", "IIII", "IVI", "ABC", "VX", "I V"} {
		if n, ok := FromRoman(s); ok {
			t.Errorf("FromRoman(%q) = %d", s, n)
		}
	}
	if n, ok := FromRoman("viii"); !ok || n != 8 {
		t.Error("small figures")
	}
	if Roman(0) != "0" || Roman(4000) != "4000" {
		t.Error("out of range")
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct {
		y, m, d     int
		short, long string
	}{
		{2024, 1, 5, "05/01/2024", "ngày 05 tháng 01 năm 2024"},
		{2023, 11, 20, "20/11/2023", "ngày 20 tháng 11 năm 2023"},
		{2023, 6, 29, "29/06/2023", "ngày 29 tháng 6 năm 2023"},
		{2024, 2, 29, "29/02/2024", "ngày 29 tháng 02 năm 2024"},
		{2026, 3, 1, "01/03/2026", "ngày 01 tháng 3 năm 2026"},
	} {
		if got := DateShort(c.y, c.m, c.d); got != c.short {
			t.Error(got)
		}
		if got := DateLong(c.y, c.m, c.d); got != c.long {
			t.Error(got)
		}
	}
	if Time(14, 0) != "14h00" || Time(8, 5) != "08h05" {
		t.Error(Time(14, 0), Time(8, 5))
	}
}
