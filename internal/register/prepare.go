package register

import (
	"context"

	"ocoprint/internal/ocop"
)

// PrepareOptions says under whose name, when and how results are certified.
type PrepareOptions struct {
	Authority ocop.Authority // also NumberPattern, NumberStart, Prefix, Validity, rule set
	Signatory ocop.Signatory
	IssueDate ocop.Date // on the paper; zero: AsOf
	AsOf      ocop.Date // the day on which everything is judged; zero: today by the clock
	Layout    string    // id@version of the certificate's layout
	Refs      []string  // hashes of the blobs (KeepBlob) that the paper needs
	Sample    bool      // MẪU

	// Exact makes Issue refuse (DraftStale) when another issued meanwhile and
	// the numbers would differ from the draft's; else the next free are taken.
	Exact bool
	// Answers lets rows go that an earlier Prepare held with a question, keyed
	// by Result.Key(authority code).
	Answers map[string]Answer
}

// Answer is what a person said to a held row.
type Answer string

// Answers to RENAMED_OR_NEW and ALREADY_CERTIFIED.
const (
	AnswerNew          Answer = "new"          // another product: a certificate of its own
	AnswerReevaluation Answer = "reevaluation" // đánh giá lại: the valid one is closed
	AnswerKeep         Answer = "keep"         // leave the issued one as it is, nothing new
)

// Draft is what would be issued (bản dự kiến cấp). Results = New + Already +
// Held, always.
type Draft struct {
	New      []Proposed
	Already  []Known
	Held     []Held
	Vanished []ocop.Certificate // of the same decision, not among the results: reported, never revoked
	Notes    []ocop.Finding     // warnings and infos; the row goes

	Options PrepareOptions
	Head    Head // the register's head when it was prepared
}

// Proposed is a result with the certificate it would get: number and id are
// those of this moment, nothing is signed.
type Proposed struct {
	Result      ocop.Result
	Certificate ocop.Certificate
	Replaces    string // id of the certificate that this one closes (re-evaluation)
}

// Known is a result that has its certificate already.
type Known struct {
	Result      ocop.Result
	Certificate ocop.Certificate
}

// Held is a result that a person must look at first, and why.
type Held struct {
	Result  ocop.Result
	Finding ocop.Finding
	Other   *ocop.Certificate // the certificate it collides with, if any
}

// Prepare checks results against the register and the programme's rules and
// proposes numbers. It issues nothing and never waits for input. The results
// come in order of award: Certificate.Order and the numbers follow it.
func (r *Register) Prepare(ctx context.Context, results []ocop.Result, opt PrepareOptions) (Draft, error) {
	return Draft{}, errTODO
}
