package register

import "ocoprint/internal/ocop"

// Pattern is how an office writes its numbers: "{stt:02}/{nam}/GCN-UBND".
//
// Blanks: {stt} the number, {stt:02} with at least two digits; {nam} year of
// issue, {nam:2} its last two digits; {nam_dot} year of the round; {nam_qd}
// year of the decision; {thang} month of issue; {dot} round; {sao} stars;
// {ma} the authority's prefix; {qd} the decision's number before the slash.
// Numbers run in one series for each different value of the other blanks.
type Pattern struct{ parts []patternPart }

type patternPart struct {
	text, name string
	width      int
}

// DefaultPattern is used when the office has not said anything.
const DefaultPattern = "{stt:02}/{nam}/GCN-UBND"

// ParsePattern reads a pattern; "" is DefaultPattern.
func ParsePattern(s string) (Pattern, error) { return Pattern{}, errTODO }

// Number writes the number seq for a certificate.
func (p Pattern) Number(c ocop.Certificate, seq int) string { return "" }

// Series names the series that a certificate's number belongs to.
func (p Pattern) Series(c ocop.Certificate) string { return "" }

// Preview shows the first numbers for a certificate: "01/2023/GCN-UBND, 02/…".
func (p Pattern) Preview(c ocop.Certificate, first, n int) []string { return nil }

// Seq reads the sequence number back from a written number.
func (p Pattern) Seq(c ocop.Certificate, number string) (seq int, ok bool) { return 0, false }
