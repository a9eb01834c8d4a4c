package intake

import (
	"regexp"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// classify says what kind of table it is: results; a council's score sheet; a
// registration; or a plain list of products.
func (t *table) classify() {
	members := t.head.headField(fieldOtherScore)
	said := strings.ToLower(t.Name)
	for _, l := range t.title {
		said += " " + strings.ToLower(l.text)
	}
	low := " " + strings.Join(words(said), " ") + " "
	registered := t.head.headField(fieldOtherStars) > 0 || hasAny(low, []string{" đăng ký ", " đăng kí ", " dang ky "})
	council := hasAny(low, []string{" phiếu ", " chấm điểm của ", " thành viên ", " biên bản ", " bảng điểm ", " chi tiết điểm ", " điểm thành phần ", " chi tiết chấm "})
	switch {
	case !t.has(ocop.FieldStars) && (members >= 2 || council) && !t.has(ocop.FieldProducer):
		t.kind = "council"
	case !t.has(ocop.FieldStars) && (members >= 3 || members >= 2 && council):
		t.kind = "council?"
	case !t.has(ocop.FieldStars) && !t.has(ocop.FieldScore) && registered, !t.has(ocop.FieldScore) && t.registers():
		t.kind = "registration"
	case !t.has(ocop.FieldStars) && !t.has(ocop.FieldScore) && t.has(fieldOutcome):
		t.kind = "results"
	case !t.has(ocop.FieldStars) && !t.has(ocop.FieldScore):
		t.kind = "list"
	case draftName(t.Name):
		t.kind = "draft"
	case t.registers():
		t.kind = "registration?"
	default:
		t.kind = "results"
	}
}

// registers reports a title that speaks of registering and not of results.
func (t *table) registers() bool {
	for _, l := range append([]titleLine{{text: t.Name}}, t.title...) {
		low := " " + strings.Join(words(l.text), " ") + " "
		if !isAttachedLine(l.text) && hasAny(low, []string{" đăng ký ", " đăng kí ", " dang ky "}) && !hasAny(low, []string{" kết quả ", " được công nhận ", " ket qua "}) {
			return true
		}
	}
	return false
}

// otherPurpose gives the title line, or the sheet's name, that speaks of
// something else than recognition: proposals, registrations, plans, withdrawals.
func (t *table) otherPurpose() (titleLine, bool) {
	for _, l := range append([]titleLine{{text: t.Name}}, t.title...) {
		low := " " + strings.Join(words(l.text), " ") + " "
		head := viet.Lower(stripMarker(l.text))
		switch {
		case isAttachedLine(l.text):
		case (l.row == 0 || listTitle.MatchString(head)) && hasAny(low, titleProposes), l.row > 0 && withdrawTitle.MatchString(head),
			!t.has(ocop.FieldScore) && strings.HasPrefix(head, "kế hoạch"), t.kind == "registration?" && hasAny(low, []string{" đăng ký ", " đăng kí "}):
			return l, true
		}
	}
	return titleLine{}, false
}

var withdrawTitle = regexp.MustCompile(`^(?:danh sách|tổng hợp|biểu|bảng|phụ lục|sản phẩm|các sản phẩm|ds ).*(?:thu hồi|hết hạn|hết hiệu lực|hủy bỏ|bãi bỏ|tạm dừng|đình chỉ)`)

// listTitle begins a title; "Đề nghị các xã kiểm tra lại" is none.
var listTitle = regexp.MustCompile(`^(?:danh sách|tổng hợp|biểu|bảng|phụ lục|sản phẩm|các sản phẩm|danh mục|ds )`)

var titleProposes = []string{" đề nghị ", " đề xuất ", " tiềm năng ", " dự kiến ", " phấn đấu ", " de nghi ", " tiem nang "}

var draftWords = []string{" nháp ", " draft ", " bản cũ ", " cũ ", " old ", " backup ", " sao lưu ", " lưu ", " copy ", " bản sao ", " thử ", " test ", " nhap ", " tạm ", " mẫu cũ ", " ban cu ", " dự thảo ", " du thao ", " chưa duyệt "}

func draftName(sheet string) bool {
	return hasAny(" "+strings.Join(words(sheet), " ")+" ", draftWords)
}
