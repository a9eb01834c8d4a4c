package register

import (
	"context"

	"ocoprint/internal/ocop"
)

// Printing is one printing of certificates.
type Printing struct {
	Day    ocop.Date
	Copies int               // 0: 1
	Files  map[string]string // id -> SHA-256 (hex) of its PDF
	Refs   []string          // blobs used
	Blanks map[string]string // id -> serial of the sheet
	Info   map[string]string // program, printer, …
}

// Print records that certificates were printed for the first time. A
// certificate that was already printed with the same file hash is passed over.
func (r *Register) Print(ctx context.Context, ids []string, p Printing) error { return errTODO }

// Reprint records another printing of the same number and bytes. It refuses
// without a reason, and when the file's hash differs from the first printing.
func (r *Register) Reprint(ctx context.Context, id, reason string, p Printing) error { return errTODO }

// Change says on what a renewed certificate rests.
type Change struct {
	Day       ocop.Date // issue day of the renewed paper
	Reason    string
	Paper     string // request, minutes, decision
	NewNumber bool   // a new number and id; else a new revision under the same
	Sheet     string // serial of the new blank
	Signatory *ocop.Signatory
}

// Correct renews a certificate whose text was wrong; edit changes the copy it
// is given. Old and new are linked both ways.
func (r *Register) Correct(ctx context.Context, id string, c Change, edit func(*ocop.Certificate), s Sealer) (ocop.Certificate, error) {
	return ocop.Certificate{}, errTODO
}

// Reissue renews a lost or damaged certificate with the same text.
func (r *Register) Reissue(ctx context.Context, id string, c Change, s Sealer) (ocop.Certificate, error) {
	return ocop.Certificate{}, errTODO
}

// Transfer renews a certificate for another producer.
func (r *Register) Transfer(ctx context.Context, id string, to ocop.Producer, c Change, s Sealer) (ocop.Certificate, error) {
	return ocop.Certificate{}, errTODO
}

// Reevaluate certifies a new result of a product (stars kept, raised or
// lowered) and closes the certificate before it.
func (r *Register) Reevaluate(ctx context.Context, id string, result ocop.Result, opt PrepareOptions, s Sealer) (ocop.Certificate, error) {
	return ocop.Certificate{}, errTODO
}

// Ruling is a decision about certificates.
type Ruling struct {
	Day      ocop.Date // first day on which it applies
	Decision ocop.Decision
	Clause   string // khoản 1 Điều 1
	Reason   string
	Until    ocop.Date // of a suspension, when stated
}

// Revoke withdraws certificates (thu hồi). It needs a decision.
func (r *Register) Revoke(ctx context.Context, ids []string, why Ruling) error { return errTODO }

// Suspend suspends certificates (tạm đình chỉ).
func (r *Register) Suspend(ctx context.Context, ids []string, why Ruling) error { return errTODO }

// Lift ends a suspension.
func (r *Register) Lift(ctx context.Context, ids []string, why Ruling) error { return errTODO }

// Cancel cancels a certificate that was never handed over (hủy).
func (r *Register) Cancel(ctx context.Context, id string, day ocop.Date, reason string) error {
	return errTODO
}

// Expire records the expiry of every certificate whose last day is before
// asOf and was not recorded yet, and says which.
func (r *Register) Expire(ctx context.Context, asOf ocop.Date) ([]string, error) { return nil, errTODO }

// Handover says who received a certificate. Names are personal data.
type Handover struct {
	Day   ocop.Date
	To    string // who received it
	Proxy bool   // by proxy
	Paper string // receipt list, letter of authority
	Place string
}

// HandOver records that a certificate was handed over (trao).
func (r *Register) HandOver(ctx context.Context, id string, h Handover) error { return errTODO }

// Spoil records a spoiled pre-printed sheet (phôi hỏng); id may be empty.
func (r *Register) Spoil(ctx context.Context, id, blank string, day ocop.Date, reason string) error {
	return errTODO
}

// LoseSheet reports a pre-printed sheet as lost.
func (r *Register) LoseSheet(ctx context.Context, id, blank string, day ocop.Date, reason string) error {
	return errTODO
}

// StartSeries declares that a series begins at a number: those below it are
// on paper elsewhere.
func (r *Register) StartSeries(ctx context.Context, a ocop.Authority, series string, first int, reason string) error {
	return errTODO
}

// CloseNumber closes the next or a missing number of a series with a reason.
func (r *Register) CloseNumber(ctx context.Context, series string, seq int, day ocop.Date, reason, paper string) error {
	return errTODO
}

// ErasePersonal erases the personal data beside the entries of a certificate.
func (r *Register) ErasePersonal(ctx context.Context, id, reason string) error { return errTODO }

// PersonalOf gives the personal data kept with a certificate's issue.
func (r *Register) PersonalOf(ctx context.Context, id string) (ocop.Producer, error) {
	return ocop.Producer{}, errTODO
}
