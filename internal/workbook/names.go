package workbook

import (
	"strconv"
	"strings"
)

// The bounds of an Excel sheet.
const (
	MaxRows = 1048576
	MaxCols = 16384
)

// CellName writes a place as Excel does: CellName(12, 6) is "F12".
func CellName(row, col int) string { return ColName(col) + strconv.Itoa(row) }

// ColName writes a column as Excel does: ColName(28) is "AB".
func ColName(col int) string {
	var b [8]byte
	i := len(b)
	for col > 0 && i > 0 {
		i--
		col--
		b[i] = byte('A' + col%26)
		col /= 26
	}
	return string(b[i:])
}

// ParseCell reads "F12" or "$F$12"; ok is false outside A1..XFD1048576.
func ParseCell(name string) (row, col int, ok bool) {
	name = strings.ReplaceAll(name, "$", "")
	return parseRef(name)
}

// parseRef reads a reference without "$".
func parseRef[T string | []byte](ref T) (row, col int, ok bool) {
	i := 0
	for ; i < len(ref) && i < 4; i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		col = col*26 + int(c-'A'+1)
	}
	if i == 0 || i == len(ref) || len(ref)-i > 7 || ref[i] == '0' {
		return 0, 0, false
	}
	for ; i < len(ref); i++ {
		if ref[i] < '0' || ref[i] > '9' {
			return 0, 0, false
		}
		row = row*10 + int(ref[i]-'0')
	}
	return row, col, row >= 1 && row <= MaxRows && col <= MaxCols
}

// ParseRect reads "B3:D7" or a single cell; the corners may come in any order.
func ParseRect(ref string) (Rect, bool) {
	from, to, two := strings.Cut(ref, ":")
	r1, c1, ok := ParseCell(from)
	if !two || !ok {
		return Rect{r1, c1, r1, c1}, ok
	}
	r2, c2, ok := ParseCell(to)
	return Rect{min(r1, r2), min(c1, c2), max(r1, r2), max(c1, c2)}, ok
}
