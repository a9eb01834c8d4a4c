package sqlstore

import (
	"fmt"
	"strings"

	"ocoprint/internal/register"
)

// where gathers the conditions of a query and their values.
type where struct {
	texts []string
	args  []any
}

// add adds a condition; each "?" in it stands for the next value.
func (w *where) add(text string, values ...any) {
	for _, v := range values {
		w.args = append(w.args, v)
		text = strings.Replace(text, "?", fmt.Sprintf("$%d", len(w.args)), 1)
	}
	w.texts = append(w.texts, text)
}

func (w *where) equal(column, value string) {
	if value != "" {
		w.add(column+" = ?", value)
	}
}

// Rows reads rows in order.
func (t *Tx) Rows(q register.Query) ([]register.Row, error) {
	var w where
	w.fields(q)
	w.words(q)
	order := sortColumns[q.Sort]
	w.after(q, order)
	text, from := selectRow, " FROM certificates c"
	places := rowPlaces
	if q.Bodies {
		text, from = text+", e.body", from+" JOIN entries e ON e.seq = c.entry"
		places = func(r *register.Row) []any { return append(rowPlaces(r), &r.Body) }
	}
	text += from
	if len(w.texts) > 0 {
		text += " WHERE " + strings.Join(w.texts, " AND ")
	}
	text += " ORDER BY c." + order
	if q.Desc {
		text += " DESC"
	}
	w.args = append(w.args, some(q.Limit))
	return list(t, text+fmt.Sprintf(" LIMIT $%d", len(w.args)), w.args, places)
}

var sortColumns = map[register.Sort]string{
	register.ByIssue: "sort_issue", register.ByNumber: "sort_number", register.ByProduct: "sort_product",
	register.ByProducer: "sort_producer", register.ByLastDay: "sort_last_day",
}

func (w *where) fields(q register.Query) {
	w.equal("c.authority", q.Authority)
	w.equal("c.decision", q.Decision)
	w.equal("c.decision_date", q.DecisionDate.ISO())
	w.equal("c.product_key", q.ProductKey)
	w.equal("c.producer_key", q.ProducerKey)
	w.equal("c.number", q.Number)
	w.equal("c.code", q.Code)
	w.equal("c.series", q.Series)
	w.equal("c.commune", q.Commune)
	if len(q.Stars) > 0 {
		var in []string
		for _, s := range q.Stars {
			in = append(in, fmt.Sprint(int(s)))
		}
		w.add("c.stars IN (" + strings.Join(in, ", ") + ")")
	}
	if q.Round.No != 0 {
		w.add("c.round_no = ?", q.Round.No)
	}
	if q.Round.Year != 0 {
		w.add("c.round_year = ?", q.Round.Year)
	}
	w.between("c.issued_on", q.IssuedFrom.ISO(), q.IssuedTo.ISO())
	w.between("c.last_day", q.LastDayFrom.ISO(), q.LastDayTo.ISO())
}

func (w *where) between(column, from, to string) {
	if from != "" {
		w.add(column+" >= ?", from)
	}
	if to != "" {
		w.add(column+" <= ?", to)
	}
}

// words: every word is in the search text, or all of them without blanks are.
func (w *where) words(q register.Query) {
	if len(q.Words) == 0 {
		return
	}
	var all []string
	for _, word := range q.Words {
		w.args = append(w.args, like(word))
		all = append(all, fmt.Sprintf(`c.search LIKE $%d ESCAPE '!'`, len(w.args)))
	}
	text := strings.Join(all, " AND ")
	if q.Tight != "" {
		w.args = append(w.args, like(q.Tight))
		text = fmt.Sprintf(`(%s OR c.search LIKE $%d ESCAPE '!')`, text, len(w.args))
	}
	w.texts = append(w.texts, text)
}

func like(s string) string {
	return "%" + strings.NewReplacer("!", "!!", "%", "!%", "_", "!_").Replace(s) + "%"
}

func (w *where) after(q register.Query, order string) {
	if len(q.After) == 0 {
		return
	}
	if q.Desc {
		w.add("c."+order+" < ?", q.After)
	} else {
		w.add("c."+order+" > ?", q.After)
	}
}
