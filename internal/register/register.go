package register

import (
	"context"
	"io"
	"time"

	"ocoprint/internal/ocop"
)

// Vietnam is the zone of every civil day in the register.
var Vietnam = time.FixedZone("+07", 7*60*60)

// Register is an open register. Its methods may be called from several
// goroutines and several processes at once.
type Register struct {
	store Store
	opt   Options
	seen  *seen // shared by all users of one opened register (As)
}

// Options says how a register is opened. The zero value reads the machine's
// clock and keeps no head in a second place.
type Options struct {
	Now    func() time.Time // the machine's clock, nil: time.Now
	Random io.Reader        // salts of personal data, nil: crypto/rand
	// Elapsed is the machine's own count of time since some moment, which a
	// changed clock does not touch; nil: the one inside Now's times.
	Elapsed func() time.Duration
	Who     string     // the user, as events and others see it
	Head    HeadKeeper // the second place of the head; nil: none (tests only)
	Notice  int        // days before the last day that count as "sắp hết hạn"; 0: 30

	// ReadOnly opens for reading only: nothing is created or repaired.
	ReadOnly bool
	// SkipAudit leaves the audit at start out, for a caller that runs Audit itself.
	SkipAudit bool
}

// As gives the same register for another user, for example of a web session.
func (r *Register) As(who string) *Register {
	other := *r
	other.opt.Who = who
	return &other
}

// Close closes the store.
func (r *Register) Close() error { return r.store.Close() }

// Store gives the store below, for Move and backups.
func (r *Register) Store() Store { return r.store }

// Writable is nil when the register may be written, else the sentence that
// says why not (a copied folder, a damaged journal, opened for reading).
func (r *Register) Writable() error { return r.seen.blocked() }

// ID is the random identity of this register, made when it was created.
func (r *Register) ID(ctx context.Context) (string, error) {
	h, err := r.Head(ctx)
	return h.Register, err
}

func (r *Register) today() ocop.Date { return ocop.DateOf(r.opt.Now().In(Vietnam)) }
