package main

import (
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"ocoprint/internal/intake"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
	"ocoprint/internal/viet"
	"ocoprint/internal/workbook"
)

type runFlags struct {
	reading
	stars     int
	round     int
	year      int
	plan      string
	guests    string
	out       string
	only      []string
	draft     bool
	noSingles bool
	press     pressFlags
}

// reading are the flags of every verb that reads a workbook.
type reading struct {
	answers      []string
	passwordFile string
}

func (r *reading) bind(c *cobra.Command) {
	c.Flags().StringArrayVar(&r.answers, "answer", nil, "trả lời câu hỏi: MÃ[@Trang!Ô]=có|không|GIÁ TRỊ, ví dụ ROUND_UNKNOWN=2/2023")
	c.Flags().StringVar(&r.passwordFile, "password-file", "", "tệp chứa mật khẩu mở tệp Excel / file with the workbook's password")
}

// options turns the flags into the options of reading a workbook.
func (r *reading) options(g *globals) (office.ReadOptions, error) {
	opt := office.ReadOptions{AsOf: g.asOf.Date}
	for _, s := range r.answers {
		a, err := intake.ParseAnswer(s)
		if err != nil {
			return opt, misuse{err}
		}
		opt.Answers = append(opt.Answers, a)
	}
	if r.passwordFile != "" {
		p, err := readPassphrase(r.passwordFile)
		if err != nil {
			return opt, err
		}
		opt.Password = string(p)
	}
	return opt, nil
}

func runVerb(g *globals) *cobra.Command {
	f := &runFlags{}
	c := &cobra.Command{
		Use:     "run TỆP.xlsx",
		Aliases: []string{"chay", "in"},
		Short:   "Đọc tệp kết quả, vào sổ, in giấy chứng nhận và giấy tờ hội nghị",
		Long: `Đọc tệp kết quả kèm quyết định, giữ sản phẩm được công nhận (mặc định 3 sao, đợt 2),
vào sổ mỗi giấy đúng một lần và ghi các tệp PDF, Excel vào thư mục kết quả.
Dòng có lỗi hay cần hỏi được giữ lại và liệt kê; các dòng khác vẫn in. Chạy lại
cùng một tệp không cấp thêm số nào và cho đúng các tệp ấy.

Reads the results, keeps what was granted, enters each certificate once and
writes the papers. Exit code 3 when a row is held or the file is refused.`,
		Example: "  ocoprint run phu-luc.xlsx --plan ke-hoach.toml --as-of 2023-12-19",
		Args:    argsOf(cobra.ExactArgs(1)),
		RunE:    func(c *cobra.Command, args []string) error { return g.run(c.Context(), args[0], f) },
	}
	c.Flags().IntVar(&f.stars, "stars", 3, "hạng sao cần in; 0: mọi hạng / stars to print")
	c.Flags().IntVar(&f.round, "round", 2, "đợt cần in; 0: mọi đợt / round to print")
	c.Flags().IntVar(&f.year, "year", 0, "năm của đợt; bỏ trống: năm mà tệp ghi / year of the round")
	c.Flags().StringVar(&f.plan, "plan", "", "tệp kế hoạch hội nghị (.toml hoặc .xlsx) / conference plan")
	c.Flags().StringVar(&f.guests, "guests", "", "danh sách đại biểu (.xlsx) / guest list")
	c.Flags().StringVar(&f.out, "out", "", "thư mục kết quả / output folder")
	c.Flags().StringSliceVar(&f.only, "papers", nil, "giấy tờ cần in, hoặc all; xem “ocoprint papers”")
	c.Flags().BoolVar(&f.draft, "draft", false, "chỉ lập bản dự kiến, không cấp số / draft only, issue nothing")
	c.Flags().BoolVar(&f.noSingles, "no-singles", false, "không ghi mỗi giấy một tệp / no file for each certificate")
	f.press.bind(c)
	f.bind(c)
	return c
}

