package workbook

import (
	"context"
	"errors"
	"fmt"
)

// budget counts what one file has cost so far; everything is counted before
// it is held.
type budget struct {
	ctx       context.Context
	lim       Limits
	unpacked  int64
	cells     int
	merges    int
	textBytes int64
	added     int // cells that repetition added, .ods
}

// alive gives the refusal of a deadline that has passed, or the context's own
// error when the caller gave up.
func (b *budget) alive() error {
	switch err := b.ctx.Err(); {
	case err == nil:
		return nil
	case errors.Is(err, context.DeadlineExceeded):
		return refuse(FileTooComplex, msgTooSlow.With(), err)
	default:
		return err
	}
}

// unpack counts bytes that came out of an archive.
func (b *budget) unpack(n int64) error {
	b.unpacked += n
	if b.unpacked > b.lim.UnpackedBytes {
		return refuse(FileTooLargeUnpacked, msgTooLargeUnpacked.With("limit", megabytes(b.lim.UnpackedBytes)), nil)
	}
	return nil
}

// cell counts one cell that will be held.
func (b *budget) cell() error {
	if b.cells++; b.cells > b.lim.Cells {
		return refuse(FileTooManyCells, msgTooManyCells.With("limit", b.lim.Cells), nil)
	}
	return nil
}

// text counts text that will be held.
func (b *budget) text(n int) error {
	if n > b.lim.CellBytes {
		return tooComplex("", fmt.Errorf("a text of %d bytes", n))
	}
	b.textBytes += int64(n)
	if b.textBytes > b.lim.StringBytes {
		return refuse(FileTooLargeUnpacked, msgTooMuchText.With("limit", megabytes(b.lim.StringBytes)), nil)
	}
	return nil
}

// merge counts one merged range.
func (b *budget) merge() error {
	if b.merges++; b.merges > b.lim.Merges {
		return refuse(FileTooComplex, msgTooManyMerges.With("limit", b.lim.Merges), nil)
	}
	return nil
}

func megabytes(n int64) string { return fmt.Sprintf("%d MB", n>>20) }
