package papers

import (
	"fmt"
	"slices"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// Reconciliation is the report for the leader who signs (báo cáo đối chiếu):
// every row read is issued now, was issued before, or is left out with its
// reason; where each value was read; the document's own counts; the register's
// checkpoint.
var Reconciliation = Paper{
	Name: "reconciliation", File: "doi-chieu",
	Title: message.Define("paper-reconciliation", "Báo cáo đối chiếu", "Reconciliation report"),
	About: message.Define("paper-reconciliation-about",
		"Đọc bao nhiêu dòng, in gì, bỏ gì và vì sao; từng giá trị lấy từ ô nào.",
		"Rows read, printed and left out, and why; the cell of every value."),
	Pages: reconciliationPages,
	Table: reconciliationTable,
}

const reconciliationKind = "Báo cáo đối chiếu"

func reconciliationAbout(in Input) string {
	return "Kết quả đọc tệp và cấp Giấy chứng nhận sản phẩm OCOP" + in.roundWords()
}

// issued counts the rows issued now and before.
func (r Reading) issued() (now, before int) {
	for _, k := range r.Kept {
		if k.New {
			now++
		} else {
			before++
		}
	}
	return now, before
}

// balanced reports whether every row read is accounted for.
func (r Reading) balanced() bool { return r.Rows == len(r.Kept)+len(r.LeftOut) }

// balance is the first sentence of the report.
func balance(r Reading) string {
	now, before := r.issued()
	return fmt.Sprintf("Đọc %s dòng sản phẩm: cấp mới %s, đã cấp từ trước %s, không in %s.",
		viet.Count(r.Rows), viet.Count(now), viet.Count(before), viet.Count(len(r.LeftOut)))
}

func verdict(r Reading) string {
	now, before := r.issued()
	sum := fmt.Sprintf("%s + %s + %s = %s", viet.Count(now), viet.Count(before), viet.Count(len(r.LeftOut)),
		viet.Count(now+before+len(r.LeftOut)))
	if r.balanced() {
		return "Đối chiếu: " + sum + " – khớp số dòng đã đọc."
	}
	return "Đối chiếu: " + sum + " – KHÔNG KHỚP số dòng đã đọc (" + viet.Count(r.Rows) + "). Chưa được dùng kết quả này."
}

func reconciliationPages(in Input) ([]layout.Page, []layout.Problem) {
	r := in.Reading
	setup := layout.Decree30Landscape()
	setup.TotalPages = true
	s := newSheet(in, setup, reconciliationKind)
	s.officeHead()
	s.titles(reconciliationKind, reconciliationAbout(in), in.grantLine())
	s.say(balance(r), layout.Para{Size: 14, Bold: true, Align: layout.Center, Before: 1})
	s.say(verdict(r), layout.Para{Bold: true, Align: layout.Center, Before: 1, Balance: true})
	s.sources(r)
	s.listPart("Giấy chứng nhận đã cấp", issuedList(in), "Không có dòng nào được cấp Giấy chứng nhận.")
	s.listPart("Các dòng không in", leftOutList(r), "Không có dòng nào bị bỏ lại.")
	s.listPart("Điều cần lưu ý khi đọc tệp", findingsList(r), "Không có điều gì cần lưu ý.")
	s.closing()
	return s.done()
}

// sources tells the file, the facts that hold for all rows, and the counts.
func (s *sheet) sources(r Reading) {
	s.part("Nguồn số liệu")
	line := layout.Para{Before: 0.8, Size: 12}
	s.say("Tệp: "+or(r.File, blank)+joined(". Trang tính đã đọc: ", joinNonEmpty(", ", r.Sheets...))+".", line)
	if r.SHA256 != "" {
		s.say("Mã băm SHA-256 của tệp: "+r.SHA256, line)
	}
	l := list{size: 12, cols: []col{
		{head: "Nội dung", width: 58}, {head: "Giá trị", flex: 1}, {head: "Lấy từ", width: 96},
	}}
	for _, f := range r.Facts {
		l.add(f.Name, f.Value, sourceWords(f.Source))
	}
	for _, f := range r.Footers {
		l.add("Dòng tổng của tệp", spanned("“"+layout.Escape(f.Text)+"”: "+footerVerdict(f)), sourceWords(ocop.Source{Sheet: f.Source.Sheet, Cell: f.Source.Cell}))
	}
	if len(l.rows) > 0 {
		s.Space(1.5)
		s.Table(l.table())
	}
	if len(r.Footers) == 0 {
		s.say("Tệp không có dòng tổng để đối chiếu.", line)
	}
}

// joined is prefix and text, or nothing without text.
func joined(prefix, text string) string {
	if text == "" {
		return ""
	}
	return prefix + text
}

func footerVerdict(f FooterCheck) string {
	ours := viet.ProductsOf(f.Counted.Products, f.Counted.Producers)
	if f.Producers < 0 {
		ours = nobreak(viet.Count(f.Counted.Products) + " sản phẩm")
	}
	if f.OK() {
		return "khớp (chương trình đếm được " + ours + ")"
	}
	return "**KHÔNG KHỚP** – chương trình đếm được " + ours
}

// sourceRoads name the ways a value is found, as Source.From has them.
var sourceRoads = map[string]string{
	"column": "cột", "section": "dòng nhóm", "title": "tiêu đề", "line": "dòng “Kèm theo Quyết định”",
	"sheet": "tên trang tính", "file": "tên tệp", "answer": "trả lời của cán bộ",
}

// sourceWords is “tiêu đề, trang tính «Đợt 2», ô A5”.
func sourceWords(s ocop.Source) string {
	road := or(sourceRoads[s.From], s.From)
	sheet, cell := "", ""
	if s.Sheet != "" && s.From != "file" {
		sheet = "trang tính «" + s.Sheet + "»"
	}
	if s.Cell != "" {
		cell = nobreak("ô " + s.Cell)
	}
	return joinNonEmpty(", ", road, sheet, cell)
}

// part begins a numbered part of the report.
func (s *sheet) part(title string) {
	s.parts++
	s.say(viet.Roman(s.parts)+". "+upper(title), headingStyle)
}

func (s *sheet) listPart(title string, l list, none string) {
	s.part(title)
	if len(l.rows) == 0 {
		s.say(none, layout.Para{Italic: true, Size: 12})
		return
	}
	s.Table(l.table())
}

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
		{head: "Dòng trong tệp", width: 28},
		{head: "Tên sản phẩm", flex: 1},
		{head: "Chủ thể", flex: 0.9},
		{head: "Hạng sao", width: 14, align: layout.Center, nowrap: true},
		{head: "Lý do không in", flex: 1.4},
	}}
	for i, out := range r.LeftOut {
		res, stars := out.Result, ""
		if res.Stars > 0 {
			stars = nobreak(res.Stars.String())
		}
		l.add(viet.Count(i+1), rowWords(res), res.Product.Name, res.Producer.Name, stars, out.Reason.In(message.Vi))
	}
	return l
}

