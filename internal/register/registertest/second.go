package registertest

import (
	"path/filepath"
	"reflect"
	"strings"
	"time"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
)

func secondHead(p *proof) {
	keeper := register.FileHead(filepath.Join(p.TempDir(), "noi-thu-hai", "dau-so.json"))
	r := p.open(keeper)
	p.r = r
	p.issue(Results(1, 3), Options())
	head, _ := r.Head(p.ctx)
	kept, ok, err := keeper.Load()
	if err != nil || !ok || kept.Short() != head.Short() {
		p.Fatalf("kept %s, %v, %v", kept.Short(), ok, err)
	}
	again := p.open(keeper)
	if again.Writable() != nil {
		p.Errorf("opened again: %v", again.Writable())
	}
	ahead := kept
	ahead.Seq += 2
	p.must(keeper.Save(ahead))
	p.refused(p.open(keeper).Writable(), register.RegisterTailLost)
	_, err = p.open(keeper).Issue(p.ctx, p.prepare(Results(4, 1), Options()), Seal)
	p.refused(err, register.RegisterTailLost)
	other := kept
	other.Hash = append([]byte{1}, kept.Hash[1:]...)
	p.must(keeper.Save(other))
	p.refused(p.open(keeper).Writable(), register.RegisterDamaged)
	other.Register = "khác"
	p.must(keeper.Save(other))
	p.refused(p.open(keeper).Writable(), register.HeadOfAnother)
	empty, err := register.Open(p.ctx, Memory(), register.Options{Now: p.now.read, Random: Random(2), Head: keeper})
	p.refused(err, register.HeadOfAnother)
	_ = empty
	behind := kept
	behind.Seq, behind.Hash = 2, nil
	p.must(p.store.View(p.ctx, func(tx register.Tx) error {
		e, _, err := tx.Entry(2)
		behind.Hash = e.Hash
		return err
	}))
	p.must(keeper.Save(behind)) // a crash between commit and head
	if r := p.open(keeper); r.Writable() != nil {
		p.Errorf("a head left behind: %v", r.Writable())
	}
	if kept, _, _ = keeper.Load(); kept.Short() != head.Short() {
		p.Errorf("brought up to date: %s, want %s", kept.Short(), head.Short())
	}
}

func rebuilds(p *proof) {
	c := p.issue(Results(1, 6), Options())
	fixed, err := p.r.Correct(p.ctx, c[1].ID, register.Change{Day: day(2024, 1, 2), Reason: "sai"}, func(c *ocop.Certificate) { c.Product.Name = "Tên đúng mẫu" }, Seal)
	p.must(err)
	at := map[string]int64{}
	for found, err := range p.r.Found(p.ctx, register.Filter{}) {
		p.must(err)
		at[found.ID] = found.Entry
		read, err := found.Certificate()
		p.must(err)
		layout, product, producer, err := found.Outline()
		p.must(err)
		if read.ID != found.ID || layout != read.Layout || product != read.Product || producer != read.Producer {
			p.Errorf("found: %+v, outlined %q, %+v, %+v", read, layout, product, producer)
		}
	}
	texts, err := p.r.CertificatesAt(p.ctx, []int64{at[c[4].ID], at[c[1].ID], at[c[0].ID]})
	p.must(err)
	if len(texts) != 3 || !reflect.DeepEqual(texts[0], c[4]) || texts[1].ID != c[1].ID || texts[1].Product.Name != fixed.Product.Name || texts[2].ID != c[0].ID {
		p.Errorf("latest texts, as asked: %+v", texts)
	}
	if _, err := p.r.CertificatesAt(p.ctx, []int64{at[c[0].ID], 1 << 40}); err == nil {
		p.Errorf("the text of a certificate that is not there")
	}
	var records []register.Record
	for i, it := range c {
		if i == 3 {
			continue // its PDF is lost
		}
		b, err := p.r.RecordOf(p.ctx, it.ID)
		p.must(err)
		rec, err := register.ParseRecord(b)
		p.must(err)
		records = append(records, rec)
	}
	records = append(records, records[0])
	bad := records[1]
	forged := *bad.Cert
	forged.Stars = 5
	bad.Cert = &forged
	records = append(records, bad)
	check := func(c ocop.Certificate) error {
		want := c
		want.Payload, want.Identity = nil, nil
		sealed, _ := Seal(want)
		if string(sealed.Identity) != string(c.Identity) {
			return errBack
		}
		return nil
	}
	anew := begin(p.T, Memory())
	n, refused, err := anew.r.Rebuild(p.ctx, records, check)
	p.must(err)
	if n != 5 || len(refused) != 1 || refused[6] == nil {
		p.Errorf("rebuilt %d, refused %v", n, refused)
	}
	anew.whole()
	it, err := anew.r.Get(p.ctx, fixed.ID, asOf)
	if err != nil || it.Product.Name != fixed.Product.Name || it.Revision != 2 || string(it.Payload) != string(fixed.Payload) {
		p.Errorf("the latest text comes back: %+v, %v", it.Certificate, err)
	}
	rep, _ := anew.r.Audit(p.ctx)
	if len(rep.Missing) != 1 || rep.Missing[0].Seq != 4 {
		p.Errorf("missing: %+v", rep.Missing)
	}
	if again, _, err := anew.r.Rebuild(p.ctx, records[:5], check); err != nil || again != 0 {
		p.Errorf("rebuilt again: %d, %v", again, err)
	}
	if next := anew.issue([]ocop.Result{Result(30)}, Options()); next[0].Seq != 7 || next[0].ID != "VD-2023-2-007" {
		p.Errorf("never rewound: %d %s", next[0].Seq, next[0].ID)
	}
	if d := anew.prepare(Results(5, 2), Options()); len(d.Already) != 2 {
		p.Errorf("rebuilt results are known: %d, %v", len(d.Already), d.Held)
	}
	missing, err := anew.r.Advance(p.ctx, register.KnownOutside{IDs: []string{"VD-2023-2-044"}, Heads: []register.Head{{Seq: 900, Tops: map[string]int{c[0].Series: 12}}}}, "phục hồi")
	if err != nil || len(missing) != 1+5 {
		p.Errorf("advanced: %d missing, %v", len(missing), err)
	}
	if next := anew.issue([]ocop.Result{Result(31)}, Options()); next[0].Seq != 13 || next[0].ID != "VD-2023-2-045" {
		p.Errorf("above everything known: %d %s", next[0].Seq, next[0].ID)
	}
	anew.whole()
	for _, b := range []string{"", "{}", `{"format":"ocop-record/1"}`, `{"format":"ocop-record/2","cert":{"id":"x"}}`} {
		if _, err := register.ParseRecord([]byte(b)); err == nil {
			p.Errorf("record %q was taken", b)
		}
	}
}

