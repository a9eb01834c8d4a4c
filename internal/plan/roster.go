package plan

import (
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// guestList gathers guests sheet by sheet.
type guestList struct {
	r      *sheetReader
	groups []ocop.GuestGroup
	cols   map[string]int
	cur    int // group that takes the next guest, -1 none
}

func (l *guestList) sheet(s Sheet) {
	l.cols, l.cur = nil, -1
	for i, row := range s.Rows {
		if isGuestHeader(row) {
			l.cols = columnsOf(row, guestColumns)
			continue
		}
		if l.cols == nil || blankRow(row) || numberRow(row) {
			continue
		}
		if endsList(row) {
			return
		}
		l.row(cell{s.Name, i, 0}, row)
	}
}

// isGuestHeader: names beside titles or organisations.
func isGuestHeader(row []string) bool {
	cols := columnsOf(row, guestColumns)
	return cols["name"] > 0 && (cols["title"] > 0 || cols["organisation"] > 0)
}

// row is a group row or a guest.
func (l *guestList) row(c cell, row []string) {
	if name, ok := l.groupRow(row); ok {
		l.open(c, name)
		obeyNote(&l.groups[l.cur], at(row, l.cols["note"]-1))
		return
	}
	var a ocop.Attendee
	filled := false
	for _, f := range GuestTable.Fields {
		col := l.cols[f.Key] - 1
		if col < 0 || viet.Clean(at(row, col)) == "" {
			continue
		}
		filled = true
		if bad := f.setText(&a, at(row, col)); bad != nil {
			l.r.complainAt(cell{c.sheet, c.row, col}, *bad)
		}
	}
	if g := viet.Clean(at(row, l.cols["group"]-1)); l.cols["group"] > 0 && g != "" {
		l.open(c, g)
	}
	if !filled {
		return // a pre-numbered or blank row
	}
	if l.cur < 0 {
		l.open(c, "Đại biểu")
	}
	g := &l.groups[l.cur]
	c.col = l.cols["name"] - 1
	l.r.cells[GroupTable.Key+index(l.cur)+".guests"+index(len(g.Guests))] = c
	g.Guests = append(g.Guests, tidyGuest(a))
}

// groupRow: one text beside the number column, behind a Roman figure or nothing;
// or any text behind a Roman figure.
func (l *guestList) groupRow(row []string) (string, bool) {
	no, text, texts := "", "", 0
	for i, s := range row {
		s = viet.Clean(s)
		switch {
		case s == "":
		case i == l.cols["no"]-1:
			no = strings.TrimRight(s, ".)")
		case text == "":
			text, texts = s, 1
		default:
			texts++
		}
	}
	if _, roman := viet.FromRoman(no); roman && no == strings.ToUpper(no) && text != "" {
		return text, true
	}
	if no == "" && texts == 0 || texts != 1 {
		return "", false
	}
	if no == "" && l.cols["no"] > 0 {
		if head, rest, ok := strings.Cut(text, ". "); ok {
			if _, roman := viet.FromRoman(head); roman {
				return viet.Clean(rest), true
			}
		}
		return text, true
	}
	return "", false
}

// open goes on with the group of that name, making it when new.
func (l *guestList) open(c cell, name string) {
	for i, g := range l.groups {
		if viet.Key(g.Name) == viet.Key(name) {
			l.cur = i
			return
		}
	}
	l.cur = len(l.groups)
	l.r.cells[GroupTable.Key+index(l.cur)] = c
	l.groups = append(l.groups, ocop.GuestGroup{Name: name, Producers: namesProducers(name)})
}

// numberRow is the row (1) (2) (3) under a header.
func numberRow(row []string) bool {
	n := 0
	for _, s := range row {
		s = strings.Trim(viet.Clean(s), "()")
		if s == "" {
			continue
		}
		n++
		if s != itoa(n) {
			return false
		}
	}
	return n > 1
}

// endsList knows what stands below a list: totals and signatures.
func endsList(row []string) bool {
	for _, s := range row {
		k := viet.Fold(s)
		for _, end := range []string{"tong so", "tong cong", "so dai bieu", "an dinh", "nguoi lap", "tm ", "danh sach nay co", "danh sach co"} {
			if strings.HasPrefix(k, end) {
				return true
			}
		}
	}
	return false
}
