package register

import (
	"bytes"
	"context"
	"fmt"
)

// AuditPair compares an older and a newer state of one register: the older
// must be a prefix of the newer. The first problem names the first entry that
// differs; two copies that were both written after a copy are found here.
func AuditPair(ctx context.Context, older, newer Store) (rep Report, err error) {
	err = older.View(ctx, func(old Tx) error {
		return newer.View(ctx, func(now Tx) error {
			rep, err = auditPair(old, now)
			return err
		})
	})
	return rep, err
}

func auditPair(old, now Tx) (rep Report, err error) {
	was, err := old.Head()
	if err != nil {
		return rep, err
	}
	if rep.Head, err = now.Head(); err != nil {
		return rep, err
	}
	bad := func(seq int64, format string, args ...any) {
		rep.Problems = append(rep.Problems, Problem{Seq: seq, Where: "entry", What: fmt.Sprintf(format, args...)})
	}
	if was.Register != rep.Head.Register {
		bad(0, "two registers: %s and %s", was.Register, rep.Head.Register)
		return rep, nil
	}
	hash := noHash
	for next := int64(1); ; {
		a, err := old.Entries(next, 1000)
		if err != nil {
			return rep, err
		}
		b, err := now.Entries(next, len(a))
		if err != nil {
			return rep, err
		}
		for i := range a {
			switch {
			case i >= len(b):
				bad(a[i].Seq, "the newer one ends before entry %d", a[i].Seq)
				return rep, nil
			case a[i].Seq != b[i].Seq || !bytes.Equal(a[i].Body, b[i].Body) || !bytes.Equal(a[i].Hash, b[i].Hash):
				bad(a[i].Seq, "entry %d differs: %s of %q at %d, and %s of %q at %d", a[i].Seq,
					a[i].Kind, a[i].ID, a[i].At, b[i].Kind, b[i].ID, b[i].At)
				return rep, nil
			case !bytes.Equal(b[i].Hash, chainHash(b[i].Seq, hash, b[i].Body)):
				bad(b[i].Seq, "entry %d does not follow the one before it", b[i].Seq)
				return rep, nil
			}
			hash = b[i].Hash
			rep.Entries++
		}
		if len(a) == 0 {
			return rep, nil
		}
		if a[len(a)-1].Seq < next {
			return rep, errOrder
		}
		next = a[len(a)-1].Seq + 1
	}
}
