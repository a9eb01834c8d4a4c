package registertest

import (
	"fmt"
	"slices"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
	"ocoprint/internal/viet"
)

func lists(p *proof) {
	p.issue(Results(1, 57), Options())
	for _, sort := range []register.Sort{register.ByIssue, register.ByNumber, register.ByProduct, register.ByProducer, register.ByLastDay} {
		for _, desc := range []bool{false, true} {
			p.pages(sort, desc)
		}
	}
	for text, want := range map[string]int{
		"": 57, "mac ca": 6, "macca": 6, "MẮC-CA SẤY": 6, "minh hoa so 7": 1, "01/2023": 1, "vd-2023-2-012": 1,
		"khong co": 0, "mật ong hoa rừng mẫu 2": 7, "%": 0, "ong hoa": 7, "x' OR 1=1 --": 0,
	} {
		n, err := p.r.Count(p.ctx, register.Filter{Text: text, AsOf: asOf})
		if err != nil || n != want {
			p.Errorf("search %q: %d, want %d (%v)", text, n, want, err)
		}
	}
	yes, no := true, false
	for name, c := range map[string]struct {
		f    register.Filter
		want int
	}{
		"commune":       {register.Filter{Commune: "xã Ví Dụ 3"}, 8},
		"stars":         {register.Filter{Stars: []ocop.Stars{4, 5}}, 0},
		"round":         {register.Filter{Round: ocop.Round{No: 2}}, 57},
		"year":          {register.Filter{Round: ocop.Round{Year: 2022}}, 0},
		"decision":      {register.Filter{Decision: "0000/qđ-ubnd"}, 57},
		"authority":     {register.Filter{Authority: "khac"}, 0},
		"issued after":  {register.Filter{IssuedFrom: day(2023, 12, 20)}, 0},
		"last day":      {register.Filter{LastTo: day(2026, 11, 20)}, 57},
		"valid":         {register.Filter{Status: []ocop.CertificateStatus{ocop.Valid}}, 57},
		"revoked":       {register.Filter{Status: []ocop.CertificateStatus{ocop.Revoked}}, 0},
		"handed":        {register.Filter{Handed: &yes}, 0},
		"not handed":    {register.Filter{Handed: &no}, 57},
		"other century": {register.Filter{Status: []ocop.CertificateStatus{ocop.Expired}, AsOf: day(2030, 1, 1)}, 57},
	} {
		if c.f.AsOf.IsZero() {
			c.f.AsOf = asOf
		}
		if n, err := p.r.Count(p.ctx, c.f); err != nil || n != c.want {
			p.Errorf("%s: %d, want %d (%v)", name, n, c.want, err)
		}
	}
	if it, err := p.r.Get(p.ctx, "vd-2023-2-003", asOf); err != nil || it.Number != "03/2023/GCN-UBND" {
		p.Errorf("by id: %v", err)
	}
	it, err := p.r.Get(p.ctx, "03/2023/GCN-UBND", asOf)
	if err != nil || it.ID != "VD-2023-2-003" {
		p.Errorf("by number: %v", err)
	}
	if by, err := p.r.Get(p.ctx, strings.ToLower(it.Code), asOf); err != nil || by.ID != it.ID {
		p.Errorf("by code %s: %v", it.Code, err)
	}
	_, err = p.r.Get(p.ctx, "không có", asOf)
	p.refused(err, register.CertificateUnknown)
}

// pages walks a list in small pages and looks that each comes once, in order.
func (p *proof) pages(sort register.Sort, desc bool) {
	p.Helper()
	var keys []string
	f := register.Filter{Sort: sort, Desc: desc, Limit: 7, AsOf: asOf}
	seen := map[string]bool{}
	for {
		page, err := p.r.List(p.ctx, f)
		p.must(err)
		for _, it := range page.Items {
			seen[it.ID] = true
			keys = append(keys, map[register.Sort]string{
				register.ByIssue: it.ID, register.ByNumber: fmt.Sprintf("%09d", it.Seq), register.ByProduct: viet.SortKey(it.Product.Name),
				register.ByProducer: viet.SortKey(it.Producer.Name), register.ByLastDay: it.LastDay.ISO() + it.ID,
			}[sort])
		}
		if f.After = page.Next; f.After == "" {
			break
		}
	}
	if desc {
		slices.Reverse(keys)
	}
	if len(seen) != 57 || len(keys) != 57 || !slices.IsSorted(keys) {
		p.Errorf("sort %q desc %v: %d seen, %d listed, sorted %v", sort, desc, len(seen), len(keys), slices.IsSorted(keys))
	}
}

