package intake

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// spellings are the headings of domain papers, one list a field. Each must be
// understood in a table whose other headings are the usual ones.
var spellings = map[string]string{
	"no":      "STT; TT; Stt; Số TT; Số thứ tự; S.T.T; No; !#; Thứ tự",
	"name":    "Tên sản phẩm; Sản phẩm; Tên SP; Tên sản phẩm OCOP; Sản phẩm OCOP; Tên sản phẩm/dịch vụ; Tên sản phẩm được công nhận; Sản phẩm tham gia đánh giá; Tên hàng hóa; Sản phẩm đăng ký; TÊN SẢN PHẨM; Tên\\nsản phẩm; Tên sản -phẩm; Tên sản phẩm (ghi theo hồ sơ); Tên sản phẩm, dịch vụ",
	"owner":   "Chủ thể; Tên chủ thể; Chủ thể OCOP; Chủ thể sản xuất; Chủ thể sản phẩm; Tên cơ sở; Cơ sở sản xuất; Đơn vị; Tên đơn vị; Tên tổ chức/cá nhân; Đơn vị sản xuất; Nhà sản xuất; Tên HTX/DN/hộ kinh doanh; Tên doanh nghiệp, HTX, THT, hộ KD; Chủ thể (HTX, DN, hộ KD); Tên chủ thể\\nsản xuất",
	"commune": "Xã/phường; Xã, phường; Xã, phường, thị trấn; Tên xã; Địa phương; Địa bàn; Đơn vị hành chính; UBND xã; Xã; Phường; Địa chỉ; Địa chỉ chủ thể; Địa chỉ sản xuất; Địa chỉ cơ sở; Nơi sản xuất; Địa điểm; Địa điểm sản xuất; Trụ sở",
	"score":   "Điểm; Tổng điểm; Điểm TB; Điểm trung bình; Điểm đánh giá; Số điểm; Kết quả chấm điểm; Điểm Hội đồng; Điểm bình quân; Tổng điểm trung bình; Điểm đạt; Điểm\\nTB; Tổng điểm (100); Điểm trung bình của Hội đồng",
	"stars":   "Hạng sao; Hạng; Xếp hạng; Phân hạng; Kết quả phân hạng; Kết quả xếp hạng; Số sao; Hạng sao đạt; Đạt hạng; Xếp hạng sao; Hạng OCOP; Cấp sao; Kết quả; Hạng\\nsao; Hạng sao (3-5 sao); Kết quả đánh giá, phân hạng; Đạt sao",
	"round":   "Đợt; Đợt đánh giá; Đợt công nhận; Lần; Kỳ; Đợt/năm; Đợt cấp; Lần đánh giá",
	"year":    "Năm; Năm công nhận; Năm đánh giá; Năm cấp; Năm được công nhận; Năm đạt; Thời gian công nhận; Năm cấp GCN",
}

// besides are headings of columns that must not disturb the others, with what
// stands in them.
var besides = map[string]string{
	"Loại hình": "HTX", "Loại hình chủ thể": "Hộ kinh doanh", "Loại hình tổ chức": "HTX", "Hình thức tổ chức": "HTX", "Thành phần kinh tế": "Kinh tế tập thể",
	"Huyện": "TP Lai Châu", "Huyện/TP": "TP Lai Châu", "Huyện, thành phố": "Thành phố Lai Châu", "Cấp huyện": "Lai Châu",
	"Phần A": "#20", "Điểm phần A": "#20", "A (40 điểm)": "#20", "Sản phẩm và sức mạnh cộng đồng": "#20", "Khả năng tiếp thị": "#15", "Chất lượng sản phẩm": "#20",
	"Nhóm sản phẩm": "Thực phẩm", "Bộ sản phẩm": "Chè tươi, chế biến", "Ngành hàng": "Thực phẩm", "Lĩnh vực": "Đồ uống", "Loại sản phẩm": "Thực phẩm", "Phân nhóm": "Mật ong",
	"Đánh giá lần đầu/đánh giá lại": "Lần đầu", "Hình thức đánh giá": "Đánh giá lại", "Mới/lại": "Mới", "Tình trạng": "Mới",
	"Quyết định": "1422/QĐ-UBND", "Số quyết định": "1422/QĐ-UBND", "Số, ngày QĐ": "1422/QĐ-UBND ngày 20/11/2023", "Căn cứ": "Tờ trình 12/TTr-PKT",
	"Số GCN": "05", "Số giấy chứng nhận": "05/2023/GCN", "Số vào sổ": "07", "Mã số GCN": "12-3",
	"Ngày cấp": "20/11/2023", "Ngày ký": "@2023-11-20", "Ngày QĐ": "20.11.2023", "Ngày hết hạn": "20/11/2026", "Thời hạn": "36 tháng", "Có giá trị đến": "20/11/2026",
	"Điện thoại": "0912345678", "SĐT": "0912 345 678", "Số ĐT": "#912345678", "Liên hệ": "0213 3878 000", "Người đại diện": "Nguyễn Văn Mẫu", "Giám đốc": "Nguyễn Văn Mẫu", "Chủ hộ": "Nguyễn Văn Mẫu",
	"MST": "6200000000", "Mã số thuế": "6200000000", "Số ĐKKD": "23A8000000", "CCCD": "012345678901", "Mã sản phẩm": "12-105-03388-1-2023", "Mã hồ sơ": "HS01", "Mã truy xuất": "8930000000001",
	"Quy cách": "Hộp 500 g", "ĐVT": "Hộp", "Đơn vị tính": "Hộp", "Khối lượng": "500 g", "Dung tích": "500 ml", "Bao bì": "Túi",
	"Số lượng": "#10", "SL": "#10", "Số lượng trưng bày": "#10", "Vị trí": "Gian 3", "Gian hàng": "#3", "Bàn số": "#3", "Đơn vị tư vấn": "Công ty TNHH Tư vấn Mẫu", "Tư vấn": "Công ty CP Tư vấn Mẫu",
	"Ghi chú": "Bổ sung nhãn", "Ý kiến": "Đồng ý", "Kiến nghị": "Tiếp tục hoàn thiện bao bì", "Khác": "x",
	"Hạng sao đề nghị": "4 sao", "Hạng sao đăng ký": "4 sao", "Tự chấm điểm": "#88", "Điểm tự đánh giá": "#88", "Điểm cấp xã": "#80", "Hạng sao cũ": "4 sao",
	"Điểm tối đa": "#100", "Điểm chuẩn": "#100", "Điểm TV1": "#51", "Thành viên 1": "#52",
}

