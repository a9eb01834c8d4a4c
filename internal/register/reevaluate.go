package register

import (
	"context"

	"ocoprint/internal/ocop"
)

// Reevaluate certifies a new result of a product (đánh giá lại, nâng hạng:
// stars kept, raised or lowered) and closes the certificate before it. What
// Prepare would hold of the result is the error.
func (r *Register) Reevaluate(ctx context.Context, id string, result ocop.Result, opt PrepareOptions, s Sealer) (ocop.Certificate, error) {
	key := keyOfResult(result, opt.Authority.Code)
	opt.Answers = map[string]Answer{key: AnswerReevaluation}
	d, err := r.Prepare(ctx, []ocop.Result{result}, opt)
	if err != nil {
		return ocop.Certificate{}, err
	}
	if len(d.Held) > 0 {
		return ocop.Certificate{}, d.Held[0].Finding.Message.Err()
	}
	if len(d.Already) > 0 {
		return d.Already[0].Certificate, nil
	}
	old, err := r.Get(ctx, id, opt.AsOf)
	if err != nil {
		return ocop.Certificate{}, err
	}
	if r := d.New[0].Replaces; r != "" && r != old.ID {
		return ocop.Certificate{}, DraftStale.Err()
	}
	d.New[0].Replaces = old.ID
	d.named = true
	issued, err := r.Issue(ctx, d, s)
	if err != nil {
		return ocop.Certificate{}, err
	}
	return issued[0], nil
}
