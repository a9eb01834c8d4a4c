package register

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"ocoprint/internal/ocop"
)

// NewerStatus is a status that a backup does not know: what a later entry or a
// published list says of a certificate.
type NewerStatus struct {
	StatusLine
	Number   string        // the certificate's, when the register has it
	Lift     bool          // the suspension was lifted
	Decision ocop.Decision // the whole decision, when an entry says it
}

// Later is what the register at hand, broken as it may be, knows beyond a backup.
type Later struct {
	Entries  int64         // taken over, word for word
	Statuses []NewerStatus // that they brought

	// Broken is the first entry that is damaged, lacks what belongs to it or
	// does not continue the backup, 0 when all were taken over. What is behind
	// it is not believed, only told.
	Broken int64
	Untold int64         // entries behind, Broken included
	Heard  []NewerStatus // statuses that they speak of

	records []Record // certificates that they speak of: their numbers were given
}

// lost opens a copy of a lost register: the journal beside it may still have to
// be rolled back, and the original is left as it was found. place is the file
// or its folder; the copy is made under folder.
func lost(ctx context.Context, place, folder string, open Opener) (Store, func(), error) {
	if info, err := os.Stat(place); err == nil && info.IsDir() {
		place = filepath.Join(place, "register.db")
	}
	if _, err := os.Stat(place); err != nil {
		return nil, nil, LostUnreadable.With("file", place).Wrap(err)
	}
	dir, err := os.MkdirTemp(folder, asidePrefix+"so-cu-*")
	if err != nil {
		return nil, nil, fmt.Errorf("copy lost register: %w", err)
	}
	drop := func() { _ = os.RemoveAll(dir) }
	file := filepath.Join(dir, "register.db")
	for _, part := range []string{"", "-journal"} {
		_, err := copyFile(place+part, file+part)
		if err != nil && !(part != "" && errors.Is(err, fs.ErrNotExist)) {
			drop()
			return nil, nil, LostUnreadable.With("file", place).Wrap(err)
		}
	}
	store, err := open(ctx, file, false)
	if err != nil {
		drop()
		return nil, nil, LostUnreadable.With("file", place).Wrap(err)
	}
	return store, func() { _ = store.Close(); drop() }, nil
}

var errNoEntry = errors.New("the lost register holds no entry")

// takeOver appends the entries of a lost register that follow our last one,
// word for word: the chain of hashes proves them. Numbers, statuses and heads
// that were printed or published stay what they were.
func (w *writer) takeOver(src Tx) (l Later, err error) {
	head, err := src.Head()
	if err != nil {
		return l, err
	}
	if head.Seq == 0 {
		return l, errNoEntry
	}
	if head.Register != w.head.Register {
		return l, HeadOfAnother.With("other", head.Register, "own", w.head.Register).Err()
	}
	for {
		page, err := src.Entries(w.head.Seq+1, 250)
		if err != nil || len(page) == 0 {
			return l, errors.Join(err, copyValues(src, w.tx))
		}
		for _, e := range page {
			ev, ok, err := w.follows(src, e)
			if err != nil {
				return l, err
			}
			if !ok {
				l.Broken = w.head.Seq + 1
				return l, errors.Join(w.hear(src, &l), copyValues(src, w.tx))
			}
			if err := w.appendAsIs(src, e, ev); err != nil {
				return l, err
			}
			l.Entries++
			if s, ok, err := w.newer(ev); err != nil {
				return l, err
			} else if ok {
				l.Statuses = append(l.Statuses, s)
			}
		}
	}
}

// follows proves one entry and what belongs to it.
func (w *writer) follows(src Tx, e Entry) (ev Event, ok bool, err error) {
	if e.Seq != w.head.Seq+1 || !bytes.Equal(e.Hash, chainHash(e.Seq, w.head.Hash, e.Body)) {
		return ev, false, nil
	}
	if ev, err = e.Event(); err != nil || ev.Kind != e.Kind || ev.ID != e.ID || ev.At != e.At {
		return ev, false, nil
	}
	p, had, err := src.Personal(e.Seq)
	if err != nil || had != (ev.Personal != "") || had && p.Erased == 0 && personalHash(p.Salt, p.Data) != ev.Personal {
		return ev, false, err
	}
	for _, hash := range ev.Refs {
		if _, kept, err := w.tx.Blob(hash); err != nil {
			return ev, false, err
		} else if kept {
			continue
		}
		b, kept, err := src.Blob(hash)
		if sum := sha256.Sum256(b.Data); err != nil || !kept || hex.EncodeToString(sum[:]) != hash {
			return ev, false, err
		}
	}
	return ev, true, nil
}

