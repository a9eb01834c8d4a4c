package register

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ocoprint/internal/ocop"
)

// recordFormat names what an issued PDF carries.
const recordFormat = "ocop-record/1"

// Record is a certificate as an issued PDF carries it, so that the register
// can be rebuilt (P12). It holds no personal data.
type Record = recordWith[*ocop.Certificate]

// recordWith is a record whose certificate is read, or still JSON.
type recordWith[C any] struct {
	Format string   `json:"format"` // "ocop-record/1"
	Entry  int64    `json:"entry"`
	Key    string   `json:"key"`
	Refs   []string `json:"refs,omitempty"`
	Source *Source  `json:"source,omitempty"`
	Prior  string   `json:"replaces,omitempty"`
	Cert   C        `json:"cert"`
}

// RecordOf gives the record that goes into a certificate's PDF, the same bytes
// each time.
func (r *Register) RecordOf(ctx context.Context, id string) (b []byte, err error) {
	err = r.Records(ctx, []string{id}, func(record []byte) error { b = record; return nil })
	return b, err
}

// Records hands over the records of certificates in the order of ids. It reads
// some hundred in one transaction, and none is open while take works.
func (r *Register) Records(ctx context.Context, ids []string, take func(record []byte) error) error {
	return recordsOf(ctx, r, ids, eachText, take)
}

// RecordsAt is Records for certificates whose texts stand in these entries
// (Found.Entry).
func (r *Register) RecordsAt(ctx context.Context, entries []int64, take func(record []byte) error) error {
	return recordsOf(ctx, r, entries, eachEntry, take)
}

func recordsOf[K any](ctx context.Context, r *Register, keys []K, each func(Tx, []K, func(Entry) error) error, take func(record []byte) error) error {
	for part := range slices.Chunk(keys, atOnce) {
		records := make([][]byte, 0, len(part))
		err := r.store.View(ctx, func(tx Tx) error {
			records = records[:0]
			return each(tx, part, func(e Entry) error {
				b, err := e.record()
				records = append(records, b)
				return err
			})
		})
		if err != nil {
			return r.sayBusy(err)
		}
		for _, b := range records {
			if err := take(b); err != nil {
				return err
			}
		}
	}
	return nil
}

// CertificatesAt gives the certificates whose texts stand in these entries
// (Found.Entry), in their order.
func (r *Register) CertificatesAt(ctx context.Context, entries []int64) (all []ocop.Certificate, err error) {
	err = r.store.View(ctx, func(tx Tx) error {
		all = make([]ocop.Certificate, 0, len(entries))
		var reader certReader
		return eachEntry(tx, entries, func(e Entry) error {
			c, err := reader.read(e)
			all = append(all, c)
			return err
		})
	})
	return all, r.sayBusy(err)
}

// eachEntry hands over entries in the order of their numbers. Those of a batch
// follow each other and are read together.
func eachEntry(tx Tx, seqs []int64, take func(Entry) error) error {
	for len(seqs) > 0 {
		n := 1
		for n < len(seqs) && seqs[n] == seqs[n-1]+1 {
			n++
		}
		entries, err := tx.Entries(seqs[0], n)
		if err != nil {
			return err
		}
		for i, seq := range seqs[:n] {
			if i >= len(entries) || entries[i].Seq != seq {
				return RegisterDamaged.With("seq", seq, "where", "certificate").Wrap(errOrder)
			}
			if err := take(entries[i]); err != nil {
				return fmt.Errorf("entry %d: %w", seq, err)
			}
		}
		seqs = seqs[n:]
	}
	return nil
}

// atOnce is how many certificates one reading transaction looks at.
const atOnce = 250

// eachText hands over the entries that hold the latest texts, in the order of ids.
func eachText(tx Tx, ids []string, take func(Entry) error) error {
	entries, err := tx.Texts(ids)
	if err != nil {
		return err
	}
	by := make(map[string]Entry, len(entries))
	for _, e := range entries {
		by[e.ID] = e
	}
	for _, id := range ids {
		e, ok := by[id]
		if !ok {
			return CertificateUnknown.With("name", id).Err()
		}
		if err := take(e); err != nil {
			return fmt.Errorf("text of %s: %w", id, err)
		}
	}
	return nil
}

