package papers

import (
	"fmt"
	"regexp"
	"strings"

	"ocoprint/internal/layout"
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// spoken is a name as it is read aloud: abbreviations and units in full, no full
// stop in the middle of the sentence.
func (in Input) spoken(s string) string {
	return spokenUnits(viet.ExpandAbbreviations(strings.TrimRight(s, ". "), in.Settings.Abbreviations))
}

// measure is a unit after a figure: “500 g”, “1,5l”.
var measure = regexp.MustCompile(`(\d)([ \x{a0}]?)(kg|gr|g|ml|l|cm|mm|m|ha)($|[^\pL\pN])`)

var measureWords = map[string]string{"kg": "ki-lô-gam", "gr": "gam", "g": "gam", "ml": "mi-li-lít", "l": "lít",
	"cm": "xăng-ti-mét", "mm": "mi-li-mét", "m": "mét", "ha": "héc-ta"}

func spokenUnits(s string) string {
	s = measure.ReplaceAllStringFunc(s, func(m string) string {
		p := measure.FindStringSubmatch(m)
		return p[1] + "\u00a0" + measureWords[p[3]] + p[4]
	})
	return strings.ReplaceAll(s, " × ", " nhân ")
}

// callUp is what the presenter reads before a round.
func callUp(in Input, t turn, of int) string {
	s := "Xin trân trọng kính mời đại diện "
	if n := len(t.owners); n > 1 {
		s += viet.Words(n) + " "
	}
	switch {
	case of == 1:
		s += "chủ thể sau đây"
	case t.no == 1:
		s += "chủ thể đầu tiên"
	case t.no == of:
		s += "chủ thể cuối cùng"
	default:
		s += "chủ thể tiếp theo"
	}
	return s + " bước lên sân khấu để nhận Giấy chứng nhận sản phẩm OCOP:"
}

// reading is the line of one producer: the rank is said once when all his
// products have the same.
func reading(in Input, o owner) string {
	s := upperFirst(in.spoken(o.Name)) + ", với "
	if len(o.Certificates) > 1 {
		s += viet.Words(len(o.Certificates)) + " "
	}
	s += "sản phẩm"
	common := o.Certificates[0].Stars
	for _, c := range o.Certificates {
		if c.Stars != common {
			common = 0
		}
	}
	if common > 0 && len(o.Certificates) > 1 {
		s += rank(common)
	}
	var names []string
	for _, c := range o.Certificates {
		name := "“" + in.spoken(c.Product.Name) + "”"
		if common == 0 {
			name += rank(c.Stars)
		}
		names = append(names, name)
	}
	if len(names) == 1 {
		return s + " " + names[0] + "," + rank(common)
	}
	return s + ": " + strings.Join(names, "; ")
}

// rank is “ đạt hạng ba sao”.
func rank(s ocop.Stars) string { return " đạt " + nobreak("hạng "+viet.Words(int(s))+" sao") }

func handing(in Input, t turn) string {
	who := "lãnh đạo"
	if t.presenter != "" {
		who = addressed(in.spoken(t.presenter))
	}
	return "Xin trân trọng kính mời " + who + " lên trao Giấy chứng nhận và chụp ảnh lưu niệm cùng " + theProducers(t.owners) + "."
}

// theProducers is “các chủ thể”, of one alone “chủ thể”.
func theProducers(owners []owner) string {
	if len(owners) == 1 {
		return "chủ thể"
	}
	return "các chủ thể"
}

// addressed puts a form of address into the middle of a sentence: “đồng chí”.
func addressed(name string) string {
	for _, word := range []string{"Đồng chí ", "Ông ", "Bà ", "Đại diện ", "Lãnh đạo "} {
		if strings.HasPrefix(name, word) {
			return lowerFirst(name)
		}
	}
	return name
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
		line.Indent, line.FirstIndent = 8+hang(14), -hang(14)
		end := ";"
		if i == len(t.owners)-1 {
			end = "."
			line.KeepNext = true
		}
		// Nobody turns a page in the middle of a name.
		s.KeepTogether(func(*layout.Flow) { s.say(fmt.Sprintf("%d.\u00a0%s%s", i+1, reading(s.in, o), end), line) })
	}
	s.say(handing(s.in, t), read)
}
