package register_test

import (
	"context"
	"testing"

	"ocoprint/internal/register"
	"ocoprint/internal/register/registertest"
)

// looping is a store with a damaged index: whatever page is asked for, it gives
// the first one again.
type looping struct{ register.Store }

func (l looping) View(ctx context.Context, f func(register.Tx) error) error {
	return l.Store.View(ctx, func(tx register.Tx) error { return f(loopingTx{tx}) })
}

type loopingTx struct{ register.Tx }

func (l loopingTx) Rows(q register.Query) ([]register.Row, error) {
	q.After = nil
	return l.Tx.Rows(q)
}

func (l loopingTx) Results(_ string, n int) ([]register.Pair, error) { return l.Tx.Results("", n) }

func (l loopingTx) NumbersAfter(_ string, _, n int) ([]register.Number, error) {
	return l.Tx.NumbersAfter("", 0, n)
}

func (l loopingTx) PersonalAfter(_ int64, n int) ([]register.Personal, error) {
	return l.Tx.PersonalAfter(0, n)
}

// TestADamagedIndexDoesNotLoop: every walk ends, with an error or a problem.
func TestADamagedIndexDoesNotLoop(t *testing.T) {
	ctx := context.Background()
	store := registertest.Memory()
	whole, err := register.Open(ctx, store, registertest.Opening())
	if err != nil {
		t.Fatal(err)
	}
	issue(t, whole, 1, 5)
	opt := registertest.Opening()
	opt.SkipAudit, opt.ReadOnly = true, true
	r, err := register.Open(ctx, looping{store}, opt)
	if err != nil {
		t.Fatal(err)
	}
	if rep, err := r.Audit(ctx); err == nil && rep.OK() {
		t.Error("the audit found nothing")
	}
	if _, err := register.Count(ctx, looping{store}); err == nil {
		t.Error("counted")
	}
	if _, err := register.Move(ctx, looping{store}, registertest.Memory()); err == nil {
		t.Error("moved")
	}
	if _, err := r.NumbersOf(ctx, ""); err == nil {
		t.Error("numbers listed")
	}
	n := 0
	for _, err = range r.All(ctx, register.Filter{Limit: 2}) {
		n++
	}
	if n > 10 {
		t.Errorf("listed %d of 5 (%v)", n, err)
	}
}
