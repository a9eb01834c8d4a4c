package main

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
)

type proofFlags struct {
	reading
	stars, round, year int
	plan, out          string
	grid               bool
	rows               int
}

var (
	proofWritten = message.Define("cli-proof-written",
		"Đã ghi {file}: {pages} trang, những dòng khó in nhất trong {all}. Chưa cấp số nào.",
		"{file} is written: {pages} pages, the oddest of {all} rows. Nothing was issued.")
	proofHeld  = message.Define("cli-proof-held", "{n} dòng bị giữ không có trong bản in thử; xem “ocoprint check”.", "{n} held rows are not on the proof; see “ocoprint check”.")
	proofFits  = message.Define("cli-proof-fits", "Chữ trong ô, kém nhất trước:", "How texts fit, worst first:")
	proofWhole = message.Define("cli-proof-whole", "Mọi chữ vừa ô ở cỡ đầy đủ.", "Every text fits at its full size.")
	proofLine  = message.Define("cli-proof-line", "{place}: ô {box} – {lines} dòng, cỡ {size} trên {full} pt – “{text}”",
		"{place}: box {box} – {lines} lines, {size} of {full} pt – “{text}”")
)

func proofVerb(g *globals) *cobra.Command {
	f := &proofFlags{}
	c := &cobra.Command{
		Use:     "proof TỆP.xlsx",
		Aliases: []string{"in-thu"},
		Short:   "In thử trước khi cấp: những dòng khó in nhất và báo cáo chữ vừa ô",
		Long: `Lập bản dự kiến của tệp, in thử mười dòng khó nhất (tên dài nhất, chữ nhỏ nhất, nhiều
dòng nhất, chữ lạ), mỗi dòng một trang, và liệt kê chữ phải thu nhỏ, kém nhất trước.
Không cấp số nào, không ghi gì vào sổ.

Drafts the file and proofs its oddest rows, one page each, with a report of how
texts fit, worst first. Nothing is issued.`,
		Example: "  ocoprint proof phu-luc.xlsx --plan ke-hoach.toml --grid --out in-thu.pdf",
		Args:    argsOf(cobra.ExactArgs(1)),
		RunE:    func(c *cobra.Command, args []string) error { return g.proof(c.Context(), args[0], f) },
	}
	c.Flags().IntVar(&f.stars, "stars", 3, "hạng sao cần in; 0: mọi hạng / stars to print")
	c.Flags().IntVar(&f.round, "round", 2, "đợt cần in; 0: mọi đợt / round to print")
	c.Flags().IntVar(&f.year, "year", 0, "năm của đợt; bỏ trống: năm mà tệp ghi / year of the round")
	c.Flags().StringVar(&f.plan, "plan", "", "tệp kế hoạch hội nghị (.toml hoặc .xlsx) / conference plan")
	c.Flags().StringVar(&f.out, "out", "in-thu.pdf", "tệp PDF kết quả / output file")
	c.Flags().BoolVar(&f.grid, "grid", false, "vẽ lưới 10 mm / draw a 10 mm grid")
	c.Flags().IntVar(&f.rows, "rows", 10, "số dòng in thử / rows shown")
	f.bind(c)
	return c
}

func (g *globals) proof(ctx context.Context, file string, f *proofFlags) error {
	read, err := f.options(g)
	if err != nil {
		return err
	}
	data, err := office.LoadFile(file)
	if err != nil {
		return err
	}
	return g.withOffice(ctx, false, func(o *office.Office) error {
		settings, err := g.settings(ctx, o, f.plan)
		if err != nil {
			return err
		}
		imp, err := o.Read(ctx, filepath.Base(file), data, read)
		if err != nil {
			return err
		}
		if err := imp.Refused(); err != nil {
			return err
		}
		draft, err := o.Draft(ctx, imp, office.DraftOptions{
			Selection: ocop.Selection{Stars: ocop.Stars(f.stars), Round: ocop.Round{No: f.round, Year: f.year}},
			Settings:  settings, AsOf: g.asOf.Date,
		})
		if err != nil {
			return err
		}
		rep, err := o.ProofDraft(ctx, draft, office.ProofOptions{Out: f.out, Grid: f.grid, Most: f.rows})
		if err != nil {
			g.tellHeld(draft)
			return err
		}
		if g.json {
			err = g.proofJSON(draft, rep, f.out)
		} else {
			g.tellProof(draft, rep, f.out)
		}
		if err == nil && rep.Held > 0 {
			return exitCode(exitHeld)
		}
		return err
	})
}

// draftRow is the row behind an index of the fit report.
func draftRow(d *office.Draft, i int) ocop.Result {
	if i < len(d.Plan.New) {
		return d.Plan.New[i].Result
	}
	return d.Plan.Already[i-len(d.Plan.New)].Result
}

func (g *globals) tellProof(d *office.Draft, rep *office.ProofReport, out string) {
	g.t.say(proofWritten.With("file", out, "pages", rep.Pages, "all", len(d.Plan.New)+len(d.Plan.Already)))
	if rep.Held > 0 {
		g.t.say(proofHeld.With("n", rep.Held))
	}
	const most = 20
	told := 0
	for _, f := range rep.Fits {
		if f.Fits && f.Alone > f.FullSize*0.995 || told == most {
			break
		}
		if told == 0 {
			g.t.say(proofFits.With())
		}
		told++
		r := draftRow(d, f.Row)
		place := office.PlaceOf(r)
		g.t.printf("  %s\n", proofLine.With("place", place, "box", f.Box, "lines", f.Lines, "size", points(f.Size), "full", points(f.FullSize), "text", f.Text).In(g.t.lang()))
	}
	if told == 0 {
		g.t.say(proofWhole.With())
	}
}

func points(x float64) string { return fmt.Sprintf("%g", float64(int(x*10+0.5))/10) }

// proofJSON is the whole fit report for programs, worst first.
func (g *globals) proofJSON(d *office.Draft, rep *office.ProofReport, out string) error {
	type fit struct {
		Sheet    string  `json:"sheet"`
		Row      int     `json:"row"`
		Product  string  `json:"product"`
		Box      string  `json:"box"`
		Lines    int     `json:"lines"`
		Size     float64 `json:"size_pt"`
		FullSize float64 `json:"full_size_pt"`
		Alone    float64 `json:"alone_pt"` // without the even size of the batch
		Fits     bool    `json:"fits"`
		Text     string  `json:"text"`
	}
	type shown struct {
		Sheet string `json:"sheet"`
		Row   int    `json:"row"`
	}
	answer := struct {
		Out   string  `json:"out"`
		Pages int     `json:"pages"`
		Held  int     `json:"held"`
		Shown []shown `json:"shown"`
		Fits  []fit   `json:"fits"`
	}{Out: out, Pages: rep.Pages, Held: rep.Held, Shown: []shown{}, Fits: []fit{}}
	for _, r := range rep.Rows {
		answer.Shown = append(answer.Shown, shown{r.Sheet, r.Row})
	}
	for _, f := range rep.Fits {
		r := draftRow(d, f.Row)
		answer.Fits = append(answer.Fits, fit{r.Sheet, r.Row, r.Product.Name, f.Box, f.Lines, f.Size, f.FullSize, f.Alone, f.Fits, f.Text})
	}
	enc := json.NewEncoder(g.t)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(answer)
}
