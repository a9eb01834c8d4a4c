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
	s := ocop.Settings{Authority: c.Authority, Signatory: c.Signatory, Sample: c.Sample}
	if kept, _, err := o.Register.Settings(ctx); err != nil {
		return "", nil, err
	} else {
		s.Ask = kept.Ask
	}
	in := o.input(ctx, s, []ocop.Certificate{c}, c.IssuedOn)
	run, problems := papers.NewBatch(in)
	if worst := layout.Errors(problems); len(worst) > 0 {
		return "", nil, paperRefused.With("paper", papers.Certificates.Title, "reason", worst[0].Message).Err()
	}
	pages, problems := run.Pages(0)
	if worst := layout.Errors(problems); len(worst) > 0 {
		return "", nil, worst[0].Err()
	}
	record, err := o.Register.RecordOf(ctx, c.ID)
	if err != nil {
		return "", nil, err
	}
	var b bytes.Buffer
	err = pdf.Write(ctx, &b, slices.Values(pages), singleOptions(o, in, c, record))
	return run.FileName(0), b.Bytes(), err
}

// singleOptions describe the file of one certificate. They depend on the
// certificate alone, so that a reprint gives the same bytes.
func singleOptions(o *Office, in papers.Input, c ocop.Certificate, record []byte) pdf.Options {
	return pdf.Options{
		Title:  "Giấy chứng nhận " + c.Number + " – " + c.Product.Name,
		Author: c.Authority.Name, Subject: c.Round.String(), Faces: in.Faces, Files: o.pictures(),
		StandardSubset: true, Workers: 1, Attachments: []pdf.Attachment{recordAttachment(record)},
	}
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
