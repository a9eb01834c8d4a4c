package verify

import (
	"errors"
	"slices"
	"strings"
	"time"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/seal"
)

// source is one list as far as it could be loaded.
type source[T any] struct {
	list  T
	ok    bool // it was loaded
	fresh bool // and is not past its next update
}

// load asks for a list. Its error is “not checked”; one that is a message
// (refused, older than seen) becomes a note.
func load[T any](c *check, ask func() (T, error), head func(T) seal.Head) *source[T] {
	list, err := ask()
	if err != nil {
		var m *message.Error
		if errors.As(err, &m) {
			c.note(m.Message)
		}
		return &source[T]{}
	}
	h := head(list)
	c.made = append(c.made, h.Made)
	return &source[T]{list: list, ok: true, fresh: !h.Stale(c.now)}
}

// applying finds what happened to a certificate: what revokes it goes before
// what replaces it, the latest line first.
func applying(entries []seal.StatusEntry, b seal.Body) *seal.StatusEntry {
	var found *seal.StatusEntry
	for i := range entries {
		e := &entries[i]
		if !e.Applies(b) {
			continue
		}
		if found == nil || rank(e.Code) > rank(found.Code) || rank(e.Code) == rank(found.Code) && e.Day >= found.Day {
			found = e
		}
	}
	return found
}

func rank(c seal.StatusCode) int {
	return map[seal.StatusCode]int{seal.Superseded: 1, seal.LostSheet: 2, seal.Suspended: 3, seal.Revoked: 4}[c]
}

// full looks up the full text of a shortened name.
func (c *check) full() {
	if !c.body.Shortened() {
		return
	}
	c.note(NoteShortened.With())
	row := c.row(c.body.ID)
	if row == nil || row.Revision != c.body.Rev() {
		return
	}
	c.out.Row = row
	if !slices.Equal(seal.FullHash(row.Product, row.Producer, row.Place), c.body.FullHash) {
		c.out.Differs = true
		c.note(NoteDiffers.With())
	}
}

// row asks the public list; trouble is “no row”.
func (c *check) row(id string) *seal.Row {
	if !seal.ValidID(id) {
		return nil
	}
	row, found, err := c.lookup.Row(c.ctx, id)
	if err != nil || !found {
		return nil
	}
	return &row
}

// today is the day asked for, else the day of now in Vietnam, never before
// the day on which a list that we hold was made.
func (c *check) today() seal.Day {
	if !c.asOf.IsZero() {
		return seal.Day(c.asOf.Days())
	}
	return max(seal.DayAt(c.now), c.newest())
}

func (c *check) newest() (day seal.Day) {
	for _, m := range c.made {
		day = max(day, dayOf(m))
	}
	return day
}

// tooLate is how far past a list's making a clock may be before it is called
// wrong: no office leaves its lists alone for ten years.
const tooLate = 10 * 365 * 24 * time.Hour

// finish adds what holds for every outcome: the day, the list's date, a clock
// that cannot be right.
func (c *check) finish() {
	c.out.AsOf = ocop.DateFromDays(int(c.today()))
	for _, m := range c.made {
		if c.out.ListMade.IsZero() || m.Before(c.out.ListMade) {
			c.out.ListMade = m
		}
	}
	for _, m := range c.made {
		if c.now.Before(m) || c.now.Sub(m) > tooLate {
			c.note(NoteClock.With("day", c.newest()))
			break
		}
	}
	if c.out.Unchecked && slices.Contains([]Code{R, S, E, P}, c.out.Code) {
		c.note(NoteUnchecked.With())
	}
}

func dayOf(t time.Time) seal.Day { return seal.DayAt(t) }

func firstPart(id string) string {
	head, _, _ := strings.Cut(id, "-")
	return head + "-"
}

func isNewer(err error) bool { return errors.Is(err, seal.ErrNewer) }
