package intake

import (
	"strings"
	"unicode"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// starToken is a number, a word, a run of star glyphs or a sign.
type starToken struct {
	kind rune // n w g s
	text string
	num  float64
	n    int // filled glyphs
}

func starTokens(text string) (toks []starToken) {
	rs := []rune(text)
	for i := 0; i < len(rs); {
		r := glyph(rs[i])
		j := i + 1
		switch {
		case r == 0 || unicode.IsSpace(r):
		case r == '★' || r == '☆':
			n := 0
			for j = i; j < len(rs) && (glyph(rs[j]) == '★' || glyph(rs[j]) == '☆' || glyph(rs[j]) == 0 || rs[j] == ' '); j++ {
				if glyph(rs[j]) == '★' {
					n++
				}
			}
			toks = append(toks, starToken{kind: 'g', text: "★", n: n})
		case unicode.IsDigit(r):
			for j < len(rs) && (unicode.IsDigit(rs[j]) || (rs[j] == '.' || rs[j] == ',') && j+1 < len(rs) && unicode.IsDigit(rs[j+1])) {
				j++
			}
			s := string(rs[i:j])
			f, ok := decimal(s)
			if !ok {
				f = -1
			}
			toks = append(toks, starToken{kind: 'n', text: s, num: f})
		case unicode.IsLetter(r):
			for j < len(rs) && (unicode.IsLetter(rs[j]) || unicode.Is(unicode.Mn, rs[j])) {
				j++
			}
			toks = append(toks, starToken{kind: 'w', text: string(rs[i:j])})
		default:
			toks = append(toks, starToken{kind: 's', text: string(r)})
		}
		i = j
	}
	return toks
}

// glyph makes every drawn star one of two signs; 0 has no meaning.
func glyph(r rune) rune {
	switch r {
	case '★', '⭐', '🌟', '✭', '✪', '✦', '*', '∗', '⋆', '🟊', '＊', '✶', '٭', '✯':
		return '★'
	case '☆', '✩', '⚝', '✰':
		return '☆'
	case 0xFE0F, 0xFE0E, 0x200D:
		return 0
	}
	return r
}

// dropDates takes out what follows "đợt", "lần", "năm 20…", "ngày", "QĐ".
func dropDates(toks []starToken) (out []starToken) {
	for i := 0; i < len(toks); i++ {
		w := strings.ToLower(toks[i].text)
		next := i + 1
		for next < len(toks) && (toks[next].kind == 's' && strings.Contains(":.", toks[next].text) || strings.ToLower(toks[next].text) == "thứ") {
			next++
		}
		numbered := next < len(toks) && toks[next].kind == 'n'
		switch {
		case numbered && (w == "đợt" || w == "lần" || w == "ngày" || w == "tháng" || w == "số" || w == "qđ" || w == "round"),
			numbered && w == "năm" && toks[next].num >= 1000:
			for next < len(toks) && (toks[next].kind == 'n' || toks[next].kind == 's' && strings.Contains("/-.", toks[next].text)) {
				next++
			}
			i = next - 1
		case toks[i].kind == 'n' && toks[i].num >= 2000 && toks[i].num < 2100:
		default:
			out = append(out, toks[i])
		}
	}
	return out
}

// takeScore takes "67,5 điểm" or "67,5/100" out of the tokens.
func takeScore(toks []starToken) (out []starToken, score ocop.Score) {
	for i := 0; i < len(toks); i++ {
		t := toks[i]
		if t.kind == 'n' && t.num >= 0 && t.num <= 100 {
			switch {
			case i+1 < len(toks) && strings.EqualFold(toks[i+1].text, "điểm"):
				score, i = ocop.ScoreOf(t.num), i+1
				continue
			case i+2 < len(toks) && toks[i+1].text == "/" && toks[i+2].num == 100:
				score, i = ocop.ScoreOf(t.num), i+2
				continue
			}
		}
		out = append(out, t)
	}
	return out, score
}

// mentions lists the different ranks that are named, and whether a word stands
// there that is not known.
func mentions(toks []starToken) (ranks []ocop.Stars, unknown bool) {
	add := func(s ocop.Stars) {
		for _, r := range ranks {
			if r == s {
				return
			}
		}
		ranks = append(ranks, s)
	}
	bad := false
	for i, t := range toks {
		low := strings.ToLower(t.text)
		switch t.kind {
		case 'n':
			if t.num != float64(int(t.num)) || t.num < 0 {
				bad = true
				continue
			}
			add(ocop.Stars(t.num))
		case 'g':
			if t.n == 0 {
				bad = bad || len(toks) == 1
			} else if !(t.n == 1 && i > 0 && isRank(toks[i-1])) {
				add(ocop.Stars(t.n))
			}
		case 'w':
			if s, ok := rankWords[low]; ok && rankHere(toks, i) {
				add(s)
			} else if n, ok := roman(t.text); ok {
				add(ocop.Stars(n))
			} else if !starWords[low] && !proposalWord(low) {
				unknown = true
			}
		case 's':
			unknown = unknown || strings.Contains("?→➔>+<≥≤&", t.text)
		}
	}
	return ranks, unknown || bad
}

func isRank(t starToken) bool {
	_, word := rankWords[strings.ToLower(t.text)]
	return t.kind == 'n' || word
}

// rankHere tells a number word from the same word in a sentence: "ba" before
// "sao", after "hạng", beside a number in brackets, or alone.
func rankHere(toks []starToken, i int) bool {
	if len(toks) == 1 {
		return true
	}
	word := func(k int) string {
		if k < 0 || k >= len(toks) {
			return ""
		}
		return strings.ToLower(toks[k].text)
	}
	after := word(i + 1)
	if after == "sao" || after == "★" || after == "star" || after == "stars" {
		return true
	}
	if strings.EqualFold(toks[i].text, "năm") {
		return false
	}
	return word(i-1) == "hạng" || word(i-1) == ":" || after == "(" || after == ")" || i == 0 && len(toks) <= 2
}

// roman reads I to V in capitals, alone as a word.
func roman(s string) (int, bool) {
	switch s {
	case "I", "II", "III", "IV", "V":
		return viet.FromRoman(s)
	}
	return 0, false
}

func proposalWord(w string) bool {
	for _, p := range proposals {
		if strings.Contains(p, " "+w+" ") {
			return true
		}
	}
	for _, p := range strings.Fields("nghị xuất năng trình ubnd hđ hội đồng trung ương bộ cấp lên tw đề đăng ký tiềm xét cn") {
		if w == p {
			return true
		}
	}
	return false
}

// refused reports a cell that grants nothing.
func refused(low string, toks []starToken) bool {
	if hasAny(low, refusals) || wholeRefusals[strings.TrimSpace(low)] {
		return true
	}
	for _, t := range toks { // "-", "–", "---"
		if t.kind != 's' || !strings.Contains("-–—_./", t.text) {
			return false
		}
	}
	return len(toks) > 0
}
