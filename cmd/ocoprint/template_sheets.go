package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/office"
)

var (
	galleryWritten = message.Define("cli-gallery-written", "Đã ghi {file}: {n} trang, mười tên dài ngắn trong mỗi mẫu có sẵn.",
		"{file} is written: {n} pages, ten names in every shipped design.")
	measuredUnreadable = message.Define("cli-measured", "Không hiểu --measured “{value}”.", "--measured “{value}” cannot be read.").
				Hint("Ghi bốn cặp số mm, cách nhau bằng dấu chấm phẩy: \"25.8,24.6; 272.7,24.7; 25.9,184.5; 272.8,184.6\".",
			"Write four pairs of mm: \"25.8,24.6; 272.7,24.7; 25.9,184.5; 272.8,184.6\".")
	measuredOff = message.Define("cli-measured-off", "Bốn số đo không khớp nhau: còn lệch {mm} mm sau khi canh.", "The four measures do not agree: {mm} mm stay after calibration.").
			Hint("Đo lại từng dấu chữ thập từ mép trái và mép trên của tờ giấy.", "Measure each cross again from the left and upper edge.")
	calibrated = message.Define("cli-calibrated", "Canh theo số đo: {what}; còn lệch nhiều nhất {mm} mm.", "From the measures: {what}; at most {mm} mm stay.")
)

func templateGallery(g *globals) *cobra.Command {
	var out string
	c := &cobra.Command{Use: "gallery", Aliases: []string{"bo-suu-tap"}, Short: "Mười tên dài ngắn trong mọi mẫu có sẵn, để chọn mẫu", Args: argsOf(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			n, err := office.Gallery(c.Context(), out)
			if err == nil {
				g.t.say(galleryWritten.With("file", out, "n", n))
			}
			return err
		}}
	c.Flags().StringVar(&out, "out", "bo-suu-tap.pdf", "tệp PDF kết quả / output file")
	return c
}

// calibrateFlags say which sheet is printed, or what was measured on it.
type calibrateFlags struct {
	out, layout, measured string
	press                 pressFlags
}

// fine is how far from its place a cross may stay, mm.
const fine = 0.5

func templateCalibrate(g *globals) *cobra.Command {
	f := &calibrateFlags{}
	c := &cobra.Command{Use: "calibrate", Aliases: []string{"canh-may"}, Short: "Trang canh máy in cho phôi in sẵn; nhớ số đo theo tên máy",
		Long: `Ghi trang canh máy in: bốn dấu chữ thập để đo từ mép giấy và thước 0,1 mm. In ở tỷ lệ
100 %, đo bốn dấu rồi chạy lại với --measured và --printer: cách canh được nhớ trong sổ
và dùng khi in lên phôi bằng --output overprint --printer TÊN.`,
		Example: `  ocoprint template calibrate --out canh-may.pdf
  ocoprint template calibrate --printer hp-khay2 --measured "25.8,24.6; 272.7,24.7; 25.9,184.5; 272.8,184.6"`,
		Args: argsOf(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error { return g.calibrate(c.Context(), f) }}
	c.Flags().StringVar(&f.out, "out", "canh-may.pdf", "tệp PDF kết quả / output file")
	c.Flags().StringVar(&f.layout, "layout", "gcn-phoi", "mẫu có khổ giấy cần canh / layout that has the sheet's size")
	c.Flags().StringVar(&f.measured, "measured", "", "bốn vị trí đo được, mm từ mép trái và mép trên / the four places as measured")
	f.press.bindCalibration(c)
	return c
}

func (g *globals) calibrate(ctx context.Context, f *calibrateFlags) error {
	data, err := g.layoutSource(ctx, f.layout)
	if err != nil {
		return err
	}
	t, err := layout.LoadTemplate(f.layout, data)
	if err != nil {
		return g.tellTemplate(f.layout, err)
	}
	c, err := f.press.calibration(layout.Calibration{})
	if err != nil {
		return err
	}
	if f.measured != "" {
		if c, err = g.measure(f.measured, t); err != nil {
			return err
		}
	}
	if f.press.printer != "" {
		err := g.withOffice(ctx, false, func(o *office.Office) (err error) {
			if f.measured == "" {
				c, err = f.press.kept(ctx, g, o)
				return err
			}
			g.t.say(printerKept.With("name", f.press.printer, "what", saidCalibration(c)))
			return o.RememberPrinter(ctx, f.press.printer, c)
		})
		if err != nil {
			return err
		}
	}
	if err := office.WriteCalibration(ctx, f.out, t.W, t.H, c, f.press.printer); err != nil {
		return err
	}
	g.t.say(templateWritten.With("file", f.out))
	return nil
}

// measure reads what was measured and makes the calibration of it.
func (g *globals) measure(said string, t *layout.Template) (layout.Calibration, error) {
	parts := strings.Split(strings.Trim(said, "; "), ";")
	var at [4][2]float64
	bad := func() (layout.Calibration, error) {
		return layout.Calibration{}, misuse{measuredUnreadable.With("value", said).Err()}
	}
	if len(parts) != len(at) {
		return bad()
	}
	for i, p := range parts {
		x, y, err := pair("--measured", p)
		if err != nil {
			return bad()
		}
		at[i] = [2]float64{x, y}
	}
	c, left, err := office.MeasuredCalibration(t.W, t.H, at)
	mm := points(left + 0.0499)
	switch {
	case err != nil:
		return c, misuse{err}
	case left > fine:
		return c, misuse{measuredOff.With("mm", mm).Err()}
	}
	g.t.say(calibrated.With("what", saidCalibration(c), "mm", mm))
	return c, nil
}
