package register

import (
	"context"

	"ocoprint/internal/ocop"
)

// Reissue renews a lost or damaged certificate with the same text (cấp lại).
func (r *Register) Reissue(ctx context.Context, id string, c Change, s Sealer) (ocop.Certificate, error) {
	return r.renew(ctx, KindReissue, id, c, nil, s)
}
