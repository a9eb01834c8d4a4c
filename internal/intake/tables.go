package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sort"
	"strings"

	"ocoprint/internal/ocop"
)

// candidate is one column that could be one field.
type candidate struct {
	head  int // index into head.heads
	hit   hit
	fit   float64
	total float64
	rank  int
}

// labelRank prefers, between two columns of one field, the heading that says
// more plainly that it is the result.
func labelRank(f ocop.Field, label string, h hit) int {
	full := fold(label)
	switch f {
	case ocop.FieldScore:
		return h.rank
	case ocop.FieldStars:
		rank := 1
		if phraseIn(full, "sao") || phraseIn(full, "stars") || phraseIn(full, "star") {
			rank++
		}
		for _, w := range []string{"dat", "ket qua", "cong nhan", "phan hang", "chinh thuc", "dat duoc"} {
			if phraseIn(full, w) {
				return rank + 1
			}
		}
		return rank
	case ocop.FieldProduct:
		if phraseIn(full, "ten") || phraseIn(full, "name") {
			return 2
		}
	case ocop.FieldProducer:
		if phraseIn(full, "chu the") || phraseIn(full, "producer") {
			return 2
		}
	}
	return 1
}

// assign gives every field its column: label .7, content .3; what the content
// speaks against is left out, and a slip of the keyboard alone decides nothing.
func (t *table) assign(profiles []profile, forced map[int]ocop.Field) {
	t.cols = map[ocop.Field]int{}
	cands := t.candidates(profiles, forced)
	usedHead := map[int]bool{}
	chosen := map[ocop.Field]candidate{}
	for i, f := range forced {
		usedHead[i] = true
		if f != "" {
			t.cols[f] = t.head.heads[i].col
			chosen[f] = candidate{head: i, total: 1}
		}
	}
	for _, c := range cands {
		f := c.hit.field
		if _, taken := t.cols[f]; usedHead[c.head] || taken && single(f) {
			continue
		}
		usedHead[c.head] = true
		if _, taken := t.cols[f]; single(f) || !taken && (f == ocop.FieldNote || f == ocop.FieldQuantity) {
			t.cols[f] = t.head.heads[c.head].col
		}
		chosen[f] = c
	}
	t.tickColumns(profiles)
	t.describe(profiles, cands, forced)
	for _, f := range []ocop.Field{ocop.FieldProduct, ocop.FieldProducer, ocop.FieldStars, ocop.FieldScore} {
		if c, ok := chosen[f]; ok && forced[c.head] != f {
			t.checkTie(f, c, cands, profiles)
		}
	}
}

// single: fields that one column holds.
func single(f ocop.Field) bool {
	return f != fieldTick && f != fieldFail && f != fieldOtherScore && f != fieldOtherStars && f != ocop.FieldNote && f != ocop.FieldQuantity
}

func (t *table) candidates(profiles []profile, forced map[int]ocop.Field) (cands []candidate) {
	for i, h := range t.head.heads {
		if _, done := forced[i]; done {
			continue
		}
		for _, x := range h.hits {
			fit, veto := profiles[i].fit(x.field)
			if veto || x.fuzzy && fit < .5 {
				continue
			}
			rank := labelRank(x.field, strings.Join(h.path, " "), x)
			total := .7*x.score + .3*fit + .12*float64(rank-1)
			if t.ColHidden(h.col) {
				total -= .4
			}
			if profiles[i].n == 0 {
				total -= .3
			}
			cands = append(cands, candidate{i, x, fit, total, rank})
		}
	}
	sort.SliceStable(cands, func(a, b int) bool {
		if cands[a].total != cands[b].total {
			return cands[a].total > cands[b].total
		}
		return t.head.heads[cands[a].head].col < t.head.heads[cands[b].head].col
	})
	return cands
}

// checkTie finds a second column that claims a required field just as well and
// says something else.
func (t *table) checkTie(f ocop.Field, c candidate, cands []candidate, profiles []profile) {
	for _, o := range cands {
		h := t.head.heads[o.head]
		if o.hit.field != f || o.head == c.head || t.ColHidden(h.col) || profiles[o.head].n == 0 || t.usedFor(h.col) != "" {
			continue
		}
		alike := o.rank == c.rank && c.total-o.total <= .08 && o.hit.score >= c.hit.score-.1
		if f == ocop.FieldStars { // "Hạng sao" beside "Hạng sao mới": never picked
			alike = o.rank >= c.rank && o.fit >= .5
		}
		if !alike {
			continue
		}
		if t.differ(t.head.heads[c.head].col, h.col) {
			t.tied = append(t.tied, tie{f, t.head.heads[c.head], h})
			return
		}
	}
}

