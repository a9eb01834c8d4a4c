package papers

import (
	"fmt"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// Everything here is invented: no such producer, person or decision exists.

var testAuthority = ocop.Authority{
	Code: "tp-lai-chau", Name: "Ủy ban nhân dân thành phố Lai Châu", Level: ocop.District,
	Place: "Lai Châu", Province: "tỉnh Lai Châu", Office: "Phòng Kinh tế", Phone: "0213 3000 000",
	BaseURL: "https://ocop.example", Prefix: "LC", NumberPattern: "{stt:02}/{nam}/GCN-UBND",
}

var testDecision = ocop.Decision{
	Number: "0000/QĐ-UBND", Date: ocop.Date{Year: 2023, Month: 11, Day: 20},
	Issuer: "Ủy ban nhân dân thành phố Lai Châu",
	Title:  "Phê duyệt kết quả đánh giá, phân hạng và cấp Giấy chứng nhận sản phẩm OCOP thành phố Lai Châu đợt 2 năm 2023",
}

var testProducers = []ocop.Producer{
	{Name: "HTX Minh Họa San Thàng", Commune: "xã San Thàng", Address: "Bản Mẫu, xã San Thàng, thành phố Lai Châu"},
	{Name: "Hộ kinh doanh Ví Dụ 01", Commune: "phường Quyết Thắng", Address: "Tổ 0, phường Quyết Thắng, thành phố Lai Châu"},
	{Name: "Công ty TNHH MTV Thử Nghiệm Tân Phong", Commune: "phường Tân Phong", Address: "Tổ 00, phường Tân Phong, thành phố Lai Châu"},
	{Name: "HTXNN Ví Dụ Sùng Phài", Commune: "xã Sùng Phài", Address: "Bản Ví Dụ, xã Sùng Phài, thành phố Lai Châu"},
	{Name: "THT dệt thổ cẩm Minh Họa", Commune: "xã San Thàng", Address: "Bản Minh Họa, xã San Thàng, thành phố Lai Châu"},
}

var testProducts = []ocop.Product{
	{Name: "Chè shan tuyết Minh Họa", Group: "Đồ uống", Pack: "Hộp 100 g", Unit: "Hộp"},
	{Name: "Hạt mắc-ca sấy Ví Dụ", Group: "Thực phẩm", Pack: "Túi 500 g", Unit: "Túi"},
	{Name: "Miến dong Thử Nghiệm", Group: "Thực phẩm", Pack: "Gói 500 g", Unit: "Gói"},
	{Name: "Gạo séng cù Ví Dụ", Group: "Thực phẩm", Pack: "Túi 5 kg", Unit: "Túi"},
	{Name: "Mật ong hoa rừng Minh Họa", Group: "Thực phẩm", Pack: "Chai 500 ml", Unit: "Chai"},
	{Name: "Thịt trâu gác bếp Ví Dụ", Group: "Thực phẩm", Pack: "Túi 250 g", Unit: "Túi"},
	{Name: "Khăn thổ cẩm dệt tay Minh Họa", Group: "Hàng thủ công mỹ nghệ", Pack: "Chiếc", Unit: "Chiếc"},
	{Name: "Du lịch cộng đồng bản Ví Dụ", Group: "Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch"},
}

var testPersons = []string{"Trần Thị Ví Dụ", "", "Nguyễn Văn Thử", "Phạm Thị Họa", "Lê Văn Minh Họa"}

// ownerOf is which of the five producers makes product i of eight.
var ownerOf = []int{0, 2, 3, 0, 0, 1, 4, 3}

// longNames are names of 16, 40, 80, 120 and 178 characters.
var longNames = []string{
	"Mật ong hoa rừng",
	"Chẳm chéo truyền thống bản Ví Dụ loại 01",
	"Trà túi lọc thảo quả, gừng gió và mật ong hoa rừng Minh Họa hộp 20 túi lọc 02 g.",
	"Bộ sản phẩm khăn, túi thổ cẩm dệt tay từ sợi lanh nhuộm chàm tự nhiên của phụ nữ bản Ví Dụ, xã San Thàng (bộ 05 chiếc 1)",
	"Trà shan tuyết cổ thụ ướp hoa nhài, hoa sen, hoa cúc chi và thảo dược vùng cao (hộp quà tặng gồm 06 gói 50 g kèm ấm gốm, chén gốm và sách hướng dẫn pha trà song ngữ) Minh Họa 001",
}

// input is a conference with n certificates of the invented producers.
func input(n int) Input {
	in := Input{
		Settings: ocop.Settings{
			Authority:  testAuthority,
			Signatory:  ocop.Signatory{Lines: []string{"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}, Name: "Người Ký Mẫu"},
			Conference: testConference(), Sample: true,
		},
		AsOf:     ocop.Date{Year: 2023, Month: 12, Day: 19},
		Persons:  map[string]Person{},
		Displays: map[string]Stand{},
	}
	for i := range n {
		c := certificate(i)
		in.Certificates = append(in.Certificates, c)
		if ownerOf[i%8] != 1 { // the household's representative is not known
			in.Persons[c.ID] = Person{
				Representative: testPersons[ownerOf[i%8]], Title: "Giám đốc", Phone: "0900000000",
			}
		}
	}
	in.Reading = reading3(in)
	return in
}

func certificate(i int) ocop.Certificate {
	p, o := testProducts[i%8], testProducers[ownerOf[i%8]]
	if i >= 8 {
		p.Name = fmt.Sprintf("%s loại %02d", p.Name, i/8)
	}
	if i >= 16 {
		o.Name = fmt.Sprintf("%s %02d", o.Name, i/8)
	}
	id := fmt.Sprintf("LC-2023-2-%03d", i+1)
	return ocop.Certificate{
		ID: id, Number: fmt.Sprintf("%02d/2023/GCN-UBND", i+1), Seq: i + 1, Series: "2023", Revision: 1, Order: i + 1,
		Product: p, Producer: o, Place: o.Commune + ", tỉnh Lai Châu", Stars: 3, Score: ocop.ScoreOf(55.5 + float64(i%8)),
		Round: ocop.Round{No: 2, Year: 2023}, Decision: testDecision, Authority: testAuthority,
		Signatory: ocop.Signatory{Lines: []string{"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}, Name: "Người Ký Mẫu"},
		IssuedOn:  ocop.Date{Year: 2023, Month: 12, Day: 20}, ValidFrom: testDecision.Date, LastDay: ocop.Date{Year: 2026, Month: 11, Day: 20},
		Sample: true, URL: "https://ocop.example/v/?" + id + "#" + digits(i, 440), Code: "B7K2QX",
	}
}

// digits are figures as a payload has them.
func digits(seed, n int) string {
	var b strings.Builder
	x := uint32(seed)*2654435761 + 12345
	for range n {
		x = x*1664525 + 1013904223
		b.WriteByte('0' + byte(x>>24)%10)
	}
	return b.String()
}

func testConference() ocop.Conference {
	guest := func(honorific, name, title, organisation string) ocop.Attendee {
		return ocop.Attendee{Honorific: honorific, Name: name, Title: title, Organisation: organisation}
	}
	return ocop.Conference{
		Title:      "Hội nghị công bố Quyết định, trao Giấy chứng nhận sản phẩm OCOP thành phố Lai Châu đợt 2 năm 2023",
		PlanNumber: "0000/KH-UBND", PlanDate: ocop.Date{Year: 2023, Month: 12, Day: 19},
		Date: ocop.Date{Year: 2023, Month: 12, Day: 20}, Time: "08 giờ 00 phút",
		Room: "Phòng họp số 4, tầng 4", Place: "Trụ sở các cơ quan thành phố Lai Châu",
		Chair: "Lãnh đạo Ủy ban nhân dân thành phố Lai Châu",
		Announces: []ocop.Announcement{
			{Decision: ocop.Decision{Number: "0001/QĐ-UBND", Date: ocop.Date{Year: 2023, Month: 12, Day: 5},
				Issuer: "Ủy ban nhân dân tỉnh Lai Châu",
				Title:  "Phê duyệt kết quả đánh giá, phân hạng và cấp Giấy chứng nhận sản phẩm OCOP cấp tỉnh năm 2023"}, Reader: "Lãnh đạo Văn phòng"},
			{Decision: testDecision, Reader: "Lãnh đạo Phòng Kinh tế"},
		},
		Groups: []ocop.GuestGroup{
			{Name: "Đại diện Thường trực Thành ủy, HĐND, UBND thành phố", Guests: []ocop.Attendee{
				guest("Đ/c", "Nguyễn Văn Mẫu", "Phó Chủ tịch UBND thành phố", "UBND thành phố Lai Châu"),
				guest("Đ/c", "Lê Thị Ví Dụ", "Phó Chủ tịch HĐND thành phố", "HĐND thành phố Lai Châu")}},
			{Name: "Đại diện Lãnh đạo và chuyên viên theo dõi chương trình OCOP Sở Nông nghiệp & PTNT Lai Châu", Guests: []ocop.Attendee{
				guest("Ông", "Phạm Minh Họa", "Phó Giám đốc", "Sở Nông nghiệp và PTNT tỉnh Lai Châu")}},
			{Name: "Thành viên Hội đồng và tổ giúp việc Hội đồng đánh giá phân hạng sản phẩm OCOP thành phố Lai Châu"},
			{Name: "Đại diện Ban Thường trực Ủy ban MTTQ thành phố; đại diện lãnh đạo các tổ chức chính trị - xã hội thành phố và các cơ quan, đơn vị có liên quan"},
			{Name: "Đại diện lãnh đạo UBND các xã, phường", Guests: []ocop.Attendee{
				guest("", "", "Lãnh đạo UBND xã", "UBND xã San Thàng"), guest("", "", "Lãnh đạo UBND phường", "UBND phường Tân Phong")}},
			{Name: "Chủ thể có sản phẩm được công nhận đợt 2 năm 2023", Producers: true},
			{Name: "Đại diện đơn vị tư vấn cho Chủ thể hoàn thiện hồ sơ đánh giá, phân hạng sản phẩm OCOP"},
			{Name: "Phóng viên Báo Lai Châu; Trung tâm Văn hóa, Thể thao và Truyền thông thành phố"},
		},
		Presenters: []string{"Đ/c Nguyễn Văn Mẫu, Phó Chủ tịch UBND thành phố", "Ông Phạm Minh Họa, Phó Giám đốc Sở Nông nghiệp và PTNT"},
		Host:       "Cán bộ Phòng Kinh tế",
	}
}

var (
	testOtherRound = message.Define("test-other-round", "Đợt 1, không thuộc đợt 2 năm 2023.", "Round 1.")
	testProposed   = message.Define("test-proposed",
		"«đề nghị 4 sao» là đề xuất lên cấp trên, không phải kết quả công nhận.", "A proposal.")
	testNear = message.Define("test-near",
		"Ô hiển thị 70,0 nhưng giá trị thật là 69,96. Chương trình dùng giá trị thật (3 sao).", "Near a limit.")
)

// reading3 is a reading in which the certificates were kept and three rows left
// out.
func reading3(in Input) Reading {
	r := Reading{
		File: "ket-qua-mau-dot2-2023.xlsx", SHA256: strings.Repeat("0123456789abcdef", 4), Sheets: []string{"Đợt 2", "Đợt 1"},
		Checkpoint: "0042-B7K2QX-9ZT4",
		Facts: []Fact{
			{"Quyết định", "0000/QĐ-UBND", ocop.Source{Sheet: "Đợt 2", Cell: "A6", From: "line"}},
			{"Ngày quyết định", "20/11/2023", ocop.Source{Sheet: "Đợt 2", Cell: "A6", From: "line"}},
			{"Đợt", "2", ocop.Source{Sheet: "Đợt 2", Cell: "A5", From: "title"}},
			{"Năm", "2023", ocop.Source{Sheet: "Đợt 2", Cell: "A5", From: "title"}},
		},
	}
	for i, c := range in.Certificates {
		r.Kept = append(r.Kept, Kept{Result: result(12+i, c), Certificate: c.ID, New: i%4 != 3})
	}
	left := ocop.Result{Sheet: "Đợt 1", Row: 9, Product: ocop.Product{Name: "Rượu ngô men lá Ví Dụ"},
		Producer: testProducers[1], Stars: 3, Score: ocop.ScoreOf(61)}
	r.LeftOut = []ocop.LeftOut{{Result: left, Reason: testOtherRound.With()}}
	left.Row, left.Product.Name = 10, "Thảo quả khô Minh Họa"
	r.LeftOut = append(r.LeftOut, ocop.LeftOut{Result: left, Reason: testOtherRound.With()})
	left.Sheet, left.Row, left.Product.Name, left.Stars = "Đợt 2", 12+len(in.Certificates), "Chè ô long Ví Dụ", 4
	left.Standing = ocop.Proposed
	r.LeftOut = append(r.LeftOut, ocop.LeftOut{Result: left, Reason: testProposed.With()})
	r.Rows = len(r.Kept) + len(r.LeftOut)
	r.Findings = []ocop.Finding{{Code: "SCORE_NEAR_LIMIT", Severity: ocop.Info, Sheet: "Đợt 2", Row: 14, Column: "Điểm TB",
		Cell: "F14", Raw: "70,0", Message: testNear.With()}}
	foot := FooterCheck{Text: "Tổng cộng: 09 sản phẩm của 05 chủ thể", Source: ocop.Source{Sheet: "Đợt 2", Cell: "A21", From: "line"},
		Products: 9, Producers: 5}
	foot.Counted.Products, foot.Counted.Producers = len(in.Certificates)+1, 5
	r.Footers = []FooterCheck{foot}
	return r
}

func result(row int, c ocop.Certificate) ocop.Result {
	cell := func(column string) ocop.Source {
		return ocop.Source{Sheet: "Đợt 2", Cell: fmt.Sprintf("%s%d", column, row), From: "column"}
	}
	return ocop.Result{Sheet: "Đợt 2", Row: row, Product: c.Product, Producer: c.Producer, Score: c.Score, Stars: c.Stars,
		Round: c.Round, Decision: c.Decision, Standing: ocop.Granted, Status: ocop.StatusReady,
		Cells: map[ocop.Field]ocop.Source{
			ocop.FieldProduct: cell("B"), ocop.FieldProducer: cell("C"), ocop.FieldAddress: cell("D"), ocop.FieldScore: cell("F"),
			ocop.FieldStars: cell("G"), ocop.FieldRound: {Sheet: "Đợt 2", Cell: "A5", From: "title"},
			ocop.FieldDecision: {Sheet: "Đợt 2", Cell: "A6", From: "line"},
		}}
}
