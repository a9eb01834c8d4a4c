package intake

import "testing"

// Three rows that most kinds share; names are invented.
const (
	threeRows = `Chè Mẫu; HTX Ví Dụ Một; xã San Thàng; 55.5; 3; 2/2023; ready
		Miến Mẫu; Hộ kinh doanh Ví Dụ Hai; phường Đoàn Kết; 61; 3; 2/2023; ready
		Mật ong Mẫu; Công ty TNHH Ví Dụ Ba; xã Sùng Phài; 72.25; 4; 2/2023; ready`
)

func TestKinds(t *testing.T) {
	for _, k := range kinds {
		t.Run(k.name, func(t *testing.T) { k.check(t) })
	}
}

var kinds = []truth{
	{name: "header in the middle, far right", rows: threeRows, book: `
== Kết quả
|||DANH SÁCH ĐỢT 2 NĂM 2023
~row 25
||||STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
||||#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|#55.5|3 sao
||||#2|Miến Mẫu|Hộ kinh doanh Ví Dụ Hai|phường Đoàn Kết|#61|3 sao
||||#3|Mật ong Mẫu|Công ty TNHH Ví Dụ Ba|xã Sùng Phài|72,25|4 sao`},
	{name: "English headings", rows: threeRows, book: `
== Results
Round: Đợt 2 năm 2023
No|Product name|Producer|Commune|Score|Stars
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|#55.5|#3
#2|Miến Mẫu|Hộ kinh doanh Ví Dụ Hai|phường Đoàn Kết|#61|#3
#3|Mật ong Mẫu|Công ty TNHH Ví Dụ Ba|xã Sùng Phài|#72.25|#4`},
	{name: "capital headings, odd order, blank columns", rows: threeRows, book: `
== Sheet1
PHỤ LỤC
ĐỢT 2 NĂM 2023
HẠNG SAO||CHỦ THỂ|TÊN SẢN PHẨM||TỔNG ĐIỂM|XÃ, PHƯỜNG||TT
3 sao||HTX Ví Dụ Một|Chè Mẫu||55,5|xã San Thàng||#1
3 sao||Hộ kinh doanh Ví Dụ Hai|Miến Mẫu||61,0|phường Đoàn Kết||#2
4 sao||Công ty TNHH Ví Dụ Ba|Mật ong Mẫu||72,25|xã Sùng Phài||#3`},
	{name: "headings without marks", rows: threeRows, book: `
== S
dot 2 nam 2023
TT|Ten san pham|Chu the|Xa, phuong|Diem|Hang sao
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|#55.5|3 sao
#2|Miến Mẫu|Hộ kinh doanh Ví Dụ Hai|phường Đoàn Kết|#61|3 sao
#3|Mật ong Mẫu|Công ty TNHH Ví Dụ Ba|xã Sùng Phài|#72.25|4 sao`},
	{name: "headings broken over lines and by hyphens", rows: threeRows, book: `
== S
Kết quả đợt II năm 2023
STT|Tên\nsản phẩm|Chủ -thể|Xã/\nphường|Điểm\nTB|Hạng\nsao
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|#55.5|3 sao
#2|Miến Mẫu|Hộ kinh doanh Ví Dụ Hai|phường Đoàn Kết|#61|3 sao
#3|Mật ong Mẫu|Công ty TNHH Ví Dụ Ba|xã Sùng Phài|#72.25|4 sao`},
	{name: "three header rows", rows: threeRows, book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Sản phẩm||Chủ thể|||Kết quả đánh giá||||
|Tên|Nhóm|Tên|Địa chỉ||Điểm thành phần|||Tổng điểm|Hạng sao
||||Xã/phường|Huyện|A|B|C||
~merge A2:A4 B2:C2 D2:F2 G2:K2 B3:B4 C3:C4 D3:D4 E3:F3 G3:I3 J3:J4 K3:K4
(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)|(9)|(10)|(11)
#1|Chè Mẫu|Thực phẩm|HTX Ví Dụ Một|xã San Thàng|Lai Châu|#20.5|#15|#20|#55.5|3 sao
#2|Miến Mẫu|Thực phẩm|Hộ kinh doanh Ví Dụ Hai|phường Đoàn Kết|Lai Châu|#25|#16|#20|#61|3 sao
#3|Mật ong Mẫu|Thực phẩm|Công ty TNHH Ví Dụ Ba|xã Sùng Phài|Lai Châu|#30|#20|#22.25|#72.25|4 sao`},
	{name: "two header rows without merges", rows: threeRows, book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Sản phẩm||Chủ thể||Kết quả||Ghi chú
|Tên sản phẩm|Nhóm|Tên chủ thể|Xã/phường|Điểm|Hạng sao|
#1|Chè Mẫu|Thực phẩm|HTX Ví Dụ Một|xã San Thàng|#55.5|3 sao|
#2|Miến Mẫu|Thực phẩm|Hộ kinh doanh Ví Dụ Hai|phường Đoàn Kết|#61|3 sao|
#3|Mật ong Mẫu|Thực phẩm|Công ty TNHH Ví Dụ Ba|xã Sùng Phài|#72.25|4 sao|`},
	{name: "totals above the rows", rows: threeRows, book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
|TỔNG SỐ: 3 sản phẩm||||
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|#55.5|3 sao
#2|Miến Mẫu|Hộ kinh doanh Ví Dụ Hai|phường Đoàn Kết|#61|3 sao
#3|Mật ong Mẫu|Công ty TNHH Ví Dụ Ba|xã Sùng Phài|#72.25|4 sao`},
	{name: "subtotals without labels and notes between", rows: threeRows, book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|#55.5|3 sao
||||=SUM(E3:E3)>>55.5|
Ghi chú: hồ sơ bổ sung ngày 15/11
#2|Miến Mẫu|Hộ kinh doanh Ví Dụ Hai|phường Đoàn Kết|#61|3 sao
#3|Mật ong Mẫu|Công ty TNHH Ví Dụ Ba|xã Sùng Phài|#72.25|4 sao
||||#188.75|`},
	{name: "wrong total", rows: threeRows, says: "A6 COUNT_MISMATCH", book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|#55.5|3 sao
#2|Miến Mẫu|Hộ kinh doanh Ví Dụ Hai|phường Đoàn Kết|#61|3 sao
#3|Mật ong Mẫu|Công ty TNHH Ví Dụ Ba|xã Sùng Phài|#72.25|4 sao
Tổng cộng: 05 sản phẩm của 03 chủ thể|||||`},
	{name: "merged stars and rounds", rows: threeRows, book: `
== S
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao|Đợt|Năm
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|#55.5|3 sao|2|2023
#2|Miến Mẫu|Hộ kinh doanh Ví Dụ Hai|phường Đoàn Kết|#61|||
#3|Mật ong Mẫu|Công ty TNHH Ví Dụ Ba|xã Sùng Phài|#72.25|4 sao||
~merge F2:F3 G2:G4 H2:H4`},
	{name: "stars in section rows, no column", rows: threeRows, book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm
I|SẢN PHẨM ĐẠT 3 SAO|||
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|#55.5
#2|Miến Mẫu|Hộ kinh doanh Ví Dụ Hai|phường Đoàn Kết|#61
II|SẢN PHẨM ĐẠT 4 SAO|||
#1|Mật ong Mẫu|Công ty TNHH Ví Dụ Ba|xã Sùng Phài|#72.25`},
	{name: "stars in section rows, no scores either", rows: `
		Chè Mẫu; HTX Ví Dụ Một; xã San Thàng; -; 3; 2/2023; ready
		Miến Mẫu; Hộ kinh doanh Ví Dụ Hai; phường Đoàn Kết; -; 3; 2/2023; ready
		Mật ong Mẫu; Công ty TNHH Ví Dụ Ba; xã Sùng Phài; -; 4; 2/2023; not_certified`, book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Ghi chú
I. Sản phẩm đạt 3 sao||||
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|
#2|Miến Mẫu|Hộ kinh doanh Ví Dụ Hai|phường Đoàn Kết|
II. Sản phẩm đề nghị tỉnh công nhận 4 sao||||
#1|Mật ong Mẫu|Công ty TNHH Ví Dụ Ba|xã Sùng Phài|
~merge A3:E3 A6:E6`},
	{name: "sections in two levels", rows: `
		Chè Mẫu; HTX Ví Dụ Một; Xã San Thàng; 55.5; 3; 1/2023; ready
		Miến Mẫu; Hộ kinh doanh Ví Dụ Hai; Phường Đoàn Kết; 61; 3; 1/2023; ready
		Mật ong Mẫu; Công ty TNHH Ví Dụ Ba; Xã Sùng Phài; 72.25; 4; 2/2023; ready
		Gạo Mẫu; Công ty TNHH Ví Dụ Ba; -; 66; 3; 2/2023; ready`, says: "", book: `
== S
KẾT QUẢ NĂM 2023
STT|Tên sản phẩm|Chủ thể|Điểm|Hạng sao
A|ĐỢT 1|||
I|Xã San Thàng|||
#1|Chè Mẫu|HTX Ví Dụ Một|#55.5|3 sao
II|Phường Đoàn Kết|||
#1|Miến Mẫu|Hộ kinh doanh Ví Dụ Hai|#61|3 sao
B|ĐỢT 2|||
I|Xã Sùng Phài|||
#1|Mật ong Mẫu|Công ty TNHH Ví Dụ Ba|#72.25|4 sao
II|Nhóm khác|||
#1|Gạo Mẫu|Công ty TNHH Ví Dụ Ba|#66|3 sao`},
	{name: "a sheet for every round", rows: `
		Chè Mẫu; HTX Ví Dụ Một; xã San Thàng; 55.5; 3; 1/2023; ready
		Miến Mẫu; Hộ kinh doanh Ví Dụ Hai; phường Đoàn Kết; 61; 3; 2/2023; ready`, book: `
== Đợt 1-2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|#55.5|3 sao
== Đợt 2-2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|Miến Mẫu|Hộ kinh doanh Ví Dụ Hai|phường Đoàn Kết|#61|3 sao`},
	{name: "round only in the file's name", opts: Options{FileName: "KQ_OCOP_dot2_2023.xlsx"}, rows: `Chè Mẫu; HTX Ví Dụ Một; xã San Thàng; 55.5; 3; 2/2023; ready`, book: `
== Sheet1
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|#55.5|3 sao`},
	{name: "round nowhere", rows: `Chè Mẫu; HTX Ví Dụ Một; xã San Thàng; 55.5; 3; -/-; held`, says: "ROUND_UNKNOWN", book: `
== Sheet1
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|#55.5|3 sao`},
	{name: "round nowhere, answered", opts: Options{Answers: Answers{{Code: "ROUND_UNKNOWN", Value: "2/2023"}}}, rows: `Chè Mẫu; HTX Ví Dụ Một; xã San Thàng; 55.5; 3; 2/2023; ready`, book: `
== Sheet1
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|#55.5|3 sao`},
	{name: "two rounds in the title", rows: `Chè Mẫu; HTX Ví Dụ Một; xã San Thàng; 55.5; 3; -/2023; held`, says: "ROUND_UNKNOWN", book: `
== Sheet1
KẾT QUẢ ĐỢT 1 VÀ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|#55.5|3 sao`},
	{name: "rounds of a column in many spellings", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		C Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		D Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		E Mẫu; HTX Một; xã San Thàng; 55; 3; 1/2023; ready
		F Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		G Mẫu; HTX Một; xã San Thàng; 55; 3; -/2023; held`, says: "G7 ROUND_FROM_DATE\nG8 ROUND_UNREADABLE", book: `
== Sheet1
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao|Đợt/năm|Năm
#1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao|2/2023|#2023
#2|B Mẫu|HTX Một|xã San Thàng|#55|3 sao|Đợt II|#2023
#3|C Mẫu|HTX Một|xã San Thàng|#55|3 sao|đợt hai năm 2023|
#4|D Mẫu|HTX Một|xã San Thàng|#55|3 sao|02/2023|
#5|E Mẫu|HTX Một|xã San Thàng|#55|3 sao|#1|#2023
#6|F Mẫu|HTX Một|xã San Thàng|#55|3 sao|@2023-02-01|
#7|G Mẫu|HTX Một|xã San Thàng|#55|3 sao|1 và 2|#2023`},
	{name: "lost decimal comma and other bad scores", rows: `
		A Mẫu; HTX Một; xã San Thàng; -; 3; 2/2023; held
		B Mẫu; HTX Một; xã San Thàng; -; 3; 2/2023; held
		C Mẫu; HTX Một; xã San Thàng; -; 3; 2/2023; held
		D Mẫu; HTX Một; xã San Thàng; 55.5; 3; 2/2023; ready
		E Mẫu; HTX Một; xã San Thàng; -; 3; 2/2023; ready
		F Mẫu; HTX Một; xã San Thàng; 62.5; 3; 2/2023; ready`, says: "E3 SCORE_OUT_OF_RANGE\nE4 SCORE_OUT_OF_RANGE\nE5 SCORE_UNREADABLE\nE7 SCORE_MISSING", book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#555|3 sao
#2|B Mẫu|HTX Một|xã San Thàng|#-5|3 sao
#3|C Mẫu|HTX Một|xã San Thàng|Sáu mươi phẩy năm|3 sao
#4|D Mẫu|HTX Một|xã San Thàng|55,50 điểm|3 sao
#5|E Mẫu|HTX Một|xã San Thàng||3 sao
#6|F Mẫu|HTX Một|xã San Thàng|62,5/100|3 sao`},
	{name: "shown is not what is held", rows: `
		A Mẫu; HTX Một; xã San Thàng; 69.96; 3; 2/2023; ready
		B Mẫu; HTX Một; xã San Thàng; 69.96; 4; 2/2023; held
		C Mẫu; HTX Một; xã San Thàng; 49.99; 3; 2/2023; held
		D Mẫu; HTX Một; xã San Thàng; 70; 4; 2/2023; ready
		E Mẫu; HTX Một; xã San Thàng; 65.21; 3; 2/2023; ready`, says: "F4 STAR_SCORE_CONFLICT\nF5 STAR_SCORE_CONFLICT", note: "SCORE_NEAR_LIMIT", book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#69.96{0.0}|3 sao
#2|B Mẫu|HTX Một|xã San Thàng|#69.96{0.0}|4 sao
#3|C Mẫu|HTX Một|xã San Thàng|#49.99{0}|3 sao
#4|D Mẫu|HTX Một|xã San Thàng|#69.99999999999999{0.0}|4 sao
#5|E Mẫu|HTX Một|xã San Thàng|#65.20999999999999{0.00}|3 sao`},
	{name: "percent scores and star formats", rows: `
		A Mẫu; HTX Một; xã San Thàng; 67.5; 3; 2/2023; ready
		B Mẫu; HTX Một; xã San Thàng; 72; 4; 2/2023; ready`, book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#0.675{0.0%}|#3{0" sao"}
#2|B Mẫu|HTX Một|xã San Thàng|72%|#4{0" sao"}`},
	{name: "average before total before members", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55.5; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 61; 3; 2/2023; ready
		C Mẫu; HTX Ba; xã San Thàng; 72; 4; 2/2023; ready`, book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm tự đánh giá|Điểm các thành viên|||Tổng điểm|Điểm TB|Hạng sao đăng ký|Hạng sao
|||||TV1|TV2|TV3||||
~merge A2:A3 B2:B3 C2:C3 D2:D3 E2:E3 F2:H2 I2:I3 J2:J3 K2:K3 L2:L3
#1|A Mẫu|HTX Một|xã San Thàng|#90|#55|#56|#55.5|#166.5|#55.5|5 sao|3 sao
#2|B Mẫu|HTX Hai|xã San Thàng|#90|#60|#61|#62|#183|#61|4 sao|3 sao
#3|C Mẫu|HTX Ba|xã San Thàng|#90|#71|#72|#73|#216|#72|5 sao|4 sao`},
	{name: "council sheet beside the results", rows: threeRows, note: "SHEET_SKIPPED", book: `
== Phiếu chấm
BẢNG ĐIỂM CỦA HỘI ĐỒNG
STT|Tên sản phẩm|TV1|TV2|TV3|Tổng|Trung bình
#1|Chè Mẫu|#55|#56|#55.5|#166.5|#55.5
#2|Miến Mẫu|#60|#61|#62|#183|#61
#3|Mật ong Mẫu|#72|#72|#72.75|#216.75|#72.25
== Kết quả
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|#55.5|3 sao
#2|Miến Mẫu|Hộ kinh doanh Ví Dụ Hai|phường Đoàn Kết|#61|3 sao
#3|Mật ong Mẫu|Công ty TNHH Ví Dụ Ba|xã Sùng Phài|#72.25|4 sao`},
	{name: "registration beside the results", rows: threeRows, note: "SHEET_SKIPPED", book: `
== Đăng ký
DANH SÁCH ĐĂNG KÝ THAM GIA ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Đăng ký hạng sao
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|4 sao
#2|Gạo Mẫu|HTX Ví Dụ Bốn|xã San Thàng|3 sao
== Kết quả
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|#55.5|3 sao
#2|Miến Mẫu|Hộ kinh doanh Ví Dụ Hai|phường Đoàn Kết|#61|3 sao
#3|Mật ong Mẫu|Công ty TNHH Ví Dụ Ba|xã Sùng Phài|#72.25|4 sao`},
	{name: "registration alone is refused", says: "NO_TABLE", book: `
== Đăng ký
DANH SÁCH ĐĂNG KÝ THAM GIA ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Đăng ký hạng sao
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|4 sao
#2|Gạo Mẫu|HTX Ví Dụ Bốn|xã San Thàng|3 sao`},
	{name: "a roster is refused", says: "NO_TABLE", book: `
== Đại biểu
DANH SÁCH ĐẠI BIỂU
STT|Họ và tên|Chức vụ|Đơn vị|Điện thoại|Ký nhận
#1|Đại biểu Mẫu|Chuyên viên|Phòng Kinh tế||`},
	{name: "ticks in Wingdings and as numbers", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55.5; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 72; 4; 2/2023; ready
		C Mẫu; HTX Ba; xã San Thàng; 91; 5; 2/2023; ready
		D Mẫu; HTX Bốn; xã San Thàng; 66; -; 2/2023; held
		E Mẫu; HTX Năm; xã San Thàng; -; -; 2/2023; not_certified
		F Mẫu; HTX Sáu; xã San Thàng; 45; 2; 2/2023; ready`, says: "G7 STARS_UNREADABLE\nF9 STARS_DERIVED", book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao|||
|||||3 sao|4 sao|5 sao|Không đạt
~merge A2:A3 B2:B3 C2:C3 D2:D3 E2:E3 F2:I2
#1|A Mẫu|HTX Một|xã San Thàng|#55.5|[Wingdings]ü||-|
#2|B Mẫu|HTX Hai|xã San Thàng|#72|0|#1|0|
#3|C Mẫu|HTX Ba|xã San Thàng|#91|||✔|
#4|D Mẫu|HTX Bốn|xã San Thàng|#66|x|x||
#5|E Mẫu|HTX Năm|xã San Thàng||||| x
#6|F Mẫu|HTX Sáu|xã San Thàng|#45||||`},
	{name: "error values and broken references", rows: `
		A Mẫu; HTX Một; xã San Thàng; -; 3; 2/2023; held
		B Mẫu; HTX Hai; xã San Thàng; 55; -; 2/2023; held
		-; HTX Ba; xã San Thàng; 55; 3; 2/2023; held
		D Mẫu; HTX Bốn; xã San Thàng; 55; 3; 2/2023; ready`, says: "E3 CELL_ERROR_VALUE\nF4 CELL_BROKEN_REFERENCE\nB5 CELL_ERROR_VALUE", book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao|Ghi chú
#1|A Mẫu|HTX Một|xã San Thàng|!#DIV/0!|3 sao|
#2|B Mẫu|HTX Hai|xã San Thàng|#55|!#REF!|
#3|!#N/A|HTX Ba|xã San Thàng|#55|3 sao|
#4|D Mẫu|HTX Bốn|xã San Thàng|#55|3 sao|!#N/A`},
	{name: "formulas with stored values", rows: threeRows, book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|A|B|C|Tổng điểm|Hạng sao
=ROW()-2>>1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|#20.5|#15|#20|=SUM(E3:G3)>>55.5|=IF(H3>=50,"3 sao","")>>3 sao
=ROW()-2>>2|Miến Mẫu|Hộ kinh doanh Ví Dụ Hai|phường Đoàn Kết|#25|#16|#20|=SUM(E4:G4)>>61|=IF(H3>=50,"3 sao","")>>3 sao
=ROW()-2>>3|Mật ong Mẫu|Công ty TNHH Ví Dụ Ba|xã Sùng Phài|#30|#20|#22.25|=SUM(E5:G5)>>72.25|=IF(H3>=50,"3 sao","")>>4 sao`},
	{name: "parts that do not add up, and too high a part", rows: `
		A Mẫu; HTX Một; xã San Thàng; 67.5; 3; 2/2023; held
		B Mẫu; HTX Hai; xã San Thàng; 66; 3; 2/2023; held
		C Mẫu; HTX Ba; xã San Thàng; 65.04; 3; 2/2023; ready`, says: "H3 PARTS_MISMATCH\nG4 PARTS_MISMATCH", book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|A (40)|B (25)|C (35)|Tổng điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#30|#17|#20|#67.5|3 sao
#2|B Mẫu|HTX Hai|xã San Thàng|#18|#10|#38|#66|3 sao
#3|C Mẫu|HTX Ba|xã San Thàng|#30|#15|#20|#65.04|3 sao`},
	{name: "old parts under the old rules", rows: `
		A Mẫu; HTX Một; xã San Thàng; 66; 3; 2/2020; ready`, book: `
== Sheet1
Đợt 2 năm 2020
(Kèm theo Quyết định số 12/QĐ-UBND ngày 15/12/2020 của UBND tỉnh)
STT|Tên sản phẩm|Chủ thể|Xã/phường|A (35)|B (25)|C (40)|Tổng điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#18|#10|#38|#66|3 sao`},
	{name: "dates turned round by a US PC", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 55; 3; 2/2023; held
		C Mẫu; HTX Ba; xã San Thàng; 55; 3; 2/2023; ready`, says: "H4 DATE_SWAPPED", book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao|Số QĐ|Ngày QĐ
#1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao|1422/QĐ-UBND|20/11/2023
#2|B Mẫu|HTX Hai|xã San Thàng|#55|3 sao|1500/QĐ-UBND|@2023-05-12
#3|C Mẫu|HTX Ba|xã San Thàng|#55|3 sao|1422/QĐ-UBND|20/11/2023`},
	{name: "true dates are dates", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 55; 3; 2/2023; ready`, book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao|Số QĐ|Ngày QĐ
#1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao|1422/QĐ-UBND|@2023-11-20
#2|B Mẫu|HTX Hai|xã San Thàng|#55|3 sao|1500/QĐ-UBND|@2023-12-05`},
	{name: "a date written month first, another unreadable", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; held
		B Mẫu; HTX Hai; xã San Thàng; 55; 3; 2/2023; held`, says: "G3 DATE_SWAPPED\nG4 DATE_UNREADABLE", book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao|Ngày quyết định
#1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao|11/20/2023
#2|B Mẫu|HTX Hai|xã San Thàng|#55|3 sao|tháng 11/2023`},
	{name: "commune glued on the producer", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX nông nghiệp Hai; phường Đoàn Kết; 55; 3; 2/2023; ready
		C Mẫu; HTX nông nghiệp xã San Thàng; -; 55; 3; 2/2023; ready`, book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Điểm|Hạng sao
#1|A Mẫu|HTX Một, xã San Thàng|#55|3 sao
#2|B Mẫu|HTX nông nghiệp Hai (phường Đoàn Kết)|#55|3 sao
#3|C Mẫu|HTX nông nghiệp xã San Thàng|#55|3 sao`},
	{name: "producers on two lines", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX nông nghiệp Hai; phường Đoàn Kết; 55; 3; 2/2023; ready`, book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Điểm|Hạng sao
#1|A Mẫu|HTX Một\nĐịa chỉ: bản Màng, xã San Thàng|#55|3 sao
#2|B Mẫu|HTX nông nghiệp\nHai\nphường Đoàn Kết|#55|3 sao`},
	{name: "address with the commune inside", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX Hai; phường Đoàn Kết; 55; 3; 2/2023; ready
		C Mẫu; HTX Ba; -; 55; 3; 2/2023; ready`, says: "D5 COMMUNE_MISSING", book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Địa chỉ|Điểm|Hạng sao
#1|A Mẫu|HTX Một|Bản Màng, xã San Thàng, TP Lai Châu|#55|3 sao
#2|B Mẫu|HTX Hai|Tổ 3, phường Đoàn Kết|#55|3 sao
#3|C Mẫu|HTX Ba|Bản Gia Khâu|#55|3 sao`},
	{name: "struck-out rows and words", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; held
		B Mẫu; HTX Hai; xã San Thàng; 55; 3; 2/2023; ready
		C Mẫu; HTX Ba; xã San Thàng; 55; 3; 2/2023; held`, says: "B3 ROW_STRUCK_OUT\nE5 ROW_STRUCK_OUT", book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
[x]#1|[x]A Mẫu|[x]HTX Một|[x]xã San Thàng|[x]#55|[x]3 sao
#2|B Mẫu|HTX Hai|xã San Thàng|#55|3 sao
#3|C Mẫu|HTX Ba|xã San Thàng|[x]#55|3 sao`},
	{name: "hidden row, answered", opts: Options{Answers: Answers{{Code: "ROW_HIDDEN", Value: "yes"}, {Code: "ROW_HIDDEN", Sheet: "Sheet1", Cell: "A4", Value: "no"}}}, rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 55; 3; 2/2023; held`, book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao
#2|B Mẫu|HTX Hai|xã San Thàng|#55|3 sao
~hide 3 4`},
	{name: "hidden column of old stars", rows: `A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready`, book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Hạng sao|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|4 sao|#55|3 sao
~hidecol E`},
	{name: "two columns of stars that differ", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 4; 2/2023; held
		B Mẫu; HTX Hai; xã San Thàng; 55; 3; 2/2023; held`, says: "HEADER_AMBIGUOUS\nE3 STAR_SCORE_CONFLICT", book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Hạng sao|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|4 sao|#55|3 sao
#2|B Mẫu|HTX Hai|xã San Thàng|3 sao|#55|3 sao`},
	{name: "no producer column", rows: `
		A Mẫu; -; xã San Thàng; 55; 3; 2/2023; held`, says: "REQUIRED_COLUMN_MISSING", book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|xã San Thàng|#55|3 sao`},
	{name: "xếp hạng is the order, not the stars", rows: `
		A Mẫu; HTX Một; xã San Thàng; 68; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 66; 3; 2/2023; ready
		C Mẫu; HTX Ba; xã San Thàng; 64; 3; 2/2023; ready
		D Mẫu; HTX Bốn; xã San Thàng; 62; 3; 2/2023; ready
		E Mẫu; HTX Năm; xã San Thàng; 60; 3; 2/2023; ready
		F Mẫu; HTX Sáu; xã San Thàng; 58; 3; 2/2023; ready`, book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Xếp hạng|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#68|#1|3 sao
#2|B Mẫu|HTX Hai|xã San Thàng|#66|#2|3 sao
#3|C Mẫu|HTX Ba|xã San Thàng|#64|#3|3 sao
#4|D Mẫu|HTX Bốn|xã San Thàng|#62|#4|3 sao
#5|E Mẫu|HTX Năm|xã San Thàng|#60|#5|3 sao
#6|F Mẫu|HTX Sáu|xã San Thàng|#58|#6|3 sao`},
	{name: "outcome beside stars", rows: `
		A Mẫu; HTX Một; xã San Thàng; 68; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 45; -; 2/2023; not_certified
		C Mẫu; HTX Ba; xã San Thàng; 64; 3; 2/2023; ready`, book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao|Kết quả
#1|A Mẫu|HTX Một|xã San Thàng|#68|3 sao|Đạt
#2|B Mẫu|HTX Hai|xã San Thàng|#45||Không đạt
#3|C Mẫu|HTX Ba|xã San Thàng|#64|3 sao|Đạt`},
	{name: "proposals only", rows: `
		A Mẫu; HTX Một; xã San Thàng; 68; 3; 2/2023; not_certified
		B Mẫu; HTX Hai; xã San Thàng; 75; 4; 2/2023; not_certified`, book: `
== Sheet1
TỔNG HỢP ĐỀ NGHỊ CÔNG NHẬN ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Đề nghị hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#68|3 sao
#2|B Mẫu|HTX Hai|xã San Thàng|#75|4 sao`},
	{name: "no star column: by the score", rows: `
		A Mẫu; HTX Một; xã San Thàng; 68; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 95; 5; 2/2023; ready
		C Mẫu; HTX Ba; xã San Thàng; 29.99; 1; 2/2023; ready`, note: "STARS_DERIVED", book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm
#1|A Mẫu|HTX Một|xã San Thàng|#68
#2|B Mẫu|HTX Hai|xã San Thàng|#95
#3|C Mẫu|HTX Ba|xã San Thàng|29,99`},
	{name: "3-star table, then 4-star table, under one title", rows: `
		A Mẫu; HTX Một; xã San Thàng; 68; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 75; 4; 2/2023; ready`, book: `
== Sheet1
KẾT QUẢ ĐỢT 2 NĂM 2023
I. Sản phẩm đạt 3 sao
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm
#1|A Mẫu|HTX Một|xã San Thàng|#68

II. Sản phẩm đạt 4 sao
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm
#1|B Mẫu|HTX Hai|xã San Thàng|#75`},
	{name: "header repeated in another commune's section", rows: `
		A Mẫu; HTX Một; Xã San Thàng; 68; 3; 2/2023; ready
		B Mẫu; HTX Hai; Phường Đoàn Kết; 65; 3; 2/2023; ready`, book: `
== Sheet1
KẾT QUẢ ĐỢT 2 NĂM 2023
I. Xã San Thàng
STT|Tên sản phẩm|Chủ thể|Điểm|Hạng sao
#1|A Mẫu|HTX Một|#68|3 sao
II. Phường Đoàn Kết
STT|Tên sản phẩm|Chủ thể|Điểm|Hạng sao
#1|B Mẫu|HTX Hai|#65|3 sao`},
	{name: "tables side by side", rows: `
		A Mẫu; HTX Một; xã San Thàng; 68; 3; 1/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 65; 3; 2/2023; ready`, book: `
== Sheet1
ĐỢT 1 NĂM 2023||||||ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao|STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#68|3 sao|#1|B Mẫu|HTX Hai|xã San Thàng|#65|3 sao`},
	{name: "gap in the numbering", rows: `
		A Mẫu; HTX Một; xã San Thàng; 68; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 65; 3; 2/2023; ready
		C Mẫu; HTX Ba; xã San Thàng; 65; 3; 2/2023; ready
		D Mẫu; HTX Bốn; xã San Thàng; 65; 3; 2/2023; ready`, says: "A6 STT_GAP", book: `
== Sheet1
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#68|3 sao
#2|B Mẫu|HTX Hai|xã San Thàng|#65|3 sao
#3|C Mẫu|HTX Ba|xã San Thàng|#65|3 sao
#5|D Mẫu|HTX Bốn|xã San Thàng|#65|3 sao`},
	{name: "garbled and lost letters", rows: `
		Ch? Shan tuyết; HTX Một; xã San Thàng; 68; 3; 2/2023; held
		B Mẫu; H?p tác xã Hai; xã San Thàng; 65; 3; 2/2023; held
		Chè ngon không?; HTX Ba; xã San Thàng; 65; 3; 2/2023; ready`, says: "B3 TEXT_GARBLED\nC4 TEXT_GARBLED", book: `
== Sheet1
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|Ch? Shan tuyết|HTX Một|xã San Thàng|#68|3 sao
#2|B Mẫu|H?p tác xã Hai|xã San Thàng|#65|3 sao
#3|Chè ngon không?|HTX Ba|xã San Thàng|#65|3 sao`},
	{name: "decisions in title and cells", rows: `
		A Mẫu; HTX Một; xã San Thàng; 68; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 65; 3; 2/2023; held`, says: "G5 DECISION_CONFLICT", book: `
== Sheet1
ĐỢT 2 NĂM 2023
(Kèm theo Quyết định số 1422/QĐ-UBND ngày 20/11/2023 của UBND thành phố)
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao|Số QĐ
#1|A Mẫu|HTX Một|xã San Thàng|#68|3 sao|1422/QĐ – UBND
#2|B Mẫu|HTX Hai|xã San Thàng|#65|3 sao|1423/QĐ-UBND`},
	{name: "names that differ in marks only", rows: `
		Lạp sườn Mẫu; HTX Một; xã San Thàng; 68; 3; 2/2023; ready
		Lap sườn Mẫu; HTX Một; xã San Thàng; 65; 3; 2/2023; ready`, says: "B4 NAME_SIMILAR", book: `
== Sheet1
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|Lạp sườn Mẫu|HTX Một|xã San Thàng|#68|3 sao
#2|Lap sườn Mẫu|HTX Một|xã San Thàng|#65|3 sao`},
	{name: "empty form", says: "NO_DATA_ROWS", book: `
== Sheet1
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|||||
#2|||||`},
	{name: "rows after the signature are read", rows: `
		A Mẫu; HTX Một; xã San Thàng; 68; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 65; 3; 2/2023; ready`, book: `
== Sheet1
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#68|3 sao
NGƯỜI LẬP BIỂU|||TM. HỘI ĐỒNG||
Nguyễn Văn Mẫu|||CHỦ TỊCH||
#2|B Mẫu|HTX Hai|xã San Thàng|#65|3 sao`},
	{name: "template with zero formulas", rows: `
		A Mẫu; HTX Một; xã San Thàng; 68; 3; 2/2023; ready`, book: `
== Sheet1
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|=1+1>>68|=IF(1,2)>>3 sao
#2||||=1+1>>0|=IF(1,2)>>1 sao
#3||||=1+1>>0|=IF(1,2)>>1 sao`},
	{name: "product with incomplete row is never dropped", rows: `
		A Mẫu; HTX Một; xã San Thàng; 68; 3; 2/2023; ready
		B Mẫu; -; -; -; -; 2/2023; held`, says: "C4 OWNER_MISSING\nD4 COMMUNE_MISSING\nF4 STARS_MISSING", book: `
== Sheet1
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#68|3 sao
#2|B Mẫu||||`},
}
