package viet

// The alphabet inside this package: one byte a letter, so that rimes can be
// looked up without allocating. Plain letters stand for themselves; letters with
// a hat, breve, horn or stroke have a capital (ă A, â B, đ D, ê E, ô O, ơ P, ư U).

// tone is a tone mark, in the order of Vietnamese lists.
type tone byte

const (
	ngang tone = iota
	huyen
	hoi
	nga
	sac
	nang
)

// vowels holds every vowel with its six tones in the order above.
var vowels = [...]struct {
	code  byte
	tones string
}{
	{'a', "aàảãáạ"}, {'A', "ăằẳẵắặ"}, {'B', "âầẩẫấậ"},
	{'e', "eèẻẽéẹ"}, {'E', "êềểễếệ"}, {'i', "iìỉĩíị"},
	{'o', "oòỏõóọ"}, {'O', "ôồổỗốộ"}, {'P', "ơờởỡớợ"},
	{'u', "uùủũúụ"}, {'U', "ưừửữứự"}, {'y', "yỳỷỹýỵ"},
}

// uppers holds the capitals of the same vowels.
var uppers = [...]string{
	"AÀẢÃÁẠ", "ĂẰẲẴẮẶ", "ÂẦẨẪẤẬ", "EÈẺẼÉẸ", "ÊỀỂỄẾỆ", "IÌỈĨÍỊ",
	"OÒỎÕÓỌ", "ÔỒỔỖỐỘ", "ƠỜỞỠỚỢ", "UÙỦŨÚỤ", "ƯỪỬỮỨỰ", "YỲỶỸÝỴ",
}

// letter is one Vietnamese letter taken apart.
type letter struct {
	code  byte // 0: not a letter of ours
	tone  tone
	upper bool
}

// alphabet covers every precomposed letter with two small tables: Latin up to
// U+01FF and the Vietnamese block U+1E00..U+1EFF.
type alphabet struct {
	low   [0x200]letter
	high  [0x100]letter
	toned [128][6]rune // by code, the six lower-case letters; zeros for consonants
}

var letters = makeAlphabet()

func makeAlphabet() *alphabet {
	a := &alphabet{}
	for r := 'a'; r <= 'z'; r++ {
		a.put(r, letter{code: byte(r)})
		a.put(r-32, letter{code: byte(r), upper: true})
	}
	a.put('đ', letter{code: 'D'})
	a.put('Đ', letter{code: 'D', upper: true})
	for i, v := range vowels {
		var six [6]rune
		copy(six[:], []rune(v.tones))
		a.toned[v.code] = six
		for t, r := range six {
			a.put(r, letter{code: v.code, tone: tone(t)})
		}
		for t, r := range []rune(uppers[i]) {
			a.put(r, letter{code: v.code, tone: tone(t), upper: true})
		}
	}
	return a
}

func (a *alphabet) put(r rune, l letter) {
	if r < 0x200 {
		a.low[r] = l
	} else {
		a.high[r-0x1E00] = l
	}
}

// letterOf takes r (from an NFC text) apart; code 0 when it is no letter of the
// Vietnamese alphabet with f, j, w, z.
func letterOf(r rune) letter {
	switch {
	case r >= 0 && r < 0x200:
		return letters.low[r]
	case r >= 0x1E00 && r < 0x1F00:
		return letters.high[r-0x1E00]
	}
	return letter{}
}

// plain is the letter without any mark: 'B' (â) gives 'a'.
func plain(code byte) byte {
	switch code {
	case 'A', 'B':
		return 'a'
	case 'D':
		return 'd'
	case 'E':
		return 'e'
	case 'O', 'P':
		return 'o'
	case 'U':
		return 'u'
	}
	return code
}

// compose is the lower-case letter of a code and a tone.
func compose(code byte, t tone) rune {
	if r := letters.toned[code&127][t]; r != 0 {
		return r
	}
	if code == 'D' {
		return 'đ'
	}
	return rune(code)
}

func isVowel(code byte) bool {
	switch code {
	case 'a', 'A', 'B', 'e', 'E', 'i', 'o', 'O', 'P', 'u', 'U', 'y':
		return true
	}
	return false
}

// marked says whether a letter carries anything that plain Latin lacks.
func (l letter) marked() bool { return l.tone != ngang || l.code < 'a' }
