package registertest

import (
	"os"
	"testing"

	"ocoprint/internal/register"
)

func TestMemory(t *testing.T) {
	Run(t, func(*testing.T) register.Store { return Memory() })
}

// events gives how many random events to play: OCOPRINT_FAULTS=full plays the
// million of the promise.
func events(short, full int) int {
	if os.Getenv("OCOPRINT_FAULTS") == "full" {
		return full
	}
	return short
}

func TestRandomEventsAgainstAModel(t *testing.T) {
	n := events(30_000, 1_000_000)
	if Model(t, Memory(), 7, n, false) == 0 {
		t.Logf("%d random events, no difference", n)
	}
}

func TestModelControl(t *testing.T) {
	if Model(t, Memory(), 7, 20_000, true) == 0 {
		t.Error("a model that forgets lifting differs nowhere: this test cannot fail")
	}
}
