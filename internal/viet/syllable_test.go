package viet

import (
	"slices"
	"strings"
	"testing"
)

func TestIsSyllable(t *testing.T) {
	legal := `a ăn ân ý yên yêu uống ướt oanh hòa hoà thủy thuỷ khỏe khoẻ quý quỳnh quốc quả qua quyết quyền
		gì gìn giếng giết gia giường giữa giặt nghiêng nghe nghĩa khuya khuỷu ngoằn ngoèo khoái chạp thác thóc sách lịch
		kỹ kĩ ly lý mỹ tỷ sỹ hy vỹ xoong boong phường ủy uỷ ban nhân dân đoàn kết thắng tiến sùng phài nhì chải cuổi
		séng cù chẳm chéo dào tủa bum khoen thuở huơ quơ tuýp ĐẠT Đạt xã Pa Ủ uỵch huyện nguyễn luyện chuyên ừm`
	for w := range strings.FieldsSeq(legal) {
		if !IsSyllable(w) {
			t.Errorf("%q should be legal", w)
		}
	}
	wrong := `tac hơp phâm× shan cke nghà gé kà xaõ ngiêng qúy gía hỏà taí ngưòi thuơng× hợpp zô f w đđ tảc tàp mốcc
		quồng cề ngể ghá khuyả oả× àa b ng tr hôp sach× thưởc`
	for w := range strings.FieldsSeq(wrong) {
		if strings.HasSuffix(w, "×") {
			continue
		}
		if IsSyllable(w) {
			t.Errorf("%q should not be legal", w)
		}
	}
	if IsSyllable("") {
		t.Error("the empty word is no syllable")
	}
}

// The share of a running text and of names must stay near 1: the charset vote
// lives from it.
func TestSyllableShare(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		min  float64
	}{
		"administrative text": {officeText, 0.995},
		"names of communes":   {communes, 0.97},
		"old font":            {encodeTCVN3(officeText), 0.7 - 1},
		"nothing":             {"123 – 45", 0},
	} {
		if got := SyllableShare(c.text); got < c.min {
			t.Errorf("%s: share %.4f < %.4f", name, got, c.min)
		}
	}
	if got := SyllableShare(encodeTCVN3(officeText)); got > 0.6 {
		t.Errorf("TCVN3 seen raw has share %.3f: the vote could not work", got)
	}
}

func TestUnusual(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Hơp tác xã San Thàng", []string{"Hơp"}},
		{"sản phẩn miến dong", []string{"sản phẩn"}},
		{"Sản phẩm mật ong hoa rừng của HTX Minh Họa San Thàng", nil},
		{"UBND, HĐND và QĐ", nil},
		{"Trà Shan VietGAP Premium 500 g", nil},
		{"Đắk Lắk, Bắc Kạn", nil},
		{"ngưòi ngưòi dân", []string{"ngưòi"}},
		{"Café Müller", nil},
		{"", nil},
		{communes, nil},
		{officeText, nil},
		{knownWords, nil},
	} {
		if got := Unusual(c.text); !slices.Equal(got, c.want) {
			t.Errorf("Unusual(%.60q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// Every rime takes each tone in exactly its place.
func TestTonePlaces(t *testing.T) {
	for r := range strings.FieldsSeq(rimes) {
		code := codeOf(r)
		rule, n := rimeTable[code], 0
		for i := range len(code) {
			if rule.places&(1<<i) != 0 {
				n++
				if !isVowel(code[i]) {
					t.Errorf("%s: tone on a consonant", r)
				}
			}
		}
		if either := code == "oa" || code == "oe" || code == "uy"; n != 1 && !either || either && n != 2 {
			t.Errorf("%s: %d places", r, n)
		}
	}
}

func FuzzSyllable(f *testing.F) {
	for _, s := range []string{"nghiêng", "quýt", "xaõ", "gi", "\xff", "a\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if IsSyllable(s) && !IsSyllable(Upper(s)) {
			t.Fatalf("%q legal, its capitals not", s)
		}
		if x := SyllableShare(s); x < 0 || x > 1 {
			t.Fatalf("share %v", x)
		}
		Unusual(s)
	})
}
