package web

import (
	"net/http"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
)

// findingView is one finding with the answers that can be given to it.
type findingView struct {
	Text, Way string
	Code      string // under which it is answered
	Place     string // Sheet!F12, for the answer
	Row       string // Sheet!12, whose row can be mended by hand
	Choices   []choice
	Value     string // placeholder of a typed answer; "" for none
	Columns   bool   // answered by saying what the columns hold
	Link      string // the certificate it collides with
}

// answerForm says how a kind of finding is answered on the page: buttons that
// say what will happen, or a value.
type answerForm struct {
	yes, no [2]string // vi, en; "" for no such button
	way     [2]string // in place of the sentence for the command line
	value   string
	whole   bool // it concerns the whole file
	columns bool
}

var (
	counts     = [2]string{"Đúng, vẫn tính dòng này", "Right, the row counts"}
	leaves     = [2]string{"Bỏ dòng này", "Leave the row out"}
	council    = [2]string{"Đối chiếu với quyết định rồi chọn; hoặc sửa cả dòng.", "Compare it with the decision and choose, or mend the row."}
	rightValue = [2]string{"giá trị đúng", "right value"}

	columns = [2]string{"Chọn lại ở bảng “Cột nào hiểu là gì” phía dưới.", "Choose in the table “How the columns were understood” below."}
)

var answerForms = map[string]answerForm{
	"ROUND_UNKNOWN":           {value: "2/2023", whole: true, way: [2]string{"Cho biết đợt và năm của danh sách.", "Say which round and year the list is of."}},
	"YEAR_UNKNOWN":            {value: "2023", whole: true, way: [2]string{"Cho biết năm của đợt đánh giá.", "Say which year the round was in."}},
	"ANSWER_UNREADABLE":       {way: [2]string{"Rút lại câu trả lời ở mục “Đã trả lời và sửa tay” rồi trả lời lại, ghi như trên giấy.", "Take the answer back under “Answered and mended” and answer again, as the paper says it."}},
	"YEAR_AMBIGUOUS":          {way: [2]string{"Ghi năm vào ô “Năm” ở đầu trang rồi bấm “Chọn lại”.", "Write the year into “Year” at the top and press “Choose”."}},
	"DECISION_MISSING":        {value: "1422/QĐ-UBND ngày 20/11/2023", whole: true, way: [2]string{"Cho biết số và ngày của quyết định công nhận.", "Give number and date of the recognising decision."}},
	"DECISION_CONFLICT":       {yes: [2]string{"Giữ quyết định ghi ở ô này", "Keep this cell’s decision"}, value: "1422/QĐ-UBND ngày 20/11/2023", way: [2]string{"Giữ quyết định ở ô này, hoặc gõ quyết định đúng.", "Keep this one, or type the right decision."}},
	"TITLE_PROPOSES":          {yes: [2]string{"Danh sách này đã được công nhận", "These were recognised"}, way: [2]string{"Dùng phụ lục của quyết định công nhận. Chỉ xác nhận khi danh sách này đã được công nhận.", "Use the annex of the decision. Confirm only if these were recognised."}},
	"ROW_HIDDEN":              {yes: counts, no: leaves, way: council},
	"ROW_STRUCK_OUT":          {yes: [2]string{"Không bỏ: vẫn tính dòng này", "Not removed: the row counts"}, no: [2]string{"Đã bỏ: không tính dòng này", "Removed: leave it out"}, way: council},
	"STARS_CONFLICT":          {yes: [2]string{"Đúng hạng ghi ở dòng này", "The row’s stars are right"}, no: leaves, way: council},
	"PARTS_MISMATCH":          {yes: [2]string{"Tổng điểm đúng", "The total is right"}, no: leaves, way: council},
	"NOTE_CONTRADICTS":        {yes: [2]string{"Được công nhận: vẫn tính", "Recognised: it counts"}, no: [2]string{"Không được công nhận: bỏ", "Not recognised: leave it out"}, way: council},
	"TEXT_TOO_LONG":           {yes: counts, no: leaves, way: council},
	"SCORE_MERGED":            {yes: [2]string{"Điểm chung của các sản phẩm ấy", "They share this score"}, no: [2]string{"Chỉ là điểm của sản phẩm đầu", "It is the first one’s only"}, way: council},
	"NAME_SPANS_ROWS":         {way: [2]string{"Sửa từng dòng, ghi tên từng sản phẩm.", "Mend each row and name each product."}},
	"DUPLICATE_CONFLICT":      {yes: [2]string{"Dòng này đúng", "This row is right"}, no: leaves, way: [2]string{"Chọn một dòng đúng theo quyết định.", "Choose the row that agrees with the decision."}},
	"SHEET_HIDDEN_SKIPPED":    {yes: [2]string{"Đọc cả trang tính ẩn", "Read the hidden sheet too"}},
	"HEADER_AMBIGUOUS":        {columns: true, way: columns},
	"REQUIRED_COLUMN_MISSING": {columns: true, way: columns},
	"MAPPING_CONFLICT":        {columns: true, way: columns},
	"CELL_ERROR_VALUE":        {value: rightValue[0], way: [2]string{"Gõ giá trị đúng vào đây, hoặc sửa trong Excel rồi nạp lại.", "Type the right value here, or mend it in Excel and load the file again."}},
	"CELL_BROKEN_REFERENCE":   {value: rightValue[0], way: [2]string{"Gõ giá trị đúng vào đây, hoặc sửa trong Excel rồi nạp lại.", "Type the right value here, or mend it in Excel and load the file again."}},
	"FORMULA_NO_VALUE":        {value: rightValue[0], way: [2]string{"Gõ giá trị đúng vào đây, hoặc mở bằng Excel, lưu lại rồi nạp lại.", "Type the right value here, or open it in Excel, save and load it again."}},

	"ALREADY_CERTIFIED": {yes: [2]string{"Đánh giá lại: cấp giấy mới, khép giấy cũ", "Re-evaluated: a new certificate closes the old one"},
		way: [2]string{"Nếu nhập trùng thì để nguyên: dòng này không được cấp nữa.", "If it was entered twice, leave it: the row gets nothing."}},
	"RENAMED_OR_NEW": {yes: [2]string{"Sản phẩm khác: cấp giấy mới", "Another product: a new certificate"}, no: [2]string{"Chỉ là tên đã sửa: giữ giấy cũ", "Only renamed: keep the old one"},
		way: [2]string{"Nếu chỉ sửa tên, giữ giấy cũ rồi đính chính ở trang của giấy.", "If only renamed, keep the old one and correct it on its page."}},
	"ROW_RENAMED": {yes: [2]string{"Chỉ là tên đã sửa", "Only renamed"}, no: [2]string{"Sản phẩm khác", "Another product"},
		way: [2]string{"Đối chiếu với quyết định rồi chọn.", "Compare it with the decision and choose."}},
	"CERTIFICATE_CHANGED": {no: [2]string{"Giữ giấy như đã cấp", "Keep it as issued"},
		way: [2]string{"Giấy đã cấp không tự đổi. Nếu quyết định đã sửa, đính chính ở trang của giấy.", "An issued certificate never changes by itself. If the decision was amended, correct it on its page."}},
	"PAGE_REFUSED":     {way: [2]string{"Rút gọn chữ của dòng, chọn mẫu giấy khác, hoặc ghi mục còn thiếu ở trang Thiết lập.", "Shorten the row, choose another layout, or fill in what is missing in Settings."}},
	"EXPIRED_AT_ISSUE": {yes: [2]string{"Vẫn vào sổ giấy này", "Enter it all the same"}},
}

