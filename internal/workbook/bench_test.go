//go:build unix

package workbook

import (
	"bytes"
	"fmt"
	"runtime"
	"syscall"
	"testing"

	"github.com/xuri/excelize/v2"
)

// benchBook is a file of 10,000 rows × 15 columns as an office would have it:
// names, places, scores, stars.
func benchBook(tb testing.TB) []byte {
	tb.Helper()
	f := excelize.NewFile()
	sw, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		tb.Fatal(err)
	}
	for row := range 10_000 {
		cells := make([]any, 15)
		for col := range cells {
			switch col % 5 {
			case 0:
				cells[col] = row + 1
			case 1:
				cells[col] = fmt.Sprintf("Sản phẩm mẫu số %d – cột %d", row, col)
			case 2:
				cells[col] = fmt.Sprintf("Hợp tác xã mẫu %d", row%700)
			case 3:
				cells[col] = float64(3000+(row*37+col)%7000) / 100
			case 4:
				cells[col] = "3 sao"
			}
		}
		if err := sw.SetRow(CellName(row+1, 1), cells); err != nil {
			tb.Fatal(err)
		}
	}
	if err := sw.Flush(); err != nil {
		tb.Fatal(err)
	}
	var out bytes.Buffer
	if _, err := f.WriteTo(&out); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// excelizeRows is the yardstick: excelize's bare row iterator over the file.
func excelizeRows(tb testing.TB, data []byte) int {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	rows, err := f.Rows("Sheet1")
	if err != nil {
		tb.Fatal(err)
	}
	n := 0
	for rows.Next() {
		cols, err := rows.Columns()
		if err != nil {
			tb.Fatal(err)
		}
		n += len(cols)
	}
	return n
}

func cpuSeconds() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return float64(u.Utime.Sec+u.Stime.Sec) + float64(u.Utime.Usec+u.Stime.Usec)/1e6
}

// BenchmarkOpen reads the whole file and reports its CPU time as a multiple of
// excelize's row iterator in the same run (bar for the whole import: 3).
func BenchmarkOpen(b *testing.B) {
	data := benchBook(b)
	var ours, theirs float64
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		start := cpuSeconds()
		book, err := Open(b.Context(), "mau.xlsx", data, Options{})
		if err != nil {
			b.Fatal(err)
		}
		ours += cpuSeconds() - start
		if book.Sheets[0].MaxRow != 10_000 {
			b.Fatal("rows missing")
		}
		b.StopTimer()
		start = cpuSeconds()
		excelizeRows(b, data)
		theirs += cpuSeconds() - start
		runtime.GC()
		b.StartTimer()
	}
	b.ReportMetric(ours/theirs, "×excelize-cpu")
	b.ReportMetric(ours/float64(b.N)*1000, "cpu-ms/op")
}
