package office

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"slices"

	"ocoprint/internal/durable"
	"ocoprint/internal/layout"
	"ocoprint/internal/ocop"
	"ocoprint/internal/papers"
	"ocoprint/internal/pdf"
	"ocoprint/internal/register"
)

// CertificatePDF sets one certificate from the register: the same bytes each
// time, whatever the settings say today.
func (o *Office) CertificatePDF(ctx context.Context, c ocop.Certificate) (name string, data []byte, err error) {
	name, pages, err := o.singleSetter(ctx)(c)
	if err != nil {
		return "", nil, err
	}
	record, err := o.Register.RecordOf(ctx, c.ID)
	if err != nil {
		return "", nil, err
	}
	var b bytes.Buffer
	err = pdf.Write(ctx, &b, slices.Values(pages), singleOptions(o, c, record))
	return name, b.Bytes(), err
}

// singleSetter gives what sets the page of one certificate from its frozen text
// alone. It may be used by several goroutines.
func (o *Office) singleSetter(ctx context.Context) func(ocop.Certificate) (name string, pages []layout.Page, err error) {
	all := o.input(ctx, ocop.Settings{}, nil, ocop.Date{})
	return func(c ocop.Certificate) (string, []layout.Page, error) {
		ask, err := o.frozenAnswers(ctx, c)
		if err != nil {
			return "", nil, err
		}
		in := all
		in.Settings = ocop.Settings{Authority: c.Authority, Signatory: c.Signatory, Sample: c.Sample, Ask: ask}
		in.Sample, in.Certificates, in.AsOf = sampleOf(in.Settings), []ocop.Certificate{c}, c.IssuedOn
		pages, problems := alone(in)
		return papers.CertificateFileName(c, 1), pages, certificatesRefused(problems)
	}
}

// alone sets the page of the only certificate of an input. With a problem of
// severity layout.Error there may be none.
func alone(in papers.Input) ([]layout.Page, []layout.Problem) {
	run, problems := papers.PlanBatch(in)
	if len(layout.Errors(problems)) > 0 {
		return nil, problems
	}
	pages, own := run.Pages(0)
	return pages, append(problems, own...)
}

// singleOptions describe the file of one certificate. They depend on the
// certificate alone, so that a reprint gives the same bytes.
func singleOptions(o *Office, c ocop.Certificate, record []byte) pdf.Options {
	faces, _ := o.faces(context.Background()) // without its fonts a page is refused by name
	return pdf.Options{
		Title: singleTitle(c), Author: c.Authority.Name, Subject: c.Round.String(), Faces: faces, Files: o.pictures(),
		StandardSubset: true, Workers: 1, Attachments: []pdf.Attachment{recordAttachment(record)},
	}
}

func singleTitle(c ocop.Certificate) string {
	return "Giấy chứng nhận " + c.Number + " – " + c.Product.Name
}

// Reprint writes a certificate again with the same number and bytes and
// records why (in lại).
func (o *Office) Reprint(ctx context.Context, id, reason, out string, asOf ocop.Date) (string, error) {
	it, err := o.Register.Get(ctx, id, asOf)
	if err != nil {
		return "", err
	}
	name, data, err := o.CertificatePDF(ctx, it.Certificate)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(data)
	err = o.Register.Reprint(ctx, it.ID, reason, register.Printing{Day: asOf, Files: map[string]string{it.ID: hex.EncodeToString(sum[:])}})
	if err != nil {
		return "", err
	}
	return writeInto(out, name, data)
}

// writeInto writes one file into a folder, made when missing.
func writeInto(out, name string, data []byte) (path string, err error) {
	path = filepath.Join(out, name)
	folder, err := durable.OpenFolder(out)
	if err != nil {
		return path, OutError(err, out)
	}
	defer folder.Close()
	return path, OutError(folder.WriteBytes(name, data), path)
}

// WriteCertificate writes one certificate's file and records its hash.
func (o *Office) WriteCertificate(ctx context.Context, id, out string, asOf ocop.Date) (string, error) {
	it, err := o.Register.Get(ctx, id, asOf)
	if err != nil {
		return "", err
	}
	name, data, err := o.CertificatePDF(ctx, it.Certificate)
	if err != nil {
		return "", err
	}
	path, err := writeInto(out, name, data)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(data)
	return path, o.Register.Print(ctx, []string{it.ID}, register.Printing{Day: asOf, Files: map[string]string{it.ID: hex.EncodeToString(sum[:])}})
}
