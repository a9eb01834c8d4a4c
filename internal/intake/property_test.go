package intake

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"ocoprint/internal/viet"
)

// item is a product of the property test, before it is written in some way.
type item struct {
	name, owner, commune string
	score                float64
	stars                int
}

var items = []item{
	{"Chè Shan tuyết Mẫu Một", "Hợp tác xã Ví Dụ Một", "xã San Thàng", 55.5, 3},
	{"Miến dong Mẫu", "Hợp tác xã Ví Dụ Một", "xã San Thàng", 61, 3},
	{"Mật ong rừng Mẫu", "Hộ kinh doanh Ví Dụ Hai", "xã San Thàng", 48.25, 2},
	{"Gạo séng cù Mẫu", "Công ty TNHH MTV Ví Dụ Ba", "phường Đoàn Kết", 69.99, 3},
	{"Thịt sấy gác bếp Mẫu", "Tổ hợp tác Ví Dụ Bốn", "phường Đoàn Kết", 72.5, 4},
	{"Rượu ngô men lá Mẫu", "Tổ hợp tác Ví Dụ Bốn", "phường Đoàn Kết", 50, 3},
	{"Thảo quả khô Mẫu", "Cơ sở sản xuất Ví Dụ Năm", "xã Sùng Phài", 66.75, 3},
	{"Khăn thổ cẩm Mẫu", "Cơ sở sản xuất Ví Dụ Năm", "xã Sùng Phài", 91, 5},
}

// pen writes the items in one of very many ways.
type pen struct {
	*rand.Rand
	b     strings.Builder
	row   int
	merge []string
	cols  []string          // fields in the order of the columns, "" for a blank one
	ticks bool              // columns "1 sao" to "5 sao" instead of one of stars
	joins bool              // producers merged over their products, split otherwise
	extra map[string]string // further columns: heading to content
	heads map[string]string // the header last written
	blank bool              // the line before says nothing
}

func (p *pen) pick(list ...string) string { return list[p.IntN(len(list))] }
func (p *pen) yes() bool                  { return p.IntN(2) == 0 }

func (p *pen) line(cells ...string) {
	text := strings.Join(cells, "|")
	p.b.WriteString(text + "\n")
	p.row++
	p.blank = strings.Trim(text, "|") == "" || strings.HasPrefix(strings.Trim(text, "|"), "Ghi chú:") || strings.Contains(text, "Trang 1/2") || strings.Contains(text, "Cộng:")
}

// one puts a text into the first used column.
func (p *pen) one(text string) {
	cells := make([]string, len(p.cols))
	cells[0] = text
	p.line(cells...)
}

func (p *pen) at(field string) string {
	i := slices.Index(p.cols, field)
	return string(rune('A' + i))
}

func (p *pen) record(values map[string]string) {
	cells := make([]string, len(p.cols))
	for i, f := range p.cols {
		cells[i] = values[f]
	}
	p.line(cells...)
}

var headings = map[string][]string{
	"no": {"STT", "TT", "Số TT"}, "name": {"Tên sản phẩm", "TÊN SẢN PHẨM", "Sản phẩm", "Tên SP"}, "owner": {"Chủ thể", "Tên chủ thể", "Chủ thể sản xuất", "CHỦ THỂ"},
	"commune": {"Xã/phường", "Xã, phường", "Địa bàn", "Địa chỉ"}, "score": {"Điểm", "Tổng điểm", "Điểm TB", "Điểm\\ntrung bình"}, "stars": {"Hạng sao", "Xếp hạng", "Kết quả phân hạng", "Hạng\\nsao"},
	"note": {"Ghi chú"}, "group": {"Nhóm sản phẩm", "Nhóm"}, "round": {"Đợt", "Đợt đánh giá"},
}

