package intake

import (
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
	"ocoprint/internal/workbook"
)

// tableFindings says what is wrong with the columns of a table, once.
func (rd *reader) tableFindings(t *table) {
	at := spot{sheet: t.Name, row: t.head.first, cell: t.head.heads[0].cell}
	if t.fromOld {
		rd.add(mappingRemembered, at)
	}
	for _, x := range t.tied {
		t.holds = append(t.holds, headerAmbiguous)
		rd.add(headerAmbiguous, spot{sheet: t.Name, row: t.head.first}, "first", x.a.leaf(), "firstCell", x.a.cell, "second", x.b.leaf(), "secondCell", x.b.cell, "field", FieldName(x.field))
	}
	need := []ocop.Field{ocop.FieldProduct, ocop.FieldProducer}
	if !t.has(ocop.FieldStars) && !t.has(ocop.FieldScore) && !t.starsAround() {
		need = append(need, ocop.FieldStars)
	}
	for _, f := range need {
		if t.has(f) {
			continue
		}
		k := requiredMissing
		t.missing = append(t.missing, f)
		t.holds = append(t.holds, k)
		rd.add(k, spot{sheet: t.Name, row: t.head.first}, "field", FieldName(f))
	}
	if l, ok := t.otherPurpose(); ok && t.ctx.standing == "" && (t.otherStars == 0 || t.has(ocop.FieldStars)) {
		s := spot{sheet: t.Name, row: l.row, cell: l.cell, raw: l.text}
		if rd.answer(titleProposesOnly, s) != "yes" {
			t.holds = append(t.holds, titleProposesOnly)
			s.cell = ""
			rd.add(titleProposesOnly, s, "value", short(l.text, 80))
		}
	}
	if c := t.ctx; !rd.decisionGiven(t) && (!c.other.Date.IsZero() || c.other.Number != "") {
		rd.twoDecisions(t)
	}
	if n := nameRound(t); n != 0 && t.ctx.roundFrom.From == "title" && n != t.ctx.round {
		rd.add(roundDiffers, spot{sheet: t.Name, row: t.head.first}, "first", ocop.Round{No: t.ctx.round}.String(), "second", ocop.Round{No: n}.String())
	}
}

func nameRound(t *table) int {
	if rounds, _ := roundsIn(t.Name); len(rounds) == 1 {
		return max(rounds[0], 0)
	}
	return 0
}

// decisionAnswer is the code under which a person names the decision of a file
// or sheet that does not say it: DECISION=1422/QĐ-UBND ngày 20/11/2023.
const decisionAnswer = "DECISION"

func (rd *reader) decisionGiven(t *table) bool {
	a, ok := rd.answers.find(decisionAnswer, t.Name, "")
	if !ok {
		return false
	}
	d, ok := decisionIn(a.Value)
	if ok {
		t.ctx.decision, t.ctx.decisionFrom = d, ocop.Source{Sheet: t.Name, From: "answer"}
	} else {
		t.holds = append(t.holds, answerUnreadable)
		rd.add(answerUnreadable, spot{sheet: t.Name, row: t.head.first}, "value", short(a.Value, 80))
	}
	return ok
}

// twoDecisions: two lines above the table name different decisions.
func (rd *reader) twoDecisions(t *table) {
	if a, ok := rd.answers.find(decisionConflict.code, t.Name, ""); ok && YesNo(a.Value) == "" {
		if d, ok := decisionIn(a.Value); ok {
			t.ctx.decision, t.ctx.decisionFrom = d, ocop.Source{Sheet: t.Name, From: "answer"}
			return
		}
	}
	row, _, _ := parseRef(t.ctx.decisionFrom.Cell)
	s := spot{sheet: t.Name, row: row, cell: t.ctx.decisionFrom.Cell, raw: t.ctx.decision.String()}
	if rd.answer(decisionConflict, s) == "yes" {
		return
	}
	t.holds = append(t.holds, decisionConflict)
	rd.add(decisionConflict, s, "value", t.ctx.decision.String(), "other", t.ctx.other.String())
}

// conversions reports the text that was decoded, once a sheet and way.
func (rd *reader) conversions(read []*table) {
	seen := map[*decoder]bool{}
	for _, t := range read {
		if seen[t.dec] {
			continue
		}
		seen[t.dec] = true
		t.dec.recount(t.Sheet)
		for _, v := range t.dec.turned {
			if v.by == "bytes" {
				continue
			}
			font := ""
			if v.by == "font" {
				font = " (" + v.font + ")"
			}
			s := spot{sheet: t.Name, row: v.row, cell: workbook.CellName(v.row, v.col), raw: short(v.before, 60), expected: v.by}
			rd.add(textConverted, s, "cells", v.cells, "charset", v.charset.String(), "font", font, "before", short(viet.NFC(v.before), 60), "after", short(viet.Clean(v.after), 60))
		}
	}
}
