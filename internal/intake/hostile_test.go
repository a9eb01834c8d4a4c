package intake

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"ocoprint/internal/workbook"
)

// What the import of one hostile file may cost: memory that is resident, and
// processor time. A list as long as one may be (50,000 rows) is no attack; where
// others use the machine it takes more, and so may hostile files.
const (
	hostileTime   = 5 * time.Second
	hostileLists  = 2.5 // long lists, when that is more
	hostileMemory = 300 // MB
)

// tedious are files that open and are hard on whoever looks for tables in
// them. The files that opening refuses are workbook's.
var tedious = []struct {
	name string
	file func(t *testing.T) []byte
}{
	{"50,001 products", func(*testing.T) []byte {
		return csvOf(50_001, func(i int) string {
			return fmt.Sprintf("%d,Chè Mẫu %d,HTX Ví Dụ %d,xã San Thàng,%d.5,3 sao", i, i, i, 50+i%19)
		})
	}},
	{"one product 50,000 times", func(*testing.T) []byte {
		return csvOf(50_000, func(i int) string { return fmt.Sprintf("%d,Chè Mẫu,HTX Ví Dụ,xã San Thàng,55.5,3 sao", i) })
	}},
	{"one product with 50,000 scores", func(*testing.T) []byte {
		return csvOf(50_000, func(i int) string {
			return fmt.Sprintf("%d,Chè Mẫu,HTX Ví Dụ,xã San Thàng,%d.%03d,3 sao", i, 50+i%19, i%1000)
		})
	}},
	{"names that differ in marks only", func(*testing.T) []byte {
		marks := []string{"a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "â", "ấ"}
		return csvOf(50_000, func(i int) string {
			name := "b"
			for n := i; n > 0; n /= 10 {
				name += " m" + marks[n%10]
			}
			return fmt.Sprintf("%d,%s,HTX V%s,xã San Thàng,55.5,3 sao", i, name, marks[i%10])
		})
	}},
	{"every row a fault", func(*testing.T) []byte {
		return csvOf(50_000, func(i int) string { return "1,Ch? Shan,#REF!,xã,9999,3-4 sao" })
	}},
	{"every row a header", func(*testing.T) []byte {
		return []byte("ĐỢT 2 NĂM 2023\n" + strings.Repeat("STT,Tên sản phẩm,Chủ thể,Xã/phường,Điểm,Hạng sao\n", 160_000))
	}},
	{"header and product in turn", func(*testing.T) []byte {
		return []byte("ĐỢT 2 NĂM 2023\n" + strings.Repeat("STT,Tên sản phẩm,Chủ thể,Xã/phường,Điểm,Hạng sao\n1,Chè Mẫu,HTX Ví Dụ,xã San Thàng,55,3 sao\n", 49_000))
	}},
	{"title, header and product in turn", func(*testing.T) []byte {
		return []byte(strings.Repeat("KẾT QUẢ ĐỢT 2 NĂM 2023\nTT,Tên sản phẩm,Chủ thể,Điểm\n1,Chè Mẫu,HTX Ví Dụ,55\n\n", 49_000))
	}},
	{"a header of 16,000 columns", func(*testing.T) []byte {
		return []byte(strings.Repeat("Tên sản phẩm,Chủ thể,Điểm,Hạng sao,", 4000) + "x\n" + strings.Repeat(strings.Repeat("Chè,HTX,55,3,", 4000)+"x\n", 60))
	}},
	{"a hundred thousand sections", func(*testing.T) []byte {
		return csvOf(100_000, func(i int) string {
			return fmt.Sprintf("%s,XÃ SỐ %d,,,,", []string{"I", "A", "1.1", "II"}[i%4], i)
		})
	}},
	{"sections, totals and ditto marks", func(*testing.T) []byte {
		return csvOf(40_000, func(i int) string {
			return fmt.Sprintf("I,Xã San Thàng,,,,\n1,Chè Mẫu %d,HTX Ví Dụ,xã San Thàng,55,3 sao\n2,Miến Mẫu %d,-nt-,nt,56,nt\n,Cộng: 03 sản phẩm của 02 chủ thể,,,,", i, i)
		})
	}},
	{"a million words", func(*testing.T) []byte {
		return []byte(strings.Repeat("tên sản phẩm chủ thể điểm hạng sao đợt năm,Điểm đánh giá của Hội đồng\n", 160_000))
	}},
	{"a million old letters", func(*testing.T) []byte {
		return []byte(strings.Repeat("T\xAAn s\xB6n ph\xC8m;H\xEEp t\xB8c x\xB7;Ph\xAD\xEAng Quy\xD5t Th\xBEng\n", 300_000))
	}},
	{"names at the limit", func(*testing.T) []byte {
		long := strings.Repeat("chè ", 75)
		return csvOf(15_000, func(i int) string { return fmt.Sprintf("%d,%s%d,%s,xã San Thàng,55,3 sao", i, long, i, long) })
	}},
	{"twenty thousand merged producers", func(t *testing.T) []byte {
		var rows, merges strings.Builder
		rows.WriteString(`<row r="1">` + inline("A1", "STT") + inline("B1", "Tên sản phẩm") + inline("C1", "Chủ thể") + inline("D1", "Điểm") + inline("E1", "Hạng sao") + `</row>`)
		for i := range 19_999 {
			r := 2*i + 2
			fmt.Fprintf(&rows, `<row r="%d">%s%s<c r="D%d"><v>55.5</v></c><c r="E%d"><v>3</v></c></row>`, r, inline(fmt.Sprintf("B%d", r), fmt.Sprintf("Chè Mẫu %d", i)), inline(fmt.Sprintf("C%d", r), fmt.Sprintf("HTX Ví Dụ %d", i)), r, r)
			fmt.Fprintf(&rows, `<row r="%d">%s<c r="D%d"><v>55.5</v></c><c r="E%d"><v>3</v></c></row>`, r+1, inline(fmt.Sprintf("B%d", r+1), fmt.Sprintf("Miến Mẫu %d", i)), r+1, r+1)
			fmt.Fprintf(&merges, `<mergeCell ref="C%d:C%d"/>`, r, r+1)
		}
		f := excelize.NewFile()
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		return withSheet(t, b.Bytes(), `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`+rows.String()+`</sheetData><mergeCells>`+merges.String()+`</mergeCells></worksheet>`)
	}},
	{"two hundred sheets of one table", func(t *testing.T) []byte {
		f := excelize.NewFile()
		for i := range 200 {
			name := fmt.Sprintf("Đợt %d", i)
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
			for r, row := range [][]any{{"STT", "Tên sản phẩm", "Chủ thể", "Điểm", "Hạng sao"}, {1, "Chè Mẫu", "HTX Ví Dụ", 55, "3 sao"}} {
				if err := f.SetSheetRow(name, fmt.Sprintf("A%d", r+1), &row); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := f.DeleteSheet("Sheet1"); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}},
}

func inline(ref, text string) string {
	return `<c r="` + ref + `" t="inlineStr"><is><t>` + text + `</t></is></c>`
}

// withSheet puts another first sheet into a workbook.
func withSheet(t *testing.T, book []byte, sheet string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range z.File {
		out, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		var in io.Reader = strings.NewReader(sheet)
		if f.Name != "xl/worksheets/sheet1.xml" {
			if in, err = f.Open(); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := io.Copy(out, in); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func csvOf(n int, row func(i int) string) []byte {
	var b bytes.Buffer
	b.WriteString("KẾT QUẢ ĐỢT 2 NĂM 2023,,,,,\nSTT,Tên sản phẩm,Chủ thể,Xã/phường,Điểm,Hạng sao\n")
	for i := range n {
		b.WriteString(row(i+1) + "\n")
	}
	return b.Bytes()
}

// TestTediousFiles imports each file in a process of its own and holds it to
// time and memory; nothing may be left in any folder that it could write to.
func TestTediousFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	list := csvOf(50_000, func(i int) string {
		return fmt.Sprintf("%d,Chè Mẫu %d,HTX Ví Dụ %d,xã San Thàng,%d.5,3 sao", i, i, i/3, 50+i%19)
	})
	_, took, _ := importAlone(t, list, t.TempDir())
	limit := max(hostileTime, time.Duration(hostileLists*float64(took)))
	t.Logf("a list of 50,000 rows took %v: the limit is %v", took, limit)
	for _, h := range tedious {
		t.Run(h.name, func(t *testing.T) {
			data, work := h.file(t), t.TempDir()
			// A machine that others load charges more for the same work, so
			// what is over the mark is tried again.
			var took time.Duration
			var peak int
			for range 3 {
				var said string
				said, took, peak = importAlone(t, data, work)
				t.Logf("%d KB: %s, CPU %v, peak %d MB", len(data)>>10, said, took, peak)
				if took <= limit && peak <= hostileMemory {
					break
				}
			}
			if took > limit || peak > hostileMemory {
				t.Errorf("three times over the mark, at last with CPU %v (limit %v) and %d MB", took, limit, peak)
			}
			filepath.WalkDir(work, func(path string, _ os.DirEntry, err error) error {
				if err != nil || path != work {
					t.Errorf("left behind: %s, %v", path, err)
				}
				return nil
			})
		})
	}
}

// importAlone imports a file in a process of its own that may write to work
// only, and gives what it said, its processor time and its peak memory in MB.
func importAlone(t *testing.T, data []byte, work string) (said string, took time.Duration, peak int) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Dir = work
	cmd.Env = append(os.Environ(), childVariable+"=1")
	for _, name := range []string{"TMPDIR", "TMP", "TEMP", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"} {
		cmd.Env = append(cmd.Env, name+"="+work)
	}
	cmd.Stdin = bytes.NewReader(data)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("child: %v\n%.2000s", err, errs.String())
	}
	said, memory, _ := strings.Cut(out.String(), "\n")
	fmt.Sscanf(memory, "VmHWM: %d kB", &peak)
	return said, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), peak >> 10
}

const childVariable = "INTAKE_READ_STDIN"

// TestMain imports what comes on standard input when it is the child of
// TestTediousFiles.
func TestMain(m *testing.M) {
	if os.Getenv(childVariable) == "" {
		os.Exit(m.Run())
	}
	debug.SetMemoryLimit(256 << 20) // as the program does
	data, err := io.ReadAll(os.Stdin)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	name := "tệp.csv"
	if bytes.HasPrefix(data, []byte("PK")) {
		name = "tệp.xlsx"
	}
	b, err := workbook.Open(context.Background(), name, data, workbook.Options{})
	if err != nil {
		fmt.Println("refused:", workbook.CodeOf(err))
	} else {
		r, err := Read(context.Background(), b, Options{})
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		report := Report(r)
		lines := Lines(r, "vi")
		fmt.Println(len(r.Tables), "tables,", len(r.Results), "rows,", len(report.Reports), "reports,", len(lines), "lines")
	}
	if status, err := os.ReadFile("/proc/self/status"); err == nil { // Linux only
		for l := range strings.Lines(string(status)) {
			if strings.HasPrefix(l, "VmHWM:") {
				fmt.Print(l)
			}
		}
	}
	os.Exit(0)
}
