package intake

import (
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/workbook"
)

// parts compares A + B + C with the total, and each part with the maximum of
// the rules under which the product was scored.
func (row *rowState) parts() {
	r, t := row.r, row.rr.t
	known, sum := 0, int64(0)
	var cells [3]value
	for i, f := range []ocop.Field{ocop.FieldPartA, ocop.FieldPartB, ocop.FieldPartC} {
		v := t.value(r.Row, f)
		cells[i] = v
		if !v.filled || v.vertical {
			continue
		}
		p, ok := 0.0, false
		if v.cell != nil && !v.given && v.cell.Kind == workbook.Number {
			p, ok = v.cell.Number, true
		} else {
			p, ok = parseScore(v.text)
		}
		if ok && p >= 0 && p <= 100 {
			r.Parts[i] = ocop.ScoreOf(p)
			row.source(f, v)
			known++
			sum += r.Parts[i].Micros
		}
	}
	if known < 3 || r.Standing != ocop.Granted {
		return
	}
	if r.Score.Known && abs64(sum-r.Score.Micros) > 50_000 {
		total := ocop.Score{Micros: sum, Known: true}
		s := row.spot(ocop.FieldScore, row.scoreCell)
		s.expected = plain(total)
		row.ask(partsMismatch, s, "sum", inFull(total), "score", inFull(r.Score))
		return
	}
	date := t.ctx.decision.Date
	if d := t.value(r.Row, ocop.FieldDecisionDate); d.filled {
		if p := parseDate(d.text); !p.bad {
			date = p.date
		}
	}
	rules := ocop.RulesOn(date)
	for i, p := range r.Parts {
		if p.Micros > int64(rules.Parts[i])*1e6 {
			row.ask(partsOver, row.spot(t.partField(i), cells[i]), "part", string(rune('A'+i)), "value", inFull(p), "max", rules.Parts[i], "rules", rules.Source)
			return
		}
	}
}

func (t *table) partField(i int) ocop.Field {
	return []ocop.Field{ocop.FieldPartA, ocop.FieldPartB, ocop.FieldPartC}[i]
}

func abs64(n int64) int64 {
	if n < 0 {
		return -n
	}
	return n
}

// band compares rank and score: a rank above its band cannot be, one below
// may be (a required criterion was not met) and is asked about.
func (row *rowState) band() {
	r, t := row.r, row.rr.t
	if r.Standing != ocop.Granted || !r.Stars.Valid() {
		return
	}
	if !r.Score.Known {
		if t.has(ocop.FieldScore) && !row.bad[ocop.FieldScore] {
			row.add(scoreMissing, ocop.FieldScore, row.scoreCell)
		}
		return
	}
	band := ocop.StarsFor(r.Score)
	if band == r.Stars {
		return
	}
	v := row.scoreCell
	f := ocop.FieldScore
	if row.starsFrom == "column" && row.starsRef != "" {
		_, col, _ := parseRef(row.starsRef)
		v, f = t.valueAt(r.Row, col), ocop.FieldStars
	}
	s := row.spot(f, v)
	if v.ref == "" {
		s.cell = row.r.Cells[ocop.FieldStars].Cell
	}
	from, below := ocop.Band(band)
	pairs := []any{"score", inFull(r.Score), "band", int(band), "from", from, "below", belowText{below}, "stars", int(r.Stars)}
	if r.Stars > band {
		row.addAt(scoreTooHigh, s, pairs...)
		return
	}
	s.suggestion = r.Stars.String()
	row.ask(scoreTooLow, s, pairs...)
}

// belowText is "dưới 50", and plain 100 for five stars.
type belowText struct{ n int }

// In says the upper limit of a band.
func (b belowText) In(l message.Lang) string {
	if b.n == 100 {
		return "100"
	}
	word := "dưới "
	if l == message.En {
		word = "below "
	}
	return word + number(float64(b.n))
}

func parseRef(cell string) (row, col int, ok bool) { return workbook.ParseCell(cell) }
