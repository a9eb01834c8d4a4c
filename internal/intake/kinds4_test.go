package intake

import (
	"slices"
	"testing"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

func TestKinds4(t *testing.T) {
	for _, k := range kinds4 {
		t.Run(k.name, func(t *testing.T) { k.check(t) })
	}
}

// A row that a person said does not count is left out with that reason, and
// nothing else is asked about it.
func TestARowAnsweredNoDropsOut(t *testing.T) {
	const book = `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao|Ghi chú
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|#55.5|3 sao|
#2|[x]Miến Mẫu|[x]|xã San Thàng|#45|3 sao|rút hồ sơ
#3|Gạo Mẫu|HTX Ví Dụ Hai|xã San Thàng|530|3 sao|
~hide 5`
	for name, k := range map[string]struct {
		answers Answers
		out     []string
	}{
		"nothing answered": {nil, []string{"giữ lại chờ sửa hoặc trả lời: dòng bị gạch ngang, thiếu chủ thể, hạng sao và điểm không khớp, ghi chú trái với hạng sao",
			"giữ lại chờ sửa hoặc trả lời: dòng bị ẩn, điểm ngoài khoảng 0–100"}},
		"both left out": {Answers{{Code: "ROW_STRUCK_OUT", Value: "no"}, {Code: "ROW_HIDDEN", Value: "no"}},
			[]string{"đã trả lời không tính dòng này", "đã trả lời không tính dòng này"}},
		"one counts": {Answers{{Code: "ROW_STRUCK_OUT", Value: "no"}, {Code: "ROW_HIDDEN", Value: "yes"}},
			[]string{"đã trả lời không tính dòng này", "giữ lại chờ sửa hoặc trả lời: điểm ngoài khoảng 0–100"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := read(t, book, Options{Answers: k.answers})
			c := Select(r, ocop.Selection{Stars: 3, Round: ocop.Round{No: 2}})
			var out []string
			for _, l := range c.LeftOut {
				out = append(out, l.Reason.In(message.Vi))
			}
			if !slices.Equal(out, k.out) {
				t.Errorf("left out:\n%s", compareLines(out, k.out))
			}
			for _, res := range r.Results {
				dropped := slices.ContainsFunc(res.Findings, func(f ocop.Finding) bool { return f.Code == "ANSWERED" && f.Message.Blanks["value"] == "no" })
				for _, f := range res.Findings {
					if dropped && f.Severity != ocop.Info {
						t.Errorf("row %d, which does not count, still says %s (%s)", res.Row, f.Code, f.Severity)
					}
				}
				if dropped && res.Status != ocop.StatusHeld {
					t.Errorf("row %d is %s", res.Row, res.Status)
				}
			}
			checkPromises(t, r)
		})
	}
}

// The count of decoded cells is that of the sheet, each once.
func TestConvertedCellsAreCountedOnce(t *testing.T) {
	row := `#1|[.VnTime]ChÌ MÉu|[.VnTime]Hîp t¸c x· VÝ Dô|xã San Thàng|#55.5|3 sao` + "\n"
	for name, k := range map[string]struct {
		book string
		want int
	}{
		"two in their font": {"== S\nKẾT QUẢ ĐỢT 2 NĂM 2023\nSTT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao\n" + row +
			"#2|Gạo Mẫu|HTX Hai|xã Sùng Phài|#61|3 sao\n#3|Miến Mẫu|HTX Ba|xã Sùng Phài|#62|3 sao", 2},
		"the same text again and again": {"== S\nKẾT QUẢ ĐỢT 2 NĂM 2023\nSTT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao\n" + row + row + row, 6},
		"font lost": {"== S\n" + recode("KẾT QUẢ ĐỢT 2 NĂM 2023\nSTT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao\n"+
			"#1|Gạo nếp Mẫu|Hợp tác xã Ví Dụ Một|xã San Thàng|#55|3 sao\n#2|Gạo tẻ Mẫu|Hợp tác xã Ví Dụ Một|xã San Thàng|#56|3 sao", toTCVN3), 12},
		"two runs of one cell": {"== S\nKẾT QUẢ ĐỢT 2 NĂM 2023\nSTT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao\n" +
			"#1|{.VnTime:ChÌ }{Arial:Shan }{.VnTime:MÉu}|Hợp tác xã Ví Dụ|xã San Thàng|#55|3 sao", 1},
	} {
		t.Run(name, func(t *testing.T) {
			r := read(t, k.book, Options{})
			at := slices.IndexFunc(r.Findings, func(f ocop.Finding) bool { return f.Code == "TEXT_CONVERTED" })
			if at < 0 {
				t.Fatalf("nothing was converted: %v", rows(r))
			}
			if got := r.Findings[at].Message.Blanks["cells"]; got != k.want {
				t.Errorf("%v cells, want %d", got, k.want)
			}
		})
	}
}

const mergedScore = `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|#66|3 sao
#2|Miến Mẫu||||3 sao
#3|Gạo Mẫu|HTX Ví Dụ Hai|xã San Thàng|#61|3 sao
~merge C3:C4 D3:D4 E3:E4`

var kinds4 = []truth{
	{name: "a score merged over two products is asked about", says: "E3 SCORE_MERGED\nE4 SCORE_MERGED", book: mergedScore, rows: `
		Chè Mẫu; HTX Ví Dụ Một; xã San Thàng; -; 3; 2/2023; held
		Miến Mẫu; HTX Ví Dụ Một; xã San Thàng; -; 3; 2/2023; held
		Gạo Mẫu; HTX Ví Dụ Hai; xã San Thàng; 61; 3; 2/2023; ready`},
	{name: "a merged score that is shared", opts: Options{Answers: Answers{{Code: "SCORE_MERGED", Value: "yes"}}}, book: mergedScore, rows: `
		Chè Mẫu; HTX Ví Dụ Một; xã San Thàng; 66; 3; 2/2023; ready
		Miến Mẫu; HTX Ví Dụ Một; xã San Thàng; 66; 3; 2/2023; ready
		Gạo Mẫu; HTX Ví Dụ Hai; xã San Thàng; 61; 3; 2/2023; ready`},
	{name: "a merged score that is the first's", opts: Options{Answers: Answers{{Code: "SCORE_MERGED", Value: "no"}}}, says: "E4 SCORE_MISSING", book: mergedScore, rows: `
		Chè Mẫu; HTX Ví Dụ Một; xã San Thàng; 66; 3; 2/2023; ready
		Miến Mẫu; HTX Ví Dụ Một; xã San Thàng; -; 3; 2/2023; ready
		Gạo Mẫu; HTX Ví Dụ Hai; xã San Thàng; 61; 3; 2/2023; ready`},
	{name: "a product of two lines has one score", book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao|Quy cách
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|#66|3 sao|Hộp 100 g
||||||Hộp 200 g
#2|Gạo Mẫu|HTX Ví Dụ Hai|xã San Thàng|#61|3 sao|Túi 5 kg
~merge A3:A4 B3:B4 C3:C4 D3:D4 E3:E4 F3:F4`, rows: `
		Chè Mẫu; HTX Ví Dụ Một; xã San Thàng; 66; 3; 2/2023; ready
		Gạo Mẫu; HTX Ví Dụ Hai; xã San Thàng; 61; 3; 2/2023; ready`},
	{name: "a stored nought of a formula that nobody calculated", says: "E3 FORMULA_NO_VALUE\nF3 FORMULA_NO_VALUE\nE4 FORMULA_NO_VALUE\nF5 FORMULA_NO_VALUE", book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Xã/phường|Điểm|Hạng sao
#1|Chè Mẫu|HTX Ví Dụ Một|xã San Thàng|=AVERAGE(H3:J3)>>0|=IF(E3>=50,3,2)>>0
#2|Miến Mẫu|HTX Ví Dụ Một|xã San Thàng|=AVERAGE(H4:J4)>>0|3 sao
#3|Gạo Mẫu|HTX Ví Dụ Hai|xã San Thàng|#61|=IF(E5>=50,"3 sao")>>0
#4|Mật Mẫu|HTX Ví Dụ Hai|xã San Thàng|=AVERAGE(H6:J6)>>62|=IF(E6>=50,3)>>3`, rows: `
		Chè Mẫu; HTX Ví Dụ Một; xã San Thàng; -; -; 2/2023; held
		Miến Mẫu; HTX Ví Dụ Một; xã San Thàng; -; 3; 2/2023; held
		Gạo Mẫu; HTX Ví Dụ Hai; xã San Thàng; 61; -; 2/2023; held
		Mật Mẫu; HTX Ví Dụ Hai; xã San Thàng; 62; 3; 2/2023; ready`},
	{name: "the next page's header in other words, and a note before the subtotal", book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
STT|Tên sản phẩm|Chủ thể|Điểm|Hạng sao
I|Xã San Thàng|||
#1|Chè Mẫu|HTX Ví Dụ Một|#66|3 sao
TT|TÊN SP|Tên chủ thể|Tổng điểm|Xếp hạng
#2|Miến Mẫu|-nt-|#61|3 sao
Ghi chú: số liệu mẫu||||
#3|Gạo Mẫu|HTX Ví Dụ Hai|#62|3 sao
Cộng: 03 sản phẩm||||`, rows: `
		Chè Mẫu; HTX Ví Dụ Một; Xã San Thàng; 66; 3; 2/2023; ready
		Miến Mẫu; HTX Ví Dụ Một; Xã San Thàng; 61; 3; 2/2023; ready
		Gạo Mẫu; HTX Ví Dụ Hai; Xã San Thàng; 62; 3; 2/2023; ready`},
	{name: "a section right under a header, left of it", book: `
== S
KẾT QUẢ ĐỢT 2 NĂM 2023
|STT|Tên sản phẩm|Chủ thể|Điểm|Hạng sao
I. xã San Thàng|||||
|#1|Chè Mẫu|HTX Ví Dụ Một|#66|3 sao
|STT|Tên sản phẩm|Chủ thể|Điểm|Hạng sao
II. phường Đoàn Kết|||||
|#2|Gạo Mẫu|HTX Ví Dụ Hai|#62|3 sao`, rows: `
		Chè Mẫu; HTX Ví Dụ Một; xã San Thàng; 66; 3; 2/2023; ready
		Gạo Mẫu; HTX Ví Dụ Hai; phường Đoàn Kết; 62; 3; 2/2023; ready`},
}
