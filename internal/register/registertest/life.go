package registertest

import (
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
)

var asOf = Options().AsOf

func prints(p *proof) {
	c := p.issue(Results(1, 2), Options())
	ids := []string{c[0].ID, c[1].ID}
	run := register.Printing{Day: asOf, Files: map[string]string{ids[0]: "aa", ids[1]: "bb"}}
	p.must(p.r.Print(p.ctx, ids, run))
	before, _ := p.r.Head(p.ctx)
	p.must(p.r.Print(p.ctx, ids, run))
	if after, _ := p.r.Head(p.ctx); after.Seq != before.Seq {
		p.Error("printing the same again added an entry")
	}
	other := register.Printing{Day: asOf, Files: map[string]string{ids[0]: "cc"}}
	p.refused(p.r.Print(p.ctx, ids[:1], other), register.PrintDiffers)
	p.refused(p.r.Reprint(p.ctx, ids[0], " ", run), register.ReasonMissing)
	p.refused(p.r.Reprint(p.ctx, ids[0], "rách", other), register.PrintDiffers)
	p.must(p.r.Reprint(p.ctx, ids[0], "rách khi in", run))
	it, err := p.r.Get(p.ctx, ids[0], asOf)
	if err != nil || it.Prints != 2 || it.Revision != 1 || string(it.Payload) != string(c[0].Payload) {
		p.Errorf("after a reprint: %d prints, revision %d, %v", it.Prints, it.Revision, err)
	}
	p.refused(p.r.Print(p.ctx, []string{"VD-2023-2-099"}, run), register.CertificateUnknown)
	history, err := p.r.History(p.ctx, ids[0])
	p.must(err)
	var kinds []string
	for _, ev := range history {
		kinds = append(kinds, string(ev.Kind))
	}
	if got := strings.Join(kinds, " "); got != "issue print reprint" || history[2].Reason != "rách khi in" || history[1].Who != "mẫu" {
		p.Errorf("history: %s %+v", got, history[2])
	}
}

func renewals(p *proof) {
	c := p.issue(Results(1, 4), Options())
	later := day(2024, 3, 1)
	change := register.Change{Day: later, Reason: "sai tên xã", Paper: "đơn ngày 28/02/2024"}
	_, err := p.r.Correct(p.ctx, c[0].ID, register.Change{}, func(*ocop.Certificate) {}, Seal)
	p.refused(err, register.ReasonMissing)
	fixed, err := p.r.Correct(p.ctx, c[0].ID, change, func(now *ocop.Certificate) {
		now.Producer.Commune, now.ID, now.Number = "xã Ví Dụ Mới", "HACK-1", "99"
	}, Seal)
	p.must(err)
	if fixed.Revision != 2 || fixed.ID != c[0].ID || fixed.Number != c[0].Number || fixed.Producer.Commune != "xã Ví Dụ Mới" {
		p.Errorf("a new revision under the same number: %+v", fixed)
	}
	if string(fixed.Identity) == string(c[0].Identity) {
		p.Error("the new revision is signed as the old one")
	}
	texts, err := p.r.Revisions(p.ctx, c[0].ID)
	if err != nil || len(texts) != 2 || texts[0].Producer.Commune != "xã Ví Dụ 1" {
		p.Errorf("both texts are kept: %d, %v", len(texts), err)
	}
	change.NewNumber = true
	anew, err := p.r.Correct(p.ctx, c[1].ID, change, func(now *ocop.Certificate) { now.Product.Name = "Tên đúng mẫu" }, Seal)
	p.must(err)
	if anew.ID == c[1].ID || anew.Number != "01/2024/GCN-UBND" || anew.Revision != 1 {
		p.Errorf("a new number: %s %s r%d", anew.ID, anew.Number, anew.Revision)
	}
	p.status(c[1].ID, later, ocop.Superseded)
	p.status(c[1].ID, later.AddDays(-1), ocop.Valid)
	lost, err := p.r.Reissue(p.ctx, c[2].ID, register.Change{Day: later, Reason: "mất giấy"}, Seal)
	if err != nil || lost.Revision != 2 || lost.Product != c[2].Product || lost.LastDay != c[2].LastDay {
		p.Errorf("reissued: %+v, %v", lost, err)
	}
	to := ocop.Producer{Name: "Công ty TNHH Minh Họa Mới", Commune: "xã Ví Dụ 2", Phone: "0999000111"}
	moved, err := p.r.Transfer(p.ctx, c[3].ID, to, register.Change{Day: later, Reason: "chuyển giao", NewNumber: true}, Seal)
	if err != nil || moved.Producer.Name != to.Name || moved.Producer.Phone != "" || moved.Stars != c[3].Stars || moved.Place != "xã Ví Dụ 2, tỉnh Minh Họa" {
		p.Errorf("transferred: %+v, %v", moved, err)
	}
	if kept, err := p.r.PersonalOf(p.ctx, moved.ID); err != nil || kept.Phone != to.Phone {
		p.Errorf("the new producer's phone stands beside: %+v, %v", kept, err)
	}
	_, err = p.r.Transfer(p.ctx, c[3].ID, to, register.Change{Reason: "lần nữa"}, Seal)
	p.refused(err, register.NotInThisState)
	d := p.prepare(Results(1, 4), Options())
	if len(d.Already) != 4 || len(d.New) != 0 { // what it says was issued once
		p.Errorf("the first workbook again: %d already, %d new, held %v", len(d.Already), len(d.New), d.Held)
	}
	for _, k := range d.Already {
		if k.Certificate.ID == c[3].ID || k.Certificate.ID == c[1].ID {
			p.Errorf("%s was replaced and is not the one in use", k.Certificate.ID)
		}
	}
}

