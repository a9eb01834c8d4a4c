package papers

import (
	"fmt"
	"strings"

	"ocoprint/internal/layout"
	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// AwardOrderPaper is the award order with the presenter's text (thứ tự trao và
// lời dẫn): who comes to the stage in which round, and what is read aloud.
var AwardOrderPaper = Paper{
	Name: "award-order", File: "thu-tu-trao",
	Title: message.Define("paper-award-order", "Thứ tự trao và lời dẫn", "Award order and the presenter’s text"),
	About: message.Define("paper-award-order-about",
		"Các lượt lên nhận và lời đọc của người dẫn chương trình, chữ viết tắt đã đọc đủ.",
		"The rounds on stage and what the presenter reads, abbreviations in full."),
	Pages: awardOrderPages,
	Table: awardOrderTable,
}

// turn is one round on stage (lượt): a handful of producers and who hands over.
type turn struct {
	no        int
	owners    []owner
	presenter string
}

// certificates of the round, in order.
func (t turn) certificates() (all []ocop.Certificate) {
	for _, o := range t.owners {
		all = append(all, o.Certificates...)
	}
	return all
}

// stageSize is how many producers stand on stage at once when the plan says
// nothing.
const stageSize = 5

// stage divides the producers into even rounds: seven producers at five a round
// come as four and three, so that nobody stands alone.
func stage(in Input) []turn {
	owners := byProducer(in.Certificates)
	size := in.Settings.Conference.StageSize
	if size <= 0 {
		size = stageSize
	}
	rounds := (len(owners) + size - 1) / size
	turns := make([]turn, rounds)
	for i := range turns {
		from, to := len(owners)*i/rounds, len(owners)*(i+1)/rounds
		turns[i] = turn{no: i + 1, owners: owners[from:to]}
		if p := in.Settings.Conference.Presenters; len(p) > 0 {
			turns[i].presenter = p[i%len(p)]
		}
	}
	return turns
}

const awardOrderKind = "Thứ tự trao Giấy chứng nhận và lời dẫn"

func awardOrderList(in Input) list {
	l := list{size: 12, cols: []col{
		{head: "STT", width: 11, align: layout.Center, nowrap: true},
		{head: "Chủ thể", flex: 1.1},
		{head: "Sản phẩm", flex: 1.2},
		{head: "Số Giấy\nchứng nhận", width: 37, align: layout.Center},
		{head: "Người nhận", width: 31},
	}}
	n := 0
	for _, t := range stage(in) {
		l.section(turnTitle(t))
		for _, o := range t.owners {
			for i, c := range o.Certificates {
				n++
				if i > 0 {
					l.add(viet.Count(n), covered{}, c.Product.Name, c.Number, covered{})
					continue
				}
				rows := len(o.Certificates)
				l.add(viet.Count(n), tall{o.Name, rows}, c.Product.Name, c.Number, tall{in.person(o).Representative, rows})
			}
		}
	}
	return l
}

func turnTitle(t turn) string {
	s := fmt.Sprintf("Lượt %d: %s, %s Giấy chứng nhận", t.no, viet.Count(len(t.owners))+" chủ thể", viet.Count(len(t.certificates())))
	if t.presenter != "" {
		s += "\nTrao: " + t.presenter
	}
	return s
}

// spoken is a name as it is read aloud.
func (in Input) spoken(s string) string {
	return viet.ExpandAbbreviations(s, in.Settings.Abbreviations)
}

// callUp is what the presenter reads before a round.
func callUp(in Input, t turn, of int) string {
	s := "Xin trân trọng kính mời đại diện "
	switch {
	case of == 1:
		s += viet.Words(len(t.owners)) + " chủ thể sau đây"
	case t.no == 1:
		s += viet.Words(len(t.owners)) + " chủ thể đầu tiên"
	case t.no == of:
		s += viet.Words(len(t.owners)) + " chủ thể cuối cùng"
	default:
		s += viet.Words(len(t.owners)) + " chủ thể tiếp theo"
	}
	return s + " bước lên sân khấu để nhận Giấy chứng nhận sản phẩm OCOP:"
}

// reading is the line of one producer.
func reading(in Input, o owner) string {
	s := upperFirst(in.spoken(o.Name))
	if len(o.Certificates) == 1 {
		c := o.Certificates[0]
		return s + ", với sản phẩm “" + in.spoken(c.Product.Name) + "”, đạt hạng " + viet.Words(int(c.Stars)) + " sao"
	}
	s += ", với " + viet.Words(len(o.Certificates)) + " sản phẩm: "
	for i, c := range o.Certificates {
		if i > 0 {
			s += "; "
		}
		s += "“" + in.spoken(c.Product.Name) + "”, đạt hạng " + viet.Words(int(c.Stars)) + " sao"
	}
	return s
}

func handing(in Input, t turn) string {
	if t.presenter == "" {
		return "Xin trân trọng kính mời lãnh đạo lên trao Giấy chứng nhận và chụp ảnh lưu niệm cùng các chủ thể."
	}
	return "Xin trân trọng kính mời " + addressed(in.spoken(t.presenter)) + " lên trao Giấy chứng nhận và chụp ảnh lưu niệm cùng các chủ thể."
}

// addressed puts a form of address into the middle of a sentence: “đồng chí”.
func addressed(name string) string {
	for _, word := range []string{"Đồng chí ", "Ông ", "Bà "} {
		if strings.HasPrefix(name, word) {
			return lowerFirst(name)
		}
	}
	return name
}

func awardOrderPages(in Input) ([]layout.Page, []layout.Problem) {
	if len(in.Certificates) == 0 {
		return nil, nil
	}
	s := newSheet(in, layout.Decree30(), awardOrderKind)
	s.officeHead()
	s.titles(awardOrderKind, in.conferenceTitle(), "")
	turns := stage(in)
	s.say(fmt.Sprintf("Tổng số: %s, trao trong %s lượt.", count(in.Certificates), viet.Count(len(turns))),
		layout.Para{Align: layout.Center, After: 2.5})
	l := awardOrderList(in)
	s.Table(l.table())
	if len(turns) > 0 {
		s.NewPage()
		s.say("LỜI DẪN", titleStyle)
		s.Space(2)
	}
	for _, t := range turns {
		s.speech(t, len(turns))
	}
	return s.done()
}

// speech is one round as the presenter reads it, in larger letters.
func (s *sheet) speech(t turn, of int) {
	read := layout.Para{Size: 14, Before: 2, Leading: 1.35}
	s.say(turnTitle(t), layout.Para{Size: 14, Bold: true, Before: 6, KeepNext: true})
	opening := read
	opening.KeepNext = true
	s.say(callUp(s.in, t, of), opening)
	for i, o := range t.owners {
		line := read
		line.Indent = 8
		end := ";"
		if i == len(t.owners)-1 {
			end = "."
			line.KeepNext = true
		}
		s.say(fmt.Sprintf("%d.\u00a0%s%s", i+1, reading(s.in, o), end), line)
	}
	s.say(handing(s.in, t), read)
}

func awardOrderTable(in Input) *Table {
	if len(in.Certificates) == 0 {
		return nil
	}
	l := awardOrderList(in)
	return l.workbook("Thứ tự trao", listTitle(in, awardOrderKind, in.conferenceTitle(), ""), nil, false)
}
