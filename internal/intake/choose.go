package intake

// choose says which tables are read: results; where there are none, score
// sheets and lists that may be meant as such.
func (rd *reader) choose() (read []*table) {
	rank := map[string]int{}
	for _, t := range rd.tables {
		rank[t.kind]++
	}
	for _, t := range rd.tables {
		switch {
		case t.kind == "results", t.kind == "list" && t.starsAround():
			read = append(read, t)
		case rank["results"] == 0 && (t.kind == "draft" || t.kind == "registration?" || t.kind == "council?" || t.kind == "list" && rank["draft"] == 0 && rank["council?"] == 0):
			read = append(read, t)
		default:
			rd.pass(t)
		}
	}
	return read
}

// starsAround: a list whose title or section rows say the rank.
func (t *table) starsAround() bool {
	if t.ctx.stars.Valid() || t.ctx.standing != "" {
		return true
	}
	for i := t.rowsFrom(t.head.last + 1); i < len(t.Rows) && t.Rows[i].Number <= t.end; i++ {
		if r := &t.Rows[i]; len(r.Cells) <= 3 || t.sparse(r) {
			if v := t.view(r); t.kindOf(v) == sectionRow {
				if label, _ := t.sectionLabel(v); parseSection(label).standing != "" {
					return true
				}
			}
		}
	}
	return false
}

func (rd *reader) pass(t *table) {
	why := whyList
	switch t.kind {
	case "council", "council?":
		why, rd.like = whyCouncil, likeCouncl
	case "registration", "registration?":
		why, rd.like = whyRegister, likeForm
	case "draft":
		why = whyDraft
	}
	rd.add(sheetSkipped, spot{sheet: t.Name, row: t.head.first}, "why", why)
}
