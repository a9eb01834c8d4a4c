package intake

func init() { kinds = append(kinds, moreKinds...) }

var moreKinds = []truth{
	{name: "runs in old and new fonts", rows: `
		Chè Mẫu Tà Lèng; Hợp tác xã Ví Dụ; xã San Thàng; 55; 3; 2/2023; ready
		Miến dong Mẫu; HTX Ví Dụ Hai; xã Sùng Phài; 61; 3; 2/2023; ready`, note: "TEXT_CONVERTED", book: `
== Sheet1
Kết quả đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|{Arial:Chè Mẫu }{.VnTime:Tµ LÌng}|[.VnTime]Hîp t¸c x· VÝ Dô|{.VnTime:x· }{Times New Roman:San Thàng}|#55|3 sao
#2|{VNI-Times:Mie}{VNI-Times:án dong }{Arial:Mẫu}|HTX Ví Dụ Hai|xã Sùng Phài|#61|3 sao`},
	{name: "part of a name struck through", rows: `
		Chè cũ Chè mới Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; held
		Chè Mẫu Hai; HTX Một; xã San Thàng; 55; 4; 2/2023; held`, says: "B3 ROW_STRUCK_OUT\nF4 ROW_STRUCK_OUT\nF4 STAR_SCORE_CONFLICT", book: `
== Sheet1
Kết quả đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|{x:Chè cũ }{Arial:Chè mới Mẫu}|HTX Một|xã San Thàng|#55|3 sao
#2|Chè Mẫu Hai|HTX Một|xã San Thàng|#55|{Arial:4 sao}{x: }`[0:0] + `
== Sheet1
Kết quả đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|{x:Chè cũ }{Arial:Chè mới Mẫu}|HTX Một|xã San Thàng|#55|3 sao
#2|Chè Mẫu Hai|HTX Một|xã San Thàng|#55|[x]4 sao`},
	{name: "capital font", rows: `CHÈ SHAN MẪU; Hợp tác xã Ví Dụ; xã San Thàng; 55; 3; 2/2023; ready`, note: "TEXT_CONVERTED", book: `
== Sheet1
Kết quả đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|[.VnTimeH]chÌ shan mÉu|[.VnTime]Hîp t¸c x· VÝ Dô|xã San Thàng|#55|3 sao`},
	{name: "Unicode typed into an old font stays", rows: `
		Mật ong rừng Mẫu; Hợp tác xã Ví Dụ; xã San Thàng; 55; 3; 2/2023; ready
		Rau má Mẫu; HTX Bà Mẫu; xã San Thàng; 56; 3; 2/2023; ready`, book: `
== Sheet1
Kết quả đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|[.VnTime]Mật ong rừng Mẫu|[.VnTime]Hợp tác xã Ví Dụ|[.VnTime]xã San Thàng|#55|3 sao
#2|[.VnTime]Rau má Mẫu|[.VnTime]HTX Bà Mẫu|[.VnTime]xã San Thàng|#56|3 sao`},
	{name: "one sheet mixes Unicode and rows pasted from an old file", rows: `
		Chè Mẫu; Hợp tác xã Ví Dụ; xã San Thàng; 55; 3; 2/2023; ready
		Miến dong Mẫu; Hợp tác xã Cắng Đắng; phường Quyết Thắng; 61; 3; 2/2023; ready
		Ruốc cá lóc Tả Gia Khâu; Hộ kinh doanh Ví Dụ Mẫu; phường Quyết Tiến; 62; 3; 2/2023; ready`, note: "TEXT_CONVERTED", book: `
== Sheet1
Kết quả đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|Chè Mẫu|Hợp tác xã Ví Dụ|xã San Thàng|#55|3 sao
#2|Miến dong Mẫu|Hợp tác xã Cắng Đắng|phường Quyết Thắng|#61|3 sao
#3|Ruèc c¸ lãc T¶ Gia Kh©u|Hé kinh doanh VÝ Dô MÉu|ph` + "\u00ad" + `êng QuyÕt TiÕn|#62|3 sao`},
	{name: "stars crossed in brackets of a heading", rows: `A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready`, book: `
== Sheet1
Đợt 2 năm 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Hạng sao (đăng ký)|Điểm (tối đa 100)|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|4 sao|#55|3 sao`},
	{name: "OCOP 2023 without the word năm", rows: `A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready`, book: `
== Sheet1
OCOP 2023 – ĐỢT 2
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao`},
	{name: "year from the decision's line", rows: `A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready`, book: `
== Sheet1
DANH SÁCH SẢN PHẨM OCOP ĐỢT 2
(Kèm theo Quyết định số 1422/QĐ-UBND ngày 20/11/2023 của UBND thành phố Lai Châu)
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao`},
	{name: "products that were not recognised, in a list of their own", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; -; -; 2/2023; not_certified`, book: `
== Sheet1
DANH SÁCH SẢN PHẨM OCOP ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao

DANH SÁCH SẢN PHẨM KHÔNG ĐẠT ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Lý do
#1|B Mẫu|HTX Hai|xã San Thàng|Thiếu hồ sơ`},
	{name: "a summary of stars above the table", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 75; 4; 2/2023; ready`, book: `
== Sheet1
ĐỢT 2 NĂM 2023
Hạng sao|Số lượng
3 sao|#1
4 sao|#1

STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm
#1|A Mẫu|HTX Một|xã San Thàng|#55
#2|B Mẫu|HTX Hai|xã San Thàng|#75`},
	{name: "section with a wrong count", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX Hai; phường Đoàn Kết; 65; 3; 2/2023; ready`, says: "A3 COUNT_MISMATCH", book: `
== Sheet1
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Điểm|Hạng sao
I. xã San Thàng (03 sản phẩm)||||
#1|A Mẫu|HTX Một|#55|3 sao
II. phường Đoàn Kết: 01 sản phẩm||||
#1|B Mẫu|HTX Hai|#65|3 sao
~merge A3:E3 A5:E5`},
	{name: "numbers in another order are no gap", rows: `
		A Mẫu; HTX Một; -; 55; 3; 2/2023; ready
		B Mẫu; HTX Hai; -; 65; 3; 2/2023; ready
		C Mẫu; HTX Hai; -; 65; 3; 2/2023; ready
		E Mẫu; HTX Hai; -; 65; 3; 2/2023; ready
		D Mẫu; HTX Hai; -; 65; 3; 2/2023; ready`, book: `
== Sheet1
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Điểm|Hạng sao
#1|A Mẫu|HTX Một|#55|3 sao
#2|B Mẫu|HTX Hai|#65|3 sao
#3|C Mẫu|HTX Hai|#65|3 sao
#5|E Mẫu|HTX Hai|#65|3 sao
#4|D Mẫu|HTX Hai|#65|3 sao`},
	{name: "result in one column", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55.5; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 65; 3; 2/2023; ready
		C Mẫu; HTX Ba; xã San Thàng; 75; 4; 2/2023; not_certified`, book: `
== Sheet1
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Kết quả
#1|A Mẫu|HTX Một|xã San Thàng|55,5 điểm - 3 sao
#2|B Mẫu|HTX Hai|xã San Thàng|65 điểm, đạt 3 sao
#3|C Mẫu|HTX Ba|xã San Thàng|75 điểm, đề nghị 4 sao`},
	{name: "draft sheet is passed over", rows: `A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready`, note: "SHEET_SKIPPED", book: `
== Kết quả
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao
== Bản nháp
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#54|3 sao`},
	{name: "an older copy in a plain sheet is a conflict", rows: `A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; held`, says: "B3 DUPLICATE_CONFLICT", book: `
== Kết quả
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao
== Sheet2
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#54|3 sao`},
	{name: "a duplicate answered", opts: Options{Answers: Answers{{Code: "DUPLICATE_CONFLICT", Sheet: "S", Cell: "B4", Value: "yes"}}}, rows: `A Mẫu; HTX Một; xã San Thàng; 56; 3; 2/2023; ready`, book: `
== S
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao
#2|A Mẫu|HTX Một|xã San Thàng|#56|3 sao`},
	{name: "a struck row and its correction", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; held
		A Mẫu; HTX Một; xã San Thàng; 56; 3; 2/2023; ready`, says: "B3 ROW_STRUCK_OUT", book: `
== S
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
[x]#1|[x]A Mẫu|[x]HTX Một|[x]xã San Thàng|[x]#55|[x]3 sao
#2|A Mẫu|HTX Một|xã San Thàng|#56|3 sao`},
	{name: "answers with values", opts: Options{Answers: Answers{{Code: "STARS_UNREADABLE", Sheet: "S", Cell: "F3", Value: "3 sao"}, {Code: "OWNER_MISSING", Sheet: "S", Cell: "C4", Value: "HTX Hai"},
		{Code: "SCORE_OUT_OF_RANGE", Value: "yes"}, {Code: "STAR_SCORE_CONFLICT", Value: "yes"}}}, rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 65; 3; 2/2023; ready
		C Mẫu; HTX Ba; xã San Thàng; 67.5; 3; 2/2023; ready
		D Mẫu; HTX Bốn; xã San Thàng; 72.5; 3; 2/2023; ready
		E Mẫu; HTX Năm; xã San Thàng; 48; 3; 2/2023; held`, says: "F7 STAR_SCORE_CONFLICT", book: `
== S
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#55|3-4 sao
#2|B Mẫu||xã San Thàng|#65|3 sao
#3|C Mẫu|HTX Ba|xã San Thàng|#675|3 sao
#4|D Mẫu|HTX Bốn|xã San Thàng|#72.5|3 sao
#5|E Mẫu|HTX Năm|xã San Thàng|#48|3 sao`},
	{name: "a column corrected", opts: Options{Answers: Answers{{Code: "COLUMN", Sheet: "S", Cell: "C2", Value: "producer"}}}, rows: `A Mẫu; Nhóm cùng sở thích Một; xã San Thàng; 55; 3; 2/2023; ready`, book: `
== S
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Bên làm ra|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|Nhóm cùng sở thích Một|xã San Thàng|#55|3 sao`},
	{name: "wrong heading of scores and stars exchanged", rows: `
		A Mẫu; HTX Một; xã San Thàng; -; -; 2/2023; held
		B Mẫu; HTX Hai; xã San Thàng; -; -; 2/2023; held
		C Mẫu; HTX Ba; xã San Thàng; -; -; 2/2023; held`, says: "REQUIRED_COLUMN_MISSING", book: `
== S
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|3 sao|#55
#2|B Mẫu|HTX Hai|xã San Thàng|3 sao|#65
#3|C Mẫu|HTX Ba|xã San Thàng|3 sao|#66`},
	{name: "ditto with nothing above", rows: `A Mẫu; -; xã San Thàng; 55; 3; 2/2023; held`, says: "C3 OWNER_MISSING", book: `
== S
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|-nt-|xã San Thàng|#55|3 sao`},
	{name: "ditto below a missing producer", rows: `
		A Mẫu; -; xã San Thàng; 55; 3; 2/2023; held
		B Mẫu; -; xã San Thàng; 55; 3; 2/2023; held`, says: "C3 OWNER_MISSING\nC4 OWNER_MISSING", book: `
== S
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu||xã San Thàng|#55|3 sao
#2|B Mẫu|nt|xã San Thàng|#55|3 sao`},
	{name: "a sheet for each rank, without a column", rows: `
		A Mẫu; HTX Một; xã San Thàng; -; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; -; 4; 2/2023; ready`, book: `
== 3 sao
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường
#1|A Mẫu|HTX Một|xã San Thàng
== 4 sao
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường
#1|B Mẫu|HTX Hai|xã San Thàng`},
	{name: "long names are held", rows: `
		` + long(310) + `; HTX Một; xã San Thàng; 55; 3; 2/2023; held`, says: "B3 TEXT_TOO_LONG", book: `
== S
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|` + long(310) + `|HTX Một|xã San Thàng|#55|3 sao`},
	{name: "maximum row under the header", rows: `A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready`, book: `
== S
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|A|B|C|Tổng điểm|Hạng sao
|Điểm tối đa|||#40|#25|#35|#100|
#1|A Mẫu|HTX Một|xã San Thàng|#20|#15|#20|#55|3 sao`},
	{name: "phones, groups and representatives", rows: `A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready`, note: "PHONE_REPAIRED", book: `
== S
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Nhóm SP|Chủ thể|Người đại diện|Số điện thoại|Xã/phường|Điểm|Hạng sao|Quy cách|ĐVT
#1|A Mẫu|Thực phẩm|HTX Một|Ví Dụ|#912345678|xã San Thàng|#55|3 sao|Hộp 200 g|Hộp`},
	{name: "đơn vị is decided by content", rows: `
		A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready
		B Mẫu; HTX Hai; xã San Thàng; 56; 3; 2/2023; ready
		C Mẫu; HTX Ba; xã San Thàng; 57; 3; 2/2023; ready`, book: `
== S
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Đơn vị|Đơn vị|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|hộp|HTX Một|xã San Thàng|#55|3 sao
#2|B Mẫu|kg|HTX Hai|xã San Thàng|#56|3 sao
#3|C Mẫu|chai|HTX Ba|xã San Thàng|#57|3 sao`},
	{name: "communes in a sheet's name", rows: `A Mẫu; HTX Một; Xã San Thàng; 55; 3; 2/2023; ready`, book: `
== Xã San Thàng
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Điểm|Hạng sao
#1|A Mẫu|HTX Một|#55|3 sao`},
	{name: "a hidden sheet with the only table", says: "NO_TABLE", book: `
== Ghi chú
Xem trang tính sau
== Cũ (hidden)
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao`},
	{name: "council sheet alone is refused", says: "NO_TABLE", book: `
== Phiếu chấm điểm
PHIẾU CHẤM ĐIỂM CỦA THÀNH VIÊN HỘI ĐỒNG ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|TV1|TV2|TV3|Tổng điểm
#1|A Mẫu|#55|#56|#57|#168`},
	{name: "score sheet of one product is no table", says: "NO_TABLE", book: `
== Phiếu
PHIẾU ĐÁNH GIÁ SẢN PHẨM: CHÈ MẪU
STT|Tiêu chí|Điểm tối đa|Điểm chấm
#1|Nguồn nguyên liệu|#3|#2
#2|Gia tăng giá trị|#3|#2`},
	{name: "registration with a plain heading is no result", says: "NO_TABLE", book: `
== Đăng ký
DANH SÁCH SẢN PHẨM ĐĂNG KÝ THAM GIA ĐÁNH GIÁ, PHÂN HẠNG ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|3 sao`},
	{name: "a list that only proposes is held", rows: `A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; held`, says: "TITLE_PROPOSES", book: `
== S
DANH SÁCH SẢN PHẨM ĐỀ NGHỊ CÔNG NHẬN ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao`},
	{name: "members of the council below the table", rows: `A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready`, book: `
== S
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao

THÀNH VIÊN HỘI ĐỒNG
STT|Họ và tên|Chức vụ|Ghi chú
#1|Thành Viên Một|Chủ tịch|
#2|Thành Viên Hai|Thư ký|`},
	{name: "a count by communes below the table", rows: `A Mẫu; HTX Một; xã San Thàng; 55; 3; 2/2023; ready`, book: `
== S
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|A Mẫu|HTX Một|xã San Thàng|#55|3 sao

STT|Xã/phường|Số sản phẩm
#1|xã San Thàng|#1
#2|phường Đoàn Kết|#0`},
	{name: "năm as a word in other places", rows: `Rượu Năm Sao Mẫu; HTX Năm Châu; xã San Thàng; 55; 3; 2/2023; ready`, book: `
== S
ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|Rượu Năm Sao Mẫu|HTX Năm Châu|xã San Thàng|#55|Ba sao`},
}

func long(n int) string {
	s := []byte("Che mau ")
	for len(s) < n {
		s = append(s, "dai "...)
	}
	return string(s[:n-1]) + "x"
}
