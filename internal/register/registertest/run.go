package registertest

import (
	"context"
	"testing"

	"ocoprint/internal/register"
)

// Run proves a store: open gives an empty one each time.
func Run(t *testing.T, open func(t *testing.T) register.Store) {
	for _, c := range suite {
		t.Run(c.name, func(t *testing.T) {
			store := open(t)
			r, err := register.Open(context.Background(), store, Opening())
			if err != nil {
				t.Fatal(err)
			}
			c.run(t, &proof{T: t, ctx: context.Background(), Register: r})
			whole(t, r)
		})
	}
}

type proof struct {
	*testing.T
	*register.Register
	ctx context.Context
}

var suite = []struct {
	name string
	run  func(*testing.T, *proof)
}{
	{"issues once", issuesOnce},
}

// whole re-proves the register after every story.
func whole(t *testing.T, r *register.Register) {
	t.Helper()
	rep, err := r.Audit(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range rep.Problems {
		t.Errorf("audit: entry %d, %s: %s", p.Seq, p.Where, p.What)
	}
}

func issuesOnce(t *testing.T, p *proof) {
	d, err := p.Prepare(p.ctx, Results(1, 8), Options())
	if err != nil {
		t.Fatal(err)
	}
	if len(d.New) != 8 || len(d.Held)+len(d.Already) != 0 {
		t.Fatalf("draft: %d new, %d already, %d held: %v", len(d.New), len(d.Already), len(d.Held), d.Held)
	}
	issued, err := p.Issue(p.ctx, d, Seal)
	if err != nil {
		t.Fatal(err)
	}
	if got := issued[6].Number + " " + issued[6].ID; got != "07/2023/GCN-UBND VD-2023-2-007" {
		t.Errorf("seventh: %s", got)
	}
	again, err := p.Issue(p.ctx, d, Seal)
	if err != nil || len(again) != 8 || again[0].ID != issued[0].ID {
		t.Errorf("issued again: %v, %v", again, err)
	}
	d, err = p.Prepare(p.ctx, Results(1, 8), Options())
	if err != nil || len(d.New) != 0 || len(d.Already) != 8 {
		t.Errorf("prepared again: %d new, %d already, %v, %v", len(d.New), len(d.Already), d.Held, err)
	}
}
