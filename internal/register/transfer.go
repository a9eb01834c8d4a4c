package register

import (
	"context"

	"ocoprint/internal/ocop"
)

// Transfer renews a certificate for another producer (chuyển giao chủ thể);
// stars, decision and last day stay.
func (r *Register) Transfer(ctx context.Context, id string, to ocop.Producer, c Change, s Sealer) (ocop.Certificate, error) {
	return r.renew(ctx, KindTransfer, id, c, func(now *ocop.Certificate) any {
		now.Producer = to
		now.Place = place(to, now.Authority)
		return personalOf(to)
	}, s)
}
