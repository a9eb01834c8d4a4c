package main

import (
	"context"
	"errors"
	"os"

	"github.com/spf13/cobra"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
	"ocoprint/internal/plan"
	"ocoprint/samples"
)

var (
	planBad = message.Define("cli-plan-bad", "Kế hoạch “{file}” có {n} chỗ cần sửa.", "The plan “{file}” has {n} things to mend.").
		Hint("Sửa từng chỗ đã liệt kê rồi chạy lại.", "Mend each of them and run it again.")
	planWritten = message.Define("cli-plan-written", "Đã viết {file}. Mở ra, điền theo chú thích, rồi chạy: ocoprint run KẾT-QUẢ.xlsx --plan {file}",
		"{file} is written. Open it, fill it in by its comments, then run: ocoprint run RESULTS.xlsx --plan {file}")
	planExists = message.Define("cli-plan-exists", "Đã có tệp {file}; không ghi đè.", "{file} exists; it is not overwritten.").
			Hint("Chọn tên khác bằng --out.", "Choose another name with --out.")
)

// settings are those of the plan file, else those kept in the register. What a
// certificate cannot do without is asked for on a terminal.
func (g *globals) settings(ctx context.Context, o *office.Office, file string) (s ocop.Settings, err error) {
	if file == "" {
		s, _, err = o.Register.Settings(ctx)
	} else if s, err = office.LoadPlan(ctx, file); err != nil {
		return s, g.tellPlan(file, err)
	}
	if err == nil && office.CheckSettings(s) != nil {
		g.askSettings(&s)
	}
	return s, err
}

// tellPlan lists everything wrong with a plan.
func (g *globals) tellPlan(file string, err error) error {
	var all plan.Problems
	if !errors.As(err, &all) || len(all) == 1 {
		return misuse{err}
	}
	for _, p := range all {
		g.t.note(p.Message)
		if hint := p.HintIn(g.t.lang()); hint != "" {
			g.t.note(arrow.With("hint", hint))
		}
	}
	return misuse{planBad.With("file", file, "n", len(all)).Err()}
}

var arrow = message.Define("cli-arrow", "    → {hint}", "    → {hint}")

// askSettings asks the five questions of a new office, on a terminal only.
func (g *globals) askSettings(s *ocop.Settings) {
	for _, q := range []struct {
		field  *string
		vi, en string
		usual  string
	}{
		{&s.Authority.Name, "Cơ quan cấp giấy (ví dụ: Ủy ban nhân dân tỉnh Lai Châu)", "Issuing authority", ""},
		{(*string)(&s.Authority.Level), "Cấp: commune, district, province, centre", "Level: commune, district, province, centre", "province"},
		{&s.Authority.Place, "Địa danh ở dòng ngày tháng", "Place of the date line", ""},
		{&s.Authority.Prefix, "Tiền tố mã công khai (2–4 chữ in hoa)", "Prefix of public ids", ""},
		{&s.Authority.BaseURL, "Địa chỉ tra cứu in trên giấy (https://…)", "Public address on the paper", ""},
	} {
		if *q.field != "" {
			continue
		}
		answer, ok := g.t.ask(g.t.pick(q.vi, q.en), q.usual)
		if !ok {
			return
		}
		*q.field = answer
	}
	if s.Authority.Code == "" {
		s.Authority.Code = s.Authority.Prefix
	}
}

func initVerb(g *globals) *cobra.Command {
	var out string
	var asWorkbook, sample bool
	c := &cobra.Command{
		Use:     "init",
		Aliases: []string{"bat-dau"},
		Short:   "Viết sẵn tệp kế hoạch hội nghị và thiết lập để điền",
		Long: `Viết ke-hoach.toml (hoặc ke-hoach.xlsx với --xlsx) có chú thích cho từng mục: cơ quan,
người ký, quyết định công bố, thời gian, địa điểm, nhóm đại biểu, số trưng bày.`,
		Args: argsOf(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			if out == "" {
				out = "ke-hoach.toml"
				if asWorkbook {
					out = "ke-hoach.xlsx"
				}
			}
			if _, err := os.Stat(out); err == nil {
				return misuse{planExists.With("file", out).Err()}
			}
			var s ocop.Settings
			if sample {
				var err error
				if s, err = plan.Parse(samples.Plan, samples.Read(samples.Plan)); err != nil {
					return err
				}
			}
			if err := office.WritePlan(out, s, g.t.lang()); err != nil {
				return err
			}
			g.t.say(planWritten.With("file", out))
			return nil
		},
	}
	c.Flags().StringVar(&out, "out", "", "tệp kết quả / output file")
	c.Flags().BoolVar(&asWorkbook, "xlsx", false, "viết bảng tính có danh sách chọn và ghi chú / a workbook with drop-downs")
	c.Flags().BoolVar(&sample, "sample", false, "điền sẵn dữ liệu mẫu / filled with sample data")
	return c
}
