package papers

import (
	"fmt"
	"strings"
	"testing"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/templates"
)

// TestEveryLayoutRefusesByName: a row that cannot be printed is refused before
// the first page, in one sentence that names file, sheet, row and cell of the
// value, the box and the way out. The rows beside it are not blamed.
func TestEveryLayoutRefusesByName(t *testing.T) {
	const cell = "Tệp ket-qua-mau-dot2-2023.xlsx, trang tính «Đợt 2», dòng 13"
	for _, c := range []struct {
		name  string
		spoil func(*ocop.Certificate)
		code  string
		says  []string
	}{
		{"a name too long", func(c *ocop.Certificate) { c.Product.Name = strings.Repeat("Trà shan tuyết cổ thụ ", 30) },
			"layout-text-too-long", []string{"(ô B13)", "“san_pham”", "Rút gọn còn khoảng"}},
		{"a producer too long", func(c *ocop.Certificate) { c.Producer.Name = strings.Repeat("Hợp tác xã Minh Họa ", 30) },
			"layout-text-too-long", []string{"(ô C13)", "“chu_the”", "mẫu có hộp rộng hơn"}},
		{"an address too long", func(c *ocop.Certificate) { c.Producer.Address = strings.Repeat("Bản Ví Dụ, xã San Thàng, ", 20) },
			"layout-text-too-long", []string{"(ô D13)", "“dia_chi”", "Rút gọn còn khoảng"}},
		{"a letter that the font lacks", func(c *ocop.Certificate) { c.Product.Name = "Chè ชา Ví Dụ" },
			"layout-letter-missing", []string{"(ô B13)", "“san_pham”", "U+0E0A", "bộ gõ Unicode"}},
		{"combining marks", func(c *ocop.Certificate) { c.Product.Name = "Che\u0300 Ví Dụ" },
			"layout-text-not-nfc", []string{"(ô B13)", "“san_pham”", "Nạp lại tệp"}},
		{"no name", func(c *ocop.Certificate) { c.Product.Name = "" },
			"layout-empty-required", []string{"(ô B13)", "“san_pham”", "Điền giá trị này"}},
		{"no code", func(c *ocop.Certificate) { c.URL = "" },
			"layout-empty-required", []string{"“qr”", "Điền giá trị này"}},
		{"a code too dense", func(c *ocop.Certificate) { c.URL += digits(1, 400) },
			"layout-qr-failed", []string{"“qr”", "quá dài cho mã QR mà điện thoại đọc được (878 ký tự). Rút gọn nội dung của mã"}},
	} {
		for _, id := range templates.IDs() {
			t.Run(c.name+"/"+id, func(t *testing.T) {
				in := input(3)
				for i := range in.Certificates {
					in.Certificates[i].Layout = id
				}
				c.spoil(&in.Certificates[1])
				pages, problems := Certificates.Pages(in)
				errors := layout.Errors(problems)
				if len(errors) == 0 {
					t.Fatal("not refused")
				}
				if len(pages) > 0 {
					t.Errorf("%d pages drawn all the same", len(pages))
				}
				found := false
				for _, p := range errors {
					said := p.In(message.Vi) + " " + p.HintIn(message.Vi)
					if !strings.HasPrefix(said, cell) {
						t.Errorf("another row is blamed, or none: %s", said)
					}
					if p.Code() != c.code {
						t.Errorf("another complaint beside it: %s", said)
					}
					found = found || p.Code() == c.code && containsAll(said, c.says)
				}
				if !found {
					t.Errorf("%s with %q not among:\n%s", c.code, c.says, sentences(errors))
				}
			})
		}
	}
}

func containsAll(s string, parts []string) bool {
	for _, p := range parts {
		if !strings.Contains(s, p) {
			return false
		}
	}
	return true
}

func sentences(problems []layout.Problem) (all string) {
	for _, p := range problems {
		all += fmt.Sprintf("%s: %s %s\n", p.Code(), p.In(message.Vi), p.HintIn(message.Vi))
	}
	return all
}

