package office

import (
	"errors"

	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
	"ocoprint/internal/seal"
)

// sealer signs certificates with a key for a public address. The same
// certificate gives the same answer each time.
type sealer struct {
	base string
	key  seal.Key
}

// Seal makes the frame of a certificate's QR (formats.md §1).
func (s sealer) Seal(c ocop.Certificate) (register.Sealed, error) {
	sealed, err := seal.Seal(s.base, bodyOf(c), s.key)
	if err != nil {
		return register.Sealed{}, err
	}
	return register.Sealed{
		Payload: sealed.Frame, Identity: sealed.Identity[:], Code: sealed.Code, URL: sealed.URL,
	}, nil
}

// bodyOf says what the QR holds of a certificate: nothing personal.
func bodyOf(c ocop.Certificate) seal.Body {
	b := seal.Body{
		ID: c.ID, Product: c.Product.Name, Producer: c.Producer.Name, Place: c.Place,
		Stars: int(c.Stars), Decision: c.Decision.Number,
		Decided: seal.Day(c.Decision.Date.Days()), LastDay: seal.Day(c.LastDay.Days()),
		Serial: c.Sheet, Revision: c.Revision, Round: c.Round.String(),
	}
	if c.IssuedOn != c.Decision.Date {
		b.Issued = seal.Day(c.IssuedOn.Days())
	}
	if c.Authority.PublishScore && c.Score.Known {
		score := c.Score.Hundredths()
		b.Score = &score
	}
	return b
}

// Sealer unlocks what signs certificates of an authority on a day. On the
// first use of a real address it makes the office's keys.
func (o *Office) Sealer(a ocop.Authority, day ocop.Date) (register.Sealer, error) {
	if err := seal.CheckBase(a.BaseURL); err != nil {
		return nil, err
	}
	key, err := o.certKey(a, day)
	if err != nil {
		return nil, err
	}
	return sealer{base: a.BaseURL, key: key}, nil
}

// certKey unlocks the key once while the office is open: opening a key file
// takes a good part of a second on purpose.
func (o *Office) certKey(a ocop.Authority, day ocop.Date) (seal.Key, error) {
	box := o.KeyBox(a.BaseURL)
	if box.Sample() {
		return box.Cert(nil, a.Prefix, day, o.Now())
	}
	passphrase, err := o.secrets.get(!box.Exist())
	if err != nil {
		return seal.Key{}, err
	}
	if !box.Exist() {
		from, to := KeyPeriod(day)
		if err := box.Create(passphrase, o.opt.Random, a.Name, a.Prefix, from, to, o.Now()); err != nil {
			return seal.Key{}, err
		}
	}
	name := a.BaseURL + " " + a.Prefix + " " + day.ISO()
	if key, ok := o.secrets.key(name); ok {
		return key, nil
	}
	key, err := box.Cert(passphrase, a.Prefix, day, o.Now())
	if errors.Is(err, seal.KeyFileBad.Err()) {
		o.secrets.forget() // a wrong passphrase is asked for again
	}
	if err == nil {
		o.secrets.keep(name, key)
	}
	return key, err
}

// KeyPeriod is how long new keys may sign: from the start of the day's year,
// so that certificates dated earlier that year can be entered, for six years.
func KeyPeriod(day ocop.Date) (from, to ocop.Date) {
	return ocop.Date{Year: day.Year, Month: 1, Day: 1}, ocop.Date{Year: day.Year + 5, Month: 12, Day: 31}
}
