package layout

import (
	"strings"
	"unicode"

	"ocoprint/internal/viet"
)

// findNodes lists where lines may begin: 0, every blank with its class and
// every newline; a last node stands at the end of the text.
func (p *prose) findNodes() {
	p.nodes = append(p.nodes, node{class: viet.Normal, hard: true})
	from := 0
	for {
		nl := strings.IndexByte(p.said[from:], '\n')
		to := len(p.said)
		if nl >= 0 {
			to = from + nl
		}
		first := len(p.nodes)
		for _, b := range viet.Breaks(p.said[from:to]) {
			p.nodes = append(p.nodes, node{end: from + b.Offset, next: from + b.Next, class: b.Class})
		}
		p.weigh(p.nodes[first:], from, to)
		if nl < 0 {
			break
		}
		p.nodes = append(p.nodes, node{end: to, next: to + 1, class: viet.Normal, hard: true})
		from = to + 1
	}
	p.nodes = append(p.nodes, node{end: len(p.text), next: len(p.text), class: viet.Normal, hard: true})
}

// weigh adds to the breaks of one paragraph what the class of a break does not
// say: breaks inside pairs of a name, between a name and its figure, before a year,
// after a legal form, between a place and its name or a container and its measure,
// and after a comma inside parentheses.
func (p *prose) weigh(nodes []node, from, to int) {
	words := make([]string, len(nodes)+1)
	for i, n := range nodes {
		words[i] = p.said[from:n.end]
		from = n.next
	}
	words[len(nodes)] = p.said[from:to]
	for i := range nodes {
		a, b := words[i], words[i+1]
		nodes[i].form = nodes[i].class == viet.Forbidden && properName(b) && !properName(a)
		if b == "năm" && nodes[i].class == viet.Avoid {
			nodes[i].extra = costYear
		}
		if properName(a) && leadsWithFigure(b) && (i+1 == len(nodes) || nodes[i+1].class != viet.Forbidden) {
			nodes[i].extra += costPair // “Ví Dụ | 01”, not “Shan | 100 g”
		}
		if nodes[i].class != viet.Forbidden {
			nodes[i].bind = beforeName(a, b)
		}
		if nodes[i].class == viet.Avoid && (strings.HasSuffix(a, ",") || strings.HasSuffix(a, ";")) {
			nodes[i].extra += costComma
		}
	}
	for i := 0; i < len(words); {
		if unitWords[words[i]] {
			i++ // “Xã | San Thàng”: the name begins behind it
			continue
		}
		n := nameLength(words[i:], nodes[i:])
		goesOn := n == 3 && i+n < len(words) && properName(words[i+n]) && clean(words[i+n-1])
		markPairs(nodes[i:], n, goesOn)
		i += max(n, 1)
	}
}

// beforeName is what a break costs between the word for a place and the name of
// the place (“bản | Sùng Phài”), or between a container and what it holds (“chai |
// 500 ml”).
func beforeName(a, b string) float64 {
	switch a = viet.Lower(a); {
	case placeWords[a] && properName(b):
		return costPlace
	case holders[a] && leadsWithFigure(b):
		return costHolds
	}
	return 0
}

// placeWords end the word for a place: “phố” and “trấn” that of “thành phố”, “khu
// phố” and “thị trấn”.
var placeWords = wordSet("bản thôn xóm ấp buôn tổ khu xã phường huyện quận tỉnh phố trấn")

// holders are what a product comes in.
var holders = wordSet("chai lọ hộp gói túi bao hũ bình can thùng bịch vỉ khay cuộn set bó lốc")

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// unitWords come before the name of a place; some people begin them with a capital.
var unitWords = map[string]bool{"Xã": true, "Phường": true, "Bản": true, "Thôn": true, "Huyện": true, "Tỉnh": true}

// nameLength is how many words from the first are syllables of one name: each
// begins with a capital, none ends with a sign, and none is part of a word that
// is known and never parted (“Lai Châu”).
func nameLength(words []string, nodes []node) (n int) {
	for n < len(words) && properName(words[n]) {
		known := n < len(nodes) && nodes[n].class == viet.Forbidden && properName(words[n+1])
		if known {
			if n == 0 {
				return 2
			}
			return n
		}
		if n++; !clean(words[n-1]) {
			break
		}
	}
	return n
}

// clean reports whether no sign ends a word.
func clean(w string) bool { return !strings.ContainsAny(w[len(w)-1:], ",.;:)") }

// markPairs marks the breaks inside the pairs of a name of n syllables. Names of
// producers and places are made of pairs (“Minh Họa | San Thàng”); three stay
// together, and if they cannot then the last two (“Phạm | Minh Họa”); of five or
// more the odd one stands in front (“Chè | Minh Họa | Sùng Phài”), and so it does of
// three that go on with a name that is known.
func markPairs(nodes []node, n int, goesOn bool) {
	for i := range min(n-1, len(nodes)) {
		switch {
		case n == 3 && i == 0 && !goesOn:
			nodes[i].extra += costThree
		case i%2 == n%2:
			nodes[i].extra += costPair
		}
	}
}

// properName reports whether a word begins like a part of a name: a capital, then
// small letters.
func properName(s string) bool {
	first := true
	for _, r := range s {
		if !first {
			return unicode.IsLower(r)
		}
		if first = false; !unicode.IsUpper(r) {
			return false
		}
	}
	return false
}

func leadsWithFigure(s string) bool { return s != "" && '0' <= s[0] && s[0] <= '9' }

// sameBlanks reports whether two texts have their blanks at the same offsets.
func sameBlanks(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if isBlank(a[i]) != isBlank(b[i]) {
			return false
		}
	}
	return true
}
