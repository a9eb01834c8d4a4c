package viet

import (
	"math/rand/v2"
	"slices"
	"sort"
	"strings"
	"testing"
)

func TestCompareOrder(t *testing.T) {
	for _, list := range [][]string{
		{"a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "o", "ô", "ơ", "p", "u", "ư", "v", "y", "z"},
		{"Ha Văn Bình", "Hà Văn An", "Hà Văn Anh", "Hả Văn An"},
		{"an", "Ân", "Đá", "ê", "ô", "ơ", "ư"},
		{"đợt 2", "đợt 10", "đợt 10 bổ sung"},
		{"HTX 1", "HTX 2", "HTX A"},
		{"Bản Bo", "Bản Giang", "Bình Lư", "Bum Nưa", "Bum Tở", "Dào San", "Đoàn Kết", "Đông Phong"},
		{"hoa", "hòa", "hoà an"},
		{"", "a"},
		{"thu", "thủ", "thú", "thua", "thùa", "thư"},
	} {
		for i := range list {
			for j := range list {
				want := compareInts(i, j)
				if got := Compare(list[i], list[j]); got != want {
					t.Errorf("Compare(%q, %q) = %d, want %d", list[i], list[j], got, want)
				}
			}
		}
	}
}

func compareInts(i, j int) int {
	switch {
	case i < j:
		return -1
	case i > j:
		return 1
	}
	return 0
}

func TestCompareIgnoresTonePlace(t *testing.T) {
	list := []string{"Hoà Bình B", "Hòa Bình A", "Hoà Bình C", "Hòa Bình D"}
	slices.SortFunc(list, Compare)
	if got := strings.Join(list, ","); got != "Hòa Bình A,Hoà Bình B,Hoà Bình C,Hòa Bình D" {
		t.Error(got)
	}
}

func TestCompareNames(t *testing.T) {
	want := []string{"Lò Thị An", "Nguyễn Văn An", "Nguyễn Văn Ánh", "Bùi Văn Bình", "Trần Thị Đào", "Lê Ước"}
	got := slices.Clone(want)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
	slices.SortFunc(got, CompareNames)
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// Compare is an order (antisymmetric, transitive) and SortKey gives the same.
func TestCompareIsAnOrder(t *testing.T) {
	words := strings.FieldsFunc(knownWords, func(r rune) bool { return r == ',' || r == '\n' })
	a, b := slices.Clone(words), slices.Clone(words)
	rand.New(rand.NewPCG(3, 4)).Shuffle(len(b), func(i, j int) { b[i], b[j] = b[j], b[i] })
	slices.SortFunc(a, Compare)
	sort.Slice(b, func(i, j int) bool { return SortKey(b[i]) < SortKey(b[j]) })
	if !slices.Equal(a, b) {
		t.Error("SortKey and Compare disagree")
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("hoà", "hòa")
	f.Add("đợt 0002", "đợt 2")
	f.Add("\xff", "\u4e2d\x00")
	f.Fuzz(func(t *testing.T, a, b string) {
		if Compare(a, b) != -Compare(b, a) {
			t.Fatalf("%q %q: not antisymmetric", a, b)
		}
		if Compare(a, a) != 0 {
			t.Fatalf("%q differs from itself", a)
		}
		if strings.ContainsRune(SortKey(a), 0) {
			t.Fatal("NUL in a key")
		}
		CompareNames(a, b)
	})
}

func BenchmarkSortKey(b *testing.B) {
	for b.Loop() {
		SortKey("Công ty TNHH MTV Thương mại và Dịch vụ Ví Dụ San Thàng")
	}
}
