package office

import (
	"context"
	"fmt"
	"io"
	"slices"

	"ocoprint/internal/durable"
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/papers"
	"ocoprint/internal/pdf"
)

// A proof (bản in thử) shows how a draft would look before anything is issued:
// the oddest rows, one page each, and how every text fits.

// ProofOptions say what a proof shows.
type ProofOptions struct {
	Out  string // the PDF
	Grid bool
	Most int // rows shown; 0: 10
}

// ProofReport is what a proof found.
type ProofReport struct {
	Pages int
	Rows  []ocop.Result   // shown, oddest first
	Fits  []layout.Fitted // every text of every row, worst first; Row is an index into Draft.Plan.New and then Already
	Held  int             // rows that are not shown because they wait for a person
}

// mostOdd is how many rows a proof shows when nothing was said.
const mostOdd = 10

var (
	proofEmpty = message.Define("office-proof-empty", "Không có dòng nào để in thử.", "There is no row to proof.").
			Hint("Xem các dòng bị giữ bằng “ocoprint check”, hoặc bỏ bớt điều kiện --stars, --round.",
			"See the held rows with “ocoprint check”, or drop --stars or --round.")
	proofFile = message.Define("office-proof-file", "Bản in thử", "Proof")
)

// ProofDraft writes the oddest rows of a draft as a proof. Nothing is issued.
func (o *Office) ProofDraft(ctx context.Context, d *Draft, opt ProofOptions) (*ProofReport, error) {
	in, rows, err := o.drafted(ctx, d)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, proofEmpty.Err()
	}
	in.Output, in.Grid = layout.Proof, opt.Grid
	batch, problems := papers.NewBatch(in)
	if worst := layout.Errors(problems); len(worst) > 0 {
		return nil, paperRefused.With("paper", proofFile, "reason", worst[0].Message).Err()
	}
	if opt.Most == 0 {
		opt.Most = mostOdd
	}
	rep := &ProofReport{Fits: batch.FitReport(), Held: d.HeldRows()}
	var pages []layout.Page
	for _, i := range batch.Oddest(opt.Most) {
		drawn, problems := batch.Pages(i)
		if worst := layout.Errors(problems); len(worst) > 0 {
			return nil, worst[0].Err()
		}
		pages, rep.Rows = append(pages, drawn...), append(rep.Rows, rows[i])
	}
	rep.Pages = len(pages)
	err = durable.WriteFile(opt.Out, func(w io.Writer) error {
		return pdf.Write(ctx, w, slices.Values(pages), pdf.Options{Title: proofFile.With().In(message.Vi), Faces: in.Faces, Files: o.pictures()})
	})
	return rep, OutError(err, opt.Out)
}

// drafted gives the certificates of a draft as they would be issued, the codes
// included, each with its row.
func (o *Office) drafted(ctx context.Context, d *Draft) (in papers.Input, rows []ocop.Result, err error) {
	var certs []ocop.Certificate
	var kept []papers.Kept
	if len(d.Plan.New) > 0 {
		signer, err := o.Sealer(d.Settings.Authority, d.Plan.New[0].Certificate.IssuedOn)
		if err != nil {
			return in, nil, err
		}
		for i, p := range d.Plan.New {
			c := p.Certificate
			if c.ID == "" {
				c.ID = fmt.Sprintf("?-%d", i)
			}
			sealed, err := signer.Seal(p.Certificate)
			if err != nil {
				return in, nil, err
			}
			c.Payload, c.Identity, c.Code, c.URL = sealed.Payload, sealed.Identity, sealed.Code, sealed.URL
			certs, rows = append(certs, c), append(rows, p.Result)
			kept = append(kept, papers.Kept{Result: p.Result, Certificate: c.ID, New: true})
		}
	}
	for _, k := range d.Plan.Already {
		certs, rows = append(certs, k.Certificate), append(rows, k.Result)
		kept = append(kept, papers.Kept{Result: k.Result, Certificate: k.Certificate.ID})
	}
	in = o.input(ctx, d.Settings, certs, d.AsOf)
	in.Reading.File, in.Reading.Kept = d.Import.Name, kept
	return in, rows, nil
}

// PlaceOf names the row of a result as the clerk sees it.
func PlaceOf(r ocop.Result) message.Message { return place(r) }