func (g *globals) run(ctx context.Context, file string, f *runFlags) error {
	read, err := f.options(g)
	if err != nil {
		return err
	}
	if err := f.press.check(); err != nil {
		return err
	}
	data, err := office.LoadFile(file)
	if err != nil {
		return err
	}
	out := f.out
	if out == "" {
		out = office.OutFolder(file)
	}
	return g.withOffice(ctx, false, func(o *office.Office) error {
		settings, err := g.settings(ctx, o, f.plan)
		if err != nil {
			return err
		}
		if f.guests != "" {
			findings, err := office.AddGuests(ctx, &settings, f.guests)
			if err != nil {
				return err
			}
			for _, find := range findings {
				g.t.note(find.Message)
			}
		}
		press, err := f.press.press(ctx, g, o)
		if err != nil {
			return err
		}
		rep, err := o.Run(ctx, office.RunOptions{
			Name: filepath.Base(file), Data: data, Read: read, Remember: f.plan != "", DraftOnly: f.draft,
			Draft: office.DraftOptions{
				Selection: ocop.Selection{Stars: ocop.Stars(f.stars), Round: ocop.Round{No: f.round, Year: f.year}},
				Settings:  settings, AsOf: g.asOf.Date,
			},
			Print: office.PrintOptions{Out: out, Only: f.only, Singles: !f.noSingles, Press: press, Progress: g.stages()},
		})
		if rep != nil && rep.Draft != nil {
			if g.json {
				err = errors.Join(err, g.runJSON(rep, out))
			} else {
				g.tellRun(rep, out)
			}
		}
		if err != nil {
			return err
		}
		if rep.Draft.HeldRows() > 0 {
			return exitCode(exitHeld)
		}
		return nil
	})
}

// stages shows the progress of each stage of the work.
func (g *globals) stages() func(stage string, done, total int) {
	var now string
	var bar func(done, total int)
	return func(stage string, done, total int) {
		if stage != now {
			now, bar = stage, g.t.progress(stage)
		}
		bar(done, total)
	}
}

// isRefusal reports whether an error is a file that was refused.
func isRefusal(err error) bool {
	var refused *office.Refused
	var bad refusal
	return workbook.CodeOf(err) != "" || errors.As(err, &refused) || errors.As(err, &bad)
}

// Sentences of the report of a run.
var (
	runIssued = message.Define("run-issued",
		"Vào sổ: {new} giấy mới, {already} giấy đã cấp từ trước. Tổng cộng {products}.",
		"Entered: {new} new, {already} issued before. In all {products}.")
	runDrafted = message.Define("run-drafted",
		"Bản dự kiến: sẽ cấp {new} giấy mới ({numbers}), {already} giấy đã cấp từ trước. Chưa cấp số nào.",
		"Draft: {new} would be new ({numbers}), {already} issued before. Nothing was issued.")
	runHeld   = message.Define("run-held", "Giữ lại {n} dòng, cần xem:", "{n} rows are held and need a look:")
	runFiles  = message.Define("run-files", "Đã ghi vào {dir}:", "Written to {dir}:")
	runPages  = message.Define("run-pages", "{title} ({n} trang)", "{title} ({n} pages)")
	runVanish = message.Define("run-vanished", "Chú ý: {n} giấy đã cấp của quyết định này không còn trong tệp (không tự thu hồi): {ids}",
		"Note: {n} certificates of this decision are no longer in the file (none is revoked by itself): {ids}")
	runSource = message.Define("run-source", "{name}: {value} — lấy từ {where}", "{name}: {value} — from {where}")
)

