package intake

import (
	"context"
	"regexp"
	"strings"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
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
			results = results || len(f.blocks(1, func(block) bool { return true })) > 0
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
		if hits := f.hitsOf(text); len(hits) > 0 {
			switch h := hits[0]; h.field {
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
		}
	}
}
