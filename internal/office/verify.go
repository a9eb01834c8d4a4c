package office

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg"
	_ "image/png"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"ocoprint/internal/install"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/pdf"
	"ocoprint/internal/qr"
	"ocoprint/internal/register"
	"ocoprint/internal/seal"
	"ocoprint/internal/verify"
)

var (
	scanUnread   = message.Define("scan-unread", "Không đọc được: {reason}", "Could not be read: {reason}")
	scanPageSkip = message.Define("scan-page-skip", "Trang chưa đọc: cần cài poppler-utils (pdftoppm) để đọc PDF này.", "Page not read: this PDF needs poppler-utils (pdftoppm).")
	scanTypo     = message.Define("scan-mistyped-id", "Mã “{value}” gõ sai: ký tự sau dấu / không khớp với phần trước.", "“{value}” is mistyped: the character after the slash does not fit what is before it.").
			Hint("Gõ lại đúng như in dưới mã QR, hoặc quét mã QR.", "Type it again as printed under the QR, or scan the QR.")
	scanUnknown = message.Define("scan-unknown-id", "Không có trong sổ: “{value}”.", "Not in the register: “{value}”.").
			Hint("Kiểm tra lại mã in dưới QR, kể cả ký tự kiểm tra; hoặc quét mã QR.", "Check the id under the QR, its check character too; or scan the QR.")
)

// scanLimit is the most that is read of one picture or PDF.
const scanLimit = 64 << 20

// Verifier checks scans as of a day.
type Verifier struct {
	office *Office // nil: no register at hand
	lookup verify.Lookup
	asOf   ocop.Date
	now    time.Time
}

const sampleBase = "https://ocop.example"

// Verifier gives a verifier that asks the register. With no address set it
// knows the sample address only.
func (o *Office) Verifier(ctx context.Context, asOf ocop.Date) (*Verifier, error) {
	bases, err := o.Bases(ctx)
	if err != nil {
		return nil, err
	}
	if len(bases) == 0 {
		bases = []string{sampleBase}
	}
	return &Verifier{office: o, lookup: o.Lookup(bases, asOf), asOf: asOf, now: o.Now()}, nil
}

// ListVerifier gives a verifier without a register: it knows the published
// lists of a folder (the v folder of a site) and pins the given roots.
func ListVerifier(lists fs.FS, bases []string, asOf ocop.Date, now time.Time, roots ...[]byte) *Verifier {
	return &Verifier{lookup: verify.OpenLists(lists, bases, nil, roots...), asOf: asOf, now: now}
}

// Check looks at things in their order: texts of codes, ids or numbers,
// pictures, PDFs, folders of those.
func (v *Verifier) Check(ctx context.Context, things []string) (verify.Report, error) {
	var pages []verify.Page
	for _, what := range things {
		found, err := v.pages(ctx, what)
		if err != nil {
			return verify.Report{}, err
		}
		pages = append(pages, found...)
	}
	return verify.Batch(ctx, pages, v.lookup, v.asOf, v.now), ctx.Err()
}

func (v *Verifier) pages(ctx context.Context, what string) ([]verify.Page, error) {
	info, err := os.Stat(what)
	switch {
	case err != nil && scannable(what) && !strings.Contains(what, "#"): // a file's name with no file behind it
		return unreadable(what, 1, fileMissing.With("file", what).Err()), nil
	case err != nil:
		return []verify.Page{v.text(ctx, what)}, nil
	case info.IsDir():
		return v.folder(ctx, what)
	}
	return v.file(ctx, what), nil
}

func (v *Verifier) folder(ctx context.Context, dir string) (all []verify.Page, err error) {
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !scannable(path) {
			return err
		}
		all = append(all, v.file(ctx, path)...)
		return ctx.Err()
	})
	return all, err
}

func scannable(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".pdf", ".png", ".jpg", ".jpeg":
		return true
	}
	return false
}

func (v *Verifier) file(ctx context.Context, path string) []verify.Page {
	data, err := readLimited(path)
	switch {
	case err != nil:
		return unreadable(path, 1, err)
	case bytes.HasPrefix(data, []byte("%PDF")):
		return v.pdf(ctx, path, data)
	}
	return []verify.Page{picture(path, 1, data)}
}

