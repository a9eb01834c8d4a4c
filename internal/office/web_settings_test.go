package office

import "testing"

func TestNamesOfAnAuthority(t *testing.T) {
	for _, c := range []struct{ name, place, code, prefix string }{
		{"Ủy ban nhân dân thành phố Lai Châu", "Lai Châu", "ubnd-tp-lai-chau", "LC"},
		{"Uỷ ban nhân dân tỉnh Đắk Lắk", "Đắk Lắk", "ubnd-tinh-dak-lak", "DL"},
		{"Sở Ví Dụ", "Huế", "so-vi-du", "HU"},
		{"", "", "", ""},
		{"UBND phường 1", "Thành phố Hồ Chí Minh", "ubnd-phuong-1", "TPHC"},
	} {
		if got := AuthorityCode(c.name); got != c.code {
			t.Errorf("code of %q is %q, want %q", c.name, got, c.code)
		}
		if got := AuthorityPrefix(c.place); got != c.prefix {
			t.Errorf("prefix of %q is %q, want %q", c.place, got, c.prefix)
		}
	}
}
