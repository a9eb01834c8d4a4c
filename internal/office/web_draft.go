package office

import (
	"context"
	"errors"

	"ocoprint/internal/layout"
	"ocoprint/internal/ocop"
	"ocoprint/internal/seal"
)

// Unlock gives the passphrase of the signing keys for as long as the office is
// open. A wrong one is found when it is first used, and forgotten.
func (o *Office) Unlock(passphrase []byte) { o.secrets.set(passphrase) }

// Lock forgets the passphrase.
func (o *Office) Lock() { o.secrets.forget() }

// NeedsPassphrase reports whether an error only says that the keys are locked,
// or that the passphrase was wrong.
func NeedsPassphrase(err error) bool {
	return errors.Is(err, NoPassphrase.Err()) || errors.Is(err, seal.KeyFileBad.Err())
}

// WrongPassphrase reports whether a passphrase was given and does not fit.
func WrongPassphrase(err error) bool { return errors.Is(err, seal.KeyFileBad.Err()) }

// Pictures gives the bytes of a picture that a layout names.
func (o *Office) Pictures() func(string) ([]byte, error) { return o.pictures() }

// DraftPage draws the page of proposal i, signed as it would be: the number is
// the one of this moment.
func (o *Office) DraftPage(ctx context.Context, d *Draft, i int) (layout.Page, error) {
	p := d.Plan.New[i]
	signer, err := o.Sealer(d.Settings.Authority, p.Certificate.IssuedOn)
	if err != nil {
		return layout.Page{}, err
	}
	c := p.Certificate
	sealed, err := signer.Seal(c)
	if err != nil {
		return layout.Page{}, err
	}
	c.Payload, c.Identity, c.Code, c.URL = sealed.Payload, sealed.Identity, sealed.Code, sealed.URL
	pages, problems := alone(o.input(ctx, d.Settings, []ocop.Certificate{c}, d.AsOf))
	if worst := layout.Errors(problems); len(worst) > 0 {
		return layout.Page{}, worst[0].Err()
	}
	return pages[0], nil
}
