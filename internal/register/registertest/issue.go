package registertest

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
)

func issuesOnce(p *proof) {
	d := p.prepare(Results(1, 8), Options())
	issued, err := p.r.Issue(p.ctx, d, Seal)
	p.must(err)
	if got := fmt.Sprint(len(issued), " ", issued[6].Number, " ", issued[6].ID); got != "8 07/2023/GCN-UBND VD-2023-2-007" {
		p.Errorf("issued: %s", got)
	}
	if c := d.New[6].Certificate; c.Number != issued[6].Number || c.ID != issued[6].ID || len(c.Payload) != 0 {
		p.Errorf("the draft proposed %s %s, signed %v", c.Number, c.ID, len(c.Payload) != 0)
	}
	if c := issued[0]; c.LastDay != day(2026, 11, 20) || c.Producer.Phone != "" || c.Place != "xã Ví Dụ 1, tỉnh Minh Họa" || c.Order != 1 {
		p.Errorf("frozen: %+v", c)
	}
	again, err := p.r.Issue(p.ctx, d, Seal)
	if err != nil || len(again) != 8 || again[7].Number != issued[7].Number {
		p.Errorf("the same draft again: %d, %v", len(again), err)
	}
	d = p.prepare(Results(1, 8), Options())
	if len(d.Already) != 8 || d.Already[3].Certificate.ID != issued[3].ID || d.Already[3].Status != ocop.Valid {
		p.Errorf("prepared again: %d already, held %v", len(d.Already), d.Held)
	}
	more := p.issue(Results(1, 9), Options())
	if len(more) != 1 || more[0].Number != "09/2023/GCN-UBND" || more[0].Order != 9 {
		p.Errorf("one more row: %+v", more)
	}
	next := Result(20)
	next.Round = ocop.Round{No: 1, Year: 2024}
	opt := Options()
	opt.IssueDate, opt.AsOf = day(2024, 1, 5), day(2024, 1, 5)
	if c := p.issue([]ocop.Result{next}, opt)[0]; c.Number != "01/2024/GCN-UBND" || c.ID != "VD-2024-1-001" {
		p.Errorf("a new year begins a new series: %s %s", c.Number, c.ID)
	}
}

// apart writes tones as marks of their own, as PDF and macOS programs do; wide
// writes full-width letters.
var apart = strings.NewReplacer("ạ", "a\u0323", "ọ", "o\u0323", "ậ", "\u1ea1\u0302", "ế", "e\u0302\u0301", "ệ", "e\u0323\u0302",
	"è", "e\u0300", "ẩ", "a\u0302\u0309", "ố", "o\u0302\u0301", "Đ", "Đ", "í", "i\u0301", "ã", "a\u0303", "ợ", "o\u031b\u0323")

func wide(r rune) rune {
	if r > ' ' && r <= '~' {
		return r + 0xfee0
	}
	return r
}

// disguise rewrites a text as other programs and hands write it.
var disguise = []func(string) string{
	strings.ToUpper, strings.ToLower, apart.Replace,
	func(s string) string { return strings.Map(wide, s) },
	func(s string) string { return "  " + strings.ReplaceAll(s, " ", "   ") + "\t" },
	func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") },
	func(s string) string { return strings.ReplaceAll(s, "oa", "oa\u200b") },
	func(s string) string { return strings.ReplaceAll(s, "ọa", "oạ") },
	func(s string) string { return strings.ReplaceAll(s, "Ọ", "ọ") },
	func(s string) string { return strings.ReplaceAll(s, "HTX", "Hợp tác xã") },
}

