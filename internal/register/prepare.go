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

	// Others are rows of the same file that are not to be issued now (held or
	// left out by reading): they are there, so their certificates have not
	// vanished.
	Others []ocop.Result
	// Exact makes Issue refuse (DraftStale) when another issued meanwhile and
	// the numbers would differ from the draft's; else the next free are taken.
	Exact bool
	// Answers lets rows go that an earlier Prepare held with a question, keyed
	// by Result.Key(authority code).
	Answers map[string]Answer
}

// Answer is what a person said to a held row.
type Answer string

// Answers to the questions of Prepare.
const (
	AnswerNew          Answer = "new"          // RENAMED_OR_NEW: another product; EXPIRED_AT_ISSUE: issue all the same
	AnswerReevaluation Answer = "reevaluation" // ALREADY_CERTIFIED: đánh giá lại, the valid one is closed
	AnswerKeep         Answer = "keep"         // leave the issued one as it is, nothing new
)

// Draft is what would be issued (bản dự kiến cấp). Results = New + Already +
// Held, always.
type Draft struct {
	New      []Proposed
	Already  []Known
	Held     []Held
	Vanished []ocop.Certificate // of the same decision, not in the file: reported, never revoked
	Notes    []ocop.Finding     // warnings and infos; the row goes

	Options PrepareOptions
	Head    Head // the register's head when it was prepared

	named bool // Replaces was named by a person, not found by product and producer
}

// Proposed is a result with the certificate it would get: number and id are
// those of this moment, nothing is signed.
type Proposed struct {
	Result      ocop.Result
	Certificate ocop.Certificate
	Replaces    string // id of the certificate that this one closes (re-evaluation)
}

// Known is a result that has its certificate already: the latest text, and
// what it is worth as of the day.
type Known struct {
	Result      ocop.Result
	Certificate ocop.Certificate
	Status      ocop.CertificateStatus
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
//
// An error is about the office's settings (PrefixBad, PatternBad) or the
// store; what is about a row is in Held and Notes.
func (r *Register) Prepare(ctx context.Context, results []ocop.Result, opt PrepareOptions) (Draft, error) {
	if opt.AsOf.IsZero() {
		opt.AsOf = r.today()
	}
	if opt.IssueDate.IsZero() {
		opt.IssueDate = opt.AsOf
	}
	var d Draft
	err := r.store.View(ctx, func(tx Tx) error {
		head, err := tx.Head()
		if err != nil {
			return err
		}
		d = Draft{Options: opt, Head: head}
		p := &preparation{r: r, tx: tx, opt: opt, draft: &d, seen: map[string]int{}, matched: map[string]bool{}}
		return p.run(results)
	})
	return d, err
}

// preparation is one Prepare under way.
type preparation struct {
	r       *Register
	tx      Tx
	opt     PrepareOptions
	draft   *Draft
	seen    map[string]int   // result key -> row
	matched map[string]bool  // ids of certificates that the file still has
	gone    []Row            // rows of draft.Vanished
	last    ocop.Certificate // read last, to share its texts
}

func (p *preparation) run(results []ocop.Result) error {
	numbers, err := newNumbering(p.tx, p.draft.Head, p.opt.Authority)
	if err != nil {
		return err
	}
	if err := p.matchOthers(); err != nil {
		return err
	}
	var fresh []Proposed
	for i, res := range results {
		c, err := p.certificate(res, i+1)
		if err != nil {
			return err
		}
		free, err := p.sort(res, c)
		if err != nil {
			return err
		}
		if free {
			fresh = append(fresh, Proposed{Result: res, Certificate: c})
		}
	}
	if err := p.vanished(results); err != nil {
		return err
	}
	for _, n := range fresh {
		if err := p.propose(n, numbers); err != nil {
			return err
		}
	}
	return nil
}

// sort decides whether a row is held, known, or free to be proposed. What was
// issued stays issued: rules are for new certificates.
func (p *preparation) sort(res ocop.Result, c ocop.Certificate) (free bool, err error) {
	key := keyOfResult(res, p.opt.Authority.Code)
	known, found, err := p.known(key)
	if err != nil {
		return false, err
	}
	if row, twice := p.seen[key]; twice {
		p.hold(res, at(res, ocop.FieldProduct, ocop.Fault, "DUPLICATE_CONFLICT", rowTwice.With("row", row)), nil)
		return false, nil
	}
	p.seen[key] = res.Row
	if found && granted(res) {
		return false, p.recognise(res, c, known)
	}
	if f, bad := p.checkRow(res, c); bad {
		p.hold(res, f, nil)
		return false, nil
	}
	return true, nil
}

// recognise: the result has a certificate. A row that says something else now
// is shown, never changed by itself.
func (p *preparation) recognise(res ocop.Result, c ocop.Certificate, known Known) error {
	what, err := p.changed(res, c, known.Certificate)
	if err != nil {
		return err
	}
	if len(what) == 0 || p.answer(res) == AnswerKeep {
		known.Result = res
		p.draft.Already = append(p.draft.Already, known)
		return nil
	}
	f := at(res, what[0].field, ocop.Question, "CERTIFICATE_CHANGED",
		certificateChanged.With("number", known.Certificate.Number, "what", sayDifferences(what)))
	f.Raw, f.Expected = what[0].now, what[0].was
	p.hold(res, f, &known.Certificate)
	return nil
}

// propose gives a free row its number, unless it looks like one renamed or
// like a product that is certified already.
func (p *preparation) propose(n Proposed, numbers *numbering) error {
	answer := p.answer(n.Result)
	if other := p.renamed(n); other != nil && answer != AnswerNew && answer != AnswerReevaluation {
		if answer == AnswerKeep {
			p.draft.Already = append(p.draft.Already, Known{Result: n.Result, Certificate: *other, Status: ocop.Valid})
			return nil
		}
		p.hold(n.Result, at(n.Result, ocop.FieldProduct, ocop.Question, "RENAMED_OR_NEW",
			renamedOrNew.With("number", other.Number, "old", other.Product.Name, "producer", other.Producer.Name)), other)
		return nil
	}
	other, err := p.certified(n)
	if err != nil {
		return err
	}
	if other != nil {
		again := n.Result.Evaluation == ocop.Again || n.Result.Evaluation == ocop.Upgrade || answer == AnswerReevaluation
		if !again {
			p.hold(n.Result, at(n.Result, ocop.FieldProduct, ocop.Question, "ALREADY_CERTIFIED",
				alreadyCertified.With("number", other.Number, "day", other.LastDay.String())), other)
			return nil
		}
		n.Replaces = other.ID
	}
	if err := numbers.give(&n.Certificate); err != nil {
		return err
	}
	p.note(n)
	p.draft.New = append(p.draft.New, n)
	return nil
}

func (p *preparation) answer(res ocop.Result) Answer {
	return p.opt.Answers[keyOfResult(res, p.opt.Authority.Code)]
}

func (p *preparation) hold(res ocop.Result, f ocop.Finding, other *ocop.Certificate) {
	p.draft.Held = append(p.draft.Held, Held{Result: res, Finding: f, Other: other})
}
