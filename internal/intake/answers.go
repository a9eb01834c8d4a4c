package intake

import (
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

var badAnswer = message.Define("intake-answer-form",
	"Câu trả lời «{value}» không đúng dạng.", "The answer «{value}» is not in the right form.").
	Hint("Ghi MÃ=có|không|GIÁ TRỊ hoặc MÃ@Trang tính!F12=…, ví dụ ROUND_UNKNOWN=2/2023.",
		"Write CODE=yes|no|VALUE or CODE@Sheet!F12=…, for example ROUND_UNKNOWN=2/2023.")

// Answer is what a person said to a finding: CODE[@Sheet!F12]=yes|no|VALUE (có|không).
// Without a place it answers all findings of that code; with a sheet only
// ("CODE@Sheet!"), all of that sheet. The code COLUMN says what a column holds:
// COLUMN@Sheet!C7=producer.
type Answer struct {
	Code  string
	Sheet string
	Cell  string
	Value string
}

// Answers are looked through for the most exact place first; of two answers
// for one place the later counts.
type Answers []Answer

// columnAnswer is the code under which a column is corrected.
const columnAnswer = "COLUMN"

// ParseAnswer reads the form of the flag --answer.
func ParseAnswer(s string) (Answer, error) {
	head, val, ok := strings.Cut(s, "=")
	code, where, placed := strings.Cut(strings.TrimSpace(head), "@")
	a := Answer{Code: strings.ToUpper(strings.TrimSpace(code)), Value: strings.TrimSpace(val)}
	if !ok || a.Code == "" || a.Value == "" || strings.ContainsAny(a.Code, " !") {
		return Answer{}, badAnswer.With("value", s).Err()
	}
	if placed {
		i := strings.LastIndexByte(where, '!')
		if i < 0 {
			return Answer{}, badAnswer.With("value", s).Err()
		}
		a.Sheet, a.Cell = strings.Trim(where[:i], "'"), strings.ToUpper(where[i+1:])
		if _, _, ok := parseRef(a.Cell); a.Cell != "" && !ok || a.Sheet == "" {
			return Answer{}, badAnswer.With("value", s).Err()
		}
	}
	return a, nil
}

// String writes the answer in the form that ParseAnswer reads.
func (a Answer) String() string {
	s := a.Code
	if a.Sheet != "" {
		s += "@" + a.Sheet + "!" + a.Cell
	}
	return s + "=" + a.Value
}

// find gives the answer for a finding at a place.
func (as Answers) find(code, sheet, cell string) (best Answer, ok bool) {
	rank := 0
	for _, a := range as {
		if a.Code != code || a.Sheet != "" && a.Sheet != sheet || a.Cell != "" && a.Cell != cell {
			continue
		}
		r := 1
		if a.Sheet != "" {
			r = 2
		}
		if a.Cell != "" {
			r = 3
		}
		if r >= rank {
			best, rank = a, r
		}
	}
	return best, rank > 0
}

// given lists, for one sheet, the cells that people have corrected by a value.
func (as Answers) given(sheet string) map[string]string {
	cells := map[string]string{}
	for _, a := range as {
		if a.Sheet == sheet && a.Cell != "" && a.Code != columnAnswer && YesNo(a.Value) == "" {
			cells[a.Cell] = a.Value
		}
	}
	return cells
}

// answer gives "yes", "no" or "" for a question at a place.
func (rd *reader) answer(k rule, s spot) string {
	if len(rd.answers) == 0 {
		return ""
	}
	a, ok := rd.answers.find(k.code, s.sheet, s.cell)
	if !ok {
		return ""
	}
	return YesNo(a.Value)
}

// YesNo reads an answer in either language, with or without marks: "yes", "no"
// or "" for anything else.
func YesNo(v string) string {
	switch viet.ASCII(strings.ToLower(strings.TrimSpace(v))) {
	case "yes", "y", "true", "co", "dung":
		return "yes"
	case "no", "n", "false", "khong", "sai":
		return "no"
	}
	return ""
}

// columnsGiven lists the columns of a table that an answer names, by their
// place among the headings. "COLUMN@Sheet!C7=-" takes a column out of use.
func (as Answers) columnsGiven(t *table) map[int]ocop.Field {
	forced := map[int]ocop.Field{}
	for _, a := range as {
		row, col, ok := parseRef(a.Cell)
		if a.Code != columnAnswer || a.Sheet != t.Name || !ok || row < t.head.first || row > t.head.last {
			continue
		}
		for i, h := range t.head.heads {
			if h.col != col {
				continue
			}
			f := ocop.Field(strings.ToLower(a.Value))
			if f == "-" || f == "none" {
				f = ""
			}
			if _, known := fieldNames[f]; known || f == "" {
				forced[i] = f
			}
		}
	}
	return forced
}
