package register

import (
	"context"
	"slices"
)

// Lacks is what restores could not bring back and nobody has made good yet, as
// an audit finds it, without an audit. Its zero value starts at the beginning
// of the journal; LookFor goes on from where it stood.
type Lacks struct {
	Gaps    []Gap
	Missing []Number // known to have been given, record lost

	seq    int64
	hash   []byte
	ranges []Event // numbers that became missing with or after a restore
}

// LookFor reads what is new in the journal. Numbers that an old register left
// out when it was entered are no loss and are not told.
func (r *Register) LookFor(ctx context.Context, l *Lacks) error {
	err := r.store.View(ctx, func(tx Tx) error {
		next := Lacks{Gaps: slices.Clone(l.Gaps), seq: l.seq, hash: l.hash, ranges: slices.Clone(l.ranges)}
		if e, ok, err := tx.Entry(l.seq); err != nil {
			return err
		} else if l.seq > 0 && (!ok || !slices.Equal(e.Hash, l.hash)) {
			next = Lacks{} // another register stands here since
		}
		if err := next.read(tx); err != nil {
			return err
		}
		for _, ev := range next.ranges {
			for seq := ev.From; seq <= ev.To; seq++ {
				n, ok, err := tx.Number(ev.Series, seq)
				if err != nil {
					return err
				}
				if ok && n.State == NumberMissing {
					next.Missing = append(next.Missing, n)
				}
			}
		}
		*l = next
		return nil
	})
	return r.sayBusy(err)
}

func (l *Lacks) read(tx Tx) error {
	for {
		page, err := tx.Entries(l.seq+1, 1000)
		if err != nil || len(page) == 0 {
			return err
		}
		for _, e := range page {
			if e.Seq <= l.seq {
				return errOrder
			}
			l.seq, l.hash = e.Seq, e.Hash
			if e.Kind != KindRestore && e.Kind != KindMissing {
				continue
			}
			ev, err := e.Event()
			if err != nil {
				return err
			}
			if g, ok := ev.gap(); ok && ev.Kind == KindRestore {
				l.Gaps = append(l.Gaps, g)
			}
			if ev.Kind == KindMissing && ev.Reason != oldRegister {
				l.ranges = append(l.ranges, ev)
			}
		}
	}
}