// typed are the faults of one cell that a typed value puts right.
var typed = map[string]bool{"NAME_MISSING": true, "OWNER_MISSING": true, "STARS_MISSING": true, "STARS_UNREADABLE": true, "SCORE_UNREADABLE": true,
	"ROUND_UNREADABLE": true, "DATE_UNREADABLE": true, "TEXT_GARBLED": true}

// viewOf prepares one finding for the page.
func viewOf(f ocop.Finding, lang message.Lang) findingView {
	wd := words{lang}
	v := findingView{Text: f.Message.In(lang), Way: f.Message.HintIn(lang), Code: f.Code}
	if f.Cell != "" {
		v.Place = f.Sheet + "!" + f.Cell
	} else if f.Sheet != "" {
		v.Place = f.Sheet + "!"
	}
	if f.Row > 0 && f.Holds() {
		v.Row = f.Sheet + "!" + itoa(f.Row)
	}
	if f.Code == "ANSWERED" {
		v.Text = answeredView(f.Message, wd)
	}
	form, known := answerForms[f.Code]
	switch {
	case f.Code == "STAR_SCORE_CONFLICT" && f.Severity == ocop.Question:
		form = answerForm{yes: [2]string{"Đúng hạng ghi trong tệp, in như vậy", "The stars are right, print them"}, no: leaves, way: council}
	case f.Code == "DATE_SWAPPED":
		form = answerForm{yes: [2]string{"Đúng là " + f.Suggestion, "It is " + f.Suggestion}, no: [2]string{"Giữ như ô ghi", "Keep it as written"},
			way: [2]string{"Excel có thể đã đảo ngày và tháng: xem ngày trên quyết định.", "Excel may have exchanged day and month: see the decision."}}
	case f.Code == "SCORE_OUT_OF_RANGE" && f.Suggestion != "":
		form = answerForm{yes: [2]string{"Đúng là " + f.Suggestion, "It is " + f.Suggestion}, value: rightValue[0], way: [2]string{"Đối chiếu với biên bản của hội đồng rồi chọn, hoặc gõ điểm đúng.", "Compare it with the council’s minutes, then choose or type the right score."}}
	case f.Code == "STAR_SCORE_CONFLICT": // which of the two is wrong only the decision says
	case !known && f.Severity == ocop.Question:
		form = answerForm{yes: counts, no: leaves}
	case typed[f.Code] && f.Cell != "":
		form = answerForm{value: rightValue[0]}
	}
	if form.way[0] != "" {
		v.Way = wd.pick(form.way[0], form.way[1])
	}
	if form.whole {
		v.Place, v.Row = "", ""
	}
	if form.value == rightValue[0] {
		form.value = wd.pick(rightValue[0], rightValue[1])
	}
	if v.Value, v.Columns = form.value, form.columns; f.Code == "DECISION_MISSING" {
		v.Code = "DECISION"
	}
	for _, b := range []struct {
		value string
		label [2]string
	}{{"yes", form.yes}, {"no", form.no}} {
		if b.label[0] != "" {
			v.Choices = append(v.Choices, choice{Value: b.value, Label: wd.pick(b.label[0], b.label[1])})
		}
	}
	return v
}

