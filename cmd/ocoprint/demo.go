package main

import (
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"ocoprint/internal/office"
	"ocoprint/internal/plan"
	"ocoprint/internal/web"
	"ocoprint/samples"
)

// demoSamples are the files that the first page of the demo offers: whoever
// has the program alone has no samples folder.
func demoSamples() []web.Sample {
	return []web.Sample{
		{Name: samples.Annex, Vi: "phụ lục gọn gàng", En: "a tidy annex", Data: samples.Read(samples.Annex)},
		{Name: samples.Messy, Vi: "phụ lục lộn xộn", En: "a messy annex", Data: samples.Read(samples.Messy)},
	}
}

func demoVerb(g *globals) *cobra.Command {
	var addr string
	c := &cobra.Command{
		Use:     "demo",
		Aliases: []string{"dung-thu"},
		Short:   "Mở một cơ quan dùng thử với dữ liệu mẫu; tắt là xóa",
		Args:    argsOf(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			dir, err := os.MkdirTemp("", "ocoprint-dung-thu-")
			if err != nil {
				return err
			}
			defer os.RemoveAll(dir)
			g.register = filepath.Join(dir, "so-cap")
			settings, err := plan.Parse(samples.Plan, samples.Read(samples.Plan))
			if err != nil {
				return err
			}
			return g.withCounter(c.Context(), func(o *office.Office) error {
				if err := o.RememberSettings(c.Context(), settings); err != nil {
					return err
				}
				return g.serve(c.Context(), o, &serveFlags{addr: addr, open: true, asOf: settings.Conference.Date, samples: demoSamples()}, true)
			})
		},
	}
	c.Flags().StringVar(&addr, "addr", "127.0.0.1:0", "địa chỉ và cổng / address and port")
	return c
}
