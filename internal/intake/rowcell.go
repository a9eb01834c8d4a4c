package intake

import (
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/workbook"
)

// get reads a field with the checks that hold for every cell: error values,
// formulas without a value, ditto marks. bad reports that it was found so.
func (row *rowState) get(f ocop.Field, ditto bool) (v value, bad bool) {
	t := row.rr.t
	v = t.value(row.r.Row, f)
	if v.ref == "" {
		return v, false
	}
	if row.broken(f, v) {
		return v, true
	}
	if ditto && v.filled && isDitto(v.text) {
		above, ok := row.rr.above[f]
		if !ok || !above.filled {
			v.filled = false
			return v, false
		}
		row.add(dittoFilled, f, v, "value", v.text, "filled", above.text)
		above.ditto, above.ref, above.vertical = v.text, v.ref, false
		v = above
	} else if ditto && !v.filled && v.text != "" && isDitto(v.text) {
		v.filled = false
	}
	if v.filled {
		row.source(f, v)
	}
	return v, false
}

func (row *rowState) source(f ocop.Field, v value) {
	from := "column"
	if v.given {
		from = "answer"
	}
	ref := v.ref
	if v.cell != nil && v.ditto == "" {
		ref = v.cell.Name()
	}
	row.r.Cells[f] = ocop.Source{Sheet: row.r.Sheet, Cell: ref, From: from}
}

// broken finds cells that hold an error or a formula that nobody calculated.
func (row *rowState) broken(f ocop.Field, v value) bool {
	c := v.cell
	if c == nil || v.given {
		return false
	}
	switch {
	case c.Kind == workbook.Error && strings.Contains(strings.ToUpper(c.Raw), "REF"):
		row.add(cellBroken, f, v, "value", c.Raw)
	case c.Kind == workbook.Error:
		row.add(cellError, f, v, "value", c.Raw)
	case c.Kind == workbook.Text && errorText(c.Raw):
		if c.Raw == "#REF!" {
			row.add(cellBroken, f, v, "value", c.Raw)
		} else {
			row.add(cellError, f, v, "value", c.Raw)
		}
	case c.IsFormula() && (!c.HasValue || nought(f, c)):
		row.add(formulaNoValue, f, v)
	default:
		return false
	}
	row.mark(f)
	return true
}

// nought reports a stored 0 where none can be: programs that write formulas
// without calculating them store it (XlsxWriter always, LibreOffice in .xls).
func nought(f ocop.Field, c *workbook.Cell) bool {
	if (c.Kind != workbook.Number || c.Number != 0) && (c.Kind != workbook.Text || strings.TrimSpace(c.Raw) != "0") {
		return false
	}
	switch f {
	case ocop.FieldProduct, ocop.FieldProducer, ocop.FieldCommune, ocop.FieldScore, ocop.FieldStars, ocop.FieldRound, ocop.FieldYear:
		return true
	}
	return false
}

// errorText reports an error value that was pasted as text.
func errorText(s string) bool {
	switch strings.TrimSpace(s) {
	case "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "Err:502", "Err:504", "Err:508", "#SPILL!", "#CALC!", "Err:522", "#Err", "########", "#####", "######":
		return true
	}
	return false
}

func (row *rowState) mark(f ocop.Field) {
	if row.bad == nil {
		row.bad = map[ocop.Field]bool{}
	}
	row.bad[f] = true
}
