package plan

import (
	"slices"
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
var guestColumns = headings(map[string][]string{
	"no":           {"STT", "TT", "Số TT", "Số thứ tự", "No"},
	"group":        {"Nhóm", "Thành phần", "Nhóm đại biểu", "Khối", "Group"},
	"honorific":    {"Danh xưng", "Xưng hô", "Ông/Bà", "Ông, bà", "Đ/c", "Honorific"},
	"name":         {"Họ và tên", "Họ tên", "Đại biểu", "Tên đại biểu", "Họ và tên đại biểu", "Họ, tên", "Khách mời", "Name"},
	"title":        {"Chức vụ", "Chức danh", "Chức vụ, chức danh", "Title"},
	"organisation": {"Cơ quan, đơn vị", "Cơ quan/đơn vị", "Cơ quan", "Đơn vị", "Đơn vị công tác", "Cơ quan công tác", "Nơi công tác", "Organisation"},
	"commune":      {"Xã, phường", "Xã/phường", "Xã", "Phường", "Địa phương", "Commune"},
	"phone":        {"Điện thoại", "Số điện thoại", "SĐT", "ĐT", "Số ĐT", "Di động", "Phone"},
	"note":         {"Ghi chú", "Note"},
})

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
// groups behind them; a guest who stands there already is not doubled. The
// producers are one group, whatever the list calls it: they are filled in once.
func AddGuests(c *ocop.Conference, groups []ocop.GuestGroup) {
	groups = slices.Clone(groups)
	if i := slices.IndexFunc(c.Groups, func(g ocop.GuestGroup) bool { return g.Producers }); i >= 0 {
		for j := range groups {
			if groups[j].Producers {
				groups[j].Name = c.Groups[i].Name
			}
		}
	}
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
