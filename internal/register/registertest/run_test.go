package registertest

import (
	"testing"

	"ocoprint/internal/register"
)

func TestMemory(t *testing.T) {
	Run(t, func(*testing.T) register.Store { return Memory() })
}
