package main

import (
	"github.com/spf13/cobra"

	"ocoprint/internal/message"
	"ocoprint/internal/office"
	"ocoprint/internal/publish"
)

var siteDone = message.Define("cli-site-done",
	"{files} tệp, {certs} giấy chứng nhận, {statuses} tình trạng; lần công bố thứ {seq}, lập lúc {made}, cần lập lại trước {next}.",
	"{files} files, {certs} certificates, {statuses} statuses; publication {seq}, made {made}, to be made again before {next}.")

func siteVerb(g *globals) *cobra.Command {
	c := &cobra.Command{
		Use:     "site",
		Aliases: []string{"trang-tra-cuu"},
		Short:   "Trang tra cứu công khai: lập và kiểm tra",
		Long: `Lập trang tra cứu, máy quét và các danh sách có chữ ký thành tệp tĩnh: đặt lên bất kỳ
máy chủ web nào hoặc chép vào USB. Từ chối công bố khi sổ không nối tiếp bản đã công bố.`,
	}
	c.AddCommand(siteBuild(g), siteCheck(g))
	return c
}

func siteBuild(g *globals) *cobra.Command {
	var base string
	c := &cobra.Command{Use: "build THƯ-MỤC", Aliases: []string{"lap"}, Short: "Lập trang vào thư mục", Args: argsOf(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return g.withOffice(c.Context(), true, func(o *office.Office) error {
				rep, err := o.BuildSite(c.Context(), args[0], base, g.asOf.Date)
				if err != nil {
					return err
				}
				g.tellSite(rep)
				return nil
			})
		}}
	c.Flags().StringVar(&base, "base-url", "", "địa chỉ tra cứu; bỏ trống: như trong sổ / public address")
	return c
}

func siteCheck(g *globals) *cobra.Command {
	return &cobra.Command{Use: "check THƯ-MỤC", Aliases: []string{"kiem-tra"}, Short: "Đọc lại: chữ ký, tệp, số thứ tự", Args: argsOf(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			rep, err := publish.Check(args[0])
			if err != nil {
				return err
			}
			g.tellSite(rep)
			return nil
		}}
}

func (g *globals) tellSite(rep publish.Report) {
	const day = "02/01/2006"
	g.t.say(siteDone.With("files", rep.Files, "certs", rep.Certificates, "statuses", rep.Statuses, "seq", rep.Sequence,
		"made", rep.Made.Format(day), "next", rep.Next.Format(day)))
}
