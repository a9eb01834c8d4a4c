package office

import (
	"context"
	"slices"
	"strings"

	"ocoprint/internal/intake"
	"ocoprint/internal/ocop"
	"ocoprint/internal/workbook"
)

// RowCell is one cell of a result's row: what the file says, and what counts.
type RowCell struct {
	Field   ocop.Field
	Heading string
	Cell    string // B13
	File    string // as the file shows it
	Now     string // as it counts: the file's, or a person's correction
	Fixed   bool
}

// byHand is the code of a cell that a person corrected: CELL@Sheet!B13=value.
const byHand = "CELL"

// RowCells lists the cells of a row that a person may correct. It is empty for
// a row that is in no table.
func RowCells(imp *Import, sheet string, row int) (cells []RowCell) {
	i := slices.IndexFunc(imp.Reading.Tables, func(t intake.Table) bool {
		return t.Sheet == sheet && t.FirstRow <= row && row <= t.LastRow
	})
	book := imp.Book.Sheet(sheet)
	if i < 0 || book == nil {
		return nil
	}
	result := slices.IndexFunc(imp.Reading.Results, func(r ocop.Result) bool { return r.Sheet == sheet && r.Row == row })
	for _, col := range imp.Reading.Tables[i].Columns {
		if col.Field == "" || col.Field == ocop.FieldNo {
			continue
		}
		c := RowCell{Field: col.Field, Heading: col.Heading, Cell: workbook.CellName(row, col.Col)}
		if at := book.Top(row, col.Col); at != nil {
			c.File = strings.TrimSpace(at.Shown())
		}
		c.Now = c.File
		if result >= 0 {
			if said := textOf(imp.Reading.Results[result], col.Field); said != "" {
				c.Now = said
			}
		}
		for _, a := range slices.Backward(imp.Answers) { // the newest stands first
			if a.Sheet == sheet && a.Cell == c.Cell && a.Code == byHand {
				c.Now, c.Fixed = a.Value, true
			}
		}
		cells = append(cells, c)
	}
	return cells
}

// textOf is what a result says of a field, in clean letters.
func textOf(r ocop.Result, f ocop.Field) string {
	switch f {
	case ocop.FieldProduct:
		return r.Product.Name
	case ocop.FieldProducer:
		return r.Producer.Name
	case ocop.FieldAddress:
		return r.Producer.Address
	case ocop.FieldCommune:
		return r.Producer.Commune
	case ocop.FieldGroup:
		return r.Product.Group
	case ocop.FieldRepresentative:
		return r.Producer.Representative
	case ocop.FieldPack:
		return r.Product.Pack
	case ocop.FieldUnit:
		return r.Product.Unit
	case ocop.FieldNote:
		return r.Note
	}
	return ""
}

// FixCell is the answer that corrects a cell by hand.
func FixCell(sheet, cell, value string) intake.Answer {
	return intake.Answer{Code: byHand, Sheet: sheet, Cell: cell, Value: value}
}

// MapColumn is the answer that says what a column holds; no field takes it out
// of use.
func MapColumn(sheet, cell string, f ocop.Field) intake.Answer {
	a := intake.Answer{Code: "COLUMN", Sheet: sheet, Cell: cell, Value: string(f)}
	if f == "" {
		a.Value = "-"
	}
	return a
}

// TakeBack drops an answer that was given to a file, as if it had never been.
func (o *Office) TakeBack(ctx context.Context, data []byte, code, sheet, cell string) error {
	key := answersKey(data)
	all, err := o.answers(ctx, key)
	if err != nil {
		return err
	}
	left := slices.DeleteFunc(all, func(a intake.Answer) bool { return a.Code == code && a.Sheet == sheet && a.Cell == cell })
	return o.rememberAnswers(ctx, key, left)
}
