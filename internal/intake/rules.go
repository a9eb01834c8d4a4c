package intake

import (
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

// The findings that depend on who issues and on the day (domain.md §9).
var (
	notIssuers = define("NOT_ISSUERS_STARS", ocop.Fault, "not-issuers-stars",
		"{place}: {authority} không có thẩm quyền công nhận hạng {stars} sao vào ngày {date} ({rules}: {level}).",
		"{place}: {authority} could not recognise {stars} stars on {date} ({rules}: {level}).").
		hint("Dùng quyết định của cấp có thẩm quyền; sản phẩm này không in ở đây.", "Use the decision of the competent authority; this product is not printed here.")
	communeNow = define("COMMUNE_CHANGED", ocop.Info, "commune-changed",
		"{place}: «{value}» nay thuộc {now} (từ 01/7/2025). Giấy chứng nhận giữ tên theo quyết định.",
		"{place}: «{value}» now belongs to {now} (since 01/7/2025). The certificate keeps the name of the decision.")
	communeOdd = define("COMMUNE_UNKNOWN", ocop.Info, "commune-not-then",
		"{place}: không có «{value}» trong danh mục đơn vị hành chính ngày {date}.",
		"{place}: «{value}» is not in the list of units of {date}.")
	expiryDiffers = define("EXPIRY_DIFFERS", ocop.Warning, "expiry-differs",
		"{place}: ngày hết hạn {value} khác {months} tháng tính từ {from} (đến hết {last}).",
		"{place}: the last day {value} is not {months} months from {from} (through {last}).").
		hint("Sửa ngày hết hạn, hoặc đổi cách tính thời hạn trong phần cài đặt.", "Correct the date, or change the rule of validity in the settings.")
	alreadyExpired = define("ALREADY_EXPIRED", ocop.Warning, "already-expired",
		"{place}: Giấy chứng nhận này hết hiệu lực từ ngày {date}; bản in sẽ có chữ «BẢN LƯU».",
		"{place}: this certificate expired on {date}; a print carries the words «BẢN LƯU».")
	expiresSoon = define("EXPIRES_SOON", ocop.Warning, "expires-soon",
		"{place}: còn {days} ngày là hết hiệu lực ({last}){late}.", "{place}: {days} {days|day|days} until it expires ({last}){late}.")
	noticeLate = message.Define("intake-notice-late", "; đã quá mốc phải thông báo trước 30 ngày", "; the notice 30 days ahead is overdue")
	futureSign = define("DATE_ODD", ocop.Info, "decision-in-future",
		"{place}: ngày ký {value} ở tương lai.", "{place}: the decision's date {value} lies in the future.")
	noDecision = define("DECISION_MISSING", ocop.Question, "decision-missing",
		"{place}: không thấy số hoặc ngày quyết định công nhận.", "{place}: the number or the date of the decision is not stated.").
		hint("Ghi “(Kèm theo Quyết định số … ngày …)” trên bảng, hoặc khai báo trong kế hoạch.", "Write “(Kèm theo Quyết định số … ngày …)” above the table, or state it in the plan.")

	levelNames = map[ocop.Level]*message.Text{
		ocop.Commune:  message.Define("intake-level-commune", "cấp xã", "commune level"),
		ocop.District: message.Define("intake-level-district", "UBND cấp huyện công nhận", "district level recognises"),
		ocop.Province: message.Define("intake-level-province", "UBND cấp tỉnh công nhận", "province level recognises"),
		ocop.Centre:   message.Define("intake-level-centre", "cấp Trung ương công nhận", "the centre recognises"),
	}
)

// Rules gives the findings about a result that depend on who issues and on the
// day (domain.md §9: E08, E15, I11, E18, I19, W20, W17). It changes nothing. The
// office applies it to the rows that Select kept, before register.Prepare.
func Rules(r ocop.Result, a ocop.Authority, asOf ocop.Date) (all []ocop.Finding) {
	rd := &reader{out: &Reading{File: r.File}}
	add := func(k rule, f ocop.Field, raw string, pairs ...any) {
		all = append(all, rd.finding(k, spot{sheet: r.Sheet, row: r.Row, cell: r.Cells[f].Cell, raw: raw}, pairs...))
	}
	d := r.Decision.Date
	if r.Decision.Number == "" || d.IsZero() {
		add(noDecision, ocop.FieldDecision, r.Decision.String())
	}
	if d.IsZero() {
		return all
	}
	rules := a.Rules(d)
	if a.Level != "" && r.Stars >= 3 && r.Standing == ocop.Granted && !rules.May(a.Level, r.Stars) {
		level := levelNames[rules.Issuers[r.Stars]]
		add(notIssuers, ocop.FieldStars, r.Stars.String(), "authority", a.Name, "stars", int(r.Stars), "date", d.String(), "rules", rules.Source, "level", level)
	}
	communeRules(r, d, asOf, add)
	if !asOf.IsZero() && d.After(asOf) {
		add(futureSign, ocop.FieldDecision, d.String(), "value", d.String())
	}
	validityRules(r, a, rules, asOf, add)
	return all
}

type adder func(k rule, f ocop.Field, raw string, pairs ...any)

func communeRules(r ocop.Result, d, asOf ocop.Date, add adder) {
	if r.Producer.Commune == "" || asOf.IsZero() {
		return
	}
	if now, ok := ocop.UnitNow(r.Producer.Commune, d, asOf); ok {
		add(communeNow, ocop.FieldCommune, r.Producer.Commune, "value", r.Producer.Commune, "now", now)
		return
	}
	_, then := ocop.UnitOn(r.Producer.Commune, d)
	_, today := ocop.UnitOn(r.Producer.Commune, asOf)
	if !then && today {
		add(communeOdd, ocop.FieldCommune, r.Producer.Commune, "value", r.Producer.Commune, "date", d.String())
	}
}

func validityRules(r ocop.Result, a ocop.Authority, rules ocop.RuleSet, asOf ocop.Date, add adder) {
	first, last := a.Validity.Period(r.Decision.Date, r.IssueDate, r.IssueDate, rules)
	months := a.Validity.Months
	if months == 0 {
		months = rules.Months
	}
	if !r.Expiry.IsZero() && r.Expiry != last {
		add(expiryDiffers, ocop.FieldExpiry, r.Expiry.String(), "value", r.Expiry.String(), "months", months, "from", first.String(), "last", last.String())
	}
	if asOf.IsZero() {
		return
	}
	switch days := asOf.DaysUntil(last); {
	case days < 0:
		add(alreadyExpired, ocop.FieldDecision, last.String(), "date", last.AddDays(1).String())
	case days <= 90:
		late := any("")
		if days < 30 {
			late = noticeLate
		}
		add(expiresSoon, ocop.FieldDecision, last.String(), "days", days, "last", last.String(), "late", late)
	}
}
