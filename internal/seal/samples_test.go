package seal

import "fmt"

// sampleBodies are invented certificates of the usual shapes.
func sampleBodies() []Body {
	products := []string{"Chè cổ thụ Sin Hồ", "Miến dong Bình Lư", "Gạo nếp Tan Pỏm Khoang", "Mật ong hoa bạc hà 500 ml",
		"Thịt trâu sấy", "Thịt lợn gác bếp Tà Lèng", "Rượu ngô men lá Mường Và (chai thủy tinh 500 ml)", "Bột sắn dây nguyên chất",
		"Măng khô Nậm Hăn", "Hạt mắc ca sấy nứt vỏ", "Cao atiso", "Dịch vụ du lịch cộng đồng bản Sin Suối Hồ"}
	producers := []string{"Hợp tác xã nông nghiệp Hua Nà", "HTX Dịch vụ Thương mại Tả Phìn", "Công ty TNHH MTV Chè Than Uyên",
		"Công ty Cổ phần Dược liệu Tây Bắc", "Hộ kinh doanh Bình Minh", "Tổ hợp tác sản xuất miến dong Bản Bo", "Cơ sở sản xuất Hồng Phúc",
		"Hợp tác xã sản xuất, chế biến nông sản và dịch vụ Nà Tăm", "HTX nông nghiệp Sùng Phài"}
	places := []string{"xã San Thàng, thành phố Lai Châu, tỉnh Lai Châu", "phường Đông Phong, thành phố Lai Châu", "xã Sùng Phài, tỉnh Lai Châu",
		"phường Tân Phong, tỉnh Lai Châu", "xã Bình Lư, huyện Tam Đường, tỉnh Lai Châu"}
	var all []Body
	for i := range 36 {
		score := 5500 + i*37
		b := Body{
			ID: fmt.Sprintf("LC-2023-2-%03d", i+1), Product: products[i%len(products)], Producer: producers[i%len(producers)],
			Place: places[i%len(places)], Stars: 3 + i%2, Score: &score, Decision: "1422/QĐ-UBND",
			Decided: DayOf(2023, 11, 20), LastDay: DayOf(2026, 11, 20), Round: "Đợt 2 năm 2023",
		}
		if i%3 == 0 {
			b.Issued = DayOf(2023, 12, 4)
		}
		all = append(all, b)
	}
	return all
}
