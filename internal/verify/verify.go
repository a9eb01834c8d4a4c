// Package verify says what a scanned code is worth: one Outcome of a closed
// list, with its sentence, advice, colour and icon.
//
// Check reads the text, opens the seal offline, then asks a Lookup (the
// register or the published lists) as of a date. The order of the outcomes is
// that of formats.md §1: the first that applies. The page in the browser
// gives the same outcome from the same vectors.
//
// Promises: a certificate altered by one letter, signed by an unknown key,
// revoked, replaced or expired is never shown as valid; a list that cannot be
// loaded means “not checked”, never “forged”; a sample is never genuine. No
// clock: now and asOf are given. Begin with Check and Table.
package verify

import (
	"context"
	"time"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/seal"
)

// Outcome is what a scanned code is worth.
type Outcome struct {
	Code      Code
	Sample    bool              // MẪU – KHÔNG CÓ GIÁ TRỊ: never genuine, never green
	Body      *seal.Body        // what the certificate says; nil where the outcome shows no fields
	Identity  [32]byte          // of the signed bytes, when the frame could be read
	ID        string            // the certificate's id, or the one of the query
	Host      string            // N: whose code it is
	Inside    bool              // N: the certificate inside carries a right signature
	Status    *seal.StatusEntry // R, S: what happened
	Row       *seal.Row         // F: what the public list says; else the full text of a shortened name
	Differs   bool              // the full text of the list is not the one that was signed
	Key       *seal.KeyEntry    // whose key signed
	Unchecked bool              // lists absent or stale: “chưa kiểm tra được thu hồi”
	ListMade  time.Time         // when the oldest list that was used was made
	AsOf      ocop.Date         // the day for which the outcome holds
	Notes     []message.Message // clock, refused lists, compromised key, bug of the issuer
}

// Genuine tells whether the certificate may be trusted: G and no sample.
func (o Outcome) Genuine() bool { return o.Code == G && !o.Sample }

// graceDays is how long after its issue day a certificate may be missing from
// a register list (formats.md §1, X).
const graceDays = 7

// Check says what a scanned text is worth on a day. asOf zero means the day
// of now in Vietnam. It never fails: every trouble is an outcome.
func Check(ctx context.Context, text string, lookup Lookup, asOf ocop.Date, now time.Time) Outcome {
	c := &check{ctx: ctx, lookup: lookup, now: now, asOf: asOf}
	c.text = seal.ReadText(text)
	c.out.ID = c.text.ID
	c.out.Code = c.place()
	c.finish()
	return c.out
}
