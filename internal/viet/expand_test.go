package viet

import "testing"

func TestExpandAbbreviations(t *testing.T) {
	own := map[string]string{"TT": "Trung tâm", "CP": "", "NLN": "nông lâm nghiệp"}
	for _, c := range []struct{ in, want string }{
		{"HTX Minh Họa San Thàng", "Hợp tác xã Minh Họa San Thàng"},
		{"Công ty TNHH MTV Ví Dụ", "Công ty trách nhiệm hữu hạn một thành viên Ví Dụ"},
		{"HTX NN&DV NLN", "Hợp tác xã nông nghiệp và dịch vụ nông lâm nghiệp"},
		{"Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn"},
		{"UBND TP. Lai Châu", "Ủy ban nhân dân thành phố Lai Châu"},
		{"theo số 1422/QĐ-UBND", "theo số 1422/QĐ-UBND"},
		{"TT VHTT; đ/c Chủ tịch", "Trung tâm Văn hóa, Thông tin; đồng chí Chủ tịch"},
		{"Công ty CP X", "Công ty CP X"},
		{"DN trẻ. TP trẻ", "Doanh nghiệp trẻ. Thành phố trẻ"},
		{"HTXX, XHTX, THTHTX", "HTXX, XHTX, THTHTX"},
		{"", ""},
	} {
		if got := ExpandAbbreviations(c.in, own); got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

func FuzzExpand(f *testing.F) {
	f.Add("HTX NN&DV 1422/QĐ-UBND", "NN", "nông nghiệp")
	f.Add("\xff&", "\xff", "&")
	f.Fuzz(func(t *testing.T, s, k, v string) {
		ExpandAbbreviations(s, map[string]string{k: v})
	})
}
