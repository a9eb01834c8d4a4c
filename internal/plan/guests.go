package plan

import (
	"strconv"
	"strings"
	"unicode"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

var noGuests = message.Define("plan-guests-missing",
	"{where} không có danh sách đại biểu: không thấy cột “Họ và tên” cùng cột “Chức vụ” hoặc “Cơ quan, đơn vị”.",
	"{where} holds no guest list: no column “Họ và tên” with “Chức vụ” or “Cơ quan, đơn vị”.").
	Hint("Lấy bảng tính mẫu bằng “ocoprint init --xlsx”; đại biểu ghi ở trang tính “Đại biểu”.",
		"Get the workbook with “ocoprint init --xlsx”; guests go on the sheet “Đại biểu”.")

// guestColumns are the headings that offices use.
var guestColumns = map[string][]string{
	"no":           {"STT", "TT", "Số TT", "Số thứ tự", "No"},
	"group":        {"Nhóm", "Thành phần", "Nhóm đại biểu", "Khối", "Group"},
	"honorific":    {"Danh xưng", "Xưng hô", "Ông/Bà", "Ông, bà", "Đ/c", "Honorific"},
	"name":         {"Họ và tên", "Họ tên", "Đại biểu", "Tên đại biểu", "Họ và tên đại biểu", "Họ, tên", "Khách mời", "Name"},
	"title":        {"Chức vụ", "Chức danh", "Chức vụ, chức danh", "Title"},
	"organisation": {"Cơ quan, đơn vị", "Cơ quan/đơn vị", "Cơ quan", "Đơn vị", "Đơn vị công tác", "Cơ quan công tác", "Nơi công tác", "Organisation"},
	"commune":      {"Xã, phường", "Xã/phường", "Xã", "Phường", "Địa phương", "Commune"},
	"phone":        {"Điện thoại", "Số điện thoại", "SĐT", "ĐT", "Số ĐT", "Di động", "Phone"},
	"note":         {"Ghi chú", "Note"},
}

// Guests reads the guest lists of a workbook: on every sheet a header with a
// column of names and one of titles or organisations, groups as a column or as
// rows between the guests ("I | Đại diện …"). file is what complaints call the
// workbook; the error is a [Problems].
func Guests(file string, sheets []Sheet) ([]ocop.GuestGroup, error) {
	r := &sheetReader{reader: reader{file: file}, cells: map[string]cell{}}
	groups := r.guestLists(sheets)
	if len(groups) == 0 && len(r.list) == 0 {
		return nil, Problems{noGuests.With("where", placeFile.With("file", file)).Err()}
	}
	checkGroups(groups, func(path string, m message.Message) {
		place, at := r.whereCell(path)
		m.Blanks["where"] = place
		r.add(at, m.Err())
	})
	return groups, r.err()
}

// AddGuests puts guests into the groups of the same name (identity key), new
// groups behind them; a guest who stands there already is not doubled.
func AddGuests(c *ocop.Conference, groups []ocop.GuestGroup) {
	c.Groups = joinGroups(c.Groups, groups)
}

func joinGroups(have, more []ocop.GuestGroup) []ocop.GuestGroup {
	out := append([]ocop.GuestGroup(nil), have...)
next:
	for _, g := range more {
		for i := range out {
			if viet.Key(out[i].Name) != viet.Key(g.Name) {
				continue
			}
			out[i].Producers = out[i].Producers || g.Producers
			out[i].BlankRows = max(out[i].BlankRows, g.BlankRows)
			out[i].Guests = joinGuests(out[i].Guests, g.Guests)
			continue next
		}
		out = append(out, g)
	}
	return out
}

func joinGuests(have, more []ocop.Attendee) []ocop.Attendee {
	out := append([]ocop.Attendee(nil), have...)
next:
	for _, a := range more {
		for _, b := range have {
			if a.Name != "" && viet.Key(a.Name) == viet.Key(b.Name) && viet.Key(a.Organisation) == viet.Key(b.Organisation) {
				continue next
			}
		}
		out = append(out, a)
	}
	return out
}

func (r *sheetReader) guestLists(sheets []Sheet) []ocop.GuestGroup {
	l := &guestList{r: r}
	for _, s := range sheets {
		l.sheet(s)
	}
	return l.groups
}

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

// groupNote is what a group row says beside the group's name; obeyNote reads it.
func groupNote(g ocop.GuestGroup) string {
	var parts []string
	if g.Producers && !namesProducers(g.Name) {
		parts = append(parts, "tự điền chủ thể")
	}
	if g.BlankRows > 0 {
		parts = append(parts, itoa(g.BlankRows)+" dòng trống")
	}
	return strings.Join(parts, ", ")
}

func obeyNote(g *ocop.GuestGroup, note string) {
	k := viet.Fold(note)
	g.Producers = g.Producers || strings.Contains(k, "tu dien")
	if head, _, ok := strings.Cut(k, " dong trong"); ok {
		n, err := strconv.Atoi(head[strings.LastIndexByte(head, ' ')+1:])
		if err == nil && n <= maxCount {
			g.BlankRows = n
		}
	}
}

// namesProducers: the plan's line for those who receive certificates, which the
// program fills in from the results.
func namesProducers(name string) bool {
	k := viet.Fold(name)
	return strings.HasPrefix(k, "chu the") || strings.HasPrefix(k, "cac chu the") || strings.Contains(k, "chu the co san pham")
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

// honorifics that stand before a name, as people write them.
var honorifics = []string{"Đồng chí", "Đ/c", "Đ/C", "đ/c", "Ông", "Bà", "ông", "bà"}

// tidyGuest takes the honorific out of the name.
func tidyGuest(a ocop.Attendee) ocop.Attendee {
	for _, h := range honorifics {
		rest, ok := strings.CutPrefix(a.Name, h)
		if !ok || a.Honorific != "" || rest == "" {
			continue
		}
		if r := []rune(rest)[0]; r != ' ' && r != ':' && r != '.' {
			continue
		}
		a.Name = strings.TrimLeftFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
		a.Honorific = h
		if h == "Đồng chí" || h == "Đ/C" || h == "đ/c" {
			a.Honorific = "Đ/c"
		}
		a.Honorific = viet.FirstUpper(a.Honorific)
	}
	return a
}
