package office

import (
	"cmp"
	"context"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"

	"ocoprint/internal/intake"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/papers"
	"ocoprint/internal/register"
)

// Batch is what a draft became: the certificates of its rows, new and already
// issued, in award order, with everything the papers need.
type Batch struct {
	Draft        *Draft
	Certificates []ocop.Certificate
	New          int // issued by this call
	Input        papers.Input
}

var unbalanced = message.Define("office-unbalanced",
	"Đọc {read} dòng nhưng chỉ giải thích được {told} dòng; không cấp số nào.",
	"{read} {read|row was|rows were} read but only {told} are accounted for; nothing was issued.").
	Hint("Đây là lỗi của chương trình: gửi tệp và thông báo này cho người phụ trách.", "This is a fault of the program: report it with the file.")

// Issue enters the draft in the register, once: numbers, frozen text and
// signatures in one transaction. Called again it issues nothing new.
func (o *Office) Issue(ctx context.Context, d *Draft) (*Batch, error) {
	if !d.Balanced() {
		told := len(d.Plan.New) + len(d.Plan.Already) + len(d.LeftOut)
		return nil, unbalanced.With("read", len(d.Import.Reading.Results), "told", told).Err()
	}
	b := &Batch{Draft: d, New: len(d.Plan.New)}
	byRow := map[[2]any]ocop.Certificate{}
	if len(d.Plan.New) > 0 {
		issued, err := o.issueNew(ctx, d)
		if err != nil {
			return nil, err
		}
		for i, c := range issued {
			byRow[rowOf(d.Plan.New[i].Result)] = c
		}
	}
	for _, k := range d.Plan.Already {
		byRow[rowOf(k.Result)] = k.Certificate
	}
	kept, err := o.kept(ctx, d, byRow)
	if err != nil {
		return nil, err
	}
	for _, c := range byRow {
		b.Certificates = append(b.Certificates, c)
	}
	slices.SortFunc(b.Certificates, func(x, y ocop.Certificate) int {
		return cmp.Or(cmp.Compare(x.Order, y.Order), cmp.Compare(x.Seq, y.Seq), cmp.Compare(x.ID, y.ID))
	})
	b.Input, err = o.batchInput(ctx, b, kept)
	return b, err
}

func rowOf(r ocop.Result) [2]any { return [2]any{r.Sheet, r.Row} }

func (o *Office) issueNew(ctx context.Context, d *Draft) ([]ocop.Certificate, error) {
	signer, err := o.Sealer(d.Settings.Authority, d.Plan.New[0].Certificate.IssuedOn)
	if err != nil {
		return nil, err
	}
	refs, err := o.keepLayout(ctx, d.Plan.Options.Layout, d.Settings.Ask)
	if err != nil {
		return nil, err
	}
	d.Plan.Options.Refs = refs
	if err := o.backupBeforeBatch(ctx); err != nil {
		return nil, err
	}
	return o.Register.Issue(ctx, d.Plan, signer)
}

// kept pairs every row with its certificate, in the file's order. A row counts
// as new when the register says that its certificate came from this file, so
// that running the same file again prints the same report.
func (o *Office) kept(ctx context.Context, d *Draft, byRow map[[2]any]ocop.Certificate) (kept []papers.Kept, err error) {
	for _, r := range d.Import.Reading.Results {
		c, ok := byRow[rowOf(r)]
		if !ok {
			continue
		}
		events, err := o.Register.History(ctx, c.ID)
		if err != nil {
			return nil, err
		}
		fromHere := len(events) > 0 && events[0].Source != nil && events[0].Source.File == r.File
		kept = append(kept, papers.Kept{Result: r, Certificate: c.ID, New: fromHere})
	}
	return kept, nil
}

// batchInput gathers what the papers print.
func (o *Office) batchInput(ctx context.Context, b *Batch, kept []papers.Kept) (papers.Input, error) {
	d := b.Draft
	in := o.input(ctx, d.Settings, b.Certificates, d.AsOf)
	in.Persons, in.Displays = map[string]papers.Person{}, map[string]papers.Stand{}
	for _, k := range kept {
		p := k.Result.Producer
		in.Persons[k.Certificate] = papers.Person{Representative: p.Representative, Phone: p.Phone}
		in.Displays[k.Certificate] = papers.Stand{Units: k.Result.Quantity, Booth: k.Result.Booth}
	}
	in.Reading = o.report(d, kept)
	var err error
	in.Reading.Checkpoint, err = o.batchCheckpoint(ctx, b.Certificates)
	return in, err
}

