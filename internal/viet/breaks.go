package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// BreakClass says how good a line break is.
type BreakClass int

// From never to best.
const (
	Forbidden BreakClass = iota // never: "500 | g", "đợt | 2", "hợp | tác xã"
	Avoid                       // inside parentheses, inside proper names, after "và"
	Normal                      // between two words
	Prefer                      // after , ; : and before ( – và của
)

// Break is a place where a line may end.
type Break struct {
	Offset int // byte offset of the blank: the line is s[start:Offset]
	Next   int // byte offset of the next word, where the next line begins
	Class  BreakClass
}

// Breaks lists every blank of s (which should be clean, see [Clean]) in order,
// with its class. U+00A0 and U+202F are no blanks here and never listed. A text
// all in capitals is read like one in small letters.
func Breaks(s string) []Break {
	words := cutWords(s)
	if len(words) < 2 {
		return nil
	}
	breaks := make([]Break, len(words)-1)
	shout := s == Upper(s)
	depth := 0
	for i := range breaks {
		a, b := words[i], words[i+1]
		depth = max(depth+strings.Count(a.text, "(")-strings.Count(a.text, ")"), 0)
		breaks[i] = Break{Offset: a.end, Next: b.start, Class: classOf(a, b, depth > 0, shout)}
		if b.lower == "năm" && i+2 < len(words) && isYear(words[i+2].text) && breaks[i].Class == Forbidden {
			breaks[i].Class = Avoid // "tháng 11 | năm 2023", not "3 năm"
		}
	}
	glueKnown(words, breaks)
	return breaks
}

// Glue returns s with every forbidden break made a no-break space, for writers
// that break lines themselves.
func Glue(s string) string {
	var b strings.Builder
	at := 0
	for _, br := range Breaks(s) {
		if br.Class == Forbidden {
			b.WriteString(s[at:br.Offset] + "\u00A0")
			at = br.Next
		}
	}
	return b.String() + s[at:]
}

type word struct {
	text       string
	start, end int
	lower      string // without leading and trailing signs, folded
}

func cutWords(s string) []word {
	var words []word
	start := -1
	for i, r := range s + " " {
		blank := r == ' ' || r == '\n' || r == '\t'
		switch {
		case blank && start >= 0:
			words = append(words, word{text: s[start:i], start: start, end: i})
			start = -1
		case !blank && start < 0:
			start = i
		}
	}
	for i := range words {
		w := strings.TrimFunc(words[i].text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '%' })
		words[i].lower = foldWord(Lower(w))
	}
	return words
}

func classOf(a, b word, inside, shout bool) BreakClass {
	switch {
	case glued(a, b, shout):
		return Forbidden
	case inside:
		return Avoid
	case ends(a.text, ",;:"), isDash(b.text), strings.HasPrefix(b.text, "("), joins[b.lower] && clean(b):
		return Prefer
	case joins[a.lower] && clean(a), properName(a, b, shout):
		return Avoid
	}
	return Normal
}

var (
	joins    = setOf("và của")
	counters = wordSet("đợt năm số ngày tháng quý lượt khoản điều điểm tập lần thứ giờ trang mục lục tổ khu bản đội nhóm phường quận tầng phòng loại mẫu phần sao hạng km lô ô dòng lớp cấp khóa kỳ")
	units    = wordSet("g gr gam kg mg tấn tạ yến ml l lít cc m cm mm km ha % đồng vnđ đ sao điểm chai lọ hộp gói túi bao hũ bình can thùng bịch vỉ viên thanh bó cái chiếc con quả củ bánh cây chậu đôi bộ tờ bản ngày tháng năm tuổi giờ phút độ người đơn sản chủ suất lượt đợt lần")
	// legalTail ends a legal form: "Hợp tác xã | San Thàng" stays together.
	legalTail = wordSet("xã htx tht hkd dntn tnhh mtv cp doanh phường")
)

func isDash(s string) bool { return s == "-" || s == "–" || s == "—" }

func isTimes(s string) bool { return s == "×" }

func clean(w word) bool { return trailingLetter(w.text) && leadingLetter(w.text) }

func ends(s, signs string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && strings.ContainsRune(signs, r)
}

func onlySigns(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

func hasDigit(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }

func isNumber(s string) bool {
	s = strings.TrimLeft(s, "(±~≥≤")
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsNumber(r) && r != '.' && r != ',' && r != '/' && r != '-' && r != '–'
	}) && strings.ContainsFunc(s, unicode.IsNumber)
}

func isYear(s string) bool {
	s = strings.TrimRight(s, ",;:.)/")
	return len(s) == 4 && isNumber(s)
}

func isRoman(s string) bool {
	s = strings.TrimRight(s, ",;:.)")
	_, ok := FromRoman(s)
	return ok && s == strings.ToUpper(s)
}

func startsUpper(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.IsUpper(r)
		}
	}
	return false
}

func trailingLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}

func leadingLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}
