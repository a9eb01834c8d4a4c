package sqlstore

import (
	"fmt"
	"strings"

	"ocoprint/internal/ocop"
	"ocoprint/internal/register"
)

// day scans a TEXT day.
type day struct{ d *ocop.Date }

// Scan reads 2023-11-20 or nothing.
func (d day) Scan(v any) error {
	switch v := v.(type) {
	case string:
		return d.d.UnmarshalText([]byte(v))
	case []byte:
		return d.d.UnmarshalText(v)
	}
	return fmt.Errorf("scan day: %T", v)
}

// flag scans a BIGINT 0 or 1.
type flag struct{ b *bool }

// Scan reads 0 or 1 and nothing else.
func (f flag) Scan(v any) error {
	n, ok := v.(int64)
	if !ok || n < 0 || n > 1 {
		return fmt.Errorf("scan flag: %v", v)
	}
	*f.b = n == 1
	return nil
}

func bit(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

var rowColumns = []string{"id", "revision", "first_entry", "entry", "number", "series", "seq", "code", "authority",
	"decision", "decision_date", "product_key", "producer_key", "stars", "score", "score_known", "round_no", "round_year",
	"commune", "issued_on", "valid_from", "last_day", "row_no", "search", "marks", "replaces", "replaced_by", "sample",
	"sort_issue", "sort_number", "sort_product", "sort_producer", "sort_last_day"}

func rowPlaces(r *register.Row) []any {
	return []any{&r.ID, &r.Revision, &r.First, &r.Entry, &r.Number, &r.Series, &r.Seq, &r.Code, &r.Authority,
		&r.Decision, day{&r.DecisionDate}, &r.ProductKey, &r.ProducerKey, (*int)(&r.Stars), &r.Score.Micros, flag{&r.Score.Known},
		&r.Round.No, &r.Round.Year, &r.Commune, day{&r.IssuedOn}, day{&r.ValidFrom}, day{&r.LastDay}, &r.No, &r.Search,
		&r.Marks, &r.Replaces, &r.ReplacedBy, flag{&r.Sample},
		&r.SortIssue, &r.SortNumber, &r.SortProduct, &r.SortProducer, &r.SortLastDay}
}

func rowValues(r register.Row) []any {
	return []any{r.ID, r.Revision, r.First, r.Entry, r.Number, r.Series, r.Seq, r.Code, r.Authority,
		r.Decision, r.DecisionDate.ISO(), r.ProductKey, r.ProducerKey, int(r.Stars), r.Score.Micros, bit(r.Score.Known),
		r.Round.No, r.Round.Year, r.Commune, r.IssuedOn.ISO(), r.ValidFrom.ISO(), r.LastDay.ISO(), r.No, r.Search,
		r.Marks, r.Replaces, r.ReplacedBy, bit(r.Sample),
		r.SortIssue, r.SortNumber, r.SortProduct, r.SortProducer, r.SortLastDay}
}

var (
	selectRow = "SELECT c." + strings.Join(rowColumns, ", c.")
	upsertRow = upsert("certificates", rowColumns, 1)
)

// upsert writes the text that inserts a row, or replaces all but its first
// keys columns.
func upsert(table string, columns []string, keys int) string {
	var blanks, sets []string
	for i, c := range columns {
		blanks = append(blanks, fmt.Sprintf("$%d", i+1))
		if i >= keys {
			sets = append(sets, c+" = excluded."+c)
		}
	}
	return fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s", table, strings.Join(columns, ", "),
		strings.Join(blanks, ", "), strings.Join(columns[:keys], ", "), strings.Join(sets, ", "))
}

// Row reads one certificate's row.
func (t *Tx) Row(id string) (r register.Row, ok bool, err error) {
	ok, err = t.one(selectRow+` FROM certificates c WHERE c.id = $1`, []any{id}, rowPlaces(&r))
	return r, ok, err
}

// PutRow keeps a certificate's row.
func (t *Tx) PutRow(r register.Row) error { return t.exec(upsertRow, rowValues(r)...) }

// DropIndexes empties what is derived from the journal.
func (t *Tx) DropIndexes() error {
	for _, table := range []string{"certificates", "numbers", "results"} {
		if err := t.exec("DELETE FROM " + table); err != nil {
			return err
		}
	}
	return nil
}

var numberColumns = []string{"series", "seq", "number", "authority", "id", "state", "reason", "entry"}

const selectNumber = `SELECT series, seq, number, authority, id, state, reason, entry FROM numbers `

var upsertNumber = upsert("numbers", numberColumns, 2)

func numberPlaces(n *register.Number) []any {
	return []any{&n.Series, &n.Seq, &n.Number, &n.Authority, &n.ID, (*string)(&n.State), &n.Reason, &n.Entry}
}

// Number reads one number of a series.
func (t *Tx) Number(series string, seq int) (n register.Number, ok bool, err error) {
	ok, err = t.one(selectNumber+`WHERE series = $1 AND seq = $2`, []any{[]byte(series), seq}, numberPlaces(&n))
	return n, ok, err
}

// NumberText reads a number by what is written.
func (t *Tx) NumberText(authority, number string) (n register.Number, ok bool, err error) {
	ok, err = t.one(selectNumber+`WHERE authority = $1 AND number = $2`, []any{authority, number}, numberPlaces(&n))
	return n, ok, err
}

// PutNumber keeps a number.
func (t *Tx) PutNumber(n register.Number) error {
	return t.exec(upsertNumber, []byte(n.Series), n.Seq, n.Number, n.Authority, n.ID, string(n.State), n.Reason, n.Entry)
}

// NumbersAfter reads on after a number.
func (t *Tx) NumbersAfter(series string, seq, limit int) ([]register.Number, error) {
	return list(t, selectNumber+`WHERE (series, seq) > ($1, $2) ORDER BY series, seq LIMIT $3`,
		[]any{[]byte(series), seq, some(limit)}, numberPlaces)
}

// Result finds the certificate of a result key.
func (t *Tx) Result(key string) (id string, ok bool, err error) {
	ok, err = t.one(`SELECT id FROM results WHERE key = $1`, []any{[]byte(key)}, []any{&id})
	return id, ok, err
}

// PutResult keeps the certificate of a result key.
func (t *Tx) PutResult(key, id string) error {
	return t.exec(`INSERT INTO results (key, id) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET id = excluded.id`, []byte(key), id)
}

// Results reads on after a key.
func (t *Tx) Results(after string, limit int) ([]register.Pair, error) {
	return list(t, `SELECT key, id FROM results WHERE key > $1 ORDER BY key LIMIT $2`, []any{[]byte(after), some(limit)},
		func(p *register.Pair) []any { return []any{&p.Key, &p.ID} })
}
