package intake

import "ocoprint/internal/message"

// codeNames are what the kinds of findings are called in the report; the code
// stands behind the name, for answers.
var codeNames = func() map[string]*message.Text {
	m := map[string]*message.Text{}
	for _, c := range [][4]string{
		{"NO_DATA", "no-data", "tệp trống", "empty file"}, {"NO_TABLE", "no-table", "không có bảng cần đọc", "no table to read"},
		{"NO_DATA_ROWS", "no-data-rows", "bảng không có dòng nào", "table without rows"},
		{"FILE_TOO_MANY_CELLS", "too-many", "quá nhiều dòng", "too many rows"}, {"FILE_TOO_COMPLEX", "too-complex", "tệp quá phức tạp", "file too complex"}, {"FILE_WRONG_TYPE", "wrong-type", "đuôi tệp không đúng loại", "wrong extension"}, {"MACRO_IGNORED", "macro", "bỏ qua macro", "macros ignored"},
		{"HEADER_AMBIGUOUS", "header", "hai cột cùng nghĩa", "two columns of one meaning"}, {"REQUIRED_COLUMN_MISSING", "column", "thiếu cột", "missing column"}, {"MAPPING_CONFLICT", "mapping", "cột ghép sai nội dung", "column of other content"},
		{"ROUND_UNKNOWN", "round", "chưa rõ đợt", "round unknown"}, {"YEAR_UNKNOWN", "year", "chưa rõ năm", "year unknown"}, {"YEAR_AMBIGUOUS", "years", "nhiều năm", "several years"}, {"ROUND_DIFFERS", "round-differs", "đợt ghi khác nhau", "round stated differently"},
		{"ANSWER_UNREADABLE", "answer", "câu trả lời không đọc được", "unreadable answer"}, {"DECISION_CONFLICT", "decision", "quyết định ghi khác nhau", "decisions that differ"}, {"DECISION_MISSING", "no-decision", "thiếu quyết định", "missing decision"}, {"TITLE_PROPOSES", "purpose", "không phải danh sách công nhận", "no list of recognitions"},
		{"COUNT_MISMATCH", "count", "số dòng không khớp dòng cộng", "count differs from the total"}, {"STT_GAP", "gap", "số thứ tự bị ngắt", "gap in the numbering"},
		{"SHEET_HIDDEN_SKIPPED", "hidden-sheet", "trang tính ẩn", "hidden sheet"}, {"SHEET_SKIPPED", "skipped-sheet", "trang tính không đọc", "sheet not read"}, {"MAPPING_REMEMBERED", "remembered", "ghép cột như lần trước", "columns as last time"},
		{"NAME_MISSING", "name", "thiếu tên", "missing name"}, {"OWNER_MISSING", "owner", "thiếu chủ thể", "missing producer"}, {"STARS_MISSING", "stars", "thiếu hạng sao", "missing stars"}, {"STARS_UNREADABLE", "stars-bad", "không hiểu hạng sao", "unreadable stars"},
		{"SCORE_UNREADABLE", "score-bad", "không hiểu điểm", "unreadable score"}, {"SCORE_OUT_OF_RANGE", "score-range", "điểm ngoài khoảng 0–100", "score out of range"}, {"STAR_SCORE_CONFLICT", "band", "hạng sao và điểm không khớp", "stars and score disagree"},
		{"STARS_CONFLICT", "section", "hạng sao khác dòng nhóm", "stars differ from their section"}, {"PARTS_MISMATCH", "parts", "điểm thành phần không khớp", "parts disagree"}, {"ROUND_UNREADABLE", "round-bad", "không hiểu đợt hoặc năm", "unreadable round or year"},
		{"DATE_UNREADABLE", "date-bad", "không hiểu ngày", "unreadable date"}, {"DATE_SWAPPED", "date-swapped", "ngày, tháng có thể bị đảo", "day and month may be exchanged"}, {"CELL_ERROR_VALUE", "error-value", "ô báo lỗi", "error value"},
		{"CELL_BROKEN_REFERENCE", "broken", "công thức hỏng", "broken formula"}, {"FORMULA_NO_VALUE", "no-value", "công thức chưa tính", "formula without a value"}, {"TEXT_TOO_LONG", "long", "tên quá dài", "text too long"}, {"TEXT_GARBLED", "garbled", "chữ bị lỗi", "garbled text"},
		{"DUPLICATE_CONFLICT", "dup-conflict", "trùng nhưng khác nội dung", "repeated but different"}, {"ROW_HIDDEN", "hidden", "dòng bị ẩn", "hidden row"}, {"ROW_STRUCK_OUT", "struck", "dòng bị gạch ngang", "struck-out row"}, {"NOTE_CONTRADICTS", "note", "ghi chú trái với hạng sao", "note against the stars"},
		{"SCORE_MERGED", "score-merged", "điểm gộp nhiều dòng", "score over several rows"}, {"NAME_SPANS_ROWS", "spans", "tên gộp nhiều dòng", "name over several rows"}, {"STARS_DERIVED", "derived", "hạng sao lấy theo điểm", "stars taken from the score"}, {"SCORE_MISSING", "no-score", "thiếu điểm", "missing score"}, {"COMMUNE_MISSING", "commune", "thiếu xã, phường", "missing commune"},
		{"DUPLICATE_ROW", "dup", "dòng trùng", "repeated row"}, {"NAME_SIMILAR", "similar", "tên gần giống nhau", "similar names"}, {"TEXT_LOOKS_LIKE_FORMULA", "like-formula", "chữ giống công thức", "text like a formula"}, {"FORMULA_IN_TEXT_FIELD", "formula", "tên là công thức", "name made by a formula"},
		{"ROUND_FROM_DATE", "round-date", "đợt bị đổi thành ngày", "round turned into a date"}, {"TEXT_CONVERTED", "converted", "đã đổi bảng mã chữ", "text decoded"}, {"DITTO_FILLED", "ditto", "dấu “như trên”", "ditto marks"}, {"ROW_SKIPPED", "skipped", "dòng không phải sản phẩm", "rows without a product"},
		{"STARS_PROPOSED", "proposed", "đề nghị, chưa công nhận", "proposed, not recognised"}, {"PRODUCER_SIMILAR", "producers", "chủ thể gần giống nhau", "similar producers"}, {"SYLLABLE_UNUSUAL", "syllable", "có thể sai chính tả", "unusual spelling"}, {"PHONE_REPAIRED", "phone", "số điện thoại thiếu số 0", "phone without its zero"},
		{"SCORE_NEAR_LIMIT", "near", "điểm sát mốc", "score close to a limit"}, {"DATE_ODD", "odd", "ngày lạ", "odd date"}, {"ANSWERED", "answered", "đã trả lời", "answered"},
	} {
		m[c[0]] = message.Define("intake-code-"+c[1], c[2], c[3])
	}
	return m
}()

// CodeName says what a kind of finding is called; the bare code where it is
// another room's.
func CodeName(code string, lang message.Lang) string {
	if t, ok := codeNames[code]; ok {
		return t.In(lang)
	}
	return code
}
