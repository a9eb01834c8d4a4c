// Package registertest proves a register's store with one suite (Run) and
// offers one in memory (Memory) for the tests of the floors above.
//
// A store's own test is a few lines: it opens an empty store and calls Run.
package registertest

import (
	"bytes"
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"sync"

	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
)

// Memory gives an empty store in memory. It keeps nothing after the process.
func Memory() register.Store { return &memory{s: newState()} }

type memory struct {
	mu sync.RWMutex
	s  *state
}

// state holds the tables; undo takes back what a failed transaction did.
type state struct {
	head     register.Head
	entries  []register.Entry
	byID     map[string][]int64
	rows     map[string]register.Row
	order    []string // ids by entry
	products map[[2]string][]string
	decided  map[string][]string
	numbers  map[numberKey]register.Number
	written  map[[2]string]numberKey
	results  map[string]string
	personal map[int64]register.Personal
	values   map[string]map[string][]byte
	blobs    map[string]register.Blob
	undo     []func()
}

type numberKey struct {
	series string
	seq    int
}

func newState() *state {
	return &state{byID: map[string][]int64{}, rows: map[string]register.Row{}, products: map[[2]string][]string{}, decided: map[string][]string{},
		numbers: map[numberKey]register.Number{}, written: map[[2]string]numberKey{}, results: map[string]string{},
		personal: map[int64]register.Personal{}, values: map[string]map[string][]byte{}, blobs: map[string]register.Blob{}}
}

func (m *memory) Close() error { return nil }

func (m *memory) View(ctx context.Context, f func(register.Tx) error) error {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return f(m.s)
}

func (m *memory) Update(ctx context.Context, who register.Holder, f func(register.Tx) error) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.s.undo = nil
	err := f(m.s)
	if err != nil {
		for _, back := range slices.Backward(m.s.undo) {
			back()
		}
	}
	m.s.undo = nil
	return err
}

// put sets a map's entry and remembers how to take it back.
func put[K comparable, V any](s *state, m map[K]V, k K, v V) {
	was, had := m[k]
	s.undo = append(s.undo, func() {
		if had {
			m[k] = was
		} else {
			delete(m, k)
		}
	})
	m[k] = v
}

// copyOf keeps what the caller may still change apart from what is stored.
func copyOf(h register.Head) register.Head {
	h.Tops = maps.Clone(h.Tops)
	return h
}

func (s *state) Head() (register.Head, error) { return copyOf(s.head), nil }

func (s *state) PutHead(h register.Head) error {
	was := s.head
	s.undo = append(s.undo, func() { s.head = was })
	s.head = copyOf(h)
	return nil
}

func (s *state) Append(e register.Entry) error {
	n := len(s.entries)
	if int64(n)+1 != e.Seq {
		return errTaken
	}
	s.undo = append(s.undo, func() { s.entries = s.entries[:n] })
	s.entries = append(s.entries, e)
	put(s, s.byID, e.ID, append(slices.Clip(s.byID[e.ID]), e.Seq))
	return nil
}

func (s *state) Entry(seq int64) (e register.Entry, ok bool, err error) {
	if seq < 1 || seq > int64(len(s.entries)) {
		return e, false, nil
	}
	return s.entries[seq-1], true, nil
}

func (s *state) Entries(from int64, limit int) ([]register.Entry, error) {
	return cut(s.entries[min(max(from-1, 0), int64(len(s.entries))):], limit), nil
}

func (s *state) Texts(ids []string) (all []register.Entry, err error) {
	for _, id := range ids {
		if r, ok := s.rows[id]; ok {
			e := s.entries[r.Entry-1]
			e.ID = id
			all = append(all, e)
		}
	}
	return all, nil
}

func (s *state) EntriesOf(id string) (all []register.Entry, err error) {
	for _, seq := range s.byID[id] {
		all = append(all, s.entries[seq-1])
	}
	return all, nil
}

func (s *state) Row(id string) (register.Row, bool, error) {
	r, ok := s.rows[id]
	return r, ok, nil
}

