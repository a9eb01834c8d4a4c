package web

import (
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestADraftIsShownInPages(t *testing.T) {
	var rows []draftRow
	for i := 1; i <= 120; i++ {
		row := draftRow{N: i, Product: fmt.Sprint("Sản phẩm ", i), Commune: "Xã Hai"}
		switch {
		case i <= 60:
			row.Commune = "xã Một"
		case i%30 == 0:
			row.Notes = []string{"điểm sát mốc"}
		}
		rows = append(rows, row)
	}
	rows[119].Commune = "XÃ HAI" // written in another way, the same commune
	for _, c := range []struct {
		query                string
		first, n, fit, pages int
		on, back             string
	}{
		{"", 1, 50, 120, 3, "trang=2", ""},
		{"trang=2", 51, 50, 120, 3, "trang=3", "trang=1"},
		{"trang=3", 101, 20, 120, 3, "", "trang=2"},
		{"trang=99", 101, 20, 120, 3, "", "trang=2"},
		{"xa=xa+hai", 0, 0, 0, 0, "", ""}, // without tones it is no commune of the list
		{"xa=x%C3%A3+hai", 61, 50, 60, 2, "xa=x%C3%A3+hai", ""},
		{"xem=luu-y", 90, 2, 2, 0, "", ""},
		{"xem=luu-y&xa=x%C3%A3+M%E1%BB%99t", 0, 0, 0, 0, "", ""},
	} {
		b := draftBody{New: rows}
		b.narrow(httptest.NewRequest("GET", "/tep/1/du-kien?"+c.query, nil))
		v, first := b.View, 0
		if len(v.Rows) > 0 {
			first = v.Rows[0].N
		}
		if first != c.first || len(v.Rows) != c.n || v.Fit != c.fit || len(v.Pages) != c.pages || !strings.Contains(v.On, c.on) || !strings.Contains(v.Back, c.back) || (c.on == "") != (v.On == "") {
			t.Errorf("?%s: from %d, %d rows of %d, %d pages, on %q, back %q", c.query, first, len(v.Rows), v.Fit, len(v.Pages), v.On, v.Back)
		}
		if len(b.New) != 120 || v.AllNoted != 2 || !v.Filter {
			t.Errorf("?%s: the totals are of all rows, not %d and %d", c.query, len(b.New), v.AllNoted)
		}
		if len(v.Communes) != 2 || v.Communes[0].Label != "Xã Hai (60)" || v.Communes[1].Label != "xã Một (60)" {
			t.Errorf("?%s: communes %v", c.query, v.Communes)
		}
	}
}