func rulings(p *proof) {
	c := p.issue(Results(1, 5), Options())
	why := register.Ruling{Decision: ocop.Decision{Number: "0009/QĐ-UBND", Date: day(2024, 5, 10)}, Clause: "khoản 1 Điều 1", Reason: "vi phạm"}
	p.refused(p.r.Revoke(p.ctx, []string{c[0].ID}, register.Ruling{Reason: "bấm nhầm"}), register.RulingMissing)
	p.refused(p.r.Revoke(p.ctx, []string{c[0].ID, "VD-2023-2-404"}, why), register.CertificateUnknown)
	p.status(c[0].ID, day(2024, 6, 1), ocop.Valid) // all or none
	p.must(p.r.Revoke(p.ctx, []string{c[0].ID, c[1].ID}, why))
	p.status(c[0].ID, day(2024, 5, 9), ocop.Valid)
	p.status(c[0].ID, day(2024, 5, 10), ocop.Revoked)
	p.refused(p.r.Revoke(p.ctx, []string{c[0].ID}, why), register.NotInThisState)
	p.refused(p.r.Print(p.ctx, []string{c[0].ID}, register.Printing{}), register.NotInThisState)

	stop := why
	stop.Until = day(2024, 8, 1)
	p.must(p.r.Suspend(p.ctx, []string{c[2].ID}, stop))
	p.status(c[2].ID, day(2024, 8, 1), ocop.Suspended)
	p.status(c[2].ID, day(2024, 8, 2), ocop.Valid)
	stop.Until = ocop.Date{}
	p.must(p.r.Suspend(p.ctx, []string{c[3].ID}, stop))
	p.status(c[3].ID, day(2025, 1, 1), ocop.Suspended)
	lift := register.Ruling{Decision: ocop.Decision{Number: "0010/QĐ-UBND", Date: day(2024, 9, 1)}}
	p.must(p.r.Lift(p.ctx, []string{c[3].ID}, lift))
	p.status(c[3].ID, day(2024, 8, 31), ocop.Suspended)
	p.status(c[3].ID, day(2024, 9, 1), ocop.Valid)
	p.refused(p.r.Lift(p.ctx, []string{c[3].ID}, lift), register.NotInThisState)

	p.status(c[4].ID, day(2023, 12, 18), ocop.NotYet)
	p.status(c[4].ID, day(2026, 10, 20), ocop.Valid)
	p.status(c[4].ID, day(2026, 10, 21), ocop.Expiring)
	p.status(c[4].ID, day(2026, 11, 20), ocop.Expiring)
	p.status(c[4].ID, day(2026, 11, 21), ocop.Expired)
	ids, err := p.r.Expire(p.ctx, day(2026, 11, 20))
	if err != nil || len(ids) != 0 {
		p.Errorf("on the last day nothing has expired: %v, %v", ids, err)
	}
	ids, err = p.r.Expire(p.ctx, day(2026, 11, 21))
	if err != nil || len(ids) != 3 {
		p.Errorf("expired: %v, %v", ids, err)
	}
	if ids, err = p.r.Expire(p.ctx, day(2027, 1, 1)); err != nil || len(ids) != 0 {
		p.Errorf("recorded once: %v, %v", ids, err)
	}
}

