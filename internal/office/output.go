package office

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"math"
	"slices"
	"strings"

	"ocoprint/internal/durable"
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/papers"
	"ocoprint/internal/pdf"
)

// Press says how certificates are put on paper: one layout gives the digital
// file, the print on pre-printed stock (phôi in sẵn) and the proof. The zero
// value is the digital file, the only one whose bytes are frozen.
type Press struct {
	Output      layout.Output
	Calibration layout.Calibration // of Overprint
	Grid        bool               // a 10 mm grid, on proofs
}

// digital reports whether the frozen files are wanted.
func (p Press) digital() bool { return p.Output == "" || p.Output == layout.Digital }

var (
	outputUnknown = message.Define("office-output-unknown", "Không có kiểu in “{value}”.", "There is no output “{value}”.").
			Hint("Chọn digital (giấy trắng, tệp), overprint (phôi in sẵn) hay proof (bản canh).",
			"Choose digital (white paper, file), overprint (pre-printed stock) or proof.")
	calibrationFar = message.Define("office-calibration-range",
		"Canh máy in ngoài khoảng cho phép: {what} là {value}, phải từ {min} đến {max}.",
		"The calibration is out of range: {what} is {value}; it must be {min} to {max}.").
		Hint("In lại trang canh máy (ocoprint template calibrate), đo từ mép giấy, ghi bằng mm.",
			"Print the test page again (ocoprint template calibrate) and measure from the paper's edge in mm.")
	noPrinter = message.Define("office-printer-none", "Chưa canh máy in “{name}”. {known}", "The printer “{name}” has no calibration. {known}").
			Hint("Canh một lần bằng “ocoprint template calibrate”, hoặc ghi --offset DX,DY cùng --printer để nhớ.",
			"Calibrate once with “ocoprint template calibrate”, or give --offset DX,DY with --printer to keep it.")
	printersKnown = message.Define("office-printers-known", "Đã canh: {list}.", "Calibrated: {list}.")
	wholePage     = message.Define("office-overprint-whole", "Mẫu “{name}” không đánh dấu phần nào đã có trên phôi (layer digital), nên in lại cả khung và nền.",
		"The layout “{name}” marks nothing as pre-printed (layer digital), so frame and ground are printed again.").
		Hint("Dùng mẫu cho phôi in sẵn (gcn-phoi), hoặc đặt layer digital cho các hộp đã có trên phôi.", "Use a layout for stock (gcn-phoi), or give those boxes the layer digital.")
	overprintTitle = message.Define("office-overprint-title", "{paper}, in lên phôi", "{paper}, on pre-printed stock")
	proofTitle     = message.Define("office-proof-title", "{paper}, bản canh thử (không in lên phôi)", "{paper}, proof (not for stock)")
)

// ParseOutput reads the name of an output; "" is digital.
func ParseOutput(name string) (layout.Output, error) {
	switch o := layout.Output(strings.ToLower(strings.TrimSpace(name))); o {
	case "":
		return layout.Digital, nil
	case layout.Digital, layout.Overprint, layout.Proof:
		return o, nil
	}
	return "", outputUnknown.With("value", name).Err()
}

// CheckCalibration refuses what no printer needs: a slip of the keyboard would
// spoil counted stock.
func CheckCalibration(c layout.Calibration) error {
	for _, m := range []struct {
		what            string
		value, min, max float64
	}{
		{"offset x (mm)", c.DX, -25, 25}, {"offset y (mm)", c.DY, -25, 25},
		{"scale x", cmp.Or(c.SX, 1), 0.95, 1.05}, {"scale y", cmp.Or(c.SY, 1), 0.95, 1.05},
		{"skew", c.K, -0.03, 0.03},
	} {
		if !(m.value >= m.min && m.value <= m.max) {
			return calibrationFar.With("what", m.what, "value", fmt.Sprint(m.value), "min", fmt.Sprint(m.min), "max", fmt.Sprint(m.max)).Err()
		}
	}
	return nil
}

// printerSpace keeps the calibration of each printer, tray and stock by the
// name the office gives it.
const printerSpace = "printer"

// keptPrinter is how a calibration stands in the register, mm and ratios.
type keptPrinter struct {
	DX float64 `json:"dx"`
	DY float64 `json:"dy"`
	SX float64 `json:"sx,omitempty"`
	SY float64 `json:"sy,omitempty"`
	K  float64 `json:"k,omitempty"`
}

// Printer gives the calibration that was kept under a name.
func (o *Office) Printer(ctx context.Context, name string) (layout.Calibration, error) {
	data, ok, err := o.Register.Recall(ctx, printerSpace, name)
	if err != nil {
		return layout.Calibration{}, err
	}
	if !ok {
		known, err := o.Printers(ctx)
		if err != nil {
			return layout.Calibration{}, err
		}
		var list any = ""
		if len(known) > 0 {
			list = printersKnown.With("list", strings.Join(sortedKeys(known), ", "))
		}
		return layout.Calibration{}, noPrinter.With("name", name, "known", list).Err()
	}
	var k keptPrinter
	err = json.Unmarshal(data, &k)
	return layout.Calibration(k), err
}

