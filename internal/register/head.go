package register

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// Head is the end of the journal.
type Head struct {
	Register string         `json:"register"` // the register's id
	Seq      int64          `json:"seq"`      // entries so far
	Hash     []byte         `json:"hash"`     // of the last entry
	Range    [][]byte       `json:"range"`    // compact Merkle range: roots of the full subtrees, largest first
	At       int64          `json:"at"`       // clock of the last entry, ms
	Tops     map[string]int `json:"tops"`     // last number of each series, and of each id group ("id:LC-2023-2")
}

// HeadKeeper keeps the head in a second place, outside the register's folder.
type HeadKeeper interface {
	// Load gives the head kept there; ok is false when there is none yet.
	Load() (h Head, ok bool, err error)
	Save(Head) error
}

// FileHead keeps the head in a small file, written aside, synced and renamed.
func FileHead(path string) HeadKeeper { return fileHead{path} }

type fileHead struct{ path string }

func (f fileHead) Load() (h Head, ok bool, err error) {
	b, err := os.ReadFile(f.path)
	if errors.Is(err, fs.ErrNotExist) {
		return h, false, nil
	}
	if err != nil {
		return h, false, fmt.Errorf("read second head: %w", err)
	}
	if err := json.Unmarshal(b, &h); err != nil {
		return h, false, HeadUnreadable.With("file", f.path).Wrap(err)
	}
	return h, true, nil
}

func (f fileHead) Save(h Head) error {
	b, err := json.MarshalIndent(h, "", "  ")
	if err != nil {
		return err
	}
	if err := writeAside(f.path, append(b, '\n')); err != nil {
		return fmt.Errorf("keep second head: %w", err)
	}
	return nil
}

// writeAside writes a small file so that a reader sees the old or the new
// one, whole, and so that it is there after a power cut. The name aside is
// another for each writer.
func writeAside(path string, b []byte) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(b)
	err = errors.Join(err, f.Sync(), f.Close())
	if err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	return syncFolder(dir)
}

// Short is the form that is printed on reports: the number of entries and the
// first 16 hex digits of the hash, "1234-ab12cd34ef56ab78".
func (h Head) Short() string {
	return fmt.Sprintf("%d-%.16s", h.Seq, hex.EncodeToString(h.Hash))
}

// clone copies what later entries would change.
func (h Head) clone() Head {
	h.Tops = maps.Clone(h.Tops)
	if h.Tops == nil {
		h.Tops = map[string]int{}
	}
	return h
}

// same compares two heads.
func (h Head) same(o Head) bool {
	return h.Register == o.Register && h.Seq == o.Seq && h.At == o.At && bytes.Equal(h.Hash, o.Hash) &&
		slices.EqualFunc(h.Range, o.Range, bytes.Equal) && maps.Equal(h.Tops, o.Tops)
}

// raise remembers the last number of a series or id group.
func (h *Head) raise(name string, n int) {
	if n > h.Tops[name] {
		h.Tops[name] = n
	}
}
