package papers

import (
	"fmt"
	"slices"
	"strings"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// The rows of the reconciliation report: what was issued, left out and remarked.

func issuedList(in Input) list {
	l := list{size: 11, cols: []col{
		{head: "STT", width: 10, align: layout.Center, nowrap: true},
		{head: "Dòng trong tệp", width: 23},
		{head: "Tên sản phẩm", flex: 1.2},
		{head: "Chủ thể", flex: 1},
		{head: "Điểm", width: 13, align: layout.Center, nowrap: true},
		{head: "Hạng sao", width: 13, align: layout.Center, nowrap: true},
		{head: "Số Giấy\nchứng nhận, mã", width: 36},
		{head: "Từng giá trị lấy từ ô", width: 60},
		{head: "Kết quả", width: 19, align: layout.Center},
	}}
	byID := map[string]ocop.Certificate{}
	for _, c := range append(slices.Clone(in.book()), in.Certificates...) {
		byID[c.ID] = c
	}
	for i, k := range in.Reading.Kept {
		c := byID[k.Certificate]
		state := "đã cấp từ trước"
		if k.New {
			state = "cấp mới"
		}
		r := k.Result
		l.add(viet.Count(i+1), rowWords(r), r.Product.Name, r.Producer.Name, r.Score.String(), nobreak(r.Stars.String()),
			joinNonEmpty("\n", c.Number, nobreak(or(in.printedID(c.ID), k.Certificate))), small{cellsOf(r), 9.5}, state)
	}
	return l
}

func (in Input) printedID(id string) string {
	if in.PrintedID == nil || id == "" {
		return id
	}
	return in.PrintedID(id)
}

// rowWords is “«Đợt 2», dòng 14”.
func rowWords(r ocop.Result) string {
	sheet := ""
	if r.Sheet != "" {
		sheet = "«" + r.Sheet + "»"
	}
	return joinNonEmpty(", ", sheet, nobreak(fmt.Sprintf("dòng %d", r.Row)))
}

// shownFields are the values whose cells the report names, in its order.
var shownFields = []struct {
	field ocop.Field
	word  string
}{
	{ocop.FieldProduct, "sản phẩm"}, {ocop.FieldProducer, "chủ thể"}, {ocop.FieldAddress, "địa chỉ"},
	{ocop.FieldCommune, "xã, phường"}, {ocop.FieldScore, "điểm"}, {ocop.FieldStars, "hạng sao"},
	{ocop.FieldRound, "đợt"}, {ocop.FieldYear, "năm"}, {ocop.FieldDecision, "quyết định"},
}

// cellsOf names the cell of each value of a row: “sản phẩm B14; hạng sao F14”.
func cellsOf(r ocop.Result) string {
	var parts []string
	for _, f := range shownFields {
		src, ok := r.Cells[f.field]
		if !ok {
			continue
		}
		parts = append(parts, nobreak(f.word+" "+or(src.Cell, or(sourceRoads[src.From], src.From))))
	}
	return joinNonEmpty("; ", parts...)
}

func leftOutList(r Reading) list {
	l := list{size: 11, cols: []col{
		{head: "STT", width: 10, align: layout.Center, nowrap: true},
		{head: "Dòng trong tệp", width: 36},
		{head: "Tên sản phẩm", flex: 1},
		{head: "Chủ thể", flex: 0.9},
		{head: "Hạng sao", width: 14, align: layout.Center, nowrap: true},
		{head: "Lý do không in", flex: 1.4},
	}}
	for i, out := range r.LeftOut {
		res, stars := out.Result, ""
		if res.Stars > 0 && res.Standing != ocop.Proposed { // a proposal is no rank (domain.md §1): the reason says it
			stars = nobreak(res.Stars.String())
		}
		l.add(viet.Count(i+1), rowWords(res), res.Product.Name, res.Producer.Name, stars, reasonWords(out))
	}
	return l
}

// reasonWords is why a row is left out. A held row names the columns that hold
// it; what is wrong with each stands in the part on findings.
func reasonWords(out ocop.LeftOut) string {
	var columns []string
	for _, f := range out.Result.Findings {
		name := or(f.Column, joined("ô\u00a0", f.Cell))
		if f.Holds() && name != "" && !slices.Contains(columns, name) {
			columns = append(columns, name)
		}
	}
	if len(columns) > 0 {
		return "Giữ lại chờ sửa hoặc trả lời: " + strings.Join(columns, ", ") + " (xem điều cần lưu ý)."
	}
	return upperFirst(out.Reason.In(message.Vi))
}

// severityWords say how grave a finding is.
var severityWords = map[ocop.Severity]string{
	ocop.Refuse: "Từ chối", ocop.Fault: "Lỗi", ocop.Question: "Cần trả lời", ocop.Warning: "Lưu ý", ocop.Info: "Thông tin",
}

// gravity is the order of findings, worst first.
var gravity = []ocop.Severity{ocop.Refuse, ocop.Fault, ocop.Question, ocop.Warning, ocop.Info}

func findingsList(r Reading) list {
	l := list{size: 11, cols: []col{
		{head: "Mức", width: 22},
		{head: "Vị trí", width: 44},
		{head: "Giá trị trong tệp", width: 44},
		{head: "Nội dung", flex: 1, running: true},
	}}
	findings := slices.Clone(r.Findings)
	slices.SortStableFunc(findings, func(a, b ocop.Finding) int {
		return slices.Index(gravity, a.Severity) - slices.Index(gravity, b.Severity)
	})
	for _, f := range findings {
		l.add(or(severityWords[f.Severity], string(f.Severity)), findingPlace(f), f.Raw,
			joinNonEmpty(" ", f.Message.In(message.Vi), f.Message.HintIn(message.Vi)))
	}
	return l
}

func findingPlace(f ocop.Finding) string {
	sheet, at := "", ""
	if f.Sheet != "" {
		sheet = "«" + f.Sheet + "»"
	}
	switch {
	case f.Cell != "":
		at = nobreak("ô " + f.Cell)
	case f.Row > 0:
		at = nobreak(fmt.Sprintf("dòng %d", f.Row))
	}
	return or(joinNonEmpty(", ", sheet, at, f.Column), "cả tệp")
}

// reconciliationTable is the list of all rows with what became of each.
func reconciliationTable(in Input) *Table {
	l := list{cols: []col{
		{head: "STT", width: 10, align: layout.Center}, {head: "Trang tính", width: 30}, {head: "Dòng", width: 12, align: layout.Center},
		{head: "Tên sản phẩm", width: 80}, {head: "Chủ thể", width: 80}, {head: "Điểm", width: 14}, {head: "Hạng sao", width: 16},
		{head: "Kết quả", width: 34}, {head: "Số Giấy chứng nhận", width: 40}, {head: "Lý do, từng giá trị lấy từ ô", width: 120},
	}}
	issued := issuedList(in)
	for i, k := range in.Reading.Kept {
		cells := issued.rows[i].cells
		l.add(len(l.rows)+1, k.Result.Sheet, k.Result.Row, k.Result.Product.Name, k.Result.Producer.Name, k.Result.Score.String(),
			starsRead(k.Result.Stars), cells[8], cells[6], cells[7])
	}
	for _, out := range in.Reading.LeftOut {
		r := out.Result
		l.add(len(l.rows)+1, r.Sheet, r.Row, r.Product.Name, r.Producer.Name, r.Score.String(), starsRead(r.Stars), "không in", "",
			reasonWords(out))
	}
	return l.workbook("Đối chiếu", listTitle(in, reconciliationKind, reconciliationAbout(in), in.grantLine()),
		[]TableLine{{Text: balance(in.Reading), Bold: true}, {Text: verdict(in.Reading), Bold: true}}, true)
}

// starsRead is a rank that a row states; a row that was not granted has none.
func starsRead(s ocop.Stars) string {
	if s <= 0 {
		return ""
	}
	return s.String()
}
