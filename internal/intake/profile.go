package intake

import (
	"strings"
	"unicode/utf8"

	"ocoprint/internal/ocop"
	"ocoprint/internal/workbook"
)

// profile is what the first rows of a column hold, in shares of its filled cells.
type profile struct {
	n                                                   int
	text, number, score, stars, legal, commune, ordinal float64
	round, year, date, phone, outcome, longText, tick   float64
	distinct                                            int
	maxNumber                                           float64
	samples                                             []string
}

const profileRows = 60

// profileOf looks at a column's first rows below the header.
func (t *table) profileOf(col int) (p profile) {
	seen := map[string]bool{}
	next, rows := 0.0, 0
	for i := t.rowsFrom(t.head.last + 1); i < len(t.Rows) && t.Rows[i].Number <= t.end && rows < profileRows; i++ {
		r := &t.Rows[i]
		if t.sparse(r) {
			continue
		}
		rows++
		c := r.At(col)
		if !t.filled(c) {
			continue
		}
		text := t.text(c)
		if isNothing(text) || isDitto(text) {
			continue
		}
		p.n++
		if len(p.samples) < 3 {
			p.samples = append(p.samples, t.shown(c))
		}
		seen[text] = true
		f, isNumber := c.Number, c.Kind == workbook.Number
		if c.Kind == workbook.Text {
			f, isNumber = decimal(text)
		}
		if isNumber {
			p.number++
			p.maxNumber = max(p.maxNumber, f)
			if f == next+1 || f == 1 {
				p.ordinal++
			}
			next = f
		} else if c.Kind == workbook.Text {
			p.text++
		}
		p.add(c, text)
		if utf8.RuneCountInString(text) > 80 {
			p.longText++
		}
	}
	p.distinct = len(seen)
	p.share()
	return p
}

func (p *profile) add(c *workbook.Cell, text string) {
	if c.Kind == workbook.Date {
		p.date++
		return
	}
	if pts, ok := parseScore(text); ok && pts >= 0 && pts <= 10000 {
		p.score++
	}
	if r := parseStars(text); !r.blank && !r.bad {
		p.stars++
	}
	if isLegalForm(text) {
		p.legal++
	}
	if isCommune(text) || communeIn(text) != "" {
		p.commune++
	}
	if _, ok := parseRound(text); ok {
		p.round++
	}
	if _, ok := parseYear(text); ok {
		p.year++
	}
	if d := parseDate(text); !d.bad && !d.blank {
		p.date++
	}
	if isOutcome(text) {
		p.outcome++
	}
	if len(text) >= 9 && len(digits.FindAllString(text, -1)) >= 9 {
		p.phone++
	}
	if parseTick(text, 0) == tick {
		p.tick++
	}
}

func (p *profile) share() {
	if p.n == 0 {
		return
	}
	n := float64(p.n)
	for _, v := range []*float64{&p.text, &p.number, &p.score, &p.stars, &p.legal, &p.commune, &p.ordinal, &p.round,
		&p.year, &p.date, &p.phone, &p.outcome, &p.longText, &p.tick} {
		*v /= n
	}
}

// sparse reports a row with fewer than three filled cells under the header:
// sections, notes and totals say nothing of a column.
func (t *table) sparse(r *workbook.Row) bool {
	n := 0
	for i := range r.Cells {
		c := &r.Cells[i]
		if c.Col >= t.head.heads[0].col && c.Col <= t.head.heads[len(t.head.heads)-1].col && t.filled(c) {
			if n++; n >= 3 {
				return false
			}
		}
	}
	return true
}

// rowsFrom gives the index of the first stored row at or after a number.
func (g *grid) rowsFrom(number int) int {
	lo, hi := 0, len(g.Rows)
	for lo < hi {
		if mid := (lo + hi) / 2; g.Rows[mid].Number < number {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// isOutcome reads "Đạt", "Không đạt" and their kin.
func isOutcome(text string) bool {
	_, ok := outcomeOf(text)
	return ok
}

// outcomeOf reads a cell of the result column: granted or not.
func outcomeOf(text string) (ocop.Standing, bool) {
	low := " " + strings.Join(words(text), " ") + " "
	switch {
	case hasAny(low, refusals), hasAny(low, softRefusals), wholeRefusals[strings.TrimSpace(low)]:
		return ocop.NotCertified, true
	case hasAny(low, proposals):
		return ocop.Proposed, true
	}
	switch strings.TrimSpace(low) {
	case "đạt", "đạt yêu cầu", "công nhận", "được công nhận", "dat", "đủ điều kiện", "đồng ý", "x", "pass", "passed", "yes", "có":
		return ocop.Granted, true
	}
	return "", false
}

// fit says how well a column's content agrees with a field, 0 to 1, and
// whether it speaks against it.
func (p profile) fit(f ocop.Field) (fit float64, veto bool) {
	if p.n == 0 {
		return .5, false
	}
	enough := p.n >= 3
	switch f {
	case ocop.FieldProduct:
		return p.text * (1 - .4*p.legal) * (1 - .5*max(p.commune-.3, 0)), enough && (p.number > .7 || p.date > .7)
	case ocop.FieldProducer:
		return max(p.legal, .55*p.text*(1-p.commune)), enough && (p.number > .7 || p.commune > .7 && p.legal < .3)
	case ocop.FieldScore:
		good := p.score
		if p.ordinal > .9 && p.n > 3 {
			good = 0
		}
		return good, enough && p.score < .25 && p.stars > .5 || enough && p.ordinal > .9 && p.n > 5 && p.distinct == p.n
	case ocop.FieldStars:
		ranking := p.number > .8 && (p.maxNumber > 5 || p.ordinal > .9 && p.distinct == p.n && p.n > 2)
		return p.stars, enough && (ranking || p.outcome > .6 && p.stars < .4 && p.text > .6 && p.outcomeOnly()) || enough && p.stars < .05 && p.text > .8 && p.legal+p.commune > .5
	case fieldOutcome:
		return p.outcome, enough && p.outcome < .5
	case ocop.FieldCommune:
		return max(p.commune, .4*p.text*(1-p.legal)), enough && p.number > .7
	case ocop.FieldDistrict, ocop.FieldAddress:
		return .5 * p.text, enough && p.number > .7 || enough && f == ocop.FieldDistrict && p.legal > .5
	case ocop.FieldNo:
		return max(p.ordinal, p.number), enough && p.text > .9 && p.longText > .2
	case ocop.FieldRound:
		return p.round + p.date*.8, enough && p.round+p.date < .25
	case ocop.FieldYear:
		return p.year + p.date*.5, enough && p.year+p.date < .25
	case ocop.FieldDecisionDate, ocop.FieldIssueDate, ocop.FieldExpiry:
		return p.date, enough && p.date < .2 && p.number > .8
	case ocop.FieldPhone:
		return p.phone, false
	case ocop.FieldUnit:
		return .3 * p.text, enough && p.legal > .5
	case ocop.FieldPartA, ocop.FieldPartB, ocop.FieldPartC:
		return p.score, enough && p.score < .5
	case ocop.FieldDecision:
		return .5, enough && p.date > .9
	}
	return .5, false
}

// outcomeOnly: nothing but Đạt and Không đạt, no ranks.
func (p profile) outcomeOnly() bool { return p.distinct <= 4 }
