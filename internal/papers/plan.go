package papers

import (
	"maps"
	"slices"

	"ocoprint/internal/layout"
	"ocoprint/internal/ocop"
)

// Planner gathers what must be known of all certificates before the first page
// of a batch is drawn: which layouts they name, and the texts that decide the
// even sizes. It holds few certificates, so a batch may be longer than memory.
type Planner struct {
	in  Input
	all map[string]*longest // by Certificate.Layout
}

// NewPlanner begins a batch. The input's own certificates do not count.
func NewPlanner(in Input) *Planner { return &Planner{in: in, all: map[string]*longest{}} }

// Needs reports whether a certificate of a layout with these texts must be
// added: the many that cannot decide the even sizes of a long batch need not be.
// Every layout needs its first.
func (p *Planner) Needs(layout string, product ocop.Product, producer ocop.Producer) bool {
	l := p.all[layout]
	return l == nil || !l.over || textLength(ocop.Certificate{Product: product, Producer: producer}) > l.least
}

// Add tells of the next certificate.
func (p *Planner) Add(c ocop.Certificate) {
	l := p.all[c.Layout]
	if l == nil {
		l = &longest{}
		p.all[c.Layout] = l
	}
	l.add(c)
}

// Batch settles the even sizes and checks the layouts, but no certificate.
func (p *Planner) Batch() (*Batch, []layout.Problem) {
	b := &Batch{in: p.in, kinds: map[string]*batchLayout{}, places: p.in.places()}
	var problems []layout.Problem
	names := slices.Sorted(maps.Keys(p.all))
	for _, name := range names {
		t, err := p.in.layout(name)
		if err != nil {
			problems = append(problems, layoutProblem(name, err))
			continue
		}
		k := &batchLayout{Template: t, name: name}
		k.sizes = t.Plan(b.rows(p.all[name].certificates(), t), b.trial(0, k))
		b.kinds[name] = k
	}
	if len(problems) > 0 {
		return b, problems
	}
	for _, name := range names {
		problems = append(problems, b.kinds[name].CheckItself(b.trial(0, b.kinds[name]))...)
	}
	return b, problems
}

// planOver is how many certificates decide the even sizes of a long batch.
const planOver = 1000

// longest keeps the planOver certificates with the most text, in the order in
// which they came while there are no more, else the longest first.
type longest struct {
	kept  []ocop.Certificate
	over  bool
	least int // text of the shortest kept, when over
}

func (l *longest) add(c ocop.Certificate) {
	if l.kept = append(l.kept, c); len(l.kept) == 2*planOver {
		l.cut()
	}
}

func (l *longest) certificates() []ocop.Certificate {
	if l.over || len(l.kept) > planOver {
		l.cut()
	}
	return l.kept
}

func (l *longest) cut() {
	slices.SortStableFunc(l.kept, func(a, b ocop.Certificate) int { return textLength(b) - textLength(a) })
	l.over = true
	clear(l.kept[planOver:])
	l.kept = l.kept[:planOver]
	l.least = textLength(l.kept[planOver-1])
}

func textLength(c ocop.Certificate) int {
	return max(len(c.Product.Name), len(c.Producer.Name), len(c.Producer.Address))
}
