package office

import (
	"context"
	"errors"
	"sync"
	"time"

	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
	"ocoprint/internal/seal"
	"ocoprint/internal/verify"
)

// lookup answers the verifier from the register itself: always fresh, nothing
// personal.
type lookup struct {
	office *Office
	bases  []string
	now    time.Time
	asOf   ocop.Date

	once   sync.Once
	shards [256][][8]byte
	failed error
}

// Lookup is what a verifier asks, for the office's own addresses.
func (o *Office) Lookup(bases []string, asOf ocop.Date) verify.Lookup {
	return &lookup{office: o, bases: bases, now: o.Now(), asOf: asOf}
}

// Bases are the addresses whose codes are opened.
func (l *lookup) Bases() []string { return l.bases }

// Keys is the key list: of the office, and the sample keys for sample addresses.
func (l *lookup) Keys(context.Context) (seal.KeyList, error) {
	all := seal.KeyList{Head: l.head()}
	for _, base := range l.bases {
		list, err := l.office.KeyBox(base).List(l.now)
		if err != nil {
			return all, err
		}
		all.Keys = append(all.Keys, list.Keys...)
		all.Sample = all.Sample || list.Sample
	}
	return all, nil
}

func (l *lookup) head() seal.Head {
	made := l.now.UTC().Truncate(time.Second)
	return seal.Head{Sequence: 1, Made: made, Next: made.AddDate(0, 0, listDays)}
}

// Status gives what happened to one certificate.
func (l *lookup) Status(ctx context.Context, prefix, id string) (seal.StatusList, error) {
	list := seal.StatusList{Head: l.head(), Prefix: prefix}
	lines, err := l.office.Register.StatusLines(ctx, prefix, l.asOf)
	if err != nil {
		return list, err
	}
	for _, line := range lines {
		if line.ID == id {
			list.Entries = append(list.Entries, statusEntry(line))
		}
	}
	return list, nil
}

func statusEntry(l register.StatusLine) seal.StatusEntry {
	code := map[register.Kind]seal.StatusCode{
		register.KindRevoke: seal.Revoked, register.KindSuspend: seal.Suspended, register.KindReplace: seal.Superseded,
		register.KindCancel: seal.Revoked, register.KindLost: seal.LostSheet,
	}[l.What]
	return seal.StatusEntry{ID: l.ID, Revision: l.Revision, Code: code, Day: seal.Day(l.Day.Days()), Ref: l.Ref}
}

// Shard lists the identities that begin with a byte, of everything that was
// ever issued. The register is walked through once for all shards.
func (l *lookup) Shard(ctx context.Context, number byte) (seal.Shard, error) {
	l.once.Do(func() {
		l.failed = l.office.eachRevision(ctx, register.Filter{AsOf: l.asOf}, func(c ocop.Certificate, _ register.Item) error {
			if len(c.Identity) >= 8 {
				l.shards[c.Identity[0]] = append(l.shards[c.Identity[0]], [8]byte(c.Identity[:8]))
			}
			return nil
		})
		for i := range l.shards {
			sortIdentities(l.shards[i])
		}
	})
	return seal.Shard{Head: l.head(), Number: number, Identities: l.shards[number]}, l.failed
}

// Row is the certificate's line of the public list.
func (l *lookup) Row(ctx context.Context, id string) (seal.Row, bool, error) {
	it, err := l.office.Register.Get(ctx, id, l.asOf)
	if errors.Is(err, register.CertificateUnknown.Err()) {
		return seal.Row{}, false, nil
	} else if err != nil {
		return seal.Row{}, false, err
	}
	return publicRow(it), it.ID == id, nil
}

// publicRow is what the public may know of a certificate.
func publicRow(it register.Item) seal.Row {
	row := seal.Row{
		ID: it.ID, Product: it.Product.Name, Producer: it.Producer.Name, Place: it.Place, Stars: int(it.Stars),
		Decision: it.Decision.Number, Decided: seal.Day(it.Decision.Date.Days()), Issued: seal.Day(it.IssuedOn.Days()),
		LastDay: seal.Day(it.LastDay.Days()), Revision: it.Revision,
	}
	switch it.Status {
	case ocop.Revoked, ocop.Cancelled:
		row.Status = seal.Revoked
	case ocop.Suspended:
		row.Status = seal.Suspended
	case ocop.Superseded:
		row.Status = seal.Superseded
	}
	return row
}

// eachRevision walks through every text that was ever signed.
func (o *Office) eachRevision(ctx context.Context, f register.Filter, see func(ocop.Certificate, register.Item) error) error {
	for it, err := range o.Register.All(ctx, f) {
		if err != nil {
			return err
		}
		if it.Revision <= 1 {
			if err := see(it.Certificate, it); err != nil {
				return err
			}
			continue
		}
		revisions, err := o.Register.Revisions(ctx, it.ID)
		if err != nil {
			return err
		}
		for _, c := range revisions {
			if err := see(c, it); err != nil {
				return err
			}
		}
	}
	return nil
}

// Bases are the public addresses of the office: of its settings and of its
// issuer profiles, each once.
func (o *Office) Bases(ctx context.Context) (bases []string, err error) {
	s, _, err := o.Register.Settings(ctx)
	if err != nil {
		return nil, err
	}
	profiles, err := o.Register.Profiles(ctx)
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{"": true}
	for _, a := range append([]ocop.Authority{s.Authority}, profiles...) {
		if !seen[a.BaseURL] {
			seen[a.BaseURL] = true
			bases = append(bases, a.BaseURL)
		}
	}
	return bases, nil
}
