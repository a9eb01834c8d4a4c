package intake

import (
	"context"
	"errors"

	"ocoprint/internal/ocop"
	"ocoprint/internal/workbook"
)

// GuestList is a roster (danh sách đại biểu) read from a workbook.
type GuestList struct {
	Groups   []ocop.GuestGroup // in the order of the file; one without a name when it has no groups
	Findings []ocop.Finding    // Refuse when it is no roster: a table of results is told by name
}

// ReadGuests reads the guests of a workbook: a header with a person's name and
// a title or an office, group rows in protocol order. The error is the
// context's, or none.
func ReadGuests(ctx context.Context, b *workbook.Book, o Options) (*GuestList, error) {
	return nil, errors.New("not built yet")
}
