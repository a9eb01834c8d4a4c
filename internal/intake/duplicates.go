package intake

import (
	"strconv"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// duplicates finds rows of one product, producer, round and year. Equal rows
// count once; rows that differ are held, the first of them in the list. Rows
// that are hidden or struck out replace nothing and are replaced by nothing.
func (rd *reader) duplicates() {
	first := map[string]int{}
	kept := map[string]int{} // the row that a person chose
	all := rd.out.Results
	for i := range all {
		r := &all[i]
		key := rd.dupKey(i)
		if key == "" || r.Hidden && rd.extras[i].left == "" && rd.open(r) || r.Struck && rd.open(r) || rd.extras[i].left != "" {
			continue
		}
		j, seen := first[key]
		if !seen {
			first[key] = i
			continue
		}
		o := &all[j]
		at := spot{sheet: r.Sheet, row: r.Row, column: rd.extras[i].t.heading(ocop.FieldProduct), cell: rd.extras[i].nameRef, raw: r.Product.Name}
		rd.out.Repeats[i] = j
		field, now, before := difference(r, o)
		if field == "" {
			r.Findings = append(r.Findings, rd.finding(duplicateRow, at, "value", r.Product.Name, "other", rowName(o, r)))
			continue
		}
		switch {
		case rd.answer(duplicateConflict, at) == "yes" && kept[key] == 0: // this row is the right one
			delete(rd.out.Repeats, i)
			rd.out.Repeats[j] = i
			first[key] = i
			kept[key] = i + 1
			r.Findings = append(r.Findings, rd.finding(answered, at, "code", duplicateConflict.code, "value", "yes"))
		case rd.answer(duplicateConflict, at) == "no":
			r.Findings = append(r.Findings, rd.finding(answered, at, "code", duplicateConflict.code, "value", "no"))
		default:
			r.Findings = append(r.Findings, rd.finding(duplicateConflict, at, "value", r.Product.Name, "other", rowName(o, r),
				"field", FieldName(field), "now", now, "before", before))
			o.Status = ocop.StatusHeld
		}
	}
}

// open reports a row whose being hidden or struck nobody has answered yet.
func (rd *reader) open(r *ocop.Result) bool {
	for _, f := range r.Findings {
		if f.Code == rowHidden.code || f.Code == rowStruckOut.code {
			return true
		}
	}
	return false
}

// keyOf gives the identity key of a name, computed once a name.
func (rd *reader) keyOf(name string) string {
	k, ok := rd.keys[name]
	if !ok {
		k = viet.Key(name)
		rd.keys[name] = k
	}
	return k
}

func (rd *reader) dupKey(i int) string {
	r := &rd.out.Results[i]
	if r.Product.Name == "" || r.Producer.Name == "" {
		return ""
	}
	name, owner := rd.keyOf(r.Product.Name), rd.keyOf(r.Producer.Name)
	if name == "" || owner == "" {
		return ""
	}
	return strings.Join([]string{name, owner, strconv.Itoa(r.Round.No), strconv.Itoa(r.Round.Year)}, "\x1f")
}

func rowName(o, r *ocop.Result) string {
	if o.Sheet != r.Sheet {
		return strconv.Itoa(o.Row) + " («" + o.Sheet + "»)"
	}
	return strconv.Itoa(o.Row)
}

// difference names the first thing in which two rows of one product differ.
func difference(r, o *ocop.Result) (f ocop.Field, now, before string) {
	commune := viet.Key(r.Producer.Commune) != viet.Key(o.Producer.Commune) && r.Producer.Commune != "" && o.Producer.Commune != ""
	switch {
	case r.Standing != o.Standing:
		return fieldOutcome, string(r.Standing), string(o.Standing)
	case r.Stars != o.Stars:
		return ocop.FieldStars, r.Stars.String(), o.Stars.String()
	case r.Score != o.Score && r.Score.Known && o.Score.Known:
		return ocop.FieldScore, plain(r.Score), plain(o.Score)
	case !sameDecision(r.Decision, o.Decision):
		return ocop.FieldDecision, r.Decision.String(), o.Decision.String()
	case commune:
		return ocop.FieldCommune, r.Producer.Commune, o.Producer.Commune
	}
	return "", "", ""
}

// similar warns of names that differ only in their marks, of one producer; and
// tells of producers that differ only so.
func (rd *reader) similar() {
	products, producers := map[string]int{}, map[string]int{}
	told := map[string]bool{}
	for i := range rd.out.Results {
		r := &rd.out.Results[i]
		if _, repeats := rd.out.Repeats[i]; repeats || r.Product.Name == "" || r.Producer.Name == "" {
			continue
		}
		t := rd.extras[i].t
		owner := rd.bare(r.Producer.Name)
		key := rd.bare(r.Product.Name) + "\x1f" + owner + "\x1f" + strconv.Itoa(r.Round.No) + "\x1f" + strconv.Itoa(r.Round.Year)
		if j, ok := products[key]; ok {
			o := &rd.out.Results[j]
			if rd.keyOf(o.Product.Name) != rd.keyOf(r.Product.Name) && rd.remarks < rd.limits.Remarks {
				rd.remarks++
				at := spot{sheet: r.Sheet, row: r.Row, column: t.heading(ocop.FieldProduct), cell: rd.extras[i].nameRef, raw: r.Product.Name}
				r.Findings = append(r.Findings, rd.finding(nameSimilar, at, "value", r.Product.Name, "other", o.Product.Name, "row", o.Row))
			}
		} else {
			products[key] = i
		}
		if j, ok := producers[owner]; !ok {
			producers[owner] = i
		} else if o := &rd.out.Results[j]; o.Producer.Name != r.Producer.Name && !told[r.Producer.Name] && rd.remarks < rd.limits.Remarks && !sameLetters(o.Producer.Name, r.Producer.Name) {
			rd.remarks++
			told[r.Producer.Name] = true
			v := t.value(r.Row, ocop.FieldProducer)
			at := spot{sheet: r.Sheet, row: r.Row, column: t.heading(ocop.FieldProducer), cell: v.ref, raw: r.Producer.Name}
			r.Findings = append(r.Findings, rd.finding(producerSimilar, at, "value", r.Producer.Name, "other", o.Producer.Name, "row", o.Row))
		}
	}
}

// bare is the identity key without any marks.
func (rd *reader) bare(name string) string {
	b, ok := rd.bareKeys[name]
	if !ok {
		b = viet.ASCII(rd.keyOf(name))
		rd.bareKeys[name] = b
	}
	return b
}

func sameLetters(a, b string) bool { return strings.EqualFold(a, b) }
