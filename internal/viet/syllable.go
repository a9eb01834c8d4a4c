package viet

import (
	"strings"
)

// rimes lists every rime of Vietnamese spelling, without tones. Rare ones of
// loans and place names that papers do use (oong, ooc, uyp) are in.
const rimes = `
a ac ach ai am an ang anh ao ap at au ay
ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
oc oe oem oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung
uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu
ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y yêm yên yêng yêt yêu`

// afterQu lists the rimes that follow qu, whose u belongs to the onset.
const afterQu = `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt
âc ân âng ât âu ây e en eng eo et ê êch ên ênh êt i it o ơ ơn ơt ôc
y ych yên yêt yêu ynh yp yt yn yu`

// onsets, longest first where one begins another.
var onsets = [...]string{"ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
	"b", "c", "d", "D", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x"}

// rime is where a tone may sit in it (a bit for each letter) and whether it ends
// in a stop.
type rime struct {
	places byte
	stop   bool
}

var rimeTable, quTable = rimeMap(rimes), rimeMap(afterQu)

func rimeMap(list string) map[string]rime {
	m := map[string]rime{}
	for w := range strings.FieldsSeq(list) {
		code := codeOf(w)
		m[code] = rime{places: tonePlaces(code), stop: strings.ContainsAny(code[len(code)-1:], "cpt") || strings.HasSuffix(code, "ch")}
	}
	return m
}

func codeOf(w string) string {
	var b strings.Builder
	for _, r := range w {
		b.WriteByte(letterOf(r).code)
	}
	return b.String()
}

// tonePlaces applies the spelling rule: on the letter with a hat, breve or horn
// (the last of them); else on the middle of three vowels, on the second of two
// before a consonant, on the first of two at the end. oa, oe and uy at the end
// take it on either, old style and new.
func tonePlaces(code string) byte {
	n := 0
	for n < len(code) && isVowel(code[n]) {
		n++
	}
	for i := n - 1; i >= 0; i-- {
		if code[i] < 'a' {
			return 1 << i
		}
	}
	switch {
	case code == "oa" || code == "oe" || code == "uy":
		return 0b11
	case n == 3 || n == 2 && n < len(code):
		return 0b10
	}
	return 0b1
}

// syllable is a word taken apart.
type syllable struct {
	onset string // "", "ng", "qu", "D"
	rime  string // "oa", "uyEn"
	tone  tone
	place int // of the tone in the rime; -1: on the onset ("qúy", "gía")
	rule  rime
}

// parse takes apart a word (NFC, any case) that has a known onset and rime and at
// most one tone. It does not ask whether the tone stands where it should.
func parse(word string) (syllable, bool) {
	var buf [8]byte
	n, at := 0, -2
	s := syllable{}
	for _, r := range word {
		l := letterOf(r)
		if l.code == 0 || n == len(buf) || l.tone != ngang && s.tone != ngang {
			return s, false
		}
		if l.tone != ngang {
			s.tone, at = l.tone, n
		}
		buf[n] = l.code
		n++
	}
	return split(s, buf[:n], at)
}

func split(s syllable, code []byte, at int) (syllable, bool) {
	for _, o := range onsets {
		if len(code) <= len(o) || string(code[:len(o)]) != o {
			continue
		}
		table := rimeTable
		if o == "qu" {
			table = quTable
		}
		rest := code[len(o):]
		if rule, ok := table[string(rest)]; ok && fits(o, rest) {
			s.onset, s.rime, s.rule, s.place = o, string(rest), rule, at-len(o)
			return s, true
		}
	}
	if rule, ok := rimeTable[string(code)]; ok && len(code) > 0 {
		s.rime, s.rule, s.place = string(code), rule, at
		return s, true
	}
	return s, false
}

// fits applies the spelling of c/k, g/gh, ng/ngh, and i/y/iê/yê by onset.
func fits(onset string, rest []byte) bool {
	front := rest[0] == 'e' || rest[0] == 'E' || rest[0] == 'i' || rest[0] == 'y'
	switch onset {
	case "c", "ng":
		return !front
	case "g":
		return !front || rest[0] == 'i'
	case "k":
		return front && !(rest[0] == 'y' && len(rest) > 1)
	case "gh", "ngh":
		return front && rest[0] != 'y'
	case "gi":
		return rest[0] != 'i' && rest[0] != 'y'
	}
	return rest[0] != 'y' || len(rest) == 1 || onset == "qu"
}

// IsSyllable says whether s is one legal Vietnamese syllable: a known onset and
// rime, the tone on a legal letter in a legal position (old and new style),
// finals c, ch, p, t only with sắc or nặng. Case does not matter. Structure
// only: "phẩn" is legal though no word has it.
func IsSyllable(s string) bool {
	y, ok := parse(s)
	if !ok {
		return false
	}
	if y.rule.stop && y.tone != sac && y.tone != nang {
		return false
	}
	return y.tone == ngang || y.place >= 0 && y.rule.places&(1<<y.place) != 0
}
