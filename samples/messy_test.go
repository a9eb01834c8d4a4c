package samples

import (
	"fmt"
	"slices"

	"golang.org/x/text/unicode/norm"
)

// messyRow is one row of the messy annex as it was typed, mistakes included.
type messyRow struct {
	no      any
	commune string // written once, merged down over the rows that follow with ""
	owner   string // "": covered by the merge above; "-": blank on purpose
	name    string
	score   any
	stars   any
	date    any // of the decision
	note    string
	trap    string // hidden, strike, tcvn3
}

// The decision is dated 05/12/2023; swapped is what a PC with American settings
// made of that: 12 May.
const swapped = 45058

// messyRows: each trap of the sample stands in one row.
var messyRows = []messyRow{
	{1, "Xã San Thàng", "HTX Minh Họa  San Thàng ", "Miến dong Minh Họa San Thàng", "62,4", "★★★", "05/12/2023", "", ""},
	{2, "", "", "Bột dong riềng nguyên chất", "57,8 điểm", "03 sao", "05/12/2023", "", ""},
	{3, "", "", norm.NFD.String("Mật ong hoa rừng"), 61.5, "3*", 45265, "", ""},
	{4, "", "Hộ KD Ví Dụ 01", "Rượu ngô men lá", "54.6", "Ba sao", "05/12/2023", "", ""},
	{5, "", "HKD Ví Dụ 02", "Thịt trâu gác bếp", "58,9/100", "hạng ba (03 sao)", "05/12/2023", "", "hidden"},
	{"", "Xã Sùng Phài", "Hîp t¸c x· ChÌ Minh Häa Sïng Phµi", "ChÌ shan tuyÕt cæ thô", "66,3", "3", "05/12/2023", "gõ phông .VnTime", "tcvn3"},
	{"7a", "", "", "Trà ô long", 64.7, 3, swapped, "", ""},
	{"7b", "", "", "Hồng trà", "72,5", "đề nghị 4 sao", "05/12/2023", "Trình cấp tỉnh", ""},
	{8, "", "Tổ hợp tác dệt thổ cẩm Ví Dụ", "Khăn thổ cẩm", "55,2", "Đạt 3 sao", "05/12/2023", "", ""},
	{9, "", "", "Túi xách thổ cẩm", "530", "3 sao", "05/12/2023", "", ""},
	{10, "Phường Ðông Phong", "Cty TNHH MTV Minh Họa Đông Phong", "Mắc-ca sấy nứt vỏ", "67 ,2", "OCOP 3 sao", "05/12/2023", "", ""},
	{11, "", "", "Nhân\u00a0mắc-ca sấy", "65,9", "⭐⭐⭐", "05/12/2023", "", ""},
	{12, "", "", "Bánh mắc-ca", "48,5", "3 sao", "05/12/2023", "", ""},
	{13, "", "", "Dầu mắc-ca", "74,0", "tiềm năng 4 sao", "05/12/2023", "", ""},
	{14, "", "Hộ kinh doanh Ví Dụ 03", "Chẳm chéo", "52,8", "3 sao", "05/12/2023", "rút hồ sơ", "strike"},
	{15, "Phường Tân Phong", "HTX NN&DV Ví Dụ Tân Phong", "Gạo séng cù", "63", "Hạng III", "05/12/2023", "", ""},
	{16, "", "", "Gạo séng cù", "63", "Hạng III", "05/12/2023", "nhập hai lần", ""},
	{17, "", "-", "Gạo nếp nương", "59,3", "3 sao", "05/12/2023", "thiếu chủ thể", ""},
	{18, "", "Cơ sở SX Ví Dụ 04", "Tinh dầu thảo quả", "46", "Không đạt", "", "", ""},
	{19, "Phường Đoàn Kết", "Công ty CP Minh Họa Đoàn Kết", "Trà tam thất", "71,0", "3 sao", "05/12/2023", "chưa đạt tiêu chí bắt buộc của 4 sao", ""},
}

