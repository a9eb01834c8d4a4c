package intake

import (
	"context"
	"regexp"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
	"ocoprint/internal/workbook"
)

// GuestList is a roster (danh sách đại biểu) read from a workbook.
type GuestList struct {
	Groups   []ocop.GuestGroup // in the order of the file; one without a name when it has no groups
	Rows     int               // guests read
	Findings []ocop.Finding    // Refuse when it is no roster: a table of results is told by name
}

var (
	noGuests = define("NO_TABLE", ocop.Refuse, "no-guests",
		"{place}: không thấy danh sách đại biểu (cần cột «Họ và tên» cùng cột «Chức vụ» hoặc «Đơn vị»).{like}",
		"{place}: no list of guests was found (it needs a column «Họ và tên» with «Chức vụ» or «Đơn vị»).{like}").
		hint("Nạp đúng danh sách đại biểu, hoặc ghi lại dòng tiêu đề cột như mẫu.", "Import the list of guests, or write the row of headings as in the sample.")
	likeResults = message.Define("intake-like-results", " Tệp này giống bảng kết quả đánh giá sản phẩm.", " This file looks like a table of product results.")
	guestName   = define("NAME_MISSING", ocop.Fault, "guest-name-missing",
		"{place}: thiếu họ tên đại biểu.", "{place}: the guest's name is missing.").
		hint("Ghi họ tên, hoặc xóa dòng.", "Write the name, or delete the row.")
	guestTwice = define("DUPLICATE_ROW", ocop.Warning, "guest-twice",
		"{place}: đại biểu «{value}» đã có ở dòng {other}; chỉ ghi một lần.", "{place}: «{value}» already stands in row {other}; listed once.")
	producersGroup = regexp.MustCompile(`(?i)chủ thể`)
	honorifics     = regexp.MustCompile(`^(?i:(đ/c|đồng chí|ông|bà|anh|chị|ô\.|b\.|mr\.?|ms\.?|mrs\.?))[\s:.]+(.+)$`)
)

// guestFields are the columns of a roster, by the fields that a heading names.
type guestColumns struct {
	first, last                                               int // header rows
	name, title, unit, phone, commune, note, honor, group, no int
	headings                                                  map[int]string
}

// ReadGuests reads the guests of a workbook: a header with a person's name and
// a title or an office, group rows in protocol order. Rows that are hidden or
// struck out are left out with a finding. The error is the context's, or none.
func ReadGuests(ctx context.Context, b *workbook.Book, o Options) (*GuestList, error) {
	rd := &reader{ctx: ctx, opts: o, limits: o.Limits.orDefault(), answers: o.Answers, book: b, out: &Reading{File: o.FileName}}
	if rd.out.File == "" {
		rd.out.File = b.Name
	}
	rd.fileNotes()
	list := &GuestList{}
	results := false
	for _, s := range b.Sheets {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if s.MaxRow == 0 {
			continue
		}
		if s.Hidden {
			rd.add(sheetHidden, spot{sheet: s.Name})
			continue
		}
		f := newFinder(newGrid(s, rd.answers.given(s.Name)), rd.limits.Columns)
		cols, ok := f.guestHeader()
		if !ok {
			results = results || len(f.blocks(func(block) bool { return true })) > 0
			rd.add(sheetSkipped, spot{sheet: s.Name}, "why", whyNoGuests)
			continue
		}
		rd.guests(f, cols, list)
	}
	if list.Rows == 0 {
		var like *message.Text
		if results {
			like = likeResults
		}
		rd.add(noGuests, spot{}, "like", orBlank(like))
	}
	list.Findings = rd.out.Findings
	return list, nil
}

var whyNoGuests = message.Define("intake-why-no-guests", "không có danh sách đại biểu", "it holds no list of guests")

// guestHeader finds the header of a roster.
func (f *finder) guestHeader() (guestColumns, bool) {
	for i := range f.Rows {
		if i > 80 {
			break
		}
		r := &f.Rows[i]
		g := guestColumns{first: r.Number, last: max(r.Number, f.mergedTo(i)), headings: map[int]string{}}
		for row := g.first; row <= g.last; row++ {
			k, ok := f.rowAt[row]
			if !ok {
				continue
			}
			for j := range f.Rows[k].Cells {
				if c := &f.Rows[k].Cells[j]; c.Col <= f.maxCols && f.filled(c) {
					f.guestColumn(&g, c)
				}
			}
		}
		if g.name > 0 && (g.title > 0 || g.unit > 0 || g.phone > 0) {
			return g, true
		}
	}
	return guestColumns{}, false
}

func (f *finder) guestColumn(g *guestColumns, c *workbook.Cell) {
	text := f.text(c)
	full := fold(text)
	set := func(col *int) {
		if *col == 0 {
			*col = c.Col
			g.headings[c.Col] = text
		}
	}
	switch {
	case full == "chuc vu" || full == "chuc danh" || strings.HasPrefix(full, "chuc vu") || strings.HasPrefix(full, "chuc danh") || full == "position" || full == "title":
		set(&g.title)
	case full == "danh xung" || full == "xung ho" || full == "ong ba" || full == "honorific":
		set(&g.honor)
	case full == "nhom" || full == "thanh phan" || full == "nhom dai bieu" || full == "group" || full == "khoi":
		set(&g.group)
	case strings.Contains(full, "don vi") || strings.Contains(full, "co quan") || full == "noi cong tac" || full == "organisation" || full == "organization" || full == "to chuc":
		set(&g.unit)
	default:
		for _, h := range f.hitsOf(text) {
			switch h.field {
			case fieldPerson, ocop.FieldRepresentative:
				if h.field == fieldPerson || full == "dai bieu" {
					set(&g.name)
				}
			case ocop.FieldPhone:
				set(&g.phone)
			case ocop.FieldCommune, ocop.FieldAddress:
				set(&g.commune)
			case ocop.FieldNote:
				if full == "ghi chu" || full == "note" {
					set(&g.note)
				}
			case ocop.FieldNo:
				set(&g.no)
			}
			break
		}
	}
}

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
