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

// Model plays random events on a store and on a model of a few maps, and
// compares after each: what is allowed, which number comes next, what a
// certificate is worth on any day. broken makes the model forget that lifting
// ends a suspension: the control, which must report a difference.
func Model(t *testing.T, store register.Store, seed uint64, events int, broken bool) (differences int) {
	t.Helper()
	m := &model{proof: begin(t, store), random: rand.New(rand.NewPCG(seed, seed)), certs: map[string]*modelCert{}, results: map[int]string{}, broken: broken}
	for m.done < events && m.differ < 3 {
		m.step()
		if m.done/25000 != m.audited {
			m.audited = m.done / 25000
			m.audit()
		}
	}
	m.audit()
	return m.differ
}

type model struct {
	*proof
	random  *rand.Rand
	certs   map[string]*modelCert
	ids     []string
	results map[int]string // result number -> certificate in use
	next    int            // results made so far
	number  int            // last number of the series
	done    int
	audited int
	differ  int
	broken  bool
}

// modelCert is what the model knows of a certificate.
type modelCert struct {
	result    int
	number    int
	revision  int
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

// step plays one event.
func (m *model) step() {
	m.done++
	if len(m.ids) == 0 || m.random.IntN(8) == 0 {
		m.issue()
		return
	}
	id := m.ids[m.random.IntN(len(m.ids))]
	if m.random.IntN(3) > 0 { // mostly the young ones
		id = m.ids[len(m.ids)-1-m.random.IntN(min(len(m.ids), 40))]
	}
	c := m.certs[id]
	acts := []func(string, *modelCert){m.print, m.reprint, m.handOver, m.cancel, m.revoke, m.suspend, m.lift, m.reissue, m.replace, m.worth, m.again, m.closeNumber, m.spoil}
	acts[m.random.IntN(len(acts))](id, c)
	m.compare(id, m.certs[id])
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
	n := 1 + m.random.IntN(4)
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
	res.Decision.Number = fmt.Sprintf("%05d/QĐ-UBND", n/12)
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

func (m *model) print(id string, c *modelCert) {
	p := register.Printing{Day: asOf, Files: map[string]string{id: fmt.Sprint(id, c.revision)}}
	if m.agree("print", id, m.r.Print(m.ctx, []string{id}, p), !c.over() && !m.suspended(c, ocop.Date{})) {
		c.printed[c.revision] = true
	}
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
	if m.agree("reprint", id, m.r.Reprint(m.ctx, id, "rách", p), !c.over() && !m.suspended(c, ocop.Date{}) && fits) {
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

func (m *model) revoke(id string, c *modelCert) {
	if m.random.IntN(4) > 0 {
		return
	}
	why := m.ruling()
	if m.agree("revoke", id, m.r.Revoke(m.ctx, []string{id}, why), !c.over()) {
		c.revoked = why.Decision.Date
	}
}

func (m *model) suspend(id string, c *modelCert) {
	why := m.ruling()
	if m.agree("suspend", id, m.r.Suspend(m.ctx, []string{id}, why), !c.over() && !m.suspended(c, ocop.Date{})) {
		c.holds = append(c.holds, hold{true, why.Decision.Date})
	}
}

func (m *model) lift(id string, c *modelCert) {
	why := m.ruling()
	if m.agree("lift", id, m.r.Lift(m.ctx, []string{id}, why), m.suspended(c, ocop.Date{})) {
		c.holds = append(c.holds, hold{false, why.Decision.Date})
	}
}

func (m *model) reissue(id string, c *modelCert) {
	got, err := m.r.Reissue(m.ctx, id, register.Change{Day: asOf, Reason: "mất"}, Seal)
	if m.agree("reissue", id, err, !c.over() && !m.suspended(c, ocop.Date{})) {
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
		c.replaced = asOf
		m.enter(got, c.result)
	}
}

// worth compares the status on a random day.
func (m *model) worth(id string, c *modelCert) { m.compareOn(id, c, m.day()) }

func (m *model) compare(id string, c *modelCert) { m.compareOn(id, c, day(2025, 1, 1)) }

func (m *model) compareOn(id string, c *modelCert, asOf ocop.Date) {
	m.Helper()
	since := func(d ocop.Date) bool { return !d.IsZero() && !asOf.Before(d) }
	last := day(2026, 11, 20)
	want := ocop.Valid
	switch {
	case since(c.cancelled):
		want = ocop.Cancelled
	case since(c.revoked):
		want = ocop.Revoked
	case since(c.replaced):
		want = ocop.Superseded
	case asOf.After(last):
		want = ocop.Expired
	case m.suspended(c, asOf):
		want = ocop.Suspended
	case asOf.DaysUntil(last) <= 30:
		want = ocop.Expiring
	}
	got, err := m.r.Status(m.ctx, id, asOf)
	if err != nil || got != want {
		m.wrong("%s on %s: %s, the model says %s (%v); %+v", id, asOf, got, want, err, c)
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
	if rep.Certificates != len(m.certs) || rep.Numbers != m.number {
		m.wrong("audit: %d certificates and %d numbers, the model has %d and %d", rep.Certificates, rep.Numbers, len(m.certs), m.number)
	}
}
