package publish

import (
	"encoding/pem"
	"fmt"
	"strings"

	"ocoprint/internal/seal"
)

// RootFile holds the office's public root in PEM, for who verifies by these
// lists without the page. Taken from here it only shows that the lists belong
// together; who needs more compares it with the office's own.
const RootFile = "root.pub.pem"

// lists makes the signed list files.
func (b *builder) lists(entries []Entry, statuses []seal.StatusEntry) error {
	b.put("keys.bin", b.site.KeysFile)
	if !b.keys.Sample { // the sample root is known to every verifier
		b.put(RootFile, pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: b.site.Roots[0]}))
	}
	for _, prefix := range b.prefixes {
		list := seal.StatusList{Head: b.head, Prefix: prefix}
		for _, e := range statuses {
			if strings.HasPrefix(e.ID, prefix) || e.ID == "" {
				list.Entries = append(list.Entries, e)
			}
		}
		if err := b.sign(seal.StatusFile(prefix))(seal.SignStatus(list, b.site.Status)); err != nil {
			return err
		}
	}
	ids := make([][32]byte, len(entries))
	for i, e := range entries {
		ids[i] = e.Identity
	}
	for _, shard := range seal.Shards(b.head, ids) {
		if err := b.sign(seal.ShardFile(shard.Number))(seal.SignShard(shard, b.site.Status)); err != nil {
			return err
		}
	}
	for _, part := range seal.SplitRows(b.head, current(entries, statuses)) {
		if err := b.sign(seal.PublicFile(part.Part))(seal.SignPublic(part, b.site.Status)); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) put(name string, content []byte) { b.files["v/"+name] = content }

func (b *builder) sign(name string) func([]byte, error) error {
	return func(file []byte, err error) error {
		if err != nil {
			return fmt.Errorf("publish %s: %w", name, err)
		}
		b.put(name, file)
		return nil
	}
}

// current keeps the highest revision of each id, with what happened to it.
func current(entries []Entry, statuses []seal.StatusEntry) []seal.Row {
	at := map[string]int{}
	var kept []Entry
	for _, e := range entries {
		i, there := at[e.Row.ID]
		if !there {
			at[e.Row.ID] = len(kept)
			kept = append(kept, e)
		} else if e.Row.Revision > kept[i].Row.Revision {
			kept[i] = e
		}
	}
	rows := make([]seal.Row, len(kept))
	for i, e := range kept {
		rows[i] = e.Row
		rows[i].Status = seal.NoStatus
	}
	for _, s := range statuses { // few: the latest line counts
		for i, e := range kept {
			if s.Applies(seal.Body{ID: e.Row.ID, Revision: e.Row.Revision, Serial: e.Serial}) {
				rows[i].Status = s.Code
			}
		}
	}
	return rows
}