// appendAsIs enters a proven entry with what belongs to it. What was erased
// since the backup is erased here too.
func (w *writer) appendAsIs(src Tx, e Entry, ev Event) error {
	if err := w.tx.Append(e); err != nil {
		return err
	}
	at := []int64{}
	if ev.Personal != "" {
		at = append(at, e.Seq)
	}
	if ev.Kind == KindErase {
		about, err := w.tx.EntriesOf(ev.ID)
		if err != nil {
			return err
		}
		for _, old := range about {
			at = append(at, old.Seq)
		}
	}
	for _, seq := range at {
		p, ok, err := src.Personal(seq)
		if err == nil && ok && (seq == e.Seq || p.Erased != 0) {
			err = w.tx.PutPersonal(p)
		}
		if err != nil {
			return err
		}
	}
	for _, hash := range ev.Refs {
		if _, kept, err := w.tx.Blob(hash); err != nil {
			return err
		} else if kept {
			continue
		}
		b, _, err := src.Blob(hash)
		if err == nil {
			err = w.tx.PutBlob(b)
		}
		if err != nil {
			return err
		}
	}
	w.head.follow(e, ev)
	return project(w.tx, ev)
}

// hear lists what the entries behind a damaged place speak of.
func (w *writer) hear(src Tx, l *Later) error {
	for next := l.Broken; ; {
		page, err := src.Entries(next, 250)
		if err != nil || len(page) == 0 {
			return err
		}
		for _, e := range page {
			if e.Seq < next {
				return errOrder
			}
			next = e.Seq + 1
			l.Untold++
			ev, err := e.Event()
			if err != nil {
				continue
			}
			if rec := (Record{Cert: ev.Cert}); ev.Cert != nil && recordFits(rec) == nil {
				l.records = append(l.records, rec)
			}
			if s, ok, err := w.newer(ev); err != nil {
				return err
			} else if ok {
				l.Heard = append(l.Heard, s)
			}
		}
	}
}

// newer gives the status that an entry brings.
func (w *writer) newer(ev Event) (s NewerStatus, ok bool, err error) {
	line, ok := statusLine(ev)
	if !ok {
		return s, false, nil
	}
	s = NewerStatus{StatusLine: line, Lift: ev.Kind == KindLift}
	if ev.Decision != nil {
		s.Decision = *ev.Decision
	}
	row, _, err := w.tx.Row(line.ID)
	s.Number = row.Number
	return s, true, err
}

// copyValues takes over small values that the backup lacks (mappings, answers,
// refusals); the register's own are about its place.
func copyValues(src, dst Tx) error {
	spaces, err := src.Spaces()
	if err != nil {
		return err
	}
	for _, space := range slices.DeleteFunc(spaces, func(s string) bool { return s == ownSpace }) {
		values, err := src.Values(space, "", 0)
		if err != nil {
			return err
		}
		for _, v := range values {
			if err := dst.PutValue(space, v.Key, v.Data); err != nil {
				return err
			}
		}
	}
	return nil
}

// laterThan says what a register that stands where a backup should go knows
// beyond it.
func laterThan(ctx context.Context, place, backup, folder string, open Opener) (l Later, err error) {
	dir, err := os.MkdirTemp(folder, asidePrefix+"so-sanh-*")
	if err != nil {
		return l, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "register.db")
	if err := fetch(backup, file); err != nil {
		return l, err
	}
	store, err := open(ctx, file, false)
	if err != nil {
		return l, err
	}
	defer store.Close()
	return followLost(ctx, store, place, dir, open)
}

// followLost takes over into a store what a lost register knows beyond it.
func followLost(ctx context.Context, store Store, place, folder string, open Opener) (l Later, err error) {
	src, drop, err := lost(ctx, place, folder, open)
	if err != nil {
		return l, err
	}
	defer drop()
	err = src.View(ctx, func(from Tx) error {
		return store.Update(ctx, Holder{Who: "restore", Doing: string(KindRestore)}, func(tx Tx) error {
			head, err := tx.Head()
			if err != nil {
				return err
			}
			w := &writer{tx: tx, head: head.clone()}
			if l, err = w.takeOver(from); err != nil {
				return err
			}
			return tx.PutHead(w.head)
		})
	})
	if errors.Is(err, errNoEntry) {
		err = LostUnreadable.With("file", place).Wrap(err)
	}
	return l, err
}
