package register

import (
	"bytes"
	"runtime"
	"sync"

	"ocoprint/internal/ocop"
)

// memoryIndex is the indexes derived in memory, to compare with.
type memoryIndex struct {
	rows    map[string]Row
	numbers map[numberKey]Number
	results map[string]string
	refs    map[string]int64 // blob hash -> first entry that needs it
	erased  map[string]int64 // id -> last entry that erased personal data about it
	gone    []Event          // entries whose personal data was erased
	starts  map[string]int   // series -> declared first number
	known   map[string]bool  // heads that a restore said were lost
}

type numberKey struct {
	series string
	seq    int
}

func newMemoryIndex() *memoryIndex {
	return &memoryIndex{map[string]Row{}, map[numberKey]Number{}, map[string]string{}, map[string]int64{}, map[string]int64{}, nil, map[string]int{}, map[string]bool{}}
}

func (m *memoryIndex) Row(id string) (Row, bool, error) {
	r, ok := m.rows[id]
	return r, ok, nil
}

func (m *memoryIndex) PutRow(r Row) error {
	m.rows[r.ID] = r
	return nil
}

func (m *memoryIndex) PutNumber(n Number) error {
	m.numbers[numberKey{n.Series, n.Seq}] = n
	return nil
}

func (m *memoryIndex) PutResult(key, id string) error {
	m.results[key] = id
	return nil
}

// same compares all that is stored of a row.
func (r Row) same(o Row) bool {
	sorts := bytes.Equal(r.SortIssue, o.SortIssue) && bytes.Equal(r.SortNumber, o.SortNumber) &&
		bytes.Equal(r.SortProduct, o.SortProduct) && bytes.Equal(r.SortProducer, o.SortProducer) &&
		bytes.Equal(r.SortLastDay, o.SortLastDay)
	return sorts && r.plain() == o.plain()
}

// plainRow is a row without its slices, to be compared at once.
type plainRow struct {
	texts [14]string
	nums  [8]int64
	flags [2]bool
	dates [4]ocop.Date
}

func (r Row) plain() plainRow {
	return plainRow{
		texts: [14]string{r.ID, r.Number, r.Series, r.Code, r.Authority, r.Decision, r.ProductKey, r.ProducerKey,
			r.Commune, r.No, r.Search, r.Marks, r.Replaces, r.ReplacedBy},
		nums: [8]int64{int64(r.Revision), r.First, r.Entry, int64(r.Seq), int64(r.Stars), r.Score.Micros,
			int64(r.Round.No), int64(r.Round.Year)},
		flags: [2]bool{r.Score.Known, r.Sample},
		dates: [4]ocop.Date{r.DecisionDate, r.IssuedOn, r.ValidFrom, r.LastDay},
	}
}

// decoded is an entry read and prepared for comparison.
type decoded struct {
	ev  Event
	own derived
	err error
}

// decode reads the bodies of a page on all processors.
func decode(page []Entry) []decoded {
	all := make([]decoded, len(page))
	workers := runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(page); i += workers {
				d := &all[i]
				if d.ev, d.err = page[i].Event(); d.err == nil {
					d.own = derive(d.ev)
				}
			}
		})
	}
	wg.Wait()
	return all
}

// personalWalk reads the personal data beside the journal in step with it.
type personalWalk struct {
	tx    Tx
	page  []Personal
	after int64
	end   bool
}

func (p *personalWalk) peek() (Personal, bool, error) {
	if len(p.page) == 0 && !p.end {
		var err error
		if p.page, err = p.tx.PersonalAfter(p.after, 1000); err != nil {
			return Personal{}, false, err
		}
		if p.end = len(p.page) == 0; !p.end {
			p.after = p.page[len(p.page)-1].Seq
		}
	}
	if len(p.page) == 0 {
		return Personal{}, false, nil
	}
	return p.page[0], true, nil
}

// check compares the personal data beside an entry with the hash in it. Data
// may be erased, never changed, added or taken away without a trace.
func (p *personalWalk) check(a *audit, ev Event) error {
	for _, hash := range ev.Refs {
		if _, ok := a.memory.refs[hash]; !ok {
			a.memory.refs[hash] = ev.Seq
		}
	}
	switch ev.Kind {
	case KindErase:
		a.memory.erased[ev.ID] = ev.Seq
	case KindStart:
		a.memory.starts[ev.Series] = ev.From
	case KindRestore:
		a.memory.known[ev.Info["known"]] = true
	}
	next, ok, err := p.peek()
	for ; err == nil && ok && next.Seq < ev.Seq; next, ok, err = p.peek() {
		a.bad(next.Seq, "personal", "personal data beside entry %d, which has none", next.Seq)
		p.page = p.page[1:]
	}
	if err != nil {
		return err
	}
	beside := ok && next.Seq == ev.Seq
	if beside {
		p.page = p.page[1:]
	}
	switch {
	case beside != (ev.Personal != ""):
		a.bad(ev.Seq, "personal", "personal data beside entry %d: stored %v, entered %v", ev.Seq, beside, ev.Personal != "")
	case beside && next.Erased == 0 && personalHash(next.Salt, next.Data) != ev.Personal:
		a.bad(ev.Seq, "personal", "personal data beside entry %d was changed", ev.Seq)
	case beside && next.Erased != 0 && (len(next.Data) > 0 || len(next.Salt) > 0):
		a.bad(ev.Seq, "personal", "personal data beside entry %d is said to be erased and is not", ev.Seq)
	case beside && next.Erased != 0:
		a.memory.gone = append(a.memory.gone, ev)
	}
	return nil
}

// rest finds personal data beyond the last entry, and what was erased without
// an entry that says so.
func (p *personalWalk) rest(a *audit) error {
	for _, ev := range a.memory.gone {
		if a.memory.erased[ev.ID] < ev.Seq {
			a.bad(ev.Seq, "personal", "personal data beside entry %d was erased without an entry", ev.Seq)
		}
	}
	next, ok, err := p.peek()
	if err == nil && ok {
		a.bad(next.Seq, "personal", "personal data beside entry %d, which does not exist", next.Seq)
	}
	return err
}
