package register

import (
	"context"
	"iter"
	"strings"

	"ocoprint/internal/ocop"
)

// StatusLine is one line for the public status list.
type StatusLine struct {
	ID       string
	Revision int       // applies up to this revision; 0: all
	What     Kind      // KindRevoke, KindSuspend, KindReplace, KindCancel or KindLost
	Day      ocop.Date // from which it applies
	Ref      string    // decision, new id, or serial of the lost sheet
}

// StatusLines gives what the public status list of an id prefix ("LC-", "":
// all) says on a day, in the order in which it was entered. A new revision
// makes the earlier ones KindReplace.
func (r *Register) StatusLines(ctx context.Context, prefix string, asOf ocop.Date) ([]StatusLine, error) {
	asOf = r.day(asOf)
	var all []StatusLine
	at := map[string]int{} // open suspension of an id -> its line
	for ev, err := range r.Journal(ctx, 1) {
		if err != nil {
			return nil, err
		}
		line, ok := statusLine(ev)
		if !ok || !strings.HasPrefix(line.ID, prefix) || line.Day.After(asOf) {
			continue
		}
		if i, open := at[line.ID]; open && ev.Kind != KindLost {
			all[i].ID = "" // lifted, or overtaken by something that stays
			delete(at, line.ID)
		}
		if ev.Kind == KindLift || ev.Kind == KindSuspend && !ev.Until.IsZero() && asOf.After(ev.Until) {
			continue
		}
		if ev.Kind == KindSuspend {
			at[line.ID] = len(all)
		}
		all = append(all, line)
	}
	kept := all[:0]
	for _, l := range all {
		if l.ID != "" {
			kept = append(kept, l)
		}
	}
	return kept, nil
}

func statusLine(ev Event) (StatusLine, bool) {
	line := StatusLine{ID: ev.ID, What: ev.Kind, Day: ev.Day}
	if ev.Decision != nil {
		line.Ref = ev.Decision.Number
	}
	switch {
	case ev.Cert != nil && ev.Replaces != "":
		return StatusLine{ID: ev.Replaces, What: KindReplace, Day: ev.Day, Ref: ev.Cert.ID}, true
	case ev.Cert != nil && ev.Cert.Revision > 1:
		return StatusLine{ID: ev.Cert.ID, Revision: ev.Cert.Revision - 1, What: KindReplace, Day: ev.Day, Ref: ev.Cert.ID}, true
	case ev.Kind == KindRevoke, ev.Kind == KindSuspend, ev.Kind == KindLift, ev.Kind == KindCancel:
		return line, true
	case ev.Kind == KindLost && ev.ID != "":
		line.Ref = ev.Blank
		return line, true
	}
	return line, false
}

// Identity names one signed text for the register's public shards.
type Identity struct {
	ID       string
	Revision int
	IssuedOn ocop.Date
	Identity []byte // SHA-256 of the signed bytes
}

// Identities walks through every signed text ever entered, all revisions.
func (r *Register) Identities(ctx context.Context) iter.Seq2[Identity, error] {
	return func(yield func(Identity, error) bool) {
		for ev, err := range r.Journal(ctx, 1) {
			if err != nil {
				yield(Identity{}, err)
				return
			}
			if c := ev.Cert; c != nil && len(c.Identity) > 0 {
				if !yield(Identity{ID: c.ID, Revision: c.Revision, IssuedOn: c.IssuedOn, Identity: c.Identity}, nil) {
					return
				}
			}
		}
	}
}
