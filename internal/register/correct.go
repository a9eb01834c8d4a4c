package register

import (
	"context"

	"ocoprint/internal/ocop"
)

// Correct renews a certificate whose text was wrong (đính chính); edit changes
// the copy it is given. Old and new are linked both ways.
func (r *Register) Correct(ctx context.Context, id string, c Change, edit func(*ocop.Certificate), s Sealer) (ocop.Certificate, error) {
	return r.renew(ctx, KindCorrect, id, c, func(now *ocop.Certificate) any {
		edit(now)
		return personalOf(now.Producer)
	}, s)
}
