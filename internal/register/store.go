package register

import (
	"context"
	"fmt"
	"time"

	"ocoprint/internal/ocop"
)

// Store keeps a register: a database, or memory for the floors above. It knows
// rows, not rules. registertest.Run proves one.
type Store interface {
	// View runs f on one consistent state of the register.
	View(ctx context.Context, f func(Tx) error) error
	// Update runs f alone among all processes and commits durably when f
	// returns nil, else nothing has happened. When another holds the register
	// longer than two seconds (no time at all with who.NoWait) it returns a
	// *BusyError.
	Update(ctx context.Context, who Holder, f func(Tx) error) error
	Close() error
}

// Holder says who holds the register, since when and for what.
type Holder struct {
	Who    string    `json:"who"`
	Host   string    `json:"host,omitempty"`
	PID    int       `json:"pid,omitempty"`
	Since  time.Time `json:"since"`
	Doing  string    `json:"doing"`
	NoWait bool      `json:"-"`
}

// BusyError: another process or tab holds the register.
type BusyError struct {
	Holder Holder // zero when the store cannot tell
	Cause  error
}

// Error is for logs.
func (e *BusyError) Error() string {
	return fmt.Sprintf("register is held by %s (%s, pid %d) since %s for %s",
		e.Holder.Who, e.Holder.Host, e.Holder.PID, e.Holder.Since.UTC().Format(time.RFC3339), e.Holder.Doing)
}

// Unwrap gives the database's own error.
func (e *BusyError) Unwrap() error { return e.Cause }

// Tx reads and writes the rows of a register inside one transaction. Lookups
// that find nothing return ok false and no error. Lists that take a limit give
// all for 0.
type Tx interface {
	// The journal. The head of an empty register is the zero Head.
	Head() (Head, error)
	PutHead(Head) error
	Append(Entry) error
	Entry(seq int64) (e Entry, ok bool, err error)
	Entries(from int64, limit int) ([]Entry, error) // ascending, from included
	EntriesOf(id string) ([]Entry, error)           // about id, ascending
	Texts(ids []string) ([]Entry, error)            // that hold the latest texts of these certificates, called by them; in any order, unknown ones left out

	// Indexes, derived from the journal.
	Row(id string) (Row, bool, error)
	PutRow(Row) error
	Rows(Query) ([]Row, error)
	Number(series string, seq int) (Number, bool, error)
	NumberText(authority, number string) (Number, bool, error)
	PutNumber(Number) error
	NumbersAfter(series string, seq, limit int) ([]Number, error) // of all series, by series and seq, after that one
	Result(key string) (id string, ok bool, err error)
	PutResult(key, id string) error
	Results(after string, limit int) ([]Pair, error) // by key
	DropIndexes() error                              // empties rows, numbers and results before they are derived again

	// Personal data, keyed by entry.
	Personal(seq int64) (Personal, bool, error)
	PutPersonal(Personal) error
	PersonalAfter(seq int64, limit int) ([]Personal, error) // by entry

	// Small values by space and key, and content by its SHA-256 in hex.
	Value(space, key string) ([]byte, bool, error)
	PutValue(space, key string, value []byte) error
	DropValue(space, key string) error
	Values(space, after string, limit int) ([]Value, error) // by key
	Spaces() ([]string, error)
	Blob(hash string) (Blob, bool, error)
	PutBlob(Blob) error
	Blobs() ([]Blob, error) // by hash, without data
}

// Pair is a result key and the certificate that it has.
type Pair struct{ Key, ID string }

// Value is a small value of a space.
type Value struct {
	Key  string
	Data []byte
}

// Entry is one entry of the journal as it is stored.
type Entry struct {
	Seq  int64
	Kind Kind
	ID   string // certificate, or empty
	At   int64  // ms since 1970, UTC
	Body []byte
	Hash []byte
}

// Row is what the register can be searched and counted by: one certificate in
// its latest revision, with the marks of its life. All of it is derived from
// the journal.
type Row struct {
	ID           string
	Revision     int
	First        int64 // entry that made it
	Entry        int64 // entry that holds its latest text
	Number       string
	Series       string
	Seq          int
	Code         string
	Authority    string
	Decision     string // viet.Key of the number at the time
	DecisionDate ocop.Date
	ProductKey   string
	ProducerKey  string
	Stars        ocop.Stars
	Score        ocop.Score
	Round        ocop.Round
	Commune      string
	IssuedOn     ocop.Date
	ValidFrom    ocop.Date
	LastDay      ocop.Date
	No           string // STT of the row it came from
	Search       string
	Marks        string // what happened on which day: "P2023-12-19 R2024-05-01"
	Replaces     string
	ReplacedBy   string
	Sample       bool

	SortIssue, SortNumber, SortProduct, SortProducer, SortLastDay []byte // compared as bytes, unique

	Body []byte // body of Entry, only when Query.Bodies; not stored here

	lean   bool     // of an audit: the text is known by its digest only
	text16 digest16 //
}

// Number is one number of a series: given to a certificate, or closed.
type Number struct {
	Series    string
	Seq       int
	Number    string
	Authority string
	ID        string // certificate; empty when closed or missing
	State     NumberState
	Reason    string
	Entry     int64
}

// NumberState says what became of a number.
type NumberState string

// States of a number.
const (
	NumberGiven   NumberState = "given"
	NumberClosed  NumberState = "closed"  // a person said why there is none
	NumberMissing NumberState = "missing" // known to have been given, record lost (P10)
)

// Personal is personal data beside an entry.
type Personal struct {
	Seq    int64
	Salt   []byte
	Data   []byte // nil once erased
	Erased int64  // ms, 0 while kept
}

// Blob is content kept by hash: a layout, a font, a background.
type Blob struct {
	Hash string // SHA-256, hex
	Kind string // layout | font | background | upload | …
	Name string
	Size int64
	Data []byte
}

// Query asks a store for rows in order of a sort column and the id. Empty
// fields do not filter.
type Query struct {
	Authority    string
	Decision     string
	DecisionDate ocop.Date
	ProductKey   string
	ProducerKey  string
	Number       string
	Code         string
	Series       string
	Stars        []ocop.Stars
	Round        ocop.Round
	Commune      string
	Words        []string // each is contained in Search
	Tight        string   // or this is
	IssuedFrom   ocop.Date
	IssuedTo     ocop.Date
	LastDayFrom  ocop.Date
	LastDayTo    ocop.Date

	Sort   Sort
	Desc   bool
	After  []byte // rows after the one with this sort value
	Limit  int    // 0: all
	Bodies bool   // fill Row.Body
}

// Sort is the order of a list.
type Sort string

// Orders of a list.
const (
	ByIssue    Sort = ""         // as entered in the register
	ByNumber   Sort = "number"   // series, then number
	ByProduct  Sort = "product"  // Vietnamese order
	ByProducer Sort = "producer" // Vietnamese order
	ByLastDay  Sort = "last_day" // first to expire first
)

// SortValue is what the row is ordered by.
func (r Row) SortValue(s Sort) []byte {
	switch s {
	case ByNumber:
		return r.SortNumber
	case ByProduct:
		return r.SortProduct
	case ByProducer:
		return r.SortProducer
	case ByLastDay:
		return r.SortLastDay
	}
	return r.SortIssue
}
