package papers

import (
	"net/url"
	"strings"

	"ocoprint/internal/layout"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// CertificateValues gives what a layout may read of a certificate:
//
//	product.name .group .code        producer.name .kind .address .commune
//	place                            commune and province, as signed
//	stars (number) .words            score (text, empty when not published)
//	round (text: đợt 2 năm 2023) .no .year
//	decision.number .date .issuer .title
//	authority.name .above .place .province .office .phone
//	number id order revision         printed_id (with check character) code
//	issued valid.from valid.last_day months    (dates; months is a number)
//	signatory.lines (several lines) .line1 .line2 .line3 .name
//	verify.url .host                 sheet
//	sample (true or false)           ask.<name>
//
// ask overrides what the certificate says of nothing else: it answers the
// layout's own questions.
func CertificateValues(c ocop.Certificate, printedID string, ask map[string]string) layout.Values {
	v := layout.Values{
		"product.name": c.Product.Name, "product.group": c.Product.Group, "product.code": c.Product.Code,
		"producer.name": c.Producer.Name, "producer.kind": c.Producer.Kind,
		"producer.address": c.Producer.Address, "producer.commune": c.Producer.Commune,
		"place": c.Place, "stars": int(c.Stars), "stars.words": viet.Words(int(c.Stars)), "score": "",
		"round": c.Round.String(), "round.no": c.Round.No, "round.year": c.Round.Year,
		"decision.number": c.Decision.Number, "decision.date": dateValue(c.Decision.Date),
		"decision.issuer": c.Decision.Issuer, "decision.title": c.Decision.Title,
		"authority.name": c.Authority.Name, "authority.above": c.Authority.Above, "authority.place": c.Authority.Place,
		"authority.province": c.Authority.Province, "authority.office": c.Authority.Office, "authority.phone": c.Authority.Phone,
		"number": c.Number, "id": c.ID, "order": c.Order, "revision": c.Revision, "printed_id": printedID, "code": c.Code,
		"issued": dateValue(c.IssuedOn), "valid.from": dateValue(c.ValidFrom), "valid.last_day": dateValue(c.LastDay),
		"months":          months(c),
		"signatory.lines": strings.Join(c.Signatory.Lines, "\n"), "signatory.name": c.Signatory.Name,
		"verify.url": c.URL, "verify.host": host(c.URL), "sheet": c.Sheet, "sample": c.Sample,
	}
	if c.Authority.PublishScore {
		v["score"] = c.Score.String()
	}
	for i, name := range []string{"signatory.line1", "signatory.line2", "signatory.line3"} {
		v[name] = ""
		if i < len(c.Signatory.Lines) {
			v[name] = c.Signatory.Lines[i]
		}
	}
	for k, a := range ask {
		v["ask."+k] = a
	}
	return v
}

// months is the length of the validity: the months after which the last day is
// the corresponding day, or the day before it (ocop.ValidityRule). 0 when the
// days are no whole months apart.
func months(c ocop.Certificate) int {
	if c.ValidFrom.IsZero() || c.LastDay.IsZero() {
		return 0
	}
	m := (c.LastDay.Year-c.ValidFrom.Year)*12 + c.LastDay.Month - c.ValidFrom.Month
	for _, n := range []int{m, m + 1} {
		if end := c.ValidFrom.AddMonths(n); end == c.LastDay || end.AddDays(-1) == c.LastDay {
			return n
		}
	}
	return 0
}

func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Host
}

// civil is a date as layouts read it.
type civil struct{ d ocop.Date }

// Date gives the three numbers.
func (c civil) Date() (year, month, day int) { return c.d.Year, c.d.Month, c.d.Day }

// dateValue is empty text for a date that is not stated, so that a layout can
// ask for it with show_if.
func dateValue(d ocop.Date) any {
	if d.IsZero() {
		return ""
	}
	return civil{d}
}
