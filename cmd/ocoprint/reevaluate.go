package main

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/office"
)

var badRow = message.Define("cli-bad-row", "“{value}” không chỉ rõ một dòng.", "“{value}” does not name a row.").
	Hint("Ghi tên trang tính và số dòng, ví dụ --row \"Đợt 2!14\".", "Write the sheet and the row, like --row \"Đợt 2!14\".")

// reevaluateVerb certifies a new result of a product and closes the
// certificate before it (đánh giá lại, nâng hạng).
func reevaluateVerb(g *globals) *cobra.Command {
	var read reading
	var row, plan, out string
	c := &cobra.Command{
		Use:     "reevaluate MÃ|SỐ TỆP.xlsx",
		Aliases: []string{"danh-gia-lai"},
		Short:   "Đánh giá lại, nâng hạng: cấp giấy theo kết quả mới, khép giấy cũ",
		Long: `Tìm trong tệp kết quả mới dòng của đúng sản phẩm và chủ thể ấy (hoặc dòng chỉ rõ bằng
--row khi tên đã đổi), cấp giấy mới theo quyết định mới và khép giấy cũ. Hạng sao có
thể giữ nguyên, tăng hoặc giảm.

Certifies a new result of the product and closes the certificate before it.`,
		Example: "  ocoprint reevaluate LC-2023-2-001 ket-qua-2026.xlsx --out giay-moi\n  ocoprint reevaluate 01/2023/GCN-UBND ket-qua-2026.xlsx --row \"Đợt 1!14\"",
		Args:    argsOf(cobra.ExactArgs(2)),
		RunE: func(c *cobra.Command, args []string) error {
			sheet, n, err := parseRow(row)
			if err != nil {
				return err
			}
			opt, err := read.options(g)
			if err != nil {
				return err
			}
			return g.renew(c.Context(), &change{out: out}, func(o *office.Office) (ocop.Certificate, error) {
				return reevaluate(c.Context(), o, args[0], args[1], plan, sheet, n, opt)
			})
		},
	}
	c.Flags().StringVar(&row, "row", "", "dòng của kết quả mới khi tên đã đổi, ví dụ \"Đợt 2!14\" / row of the new result")
	c.Flags().StringVar(&plan, "plan", "", "tệp kế hoạch; bỏ trống: thiết lập trong sổ / plan file")
	c.Flags().StringVar(&out, "out", ".", "thư mục kết quả / output folder")
	read.bind(c)
	return c
}

func parseRow(text string) (sheet string, row int, err error) {
	if text == "" {
		return "", 0, nil
	}
	i := strings.LastIndexByte(text, '!')
	if i > 0 {
		row, _ = strconv.Atoi(text[i+1:]) // 0 is refused below
	}
	if row <= 0 {
		return "", 0, misuse{badRow.With("value", text).Err()}
	}
	return text[:i], row, nil
}

func reevaluate(ctx context.Context, o *office.Office, id, file, plan, sheet string, row int, opt office.ReadOptions) (ocop.Certificate, error) {
	old, err := o.Register.Get(ctx, id, opt.AsOf)
	if err != nil {
		return ocop.Certificate{}, err
	}
	settings, _, err := o.Register.Settings(ctx)
	if err == nil && plan != "" {
		settings, err = office.LoadPlan(ctx, plan)
	}
	if err != nil {
		return ocop.Certificate{}, err
	}
	data, err := office.LoadFile(file)
	if err != nil {
		return ocop.Certificate{}, err
	}
	imp, err := o.Read(ctx, file, data, opt)
	if err == nil {
		err = imp.Refused()
	}
	if err != nil {
		return ocop.Certificate{}, err
	}
	result, err := office.NewResult(imp, old.Certificate, sheet, row)
	if err != nil {
		return ocop.Certificate{}, err
	}
	return o.Reevaluate(ctx, old.ID, result, settings, opt.AsOf)
}
