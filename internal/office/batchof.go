package office

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"ocoprint/internal/durable"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/papers"
	"ocoprint/internal/register"
	"ocoprint/internal/workbook"
)

var nothingChosen = message.Define("office-nothing-chosen", "Không có giấy chứng nhận nào như đã chọn trong sổ.", "No certificate in the register is as chosen.").
	Hint("Xem sổ bằng “ocoprint register list”, hoặc bỏ bớt điều kiện.", "See “ocoprint register list”, or drop a condition.")

// BatchOf gathers certificates from the register for papers: what is printed
// is the frozen text, never a workbook.
func (o *Office) BatchOf(ctx context.Context, f register.Filter, s ocop.Settings, asOf ocop.Date) (*Batch, error) {
	b := &Batch{}
	var items []register.Item
	for it, err := range o.Register.All(ctx, f) {
		if err != nil {
			return nil, err
		}
		items = append(items, it)
	}
	kept, err := o.Register.PersonalsOf(ctx, items)
	if err != nil {
		return nil, err
	}
	b.Certificates = make([]ocop.Certificate, len(items))
	persons, standings := make(map[string]papers.Person, len(items)), make(map[string]papers.Standing, len(items))
	for i, it := range items {
		b.Certificates[i] = it.Certificate
		if p := kept[i]; p.Representative+p.Phone != "" {
			persons[it.ID] = papers.Person{Representative: p.Representative, Phone: p.Phone}
		}
		standings[it.ID] = papers.Standing{Status: it.Status, HandedOver: it.HandedOver}
	}
	if len(b.Certificates) == 0 {
		return nil, nothingChosen.Err()
	}
	if s.Authority.Name == "" {
		s.Authority, s.Signatory = b.Certificates[0].Authority, b.Certificates[0].Signatory
	}
	b.Input = o.input(ctx, s, b.Certificates, asOf)
	b.Input.Persons, b.Input.Standings = persons, standings
	return b, nil
}

// Export writes certificates as a workbook without personal data and gives
// their number.
func (o *Office) Export(ctx context.Context, f register.Filter, out string) (n int, err error) {
	s, _, err := o.Register.Settings(ctx)
	if err != nil {
		return 0, err
	}
	b, err := o.BatchOf(ctx, f, s, f.AsOf)
	if err != nil {
		return 0, err
	}
	b.Input.Persons = nil
	t := papers.PublicList.Table(b.Input)
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return 0, OutError(err, out)
	}
	err = durable.WriteFile(out, func(w io.Writer) error { return workbook.WriteTable(w, sheetOf(t)) })
	return len(b.Certificates), OutError(err, out)
}
