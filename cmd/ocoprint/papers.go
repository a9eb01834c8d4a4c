package main

import (
	"context"
	"path/filepath"

	"github.com/spf13/cobra"

	"ocoprint/internal/message"
	"ocoprint/internal/office"
	"ocoprint/internal/papers"
)

type papersFlags struct {
	only  []string
	out   string
	plan  string
	press pressFlags
	filter
}

var papersDone = message.Define("papers-done", "Đã ghi {n} tệp vào {dir}:", "{n} files are written to {dir}:")

func papersVerb(g *globals) *cobra.Command {
	f := &papersFlags{}
	c := &cobra.Command{
		Use:     "papers",
		Aliases: []string{"giay-to"},
		Short:   "Liệt kê giấy tờ của hội nghị; --only để in từ sổ",
		Long: `Không có --only: liệt kê các giấy tờ và khi nào cần. Với --only a,b (hoặc all): in các
giấy tờ ấy từ sổ cấp, theo quyết định hay đợt đã chọn.`,
		Example: "  ocoprint papers\n  ocoprint papers --only roster,invitations --decision 1422/QĐ-UBND --out hoi-nghi\n" +
			"  ocoprint papers --only certificate --output overprint --printer hp-khay2 --offset 1.2,-0.5",
		Args: argsOf(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			if len(f.only) == 0 {
				g.listPapers()
				return nil
			}
			return g.printPapers(c.Context(), f)
		},
	}
	c.Flags().StringSliceVar(&f.only, "only", nil, "giấy tờ cần in, hoặc all / papers to print")
	c.Flags().StringVar(&f.out, "out", "giay-to", "thư mục kết quả / output folder")
	c.Flags().StringVar(&f.plan, "plan", "", "tệp kế hoạch; bỏ trống: như trong sổ / conference plan")
	f.press.bind(c)
	f.filter.bind(c)
	return c
}

func (g *globals) listPapers() {
	for _, p := range papers.All {
		g.t.printf("%-15s %-26s %s\n", p.Name, p.File, p.Title.In(g.t.lang()))
		g.t.printf("%-15s %-26s %s\n", "", "", p.About.In(g.t.lang()))
	}
}

func (g *globals) printPapers(ctx context.Context, f *papersFlags) error {
	if err := f.press.check(); err != nil {
		return err
	}
	return g.withOffice(ctx, false, func(o *office.Office) error {
		press, err := f.press.press(ctx, g, o)
		if err != nil {
			return err
		}
		s, err := g.settings(ctx, o, f.plan)
		if err != nil {
			return err
		}
		opt := office.PrintOptions{Out: f.out, Only: f.only, Press: press, Progress: g.stages()}
		files, err := o.PrintRegister(ctx, f.query(g.asOf.Date), s, g.asOf.Date, opt, nil)
		if len(files) == 0 {
			return err
		}
		dir, _ := filepath.Abs(f.out)
		g.t.say(papersDone.With("n", len(files), "dir", dir))
		for _, file := range files {
			g.t.printf("  %-30s %s\n", file.Name, file.Title.In(g.t.lang()))
		}
		g.tellWarnings(files)
		return err // of a paper that must not be printed; the others are
	})
}
