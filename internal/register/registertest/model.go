package registertest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
)

// Model plays random events on a store and on a model of a few maps and
// compares: what is allowed, which number comes next, what a certificate is
// worth on any day. An event is one thing done, or refused, to one certificate
// or number; many are played in one commit, as an office does. What a commit
// touched is looked at at once; every certificate, and the whole journal, at
// steps that grow by five. broken makes the model forget that lifting ends a
// suspension: the control, which must report a difference.
func Model(t *testing.T, store register.Store, seed uint64, events int, broken bool) (differences int) {
	t.Helper()
	m := &model{proof: begin(t, store), random: rand.New(rand.NewPCG(seed, seed)), certs: map[string]*modelCert{}, results: map[int]string{}, broken: broken}
	sweep := 4000
	for m.done < events && m.differ < 3 {
		m.step()
		if m.done >= sweep {
			sweep *= 5
			m.audit()
			m.sweep()
		}
	}
	m.audit()
	m.sweep()
	t.Logf("%d events in %d commits; %d events of %d commits were refused; %d certificates, %d entries in the journal", m.done, m.commits, m.refused, m.refusals, len(m.certs), m.entries)
	return m.differ
}

type model struct {
	*proof
	random            *rand.Rand
	certs             map[string]*modelCert
	ids               []string
	results           map[int]string // result number -> certificate in use
	next              int            // results made so far
	number            int            // last number of the series
	done              int
	commits           int
	entries           int64 // of the journal, at the last audit
	refused, refusals int   // events and commits that model and register refuse
	differ            int
	broken            bool
}

// modelCert is what the model knows of a certificate.
type modelCert struct {
	result    int
	number    int
	revision  int
	prints    int
	after     string       // id of the one that replaced it
	printed   map[int]bool // revisions
	handed    map[int]bool
	revoked   ocop.Date
	cancelled ocop.Date
	replaced  ocop.Date
	holds     []hold
}

// hold is a suspension put on or lifted, in the order of the journal.
type hold struct {
	on  bool
	day ocop.Date
}

func (m *model) wrong(format string, args ...any) {
	m.Helper()
	m.differ++
	if m.broken {
		m.Logf("control: "+format, args...)
		return
	}
	m.Errorf("event %d: "+format, append([]any{m.done}, args...)...)
}

// step plays one commit.
func (m *model) step() {
	m.commits++
	if len(m.ids) == 0 || m.random.IntN(8) == 0 {
		m.issue()
		return
	}
	acts := []func(string, *modelCert){m.reprint, m.handOver, m.cancel, m.reissue, m.replace, m.worth, m.again, m.closeNumber, m.spoil}
	many := []func(){m.print, m.print, m.print, m.print, m.revoke, m.suspend, m.suspend, m.lift, m.lift}
	if n := m.random.IntN(len(acts) + len(many)); n >= len(acts) {
		many[n-len(acts)]()
	} else {
		id := m.one()
		m.done++
		acts[n](id, m.certs[id])
		m.compare(id, m.certs[id])
	}
}

// one picks a certificate, mostly a young one.
func (m *model) one() string {
	if m.random.IntN(3) > 0 {
		return m.ids[len(m.ids)-1-m.random.IntN(min(len(m.ids), 400))]
	}
	return m.ids[m.random.IntN(len(m.ids))]
}

// some picks certificates for one commit: mostly those with which the model
// allows it and that are liked, so that the whole commit is done, else whatever comes, of which
// one that is not allowed must stop all.
func (m *model) some(allowed, liked func(*modelCert) bool) (ids []string, all bool) {
	n, fitting := 1+m.random.IntN(120), m.random.IntN(4) > 0
	if !fitting {
		n = 1 + m.random.IntN(4)
	}
	all = true
	seen := map[string]bool{}
	for range 3 * n {
		id := m.one()
		ok := allowed(m.certs[id])
		if len(ids) == n || seen[id] || fitting && !(ok && liked(m.certs[id])) {
			continue
		}
		seen[id] = true
		all = all && ok
		ids = append(ids, id)
	}
	m.done += len(ids)
	return ids, all && len(ids) > 0
}