func disguises(p *proof) {
	issued := p.issue(Results(1, 12), Options())
	for n := range 40 {
		rows := Results(1, 12)
		for i := range rows {
			r := &rows[i]
			r.File, r.Sheet, r.Row, r.No = fmt.Sprintf("bản sao %d.xlsx", n), "Sheet1", 99-i, ""
			change := disguise[n%len(disguise)]
			r.Product.Name, r.Producer.Name, r.Decision.Number = change(r.Product.Name), change(r.Producer.Name), change(r.Decision.Number)
			if n >= 10 {
				r.Producer.Address, r.Producer.Commune = disguise[(n/10)](r.Producer.Address), ""
			}
			if n >= 20 {
				r.Score = ocop.Score{}
			}
		}
		if n%3 == 1 {
			slices.Reverse(rows)
		}
		if n%4 == 3 {
			rows = rows[3:]
		}
		d := p.prepare(rows, Options())
		if len(d.New) != 0 || len(d.Held) != 0 || len(d.Already) != len(rows) {
			p.Errorf("disguise %d: %d new, held %v", n, len(d.New), d.Held)
		}
	}
	if got, err := p.r.Count(p.ctx, register.Filter{AsOf: Options().AsOf}); err != nil || got != len(issued) {
		p.Errorf("%d certificates, want %d (%v)", got, len(issued), err)
	}
	other := Result(1)
	other.Product.Name = strings.ReplaceAll(other.Product.Name, "Miến", "Mien")
	other.Score, other.No, other.Producer.Name = ocop.Score{}, "", "HTX khác mẫu"
	if d := p.prepare(append(Results(2, 11), other), Options()); len(d.New) != 1 {
		p.Errorf("marks are kept in the key: want one new, got %d new, held %v", len(d.New), d.Held)
	}
}

func changedRows(p *proof) {
	issued := p.issue(Results(1, 5), Options())
	rows := Results(1, 5)
	rows[0].Stars, rows[0].Score = 4, ocop.Score{Micros: 75e6, Known: true}
	rows[1].Product.Name = "Tên đã sửa mẫu"
	d := p.prepare(rows[:4], withLevel(ocop.Province)) // four stars are in a province's power
	if len(d.New) != 0 || len(d.Held) != 0 {
		d = p.prepare(rows[:4], Options())
	}
	codes := map[string]int{}
	for _, h := range d.Held {
		codes[h.Finding.Code]++
	}
	if codes["RENAMED_OR_NEW"] != 1 || len(d.Already) != 2 {
		p.Errorf("held %v, already %d", codes, len(d.Already))
	}
	if len(d.Vanished) != 2 || d.Vanished[0].ID != issued[1].ID || d.Vanished[1].ID != issued[4].ID {
		p.Errorf("vanished: %d", len(d.Vanished))
	}
	p.status(issued[4].ID, Options().AsOf, ocop.Valid)
	opt := Options()
	opt.Answers = map[string]register.Answer{rows[1].Key(opt.Authority.Code): register.AnswerNew}
	if d := p.prepare(rows[1:2], opt); len(d.New) != 1 || d.New[0].Certificate.Seq != 6 {
		p.Errorf("answered “another product”: %d new, held %v", len(d.New), d.Held)
	}
	opt.Answers[rows[1].Key(opt.Authority.Code)] = register.AnswerKeep
	if d := p.prepare(rows[1:2], opt); len(d.Already) != 1 || d.Already[0].Certificate.ID != issued[1].ID {
		p.Errorf("answered “keep”: %+v", d.Already)
	}
	changed := Result(3)
	changed.Score = ocop.Score{Micros: 61e6, Known: true}
	if d := p.prepare([]ocop.Result{changed}, Options()); len(d.Held) != 1 || d.Held[0].Finding.Code != "CERTIFICATE_CHANGED" || d.Held[0].Other.ID != issued[2].ID {
		p.Errorf("a changed score: %+v", d.Held)
	}
	opt = Options()
	opt.Others = Results(1, 5)
	if d := p.prepare(Results(1, 1), opt); len(d.Vanished) != 0 {
		p.Errorf("rows of the file that are held have not vanished: %d", len(d.Vanished))
	}
}

func withLevel(l ocop.Level) register.PrepareOptions {
	opt := Options()
	opt.Authority.Level = l
	return opt
}

