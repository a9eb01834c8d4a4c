package sqlstore

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ocoprint/internal/register"
)

// Querier is what a transaction offers: *sql.Tx or *sql.Conn.
type Querier interface {
	PrepareContext(ctx context.Context, query string) (*sql.Stmt, error)
}

// Tx is a register.Tx on a database transaction.
type Tx struct {
	ctx   context.Context
	q     Querier
	stmts map[string]*sql.Stmt
}

// New begins to read and write inside a transaction that the caller ends.
// Close it before that.
func New(ctx context.Context, q Querier) *Tx {
	return &Tx{ctx: ctx, q: q, stmts: map[string]*sql.Stmt{}}
}

// Close gives back the prepared statements.
func (t *Tx) Close() error {
	var errs []error
	for _, s := range t.stmts {
		errs = append(errs, s.Close())
	}
	t.stmts = nil
	return errors.Join(errs...)
}

var _ register.Tx = (*Tx)(nil)

// stmt prepares each text once a transaction.
func (t *Tx) stmt(text string) (*sql.Stmt, error) {
	if s, ok := t.stmts[text]; ok {
		return s, nil
	}
	s, err := t.q.PrepareContext(t.ctx, text)
	if err != nil {
		return nil, fmt.Errorf("prepare %.40q: %w", text, err)
	}
	t.stmts[text] = s
	return s, nil
}

func (t *Tx) exec(text string, args ...any) error {
	s, err := t.stmt(text)
	if err != nil {
		return err
	}
	if _, err := s.ExecContext(t.ctx, args...); err != nil {
		return fmt.Errorf("%.40q: %w", text, err)
	}
	return nil
}

// one reads one row into dest; ok is false when there is none.
func (t *Tx) one(text string, args, dest []any) (ok bool, err error) {
	s, err := t.stmt(text)
	if err != nil {
		return false, err
	}
	err = s.QueryRowContext(t.ctx, args...).Scan(dest...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("%.40q: %w", text, err)
	}
	return true, nil
}

// list reads rows; dest gives the places of one row, after is called for each.
func list[T any](t *Tx, text string, args []any, dest func(*T) []any) ([]T, error) {
	s, err := t.stmt(text)
	if err != nil {
		return nil, err
	}
	rows, err := s.QueryContext(t.ctx, args...)
	if err != nil {
		return nil, fmt.Errorf("%.40q: %w", text, err)
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		all = append(all, *new(T))
		if err := rows.Scan(dest(&all[len(all)-1])...); err != nil {
			return nil, fmt.Errorf("%.40q: %w", text, err)
		}
	}
	return all, rows.Err()
}

// some turns a limit of 0 into all.
func some(limit int) int64 {
	if limit <= 0 {
		return 1 << 40
	}
	return int64(limit)
}

// Head reads the end of the journal.
func (t *Tx) Head() (h register.Head, err error) {
	var body []byte
	ok, err := t.one(`SELECT body FROM head WHERE one = 1`, nil, []any{&body})
	if err != nil || !ok {
		return h, err
	}
	if err := json.Unmarshal(body, &h); err != nil {
		return h, fmt.Errorf("read head: %w", err)
	}
	return h, nil
}

// PutHead keeps the end of the journal.
func (t *Tx) PutHead(h register.Head) error {
	body, err := json.Marshal(h)
	if err != nil {
		return err
	}
	return t.exec(`INSERT INTO head (one, body) VALUES (1, $1) ON CONFLICT (one) DO UPDATE SET body = excluded.body`, body)
}

// Append adds an entry; the number must be free.
func (t *Tx) Append(e register.Entry) error {
	return t.exec(`INSERT INTO entries (seq, kind, id, at, body, hash) VALUES ($1, $2, $3, $4, $5, $6)`,
		e.Seq, string(e.Kind), e.ID, e.At, e.Body, e.Hash)
}

const entryColumns = `SELECT seq, kind, id, at, body, hash FROM entries `

func entryPlaces(e *register.Entry) []any {
	return []any{&e.Seq, (*string)(&e.Kind), &e.ID, &e.At, &e.Body, &e.Hash}
}

// Entry reads one entry.
func (t *Tx) Entry(seq int64) (e register.Entry, ok bool, err error) {
	ok, err = t.one(entryColumns+`WHERE seq = $1`, []any{seq}, entryPlaces(&e))
	return e, ok, err
}

// Entries reads on from an entry.
func (t *Tx) Entries(from int64, limit int) ([]register.Entry, error) {
	return list(t, entryColumns+`WHERE seq >= $1 ORDER BY seq LIMIT $2`, []any{from, some(limit)}, entryPlaces)
}

// Texts reads the entries that hold the texts of certificates.
func (t *Tx) Texts(ids []string) ([]register.Entry, error) {
	var all []register.Entry
	for part := range slices.Chunk(ids, 250) { // few lengths, so few texts to prepare
		places, args := make([]string, len(part)), make([]any, len(part))
		for i, id := range part {
			places[i], args[i] = fmt.Sprintf("$%d", i+1), id
		}
		got, err := list(t, `SELECT e.seq, e.kind, c.id, e.at, e.body, e.hash FROM certificates c JOIN entries e ON e.seq = c.entry WHERE c.id IN (`+
			strings.Join(places, ", ")+`)`, args, entryPlaces)
		if err != nil {
			return nil, err
		}
		all = append(all, got...)
	}
	return all, nil
}

// EntriesOf reads all entries about id.
func (t *Tx) EntriesOf(id string) ([]register.Entry, error) {
	return list(t, entryColumns+`WHERE id = $1 ORDER BY seq`, []any{id}, entryPlaces)
}
