package verify

import (
	"context"
	"fmt"
	"io/fs"
	"sync"

	"ocoprint/internal/seal"
)

// Lists is a Lookup over published list files: a folder, a USB stick, or the
// files in memory. Files are opened when first needed and kept. An older
// sequence than one already seen is refused. Safe for concurrent use.
type Lists struct {
	files fs.FS
	bases []string
	roots [][]byte
	baked []byte

	mu     sync.Mutex
	seen   map[string]uint64
	loaded map[string]any
}

// OpenLists reads lists under fsys (keys.bin, s/…, r/…, l.bin) with the pinned
// roots. seen holds the highest sequence known of each file and is updated;
// it may be nil.
func OpenLists(fsys fs.FS, bases []string, seen map[string]uint64, roots ...[]byte) *Lists {
	if seen == nil {
		seen = map[string]uint64{}
	}
	return &Lists{files: fsys, bases: bases, roots: roots, seen: seen, loaded: map[string]any{}}
}

// maxFile is the largest list file: a body of 1 MiB and a few frames.
const maxFile = 4 << 20

type kept[T any] struct {
	list T
	err  error
}

func fetch[T any](l *Lists, name string, open func([]byte) (T, seal.Head, error)) (T, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if k, ok := l.loaded[name].(kept[T]); ok {
		return k.list, k.err
	}
	list, err := read(l, name, open)
	l.loaded[name] = kept[T]{list, err}
	return list, err
}

func read[T any](l *Lists, name string, open func([]byte) (T, seal.Head, error)) (list T, err error) {
	info, err := fs.Stat(l.files, name)
	if err != nil {
		return list, fmt.Errorf("load list %s: %w", name, err)
	}
	if info.Size() > maxFile {
		return list, seal.ListBad.With("list", name, "why", "quá lớn").Err()
	}
	raw, err := fs.ReadFile(l.files, name)
	if err != nil {
		return list, fmt.Errorf("load list %s: %w", name, err)
	}
	list, head, err := open(raw)
	if err != nil {
		return list, err
	}
	if head.Sequence < l.seen[name] {
		var none T
		return none, NoteListOld.With("list", name).Err()
	}
	l.seen[name] = head.Sequence
	return list, nil
}

// Bases implements Lookup.
func (l *Lists) Bases() []string { return l.bases }

// Baked gives a key list that is known beforehand, as a page carries one
// inside: it is used when keys.bin is missing or refused.
func (l *Lists) Baked(keys []byte) { l.baked = keys }

// Keys implements Lookup.
func (l *Lists) Keys(context.Context) (seal.KeyList, error) {
	list, err := fetch(l, "keys.bin", func(b []byte) (seal.KeyList, seal.Head, error) {
		k, err := seal.OpenKeys(b, l.roots...)
		return k, k.Head, err
	})
	if err != nil && l.baked != nil {
		if own, ownErr := seal.OpenKeys(l.baked, l.roots...); ownErr == nil {
			return own, nil
		}
	}
	return list, err
}

// Status implements Lookup.
func (l *Lists) Status(ctx context.Context, prefix, _ string) (seal.StatusList, error) {
	keys, err := l.Keys(ctx)
	if err != nil {
		return seal.StatusList{}, err
	}
	if !seal.ValidScope(prefix) {
		return seal.StatusList{}, fmt.Errorf("no list for prefix %q", prefix)
	}
	return fetch(l, seal.StatusFile(prefix), func(b []byte) (seal.StatusList, seal.Head, error) {
		s, err := seal.OpenStatus(b, prefix, keys)
		return s, s.Head, err
	})
}

// Shard implements Lookup.
func (l *Lists) Shard(ctx context.Context, number byte) (seal.Shard, error) {
	keys, err := l.Keys(ctx)
	if err != nil {
		return seal.Shard{}, err
	}
	return fetch(l, seal.ShardFile(number), func(b []byte) (seal.Shard, seal.Head, error) {
		s, err := seal.OpenShard(b, number, keys)
		return s, s.Head, err
	})
}

// Row implements Lookup; it goes through the parts of the public list.
func (l *Lists) Row(ctx context.Context, id string) (seal.Row, bool, error) {
	keys, err := l.Keys(ctx)
	if err != nil {
		return seal.Row{}, false, err
	}
	for part, parts := 1, 1; part <= parts; part++ {
		list, err := fetch(l, seal.PublicFile(part), func(b []byte) (seal.PublicList, seal.Head, error) {
			p, err := seal.OpenPublic(b, keys)
			return p, p.Head, err
		})
		if err != nil {
			return seal.Row{}, false, err
		}
		parts = list.Parts
		for _, r := range list.Rows {
			if r.ID == id {
				return r, true, nil
			}
		}
	}
	return seal.Row{}, false, nil
}
