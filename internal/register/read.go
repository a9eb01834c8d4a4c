package register

import (
	"bytes"
	"context"
	"encoding/hex"
	"iter"
	"slices"

	"ocoprint/internal/ocop"
)

// Item is a certificate with what became of it, as of the day asked for.
type Item struct {
	ocop.Certificate
	Status     ocop.CertificateStatus
	Entry      int64 // entry that holds its text
	Prints     int
	HandedOver ocop.Date
	RevokedOn  ocop.Date
	Replaces   string
	ReplacedBy string
}

// Filter chooses certificates. Empty fields do not filter.
type Filter struct {
	Text       string // without tones: product, producer, commune, number, id, decision (Get finds codes)
	Authority  string // code
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

// query is the part of a filter that a store knows.
func (f Filter) query() Query {
	q := Query{Authority: f.Authority, Decision: foldKey.of(f.Decision), Series: f.Series, Stars: f.Stars, Round: f.Round,
		Commune: f.Commune, IssuedFrom: f.IssuedFrom, IssuedTo: f.IssuedTo, LastDayFrom: f.LastFrom, LastDayTo: f.LastTo,
		Sort: f.Sort, Desc: f.Desc}
	q.Words, q.Tight = searchWords(f.Text)
	return q
}

// keeps is the part that depends on a day.
func (f Filter) keeps(r Row, notice int) bool {
	if len(f.Status) > 0 && !slices.Contains(f.Status, r.status(f.AsOf, notice)) {
		return false
	}
	return f.Handed == nil || *f.Handed != r.lived(f.AsOf).handed.IsZero()
}

func (r *Register) item(row Row, asOf ocop.Date, reader *certReader) (Item, error) {
	c, err := reader.read(Entry{Seq: row.Entry, Body: row.Body})
	if err != nil {
		return Item{}, err
	}
	l := row.lived(asOf)
	return Item{Certificate: c, Status: row.status(asOf, r.opt.Notice), Entry: row.Entry, Prints: l.prints,
		HandedOver: l.handed, RevokedOn: l.revoked, Replaces: row.Replaces, ReplacedBy: row.ReplacedBy}, nil
}

// List gives one page.
func (r *Register) List(ctx context.Context, f Filter) (p Page, err error) {
	limit := f.Limit
	if limit <= 0 {
		limit = 50
	}
	f.AsOf = r.day(f.AsOf)
	var reader certReader
	for row, err := range r.rows(ctx, f, true, limit+1) {
		if err != nil {
			return Page{}, err
		}
		if len(p.Items) == limit {
			p.Next = hex.EncodeToString([]byte(f.After))
			break
		}
		it, err := r.item(row, f.AsOf, &reader)
		if err != nil {
			return Page{}, err
		}
		p.Items = append(p.Items, it)
		f.After = string(row.SortValue(f.Sort))
	}
	return p, nil
}

// All walks through all certificates that the filter chooses, in short
// transactions, so that others can issue meanwhile.
func (r *Register) All(ctx context.Context, f Filter) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		var reader certReader
		for row, err := range r.rows(ctx, f, true, atOnce) {
			var it Item
			if err == nil {
				it, err = r.item(row, r.day(f.AsOf), &reader)
			}
			if !yield(it, err) || err != nil {
				return
			}
		}
	}
}

// Found is a certificate that a filter chose, not yet read. Those of one walk
// share what they read: one goroutine at a time.
type Found struct {
	ID     string
	Entry  int64 // entry that holds its text
	body   []byte
	reader *certReader
}

// Found walks through the certificates that the filter chooses, as All does,
// without reading them.
func (r *Register) Found(ctx context.Context, f Filter) iter.Seq2[Found, error] {
	return func(yield func(Found, error) bool) {
		var reader certReader
		for row, err := range r.rows(ctx, f, true, atOnce) {
			if !yield(Found{row.ID, row.Entry, row.Body, &reader}, err) || err != nil {
				return
			}
		}
	}
}

// Certificate reads it; a text that cannot be read is the error RegisterDamaged.
func (f Found) Certificate() (ocop.Certificate, error) {
	return f.reader.read(Entry{Seq: f.Entry, Body: f.body})
}

// Outline reads of it what a print run must know of all certificates: its
// layout, and the names and the address it prints.
func (f Found) Outline() (layout string, product ocop.Product, producer ocop.Producer, err error) {
	s, ok := certScan{r: f.reader}, false
	if raw := certIn(f.body); raw != nil {
		ok = object(&s, raw, outlineFields)
	}
	if !ok {
		s.c, err = f.Certificate()
	}
	return s.c.Layout, s.c.Product, s.c.Producer, err
}

// rows walks through index rows, step at a time.
func (r *Register) rows(ctx context.Context, f Filter, bodies bool, step int) iter.Seq2[Row, error] {
	f.AsOf = r.day(f.AsOf)
	return func(yield func(Row, error) bool) {
		q := f.query()
		q.Bodies, q.Limit = bodies, step
		after, err := hex.DecodeString(f.After)
		if err != nil {
			yield(Row{}, err)
			return
		}
		for q.After = after; ; {
			var rows []Row
			err := r.store.View(ctx, func(tx Tx) (err error) {
				rows, err = tx.Rows(q)
				return err
			})
			if err != nil {
				yield(Row{}, r.sayBusy(err))
				return
			}
			for _, row := range rows {
				at := row.SortValue(q.Sort)
				if c := bytes.Compare(at, q.After); len(q.After) > 0 && (c == 0 || (c < 0) != q.Desc) {
					yield(Row{}, RegisterDamaged.With("seq", row.First, "where", "certificate").Wrap(errOrder))
					return
				}
				if q.After = at; f.keeps(row, r.opt.Notice) && !yield(row, nil) {
					return
				}
			}
			if len(rows) < step {
				return
			}
		}
	}
}

func (r *Register) day(asOf ocop.Date) ocop.Date {
	if asOf.IsZero() {
		return r.today()
	}
	return asOf
}

// Count counts the certificates that the filter chooses.
func (r *Register) Count(ctx context.Context, f Filter) (n int, err error) {
	for _, err := range r.rows(ctx, f, false, 5000) {
		if err != nil {
			return 0, err
		}
		n++
	}
	return n, nil
}

// Search finds certificates by words without tones, at most 200.
func (r *Register) Search(ctx context.Context, text string, asOf ocop.Date) ([]Item, error) {
	p, err := r.List(ctx, Filter{Text: text, AsOf: asOf, Limit: 200})
	return p.Items, err
}

// ExpiringBefore gives certificates still valid on asOf whose last day is
// before day, first to expire first: those who need a notice.
func (r *Register) ExpiringBefore(ctx context.Context, day, asOf ocop.Date) ([]Item, error) {
	var all []Item
	f := Filter{LastTo: day.AddDays(-1), AsOf: asOf, Sort: ByLastDay,
		Status: []ocop.CertificateStatus{ocop.Valid, ocop.Expiring, ocop.NotYet, ocop.Suspended}}
	for it, err := range r.All(ctx, f) {
		if err != nil {
			return nil, err
		}
		all = append(all, it)
	}
	return all, nil
}
