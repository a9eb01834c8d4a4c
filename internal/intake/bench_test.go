package intake

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"ocoprint/internal/workbook"
)

// bigBook is a council's list of n products in 15 columns, as a file.
func bigBook(tb testing.TB, n int) []byte {
	tb.Helper()
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		tb.Fatal(err)
	}
	put := func(row int, cells ...any) {
		if err := w.SetRow(fmt.Sprintf("A%d", row), cells); err != nil {
			tb.Fatal(err)
		}
	}
	put(1, "KẾT QUẢ ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM OCOP ĐỢT 2 NĂM 2023 (MẪU – KHÔNG CÓ GIÁ TRỊ)")
	put(3, "STT", "Tên sản phẩm", "Nhóm", "Chủ thể", "Loại hình", "Địa chỉ", "Xã/phường", "Điện thoại", "Điểm A", "Điểm B", "Điểm C", "Tổng điểm", "Hạng sao", "Đợt", "Ghi chú")
	communes := []string{"xã San Thàng", "phường Đoàn Kết", "xã Sùng Phài", "phường Tân Phong"}
	for i := range n {
		a, b, c := 20+float64(i%10), 14+float64(i%5), 18+float64(i%7)/2
		total := a + b + c
		put(4+i, i+1, fmt.Sprintf("Chè Shan tuyết mẫu số %d", i+1), "Thực phẩm", fmt.Sprintf("Hợp tác xã Ví Dụ %d", i/3), "HTX", fmt.Sprintf("Bản Mẫu %d", i%40),
			communes[i%4], "", a, b, c, total, "3 sao", 2, "")
	}
	if err := w.Flush(); err != nil {
		tb.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

const benchRows = 10_000

// BenchmarkImport is the whole import; compare with BenchmarkRowIterator, the
// bare row iterator of excelize, on the same file.
func BenchmarkImport(b *testing.B) {
	data := bigBook(b, benchRows)
	b.ReportAllocs()
	for b.Loop() {
		book, err := workbook.Open(context.Background(), "mau.xlsx", data, workbook.Options{})
		if err != nil {
			b.Fatal(err)
		}
		r, err := Read(context.Background(), book, Options{})
		if err != nil || len(r.Results) != benchRows {
			b.Fatal(len(r.Results), err)
		}
	}
}

// BenchmarkReadOnly leaves opening the file out.
func BenchmarkReadOnly(b *testing.B) {
	book, err := workbook.Open(context.Background(), "mau.xlsx", bigBook(b, benchRows), workbook.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(context.Background(), book, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRowIterator reads the same file with excelize's rows and columns.
func BenchmarkRowIterator(b *testing.B) {
	data := bigBook(b, benchRows)
	b.ReportAllocs()
	for b.Loop() {
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			b.Fatal(err)
		}
		rows, err := f.Rows("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		for rows.Next() {
			if _, err := rows.Columns(); err != nil {
				b.Fatal(err)
			}
		}
		rows.Close()
		f.Close()
	}
}
