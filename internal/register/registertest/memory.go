// Package registertest proves a register's store with one suite (Run) and
// offers one in memory for the tests of the floors above (Memory).
package registertest

import "ocoprint/internal/register"

// Memory is an empty store in memory.
func Memory() register.Store { return nil }