// severityWords say how grave a finding is.
var severityWords = map[ocop.Severity]string{
	ocop.Refuse: "Từ chối", ocop.Fault: "Lỗi", ocop.Question: "Cần trả lời", ocop.Warning: "Lưu ý", ocop.Info: "Thông tin",
}

func findingsList(r Reading) list {
	l := list{size: 11, cols: []col{
		{head: "Mức", width: 22},
		{head: "Vị trí", width: 44},
		{head: "Giá trị trong tệp", width: 44},
		{head: "Nội dung", flex: 1},
	}}
	for _, f := range r.Findings {
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

// closing tells what the register holds now, and is signed.
func (s *sheet) closing() {
	s.KeepTogether(func(*layout.Flow) {
		s.part("Sổ cấp Giấy chứng nhận")
		line := layout.Para{Before: 0.8, Size: 12}
		s.say(numbersWords(s.in), line)
		if c := s.in.Reading.Checkpoint; c != "" {
			s.Paragraph("Dấu kiểm tra của sổ"+layout.Escape(joined(" ", s.in.Reading.Register))+" sau khi cấp: **"+c+"**. Lưu dòng này cùng hồ sơ; "+
				"dấu kiểm tra khác đi nghĩa là sổ đã có thay đổi.", line)
		}
		s.signatures(s.in.preparer(), s.in.officeHeadParty())
	})
}

// numbersWords names the numbers of the batch, first to last of the series.
func numbersWords(in Input) string {
	certs := slices.Clone(in.Certificates)
	if len(certs) == 0 {
		return "Đợt này không cấp số nào."
	}
	slices.SortStableFunc(certs, func(a, b ocop.Certificate) int { return a.Seq - b.Seq })
	now, before := in.Reading.issued()
	return fmt.Sprintf("Đợt này có %s Giấy chứng nhận (%s), từ số %s đến số %s: cấp mới %s, đã cấp từ trước %s.",
		viet.Count(len(certs)), count(certs), certs[0].Number, certs[len(certs)-1].Number, viet.Count(now), viet.Count(before))
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
			k.Result.Stars.String(), cells[8], cells[6], cells[7])
	}
	for _, out := range in.Reading.LeftOut {
		r := out.Result
		l.add(len(l.rows)+1, r.Sheet, r.Row, r.Product.Name, r.Producer.Name, r.Score.String(), r.Stars.String(), "không in", "",
			out.Reason.In(message.Vi))
	}
	return l.workbook("Đối chiếu", listTitle(in, reconciliationKind, reconciliationAbout(in), in.grantLine()),
		[]TableLine{{Text: balance(in.Reading), Bold: true}, {Text: verdict(in.Reading), Bold: true}}, true)
}
