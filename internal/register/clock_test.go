package register_test

import (
	"context"
	"testing"
	"time"

	"ocoprint/internal/register"
	"ocoprint/internal/register/registertest"
)

// TestAJumpOfTheClockStopsIssuing: the wall's clock goes two days ahead while
// the machine counted one hour.
func TestAJumpOfTheClockStopsIssuing(t *testing.T) {
	wall, own := registertest.Now, time.Duration(0)
	r, err := register.Open(context.Background(), registertest.Memory(), register.Options{Random: registertest.Random(1),
		Now: func() time.Time { return wall }, Elapsed: func() time.Duration { return own }})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		wall, own time.Duration
		stops     bool
	}{
		{time.Hour, time.Hour, false},
		{72 * time.Hour, 72 * time.Hour, false}, // the program simply ran on
		{73 * time.Hour, 49*time.Hour + time.Minute, false},
		{73*time.Hour + 48*time.Hour, 73 * time.Hour, true},
		{73*time.Hour - time.Hour, 73 * time.Hour, false},
	} {
		wall, own = registertest.Now.Add(c.wall), c.own
		if err := r.CheckClock(context.Background()); (err != nil) != c.stops {
			t.Errorf("wall +%v, own +%v: %v", c.wall, c.own, err)
		}
	}
	wall, own = registertest.Now.Add(96*time.Hour), time.Hour
	refused(t, r.CheckClock(context.Background()), register.ClockWrong)
	if err := r.As("mẫu").ConfirmClock(context.Background(), "máy để lâu không dùng"); err != nil {
		t.Fatal(err)
	}
	if err := r.CheckClock(context.Background()); err != nil {
		t.Errorf("after a person confirmed: %v", err)
	}
}
