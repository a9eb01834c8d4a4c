package layout

func init() {
	RegisterOrnament(Ornament{
		Name: "brocade-frame", Doc: "Khung dệt thổ cẩm, sao tám cánh ở bốn góc",
		Params: []Param{{"band", 8, 3, 40, "bề rộng dải"}},
		Colors: []string{"nền dải", "mũi dệt chính", "mũi dệt phụ", "mũi dệt nhấn", "nửa sáng của sao", "nửa tối của sao"},
		Draw:   brocadeFrame,
	})
	RegisterOrnament(Ornament{
		Name: "brocade", Doc: "Dải dệt thổ cẩm thẳng, chạy theo cạnh dài",
		Colors: []string{"nền dải", "mũi dệt chính", "mũi dệt phụ", "mũi dệt nhấn"},
		Draw:   brocadeBand,
	})
	RegisterOrnament(Ornament{
		Name: "notched-rule", Doc: "Đường viền mảnh, góc khoét tròn vào trong",
		Params: []Param{{"width", 0.3, 0.05, 5, "nét"}, {"notch", 7, 1, 40, "bán kính góc khoét"}, {"ring", 0, 0, 10, "bán kính vòng nhỏ ở góc; 0: không có"}},
		Colors: []string{"nét"},
		Draw:   notchedRule,
	})
	RegisterOrnament(Ornament{
		Name: "guilloche", Doc: "Dải sóng mảnh đan nhau quanh khung, như trên giấy tờ có giá",
		Params: []Param{{"band", 4, 1, 20, "bề rộng dải"}, {"waves", 4, 1, 12, "số đường sóng"},
			{"period", 9, 2, 60, "bước sóng"}, {"width", 0.12, 0.05, 2, "nét"}},
		Colors: []string{"các đường sóng, lần lượt"},
		Draw:   guilloche,
	})
	RegisterOrnament(Ornament{
		Name: "divider", Doc: "Đường phân cách thon hai đầu, hình thoi ở giữa",
		Params: []Param{{"gap", 0, 0, 300, "khoảng trống ở giữa"}},
		Colors: []string{"nét", "hình thoi"},
		Draw:   divider,
	})
	RegisterOrnament(Ornament{
		Name: "terraces", Doc: "Ruộng bậc thang lên dần từ đáy hộp",
		Params: []Param{{"steps", 9, 2, 40, "số bậc (đếm)"}, {"swell", 6, 0, 60, "độ lượn"}, {"width", 0.25, 0, 3, "nét bờ ruộng; 0: không vẽ"},
			{"lean", 0, -100, 100, "bên phải cao hơn"}, {"valley", 0, 0, 1, "1: trũng ở giữa (tỷ lệ)"}},
		Colors: []string{"bậc thấp nhất", "bậc cao nhất", "bờ ruộng"},
		Draw:   terraces,
	})
	RegisterOrnament(Ornament{
		Name: "sunrise", Doc: "Tia nắng tỏa từ giữa đáy hộp",
		Params: []Param{{"rays", 31, 3, 200, "số tia (đếm)"}, {"inner", 20, 0, 500, "các tia bắt đầu cách tâm"}, {"spread", 0.5, 0.1, 1, "góc tỏa (phần của vòng tròn)"}},
		Colors: []string{"tia"},
		Draw:   sunrise,
	})
	RegisterOrnament(Ornament{
		Name: "drum", Doc: "Hoa văn tròn nhiều vòng quanh ngôi sao nhiều tia, để in chìm",
		Params: []Param{{"rays", 14, 6, 40, "số tia (đếm)"}},
		Colors: []string{"nét"},
		Draw:   drum,
	})
	RegisterOrnament(Ornament{
		Name: "ribbon", Doc: "Dải băng ngang, hai đuôi gấp ra sau",
		Params: []Param{{"tail", 14, 0, 60, "chiều dài mỗi đuôi"}, {"drop", 2.2, 0, 20, "đuôi thấp hơn mặt băng"}},
		Colors: []string{"mặt băng", "đuôi", "nếp gấp", "chỉ viền"},
		Draw:   ribbon,
	})
	RegisterOrnament(Ornament{
		Name: "tea", Doc: "Búp chè nằm dọc hộp, cuống ở bên trái",
		Params: []Param{{"flip", 0, 0, 1, "1: cuống ở bên phải"}},
		Colors: []string{"nửa sáng của lá", "nửa tối của lá và cuống"},
		Draw:   teaSprig,
	})
}
