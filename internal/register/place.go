package register

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
)

// checkPlace compares where the register lies with where it was last.
func (r *Register) checkPlace(ctx context.Context) error {
	placed, ok := r.store.(Placed)
	if !ok {
		return nil
	}
	now, err := placed.Place()
	if err != nil {
		return fmt.Errorf("place of the register: %w", err)
	}
	b, ok, err := r.Recall(ctx, ownSpace, "place")
	if err != nil {
		return err
	}
	var was Place
	if ok {
		if err := json.Unmarshal(b, &was); err != nil {
			return fmt.Errorf("place of the register: %w", err)
		}
	}
	if !ok || was.differs(now) {
		r.seen.block(RegisterMoved.With("from", was.String()).Err())
	}
	return nil
}

// differs compares two places. What one of them cannot tell does not count.
func (p Place) differs(o Place) bool {
	other := func(a, b string) bool { return a != "" && b != "" && a != b }
	return other(p.Machine, o.Machine) || p.Path != o.Path || other(p.Inode, o.Inode)
}

func (w *writer) rememberPlace() error { return w.rememberPlaceAs("") }

// rememberPlaceAs remembers where the register lies, or where its file will
// lie once it is renamed ("": where it is).
func (w *writer) rememberPlaceAs(file string) error {
	placed, ok := w.r.store.(Placed)
	if !ok {
		return nil
	}
	now, err := placed.Place()
	if err == nil && file != "" {
		now.Path = filepath.Join(filepath.Dir(now.Path), filepath.Base(file))
	}
	if err != nil {
		return fmt.Errorf("place of the register: %w", err)
	}
	b, err := json.Marshal(now)
	if err != nil {
		return err
	}
	return w.tx.PutValue(ownSpace, "place", b)
}

// ConfirmMove records that this folder is now the register: after a copy to
// another PC or place it opens read-only until then (P9). It does nothing else
// for a register that is read-only for another reason.
func (r *Register) ConfirmMove(ctx context.Context, reason string) error {
	if strings.TrimSpace(reason) == "" {
		return ReasonMissing.With("doing", KindMove.Text()).Err()
	}
	was := r.Writable()
	if was != nil && !isSentence(was, RegisterMoved) {
		return was
	}
	rep, err := r.Audit(ctx)
	if err == nil && !rep.OK() {
		err = rep.Err()
	}
	if err != nil {
		return err
	}
	r.seen.block(nil)
	err = r.write(ctx, KindMove, func(w *writer) error {
		if err := w.rememberPlace(); err != nil {
			return err
		}
		return w.add(Event{Kind: KindMove, Day: dayOf(w.now), Reason: reason})
	})
	if err != nil {
		r.seen.block(was)
	}
	return err
}
