package intake

func init() { kinds = append(kinds, hardKinds...) }

var hardKinds = []truth{
	{name: "scores with words beside them", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 56.5; 3; 2/2023; ready
		C Mẫu; HTX Ba; xã San Thàng; 57.25; 3; 2/2023; ready`, book: `
== S
Kết quả đợt 2 - 2023
TT|Tên sản phẩm|Tên chủ thể|Địa bàn|Điểm bình quân|Xếp loại
01|A Mẫu|HTX Một|xã San Thàng|55 điểm|Hạng III
02|B Mẫu|HTX Hai|xã San Thàng|56 ,5|hạng ba (03 sao)
03|C Mẫu|HTX Ba|xã San Thàng|57.25/100|OCOP 3*`},
	{name: "star column merged down over many, owners merged too", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX Một; xã San Thàng; 56; 3; 2/2023; ready
		C Mẫu; HTX Hai; xã San Thàng; 57; 3; 2/2023; ready`, book: `
== S
Kết quả đợt 2 năm 2023
TT|Chủ thể|Xã/phường|Tên sản phẩm|Điểm|Hạng sao
1|HTX Một|xã San Thàng|A Mẫu|#55|3 sao
2|||B Mẫu|#56|
3|HTX Hai||C Mẫu|#57|
~merge B3:B4 C3:C5 F3:F5`},
	{name: "unmerged blanks below a producer are errors", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; -; xã San Thàng; 56; 3; 2/2023; held`, says: "B4 OWNER_MISSING", book: `
== S
Kết quả đợt 2 năm 2023
TT|Chủ thể|Xã/phường|Tên sản phẩm|Điểm|Hạng sao
1|HTX Một|xã San Thàng|A Mẫu|#55|3 sao
2||xã San Thàng|B Mẫu|#56|3 sao`},
	{name: "evaluation sections and a proposal section", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 56; 3; 2/2023; ready
		C Mẫu; HTX Ba; xã San Thàng; 75; 4; 2/2023; not_certified`, book: `
== S
Kết quả đợt 2 năm 2023
TT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
I|SẢN PHẨM ĐÁNH GIÁ LẦN ĐẦU||||
1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao
II|SẢN PHẨM ĐÁNH GIÁ LẠI||||
1|B Mẫu|HTX Hai|xã San Thàng|#56|3 sao
III|SẢN PHẨM ĐỀ NGHỊ CẤP TỈNH ĐÁNH GIÁ, PHÂN HẠNG||||
1|C Mẫu|HTX Ba|xã San Thàng|#75|4 sao`},
	{name: "not certified in a section", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 48; -; 2/2023; not_certified`, book: `
== S
Kết quả đợt 2 năm 2023
TT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm
A|SẢN PHẨM ĐẠT 3 SAO|||
1|A Mẫu|HTX Một|xã San Thàng|#55
B|SẢN PHẨM KHÔNG ĐẠT|||
1|B Mẫu|HTX Hai|xã San Thàng|#48`},
	{name: "totals and footers of a decision's annex", rows: `
		A Mẫu; HTX Một; Xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX Hai; Phường Đoàn Kết; 56; 3; 2/2023; ready`, book: `
== Phụ lục
ỦY BAN NHÂN DÂN|||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
THÀNH PHỐ LAI CHÂU|||Độc lập - Tự do - Hạnh phúc
|||Lai Châu, ngày 20 tháng 11 năm 2023
PHỤ LỤC
DANH SÁCH SẢN PHẨM ĐƯỢC CÔNG NHẬN VÀ CẤP GIẤY CHỨNG NHẬN SẢN PHẨM OCOP ĐỢT 2 NĂM 2023
(Kèm theo Quyết định số 1422/QĐ-UBND ngày 20/11/2023 của UBND thành phố Lai Châu)

STT|Tên sản phẩm|Chủ thể|Nhóm SP|Kết quả đánh giá||Ghi chú
||||Điểm TB|Hạng sao|
~merge A8:A9 B8:B9 C8:C9 D8:D9 E8:F8 G8:G9
(1)|(2)|(3)|(4)|(5)|(6)|(7)
I|XÃ SAN THÀNG|||||
1|A Mẫu|HTX Một|Thực phẩm|55,0|3 sao|
|Cộng I: 01 sản phẩm|||||
II|PHƯỜNG ĐOÀN KẾT|||||
1|B Mẫu|HTX Hai|Đồ uống|56,0|3 sao|
|Cộng II: 01 sản phẩm|||||
|Tổng cộng (I+II): 02 sản phẩm của 02 chủ thể|||55,5||
Ấn định danh sách: 02 sản phẩm./.
NGƯỜI LẬP BIỂU|||TM. HỘI ĐỒNG
|||CHỦ TỊCH
(Ký, ghi rõ họ tên)|||
Nguyễn Thị Mẫu|||Trần Văn Mẫu`[0:0] + `
== Phụ lục
ỦY BAN NHÂN DÂN|||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
THÀNH PHỐ LAI CHÂU|||Độc lập - Tự do - Hạnh phúc
|||Lai Châu, ngày 20 tháng 11 năm 2023
PHỤ LỤC
DANH SÁCH SẢN PHẨM ĐƯỢC CÔNG NHẬN VÀ CẤP GIẤY CHỨNG NHẬN SẢN PHẨM OCOP ĐỢT 2 NĂM 2023
(Kèm theo Quyết định số 1422/QĐ-UBND ngày 20/11/2023 của UBND thành phố Lai Châu)

STT|Tên sản phẩm|Chủ thể|Nhóm SP|Kết quả đánh giá||Ghi chú
||||Điểm TB|Hạng sao|
~merge A8:A9 B8:B9 C8:C9 D8:D9 E8:F8 G8:G9
(1)|(2)|(3)|(4)|(5)|(6)|(7)
I|Xã San Thàng|||||
1|A Mẫu|HTX Một|Thực phẩm|55,0|3 sao|
|Cộng I: 01 sản phẩm|||||
II|Phường Đoàn Kết|||||
1|B Mẫu|HTX Hai|Đồ uống|56,0|3 sao|
|Cộng II: 01 sản phẩm|||||
|Tổng cộng (I+II): 02 sản phẩm của 02 chủ thể|||55,5||
Ấn định danh sách: 02 sản phẩm./.
NGƯỜI LẬP BIỂU|||TM. HỘI ĐỒNG
|||CHỦ TỊCH
(Ký, ghi rõ họ tên)|||
Nguyễn Thị Mẫu|||Trần Văn Mẫu`},
	{name: "dates as serial numbers and in words", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 55; 3; 2/2023; ready
		C Mẫu; HTX Ba; xã San Thàng; 55; 3; 2/2023; ready`, book: `
== S
Kết quả đợt 2 năm 2023
TT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao|QĐ số|Ngày QĐ|Ngày hết hạn
1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao|1422/QĐ-UBND|#45250|20/11/2026
2|B Mẫu|HTX Hai|xã San Thàng|#55|3 sao|1422/QĐ-UBND|ngày 20 tháng 11 năm 2023|36 tháng
3|C Mẫu|HTX Ba|xã San Thàng|#55|3 sao|1422/QĐ-UBND|20.11.2023|@2026-11-20`},
	{name: "the title's date turned round in cells", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; held`, says: "G4 DATE_SWAPPED", book: `
== S
Kết quả đợt 2 năm 2023
(Kèm theo Quyết định số 1500/QĐ-UBND ngày 05/12/2023 của UBND thành phố)
TT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao|Ngày QĐ
1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao|@2023-05-12`},
	{name: "swap answered", opts: Options{Answers: Answers{{Code: "DATE_SWAPPED", Value: "yes"}}}, rows: `A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready`, book: `
== S
Kết quả đợt 2 năm 2023
(Kèm theo Quyết định số 1500/QĐ-UBND ngày 05/12/2023 của UBND thành phố)
TT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao|Ngày QĐ
1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao|@2023-05-12`},
	{name: "zero width, soft hyphen, full width, NBSP", rows: `Chè Shan 123; HTX Một; xã San Thàng; 55; 3; 2/2023; ready`, book: `
== S
Kết quả đợt 2 năm 2023
TT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
1|Chè` + "\u00a0\u200bShan\u3000１２３" + `|HTX` + "\u00a0" + `Một` + "\ufeff" + `|xã San Thàng|#55|3` + "\u00a0" + `sao`},
	{name: "Đ written as Icelandic eth", rows: `Đậu Mẫu; HTX Đồi Mẫu; phường Đoàn Kết; 55; 3; 2/2023; ready`, book: `
== S
Kết quả đợt 2 năm 2023
TT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
1|Ðậu Mẫu|HTX Ðồi Mẫu|phường Ðoàn Kết|#55|3 sao`},
	{name: "mojibake, twice over too", rows: `
		Chè Shan Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		Mật ong Mẫu; HTX Hai; xã San Thàng; 56; 3; 2/2023; ready`, says: "B3 TEXT_CONVERTED\nB4 TEXT_CONVERTED\nC3 TEXT_CONVERTED", book: `
== S
Kết quả đợt 2 năm 2023
TT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
1|ChÃ¨ Shan Máº«u|HTX Má»™t|xã San Thàng|#55|3 sao
2|MÃ¡ÂºÂ` + "\u00ad" + `t ong MÃ¡ÂºÂ«u|HTX Hai|xã San Thàng|#56|3 sao`},
	{name: "second table without a title keeps the first one's", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 75; 4; 2/2023; ready`, book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao

STT|Chủ thể|Tên sản phẩm|Xã/phường|Hạng sao|Điểm
1|HTX Hai|B Mẫu|xã San Thàng|4 sao|#75`},
	{name: "round of the second table is not that of the first", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 1/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 65; 3; -/2023; held`, says: "ROUND_UNKNOWN", book: `
== S
Bảng 1. Kết quả đợt 1 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao

Bảng 2. Kết quả bổ sung
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
1|B Mẫu|HTX Hai|xã San Thàng|#65|3 sao`},
	{name: "a note above the table names another round", rows: `A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready`, book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
Ghi chú: các sản phẩm đợt 1 năm 2022 xem phụ lục khác
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao`},
	{name: "column of rounds over title", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 1/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 65; 3; 2/2023; ready`, book: `
== Đợt 3
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao|Đợt
1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao|#1
2|B Mẫu|HTX Hai|xã San Thàng|#65|3 sao|`},
	{name: "two decisions above one table", rows: `A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; held`, says: "A3 DECISION_CONFLICT", book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
(Kèm theo Quyết định số 1500/QĐ-UBND ngày 05/12/2023 của UBND thành phố)
(Kèm theo Quyết định số 1422/QĐ-UBND ngày 20/11/2023 của UBND thành phố)
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao`},
	{name: "a decision given by a person", opts: Options{Answers: Answers{{Code: "DECISION", Value: "1422/QĐ-UBND ngày 20/11/2023"}}},
		rows: `A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready`, book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
(Kèm theo Quyết định số 1500/QĐ-UBND ngày 05/12/2023 của UBND thành phố)
(Kèm theo Quyết định số 1422/QĐ-UBND ngày 20/11/2023 của UBND thành phố)
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao`},
	{name: "a decision given by a person, unreadable", opts: Options{Answers: Answers{{Code: "DECISION", Value: "số cũ"}}},
		rows: `A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; held`, says: "ANSWER_UNREADABLE", book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
(Kèm theo Quyết định số 1422/QĐ-UBND ngày 20/11/2023 của UBND thành phố)
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao`},
	{name: "rows of another kind of marker", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 65; 3; 2/2023; ready
		C Mẫu; HTX Ba; xã San Thàng; 66; 3; 2/2023; ready`, book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
1.1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao
a|B Mẫu|HTX Hai|xã San Thàng|#65|3 sao
II|C Mẫu|HTX Ba|xã San Thàng|#66|3 sao`},
	{name: "names that begin like notes and totals, with gaps", rows: `
		Tổng hợp trà Mẫu; HTX Một; xã San Thàng; -; 3; 2/2023; ready
		Cộng đồng Mẫu homestay; HTX Hai; -; 65; 3; 2/2023; ready
		Trang trại gà Mẫu; HTX Ba; xã San Thàng; 66; 3; 2/2023; ready
		Ghi chú xanh Mẫu; -; xã San Thàng; 66; 3; 2/2023; held`, says: "E3 SCORE_MISSING\nD4 COMMUNE_MISSING\nC6 OWNER_MISSING", book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
1|Tổng hợp trà Mẫu|HTX Một|xã San Thàng||3 sao
2|Cộng đồng Mẫu homestay|HTX Hai||#65|3 sao
3|Trang trại gà Mẫu|HTX Ba|xã San Thàng|#66|3 sao
4|Ghi chú xanh Mẫu||xã San Thàng|#66|3 sao`},
	{name: "no numbering at all", rows: `
		A Mẫu; HTX Một; Xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX Hai; Xã San Thàng; 65; 3; 2/2023; ready`, book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
Tên sản phẩm|Chủ thể|Điểm|Hạng sao
Xã San Thàng|||
A Mẫu|HTX Một|#55|3 sao
B Mẫu|HTX Hai|#65|3 sao
Tổng: 02 sản phẩm|||`},
	{name: "scores of two levels side by side", rows: `A Mẫu; HTX Một; xã San Thàng; 56; 3; 2/2023; held`, says: "HEADER_AMBIGUOUS", book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm cấp huyện|Điểm cấp tỉnh|Hạng sao
1|A Mẫu|HTX Một|xã San Thàng|#56|#71|3 sao`},
	{name: "score as a date", rows: `A Mẫu; HTX Một; xã San Thàng; -; 3; 2/2023; held`, says: "E3 SCORE_UNREADABLE", book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
1|A Mẫu|HTX Một|xã San Thàng|@2023-05-12|3 sao`},
	{name: "file of one commune, address only", rows: `A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready`, book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Địa chỉ sản xuất|Điểm|Hạng sao|Phường/xã
1|A Mẫu|HTX Một|Bản Mẫu|#55|3 sao|xã San Thàng`},
	{name: "stars beside new stars are never picked", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 4; 2/2023; held
		B Mẫu; HTX Hai; xã San Thàng; 56; 3; 2/2023; held`, says: "E3 STAR_SCORE_CONFLICT\nHEADER_AMBIGUOUS", book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Hạng sao|Hạng sao mới|Điểm
1|A Mẫu|HTX Một|xã San Thàng|4 sao|3 sao|#55
2|B Mẫu|HTX Hai|xã San Thàng|3 sao|3 sao|#56`},
	{name: "a list of withdrawals is held", rows: `A Mẫu; HTX Một; xã San Thàng; -; 3; 2/2023; held`, says: "TITLE_PROPOSES", book: `
== S
DANH SÁCH SẢN PHẨM OCOP BỊ THU HỒI GIẤY CHỨNG NHẬN ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Hạng sao
1|A Mẫu|HTX Một|xã San Thàng|3 sao`},
	{name: "self-scored registration beside the results", rows: `A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready`, note: "SHEET_SKIPPED", book: `
== DS đăng ký
DANH SÁCH ĐĂNG KÝ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
1|A Mẫu|HTX Một|xã San Thàng|#66|3 sao
2|B Mẫu|HTX Hai|xã San Thàng|#67|3 sao
== KQ
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao`},
	{name: "a sheet of proposals", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 75; 4; 2/2023; held`, says: "TITLE_PROPOSES", book: `
== 3 sao
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao
== Đề nghị cấp tỉnh
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
1|B Mẫu|HTX Hai|xã San Thàng|#75|4 sao`},
	{name: "a note takes the grant back", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; held
		B Mẫu; HTX Hai; xã San Thàng; 66; 3; 2/2023; ready`, says: "G3 NOTE_CONTRADICTS", book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao|Ghi chú
1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao|Rút hồ sơ theo đơn của chủ thể
2|B Mẫu|HTX Hai|xã San Thàng|#66|3 sao|Không đạt tiêu chí bắt buộc 4 sao`},
}
