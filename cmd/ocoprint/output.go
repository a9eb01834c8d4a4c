package main

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/office"
)

// pressFlags say how certificates are put on paper.
type pressFlags struct {
	output, offset, scale, skew, printer string
	grid                                 bool
}

func (f *pressFlags) bind(c *cobra.Command) {
	c.Flags().StringVar(&f.output, "output", "digital", "digital: giấy trắng, tệp; overprint: lên phôi in sẵn; proof: bản canh / kind of printing")
	f.bindCalibration(c)
	c.Flags().BoolVar(&f.grid, "grid", false, "lưới 10 mm trên bản canh / a 10 mm grid on proofs")
}

func (f *pressFlags) bindCalibration(c *cobra.Command) {
	c.Flags().StringVar(&f.offset, "offset", "", "dời DX,DY mm khi in lên phôi, ví dụ 1.2,-0.5 (hoặc “1,2; -0,5”)")
	c.Flags().StringVar(&f.scale, "scale", "", "tỷ lệ SX,SY khi in lên phôi, ví dụ 1.002,0.998; mã QR không bị co giãn")
	c.Flags().StringVar(&f.skew, "skew", "", "lệch góc K (mm trên 1 mm) khi in lên phôi, ví dụ 0.002")
	c.Flags().StringVar(&f.printer, "printer", "", "tên máy in: nhớ cách canh cho lần sau / keep and use the calibration under this name")
}

var (
	pairUnreadable = message.Define("cli-pair", "Không hiểu {flag} “{value}”.", "{flag} “{value}” cannot be read.").
			Hint("Ghi hai số cách nhau bằng dấu phẩy: 1.2,-0.5; hay bằng dấu chấm phẩy: “1,2; -0,5”.",
			"Write two numbers with a comma between them: 1.2,-0.5.")
	printerKept = message.Define("cli-printer-kept", "Đã nhớ cách canh máy in “{name}”: {what}.", "The calibration of “{name}” is kept: {what}.")
	gridWhere   = message.Define("cli-grid-where", "--grid chỉ dùng cho bản canh.", "--grid is for proofs only.").
			Hint("Thêm --output proof.", "Add --output proof.")
	calibrateWhere = message.Define("cli-calibration-where", "--offset, --scale, --skew, --printer chỉ dùng khi in lên phôi.",
		"--offset, --scale, --skew and --printer are for pre-printed stock only.").
		Hint("Thêm --output overprint.", "Add --output overprint.")
)

// check says what is misused before any work begins.
func (f *pressFlags) check() error {
	out, err := office.ParseOutput(f.output)
	switch {
	case err != nil:
		return misuse{err}
	case f.grid && out != layout.Proof:
		return misuse{gridWhere.Err()}
	case out != layout.Overprint && (f.given() || f.printer != ""):
		return misuse{calibrateWhere.Err()}
	}
	_, err = f.calibration(layout.Calibration{})
	return err
}

func (f *pressFlags) given() bool { return f.offset != "" || f.scale != "" || f.skew != "" }

// press resolves the flags: what was remembered of the printer, changed by what
// is given now, which is remembered in turn.
func (f *pressFlags) press(ctx context.Context, g *globals, o *office.Office) (p office.Press, err error) {
	if p.Output, err = office.ParseOutput(f.output); err != nil {
		return p, misuse{err}
	}
	p.Grid = f.grid
	if p.Output != layout.Overprint {
		return p, nil
	}
	p.Calibration, err = f.kept(ctx, g, o)
	return p, err
}

// kept is the calibration of the printer that was named.
func (f *pressFlags) kept(ctx context.Context, g *globals, o *office.Office) (c layout.Calibration, err error) {
	if f.printer != "" && !f.given() {
		return o.Printer(ctx, f.printer)
	}
	if f.printer != "" {
		known, err := o.Printers(ctx)
		if err != nil {
			return c, err
		}
		c = known[f.printer]
	}
	if c, err = f.calibration(c); err != nil || f.printer == "" {
		return c, err
	}
	if err := o.RememberPrinter(ctx, f.printer, c); err != nil {
		return c, err
	}
	g.t.note(printerKept.With("name", f.printer, "what", saidCalibration(c)))
	return c, nil
}

// calibration puts the flags over what was known.
func (f *pressFlags) calibration(c layout.Calibration) (layout.Calibration, error) {
	var err error
	if f.offset != "" {
		if c.DX, c.DY, err = pair("--offset", f.offset); err != nil {
			return c, err
		}
	}
	if f.scale != "" {
		if c.SX, c.SY, err = pair("--scale", f.scale); err != nil {
			return c, err
		}
	}
	if f.skew != "" {
		if c.K, err = decimal("--skew", f.skew); err != nil {
			return c, err
		}
	}
	if err := office.CheckCalibration(c); err != nil {
		return c, misuse{err}
	}
	return c, nil
}

func saidCalibration(c layout.Calibration) string {
	say := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
	one := func(x float64) string {
		if x == 0 {
			x = 1
		}
		return say(x)
	}
	return "DX,DY = " + say(c.DX) + "," + say(c.DY) + " mm; SX,SY = " + one(c.SX) + "," + one(c.SY) + "; K = " + say(c.K)
}

// pair reads two numbers: “1.2,-0.5”, or with decimal commas “1,2; -0,5”.
func pair(flag, s string) (a, b float64, err error) {
	sep := ","
	if strings.Contains(s, ";") {
		sep = ";"
	}
	parts := strings.Split(s, sep)
	if len(parts) != 2 {
		return 0, 0, misuse{pairUnreadable.With("flag", flag, "value", s).Err()}
	}
	if a, err = number(parts[0]); err == nil {
		b, err = number(parts[1])
	}
	if err != nil {
		return 0, 0, misuse{pairUnreadable.With("flag", flag, "value", s).Wrap(err)}
	}
	return a, b, nil
}

func decimal(flag, s string) (float64, error) {
	x, err := number(s)
	if err != nil {
		return 0, misused(errors.New(flag + ": " + s))
	}
	return x, nil
}

func number(s string) (float64, error) {
	return strconv.ParseFloat(strings.ReplaceAll(strings.TrimSpace(s), ",", "."), 64)
}

// tellWarnings shows what should be looked at before papers are printed, each
// sentence once.
func (g *globals) tellWarnings(files []office.File) {
	told := map[string]bool{}
	for _, f := range files {
		for _, w := range f.Warnings {
			if s := w.In(g.t.lang()); w.Severity == layout.Warning && !told[s] {
				told[s] = true
				g.t.printf("  %s %s: %s\n", g.t.pick("Chú ý", "Note"), f.Name, s)
			}
		}
	}
}
