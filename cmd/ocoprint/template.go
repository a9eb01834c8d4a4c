package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/office"
)

var (
	templateGood = message.Define("cli-template-good", "Mẫu “{name}” đọc được: {title}.", "The layout “{name}” is good: {title}.")
	templateBad  = message.Define("cli-template-bad", "Mẫu “{file}” có {n} chỗ sai.", "The layout “{file}” has {n} faults.").
			Hint("Sửa từng chỗ đã liệt kê; lược đồ JSON xuất bằng “ocoprint template export --schema”.",
			"Mend each of them; “ocoprint template export --schema” gives the JSON schema.")
	templateIn      = message.Define("cli-template-installed", "Đã cài mẫu “{name}”. Đặt authority.layout = \"{id}\" để dùng.", "The layout “{name}” is installed. Set authority.layout = \"{id}\" to use it.")
	templateLogoIn  = message.Define("cli-logo-installed", "Đã cài logo “{name}”. Ghi trong kế hoạch: [ask] logo = \"{name}\".", "The logo “{name}” is installed. Write in the plan: [ask] logo = \"{name}\".")
	templateWritten = message.Define("cli-template-written", "Đã ghi {file}.", "{file} is written.")
)

func templateVerb(g *globals) *cobra.Command {
	c := &cobra.Command{
		Use:     "template",
		Aliases: []string{"mau"},
		Short:   "Mẫu giấy chứng nhận: liệt kê, kiểm tra, xem thử, cài, xuất",
		Long: `Mẫu giấy là tệp layout.json (ocop-layout/1): vị trí từng ô bằng mm, cỡ chữ, màu, điều
kiện. Xuất một mẫu có sẵn, sửa, kiểm tra, xem thử với tên dài nhất rồi cài vào sổ.`,
	}
	c.AddCommand(templateList(g), templateCheck(g), templatePreview(g), templateInstall(g), templateExport(g), templateLogo(g), templateGallery(g), templateCalibrate(g))
	return c
}

func templateList(g *globals) *cobra.Command {
	return &cobra.Command{Use: "list", Aliases: []string{"liet-ke"}, Short: "Liệt kê mẫu", Args: argsOf(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			list, err := g.knownLayouts(c.Context())
			if err != nil {
				return err
			}
			for _, l := range list {
				from := g.t.pick("của đơn vị", "the office's")
				if l.Shipped {
					from = g.t.pick("có sẵn", "shipped")
				}
				g.t.printf("%-24s %-12s %s\n", l.Name, from, l.Title)
			}
			return nil
		}}
}

// knownLayouts works without a register: then only the shipped ones exist.
func (g *globals) knownLayouts(ctx context.Context) (list []office.LayoutInfo, err error) {
	if !g.registerExists() {
		return (*office.Office)(nil).Layouts(ctx)
	}
	err = g.withOffice(ctx, true, func(o *office.Office) error {
		list, err = o.Layouts(ctx)
		return err
	})
	return list, err
}

func templateCheck(g *globals) *cobra.Command {
	return &cobra.Command{Use: "check TỆP.json", Aliases: []string{"kiem-tra"}, Short: "Kiểm tra tệp mẫu: dòng, cột, tên gần đúng", Args: argsOf(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			data, err := office.LoadFile(args[0])
			if err != nil {
				return err
			}
			t, err := layout.LoadTemplate(filepath.Base(args[0]), data)
			if err != nil {
				return g.tellTemplate(args[0], err)
			}
			g.t.say(templateGood.With("name", t.ID, "title", t.Title))
			return nil
		}}
}

// tellTemplate lists everything wrong with a layout file.
func (g *globals) tellTemplate(file string, err error) error {
	var bad *layout.LoadError
	if !errors.As(err, &bad) {
		return err
	}
	for _, p := range bad.Parts {
		g.t.printf("%s\n", p.In(g.t.lang()))
		if hint := p.HintIn(g.t.lang()); hint != "" {
			g.t.printf("    → %s\n", hint)
		}
	}
	return refusal{templateBad.With("file", file, "n", len(bad.Parts)).Err()}
}

// refusal is a file that is refused: exit code 3.
type refusal struct{ error }

func (r refusal) Unwrap() error { return r.error }

