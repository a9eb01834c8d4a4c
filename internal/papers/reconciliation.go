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
	s := newSheet(in, wideListSheet(), reconciliationKind)
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
	return fmt.Sprintf("Đợt này có %s Giấy chứng nhận (%s), %s: cấp mới %s, đã cấp từ trước %s.",
		viet.Count(len(certs)), count(certs), numberSpan(certs), viet.Count(now), viet.Count(before))
}
