package intake

import (
	"context"
	"strings"
	"testing"

	"ocoprint/internal/workbook"
)

// FuzzTable gives the finder of tables any grid: text whose lines are rows and
// whose tabs part cells, as the CSV reader makes it.
func FuzzTable(f *testing.F) {
	for _, k := range kinds {
		f.Add(strings.ReplaceAll(plainTable(k.book), "|", "\t"))
	}
	f.Add("STT\tTên sản phẩm\tChủ thể\tĐiểm\n1\tA\tB\t55\n")
	f.Add("Họ và tên\tChức vụ\n\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		text = strings.NewReplacer("{", "(", "}", ")").Replace(text) // else a sentence seems to have a blank left
		b, err := workbook.Open(context.Background(), "mau.csv", []byte(text), workbook.Options{})
		if err != nil {
			return
		}
		r, err := Read(context.Background(), b, Options{FileName: "đợt 2-2023.csv"})
		if err != nil {
			t.Fatal(err)
		}
		checkPromises(t, r)
		if _, err := ReadGuests(context.Background(), b, Options{}); err != nil {
			t.Fatal(err)
		}
	})
}

// plainTable leaves the rows of a mkbook's text.
func plainTable(book string) string {
	var lines []string
	for _, l := range strings.Split(book, "\n") {
		if !strings.HasPrefix(l, "==") && !strings.HasPrefix(l, "~") {
			lines = append(lines, strings.ReplaceAll(strings.ReplaceAll(l, "|#", "|"), "|@", "|"))
		}
	}
	return strings.Join(lines, "\n")
}
