package office

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"ocoprint/internal/durable"
	"ocoprint/internal/intake"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/plan"
	"ocoprint/internal/workbook"
)

// LoadPlan reads a conference plan with the office's settings: a TOML file, or
// a workbook with the sheet “Kế hoạch”.
func LoadPlan(ctx context.Context, path string) (ocop.Settings, error) {
	data, err := LoadFile(path)
	if err != nil {
		return ocop.Settings{}, err
	}
	return ParsePlan(ctx, filepath.Base(path), data)
}

// ParsePlan is LoadPlan for bytes at hand.
func ParsePlan(ctx context.Context, name string, data []byte) (ocop.Settings, error) {
	if !isWorkbook(data) {
		return plan.Parse(name, data)
	}
	book, err := workbook.Open(ctx, name, data, workbook.Options{})
	if err != nil {
		return ocop.Settings{}, err
	}
	return plan.FromSheets(name, planSheets(book))
}

// isWorkbook tells a zip (xlsx, ods) or a compound file (xls) from text.
func isWorkbook(data []byte) bool {
	head := string(data[:min(len(data), 4)])
	return strings.HasPrefix(head, "PK") || head == "\xd0\xcf\x11\xe0"
}

// planSheets gives the shown texts of a workbook's sheets.
func planSheets(b *workbook.Book) (sheets []plan.Sheet) {
	const most = 5000 // rows; a plan has a few hundred
	for _, s := range b.Sheets {
		out := plan.Sheet{Name: s.Name}
		for _, row := range s.Rows {
			if row.Number > most {
				break
			}
			for len(out.Rows) < row.Number {
				out.Rows = append(out.Rows, nil)
			}
			out.Rows[row.Number-1] = shownCells(row)
		}
		sheets = append(sheets, out)
	}
	return sheets
}

func shownCells(row workbook.Row) (texts []string) {
	const most = 64 // columns
	for i := range row.Cells {
		c := &row.Cells[i]
		if c.Col > most {
			break
		}
		for len(texts) < c.Col {
			texts = append(texts, "")
		}
		texts[c.Col-1] = planText(c)
	}
	return texts
}

// planText is what a cell shows; a date is written day first whatever the
// format of the cell.
func planText(c *workbook.Cell) string {
	if c.Kind == workbook.Date {
		if m, ok := c.Moment(); ok && m.Year > 1900 {
			return ocop.Date{Year: m.Year, Month: m.Month, Day: m.Day}.String()
		}
	}
	return c.Shown()
}

// AddGuests reads a guest list from a workbook into the plan's groups and
// gives what there is to say about it.
func AddGuests(ctx context.Context, s *ocop.Settings, path string) ([]ocop.Finding, error) {
	data, err := LoadFile(path)
	if err != nil {
		return nil, err
	}
	name := filepath.Base(path)
	book, err := workbook.Open(ctx, name, data, workbook.Options{})
	if err != nil {
		return nil, err
	}
	list, err := intake.ReadGuests(ctx, book, intake.Options{FileName: name})
	if err != nil {
		return nil, err
	}
	for _, f := range list.Findings {
		if f.Severity == ocop.Refuse {
			return nil, &Refused{Code: f.Code, Err: aboutFile(f, name)}
		}
	}
	plan.AddGuests(&s.Conference, list.Groups)
	return list.Findings, nil
}

// WritePlan writes a plan to start from: a commented TOML file, or a workbook
// with drop-downs and comments.
func WritePlan(path string, s ocop.Settings, lang message.Lang) error {
	if strings.EqualFold(filepath.Ext(path), ".xlsx") {
		err := durable.WriteFile(path, func(w io.Writer) error { return workbook.WriteForm(w, planForm(s, lang)) })
		return OutError(err, path)
	}
	return WriteFile(path, plan.Write(s))
}

func planForm(s ocop.Settings, lang message.Lang) (form workbook.Form) {
	for _, sheet := range plan.Form(s, lang) {
		out := workbook.FormSheet{Name: sheet.Name, Widths: sheet.Widths, Freeze: sheet.Freeze}
		for _, c := range sheet.Cells {
			cell := workbook.FormCell{At: c.At, To: c.To, Look: workbook.Look(c.Look), Comment: c.Comment, Choices: c.Choices}
			if c.Value != "" {
				cell.Value = c.Value
			}
			out.Cells = append(out.Cells, cell)
		}
		form.Sheets = append(form.Sheets, out)
	}
	return form
}
