package intake

import (
	"testing"

	"ocoprint/internal/ocop"
)

func TestParseStars(t *testing.T) {
	granted := map[string]ocop.Stars{
		"3": 3, "03": 3, "3.0": 3, "3,0": 3, "3,00": 3, "5": 5, "1": 1, "3 sao": 3, "03 sao": 3, "3 Sao": 3, "3 SAO": 3, "3sao": 3, "3-sao": 3, "3_sao": 3, "3 sao.": 3, "3 sao;": 3,
		"3*": 3, "3 *": 3, "***": 3, "* * *": 3, "★★★": 3, "⭐⭐⭐": 3, "⭐️⭐️⭐️": 3, "★★★☆☆": 3, "★ ★ ★ ☆": 3, "3★": 3, "3 ★": 3, "3 ⭐": 3, "★★★★★": 5, "🌟🌟🌟": 3,
		"★★★ (3 sao)": 3, "3 sao ★★★": 3, "(3 sao)": 3, "[3 sao]": 3,
		"Ba sao": 3, "BA SAO": 3, "ba (03) sao": 3, "Ba (3) sao": 3, "03 (ba) sao": 3, "hạng ba (03 sao)": 3, "Hạng ba": 3, "hai sao": 2, "Bốn sao": 4, "tư sao": 4, "Năm sao": 5, "năm": 5, "một sao": 1, "ba": 3,
		"Hạng 3": 3, "Hạng: 3": 3, "Hạng III": 3, "III sao": 3, "III": 3, "IV": 4, "Hạng V": 5, "hạng 3 sao": 3, "Hạng: 3 sao": 3, "xếp hạng 3 sao": 3, "Phân hạng: 3 sao": 3,
		"Đạt 3 sao": 3, "đạt 03 sao": 3, "Đạt hạng 3 sao": 3, "OCOP 3 sao": 3, "OCOP 3*": 3, "3 sao OCOP": 3, "sản phẩm 3 sao": 3, "Đạt chuẩn 3 sao": 3, "Được công nhận 3 sao": 3,
		"3 sao (công nhận lại)": 3, "3 sao (đánh giá lại)": 3, "3 sao (đợt 2)": 3, "3 sao (năm 2023)": 3, "3 sao năm 2023": 3, "3 sao (đợt 2 năm 2023)": 3, "3 sao (lần 2)": 3, "3 sao (mới)": 3, "3 sao - lần đầu": 3,
		"3 star": 3, "3 stars": 3, "three stars": 3, "3-star": 3, "4 sao": 4, "2 sao": 2, "1 sao": 1,
		"67,5 điểm - 3 sao": 3, "67,5 điểm (3 sao)": 3, "3 sao (67,5 điểm)": 3, "67,5/100, đạt 3 sao": 3,
		"Hang 3 sao": 3, "dat 3 sao": 3, "3 sao cấp tỉnh": 3, "\u200b3 sao": 3,
	}
	for text, want := range granted {
		if r := parseStars(text); r.bad || r.stars != want || r.standing != ocop.Granted {
			t.Errorf("%q = %+v, want %d granted", text, r, want)
		}
	}
	for _, text := range []string{"3-4 sao", "3/4 sao", "3 hoặc 4 sao", "3 sao/5 sao", "3 sao, 4 sao", "3 sao (phấn đấu 4 sao năm 2024)", "3 sao (đề nghị nâng hạng 4 sao)",
		"4 sao → 3 sao", "3 sao (nâng hạng từ 2 sao)", "3/5", "3 và 4", "từ 3 đến 4 sao", "3.5", "3,5 sao", "6", "6 sao", "7", "33", "10 sao", "Ch? Shan", "3 soa", "3 sa0", "sao", "?", "3?", "3 sao?", "abc",
		"xem ghi chú", "3 sao nếu bổ sung hồ sơ", "chưa chắc 3 sao", "67,5", "Nhất", "Hạng nhất", "Giỏi", "A", "Đạt", "★★★★ (3 sao)", "2 (ba) sao", "☆☆☆", "3 sao (chờ thẩm định)", "tạm 3 sao", "3 sao + 1", ">= 3 sao", "≥3 sao", "Quyết định 1422", "20/11/2023", "3 sao 4 sao", "*** / ****", "-3", "3 sao (cần hoàn thiện hồ sơ)"} {
		if r := parseStars(text); !r.bad {
			t.Errorf("%q = %+v, want bad", text, r)
		}
	}
	for _, text := range []string{"Không đạt", "không đạt", "KHÔNG ĐẠT", "Chưa đạt", "Không phân hạng", "Không xếp hạng", "Không đạt 3 sao", "Hoàn thiện hồ sơ", "Đề nghị hoàn thiện hồ sơ bổ sung"[0:0] + "Cần hoàn thiện hồ sơ", "-", "–", "—", "---", "0", "0 sao", "không", "Không công nhận", "chưa được công nhận", "KĐ", "Loại", "Trượt", "Khong dat", "Không đủ điều kiện", "Chưa xếp hạng", "Bổ sung hồ sơ", "k đạt", "Ko đạt"} {
		if r := parseStars(text); r.bad || r.standing != ocop.NotCertified {
			t.Errorf("%q = %+v, want not certified", text, r)
		}
	}
	for text, want := range map[string]ocop.Stars{"Tiềm năng 5 sao": 5, "tiềm năng 4 sao": 4, "Đề nghị 4 sao": 4, "đề nghị 4 sao": 4, "4 sao (đề nghị)": 4, "4 sao (tiềm năng)": 4, "Đề xuất 4 sao": 4,
		"Trình cấp tỉnh 4 sao": 4, "dự kiến 4 sao": 4, "Đề nghị tỉnh công nhận 4 sao": 4, "Đề nghị UBND tỉnh công nhận 4 sao": 4, "Phấn đấu 5 sao": 5, "Đăng ký 4 sao": 4, "đề nghị cấp tỉnh": 0, "Tiềm năng 5 sao (trình Trung ương)": 5, "Đề nghị 3 sao": 3, "Đề cử 5 sao": 5} {
		if r := parseStars(text); r.bad || r.standing != ocop.Proposed || r.stars != want {
			t.Errorf("%q = %+v, want %d proposed", text, r, want)
		}
	}
	for _, text := range []string{"", " ", "\u00a0"} {
		if r := parseStars(text); !r.blank {
			t.Errorf("%q = %+v, want blank", text, r)
		}
	}
}

func FuzzParseStars(f *testing.F) {
	for _, s := range []string{"3 sao", "★★★☆", "ba (03) sao", "hạng III", "3-4 sao", "67,5 điểm - 3 sao", "đề nghị 4 sao", "Không đạt", "⭐️", "năm 2023", "((("} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := parseStars(s)
		if r.standing == ocop.Granted && (r.bad || r.blank || !r.stars.Valid()) {
			t.Fatalf("%q granted as %+v", s, r)
		}
		if r.score.Known && (r.score.Micros < 0 || r.score.Micros > 100e6) {
			t.Fatalf("%q score %v", s, r.score)
		}
	})
}
