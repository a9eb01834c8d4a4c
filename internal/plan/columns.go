package plan

import (
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// isDecisionHeader: a row that heads number and date of decisions.
func isDecisionHeader(row []string) bool {
	cols := columnsOf(row, decisionColumns)
	return cols["number"] > 0 && cols["date"] > 0
}

var decisionColumns = headings(map[string][]string{
	"number": {"Số quyết định", "Số, ký hiệu", "Quyết định số", "Decision number"},
	"date":   {"Ngày quyết định", "Ngày ban hành", "Decision date"},
	"issuer": {"Cơ quan ban hành", "Issuer"},
	"title":  {"Trích yếu", "Nội dung quyết định", "Title"},
	"reader": {"Người đọc", "Người công bố", "Reader"},
})

// decisionRows reads the table below a header at row i and returns the last row
// read: a blank row ends it.
func (r *sheetReader) decisionRows(i int) int {
	cols := columnsOf(r.sheet.Rows[i], decisionColumns)
	for i++; i < len(r.sheet.Rows); i++ {
		row := r.sheet.Rows[i]
		if blankRow(row) {
			break
		}
		var a ocop.Announcement
		path := DecisionTable.Key + index(len(r.settings.Conference.Announces))
		any := false
		for _, f := range DecisionTable.Fields {
			col := cols[f.Key] - 1
			if col < 0 || viet.Clean(at(row, col)) == "" {
				continue
			}
			any = true
			c := cell{r.sheet.Name, i, col}
			r.cells[path], r.cells[join(path, f.Key)] = c, c
			if bad := f.setText(&a, at(row, col)); bad != nil {
				r.complainAt(c, *bad)
			}
		}
		if any {
			r.settings.Conference.Announces = append(r.settings.Conference.Announces, a)
		}
	}
	return i
}

// columnsOf finds the columns (from 1) of a header row by the names they may
// have; the first of two counts.
func columnsOf(row []string, names map[string]string) map[string]int {
	cols := map[string]int{}
	for i, text := range row {
		if text == "" || len(text) > 200 {
			continue
		}
		if field := names[viet.Fold(text)]; field != "" && cols[field] == 0 {
			cols[field] = i + 1
		}
	}
	return cols
}

// headings turns the headings of each field into a look-up by their folded form.
func headings(lists map[string][]string) map[string]string {
	m := map[string]string{}
	for field, list := range lists {
		for _, name := range list {
			m[viet.Fold(name)] = field
		}
	}
	return m
}

func at(row []string, i int) string {
	if i < 0 || i >= len(row) {
		return ""
	}
	return row[i]
}

func blankRow(row []string) bool {
	for _, s := range row {
		if viet.Clean(s) != "" {
			return false
		}
	}
	return true
}

// cellName is how the clerk sees a cell: A1.
func cellName(row, col int) string {
	name := ""
	for c := col + 1; c > 0; c = (c - 1) / 26 {
		name = string(rune('A'+(c-1)%26)) + name
	}
	return name + itoa(row+1)
}
