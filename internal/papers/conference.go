package papers

import (
	"fmt"
	"slices"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// office is the office that prepares the papers: “Phòng Kinh tế”, or the
// authority itself.
func (in Input) office() string { return or(in.Settings.Authority.Office, in.Settings.Authority.Name) }

// round is the round that all certificates share, or the zero Round.
func (in Input) round() (r ocop.Round) {
	for i, c := range in.Certificates {
		if i == 0 {
			r = c.Round
		} else if r != c.Round {
			return ocop.Round{}
		}
	}
	return r
}

// roundWords is “ đợt 2 năm 2023” with its leading blank, or nothing.
func (in Input) roundWords() string {
	if s := in.round().String(); s != "" {
		return " " + s
	}
	return ""
}

// conferenceTitle is the conference's name as the plan has it, or the usual one.
func (in Input) conferenceTitle() string {
	usual := "Hội nghị công bố Quyết định, trao Giấy chứng nhận sản phẩm OCOP" + in.roundWords()
	return or(in.Settings.Conference.Title, usual)
}

// planLine is “(Kèm theo Kế hoạch số 4021/KH-UBND ngày 19 tháng 12 năm 2023 của
// …)”, or nothing when no plan is known.
func (in Input) planLine() string {
	c := in.Settings.Conference
	if c.PlanNumber == "" {
		return ""
	}
	return fmt.Sprintf("(Kèm theo Kế hoạch số %s %s của %s)", nobreak(c.PlanNumber), longDate(c.PlanDate),
		or(in.Settings.Authority.Name, blank))
}

// when is “08 giờ 00 phút, ngày 20 tháng 12 năm 2023”.
func (in Input) when() string {
	c := in.Settings.Conference
	if c.Time == "" {
		return longDate(c.Date)
	}
	return c.Time + ", " + longDate(c.Date)
}

// whenIn is when inside a sentence: “lúc 08 giờ 00 phút, ngày …”.
func (in Input) whenIn() string {
	if in.Settings.Conference.Time == "" {
		return longDate(in.Settings.Conference.Date)
	}
	return "lúc " + in.when()
}

// where is the room and the place.
func (in Input) where() string {
	c := in.Settings.Conference
	return or(joinNonEmpty(", ", c.Room, c.Place), blank+blank)
}

// joinNonEmpty joins the parts that say something.
func joinNonEmpty(sep string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if strings.TrimSpace(p) != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, sep)
}

// decisions are the decisions behind the certificates, each once, in order; papers
// name the body that took them in full, whatever the annex writes.
func decisions(certs []ocop.Certificate) []ocop.Decision {
	var out []ocop.Decision
	seen := map[string]bool{}
	for _, c := range certs {
		key := viet.Key(c.Decision.Number) + c.Decision.Date.ISO()
		if c.Decision.Number == "" || seen[key] {
			continue
		}
		seen[key] = true
		d := c.Decision
		d.Issuer = wholeAuthority(issuerOf(c))
		out = append(out, d)
	}
	return out
}

// issuerOf is who took the decision behind a certificate, as the annex says it;
// what stops halfway through the authority's own name (“UBND TP”) is said to the
// end: a legal paper names the body.
func issuerOf(c ocop.Certificate) string {
	given := c.Decision.Issuer
	if given == "" {
		return c.Authority.Name
	}
	said := strings.Fields(viet.Key(viet.ExpandAbbreviations(given, nil)))
	whole := strings.Fields(viet.Key(c.Authority.Name))
	if len(said) < len(whole) && slices.Equal(said, whole[:len(said)]) {
		return shortAuthority(c.Authority.Name)
	}
	return given
}

// decisionWords is “Quyết định số 1422/QĐ-UBND ngày 20 tháng 11 năm 2023 của …”.
func decisionWords(d ocop.Decision) string {
	s := nobreak("Quyết định số " + or(d.Number, blank))
	s += " " + longDate(d.Date)
	if d.Issuer != "" {
		s += " của " + d.Issuer
	}
	return s
}

// count is “08 sản phẩm của 05 chủ thể”.
func count(certs []ocop.Certificate) string {
	return viet.ProductsOf(len(certs), len(byProducer(certs)))
}

// grantLine is “(Theo Quyết định số … ngày … của …)”: the decisions behind the
// certificates.
func (in Input) grantLine() string {
	var parts []string
	for _, d := range decisions(in.Certificates) {
		parts = append(parts, decisionWords(d))
	}
	if len(parts) == 0 {
		return ""
	}
	return "(Theo " + strings.Join(parts, "; ") + ")"
}
