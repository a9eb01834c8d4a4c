package intake

import (
	"fmt"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
	"ocoprint/internal/workbook"
)

// Line is a line of the report for people; cmd adds the colour.
type Line struct {
	Severity ocop.Severity // "" for plain text
	Indent   int
	Text     string
}

var (
	lineRead    = message.Define("intake-line-read", "{file}: đọc {rows} dòng sản phẩm trong {tables} bảng.", "{file}: {rows} {rows|row|rows} of products in {tables} {tables|table|tables}.")
	lineTable   = message.Define("intake-line-table", "Trang tính «{sheet}», dòng {from}–{to}: {rows} dòng.", "Sheet «{sheet}», rows {from}–{to}: {rows} {rows|row|rows}.")
	lineColumn  = message.Define("intake-line-column", "{cell} «{heading}» → {field} ({confidence} %)", "{cell} «{heading}» → {field} ({confidence}%)")
	lineRound   = message.Define("intake-line-round", "Đợt: {value} — lấy từ {from}.", "Round: {value} — from {from}.")
	lineRounds  = message.Define("intake-line-rounds", "Tệp có nhiều đợt: {value}.", "The file holds several rounds: {value}.")
	lineDecided = message.Define("intake-line-decision", "Quyết định: {value} — lấy từ {from}.", "Decision: {value} — from {from}.")
	lineCount   = message.Define("intake-line-count", "{round}, {stars}: {rows} dòng {status}", "{round}, {stars}: {rows} {rows|row|rows} {status}")
	lineTotal   = message.Define("intake-line-total", "{read} — khớp dòng «{text}» ({cell}).", "{read} — agrees with «{text}» ({cell}).")
	lineGroup   = message.Define("intake-line-group", "{title}: {count}", "{title}: {count}")
	lineMore    = message.Define("intake-line-more", "… và {count} chỗ nữa.", "… and {count} more.")
	lineClean   = message.Define("intake-line-clean", "Không có gì phải sửa.", "Nothing to correct.")

	wordReady    = message.Define("intake-word-ready", "in được", "ready")
	wordHeld     = message.Define("intake-word-held", "đang giữ lại", "held")
	wordNot      = message.Define("intake-word-not", "không công nhận", "not certified")
	wordNoRound  = message.Define("intake-word-no-round", "chưa rõ đợt", "round unknown")
	wordNoStars  = message.Define("intake-word-no-stars", "chưa rõ hạng", "stars unknown")
	wordError    = message.Define("intake-word-error", "Lỗi", "Errors")
	wordQuestion = message.Define("intake-word-question", "Cần trả lời", "Questions")
	wordWarning  = message.Define("intake-word-warning", "Lưu ý", "Warnings")
	wordInfo     = message.Define("intake-word-info", "Thông tin", "Information")
	wordRefuse   = message.Define("intake-word-refuse", "Không đọc được", "Refused")

	fromColumn  = message.Define("intake-from-column", "cột, ô {cell}", "the column, cell {cell}")
	fromSection = message.Define("intake-from-section", "dòng nhóm, ô {cell}", "the section row, cell {cell}")
	fromTitle   = message.Define("intake-from-title", "tiêu đề, ô {cell}", "the title, cell {cell}")
	fromLine    = message.Define("intake-from-line", "dòng “Kèm theo …”, ô {cell}", "the line “Kèm theo …”, cell {cell}")
	fromSheet   = message.Define("intake-from-sheet", "tên trang tính «{sheet}»", "the sheet's name «{sheet}»")
	fromFile    = message.Define("intake-from-file", "tên tệp", "the file's name")
	fromAnswer  = message.Define("intake-from-answer", "câu trả lời", "an answer")
)

// SourceText says in words where a value came from: "tiêu đề, ô A5".
func SourceText(s ocop.Source) message.Message {
	t := map[string]*message.Text{"column": fromColumn, "section": fromSection, "title": fromTitle, "line": fromLine,
		"sheet": fromSheet, "file": fromFile, "answer": fromAnswer}[s.From]
	if t == nil {
		return message.Message{}
	}
	return t.With("cell", s.Cell, "sheet", s.Sheet)
}

// maxPlaces is how many places of one code the report names.
const maxPlaces = 12

// Lines is the report for people: what the file is, its columns, counts by
// round and stars, and the findings grouped by code and counted.
func Lines(r *Reading, lang message.Lang) (lines []Line) {
	say := func(indent int, m message.Message) {
		lines = append(lines, Line{Indent: indent, Text: m.In(lang)})
	}
	if _, refused := r.Refusal(); !refused {
		say(0, lineRead.With("file", r.File, "rows", len(r.Results), "tables", len(r.Tables)))
	}
	for _, t := range r.Tables {
		say(1, lineTable.With("sheet", t.Sheet, "from", t.FirstRow, "to", t.LastRow, "rows", t.Rows))
		for _, c := range t.Columns {
			if c.Field != "" && c.From != "" {
				say(2, lineColumn.With("cell", c.Cell, "heading", c.Heading, "field", columnName(c), "confidence", int(c.Confidence*100+.5)))
			}
		}
	}
	lines = append(lines, contextLines(r, lang)...)
	for _, t := range r.Totals {
		if t.Right {
			say(1, lineTotal.With("read", countWords(t), "text", t.Text, "cell", t.Cell))
		}
	}
	return append(lines, findingLines(r, lang)...)
}

