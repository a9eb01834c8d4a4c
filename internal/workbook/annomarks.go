package workbook

import (
	"cmp"
	"slices"
	"strings"
)

// cellMarks are the marks of one cell, the heaviest first.
type cellMarks struct {
	row, col int
	marks    []Mark
}

func (c cellMarks) severity() Severity { return c.marks[0].Severity }

// text is what the comment says.
func (c cellMarks) text() string {
	var b strings.Builder
	for i, m := range c.marks {
		if i > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(m.Title)
		if m.Text != "" {
			b.WriteString("\n" + m.Text)
		}
	}
	return b.String()
}

// marksOf gathers the marks of a sheet by cell, in the order of cells.
func (a *annotator) marksOf(sheet string) []cellMarks {
	at := map[[2]int]int{}
	var out []cellMarks
	for _, m := range a.marks {
		row, col, ok := ParseCell(m.Cell)
		if m.Sheet != sheet || !ok {
			continue
		}
		i, known := at[[2]int{row, col}]
		if !known {
			i = len(out)
			at[[2]int{row, col}] = i
			out = append(out, cellMarks{row: row, col: col})
		}
		out[i].marks = append(out[i].marks, m)
	}
	sortMarks(out)
	return out
}

func sortMarks(all []cellMarks) {
	for _, c := range all {
		slices.SortStableFunc(c.marks, func(a, b Mark) int { return cmp.Compare(a.Severity.weight(), b.Severity.weight()) })
	}
	slices.SortFunc(all, func(a, b cellMarks) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col)) })
}
