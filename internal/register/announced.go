package register

import (
	"fmt"
	"strings"

	"ocoprint/internal/ocop"
)

// Announced is what a signed status list, published after a backup, says.
type Announced struct {
	Lines  []StatusLine
	Prefix string // of the ids that it is about: "LC-"
	At     int64  // when it was made, ms since 1970
	Name   string // of the list, for the journal
}

// announce enters the published statuses that the register does not know yet: a
// certificate that was revoked in public must not be valid again after a
// restore. What cannot be entered without its record (a replacement, a
// certificate that is missing, a suspension that is no longer in the list) is
// told instead.
func (w *writer) announce(a Announced, reason string) (entered, told []NewerStatus, err error) {
	for _, line := range a.Lines {
		if line.ID == "" {
			continue // a lost sheet without its certificate
		}
		row, ok, err := w.tx.Row(line.ID)
		if err != nil {
			return nil, nil, err
		}
		s := NewerStatus{StatusLine: line, Number: row.Number}
		switch l := row.lived(ocop.Date{}); {
		case ok && w.knows(row, l, line):
			continue
		case !ok, line.What == KindReplace, !l.cancelled.IsZero(), !l.replaced.IsZero(), !l.revoked.IsZero():
			told = append(told, s)
			continue
		}
		ev := Event{Kind: line.What, Day: line.Day, ID: line.ID, Reason: reason, Info: map[string]string{"from": a.Name}}
		if line.What == KindLost {
			ev.Blank = line.Ref
		} else if line.Ref != "" {
			ev.Decision = &ocop.Decision{Number: line.Ref}
		}
		if err := w.add(ev); err != nil {
			return nil, nil, fmt.Errorf("enter published status of %s: %w", line.ID, err)
		}
		entered = append(entered, s)
	}
	return entered, told, nil
}

// knows: the register says the same, or something that stays.
func (w *writer) knows(row Row, l life, line StatusLine) bool {
	switch line.What {
	case KindRevoke: // a cancelled one is published as revoked
		return !l.revoked.IsZero() || !l.cancelled.IsZero()
	case KindSuspend:
		return !l.suspended.IsZero()
	case KindReplace:
		return !l.replaced.IsZero() || line.Ref == row.ID && row.Revision > line.Revision
	case KindLost:
		return w.knowsSheet(row.ID, line.Ref)
	}
	return true
}

func (w *writer) knowsSheet(id, blank string) bool {
	all, err := w.tx.EntriesOf(id)
	for _, e := range all {
		if ev, bad := e.Event(); bad == nil && ev.Kind == KindLost && ev.Blank == blank {
			return true
		}
	}
	return err != nil
}

// lifted gives suspensions of the backup that a later list no longer has.
func (w *writer) lifted(a Announced, before []StatusLine) (told []NewerStatus, err error) {
	listed := map[string]bool{}
	for _, l := range a.Lines {
		listed[l.ID] = true
	}
	for _, l := range before {
		if l.What != KindSuspend || listed[l.ID] || !strings.HasPrefix(l.ID, a.Prefix) {
			continue
		}
		row, _, err := w.tx.Row(l.ID)
		if err != nil {
			return nil, err
		}
		told = append(told, NewerStatus{StatusLine: l, Number: row.Number, Lift: true})
	}
	return told, nil
}