// record takes the certificate as it stands in the journal, byte for byte: an
// entry calls these fields as a record does, the rest is the record's own.
func (e Entry) record() ([]byte, error) {
	var key, refs, source, prior, cert []byte
	parts := map[string]*[]byte{"key": &key, "refs": &refs, "source": &source, "replaces": &prior, "cert": &cert}
	err := eachField(e.Body, func(name, value []byte) {
		if place := parts[string(name)]; place != nil {
			*place = value
		}
	})
	if err != nil || cert == nil {
		return nil, RegisterDamaged.With("seq", e.Seq, "where", "certificate").Wrap(err)
	}
	b := make([]byte, 0, len(e.Body)+64)
	b = fmt.Appendf(b, `{"format":%q,"entry":%d`, recordFormat, e.Seq)
	if key == nil {
		key = []byte(`""`)
	}
	for _, f := range []struct {
		name  string
		value []byte
	}{{"key", key}, {"refs", refs}, {"source", source}, {"replaces", prior}, {"cert", cert}} {
		if f.value != nil {
			b = append(fmt.Appendf(b, ",%q:", f.name), f.value...)
		}
	}
	return append(b, '}'), nil
}

// ParseRecord reads what RecordOf wrote.
func ParseRecord(b []byte) (rec Record, err error) {
	if err := json.Unmarshal(b, &rec); err != nil {
		return Record{}, fmt.Errorf("read record: %w", err)
	}
	if rec.Format != recordFormat || rec.Cert == nil || rec.Cert.ID == "" || rec.Cert.Seq < 1 || rec.Cert.Series == "" || rec.Cert.Revision < 1 {
		return Record{}, fmt.Errorf("read record: not a record of a certificate")
	}
	return rec, nil
}

// KnownOutside is what is known of numbers outside the register: heads kept in
// a second place, published lists, issued PDFs, and for a restore of what has
// happened: the lost register as far as it can be read, and signed lists.
type KnownOutside struct {
	Heads   []Head
	Records []Record
	IDs     []string    // public ids from published lists
	Lost    string      // file or folder of the lost register
	Lists   []Announced // published status lists, signatures checked
}

// Advance makes sure that no number known outside is given again, after a
// restore (P10): numbers above the register's own become missing entries until
// they are rebuilt or closed by a person. It gives the missing ones.
func (r *Register) Advance(ctx context.Context, known KnownOutside, reason string) (missing []Number, err error) {
	err = r.write(ctx, KindRestore, func(w *writer) error {
		tops := known.tops()
		if len(known.Heads) > 0 {
			if err := w.add(restored(known.Heads, reason, w)); err != nil {
				return err
			}
		}
		for _, series := range slices.Sorted(maps.Keys(tops)) {
			from, to := w.head.Tops[series]+1, tops[series]
			if from > to {
				continue
			}
			if err := w.add(Event{Kind: KindMissing, Day: dayOf(w.now), Series: series, From: from, To: to, Reason: reason}); err != nil {
				return err
			}
		}
		missing = nil
		for n, err := range numbers(w.tx) {
			if err != nil {
				return err
			}
			if n.State == NumberMissing {
				missing = append(missing, n)
			}
		}
		return nil
	})
	return missing, err
}

// tops gives the highest number known of each series and id group.
func (k KnownOutside) tops() map[string]int {
	tops := map[string]int{}
	raise := func(name string, n int) { tops[name] = max(tops[name], n) }
	for _, h := range k.Heads {
		for name, n := range h.Tops {
			raise(name, n)
		}
	}
	for _, rec := range k.Records {
		raise(rec.Cert.Series, rec.Cert.Seq)
		raise(splitID(rec.Cert.ID))
	}
	for _, id := range k.IDs {
		raise(splitID(id))
	}
	return tops
}

// restored says from where the register was taken up again, and what was known
// to have followed: the journal forks here from what was lost.
func restored(heads []Head, reason string, w *writer) Event {
	last := heads[0]
	for _, h := range heads {
		if h.Seq > last.Seq {
			last = h
		}
	}
	info := map[string]string{"here": w.head.Short(), "known": last.Short()}
	if n := last.Seq - w.head.Seq; n > 0 {
		info["lost"] = strconv.FormatInt(n, 10)
		info["from"], info["to"] = strconv.FormatInt(w.head.At, 10), strconv.FormatInt(last.At, 10)
	}
	return Event{Kind: KindRestore, Day: dayOf(w.now), Reason: reason, Info: info}
}