// write gives the book's text and whether the commune stands in section rows.
func (p *pen) write() string {
	grouped, roundColumn := p.yes(), p.yes()
	p.ticks, p.joins, p.extra = p.IntN(4) == 0, p.IntN(3) == 0, map[string]string{}
	fields := []string{"no", "name", "owner", "score", "stars", "note"}
	if p.ticks {
		fields = []string{"no", "name", "owner", "score", "t1", "t2", "t3", "t4", "t5", "note"}
	}
	if !grouped {
		fields = append(fields, "commune")
	}
	if roundColumn {
		fields = append(fields, "round")
	}
	if p.yes() {
		fields = append(fields, "group")
	}
	list := slices.Sorted(maps.Keys(besides))
	for p.IntN(3) == 0 {
		h := list[p.IntN(len(list))]
		if f := "+" + h; !slices.Contains(fields, f) && !p.clash(h) {
			fields, p.extra[h] = append(fields, f), besides[h]
		}
	}
	if p.yes() {
		p.Shuffle(len(fields), func(i, j int) { fields[i], fields[j] = fields[j], fields[i] })
	}
	for p.IntN(3) == 0 {
		fields = slices.Insert(fields, p.IntN(len(fields)), "")
	}
	p.cols = fields
	p.b.WriteString("== " + p.pick("Sheet1", "Kết quả", "Phụ lục I") + "\n")
	for p.IntN(3) > 0 {
		p.one(p.pick("", "UBND THÀNH PHỐ LAI CHÂU", "PHÒNG KINH TẾ", "PHỤ LỤC"))
	}
	p.one(p.pick("KẾT QUẢ ĐÁNH GIÁ ĐỢT 2 NĂM 2023", "Danh sách sản phẩm OCOP đợt II năm 2023", "Kết quả đợt 2/2023"))
	if p.yes() {
		p.one("(Kèm theo Quyết định số 1422/QĐ-UBND ngày 20/11/2023 của UBND thành phố Lai Châu)")
	}
	p.header()
	p.body(grouped)
	if p.yes() {
		p.one(p.pick("Tổng cộng: 08 sản phẩm của 05 chủ thể", "TỔNG CỘNG: 8 sản phẩm"))
	}
	if p.yes() {
		p.one("(Ấn định danh sách: 08 sản phẩm./.)")
		p.one("")
		p.one("NGƯỜI LẬP BIỂU")
		p.one("Nguyễn Thị Mẫu")
	}
	for _, m := range p.merge {
		p.b.WriteString("~merge " + m + "\n")
	}
	return p.b.String()
}

func (p *pen) header() {
	if p.heads != nil && (p.blank || p.yes()) { // a page's header is as a rule the first one again
		p.record(p.heads)
		return
	}
	values := map[string]string{}
	for _, f := range slices.Sorted(maps.Keys(headings)) {
		values[f] = p.pick(headings[f]...)
		if f == "commune" && p.heads != nil {
			values[f] = p.heads[f] // an address is another column than a commune
		}
	}
	p.heads = values
	for n := 1; n <= 5; n++ {
		values[fmt.Sprintf("t%d", n)] = fmt.Sprintf("%d sao", n)
	}
	for h := range p.extra {
		values["+"+h] = h
	}
	if p.IntN(3) == 0 { // two rows, the upper merged down
		p.record(values)
		p.line("")
		for i, f := range p.cols {
			if f != "" {
				c := string(rune('A' + i))
				p.merge = append(p.merge, fmt.Sprintf("%s%d:%s%d", c, p.row-1, c, p.row))
			}
		}
	} else {
		p.record(values)
	}
	if p.yes() {
		cells := make([]string, len(p.cols))
		for i := range cells {
			cells[i] = fmt.Sprintf("(%d)", i+1)
		}
		p.line(cells...)
	}
}

