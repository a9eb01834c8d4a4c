package pdf

import (
	"errors"
	"io"
)

// Attachments reads back the files embedded in a PDF that Write made, in
// order. Anything else, or a damaged file, is an error; time and memory are
// bounded whatever the bytes say.
func Attachments(r io.ReaderAt, size int64) ([]Attachment, error) {
	return nil, errors.New("pdf: not built yet")
}