// Rebuild enters certificates again from the records of issued PDFs, in the
// order in which they were entered first. check verifies a record's signature
// (seal.Open and comparison of the fields); refused ones are returned by
// their place with the reason and stay out. Certificates that the register has
// are passed over; numbers between those found become missing.
func (r *Register) Rebuild(ctx context.Context, records []Record, check func(ocop.Certificate) error) (entered int, refused map[int]error, err error) {
	refused = map[int]error{}
	var good []Record
	for i, rec := range records {
		err := recordFits(rec)
		if err == nil {
			err = check(*rec.Cert)
		}
		if err != nil {
			refused[i] = err
			continue
		}
		good = append(good, rec)
	}
	slices.SortStableFunc(good, func(a, b Record) int {
		return cmp.Or(cmp.Compare(a.Entry, b.Entry), cmp.Compare(a.Cert.ID, b.Cert.ID), cmp.Compare(a.Cert.Revision, b.Cert.Revision))
	})
	err = r.write(ctx, KindRebuild, func(w *writer) error {
		entered = 0
		if err := w.fillGaps(good); err != nil {
			return err
		}
		for _, rec := range good {
			did, err := w.rebuild(rec)
			if err != nil {
				return err
			}
			if did {
				entered++
			}
		}
		return nil
	})
	return entered, refused, err
}

// mostMissing is the widest gap that records may open: what a record says of
// its number is not signed.
const mostMissing = 100_000

// fits: number, series and id agree with each other. The pattern is not asked:
// a corrected certificate keeps its number on a later issue day.
func recordFits(rec Record) error {
	c := *rec.Cert
	group, err := idGroup(c)
	if err != nil {
		return err
	}
	own, n := splitID(c.ID)
	before, after, one := strings.Cut(strings.TrimPrefix(c.Series, c.Authority.Code+"|"), "#")
	digits, ok1 := strings.CutPrefix(c.Number, before)
	digits, ok2 := strings.CutSuffix(digits, after)
	seq, err := strconv.Atoi(digits)
	if !one || !ok1 || !ok2 || err != nil || seq != c.Seq || seq < 1 || seq > mostMissing || seriesAuthority(c.Series) != c.Authority.Code ||
		own != group || n < 1 || !idForm.MatchString(c.ID) {
		return fmt.Errorf("record of %q: number %q, series %q and place %d do not fit together", c.ID, c.Number, c.Series, c.Seq)
	}
	return nil
}

// fillGaps makes every number up to the highest record known: given below by
// rebuild, or missing.
func (w *writer) fillGaps(records []Record) error {
	tops := KnownOutside{Records: records}.tops()
	for _, series := range slices.Sorted(maps.Keys(tops)) {
		from, to := w.head.Tops[series]+1, tops[series]
		if from > to || strings.HasPrefix(series, "id:") {
			continue
		}
		if err := w.add(Event{Kind: KindMissing, Day: dayOf(w.now), Series: series, From: from, To: to, Reason: "rebuild"}); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) rebuild(rec Record) (did bool, err error) {
	c := *rec.Cert
	row, had, err := w.tx.Row(c.ID)
	if err != nil || had && row.Revision >= c.Revision {
		return false, err
	}
	if !had {
		n, known, err := w.tx.Number(c.Series, c.Seq)
		if err != nil {
			return false, err
		}
		if known && n.State != NumberMissing {
			return false, NumberTaken.With("number", c.Number, "other", n.ID).Err()
		}
	}
	ev := Event{Kind: KindRebuild, Day: c.IssuedOn, ID: c.ID, Revision: c.Revision, Key: rec.Key, Refs: nil, Source: rec.Source, Cert: &c}
	if _, ok, err := w.tx.Row(rec.Prior); err != nil {
		return false, err
	} else if ok {
		ev.Replaces = rec.Prior
	}
	return true, w.add(ev)
}
