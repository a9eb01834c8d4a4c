package plan

import "ocoprint/internal/ocop"

// Example is an invented plan, modelled on what cities publish: names of guests,
// numbers of papers and the signatory are placeholders, and everything printed
// from it says MẪU – KHÔNG CÓ GIÁ TRỊ. samples/mau-ke-hoach.toml is this, written
// by [Write].
func Example() ocop.Settings {
	return ocop.Settings{
		Sample:    true,
		IssueDate: ocop.Date{Year: 2023, Month: 12, Day: 20},
		Authority: ocop.Authority{
			Code: "tp-lai-chau", Name: "Ủy ban nhân dân thành phố Lai Châu", Above: "Tỉnh Lai Châu", Level: ocop.District,
			Place: "Lai Châu", Province: "tỉnh Lai Châu", Office: "Phòng Kinh tế", Phone: "0900 000 000",
			BaseURL: "https://ocop.example", Prefix: "LC", NumberPattern: "{stt:02}/{nam}/GCN-UBND",
			To: ocop.Date{Year: 2025, Month: 6, Day: 30}, Successor: "tinh-lai-chau",
		},
		Signatory:  ocop.Signatory{Lines: []string{"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}, Name: "(Họ và tên người ký)"},
		Conference: exampleConference(),
		Abbreviations: map[string]string{
			"TT": "Trung tâm", "TDP": "Tổ dân phố",
		},
	}
}

func exampleConference() ocop.Conference {
	decision := func(date ocop.Date, issuer, title string) ocop.Announcement {
		return ocop.Announcement{Decision: ocop.Decision{Number: "0000/QĐ-UBND", Date: date, Issuer: issuer, Title: title}}
	}
	return ocop.Conference{
		Title:      "Hội nghị công bố Quyết định, trao Giấy chứng nhận sản phẩm OCOP thành phố Lai Châu đợt 2 năm 2023",
		PlanNumber: "0000/KH-UBND", PlanDate: ocop.Date{Year: 2023, Month: 12, Day: 19},
		Date: ocop.Date{Year: 2023, Month: 12, Day: 20}, Time: "08 giờ 00 phút",
		Room: "Phòng họp số 4, tầng 4", Place: "Trụ sở các cơ quan thành phố Lai Châu",
		Chair: "Lãnh đạo Ủy ban nhân dân thành phố",
		Announces: []ocop.Announcement{
			decision(ocop.Date{Year: 2023, Month: 12, Day: 5}, "Ủy ban nhân dân tỉnh Lai Châu",
				"về việc phê duyệt kết quả đánh giá, phân hạng và cấp Giấy chứng nhận sản phẩm OCOP cấp tỉnh năm 2023"),
			decision(ocop.Date{Year: 2023, Month: 11, Day: 20}, "Ủy ban nhân dân thành phố Lai Châu",
				"về việc phê duyệt kết quả đánh giá, phân hạng và cấp Giấy chứng nhận sản phẩm OCOP thành phố Lai Châu đợt 2 năm 2023"),
		},
		Groups:    exampleGroups(),
		BlankRows: 2, MinDisplay: 10, StageSize: 5, Order: "annex",
		Presenters: []string{"Đại diện lãnh đạo Thành ủy", "Đại diện lãnh đạo UBND thành phố"},
		Programme:  []string{"Tham quan gian trưng bày, giới thiệu sản phẩm OCOP"},
		Notes:      []string{"Các chủ thể mang sản phẩm đến trưng bày trước 07 giờ 30 phút."},
		Host:       "(Người dẫn chương trình)",
	}
}

// exampleGroups follows part I of such a plan, in its order.
func exampleGroups() []ocop.GuestGroup {
	guest := func(honorific, name, title, organisation, phone string) ocop.Attendee {
		return ocop.Attendee{Honorific: honorific, Name: name, Title: title, Organisation: organisation, Phone: phone}
	}
	return []ocop.GuestGroup{
		{Name: "Đại diện Thường trực Thành ủy, HĐND, UBND thành phố", Guests: []ocop.Attendee{
			guest("Đ/c", "Nguyễn Văn Mẫu", "Phó Bí thư Thường trực", "Thành ủy", "0900 000 001"),
			guest("Đ/c", "Trần Thị Mẫu", "Phó Chủ tịch", "HĐND thành phố", "0900 000 002"),
			guest("Đ/c", "Lò Văn Mẫu", "Phó Chủ tịch", "UBND thành phố", "0900 000 003"),
		}},
		{Name: "Đại diện Lãnh đạo và chuyên viên theo dõi chương trình OCOP Sở Nông nghiệp & PTNT Lai Châu", Guests: []ocop.Attendee{
			guest("Đ/c", "Giàng A Mẫu", "Phó Giám đốc", "Sở Nông nghiệp và PTNT", "0900 000 004"),
			guest("Đ/c", "Phạm Thị Ví Dụ", "Chuyên viên", "Sở Nông nghiệp và PTNT", "0900 000 005"),
		}},
		{Name: "Thành viên Hội đồng và tổ giúp việc Hội đồng đánh giá, phân hạng sản phẩm OCOP thành phố Lai Châu", Guests: []ocop.Attendee{
			guest("Đ/c", "Hoàng Văn Ví Dụ", "Trưởng phòng", "Phòng Kinh tế thành phố", "0900 000 006"),
			guest("Đ/c", "Vàng Thị Ví Dụ", "Chuyên viên, tổ giúp việc", "Phòng Kinh tế thành phố", "0900 000 007"),
		}},
		{Name: "Đại diện Ban Thường trực Ủy ban MTTQ thành phố; đại diện lãnh đạo các tổ chức chính trị - xã hội thành phố và các cơ quan, đơn vị có liên quan",
			Guests: []ocop.Attendee{
				guest("Đ/c", "Đỗ Văn Minh Họa", "Phó Chủ tịch", "Ủy ban MTTQ thành phố", "0900 000 008"),
				guest("Đ/c", "Lý Thị Minh Họa", "Chủ tịch", "Hội Nông dân thành phố", "0900 000 009"),
			}},
		{Name: "Đại diện lãnh đạo UBND các xã, phường", Guests: []ocop.Attendee{
			{Title: "Đại diện lãnh đạo", Organisation: "UBND xã San Thàng", Commune: "xã San Thàng"},
			{Title: "Đại diện lãnh đạo", Organisation: "UBND xã Sùng Phài", Commune: "xã Sùng Phài"},
			{Title: "Đại diện lãnh đạo", Organisation: "UBND phường Đông Phong", Commune: "phường Đông Phong"},
			{Title: "Đại diện lãnh đạo", Organisation: "UBND phường Tân Phong", Commune: "phường Tân Phong"},
		}},
		{Name: "Chủ thể có sản phẩm được công nhận đợt 2 năm 2023", Producers: true},
		{Name: "Đại diện đơn vị tư vấn cho Chủ thể hoàn thiện hồ sơ đánh giá, phân hạng sản phẩm OCOP", Guests: []ocop.Attendee{
			guest("Ông", "Bùi Văn Minh Họa", "Giám đốc", "Công ty tư vấn Ví Dụ", "0900 000 010"),
		}},
		{Name: "Phóng viên Báo Lai Châu; Trung tâm Văn hóa, Thể thao và Truyền thông thành phố", BlankRows: 3},
	}
}