func (s *state) PutRow(r register.Row) error {
	if was, had := s.rows[r.ID]; !had {
		n := len(s.order)
		s.undo = append(s.undo, func() { s.order = s.order[:n] })
		s.order = append(s.order, r.ID)
		s.file(r)
		put(s, s.decided, r.Decision, append(slices.Clip(s.decided[r.Decision]), r.ID))
	} else if was.ProductKey != r.ProductKey || was.ProducerKey != r.ProducerKey {
		s.file(r)
	}
	r.Body = nil
	put(s, s.rows, r.ID, r)
	return nil
}

// file remembers which certificates a product has, or once had.
func (s *state) file(r register.Row) {
	key := [2]string{r.ProductKey, r.ProducerKey}
	put(s, s.products, key, append(slices.Clip(s.products[key]), r.ID))
}

func (s *state) Rows(q register.Query) ([]register.Row, error) {
	ids := s.order
	if q.ProductKey != "" && q.ProducerKey != "" {
		ids = s.products[[2]string{q.ProductKey, q.ProducerKey}]
	} else if q.Decision != "" {
		ids = s.decided[q.Decision] // a decision never changes in a certificate's life here
	}
	var all []register.Row
	for _, id := range ids {
		if r := s.rows[id]; chosen(r, q) {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b register.Row) int {
		c := bytes.Compare(a.SortValue(q.Sort), b.SortValue(q.Sort))
		if q.Desc {
			return -c
		}
		return c
	})
	all = cut(slices.CompactFunc(all, func(a, b register.Row) bool { return a.ID == b.ID }), q.Limit)
	if q.Bodies {
		all = slices.Clone(all)
		for i := range all {
			all[i].Body = s.entries[all[i].Entry-1].Body
		}
	}
	return all, nil
}

func chosen(r register.Row, q register.Query) bool {
	is := func(want, have string) bool { return want == "" || want == have }
	after := bytes.Compare(r.SortValue(q.Sort), q.After)
	switch {
	case !is(q.Authority, r.Authority), !is(q.Decision, r.Decision), !is(q.ProductKey, r.ProductKey),
		!is(q.ProducerKey, r.ProducerKey), !is(q.Number, r.Number), !is(q.Code, r.Code), !is(q.Series, r.Series),
		!is(q.Commune, r.Commune), !is(q.DecisionDate.ISO(), r.DecisionDate.ISO()):
		return false
	case len(q.Stars) > 0 && !slices.Contains(q.Stars, r.Stars):
		return false
	case q.Round.No != 0 && q.Round.No != r.Round.No, q.Round.Year != 0 && q.Round.Year != r.Round.Year:
		return false
	case !between(r.IssuedOn, q.IssuedFrom, q.IssuedTo), !between(r.LastDay, q.LastDayFrom, q.LastDayTo):
		return false
	case len(q.After) > 0 && (q.Desc && after >= 0 || !q.Desc && after <= 0):
		return false
	}
	return says(r, q)
}

func says(r register.Row, q register.Query) bool {
	if q.Tight != "" && len(q.Words) > 0 && strings.Contains(r.Search, q.Tight) {
		return true
	}
	for _, w := range q.Words {
		if !strings.Contains(r.Search, w) {
			return false
		}
	}
	return true
}

func between(d, from, to ocop.Date) bool {
	return (from.IsZero() || !d.Before(from)) && (to.IsZero() || !d.After(to))
}

func cut[T any](all []T, limit int) []T {
	if limit > 0 && len(all) > limit {
		return all[:limit:limit]
	}
	return all
}

func (s *state) Number(series string, seq int) (register.Number, bool, error) {
	n, ok := s.numbers[numberKey{series, seq}]
	return n, ok, nil
}

func (s *state) NumberText(authority, number string) (n register.Number, ok bool, err error) {
	k, ok := s.written[[2]string{authority, number}]
	return s.numbers[k], ok, nil
}

func (s *state) PutNumber(n register.Number) error {
	key, text := numberKey{n.Series, n.Seq}, [2]string{n.Authority, n.Number}
	if other, taken := s.written[text]; taken && other != key {
		return errTaken
	}
	if was, had := s.numbers[key]; had && was.Number != n.Number {
		old := [2]string{was.Authority, was.Number}
		s.undo = append(s.undo, func() { s.written[old] = key })
		delete(s.written, old)
	}
	put(s, s.written, text, key)
	put(s, s.numbers, key, n)
	return nil
}