var pageAnswered = message.Define("web-answered", "{place}: đã trả lời “{what}” – {value}.", "{place}: “{what}” was answered: {value}.")

// answeredView says an earlier answer by the name of the question, not its code.
func answeredView(m message.Message, wd words) string {
	code, _ := m.Blanks["code"].(string)
	value := m.Blanks["value"]
	switch value {
	case "yes":
		value = wd.pick("có", "yes")
	case "no":
		value = wd.pick("không", "no")
	}
	return pageAnswered.With("place", m.Blanks["place"], "what", office.FindingName(code, wd.lang), "value", value).In(wd.lang)
}

// answer takes one answer, or one for all findings of a kind, and reads again.
func (s *Server) answer(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		s.fail(w, r, err)
		return
	}
	id := r.PathValue("id")
	if p := r.PostFormValue("mat-khau"); p != "" {
		s.passwords.put(id, p)
		http.Redirect(w, r, "/tep/"+id, http.StatusSeeOther)
		return
	}
	text := r.PostFormValue("ma")
	if place := r.PostFormValue("o"); place != "" && r.PostFormValue("tat-ca") == "" {
		text += "@" + place
	}
	a, err := office.ParseAnswer(text + "=" + strings.TrimSpace(r.PostFormValue("tra-loi")))
	if err == nil {
		_, _, err = s.open(r, office.Answers{a})
	}
	if err == nil {
		err = s.keepFixes(r, id, []fix{{Code: a.Code, Sheet: a.Sheet, Cell: a.Cell, Now: a.Value}})
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.goTo(w, r, localPath(r.PostFormValue("ve")+"#dieu-can-xem"), words{langOf(r)}.pick("Đã ghi câu trả lời.", "The answer is kept."))
}

// mapColumns takes what the columns of a table hold.
func (s *Server) mapColumns(w http.ResponseWriter, r *http.Request) {
	err := r.ParseForm()
	var answers office.Answers
	var fixes []fix
	for i, cell := range r.PostForm["o"] {
		now, was := at(r.PostForm["la"], i), at(r.PostForm["cu"], i)
		if now == was {
			continue
		}
		a := office.MapColumn(r.PostFormValue("trang"), cell, ocop.Field(now))
		answers = append(answers, a)
		fixes = append(fixes, fix{Code: a.Code, Sheet: a.Sheet, Cell: a.Cell, Was: was, Now: a.Value})
	}
	if err == nil && len(answers) == 0 {
		err = nothingNew.Err()
	}
	if err == nil {
		_, _, err = s.open(r, answers)
	}
	if err == nil {
		err = s.keepFixes(r, r.PathValue("id"), fixes)
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.goTo(w, r, "/tep/"+r.PathValue("id"), words{langOf(r)}.pick("Đã đọc lại theo cột mới chọn.", "Read again with these columns."))
}