func (p *pen) body(grouped bool) {
	communes := 0
	for i, it := range items {
		if grouped && (i == 0 || items[i-1].commune != it.commune) {
			communes++
			marker := viet.Roman(communes)
			if p.yes() && slices.Index(p.cols, "no") < slices.Index(p.cols, "name") {
				p.record(map[string]string{"no": marker, "name": strings.ToUpper(it.commune[:1]) + it.commune[1:]})
			} else {
				p.one(marker + ". " + it.commune)
			}
		}
		p.item(i, it)
		if p.joins && i+1 < len(items) && items[i+1].owner == it.owner {
			continue // nothing stands between merged rows
		}
		if p.IntN(8) == 0 {
			p.one(p.pick("", "", "Ghi chú: số liệu mẫu", "Trang 1/2"))
		}
		if last := i+1 == len(items) || items[i+1].commune != it.commune; last && grouped && p.IntN(3) == 0 {
			p.one(fmt.Sprintf("Cộng: %02d sản phẩm", countIn(it.commune)))
		}
		switch p.IntN(12) {
		case 0:
			p.header2()
		case 1:
			if !p.joins {
				p.header() // the page was broken here
			}
		}
	}
}

func countIn(commune string) (n int) {
	for _, it := range items {
		if it.commune == commune {
			n++
		}
	}
	return n
}

// clash: columns that say another thing of the same kind belong to tests of
// their own.
func (p *pen) clash(heading string) bool {
	switch heading {
	case "Ghi chú", "Nhóm sản phẩm", "Loại sản phẩm", "Phân nhóm", "Bộ sản phẩm", "Ngành hàng", "Lĩnh vực", "Địa chỉ", "Phần A", "Điểm phần A", "A (40 điểm)",
		"Sản phẩm và sức mạnh cộng đồng", "Khả năng tiếp thị", "Chất lượng sản phẩm", "Huyện", "Huyện/TP", "Huyện, thành phố", "Cấp huyện",
		"Quyết định", "Số quyết định", "Số, ngày QĐ", "Căn cứ", "Ngày QĐ", "Ngày ký":
		return true
	}
	return false
}

// header2 repeats nothing that would change the truth: a page's index row.
func (p *pen) header2() {
	cells := make([]string, len(p.cols))
	for i := range cells {
		cells[i] = fmt.Sprintf("(%d)", i+1)
	}
	p.line(cells...)
}

func (p *pen) item(i int, it item) {
	v := map[string]string{"no": fmt.Sprintf("#%d", i+1), "name": it.name, "owner": it.owner, "commune": it.commune, "group": "Thực phẩm", "round": p.pick("2", "#2", "Đợt 2", "II", "2/2023")}
	v["score"] = p.pick("#"+number(it.score), strings.Replace(number(it.score), ".", ",", 1), number(it.score)+" điểm")
	v["stars"] = p.pick(fmt.Sprintf("%d sao", it.stars), fmt.Sprintf("#%d", it.stars), fmt.Sprintf("0%d sao", it.stars), strings.Repeat("★", it.stars), fmt.Sprintf("Đạt %d sao", it.stars), fmt.Sprintf("%d*", it.stars))
	for n := 1; n <= 5; n++ {
		v[fmt.Sprintf("t%d", n)] = p.pick("", "", "-")
	}
	v[fmt.Sprintf("t%d", it.stars)] = p.pick("x", "X", "✓", "x")
	for h, content := range p.extra {
		v["+"+h] = content
	}
	if same := i > 0 && items[i-1].owner == it.owner; same && p.joins {
		v["owner"] = ""
		c := p.at("owner")
		p.merge = append(p.merge, fmt.Sprintf("%s%d:%s%d", c, p.row, c, p.row+1))
	} else if same {
		switch p.IntN(3) {
		case 0:
			v["owner"] = p.pick("-nt-", "nt", "như trên")
		case 1:
			v["owner"] = strings.ToUpper(it.owner[:1]) + it.owner[1:] + " "
		}
	}
	p.record(v)
}

// wantItems is what every way of writing must give; communes compare without
// case, as offices capitalise them in section rows.
func wantItems() (all []string) {
	for _, it := range items {
		all = append(all, strings.ToLower(fmt.Sprintf("%s; %s; %s; %s; %d; 2/2023; ready", it.name, it.owner, it.commune, number(it.score), it.stars)))
	}
	return all
}

