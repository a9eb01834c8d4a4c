package workbook

import (
	"fmt"
	"strings"

	"ocoprint/internal/message"
)

// The words of the report sheet.
var (
	wordNumber   = message.Define("report-number", "STT", "No.")
	wordSeverity = message.Define("report-severity", "Mức độ", "Severity")
	wordSheet    = message.Define("report-sheet", "Trang tính", "Sheet")
	wordCell     = message.Define("report-cell", "Ô", "Cell")
	wordTitle    = message.Define("report-title", "Nội dung", "Finding")
	wordText     = message.Define("report-text", "Chi tiết và cách xử lý", "Details and what to do")
	wordCode     = message.Define("report-code", "Mã", "Code")
	wordNothing  = message.Define("report-nothing", "Không có điều gì cần lưu ý.", "There is nothing to report.")
	wordWhole    = message.Define("report-whole-file", "(cả tệp)", "(whole file)")

	severityWords = map[Severity]*message.Text{
		SevRefuse:   message.Define("severity-refuse", "Từ chối", "Refused"),
		SevError:    message.Define("severity-error", "Lỗi", "Error"),
		SevQuestion: message.Define("severity-question", "Cần trả lời", "Question"),
		SevWarning:  message.Define("severity-warning", "Lưu ý", "Warning"),
		SevInfo:     message.Define("severity-info", "Thông tin", "Information"),
	}
)

// reportSheet writes the first sheet: the summary and a list of all marks,
// each with a link to its cell.
func (a *annotator) reportSheet() error {
	r := &reportWriter{a: a, lang: a.sum.Lang}
	r.looks()
	for i, line := range append([]string{a.sum.Title}, a.sum.Lines...) {
		style := r.plain
		if i == 0 {
			style = r.title
		}
		if line != "" || i > 0 {
			r.row(reportCell{1, line, style})
		}
	}
	r.at++
	head := r.at + 1
	heads := []*message.Text{wordNumber, wordSeverity, wordSheet, wordCell, wordTitle, wordText, wordCode}
	var cells []reportCell
	for i, h := range heads {
		cells = append(cells, reportCell{i + 1, h.In(r.lang), r.head})
	}
	r.row(cells...)
	for i, m := range a.marks {
		r.mark(i+1, m)
	}
	if len(a.marks) == 0 {
		r.row(reportCell{5, wordNothing.In(r.lang), r.plain})
	}
	a.put(a.reportPart(), r.part(head))
	return nil
}

// reportPart is the part that workbook reserved.
func (a *annotator) reportPart() string {
	for _, name := range a.order {
		if strings.HasPrefix(name, "xl/worksheets/sheetOcop") {
			return name
		}
	}
	panic("no report part")
}

// maxLinks is how many links Excel opens in one sheet.
const maxLinks = 65_000

// reportWriter collects the rows of the report sheet.
type reportWriter struct {
	a                              *annotator
	lang                           message.Lang
	at, linked                     int
	rows, links                    strings.Builder
	title, head, plain, text, link int
	bySeverity                     map[Severity]int
}

type reportCell struct {
	col   int
	text  string
	style int
}

func (r *reportWriter) looks() {
	c := r.a.styles
	const face = `<name val="Times New Roman"/>`
	r.title = c.look(`<b/><sz val="16"/>`+face, "", false)
	r.head = c.look(`<b/><sz val="12"/>`+face, "D9E2F3", true)
	r.plain = c.look(`<sz val="12"/>`+face, "", false)
	r.text = c.look(`<sz val="12"/>`+face, "", true)
	r.link = c.look(`<u/><sz val="12"/><color rgb="FF0563C1"/>`+face, "", true)
	r.bySeverity = map[Severity]int{}
	for _, s := range severityOrder {
		r.bySeverity[s] = c.look(`<sz val="12"/>`+face, fills[s], true)
	}
}

// mark writes the row of one mark.
func (r *reportWriter) mark(n int, m Mark) {
	word, style := string(m.Severity), r.text
	if t := severityWords[m.Severity]; t != nil {
		word, style = t.In(r.lang), r.bySeverity[m.Severity]
	}
	sheet, known := m.Sheet, r.a.sheetByName(m.Sheet)
	if sheet == "" {
		sheet = wordWhole.In(r.lang)
	}
	place := r.text
	if known && r.linked < maxLinks {
		r.linked += 2
		place = r.link
		to := m.Cell
		if _, _, ok := ParseCell(to); !ok {
			to = "A1"
		}
		target := fmt.Sprintf("'%s'!%s", strings.ReplaceAll(m.Sheet, "'", "''"), to)
		for _, col := range []int{3, 4} {
			fmt.Fprintf(&r.links, `<hyperlink ref="%s" location="%s" display="%s"/>`, CellName(r.at+1, col), escape(target), escape(to))
		}
	}
	r.row(reportCell{1, fmt.Sprint(n), r.text}, reportCell{2, word, style}, reportCell{3, sheet, place}, reportCell{4, m.Cell, place},
		reportCell{5, m.Title, r.text}, reportCell{6, m.Text, r.text}, reportCell{7, m.Code, r.text})
}

func (a *annotator) sheetByName(name string) bool {
	for _, s := range a.sheets {
		if s.entry.name == name {
			return true
		}
	}
	return false
}

func (r *reportWriter) row(cells ...reportCell) {
	r.at++
	fmt.Fprintf(&r.rows, `<row r="%d">`, r.at)
	for _, c := range cells {
		fmt.Fprintf(&r.rows, `<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, CellName(r.at, c.col), c.style, escape(c.text))
	}
	r.rows.WriteString("</row>")
}

// part is the whole worksheet.
func (r *reportWriter) part(head int) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+"\n"+`<worksheet xmlns="%s"><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>`, r.a.sheetURI(), head, head+1)
	for i, w := range []int{6, 14, 18, 9, 48, 60, 24} {
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, w)
	}
	fmt.Fprintf(&b, `</cols><sheetData>%s</sheetData>`, r.rows.String())
	if r.at > head {
		fmt.Fprintf(&b, `<autoFilter ref="A%d:G%d"/>`, head, r.at)
	}
	if r.links.Len() > 0 {
		fmt.Fprintf(&b, `<hyperlinks>%s</hyperlinks>`, r.links.String())
	}
	b.WriteString(`<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/></worksheet>`)
	return []byte(b.String())
}
