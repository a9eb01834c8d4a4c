package office

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"sync"

	"ocoprint/internal/durable"
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/papers"
	"ocoprint/internal/pdf"
	"ocoprint/internal/register"
	"ocoprint/internal/seal"
	"ocoprint/internal/workbook"
)

// File is one file that was written.
type File struct {
	Name  string // inside the output folder
	Title message.Message
	Pages int // 0 for a workbook

	Warnings []layout.Problem // what a person should look at before it is printed
}

// PrintOptions say which papers go where.
type PrintOptions struct {
	Out      string
	Only     []string // names of papers; empty: the main four
	Singles  bool     // one PDF a certificate too
	Press    Press    // of the certificates
	Progress func(stage string, done, total int)
}

func (opt PrintOptions) withProgress() PrintOptions {
	if opt.Progress == nil {
		opt.Progress = func(string, int, int) {}
	}
	return opt
}

var (
	UnknownPaper = message.Define("office-unknown-paper", "Không có giấy tờ “{name}”.", "There is no paper “{name}”.").
			Hint("Xem tên bằng “ocoprint papers”.", "See the names with “ocoprint papers”.")
	paperRefused = message.Define("office-paper-refused", "Không in được “{paper}”: {reason}", "“{paper}” cannot be printed: {reason}")
	outLocked    = message.Define("office-out-held", "Không ghi được “{file}”: tệp đang mở ở chương trình khác.",
		"“{file}” cannot be written: another program holds it open.").
		Hint("Đóng tệp PDF hay Excel đang mở rồi chạy lại; số đã cấp không đổi.", "Close the open PDF or Excel file and run it again; issued numbers stay.")
	outDenied = message.Define("office-out-denied", "Không có quyền ghi vào “{file}”.", "“{file}” may not be written.").
			Hint("Chọn thư mục khác bằng --out, ví dụ thư mục Documents.", "Choose another folder with --out.")
	outFull = message.Define("office-out-full", "Ổ đĩa đầy khi ghi “{file}”.", "The disk is full while writing “{file}”.").
		Hint("Dọn bớt ổ đĩa hoặc chọn --out ở ổ khác rồi chạy lại; số đã cấp không đổi và không cấp lần nữa.",
			"Free some space or choose --out on another disk and run it again; issued numbers stay and are not given again.")
	outFailed = message.Define("office-out-failed", "Không ghi được “{file}”.", "“{file}” cannot be written.")
)

// SinglesFolder holds one PDF a certificate.
const SinglesFolder = "tung-giay"

// recordFile is the attachment that carries a certificate's record; those of a
// large batch go on in others.
const (
	recordFile     = "ban-ghi.jsonl"
	recordFileNext = "ban-ghi-%d.jsonl"
)

// Print writes papers of a batch as files. Each appears whole or not at all. One
// that must not be printed, say because a name does not fit, keeps none of the
// others back; the first such refusal is the error.
func (o *Office) Print(ctx context.Context, b *Batch, opt PrintOptions) (files []File, err error) {
	list, err := choosePapers(opt.Only)
	if err != nil {
		return nil, err
	}
	folder, err := durable.OpenFolder(opt.Out)
	if err != nil {
		return nil, OutError(err, opt.Out)
	}
	defer folder.Close()
	p := &printer{office: o, batch: b, folder: folder, opt: opt.withProgress()}
	var refused error // the first: the papers after it are made all the same
	for _, paper := range list {
		err := p.paper(ctx, paper)
		if err != nil && (isCertificates(paper) || !errors.Is(err, paperRefused.Err())) {
			return p.files, err
		}
		if refused == nil {
			refused = err
		}
	}
	return p.files, refused
}

func choosePapers(names []string) (list []papers.Paper, err error) {
	if len(names) == 0 {
		return papers.Main, nil
	}
	for _, name := range names {
		if name == "all" || name == "tat-ca" {
			return papers.All, nil
		}
		paper, ok := papers.Find(name)
		if !ok {
			return nil, UnknownPaper.With("name", name).Err()
		}
		list = append(list, paper)
	}
	return list, nil
}

// printer writes the papers of one batch into one folder.
type printer struct {
	office *Office
	batch  *Batch
	folder *durable.Folder
	opt    PrintOptions
	files  []File
}

