package register

import (
	"context"

	"ocoprint/internal/ocop"
)

// Old is one certificate of a register kept on paper before.
type Old struct {
	Number  string // as written
	Result  ocop.Result
	Issued  ocop.Date
	LastDay ocop.Date // zero: by the rule
}

// ImportOld enters certificates given before this register began. Their
// numbers are taken as written; gaps below the highest become missing, for a
// person to close.
func (r *Register) ImportOld(ctx context.Context, olds []Old, opt PrepareOptions) ([]ocop.Certificate, error) {
	return nil, errTODO
}
