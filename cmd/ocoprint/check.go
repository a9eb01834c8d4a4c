package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/fatih/color"
	"github.com/spf13/cobra"

	"ocoprint/internal/durable"
	"ocoprint/internal/intake"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
	"ocoprint/internal/workbook"
)

type checkFlags struct {
	reading
	annotate string
	diff     string
}

var annotateOne = message.Define("check-annotate-one", "--annotate và --diff chỉ dùng với một tệp.", "--annotate and --diff take one file.").
	Hint("Chạy riêng cho từng tệp.", "Run it for each file.")

func checkVerb(g *globals) *cobra.Command {
	f := &checkFlags{}
	c := &cobra.Command{
		Use:     "check TỆP…",
		Aliases: []string{"kiem-tra"},
		Short:   "Kiểm tra tệp kết quả: đọc được gì, thiếu gì, sai ở ô nào; không cấp số",
		Long: `Đọc tệp và nói: cột nào hiểu là gì, đợt và quyết định lấy từ ô nào, bao nhiêu dòng
theo đợt và hạng sao, và từng lỗi ở ô nào. --annotate ghi một bản của chính tệp
ấy có tô màu và ghi chú tại ô. Không cần sổ cấp và không cấp số nào.

Exit code 0 clean or with warnings, 3 when a file is refused or a row is held.`,
		Args: argsOf(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error { return g.check(c.Context(), args, f) },
	}
	c.Flags().StringVar(&f.annotate, "annotate", "", "ghi bản có đánh dấu ra tệp .xlsx này / write a marked copy")
	c.Flags().StringVar(&f.diff, "diff", "", "so với tệp đã nhập trước / compare with an earlier file")
	f.bind(c)
	return c
}

func (g *globals) check(ctx context.Context, files []string, f *checkFlags) error {
	if len(files) > 1 && (f.annotate != "" || f.diff != "") {
		return misuse{annotateOne.Err()}
	}
	opt, err := f.options(g)
	if err != nil {
		return err
	}
	reports := map[string]intake.FileReport{}
	worst := exitDone
	for _, file := range files {
		imp, err := g.readOne(ctx, file, opt)
		switch {
		case errors.Is(err, context.Canceled):
			return err
		case err != nil && isRefusal(err):
			worst = max(worst, exitHeld)
			reports[filepath.Base(file)] = intake.RefusedReport(err)
			if !g.json {
				g.t.printf("%s\n", filepath.Base(file))
				_ = g.t.flush()
				g.t.fail(err)
			}
			continue
		case err != nil:
			return err
		}
		reports[filepath.Base(file)] = intake.Report(imp.Reading)
		if held(imp.Reading) {
			worst = max(worst, exitHeld)
		}
		if !g.json {
			g.tellReading(imp.Reading)
		}
		if err := g.checkExtras(ctx, imp, f, opt); err != nil {
			return err
		}
	}
	if g.json {
		enc := json.NewEncoder(g.t)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", " ")
		if err := enc.Encode(reports); err != nil {
			return err
		}
	}
	if worst != exitDone {
		return exitCode(worst)
	}
	return nil
}

// readOne reads a file; when it is encrypted and somebody sits at the
// terminal, it asks for the password.
func (g *globals) readOne(ctx context.Context, file string, opt office.ReadOptions) (*office.Import, error) {
	data, err := office.LoadFile(file)
	if err != nil {
		return nil, err
	}
	imp, err := office.ReadWorkbook(ctx, file, data, opt, nil)
	if workbook.CodeOf(err) == workbook.FileEncrypted && opt.Password == "" {
		if in, ok := g.t.In.(*os.File); ok && isTerminal(in) {
			typed, aerr := g.t.askHidden(in, g.t.pick("Mật khẩu của tệp: ", "Password of the file: "))
			if aerr == nil && len(typed) > 0 {
				opt.Password = string(typed)
				return office.ReadWorkbook(ctx, file, data, opt, nil)
			}
		}
	}
	return imp, err
}

func held(r *intake.Reading) bool {
	for _, f := range r.Findings {
		if f.Holds() {
			return true
		}
	}
	return false
}

func (g *globals) checkExtras(ctx context.Context, imp *office.Import, f *checkFlags, opt office.ReadOptions) error {
	if f.annotate != "" {
		lang := g.t.lang()
		err := durable.WriteFile(f.annotate, func(w io.Writer) error {
			return workbook.Annotate(ctx, w, imp.Name, imp.Bytes, intake.Marks(imp.Reading, lang), intake.MarkSummary(imp.Reading, lang),
				workbook.Options{Password: opt.Password})
		})
		if err != nil {
			return office.OutError(err, f.annotate)
		}
		g.t.note(annotated.With("file", f.annotate))
	}
	if f.diff == "" {
		return nil
	}
	before, err := g.readOne(ctx, f.diff, opt)
	if err != nil {
		return err
	}
	d := intake.Diff("", before.Reading.Results, imp.Reading.Results)
	g.t.say(diffHead.With("n", d.Unchanged, "changes", len(d.Changes)))
	for _, c := range d.Changes {
		g.t.printf("  %s\n", c.Text.In(g.t.lang()))
	}
	return nil
}

var (
	annotated = message.Define("check-annotated", "Đã ghi bản có đánh dấu: {file}", "The marked copy is written: {file}")
	diffHead  = message.Define("check-diff", "So với lần trước: {n} dòng không đổi, {changes} thay đổi.", "Against the earlier file: {n} rows unchanged, {changes} changes.")
)

func (g *globals) tellReading(r *intake.Reading) {
	for _, l := range intake.Lines(r, g.t.lang()) {
		for range l.Indent {
			g.t.printf("  ")
		}
		text := l.Text
		if l.Severity != "" {
			text = g.t.paintOut(severityWords[l.Severity].color, text)
		}
		g.t.printf("%s\n", text)
	}
	g.t.printf("\n")
}

// severityWords are the words before a finding, with their colours.
var severityWords = map[ocop.Severity]struct {
	vi, en string
	color  color.Attribute
}{
	ocop.Refuse: {"TỪ CHỐI", "REFUSED", color.FgRed}, ocop.Fault: {"LỖI", "ERROR", color.FgRed},
	ocop.Question: {"HỎI", "QUESTION", color.FgMagenta}, ocop.Warning: {"CHÚ Ý", "WARNING", color.FgYellow},
	ocop.Info: {"TIN", "INFO", color.FgCyan},
}

func (g *globals) severity(s ocop.Severity) string {
	w := severityWords[s]
	return g.t.paintOut(w.color, g.t.pick(w.vi, w.en))
}
