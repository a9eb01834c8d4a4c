package main

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// onList says what must be read back of one list: rows that begin with a number,
// the column of the products, and what some line says.
type onList struct {
	file    string
	rows    int
	product int // column of the product's name, from 0; -1: the list names none
	says    []string
}

var lists = []onList{
	{"thu-tu-trao", 10, 2, []string{"Lượt 1: 03 chủ thể, 06 Giấy chứng nhận", "Lượt 2: 03 chủ thể, 04 Giấy chứng nhận"}},
	{"chuong-trinh", 6, -1, []string{"10 sản phẩm của 06 chủ thể"}},
	{"dai-bieu", 20, -1, []string{"Số đại biểu: 20 (10 đã có họ tên)", "VI. Chủ thể có sản phẩm được công nhận đợt 2 năm 2023"}},
	{"trung-bay", 10, 1, []string{"Ấn định danh sách: 10 sản phẩm của 06 chủ thể./."}},
	{"giao-nhan-gcn", 10, 2, []string{"Tổng số: 10 Giấy chứng nhận (10 sản phẩm của 06 chủ thể)./."}},
	{"so-theo-doi", 10, 3, []string{"Sổ này có 10 số./."}},
	{"theo-xa-phuong", 10, 1, []string{"Xã San Thàng: 04 sản phẩm của 02 chủ thể", "Tổng cộng: 10 sản phẩm của 06 chủ thể./."}},
	{"cong-bo", 10, 1, []string{"Tổng cộng: 10 sản phẩm của 06 chủ thể./."}},
	{"doi-chieu", 23, 3, []string{"Đối chiếu: 10 + 0 + 13 = 23"}},
}

// granted are the products of the sample's second round, in award order.
var granted = []string{"Miến dong Minh Họa San Thàng", "Bột dong riềng nguyên chất", "Mật ong hoa rừng", "Rượu ngô men lá",
	"Trà shan tuyết cổ thụ Minh Họa Sùng Phài thượng hạng (hộp thiếc 100 g, 20 gói nhỏ × 5 g)", "Trà ô long",
	"Du lịch cộng đồng bản Minh Họa", "Mắc-ca sấy nứt vỏ", "Nhân mắc-ca sấy", "Gạo séng cù"}

// TestListsAsWorkbooks reads every .xlsx of the main job back: its rows, its
// products and its counts are those of the papers, and a sample says so.
func TestListsAsWorkbooks(t *testing.T) {
	dir := t.TempDir()
	clock := func() time.Time { return time.Date(2026, 11, 25, 3, 0, 0, 0, time.UTC) }
	var out, bad strings.Builder
	code := run(context.Background(), []string{"run", "../../samples/mau-phu-luc.xlsx", "--plan", "../../samples/mau-ke-hoach.toml",
		"--papers", "all", "--no-singles", "--register", filepath.Join(dir, "so"), "--out", filepath.Join(dir, "ra"), "--as-of", "2023-12-19"},
		&terminal{In: strings.NewReader(""), Out: &out, Err: &bad, Now: clock})
	if code != 0 {
		t.Fatalf("run ended with %d:\n%s%s", code, out.String(), bad.String())
	}
	files, err := filepath.Glob(filepath.Join(dir, "ra", "*.xlsx"))
	if err != nil || len(files) != len(lists) {
		t.Errorf("%d workbooks (%v), want %d", len(files), err, len(lists))
	}
	for _, l := range lists {
		t.Run(l.file, func(t *testing.T) { readBack(t, filepath.Join(dir, "ra", l.file+".xlsx"), l) })
	}
}

var numbered = regexp.MustCompile(`^\d+$`)

func readBack(t *testing.T, file string, l onList) {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	book, err := excelize.OpenReader(f)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	var all strings.Builder
	var products []string
	rows := 0
	for _, sheet := range book.GetSheetList() {
		cells, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range cells {
			all.WriteString(strings.Join(row, "\t") + "\n")
			if len(row) == 0 || !numbered.MatchString(row[0]) {
				continue
			}
			rows++
			if l.product >= 0 && rows <= len(granted) {
				products = append(products, row[l.product])
			}
		}
	}
	said := strings.ReplaceAll(all.String(), "\u00a0", " ")
	if rows != l.rows {
		t.Errorf("%d rows, want %d:\n%s", rows, l.rows, said)
	}
	for _, want := range append(l.says, "MẪU – KHÔNG CÓ GIÁ TRỊ") {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said:\n%s", want, said)
		}
	}
	if l.product >= 0 {
		slices.Sort(products)
		want := slices.Sorted(slices.Values(granted))
		if !slices.Equal(products, want) {
			t.Errorf("products\n %q\nwant\n %q", products, want)
		}
	}
	for _, phrase := range []string{"0 sao", "%!"} {
		if strings.Contains(said, phrase) {
			t.Errorf("says %q", phrase)
		}
	}
}
