package seal

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
)

// SignStatus makes s/<prefix>.bin.
func SignStatus(list StatusList, key Key) ([]byte, error) {
	if key.Entry.Role != RoleStatus {
		return nil, KeyRole.Err()
	}
	rows := []any{}
	for _, e := range list.Entries {
		rows = append(rows, []any{e.ID, uint64(e.Revision), uint64(e.Code), uint64(e.Day), e.Ref})
	}
	return signList(FormStatus, list.Head, map[uint64]any{4: list.Prefix, 5: rows}, key)
}

// OpenStatus opens s/<prefix>.bin for that prefix with the status keys.
func OpenStatus(file []byte, prefix string, keys KeyList) (StatusList, error) {
	name := StatusFile(prefix)
	payload, err := openList(file, FormStatus, name, prefix, keys)
	if err != nil {
		return StatusList{}, err
	}
	m, head, err := decodeList(payload, 5)
	list := StatusList{Head: head, Prefix: prefix}
	rows, ok := m[5].([]any)
	if err != nil || !ok || m[4] != prefix {
		return StatusList{}, badList(name, errors.Join(ErrCanonical, err))
	}
	for _, row := range rows {
		c := cells{row: row, want: 5}
		e := StatusEntry{ID: c.text(), Revision: c.number(), Code: StatusCode(c.number()), Day: Day(c.number()), Ref: c.text()}
		if c.bad() || e.Code < Revoked || e.Code > LostSheet {
			return StatusList{}, badList(name, ErrCanonical)
		}
		list.Entries = append(list.Entries, e)
	}
	return list, nil
}

// Shards sorts identities into the 256 shards of a register.
func Shards(head Head, identities [][32]byte) []Shard {
	shards := make([]Shard, 256)
	for i := range shards {
		shards[i] = Shard{Head: head, Number: byte(i)}
	}
	for _, id := range identities {
		s := &shards[id[0]]
		s.Identities = append(s.Identities, [8]byte(id[:8]))
	}
	for i := range shards {
		slices.SortFunc(shards[i].Identities, func(a, b [8]byte) int { return bytes.Compare(a[:], b[:]) })
		shards[i].Identities = slices.Compact(shards[i].Identities)
	}
	return shards
}

// Has tells whether the identity is in the shard.
func (s Shard) Has(identity [32]byte) bool {
	_, found := slices.BinarySearchFunc(s.Identities, [8]byte(identity[:8]),
		func(a, b [8]byte) int { return bytes.Compare(a[:], b[:]) })
	return found
}

// SignShard makes r/<hh>.bin.
func SignShard(s Shard, key Key) ([]byte, error) {
	if key.Entry.Role != RoleStatus {
		return nil, KeyRole.Err()
	}
	all := []byte{}
	for _, id := range s.Identities {
		all = append(all, id[:]...)
	}
	return signList(FormShard, s.Head, map[uint64]any{4: uint64(s.Number), 5: all}, key)
}

// OpenShard opens r/<hh>.bin for that number with the status keys.
func OpenShard(file []byte, number byte, keys KeyList) (Shard, error) {
	name := ShardFile(number)
	payload, err := openList(file, FormShard, name, "", keys)
	if err != nil {
		return Shard{}, err
	}
	m, head, err := decodeList(payload, 5)
	all, ok := m[5].([]byte)
	if err != nil || !ok || m[4] != uint64(number) || len(all)%8 != 0 {
		return Shard{}, badList(name, errors.Join(ErrCanonical, err))
	}
	s := Shard{Head: head, Number: number}
	for i := 0; i < len(all); i += 8 {
		id := [8]byte(all[i:])
		if id[0] != number || i > 0 && bytes.Compare(all[i-8:i], all[i:i+8]) >= 0 {
			return Shard{}, badList(name, ErrCanonical)
		}
		s.Identities = append(s.Identities, id)
	}
	return s, nil
}

// SplitRows cuts the public list into parts that fit their file.
func SplitRows(head Head, rows []Row) []PublicList {
	const room = maxList - 4096
	var parts []PublicList
	size, from := 0, 0
	for i, r := range rows {
		n := len(r.ID) + len(r.Product) + len(r.Producer) + len(r.Place) + len(r.Decision) + 64
		if size+n > room {
			parts = append(parts, PublicList{Head: head, Rows: rows[from:i]})
			size, from = 0, i
		}
		size += n
	}
	parts = append(parts, PublicList{Head: head, Rows: rows[from:]})
	for i := range parts {
		parts[i].Part, parts[i].Parts = i+1, len(parts)
	}
	return parts
}

// SignPublic makes one part of the public list.
func SignPublic(list PublicList, key Key) ([]byte, error) {
	if key.Entry.Role != RoleStatus {
		return nil, KeyRole.Err()
	}
	rows := []any{}
	for _, r := range list.Rows {
		if r.Stars < 1 || r.Stars > 5 || r.Status < NoStatus || r.Status > LostSheet {
			return nil, fmt.Errorf("public list: row %s out of bounds", r.ID)
		}
		rows = append(rows, []any{r.ID, r.Product, r.Producer, r.Place, uint64(r.Stars), r.Decision,
			uint64(r.Decided), uint64(r.Issued), uint64(r.LastDay), uint64(max(r.Revision, 1)), uint64(r.Status)})
	}
	return signList(FormPublic, list.Head, map[uint64]any{4: uint64(list.Part), 5: uint64(list.Parts), 6: rows}, key)
}

// OpenPublic opens one part of the public list with the status keys.
func OpenPublic(file []byte, keys KeyList) (PublicList, error) {
	const name = "l.bin"
	payload, err := openList(file, FormPublic, name, "", keys)
	if err != nil {
		return PublicList{}, err
	}
	m, head, err := decodeList(payload, 6)
	rows, ok := m[6].([]any)
	r := reader{m: m}
	list := PublicList{Head: head, Part: r.number(4, 1, 1<<16), Parts: r.number(5, 1, 1<<16)}
	if err != nil || !ok || r.bad {
		return PublicList{}, badList(name, errors.Join(ErrCanonical, err))
	}
	for _, row := range rows {
		c := cells{row: row, want: 11}
		x := Row{ID: c.text(), Product: c.text(), Producer: c.text(), Place: c.text(), Stars: c.number(), Decision: c.text(),
			Decided: Day(c.number()), Issued: Day(c.number()), LastDay: Day(c.number()), Revision: c.number(), Status: StatusCode(c.number())}
		if c.bad() || x.Stars < 1 || x.Stars > 5 || x.Status > LostSheet {
			return PublicList{}, badList(name, ErrCanonical)
		}
		list.Rows = append(list.Rows, x)
	}
	return list, nil
}
