package register

import (
	"context"

	"ocoprint/internal/ocop"
)

// Counts says how much a store holds.
type Counts struct {
	Entries, Certificates, Numbers, Results, Personal, Blobs, Values int64
	Hash                                                             string // over all of it
}

// Move copies a whole register into an empty store (embedded database to
// PostgreSQL or back) and compares counts and hashes.
func Move(ctx context.Context, from, to Store) (Counts, error) { return Counts{}, errTODO }

// KnownOutside is what is known of numbers outside the register: heads kept in a
// second place, published lists, issued PDFs.
type KnownOutside struct {
	Heads   []Head
	Records []Record
}

// Record is a certificate as an issued PDF carries it, so that the register
// can be rebuilt (P12). It holds no personal data.
type Record struct {
	Format string           `json:"format"` // "ocop-record/1"
	Entry  int64            `json:"entry"`
	Key    string           `json:"key"`
	Source *Source          `json:"source,omitempty"`
	Cert   ocop.Certificate `json:"cert"`
}

// RecordOf gives the record that goes into a certificate's PDF, the same bytes
// each time.
func (r *Register) RecordOf(ctx context.Context, id string) ([]byte, error) { return nil, errTODO }

// ParseRecord reads what RecordOf wrote.
func ParseRecord(b []byte) (Record, error) { return Record{}, errTODO }

// Advance makes sure that no number known outside is given again, after a
// restore: numbers above the register's own become missing entries until they
// are rebuilt or closed by a person.
func (r *Register) Advance(ctx context.Context, known KnownOutside, reason string) ([]Number, error) {
	return nil, errTODO
}

// Rebuild enters certificates again from the records of issued PDFs. check
// verifies a record's signature; records that it refuses are returned with
// the error.
func (r *Register) Rebuild(ctx context.Context, records []Record, check func(ocop.Certificate) error) (entered int, refused map[int]error, err error) {
	return 0, nil, errTODO
}
