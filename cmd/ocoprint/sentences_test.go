package main

import (
	"testing"

	"ocoprint/internal/message"
)

// Every sentence of the program is whole in both languages: this package knows
// all the others.
func TestSentencesAreWhole(t *testing.T) {
	all := message.All()
	if len(all) < 300 {
		t.Fatalf("only %d sentences are known here", len(all))
	}
	for _, text := range all {
		if err := text.Whole(); err != nil {
			t.Error(err)
		}
	}
}
