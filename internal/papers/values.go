package papers

import (
	"net/url"
	"strings"

	"ocoprint/internal/layout"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// CertificateValues gives what a layout may read of a certificate: every name
// of layout.Vocabulary, and beside them
//
//	product.code  producer.commune  decision.title  round  months
//	authority.province  authority.office  authority.phone  sheet  order
//	sign.line1  sign.line2  sign.line3  ask.<name>
//
// which a layout declares in its "values". printedID is the id with its check
// character. A date that is not stated is empty text, so that show_if can ask
// for it.
func CertificateValues(c ocop.Certificate, printedID string, ask map[string]string) layout.Values {
	v := layout.Values{
		"product.name": c.Product.Name, "product.group": c.Product.Group, "product.code": c.Product.Code,
		"producer.name": c.Producer.Name, "producer.kind": c.Producer.Kind, "producer.address": c.Producer.Address,
		"producer.commune": c.Producer.Commune, "commune": c.Producer.Commune, "place": c.Place,
		"stars": int(c.Stars), "stars.words": viet.Words(int(c.Stars)), "score": "",
		"round": c.Round.String(), "round.no": c.Round.No, "round.year": c.Round.Year,
		"decision.number": c.Decision.Number, "decision.date": dateValue(c.Decision.Date),
		"decision.issuer": issuerOf(c), "decision.title": c.Decision.Title,
		"authority.name": c.Authority.Name, "authority.above": c.Authority.Above, "authority.place": c.Authority.Place,
		"authority.province": c.Authority.Province, "authority.office": c.Authority.Office, "authority.phone": c.Authority.Phone,
		"number": c.Number, "id": c.ID, "id.check": printedID, "code": c.Code, "revision": c.Revision, "order": c.Order,
		"issued.date": dateValue(c.IssuedOn), "valid.from": dateValue(c.ValidFrom), "valid.last": dateValue(c.LastDay),
		"months": months(c), "sheet": c.Sheet, "sample": c.Sample, "copy": false,
		"sign.lines": strings.Join(c.Signatory.Lines, "\n"), "sign.name": c.Signatory.Name,
		"verify.url": c.URL, "verify.host": host(c.URL),
		"verify.line": joinNonEmpty(" · ", host(c.URL), printedID, c.Code),
	}
	if c.Authority.PublishScore {
		v["score"] = c.Score.String()
	}
	for i, name := range []string{"sign.line1", "sign.line2", "sign.line3"} {
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

func dateValue(d ocop.Date) any {
	if d.IsZero() {
		return ""
	}
	return layout.Day(d)
}