// together compares whether a commit about several was allowed, and looks at
// the first and the last of them when it is over.
func (m *model) together(what string, ids []string, allowed bool, did func(*modelCert), err error) {
	m.Helper()
	if m.agree(what, ids[0], err, allowed) {
		for _, id := range ids {
			did(m.certs[id])
		}
	} else {
		m.refused += len(ids)
		m.refusals++
	}
	m.compare(ids[0], m.certs[ids[0]])
	m.worth(ids[len(ids)-1], m.certs[ids[len(ids)-1]])
}

// day gives a day in the years in question.
func (m *model) day() ocop.Date { return day(2023, 12, 19).AddDays(m.random.IntN(1400)) }

// agree compares whether something was allowed.
func (m *model) agree(what, id string, err error, allowed bool) bool {
	m.Helper()
	if err != nil {
		if _, sentence := message.Of(err); !sentence {
			m.wrong("%s %s: %v", what, id, err)
			return false
		}
	}
	if (err == nil) != allowed {
		m.wrong("%s %s: the model allows it: %v, the register says %v; %+v", what, id, allowed, err, m.certs[id])
	}
	return err == nil && allowed
}

func (m *model) issue() {
	n := 1 + m.random.IntN(24)
	m.done += n
	var results []ocop.Result
	for i := range n {
		results = append(results, modelResult(m.next+1+i))
	}
	d, err := m.r.Prepare(m.ctx, results, Options())
	if err != nil || len(d.New) != n {
		m.wrong("prepare %d from %d: %d new, %v %v", n, m.next+1, len(d.New), d.Held, err)
		return
	}
	issued, err := m.r.Issue(m.ctx, d, Seal)
	if err != nil {
		m.wrong("issue: %v", err)
		return
	}
	for _, c := range issued {
		m.next++
		m.enter(c, m.next)
	}
}

// modelResult has small decisions: a Prepare looks at all rows of its decision.
func modelResult(n int) ocop.Result {
	res := Result(n)
	res.Decision.Number = fmt.Sprintf("%05d/QĐ-UBND", n/8)
	return res
}

func (m *model) enter(c ocop.Certificate, result int) {
	m.number++
	if c.Seq != m.number || c.Revision != 1 {
		m.wrong("certificate %s has number %d, the model's next is %d", c.ID, c.Seq, m.number)
	}
	if m.certs[c.ID] != nil {
		m.wrong("id %s was given twice", c.ID)
	}
	m.certs[c.ID] = &modelCert{result: result, number: c.Seq, revision: 1, printed: map[int]bool{}, handed: map[int]bool{}}
	m.ids = append(m.ids, c.ID)
	m.results[result] = c.ID
}

// over: nothing more can be done with it.
func (c *modelCert) over() bool {
	return !c.revoked.IsZero() || !c.cancelled.IsZero() || !c.replaced.IsZero()
}

// suspended says whether a suspension is on up to a day (zero: at all), by
// what was entered last.
func (m *model) suspended(c *modelCert, asOf ocop.Date) bool {
	on := false
	for _, h := range c.holds {
		if m.broken && !h.on {
			continue
		}
		if asOf.IsZero() || !h.day.After(asOf) {
			on = h.on
		}
	}
	return on
}

// usable: neither over nor suspended.
func (m *model) usable(c *modelCert) bool { return !c.over() && !m.suspended(c, ocop.Date{}) }

func anyOf(*modelCert) bool { return true }

func (m *model) print() {
	ids, allowed := m.some(m.usable, func(c *modelCert) bool { return !c.printed[c.revision] || m.random.IntN(4) == 0 })
	if len(ids) == 0 {
		return
	}
	p := register.Printing{Day: asOf, Files: map[string]string{}}
	for _, id := range ids {
		p.Files[id] = fmt.Sprint(id, m.certs[id].revision)
	}
	m.together("print", ids, allowed, func(c *modelCert) {
		if !c.printed[c.revision] { // again: passed over
			c.prints++
		}
		c.printed[c.revision] = true
	}, m.r.Print(m.ctx, ids, p))
}

