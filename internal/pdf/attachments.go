package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
)

// Limits of what Attachments reads, whatever the file says.
const (
	maxAttachments     = 200_000
	maxAttachmentBytes = 64 << 20
	maxAllAttachments  = 256 << 20
	maxCatalogBytes    = 4 << 20
	maxDictBytes       = 64 << 10
)

// Attachments reads back the files embedded in a PDF that Write made, in
// order; a file of ours without any gives an empty list. Anything else, a
// damaged file, or one that another program saved again, is the error
// NotOurFile. Time and memory are bounded whatever the bytes say.
func Attachments(r io.ReaderAt, size int64) ([]Attachment, error) {
	list, err := readAttachments(ourFile{r: r, size: size})
	if err != nil {
		return nil, NotOurFile.With().Wrap(err)
	}
	return list, nil
}

// ourFile is a PDF whose every byte has the shape that this package writes;
// only that is understood.
type ourFile struct {
	r     io.ReaderAt
	size  int64
	table int64 // offset of the first row of the cross-reference table
	count int   // rows in it
}

func (f ourFile) read(at int64, n int) ([]byte, error) {
	if at < 0 || at >= f.size {
		return nil, fmt.Errorf("offset %d outside the file", at)
	}
	b := make([]byte, min(int64(n), f.size-at))
	got, err := f.r.ReadAt(b, at)
	if err != nil && !(errors.Is(err, io.EOF) && got == len(b)) {
		return nil, err
	}
	return b, nil
}

var (
	trailerShape = regexp.MustCompile(`trailer\n<< /Size (\d{1,9}) /Root 1 0 R /Info \d{1,9} 0 R /ID \[<[0-9A-F]{32}> <[0-9A-F]{32}>\] >>\nstartxref\n(\d{1,15})\n%%EOF\n$`)
	listShape    = regexp.MustCompile(` /AF \[((?:\d{1,9} 0 R ?)*)\]`)
	refShape     = regexp.MustCompile(`(\d{1,9}) 0 R`)
	specShape    = regexp.MustCompile(`^<< /Type /Filespec /F <([0-9A-F]*)> /UF <[0-9A-F]*> /Desc <([0-9A-F]*)> /AFRelationship /Data /EF << /F (\d{1,9}) 0 R `)
	fileShape    = regexp.MustCompile(`^<< /Type /EmbeddedFile /Subtype /([^ ]*) /Params << /Size (\d{1,9}) >> /Filter /FlateDecode /Length (\d{1,9}) >>\nstream\n`)
)

func readAttachments(f ourFile) ([]Attachment, error) {
	if err := f.open(); err != nil {
		return nil, err
	}
	catalog, err := f.object(catalogObject, maxCatalogBytes)
	if err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(catalog, []byte("<< /Type /Catalog ")) {
		return nil, errors.New("no catalog")
	}
	found := listShape.FindSubmatch(catalog)
	if found == nil {
		return nil, nil
	}
	var list []Attachment
	total := 0
	for _, m := range refShape.FindAllSubmatch(found[1], maxAttachments) {
		a, err := f.attachment(number(m[1]))
		if err != nil {
			return nil, fmt.Errorf("attachment %d: %w", len(list)+1, err)
		}
		if total += len(a.Data); total > maxAllAttachments {
			return nil, errors.New("attachments too large together")
		}
		list = append(list, a)
	}
	return list, nil
}

// open finds the cross-reference table.
func (f *ourFile) open() error {
	tail, err := f.read(max(0, f.size-400), 400)
	if err != nil {
		return err
	}
	m := trailerShape.FindSubmatch(tail)
	if m == nil {
		return errors.New("trailer is not ours")
	}
	f.count = number(m[1])
	start := int64(number(m[2]))
	head := fmt.Sprintf("xref\n0 %d\n", f.count)
	b, err := f.read(start, len(head))
	if err != nil || string(b) != head {
		return errors.New("no cross-reference table")
	}
	f.table = start + int64(len(head))
	return nil
}

// offset finds where an object begins.
func (f ourFile) offset(id int) (int64, error) {
	if id < 1 || id >= f.count {
		return 0, fmt.Errorf("no object %d", id)
	}
	row, err := f.read(f.table+20*int64(id), 20)
	if err != nil || len(row) < 20 || row[17] != 'n' {
		return 0, fmt.Errorf("no row for object %d", id)
	}
	return int64(number(row[:10])), nil
}

// object reads the start of an object, up to limit bytes or its end.
func (f ourFile) object(id, limit int) ([]byte, error) {
	at, err := f.offset(id)
	if err != nil {
		return nil, err
	}
	head := fmt.Sprintf("%d 0 obj\n", id)
	for n := 1 << 10; ; n *= 8 { // most objects are small
		b, err := f.read(at, min(n, limit)+len(head))
		if err != nil || !bytes.HasPrefix(b, []byte(head)) {
			return nil, fmt.Errorf("object %d is not where the table says", id)
		}
		b = b[len(head):]
		if end := bytes.Index(b, []byte("\nendobj\n")); end >= 0 {
			return b[:end], nil
		}
		if n >= limit {
			return b, nil
		}
	}
}
