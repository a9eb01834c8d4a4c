package register

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

var (
	// SeriesBegun: a start is declared before the first number.
	SeriesBegun = message.Define("series-begun",
		"Dãy số {series} đã có số {last}, không khai lại số bắt đầu được.", "The series {series} already has number {last}; its start cannot be declared again.")
	// NumberNotFree: only the next or a missing number can be closed.
	NumberNotFree = message.Define("number-not-free",
		"Không đóng được số {seq} của dãy {series}: chỉ đóng số kế tiếp ({next}) hoặc số đang thiếu.",
		"Number {seq} of {series} cannot be closed: only the next one ({next}) or a missing one.")
)

// StartSeries declares that a series begins at a number above 1: those below
// are on paper elsewhere. series is Pattern.Series of a certificate.
func (r *Register) StartSeries(ctx context.Context, series string, first int, reason string) error {
	if strings.TrimSpace(reason) == "" {
		return ReasonMissing.With("doing", KindStart.Text()).Err()
	}
	return r.write(ctx, KindStart, func(w *writer) error {
		if last, begun := w.head.Tops[series]; begun {
			return SeriesBegun.With("series", series, "last", last).Err()
		}
		if first < 2 {
			return nil // 1 is where every series starts
		}
		return w.add(Event{Kind: KindStart, Day: dayOf(w.now), Series: series, From: first, Reason: reason})
	})
}

// CloseNumber closes the next or a missing number of a series with a reason
// (số bỏ trống), so that the series has no gap without one.
func (r *Register) CloseNumber(ctx context.Context, series string, seq int, day ocop.Date, reason, paper string) error {
	if strings.TrimSpace(reason) == "" {
		return ReasonMissing.With("doing", KindClose.Text()).Err()
	}
	return r.write(ctx, KindClose, func(w *writer) error {
		next := w.head.Tops[series] + 1
		number, known, err := w.tx.Number(series, seq)
		if err != nil {
			return err
		}
		if seq != next && (!known || number.State != NumberMissing) {
			return NumberNotFree.With("series", series, "seq", seq, "next", next).Err()
		}
		return w.add(Event{Kind: KindClose, Day: w.dayOr(day), Series: series, Number: number.Number,
			From: seq, To: seq, Reason: reason, Paper: paper})
	})
}

// NumbersOf gives every number of a series and what became of it, ascending;
// "" gives all series.
func (r *Register) NumbersOf(ctx context.Context, series string) (all []Number, err error) {
	err = r.store.View(ctx, func(tx Tx) error {
		all = nil
		for n, err := range numbers(tx) {
			if err != nil {
				return err
			}
			if series == "" || n.Series == series {
				all = append(all, n)
			}
		}
		return nil
	})
	return all, r.sayBusy(err)
}

// errOrder: a store gives a row again that it gave before. Whoever walks would
// walk for ever.
var errOrder = errors.New("rows out of order: an index of the database is damaged")

// numbers walks through the numbers of all series.
func numbers(tx Tx) iter.Seq2[Number, error] {
	return func(yield func(Number, error) bool) {
		for last := (Number{}); ; {
			page, err := tx.NumbersAfter(last.Series, last.Seq, 1000)
			if err != nil {
				yield(last, err)
				return
			}
			for _, n := range page {
				if cmp.Or(cmp.Compare(n.Series, last.Series), cmp.Compare(n.Seq, last.Seq)) <= 0 && last != (Number{}) {
					yield(n, errOrder)
					return
				}
				if last = n; !yield(n, nil) {
					return
				}
			}
			if len(page) == 0 {
				return
			}
		}
	}
}