func templatePreview(g *globals) *cobra.Command {
	var out string
	var grid bool
	c := &cobra.Command{Use: "preview TÊN|TỆP.json", Aliases: []string{"xem-thu"}, Short: "Xem thử mẫu với các tên ngắn, dài, lạ nhất", Args: argsOf(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			data, err := g.layoutSource(c.Context(), args[0])
			if err != nil {
				return err
			}
			t, err := layout.LoadTemplate(filepath.Base(args[0]), data)
			if err != nil {
				return g.tellTemplate(args[0], err)
			}
			a, err := g.assets(c.Context(), t, args[0])
			if err != nil {
				return err
			}
			rep, err := office.PreviewLayout(c.Context(), t, out, grid, a)
			if err != nil {
				return err
			}
			for _, line := range rep {
				g.t.printf("%s\n", line.In(g.t.lang()))
			}
			g.t.say(templateWritten.With("file", out))
			return nil
		}}
	c.Flags().StringVar(&out, "out", "xem-thu.pdf", "tệp PDF kết quả / output file")
	c.Flags().BoolVar(&grid, "grid", false, "vẽ lưới 10 mm / draw a 10 mm grid")
	return c
}

// layoutSource reads a layout file, or finds a layout by its name.
func (g *globals) layoutSource(ctx context.Context, name string) (data []byte, err error) {
	if _, err := os.Stat(name); err == nil {
		return office.LoadFile(name)
	}
	if !g.registerExists() {
		return office.ShippedLayout(name)
	}
	err = g.withOffice(ctx, true, func(o *office.Office) error {
		data, err = o.LayoutSource(ctx, name)
		return err
	})
	return data, err
}

// assets are the files of a layout: beside its file, or as installed.
func (g *globals) assets(ctx context.Context, t *layout.Template, name string) (a office.Assets, err error) {
	if _, err := os.Stat(name); err == nil {
		return office.Beside(ctx, t, filepath.Dir(name))
	}
	if !g.registerExists() {
		return a, nil
	}
	err = g.withOffice(ctx, true, func(o *office.Office) (err error) {
		a, err = o.AssetsOf(ctx, name)
		return err
	})
	return a, err
}

func templateLogo(g *globals) *cobra.Command {
	return &cobra.Command{Use: "logo TỆP.png", Short: "Cài logo của đơn vị cho các mẫu có chỗ logo", Args: argsOf(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return g.withOffice(c.Context(), false, func(o *office.Office) error {
				name, err := o.InstallLogo(c.Context(), args[0])
				if err == nil {
					g.t.say(templateLogoIn.With("name", name))
				}
				return err
			})
		}}
}

func templateInstall(g *globals) *cobra.Command {
	return &cobra.Command{Use: "install TỆP.json", Aliases: []string{"cai"}, Short: "Cài mẫu của đơn vị cùng nền, logo, phông đặt bên cạnh tệp", Args: argsOf(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return g.withOffice(c.Context(), false, func(o *office.Office) error {
				t, err := o.InstallLayoutFile(c.Context(), args[0])
				if err != nil {
					return g.tellTemplate(args[0], err)
				}
				g.t.say(templateIn.With("name", t.ID, "id", t.ID))
				return nil
			})
		}}
}

func templateExport(g *globals) *cobra.Command {
	var out string
	var schema bool
	c := &cobra.Command{Use: "export [TÊN]", Aliases: []string{"xuat"}, Short: "Xuất một mẫu (hoặc lược đồ JSON) ra tệp để sửa", Args: argsOf(cobra.MaximumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			if schema {
				return g.writeOut(out, "ocop-layout-1.schema.json", layout.Schema())
			}
			if len(args) == 0 {
				return misused(errors.New(g.t.pick("thiếu tên mẫu", "the layout's name is missing")))
			}
			data, err := g.layoutSource(c.Context(), args[0])
			if err != nil {
				return err
			}
			return g.writeOut(out, filepath.Base(args[0])+".json", data)
		}}
	c.Flags().StringVar(&out, "out", "", "tệp kết quả / output file")
	c.Flags().BoolVar(&schema, "schema", false, "xuất lược đồ JSON / the JSON schema")
	return c
}

func (g *globals) writeOut(out, name string, data []byte) error {
	if out == "" {
		out = name
	}
	if err := office.WriteFile(out, data); err != nil {
		return err
	}
	g.t.say(templateWritten.With("file", out))
	return nil
}
