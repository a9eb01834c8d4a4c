package register

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// Report is what an audit found.
type Report struct {
	Head         Head
	Entries      int64
	Certificates int
	Numbers      int
	Missing      []Number  // known to have been given, record lost
	Problems     []Problem // empty: the register is whole
	Notes        []string  // worth knowing, no damage
	Gaps         []Gap     // what restores could not bring back
}

// Gap is a time whose entries were lost and did not come back with a restore: a
// certificate that was revoked in it counts as valid.
type Gap struct {
	Entry    int64 // the restore
	Day      ocop.Date
	Lost     int64 // entries, by the head in the second place
	From, To int64 // of the last entry kept and the last one lost, ms since 1970
}

// gap reads what a restore could not bring back.
func (ev Event) gap() (g Gap, ok bool) {
	g = Gap{Entry: ev.Seq, Day: ev.Day}
	for name, n := range map[string]*int64{"lost": &g.Lost, "from": &g.From, "to": &g.To} {
		*n, _ = strconv.ParseInt(ev.Info[name], 10, 64)
	}
	return g, g.Lost > 0
}

// Problem is something that does not fit, with the first entry it touches.
type Problem struct {
	Seq   int64  // entry, 0 when it touches none
	Where string // entry | head | second head | certificate | number | result | personal | blob | store
	What  string // plain words for the log
	Text  *message.Text
}

// OK reports whether nothing was found.
func (rep Report) OK() bool { return len(rep.Problems) == 0 }

// Err is the first problem as a sentence, nil when there is none.
func (rep Report) Err() error {
	if rep.OK() {
		return nil
	}
	p := rep.Problems[0]
	if p.Text == RegisterTailLost {
		return RegisterTailLost.With("have", rep.Entries, "want", p.Seq).Err()
	}
	if p.Text == HeadOfAnother {
		return HeadOfAnother.With("other", p.What, "own", rep.Head.Register).Err()
	}
	return RegisterDamaged.With("seq", p.Seq, "where", p.Where).Wrap(errors.New(p.What))
}

// Checker is a Store that can check its own files beyond what it gives back.
type Checker interface {
	Check(ctx context.Context) error
}

// Audit reads the whole register, derives everything again from the journal,
// compares, and compares the head with the second place. Problems are in the
// order of the journal: the first names the first bad entry. The error is
// about reading, not about what was found.
func (r *Register) Audit(ctx context.Context) (Report, error) {
	a := &audit{r: r, memory: newMemoryIndex()}
	defer forgetKeys()
	// The second place is read before the journal: while this reads, others may
	// go on, and what they add must not look like a tail that was lost.
	if r.opt.Head != nil {
		a.second.head, a.second.kept, a.second.err = r.opt.Head.Load()
	}
	err := r.store.View(ctx, func(tx Tx) error {
		a.tx = tx
		for _, step := range []func() error{a.journal, a.headFits, a.secondHead, a.rows, a.numbers, a.results, a.blobs} {
			if err := step(); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return a.rep, fmt.Errorf("audit: %w", err)
	}
	return a.rep, nil
}

type audit struct {
	r      *Register
	tx     Tx
	rep    Report
	memory *memoryIndex
	head   Head // derived
	broken bool // the chain broke: what follows is not derived
	second struct {
		head Head
		kept bool
		err  error
	}
}

func (a *audit) bad(seq int64, where, format string, args ...any) {
	if len(a.rep.Problems) < 100 {
		a.rep.Problems = append(a.rep.Problems, Problem{Seq: seq, Where: where, What: fmt.Sprintf(format, args...)})
	}
}

// journal walks the chain and derives the indexes on the way.
func (a *audit) journal() error {
	personal := &personalWalk{tx: a.tx}
	a.head.Tops = map[string]int{}
	for {
		page, err := a.tx.Entries(a.head.Seq+1, 250)
		if err != nil {
			return err
		}
		for i, d := range decode(page) {
			if err := a.entry(page[i], d, personal); err != nil {
				return err
			}
			if a.broken {
				return nil
			}
		}
		if len(page) == 0 {
			break
		}
	}
	a.rep.Entries = a.head.Seq
	return personal.rest(a)
}

// entry checks one entry against the one before it.
func (a *audit) entry(e Entry, d decoded, personal *personalWalk) error {
	want, ev := a.head.Seq+1, d.ev
	a.broken = true
	switch {
	case e.Seq != want:
		a.bad(want, "entry", "entry %d is gone: %d follows", want, e.Seq)
	case !bytes.Equal(e.Hash, chainHash(e.Seq, a.head.Hash, e.Body)):
		a.bad(want, "entry", "entry %d was changed, or does not follow the one before it", want)
	case d.err != nil:
		a.bad(want, "entry", "entry %d cannot be read: %v", want, d.err)
	case ev.Kind != e.Kind || ev.ID != e.ID || ev.At != e.At:
		a.bad(want, "entry", "entry %d is filed as %s of %q, but says %s of %q", want, e.Kind, e.ID, ev.Kind, ev.ID)
	default:
		a.broken = false
	}
	if a.broken {
		a.rep.Entries = a.head.Seq
		return nil
	}
	a.head.follow(e, ev)
	if err := projectDerived(a.memory, ev, d.own); err != nil {
		a.bad(want, "entry", "entry %d does not fit what came before: %v", want, err)
	}
	return personal.check(a, ev)
}

// headFits compares the stored head with the derived one.
func (a *audit) headFits() error {
	stored, err := a.tx.Head()
	if err != nil {
		return err
	}
	a.rep.Head = stored
	if !a.broken && !stored.same(a.head) {
		a.bad(min(stored.Seq, a.head.Seq)+1, "head", "the head says %d entries (%s), the journal has %d (%s)",
			stored.Seq, stored.Short(), a.head.Seq, a.head.Short())
	}
	return nil
}

// secondHead compares with the second place: without it a cut-off tail would
// go unseen.
func (a *audit) secondHead() error {
	if a.r.opt.Head == nil || a.broken {
		return nil
	}
	kept, ok, err := a.second.head, a.second.kept, a.second.err
	switch {
	case err != nil:
		a.bad(0, "second head", "%v", err)
	case !ok:
		a.rep.Notes = append(a.rep.Notes, "no head was kept in the second place")
	case kept.Register != a.head.Register:
		a.bad(0, "second head", "%s", kept.Register)
		a.rep.Problems[len(a.rep.Problems)-1].Text = HeadOfAnother
	case a.memory.known[kept.Short()]:
		a.rep.Notes = append(a.rep.Notes, "the second place knows what was lost before a restore")
	case kept.Seq > a.head.Seq:
		a.bad(kept.Seq, "second head", "the second place knows %d entries, the journal has %d", kept.Seq, a.head.Seq)
		a.rep.Problems[len(a.rep.Problems)-1].Text = RegisterTailLost
	case kept.Seq > 0:
		return a.keptEntry(kept)
	}
	return nil
}

func (a *audit) keptEntry(kept Head) error {
	e, _, err := a.tx.Entry(kept.Seq)
	if err == nil && !bytes.Equal(e.Hash, kept.Hash) {
		a.bad(kept.Seq, "second head", "the second place knows another entry %d", kept.Seq)
	}
	return err
}