func (p *printer) paper(ctx context.Context, paper papers.Paper) error {
	if isCertificates(paper) && !p.opt.Press.digital() {
		return p.pressed(ctx, paper)
	}
	if paper.Name == papers.Certificates.Name {
		return p.certificates(ctx)
	}
	in := p.batch.Input
	if paper.Name == papers.Reconciliation.Name {
		in.Reading = printableReading(in)
	}
	pages, problems := paper.Pages(in)
	if worst := layout.Errors(problems); len(worst) > 0 {
		return paperRefused.With("paper", paper.Title, "reason", worst[0].Message).Err()
	}
	if len(pages) > 0 {
		name := paper.File + ".pdf"
		p.opt.Progress(paper.File, 0, len(pages))
		err := p.write(name, func(w io.Writer) error {
			return pdf.Write(ctx, w, slices.Values(pages), p.pdfOptions(paper, p.round()))
		})
		if err != nil {
			return err
		}
		p.files = append(p.files, File{Name: name, Title: paper.Title.With(), Pages: len(pages), Warnings: problems})
	}
	return p.table(paper)
}

func (p *printer) table(paper papers.Paper) error {
	if paper.Table == nil {
		return nil
	}
	t := paper.Table(p.batch.Input)
	if t == nil {
		return nil
	}
	name := paper.File + ".xlsx"
	if err := p.write(name, func(w io.Writer) error { return workbook.WriteTable(w, sheetOf(t)) }); err != nil {
		return err
	}
	p.files = append(p.files, File{Name: name, Title: paper.Title.With()})
	return nil
}

// certificates writes all in one file, and one file each.
func (p *printer) certificates(ctx context.Context) error {
	in := p.batch.Input
	if len(in.Certificates) == 0 {
		return nil
	}
	run, problems := papers.PlanBatch(in)
	at := func(i int) (ocop.Certificate, error) { return in.Certificates[i], nil }
	records := func(from, to int, take func([]byte) error) error {
		return p.office.Register.Records(ctx, ids(in.Certificates[from:to]), take)
	}
	if err := p.together(ctx, run, problems, len(in.Certificates), at, records); err != nil {
		return err
	}
	if !p.opt.Singles {
		return nil
	}
	return p.singles(ctx)
}

// together writes the file of all certificates of a planned batch, given by at.
// Each is drawn and checked once: one that is refused ends the file before it
// appears.
func (p *printer) together(ctx context.Context, run *papers.Batch, problems []layout.Problem, n int, at func(i int) (ocop.Certificate, error), records recordSource) error {
	if err := certificatesRefused(problems); err != nil {
		return err
	}
	name := papers.Certificates.File + ".pdf"
	var seen remarks
	pages := func(i int) ([]layout.Page, error) {
		c, err := at(i)
		if err != nil {
			return nil, err
		}
		drawn, problems := run.Draw(i, c)
		seen.add(i, problems)
		return drawn, certificatesRefused(problems)
	}
	first, err := at(0)
	if err != nil {
		return err
	}
	opt := p.pdfOptions(papers.Certificates, first.Round.String())
	opt.Total = n
	opt.Progress = func(done, total int) { p.opt.Progress(name, done, total) }
	opt.Attachments = allRecords(n, records)
	err = p.write(name, func(w io.Writer) error { return pdf.WriteEach(ctx, w, n, pages, opt) })
	if err != nil {
		return err
	}
	problems = append(problems, seen.inOrder()...)
	p.files = append(p.files, File{Name: name, Title: papers.Certificates.Title.With(), Pages: n, Warnings: problems})
	return nil
}

// remarks are what is said of certificates of a batch: of most, nothing. Several
// goroutines may add.
type remarks struct {
	mu   sync.Mutex
	kept map[int][]layout.Problem
}