func heldRows(p *proof) {
	for _, c := range []struct {
		code   string
		change func(*ocop.Result, *register.PrepareOptions)
	}{
		{"NOT_ISSUERS_STARS", func(r *ocop.Result, _ *register.PrepareOptions) { r.Stars = 4 }},
		{"NOT_ISSUERS_STARS", func(_ *ocop.Result, o *register.PrepareOptions) { o.Authority.Level = ocop.Province }},
		{"NOT_ISSUERS_STARS", func(r *ocop.Result, o *register.PrepareOptions) {
			o.Authority.To = ocop.Date{}
			r.Decision.Date, o.AsOf, o.IssueDate = day(2025, 7, 6), day(2025, 8, 1), day(2025, 8, 1)
		}},
		{"ISSUER_NOT_IN_FORCE", func(r *ocop.Result, o *register.PrepareOptions) {
			r.Decision.Date, o.AsOf, o.IssueDate = day(2025, 7, 1), day(2025, 8, 1), day(2025, 8, 1)
		}},
		{"STARS_NO_CERTIFICATE", func(r *ocop.Result, _ *register.PrepareOptions) { r.Stars = 2 }},
		{"STARS_NO_CERTIFICATE", func(r *ocop.Result, _ *register.PrepareOptions) { r.Stars = 0 }},
		{"NAME_MISSING", func(r *ocop.Result, _ *register.PrepareOptions) { r.Product.Name = " " }},
		{"OWNER_MISSING", func(r *ocop.Result, _ *register.PrepareOptions) { r.Producer.Name = "" }},
		{"DECISION_MISSING", func(r *ocop.Result, _ *register.PrepareOptions) { r.Decision.Number = "" }},
		{"DECISION_MISSING", func(r *ocop.Result, _ *register.PrepareOptions) { r.Decision.Date = ocop.Date{} }},
		{"DECISION_IN_FUTURE", func(r *ocop.Result, _ *register.PrepareOptions) { r.Decision.Date = day(2023, 12, 20) }},
		{"ISSUE_BEFORE_DECISION", func(_ *ocop.Result, o *register.PrepareOptions) { o.IssueDate = day(2023, 11, 19) }},
		{"NOT_GRANTED", func(r *ocop.Result, _ *register.PrepareOptions) { r.Standing = ocop.Proposed }},
		{"NOT_GRANTED", func(r *ocop.Result, _ *register.PrepareOptions) { r.Status = ocop.StatusHeld }},
		{"EXPIRY_DIFFERS", func(r *ocop.Result, _ *register.PrepareOptions) { r.Expiry = day(2026, 11, 19) }},
		{"EXPIRED_AT_ISSUE", func(_ *ocop.Result, o *register.PrepareOptions) {
			o.AsOf, o.IssueDate = day(2026, 11, 21), day(2026, 11, 21)
		}},
	} {
		res, opt := Result(1), Options()
		c.change(&res, &opt)
		d := p.prepare([]ocop.Result{res}, opt)
		if len(d.Held) != 1 || d.Held[0].Finding.Code != c.code {
			p.Errorf("%s: held %v, new %d", c.code, d.Held, len(d.New))
		}
	}
	if d := p.prepare([]ocop.Result{Result(1), Result(1)}, Options()); len(d.New) != 1 || d.Held[0].Finding.Code != "DUPLICATE_CONFLICT" {
		p.Errorf("a row twice: %d new, %v", len(d.New), d.Held)
	}
	opt := Options()
	opt.AsOf, opt.IssueDate = day(2026, 11, 20), day(2026, 11, 20)
	if d := p.prepare([]ocop.Result{Result(1)}, opt); len(d.New) != 1 {
		p.Errorf("valid to the end of its last day: %v", d.Held)
	}
	opt = Options()
	opt.Authority.Prefix = "lc"
	_, err := p.r.Prepare(p.ctx, Results(1, 1), opt)
	p.refused(err, register.PrefixBad)
	opt = Options()
	opt.Authority.NumberPattern = "{stt}{nam}"
	_, err = p.r.Prepare(p.ctx, Results(1, 1), opt)
	p.refused(err, register.PatternBad)
}

