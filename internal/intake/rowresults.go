package intake

import (
	"math"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/workbook"
)

// score reads the score as the cell holds it, never as it is shown.
func (row *rowState) score() {
	v, bad := row.get(ocop.FieldScore, false)
	row.scoreCell = v
	if bad || !v.filled {
		return
	}
	if !row.ownScore(v) {
		row.scoreCell.filled = false
		delete(row.r.Cells, ocop.FieldScore)
		return
	}
	points, ok := math.NaN(), false
	switch {
	case v.given || v.cell.Kind == workbook.Text:
		points, ok = parseScore(v.text)
		if !ok {
			if r := parseStars(v.text); r.score.Known && !r.bad {
				points, ok = r.score.Points(), true
			}
		}
	case v.cell.Kind == workbook.Number:
		points, ok = v.cell.Number, true
		if strings.Contains(v.cell.Style.NumFmt, "%") {
			points *= 100
		}
	}
	switch {
	case !ok && row.refusedText(v):
		row.scoreCell.filled = false
	case !ok:
		row.mark(ocop.FieldScore)
		row.add(scoreUnreadable, ocop.FieldScore, v, "value", rawOf(row.rr.t, v))
	case points < 0 || points > 100 || math.IsNaN(points):
		row.mark(ocop.FieldScore)
		row.outOfRange(v, points)
	default:
		row.r.Score = ocop.ScoreOf(points)
		row.nearLimit(v)
	}
}

// ownScore reports a score that is this row's. One merged over several products
// may be the score of all, or what was left of theirs when the cells were
// merged (Excel keeps the first): a person is asked.
func (row *rowState) ownScore(v value) bool {
	t, r := row.rr.t, row.r
	m, ok := t.MergeOf(r.Row, v.col)
	if !ok || m.Row1 == m.Row2 || v.given {
		return true
	}
	n := 0
	for at := m.Row1; at <= m.Row2; at++ {
		if name := t.value(at, ocop.FieldProduct); name.filled && !name.vertical {
			n++
		}
	}
	if n < 2 {
		return !v.vertical
	}
	s := row.spot(ocop.FieldScore, v)
	switch row.rr.answer(scoreMerged, s) {
	case "yes":
		row.addAt(answered, s, "code", scoreMerged.code, "value", "yes")
		return true
	case "no":
		row.addAt(answered, s, "code", scoreMerged.code, "value", "no")
		return !v.vertical
	}
	row.mark(ocop.FieldScore)
	row.addAt(scoreMerged, s, "value", rawOf(t, v), "n", n, "merge", workbook.CellName(m.Row1, m.Col1)+":"+workbook.CellName(m.Row2, m.Col2))
	return false
}

// refusedText: "Không đạt" or "Không chấm" in the column of scores.
func (row *rowState) refusedText(v value) bool {
	r := parseStars(v.text)
	return r.standing == ocop.NotCertified && !r.bad
}

func (row *rowState) outOfRange(v value, points float64) {
	s := row.spot(ocop.FieldScore, v)
	guess := any("")
	if g, ok := guessScore(points); ok {
		s.suggestion = g.String()
		guess = guessComma.With("guess", g)
		if row.rr.answer(scoreOutOfRange, s) == "yes" {
			row.r.Score = g
			delete(row.bad, ocop.FieldScore)
			row.addAt(answered, s, "code", scoreOutOfRange.code, "value", g)
			return
		}
	}
	s.expected = "0–100"
	row.addAt(scoreOutOfRange, s, "value", rawOf(row.rr.t, v), "guess", guess)
}

// nearLimit tells when the cell shows another rank than it holds, and when a
// score is within a tenth of a limit.
func (row *rowState) nearLimit(v value) {
	m := row.r.Score.Micros
	for _, limit := range []int64{30e6, 50e6, 70e6, 90e6} {
		if m < limit-1e6 || m > limit+1e6 {
			continue
		}
		stars := ocop.StarsFor(row.r.Score)
		if v.cell != nil && v.cell.Kind == workbook.Number && !v.given {
			shown := row.rr.t.shown(v.cell)
			if p, ok := parseScore(shown); ok && p <= 100 && ocop.StarsFor(ocop.ScoreOf(p)) != stars {
				row.add(scoreNearLimit, ocop.FieldScore, v, "shown", shown, "value", inFull(row.r.Score), "stars", int(stars))
				return
			}
		}
		if d := m - limit; d < 0 && d >= -100_000 {
			row.add(scoreAtLimit, ocop.FieldScore, v, "value", inFull(row.r.Score), "limit", limit/1e6)
		}
	}
}

// inFull is a score with all its decimals in a sentence.
type inFull ocop.Score

// In says it with the language's decimal sign.
func (s inFull) In(l message.Lang) string {
	if l == message.En {
		return number(ocop.Score(s).Points())
	}
	return plain(ocop.Score(s))
}

// plain writes a score with all its decimals and a comma.
func plain(s ocop.Score) string { return strings.Replace(number(s.Points()), ".", ",", 1) }
