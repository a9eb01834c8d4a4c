package pdf

import (
	"fmt"

	"ocoprint/internal/layout"
)

// vietnamese are the 134 letters beyond ASCII.
const vietnamese = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ" +
	"ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬÈẺẼÉẸÊỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢÙỦŨÚỤƯỪỬỮỨỰỲỶỸÝỴĐ"

const (
	serif     = "LiberationSerif-Regular.ttf"
	serifBold = "LiberationSerif-Bold.ttf"
	display   = "PlayfairDisplay-Bold.ttf"
)

var names = []string{
	"Chè Shan tuyết cổ thụ", "Mật ong hoa rừng", "Miến dong sạch đóng gói 500 g",
	"Thịt trâu gác bếp truyền thống", "Gạo séng cù đặc sản", "Rượu ngô men lá", "Mắc-ca sấy nứt vỏ",
}

// certificate is a page like a certificate: about twelve runs of text in three
// faces, three stars, a code of version 11 and a static layer.
func certificate(i int) layout.Page { return certificateWith(i, pseudoCode(61, i)) }

func certificateWith(i int, code [][]bool) layout.Page {
	name := fmt.Sprintf("%s số %d", names[i%len(names)], i)
	red := layout.Ink(0, 100, 90, 10)
	text := func(box string, x, y, size float64, face, s string, c layout.Color) layout.Mark {
		return layout.Text{Box: box, X: x, Baseline: y, Face: face, Size: size, String: s, Color: c}
	}
	static := staticMarks(text, red)
	marks := append(static[:len(static):len(static)],
		text("name", 60, 100, 30, display, name, red),
		text("producer", 60, 112, 16, serifBold, fmt.Sprintf("Hợp tác xã Minh Họa số %d", i), layout.Black),
		text("address", 60, 120, 14, serif, fmt.Sprintf("Bản %d, xã San Thàng, thành phố Lai Châu, tỉnh Lai Châu", i), layout.Black),
		text("stars", 120, 130, 18, serifBold, "ĐẠT HẠNG 3 SAO", red),
		text("round", 90, 138, 13, serif, "Chương trình Mỗi xã một sản phẩm đợt 2 năm 2023", layout.Black),
		text("decision", 20, 150, 12, serif, "Quyết định số 0000/QĐ-UBND ngày 20 tháng 11 năm 2023", layout.Black),
		text("valid", 20, 156, 12, serif, "Có giá trị đến hết ngày 20 tháng 11 năm 2026", layout.Black),
		text("number", 20, 144, 12, serif, fmt.Sprintf("Số: %02d/2023/GCN-UBND", i), layout.Black),
		text("id", 20, 200, 8, serif, fmt.Sprintf("LC-2023-2-%03d  ·  BCF%03d", i, i%1000), layout.Black),
		layout.QR{Box: "qr", X: 20, Y: 160, Size: 33, Quiet: 4, N: 61, Modules: code},
	)
	return layout.Page{W: 297, H: 210, Marks: marks, Static: len(static), StaticKey: "mau-1"}
}

func staticMarks(text func(box string, x, y, size float64, face, s string, c layout.Color) layout.Mark, red layout.Color) []layout.Mark {
	marks := []layout.Mark{
		layout.Rect{Box: "frame", X: 8, Y: 8, W: 281, H: 194, Stroke: red, Width: 1.2},
		layout.Rect{Box: "frame", X: 10, Y: 10, W: 277, H: 190, Stroke: layout.Ink(0, 20, 80, 10), Width: 0.4, Radius: 3},
		text("motto", 110, 24, 14, serifBold, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", layout.Black),
		text("motto2", 125, 31, 14, serifBold, "Độc lập - Tự do - Hạnh phúc", layout.Black),
		layout.Line{Box: "rule", X1: 125, Y1: 33, X2: 190, Y2: 33, Width: 0.3, Color: layout.Black},
		text("title", 70, 60, 44, display, "GIẤY CHỨNG NHẬN", red),
	}
	for i := range 3 {
		marks = append(marks, star(120+15*float64(i), 72, 5, red))
	}
	return marks
}

func star(cx, cy, r float64, c layout.Color) layout.Mark {
	pts := [10][2]float64{{0, -1}, {.2245, -.309}, {.9511, -.309}, {.3633, .118}, {.5878, .809},
		{0, .382}, {-.5878, .809}, {-.3633, .118}, {-.9511, -.309}, {-.2245, -.309}}
	p := layout.Path{Box: "star", Fill: c}
	for i, q := range pts {
		op := layout.LineTo
		if i == 0 {
			op = layout.MoveTo
		}
		p.Segs = append(p.Segs, layout.Seg{Op: op, X: cx + r*q[0], Y: cy + r*q[1]})
	}
	p.Segs = append(p.Segs, layout.Seg{Op: layout.Close})
	return p
}

// pseudoCode looks like a code without being one: finders, and noise that
// depends on the seed. Whether codes are read is tested where they are made.
func pseudoCode(n, seed int) [][]bool {
	rows := make([][]bool, n)
	s := uint32(seed)*2654435761 + 12345
	for y := range rows {
		rows[y] = make([]bool, n)
		for x := range rows[y] {
			s ^= s << 13
			s ^= s >> 17
			s ^= s << 5
			rows[y][x] = s&1 == 1
		}
	}
	for _, at := range [][2]int{{0, 0}, {0, n - 7}, {n - 7, 0}} {
		for y := range 7 {
			for x := range 7 {
				edge := y == 0 || y == 6 || x == 0 || x == 6
				core := y > 1 && y < 5 && x > 1 && x < 5
				rows[at[0]+y][at[1]+x] = edge || core
			}
		}
	}
	return rows
}

func certificates(n int) func(yield func(layout.Page) bool) {
	return func(yield func(layout.Page) bool) {
		for i := range n {
			if !yield(certificate(i)) {
				return
			}
		}
	}
}
