package intake

import (
	"testing"

	"ocoprint/internal/ocop"
)

func TestParseScore(t *testing.T) {
	for text, want := range map[string]float64{"72,5": 72.5, "72.5": 72.5, "72,50 điểm": 72.5, "72,5/100": 72.5, "72 ,5": 72.5, "72, 5": 72.5, "72,5đ": 72.5, "72.5 điểm": 72.5, "72": 72, "0": 0, "100": 100,
		"100,0": 100, "67,5%": 67.5, "69.96": 69.96, "69.996": 69.996, "65,20999999999999": 65.20999999999999, "725": 725, "6725": 6725, "-5": -5, "72,5 .": 72.5, "Điểm: 72,5": 72.5, "72,5 points": 72.5, "72,5/100 điểm": 72.5, "1.000": 1, "050,5": 50.5} {
		if got, ok := parseScore(text); !ok || got != want {
			t.Errorf("%q = %v %v, want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "-", "Bảy mươi hai phẩy năm", "72,5 - 73", "72,5/90", "72.500,0", "1,234.5", "72,5 72,6", "~72", "72,5 (3 sao)", "a", "72,5,1", "7 2,5", "NaN", "Inf", "1e5", "0x10", "72½", "#N/A", "72,5?"} {
		if got, ok := parseScore(text); ok {
			t.Errorf("%q = %v, want unreadable", text, got)
		}
	}
	for points, want := range map[float64]string{725: "72,5", 6725: "67,25", 505: "50,5", 101: "10,1"} {
		if g, ok := guessScore(points); !ok || g.String() != want {
			t.Errorf("guess %v = %v", points, g)
		}
	}
}

func TestParseRound(t *testing.T) {
	for text, want := range map[string]ocop.Round{"2": {No: 2}, "02": {No: 2}, "2.0": {No: 2}, "II": {No: 2}, "Đợt 2": {No: 2}, "đợt II": {No: 2}, "ĐỢT 2": {No: 2}, "Đợt II": {No: 2}, "Lần 2": {No: 2}, "lần thứ 2": {No: 2}, "đợt 02/2023": {No: 2, Year: 2023},
		"2/2023": {No: 2, Year: 2023}, "02/2023": {No: 2, Year: 2023}, "Đợt 2 năm 2023": {No: 2, Year: 2023}, "Đợt 2-2023": {No: 2, Year: 2023}, "đợt hai": {No: 2}, "Đợt thứ hai": {No: 2}, "đợt 2 (tháng 11)": {No: 2}, "2.2023": {No: 2, Year: 2023},
		"II/2023": {No: 2, Year: 2023}, "Đợt 2/năm 2023": {No: 2, Year: 2023}, "Đợt 2 (năm 2023)": {No: 2, Year: 2023}, "2023-2": {No: 2, Year: 2023}, "Năm 2023 - đợt 2": {No: 2, Year: 2023}, "Đ2": {No: 2}, "Round 2": {No: 2}, "dot 2": {No: 2}, "Đợt: 2": {No: 2}, "Đợt 10": {No: 10}, "Đợt 2, 2023": {No: 2, Year: 2023}, "đợt 2 - năm 2023": {No: 2, Year: 2023}, "Đợt 2.": {No: 2}} {
		if got, ok := parseRound(text); !ok || got != want {
			t.Errorf("%q = %v %v, want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "1+2", "1, 2", "1-2", "đợt 1 và 2", "Đợt 1, đợt 2", "Quý IV", "lần đầu", "2023", "0", "21", "99", "bổ sung", "đợt", "2a", "2,5", "đợt ?", "Đợt 2/3", "2022/2023"} {
		if got, ok := parseRound(text); ok {
			t.Errorf("%q = %v, want unreadable", text, got)
		}
	}
}

func TestRoundsIn(t *testing.T) {
	type want struct{ round, year int }
	for text, w := range map[string]want{
		"DANH SÁCH SẢN PHẨM OCOP ĐỢT 2 NĂM 2023":                {2, 2023},
		"Kết quả đợt II năm 2023":                               {2, 2023},
		"KẾT QUẢ ĐÁNH GIÁ, PHÂN HẠNG ĐỢT 02/2023":               {2, 2023},
		"Kết quả đợt 2-2023":                                    {2, 2023},
		"A. ĐỢT 1 NĂM 2023":                                     {1, 2023},
		"Danh sách sản phẩm OCOP năm 2023":                      {0, 2023},
		"Chương trình OCOP giai đoạn 2021-2025, đợt 2 năm 2023": {2, 2023},
		"Chương trình OCOP giai đoạn 2021-2025":                 {0, 0},
		"Lai Châu, ngày 20 tháng 11 năm 2023":                   {0, 0},
		"(Kèm theo Quyết định số 1422/QĐ-UBND ngày 20/11/2023)": {0, 0},
		"Đợt 1 và đợt 2 năm 2023":                               {-1, 2023},
		"đợt 1, 2 năm 2023":                                     {-1, 2023},
		"Đợt sóng mới":                                          {0, 0},
		"KQ đợt 2":                                              {2, 0},
		"dot 2-2023":                                            {2, 2023},
		"OCOP_dot2_2023":                                        {2, 2023},
		"Đợt thứ hai năm 2023":                                  {2, 2023},
		"Kết quả đợt 2 năm 2023 (kế hoạch năm 2024)":            {2, 2023},
		"SẢN PHẨM ĐỢT HAI":                                      {2, 0},
		"Bảng 2. Kết quả đợt 2 năm 2023":                        {2, 2023},
	} {
		rounds, years := roundsIn(text)
		got := want{}
		if len(rounds) > 1 {
			got.round = -1
		} else if len(rounds) == 1 {
			got.round = rounds[0]
		}
		if len(years) == 1 {
			got.year = years[0]
		}
		if got != w {
			t.Errorf("%q = %v %v, want %v", text, rounds, years, w)
		}
	}
}

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{"20/11/2023": "2023-11-20", "20-11-2023": "2023-11-20", "20.11.2023": "2023-11-20", "20/11/23": "2023-11-20", "1/6/2023": "2023-06-01", "01/6/2023": "2023-06-01", "05/12/2023": "2023-12-05",
		"ngày 20 tháng 11 năm 2023": "2023-11-20", "20 tháng 11, 2023": "2023-11-20", "20 tháng 11 năm 2023": "2023-11-20", "20⁄11⁄2023": "2023-11-20", "2023-11-20": "2023-11-20", "Ngày 05/12/2023": "2023-12-05", "20 / 11 / 2023": "2023-11-20"} {
		if got := parseDate(text); got.bad || got.date.ISO() != want {
			t.Errorf("%q = %+v, want %s", text, got, want)
		}
	}
	for _, text := range []string{"tháng 11/2023", "31/02/2023", "2023", "20/11", "hôm qua", "20/11/2023 và 21/11/2023", "32/13/2023", "00/01/2023"} {
		if got := parseDate(text); !got.bad || got.us {
			t.Errorf("%q = %+v, want unreadable", text, got)
		}
	}
	if got := parseDate("11/20/2023"); !got.bad || !got.us || got.swapped.ISO() != "2023-11-20" {
		t.Errorf("month first = %+v", got)
	}
}

func TestDecisionIn(t *testing.T) {
	for text, want := range map[string]string{
		"1422/QĐ-UBND": "1422/QĐ-UBND", "1422/QĐ – UBND": "1422/QĐ-UBND", "1422/QĐ -UBND ": "1422/QĐ-UBND", "1045⁄⁄QĐ-UBND": "1045/QĐ-UBND", "1422/QD-UBND": "1422/QĐ-UBND", "1422/QÐ-UBND": "1422/QĐ-UBND",
		"QĐ số 1422 ngày 20/11/2023": "1422 ngày 20/11/2023",
		"(Kèm theo Quyết định số 1422/QĐ-UBND ngày 20/11/2023 của UBND thành phố Lai Châu)":             "1422/QĐ-UBND ngày 20/11/2023",
		"(Kèm theo Quyết định số 1422/QĐ-UBND ngày 20 tháng 11 năm 2023 của Ủy ban nhân dân thành phố)": "1422/QĐ-UBND ngày 20/11/2023",
		"Quyết định số 1422/2023/QĐ-UBND": "1422/2023/QĐ-UBND", "Số 05/QĐ-UBND": "05/QĐ-UBND", "1422/qđ-ubnd": "1422/QĐ-UBND",
	} {
		if d, ok := decisionIn(text); !ok || d.String() != want {
			t.Errorf("%q = %q %v, want %q", text, d.String(), ok, want)
		}
	}
	for _, text := range []string{"Căn cứ Quyết định số 148/QĐ-TTg ngày 24/02/2023", "1423/KH-UBND", "Tờ trình số 12/TTr-PKT", "Điều 1", ""} {
		if d, ok := decisionIn(text); ok {
			t.Errorf("%q = %v", text, d)
		}
	}
}

func TestProducer(t *testing.T) {
	type want struct{ name, address, phone, person string }
	for lines, w := range map[string]want{
		"HTX Minh Họa": {name: "HTX Minh Họa"},
		"Hợp tác xã nông nghiệp\nMinh Họa":              {name: "Hợp tác xã nông nghiệp Minh Họa"},
		"HTX Minh Họa\nĐịa chỉ: bản Màng, xã San Thàng": {name: "HTX Minh Họa", address: "bản Màng, xã San Thàng"},
		"HTX Minh Họa\n(xã San Thàng)":                  {name: "HTX Minh Họa", address: "xã San Thàng"},
		"HTX Minh Họa\nĐT: 0912 345 678":                {name: "HTX Minh Họa", phone: "0912 345 678"},
		"HTX Minh Họa,\nxã San Thàng":                   {name: "HTX Minh Họa", address: "xã San Thàng"},
		"HTX Minh Họa\nGiám đốc: Ví Dụ":                 {name: "HTX Minh Họa", person: "Ví Dụ"},
	} {
		p := splitProducer(lines)
		if got := (want{p.Name, p.Address, p.Phone, p.Representative}); got != w {
			t.Errorf("%q = %+v, want %+v", lines, got, w)
		}
	}
	for name, w := range map[string][2]string{
		"HTX Minh Họa, xã San Thàng":                     {"HTX Minh Họa", "xã San Thàng"},
		"HTX Minh Họa (xã San Thàng)":                    {"HTX Minh Họa", "xã San Thàng"},
		"HTX Minh Họa - phường Đoàn Kết":                 {"HTX Minh Họa", "phường Đoàn Kết"},
		"HTX Minh Họa (bản Màng, xã San Thàng)":          {"HTX Minh Họa", "bản Màng, xã San Thàng"},
		"HTX Minh Họa, bản Màng, xã San Thàng":           {"HTX Minh Họa", "bản Màng, xã San Thàng"},
		"HTX nông nghiệp xã San Thàng":                   {"HTX nông nghiệp xã San Thàng", ""},
		"Hợp tác xã San Thàng":                           {"Hợp tác xã San Thàng", ""},
		"Liên hiệp hợp tác xã Tây Bắc":                   {"Liên hiệp hợp tác xã Tây Bắc", ""},
		"Công ty TNHH MTV Thương mại - Dịch vụ Ví Dụ":    {"Công ty TNHH MTV Thương mại - Dịch vụ Ví Dụ", ""},
		"HTX Sản xuất, kinh doanh, dịch vụ Ví Dụ":        {"HTX Sản xuất, kinh doanh, dịch vụ Ví Dụ", ""},
		"Hộ kinh doanh Ví Dụ, thị trấn Tam Đường":        {"Hộ kinh doanh Ví Dụ", "thị trấn Tam Đường"},
		"HTX Ví Dụ – Địa chỉ: xã San Thàng, TP Lai Châu": {"HTX Ví Dụ", "xã San Thàng, TP Lai Châu"},
	} {
		if rest, place := unglue(name); rest != w[0] || place != w[1] {
			t.Errorf("%q = %q %q, want %q", name, rest, place, w)
		}
	}
	for address, w := range map[string]string{"bản Màng, xã San Thàng": "xã San Thàng", "Tổ 3, phường Đoàn Kết, thành phố Lai Châu": "phường Đoàn Kết", "xã Sùng Phài": "xã Sùng Phài", "XÃ SAN THÀNG": "XÃ SAN THÀNG", "Bản Màng": "", "P. Tân Phong": "P. Tân Phong", "Phường 1, Quận 3": "Phường 1",
		"số 5 đường Trần Phú, P.Tân Phong, TP. Lai Châu": "P.Tân Phong"} {
		if got := communeIn(address); got != w {
			t.Errorf("%q = %q, want %q", address, got, w)
		}
	}
}

func TestLabelHits(t *testing.T) {
	for label, want := range map[string]ocop.Field{
		"STT": ocop.FieldNo, "TT": ocop.FieldNo, "S.T.T": ocop.FieldNo, "Số TT": ocop.FieldNo, "Tên sản phẩm": ocop.FieldProduct, "TÊN SẢN PHẨM": ocop.FieldProduct, "Sản -phẩm": ocop.FieldProduct, "Ten san pham": ocop.FieldProduct,
		"Tên sản phẩm/dịch vụ": ocop.FieldProduct, "Tên sản phẩm (theo quyết định)": ocop.FieldProduct, "Tên sản phẩn": ocop.FieldProduct, "Product name": ocop.FieldProduct, "Chủ thể": ocop.FieldProducer, "Chủ thể OCOP": ocop.FieldProducer,
		"Tên chủ thể sản xuất": ocop.FieldProducer, "Tên HTX/DN/hộ kinh doanh": ocop.FieldProducer, "Xã/phường": ocop.FieldCommune, "Xã, phường, thị trấn": ocop.FieldCommune, "Địa chỉ (xã, phường)": ocop.FieldCommune, "Địa chỉ": ocop.FieldAddress, "Địa điểm": ocop.FieldAddress,
		"Điểm": ocop.FieldScore, "Điểm TB": ocop.FieldScore, "Tổng điểm": ocop.FieldScore, "Điểm (tối đa 100)": ocop.FieldScore, "Điểm trung bình của Hội đồng": ocop.FieldScore, "Điểm tự đánh giá": fieldOtherScore, "Điểm tối đa": fieldOtherScore, "Thành viên 1": fieldOtherScore, "TV2": fieldOtherScore,
		"Hạng sao": ocop.FieldStars, "Hạng\nsao": ocop.FieldStars, "Xếp hạng": ocop.FieldStars, "Hạng sao đạt được": ocop.FieldStars, "Hạng sao đăng ký": fieldOtherStars, "Hạng sao cũ": fieldOtherStars, "Đề nghị hạng sao": fieldOtherStars, "Hạng sao năm trước": fieldOtherStars,
		"Hạng sao tự đánh giá": fieldOtherStars, "Kết quả phân hạng": ocop.FieldStars, "3 sao": fieldTick, "4 SAO": fieldTick, "★★★": fieldTick, "Hạng 5 sao": fieldTick, "Không đạt": fieldFail, "Đợt": ocop.FieldRound, "Đợt/năm": ocop.FieldRound, "Năm": ocop.FieldYear, "Năm công nhận": ocop.FieldYear,
		"Phần A": ocop.FieldPartA, "A (40 điểm)": ocop.FieldPartA, "Điểm phần B": ocop.FieldPartB, "C": ocop.FieldPartC, "Phần C (35)": ocop.FieldPartC, "Số lượng sản phẩm": ocop.FieldQuantity, "Số sản phẩm": ocop.FieldQuantity, "Ghi chú": ocop.FieldNote,
		"Quyết định số": ocop.FieldDecision, "Ngày QĐ": ocop.FieldDecisionDate, "Số ĐT": ocop.FieldPhone, "Điện thoại": ocop.FieldPhone, "Nhóm sản phẩm": ocop.FieldGroup, "Đơn vị tư vấn": ocop.FieldConsultant, "Đơn vị tính": ocop.FieldUnit, "Chức vụ": fieldTitle, "Họ và tên": fieldPerson, "Người đại diện": ocop.FieldRepresentative,
		"Ngày cấp GCN": ocop.FieldIssueDate, "Owner": ocop.FieldProducer, "Score": ocop.FieldScore, "Stars": ocop.FieldStars, "Round": ocop.FieldRound, "Commune": ocop.FieldCommune,
	} {
		hits := labelHits(label)
		if len(hits) == 0 || hits[0].field != want {
			t.Errorf("%q = %+v, want %s", label, hits, want)
		}
	}
	for _, label := range []string{"", "Hợp tác xã Mây Núi", "Mật ong rừng", "Cơ sở sản xuất Nguyễn Thị", "67,5", "x"} {
		for _, h := range labelHits(label) {
			if h.score >= .9 {
				t.Errorf("%q = %+v, want nothing sure", label, h)
			}
		}
	}
}

func FuzzValues(f *testing.F) {
	for _, s := range []string{"72,5", "đợt 2/2023", "20/11/2023", "1422/QĐ-UBND ngày 20/11/2023", "HTX A, xã San Thàng", "I. XÃ SAN THÀNG (05 sản phẩm)", "Tổng cộng: 08 sản phẩm của 05 chủ thể", "\x00\xff", "đợt 1, 2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if r, ok := parseRound(s); ok && (r.No < 1 || r.No > maxRound) {
			t.Fatalf("round %v", r)
		}
		parseScore(s)
		if d := parseDate(s); !d.bad && !d.blank {
			if _, ok := ocop.On(d.date.Year, d.date.Month, d.date.Day); !ok {
				t.Fatalf("%q gives no day: %v", s, d.date)
			}
		}
		decisionIn(s)
		roundsIn(s)
		parseSection(s)
		unglue(s)
		splitProducer(s)
		labelHits(s)
		outcomeOf(s)
		garbled(s)
		repairUTF8(s)
	})
}
