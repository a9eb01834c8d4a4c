package register

import "context"

// Open opens the register in a store, creating it when the store is empty. It
// audits everything (unless told not to), compares the second head and looks
// at the clock. A damaged register opens too, but read-only: Writable says why.
func Open(ctx context.Context, s Store, opt Options) (*Register, error) { return nil, errTODO }
