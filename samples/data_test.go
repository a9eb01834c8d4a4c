package samples

// sampleMark stands on every page of every sample.
const sampleMark = "MẪU – KHÔNG CÓ GIÁ TRỊ"

// product is one row of an annex.
type product struct {
	name, group string
	score       float64
	stars       string
	round       int
	note        string
}

// producer has several products; his cells are merged over them.
type producer struct {
	name, address, phone string
	products             []product
}

// commune is a group row and what stands below it.
type commune struct {
	title     string
	producers []producer
}

const (
	food    = "Thực phẩm"
	drink   = "Đồ uống"
	herbal  = "Dược liệu và sản phẩm từ dược liệu"
	craft   = "Hàng thủ công mỹ nghệ"
	tourism = "Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch"
)

// annex is the invented result of the year: 23 products of 12 producers; three
// stars in round 2: 10 products of 6 producers.
var annex = []commune{
	{"XÃ SAN THÀNG", []producer{
		{"Hợp tác xã Minh Họa San Thàng", "Bản Ví Dụ 1, xã San Thàng", "0900 000 011", []product{
			{"Miến dong Minh Họa San Thàng", food, 62.4, "3 sao", 2, ""},
			{"Bột dong riềng nguyên chất", food, 57.8, "3 sao", 2, ""},
			{"Mật ong hoa rừng", food, 61.5, "3 sao", 2, ""},
		}},
		{"Hộ kinh doanh Ví Dụ 01", "Bản Ví Dụ 2, xã San Thàng", "0900 000 012", []product{
			{"Rượu ngô men lá", drink, 54.6, "3 sao", 2, ""},
		}},
		{"Hộ kinh doanh Ví Dụ 02", "Bản Ví Dụ 3, xã San Thàng", "0900 000 013", []product{
			{"Thịt trâu gác bếp", food, 58.9, "3 sao", 1, ""},
		}},
	}},
	{"XÃ SÙNG PHÀI", []producer{
		{"HTX Chè Minh Họa Sùng Phài", "Bản Ví Dụ 4, xã Sùng Phài", "0900 000 014", []product{
			{"Trà shan tuyết cổ thụ Minh Họa Sùng Phài thượng hạng (hộp thiếc 100 g, 20 gói nhỏ × 5 g)", drink, 66.3, "3 sao", 2, ""},
			{"Trà ô long", drink, 64.7, "3 sao", 2, ""},
			{"Hồng trà", drink, 72.5, "Đề nghị 4 sao", 2, "Trình cấp tỉnh đánh giá"},
		}},
		{"Tổ hợp tác dệt thổ cẩm Ví Dụ", "Bản Ví Dụ 5, xã Sùng Phài", "0900 000 015", []product{
			{"Khăn thổ cẩm", craft, 55.2, "3 sao", 1, ""},
			{"Túi xách thổ cẩm", craft, 53.0, "3 sao", 1, ""},
		}},
		{"Ban Quản lý du lịch cộng đồng bản Minh Họa", "Bản Minh Họa, xã Sùng Phài", "0900 000 016", []product{
			{"Du lịch cộng đồng bản Minh Họa", tourism, 60.1, "3 sao", 2, ""},
		}},
	}},
	{"PHƯỜNG ĐÔNG PHONG", []producer{
		{"Công ty TNHH MTV Minh Họa Đông Phong", "Tổ dân phố Ví Dụ 1, phường Đông Phong", "0900 000 017", []product{
			{"Mắc-ca sấy nứt vỏ", food, 67.2, "3 sao", 2, ""},
			{"Nhân mắc-ca sấy", food, 65.9, "3 sao", 2, ""},
			{"Bánh mắc-ca", food, 56.1, "3 sao", 1, ""},
			{"Dầu mắc-ca", food, 74.0, "Đề nghị 4 sao", 2, "Trình cấp tỉnh đánh giá"},
		}},
		{"Hộ kinh doanh Ví Dụ 03", "Tổ dân phố Ví Dụ 2, phường Đông Phong", "0900 000 018", []product{
			{"Chẳm chéo", food, 52.8, "3 sao", 1, ""},
		}},
	}},
	{"PHƯỜNG TÂN PHONG", []producer{
		{"HTX Nông nghiệp và Dịch vụ Ví Dụ Tân Phong", "Tổ dân phố Ví Dụ 3, phường Tân Phong", "0900 000 019", []product{
			{"Gạo séng cù", food, 63.0, "3 sao", 2, ""},
			{"Gạo nếp nương", food, 59.3, "3 sao", 1, ""},
		}},
		{"Cơ sở sản xuất Ví Dụ 04", "Tổ dân phố Ví Dụ 4, phường Tân Phong", "0900 000 020", []product{
			{"Thảo quả sấy khô", herbal, 51.6, "3 sao", 1, ""},
			{"Tinh dầu thảo quả", herbal, 46.0, "Không đạt", 2, "Hoàn thiện hồ sơ"},
		}},
	}},
	{"PHƯỜNG ĐOÀN KẾT", []producer{
		{"Công ty Cổ phần Minh Họa Đoàn Kết", "Tổ dân phố Ví Dụ 5, phường Đoàn Kết", "0900 000 021", []product{
			{"Giảo cổ lam túi lọc", herbal, 58.0, "3 sao", 1, ""},
			{"Trà tam thất", herbal, 61.8, "3 sao", 1, ""},
		}},
		{"Hộ kinh doanh Ví Dụ 05", "Tổ dân phố Ví Dụ 6, phường Đoàn Kết", "0900 000 022", []product{
			{"Măng ớt", food, 44.5, "Không đạt", 2, "Hoàn thiện hồ sơ"},
		}},
	}},
}
