package registertest

import "time"

// clock is a clock that stands until it is moved.
type clock struct{ at time.Time }

func (c *clock) read() time.Time { return c.at }
