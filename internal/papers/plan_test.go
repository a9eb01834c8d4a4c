package papers

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"ocoprint/internal/ocop"
)

// A planner that is told only what it needs keeps what one keeps that is told of
// everything: also at the edge, where texts are as long as the shortest kept.
func TestPlannerNeedsFew(t *testing.T) {
	all, few := NewPlanner(Input{}), NewPlanner(Input{})
	n, added := 0, 0
	tell := func(length int) {
		n++
		c := ocop.Certificate{ID: fmt.Sprint(n), Layout: "a/1"}
		c.Product.Name, c.Producer.Name = "x", strings.Repeat("y", length)
		if n%2 == 0 {
			c.Product, c.Producer = ocop.Product{Name: c.Producer.Name}, ocop.Producer{Name: "x"}
		}
		all.Add(c)
		if few.Needs(c.Layout, c.Product, c.Producer) {
			few.Add(c)
			added++
		}
	}
	for _, i := range rand.New(rand.NewPCG(3, 2023)).Perm(2 * planOver) {
		tell(planOver + i) // the upper half stays
	}
	least := 2 * planOver
	for range 5 {
		for _, length := range []int{1, least - 1, least, least + 1, least + 500} {
			tell(length)
		}
	}
	if want := 2*planOver + 5*2; added != want {
		t.Errorf("%d were needed, want %d", added, want)
	}
	want, got := all.all["a/1"].certificates(), few.all["a/1"].certificates()
	if len(got) != len(want) {
		t.Fatalf("%d kept, want %d", len(got), len(want))
	}
	for i := range want {
		if got[i].ID != want[i].ID {
			t.Fatalf("number %d is %s, want %s", i, got[i].ID, want[i].ID)
		}
	}
}
