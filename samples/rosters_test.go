package samples

import (
	"fmt"

	"ocoprint/internal/ocop"
	"ocoprint/internal/plan"
)

// guestList is the roster of the sample plan with two late guests, as an office
// keeps it in a workbook.
func guestList() ([]byte, error) {
	b := newBook("Đại biểu")
	b.widths(6, 28, 28, 38, 16, 24)
	row := rosterHeader(b, "DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ CÔNG BỐ QUYẾT ĐỊNH, TRAO GIẤY CHỨNG NHẬN SẢN PHẨM OCOP ĐỢT 2 NĂM 2023", "Họ và tên", "Chức vụ", "Cơ quan, đơn vị", "Điện thoại", "Ghi chú")
	no := 0
	for i, g := range lateGuests(plan.Example().Conference.Groups) {
		b.line(row, 'A', []string{"bold", "box"}, roman(i+1), g.Name, nil, nil, nil, nil)
		b.merge(fmt.Sprintf("B%d", row), fmt.Sprintf("F%d", row))
		row++
		for _, a := range g.Guests {
			no++
			name := a.Name
			if a.Honorific != "" {
				name = a.Honorific + " " + a.Name
			}
			b.line(row, 'A', []string{"box", "wrap"}, no, name, a.Title, a.Organisation, a.Phone, a.Note)
			row++
		}
	}
	b.put(fmt.Sprintf("B%d", row+1), fmt.Sprintf("Tổng số: %02d đại biểu", no), "italic")
	b.page()
	return b.bytes()
}

func lateGuests(groups []ocop.GuestGroup) []ocop.GuestGroup {
	last := &groups[len(groups)-1]
	last.Guests = append(last.Guests,
		ocop.Attendee{Honorific: "Bà", Name: "Hà Thị Ví Dụ", Title: "Phóng viên", Organisation: "Báo Ví Dụ", Phone: "0900 000 031", Note: "đưa tin"},
		ocop.Attendee{Honorific: "Ông", Name: "Tẩn A Ví Dụ", Title: "Biên tập viên", Organisation: "Trung tâm Văn hóa, Thể thao và Truyền thông thành phố", Phone: "0900 000 032"})
	return groups
}

// wrongFile is a roster to sign, named and sent as if it were the results.
func wrongFile() ([]byte, error) {
	b := newBook("KQ OCOP")
	b.widths(6, 28, 28, 38, 16, 20)
	row := rosterHeader(b, "DANH SÁCH KÝ NHẬN ĐẠI BIỂU DỰ HỘI NGHỊ ĐÁNH GIÁ SẢN PHẨM OCOP NĂM 2023", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Số điện thoại", "Ký nhận")
	for i, name := range []string{"Nguyễn Văn Mẫu", "Trần Thị Mẫu", "Lò Văn Mẫu", "Giàng A Mẫu", "Phạm Thị Ví Dụ", "Hoàng Văn Ví Dụ", "Vàng Thị Ví Dụ"} {
		b.line(row, 'A', []string{"box"}, i+1, name, "Thành viên Hội đồng", "Đơn vị Ví Dụ "+fmt.Sprintf("%02d", i+1), fmt.Sprintf("0900 000 0%d", 41+i), nil)
		row++
	}
	b.put(fmt.Sprintf("B%d", row+1), "Số đại biểu: 07, có mặt: …", "italic")
	b.page()
	return b.bytes()
}

// rosterHeader writes title and header and returns the first row below.
func rosterHeader(b *book, title string, columns ...any) int {
	b.put("A1", sampleMark, "bold", "red", "center")
	b.put("A2", title, "bold", "center", "wrap")
	b.merge("A1", "F1")
	b.merge("A2", "F2")
	b.line(4, 'A', []string{"bold", "center", "box"}, append([]any{"STT"}, columns...)...)
	return 5
}
