package workbook

import (
	"context"
	"errors"
)

// Options says how to open a file. The zero value is useful.
type Options struct {
	Password string // for encrypted files
	Limits   Limits
}

// Open reads a workbook from its bytes. The name only tells whether the
// extension fits the content. The error is a *Refusal, or the context's when
// it was cancelled; a deadline that passes is refused as FILE_TOO_COMPLEX.
func Open(ctx context.Context, name string, data []byte, o Options) (*Book, error) {
	return nil, errors.New("not built yet")
}

// OpenFile is Open for a file on disk, which is read once and never changed.
func OpenFile(ctx context.Context, path string, o Options) (*Book, error) {
	return nil, errors.New("not built yet")
}