func unreadable(path string, page int, err error) []verify.Page {
	if _, said := message.Of(err); !said {
		err = scanUnread.With("reason", err.Error()).Err()
	}
	return []verify.Page{{Source: path, Number: page, Err: err}}
}

func readLimited(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > scanLimit {
		return nil, fmt.Errorf("larger than %d MiB", scanLimit>>20)
	}
	return os.ReadFile(path)
}

// pdf reads our own file by its embedded record, else the pictures of a scan,
// else the pages as pdftoppm draws them where it is installed.
func (v *Verifier) pdf(ctx context.Context, path string, data []byte) (all []verify.Page) {
	if texts := embedded(data); len(texts) > 0 {
		for i, text := range texts {
			all = append(all, verify.Page{Source: path, Number: i + 1, Texts: []string{text}})
		}
		return all
	}
	images, err := install.PageImages(ctx, path)
	if err == nil && len(images) > 0 {
		for i, img := range images {
			all = append(all, picture(path, i+1, img.Data))
		}
		return all
	}
	drawn, err := drawPages(ctx, path)
	if errors.Is(err, exec.ErrNotFound) {
		err = scanPageSkip.Err()
	}
	if err != nil {
		return unreadable(path, 1, err)
	}
	for i, page := range drawn {
		all = append(all, picture(path, i+1, page))
	}
	return all
}

// embedded gives the texts of the codes in our own file's record.
func embedded(data []byte) (texts []string) {
	files, err := pdf.Attachments(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil
	}
	for _, f := range files {
		if !holdsRecords(f) {
			continue
		}
		for line := range bytes.Lines(f.Data) {
			var rec register.Record
			if json.Unmarshal(line, &rec) == nil && rec.Cert.URL != "" {
				texts = append(texts, rec.Cert.URL)
			}
		}
	}
	return texts
}

// drawPages draws at most 200 pages at 200 dpi.
func drawPages(ctx context.Context, path string) ([][]byte, error) {
	tool, err := exec.LookPath("pdftoppm")
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "ocoprint-scan-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if err := exec.CommandContext(ctx, tool, "-r", "200", "-l", "200", "-png", path, filepath.Join(dir, "p")).Run(); err != nil {
		return nil, fmt.Errorf("pdftoppm: %w", err)
	}
	names, err := filepath.Glob(filepath.Join(dir, "p*.png"))
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	var pages [][]byte
	for _, name := range names {
		page, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		pages = append(pages, page)
	}
	return pages, nil
}

func picture(path string, page int, data []byte) verify.Page {
	cfg, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err == nil && cfg.Width*cfg.Height > 60_000_000 {
		err = fmt.Errorf("picture of %d × %d pixels is too large", cfg.Width, cfg.Height)
	}
	var img image.Image
	if err == nil {
		img, _, err = image.Decode(bytes.NewReader(data))
	}
	var texts []string
	if err == nil {
		texts, err = qr.Decode(img)
	}
	if err != nil {
		return unreadable(path, page, err)[0]
	}
	return verify.Page{Source: path, Number: page, Texts: texts}
}

// text is the text of a code, or an id or number: then the code that the
// register keeps for it is checked.
func (v *Verifier) text(ctx context.Context, text string) verify.Page {
	page := verify.Page{Source: text, Number: 1}
	if strings.Contains(text, "#") || strings.Contains(text, "://") || len(text) > 60 || v.office == nil {
		page.Source, page.Texts = abbreviated(text), []string{text}
		return page
	}
	names := []string{strings.TrimSpace(text)}
	id, ok := seal.FindTyped(text)
	if ok {
		names = append([]string{id}, names...)
	}
	for _, name := range names {
		it, err := v.office.Register.Get(ctx, name, v.asOf)
		if err == nil {
			page.Texts = []string{it.URL}
			return page
		}
	}
	page.Err = scanUnknown.With("value", text).Err()
	if !ok && typedID.MatchString(strings.ToUpper(strings.TrimSpace(text))) {
		page.Err = scanTypo.With("value", text).Err()
	}
	return page
}

// typedID has the shape of an id with its check character, LC-2023-2-001/J. With
// a wrong one it was mistyped.
var typedID = regexp.MustCompile(`^[A-Z0-9]+(-[A-Z0-9]+)+/[0-9A-Z]$`)

func abbreviated(text string) string {
	if r := []rune(text); len(r) > 48 {
		return string(r[:48]) + "…"
	}
	return text
}
