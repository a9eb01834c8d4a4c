package office

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"ocoprint/internal/durable"
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/papers"
	"ocoprint/internal/pdf"
	"ocoprint/internal/seal"
	"ocoprint/templates"
)

// ShippedLayout gives the layout.json of a layout that comes with the program.
func ShippedLayout(name string) ([]byte, error) {
	id, _, _ := strings.Cut(name, "/")
	data, err := templates.Layout(id)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, NoLayout.With("name", name).Err()
	}
	return data, err
}

// WriteFile writes one file, whole or not at all.
func WriteFile(path string, data []byte) error {
	err := durable.WriteFile(path, func(w io.Writer) error { _, err := w.Write(data); return err })
	return OutError(err, path)
}

// oddNames try a layout with ten names of 16 to 178 letters, as councils write
// them; all invented.
var oddNames = []string{
	"Chè dây Minh Họa",
	"ƯỚT ỴẠ ỘỆ Ễ Ỡ Ữ Ằ",
	"Mật ong hoa rừng Minh Họa San Thàng",
	"Trà shan tuyết cổ thụ Minh Họa (hộp 100 g)",
	"Chẳm chéo thảo mộc Ví Dụ – gia vị chấm của đồng bào vùng cao",
	"Gạo séng cù Minh Họa Đông Phong hạt dài, gặt tay, sấy lạnh (túi 5 kg, 10 kg)",
	"Hạt mắc-ca sấy nứt vỏ tách nhân vị muối biển Minh Họa Đồi Chè, túi zip 250 g và hộp quà 2 túi × 500 g",
	"Bộ sản phẩm trà xanh, trà ô long, hồng trà và trà sen ướp hoa tươi của Hợp tác xã Minh Họa Bản Ví Dụ (bộ quà tặng 4 hộp × 80 g)",
	"Dịch vụ du lịch sinh thái, nghỉ dưỡng và trải nghiệm văn hóa cộng đồng bản Minh Họa: dệt thổ cẩm, nấu rượu ngô men lá, hái chè shan tuyết cổ thụ cùng đồng bào",
	"Thịt trâu gác bếp tẩm mắc khén, hạt dổi, gừng núi và ớt chỉ thiên hun khói củi nhãn bốn mươi tám giờ theo lối cổ truyền của đồng bào vùng cao – Minh Họa Ví Dụ (túi hút khí 500 g)",
}

var fitLine = message.Define("office-fit-line", "{row}: ô {box} – {lines} dòng, cỡ {size} pt", "{row}: box {box} – {lines} lines, {size} pt")

// PreviewLayout writes a proof of a layout with the oddest names, one page
// each, and gives the fit report, worst first. Nothing on it is real.
func PreviewLayout(ctx context.Context, t *layout.Template, out string, grid bool, a Assets) ([]message.Message, error) {
	rows := previewRows()
	faces, err := a.Faces()
	if err != nil {
		return nil, err
	}
	opt := layout.Options{QR: encodeQR, Grid: grid, Faces: faces, Pictures: &a}
	opt.Sizes = t.Plan(rows, opt)
	for _, row := range rows {
		t.Answer(row.Values, nil)
	}
	pages, err := drawRows(t, rows, opt)
	if err != nil {
		return nil, err
	}
	var lines []message.Message
	for _, f := range t.FitReport(rows, opt) {
		lines = append(lines, fitLine.With("row", f.Label, "box", f.Box, "lines", f.Lines, "size", fmt.Sprintf("%.1f", f.Size)))
	}
	err = durable.WriteFile(out, func(w io.Writer) error {
		return pdf.Write(ctx, w, slices.Values(pages), pdf.Options{Title: t.Title, Faces: faces, Files: a.File})
	})
	return lines, OutError(err, out)
}

func drawRows(t *layout.Template, rows []layout.Row, opt layout.Options) (pages []layout.Page, err error) {
	for i, row := range rows {
		opt.Index, opt.Place = i, row.Place
		drawn, problems := t.Render(row.Values, opt)
		if worst := layout.Errors(problems); len(worst) > 0 {
			return nil, worst[0].Err()
		}
		pages = append(pages, drawn...)
	}
	return pages, nil
}

