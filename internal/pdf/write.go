package pdf

import (
	"context"
	"errors"
	"io"
	"iter"

	"ocoprint/internal/layout"
)

func writeSeq(ctx context.Context, w io.Writer, pages iter.Seq2[layout.Page, error], o Options) error {
	return errors.New("pdf: not built yet")
}

func writeEach(ctx context.Context, w io.Writer, n int, pages func(i int) ([]layout.Page, error), o Options) error {
	return errors.New("pdf: not built yet")
}

// Attachments reads back the files embedded in a PDF that Write made, in
// order. Anything else, or a damaged file, is an error; time and memory are
// bounded whatever the bytes say.
func Attachments(r io.ReaderAt, size int64) ([]Attachment, error) {
	return nil, errors.New("pdf: not built yet")
}
