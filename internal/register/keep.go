package register

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// KeepBlob keeps content by its hash and gives the hash (SHA-256, hex): a
// layout, a font, a background, an uploaded workbook. Keeping it again adds
// nothing.
func (r *Register) KeepBlob(ctx context.Context, kind, name string, data []byte) (string, error) {
	sum := sha256.Sum256(data)
	hash := hex.EncodeToString(sum[:])
	kept := false
	err := r.store.View(ctx, func(tx Tx) (err error) {
		_, kept, err = tx.Blob(hash)
		return err
	})
	if err != nil || kept {
		return hash, r.sayBusy(err)
	}
	return hash, r.write(ctx, kindKeep, func(w *writer) error {
		return w.tx.PutBlob(Blob{Hash: hash, Kind: kind, Name: name, Size: int64(len(data)), Data: data})
	})
}

// Blob gives content kept earlier, checked against its hash.
func (r *Register) Blob(ctx context.Context, hash string) (data []byte, err error) {
	err = r.store.View(ctx, func(tx Tx) error {
		b, ok, err := tx.Blob(hash)
		if err != nil {
			return err
		}
		if !ok {
			return fmt.Errorf("blob %s is not kept", hash)
		}
		if sum := sha256.Sum256(b.Data); hex.EncodeToString(sum[:]) != hash {
			return RegisterDamaged.With("seq", 0, "where", "blob "+hash).Err()
		}
		data = b.Data
		return nil
	})
	return data, r.sayBusy(err)
}

// Blobs lists what is kept, without data.
func (r *Register) Blobs(ctx context.Context) (all []Blob, err error) {
	err = r.store.View(ctx, func(tx Tx) error {
		all, err = tx.Blobs()
		return err
	})
	return all, r.sayBusy(err)
}

// ownSpace marks spaces of the register itself.
const ownSpace = "register"

// Remember keeps a small value that is no part of the record: a column
// mapping, an answer, a session. Spaces are chosen by the caller ("mapping",
// "answer", "session").
func (r *Register) Remember(ctx context.Context, space, key string, value []byte) error {
	if err := foreign(space); err != nil {
		return err
	}
	return r.write(ctx, kindKeep, func(w *writer) error { return w.tx.PutValue(space, key, value) })
}

// Recall gives a remembered value; ok is false when there is none.
func (r *Register) Recall(ctx context.Context, space, key string) (value []byte, ok bool, err error) {
	err = r.store.View(ctx, func(tx Tx) (err error) {
		value, ok, err = tx.Value(space, key)
		return err
	})
	return value, ok, r.sayBusy(err)
}

// Forget drops a remembered value.
func (r *Register) Forget(ctx context.Context, space, key string) error {
	if err := foreign(space); err != nil {
		return err
	}
	return r.write(ctx, kindKeep, func(w *writer) error { return w.tx.DropValue(space, key) })
}

// Remembered gives all values of a space.
func (r *Register) Remembered(ctx context.Context, space string) (map[string][]byte, error) {
	all := map[string][]byte{}
	err := r.store.View(ctx, func(tx Tx) error {
		values, err := tx.Values(space, "", 0)
		for _, v := range values {
			all[v.Key] = v.Data
		}
		return err
	})
	return all, r.sayBusy(err)
}

func foreign(space string) error {
	if space == ownSpace || strings.HasPrefix(space, ownSpace+"-") {
		return fmt.Errorf("space %q belongs to the register", space)
	}
	return nil
}