// Gallery writes the ten odd names in every shipped design, each set alone:
// what a leader looks at before choosing one. It gives the number of pages.
func Gallery(ctx context.Context, out string) (n int, err error) {
	var pages []layout.Page
	for _, id := range templates.IDs() {
		t, err := papers.ShippedLayout(id)
		if err != nil {
			return 0, err
		}
		drawn, err := drawRows(t, previewRows(), layout.Options{QR: encodeQR})
		if err != nil {
			return 0, fmt.Errorf("draw %s: %w", id, err)
		}
		if len(drawn) > 0 {
			drawn[0].Bookmark = t.Title
		}
		pages = append(pages, drawn...)
	}
	err = durable.WriteFile(out, func(w io.Writer) error {
		return pdf.Write(ctx, w, slices.Values(pages), pdf.Options{Title: "Bộ sưu tập mẫu giấy chứng nhận"})
	})
	return len(pages), OutError(err, out)
}

// previewRows are certificates of nobody, one for each odd name: with three to
// five stars, with and without a line above the authority's.
func previewRows() (rows []layout.Row) {
	decided := ocop.Date{Year: 2023, Month: 11, Day: 20}
	for i, name := range oddNames {
		c := ocop.Certificate{
			ID: fmt.Sprintf("LC-2023-2-%03d", i+1), Number: fmt.Sprintf("%02d/2023/GCN-UBND", i+1), Seq: i + 1, Order: i + 1, Revision: 1,
			Product:  ocop.Product{Name: name, Group: "Thực phẩm"},
			Producer: ocop.Producer{Name: "Hợp tác xã Nông nghiệp Minh Họa San Thàng", Address: "Bản Ví Dụ, xã San Thàng, thành phố Lai Châu", Commune: "xã San Thàng"},
			Place:    "xã San Thàng, tỉnh Lai Châu", Stars: 3, Round: ocop.Round{No: 2, Year: 2023},
			Decision:  ocop.Decision{Number: "0000/QĐ-UBND", Date: decided, Issuer: "Ủy ban nhân dân thành phố Lai Châu"},
			Authority: ocop.Authority{Name: "Ủy ban nhân dân thành phố Lai Châu", Above: "Ủy ban nhân dân tỉnh Lai Châu", Place: "Lai Châu", Prefix: "LC", BaseURL: sampleBase, Province: "tỉnh Lai Châu"},
			Signatory: ocop.Signatory{Lines: []string{"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}, Name: "(Họ và tên người ký)"},
			IssuedOn:  decided, ValidFrom: decided, LastDay: decided.AddMonths(36), Sample: true,
		}
		c.Stars = ocop.Stars(3 + i%3)
		if i%2 == 1 {
			c.Authority.Above = ""
		}
		if i > 6 {
			c.Producer.Name = "Công ty TNHH MTV Đầu tư Nông nghiệp công nghệ cao và Du lịch sinh thái cộng đồng Minh Họa San Thàng – Chi nhánh Ví Dụ"
		}
		sealed, err := (sealer{base: sampleBase, key: seal.SampleCert("LC-")}).Seal(c)
		if err == nil {
			c.URL, c.Code = sealed.URL, sealed.Code
		}
		rows = append(rows, layout.Row{Values: papers.CertificateValues(c, printedID(c.ID), nil), Place: layout.Place{Row: i + 1, Label: name}})
	}
	return rows
}

// InstallLayoutFile installs a layout file with the pictures and fonts beside
// it. Each is checked, and pictures are normalised, in a child process first.
func (o *Office) InstallLayoutFile(ctx context.Context, path string) (*layout.Template, error) {
	source, err := LoadFile(path)
	if err != nil {
		return nil, err
	}
	t, err := layout.LoadTemplate(filepath.Base(path), source)
	if err != nil {
		return nil, err
	}
	a, err := Beside(ctx, t, filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	return o.InstallAssets(ctx, source, a)
}

// AssetsOf gives the files that an installed layout was installed with.
func (o *Office) AssetsOf(ctx context.Context, name string) (a Assets, err error) {
	kept, ok, err := o.keptLayout(ctx, name)
	if err != nil || !ok {
		return a, err
	}
	read := func(hashes map[string]string) map[string][]byte {
		files := map[string][]byte{}
		for file, hash := range hashes {
			data, berr := o.Register.Blob(ctx, hash)
			err = cmp.Or(err, berr)
			files[file] = data
		}
		return files
	}
	a.Pictures, a.Fonts = read(kept.Files), read(kept.Fonts)
	return a, err
}
