package intake

import (
	"regexp"
	"strconv"
	"strings"

	"ocoprint/internal/ocop"
)

// decimal reads a number with at most one separator, which is always decimal:
// scores end at 100, so nothing here has thousands.
func decimal(s string) (float64, bool) {
	if strings.Count(s, ".")+strings.Count(s, ",") > 1 {
		return 0, false
	}
	f, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	return f, err == nil
}

// scoreForm is a score as offices write it: 72,5 · 72.50 điểm · 72,5/100 · 72 ,5 · 67,5%.
var scoreForm = regexp.MustCompile(`(?i)^(?:điểm|đạt|tổng|tổng điểm)?\s*:?\s*([-+−]?)(\d+(?:\s?[.,]\s?\d+)?)\s*(?:điểm|diem|đ|points?|pts?|%)?\s*(?:/\s*100)?\s*(?:điểm|đ)?\s*[.;]?$`)

// parseScore reads a score written as text. ok is false when it is none; the
// range is for the caller.
func parseScore(text string) (points float64, ok bool) {
	m := scoreForm.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return 0, false
	}
	f, ok := decimal(strings.ReplaceAll(m[2], " ", ""))
	if m[1] == "-" || m[1] == "−" {
		f = -f
	}
	return f, ok
}

// guessScore says what a number over 100 was meant to be when only its comma
// was lost: 725 gives 72,5 and 6725 gives 67,25.
func guessScore(points float64) (ocop.Score, bool) {
	for _, by := range []float64{10, 100, 1000} {
		if g := points / by; g >= 10 && g <= 100 && points == float64(int64(points)) {
			return ocop.ScoreOf(g), true
		}
	}
	return ocop.Score{}, false
}

// tickMark says what a cell under "3 sao" means.
type tickMark int

const (
	noTick tickMark = iota
	tick
	cross // ✗: a tick in some offices, its opposite in others
	badTick
)

// parseTick reads a mark in a column of one rank.
func parseTick(text string, stars ocop.Stars) tickMark {
	switch s := strings.ToLower(strings.TrimSpace(text)); s {
	case "", "-", "–", "—", "0", "không", "false", "☐", "□", "▢", "no", "ko", "...", "…", "/":
		return noTick
	case "x", "✓", "✔", "√", "☑", "v", "+", "1", "có", "đạt", "●", "•", "■", "true", "*", "xx", "yes", "x.", "ѵ", "х", "×", "☒", "đ", "🗸", "✅", "∨":
		return tick
	case "✗", "✘", "❌":
		return cross
	default:
		if r := parseStars(text); r.standing == ocop.Granted && r.stars == stars {
			return tick
		}
		return badTick
	}
}
