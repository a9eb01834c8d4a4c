package intake

import (
	"regexp"

	"ocoprint/internal/ocop"
	"ocoprint/internal/workbook"
)

// rowView is a row as the classifier sees it.
type rowView struct {
	*workbook.Row
	filled   []*workbook.Cell // under the header
	band     bool             // one label lies over the name and its neighbours
	name     string           // its own, no merge from above
	producer string
	merged   bool // a producer comes from a merge above
	result   bool // a score, stars or ticks of its own
	typed    int  // filled cells that no formula made, the number column aside
	marker   string
	first    string // first text, as a person reads the row
}

func (t *table) view(r *workbook.Row) rowView {
	v := rowView{Row: r}
	from, to := 1, t.head.heads[len(t.head.heads)-1].col // a section may begin left of the header
	if t.split {
		from = t.head.heads[0].col
	}
	stt := t.cols[ocop.FieldNo]
	for i := range r.Cells {
		c := &r.Cells[i]
		if c.Col < from || c.Col > to || !t.filled(c) {
			continue
		}
		v.filled = append(v.filled, c)
		if c.Col != stt && !c.IsFormula() {
			v.typed++
		}
	}
	if len(t.given) > 0 {
		v.result = t.givenIn(r.Number)
	}
	if len(v.filled) == 0 {
		return v
	}
	v.first = t.text(v.filled[0])
	v.band = t.banded(r.Number)
	if c := r.At(stt); stt > 0 && t.filled(c) {
		v.marker = t.text(c)
	}
	if !v.band {
		v.name = t.own(r, ocop.FieldProduct)
		v.producer = t.own(r, ocop.FieldProducer)
	}
	if p := t.value(r.Number, ocop.FieldProducer); p.vertical && p.filled {
		v.merged = true
	}
	v.result = v.result || t.hasResult(r)
	return v
}

// givenIn reports an answer for a cell of the row.
func (t *table) givenIn(row int) bool {
	for _, h := range t.head.heads {
		if _, ok := t.given[workbook.CellName(row, h.col)]; ok {
			return true
		}
	}
	return false
}

// own gives the text that a row itself holds for a field, nothing for "-".
func (t *table) own(r *workbook.Row, f ocop.Field) string {
	col, ok := t.cols[f]
	if !ok {
		return ""
	}
	c := r.At(col)
	if !t.filled(c) {
		if c != nil && c.IsFormula() && !c.HasValue && c.Kind == workbook.Blank {
			return "=" // a formula that nobody calculated: something is there
		}
		return ""
	}
	if text := t.text(c); !isNothing(text) {
		return text
	}
	return ""
}

// banded reports a merge over the name that also covers another used column.
func (t *table) banded(row int) bool {
	col, ok := t.cols[ocop.FieldProduct]
	if !ok {
		return false
	}
	m, ok := t.MergeOf(row, col)
	if !ok || m.Col1 == m.Col2 {
		return false
	}
	for _, c := range t.cols {
		if c != col && c >= m.Col1 && c <= m.Col2 {
			return true
		}
	}
	return false
}

// hasResult reports a score or stars of the row's own that are more than a
// count or a formula's nought.
func (t *table) hasResult(r *workbook.Row) bool {
	for _, f := range []ocop.Field{ocop.FieldScore, ocop.FieldStars, fieldOutcome} {
		if t.own(r, f) != "" {
			return true
		}
	}
	for _, h := range t.ticks {
		if t.filled(r.At(h.col)) {
			return true
		}
	}
	return false
}

var (
	indexCell  = regexp.MustCompile(`^(?:[(\[]?\s*\d{1,2}\s*[)\]]?\s*(?:=.*)?|[(\[]?[A-Za-zĐđ][)\]]?|[IVX]{1,4})$`)
	totalWords = regexp.MustCompile(`^(?:[ivxlc\d]+[.)\s-]+)?(?:tổng cộng|tổng số|tổng|cộng|tổng toàn bộ|grand total|total|sub ?total|bình quân|trung bình|điểm trung bình|điểm tb|tổng điểm|sum)(?:\s*(?:\([^)]*\)|[ivxlc]+|[a-z]|nhóm|mục|phần|xã|phường|thị trấn|đợt|số|toàn|chung|lại|sản phẩm|sp|điểm|các|đạt|hạng|\d+|=).*)?\s*[:.]?\s*\d*$`)
	totalHead  = regexp.MustCompile(`^(?:[ivxlc\d]+[.)\s-]+)?(?:tổng|cộng|t\.cộng|total)(?:$|[\s:.(])`)
	maxRow     = regexp.MustCompile(`^(?:điểm )?(?:tối đa|chuẩn)(?: \(.*\))?$|^thang điểm`)
	countText  = regexp.MustCompile(`(?i)^\(?\s*\d+\s*(?:sản phẩm|sp|chủ thể|ct|san pham|hồ sơ)\b.*$`)
	noteHead   = regexp.MustCompile(`^(?:ghi chú|chú thích|chú ý|lưu ý|ấn định|trang\s*\d|page\s*\d|danh sách (?:này|có|gồm|ấn)|biểu này|bảng này|nguồn|tiếp theo|\(?tiếp|điểm tối đa|thang điểm|điểm chuẩn|kèm theo|\(kèm|theo quyết định|căn cứ|\(danh sách|\(\*|\(ấn định|[*†]\s|\*[^*]|note|n\.b|\(ghi chú|\(tiếp|\(số liệu|\(bằng chữ|bằng chữ|tổng số bằng chữ)`)
	pageText   = regexp.MustCompile(`^(?:trang|page|tr\.?)\s*\d+\s*(?:/|of|trên)?\s*\d*$|^\d+\s*/\s*\d+$`)
	sigHead    = regexp.MustCompile(`^(?:noi nhan|tm |kt |tl |tuq |q |nguoi lap|lap bieu|nguoi tong hop|thu ky|chu tich|pho chu tich|truong phong|pho truong phong|thu truong|thay mat|giam doc so|xac nhan cua|dai dien hoi dong|nguoi kiem tra|ke toan|truong ban|to truong to|hoi dong danh gia$|ky ghi ro|ky ten|da ky|nguoi thuc hien|nguoi duyet|luu vt|nhu dieu)`)
	placeDate  = regexp.MustCompile(`^(?:[\p{L} .]+,\s*)?ngày\s*[\d….]*\s*tháng\s*[\d….]*\s*năm\s*[\d….]*$`)
	shortMark  = regexp.MustCompile(`^[\p{L}\d.,()/-]{1,8}$`)
	roman1     = regexp.MustCompile(`^(?:[IVXLC]+|[A-ZĐ]|[ivx]+)\s*[.)/:]?$`)
	arabic     = regexp.MustCompile(`^\d+(?:[.,]\d+)*\s*[.)]?$`)
)
