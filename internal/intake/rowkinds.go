package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
	"ocoprint/internal/workbook"
)

// rowKind is what a row below a header is. The order of the questions is that
// of intake.md: whatever has a name, a producer and a result is data, however
// its name begins.
type rowKind int

const (
	blankRow rowKind = iota
	headerRow
	indexRow
	signatureRow
	totalRow
	noteRow
	sectionRow
	emptyFormRow // pre-numbered, nothing filled in
	dataRow
	foreignRow // the header of some other table
	otherRow   // holds something that is no product
)

// kind classifies a row.
func (t *table) kindOf(v rowView) rowKind {
	switch {
	case len(v.filled) == 0 && !v.result:
		return blankRow
	case t.repeatsHeader(v):
		return headerRow
	case t.isIndex(v):
		return indexRow
	case t.isForeign(v):
		return foreignRow
	}
	low := viet.Lower(v.first)
	if v.marker != "" && len(v.filled) > 1 && v.marker == v.first {
		low = viet.Lower(t.text(v.filled[1]))
	}
	data := t.isData(v)
	total := !data && totalHead.MatchString(low) || (!data || mayTotal(low) && t.countOrFormula(v)) && totalWords.MatchString(low)
	switch {
	case total:
		return totalRow
	case v.producer == "" && maxRow.MatchString(viet.Lower(v.name)):
		return noteRow
	case t.isSignature(v) && (!data || t.unclaimed(v)):
		return signatureRow
	case data:
		return dataRow
	case noteHead.MatchString(low) || pageText.MatchString(low):
		return noteRow
	case t.isSection(v):
		return sectionRow
	case t.isEmptyForm(v):
		return emptyFormRow
	case t.nameOnly(v):
		return dataRow
	}
	return otherRow
}

// repeatsHeader reports the header once more, as on every printed page.
func (t *table) repeatsHeader(v rowView) bool {
	same, other := 0, 0
	for _, c := range v.filled {
		if t.repeats(c) {
			same++
		} else if other++; other*10 > len(v.filled)*4 {
			return false
		}
	}
	return same >= 2
}

// repeats reports a cell that says what the heading over it says.
func (t *table) repeats(c *workbook.Cell) bool {
	if c.Kind != workbook.Text {
		return false
	}
	for _, h := range t.head.heads {
		if h.col != c.Col {
			continue
		}
		text := t.text(c)
		for _, p := range h.path {
			if text == p || abs(len(text)-len(p)) <= 12 && len(text) < 80 && sameStart(text, p) && fold(text) == fold(p) {
				return true
			}
		}
		return false
	}
	return false
}

// sameStart compares the first letters without case, before folds are made.
func sameStart(a, b string) bool {
	ra, _ := utf8.DecodeRuneInString(a)
	rb, _ := utf8.DecodeRuneInString(b)
	return ra == rb || unicode.ToLower(ra) == unicode.ToLower(rb) || !unicode.IsLetter(ra) || !unicode.IsLetter(rb)
}

// isForeign reports the header of another kind of table below this one: the
// council's members, a count by communes.
func (t *table) isForeign(v rowView) bool {
	if len(v.filled) < 2 || arabic.MatchString(v.marker) || roman1.MatchString(v.marker) {
		return false
	}
	known := 0
	for _, c := range v.filled {
		text := t.text(c)
		if c.Kind != workbook.Text || len(text) > 60 {
			return false
		}
		if headingStarts[firstWord(text)] && isHeading(text) && !starHead.MatchString(fold(text)) && !isNothing(text) {
			known++
		}
	}
	return known >= 2 && known*10 >= len(v.filled)*6
}

// isIndex reports the row (1) (2) (3) … or A B C … under a header.
func (t *table) isIndex(v rowView) bool {
	if len(v.filled) < 3 || v.name == "" && len(v.filled) < 4 {
		return false
	}
	steps, last := 0, -1
	for _, c := range v.filled {
		text := t.text(c)
		if len(text) > 24 || !indexCell.MatchString(text) {
			return false
		}
		n := atoi(digitsOf(text))
		if n == 0 && len(text) > 0 {
			n = int(strings.Trim(text, "([")[0])
		}
		if n > last {
			steps++
		}
		last = n
	}
	return steps*10 >= len(v.filled)*8 && (v.name != "" || len(v.filled) >= 4 && v.producer != "")
}