// input is what every paper has in common.
func (o *Office) input(ctx context.Context, s ocop.Settings, certs []ocop.Certificate, asOf ocop.Date) papers.Input {
	faces, _ := o.faces(ctx) // without its fonts a layout is refused by name
	return papers.Input{
		Settings: s, Certificates: certs, AsOf: asOf, Sample: sampleOf(s),
		Layouts: o.layouts(ctx), PrintedID: printedID,
		Faces: faces, Pictures: keptPictures{o.Register},
	}
}

// report is how the workbook became certificates.
func (o *Office) report(d *Draft, kept []papers.Kept) papers.Reading {
	r := d.Import.Reading
	rep := papers.Reading{
		File: d.Import.Name, SHA256: r.SHA256, Rows: len(r.Results),
		Kept: kept, LeftOut: d.LeftOut, Findings: d.Findings, Facts: reportFacts(r),
	}
	for _, t := range r.Tables {
		if !slices.Contains(rep.Sheets, t.Sheet) {
			rep.Sheets = append(rep.Sheets, t.Sheet)
		}
	}
	for _, t := range r.Totals {
		f := papers.FooterCheck{
			Text: t.Text, Source: ocop.Source{Sheet: t.Sheet, Cell: t.Cell, From: "line"},
			Products: stated(t.Products), Producers: stated(t.Producers),
		}
		f.Counted.Products, f.Counted.Producers = t.ReadProducts, t.ReadProducers
		rep.Footers = append(rep.Footers, f)
	}
	return rep
}

func stated(n int) int {
	if n == 0 {
		return -1
	}
	return n
}

var (
	factDecision = message.Define("office-fact-decision", "Quyết định", "Decision")
	factDate     = message.Define("office-fact-date", "Ngày quyết định", "Date of the decision")
	factRound    = message.Define("office-fact-round", "Đợt", "Round")
	factYear     = message.Define("office-fact-year", "Năm", "Year")
)

// Fact is one value that holds for the whole file, and where it was read.
type Fact struct {
	Name   *message.Text
	Value  string
	Source ocop.Source
}

// Facts are the values that hold for the whole file, and where each was read.
func Facts(r *intake.Reading) (list []Fact) {
	c := r.Context
	add := func(name *message.Text, value string, src ocop.Source) {
		if value != "" {
			list = append(list, Fact{name, value, src})
		}
	}
	add(factDecision, c.Decision.Number, c.DecisionFrom)
	add(factDate, c.Decision.Date.String(), c.DecisionFrom)
	if c.Round.No > 0 {
		add(factRound, fmt.Sprint(c.Round.No), c.RoundFrom)
	}
	if c.Round.Year > 0 {
		add(factYear, fmt.Sprint(c.Round.Year), c.YearFrom)
	}
	return list
}

// reportFacts are the facts in the language of the papers.
func reportFacts(r *intake.Reading) (list []papers.Fact) {
	for _, f := range Facts(r) {
		list = append(list, papers.Fact{Name: f.Name.In(message.Vi), Value: f.Value, Source: f.Source})
	}
	return list
}

// batchCheckpoint is the journal's head as it stood when the last certificate
// of the batch was entered: the same whenever the report is printed again.
func (o *Office) batchCheckpoint(ctx context.Context, certs []ocop.Certificate) (string, error) {
	var last int64
	for _, c := range certs {
		item, err := o.Register.Get(ctx, c.ID, ocop.Date{})
		if err != nil {
			return "", err
		}
		last = max(last, item.Entry)
	}
	if last == 0 {
		return "", nil
	}
	short := ""
	err := o.Register.Store().View(ctx, func(tx register.Tx) error {
		e, ok, err := tx.Entry(last)
		if err == nil && ok {
			short = fmt.Sprintf("%d-%s", e.Seq, hex.EncodeToString(e.Hash)[:16])
		}
		return err
	})
	return short, err
}

// folderName is the base name of a file without its extension.
func folderName(name string) string {
	base := filepath.Base(name)
	return base[:len(base)-len(filepath.Ext(base))]
}
