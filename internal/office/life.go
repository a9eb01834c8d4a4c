package office

import (
	"context"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
)

// ResolveIDs finds certificates by id, number or code.
func (o *Office) ResolveIDs(ctx context.Context, names []string, asOf ocop.Date) (ids []string, err error) {
	for _, name := range names {
		it, err := o.Register.Get(ctx, name, asOf)
		if err != nil {
			return nil, err
		}
		ids = append(ids, it.ID)
	}
	return ids, nil
}

// sealerOf unlocks what signs a renewed certificate: under its own authority,
// on its new day.
func (o *Office) sealerOf(ctx context.Context, id string, day ocop.Date) (register.Sealer, register.Item, error) {
	it, err := o.Register.Get(ctx, id, day)
	if err != nil {
		return nil, it, err
	}
	s, err := o.Sealer(it.Authority, day)
	return s, it, err
}

// Correct renews a certificate whose text was wrong.
func (o *Office) Correct(ctx context.Context, id string, c register.Change, edit func(*ocop.Certificate)) (ocop.Certificate, error) {
	s, it, err := o.sealerOf(ctx, id, c.Day)
	if err != nil {
		return ocop.Certificate{}, err
	}
	if err := o.pageFits(ctx, it.Certificate, edit, s, c.Day); err != nil {
		return ocop.Certificate{}, err
	}
	return o.Register.Correct(ctx, it.ID, c, edit, s)
}

// Reissue renews a lost or damaged certificate with the same text.
func (o *Office) Reissue(ctx context.Context, id string, c register.Change) (ocop.Certificate, error) {
	s, it, err := o.sealerOf(ctx, id, c.Day)
	if err != nil {
		return ocop.Certificate{}, err
	}
	return o.Register.Reissue(ctx, it.ID, c, s)
}

// Transfer renews a certificate for another producer (chuyển giao chủ thể).
func (o *Office) Transfer(ctx context.Context, id string, to ocop.Producer, c register.Change) (ocop.Certificate, error) {
	s, it, err := o.sealerOf(ctx, id, c.Day)
	if err != nil {
		return ocop.Certificate{}, err
	}
	edit := func(cert *ocop.Certificate) { cert.Producer = to }
	if err := o.pageFits(ctx, it.Certificate, edit, s, c.Day); err != nil {
		return ocop.Certificate{}, err
	}
	return o.Register.Transfer(ctx, it.ID, to, c, s)
}

var pageNotFit = message.Define("office-page-not-fit", "Không in được giấy sau khi sửa: {reason}", "The changed certificate cannot be printed: {reason}")

// pageFits sets the changed page before anything is entered.
func (o *Office) pageFits(ctx context.Context, c ocop.Certificate, edit func(*ocop.Certificate), s register.Sealer, day ocop.Date) error {
	edit(&c)
	c.IssuedOn = day
	sealed, err := s.Seal(c)
	if err != nil {
		return err
	}
	c.Payload, c.Identity, c.Code, c.URL = sealed.Payload, sealed.Identity, sealed.Code, sealed.URL
	if worst := o.pageProblems(ctx, c, day); len(worst) > 0 {
		return pageNotFit.With("reason", worst[0].Message).Err()
	}
	return nil
}