func digitsOf(s string) string {
	if i := strings.IndexByte(s, '='); i >= 0 {
		s = s[:i]
	}
	return strings.Join(digits.FindAllString(s, -1), "")
}

// isData reports a name with a producer or a result, or a producer with a result.
func (t *table) isData(v rowView) bool {
	if v.band {
		return false
	}
	producer := v.producer != "" && !countText.MatchString(v.producer) && !t.isNumberAt(v, ocop.FieldProducer)
	switch {
	case v.name != "" && !countText.MatchString(v.name):
		return producer || v.merged && !roman1.MatchString(v.marker) || v.result && !roman1.MatchString(v.marker) && !t.sectionLike(v) || v.result && t.fullResult(v)
	case producer:
		return v.result || arabic.MatchString(v.marker)
	}
	return v.result && v.typed > 0 && (arabic.MatchString(v.marker) || t.fullResult(v))
}

// fullResult: both a score and stars that can be read.
func (t *table) fullResult(v rowView) bool {
	stars := parseStars(t.own(v.Row, ocop.FieldStars))
	_, score := parseScore(t.own(v.Row, ocop.FieldScore))
	return score && !stars.blank && !stars.bad
}

func (t *table) isNumberAt(v rowView, f ocop.Field) bool {
	c := v.At(t.cols[f])
	return c != nil && c.Kind == workbook.Number
}

// sectionLike: a name that is a commune, a round or a rank, with one cell beside it.
func (t *table) sectionLike(v rowView) bool {
	return len(v.filled) <= 3 && v.producer == "" && (isCommune(stripMarker(v.name)) || totalHead.MatchString(viet.Lower(v.name)))
}

// mayTotal is the cheap look before the form of a total is tried.
func mayTotal(low string) bool {
	for _, w := range []string{"tổng", "cộng", "total", "bình quân", "trung bình", "điểm t", "sum", "sub"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// countOrFormula: what stands beside "Tổng cộng" is a count or an average.
func (t *table) countOrFormula(v rowView) bool {
	return v.producer == "" || countText.MatchString(v.producer) || t.isNumberAt(v, ocop.FieldProducer) || v.band
}

func (t *table) isSignature(v rowView) bool {
	for _, c := range v.filled {
		text := t.text(c)
		if len(text) < 160 && (mayBeSign(text) && sigHead.MatchString(fold(text)+" ") || strings.Contains(text, " ") && placeDate.MatchString(viet.Lower(text))) {
			return true
		}
	}
	return false
}

// mayBeSign is the cheap look before sigHead: at the first word only.
func mayBeSign(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	word, _, _ := strings.Cut(fold(first), " ")
	return word == "" || sigStarts[word]
}

// sigStarts holds the first words of sigHead.
var sigStarts = func() map[string]bool {
	starts := map[string]bool{}
	words := strings.NewReplacer("^(?:", "", ")", "", "$", "").Replace(sigHead.String())
	for _, alternative := range strings.Split(words, "|") {
		word, _, _ := strings.Cut(alternative, " ")
		starts[word] = true
	}
	return starts
}()

// unclaimed reports a row that nobody numbered, with neither a producer nor a
// whole result: titles of signatories may fall into the columns of the table.
func (t *table) unclaimed(v rowView) bool {
	return v.producer == "" && v.marker == "" && !t.fullResult(v)
}

// isEmptyForm reports a row that was only numbered, or filled by formulas and
// the same constants as all others, and names neither product nor producer.
func (t *table) isEmptyForm(v rowView) bool {
	if v.name != "" || v.producer != "" || v.band || v.merged {
		return false
	}
	for _, c := range v.filled {
		switch f := t.usedFor(c.Col); {
		case f == ocop.FieldNo && c.Kind == workbook.Text && !shortMark.MatchString(t.text(c)):
			return false
		case f == ocop.FieldNo, c.IsFormula(), isNothing(t.text(c)):
		case f == ocop.FieldRound, f == ocop.FieldYear, f == ocop.FieldDecision, f == ocop.FieldDecisionDate, f == ocop.FieldUnit:
		default:
			return false
		}
	}
	return true
}

// nameOnly reports a numbered row with a product and nothing else: data with
// gaps, never dropped.
func (t *table) nameOnly(v rowView) bool {
	if v.band || v.name == "" && v.producer == "" {
		return false
	}
	_, numbered := t.cols[ocop.FieldNo]
	return arabic.MatchString(v.marker) || !numbered && len(v.filled) >= 2
}
