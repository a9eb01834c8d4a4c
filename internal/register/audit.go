package register

import (
	"context"

	"golang.org/x/mod/sumdb/note"
)

// Report is what an audit found.
type Report struct {
	Head         Head
	Entries      int64
	Certificates int
	Numbers      int
	Missing      []Number  // known to have been given, record lost
	Problems     []Problem // empty: the register is whole
}

// Problem is something that does not fit, with the first entry it touches.
type Problem struct {
	Seq   int64  // entry, 0 when it touches none
	Where string // entry | chain | head | second head | certificate | number | result | personal | blob
	What  string // plain words for the log
}

// OK reports whether nothing was found.
func (rep Report) OK() bool { return len(rep.Problems) == 0 }

// Audit reads the whole register, derives everything again from the journal,
// compares, and compares the head with the second place. It names the first
// bad entry. The error is about reading, not about what was found.
func (r *Register) Audit(ctx context.Context) (Report, error) { return Report{}, errTODO }

// AuditPair compares an older and a newer state of one register: the older
// must be a prefix. It names the first entry that differs.
func AuditPair(ctx context.Context, older, newer Store) (Report, error) { return Report{}, errTODO }

// Head gives the end of the journal now.
func (r *Register) Head(ctx context.Context) (Head, error) { return Head{}, errTODO }

// Checkpoint gives the signed checkpoint (golang.org/x/mod/sumdb/note) of the
// journal now: origin "ocoprint/<register id>", tree size, root hash.
func (r *Register) Checkpoint(ctx context.Context, signer note.Signer) ([]byte, error) {
	return nil, errTODO
}

// ProveExtends proves that the journal now contains everything of a previous
// checkpoint, in the same order; publishing refuses otherwise (ForkedLog).
func (r *Register) ProveExtends(ctx context.Context, previous []byte, verifiers note.Verifiers) error {
	return errTODO
}
