package register

import (
	"context"
	"time"
)

// clockMark is a moment by both clocks: the wall's and the machine's own.
type clockMark struct{ at time.Time }

// ConfirmClock records that a person looked at the machine's clock and found
// it right, after ClockWrong stopped issuing (P21).
func (r *Register) ConfirmClock(ctx context.Context, reason string) error { return errTODO }

// ConfirmMove records that this folder is now the register: after a copy to
// another PC or place it opens read-only until then (P9).
func (r *Register) ConfirmMove(ctx context.Context, reason string) error { return errTODO }