var usualHeadings = map[string]string{"no": "STT", "name": "Tên sản phẩm", "owner": "Chủ thể", "commune": "Xã/phường", "score": "Điểm", "stars": "Hạng sao", "round": "Đợt", "year": "Năm"}

// headed writes a table of three rows with one heading of a field replaced and
// further columns at the end.
func headed(order []string, field, heading string, more ...[2]string) string {
	values := []map[string]string{
		{"no": "#1", "name": "Chè Mẫu", "owner": "HTX Ví Dụ Một", "commune": "xã San Thàng", "score": "#55.5", "stars": "3 sao", "round": "#2", "year": "#2023"},
		{"no": "#2", "name": "Miến Mẫu", "owner": "Hộ kinh doanh Ví Dụ Hai", "commune": "phường Đoàn Kết", "score": "#61", "stars": "3 sao", "round": "#2", "year": "#2023"},
		{"no": "#3", "name": "Mật ong Mẫu", "owner": "Công ty TNHH Ví Dụ Ba", "commune": "xã Sùng Phài", "score": "#72.25", "stars": "4 sao", "round": "#2", "year": "#2023"},
	}
	var head []string
	for _, f := range order {
		h := usualHeadings[f]
		if f == field {
			h = heading
		}
		head = append(head, h)
	}
	for _, m := range more {
		head = append(head, m[0])
	}
	lines := []string{"== S", "KẾT QUẢ", strings.Join(head, "|")}
	for _, v := range values {
		var cells []string
		for _, f := range order {
			cells = append(cells, v[f])
		}
		for _, m := range more {
			cells = append(cells, m[1])
		}
		lines = append(lines, strings.Join(cells, "|"))
	}
	return strings.Join(lines, "\n")
}

var orders = [][]string{
	{"no", "name", "owner", "commune", "score", "stars", "round", "year"},
	{"no", "owner", "commune", "name", "round", "year", "score", "stars"},
	{"stars", "name", "score", "year", "owner", "round", "commune", "no"},
}

func TestEveryHeadingIsUnderstood(t *testing.T) {
	want := splitLines(threeRows)
	for field, list := range spellings {
		for _, heading := range strings.Split(list, "; ") {
			for i, order := range orders {
				h := heading
				switch { // each heading in each order, and once in capitals and with a colon
				case i == 1 && !strings.Contains(h, `\n`):
					h = strings.ToUpper(h)
				case i == 2:
					h += " :"
				}
				r := read(t, headed(order, field, h), Options{})
				if got := rows(r); !slices.Equal(got, want) || len(reported(r)) > 0 {
					t.Errorf("%s «%s», order %d:\n%s%v", field, h, i, compareLines(got, want), reported(r))
				}
			}
		}
	}
}

func TestOtherColumnsDisturbNothing(t *testing.T) {
	want := splitLines(threeRows)
	for i, heading := range slices.Sorted(maps.Keys(besides)) {
		content, order := besides[heading], orders[i%len(orders)]
		for _, book := range []string{headed(order, "", "", [2]string{heading, content}), fronted(headed(order, "", ""), heading, content)} {
			r := read(t, book, Options{})
			if got := rows(r); !slices.Equal(got, want) || len(reported(r)) > 0 {
				t.Errorf("«%s» = %s:\n%s\n%s%v", heading, content, book, compareLines(got, want), reported(r))
			}
		}
	}
}

// fronted puts one more column before all others.
func fronted(book, heading, content string) string {
	lines := strings.Split(book, "\n")
	for i := range lines {
		switch {
		case i == 2:
			lines[i] = heading + "|" + lines[i]
		case i > 2:
			lines[i] = content + "|" + lines[i]
		}
	}
	return strings.Join(lines, "\n")
}