func (g *globals) tellRun(rep *office.RunReport, out string) {
	t, d := g.t, rep.Draft
	t.say(d.Chosen.Summary)
	for _, f := range office.Facts(d.Import.Reading) {
		t.say(runSource.With("name", f.Name, "value", f.Value, "where", office.Where(f.Source)))
	}
	if rep.Batch == nil {
		t.say(runDrafted.With("new", len(d.Plan.New), "already", len(d.Plan.Already), "numbers", numberSpan(d)))
	} else {
		t.say(runIssued.With("new", rep.Batch.New, "already", len(d.Plan.Already), "products", counted(rep.Batch.Certificates)))
	}
	if n := len(d.Plan.Vanished); n > 0 {
		var ids []string
		for _, c := range d.Plan.Vanished {
			ids = append(ids, c.ID)
		}
		t.say(runVanish.With("n", n, "ids", strings.Join(ids, ", ")))
	}
	g.tellHeld(d)
	if len(rep.Files) > 0 {
		t.say(runFiles.With("dir", out))
		for _, f := range rep.Files {
			title := f.Title
			if f.Pages > 0 && strings.HasSuffix(f.Name, ".pdf") {
				title = runPages.With("title", f.Title, "n", f.Pages)
			}
			t.printf("  %-26s %s\n", f.Name, title.In(t.lang()))
		}
		g.tellWarnings(rep.Files)
	}
}

// tellHeld lists the rows that wait for a person, each with its way out.
func (g *globals) tellHeld(d *office.Draft) {
	held := d.HeldFindings()
	if len(held) == 0 {
		return
	}
	g.t.say(runHeld.With("n", d.HeldRows()))
	for _, f := range held {
		g.t.printf("  %s %s\n", g.severity(f.Severity), f.Message.In(g.t.lang()))
		if hint := f.Message.HintIn(g.t.lang()); hint != "" {
			g.t.printf("      → %s\n", hint)
		}
	}
}

func counted(certs []ocop.Certificate) string {
	producers := map[string]bool{}
	for _, c := range certs {
		producers[viet.Key(c.Producer.Name)] = true
	}
	return viet.ProductsOf(len(certs), len(producers))
}

func numberSpan(d *office.Draft) string {
	if len(d.Plan.New) == 0 {
		return "–"
	}
	first, last := d.Plan.New[0].Certificate.Number, d.Plan.New[len(d.Plan.New)-1].Certificate.Number
	if first == last {
		return first
	}
	return first + " … " + last
}

// runJSON is the report for programs.
func (g *globals) runJSON(rep *office.RunReport, out string) error {
	type held struct {
		Sheet string `json:"sheet"`
		Row   int    `json:"row"`
		Cell  string `json:"cell,omitempty"`
		Code  string `json:"code"`
		Sev   string `json:"severity"`
		Text  string `json:"text"`
	}
	var answer struct {
		Read     int           `json:"read"`
		New      int           `json:"new"`
		Already  int           `json:"already"`
		LeftOut  int           `json:"left_out"`
		Held     []held        `json:"held"`
		Numbers  []string      `json:"numbers"`
		IDs      []string      `json:"ids"`
		Out      string        `json:"out"`
		Files    []string      `json:"files"`
		Summary  string        `json:"summary"`
		Decision ocop.Decision `json:"decision"`
	}
	d := rep.Draft
	answer.Read, answer.Already, answer.LeftOut = len(d.Import.Reading.Results), len(d.Plan.Already), len(d.LeftOut)
	answer.Out, answer.Summary = out, d.Chosen.Summary.In(g.t.lang())
	answer.Decision = d.Import.Reading.Context.Decision
	answer.Held = []held{}
	for _, f := range d.HeldFindings() {
		answer.Held = append(answer.Held, held{f.Sheet, f.Row, f.Cell, f.Code, string(f.Severity), f.Message.In(g.t.lang())})
	}
	if rep.Batch != nil {
		answer.New = rep.Batch.New
		for _, c := range rep.Batch.Certificates {
			answer.Numbers, answer.IDs = append(answer.Numbers, c.Number), append(answer.IDs, c.ID)
		}
	}
	for _, f := range rep.Files {
		answer.Files = append(answer.Files, f.Name)
	}
	enc := json.NewEncoder(g.t)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(answer)
}
