package intake

import (
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
	"ocoprint/internal/workbook"
)

// guests reads the rows below a roster's header.
func (rd *reader) guests(f *finder, g guestColumns, list *GuestList) {
	group := func(name string) *ocop.GuestGroup {
		for i := range list.Groups {
			if viet.Key(list.Groups[i].Name) == viet.Key(name) {
				return &list.Groups[i]
			}
		}
		list.Groups = append(list.Groups, ocop.GuestGroup{Name: name, Producers: producersGroup.MatchString(name)})
		return &list.Groups[len(list.Groups)-1]
	}
	current, above := "", map[int]string{}
	seen := map[string]int{}
	for i := f.rowsFrom(g.last + 1); i < len(f.Rows); i++ {
		r := &f.Rows[i]
		get := func(col int) string { return f.guestCell(r.Number, col, above) }
		name := strings.TrimSpace(get(g.name))
		at := spot{sheet: f.Name, row: r.Number, column: g.headings[g.name], cell: workbook.CellName(r.Number, g.name), raw: name}
		texts := f.texts(r)
		switch {
		case len(texts) == 0 || f.personHeader(r, g) || f.guestIndex(r):
			continue
		case f.guestEnd(texts):
			return
		case f.guestGroup(r, g):
			current = f.guestGroupName(r)
			group(current)
			continue
		case name == "" && get(g.title) == "" && get(g.unit) == "":
			continue // a numbered line for a late guest
		case name == "":
			rd.add(guestName, at)
			continue
		case r.Hidden || f.RowHidden(r.Number):
			if rd.answer(rowHidden, at) != "yes" {
				rd.add(rowHidden, at, "filter", "")
				continue
			}
		}
		if c := f.at(r.Number, g.name); c != nil && c.Struck() && rd.answer(rowStruckOut, at) != "yes" {
			rd.add(rowStruckOut, at)
			continue
		}
		a := ocop.Attendee{Name: name, Title: get(g.title), Organisation: get(g.unit), Commune: get(g.commune), Phone: get(g.phone), Note: get(g.note), Honorific: get(g.honor)}
		if m := honorifics.FindStringSubmatch(name); m != nil && a.Honorific == "" {
			a.Honorific, a.Name = m[1], m[2]
		}
		if fixed, repaired := repairPhone(a.Phone); repaired {
			rd.add(phoneRepaired, spot{sheet: f.Name, row: r.Number, column: g.headings[g.phone], cell: workbook.CellName(r.Number, g.phone), raw: a.Phone}, "value", a.Phone, "phone", fixed)
			a.Phone = fixed
		}
		where := current
		if own := get(g.group); own != "" && g.group > 0 {
			where = own
		}
		key := viet.Key(a.Name) + "\x1f" + viet.Key(a.Title) + "\x1f" + viet.Key(a.Organisation)
		if row, twice := seen[key]; twice {
			rd.add(guestTwice, at, "value", a.Name, "other", row)
			continue
		}
		seen[key] = r.Number
		p := group(where)
		p.Guests = append(p.Guests, a)
		list.Rows++
	}
}

// guestCell reads a cell of a roster; vertical merges and ditto marks give the
// value above, blanks do not.
func (f *finder) guestCell(row, col int, above map[int]string) string {
	if col == 0 {
		return ""
	}
	c := f.at(row, col)
	if m, ok := f.MergeOf(row, col); ok && (m.Row1 != row || m.Col1 != col) {
		if m.Col1 != col {
			return ""
		}
		c = f.at(m.Row1, col)
	}
	text := f.text(c)
	if isDitto(text) {
		return above[col]
	}
	if isNothing(text) {
		text = ""
	}
	above[col] = text
	return text
}

func (f *finder) personHeader(r *workbook.Row, g guestColumns) bool {
	c := r.At(g.name)
	return f.filled(c) && fold(f.text(c)) == fold(g.headings[g.name])
}

func (f *finder) guestIndex(r *workbook.Row) bool {
	n := 0
	for i := range r.Cells {
		if c := &r.Cells[i]; f.filled(c) {
			if !indexCell.MatchString(f.text(c)) {
				return false
			}
			n++
		}
	}
	return n >= 3
}

// guestGroup: one text, with at most a marker beside it, that is no guest.
func (f *finder) guestGroup(r *workbook.Row, g guestColumns) bool {
	texts := f.texts(r)
	marker := texts[0]
	switch {
	case arabic.MatchString(texts[len(texts)-1]):
		return false
	case len(texts) == 1:
		m, merged := f.MergeOf(r.Number, f.first(r).Col)
		band := merged && m.Col2 > m.Col1
		c := f.first(r)
		return band || c.Col != g.name && c.Col == min(g.name, c.Col) || markerForm.MatchString(texts[0]) || strings.ToUpper(texts[0]) == texts[0]
	case len(texts) == 2:
		return roman1.MatchString(marker) || arabic.MatchString(marker) && g.name > 0 && !f.filled(r.At(g.name))
	}
	return false
}

func (f *finder) guestGroupName(r *workbook.Row) string {
	texts := f.texts(r)
	name := texts[len(texts)-1]
	return strings.TrimRight(strings.TrimSpace(stripMarker(name)), " :;")
}

func (f *finder) guestEnd(texts []string) bool {
	for _, t := range texts {
		low := viet.Lower(t)
		if sigHead.MatchString(fold(t)+" ") && len(texts) <= 2 && !strings.Contains(low, "đại diện") || placeDate.MatchString(low) {
			return true
		}
	}
	low := viet.Lower(texts[0])
	return totalWords.MatchString(low) || strings.HasPrefix(low, "số đại biểu") || strings.HasPrefix(low, "ấn định")
}
