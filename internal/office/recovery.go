package office

import (
	"context"
	"encoding/base64"
	"encoding/pem"
	"io"
	"os"
	"path/filepath"
	"slices"

	"ocoprint/internal/durable"
	"ocoprint/internal/layout"
	"ocoprint/internal/ocop"
	"ocoprint/internal/pdf"
	"ocoprint/internal/qr"
)

// RecoverySheet writes the keys of an office on paper: each private key as it
// is kept, encrypted by the passphrase, as text and as a code where it fits.
// With the sheet and the passphrase the keys can be made again from nothing;
// with the sheet alone they cannot.
func (o *Office) RecoverySheet(ctx context.Context, box *KeyBox, holder, out string, asOf ocop.Date) error {
	if box.sample {
		return SampleKeysFixed.With("host", box.base).Err()
	}
	files, err := filepath.Glob(filepath.Join(box.dir, "*-*.pem"))
	if err != nil || len(files) == 0 {
		return NoKeys.With("dir", box.dir).Wrap(err)
	}
	slices.Sort(files)
	f := layout.NewFlow(layout.Decree30(), nil)
	recoveryHead(f, holder, asOf)
	for _, file := range files {
		if err := recoveryKey(f, file); err != nil {
			return err
		}
	}
	recoveryFoot(f)
	pages, problems := f.Pages()
	if worst := layout.Errors(problems); len(worst) > 0 {
		return worst[0].Err()
	}
	err = durable.WritePrivate(out, func(w io.Writer) error {
		return pdf.Write(ctx, w, slices.Values(pages), pdf.Options{Title: "Phiếu phục hồi khóa ký"})
	})
	return OutError(err, out)
}

func recoveryHead(f *layout.Flow, holder string, asOf ocop.Date) {
	f.Paragraph("PHIẾU PHỤC HỒI KHÓA KÝ", layout.Para{Size: 14, Bold: true, Align: layout.Center, After: 2})
	f.Paragraph(layout.Escape(holder), layout.Para{Bold: true, Align: layout.Center, After: 2})
	f.Paragraph("Lập "+asOf.Long()+". In một bản, cho vào phong bì niêm phong, cất nơi khác với máy tính. Mật khẩu viết riêng, "+
		"không để cùng phiếu: có phiếu mà không có mật khẩu thì không ký được.", layout.Para{Align: layout.Justify, After: 3})
}

// recoveryKey sets one encrypted key: name, code, text in lines of 64.
func recoveryKey(f *layout.Flow, file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return fileUnreadable.With("file", file).Wrap(err)
	}
	block, _ := pem.Decode(data)
	if block == nil {
		return KeysUnreadable.With("file", filepath.Base(file)).Err()
	}
	text := base64.StdEncoding.EncodeToString(block.Bytes)
	f.KeepTogether(func(f *layout.Flow) {
		f.Paragraph("**"+layout.Escape(filepath.Base(file))+"** – "+block.Type, layout.Para{Before: 3, After: 1})
		half := (len(text) + 1) / 2 // a key is too long for one code that phones read
		f.Place(48, codeMarks([]string{text[:half], text[half:]}, f.Left(), f.Y())...)
		for i := 0; i < len(text); i += 64 {
			f.Paragraph(layout.Escape(text[i:min(i+64, len(text))]), layout.Para{Size: 11})
		}
	})
	return nil
}

// codeMarks draws codes side by side, 45 mm each.
func codeMarks(parts []string, x, y float64) (marks []layout.Mark) {
	for i, part := range parts {
		code, err := qr.Encode(part)
		if err != nil {
			continue // the text below says the same
		}
		rows, err := encodeQR(part)
		if err != nil {
			continue
		}
		const dots = 1062 // of 600 dpi in 45 mm: a module is a whole number of them
		module := float64(dots/(code.N+2*qr.QuietZone)) * layout.Dot
		marks = append(marks, layout.QR{X: x + float64(i)*50, Y: y, Size: module * float64(code.N+2*qr.QuietZone),
			Quiet: qr.QuietZone, N: code.N, Modules: rows, Text: part})
	}
	return marks
}

func recoveryFoot(f *layout.Flow) {
	f.KeepTogether(func(f *layout.Flow) {
		f.Paragraph("**Cách phục hồi.** Quét hai mã nối nhau, hoặc gõ lại các dòng chữ vào tệp cùng tên, giữa hai dòng "+
			"“-----BEGIN ENCRYPTED PRIVATE KEY-----” và “-----END ENCRYPTED PRIVATE KEY-----”, đặt vào thư mục keys của sổ cùng tệp "+
			"keys.bin và root.pub.pem (hai tệp này công khai, có trong bản sao lưu). Thử bằng: openssl pkey -in TỆP -noout.",
			layout.Para{Align: layout.Justify, Before: 4, After: 4})
		f.Table(layout.Table{
			Columns: []layout.Col{{Title: "Người giữ phong bì"}, {Title: "Nơi cất"}, {Title: "Ngày"}, {Title: "Ký tên"}},
			Rows:    []layout.TableRow{{Cells: layout.Cells("", "", "", ""), MinH: 12}, {Cells: layout.Cells("", "", "", ""), MinH: 12}},
		})
	})
}
