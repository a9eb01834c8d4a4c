package intake

import (
	"regexp"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// titleLine is a line above a table.
type titleLine struct {
	text string
	row  int
	cell string
}

// tableContext is what stands around a table and holds for its rows, each with
// the cell that says it.
type tableContext struct {
	round, year         int
	roundFrom, yearFrom ocop.Source
	several             bool // more than one round is named
	decision            ocop.Decision
	decisionFrom        ocop.Source
	attached            bool          // the decision stands in a line "(Kèm theo …)"
	other               ocop.Decision // a second, different one
	otherFrom           ocop.Source
	stars               ocop.Stars
	starsFrom           ocop.Source
	standing            ocop.Standing // a title "đề nghị …": proposals
	commune             string
	communeFrom         ocop.Source
}

// readContext reads what the title, the sheet's name and the file's name say.
// Round and year are taken apart, each from the nearest place that has it.
func (t *table) readContext(file string) {
	c := &t.ctx
	src := func(l titleLine, from string) ocop.Source {
		return ocop.Source{Sheet: t.Name, Cell: l.cell, From: from}
	}
	for i := len(t.title) - 1; i >= 0; i-- { // the line nearest to the table first
		l := t.title[i]
		attached := isAttachedLine(l.text)
		if !attached && noteHead.MatchString(viet.Lower(l.text)) {
			continue
		}
		rounds, years := roundsIn(l.text)
		if !attached && c.round == 0 && !c.several {
			switch {
			case len(rounds) == 1 && rounds[0] > 0:
				c.round, c.roundFrom = rounds[0], src(l, "title")
			case len(rounds) > 1:
				c.several = true
			}
		}
		if !attached && len(years) == 1 && (c.year == 0 || c.yearFrom.From != "title") && !letterhead(l.text) {
			c.year, c.yearFrom = years[0], src(l, "title")
		}
		t.readDecision(l)
		t.readStarTitle(l)
		if s := parseSection(l.text); c.commune == "" && s.commune != "" && !strings.HasPrefix(fold(stripMarker(l.text)), "ubnd") {
			c.commune, c.communeFrom = s.commune, src(l, "title")
		}
	}
	for i := len(t.title) - 1; i >= 0 && c.round == 0 && !c.several; i-- { // "(Kèm theo … đợt 2 năm 2023)"
		l := t.title[i]
		if rounds, _ := roundsIn(l.text); len(rounds) == 1 && rounds[0] > 0 && isAttachedLine(l.text) {
			c.round, c.roundFrom = rounds[0], src(l, "line")
		}
	}
	for i := len(t.title) - 1; i >= 0 && c.year == 0; i-- {
		l := t.title[i]
		if _, years := roundsIn(l.text); len(years) == 1 && isAttachedLine(l.text) {
			c.year, c.yearFrom = years[0], src(l, "line")
		}
	}
	t.fromName(t.Name, "sheet")
	if failText.MatchString(viet.Lower(t.Name)) && c.stars == 0 && c.standing == "" {
		c.standing, c.starsFrom = ocop.NotCertified, ocop.Source{Sheet: t.Name, From: "sheet"}
	}
	if s, proposed := starsIn(t.Name); c.stars == 0 && c.standing == "" && s.Valid() {
		c.stars, c.starsFrom = s, ocop.Source{Sheet: t.Name, From: "sheet"}
		if proposed {
			c.standing = ocop.Proposed
		}
	}
	t.fromName(strings.TrimSuffix(file, ext(file)), "file")
	if c.year == 0 && !c.decision.Date.IsZero() {
		c.year, c.yearFrom = c.decision.Date.Year, c.decisionFrom
		c.yearFrom.From = "line"
	}
	if c.commune == "" && isCommune(t.Name) {
		c.commune, c.communeFrom = t.Name, ocop.Source{Sheet: t.Name, From: "sheet"}
	}
}

func ext(file string) string {
	if i := strings.LastIndexByte(file, '.'); i > 0 {
		return file[i:]
	}
	return ""
}

// fromName reads round and year out of a sheet's or the file's name.
func (t *table) fromName(name, from string) {
	c := &t.ctx
	rounds, years := roundsIn(name)
	if len(rounds) == 0 {
		if m := shortRound.FindStringSubmatch(viet.Lower(name)); m != nil && from == "sheet" {
			rounds = []int{atoi(m[1])}
			if m[2] != "" && len(years) == 0 {
				years = []int{atoi(m[2])}
			}
		}
	}
	if c.round == 0 && !c.several && len(rounds) == 1 && rounds[0] > 0 {
		c.round, c.roundFrom = rounds[0], ocop.Source{Sheet: t.Name, From: from}
	}
	if len(years) == 0 {
		for _, m := range overlapping(yearAlone, " "+strings.ReplaceAll(name, "_", " ")+" ") {
			years = addInt(years, atoi(m))
		}
	}
	if c.year == 0 && len(years) == 1 {
		c.year, c.yearFrom = years[0], ocop.Source{Sheet: t.Name, From: from}
	}
}

// shortRound is a sheet called "Đ2", "D2-2023", "Đ.2".
var shortRound = regexp.MustCompile(`^(?:kq|ds)?\s*[đd]\s*\.?\s*(\d{1,2})(?:\s*[-./ ]\s*(20\d\d))?$`)

// isAttachedLine is "(Kèm theo Quyết định số …)".
func isAttachedLine(s string) bool {
	f := fold(s)
	return strings.Contains(f, "kem theo") || strings.Contains(f, "ban hanh theo") || strings.Contains(f, "ban hanh kem")
}

// letterhead lines carry the day of signing, never the year of a round.
func letterhead(s string) bool {
	f := fold(s)
	return strings.Contains(f, "cong hoa xa hoi") || strings.Contains(f, "doc lap tu do") || dateLine.MatchString(f)
}

var dateLine = regexp.MustCompile(`^[a-z ]*,? ?ngay ?\d{0,2} ?thang ?\d{0,2} ?nam ?\d{0,4}$`)

// readDecision takes the decision of the line "Kèm theo Quyết định số …", or
// of another line that names one.
func (t *table) readDecision(l titleLine) {
	d, ok := decisionIn(l.text)
	c := &t.ctx
	if !ok {
		return
	}
	from := ocop.Source{Sheet: t.Name, Cell: l.cell, From: "line"}
	switch {
	case c.decision.Number == "" && c.decision.Date.IsZero():
		c.decision, c.decisionFrom = d, from
	case sameDecision(c.decision, d):
		return
	case isAttachedLine(l.text) == c.attached:
		c.other, c.otherFrom = d, from
		return
	case c.attached:
		return // "(Kèm theo …)" says more than a line that only cites
	default:
		c.decision, c.decisionFrom = d, from
	}
	c.attached = isAttachedLine(l.text)
}

// sameDecision compares what both state; what one leaves out is no difference.
func sameDecision(a, b ocop.Decision) bool {
	na, _, _ := strings.Cut(a.Number, "/")
	nb, _, _ := strings.Cut(b.Number, "/")
	short := na == nb && (na == a.Number || nb == b.Number) // "1422" beside "1422/QĐ-UBND"
	if a.Number != "" && b.Number != "" && !short && viet.Key(a.Number) != viet.Key(b.Number) {
		return false
	}
	return a.Date.IsZero() || b.Date.IsZero() || a.Date == b.Date
}

var (
	starsSaid = regexp.MustCompile(`(?:^|[^\p{L}\d])(?:0?([1-5])|(một|hai|ba|bốn))\s*(?:sao|\*)(?:$|[^\p{L}])`)
	starsUp   = regexp.MustCompile(`trở lên|trở xuống|từ\s+\d+\s+sao|đến\s+\d+\s+sao|tối thiểu|\d\s*(?:-|–|,|và|đến|/)\s*\d\s*sao`)
)

// starsIn finds the one rank that a line of prose names; none when it names
// several, or a range.
func starsIn(text string) (s ocop.Stars, proposed bool) {
	low := viet.Lower(text)
	if starsUp.MatchString(low) {
		return 0, false
	}
	for _, m := range starsSaid.FindAllStringSubmatch(low, -1) {
		n := ocop.Stars(atoi(m[1]))
		if m[2] != "" {
			n = rankWords[m[2]]
		}
		if s != 0 && s != n {
			return 0, false
		}
		s = n
	}
	return s, s != 0 && hasAny(" "+strings.Join(words(text), " ")+" ", proposals)
}

// readStarTitle takes a rank out of "Danh sách sản phẩm đạt 3 sao".
func (t *table) readStarTitle(l titleLine) {
	c := &t.ctx
	if c.stars != 0 || c.standing != "" || isAttachedLine(l.text) {
		return
	}
	if failText.MatchString(viet.Lower(l.text)) && len(words(l.text)) >= 4 {
		c.standing, c.starsFrom = ocop.NotCertified, ocop.Source{Sheet: t.Name, Cell: l.cell, From: "title"}
		return
	}
	if len(words(l.text)) < 3 {
		return // "3 sao | 6": a summary above the table
	}
	if s, proposed := starsIn(l.text); s.Valid() {
		c.stars, c.starsFrom = s, ocop.Source{Sheet: t.Name, Cell: l.cell, From: "title"}
		if proposed {
			c.standing = ocop.Proposed
		}
	}
}
