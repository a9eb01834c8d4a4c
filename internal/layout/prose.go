package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ocoprint/internal/viet"
)

// span is a piece of text in one weight.
type span struct {
	text string
	bold bool
}

// spans reads **bold** parts. A pair of stars opens only before a letter and
// closes only after one, so that “hạng ***” stays as it is; \* is a star.
func spans(s string) []span {
	if !strings.ContainsAny(s, `*\`) {
		return []span{{text: s}}
	}
	var out []span
	var b strings.Builder
	bold, star := false, false // star: the letter before is a star that stands for itself
	flush := func() {
		if b.Len() > 0 {
			out = append(out, span{b.String(), bold})
			b.Reset()
		}
	}
	for i := 0; i < len(s); i++ {
		after := star
		star = false
		switch {
		case s[i] == '\\' && i+1 < len(s) && (s[i+1] == '*' || s[i+1] == '\\'):
			i++
			b.WriteByte(s[i])
		case !after && togglesBold(s, i, bold):
			flush()
			bold = !bold
			i++
		default:
			star = s[i] == '*'
			b.WriteByte(s[i])
		}
	}
	flush()
	return out
}

func togglesBold(s string, i int, bold bool) bool {
	if !strings.HasPrefix(s[i:], "**") || strings.HasPrefix(s[i:], "***") {
		return false
	}
	if bold {
		return i > 0 && !isBlank(s[i-1])
	}
	rest := s[i+2:]
	return rest != "" && !isBlank(rest[0]) && strings.Contains(rest, "**")
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// Escape makes a text stand for itself where **bold** spans are read.
func Escape(s string) string {
	if !strings.ContainsAny(s, `*\`) {
		return s
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`).Replace(s)
}

// prose is a text measured once: its width between any two offsets is a
// subtraction, at any size a multiplication.
type prose struct {
	text  string
	runs  []run
	units []float64 // width before each byte offset, 1/1000 em
	count []int32   // letters before each byte offset
	blank []int32   // blanks before each byte offset
	nodes []node
	top   float64 // ink of the whole text, 1/1000 em
	deep  float64
}

// run is a stretch of a prose in one face.
type run struct {
	from, to int
	key      string
	fc       *face
}

// node is a place where a line may begin: the line before ends at end.
type node struct {
	end, next int
	class     viet.BreakClass
	hard      bool // the text says so: a newline
	pair      bool // between the two syllables of a pair in a name: “Minh | Họa”
}

// newProse measures the spans in the regular and bold face.
func newProse(f *Faces, parts []span, regular, bold string) *prose {
	p := &prose{}
	var b strings.Builder
	for _, s := range parts {
		key := regular
		if s.bold && bold != "" {
			key = bold
		}
		from := b.Len()
		b.WriteString(s.text)
		if n := len(p.runs); n > 0 && p.runs[n-1].key == key {
			p.runs[n-1].to = b.Len()
		} else if s.text != "" {
			p.runs = append(p.runs, run{from, b.Len(), key, f.get(key)})
		}
	}
	p.text = b.String()
	p.blanksForward()
	p.measure()
	return p
}

// blanksForward gives the blanks at the start of a run to the run before: a run
// that begins with its first letter can be stretched between its words.
func (p *prose) blanksForward() {
	kept := p.runs[:0]
	for i, r := range p.runs {
		for i > 0 && len(kept) > 0 && r.from < r.to && p.text[r.from] == ' ' {
			r.from++
			kept[len(kept)-1].to++
		}
		if r.from < r.to {
			kept = append(kept, r)
		}
	}
	p.runs = kept
}

// breaks lists where lines may begin, found when first asked for: most texts
// fit in one line and never ask.
func (p *prose) breaks() []node {
	if p.nodes == nil {
		p.findNodes()
	}
	return p.nodes
}

func (p *prose) measure() {
	n := len(p.text) + 1
	p.units, p.count, p.blank = make([]float64, n), make([]int32, n), make([]int32, n)
	var w float64
	var letters, blanks int32
	for _, r := range p.runs {
		for i, c := range p.text[r.from:r.to] {
			at := r.from + i
			for k := at; k < at+utf8.RuneLen(c) && k < n; k++ {
				p.units[k], p.count[k], p.blank[k] = w, letters, blanks
			}
			letters++
			if c == ' ' || c == '\u00a0' || c == '\n' {
				blanks++
			}
			if r.fc != nil {
				l := r.fc.at(c)
				w += float64(l.width)
				p.top, p.deep = max(p.top, float64(l.top)), max(p.deep, float64(l.deep))
			}
		}
	}
	p.units[n-1], p.count[n-1], p.blank[n-1] = w, letters, blanks
}

// findNodes lists where lines may begin: 0, every blank with its class and
// every newline; a last node stands at the end of the text.
func (p *prose) findNodes() {
	p.nodes = append(p.nodes, node{0, 0, viet.Normal, true, false})
	from := 0
	for {
		nl := strings.IndexByte(p.text[from:], '\n')
		to := len(p.text)
		if nl >= 0 {
			to = from + nl
		}
		first := len(p.nodes)
		for _, b := range viet.Breaks(p.text[from:to]) {
			p.nodes = append(p.nodes, node{from + b.Offset, from + b.Next, b.Class, false, false})
		}
		p.markPairs(p.nodes[first:], from, to)
		if nl < 0 {
			break
		}
		p.nodes = append(p.nodes, node{to, to + 1, viet.Normal, true, false})
		from = to + 1
	}
	p.nodes = append(p.nodes, node{len(p.text), len(p.text), viet.Normal, true, false})
}

// markPairs marks the breaks inside the pairs of a name. Names are runs of
// syllables that begin with a capital; read from the front they mostly are
// pairs: “Minh Họa | San Thàng”, and a last one that is over belongs to the pair
// before it (“Nguyễn Văn Mẫu”).
func (p *prose) markPairs(nodes []node, from, to int) {
	at, run := from, 0 // where the syllable begins, capitals before it
	for i := range nodes {
		n := &nodes[i]
		a, b := p.text[at:n.end], p.text[n.next:to]
		if k := strings.IndexByte(b, ' '); k >= 0 {
			b = b[:k]
		}
		if run++; !properName(a) {
			run = 0
		}
		if run > 0 && properName(b) {
			last := i+1 == len(nodes) || !properName(p.text[nodes[i+1].next:to])
			n.pair = run%2 == 1 || last && run == 2
		}
		if strings.ContainsAny(a[len(a)-1:], ",.;:)") {
			run = 0
			n.pair = false
		}
		at = n.next
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

// width of the text between two offsets, 1/1000 em; spacing is CharSpace in
// the same unit, between the letters.
func (p *prose) width(from, to int, spacing float64) float64 {
	w := p.units[to] - p.units[from]
	if n := p.count[to] - p.count[from]; spacing != 0 && n > 1 {
		w += float64(n-1) * spacing
	}
	return w
}

// longestSyllable is the length of “nghiêng”.
const longestSyllable = 7

// orphan reports whether the line is one syllable, or a figure, left alone.
func (p *prose) orphan(from, to int) bool {
	n := p.count[to] - p.count[from]
	return n <= longestSyllable && p.blank[to] == p.blank[from]
}
