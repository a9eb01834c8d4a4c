package register_test

import (
	"context"
	"testing"

	"ocoprint/internal/register"
	"ocoprint/internal/register/registertest"
)

// goingOn is a store on which another process goes on working: each time it
// gives a state to look at, the head beside it is that of a later one.
type goingOn struct {
	register.Store
	head *fixedHead
}

func (g goingOn) View(ctx context.Context, f func(register.Tx) error) error {
	return g.Store.View(ctx, func(tx register.Tx) error {
		g.head.now.Seq += 5 // others' entries, after this state
		defer func() { g.head.now.Seq -= 5 }()
		return f(tx)
	})
}

type fixedHead struct{ now register.Head }

func (h *fixedHead) Load() (register.Head, bool, error) { return h.now, h.now.Seq > 0, nil }
func (h *fixedHead) Save(n register.Head) error         { h.now = n; return nil }

// TestAuditWhileOthersGoOn: what others add while an audit reads is no lost
// tail; a tail that is lost is still told.
func TestAuditWhileOthersGoOn(t *testing.T) {
	ctx := context.Background()
	store, head := registertest.Memory(), &fixedHead{}
	opt := registertest.Opening()
	opt.Head = head
	r, err := register.Open(ctx, store, opt)
	if err != nil {
		t.Fatal(err)
	}
	issue(t, r, 1, 3)
	busy, err := register.Open(ctx, goingOn{store, head}, opt)
	if err != nil {
		t.Fatal(err)
	}
	if rep, err := busy.Audit(ctx); err != nil || !rep.OK() {
		t.Errorf("%v %+v", err, rep.Problems)
	}
	head.now.Seq += 5
	if rep, err := r.Audit(ctx); err != nil || rep.OK() || rep.Problems[0].Text != register.RegisterTailLost {
		t.Errorf("a lost tail is not told: %v %+v", err, rep.Problems)
	}
}
