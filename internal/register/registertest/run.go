package registertest

import (
	"context"
	"testing"

	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
)

// Run proves a store: open gives an empty one each time. Every story ends with
// an audit of the whole register.
func Run(t *testing.T, open func(t *testing.T) register.Store) {
	for _, c := range suite {
		t.Run(c.name, func(t *testing.T) {
			p := begin(t, open(t))
			c.run(p)
			p.whole()
		})
	}
}

// proof is one story under way: a test and its register.
type proof struct {
	*testing.T
	r     *register.Register
	store register.Store
	ctx   context.Context
	now   *clock
}

func begin(t *testing.T, store register.Store) *proof {
	t.Helper()
	p := &proof{T: t, store: store, ctx: context.Background(), now: &clock{at: Now}}
	p.r = p.open(nil)
	return p
}

// open opens the story's store again.
func (p *proof) open(head register.HeadKeeper) *register.Register {
	p.Helper()
	opt := Opening()
	opt.Now, opt.Head = p.now.read, head
	r, err := register.Open(p.ctx, p.store, opt)
	if err != nil {
		p.Fatal(err)
	}
	return r
}

// suite is every story that a store must survive.
var suite = []struct {
	name string
	run  func(*proof)
}{
	{"issues once", issuesOnce},
	{"the same workbook in 40 disguises issues nothing", disguises},
	{"changed, renamed and vanished rows are shown", changedRows},
	{"what may not be certified is held", heldRows},
	{"a valid product is re-evaluated, not doubled", reevaluates},
	{"a failing signature leaves nothing behind", failingSeal},
	{"a stale draft is refused, or takes the next numbers", staleDrafts},
	{"print and reprint", prints},
	{"correct, reissue, transfer", renewals},
	{"revoke, suspend, lift, expire", rulings},
	{"hand over, cancel, spoil", handsOver},
	{"series begin, continue and close", series},
	{"an older register is imported", importsOld},
	{"lists, pages, sorts and searches", lists},
	{"statistics and notices", statistics},
	{"status lines and identities", statusLines},
	{"settings, profiles, values, content, accounts", keeps},
	{"personal data stands apart and is erased", personal},
	{"every change by other means is named", tampering},
	{"the second head finds a cut-off tail", secondHead},
	{"rebuilt from records, never rewound", rebuilds},
	{"two writers at once", twoWriters},
	{"a wrong clock stops issuing", clocks},
	{"moves whole to another store", moves},
}

// whole re-proves the register.
func (p *proof) whole() {
	p.Helper()
	rep, err := p.r.Audit(p.ctx)
	if err != nil {
		p.Fatal(err)
	}
	for _, x := range rep.Problems {
		p.Errorf("audit: entry %d, %s: %s", x.Seq, x.Where, x.What)
	}
}

// prepare and issue fail the story when they fail.
func (p *proof) prepare(results []ocop.Result, opt register.PrepareOptions) register.Draft {
	p.Helper()
	d, err := p.r.Prepare(p.ctx, results, opt)
	if err != nil {
		p.Fatal(err)
	}
	if n := len(d.New) + len(d.Already) + len(d.Held); n != len(results) {
		p.Fatalf("results %d = new %d + already %d + held %d", len(results), len(d.New), len(d.Already), len(d.Held))
	}
	return d
}

func (p *proof) issue(results []ocop.Result, opt register.PrepareOptions) []ocop.Certificate {
	p.Helper()
	d := p.prepare(results, opt)
	for _, h := range d.Held {
		p.Errorf("held: %s: %s", h.Finding.Code, h.Finding.Message)
	}
	issued, err := p.r.Issue(p.ctx, d, Seal)
	if err != nil {
		p.Fatal(err)
	}
	return issued
}

func (p *proof) must(err error) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
}

// status compares what a certificate is worth on a day.
func (p *proof) status(id string, day ocop.Date, want ocop.CertificateStatus) {
	p.Helper()
	got, err := p.r.Status(p.ctx, id, day)
	if err != nil || got != want {
		p.Errorf("%s on %s: %s, want %s (%v)", id, day, got, want, err)
	}
}

// day makes a date of its numbers.
func day(y, m, d int) ocop.Date { return ocop.Date{Year: y, Month: m, Day: d} }
