package intake

import (
	"strings"
	"unicode"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// starReading is what one cell says of a rank.
type starReading struct {
	stars    ocop.Stars
	standing ocop.Standing // Granted, Proposed, NotCertified; "" when blank or unreadable
	again    ocop.Evaluation
	blank    bool
	bad      bool       // something is written that is no single rank
	score    ocop.Score // of "67,5 điểm – 3 sao"
}

// parseStars reads a rank as offices write it: 3, "3 sao", "★★★", "Ba sao",
// "hạng ba (03 sao)", "Hạng III", "Đạt 3 sao", "OCOP 3*". Two ranks in one cell
// or a word that it does not know make the cell bad: it never picks.
func parseStars(text string) starReading {
	toks := starTokens(text)
	if len(toks) == 0 {
		return starReading{blank: true}
	}
	low := " " + strings.Join(words(text), " ") + " "
	r := starReading{again: evaluationOf(low)}
	toks = dropDates(toks)
	toks, r.score = takeScore(toks)
	ranks, unknown := mentions(toks)
	if len(toks) == 2 && toks[0].text == "-" {
		unknown = true // "-3"
	}
	strong, soft := refused(low, toks), hasAny(low, softRefusals)
	switch {
	case len(ranks) > 1:
		r.bad = true
	case strong:
		r.standing = ocop.NotCertified
	case hasAny(low, proposals):
		r.standing = ocop.Proposed
		if len(ranks) == 1 {
			r.stars, r.bad = ranks[0], !ranks[0].Valid()
		}
	case soft && len(ranks) == 0:
		r.standing = ocop.NotCertified
	case soft || unknown || len(ranks) == 0 || !ranks[0].Valid():
		r.bad = true
	default:
		r.stars, r.standing = ranks[0], ocop.Granted
	}
	return r
}

// proposals claim a rank that a higher level has yet to grant.
var proposals = []string{
	" đề nghị ", " đề xuất ", " tiềm năng ", " trình ", " dự kiến ", " phấn đấu ", " hướng tới ", " đăng ký ",
	" đăng kí ", " kỳ vọng ", " mục tiêu ", " định hướng ", " đề cử ", " potential ", " proposed ", " de nghi ", " tiem nang ", " de xuat ",
}

// refusals say that nothing was granted, whatever number stands beside them.
var refusals = []string{
	" không đạt ", " ko đạt ", " k đạt ", " chưa đạt ", " không xếp ", " không phân ", " không công nhận ",
	" chưa công nhận ", " chưa được ", " không được ", " chưa xếp ", " chưa phân ", " không đủ ", " chưa đủ ", " rút hồ sơ ",
	" không đánh giá ", " chưa đánh giá ", " trượt ", " bị loại ", " không hạng ", " khong dat ", " chua dat ", " not certified ",
	" not achieved ", " failed ", " fail ", " khong phan hang ", " khong xep hang ", " không chấm ",
}

// softRefusals leave it open; beside a rank they make the cell bad.
var softRefusals = []string{" hoàn thiện ", " bổ sung ", " chờ ", " chưa ", " dừng ", " bảo lưu ", " xem xét ", " thẩm định ", " không ", " tạm "}

// wholeRefusals are cells that say nothing but "none".
var wholeRefusals = map[string]bool{
	"không": true, "ko": true, "k": true, "kđ": true, "0": true, "0 sao": true, "không sao": true, "loại": true, "rút": true, "hỏng": true,
	"không có": true, "none": true, "no": true, "n a": true, "00": true,
}

// starWords may stand around a rank without changing it.
var starWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`sao star stars hạng xếp phân loại đạt được công nhận mới lại sản phẩm ocop cấp huyện
		tỉnh thành phố kết quả tiêu chuẩn chuẩn mức đánh giá lần đầu duy trì giữ nguyên là số nâng rating rank hang dat sp
		chứng nhận đã gcn và điểm đ quốc gia theo thứ lượt xep phan`) {
		m[w] = true
	}
	return m
}()

var rankWords = map[string]ocop.Stars{
	"một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "mot": 1, "bon": 4,
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
}

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

// evaluationOf finds what kind of evaluation a text names.
func evaluationOf(low string) ocop.Evaluation {
	switch {
	case hasAny(low, []string{" nâng hạng ", " nâng sao "}):
		return ocop.Upgrade
	case hasAny(low, []string{" đánh giá lại ", " công nhận lại ", " cấp lại ", " xếp hạng lại "}), strings.TrimSpace(low) == "lại":
		return ocop.Again
	case hasAny(low, []string{" lần đầu ", " đánh giá mới ", " công nhận mới ", " sản phẩm mới "}), strings.TrimSpace(low) == "mới":
		return ocop.FirstTime
	}
	return ocop.AnyKind
}

// words splits a text into lower-case words of letters and figures.
func words(text string) []string {
	return strings.FieldsFunc(viet.Lower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
	})
}

func hasAny(low string, phrases []string) bool {
	for _, p := range phrases {
		if strings.Contains(low, p) {
			return true
		}
	}
	return false
}
