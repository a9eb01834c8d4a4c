package register

import (
	"context"
	"encoding/json"
	"fmt"

	"ocoprint/internal/ocop"
)

// ErasePersonal erases the personal data beside the entries of a certificate;
// the journal keeps that it was there and stays whole. For the earlier
// versions of the settings use EraseOldSettings.
func (r *Register) ErasePersonal(ctx context.Context, id, reason string) error {
	return r.write(ctx, KindErase, func(w *writer) error {
		if _, err := w.find(id, KindErase); err != nil {
			return err
		}
		all, err := w.tx.EntriesOf(id)
		if err != nil {
			return err
		}
		return w.erase(id, reason, all)
	})
}

func (w *writer) erase(id, reason string, entries []Entry) error {
	for _, e := range entries {
		p, ok, err := w.tx.Personal(e.Seq)
		if err != nil {
			return err
		}
		if !ok || p.Erased != 0 {
			continue
		}
		if err := w.tx.PutPersonal(Personal{Seq: e.Seq, Erased: w.now.UnixMilli()}); err != nil {
			return err
		}
	}
	return w.add(Event{Kind: KindErase, Day: dayOf(w.now), ID: id, Reason: reason})
}

// PersonalOf gives the personal data of the producer that is kept with a
// certificate: the zero Producer when there is none or it was erased.
func (r *Register) PersonalOf(ctx context.Context, id string) (p ocop.Producer, err error) {
	err = r.store.View(ctx, func(tx Tx) error {
		p, err = keptPersonal(tx, id)
		return err
	})
	return p, err
}

// PersonalsOf is PersonalOf for many; each has its place in the answer.
func (r *Register) PersonalsOf(ctx context.Context, items []Item) ([]ocop.Producer, error) {
	kept := make([]ocop.Producer, len(items))
	for from := 0; from < len(items); from += atOnce {
		err := r.store.View(ctx, func(tx Tx) error {
			for i := from; i < min(from+atOnce, len(items)); i++ {
				// What the latest text brought with it counts before all earlier.
				p, ok, err := tx.Personal(items[i].Entry)
				if err != nil {
					return err
				}
				if ok && p.Data != nil {
					kept[i] = ocop.Producer{}
					err = json.Unmarshal(p.Data, &kept[i])
				} else {
					kept[i], err = keptPersonal(tx, items[i].ID)
				}
				if err != nil {
					return fmt.Errorf("personal data of %s: %w", items[i].ID, err)
				}
			}
			return nil
		})
		if err != nil {
			return nil, r.sayBusy(err)
		}
	}
	return kept, nil
}

func keptPersonal(tx Tx, id string) (p ocop.Producer, err error) {
	err = eachPersonal(tx, id, func(ev Event, data []byte) error {
		if ev.Cert == nil {
			return nil
		}
		p = ocop.Producer{}
		return json.Unmarshal(data, &p)
	})
	return p, err
}

// ReceiverOf gives who received a certificate last, when it is still kept.
func (r *Register) ReceiverOf(ctx context.Context, id string) (to string, err error) {
	err = r.store.View(ctx, func(tx Tx) error {
		return eachPersonal(tx, id, func(ev Event, data []byte) error {
			if ev.Kind != KindHandOver {
				return nil
			}
			var got receiver
			err := json.Unmarshal(data, &got)
			to = got.To
			return err
		})
	})
	return to, err
}

// eachPersonal calls f for the entries about id that still have personal data.
func eachPersonal(tx Tx, id string, f func(Event, []byte) error) error {
	all, err := tx.EntriesOf(id)
	if err != nil {
		return err
	}
	for _, e := range all {
		p, ok, err := tx.Personal(e.Seq)
		if err != nil {
			return err
		}
		if !ok || p.Data == nil {
			continue
		}
		ev, err := e.Event()
		if err != nil {
			return err
		}
		if err := f(ev, p.Data); err != nil {
			return fmt.Errorf("personal data of entry %d: %w", e.Seq, err)
		}
	}
	return nil
}
