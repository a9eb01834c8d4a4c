package office

import (
	"slices"
	"sync"
	"testing"

	"ocoprint/internal/layout"
)

// Whoever draws first, what is said of certificates comes as they stand.
func TestRemarksComeAsTheCertificatesStand(t *testing.T) {
	var r remarks
	var wg sync.WaitGroup
	for i := 99; i >= 0; i-- {
		wg.Go(func() {
			if i%3 == 0 {
				r.add(i, nil)
				return
			}
			r.add(i, []layout.Problem{{Box: string(rune('A' + i%26))}, {Box: "hai"}})
		})
	}
	wg.Wait()
	var got, want []string
	for _, p := range r.inOrder() {
		got = append(got, p.Box)
	}
	for i := range 100 {
		if i%3 != 0 {
			want = append(want, string(rune('A'+i%26)), "hai")
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("they come as %v", got)
	}
}