func handsOver(p *proof) {
	c := p.issue(Results(1, 3), Options())
	p.must(p.r.HandOver(p.ctx, c[0].ID, register.Handover{Day: asOf, To: "Người Nhận MẪU", Proxy: true, Paper: "giấy ủy quyền"}))
	it, err := p.r.Get(p.ctx, c[0].ID, asOf)
	if err != nil || it.HandedOver != asOf {
		p.Errorf("handed over: %v, %v", it.HandedOver, err)
	}
	if to, err := p.r.ReceiverOf(p.ctx, c[0].ID); err != nil || to != "Người Nhận MẪU" {
		p.Errorf("receiver: %q, %v", to, err)
	}
	p.refused(p.r.HandOver(p.ctx, c[0].ID, register.Handover{Day: asOf}), register.HandedOverAlready)
	p.refused(p.r.Cancel(p.ctx, c[0].ID, asOf, "in nhầm"), register.HandedOverAlready)
	if _, err := p.r.Reissue(p.ctx, c[0].ID, register.Change{Reason: "hỏng"}, Seal); err != nil {
		p.Error(err)
	}
	p.must(p.r.HandOver(p.ctx, c[0].ID, register.Handover{Day: asOf, To: "Người Nhận MẪU"})) // the reissued paper
	p.must(p.r.Cancel(p.ctx, c[1].ID, asOf, "in hỏng, chưa trao"))
	p.status(c[1].ID, asOf, ocop.Cancelled)
	again := p.issue(Results(1, 3), Options())
	if len(again) != 1 || again[0].Seq != 4 || again[0].Product.Name != c[1].Product.Name {
		p.Errorf("a cancelled result is certified again under a new number: %+v", again)
	}
	if d := p.prepare(Results(1, 3), Options()); len(d.Already) != 3 {
		p.Errorf("and once only: %d already, %v", len(d.Already), d.Held)
	}
	p.refused(p.r.Spoil(p.ctx, "", "", asOf, "rách"), register.ReasonMissing)
	p.must(p.r.Spoil(p.ctx, c[2].ID, "PH-0007", asOf, "kẹt giấy"))
	p.must(p.r.LoseSheet(p.ctx, "", "PH-0008", asOf, "thất lạc"))
	p.status(c[2].ID, asOf, ocop.Valid)
}

