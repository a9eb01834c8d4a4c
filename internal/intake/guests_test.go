package intake

import (
	"context"
	"slices"
	"testing"
)

func readGuests(t *testing.T, text string) *GuestList {
	t.Helper()
	l, err := ReadGuests(context.Background(), mkbook(t, text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestReadGuests(t *testing.T) {
	l := readGuests(t, `
== Đại biểu
DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ (MẪU – KHÔNG CÓ GIÁ TRỊ)
STT|Họ và tên|Chức vụ|Cơ quan, đơn vị|Điện thoại|Ký nhận|Ghi chú
(1)|(2)|(3)|(4)|(5)|(6)|(7)
I|Thường trực Thành ủy, HĐND, UBND thành phố|||||
#1|Đ/c Đại Biểu Một|Chủ tịch|UBND thành phố|#912345678||
#2|Ông Đại Biểu Hai|Phó Chủ tịch|nt|||
II|UBND các xã, phường|||||
#3|Bà Đại Biểu Ba|Chủ tịch|UBND xã Mẫu|||
#4||||||
#5|Bà Đại Biểu Ba|Chủ tịch|UBND xã Mẫu|||
III|Chủ thể có sản phẩm được công nhận|||||
#6||Giám đốc|HTX Ví Dụ|||
Tổng cộng: 03 đại biểu||||||
NGƯỜI LẬP|||TRƯỞNG PHÒNG|||`)
	var got []string
	for _, g := range l.Groups {
		got = append(got, "# "+g.Name)
		for _, a := range g.Guests {
			got = append(got, a.Honorific+"; "+a.Name+"; "+a.Title+"; "+a.Organisation+"; "+a.Phone)
		}
	}
	want := []string{"# Thường trực Thành ủy, HĐND, UBND thành phố", "Đ/c; Đại Biểu Một; Chủ tịch; UBND thành phố; 0912345678", "Ông; Đại Biểu Hai; Phó Chủ tịch; UBND thành phố; ",
		"# UBND các xã, phường", "Bà; Đại Biểu Ba; Chủ tịch; UBND xã Mẫu; ", "# Chủ thể có sản phẩm được công nhận"}
	if !slices.Equal(got, want) {
		t.Errorf("guests:\n%s", compareLines(got, want))
	}
	if !l.Groups[2].Producers {
		t.Error("the producers' group is not known as such")
	}
	var codes []string
	for _, f := range l.Findings {
		codes = append(codes, f.Cell+" "+f.Code)
	}
	if want := []string{"E5 PHONE_REPAIRED", "B10 DUPLICATE_ROW", "B12 NAME_MISSING"}; !slices.Equal(codes, want) {
		t.Errorf("findings %q, want %q", codes, want)
	}
}

func TestGuestsWithoutGroupsOrWithAColumnOfGroups(t *testing.T) {
	l := readGuests(t, `
== S
TT|Họ tên|Đơn vị|Nhóm
#1|Đại Biểu Một|Sở Mẫu|Sở, ngành
#2|Đại Biểu Hai|Báo Mẫu|Báo chí
#3|Đại Biểu Ba|Sở Mẫu|Sở, ngành`)
	if len(l.Groups) != 2 || len(l.Groups[0].Guests) != 2 || l.Groups[1].Name != "Báo chí" || l.Rows != 3 {
		t.Errorf("%+v", l)
	}
	l = readGuests(t, "\n== S\nHọ và tên|Chức vụ\nĐại Biểu Một|Chuyên viên")
	if len(l.Groups) != 1 || l.Groups[0].Name != "" || l.Rows != 1 {
		t.Errorf("%+v", l)
	}
}

func TestResultsGivenAsGuests(t *testing.T) {
	l := readGuests(t, selectionBook)
	if l.Rows != 0 || len(l.Findings) == 0 {
		t.Fatalf("%+v", l)
	}
	last := l.Findings[len(l.Findings)-1]
	if want := "Tệp: không thấy danh sách đại biểu (cần cột «Họ và tên» cùng cột «Chức vụ» hoặc «Đơn vị»). Tệp này giống bảng kết quả đánh giá sản phẩm."; last.Message.In("vi") != want {
		t.Errorf("says %q, want %q", last.Message.In("vi"), want)
	}
}

func TestGuestsGivenAsResults(t *testing.T) {
	r := read(t, "\n== S\nSTT|Họ và tên|Chức vụ|Đơn vị|Điện thoại\n#1|Đại Biểu Một|Chuyên viên|Phòng Kinh tế|", Options{})
	f, ok := r.Refusal()
	if want := "Tệp: không thấy bảng kết quả (cần cột «Tên sản phẩm» cùng cột «Chủ thể», «Hạng sao» hoặc «Điểm»). Tệp này giống danh sách đại biểu."; !ok || f.Message.In("vi") != want {
		t.Errorf("says %q, want %q", f.Message.In("vi"), want)
	}
}
