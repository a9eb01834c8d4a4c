package layout

import (
	"strings"
	"testing"
)

// TestPairs: names of organisations break between pairs of syllables, in the
// narrow cells of a list as in a line of a certificate.
func TestPairs(t *testing.T) {
	for _, c := range []struct {
		text  string
		lines int
		want  string
	}{
		{"HTX Minh Họa San Thàng", 2, "HTX Minh Họa/San Thàng"},
		{"HTXNN Ví Dụ Sùng Phài", 2, "HTXNN Ví Dụ/Sùng Phài"},
		{"Hợp tác xã Minh Họa San Thàng", 2, "Hợp tác xã Minh Họa/San Thàng"},
		{"HTX Chè Minh Họa Sùng Phài", 2, "HTX Chè Minh Họa/Sùng Phài"},
		{"HTX Chè Minh Họa Ví Dụ", 2, "HTX Chè/Minh Họa Ví Dụ"},
		{"Hộ kinh doanh Ví Dụ 01", 2, "Hộ kinh doanh/Ví Dụ 01"},
		{"Công ty TNHH MTV Minh Họa Đông Phong", 3, "Công ty TNHH MTV/Minh Họa/Đông Phong"},
		{"Phê duyệt kết quả của thành phố đợt 2 năm 2023", 2, "Phê duyệt kết quả/của thành phố đợt 2 năm 2023"},
		{"Phường Đông Phong", 2, "Phường/Đông Phong"},
		{"Ông Nguyễn Văn Mẫu, Tân Phong", 2, "Ông Nguyễn Văn Mẫu,/Tân Phong"},
		{"Khăn Phạm Minh Họa", 2, "Khăn Phạm/Minh Họa"},
		{"Măng khô bản Sùng Phài hun", 2, "Măng khô/bản Sùng Phài hun"},
		{"Rau sạch Bản Minh Họa", 2, "Rau sạch/Bản Minh Họa"},
		{"Mật ong chai 500 ml", 2, "Mật ong/chai 500 ml"},
		{"Trà gói 50 g loại một", 2, "Trà gói 50 g/loại một"},
	} {
		pr := newProse(DefaultFaces(), spans(c.text), Serif.Regular, Serif.Bold)
		lines, _, ok := pr.even(c.lines, pr.width(0, len(pr.text), 0)*0.9, 0, true)
		var got []string
		for _, l := range lines {
			got = append(got, pr.text[l.from:l.to])
		}
		if s := strings.Join(got, "/"); !ok || s != c.want {
			t.Errorf("%s: %q, want %q", c.text, s, c.want)
		}
	}
}

// TestPlacesAndHoldersKeepTheirNames: from the width on that gives them room, no line
// of a cell ends with the word for a place or a container whose name or measure
// stands on the next.
func TestPlacesAndHoldersKeepTheirNames(t *testing.T) {
	for _, c := range []struct {
		text, bad string
		from      float64 // mm
	}{
		{"Chẳm chéo truyền thống bản Ví Dụ loại 01", "bản", 33},
		{"Khăn, túi thổ cẩm dệt tay của phụ nữ bản Minh Họa, xã San Thàng", "bản", 48},
		{"Măng khô sấy tự nhiên tổ hợp tác thôn Thử Nghiệm", "thôn", 33},
		{"Mật ong hoa rừng nguyên chất chai 500 ml", "chai", 30},
		{"Trà túi lọc thảo quả và mật ong hoa rừng Minh Họa hộp 20 túi lọc", "hộp", 30},
	} {
		f := NewFlow(Decree30(), nil)
		for mm := c.from; mm < 80; mm++ {
			g := f.newGrid(Table{Size: 12, Columns: []Col{{Width: mm}, {}}, Rows: []TableRow{RowOf(c.text, "")}})
			cells := g.arrange(g.t.Rows, false)
			g.set(&cells[0])
			pr := cells[0].set.prose
			for _, l := range cells[0].set.lines {
				if s := pr.text[l.from:l.to]; l.to < len(pr.text) && strings.HasSuffix(s, " "+c.bad) {
					t.Errorf("%g mm: a line ends with %q", mm, s)
				}
			}
		}
	}
}

// TestNamesKeepTheirFigures: running text does not part a name from its figure,
// nor the sign × from what it counts.
func TestNamesKeepTheirFigures(t *testing.T) {
	for _, c := range []struct{ text, bad string }{
		{"Trà shan tuyết cổ thụ một tôm hai lá Minh Họa 09; mắc-ca sấy nứt vỏ hộp 500 gam Minh Họa 10 và mật ong", "Minh Họa"},
		{"Trà shan tuyết cổ thụ thượng hạng, hộp thiếc 100 g, 20 gói nhỏ × 5 g, dùng làm quà biếu", "×"},
	} {
		pr := newProse(DefaultFaces(), spans(c.text), Serif.Regular, Serif.Bold)
		for mm := 30.0; mm < 160; mm++ {
			room := mm / (13.0 / 1000 * MM)
			lines, _ := pr.fill(room, room)
			for _, l := range lines {
				if s := pr.text[l.from:l.to]; strings.HasSuffix(s, c.bad) {
					t.Errorf("%g mm: a line ends with %q", mm, s)
				}
			}
		}
	}
}

// TestFillIsFull: running text is not cut short before a word where one would
// breathe: no line but the last leaves more than a long word's room.
func TestFillIsFull(t *testing.T) {
	text := "Xin trân trọng kính mời đồng chí Nguyễn Văn Mẫu, Phó Chủ tịch Ủy ban nhân dân thành phố lên trao Giấy chứng nhận " +
		"và chụp ảnh lưu niệm cùng các chủ thể của xã San Thàng tại Hội nghị công bố Quyết định của Ủy ban nhân dân thành phố Lai Châu."
	pr := newProse(DefaultFaces(), spans(text), Serif.Regular, Serif.Bold)
	for _, mm := range []float64{120, 135, 150, 165} {
		room := mm / (13.0 / 1000 * MM)
		lines, wide := pr.fill(room, room)
		if wide {
			t.Fatalf("%g mm: a word is too wide", mm)
		}
		for _, l := range lines[:len(lines)-1] {
			if w := pr.width(l.from, l.to, 0); w < room*0.74 {
				t.Errorf("%g mm: %q fills %.0f %%", mm, pr.text[l.from:l.to], 100*w/room)
			}
		}
	}
}

// TestGroupLeavesNoRow: the last row of a group comes to the next page with the
// one before it.
func TestGroupLeavesNoRow(t *testing.T) {
	for rows := 10; rows < 90; rows++ {
		f := NewFlow(Decree30Landscape(), nil)
		tab := Table{Columns: []Col{{Title: "A"}, {Title: "B"}}, MinRow: 8}
		for i := range rows {
			if i%7 == 0 {
				tab.Rows = append(tab.Rows, Group("Nhóm", 2))
			}
			tab.Rows = append(tab.Rows, RowOf("hàng", "x"))
		}
		f.Table(tab)
		pages, _ := f.Pages()
		for i, p := range pages {
			if i > 0 && firstBody(p) == 1 {
				t.Errorf("%d rows: page %d begins with one row alone", rows, i+1)
			}
		}
	}
}

// firstBody counts the body rows of a page before its first group row; -1 when
// there is no group row.
func firstBody(p Page) (n int) {
	for _, m := range p.Marks {
		if text, ok := m.(Text); ok {
			switch text.String {
			case "Nhóm":
				return n
			case "hàng":
				n++
			}
		}
	}
	return -1
}
