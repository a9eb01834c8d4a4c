package durable

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSafeName(t *testing.T) {
	long := strings.Repeat("Mien dong ", 30)
	for _, c := range []struct{ name, in, want string }{
		{"plain", "01_GCN_3sao_dot2-2023.pdf", "01_GCN_3sao_dot2-2023.pdf"},
		{"blanks", "Mien dong  San Thang.pdf", "Mien_dong_San_Thang.pdf"},
		{"signs of Windows", `a<b>c:d"e/f\g|h?i*j.pdf`, "a-b-c-d-e-f-g-h-i-j.pdf"},
		{"device", "CON", "tep_CON"},
		{"device with extension", "nul.txt", "tep_nul.txt"},
		{"device with two", "Aux.tar.gz", "tep_Aux.tar.gz"},
		{"port", "LPT1.pdf", "tep_LPT1.pdf"},
		{"no port", "COM10", "COM10"},
		{"trailing dots and blanks", "a. . .", "a"},
		{"leading dots", "..hidden", "hidden"},
		{"climbing", "../../etc/passwd", "etc-passwd"},
		{"nothing", "", "tep"},
		{"only signs", "???.pdf", "tep.pdf"},
		{"not ASCII", "Miến.pdf", "Mi-n.pdf"},
		{"controls", "a\x00b\nc", "a-b-c"},
		{"long", long + ".pdf", strings.TrimRight(strings.ReplaceAll(long, " ", "_")[:116], "_") + ".pdf"},
		{"dots inside", "v1.2.3 final.pdf", "v1.2.3_final.pdf"},
	} {
		if got := SafeName(c.in); got != c.want {
			t.Errorf("%s: SafeName(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestUnique(t *testing.T) {
	n := NewNames("Doi-Chieu.pdf")
	for _, c := range [][2]string{
		{"a.pdf", "a.pdf"}, {"A.PDF", "A-2.PDF"}, {"a.pdf", "a-3.pdf"}, {"a-2.pdf", "a-2-2.pdf"},
		{"doi-chieu.pdf", "doi-chieu-2.pdf"}, {"x", "x"}, {"X.", "X-2"},
	} {
		if got := n.Unique(c[0]); got != c[1] {
			t.Errorf("Unique(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

func FuzzNames(f *testing.F) {
	for _, s := range []string{"CON.pdf", "a. ", strings.Repeat("x", 200) + ".pdf", "..", "\xff", "com1.", "a.b.c.d", ".pdf"} {
		f.Add(s)
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, s string) {
		n := NewNames()
		seen := map[string]bool{}
		for range 12 {
			name := n.Unique(s)
			switch {
			case seen[strings.ToLower(name)]:
				t.Fatalf("%q given twice", name)
			case len(name) == 0 || len(name) > MaxName:
				t.Fatalf("%q has %d bytes", name, len(name))
			case strings.ContainsAny(name, `<>:"/\|?*`) || strings.HasSuffix(name, ".") || strings.HasPrefix(name, "."):
				t.Fatalf("%q is not safe", name)
			case SafeName(name) != name:
				t.Fatalf("SafeName is not stable: %q, %q", name, SafeName(name))
			}
			seen[strings.ToLower(name)] = true
		}
		name := SafeName(s)
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		os.Remove(filepath.Join(dir, name))
	})
}

func ExampleNames() {
	n := NewNames()
	fmt.Println(n.Unique("01 Mien dong.pdf"), n.Unique("01 MIEN DONG.pdf"))
	// Output: 01_Mien_dong.pdf 01_MIEN_DONG-2.pdf
}