func (s *state) NumbersAfter(series string, seq, limit int) ([]register.Number, error) {
	var all []register.Number
	for k, n := range s.numbers {
		if k.series > series || k.series == series && k.seq > seq {
			all = append(all, n)
		}
	}
	slices.SortFunc(all, func(a, b register.Number) int {
		return cmp.Or(cmp.Compare(a.Series, b.Series), cmp.Compare(a.Seq, b.Seq))
	})
	return cut(all, limit), nil
}

func (s *state) Result(key string) (string, bool, error) {
	id, ok := s.results[key]
	return id, ok, nil
}

func (s *state) PutResult(key, id string) error {
	put(s, s.results, key, id)
	return nil
}

func (s *state) Results(after string, limit int) (all []register.Pair, err error) {
	for k, id := range s.results {
		if k > after {
			all = append(all, register.Pair{Key: k, ID: id})
		}
	}
	slices.SortFunc(all, func(a, b register.Pair) int { return cmp.Compare(a.Key, b.Key) })
	return cut(all, limit), nil
}

func (s *state) DropIndexes() error {
	was := *s
	s.undo = append(s.undo, func() {
		s.rows, s.order, s.products, s.decided, s.numbers, s.written, s.results =
			was.rows, was.order, was.products, was.decided, was.numbers, was.written, was.results
	})
	fresh := newState()
	s.rows, s.order, s.products, s.decided, s.numbers, s.written, s.results =
		fresh.rows, nil, fresh.products, fresh.decided, fresh.numbers, fresh.written, fresh.results
	return nil
}

func (s *state) Personal(seq int64) (register.Personal, bool, error) {
	p, ok := s.personal[seq]
	return p, ok, nil
}

func (s *state) PutPersonal(p register.Personal) error {
	put(s, s.personal, p.Seq, p)
	return nil
}

func (s *state) PersonalAfter(seq int64, limit int) (all []register.Personal, err error) {
	for k, p := range s.personal {
		if k > seq {
			all = append(all, p)
		}
	}
	slices.SortFunc(all, func(a, b register.Personal) int { return cmp.Compare(a.Seq, b.Seq) })
	return cut(all, limit), nil
}

func (s *state) Value(space, key string) ([]byte, bool, error) {
	v, ok := s.values[space][key]
	return v, ok, nil
}

func (s *state) PutValue(space, key string, value []byte) error {
	if s.values[space] == nil {
		put(s, s.values, space, map[string][]byte{})
	}
	put(s, s.values[space], key, append([]byte{}, value...))
	return nil
}

func (s *state) DropValue(space, key string) error {
	if v, ok := s.values[space][key]; ok {
		s.undo = append(s.undo, func() { s.values[space][key] = v })
		delete(s.values[space], key)
	}
	return nil
}

func (s *state) Values(space, after string, limit int) (all []register.Value, err error) {
	for k, v := range s.values[space] {
		if k > after {
			all = append(all, register.Value{Key: k, Data: v})
		}
	}
	slices.SortFunc(all, func(a, b register.Value) int { return cmp.Compare(a.Key, b.Key) })
	return cut(all, limit), nil
}

func (s *state) Spaces() (all []string, err error) {
	for space, values := range s.values {
		if len(values) > 0 {
			all = append(all, space)
		}
	}
	slices.Sort(all)
	return all, nil
}

func (s *state) Blob(hash string) (register.Blob, bool, error) {
	b, ok := s.blobs[hash]
	return b, ok, nil
}

func (s *state) PutBlob(b register.Blob) error {
	if _, kept := s.blobs[b.Hash]; !kept {
		b.Data = append([]byte{}, b.Data...)
		put(s, s.blobs, b.Hash, b)
	}
	return nil
}

func (s *state) Blobs() (all []register.Blob, err error) {
	for _, b := range s.blobs {
		b.Data = nil
		all = append(all, b)
	}
	slices.SortFunc(all, func(a, b register.Blob) int { return cmp.Compare(a.Hash, b.Hash) })
	return all, nil
}

var errTaken = takenError{}

type takenError struct{}

func (takenError) Error() string { return "memory store: the place is taken" }