// twoWriters holds the register in one hand and writes with the other.
func twoWriters(p *proof) {
	if _, memory := p.store.(*memory); memory {
		return // one process only
	}
	held, release := make(chan struct{}), make(chan struct{})
	done := make(chan error, 1)
	since := Now.Add(-3 * time.Minute)
	go func() {
		done <- p.store.Update(p.ctx, register.Holder{Who: "chị Một", Host: "PC-1", PID: 7, Since: since, Doing: "issue"}, func(register.Tx) error {
			close(held)
			<-release
			return nil
		})
	}()
	<-held
	start := time.Now()
	_, err := p.r.Issue(p.ctx, p.prepare(Results(1, 1), Options()), Seal)
	took := time.Since(start)
	p.refused(err, register.RegisterBusy)
	for lang, who := range map[message.Lang]string{message.Vi: "chị Một (máy PC-1, tiến trình 7)", message.En: "chị Một (machine PC-1, process 7)"} {
		if said, ok := message.Of(err); !ok || !strings.Contains(said.In(lang), who) {
			p.Errorf("the second is not told who holds it: %v", err)
		}
	}
	if took > 2500*time.Millisecond {
		p.Errorf("told after %v", took)
	}
	if n, err := p.r.Count(p.ctx, register.Filter{}); err != nil || n != 0 {
		p.Errorf("reading goes on meanwhile: %d, %v", n, err)
	}
	close(release)
	p.must(<-done)
	if c := p.issue(Results(1, 1), Options()); c[0].Seq != 1 {
		p.Errorf("then it works: %d", c[0].Seq)
	}
}

func clocks(p *proof) {
	p.issue(Results(1, 1), Options())
	for name, at := range map[string]time.Time{
		"before 2025":           time.Date(2024, 12, 31, 12, 0, 0, 0, time.UTC),
		"before the last entry": Now.Add(-time.Hour),
	} {
		p.now.at = at
		d := p.prepare(Results(2, 1), Options())
		_, err := p.r.Issue(p.ctx, d, Seal)
		p.refused(err, register.ClockWrong)
		p.refused(p.r.CheckClock(p.ctx), register.ClockWrong)
		if err == nil {
			p.Error(name)
		}
	}
	p.now.at = Now.Add(-2 * time.Minute) // another PC's clock, a little behind
	p.issue(Results(2, 1), Options())
	p.now.at = Now.Add(-time.Hour)
	p.refused(p.r.ConfirmClock(p.ctx, ""), register.ReasonMissing)
	p.must(p.r.ConfirmClock(p.ctx, "máy trước chạy nhanh một giờ"))
	if c := p.issue(Results(3, 1), Options()); c[0].Seq != 3 {
		p.Errorf("order does not depend on the clock: %d", c[0].Seq)
	}
}

func moves(p *proof) {
	p.issue(Results(1, 30), Options())
	_, err := p.r.KeepBlob(p.ctx, "layout", "mau", []byte("{}"))
	p.must(err)
	p.must(p.r.Remember(p.ctx, "mapping", "a", []byte("b")))
	p.must(p.r.ErasePersonal(p.ctx, "VD-2023-2-004", "theo yêu cầu"))
	there := Memory()
	counts, err := register.Move(p.ctx, p.store, there)
	if err != nil || counts.Certificates != 30 || counts.Personal != 30 || counts.Blobs != 1 {
		p.Fatalf("moved %+v, %v", counts, err)
	}
	_, err = register.Move(p.ctx, p.store, there)
	p.refused(err, register.StoreNotEmpty)
	_, err = register.Move(p.ctx, there, p.store)
	p.refused(err, register.StoreNotEmpty)
	rep, err := register.AuditPair(p.ctx, p.store, there)
	if err != nil || !rep.OK() {
		p.Errorf("the pair: %+v, %v", rep.Problems, err)
	}
	moved := &proof{T: p.T, store: there, ctx: p.ctx, now: p.now}
	moved.r = moved.open(nil)
	moved.issue(Results(31, 1), Options())
	moved.whole()
	if rep, err = register.AuditPair(p.ctx, p.store, there); err != nil || !rep.OK() {
		p.Errorf("the older is a prefix: %+v, %v", rep.Problems, err)
	}
	p.issue(Results(40, 1), Options()) // now both went on by themselves
	if rep, err = register.AuditPair(p.ctx, p.store, there); err != nil || rep.OK() || rep.Problems[0].Seq != 33 {
		p.Errorf("diverged copies: %+v, %v", rep.Problems, err)
	}
}
