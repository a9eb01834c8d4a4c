package register

import (
	"strings"

	"ocoprint/internal/ocop"
)

// life is what a row's marks say up to a day.
type life struct {
	revoked, suspended, cancelled, replaced, handed ocop.Date
	prints                                          int
	expired                                         bool // recorded, whatever the day
}

// lived reads the marks up to a day (zero: all of them).
func (r Row) lived(asOf ocop.Date) (l life) {
	for m := range strings.FieldsSeq(r.Marks) {
		day, until := markDays(m)
		if m[0] == markExpired {
			l.expired = true
		}
		if !asOf.IsZero() && day.After(asOf) {
			continue
		}
		switch rune(m[0]) {
		case markRevoked:
			l.revoked = day
		case markSuspended:
			if l.suspended = day; !until.IsZero() && !asOf.IsZero() && asOf.After(until) {
				l.suspended = ocop.Date{}
			}
		case markLifted:
			l.suspended = ocop.Date{}
		case markCancelled:
			l.cancelled = day
		case markReplaced:
			l.replaced = day
		case markHanded:
			l.handed = day
		case markPrinted, markReprinted:
			l.prints++
		}
	}
	return l
}

func markDays(m string) (day, until ocop.Date) {
	from, to, _ := strings.Cut(m[1:], "~")
	day, _ = ocop.ParseDate(from)
	if to != "" {
		until, _ = ocop.ParseDate(to)
	}
	return day, until
}

// status is what the certificate is worth on a day: cancelled, revoked and
// replaced before suspended, then what the dates say. It is "not yet" before
// its issue day as well as before its first valid day (formats.md, key 13).
func (r Row) status(asOf ocop.Date, notice int) ocop.CertificateStatus {
	l := r.lived(asOf)
	switch {
	case !l.cancelled.IsZero():
		return ocop.Cancelled
	case !l.revoked.IsZero():
		return ocop.Revoked
	case !l.replaced.IsZero():
		return ocop.Superseded
	}
	first := r.ValidFrom
	if r.IssuedOn.After(first) {
		first = r.IssuedOn
	}
	byDate := ocop.ExpiryStatus(first, r.LastDay, asOf, notice)
	if !l.suspended.IsZero() && byDate != ocop.Expired {
		return ocop.Suspended
	}
	return byDate
}

// alive: still worth something or going to be.
func alive(s ocop.CertificateStatus) bool {
	return s == ocop.Valid || s == ocop.Expiring || s == ocop.NotYet || s == ocop.Suspended
}
