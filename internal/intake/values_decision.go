package intake

import (
	"regexp"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// decisionForm is a decision's number in all the ways offices type it:
// 1422/QĐ-UBND, 1422/QĐ – UBND, 1045⁄⁄QĐ-UBND, 1422/QD-UBND, 1422/QÐ-UBND.
var decisionForm = regexp.MustCompile(`(?i)(\d{1,5})(?:\s*[/⁄∕]\s*(20\d\d))?\s*[/⁄∕]{1,2}\s*Q[ĐDÐ]\s*[-–—_]?\s*([\p{L}&]+(?:\s*[-–—]\s*[\p{Lu}&]+)*)`)

// decisionLoose is "QĐ số 1422 ngày 20/11/2023", without the issuer's letters.
var decisionLoose = regexp.MustCompile(`(?i)(?:quyết định|qđ|quyet dinh)\s*(?:công nhận)?\s*(?:số)?\s*:?\s*(\d{1,5})(?:$|[^\d/⁄.])`)

var bareNumber = regexp.MustCompile(`^\s*(\d{1,5})\s*$`)

var issuerForm = regexp.MustCompile(`(?i)(?:của|do)\s+((?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|sở|bộ|chủ tịch ubnd|chủ tịch ủy ban nhân dân)\s[^,;().]*)`)

// decisionIn finds the decision that a line or a cell names. Decisions of the
// Prime Minister and the national office are the programme's own texts, never
// the one that recognises results.
func decisionIn(text string) (d ocop.Decision, ok bool) {
	s := viet.NFC(text)
	for _, m := range decisionForm.FindAllStringSubmatchIndex(s, -1) {
		symbol := strings.ToUpper(squeeze(s[m[6]:m[7]]))
		if symbol == "TTG" || strings.Contains(symbol, "VPĐP") || strings.Contains(symbol, "VPDP") {
			continue
		}
		d.Number = s[m[2]:m[3]]
		if m[4] >= 0 {
			d.Number += "/" + s[m[4]:m[5]]
		}
		d.Number += "/QĐ-" + symbol
		d.Date, _ = dateIn(firstPart(s[m[1]:]))
		d.Issuer = issuerIn(s[m[1]:])
		return d, true
	}
	if m := decisionLoose.FindStringSubmatchIndex(s); m != nil {
		d.Number = s[m[2]:m[3]]
		d.Date, _ = dateIn(firstPart(s[m[3]:]))
		return d, true
	}
	return d, false
}

// firstPart ends before the next decision, so that its date is not taken.
func firstPart(s string) string {
	if m := decisionForm.FindStringIndex(s); m != nil {
		return s[:m[0]]
	}
	return s
}

func issuerIn(s string) string {
	if m := issuerForm.FindStringSubmatch(s); m != nil {
		return cutAt(strings.TrimSpace(m[1]), " về ", " V/v", " phê duyệt")
	}
	return ""
}

func cutAt(s string, ends ...string) string {
	for _, e := range ends {
		if i := strings.Index(s, e); i > 0 {
			s = s[:i]
		}
	}
	return strings.TrimSpace(s)
}

// squeeze takes blanks and long dashes out of a symbol.
func squeeze(s string) string {
	s = decisionSigns.Replace(s)
	return strings.Join(strings.Fields(s), "")
}

// parseDecision reads a cell of the decision column; bad when it holds
// something that is no decision.
func parseDecision(text string) (d ocop.Decision, bad bool) {
	if isNothing(text) {
		return d, false
	}
	if d, ok := decisionIn(text); ok {
		return d, false
	}
	if m := bareNumber.FindStringSubmatch(text); m != nil {
		return ocop.Decision{Number: m[1]}, false
	}
	return d, true
}

// nothings are what people write into a cell that has nothing to say.
var nothings = map[string]bool{
	"": true, "-": true, "--": true, "---": true, "–": true, "—": true, ".": true, "..": true, "...": true, "…": true, "/": true, "?": true, "??": true,
	"n/a": true, "na": true, "không có": true, "chưa có": true, "không": true, "none": true, "null": true, "#": true, "x": true, "_": true, "chưa rõ": true, "không rõ": true, "(trống)": true,
}

// isNothing reports a blank cell, or one with a sign for blank.
func isNothing(text string) bool { return nothings[strings.ToLower(strings.TrimSpace(text))] }

var decisionSigns = strings.NewReplacer("–", "-", "—", "-", "_", "-", "Ð", "Đ", "ð", "đ")
