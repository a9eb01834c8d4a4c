package register

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"

	"ocoprint/internal/ocop"
)

// writer adds entries inside one transaction. Every write goes through it:
// entry, index and head change together or not at all.
type writer struct {
	r    *Register
	tx   Tx
	head Head
	now  time.Time

	clockConfirmed bool
	clockChecked   bool
}

// write runs f alone among all processes and commits its entries together
// with the head, then keeps the head in the second place. A write that adds no
// entry leaves the head alone.
func (r *Register) write(ctx context.Context, doing Kind, f func(*writer) error) error {
	if err := r.Writable(); err != nil {
		return err
	}
	var after Head // stays zero when no entry was added
	err := r.store.Update(ctx, r.holder(doing), func(tx Tx) error {
		head, err := tx.Head()
		if err != nil {
			return err
		}
		w := &writer{r: r, tx: tx, head: head.clone(), now: r.opt.Now()}
		if err := f(w); err != nil {
			return err
		}
		if w.head.Seq == head.Seq {
			return nil
		}
		after = w.head
		return tx.PutHead(w.head)
	})
	if err != nil {
		return r.sayBusy(err)
	}
	return r.keepHead(ctx, after)
}

// keepHead brings the second place up to date under the register's lock, so
// that two processes never write it in the wrong order. Whoever holds the lock
// now has our entries before him and will keep a later head himself.
func (r *Register) keepHead(ctx context.Context, after Head) error {
	if r.opt.Head == nil || after.Seq == 0 {
		return nil
	}
	who := r.holder(kindKeep)
	who.NoWait = true
	err := r.store.Update(ctx, who, func(tx Tx) error {
		head, err := tx.Head()
		if err != nil {
			return err
		}
		return r.opt.Head.Save(head)
	})
	var busy *BusyError
	if errors.As(err, &busy) {
		return nil
	}
	if err != nil {
		return HeadNotKept.With("entries", after.Seq).Wrap(err)
	}
	return nil
}

// add appends one entry and brings the indexes up to date.
func (w *writer) add(ev Event) error { return w.addPersonal(ev, nil) }

// addPersonal appends an entry with personal data beside it (nil: none).
func (w *writer) addPersonal(ev Event, personal any) error {
	if err := w.checkClock(); err != nil {
		return err
	}
	ev.Seq, ev.At, ev.Who = w.head.Seq+1, w.now.UnixMilli(), w.r.opt.Who
	beside, err := w.setPersonal(&ev, personal)
	if err != nil {
		return err
	}
	body, err := ev.encode()
	if err != nil {
		return err
	}
	e := Entry{Seq: ev.Seq, Kind: ev.Kind, ID: ev.ID, At: ev.At, Body: body, Hash: chainHash(ev.Seq, w.head.Hash, body)}
	if err := w.tx.Append(e); err != nil {
		return fmt.Errorf("append entry %d: %w", ev.Seq, err)
	}
	if beside.Data != nil {
		if err := w.tx.PutPersonal(beside); err != nil {
			return err
		}
	}
	w.head.follow(e, ev)
	return project(w.tx, ev)
}

func (w *writer) setPersonal(ev *Event, personal any) (Personal, error) {
	if personal == nil {
		return Personal{}, nil
	}
	data, err := json.Marshal(personal)
	if err != nil {
		return Personal{}, err
	}
	salt := make([]byte, 16)
	if _, err := io.ReadFull(w.r.opt.Random, salt); err != nil {
		return Personal{}, fmt.Errorf("salt: %w", err)
	}
	ev.Personal = personalHash(salt, data)
	return Personal{Seq: ev.Seq, Salt: salt, Data: data}, nil
}

func (w *writer) checkClock() error {
	if w.clockConfirmed || w.clockChecked {
		return nil
	}
	w.clockChecked = true
	return w.r.clockFault(w.head, w.now)
}

// follow moves the head over an entry.
func (h *Head) follow(e Entry, ev Event) {
	h.Seq, h.Hash, h.At = e.Seq, e.Hash, ev.At
	h.Range = grow(h.Range, e.Seq, e.Hash)
	if ev.Kind == KindCreate {
		h.Register = ev.Info["register"]
	}
	if c := ev.Cert; c != nil {
		h.raise(c.Series, c.Seq)
		group, n := splitID(c.ID)
		h.raise(group, n)
	}
	switch ev.Kind {
	case KindStart:
		h.raise(ev.Series, ev.From-1)
	case KindClose, KindMissing:
		h.raise(ev.Series, ev.To)
	}
}

func (r *Register) holder(doing Kind) Holder {
	host, _ := os.Hostname()
	return Holder{Who: r.opt.Who, Host: host, PID: os.Getpid(), Since: r.opt.Now(), Doing: string(doing)}
}

// sayBusy turns a store's BusyError into the sentence for people.
func (r *Register) sayBusy(err error) error {
	var busy *BusyError
	if !errors.As(err, &busy) {
		return err
	}
	h := busy.Holder
	var who, doing any = h.Who, h.Doing
	if h.Host != "" {
		name := any(h.Who)
		if h.Who == "" {
			name = busyUnknown
		}
		who = busyHolder.With("who", name, "host", h.Host, "pid", strconv.Itoa(h.PID))
	} else if h.Who == "" {
		who, doing = busyUnknown, busyReading
	}
	since := "?"
	if !h.Since.IsZero() {
		since = h.Since.In(Vietnam).Format("15:04:05 02/01/2006")
	}
	if t := Kind(h.Doing).Text(); t != nil {
		doing = t
	}
	return RegisterBusy.With("who", who, "since", since, "doing", doing).Wrap(err)
}

// dayOf is the civil day in Viet Nam.
func dayOf(t time.Time) ocop.Date { return ocop.DateOf(t.In(Vietnam)) }

// dayOr gives day, or today by the clock when it is not stated.
func (w *writer) dayOr(day ocop.Date) ocop.Date {
	if day.IsZero() {
		return dayOf(w.now)
	}
	return day
}
