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