func (t *table) usedFor(col int) ocop.Field {
	for _, f := range sortedFields(t.cols) {
		if t.cols[f] == col {
			return f
		}
	}
	return ""
}

func sortedFields(m map[ocop.Field]int) []ocop.Field {
	fields := make([]ocop.Field, 0, len(m))
	for f := range m {
		fields = append(fields, f)
	}
	slices.Sort(fields)
	return fields
}

func (t *table) differ(a, b int) bool {
	for i := t.rowsFrom(t.head.last + 1); i < len(t.Rows) && t.Rows[i].Number <= t.end; i++ {
		r := &t.Rows[i]
		if !t.sparse(r) && t.text(r.At(a)) != t.text(r.At(b)) {
			return true
		}
	}
	return false
}

// tickColumns takes the columns headed "3 sao", "4 sao": two or more, or one
// that holds nothing but ticks. A readable column of ranks comes first.
func (t *table) tickColumns(profiles []profile) {
	for _, h := range t.head.heads {
		if len(h.hits) == 0 {
			continue
		}
		switch h.hits[0].field {
		case fieldTick:
			t.ticks = append(t.ticks, h)
		case fieldFail:
			t.fails = append(t.fails, h.col)
		}
	}
	one := len(t.ticks) == 1
	if one {
		for i, h := range t.head.heads {
			if h.col == t.ticks[0].col && profiles[i].tick < .8 {
				t.ticks = nil
				break
			}
		}
	}
	if _, ok := t.cols[ocop.FieldStars]; ok && len(t.ticks) > 0 {
		if t.starsFit(profiles) < .5 {
			delete(t.cols, ocop.FieldStars)
		} else {
			t.ticks = nil
		}
	}
	if len(t.ticks) == 0 {
		t.fails = nil
	}
}

func (t *table) starsFit(profiles []profile) float64 {
	for i, h := range t.head.heads {
		if h.col == t.cols[ocop.FieldStars] {
			return profiles[i].stars
		}
	}
	return 0
}

// describe keeps what the clerk sees of each column.
func (t *table) describe(profiles []profile, cands []candidate, forced map[int]ocop.Field) {
	for i, h := range t.head.heads {
		c := Column{Col: h.col, Cell: h.cell, Heading: strings.Join(h.path, " / "), Samples: profiles[i].samples, Hidden: t.ColHidden(h.col)}
		c.Field = t.usedFor(h.col)
		for _, x := range t.ticks {
			if x.col == h.col {
				c.Field, c.Stars, c.Confidence, c.From = fieldTick, x.hits[0].stars, 1, "label"
			}
		}
		if f, ok := forced[i]; ok {
			c.Field, c.Confidence, c.From = f, 1, "answer"
			if t.fromOld {
				c.From = "remembered"
			}
		}
		for _, k := range cands {
			switch {
			case k.head != i:
			case k.hit.field == c.Field && c.From == "":
				c.Confidence, c.From = min(.7*k.hit.score+.3*k.fit, 1), "label"
			case k.hit.field != c.Field && single(k.hit.field):
				c.Alternatives = append(c.Alternatives, Alternative{k.hit.field, min(.7*k.hit.score+.3*k.fit, 1)})
			}
		}
		t.columns = append(t.columns, c)
	}
}

// labelKey is the key under which an office's mapping is remembered.
func labelKey(b block) string {
	var all []string
	for _, h := range b.heads {
		all = append(all, fold(strings.Join(h.path, " ")))
	}
	sum := sha256.Sum256([]byte(strings.Join(all, "\n")))
	return hex.EncodeToString(sum[:12])
}

// heading gives the label of a field's column as the clerk sees it.
func (t *table) heading(f ocop.Field) string {
	col, ok := t.cols[f]
	if !ok {
		return ""
	}
	return t.headingOf(col)
}

func (t *table) headingOf(col int) string {
	for _, h := range t.head.heads {
		if h.col == col {
			return h.leaf()
		}
	}
	return ""
}

// has reports whether a field has a column, or stars their ticks.
func (t *table) has(f ocop.Field) bool {
	if f == ocop.FieldStars && len(t.ticks) > 0 {
		return true
	}
	_, ok := t.cols[f]
	return ok
}

// headField reports whether some heading best names the field, used or not.
func (b block) headField(f ocop.Field) int {
	n := 0
	for _, h := range b.heads {
		if len(h.hits) > 0 && h.hits[0].field == f {
			n++
		}
	}
	return n
}

// sameLabels reports whether a header repeats another one, column by column.
func sameLabels(a, b block) bool {
	if len(a.heads) != len(b.heads) {
		return false
	}
	for i := range a.heads {
		if a.heads[i].col != b.heads[i].col || fold(a.heads[i].leaf()) != fold(b.heads[i].leaf()) {
			return false
		}
	}
	return true
}