func statistics(p *proof) {
	c := p.issue(Results(1, 21), Options())
	p.must(p.r.Revoke(p.ctx, []string{c[0].ID}, register.Ruling{Decision: ocop.Decision{Number: "1/QĐ", Date: asOf}}))
	lines, err := p.r.Statistics(p.ctx, register.Filter{AsOf: asOf})
	p.must(err)
	total, revoked := 0, 0
	for _, l := range lines {
		total += l.Products
		if l.Status == ocop.Revoked {
			revoked += l.Products
		}
		if l.Stars != 3 || l.Round != (ocop.Round{No: 2, Year: 2023}) || l.Producers > l.Products {
			p.Errorf("line %+v", l)
		}
	}
	if total != 21 || revoked != 1 || len(lines) != 8 {
		p.Errorf("%d certificates, %d revoked in %d lines", total, revoked, len(lines))
	}
	soon, err := p.r.ExpiringBefore(p.ctx, day(2026, 11, 21), day(2026, 10, 1))
	if err != nil || len(soon) != 20 {
		p.Errorf("to be told before they expire: %d, %v", len(soon), err)
	}
	if soon, err = p.r.ExpiringBefore(p.ctx, day(2026, 11, 20), day(2026, 10, 1)); err != nil || len(soon) != 0 {
		p.Errorf("a day earlier: %d, %v", len(soon), err)
	}
}

func statusLines(p *proof) {
	c := p.issue(Results(1, 6), Options())
	why := register.Ruling{Decision: ocop.Decision{Number: "7/QĐ-UBND", Date: day(2024, 2, 1)}}
	p.must(p.r.Revoke(p.ctx, []string{c[0].ID}, why))
	p.must(p.r.Suspend(p.ctx, []string{c[1].ID, c[2].ID}, why))
	p.must(p.r.Lift(p.ctx, []string{c[1].ID}, register.Ruling{Decision: ocop.Decision{Number: "8/QĐ-UBND", Date: day(2024, 3, 1)}}))
	change := register.Change{Day: day(2024, 2, 10), Reason: "mất"}
	_, err := p.r.Reissue(p.ctx, c[3].ID, change, Seal)
	p.must(err)
	change.NewNumber = true
	anew, err := p.r.Correct(p.ctx, c[4].ID, change, func(c *ocop.Certificate) { c.Product.Name = "Tên khác mẫu" }, Seal)
	p.must(err)
	p.must(p.r.LoseSheet(p.ctx, c[5].ID, "PH-9", day(2024, 2, 12), "mất phôi"))
	say := func(asOf ocop.Date) string {
		lines, err := p.r.StatusLines(p.ctx, "VD-", asOf)
		p.must(err)
		var out []string
		for _, l := range lines {
			out = append(out, fmt.Sprintf("%s/%d:%s:%s", l.ID[10:], l.Revision, l.What, l.Ref))
		}
		return strings.Join(out, " ")
	}
	want := "001/0:revoke:7/QĐ-UBND 003/0:suspend:7/QĐ-UBND 004/1:replace:" + c[3].ID + " 005/0:replace:" + anew.ID + " 006/0:lost:PH-9"
	if got := say(day(2024, 4, 1)); got != want {
		p.Errorf("status lines\n got %s\nwant %s", got, want)
	}
	if got := say(day(2024, 2, 1)); got != "001/0:revoke:7/QĐ-UBND 002/0:suspend:7/QĐ-UBND 003/0:suspend:7/QĐ-UBND" {
		p.Errorf("as of the first of February: %s", got)
	}
	n := 0
	for id, err := range p.r.Identities(p.ctx) {
		p.must(err)
		if len(id.Identity) != 32 {
			p.Errorf("identity of %s", id.ID)
		}
		n++
	}
	if n != 8 {
		p.Errorf("%d signed texts, want 8", n)
	}
}
