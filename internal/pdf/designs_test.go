package pdf

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"ocoprint/internal/layout"
)

// designs are the certificates that come with the program. The folder is read
// from disk: this room may not import the one that embeds it.
var designs = []string{"gcn-trang-trong", "gcn-le-hoi", "gcn-phoi"}

func design(t testing.TB, id string) *layout.Template {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../templates", id, "layout.json"))
	if err != nil {
		t.Fatal(err)
	}
	tpl, err := layout.LoadTemplate(id+"/layout.json", data)
	if err != nil {
		t.Fatal(err)
	}
	return tpl
}

// productNames run from 16 to 178 characters.
var productNames = []string{
	"Mật ong bạc hà",
	"Chè Shan tuyết cổ thụ",
	"Miến dong sạch Minh Họa đóng gói 500 g",
	"Thịt trâu gác bếp truyền thống hun khói, đóng gói hút chân không 300 g",
	"Bộ quà tặng trà ô long, trà Shan tuyết và mật ong hoa rừng vùng cao Lai Châu, hộp gỗ 3 ngăn",
	"Gạo nếp tan Minh Họa gieo trồng theo hướng hữu cơ trên ruộng bậc thang, xay xát bằng cối nước, túi 5 kg",
	"Dịch vụ du lịch cộng đồng bản Ví Dụ: lưu trú nhà sàn, trải nghiệm dệt thổ cẩm, ẩm thực dân tộc và tham quan ruộng bậc thang mùa lúa chín tại xã San Thàng, thành phố Lai Châu, (02) ngày",
}

func values(i int) layout.Values {
	return layout.Values{
		"authority.name": "Ủy ban nhân dân thành phố Lai Châu", "authority.above": "", "authority.place": "Lai Châu",
		"product.name": productNames[i%len(productNames)], "product.group": "Thực phẩm",
		"producer.name":    []string{"Hợp tác xã Minh Họa San Thàng", "Hộ kinh doanh Ví Dụ 01", "Công ty trách nhiệm hữu hạn một thành viên Sản xuất, Chế biến và Thương mại nông sản Minh Họa Tây Bắc"}[i%3],
		"producer.address": []string{"Bản Ví Dụ, xã San Thàng, thành phố Lai Châu, tỉnh Lai Châu", "Tổ 0, phường Đoàn Kết, thành phố Lai Châu"}[i%2],
		"producer.kind":    "Hợp tác xã", "commune": "xã San Thàng", "place": "xã San Thàng, thành phố Lai Châu, tỉnh Lai Châu",
		"stars": 3 + i%3, "stars.words": "ba", "score": "", "round.no": 2, "round.year": 2023,
		"decision.number": "0000/QĐ-UBND", "decision.date": layout.Day{Year: 2023, Month: 11, Day: 20},
		"decision.issuer": "Ủy ban nhân dân thành phố Lai Châu",
		"number":          "07/2023/GCN-UBND", "id": "LC-2023-2-017", "id.check": "LC-2023-2-017-K", "code": "7BCF2Z", "revision": 1,
		"issued.date": layout.Day{Year: 2023, Month: 12, Day: 19}, "valid.from": layout.Day{Year: 2023, Month: 11, Day: 20},
		"valid.last": layout.Day{Year: 2026, Month: 11, Day: 20},
		"sign.lines": "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "sign.name": "(Họ và tên)",
		"verify.url": "https://ocop.example/v/?LC-2023-2-017#0", "verify.host": "ocop.example", "verify.line": "ocop.example · LC-2023-2-017-K · 7BCF2Z",
		"sample": true, "copy": i == 3, "ask.logo": "",
	}
}

func options() layout.Options {
	return layout.Options{QR: func(string) ([][]bool, error) { return pseudoCode(61, 7), nil }}
}

// Every design takes every name without a complaint.
func TestDesignsTakeEveryName(t *testing.T) {
	for _, id := range designs {
		t.Run(id, func(t *testing.T) {
			tpl := design(t, id)
			var pages []layout.Page
			for i := range productNames {
				got, problems := tpl.Render(values(i), options())
				for _, p := range problems {
					t.Errorf("name %d: %s: %s", i, p.Box, p.String())
				}
				pages = append(pages, got...)
			}
			var b bytes.Buffer
			if err := WriteEach(context.Background(), &b, len(pages), func(i int) ([]layout.Page, error) { return pages[i : i+1], nil }, Options{Title: tpl.Title}); err != nil {
				t.Fatal(err)
			}
			if dir := os.Getenv("OCOPRINT_SHOW"); dir != "" {
				os.WriteFile(filepath.Join(dir, id+".pdf"), b.Bytes(), 0o644)
			}
		})
	}
}