func series(p *proof) {
	opt := Options()
	opt.Authority.NumberStart = 38
	c := p.issue(Results(1, 2), opt)
	if c[0].Number != "38/2023/GCN-UBND" || c[1].Seq != 39 {
		p.Errorf("declared start: %s, %d", c[0].Number, c[1].Seq)
	}
	s := c[0].Series
	p.refused(p.r.StartSeries(p.ctx, s, 50, "lại"), register.SeriesBegun)
	p.refused(p.r.CloseNumber(p.ctx, s, 39, asOf, "bỏ", ""), register.NumberNotFree)
	p.refused(p.r.CloseNumber(p.ctx, s, 41, asOf, "bỏ", ""), register.NumberNotFree)
	p.refused(p.r.CloseNumber(p.ctx, s, 40, asOf, "", ""), register.ReasonMissing)
	p.must(p.r.CloseNumber(p.ctx, s, 40, asOf, "bỏ trống theo biên bản", "BB 01"))
	if c := p.issue(Results(3, 1), opt); c[0].Seq != 41 {
		p.Errorf("after a closed number: %d", c[0].Seq)
	}
	opt.IssueDate, opt.AsOf = day(2024, 1, 5), day(2024, 1, 5)
	if c := p.issue(Results(4, 1), opt); c[0].Number != "01/2024/GCN-UBND" {
		p.Errorf("the start holds for the first series only: %s", c[0].Number)
	}
	numbers, err := p.r.NumbersOf(p.ctx, s)
	if err != nil || len(numbers) != 4 || numbers[2].State != register.NumberClosed || numbers[2].Number != "40/2023/GCN-UBND" {
		p.Errorf("numbers: %+v, %v", numbers, err)
	}
	p.must(p.r.StartSeries(p.ctx, "tp-vi-du|#/2025/GCN-UBND", 7, "tiếp sổ giấy"))
	opt.IssueDate, opt.AsOf = day(2025, 2, 1), day(2025, 2, 1)
	if c := p.issue(Results(5, 1), opt); c[0].Seq != 7 {
		p.Errorf("a series started by hand: %d", c[0].Seq)
	}
	opt.Authority.NumberPattern = "{stt}/{nam}/GCN-UBND" // "8/2025": another way to write it, the same series
	if c := p.issue(Results(6, 1), opt); c[0].Number != "8/2025/GCN-UBND" {
		p.Errorf("another width: %s", c[0].Number)
	}
}

func importsOld(p *proof) {
	old := func(n int, number string) register.Old {
		return register.Old{Number: number, Result: Result(n), Issued: day(2023, 11, 25)}
	}
	olds := []register.Old{old(1, "03/2023/GCN-UBND"), old(2, "01/2023/GCN-UBND"), old(3, "05/2023/GCN-UBND")}
	_, err := p.r.ImportOld(p.ctx, append(olds, old(4, "số 6")), Options())
	p.refused(err, register.OldNumberUnreadable)
	_, err = p.r.ImportOld(p.ctx, append(olds, old(4, "3/2023/GCN-UBND")), Options())
	p.refused(err, register.NumberTaken)
	got, err := p.r.ImportOld(p.ctx, olds, Options())
	if err != nil || len(got) != 3 || got[0].Seq != 1 || got[2].Number != "05/2023/GCN-UBND" {
		p.Fatalf("imported %+v, %v", got, err)
	}
	if again, err := p.r.ImportOld(p.ctx, olds, Options()); err != nil || len(again) != 0 {
		p.Errorf("imported again: %d, %v", len(again), err)
	}
	rep, err := p.r.Audit(p.ctx)
	if err != nil || len(rep.Missing) != 2 || rep.Missing[0].Seq != 2 {
		p.Errorf("missing: %+v, %v", rep.Missing, err)
	}
	p.must(p.r.CloseNumber(p.ctx, got[0].Series, 2, asOf, "sổ giấy bỏ trống", ""))
	if c := p.issue(Results(1, 4), Options()); len(c) != 1 || c[0].Number != "06/2023/GCN-UBND" {
		p.Errorf("goes on after the old register: %+v", c)
	}
	late, err := p.r.ImportOld(p.ctx, []register.Old{old(9, "04/2023/GCN-UBND")}, Options())
	if err != nil || len(late) != 1 {
		p.Errorf("a missing old number is found: %v, %v", late, err)
	}
}
