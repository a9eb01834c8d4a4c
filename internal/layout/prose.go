package layout

import (
	"strings"
	"unicode/utf8"

	"ocoprint/internal/viet"
)

// span is a piece of text in one weight.
type span struct {
	text string
	bold bool
	said string // the text before its case was changed; empty: text
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
			out = append(out, span{text: b.String(), bold: bold})
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
	return escaper.Replace(s)
}

var escaper = strings.NewReplacer(`\`, `\\`, `*`, `\*`)

// prose is a text measured once: its width between any two offsets is a
// subtraction, at any size a multiplication.
type prose struct {
	text  string
	said  string // as it was before its case was changed: capitals tell names apart
	runs  []run
	at    []offset // what stands before each byte offset
	nodes []node
	top   float64 // ink of the whole text, 1/1000 em
	deep  float64
}

// offset is what stands before a byte of a prose.
type offset struct {
	units float64 // width, 1/1000 em
	count int32   // letters
	blank int32   // blanks
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
	form      bool // between a legal form and a name: “Hợp tác xã | Minh Họa”
	extra     float64
	bind      float64 // a place or a container before its name: kept in lists, in sentences where it costs no gap
}

// newProse measures the spans in the regular and bold face.
func newProse(f *Faces, parts []span, regular, bold string) *prose {
	p := &prose{}
	var b, said strings.Builder
	for _, s := range parts {
		if s.said == "" {
			s.said = s.text
		}
		said.WriteString(s.said)
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
	p.text, p.said = b.String(), said.String()
	if !sameBlanks(p.text, p.said) {
		p.said = p.text
	}
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
	p.at = make([]offset, n)
	var before offset
	for _, r := range p.runs {
		for i, c := range p.text[r.from:r.to] {
			at := r.from + i
			for k := at; k < at+utf8.RuneLen(c) && k < n; k++ {
				p.at[k] = before
			}
			before.count++
			if c == ' ' || c == '\u00a0' || c == '\n' {
				before.blank++
			}
			if r.fc != nil {
				l := r.fc.at(c)
				before.units += float64(l.width)
				p.top, p.deep = max(p.top, float64(l.top)), max(p.deep, float64(l.deep))
			}
		}
	}
	p.at[n-1] = before
}

// width of the text between two offsets, 1/1000 em; spacing is CharSpace in
// the same unit, between the letters.
func (p *prose) width(from, to int, spacing float64) float64 {
	w := p.at[to].units - p.at[from].units
	if n := p.at[to].count - p.at[from].count; spacing != 0 && n > 1 {
		w += float64(n-1) * spacing
	}
	return w
}

// longestSyllable is the length of “nghiêng”.
const longestSyllable = 7

// orphan reports whether the line is one syllable, or a figure, left alone.
func (p *prose) orphan(from, to int) bool {
	n := p.at[to].count - p.at[from].count
	return n <= longestSyllable && p.at[to].blank == p.at[from].blank
}