func (r *remarks) add(i int, problems []layout.Problem) {
	if len(problems) == 0 {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.kept == nil {
		r.kept = map[int][]layout.Problem{}
	}
	r.kept[i] = problems
}

// inOrder gives all of them as the certificates stand.
func (r *remarks) inOrder() (all []layout.Problem) {
	for _, i := range slices.Sorted(maps.Keys(r.kept)) {
		all = append(all, r.kept[i]...)
	}
	return all
}

// certificatesRefused is the first reason why a certificate must not be printed.
func certificatesRefused(problems []layout.Problem) error {
	worst := layout.Errors(problems)
	if len(worst) == 0 {
		return nil
	}
	return paperRefused.With("paper", papers.Certificates.Title, "reason", worst[0].Message).Err()
}

// singles writes each certificate as its own file, set for itself, so that a
// reprint gives the same bytes. What the files share (fonts, frame, ornaments)
// is composed once for certificates of one issuer.
func (p *printer) singles(ctx context.Context) error {
	certs := p.batch.Input.Certificates
	folder, err := p.folder.Series(SinglesFolder)
	if err != nil {
		return OutError(err, SinglesFolder)
	}
	defer folder.Close()
	names := durable.NewNames()
	hashes := make(map[string]string, len(certs))
	for from := 0; from < len(certs); {
		to := from + 1
		for to < len(certs) && certs[to].Authority.Name == certs[from].Authority.Name {
			to++
		}
		if err := p.span(ctx, folder, from, certs[from:to], names, hashes); err != nil {
			return err
		}
		from = to
	}
	if err := folder.Sync(); err != nil {
		return OutError(err, SinglesFolder)
	}
	p.files = append(p.files, File{Name: SinglesFolder + "/", Title: singleFiles.With("n", len(certs)), Pages: len(certs)})
	return p.remember(ctx, hashes)
}

// span writes the files of certificates of one issuer; from is the place of the
// first among all.
func (p *printer) span(ctx context.Context, folder *durable.Folder, from int, certs []ocop.Certificate, names *durable.Names, hashes map[string]string) error {
	set := p.office.singleSetter(ctx)
	total := len(p.batch.Input.Certificates)
	pages := func(i int) ([]layout.Page, error) {
		_, pages, err := set(certs[i])
		return pages, err
	}
	recordOf := p.recordsAhead(ctx, certs)
	data := new(bytes.Buffer) // of one file after the other
	create := func(i int) (pdf.File, error) {
		c := certs[i]
		record, err := recordOf(i)
		if err != nil {
			return pdf.File{}, err
		}
		data.Reset()
		done := func(sum [sha256.Size]byte, err error) error {
			if err != nil {
				return err
			}
			hashes[c.ID] = hex.EncodeToString(sum[:])
			name := names.Unique(papers.CertificateFileName(c, total))
			err = OutError(folder.WriteBytes(name, data.Bytes()), SinglesFolder+"/"+name)
			p.opt.Progress(SinglesFolder, from+i+1, total)
			return err
		}
		return pdf.File{W: data, Done: done, Title: singleTitle(c), Subject: c.Round.String(), Attachments: []pdf.Attachment{recordAttachment(record)}}, nil
	}
	opt := singleOptions(p.office, certs[0], nil)
	opt.Workers, opt.Attachments = 0, nil // any number of workers gives the same bytes
	return pdf.WriteFiles(ctx, len(certs), pages, create, opt)
}

var singleFiles = message.Define("office-single-files", "{n} tệp, mỗi giấy chứng nhận một tệp", "{n} {n|file|files}, one a certificate")

// remember records the hash of each file in the register: a later printing
// that cannot give the same bytes says so (design.md §2).
func (p *printer) remember(ctx context.Context, hashes map[string]string) error {
	if p.office.Register.Writable() != nil {
		return nil
	}
	return p.office.Register.Print(ctx, ids(p.batch.Input.Certificates), register.Printing{Day: p.batch.Input.AsOf, Files: hashes})
}

func recordAttachment(data []byte) pdf.Attachment {
	return pdf.Attachment{
		Name: recordFile, MIME: "application/jsonl", Data: data,
		Description: "Bản ghi có chữ ký của giấy chứng nhận (ocop-record/1), một dòng một giấy",
	}
}

// recordsPart is how many records one attachment holds: a PDF says how long an
// embedded file is before its first byte, so each is held, compressed, until it
// is complete; and who reads it back holds it whole.
var recordsPart = 5000

// allRecords are the attachments of n certificates, a line each; records hands
// over those from one to before another.
func allRecords(n int, records recordSource) (all []pdf.Attachment) {
	for from := 0; from < n; from += recordsPart {
		to := min(from+recordsPart, n)
		a := recordAttachment(nil)
		if from > 0 {
			a.Name = fmt.Sprintf(recordFileNext, from/recordsPart+1)
		}
		a.Fill = func(w io.Writer) error {
			between := ""
			return records(from, to, func(record []byte) error {
				if _, err := io.WriteString(w, between); err != nil {
					return err
				}
				between = "\n"
				_, err := w.Write(record)
				return err
			})
		}
		all = append(all, a)
	}
	return all
}

type recordSource func(from, to int, take func([]byte) error) error

// holdsRecords reports whether an attachment is one of records.
func holdsRecords(a pdf.Attachment) bool {
	var n int
	_, err := fmt.Sscanf(a.Name, recordFileNext, &n)
	return a.Name == recordFile || err == nil && a.Name == fmt.Sprintf(recordFileNext, n)
}

// recordsAhead gives the records one after the other, read some hundred at once.
func (p *printer) recordsAhead(ctx context.Context, certs []ocop.Certificate) func(i int) ([]byte, error) {
	const ahead = 200
	var records [][]byte
	return func(i int) ([]byte, error) {
		if i%ahead == 0 {
			records = records[:0]
			err := p.office.Register.Records(ctx, ids(certs[i:min(i+ahead, len(certs))]), func(record []byte) error {
				records = append(records, record)
				return nil
			})
			if err != nil {
				return nil, err
			}
		}
		return records[i%ahead], nil
	}
}

func ids(certs []ocop.Certificate) []string {
	list := make([]string, len(certs))
	for i, c := range certs {
		list[i] = c.ID
	}
	return list
}

func (p *printer) pdfOptions(paper papers.Paper, round string) pdf.Options {
	in := p.batch.Input
	title := paper.Title.In(message.Vi)
	if round != "" {
		title += " – " + round
	}
	return pdf.Options{
		Title: title, Author: in.Settings.Authority.Name, Subject: in.Settings.Conference.Title,
		Faces: in.Faces, Files: p.office.pictures(),
	}
}

func (p *printer) round() string {
	if certs := p.batch.Input.Certificates; len(certs) > 0 {
		return certs[0].Round.String()
	}
	return ""
}

func (p *printer) write(name string, fill func(io.Writer) error) error {
	return OutError(p.folder.WriteFile(name, fill), name)
}

// CheckOut makes the folder of results when it is missing and tries whether a
// file can be written there, before anything is issued that would be printed
// into it.
func CheckOut(out string) error {
	folder, err := durable.OpenFolder(out)
	if err != nil {
		return OutError(err, out)
	}
	defer folder.Close()
	probe, err := os.CreateTemp(out, ".ocoprint-*.tmp")
	if err != nil {
		if errors.Is(err, fs.ErrPermission) {
			return outDenied.With("file", out).Wrap(err)
		}
		return OutError(err, out)
	}
	return errors.Join(probe.Close(), os.Remove(probe.Name()))
}

// OutError says in words why a file could not be written.
func OutError(err error, file string) error {
	if err == nil {
		return nil
	}
	if _, said := message.Of(err); said {
		return err
	}
	for _, known := range []struct {
		cause error
		say   *message.Text
	}{{durable.ErrInUse, outLocked}, {durable.ErrPermission, outDenied}, {durable.ErrNoSpace, outFull}} {
		if errors.Is(err, known.cause) {
			return known.say.With("file", file).Wrap(err)
		}
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return outFailed.With("file", file).Wrap(err)
}

// printedID is the id as it stands under the code, with its check character.
func printedID(id string) string { return seal.WithCheck(id) }

// sheetOf turns a list paper into a workbook's table.
func sheetOf(t *papers.Table) workbook.Table {
	out := workbook.Table{Sheet: t.Sheet, Numbering: t.Numbering, Page: workbook.Page{Landscape: t.Landscape}}
	for _, l := range t.Title {
		out.Title = append(out.Title, lineOf(l))
	}
	for _, l := range t.Footer {
		out.Footer = append(out.Footer, lineOf(l))
	}
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, workbook.Column{Header: c.Header, Group: c.Group, Width: c.Width, Align: workbook.Align(c.Align)})
	}
	for _, r := range t.Rows {
		row := workbook.TableRow{Section: r.Section, Bold: r.Bold}
		for _, cell := range r.Cells {
			row.Cells = append(row.Cells, plainCell(cell))
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

func lineOf(l papers.TableLine) workbook.Line {
	return workbook.Line{Text: l.Text, Bold: l.Bold, Italic: l.Italic, Size: l.Size, Align: workbook.Align(l.Align), From: l.From, To: l.To, Same: l.Same}
}

func plainCell(v any) any {
	if d, ok := v.(ocop.Date); ok {
		if d.IsZero() {
			return nil
		}
		return workbook.Moment{Year: d.Year, Month: d.Month, Day: d.Day}
	}
	return v
}