// Printers gives all calibrations by the name of the printer.
func (o *Office) Printers(ctx context.Context) (map[string]layout.Calibration, error) {
	all, err := o.Register.Remembered(ctx, printerSpace)
	if err != nil {
		return nil, err
	}
	out := map[string]layout.Calibration{}
	for name, data := range all {
		var k keptPrinter
		if err := json.Unmarshal(data, &k); err != nil {
			return nil, fmt.Errorf("read printer %q: %w", name, err)
		}
		out[name] = layout.Calibration(k)
	}
	return out, nil
}

// RememberPrinter keeps a calibration under a name.
func (o *Office) RememberPrinter(ctx context.Context, name string, c layout.Calibration) error {
	if err := CheckCalibration(c); err != nil {
		return err
	}
	return o.rememberJSON(ctx, printerSpace, name, keptPrinter(c))
}

// MeasuredCalibration makes the calibration from what was measured on the test
// page: where the four crosses came out, mm from the left and the upper edge of
// the paper. residual is the greatest distance in mm that stays.
func MeasuredCalibration(w, h float64, crosses [4][2]float64) (c layout.Calibration, residual float64, err error) {
	c, residual = layout.Calibrate(papers.Crosses(w, h), crosses)
	round := func(x, parts float64) float64 { return math.Round(x*parts) / parts }
	c.DX, c.DY = round(c.DX, 100), round(c.DY, 100)
	c.SX, c.SY, c.K = round(c.SX, 1e5), round(c.SY, 1e5), round(c.K, 1e5)
	return c, residual, CheckCalibration(c)
}

// WriteCalibration writes the test page of a printer for a sheet of w × h mm;
// moved by a calibration it shows whether that is right.
func WriteCalibration(ctx context.Context, out string, w, h float64, c layout.Calibration, name string) error {
	pages := papers.CalibrationSheet(w, h, c, name)
	err := durable.WriteFile(out, func(wr io.Writer) error {
		return pdf.Write(ctx, wr, pagesOf(pages), pdf.Options{Title: "Trang canh máy in"})
	})
	return OutError(err, out)
}

// outputFile is the name and title of a paper in an output: other names than
// the frozen digital files have.
func (p Press) outputFile(paper papers.Paper) (file string, title message.Message) {
	switch p.Output {
	case layout.Overprint:
		return paper.File + "-in-phoi", overprintTitle.With("paper", paper.Title)
	case layout.Proof:
		return paper.File + "-ban-canh", proofTitle.With("paper", paper.Title)
	}
	return paper.File, paper.Title.With()
}

// pressed writes the certificates for stock or as a proof: one file in award
// order, no file each, nothing entered in the register.
func (p *printer) pressed(ctx context.Context, paper papers.Paper) error {
	in := p.batch.Input
	if len(in.Certificates) == 0 {
		return nil
	}
	in.Output, in.Calibration, in.Grid = p.opt.Press.Output, p.opt.Press.Calibration, p.opt.Press.Grid
	pages, problems := paper.Pages(in)
	if worst := layout.Errors(problems); len(worst) > 0 {
		return paperRefused.With("paper", paper.Title, "reason", worst[0].Message).Err()
	}
	if in.Output == layout.Overprint {
		problems = append(problems, p.wholePages(ctx)...)
	}
	file, title := p.opt.Press.outputFile(paper)
	opt := p.pdfOptions(paper, p.round())
	opt.Title = title.In(message.Vi)
	opt.Progress = func(done, total int) { p.opt.Progress(file, done, total) }
	err := p.write(file+".pdf", func(w io.Writer) error { return pdf.Write(ctx, w, pagesOf(pages), opt) })
	if err != nil {
		return err
	}
	p.files = append(p.files, File{Name: file + ".pdf", Title: title, Pages: len(pages), Warnings: problems})
	return nil
}

// wholePages warns of layouts that print their whole page on stock.
func (p *printer) wholePages(ctx context.Context) (problems []layout.Problem) {
	seen := map[string]bool{}
	for _, c := range p.batch.Input.Certificates {
		if seen[c.Layout] {
			continue
		}
		seen[c.Layout] = true
		if t, err := p.office.Layout(ctx, c.Layout); err == nil && !t.ForStock() {
			problems = append(problems, layout.Problem{Severity: layout.Warning, Message: wholePage.With("name", c.Layout)})
		}
	}
	return problems
}

// isCertificates reports whether a paper is drawn by the layouts of the
// certificates.
func isCertificates(paper papers.Paper) bool {
	return paper.Name == papers.Certificates.Name || paper.Name == papers.AwardStack.Name
}

func pagesOf(pages []layout.Page) iter.Seq[layout.Page] { return slices.Values(pages) }
