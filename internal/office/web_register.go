package office

import (
	"context"
	"slices"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/papers"
	"ocoprint/internal/register"
)

// CertificatePage draws an issued certificate from its frozen text, for the
// screen.
func (o *Office) CertificatePage(ctx context.Context, c ocop.Certificate) (layout.Page, error) {
	s := ocop.Settings{Authority: c.Authority, Signatory: c.Signatory, Sample: c.Sample}
	ask, err := o.frozenAnswers(ctx, c)
	if err != nil {
		return layout.Page{}, err
	}
	s.Ask = ask
	pages, problems := alone(o.input(ctx, s, []ocop.Certificate{c}, c.IssuedOn))
	if worst := layout.Errors(problems); len(worst) > 0 {
		return layout.Page{}, worst[0].Err()
	}
	return pages[0], nil
}

// NumberPreview shows the first n numbers that a pattern gives under settings,
// or what is wrong with the pattern.
func NumberPreview(a ocop.Authority, today ocop.Date, n int) ([]string, error) {
	p, err := register.ParsePattern(a.NumberPattern)
	if err != nil {
		return nil, err
	}
	c := ocop.Certificate{
		Authority: a, IssuedOn: today, Stars: 3, Round: ocop.Round{No: 2, Year: today.Year},
		Decision: ocop.Decision{Number: "1422/QĐ-UBND", Date: today},
	}
	return p.Preview(c, max(a.NumberStart, 1), n), nil
}

// StatusWord names a standing.
func StatusWord(s ocop.CertificateStatus) *message.Text { return register.StatusText(s) }

// Statuses are the standings a list can be filtered by.
func Statuses() []ocop.CertificateStatus {
	return []ocop.CertificateStatus{ocop.Valid, ocop.Expiring, ocop.Expired, ocop.NotYet, ocop.Suspended, ocop.Revoked, ocop.Superseded, ocop.Cancelled}
}

// Decisions lists the decisions of the register, the one entered last first.
func (o *Office) Decisions(ctx context.Context, asOf ocop.Date) (list []ocop.Decision, err error) {
	for it, err := range o.Register.All(ctx, register.Filter{AsOf: asOf, Desc: true}) {
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(list, func(d ocop.Decision) bool { return d.Number == it.Decision.Number }) {
			list = append(list, it.Decision)
		}
	}
	return list, nil
}

// All gathers the certificates of a filter.
func (o *Office) All(ctx context.Context, f Filter) (items []Item, err error) {
	for it, err := range o.Register.All(ctx, f) {
		if err != nil {
			return nil, err
		}
		items = append(items, it)
	}
	return items, nil
}

// InAwardOrder sorts results as they will be awarded.
func InAwardOrder(results []ocop.Result, c ocop.Conference) []ocop.Result {
	return papers.InAwardOrder(results, c)
}
