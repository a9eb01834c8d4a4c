package sqlstore

import (
	"slices"

	"ocoprint/internal/register"
)

const selectPersonal = `SELECT seq, salt, data, erased FROM personal `

func personalPlaces(p *register.Personal) []any {
	return []any{&p.Seq, &p.Salt, &p.Data, &p.Erased}
}

// Personal reads the personal data beside an entry.
func (t *Tx) Personal(seq int64) (p register.Personal, ok bool, err error) {
	ok, err = t.one(selectPersonal+`WHERE seq = $1`, []any{seq}, personalPlaces(&p))
	return p, ok, err
}

// PutPersonal keeps personal data, or that it was erased.
func (t *Tx) PutPersonal(p register.Personal) error {
	return t.exec(`INSERT INTO personal (seq, salt, data, erased) VALUES ($1, $2, $3, $4) ON CONFLICT (seq)
		DO UPDATE SET salt = excluded.salt, data = excluded.data, erased = excluded.erased`, p.Seq, p.Salt, p.Data, p.Erased)
}

// PersonalAfter reads on after an entry.
func (t *Tx) PersonalAfter(seq int64, limit int) ([]register.Personal, error) {
	return list(t, selectPersonal+`WHERE seq > $1 ORDER BY seq LIMIT $2`, []any{seq, some(limit)}, personalPlaces)
}

// Value reads a small value.
func (t *Tx) Value(space, key string) (value []byte, ok bool, err error) {
	ok, err = t.one(`SELECT value FROM small_values WHERE space = $1 AND key = $2`, []any{space, []byte(key)}, []any{&value})
	return value, ok, err
}

// PutValue keeps a small value.
func (t *Tx) PutValue(space, key string, value []byte) error {
	if value == nil {
		value = []byte{}
	}
	return t.exec(`INSERT INTO small_values (space, key, value) VALUES ($1, $2, $3) ON CONFLICT (space, key)
		DO UPDATE SET value = excluded.value`, space, []byte(key), value)
}

// DropValue drops a small value.
func (t *Tx) DropValue(space, key string) error {
	return t.exec(`DELETE FROM small_values WHERE space = $1 AND key = $2`, space, []byte(key))
}

// Values reads on after a key.
func (t *Tx) Values(space, after string, limit int) ([]register.Value, error) {
	return list(t, `SELECT key, value FROM small_values WHERE space = $1 AND key > $2 ORDER BY key LIMIT $3`,
		[]any{space, []byte(after), some(limit)}, func(v *register.Value) []any { return []any{&v.Key, &v.Data} })
}

// Spaces lists the spaces in use.
func (t *Tx) Spaces() ([]string, error) {
	all, err := list(t, `SELECT DISTINCT space FROM small_values`, nil, func(s *string) []any { return []any{s} })
	slices.Sort(all)
	return all, err
}

// Blob reads content by its hash.
func (t *Tx) Blob(hash string) (b register.Blob, ok bool, err error) {
	ok, err = t.one(`SELECT hash, kind, name, size, data FROM blobs WHERE hash = $1`, []any{hash},
		[]any{&b.Hash, &b.Kind, &b.Name, &b.Size, &b.Data})
	return b, ok, err
}

// PutBlob keeps content; what is kept already stays.
func (t *Tx) PutBlob(b register.Blob) error {
	if b.Data == nil {
		b.Data = []byte{}
	}
	return t.exec(`INSERT INTO blobs (hash, kind, name, size, data) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (hash) DO NOTHING`,
		b.Hash, b.Kind, b.Name, b.Size, b.Data)
}

// Blobs lists what is kept, without data.
func (t *Tx) Blobs() ([]register.Blob, error) {
	return list(t, `SELECT hash, kind, name, size FROM blobs ORDER BY hash`, nil,
		func(b *register.Blob) []any { return []any{&b.Hash, &b.Kind, &b.Name, &b.Size} })
}
