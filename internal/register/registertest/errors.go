package registertest

import (
	"ocoprint/internal/message"
)

// refused fails the story unless err is that sentence.
func (p *proof) refused(err error, want *message.Text) {
	p.Helper()
	if e, ok := message.Of(err); !ok || e.Text != want {
		p.Errorf("want %s, got %v", want.Code, err)
	}
}