func columnName(c Column) any {
	if c.Field == fieldTick {
		return c.Stars
	}
	return FieldName(c.Field)
}

func countWords(t Total) string {
	if t.Producers > 0 {
		return fmt.Sprintf("%02d sản phẩm của %02d chủ thể", t.ReadProducts, t.ReadProducers)
	}
	return fmt.Sprintf("%02d sản phẩm", t.ReadProducts)
}

func contextLines(r *Reading, lang message.Lang) (lines []Line) {
	c := r.Context
	if c.Round.No != 0 {
		lines = append(lines, Line{Indent: 1, Text: lineRound.With("value", c.Round.String(), "from", SourceText(c.RoundFrom)).In(lang)})
	} else if len(c.Rounds) > 1 {
		var all []string
		for _, x := range c.Rounds {
			all = append(all, x.String())
		}
		lines = append(lines, Line{Indent: 1, Text: lineRounds.With("value", strings.Join(all, "; ")).In(lang)})
	}
	if c.Decision.Number != "" {
		lines = append(lines, Line{Indent: 1, Text: lineDecided.With("value", c.Decision.String(), "from", SourceText(c.DecisionFrom)).In(lang)})
	}
	for _, n := range r.Counts {
		round, stars := any(n.Round.String()), any(n.Stars.String())
		if n.Round.No == 0 {
			round = wordNoRound
		}
		if n.Stars == 0 {
			stars = wordNoStars
		}
		lines = append(lines, Line{Indent: 1, Text: lineCount.With("round", round, "stars", stars, "rows", n.Rows, "status", statusWord(n.Status)).In(lang)})
	}
	return lines
}

func statusWord(s ocop.Status) *message.Text {
	switch s {
	case ocop.StatusReady:
		return wordReady
	case ocop.StatusHeld:
		return wordHeld
	}
	return wordNot
}

// severities are shown worst first.
var severities = []struct {
	sev  ocop.Severity
	word *message.Text
}{{ocop.Refuse, wordRefuse}, {ocop.Fault, wordError}, {ocop.Question, wordQuestion}, {ocop.Warning, wordWarning}, {ocop.Info, wordInfo}}

func findingLines(r *Reading, lang message.Lang) (lines []Line) {
	for _, s := range severities {
		var order []string
		groups := map[string][]ocop.Finding{}
		total := 0
		for _, f := range r.Findings {
			if f.Severity != s.sev {
				continue
			}
			if len(groups[f.Code]) == 0 {
				order = append(order, f.Code)
			}
			groups[f.Code] = append(groups[f.Code], f)
			total++
		}
		if total == 0 {
			continue
		}
		lines = append(lines, Line{Severity: s.sev, Text: lineGroup.With("title", s.word, "count", total).In(lang)})
		for _, code := range order {
			lines = append(lines, groupLines(code, groups[code], s.sev, lang)...)
		}
	}
	if len(lines) == 0 {
		lines = append(lines, Line{Text: lineClean.In(lang)})
	}
	return lines
}

func groupLines(code string, group []ocop.Finding, sev ocop.Severity, lang message.Lang) (lines []Line) {
	lines = append(lines, Line{Severity: sev, Indent: 1, Text: fmt.Sprintf("%s: %d (%s)", upperFirst(CodeName(code, lang)), len(group), code)})
	for i, f := range group {
		if i == maxPlaces {
			lines = append(lines, Line{Indent: 2, Text: lineMore.With("count", len(group)-i).In(lang)})
			break
		}
		lines = append(lines, Line{Indent: 2, Text: f.Message.In(lang)})
	}
	if hint := group[0].Message.HintIn(lang); hint != "" {
		lines = append(lines, Line{Indent: 2, Text: "→ " + hint})
	}
	return lines
}

// Marks turns the findings into marks for workbook.Annotate.
func Marks(r *Reading, lang message.Lang) (marks []workbook.Mark) {
	for _, f := range r.Findings {
		if f.Code == rowSkipped.code {
			continue
		}
		marks = append(marks, workbook.Mark{Sheet: f.Sheet, Cell: f.Cell, Severity: workbook.Severity(f.Severity), Code: f.Code,
			Title: f.Message.In(lang), Text: f.Message.HintIn(lang)})
	}
	return marks
}

// MarkSummary is the head of the annotated copy's first sheet.
func MarkSummary(r *Reading, lang message.Lang) workbook.Summary {
	s := workbook.Summary{Title: workbook.ReportSheet, Lang: lang}
	s.Lines = append(s.Lines, lineRead.With("file", r.File, "rows", len(r.Results), "tables", len(r.Tables)).In(lang))
	for _, l := range contextLines(r, lang) {
		s.Lines = append(s.Lines, l.Text)
	}
	return s
}

func upperFirst(s string) string { return viet.FirstUpper(s) }