func (m *model) reprint(id string, c *modelCert) {
	file := fmt.Sprint(id, c.revision)
	other := m.random.IntN(4) == 0
	if other {
		file = "khác"
	}
	fits := !other || !c.printed[c.revision]
	p := register.Printing{Day: asOf, Files: map[string]string{id: file}}
	if other && fits {
		return // would fix another file as the first: not played
	}
	if m.agree("reprint", id, m.r.Reprint(m.ctx, id, "rách", p), m.usable(c) && fits) {
		c.prints++
		c.printed[c.revision] = true
	}
}

func (m *model) handOver(id string, c *modelCert) {
	if m.agree("hand over", id, m.r.HandOver(m.ctx, id, register.Handover{Day: asOf, To: "MẪU"}), !c.over() && !c.handed[c.revision]) {
		c.handed[c.revision] = true
	}
}

func (m *model) cancel(id string, c *modelCert) {
	if m.random.IntN(4) > 0 {
		return
	}
	if m.agree("cancel", id, m.r.Cancel(m.ctx, id, asOf, "hỏng"), !c.over() && len(c.handed) == 0) {
		c.cancelled = asOf
	}
}

func (m *model) ruling() register.Ruling {
	return register.Ruling{Decision: ocop.Decision{Number: "9/QĐ-UBND", Date: m.day()}}
}

func (m *model) revoke() {
	if m.random.IntN(6) > 0 {
		return
	}
	ids, allowed := m.some(func(c *modelCert) bool { return !c.over() }, anyOf)
	if len(ids) == 0 {
		return
	}
	why := m.ruling()
	m.together("revoke", ids, allowed, func(c *modelCert) { c.revoked = why.Decision.Date }, m.r.Revoke(m.ctx, ids, why))
}

func (m *model) suspend() {
	ids, allowed := m.some(m.usable, anyOf)
	if len(ids) == 0 {
		return
	}
	why := m.ruling()
	m.together("suspend", ids, allowed, func(c *modelCert) { c.holds = append(c.holds, hold{true, why.Decision.Date}) }, m.r.Suspend(m.ctx, ids, why))
}

func (m *model) lift() {
	ids, allowed := m.some(func(c *modelCert) bool { return m.suspended(c, ocop.Date{}) }, anyOf)
	if len(ids) == 0 {
		return
	}
	why := m.ruling()
	m.together("lift", ids, allowed, func(c *modelCert) { c.holds = append(c.holds, hold{false, why.Decision.Date}) }, m.r.Lift(m.ctx, ids, why))
}

func (m *model) reissue(id string, c *modelCert) {
	got, err := m.r.Reissue(m.ctx, id, register.Change{Day: asOf, Reason: "mất"}, Seal)
	if m.agree("reissue", id, err, m.usable(c)) {
		if c.revision++; got.Revision != c.revision || got.Seq != c.number {
			m.wrong("reissue %s: revision %d of number %d", id, got.Revision, got.Seq)
		}
	}
}

func (m *model) replace(id string, c *modelCert) {
	if m.random.IntN(3) > 0 {
		return
	}
	got, err := m.r.Correct(m.ctx, id, register.Change{Day: asOf, Reason: "sai", NewNumber: true}, func(c *ocop.Certificate) { c.Producer.Address = "Bản Đúng MẪU" }, Seal)
	if m.agree("correct", id, err, !c.over()) {
		c.replaced, c.after = asOf, got.ID
		m.enter(got, c.result)
	}
}

// worth compares the status on a random day.
func (m *model) worth(id string, c *modelCert) { m.compareOn(id, c, m.day()) }

func (m *model) compare(id string, c *modelCert) { m.compareOn(id, c, day(2025, 1, 1)) }

func (m *model) compareOn(id string, c *modelCert, asOf ocop.Date) {
	m.Helper()
	want := m.statusOn(c, asOf)
	got, err := m.r.Status(m.ctx, id, asOf)
	if err != nil || got != want {
		m.wrong("%s on %s: %s, the model says %s (%v); %+v", id, asOf, got, want, err, c)
	}
}