// messyAnnex writes them with a header that comes again, a commune column merged
// down, group titles, a wrong total and other sheets around.
func messyAnnex() ([]byte, error) {
	b := newBook("Đợt 2")
	b.widths(5, 18, 34, 34, 12, 18, 14, 30)
	b.put("A1", sampleMark, "bold", "red")
	b.put("A2", "BIỂU TỔNG HỢP kết quả chấm điểm, phân hạng SP OCOP đợt II năm 2023\n(Kèm theo QĐ số 0000/QÐ – UBND ngày 05⁄12⁄2023 của UBND TP)", "bold", "center", "wrap")
	b.merge("A2", "H3")
	messyHeader(b, 5)
	row := 6
	communeFrom, ownerFrom := 0, 0
	for i, r := range messyRows {
		if i == 10 { // the printed page broke here
			b.mergeDown('B', communeFrom, row-1)
			b.mergeDown('C', ownerFrom, row-1)
			communeFrom, ownerFrom = 0, 0
			messyHeader(b, row)
			row++
		}
		if r.commune != "" {
			b.mergeDown('B', communeFrom, row-1)
			communeFrom = row
		}
		if r.owner != "" {
			b.mergeDown('C', ownerFrom, row-1)
			ownerFrom = row
		}
		r.write(b, row)
		row++
	}
	b.mergeDown('B', communeFrom, row-1)
	b.mergeDown('C', ownerFrom, row-1)
	b.line(row, 'A', []string{"bold", "box"}, nil, "Cộng", "18 sản phẩm của 09 chủ thể", nil, nil, nil, nil, nil)
	b.put(fmt.Sprintf("F%d", row+2), "NGƯỜI LẬP BIỂU", "bold")
	b.page()
	otherSheets(b)
	return b.bytes()
}

func messyHeader(b *book, row int) {
	b.line(row, 'A', []string{"bold", "center", "wrap", "box"}, "TT", "Xã/\nphường", "Tên chủ thể", "Tên sản -phẩm", "Điểm\nTB", "Kết quả\nphân hạng", "Ngày QĐ", "Ghi chú")
}

func (r messyRow) write(b *book, row int) {
	words := []string{"box", "wrap"}
	text := words
	switch r.trap {
	case "strike":
		words, text = []string{"box", "wrap", "strike"}, []string{"box", "wrap", "strike"}
	case "tcvn3":
		text = []string{"box", "wrap", "tcvn3"}
	}
	b.put(fmt.Sprintf("A%d", row), r.no, words...)
	b.put(fmt.Sprintf("B%d", row), blankIf(r.commune, ""), words...)
	b.put(fmt.Sprintf("C%d", row), blankIf(r.owner, "", "-"), text...)
	b.put(fmt.Sprintf("D%d", row), r.name, text...)
	b.put(fmt.Sprintf("E%d", row), r.score, words...)
	b.put(fmt.Sprintf("F%d", row), r.stars, words...)
	if _, serial := r.date.(int); serial {
		b.put(fmt.Sprintf("G%d", row), r.date, append([]string{"day"}, words...)...)
	} else {
		b.put(fmt.Sprintf("G%d", row), r.date, words...)
	}
	b.put(fmt.Sprintf("H%d", row), r.note, words...)
	if r.trap == "hidden" {
		b.note(b.f.SetRowVisible(b.sheet, row, false))
	}
}

func blankIf(s string, blanks ...string) any {
	if slices.Contains(blanks, s) {
		return nil
	}
	return s
}

// mergeDown merges a column over rows, when there are two or more.
func (b *book) mergeDown(col rune, from, to int) {
	if from > 0 && to > from {
		b.merge(fmt.Sprintf("%c%d", col, from), fmt.Sprintf("%c%d", col, to))
	}
}

// otherSheets: one council member's scores and a hidden old draft, as real files
// carry along.
func otherSheets(b *book) {
	main := b.sheet
	b.sheet = "Phiếu chấm"
	_, err := b.f.NewSheet(b.sheet)
	b.note(err)
	b.put("A1", "PHIẾU CHẤM ĐIỂM CỦA THÀNH VIÊN HỘI ĐỒNG – "+sampleMark, "bold")
	b.line(3, 'A', []string{"bold", "box"}, "TT", "Tiêu chí", "Thành viên 1", "Thành viên 2", "Thành viên 3")
	b.line(4, 'A', []string{"box"}, 1, "Nguồn gốc nguyên liệu", 3, 4, 3)
	b.line(5, 'A', []string{"box"}, 2, "Bao bì, nhãn mác", 2, 2, 3)
	b.sheet = "Sheet2"
	_, err = b.f.NewSheet(b.sheet)
	b.note(err)
	b.put("A1", "Bản nháp cũ – "+sampleMark, "italic")
	b.line(2, 'A', []string{"bold", "box"}, "TT", "Tên sản phẩm", "Chủ thể", "Điểm", "Hạng sao")
	b.line(3, 'A', []string{"box"}, 1, "Miến dong Minh Họa San Thàng", "HTX Minh Họa San Thàng", 60.0, "3 sao")
	b.note(b.f.SetSheetVisible(b.sheet, false))
	b.sheet = main
}
