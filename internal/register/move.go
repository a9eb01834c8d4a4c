package register

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"

	"ocoprint/internal/message"
)

var (
	// StoreNotEmpty: a register is copied into an empty store only.
	StoreNotEmpty = message.Define("store-not-empty",
		"Nơi chuyển đến đã có sổ cấp ({entries} mục).", "The destination holds a register already ({entries} {entries|entry|entries}).").
		Hint("Chọn cơ sở dữ liệu trống.", "Choose an empty database.")
	// CopyDiffers: what arrived is not what was sent.
	CopyDiffers = message.Define("copy-differs",
		"Bản chép không khớp với sổ gốc.", "The copy does not match the register.").
		Hint("Không dùng bản chép này; kiểm tra đĩa rồi chép lại.", "Do not use this copy; check the disk and copy again.")
)

// Counts says how much a store holds.
type Counts struct {
	Entries, Certificates, Numbers, Results, Personal, Blobs, Values int64

	Hash   string // over the record: all of it but the values, in order
	Beside string // over the values
}

// Move copies a whole register into an empty store (embedded database to
// PostgreSQL or back) and compares counts and hashes. The source is read in
// one consistent state; the destination has all of it or nothing.
func Move(ctx context.Context, from, to Store) (Counts, error) {
	var sent, arrived Counts
	err := from.View(ctx, func(src Tx) error {
		err := to.Update(ctx, Holder{Who: "move", Doing: string(KindMove)}, func(dst Tx) error {
			if h, err := dst.Head(); err != nil || h.Seq > 0 {
				if err != nil {
					return err
				}
				return StoreNotEmpty.With("entries", h.Seq).Err()
			}
			return copyAll(src, dst)
		})
		if err != nil {
			return fmt.Errorf("copy register: %w", err)
		}
		sent, err = count(src)
		return err
	})
	if err != nil {
		return sent, err
	}
	if err := to.View(ctx, func(tx Tx) (err error) {
		arrived, err = count(tx)
		return err
	}); err != nil {
		return arrived, err
	}
	if sent != arrived {
		return arrived, CopyDiffers.With().Wrap(fmt.Errorf("sent %+v, arrived %+v", sent, arrived))
	}
	return arrived, nil
}

// Count counts and hashes what a store holds.
func Count(ctx context.Context, s Store) (c Counts, err error) {
	err = s.View(ctx, func(tx Tx) error {
		c, err = count(tx)
		return err
	})
	return c, err
}

// visitor is called for everything that a store holds, in order.
type visitor struct {
	entry    func(Entry) error
	row      func(Row) error
	number   func(Number) error
	result   func(Pair) error
	personal func(Personal) error
	value    func(space string, v Value) error
	blob     func(Blob) error
}

func copyAll(src, dst Tx) error {
	err := visit(src, visitor{
		entry: dst.Append, row: dst.PutRow, number: dst.PutNumber, personal: dst.PutPersonal, blob: dst.PutBlob,
		result: func(p Pair) error { return dst.PutResult(p.Key, p.ID) },
		value:  func(space string, v Value) error { return dst.PutValue(space, v.Key, v.Data) },
	})
	if err != nil {
		return err
	}
	h, err := src.Head()
	if err != nil {
		return err
	}
	return dst.PutHead(h)
}

func count(tx Tx) (c Counts, err error) {
	sum, beside := sha256.New(), sha256.New()
	err = visit(tx, visitor{
		entry:    func(e Entry) error { c.Entries++; return digest(sum, "entry", e) },
		row:      func(r Row) error { c.Certificates++; return digest(sum, "row", r) },
		number:   func(n Number) error { c.Numbers++; return digest(sum, "number", n) },
		result:   func(p Pair) error { c.Results++; return digest(sum, "result", p) },
		personal: func(p Personal) error { c.Personal++; return digest(sum, "personal", normal(p)) },
		value:    func(space string, v Value) error { c.Values++; return digest(beside, "value "+space, v) },
		blob:     func(b Blob) error { c.Blobs++; return digest(sum, "blob", b) },
	})
	if err != nil {
		return c, err
	}
	h, err := tx.Head()
	if err != nil {
		return c, err
	}
	err = digest(sum, "head", h)
	c.Hash, c.Beside = hex.EncodeToString(sum.Sum(nil)), hex.EncodeToString(beside.Sum(nil))
	return c, err
}

// normal makes nothing and empty the same.
func normal(p Personal) Personal {
	if len(p.Salt) == 0 {
		p.Salt = nil
	}
	if len(p.Data) == 0 {
		p.Data = nil
	}
	return p
}

func digest(sum hash.Hash, what string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(sum, "%s %d %s\n", what, len(b), b)
	return err
}

// visit walks through a store in its fixed order.
func visit(tx Tx, v visitor) error {
	for next := int64(1); ; {
		page, err := tx.Entries(next, 1000)
		if err != nil {
			return err
		}
		if len(page) == 0 {
			break
		}
		for _, e := range page {
			if e.Seq < next {
				return errOrder
			}
			if err := v.entry(e); err != nil {
				return err
			}
			next = e.Seq + 1
		}
	}
	for after := []byte(nil); ; {
		page, err := tx.Rows(Query{After: after, Limit: 1000})
		if err != nil {
			return err
		}
		if len(page) == 0 {
			break
		}
		for _, r := range page {
			if bytes.Compare(r.SortIssue, after) <= 0 {
				return errOrder
			}
			if err := v.row(r); err != nil {
				return err
			}
			after = r.SortIssue
		}
	}
	for n, err := range numbers(tx) {
		if err == nil {
			err = v.number(n)
		}
		if err != nil {
			return err
		}
	}
	return visitBeside(tx, v)
}

func visitBeside(tx Tx, v visitor) error {
	for after := ""; ; {
		page, err := tx.Results(after, 1000)
		if err != nil {
			return err
		}
		if len(page) == 0 {
			break
		}
		for _, p := range page {
			if p.Key <= after {
				return errOrder
			}
			if err := v.result(p); err != nil {
				return err
			}
			after = p.Key
		}
	}
	for after := int64(0); ; {
		page, err := tx.PersonalAfter(after, 1000)
		if err != nil {
			return err
		}
		if len(page) == 0 {
			break
		}
		for _, p := range page {
			if p.Seq <= after {
				return errOrder
			}
			if err := v.personal(p); err != nil {
				return err
			}
			after = p.Seq
		}
	}
	return visitKept(tx, v)
}

func visitKept(tx Tx, v visitor) error {
	spaces, err := tx.Spaces()
	if err != nil {
		return err
	}
	for _, space := range spaces {
		values, err := tx.Values(space, "", 0)
		if err != nil {
			return err
		}
		if err := each(values, func(x Value) error { return v.value(space, x) }); err != nil {
			return err
		}
	}
	blobs, err := tx.Blobs()
	if err != nil {
		return err
	}
	return each(blobs, func(b Blob) error {
		full, _, err := tx.Blob(b.Hash)
		if err != nil {
			return err
		}
		return v.blob(full)
	})
}

func each[T any](all []T, f func(T) error) error {
	for _, x := range all {
		if err := f(x); err != nil {
			return err
		}
	}
	return nil
}