// TestTheLengthsThatMustFit: names of 16, 40, 80, 120 and 178 characters, and
// producers as long, fit every shipped layout, each name alone and all in one
// batch of even sizes.
func TestTheLengthsThatMustFit(t *testing.T) {
	for _, id := range templates.IDs() {
		in := input(len(longNames))
		for i := range in.Certificates {
			c := &in.Certificates[i]
			c.Layout, c.Product.Name, c.Producer.Name = id, longNames[i], "HTX "+longNames[len(longNames)-1-i]
		}
		batch, problems := NewBatch(in)
		if errs := layout.Errors(problems); len(errs) > 0 {
			t.Errorf("%s:\n%s", id, sentences(errs))
			continue
		}
		sizes := map[string]map[float64]bool{}
		for _, f := range batch.FitReport() {
			if !f.Fits {
				t.Errorf("%s: %s of row %d does not fit", id, f.Box, f.Row)
			}
			if f.Box == "san_pham" {
				if sizes[f.Box] == nil {
					sizes[f.Box] = map[float64]bool{}
				}
				sizes[f.Box][f.Size] = true
			}
		}
		if n := len(sizes["san_pham"]); n > 3 {
			t.Errorf("%s: %d sizes of name in one batch: %v", id, n, sizes)
		}
	}
}

// TestPlatesHoldTheLongestProducers: a producer without a guest has a plate of
// his own, however long his name is; no other paper waits for it in vain.
func TestPlatesHoldTheLongestProducers(t *testing.T) {
	in := input(len(longNames))
	in.Persons = nil
	for i := range in.Certificates {
		in.Certificates[i].Producer.Name = "Hợp tác xã " + longNames[i]
	}
	pages, problems := NamePlates.Pages(in)
	if errs := layout.Errors(problems); len(errs) > 0 || len(pages) == 0 {
		t.Errorf("%d pages\n%s", len(pages), sentences(errs))
	}
}

// TestBookSaysWhatTheRegisterSays: before its issue day a certificate is not yet
// valid, though its decision is in force.
func TestBookSaysWhatTheRegisterSays(t *testing.T) {
	in := input(1)
	c := in.Certificates[0]
	c.ValidFrom, c.IssuedOn = ocop.Date{Year: 2023, Month: 11, Day: 20}, ocop.Date{Year: 2023, Month: 12, Day: 20}
	for day, want := range map[int]ocop.CertificateStatus{19: ocop.NotYet, 20: ocop.Valid} {
		in.AsOf = ocop.Date{Year: 2023, Month: 12, Day: day}
		if got := in.standing(c).Status; got != want {
			t.Errorf("day %d: %s, want %s", day, got, want)
		}
	}
}

// TestOneAlone: with one product of one producer no paper speaks of several, and
// the programme names who hands over in the award order, nobody else.
func TestOneAlone(t *testing.T) {
	in := input(1)
	in.Settings.Conference.Presenters = []string{"Đại diện lãnh đạo Thành ủy", "Đại diện lãnh đạo UBND thành phố"}
	turns := stage(in)
	number := in.Certificates[0].Number
	for _, c := range []struct{ said, want string }{
		{callUp(in, turns[0], 1), "Xin trân trọng kính mời đại diện chủ thể sau đây bước lên sân khấu để nhận Giấy chứng nhận sản phẩm OCOP:"},
		{handing(in, turns[0]), "Xin trân trọng kính mời đại diện lãnh đạo Thành ủy lên trao Giấy chứng nhận và chụp ảnh lưu niệm cùng chủ thể."},
		{presenterNames(in), "Đại diện lãnh đạo Thành ủy"},
		{bookFooter(in, 1), "Sổ này có 01 trang, 01 số, là số " + number + "./."},
		{numbersWords(in), "Đợt này có 01 Giấy chứng nhận (01 sản phẩm của 01 chủ thể), số " + number + ": cấp mới 01, đã cấp từ trước 0."},
	} {
		if got := strings.ReplaceAll(c.said, "\u00a0", " "); got != c.want {
			t.Errorf("%s\nwant %s", got, c.want)
		}
	}
	if s := communeRequest(in, place{name: "xã San Thàng", certificates: in.Certificates}); !strings.Contains(s, "thông tin để chủ thể nêu trên đến dự") {
		t.Error(s)
	}
}

// TestInvitationNamesEveryProduct: a producer of goods and of a tourism service
// is told what to bring for both.
func TestInvitationNamesEveryProduct(t *testing.T) {
	in := input(2)
	certs := in.Certificates
	certs[1].Product = ocop.Product{Name: "Du lịch cộng đồng bản Ví Dụ", Group: "Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch"}
	got := strings.ReplaceAll(bring(in, owner{Certificates: certs}), "\u00a0", " ")
	want := "giới thiệu: " + certs[0].Product.Name + ". Mang theo hình ảnh, tờ rơi của: Du lịch cộng đồng bản Ví Dụ."
	if !strings.HasSuffix(got, want) {
		t.Errorf("%s\nwant the end %s", got, want)
	}
}
