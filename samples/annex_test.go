package samples

import "fmt"

// cleanAnnex is an annex as a careful office makes it: heading, decision line,
// two-row merged header, number row, group rows by commune, producers merged over
// their products, total, signatures.
func cleanAnnex() ([]byte, error) {
	b := newBook("Phụ lục")
	b.widths(6, 40, 30, 32, 15, 26, 7, 9, 14, 22)
	heading(b)
	row := cleanHeader(b, 11)
	no, producers := 0, 0
	for i, c := range annex {
		b.line(row, 'A', []string{"bold", "box"}, roman(i+1), c.title, nil, nil, nil, nil, nil, nil, nil, nil)
		b.merge(fmt.Sprintf("B%d", row), fmt.Sprintf("J%d", row))
		row++
		for _, p := range c.producers {
			producers++
			first := row
			for _, x := range p.products {
				no++
				productRow(b, row, no, p, x, row == first)
				row++
			}
			for _, col := range "CDE" {
				if row-1 > first {
					b.merge(fmt.Sprintf("%c%d", col, first), fmt.Sprintf("%c%d", col, row-1))
				}
			}
		}
	}
	total := fmt.Sprintf("Tổng cộng: %02d sản phẩm của %02d chủ thể", no, producers)
	b.line(row, 'A', []string{"bold", "box"}, nil, total, nil, nil, nil, nil, nil, nil, nil, nil)
	b.merge(fmt.Sprintf("B%d", row), fmt.Sprintf("J%d", row))
	signatures(b, row+2, no)
	b.page()
	return b.bytes()
}

func heading(b *book) {
	b.put("A1", "ỦY BAN NHÂN DÂN", "center")
	b.put("A2", "THÀNH PHỐ LAI CHÂU", "bold", "center")
	b.put("F1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "bold", "center")
	b.put("F2", "Độc lập - Tự do - Hạnh phúc", "bold", "center")
	b.put("A4", sampleMark, "bold", "red", "center")
	b.put("A5", "PHỤ LỤC", "bold", "center")
	b.put("A6", "KẾT QUẢ ĐÁNH GIÁ, PHÂN HẠNG VÀ CẤP GIẤY CHỨNG NHẬN SẢN PHẨM OCOP THÀNH PHỐ LAI CHÂU NĂM 2023", "bold", "center")
	b.put("A7", "(Kèm theo Quyết định số 0000/QĐ-UBND ngày 20/11/2023 của UBND thành phố Lai Châu)", "italic", "center")
	for _, m := range [][2]string{{"A1", "C1"}, {"A2", "C2"}, {"F1", "J1"}, {"F2", "J2"}, {"A4", "J4"}, {"A5", "J5"}, {"A6", "J6"}, {"A7", "J7"}} {
		b.merge(m[0], m[1])
	}
}

// cleanHeader writes the two header rows and the number row above row and
// returns the first row of the table's body.
func cleanHeader(b *book, row int) int {
	words := []string{"bold", "center", "wrap", "box"}
	top, leaf := row-2, row-1
	b.line(top, 'A', words, "STT", "Tên sản phẩm", "Thông tin chủ thể", nil, nil, "Nhóm sản phẩm", "Đợt", "Kết quả đánh giá", nil, "Ghi chú")
	b.line(leaf, 'A', words, nil, nil, "Tên chủ thể", "Địa chỉ", "Điện thoại", nil, nil, "Điểm TB", "Hạng sao", nil)
	for _, col := range "ABFGJ" {
		b.merge(fmt.Sprintf("%c%d", col, top), fmt.Sprintf("%c%d", col, leaf))
	}
	b.merge(fmt.Sprintf("C%d", top), fmt.Sprintf("E%d", top))
	b.merge(fmt.Sprintf("H%d", top), fmt.Sprintf("I%d", top))
	for i := range 10 {
		b.put(fmt.Sprintf("%c%d", 'A'+i, row), fmt.Sprintf("(%d)", i+1), "italic", "center", "box")
	}
	return row + 1
}

func productRow(b *book, row, no int, p producer, x product, first bool) {
	text, middle := []string{"wrap", "box"}, []string{"center", "box"}
	b.put(fmt.Sprintf("A%d", row), no, middle...)
	b.put(fmt.Sprintf("B%d", row), x.name, text...)
	name, address, phone := any(p.name), any(p.address), any(p.phone)
	if !first {
		name, address, phone = nil, nil, nil
	}
	b.line(row, 'C', text, name, address, phone)
	b.put(fmt.Sprintf("F%d", row), x.group, text...)
	b.put(fmt.Sprintf("G%d", row), x.round, middle...)
	b.put(fmt.Sprintf("H%d", row), x.score, "score", "center", "box")
	b.put(fmt.Sprintf("I%d", row), x.stars, middle...)
	b.put(fmt.Sprintf("J%d", row), x.note, text...)
}

func signatures(b *book, row, products int) {
	b.put(fmt.Sprintf("A%d", row), fmt.Sprintf("Ấn định danh sách: %02d sản phẩm./.", products), "italic")
	b.put(fmt.Sprintf("B%d", row+2), "NGƯỜI LẬP BIỂU", "bold", "center")
	b.put(fmt.Sprintf("H%d", row+2), "TM. HỘI ĐỒNG", "bold", "center")
	b.put(fmt.Sprintf("H%d", row+3), "CHỦ TỊCH HỘI ĐỒNG", "bold", "center")
	b.put(fmt.Sprintf("B%d", row+3), "(Ký, ghi rõ họ tên)", "italic", "center")
	b.put(fmt.Sprintf("H%d", row+4), "(Ký, ghi rõ họ tên)", "italic", "center")
	b.put(fmt.Sprintf("B%d", row+8), "(Họ và tên người lập)", "bold", "center")
	b.put(fmt.Sprintf("H%d", row+8), "(Họ và tên người ký)", "bold", "center")
}

func roman(n int) string { return []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII"}[n] }
