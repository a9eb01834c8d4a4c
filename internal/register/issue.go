package register

import (
	"context"

	"ocoprint/internal/ocop"
)

// Sealer signs what a certificate says. The same certificate gives the same
// answer each time.
type Sealer interface {
	Seal(c ocop.Certificate) (Sealed, error)
}

// SealerFunc makes a Sealer of a function.
type SealerFunc func(c ocop.Certificate) (Sealed, error)

// Seal calls f.
func (f SealerFunc) Seal(c ocop.Certificate) (Sealed, error) { return f(c) }

// Sealed is what the signature adds to a certificate (formats.md §1).
type Sealed struct {
	Payload  []byte // frame
	Identity []byte // SHA-256 of the signed bytes
	Code     string // six symbols
	URL      string // text of the QR
}

// Issue enters the draft in the register, in one transaction: number, frozen
// text, payload, signature and journal entry, all or nothing. It returns the
// certificates of New in the draft's order. Issued again after any
// interruption, it returns the same certificates and issues nothing. A second
// issuer is told within two seconds who holds the register (RegisterBusy).
func (r *Register) Issue(ctx context.Context, d Draft, s Sealer) ([]ocop.Certificate, error) {
	return nil, errTODO
}
