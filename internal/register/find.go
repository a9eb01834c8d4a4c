package register

import (
	"slices"

	"ocoprint/internal/ocop"
)

// find gives the row of a certificate that may have something done to it.
func (w *writer) find(id string, doing Kind) (Row, error) {
	row, ok, err := w.tx.Row(id)
	if err != nil {
		return row, err
	}
	if !ok {
		return row, CertificateUnknown.With("name", id).Err()
	}
	return row, w.allowed(row, doing)
}

// refused lists the states in which something cannot be done.
var refused = map[Kind][]ocop.CertificateStatus{
	KindPrint:    {ocop.Revoked, ocop.Cancelled, ocop.Superseded, ocop.Suspended},
	KindReprint:  {ocop.Revoked, ocop.Cancelled, ocop.Superseded, ocop.Suspended},
	KindCorrect:  {ocop.Revoked, ocop.Cancelled, ocop.Superseded},
	KindReissue:  {ocop.Revoked, ocop.Cancelled, ocop.Superseded, ocop.Suspended},
	KindTransfer: {ocop.Revoked, ocop.Cancelled, ocop.Superseded, ocop.Suspended},
	KindRevoke:   {ocop.Revoked, ocop.Cancelled, ocop.Superseded},
	KindSuspend:  {ocop.Revoked, ocop.Cancelled, ocop.Superseded, ocop.Suspended},
	KindHandOver: {ocop.Revoked, ocop.Cancelled, ocop.Superseded},
	KindCancel:   {ocop.Revoked, ocop.Cancelled, ocop.Superseded},
}

// allowed looks at everything recorded so far, whatever its day: a revocation
// that takes effect tomorrow already closes the certificate to other acts.
func (w *writer) allowed(row Row, doing Kind) error {
	l := row.lived(ocop.Date{})
	status := ocop.Valid
	switch {
	case !l.cancelled.IsZero():
		status = ocop.Cancelled
	case !l.revoked.IsZero():
		status = ocop.Revoked
	case !l.replaced.IsZero():
		status = ocop.Superseded
	case !l.suspended.IsZero():
		status = ocop.Suspended
	}
	if slices.Contains(refused[doing], status) {
		return notInState(row, status, doing)
	}
	return nil
}

func notInState(row Row, status ocop.CertificateStatus, doing Kind) error {
	return NotInThisState.With("number", row.Number, "status", statusTexts[status], "doing", doing.Text()).Err()
}
