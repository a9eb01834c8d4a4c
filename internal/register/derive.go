package register

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"runtime"
	"strconv"
	"strings"
	"sync"

	"ocoprint/internal/ocop"
)

// memoryIndex is the indexes derived in memory, to compare with. It keeps what
// later entries build on, and digests of the rest: 100,000 certificates are
// audited in some tens of megabytes.
type memoryIndex struct {
	rows    map[digest16]leanRow // by id
	numbers map[numberKey]digest16
	series  map[string]int32   // for numberKey
	results map[digest16]int64 // first entry of the certificate
	refs    map[string]int64   // blob hash -> first entry that needs it
	erased  map[string]int64   // id -> last entry that erased personal data about it
	gone    []Event            // entries whose personal data was erased
	starts  map[string]int     // series -> declared first number
	known   map[string]bool    // heads that a restore said were lost
}

type digest16 [16]byte

type numberKey struct {
	series int32
	seq    int32
}

// leanRow is a row of which most of the text is a digest.
type leanRow struct {
	text         digest16
	first, entry int64
	small        string // what later entries may change, see rowSmall
}

// rowSmall is the part of a row that is kept as it is: mostly empty texts.
func rowSmall(r Row) string {
	if r.No == "" && r.Marks == "" && r.Replaces == "" && r.ReplacedBy == "" {
		return ""
	}
	return strings.Join([]string{r.No, r.Marks, r.Replaces, r.ReplacedBy}, "\x1f")
}

func newMemoryIndex() *memoryIndex {
	return &memoryIndex{rows: map[digest16]leanRow{}, numbers: map[numberKey]digest16{}, series: map[string]int32{},
		results: map[digest16]int64{}, refs: map[string]int64{}, erased: map[string]int64{}, starts: map[string]int{}, known: map[string]bool{}}
}

func rowKey(id string) digest16 { return short16("id", id) }

func (m *memoryIndex) Row(id string) (Row, bool, error) {
	l, ok := m.rows[rowKey(id)]
	r := Row{ID: id, First: l.first, Entry: l.entry, SortIssue: sortIssue(l.first), lean: ok, text16: l.text}
	if part := strings.Split(l.small, "\x1f"); len(part) == 4 {
		r.No, r.Marks, r.Replaces, r.ReplacedBy = part[0], part[1], part[2], part[3]
	}
	return r, ok, nil
}

func (m *memoryIndex) PutRow(r Row) error {
	l := leanRow{r.text16, r.First, r.Entry, rowSmall(r)}
	if !r.lean {
		l.text = r.digest()
	}
	m.rows[rowKey(r.ID)] = l
	return nil
}

func (m *memoryIndex) PutNumber(n Number) error {
	key, ok := m.number(n)
	if !ok {
		m.series[n.Series] = int32(len(m.series))
		key, _ = m.number(n)
	}
	m.numbers[key] = n.digest()
	return nil
}

// number is where a number is kept; false when nothing of its series is.
func (m *memoryIndex) number(n Number) (numberKey, bool) {
	series, ok := m.series[n.Series]
	return numberKey{series, int32(n.Seq)}, ok
}

func (m *memoryIndex) PutResult(key, id string) error {
	m.results[short16("key", key)] = m.rows[rowKey(id)].first
	return nil
}

// same compares a stored row with the derived one.
func (l leanRow) same(r Row) bool {
	return l.first == r.First && l.entry == r.Entry && l.small == rowSmall(r) &&
		bytes.Equal(r.SortIssue, sortIssue(l.first)) && l.text == r.digest()
}

// digest covers what leanRow does not keep.
func (r Row) digest() digest16 {
	b := make([]byte, 0, 1024)
	for _, s := range []string{r.ID, r.Number, r.Series, r.Code, r.Authority, r.Decision, r.ProductKey, r.ProducerKey,
		r.Commune, r.Search, string(r.SortNumber), string(r.SortProduct), string(r.SortProducer), string(r.SortLastDay)} {
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	for _, n := range []int{r.Revision, r.Seq, int(r.Stars), int(r.Score.Micros), flagInt(r.Score.Known), r.Round.No, r.Round.Year, flagInt(r.Sample)} {
		b = binary.AppendVarint(b, int64(n))
	}
	for _, d := range []ocop.Date{r.DecisionDate, r.IssuedOn, r.ValidFrom, r.LastDay} {
		b = binary.AppendVarint(binary.AppendVarint(binary.AppendVarint(b, int64(d.Year)), int64(d.Month)), int64(d.Day))
	}
	sum := sha256.Sum256(b)
	return digest16(sum[:16])
}

func (n Number) digest() digest16 {
	return short16(n.Series, strconv.Itoa(n.Seq), n.Number, n.Authority, n.ID, string(n.State), n.Reason, strconv.FormatInt(n.Entry, 10))
}

// short16 is a digest of texts.
func short16(parts ...string) digest16 {
	b := make([]byte, 0, 256)
	for _, s := range parts {
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	sum := sha256.Sum256(b)
	return digest16(sum[:16])
}

func flagInt(b bool) int {
	if b {
		return 1
	}
	return 0
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
		if p.page, err = p.tx.PersonalAfter(p.after, 250); err != nil {
			return Personal{}, false, err
		}
		for _, x := range p.page {
			if x.Seq <= p.after {
				return Personal{}, false, errOrder
			}
			p.after = x.Seq
		}
		p.end = len(p.page) == 0
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
		if g, ok := ev.gap(); ok {
			a.rep.Gaps = append(a.rep.Gaps, g)
		}
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