func (m *model) statusOn(c *modelCert, asOf ocop.Date) ocop.CertificateStatus {
	since := func(d ocop.Date) bool { return !d.IsZero() && !asOf.Before(d) }
	last := day(2026, 11, 20)
	switch {
	case since(c.cancelled):
		return ocop.Cancelled
	case since(c.revoked):
		return ocop.Revoked
	case since(c.replaced):
		return ocop.Superseded
	case asOf.After(last):
		return ocop.Expired
	case m.suspended(c, asOf):
		return ocop.Suspended
	case asOf.DaysUntil(last) <= 30:
		return ocop.Expiring
	}
	return ocop.Valid
}

// sweep compares every certificate with the model, on a random day.
func (m *model) sweep() {
	m.Helper()
	seen, on := 0, m.day()
	for it, err := range m.r.All(m.ctx, register.Filter{AsOf: on}) {
		if err != nil {
			m.wrong("read all: %v", err)
			return
		}
		c := m.certs[it.ID]
		seen++
		switch want := ocop.CertificateStatus(""); {
		case c == nil:
			m.wrong("certificate %s is not in the model", it.ID)
		case it.Revision != c.revision || it.Seq != c.number || it.Prints != c.prints || it.ReplacedBy != c.after || it.HandedOver.IsZero() != (len(c.handed) == 0):
			m.wrong("certificate %s: revision %d, number %d, %d prints, then %q, handed over %s; the model has %+v", it.ID, it.Revision, it.Seq, it.Prints, it.ReplacedBy, it.HandedOver, c)
		default:
			if want = m.statusOn(c, on); it.Status != want {
				m.wrong("%s on %s: %s, the model says %s; %+v", it.ID, on, it.Status, want, c)
			}
		}
		if m.differ > 2 {
			return
		}
	}
	if seen != len(m.certs) {
		m.wrong("%d certificates, the model has %d", seen, len(m.certs))
	}
}

// again prepares a result that has been entered: it has its certificate,
// unless that was cancelled, when it gets a new one.
func (m *model) again(_ string, c *modelCert) {
	id := m.results[c.result]
	inUse := m.certs[id]
	d, err := m.r.Prepare(m.ctx, []ocop.Result{modelResult(c.result)}, Options())
	if err != nil {
		m.wrong("prepare again: %v", err)
		return
	}
	cancelled := !inUse.cancelled.IsZero()
	switch {
	case cancelled && len(d.New) == 1:
		issued, err := m.r.Issue(m.ctx, d, Seal)
		if err != nil {
			m.wrong("issue again: %v", err)
			return
		}
		m.enter(issued[0], c.result)
	case !cancelled && len(d.Already) == 1 && d.Already[0].Certificate.ID == id:
	case cancelled && len(d.Held) == 1 && d.Held[0].Finding.Code == "RENAMED_OR_NEW":
	default:
		m.wrong("result %d again: %d new, %d already, held %v; in use %s, cancelled %v", c.result, len(d.New), len(d.Already), d.Held, id, cancelled)
	}
}

func (m *model) closeNumber(id string, _ *modelCert) {
	if m.random.IntN(20) > 0 {
		return
	}
	series := "tp-vi-du|#/2023/GCN-UBND"
	seq := m.number + m.random.IntN(3)
	if m.agree("close", fmt.Sprint(seq), m.r.CloseNumber(m.ctx, series, seq, asOf, "bỏ trống", ""), seq == m.number+1) {
		m.number++
	}
}

func (m *model) spoil(id string, _ *modelCert) {
	m.agree("spoil", id, m.r.Spoil(m.ctx, id, fmt.Sprint("PH-", m.done), asOf, "kẹt giấy"), true)
}

// audit re-proves the whole register and counts it.
func (m *model) audit() {
	m.Helper()
	rep, err := m.r.Audit(context.Background())
	if err != nil || !rep.OK() {
		m.wrong("audit: %+v, %v", rep.Problems, err)
	}
	m.entries = rep.Entries
	if rep.Certificates != len(m.certs) || rep.Numbers != m.number {
		m.wrong("audit: %d certificates and %d numbers, the model has %d and %d", rep.Certificates, rep.Numbers, len(m.certs), m.number)
	}
}
