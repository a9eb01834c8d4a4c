package seal

import (
	"encoding/hex"
	"strings"
	"testing"
)

// The bytes that stand in the package comment.
func TestWorkedExample(t *testing.T) {
	b := Body{ID: "LC-2023-2-017", Product: "Chè cổ thụ Sin Hồ", Producer: "HTX MẪU", Place: "xã San Thàng, tỉnh Lai Châu",
		Stars: 3, Decision: "1422/QĐ-UBND", Decided: DayOf(2023, 11, 20), LastDay: DayOf(2026, 11, 20)}
	raw, err := b.encode()
	if err != nil {
		t.Fatal(err)
	}
	got := hex.EncodeToString(raw)
	for _, part := range []string{"a8016d4c432d323032332d322d303137", "0278184368c3a82063e1bb95207468e1bba52053696e2048e1bb93",
		"0369485458204de1baaa55", "047820", "78c3a320", "4368c3a275", "0503", "076d313432322f51c4902d55424e44", "08192214", "0919265c"} {
		if !strings.Contains(got, part) {
			t.Errorf("%s is not in %s", part, got)
		}
	}
	if n := len(deflate(raw)); n != 71 || len(raw) != 114 {
		t.Errorf("deflated %d, raw %d", n, len(raw))
	}
}
