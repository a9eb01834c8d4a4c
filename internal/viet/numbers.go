package viet

// Number writes x as Vietnamese does, rounded half away from zero: "1.234,5".
func Number(x float64, decimals int) string { return "" }

// Percent writes a share of 100 with its sign: Percent(67.3, 1) = "67,3%".
func Percent(x float64, decimals int) string { return "" }

// Count writes a count by the office's habit: "00", "08", "23", "1.234".
func Count(n int) string { return "" }

// ProductsOf is "08 sản phẩm của 05 chủ thể".
func ProductsOf(products, producers int) string { return "" }

// Words reads n out: "ba", "mười hai", "hai mươi mốt", "một nghìn không trăm linh năm".
func Words(n int) string { return "" }

// Roman writes n (1 to 3999) in Roman figures; other n in Arabic.
func Roman(n int) string { return "" }

// FromRoman reads Roman figures in their standard form, any case.
func FromRoman(s string) (n int, ok bool) { return 0, false }

// DateShort is "20/11/2023"; all parts padded.
func DateShort(year, month, day int) string { return "" }

// DateLong is "ngày 05 tháng 01 năm 2024", "ngày 29 tháng 6 năm 2024": days
// under 10 and months 1 and 2 get a zero (Decree 30/2020/NĐ-CP, Annex I).
func DateLong(year, month, day int) string { return "" }

// Time is "14h00".
func Time(hour, minute int) string { return "" }