func reevaluates(p *proof) {
	old := p.issue(Results(1, 3), Options())
	again := Result(2)
	again.Decision = ocop.Decision{Number: "0001/QĐ-UBND", Date: day(2024, 10, 1)}
	again.Round = ocop.Round{No: 1, Year: 2024}
	opt := Options()
	opt.AsOf, opt.IssueDate = day(2024, 10, 5), day(2024, 10, 5)
	if d := p.prepare([]ocop.Result{again}, opt); len(d.Held) != 1 || d.Held[0].Finding.Code != "ALREADY_CERTIFIED" || d.Held[0].Other.ID != old[1].ID {
		p.Fatalf("a second decision about a valid product: %v", d.Held)
	}
	again.Evaluation = ocop.Again
	d := p.prepare([]ocop.Result{again}, opt)
	if len(d.New) != 1 || d.New[0].Replaces != old[1].ID {
		p.Fatalf("a re-evaluation: %+v", d)
	}
	issued, err := p.r.Issue(p.ctx, d, Seal)
	p.must(err)
	p.status(old[1].ID, day(2024, 10, 4), ocop.Valid)
	p.status(old[1].ID, day(2024, 10, 5), ocop.Superseded)
	it, err := p.r.Get(p.ctx, old[1].ID, opt.AsOf)
	if err != nil || it.ReplacedBy != issued[0].ID {
		p.Errorf("linked forward: %q, %v", it.ReplacedBy, err)
	}
	it, err = p.r.Get(p.ctx, issued[0].ID, opt.AsOf)
	if err != nil || it.Replaces != old[1].ID {
		p.Errorf("linked back: %q, %v", it.Replaces, err)
	}
	lowered := Result(3)
	lowered.Decision, lowered.Round, lowered.Product.Name = again.Decision, again.Round, "Tên mới hẳn mẫu"
	c, err := p.r.Reevaluate(p.ctx, old[2].ID, lowered, opt, Seal)
	if err != nil || c.Number != "02/2024/GCN-UBND" {
		p.Fatalf("named by a person: %v, %v", c.Number, err)
	}
	p.status(old[2].ID, opt.AsOf, ocop.Superseded)
}

func failingSeal(p *proof) {
	d := p.prepare(Results(1, 5), Options())
	before, err := p.r.Head(p.ctx)
	p.must(err)
	n := 0
	broken := register.SealerFunc(func(c ocop.Certificate) (register.Sealed, error) {
		if n++; n == 4 {
			return register.Sealed{}, errors.New("the key is gone")
		}
		return Seal(c)
	})
	if issued, err := p.r.Issue(p.ctx, d, broken); err == nil || issued != nil {
		p.Errorf("issued %d, %v", len(issued), err)
	}
	empty := register.SealerFunc(func(ocop.Certificate) (register.Sealed, error) { return register.Sealed{}, nil })
	if _, err := p.r.Issue(p.ctx, d, empty); err == nil {
		p.Error("an empty seal was taken")
	}
	after, err := p.r.Head(p.ctx)
	if err != nil || after.Short() != before.Short() {
		p.Errorf("head moved from %s to %s", before.Short(), after.Short())
	}
	if issued := p.issue(Results(1, 5), Options()); issued[0].Seq != 1 {
		p.Errorf("a number was lost: the first is %d", issued[0].Seq)
	}
}

func staleDrafts(p *proof) {
	exact := Options()
	exact.Exact = true
	a, b := p.prepare(Results(1, 3), exact), p.prepare(Results(10, 3), Options())
	c := p.prepare(Results(2, 3), Options())
	issued, err := p.r.Issue(p.ctx, b, Seal)
	if err != nil || issued[0].Seq != 1 {
		p.Fatal(err)
	}
	_, err = p.r.Issue(p.ctx, a, Seal)
	p.refused(err, register.DraftStale)
	a.Options.Exact = false
	issued, err = p.r.Issue(p.ctx, a, Seal)
	if err != nil || issued[0].Seq != 4 {
		p.Errorf("the next free numbers: %v, %v", issued, err)
	}
	_, err = p.r.Issue(p.ctx, c, Seal) // two of its three were issued by a
	p.refused(err, register.DraftStale)
}
