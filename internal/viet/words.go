package viet

import "strings"

// knownWords are words of two syllables and more (and place names of the
// province) that a line should not part. They are the words of this programme:
// products, producers, administration. One line a field.
const knownWords = `
hợp tác xã, công ty tnhh, công ty cổ phần, công ty cp, liên hiệp, tổ hợp tác, hộ kinh doanh, hộ sản xuất, công ty, cổ phần, trách nhiệm hữu hạn, một thành viên, hai thành viên, doanh nghiệp tư nhân, doanh nghiệp, tư nhân, cơ sở sản xuất, cơ sở, sản xuất, kinh doanh, thương mại, dịch vụ, nông nghiệp, lâm nghiệp, nông sản, lâm sản, hải sản, thủy sản, tổng hợp, công nghệ cao, liên kết, gắn với, chuỗi giá trị, xây dựng, đầu tư, phát triển, xuất khẩu, nhập khẩu, chế biến, bảo quản, đóng gói, phân phối, tiêu thụ, cung ứng, trồng trọt, chăn nuôi, nuôi trồng, thu hái, thu mua, sơ chế, hợp tác, tổ chức, cá nhân, gia đình, chi nhánh, tập đoàn, nhà máy, xưởng, trang trại
sản phẩm, chủ thể, chương trình, mỗi xã một sản phẩm, chứng nhận, giấy chứng nhận, quyết định, kế hoạch, hội nghị, hội đồng, đánh giá, phân hạng, xếp hạng, hạng sao, công nhận, phê duyệt, công bố, kết quả, danh sách, phụ lục, biên bản, tiêu chí, hồ sơ, đề nghị, đề xuất, tiềm năng, thu hồi, cấp lại, hiệu lực, đối chiếu, giá trị, thời hạn, hướng dẫn, quy định, quy trình, nghị định, thông tư, nghị quyết, chỉ thị, báo cáo, tờ trình, thông báo, kèm theo, căn cứ, ban hành, thực hiện, triển khai, trưng bày, giới thiệu, quảng bá, xúc tiến, tư vấn, đơn vị, cơ quan, địa chỉ, điện thoại, người đại diện, đại diện, đại biểu, khách mời, ủy quyền, giấy ủy quyền, chức vụ, họ tên, họ và tên, ghi chú, số lượng, chất lượng, trọng lượng, khối lượng, quy cách, bao bì, nhãn hiệu, thương hiệu, mã số, mã vạch, truy xuất, nguồn gốc, xuất xứ, chỉ dẫn địa lý, sở hữu trí tuệ
về việc, ủy ban, ủy ban nhân dân, hội đồng nhân dân, mặt trận tổ quốc, thành ủy, huyện ủy, tỉnh ủy, đảng ủy, thường trực, thường vụ, chủ tịch, phó chủ tịch, bí thư, phó bí thư, giám đốc, phó giám đốc, trưởng phòng, phó trưởng phòng, trưởng ban, phó ban, chủ nhiệm, chủ hộ, chuyên viên, lãnh đạo, thành viên, tổ giúp việc, văn phòng, phòng kinh tế, kinh tế, hạ tầng, đô thị, tài chính, văn hóa, thể thao, truyền thông, thông tin, du lịch, môi trường, tài nguyên, công thương, khoa học, công nghệ, giáo dục, đào tạo, y tế, nông thôn, nông thôn mới, thành phố, thị xã, thị trấn, tổ dân phố, khu phố, dân tộc, tôn giáo, hội nông dân, hội phụ nữ, phụ nữ, nông dân, thanh niên, đoàn thanh niên, cựu chiến binh, công đoàn, phóng viên, nhà báo, trung tâm, bộ phận, trụ sở, phòng họp, cộng hòa xã hội chủ nghĩa, cộng hòa, xã hội, chủ nghĩa, độc lập, tự do, hạnh phúc, quốc gia, nhà nước, nhân dân, chính phủ, thủ tướng, bộ trưởng, cấp tỉnh, cấp huyện, trung ương
mắc ca, mắc khén, miến dong, miến đao, mật ong, hoa rừng, hoa bạc hà, hoa ban, hoa hồi, hoa sen, hoa nhài, hoa cúc, hoa cúc chi, bạc hà, thịt trâu, thịt bò, thịt lợn, thịt gà, gác bếp, xông khói, sấy khô, sấy dẻo, sấy thăng hoa, hun khói, lạp sườn, lạp xưởng, xúc xích, giò chả, chẩm chéo, chẳm chéo, thảo quả, thảo dược, dược liệu, tinh dầu, tinh bột, tinh chất, cao lỏng, cao khô, sâm lai châu, tam thất, đương quy, đẳng sâm, đông trùng hạ thảo, atiso, giảo cổ lam, hà thủ ô, linh chi, nấm hương, nấm linh chi, nấm sò, nấm rơm, mộc nhĩ, măng khô, măng chua, măng ớt, gạo séng cù, séng cù, gạo nếp, nếp tan, nếp nương, gạo tẻ, tẻ râu, gạo lứt, cốm dẹp, bánh chưng, bánh dày, bánh giầy, bánh tẻ, bánh phở, bún khô, phở khô, mì sợi, ngô nếp, rượu ngô, rượu nếp, rượu thóc, rượu táo mèo, rượu cần, rượu trắng, men lá, táo mèo, sơn tra, chè xanh, chè shan tuyết, shan tuyết, trà xanh, trà ô long, ô long, trà shan, chè đen, hồng trà, bạch trà, trà túi lọc, túi lọc, cà phê, ca cao, hạt điều, hạt dẻ, nứt vỏ, treo gió, hạt óc chó, óc chó, hạt tiêu, hạt dổi, gừng tươi, gừng gió, nghệ đen, nghệ vàng, tinh bột nghệ, sả chanh, chanh leo, dưa chuột, bí xanh, bí đỏ, khoai lang, khoai lang mật, khoai sọ, khoai môn, củ đậu, củ cải, cải mèo, rau sạch, rau an toàn, an toàn, hữu cơ, cá hồi, cá tầm, cá suối, cá bống, gà đen, lợn bản, trâu khô, vịt bầu, trứng gà, trứng vịt, sữa tươi, sữa chua, mật mía, đường phên, tương ớt, nước mắm, nước khoáng, nước tinh khiết, tinh khiết, nước ép, nước cốt, gia vị, muối ớt, muối vừng, giấm táo, dầu gội, dầu lạc, dầu sở, xà phòng, mỹ phẩm, thực phẩm, đồ uống, thức uống, chức năng, bồi bổ, nguyên chất, nguyên hạt, tự nhiên, thiên nhiên, đặc sản, truyền thống, cổ truyền, cao cấp, đặc biệt, thượng hạng, loại một, hương vị, thơm ngon, gia truyền, thủ công, thủ công mỹ nghệ, mỹ nghệ, thổ cẩm, dệt thổ cẩm, dệt tay, thêu tay, vải lanh, sợi lanh, khăn piêu, túi xách, quần áo, trang phục, mây tre, mây tre đan, đồ gỗ, gốm sứ, lưu niệm, trang trí, nội thất, cây cảnh, sinh vật cảnh, hoa lan, địa lan, hoa ly, du lịch cộng đồng, cộng đồng, sinh thái, nhà nghỉ, nhà sàn, điểm du lịch, trải nghiệm, ẩm thực, homestay
thủy tinh, lọ thủy tinh, ấm gốm, chén gốm, song ngữ, pha trà, túi zip, hút chân không, chân không, hộp giấy, hộp quà, hộp thiếc, gói nhỏ, chai nhựa, chai thủy tinh, bao bì, tem nhãn, vùng cao, núi cao, rừng già, cổ thụ, lâu năm, bản địa, bản làng, đồng bào, thanh niên xung phong
lai châu, san thàng, đoàn kết, tân phong, đông phong, quyết tiến, quyết thắng, sùng phài, nùng nàng, bản giang, lản nhì thàng, bình lư, sin suối hồ, tả lèng, bản bo, khun há, bum tở, nậm hàng, thu lũm, pa ủ, mường tè, mù cả, hua bum, tà tổng, bum nưa, mường mô, sìn hồ, lê lợi, pa tần, hồng thu, nậm tăm, tủa sín chải, pu sam cáp, nậm mạ, nậm cuổi, phong thổ, sì lở lầu, dào san, khổng lào, than uyên, tân uyên, mường khoa, nậm sỏ, pắc ta, mường than, mường kim, khoen on, tam đường, nậm nhùn, hà nội, điện biên, lào cai, sơn la, yên bái, việt nam
`

// wordTree is a set of words by syllable.
type wordTree struct {
	next map[string]*wordTree
	end  bool
}

var knownTree, knownPairs, knownSyllables = growWords(knownWords)

// growWords reads the list into a tree for segmenting, the pairs that stand
// side by side, and the syllables seen.
func growWords(list string) (*wordTree, map[string]bool, map[string]bool) {
	root, pairs, single := &wordTree{}, map[string]bool{}, map[string]bool{}
	for _, w := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == '\n' }) {
		node := root
		parts := strings.Fields(w)
		for i, p := range parts {
			single[p] = true
			p = foldWord(p)
			if i > 0 {
				pairs[foldWord(parts[i-1])+" "+p] = true
			}
			if node.next == nil {
				node.next = map[string]*wordTree{}
			}
			if node.next[p] == nil {
				node.next[p] = &wordTree{}
			}
			node = node.next[p]
		}
		node.end = true
	}
	return root, pairs, single
}

// knownLength is how many of the words (folded) from the first make one known
// word, the longest; 1 when none does.
func knownLength(words []string) int {
	node, best := knownTree, 1
	for i, w := range words {
		if node = node.next[w]; node == nil {
			break
		}
		if node.end {
			best = i + 1
		}
	}
	return best
}
