package intake

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
	"ocoprint/internal/workbook"
)

// names reads product and producer, the two texts that a certificate carries.
func (row *rowState) names(name value) {
	r, rr := row.r, row.rr
	if !row.broken(ocop.FieldProduct, name) {
		if name.filled && isDitto(name.text) {
			name.filled = false
		}
		if !name.filled {
			row.add(nameMissing, ocop.FieldProduct, row.or(name, ocop.FieldProduct))
		} else {
			r.Product.Name = name.text
			row.source(ocop.FieldProduct, name)
			row.checkText(ocop.FieldProduct, name)
			if name.vertical {
				row.add(nameSpans, ocop.FieldProduct, name)
			}
		}
	}
	owner, bad := row.get(ocop.FieldProducer, true)
	if bad {
		return
	}
	if !owner.filled {
		if rr.t.has(ocop.FieldProducer) {
			row.add(ownerMissing, ocop.FieldProducer, owner)
		}
		return
	}
	r.Producer = splitProducer(owner.lines)
	row.checkText(ocop.FieldProducer, owner)
}

// or names the first cell of the row when the field has no column.
func (row *rowState) or(v value, f ocop.Field) value {
	if v.ref == "" && len(row.v.filled) > 0 {
		v.ref, v.col = row.v.filled[0].Name(), row.v.filled[0].Col
	}
	return v
}

var formulaText = regexp.MustCompile(`^(?:[=@]|[+-][^\p{L}\d\s]|[+-].*[(|!]|[\t\r])`)

// checkText looks for what makes a text unfit to be printed as it stands.
func (row *rowState) checkText(f ocop.Field, v value) {
	limit := row.rr.limits.Text
	if n := utf8.RuneCountInString(v.text); n > limit {
		row.ask(textTooLong, row.spot(f, v), "length", n, "limit", limit)
	}
	if garbled(v.text) {
		row.addAt(textGarbled, row.spot(f, v), "value", short(v.text, 80))
	}
	c := v.cell
	if c == nil || v.given || v.ditto != "" {
		return
	}
	if c.Kind == workbook.Text {
		if text, ok := repairUTF8(c.Raw); ok {
			row.add(mojibakeRepaired, f, v, "before", short(c.Raw, 60), "after", short(viet.Clean(text), 60))
		}
		if !c.IsFormula() && (formulaText.MatchString(v.text) || c.Raw != "" && (c.Raw[0] == '\t' || c.Raw[0] == '\r') && strings.ContainsAny(v.text[:1], "=+-@")) {
			row.add(looksLikeFormula, f, v, "value", short(v.text, 60))
		}
	}
	if c.IsFormula() && !v.vertical {
		row.add(formulaInText, f, v, "value", short(v.text, 60))
	}
	if words := viet.Unusual(v.text); len(words) > 0 && f == ocop.FieldProduct {
		row.add(syllableUnusual, f, v, "value", strings.Join(words, ", "))
	}
}

// outcome reads the column Đạt / Không đạt.
func (row *rowState) outcome() {
	v, bad := row.get(fieldOutcome, true)
	if bad || !v.filled {
		return
	}
	delete(row.r.Cells, fieldOutcome)
	if o, ok := outcomeOf(v.text); ok {
		row.r.Standing = o
		if o == ocop.Proposed {
			row.add(starsProposed, fieldOutcome, v, "value", v.text)
		}
	}
}

// rest reads what needs no check, and the producer's phone.
func (row *rowState) rest() {
	r := row.r
	text := func(f ocop.Field, ditto bool) string {
		v := row.rr.t.value(r.Row, f)
		if !v.filled {
			return ""
		}
		if isDitto(v.text) {
			above := row.rr.above[f]
			if !ditto || !above.filled {
				return ""
			}
			v = above
		}
		row.source(f, v)
		if ditto {
			row.rr.above[f] = v
		}
		return v.text
	}
	r.No = row.v.marker
	r.Product.Group = text(ocop.FieldGroup, true)
	r.Product.Code = text(ocop.FieldProductCode, false)
	r.Product.Pack = text(ocop.FieldPack, true)
	r.Product.Unit = text(ocop.FieldUnit, true)
	r.Producer.Kind = text(ocop.FieldProducerKind, true)
	if s := text(ocop.FieldRepresentative, true); s != "" {
		r.Producer.Representative = s
	}
	r.Producer.TaxID = text(ocop.FieldTaxID, true)
	r.CertNo = text(ocop.FieldCertNo, false)
	r.Quantity = text(ocop.FieldQuantity, false)
	r.Booth = text(ocop.FieldBooth, true)
	r.Consultant = text(ocop.FieldConsultant, true)
	r.Note = text(ocop.FieldNote, false)
	if s := text(ocop.FieldEvaluation, true); s != "" {
		r.Evaluation = evaluationOf(" " + strings.Join(words(s), " ") + " ")
	}
	if phone := text(ocop.FieldPhone, true); phone != "" {
		fixed, repaired := repairPhone(phone)
		if repaired {
			row.add(phoneRepaired, ocop.FieldPhone, row.rr.t.value(r.Row, ocop.FieldPhone), "value", phone, "phone", fixed)
		}
		r.Producer.Phone = fixed
	}
	if r.Product.Group == "" || r.Evaluation == "" {
		row.fromSections()
	}
	row.checkNote()
}

func (row *rowState) fromSections() {
	for i := len(row.rr.sections) - 1; i >= 0; i-- {
		s := row.rr.sections[i]
		if row.r.Product.Group == "" && s.group != "" {
			row.r.Product.Group = s.group
		}
		if row.r.Evaluation == "" {
			row.r.Evaluation = s.eval
		}
	}
}

var noteRefuses = regexp.MustCompile(`^(?:không đạt|chưa đạt|không công nhận|không được công nhận|rút|rút hồ sơ|rút khỏi danh sách|loại|bỏ|bị loại|không cấp|không cấp giấy chứng nhận|thu hồi|đã thu hồi|xóa|hủy|không xét)$|^(?:rút hồ sơ|rút khỏi|xin rút|không được công nhận|không công nhận|loại khỏi|đề nghị loại|đã thu hồi|hủy kết quả|không cấp|chưa cấp|tạm dừng|tạm hoãn|chờ bổ sung|chờ hoàn thiện|chưa đủ hồ sơ)(?:\s|$)`)

// checkNote asks when a note takes back what the row grants.
func (row *rowState) checkNote() {
	if row.r.Standing != ocop.Granted || row.r.Note == "" || !noteRefuses.MatchString(strings.TrimRight(viet.Lower(row.r.Note), " .;!")) {
		return
	}
	row.ask(noteContradicts, row.spot(ocop.FieldNote, row.rr.t.value(row.r.Row, ocop.FieldNote)), "value", row.r.Note)
}

// remember keeps the row's values for ditto marks in the next.
func (row *rowState) remember() {
	t := row.rr.t
	for _, f := range []ocop.Field{ocop.FieldProducer, ocop.FieldCommune, ocop.FieldAddress, ocop.FieldStars, ocop.FieldRound, ocop.FieldYear,
		ocop.FieldDecision, ocop.FieldDecisionDate, fieldOutcome, ocop.FieldIssueDate, ocop.FieldExpiry} {
		if _, ok := t.cols[f]; !ok {
			continue
		}
		v := t.value(row.r.Row, f)
		if v.filled && isDitto(v.text) {
			continue // the value above still stands
		}
		row.rr.above[f] = v
	}
}
