package viet

import "strings"

// officeText is administrative prose of our own, in the words such papers use.
const officeText = `Ủy ban nhân dân thành phố giao phòng Kinh tế chủ trì, phối hợp với Văn phòng chuẩn bị nội dung và
điều kiện cơ sở vật chất cho Hội nghị công bố Quyết định, trao Giấy chứng nhận sản phẩm đạt ba sao. Các chủ thể có sản
phẩm được công nhận mang ít nhất mười đơn vị sản phẩm đến trưng bày, giới thiệu tại Hội nghị. Ủy ban nhân dân các xã,
phường thông tin đến từng chủ thể về thời gian, địa điểm tổ chức; đại diện lãnh đạo các cơ quan, đơn vị liên quan dự đầy
đủ, đúng giờ. Kinh phí tổ chức được sử dụng từ nguồn sự nghiệp kinh tế năm nay. Quyết định này có hiệu lực kể từ ngày ký;
Chánh Văn phòng, Trưởng phòng Kinh tế, Chủ tịch Ủy ban nhân dân các xã, phường và các tổ chức, cá nhân có tên trong danh
sách kèm theo chịu trách nhiệm thi hành. Hợp tác xã, tổ hợp tác, hộ kinh doanh, doanh nghiệp tư nhân và công ty trách
nhiệm hữu hạn một thành viên giữ gìn chất lượng, truy xuất nguồn gốc, nhãn hiệu và bao bì theo đúng hồ sơ đã được Hội đồng
đánh giá, phân hạng. Nước mắm, tương ớt, mật ong, chè xanh, thổ cẩm, miến dong, rượu ngô, thịt trâu gác bếp là những mặt
hàng quen thuộc ở các phiên chợ vùng cao, nơi người dân quý khách như người nhà và giữ nghề dệt, nghề thủ công truyền thống.`

const communes = `Đoàn Kết Tân Phong Đông Phong Quyết Tiến Quyết Thắng San Thàng Sùng Phài Nùng Nàng Bản Giang Lản Nhì Thàng
Bình Lư Sin Suối Hồ Tả Lèng Bản Bo Khun Há Bum Tở Nậm Hàng Thu Lũm Pa Ủ Mường Tè Mù Cả Hua Bum Tà Tổng Bum Nưa Mường Mô
Sìn Hồ Lê Lợi Pa Tần Hồng Thu Nậm Tăm Tủa Sín Chải Pu Sam Cáp Nậm Mạ Nậm Cuổi Phong Thổ Sì Lở Lầu Dào San Khổng Lào
Than Uyên Tân Uyên Mường Khoa Nậm Sỏ Pắc Ta Mường Than Mường Kim Khoen On`

// encodeTCVN3 and encodeVNI write NFC text as the old fonts hold it, seen
// through windows-1252. Toned capitals of TCVN3 fall to small letters, as they
// do in a file.
func encodeTCVN3(s string) string {
	back := map[rune]rune{}
	for b, r := range tcvn3 {
		if r != 0 {
			back[r] = view1252[b]
		}
	}
	return strings.Map(func(r rune) rune {
		if o, ok := back[r]; ok {
			return o
		}
		if o, ok := back[[]rune(strings.ToLower(string(r)))[0]]; ok && r >= 0x80 {
			return o
		}
		return r
	}, s)
}

func encodeVNI(s string) string {
	var out strings.Builder
	for _, r := range s {
		l := letterOf(r)
		out.WriteString(vniOf(r, l))
	}
	return out.String()
}

func vniOf(r rune, l letter) string {
	for b, x := range vniSingle {
		if x == r {
			return string(view1252[b])
		}
	}
	if l.code == 0 || !l.marked() {
		return string(r)
	}
	base := rune(plain(l.code))
	hat, brev := l.code == 'B' || l.code == 'E' || l.code == 'O', l.code == 'A'
	switch l.code {
	case 'P':
		base = 'ô' // byte F4
	case 'U':
		base = 'ö' // byte F6
	}
	for b, m := range vniMarks {
		if m.hat == hat && m.brev == brev && m.tone == l.tone {
			if l.upper {
				return strings.ToUpper(string(base)) + string(view1252[b&^0x20])
			}
			return string(base) + string(view1252[b])
		}
	}
	panic("no mark for " + string(r))
}

// see1258 shows a windows-1252 view as a PC with the Vietnamese code page does.
func see1258(s string) string {
	swap := map[rune]rune{'Ã': 'Ă', 'Ì': '\u0300', 'Ð': 'Đ', 'Ò': '\u0309', 'Õ': 'Ơ', 'Ý': 'Ư', 'Þ': '\u0303',
		'ã': 'ă', 'ì': '\u0301', 'ð': 'đ', 'ò': '\u0323', 'õ': 'ơ', 'ý': 'ư', 'þ': '₫'}
	return strings.Map(func(r rune) rune {
		if o, ok := swap[r]; ok {
			return o
		}
		return r
	}, s)
}
