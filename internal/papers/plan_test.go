package papers

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"ocoprint/internal/ocop"
)

// A planner that is told only what it needs keeps what one keeps that is told of
// everything.
func TestPlannerNeedsFew(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 2023))
	all, few := NewPlanner(Input{}), NewPlanner(Input{})
	added := 0
	for i := range 7 * planOver {
		c := ocop.Certificate{ID: fmt.Sprint(i), Layout: []string{"a/1", "b/1"}[i%3/2]}
		c.Product.Name = strings.Repeat("x", 10+random.IntN(900)) // some of one length
		c.Producer.Name = strings.Repeat("y", 10+random.IntN(30))
		all.Add(c)
		if few.Needs(c.Layout, c.Product, c.Producer) {
			few.Add(c)
			added++
		}
	}
	if added > 6*planOver || added < 2*planOver {
		t.Errorf("%d of %d were needed: the test shows little", added, 7*planOver)
	}
	for name := range all.all {
		want, got := all.all[name].certificates(), few.all[name].certificates()
		if len(got) != len(want) {
			t.Fatalf("%s: %d kept, want %d", name, len(got), len(want))
		}
		for i := range want {
			if got[i].ID != want[i].ID {
				t.Fatalf("%s: number %d is %s, want %s", name, i, got[i].ID, want[i].ID)
			}
		}
	}
}
