// Package qr turns text into the modules of a QR code and pictures back into
// text.
//
// Encode makes the smallest symbol at level M, raises the level as far as the
// same version holds, and refuses what needs more than version 13. Every
// module is the one that go-qrcode would set (Reference; a test compares
// thousands of texts), only faster: rsc.io/qr/coding gives the plans, and the
// standard's mask penalty is computed on whole rows of bits (penalty.go).
//
// Promises: the same text gives the same modules; nothing is shared between
// calls that a caller can see; Decode never panics and never takes more than
// MaxPixels of a picture. Begin with Encode and Fit; Decode reads.
package qr

import (
	"ocoprint/internal/message"
)

// Level of error correction.
type Level int

// The four levels of the standard, from least to most tolerant.
const (
	L Level = iota
	M
	Q
	H
)

// String is the letter of the level.
func (l Level) String() string { return "LMQH"[l : l+1] }

// MaxVersion is the densest symbol that is printed: readers of the ZXing kind
// collapse from version 14 up.
const MaxVersion = 13

// QuietZone is the white margin around a symbol, in modules.
const QuietZone = 4

// What people are told.
var (
	TooDense = message.Define("qr-too-dense",
		"Nội dung quá dài cho mã QR mà điện thoại đọc được ({length} ký tự).",
		"The text is too long for a QR code that phones can read ({length} characters).").
		Hint("Rút ngắn địa chỉ tra cứu hoặc tên sản phẩm.", "Shorten the public address or the product's name.")
	BoxSmall = message.Define("qr-box-small",
		"Ô mã QR {box} mm quá nhỏ: cần ít nhất {need} mm.",
		"The QR box of {box} mm is too small: it needs at least {need} mm.").
		Hint("Mở rộng ô mã QR trong mẫu giấy.", "Enlarge the QR box of the layout.")
	PictureLarge = message.Define("qr-picture-large",
		"Ảnh {width} × {height} quá lớn để tìm mã QR.",
		"The picture of {width} × {height} is too large to look for QR codes.").
		Hint("Quét lại ở 300 dpi hoặc cắt lấy phần có mã.", "Scan again at 300 dpi, or crop to the code.")
)

// row holds up to 128 modules: module x is bit x of lo, or bit x−64 of hi.
// (A struct, not an array: the compiler keeps it in registers.)
type row struct{ lo, hi uint64 }

func (r row) get(x int) bool {
	if x < 64 {
		return r.lo>>x&1 != 0
	}
	return r.hi>>(x-64)&1 != 0
}

// set sets module x where bit is 1.
func (r *row) set(x uint8, bit uint64) {
	if x < 64 {
		r.lo |= bit << x
	} else {
		r.hi |= bit << (x - 64)
	}
}

// Code is a symbol without its quiet zone: N × N modules.
type Code struct {
	Version int // 1–13
	Level   Level
	N       int // modules on a side: 17 + 4 × Version
	rows    []row
}

// Black tells whether the module in column x, row y is black. Outside the
// symbol everything is white.
func (c Code) Black(x, y int) bool {
	return x >= 0 && y >= 0 && x < c.N && y < c.N && c.rows[y].get(x)
}

// Modules gives the symbol as [row][column], true is black.
func (c Code) Modules() [][]bool {
	cells, rows := make([]bool, c.N*c.N), make([][]bool, c.N)
	for y := range rows {
		r := c.rows[y]
		rows[y] = cells[y*c.N : (y+1)*c.N : (y+1)*c.N]
		for x := range rows[y] {
			rows[y][x] = r.lo&1 != 0
			r = row{r.lo>>1 | r.hi<<63, r.hi >> 1}
		}
	}
	return rows
}
