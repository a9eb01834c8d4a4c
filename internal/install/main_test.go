package install

import (
	"context"
	"os"
	"testing"

	"ocoprint/internal/message"
)

func TestMain(m *testing.M) {
	Main()
	os.Exit(m.Run())
}

// check gives a file to the child and says what came of it . What
// it cost stands in the answer: processor time, since the clock on the wall
// measures the neighbours.
func check(t *testing.T, v verb, data []byte) (answer, string) {
	t.Helper()
	a, err := ask(context.Background(), v, data)
	if err == nil {
		return a, ""
	}
	said, ok := message.Of(err)
	if !ok {
		t.Fatalf("no sentence for a person: %v", err)
	}
	return a, said.Text.Code
}
