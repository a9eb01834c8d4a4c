package register

import (
	"context"
	"iter"

	"ocoprint/internal/ocop"
)

// Item is a certificate with what became of it.
type Item struct {
	ocop.Certificate
	Status     ocop.CertificateStatus // as of the day asked for
	Entry      int64                  // entry that holds its text
	Prints     int
	HandedOver ocop.Date
	RevokedOn  ocop.Date
	Replaces   string
	ReplacedBy string
}

// Filter chooses certificates. Empty fields do not filter.
type Filter struct {
	Text       string // without tones: product, producer, commune, number, id, code
	Authority  string
	Decision   string // number
	Series     string
	Stars      []ocop.Stars
	Round      ocop.Round
	Commune    string
	Status     []ocop.CertificateStatus
	IssuedFrom ocop.Date
	IssuedTo   ocop.Date
	LastFrom   ocop.Date
	LastTo     ocop.Date
	Handed     *bool

	AsOf  ocop.Date // zero: today by the clock
	Sort  Sort
	Desc  bool
	After string // Page.Next of the page before
	Limit int    // 0: 50
}

// Page is one page of a list.
type Page struct {
	Items []Item
	Next  string // empty on the last page
}

// Get finds a certificate by id, number or code, in its latest revision.
func (r *Register) Get(ctx context.Context, name string, asOf ocop.Date) (Item, error) {
	return Item{}, errTODO
}

// List gives one page.
func (r *Register) List(ctx context.Context, f Filter) (Page, error) { return Page{}, errTODO }

// All walks through all certificates that the filter chooses.
func (r *Register) All(ctx context.Context, f Filter) iter.Seq2[Item, error] { return nil }

// Count counts them.
func (r *Register) Count(ctx context.Context, f Filter) (int, error) { return 0, errTODO }

// Search finds certificates by words without tones.
func (r *Register) Search(ctx context.Context, text string, asOf ocop.Date) ([]Item, error) {
	return nil, errTODO
}

// History gives everything that happened to a certificate, oldest first.
func (r *Register) History(ctx context.Context, id string) ([]Event, error) { return nil, errTODO }

// Revisions gives every text the certificate has had, first revision first.
func (r *Register) Revisions(ctx context.Context, id string) ([]ocop.Certificate, error) {
	return nil, errTODO
}

// Status says what a certificate is worth on a day.
func (r *Register) Status(ctx context.Context, id string, asOf ocop.Date) (ocop.CertificateStatus, error) {
	return "", errTODO
}

// ExpiringBefore gives valid certificates whose last day is before day.
func (r *Register) ExpiringBefore(ctx context.Context, day, asOf ocop.Date) ([]Item, error) {
	return nil, errTODO
}

// Tally counts certificates and producers of one line of the statistics.
type Tally struct {
	Stars     ocop.Stars
	Round     ocop.Round
	Commune   string
	Status    ocop.CertificateStatus
	Products  int
	Producers int
}

// Statistics counts by stars, round, commune and status.
func (r *Register) Statistics(ctx context.Context, f Filter) ([]Tally, error) { return nil, errTODO }

// StatusLine is one line for the public status list.
type StatusLine struct {
	ID       string
	Revision int  // applies up to this revision; 0: all
	What     Kind // KindRevoke, KindSuspend, KindReplace, KindCancel, KindLost
	Day      ocop.Date
	Ref      string // decision, new id, or serial of the lost sheet
}

// StatusLines gives what the public status list of an id prefix says on a day.
func (r *Register) StatusLines(ctx context.Context, prefix string, asOf ocop.Date) ([]StatusLine, error) {
	return nil, errTODO
}
