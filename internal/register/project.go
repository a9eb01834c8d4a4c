package register

import (
	"fmt"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// indexes are what the register is searched by. A store keeps them for speed;
// Audit derives them again in memory and compares.
type indexes interface {
	Row(id string) (Row, bool, error)
	PutRow(Row) error
	PutNumber(Number) error
	PutResult(key, id string) error
}

// derived is what of an entry's index can be made without looking at others:
// an audit makes it on all processors.
type derived struct {
	row  Row
	keys []string
}

func derive(ev Event) (d derived) {
	if ev.Cert != nil {
		d.row, d.keys = rowOf(ev), resultKeys(ev)
	}
	return d
}

// project brings the indexes up to date with one entry. It is the only place
// that writes them, live and in an audit.
func project(ix indexes, ev Event) error { return projectDerived(ix, ev, derive(ev)) }

func projectDerived(ix indexes, ev Event, d derived) error {
	if ev.Cert != nil {
		return projectText(ix, ev, d)
	}
	if ev.Kind == KindClose || ev.Kind == KindMissing {
		return projectNumbers(ix, ev)
	}
	if m, ok := marks[ev.Kind]; ok && ev.ID != "" {
		return mark(ix, ev.ID, m, ev)
	}
	return nil
}

// projectText enters a certificate's text: its first or a later revision.
func projectText(ix indexes, ev Event, d derived) error {
	c := ev.Cert
	before, had, err := ix.Row(c.ID)
	if err != nil {
		return err
	}
	row := d.row
	if had {
		row.First, row.Marks, row.Replaces, row.ReplacedBy = before.First, before.Marks, before.Replaces, before.ReplacedBy
		if ev.Source == nil {
			row.No = before.No
		}
		row.SortIssue = before.SortIssue
	}
	if err := ix.PutRow(row); err != nil {
		return err
	}
	for _, key := range d.keys {
		if err := ix.PutResult(key, c.ID); err != nil {
			return err
		}
	}
	if ev.Replaces != "" {
		if err := supersede(ix, ev); err != nil {
			return err
		}
	}
	if had {
		return nil
	}
	return ix.PutNumber(Number{Series: c.Series, Seq: c.Seq, Number: c.Number, Authority: c.Authority.Code,
		ID: c.ID, State: NumberGiven, Entry: ev.Seq})
}

// supersede closes the certificate that another one replaces.
func supersede(ix indexes, ev Event) error {
	old, ok, err := ix.Row(ev.Replaces)
	if err != nil || !ok {
		return err
	}
	old.ReplacedBy = ev.Cert.ID
	old.mark(markReplaced, ev)
	return ix.PutRow(old)
}

// resultKeys are the keys by which a result is recognised again: as it was
// keyed then, and as this program keys it now, so that a finer key never
// forgets what was issued.
func resultKeys(ev Event) []string {
	now := keyOfCert(ev.Cert)
	if ev.Key == "" || ev.Key == now {
		return []string{now}
	}
	return []string{ev.Key, now}
}

func projectNumbers(ix indexes, ev Event) error {
	if strings.HasPrefix(ev.Series, "id:") {
		return nil // an id group has no numbers of its own: Head.Tops remembers it
	}
	n := Number{Series: ev.Series, Authority: seriesAuthority(ev.Series), Reason: ev.Reason, Entry: ev.Seq}
	n.State = NumberClosed
	if ev.Kind == KindMissing {
		n.State = NumberMissing
	}
	for n.Seq = ev.From; n.Seq <= ev.To; n.Seq++ {
		if n.Number = seriesNumber(ev.Series, n.Seq); ev.Number != "" {
			n.Number = ev.Number
		}
		if err := ix.PutNumber(n); err != nil {
			return err
		}
	}
	return nil
}

// Marks of a row: a letter and the day.
const (
	markPrinted   = 'P'
	markReprinted = 'p'
	markRevoked   = 'R'
	markSuspended = 'S'
	markLifted    = 'L'
	markExpired   = 'X'
	markHanded    = 'H'
	markCancelled = 'C'
	markReplaced  = 'U'
)

var marks = map[Kind]rune{
	KindPrint: markPrinted, KindReprint: markReprinted, KindRevoke: markRevoked, KindSuspend: markSuspended,
	KindLift: markLifted, KindExpire: markExpired, KindHandOver: markHanded, KindCancel: markCancelled,
	KindReplace: markReplaced,
}

func mark(ix indexes, id string, letter rune, ev Event) error {
	row, ok, err := ix.Row(id)
	if err != nil {
		return err
	}
	if !ok {
		return fmt.Errorf("entry %d: no certificate %q", ev.Seq, id)
	}
	row.mark(letter, ev)
	if ev.ReplacedBy != "" {
		row.ReplacedBy = ev.ReplacedBy
	}
	return ix.PutRow(row)
}

func (r *Row) mark(letter rune, ev Event) {
	m := string(letter) + ev.Day.ISO()
	if letter == markSuspended && !ev.Until.IsZero() {
		m += "~" + ev.Until.ISO()
	}
	r.Marks = strings.TrimSpace(r.Marks + " " + m)
}

// rowOf derives the row of a certificate's text, keyed as this program keys
// (Open derives the indexes again when the keys have changed).
func rowOf(ev Event) Row {
	c := ev.Cert
	r := Row{
		ID: c.ID, Revision: c.Revision, First: ev.Seq, Entry: ev.Seq,
		Number: c.Number, Series: c.Series, Seq: c.Seq, Code: c.Code, Authority: c.Authority.Code,
		Decision: foldKey.of(c.Decision.Number), DecisionDate: c.Decision.Date,
		ProductKey: foldKey.of(c.Product.Name), ProducerKey: foldKey.of(c.Producer.Name),
		Stars: c.Stars, Score: c.Score, Round: c.Round, Commune: c.Producer.Commune,
		IssuedOn: c.IssuedOn, ValidFrom: c.ValidFrom, LastDay: c.LastDay,
		Replaces: ev.Replaces, Sample: c.Sample,
	}
	if ev.Source != nil {
		r.No = ev.Source.No
	}
	r.Search = searchText(*c)
	r.sort(ev)
	return r
}

// searchText is what words are looked for in: each word between blanks, then
// everything without blanks ("mac ca", "mắc-ca" and "macca" meet).
func searchText(c ocop.Certificate) string {
	var words, tight strings.Builder
	for _, s := range []string{c.Product.Name, c.Producer.Name, c.Number, c.ID} {
		words.WriteString(" " + viet.SearchKey(s))
		tight.WriteString("\n" + viet.SearchTight(s))
	}
	words.WriteString(" " + searchKey.of(c.Producer.Commune) + " " + searchKey.of(c.Decision.Number))
	return strings.ReplaceAll(words.String()+" "+tight.String(), "\x00", "")
}

// searchWords is how a text is looked for: a word of digits whole, others from
// their beginning, and a text without digits also written together.
func searchWords(text string) (words []string, tight string) {
	for w := range strings.FieldsSeq(viet.SearchKey(text)) {
		if strings.Trim(w, "0123456789") == "" {
			words = append(words, " "+w+" ")
		} else {
			words = append(words, " "+w)
		}
	}
	if strings.ContainsAny(text, "0123456789") {
		return words, ""
	}
	return words, viet.SearchTight(text)
}

func (r *Row) sort(ev Event) {
	c := ev.Cert
	by := func(s string) []byte { return []byte(s + "\x00" + c.ID) }
	r.SortIssue = sortIssue(r.First)
	r.SortNumber = by(fmt.Sprintf("%s\x00%09d", c.Series, c.Seq))
	r.SortProduct = by(viet.SortKey(c.Product.Name))
	r.SortProducer = by(viet.SortKey(c.Producer.Name))
	r.SortLastDay = by(c.LastDay.ISO())
}

func sortIssue(first int64) []byte { return fmt.Appendf(nil, "%012d", first) }