func TestAnyWayOfWritingGivesTheSameResults(t *testing.T) {
	want := wantItems()
	for seed := range uint64(200) {
		p := &pen{Rand: rand.New(rand.NewPCG(seed, 7))}
		text := p.write()
		encoded, how := encode(p.Rand, text)
		r := read(t, encoded, Options{})
		var got []string
		for _, l := range rows(r) {
			got = append(got, strings.ToLower(l))
		}
		if !slices.Equal(got, want) {
			t.Fatalf("seed %d, %s:\n%s\n%s\nreported %v", seed, how, text, compareLines(got, want), reported(r))
		}
		for _, f := range r.Findings {
			if f.Holds() || f.Code == "COUNT_MISMATCH" {
				t.Fatalf("seed %d, %s: %s\n%s", seed, how, f.Message.In("vi"), text)
			}
		}
		checkPromises(t, r)
	}
}

// encode writes all text of a book in another encoding, with or without its font.
func encode(r *rand.Rand, text string) (encoded, how string) {
	switch r.IntN(7) {
	case 0:
		return recode(text, norm.NFD.String), "NFD"
	case 1:
		return withFont(recode(text, toTCVN3), ".VnTime"), "TCVN3 in its font"
	case 2:
		return recode(text, toTCVN3), "TCVN3, font lost"
	case 3:
		return withFont(recode(text, toVNI), "VNI-Times"), "VNI in its font"
	case 4:
		return recode(text, toVNI), "VNI, font lost"
	case 5:
		return recode(text, func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") }), "no-break blanks"
	}
	return text, "Unicode"
}

// recode changes the cells of a mkbook text and leaves its own signs alone.
func recode(text string, f func(string) string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, "==") || strings.HasPrefix(l, "~") {
			continue
		}
		cells := strings.Split(l, "|")
		for j, c := range cells {
			if !strings.HasPrefix(c, "#") {
				cells[j] = f(c)
			}
		}
		lines[i] = strings.Join(cells, "|")
	}
	return strings.Join(lines, "\n")
}

func withFont(text, font string) string {
	head, rest, _ := strings.Cut(text, "\n")
	fonts := ""
	for c := 'A'; c <= 'P'; c++ {
		fonts += fmt.Sprintf("~font %c %s\n", c, font)
	}
	return head + "\n" + fonts + rest
}

// The old charsets, turned round from the decoder's own tables.
var tcvn3Of, vniOf = func() (tc, vni map[rune]string) {
	tc, vni = map[rune]string{}, map[rune]string{}
	for c := rune(0xA1); c <= 0xFF; c++ {
		if d := []rune(viet.Decode(viet.TCVN3, string(c))); len(d) == 1 && d[0] != c {
			tc[d[0]] = string(c)
		}
	}
	bases := "aeouyAEOUY\u00f4\u00f6\u00d4\u00d6"
	for c := rune(0xC0); c <= 0xFF; c++ {
		if d := []rune(viet.Decode(viet.VNI, string(c))); len(d) == 1 && d[0] != c {
			vni[d[0]] = string(c)
		}
		for _, b := range bases {
			if d := []rune(viet.Decode(viet.VNI, string(b)+string(c))); len(d) == 1 {
				if _, ok := vni[d[0]]; !ok {
					vni[d[0]] = string(b) + string(c)
				}
			}
		}
	}
	return tc, vni
}()

func toTCVN3(s string) string {
	return mapRunes(s, func(r rune) string {
		if m, ok := tcvn3Of[r]; ok {
			return m
		}
		if low := []rune(strings.ToLower(string(r))); len(low) == 1 {
			if m, ok := tcvn3Of[low[0]]; ok {
				return m // toned capitals exist in capital fonts only
			}
		}
		return string(r)
	})
}

func toVNI(s string) string {
	return mapRunes(s, func(r rune) string {
		if m, ok := vniOf[r]; ok {
			return m
		}
		return string(r)
	})
}

func mapRunes(s string, f func(rune) string) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(s) {
		b.WriteString(f(r))
	}
	return b.String()
}
