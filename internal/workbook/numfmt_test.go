package workbook

import (
	"math"
	"testing"
)

func TestFormatNumber(t *testing.T) {
	for _, c := range []struct {
		x    float64
		code string
		want string
	}{
		{64.049999999999997, "General", "64,05"}, {72.5, "General", "72,5"}, {3, "General", "3"}, {0, "General", "0"},
		{-0.25, "General", "-0,25"}, {1.0 / 3, "General", "0,333333333"}, {12345678901, "General", "12345678901"},
		{123456789012, "General", "1,23457E+11"}, {1e-10, "General", "1,00000E-10"}, {100.00000000001, "General", "100"},
		{64.05, "0", "64"}, {64.5, "0", "65"}, {64.05, "0.0", "64,1"}, {1.005, "0.00", "1,01"}, {72.5, "0.00", "72,50"}, {2.675, "0.00", "2,68"},
		{-2.5, "0", "-3"}, {-0.001, "0.00", "0,00"},
		{3, `0" sao"`, "3 sao"}, {3, `General" sao"`, "3 sao"}, {3, `"Hạng "0`, "Hạng 3"}, {7, "00", "07"}, {912345678, "0000000000", "0912345678"},
		{1234567.5, "#,##0", "1.234.568"}, {1234.5, "#,##0.00", "1.234,50"}, {0.725, "0%", "73%"}, {0.725, "0.0%", "72,5%"},
		{1500000, `0.0,," tr"`, "1,5 tr"}, {5, "#.##", "5"}, {0.5, "#.0#", ",5"}, {12345, "0.00E+00", "1,23E+04"},
		{-5, "0;(0)", "(5)"}, {0, `0;-0;"–"`, "–"}, {5, "@", "5"}, {5, `"chữ"`, "chữ"}, {5, "", "5"},
		{45250, "dd/mm/yyyy", "20/11/2023"}, {45250, "d/m/yy", "20/11/23"}, {45250, "[$-42A]dd mmmm yyyy", "20 Tháng 11 2023"},
		{45250, `[$-1010000]"ngày "dd" tháng "mm" năm "yyyy`, "ngày 20 tháng 11 năm 2023"}, {45250, "dddd, d mmm", "Thứ Hai, 20 Thg11"},
		{45250, "m/yyyy", "11/2023"}, {45250.604166666664, "dd/mm/yyyy hh:mm", "20/11/2023 14:30"}, {0.604166666664, "h:mm AM/PM", "2:30 PM"},
		{1.5, "[h]:mm:ss", "36:00:00"}, {45250, "yyyy-mm-dd;@", "2023-11-20"}, {45250.99999999, "dd/mm/yyyy", "21/11/2023"},
		{60, "dd/mm/yyyy", "29/02/1900"}, {61, "dd/mm/yyyy", "01/03/1900"}, {59, "dd/mm/yyyy", "28/02/1900"}, {1, "dd/mm/yyyy", "01/01/1900"},
		{-1, "dd/mm/yyyy", "-1"}, {3000000, "dd/mm/yyyy", "3000000"},
	} {
		if got := FormatNumber(c.x, c.code, false); got != c.want {
			t.Errorf("%v in %q is %q, want %q", c.x, c.code, got, c.want)
		}
	}
}

func TestDateFormats(t *testing.T) {
	for code, want := range map[string]bool{"General": false, "0.00": false, "dd/mm/yyyy": true, `0" sao"`: false, "h:mm": true, "[h]:mm": true, "[Red]0": false,
		"#,##0 [$đ-42A]": false, "mm:ss.0": true, `yyyy"năm"`: true, `"dmy"0`: false, `0\d`: false, "@": false, "[$-42A]mmmm": true, "0.0E+00": false, "[mm]": true} {
		if isDateFormat(code) != want {
			t.Errorf("%q: date %v", code, !want)
		}
	}
}

func TestDates(t *testing.T) {
	for serial := 61.0; serial < lastSerial; serial += 37 {
		m, ok := DateOf(serial, false)
		if !ok || Serial(m.Year, m.Month, m.Day) != serial {
			t.Fatalf("%v is %v", serial, m)
		}
		if serial > days1904 {
			if n, _ := DateOf(serial-days1904, true); n != m {
				t.Fatalf("%v in the 1904 system is %v", serial, n)
			}
		}
	}
	for _, bad := range []float64{-1, lastSerial, math.NaN(), math.Inf(1)} {
		if m, ok := DateOf(bad, false); ok {
			t.Errorf("%v is %v", bad, m)
		}
	}
	for text, want := range map[string]float64{"2023-11-20": 45250, "1900-01-01": 1, "1900-02-28": 59, "1900-03-01": 61, "2023-11-20T12:00:00": 45250.5, "2023-11-20T06:00:00Z": 45250.25, "18:00:00": 0.75} {
		if got, ok := parseISO(text); !ok || math.Abs(got-want) > 1e-9 {
			t.Errorf("%s is %v, want %v", text, got, want)
		}
	}
	for _, bad := range []string{"", "2023-02-29", "2023-13-01", "20-11-2023", "2023-11-20T", "2023-1-"} {
		if got, ok := parseISO(bad); ok {
			t.Errorf("%q is %v", bad, got)
		}
	}
}

func TestNames(t *testing.T) {
	for name, at := range map[string][2]int{"A1": {1, 1}, "F12": {12, 6}, "XFD1048576": {MaxRows, MaxCols}, "$AB$7": {7, 28}, "z9": {9, 26}} {
		row, col, ok := ParseCell(name)
		if !ok || row != at[0] || col != at[1] {
			t.Errorf("%s is %d,%d,%v", name, row, col, ok)
		}
	}
	for _, bad := range []string{"", "A", "1", "A0", "XFE1", "A1048577", "AAAA1", "A1B", "A-1", "A01", "A99999999999"} {
		if r, c, ok := ParseCell(bad); ok {
			t.Errorf("%q is %d,%d", bad, r, c)
		}
	}
	for col := 1; col <= MaxCols; col++ {
		if _, got, _ := ParseCell(ColName(col) + "1"); got != col {
			t.Fatalf("column %d is %s is %d", col, ColName(col), got)
		}
	}
	if r, ok := ParseRect("D7:B3"); !ok || r.String() != "B3:D7" {
		t.Error("corners come in any order", r)
	}
}

// TestMergeIndex compares the index with a plain search.
func TestMergeIndex(t *testing.T) {
	var merges []Rect
	for i := range 60 {
		r, c := 1+i%7*5, 1+i/7*4
		merges = append(merges, Rect{r, c, r + i%5, c + i%4})
	}
	merges = append(merges, Rect{40, 1, MaxRows, 2}, Rect{100, 5, 100, MaxCols})
	index := indexMerges(merges)
	for row := 1; row < 120; row++ {
		for col := 1; col < 50; col++ {
			var want Rect
			for _, m := range merges {
				if m.Has(row, col) {
					want = m
				}
			}
			if got, ok := index.find(row, col); got != want || ok != (want != Rect{}) {
				t.Fatalf("%s: %v, want %v", CellName(row, col), got, want)
			}
		}
	}
}
